//! Today: what wants attention, the month's questions with their answers, and what the office can do beside.

use super::{Answering, Desk, Group, Row, marks, tone};
use crate::advice::agenda::AgendaItem;
use crate::advice::todo::{self, Step};
use crate::host::web::seat::form::Does;
use crate::prose::agenda::{self, Entry};
use crate::prose::questions::{self, Reply};
use crate::sim::units::CustomerId;

impl Desk<'_> {
    pub(super) fn today(&self) -> Vec<Group> {
        let prose = self.prose;
        // what is left out of a long list is all there, and the strategy has a form of its own
        let has_line = |entry: &&Entry| match entry.item {
            AgendaItem::More => false,
            AgendaItem::Strategy => !self.leads(),
            _ => true,
        };
        let rows = self.entries().iter().filter(has_line).map(|entry| self.item(entry)).collect();
        vec![
            Group::new(prose.say("agenda-title"), prose.say("host-agenda-empty"), rows),
            Group::new(prose.say("host-office"), String::new(), self.desk_offers().map(|offer| self.offer(&offer, "today", None)).collect()),
        ]
    }

    /// The team's leader sits here.
    pub fn leads(&self) -> bool {
        self.roles.contains(&self.view().notes.leader())
    }

    fn item(&self, entry: &Entry) -> Row {
        let prose = self.prose;
        let step = todo::step(self.view(), entry.item, self.roles);
        let mark = marks::of_step(entry.item, &step);
        let verb = marks::verb(&step).filter(|_| self.plans);
        let (set, does) = match (&step, verb) {
            (_, None) => (None, None),
            (Step::Set(..), Some(verb)) => (Some((format!("?part=today&set={mark}"), prose.say(verb))), None),
            (_, Some(verb)) => (None, Some(Does { act: "agenda", what: mark, name: prose.say(verb) })),
        };
        let hindrance = agenda::blocked(prose, entry.item, self.roles);
        Row {
            tone: if entry.planned { "planned" } else { tone(entry.tone) },
            title: entry.title.clone(),
            subs: [entry.sub.clone()].into_iter().chain(hindrance).filter(|text| !text.is_empty()).collect(),
            link: todo::item_customer(self.view(), entry.item).map_or_else(String::new, sheet_link),
            set,
            does,
            replies: entry.replies.iter().filter(|reply| reply.answer.is_some() && self.roles.contains(&reply.role)).map(|reply| self.answer(reply)).collect(),
            ..Row::default()
        }
    }

    fn answer(&self, reply: &Reply) -> Answering {
        let prose = self.prose;
        let hindrance = reply.hindrance.filter(|_| !reply.chosen).map(|why| prose.say(questions::hindrance(why)));
        Answering {
            does: Does { act: "answer", what: marks::of_reply(reply), name: reply.label.clone() },
            chosen: reply.chosen,
            possible: self.plans && hindrance.is_none(),
            chance: reply.chance.clone(),
            subs: [&reply.facts, &reply.cost].into_iter().filter(|text| !text.is_empty()).cloned().collect(),
            warning: hindrance.unwrap_or_else(|| reply.warning.clone()),
        }
    }
}

/// The sheet of a customer.
pub(super) fn sheet_link(id: CustomerId) -> String {
    format!("?part=customers&customer={}", id.0)
}
