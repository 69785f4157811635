//! A log in a file: only ever added to at its end, and flushed to the disk before anything counts.

use super::atomic;
use super::stored_room::OpenError;
use crate::room::{Batch, LogStore, MAX_BYTES};
use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A file with a log, held as long as the game is open.
#[derive(Debug)]
pub struct FileLog {
    path: PathBuf,
    disk: Box<dyn Disk>,
    /// As far as we have read or written it.
    length: u64,
    /// A write failed and could not be taken back, so that nobody knows what the file holds.
    broken: bool,
    /// So that no second window plays on the same file.
    _lock: Option<File>,
}

/// What the log asks of its file; a test has one that fails.
trait Disk: fmt::Debug + Send + Sync {
    fn length(&mut self) -> io::Result<u64>;
    fn cut(&mut self, length: u64) -> io::Result<()>;
    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()>;
    fn flush(&mut self) -> io::Result<()>;
    /// Whether the path still leads to it: what is written into a file that another has taken the place of is nowhere.
    fn lies_at(&mut self, path: &Path) -> io::Result<bool>;
}

/// A file that was let go.
#[derive(Debug)]
struct Closed;

impl Closed {
    fn error<T>() -> io::Result<T> {
        Err(io::Error::other("the file could not be opened again. Return to the main menu and choose Continue"))
    }
}

impl Disk for Closed {
    fn length(&mut self) -> io::Result<u64> {
        Closed::error()
    }

    fn cut(&mut self, _: u64) -> io::Result<()> {
        Closed::error()
    }

    fn write(&mut self, _: u64, _: &[u8]) -> io::Result<()> {
        Closed::error()
    }

    fn flush(&mut self) -> io::Result<()> {
        Closed::error()
    }

    fn lies_at(&mut self, _: &Path) -> io::Result<bool> {
        Closed::error()
    }
}

impl Disk for File {
    fn length(&mut self) -> io::Result<u64> {
        Ok(self.metadata()?.len())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.seek(SeekFrom::Start(at))?;
        self.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    #[cfg(unix)]
    fn lies_at(&mut self, path: &Path) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt;
        let (own, there) = (self.metadata()?, fs::metadata(path)?);
        Ok((own.dev(), own.ino()) == (there.dev(), there.ino()))
    }

    #[cfg(not(unix))]
    fn lies_at(&mut self, path: &Path) -> io::Result<bool> {
        // these systems let nobody replace a file that is open
        Ok(self.metadata()?.len() == fs::metadata(path)?.len())
    }
}

impl FileLog {
    /// Puts a new log on the disk, all at once.
    ///
    /// # Errors
    /// If the file exists already, or cannot be written.
    pub fn create(path: impl Into<PathBuf>, log: &[u8]) -> Result<FileLog, OpenError> {
        let path = path.into();
        let lock = lock(&path)?;
        let unreadable = |error| OpenError::Unreadable { path: path.clone(), error };
        if path.exists() {
            return Err(unreadable(io::ErrorKind::AlreadyExists.into()));
        }
        atomic::write(&path, log).map_err(unreadable)?;
        FileLog::held(path, lock)
    }

    /// Takes hold of a file that is there.
    ///
    /// # Errors
    /// If it is in use or cannot be opened.
    pub fn open(path: impl Into<PathBuf>) -> Result<FileLog, OpenError> {
        let path = path.into();
        let lock = lock(&path)?;
        FileLog::held(path, lock)
    }

    fn held(path: PathBuf, lock: File) -> Result<FileLog, OpenError> {
        let open = || {
            let mut disk = OpenOptions::new().read(true).write(true).open(&path)?;
            let length = disk.length()?;
            Ok((disk, length))
        };
        match open() {
            Ok((disk, length)) => Ok(FileLog { path, disk: Box::new(disk), length, broken: false, _lock: Some(lock) }),
            Err(error) => Err(OpenError::Unreadable { path, error }),
        }
    }

    /// Puts other bytes into the place of the whole log.
    ///
    /// # Errors
    /// Those of the file system; then the old file is untouched.
    pub(super) fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        // Windows puts nothing into the place of a file that is open
        self.disk = Box::new(Closed);
        let written = atomic::write(&self.path, bytes);
        self.disk = Box::new(OpenOptions::new().read(true).write(true).open(&self.path)?);
        self.length = if written.is_ok() { bytes.len() as u64 } else { self.disk.length()? };
        written
    }

    /// Counts as used last from now on. Where the file system minds, it does not.
    #[expect(clippy::disallowed_methods, reason = "which game was opened last is no matter of the rules")]
    pub(super) fn touch(&self) {
        let touched = File::options().write(true).open(&self.path).and_then(|file| file.set_modified(SystemTime::now()));
        if let Err(error) = touched {
            tracing::debug!("{}: {error}", self.path.display());
        }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes behind the bytes that count, and leaves nothing behind if it cannot.
    fn write(&mut self, at: u64, batch: Batch<'_>) -> io::Result<()> {
        if self.length > at {
            // the closing line, or what a write that was cut off has left; gone for good before anything takes its place
            self.disk.cut(at)?;
            self.length = at;
            self.disk.flush().inspect_err(|_| self.broken = true)?;
        }
        // only the end of its last line can lack
        let lead = if self.length < at { "\n" } else { "" };
        let before = self.length;
        let written = self.disk.write(before, [lead, batch.lines].concat().as_bytes()).and_then(|()| self.disk.flush());
        match written {
            Ok(()) => self.length = at + batch.lines.len() as u64,
            // a write that failed may have left a part of itself
            Err(_) => self.broken = self.disk.cut(before).and_then(|()| self.disk.flush()).is_err(),
        }
        if self.broken
            && let Err(error) = written
        {
            return Err(io::Error::other(format!("whether it was saved is not known; return to the main menu and choose Continue ({error})")));
        }
        written
    }
}

impl LogStore for FileLog {
    type Error = io::Error;

    fn load(&mut self) -> io::Result<Vec<u8>> {
        let bytes = read(&self.path)?;
        self.length = bytes.len() as u64;
        Ok(bytes)
    }

    fn append(&mut self, batch: Batch<'_>) -> io::Result<()> {
        if self.broken {
            return Err(io::Error::other("an earlier save failed. Return to the main menu and choose Continue"));
        }
        if batch.at + batch.lines.len() > MAX_BYTES {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("a log has at most {MAX_BYTES} bytes")));
        }
        let at = batch.at as u64;
        let is_ours = self.disk.length()? == self.length && self.length + 1 >= at;
        if !is_ours || !self.disk.lies_at(&self.path)? {
            return Err(io::Error::other("the file was changed by another program while the game was open"));
        }
        self.write(at, batch)
    }
}

/// Reads a file that may be anything, up to a log's size.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The lock lies on a file beside the log, because some systems let nobody read a file that is locked, and the list does.
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    /// A file whose next write or flush goes wrong half-way.
    #[derive(Debug, Default)]
    struct Worn {
        bytes: Vec<u8>,
        /// How many bytes of the next write arrive; None: all.
        arrive: Option<usize>,
        flush_fails: bool,
        cut_fails: bool,
    }

    #[derive(Clone, Debug, Default)]
    struct Shared(Arc<Mutex<Worn>>);

    impl Shared {
        fn with<T>(&self, look: impl FnOnce(&mut Worn) -> T) -> T {
            look(&mut self.0.lock().unwrap())
        }
    }

    impl Disk for Shared {
        fn length(&mut self) -> io::Result<u64> {
            Ok(self.with(|worn| worn.bytes.len() as u64))
        }

        fn cut(&mut self, length: u64) -> io::Result<()> {
            self.with(|worn| {
                if worn.cut_fails {
                    return Err(io::Error::other("cannot be cut"));
                }
                worn.bytes.truncate(length as usize);
                Ok(())
            })
        }

        fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
            self.with(|worn| {
                let arrive = worn.arrive.take();
                worn.bytes.truncate(at as usize);
                worn.bytes.extend_from_slice(&bytes[..arrive.unwrap_or(bytes.len())]);
                if arrive.is_some() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
            })
        }

        fn flush(&mut self) -> io::Result<()> {
            if self.with(|worn| std::mem::take(&mut worn.flush_fails)) { Err(io::Error::other("cannot be flushed")) } else { Ok(()) }
        }

        fn lies_at(&mut self, path: &Path) -> io::Result<bool> {
            Ok(self.with(|worn| worn.bytes.len() as u64) == fs::metadata(path)?.len())
        }
    }

    /// A log of these bytes on such a file, beside a real one of the same length, which is where the path leads.
    struct Bench {
        folder: tempfile::TempDir,
        disk: Shared,
        log: FileLog,
    }

    impl Bench {
        fn new(bytes: &[u8]) -> Bench {
            let folder = tempfile::tempdir().unwrap();
            let disk = Shared::default();
            disk.with(|worn| worn.bytes = bytes.to_vec());
            let path = folder.path().join("game");
            let log = FileLog { path, disk: Box::new(disk.clone()), length: bytes.len() as u64, broken: false, _lock: None };
            Bench { folder, disk, log }
        }

        fn append(&mut self, at: usize, lines: &str) -> io::Result<()> {
            fs::write(self.folder.path().join("game"), self.bytes()).unwrap();
            self.log.append(Batch { at, after: 0, lines })
        }

        fn bytes(&self) -> Vec<u8> {
            self.disk.with(|worn| worn.bytes.clone())
        }
    }

    #[test]
    fn what_lies_behind_the_log_gives_way_and_a_missing_end_of_line_is_made_up() {
        for (there, at) in [(&b"head\n"[..], 5), (b"head\n// sha256 00\n", 5), (b"head\nDeci", 5), (b"head", 5)] {
            let mut bench = Bench::new(there);
            bench.append(at, "one\n").unwrap();
            bench.append(9, "two\n").unwrap();
            assert_eq!(bench.bytes(), b"head\none\ntwo\n");
        }
    }

    #[test]
    fn a_write_that_fails_leaves_nothing_behind() {
        let mut bench = Bench::new(b"head\n");
        for arrive in 0..4 {
            bench.disk.with(|worn| worn.arrive = Some(arrive));
            assert_eq!(bench.append(5, "one\n").unwrap_err().kind(), io::ErrorKind::StorageFull);
            assert_eq!(bench.bytes(), b"head\n");
        }
        bench.disk.with(|worn| worn.flush_fails = true);
        assert!(bench.append(5, "one\n").is_err());
        assert_eq!(bench.bytes(), b"head\n", "what may not be on the disk is taken back");
        bench.append(5, "two\n").unwrap();
        assert_eq!(bench.bytes(), b"head\ntwo\n");
    }

    #[test]
    fn a_file_that_cannot_be_cut_back_is_written_no_more() {
        let mut bench = Bench::new(b"head\n");
        bench.disk.with(|worn| (worn.arrive, worn.cut_fails) = (Some(2), true));
        assert!(bench.append(5, "one\n").is_err());
        bench.disk.with(|worn| worn.cut_fails = false);
        let said = bench.append(5, "two\n").unwrap_err().to_string();
        assert!(said.contains("choose Continue"), "{said}");
        assert_eq!(bench.bytes(), b"head\non");
    }

    #[test]
    fn a_file_that_another_program_has_changed_is_left_alone() {
        for other in [&b"head\nmore\n"[..], b"he", b""] {
            let mut bench = Bench::new(b"head\n");
            bench.disk.with(|worn| worn.bytes = other.to_vec());
            let said = bench.append(5, "one\n").unwrap_err().to_string();
            assert!(said.contains("another program"), "{said}");
            assert_eq!(bench.bytes(), other);
        }
        let mut bench = Bench::new(b"head\n");
        bench.append(5, "one\n").unwrap();
        fs::remove_file(bench.folder.path().join("game")).unwrap();
        assert!(bench.log.append(Batch { at: 9, after: 0, lines: "two\n" }).is_err(), "the file is gone, so nobody would find it again");
        let long = "x".repeat(MAX_BYTES);
        assert_eq!(bench.append(9, &long).unwrap_err().kind(), io::ErrorKind::FileTooLarge, "no log would be read back");
    }
}
