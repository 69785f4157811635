//! Logs in a `SQLite` database: all classes of a host in one file, held by one process and written by one thread.
//!
//! Whatever is asked to be kept is committed, and by that flushed, before the asker goes on; what several ask for at once is committed
//! together, so that a full class costs few flushes.

mod log;
mod writer;

pub use log::SqliteLog;

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// A class by its number; never used again for another one, not even after it is deleted.
pub type ClassNumber = i64;
/// A log of a class: 0 its own, from 1 on its games.
pub type LogNumber = i64;

/// Why something could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// As the system or `SQLite` says.
    #[error("{}: {reason}", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// What is wrong, in English.
        reason: String,
    },
    /// Another program has it open.
    #[error("{}: another program has this database open; close it, or choose another file", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// What was to be added does not follow what is there.
    #[error("{}: the log is no longer what this write takes it to be", path.display())]
    OutOfStep {
        /// The file.
        path: PathBuf,
    },
}

/// What the writer is asked for, with where the answer goes.
#[derive(Debug)]
enum Job {
    Append {
        class: ClassNumber,
        log: LogNumber,
        seq: i64,
        lines: String,
        done: SyncSender<Result<(), String>>,
    },
    /// Entries of a log from `from` on never counted.
    Cut {
        class: ClassNumber,
        log: LogNumber,
        from: i64,
        done: SyncSender<Result<(), String>>,
    },
    Load {
        class: ClassNumber,
        log: LogNumber,
        done: SyncSender<Result<Vec<String>, String>>,
    },
    Classes {
        done: SyncSender<Result<Vec<ClassNumber>, String>>,
    },
    Delete {
        class: ClassNumber,
        done: SyncSender<Result<(), String>>,
    },
}

/// A database, open as long as anybody holds this or a log of it.
#[derive(Clone, Debug)]
pub struct Database {
    thread: Arc<Thread>,
    path: PathBuf,
}

/// The writer. Whoever lets go of it last waits until the file is closed.
#[derive(Debug)]
struct Thread {
    jobs: Option<SyncSender<Job>>,
    writer: Option<JoinHandle<()>>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.jobs = None;
        if self.writer.take().is_some_and(|writer| writer.join().is_err()) {
            tracing::error!("the database's writer ended early");
        }
    }
}

/// Jobs that may wait for the writer before who asks has to wait to ask.
const QUEUE: usize = 4_096;

impl Database {
    /// Opens a database, or begins one where there is no file.
    ///
    /// # Errors
    /// If it is open elsewhere, cannot be read or written, or is no database of this program.
    pub fn open(path: impl Into<PathBuf>) -> Result<Database, DatabaseError> {
        let path = path.into();
        let lock = lock(&path)?;
        let (jobs, inbox) = sync_channel(QUEUE);
        let (opened, answer) = sync_channel(1);
        let file = path.clone();
        let failed = |reason: String| DatabaseError::Failed { path: path.clone(), reason };
        let run = move || writer::run(&file, &inbox, &opened, lock);
        let writer = thread::Builder::new().name("database".to_owned()).spawn(run).map_err(|error| failed(error.to_string()))?;
        answered(&answer).map_err(failed)?;
        Ok(Database { thread: Arc::new(Thread { jobs: Some(jobs), writer: Some(writer) }), path })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All classes that are kept, by number.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn classes(&self) -> Result<Vec<ClassNumber>, DatabaseError> {
        self.ask(|done| Job::Classes { done })
    }

    /// Deletes a class with all its logs.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub fn delete(&self, class: ClassNumber) -> Result<(), DatabaseError> {
        self.ask(|done| Job::Delete { class, done })
    }

    fn ask<T>(&self, job: impl FnOnce(SyncSender<Result<T, String>>) -> Job) -> Result<T, DatabaseError> {
        let (done, answer) = sync_channel(1);
        let gone = || "the database is closed".to_owned();
        let jobs = self.thread.jobs.as_ref().ok_or_else(|| self.failed(gone()))?;
        jobs.send(job(done)).map_err(|_gone| self.failed(gone()))?;
        answered(&answer).map_err(|reason| self.failed(reason))
    }

    fn failed(&self, reason: String) -> DatabaseError {
        DatabaseError::Failed { path: self.path.clone(), reason }
    }
}

fn answered<T>(answer: &Receiver<Result<T, String>>) -> Result<T, String> {
    answer.recv().unwrap_or_else(|_gone| Err("the database is closed".to_owned()))
}

/// The lock beside the file that keeps a second process out.
fn lock(path: &Path) -> Result<File, DatabaseError> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".lock");
    let failed = |error: &io::Error| DatabaseError::Failed { path: path.to_owned(), reason: error.to_string() };
    let file = File::options().create(true).truncate(false).write(true).open(PathBuf::from(beside)).map_err(|error| failed(&error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(DatabaseError::InUse { path: path.to_owned() }),
        Err(TryLockError::Error(error)) => Err(failed(&error)),
    }
}
