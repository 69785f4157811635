//! One log of a class.

use super::{ClassNumber, Database, DatabaseError, Job, LogNumber};
use crate::room::{Batch, LogStore};

/// A log of a class in its database.
#[derive(Debug)]
pub struct SqliteLog {
    database: Database,
    class: ClassNumber,
    log: LogNumber,
    /// Entries that count, and their bytes.
    kept: (i64, usize),
    /// A write failed: whatever it left is no part of the log, and is cut away before the next one.
    uncertain: bool,
}

impl SqliteLog {
    /// The log, empty or as it is kept. Only [`LogStore::load`] tells what it holds.
    #[must_use]
    pub fn new(database: Database, class: ClassNumber, log: LogNumber) -> SqliteLog {
        SqliteLog { database, class, log, kept: (0, 0), uncertain: false }
    }

    /// A new log that begins with these lines.
    ///
    /// # Errors
    /// If it cannot be kept.
    pub fn begin(database: Database, class: ClassNumber, log: LogNumber, lines: &str) -> Result<SqliteLog, DatabaseError> {
        let mut begun = SqliteLog::new(database, class, log);
        begun.add(lines)?;
        Ok(begun)
    }

    fn add(&mut self, lines: &str) -> Result<(), DatabaseError> {
        let (class, log, seq) = (self.class, self.log, self.kept.0);
        if self.uncertain {
            self.database.ask(|done| Job::Cut { class, log, from: seq, done })?;
            self.uncertain = false;
        }
        let lines = lines.to_owned();
        let length = lines.len();
        let added = self.database.ask(|done| Job::Append { class, log, seq, lines, done });
        match added {
            Ok(()) => self.kept = (seq + 1, self.kept.1 + length),
            Err(_) => self.uncertain = true,
        }
        added
    }
}

impl LogStore for SqliteLog {
    type Error = DatabaseError;

    fn load(&mut self) -> Result<Vec<u8>, DatabaseError> {
        let (class, log) = (self.class, self.log);
        let entries = self.database.ask(|done| Job::Load { class, log, done })?;
        let bytes = entries.concat().into_bytes();
        self.kept = (entries.len() as i64, bytes.len());
        Ok(bytes)
    }

    fn append(&mut self, batch: Batch<'_>) -> Result<(), DatabaseError> {
        if batch.at != self.kept.1 {
            return Err(DatabaseError::OutOfStep { path: self.database.path().to_owned() });
        }
        self.add(batch.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(at: usize, lines: &str) -> Batch<'_> {
        Batch { at, after: 0, lines }
    }

    #[test]
    fn what_was_added_is_there_after_the_next_opening_and_another_log_is_not_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("class.db");
        {
            let database = Database::open(&path).expect("a database");
            let mut log = SqliteLog::begin(database.clone(), 7, 1, "title\n").expect("begun");
            log.append(batch(6, "one\n")).expect("added");
            log.append(batch(10, "two\n")).expect("added");
            assert!(matches!(log.append(batch(10, "two\n")), Err(DatabaseError::OutOfStep { .. })));
            SqliteLog::begin(database, 7, 0, "facts\n").expect("begun");
        }
        let database = Database::open(&path).expect("opens again");
        let mut log = SqliteLog::new(database.clone(), 7, 1);
        assert_eq!(log.load().expect("read"), b"title\none\ntwo\n");
        log.append(batch(14, "three\n")).expect("goes on");
        assert_eq!(SqliteLog::new(database.clone(), 7, 0).load().expect("read"), b"facts\n");
        assert_eq!(database.classes().expect("read"), [7]);
        database.delete(7).expect("deleted");
        assert!(database.classes().expect("read").is_empty());
    }

    #[test]
    fn a_second_program_is_kept_out_and_what_is_no_database_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("class.db");
        let held = Database::open(&path).expect("a database");
        assert!(matches!(Database::open(&path), Err(DatabaseError::InUse { .. })));
        drop(held);
        let other = folder.path().join("letter.txt");
        std::fs::write(&other, "Dear colleague, this is no database at all, but a letter of more than a hundred bytes. ".repeat(3)).expect("written");
        assert!(matches!(Database::open(&other), Err(DatabaseError::Failed { .. })));
        assert!(std::fs::read_to_string(&other).expect("there").starts_with("Dear colleague"));
    }

    #[test]
    fn many_at_once_are_all_kept_in_their_order() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(folder.path().join("class.db")).expect("a database");
        std::thread::scope(|scope| {
            for class in 0..20 {
                let database = database.clone();
                scope.spawn(move || {
                    let mut log = SqliteLog::begin(database, class, 0, "").expect("begun");
                    let mut at = 0;
                    for number in 0..30 {
                        let line = format!("{number}\n");
                        log.append(batch(at, &line)).expect("added");
                        at += line.len();
                    }
                });
            }
        });
        let all: String = (0..30).map(|number| format!("{number}\n")).collect();
        for class in 0..20 {
            assert_eq!(SqliteLog::new(database.clone(), class, 0).load().expect("read"), all.as_bytes());
        }
    }
}
