//! From what a form asks for to the decisions of the roles that are played at its seat.

use super::form::{Does, Sent};
use super::parts::Desk;
use super::parts::marks::{of_offer, of_planned, of_reply, of_step as mark_of_step};
use super::{setting, strategy, view};
use crate::advice::questions::{self, Answer};
use crate::advice::todo::{self, Step};
use crate::host::class::No;
use crate::host::class::fact::StudentId;
use crate::host::class::kept::{Kept, NotDone, Wish};
use crate::prose::{Prose, cards};
use crate::room::{Act, Refusal, RequestId, Revision};
use crate::sim::cards::CardId;
use crate::sim::planning::command::Command;
use crate::sim::terms::Reject;
use crate::sim::units::{Role, Seat};
use crate::sim::view::View;
use crate::words::Lang;
use sha2::{Digest, Sha256};

/// Why something was not done.
#[derive(Debug)]
pub struct Undone {
    /// Why.
    pub error: NotDone,
    /// The rules' own refusal in full; None for every other one.
    pub refusal: Option<String>,
    /// What was wanted of a plan that has changed since.
    pub conflict: Option<Box<Conflict>>,
}

/// What was wanted of a plan that has changed since.
#[derive(Debug, Default)]
pub struct Conflict {
    /// In words, a line each.
    pub wanted: Vec<String>,
    /// The button that does it all the same; None where it is not there to be done any more.
    pub does: Option<Does>,
    /// The values that were set with it.
    pub fields: Vec<(String, String)>,
}

impl From<NotDone> for Undone {
    fn from(error: NotDone) -> Undone {
        Undone { error, refusal: None, conflict: None }
    }
}

impl From<No> for Undone {
    fn from(no: No) -> Undone {
        NotDone::from(no).into()
    }
}

/// Does what a form asks for: all of it or nothing, and once however often it is sent.
///
/// # Errors
/// If the seat has no such thing to do, the plan has changed since, the game refuses it or it cannot be kept.
pub fn carry_out(kept: &mut Kept, student: StudentId, sent: &Sent, lang: Lang) -> Result<(), Undone> {
    let (team, _, roles) = kept.class().place(student).ok_or(No::NotYours)?;
    let roles = roles.to_vec();
    for (name, act) in [("submit", Act::Submit), ("withdraw", Act::Withdraw)] {
        if name == sent.act {
            return Ok(kept.hand_in(student, sent.round, &act)?);
        }
    }
    if kept.has_done(student, request(sent, 0)) {
        return Ok(());
    }
    let room = kept.room().ok_or(No::NotNow)?;
    let view = view(room, team, &roles).ok_or(No::NotYours)?;
    let now: Vec<u32> = roles.iter().map(|&role| room.revision(Seat { team, role }).0).collect();
    let round = room.round();
    let prose = Prose::new(&view, lang);
    let desk = Desk { prose: &prose, roles: &roles, plans: true };
    let Some(steps) = steps(&desk, sent) else {
        let refusal = match act(&sent.act) {
            _ if round != sent.round => Refusal::OtherRound { now: round },
            _ if now != sent.revisions => Refusal::Stale { now: Revision(now.first().copied().unwrap_or_default()) },
            "set" => return Err(No::Value.into()),
            "strategy" => return Err(NotDone::Game(Refusal::Rules(Reject::BadList)).into()),
            _ => return Err(No::NotNow.into()),
        };
        return Err(Undone { error: NotDone::Game(refusal), refusal: None, conflict: Some(Box::default()) });
    };
    let wanted: Vec<String> = steps.iter().filter_map(|(_, command)| told(&prose, command)).collect();
    // what follows in the same breath stands on what went before
    let mut revisions = sent.revisions.clone();
    let wish = |(place, (role, command)): (usize, (Role, Command))| {
        let at = roles.iter().position(|played| *played == role)?;
        let revision = revisions.get_mut(at)?;
        let wish = Wish { role, round: sent.round, revision: Revision(*revision), request: Some(request(sent, place)), act: command.into() };
        *revision = revision.saturating_add(1);
        Some(wish)
    };
    let wishes: Option<Vec<Wish>> = steps.into_iter().enumerate().map(wish).collect();
    let again = Does { act: act(&sent.act), what: sent.what.clone(), name: prose.say("host-do-it-anyway") };
    kept.decide(student, wishes.ok_or(No::NotYours)?).map_err(|error| match error {
        NotDone::Game(Refusal::Stale { .. } | Refusal::OtherRound { .. }) => {
            Undone { error, refusal: None, conflict: Some(Box::new(Conflict { wanted, does: Some(again), fields: sent.fields.clone() })) }
        }
        NotDone::Game(Refusal::Rules(reject)) => Undone { error, refusal: Some(prose.refusal(reject)), conflict: None },
        error => error.into(),
    })
}

/// What forms ask for.
const ACTS: [&str; 7] = ["agenda", "answer", "offer", "set", "remove", "repeat", "strategy"];

fn act(sent: &str) -> &'static str {
    ACTS.into_iter().find(|act| *act == sent).unwrap_or_default()
}

/// The commands of what is wanted, each with the role that gives it; None where it is not there to be done.
fn steps(desk: &Desk, sent: &Sent) -> Option<Vec<(Role, Command)>> {
    let view = desk.view();
    match act(&sent.act) {
        "agenda" => {
            let steps = desk.entries().into_iter().map(|entry| (entry.item, todo::step(view, entry.item, desk.roles)));
            let (_, step) = steps.into_iter().find(|(item, step)| mark_of_step(*item, step) == sent.what)?;
            of_step(view, step)
        }
        "answer" => {
            let entries = desk.entries();
            let found = entries.iter().find_map(|entry| {
                let reply = entry.replies.iter().find(|reply| of_reply(reply) == sent.what)?;
                Some((entry, reply))
            });
            let (entry, reply) = found?;
            let given: Vec<&Answer> = entry.replies.iter().filter(|other| other.chosen).filter_map(|other| other.answer.as_ref()).collect();
            let commands = questions::give(view, reply.role, &given, reply.answer.as_ref());
            Some(commands.into_iter().map(|command| (reply.role, command)).collect())
        }
        "offer" => {
            let offer = desk.all_offers().find(|offer| of_offer(offer) == sent.what)?;
            Some(vec![(offer.role, Command::Add(offer.card))])
        }
        "set" => {
            let mut setting = setting::find(desk, &sent.what)?;
            setting.take(view, &sent.fields)?;
            let command = setting.changes.map_or_else(|| Command::Add(setting.card.clone()), |id| Command::Change(id, setting.card.clone()));
            Some(vec![(setting.role, command)])
        }
        "remove" => {
            let card = view.plan.iter().find(|card| of_planned(card) == sent.what)?;
            Some(vec![(card.role, Command::Remove(card.id))])
        }
        "repeat" => Some(desk.roles.iter().map(|&role| (role, Command::Repeat)).collect()),
        "strategy" => Some(vec![(view.seat.role, Command::Strategy(strategy::read(view, &sent.fields)?))]),
        _ => None,
    }
}

fn of_step(view: &View, step: Step) -> Option<Vec<(Role, Command)>> {
    match step {
        Step::Add(offer) => Some(vec![(offer.role, Command::Add(offer.card))]),
        Step::Join(offer, card) => Some(vec![(offer.role, Command::Change(card, offer.card))]),
        Step::TakeBack(role, card, Some(left)) => Some(vec![(role, Command::Change(card, left))]),
        Step::TakeBack(role, card, None) => Some(vec![(role, Command::Remove(card))]),
        Step::Tasks(tasks) => Some(tasks.into_iter().map(|task| (view.seat.role, task.command())).collect()),
        // what wants setting is sent by the form that sets it
        Step::Set(..) | Step::Blocked(..) | Step::Look => None,
    }
}

/// What a command comes to, as whoever wanted it would say it.
fn told(prose: &Prose, command: &Command) -> Option<String> {
    let planned = |id: &CardId| prose.view.plan.iter().find(|card| card.id == *id);
    let named = |key: &str, name: String| Some(prose.say_with(key, &[("card", name.into())]));
    match command {
        Command::Add(card) => named("host-wanted-add", cards::planned(prose, card)),
        Command::Change(_, card) => named("host-wanted-change", cards::planned(prose, card)),
        Command::Remove(id) => named("host-wanted-remove", planned(id).map_or_else(String::new, |card| cards::planned(prose, &card.card))),
        _ => None,
    }
}

/// The number of a request: of its page, and of what of the page is wanted, so that two buttons of a page are two requests.
fn request(sent: &Sent, place: usize) -> RequestId {
    let digest = Sha256::digest(format!("{:?}", (&sent.request, &sent.act, &sent.what, &sent.fields, place)).as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest[..8]);
    RequestId(u64::from_le_bytes(bytes))
}
