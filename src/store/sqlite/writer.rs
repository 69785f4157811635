//! The one thread that reads and writes the database.

use super::{ClassNumber, Job, LogNumber};
use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteLockingMode, SqliteSynchronous};
use sqlx::{Connection, Row};
use std::fs::File;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender};

/// The most writes of one commit: more would make the first of them wait.
const TOGETHER: usize = 64;

static MIGRATIONS: Migrator = sqlx::migrate!("src/store/sqlite/migrations");

/// A write, and who waits for it.
struct Write {
    class: ClassNumber,
    log: LogNumber,
    seq: i64,
    lines: String,
    done: SyncSender<Result<(), String>>,
}

/// Carries out jobs until nobody is left who could ask; `lock` is let go then. Whether the database could be opened goes to `opened`.
pub(super) fn run(path: &Path, inbox: &Receiver<Job>, opened: &SyncSender<Result<(), String>>, lock: File) {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return answer(opened, Err(error.to_string())),
    };
    let mut connection = match runtime.block_on(open(path)) {
        Ok(connection) => connection,
        Err(error) => return answer(opened, Err(error.to_string())),
    };
    answer(opened, Ok(()));
    let mut next = inbox.recv().ok();
    while let Some(job) = next.take() {
        next = match job {
            Job::Append { class, log, seq, lines, done } => {
                let mut writes = vec![Write { class, log, seq, lines, done }];
                let mut other = None;
                // what came in while the last commit was flushed goes into this one
                while writes.len() < TOGETHER && other.is_none() {
                    match inbox.try_recv() {
                        Ok(Job::Append { class, log, seq, lines, done }) => writes.push(Write { class, log, seq, lines, done }),
                        Ok(job) => other = Some(job),
                        Err(_) => break,
                    }
                }
                runtime.block_on(append(&mut connection, writes));
                other.or_else(|| inbox.recv().ok())
            }
            other => {
                runtime.block_on(carry_out(&mut connection, other));
                inbox.recv().ok()
            }
        };
    }
    // the journal goes back into the file, so that one file is the whole database
    if let Err(error) = runtime.block_on(connection.close()) {
        tracing::warn!("the database was not closed cleanly: {error}");
    }
    drop(lock);
}

/// Nobody waits any more where the receiver is gone.
fn answer<T>(done: &SyncSender<T>, outcome: T) {
    let _ = done.send(outcome);
}

async fn open(path: &Path) -> Result<SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        // readers would not see a half-written class, but there are none: rooms are read from memory
        .journal_mode(SqliteJournalMode::Wal)
        .locking_mode(SqliteLockingMode::Exclusive)
        // a commit returns once it is on the disk
        .synchronous(SqliteSynchronous::Full);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    MIGRATIONS.run(&mut connection).await?;
    Ok(connection)
}

/// Commits writes together; where that fails, each by itself, so that one that cannot be kept keeps no other out.
async fn append(connection: &mut SqliteConnection, writes: Vec<Write>) {
    let outcome = commit(connection, &writes).await;
    match outcome {
        Ok(()) => writes.iter().for_each(|write| answer(&write.done, Ok(()))),
        Err(_) if writes.len() > 1 => {
            for write in writes {
                let outcome = commit(connection, std::slice::from_ref(&write)).await;
                answer(&write.done, outcome.map_err(|error| told(&error)));
            }
        }
        Err(error) => writes.iter().for_each(|write| answer(&write.done, Err(told(&error)))),
    }
}

async fn commit(connection: &mut SqliteConnection, writes: &[Write]) -> Result<(), sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    for write in writes {
        let insert = sqlx::query("INSERT INTO entries (class, log, seq, lines) VALUES (?, ?, ?, ?)");
        insert.bind(write.class).bind(write.log).bind(write.seq).bind(&write.lines).execute(&mut *transaction).await?;
    }
    transaction.commit().await
}

async fn carry_out(connection: &mut SqliteConnection, job: Job) {
    match job {
        Job::Append { class, log, seq, lines, done } => append(connection, vec![Write { class, log, seq, lines, done }]).await,
        Job::Cut { class, log, from, done } => {
            let cut = sqlx::query("DELETE FROM entries WHERE class = ? AND log = ? AND seq >= ?").bind(class).bind(log).bind(from);
            answer(&done, cut.execute(connection).await.map(|_| ()).map_err(|error| told(&error)));
        }
        Job::Load { class, log, done } => {
            let load = sqlx::query("SELECT lines FROM entries WHERE class = ? AND log = ? ORDER BY seq").bind(class).bind(log);
            let rows = load.fetch_all(connection).await;
            let lines = rows.and_then(|rows| rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<String>, _>>());
            answer(&done, lines.map_err(|error| told(&error)));
        }
        Job::Classes { done } => {
            let rows = sqlx::query("SELECT DISTINCT class FROM entries ORDER BY class").fetch_all(connection).await;
            let classes = rows.and_then(|rows| rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<ClassNumber>, _>>());
            answer(&done, classes.map_err(|error| told(&error)));
        }
        Job::Delete { class, done } => {
            let delete = sqlx::query("DELETE FROM entries WHERE class = ?").bind(class).execute(connection).await;
            answer(&done, delete.map(|_| ()).map_err(|error| told(&error)));
        }
    }
}

/// What a teacher can do something about, said plainly; all else as `SQLite` says it.
fn told(error: &sqlx::Error) -> String {
    let text = error.to_string();
    if text.contains("database or disk is full") { "the disk is full; make room, and go on".to_owned() } else { text }
}
