//! A room and its file: a decision counts once it is on the disk.

use super::atomic;
use crate::room::{LogError, MAX_BYTES, NotYet, Room};
use crate::sim::journal::report::RoundReport;
use crate::sim::planning::command::Command;
use crate::sim::terms::Reject;
use crate::sim::units::{Role, Round, Seat, TeamId};
use std::fs::{File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A game that saves itself. Reading goes straight to the room; whatever changes it goes through here.
#[derive(Debug)]
pub struct StoredRoom {
    room: Room,
    path: PathBuf,
    /// Held as long as the game is open, so that no second window plays on the same file.
    _lock: File,
}

/// Why a decision was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// The rules or the room refuse it.
    #[error("{0:?}")]
    Rejected(Reject),
    /// The month cannot end yet, or the game is over.
    #[error("{0}")]
    NotYet(#[from] NotYet),
    /// The disk did not take it; the game is as it was before.
    #[error("the game could not be saved, so the decision does not count: {0}")]
    NotSaved(#[from] io::Error),
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

impl StoredRoom {
    /// Puts a new game on the disk.
    ///
    /// # Errors
    /// If the file exists already, or cannot be written.
    pub fn create(room: Room, path: impl Into<PathBuf>) -> Result<StoredRoom, OpenError> {
        let path = path.into();
        let lock = lock(&path)?;
        let unreadable = |error| OpenError::Unreadable { path: path.clone(), error };
        if path.exists() {
            return Err(unreadable(io::ErrorKind::AlreadyExists.into()));
        }
        atomic::write(&path, &room.log().to_bytes()).map_err(unreadable)?;
        Ok(StoredRoom { room, path, _lock: lock })
    }

    /// Opens a saved game; everything that was acknowledged is there.
    ///
    /// # Errors
    /// If the file is in use, cannot be read, or is not an intact log.
    pub fn open(path: impl Into<PathBuf>) -> Result<StoredRoom, OpenError> {
        let path = path.into();
        let lock = lock(&path)?;
        let bytes = read(&path)?;
        let room = Room::open(&bytes).map_err(|error| OpenError::Log { path: path.clone(), error: Box::new(error) })?;
        Ok(StoredRoom { room, path, _lock: lock })
    }

    /// The game, for reading.
    #[must_use]
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// The file it is saved to.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A seat's decision; acknowledged when this returns, and then on the disk.
    ///
    /// # Errors
    /// If the room refuses it, or it cannot be saved; then nothing has changed.
    pub fn send(&mut self, seat: Seat, command: Command) -> Result<(), SendError> {
        self.saved(|room| room.send(seat, command).map_err(SendError::Rejected))
    }

    /// A decision of one member of a team; acknowledged when this returns, and then on the disk.
    ///
    /// # Errors
    /// If the room refuses it, or it cannot be saved; then nothing has changed.
    pub fn send_as(&mut self, team: TeamId, member: usize, role: Role, command: Command) -> Result<(), SendError> {
        self.saved(|room| room.send_as(team, member, role, command).map_err(SendError::Rejected))
    }

    /// Ends the month once everybody has submitted.
    ///
    /// # Errors
    /// If somebody has not submitted, the game is over, or it cannot be saved; then the month is still open.
    pub fn resolve(&mut self) -> Result<RoundReport, SendError> {
        self.saved(|room| Ok(room.resolve()?.clone()))
    }

    /// Ends the month at the deadline, plans as they lie.
    ///
    /// # Errors
    /// If the game is over, or it cannot be saved; then the month is still open.
    pub fn close_round(&mut self) -> Result<RoundReport, SendError> {
        self.saved(|room| Ok(room.close_round()?.clone()))
    }

    /// Takes the last round back; None if there is none.
    ///
    /// # Errors
    /// If it cannot be saved; then the round still stands.
    pub fn undo_round(&mut self) -> Result<Option<Round>, SendError> {
        self.saved(|room| Ok(room.undo_round()))
    }

    fn saved<T>(&mut self, change: impl FnOnce(&mut Room) -> Result<T, SendError>) -> Result<T, SendError> {
        let before = self.room.log().records().len();
        let answer = change(&mut self.room)?;
        if self.room.log().records().len() == before {
            return Ok(answer);
        }
        if let Err(error) = atomic::write(&self.path, &self.room.log().to_bytes()) {
            self.room.forget(before);
            return Err(SendError::NotSaved(error));
        }
        Ok(answer)
    }
}

/// Reads a file that may be anything, up to a log's size.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, OpenError> {
    let read = || {
        let mut bytes = Vec::new();
        File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| OpenError::Unreadable { path: path.to_owned(), error })
}

/// The lock lies on a file beside the log, because the log itself is replaced with every save.
fn lock(path: &Path) -> Result<File, OpenError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let file = File::create(name).map_err(|error| OpenError::Unreadable { path: path.to_owned(), error })?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse { path: path.to_owned() }),
        // A file system without locks: better a game without the guard than no game.
        Err(TryLockError::Error(_)) => Ok(file),
    }
}
