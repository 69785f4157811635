//! Writing notes down: check first, then change, as with every command.

use crate::sim::game::Game;
use crate::sim::notes::{
    Condition, Entered, FIRM_NAME, Firm, MESSAGE, MOST_CONDITIONS, MOST_FIRMS, MOST_MESSAGES, MOST_QUERIES, MOST_SUGGESTIONS, Message, Note, NoteId, Notes,
    OwnFields, QUERY_NAME, Query, REACH, REMARK, Same, SavedQuery, Signature, Suggestion, TalkId, shows,
};
use crate::sim::terms::Reject;
use crate::sim::units::{CustomerId, Role, Round, Seat};
use std::sync::Arc;

/// Carries out a note of a seat whose team exists, or tells why not.
pub(crate) fn note(game: &mut Game, seat: Seat, note: Note) -> Result<(), Reject> {
    let desk = Desk { game, seat };
    let change = desk.check(note)?;
    let round = game.round;
    change.make(Arc::make_mut(&mut game.teams[seat.team.index()].notes), round);
    Ok(())
}

/// A note that may be written.
enum Change {
    Query(Option<NoteId>, String, Query),
    DropQuery(NoteId),
    Own(CustomerId, OwnFields),
    Firm(Option<NoteId>, Role, Firm),
    DropFirm(NoteId),
    Talk(TalkId, String),
    Task(u32, String),
    Post(Role, String, Option<NoteId>),
    Withdraw(NoteId),
    Suggest(Option<Role>, String),
    Leader(Role),
    /// One after the other.
    Both(Box<Change>, Box<Change>),
}

/// Who writes, and what there is.
struct Desk<'a> {
    game: &'a Game,
    seat: Seat,
}

impl Desk<'_> {
    fn notes(&self) -> &Notes {
        &self.game.teams[self.seat.team.index()].notes
    }

    fn leads(&self) -> bool {
        self.notes().leader() == self.seat.role
    }

    fn known(&self, customer: CustomerId) -> Result<(), Reject> {
        let relation = self.game.teams[self.seat.team.index()].relations.get(customer.index());
        if relation.is_some_and(|r| r.known()) { Ok(()) } else { Err(Reject::NoSuchCustomer) }
    }

    fn firm(&self, id: NoteId) -> Result<&Entered, Reject> {
        self.notes().firm(id).ok_or(Reject::NoSuchNote)
    }

    fn check(&self, note: Note) -> Result<Change, Reject> {
        let (notes, role) = (self.notes(), self.seat.role);
        let team = &self.game.teams[self.seat.team.index()];
        match note {
            Note::SaveQuery { name, query } => {
                room(notes.queries.len(), MOST_QUERIES)?;
                self.query(None, &name, &query)?;
                Ok(Change::Query(None, name, query))
            }
            Note::ChangeQuery { id, name, query } => {
                notes.query(id).ok_or(Reject::NoSuchNote)?;
                self.query(Some(id), &name, &query)?;
                Ok(Change::Query(Some(id), name, query))
            }
            Note::DropQuery(id) => notes.query(id).map(|_| Change::DropQuery(id)).ok_or(Reject::NoSuchNote),
            Note::Own(customer, own) => {
                self.known(customer)?;
                check_own(&own)?;
                Ok(Change::Own(customer, own))
            }
            Note::Enter(firm) => {
                room(notes.firms.len(), MOST_FIRMS)?;
                check_firm(&firm)?;
                Ok(Change::Firm(None, role, firm))
            }
            Note::ChangeFirm(id, firm) => {
                let by = self.firm(id)?.by;
                check_firm(&firm)?;
                Ok(Change::Firm(Some(id), by, firm))
            }
            Note::DropFirm(id) => self.firm(id).map(|_| Change::DropFirm(id)),
            Note::Merge { firm, into } => self.merge(firm, into),
            Note::Talk(id, words) => {
                let talk = self.game.journal.teams[self.seat.team.index()].interactions.get(id.0 as usize).ok_or(Reject::NoSuchNote)?;
                if talk.role != role && !self.leads() {
                    return Err(Reject::NotYours);
                }
                several_lines(&words, REMARK)?;
                Ok(Change::Talk(id, words))
            }
            Note::Task(id, words) => {
                if !self.leads() {
                    return Err(Reject::NotLeader);
                }
                if !team.management.tasks.iter().any(|t| t.id == id) {
                    return Err(Reject::NoSuchTask);
                }
                several_lines(&words, REMARK)?;
                Ok(Change::Task(id, words))
            }
            Note::Post { text, reply } => {
                room(notes.messages.len(), MOST_MESSAGES)?;
                written(&text, MESSAGE)?;
                let first = match reply {
                    // an answer to an answer belongs to the same talk
                    Some(id) => notes.message(id).map(|m| Some(m.reply.unwrap_or(id))).ok_or(Reject::NoSuchNote)?,
                    None => None,
                };
                Ok(Change::Post(role, text, first))
            }
            Note::Withdraw(id) => {
                let message = notes.message(id).filter(|m| !m.text.is_empty()).ok_or(Reject::NoSuchNote)?;
                if message.by == role || self.leads() { Ok(Change::Withdraw(id)) } else { Err(Reject::NotYours) }
            }
            Note::Suggest { text, signature } => {
                room(notes.suggestions.len(), MOST_SUGGESTIONS)?;
                written(&text, MESSAGE)?;
                Ok(Change::Suggest((signature == Signature::Signed).then_some(role), text))
            }
            Note::Leader(named) => {
                if !self.game.scenario.guide.roster.has(named) {
                    return Err(Reject::NoSuchSeat);
                }
                if notes.leader.is_none() || self.leads() { Ok(Change::Leader(named)) } else { Err(Reject::NotLeader) }
            }
        }
    }

    fn query(&self, changed: Option<NoteId>, name: &str, query: &Query) -> Result<(), Reject> {
        one_line(name, QUERY_NAME)?;
        if name.is_empty() {
            return Err(Reject::BadText);
        }
        if self.notes().queries.iter().any(|q| Some(q.id) != changed && q.name == name) {
            return Err(Reject::SameName);
        }
        let conditions = &query.0;
        let acceptable = |condition: &Condition| match condition {
            Condition::Industry(id) => id.index() < self.game.scenario.guide.industries.len(),
            Condition::Satisfaction { from, to } => from <= to && *to <= 100,
            Condition::Value { from, to } => from < to,
            Condition::Person(place) => usize::from(*place) < self.game.teams[self.seat.team.index()].staff[Role::AccountManager.index()].posts.len(),
            Condition::Name(part) => !part.is_empty() && one_line(part, QUERY_NAME).is_ok(),
            _ => true,
        };
        let repeated = conditions.iter().enumerate().any(|(place, c)| conditions[..place].contains(c));
        if conditions.len() > MOST_CONDITIONS || repeated || !conditions.iter().all(acceptable) {
            return Err(Reject::BadList);
        }
        Ok(())
    }

    /// The words of the one that goes, behind those of the one that stays.
    fn merge(&self, id: NoteId, into: Same) -> Result<Change, Reject> {
        let going = self.firm(id)?.firm.clone();
        let kept = match into {
            Same::Customer(customer) => {
                self.known(customer)?;
                let own = self.notes().own(customer).cloned().unwrap_or_default().joined(going.own);
                check_own(&own)?;
                Change::Own(customer, own)
            }
            Same::Firm(other) => {
                if other == id {
                    return Err(Reject::NoSuchNote);
                }
                let stays = self.firm(other)?;
                let firm = Firm { own: stays.firm.own.clone().joined(going.own), ..stays.firm.clone() };
                check_own(&firm.own)?;
                Change::Firm(Some(other), stays.by, firm)
            }
        };
        Ok(Change::Both(Box::new(kept), Box::new(Change::DropFirm(id))))
    }
}

impl Change {
    fn make(self, notes: &mut Notes, round: Round) {
        match self {
            Change::Query(Some(id), name, query) => {
                for saved in notes.queries.iter_mut().filter(|q| q.id == id) {
                    *saved = SavedQuery { id, name: name.clone(), query: query.clone() };
                }
            }
            Change::Query(None, name, query) => {
                let id = notes.number();
                notes.queries.push(SavedQuery { id, name, query });
            }
            Change::DropQuery(id) => notes.queries.retain(|q| q.id != id),
            Change::Own(customer, own) => put(&mut notes.own, customer, (!own.is_empty()).then_some(own)),
            Change::Firm(Some(id), _, firm) => {
                for entered in notes.firms.iter_mut().filter(|f| f.id == id) {
                    entered.firm = firm.clone();
                }
            }
            Change::Firm(None, by, firm) => {
                let id = notes.number();
                notes.firms.push(Entered { id, round, by, firm });
            }
            Change::DropFirm(id) => notes.firms.retain(|f| f.id != id),
            Change::Talk(id, words) => put(&mut notes.talks, id, (!words.is_empty()).then_some(words)),
            Change::Task(id, words) => put(&mut notes.tasks, id, (!words.is_empty()).then_some(words)),
            Change::Post(by, text, reply) => {
                let id = notes.number();
                notes.messages.push(Message { id, round, by, text, reply });
            }
            Change::Withdraw(id) => {
                if notes.messages.iter().any(|m| m.reply == Some(id)) {
                    notes.messages.iter_mut().filter(|m| m.id == id).for_each(|m| m.text.clear());
                } else {
                    notes.messages.retain(|m| m.id != id);
                }
            }
            Change::Suggest(by, text) => {
                let id = notes.number();
                notes.suggestions.push(Suggestion { id, round, by, text });
            }
            Change::Leader(role) => notes.leader = Some(role),
            Change::Both(first, second) => {
                first.make(notes, round);
                second.make(notes, round);
            }
        }
    }
}

impl Notes {
    fn number(&mut self) -> NoteId {
        self.last_id = self.last_id.wrapping_add(1);
        NoteId(self.last_id)
    }
}

/// Sets or takes away the entry of `key` in a list sorted by key.
fn put<K: Ord, V>(list: &mut Vec<(K, V)>, key: K, value: Option<V>) {
    match (list.binary_search_by(|(k, _)| k.cmp(&key)), value) {
        (Ok(place), Some(value)) => list[place].1 = value,
        (Ok(place), None) => drop(list.remove(place)),
        (Err(place), Some(value)) => list.insert(place, (key, value)),
        (Err(_), None) => {}
    }
}

const fn room(count: usize, most: usize) -> Result<(), Reject> {
    if count < most { Ok(()) } else { Err(Reject::NotesFull) }
}

fn check_firm(firm: &Firm) -> Result<(), Reject> {
    one_line(&firm.name, FIRM_NAME)?;
    if firm.name.is_empty() {
        return Err(Reject::BadText);
    }
    check_own(&firm.own)
}

fn check_own(own: &OwnFields) -> Result<(), Reject> {
    one_line(&own.reach, REACH)?;
    several_lines(&own.remark, REMARK)
}

fn written(text: &str, most: usize) -> Result<(), Reject> {
    if text.is_empty() { Err(Reject::BadText) } else { several_lines(text, most) }
}

fn one_line(text: &str, most: usize) -> Result<(), Reject> {
    if text.contains('\n') { Err(Reject::BadText) } else { several_lines(text, most) }
}

/// At most so many letters, no blank at either end, and all of it shows.
fn several_lines(text: &str, most: usize) -> Result<(), Reject> {
    if text.trim() != text || text.chars().count() > most || !shows(text) { Err(Reject::BadText) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
