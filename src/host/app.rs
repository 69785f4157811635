//! What all requests share: the classes, who the teacher is, and the news that pages wait for.

use super::class::fact::{At, Settings, StudentId};
use super::class::kept::{Kept, NotOpened};
use super::limits::Tries;
use super::secret::{self, NoChance};
use crate::room::{Case, Cases};
use crate::scenario;
use crate::store::sqlite::{Database, DatabaseError};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::watch;

/// A class that pages are shown of.
#[derive(Debug)]
pub struct Open {
    kept: Mutex<Kept>,
    /// Counts what has changed; pages that wait look again.
    news: watch::Sender<u64>,
}

impl Open {
    fn new(kept: Kept) -> Arc<Open> {
        Arc::new(Open { kept: Mutex::new(kept), news: watch::Sender::new(0) })
    }

    /// The class, for as long as this is held; whatever is done to it is on the disk before the next one has it.
    pub fn lock(&self) -> MutexGuard<'_, Kept> {
        // what a panic has left is no worse than before: a change counts once it is kept, and is folded in afterwards
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something, and tells all pages that wait.
    ///
    /// # Errors
    /// As what is done.
    pub fn change<T, E>(&self, change: impl FnOnce(&mut Kept) -> Result<T, E>) -> Result<T, E> {
        let done = change(&mut self.lock())?;
        self.news.send_modify(|news| *news += 1);
        Ok(done)
    }

    /// What a page waits on.
    #[must_use]
    pub fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }
}

/// The host.
#[derive(Debug)]
pub struct Host {
    database: Database,
    classes: RwLock<BTreeMap<String, Arc<Open>>>,
    cases: Mutex<Cases>,
    /// What is kept of the teacher's password.
    password: String,
    /// Tokens of the teacher's browsers; they sign in again after a restart.
    teachers: Mutex<BTreeSet<String>>,
    /// Wrong codes and passwords.
    tries: Mutex<Tries>,
    /// Where students reach the host, as it is shown.
    addresses: Vec<String>,
}

/// Why a host does not start.
#[derive(Debug, thiserror::Error)]
pub enum NotStarted {
    /// Its database.
    #[error("{0}")]
    Database(#[from] DatabaseError),
    /// A class in it.
    #[error("{0}")]
    Class(#[from] NotOpened),
    /// No secrets can be made.
    #[error("{0}")]
    NoChance(#[from] NoChance),
}

/// Now.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "a class has deadlines; the rules are not told of them")]
pub fn now() -> At {
    At(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |passed| u64::try_from(passed.as_millis()).unwrap_or(u64::MAX)))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Host {
    /// A host with all classes of its database, as they were left.
    ///
    /// # Errors
    /// If the database or a class cannot be read.
    pub fn open(database: Database, password: &str, addresses: Vec<String>) -> Result<Host, NotStarted> {
        let mut cases = Cases::default();
        let mut classes = BTreeMap::new();
        for number in database.classes()? {
            let kept = Kept::open(&database, number, &mut cases)?;
            classes.insert(kept.class().settings.code.clone(), Open::new(kept));
        }
        let password = secret::password(password)?;
        let (classes, cases) = (RwLock::new(classes), Mutex::new(cases));
        Ok(Host { database, classes, cases, password, teachers: Mutex::default(), tries: Mutex::default(), addresses })
    }

    /// Where students reach the host, the likeliest first.
    #[must_use]
    pub fn addresses(&self) -> &[String] {
        &self.addresses
    }

    /// A class by its code.
    #[must_use]
    pub fn class(&self, code: &str) -> Option<Arc<Open>> {
        self.classes.read().unwrap_or_else(PoisonError::into_inner).get(code).cloned()
    }

    /// All classes, the newest first.
    #[must_use]
    pub fn classes(&self) -> Vec<Arc<Open>> {
        let mut classes: Vec<Arc<Open>> = self.classes.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect();
        classes.sort_by_key(|class| Reverse(class.lock().number));
        classes
    }

    /// A wrong code or password: whether that is told, or that there were too many.
    pub fn wrong_try(&self) -> bool {
        locked(&self.tries).wrong(now())
    }

    /// A case by its id; None where there is none.
    pub fn case(&self, id: &str) -> Option<Case> {
        let text = scenario::embedded().iter().find(|(file, _)| file.strip_suffix(".ron") == Some(id))?.1;
        locked(&self.cases).of(text).ok()
    }

    /// A new class; its code and number are chosen here.
    ///
    /// # Errors
    /// If it cannot be kept, or no code could be made.
    pub fn create(&self, settings: Settings) -> Result<Arc<Open>, NotStarted> {
        let mut classes = self.classes.write().unwrap_or_else(PoisonError::into_inner);
        // the clock's, so that the number of a class that was deleted is not another one's
        let last = classes.values().map(|class| class.lock().number).max().unwrap_or(0);
        let number = i64::try_from(now().0).unwrap_or(i64::MAX).max(last.saturating_add(1));
        let code = loop {
            let code = secret::code(secret::CODE)?;
            if !classes.contains_key(&code) {
                break code;
            }
        };
        let open = Open::new(Kept::create(&self.database, number, Settings { code: code.clone(), ..settings }, now())?);
        classes.insert(code, open.clone());
        Ok(open)
    }

    /// Deletes a class with all that is known of its people.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub fn delete(&self, code: &str) -> Result<(), DatabaseError> {
        let mut classes = self.classes.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(class) = classes.get(code) {
            self.database.delete(class.lock().number)?;
            classes.remove(code);
        }
        Ok(())
    }

    /// Signs a teacher's browser in; None where the password is wrong.
    ///
    /// # Errors
    /// If no token could be made.
    pub fn sign_in(&self, password: &str) -> Result<Option<String>, NoChance> {
        if !secret::is_password(password, &self.password) {
            return Ok(None);
        }
        let token = secret::token()?;
        locked(&self.teachers).insert(token.clone());
        Ok(Some(token))
    }

    /// Whether a browser with this token is the teacher's.
    #[must_use]
    pub fn is_teacher(&self, token: &str) -> bool {
        locked(&self.teachers).contains(token)
    }

    /// A browser of the teacher's signs out.
    pub fn sign_out(&self, token: &str) {
        locked(&self.teachers).remove(token);
    }

    /// What the clocks of all classes ask for.
    pub fn tick(&self) {
        for class in self.classes() {
            let ended = class.lock().tick(now());
            match ended {
                Ok(false) => {}
                Ok(true) => class.news.send_modify(|news| *news += 1),
                Err(error) => tracing::warn!("a month did not end: {error}"),
            }
        }
    }
}

/// Whose seat a browser asks for.
#[derive(Clone, Debug)]
pub struct Sitting {
    /// The class.
    pub class: Arc<Open>,
    /// Its code.
    pub code: String,
    /// Who.
    pub student: StudentId,
    /// The browser's token.
    pub token: String,
}
