//! A room and where its log is kept: a decision counts once it is there.

use super::file_log::FileLog;
use crate::room::{Cases, Decision, Log, LogError, LogStore, NotYet, Refusal, Room, TakenBack, Torn, Watch, to_the_end};
use crate::sim::journal::report::RoundReport;
use crate::sim::units::Round;
use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};

/// A game that saves itself. Reading goes straight to the room; whatever changes it goes through here.
#[derive(Debug)]
pub struct StoredRoom<S = FileLog> {
    room: Room,
    store: S,
    torn: Option<Torn>,
}

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SendError<E = io::Error> {
    /// The room refuses it.
    #[error("{0}")]
    Refused(Refusal),
    /// The month cannot end yet, or the game is over.
    #[error("{0}")]
    NotYet(NotYet),
    /// It could not be kept; the game is as it was before.
    #[error("the game could not be saved, so the decision does not count: {0}")]
    NotSaved(E),
}

/// Why a saved game cannot be played on. The file is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The disk does not give the file, or does not take it when a game is created.
    #[error("{}: {error}", path.display())]
    Unreadable {
        /// The file of the game.
        path: PathBuf,
        /// As the system says.
        error: io::Error,
    },
    /// It is there, but is no intact log.
    #[error("{}: {error}", path.display())]
    Log {
        /// The file of the game.
        path: PathBuf,
        /// What is wrong with it, and where.
        error: Box<LogError>,
    },
    /// Another window holds the lock beside it.
    #[error("{}: the game is already open in another window", path.display())]
    InUse {
        /// The file of the game.
        path: PathBuf,
    },
}

impl OpenError {
    /// The version of the program that made the game, if it is another one's.
    #[must_use]
    pub fn made_by(&self) -> Option<&str> {
        match self {
            OpenError::Log { error, .. } => match &**error {
                LogError::OtherVersion { program, .. } => Some(program.as_deref().unwrap_or("?")),
                _ => None,
            },
            _ => None,
        }
    }
}

impl StoredRoom {
    /// Puts a new game on the disk.
    ///
    /// # Errors
    /// If the file exists already, or cannot be written.
    pub fn create(room: Room, path: impl Into<PathBuf>) -> Result<StoredRoom, OpenError> {
        let store = FileLog::create(path, &room.log().to_open_bytes())?;
        Ok(StoredRoom::kept(room, store))
    }

    /// Opens a saved game; everything that was acknowledged is there.
    ///
    /// # Errors
    /// If the file is in use, cannot be read, or is not an intact log. One whose last write was cut off is opened without it.
    pub fn open(path: impl Into<PathBuf>) -> Result<StoredRoom, OpenError> {
        StoredRoom::open_with(path, &mut Cases::default(), &mut to_the_end)
    }

    /// As [`StoredRoom::open`], with a scenario that is held already if it is the same, and with somebody who watches.
    ///
    /// # Errors
    /// As [`StoredRoom::open`]; also if the watch stops it, and then the file is as it was.
    pub fn open_with(path: impl Into<PathBuf>, cases: &mut Cases, watch: &mut Watch<'_>) -> Result<StoredRoom, OpenError> {
        let mut store = FileLog::open(path)?;
        let unreadable = |store: &FileLog, error| OpenError::Unreadable { path: store.path().to_owned(), error };
        let bytes = store.load().map_err(|error| unreadable(&store, error))?;
        let (room, torn) = Room::recover(&bytes, cases, watch).map_err(|error| OpenError::Log { path: store.path().to_owned(), error: Box::new(error) })?;
        if let Cow::Owned(written) = Log::as_written(&bytes) {
            // what is added has plain line ends, and its checksum is of those
            store.replace(&written).map_err(|error| unreadable(&store, error))?;
        }
        if let Some(Torn { line, bytes, records }) = torn {
            let name = store.path().display();
            tracing::warn!("{name}: the last write was cut off; from line {line} on, {bytes} bytes with {records} whole records do not count");
        }
        // the game that is opened is the one that goes on, whichever was saved last
        store.touch();
        Ok(StoredRoom { room, store, torn })
    }

    /// The file it is saved to.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }
}

impl<S: LogStore> StoredRoom<S> {
    /// A room whose log is kept there, as it is now.
    #[must_use]
    pub fn kept(room: Room, store: S) -> StoredRoom<S> {
        StoredRoom { room, store, torn: None }
    }

    /// The game, for reading.
    #[must_use]
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// Where it is kept.
    #[must_use]
    pub fn store(&self) -> &S {
        &self.store
    }

    /// What was left out when the game was opened, because its last write had been cut off.
    #[must_use]
    pub fn torn(&self) -> Option<Torn> {
        self.torn
    }

    /// A seat's decision; acknowledged when this returns, and then kept.
    ///
    /// # Errors
    /// If the room refuses it, or it cannot be saved; then nothing has changed.
    pub fn send(&mut self, decision: Decision) -> Result<(), SendError<S::Error>> {
        self.saved(|room| room.send(decision).map_err(SendError::Refused))
    }

    /// Several decisions that count together or not at all; acknowledged when this returns, and then kept.
    ///
    /// # Errors
    /// If the room refuses one, or they cannot be saved; then nothing has changed.
    pub fn send_all(&mut self, decisions: Vec<Decision>) -> Result<(), SendError<S::Error>> {
        self.saved(|room| room.send_all(decisions).map_err(SendError::Refused))
    }

    /// Ends the month once everybody has submitted.
    ///
    /// # Errors
    /// If somebody has not submitted, the game is over, or it cannot be saved; then the month is still open.
    pub fn resolve(&mut self) -> Result<RoundReport, SendError<S::Error>> {
        self.saved(|room| room.resolve().cloned().map_err(SendError::NotYet))
    }

    /// Ends the month at the deadline, plans as they lie.
    ///
    /// # Errors
    /// If the game is over, or it cannot be saved; then the month is still open.
    pub fn close_round(&mut self) -> Result<RoundReport, SendError<S::Error>> {
        self.saved(|room| room.close_round().cloned().map_err(SendError::NotYet))
    }

    /// Takes the last round back; None if there is none.
    ///
    /// # Errors
    /// If it cannot be saved; then the round still stands.
    pub fn undo_round(&mut self) -> Result<Option<Round>, SendError<S::Error>> {
        self.saved(|room| Ok(room.undo_round()))
    }

    /// The last round was taken back beside the game; None if the game has gone on since.
    ///
    /// # Errors
    /// If it cannot be saved; then the round still stands.
    pub fn take_back(&mut self, taken: TakenBack) -> Result<Option<Round>, SendError<S::Error>> {
        self.saved(|room| Ok(room.take_back(taken)))
    }

    fn saved<T>(&mut self, change: impl FnOnce(&mut Room) -> Result<T, SendError<S::Error>>) -> Result<T, SendError<S::Error>> {
        let before = self.room.log().records().len();
        let answer = change(&mut self.room)?;
        let batch = self.room.log().last_batch().filter(|batch| batch.after == before);
        if let Some(batch) = batch
            && let Err(error) = self.store.append(batch)
        {
            self.room.forget(before);
            return Err(SendError::NotSaved(error));
        }
        Ok(answer)
    }
}
