//! Results: what the last month brought, and why.

use super::{Desk, Group, Row, tone};
use crate::prose::deeds;
use crate::prose::highlights::{self, Highlight};

impl Desk<'_> {
    pub(super) fn results(&self) -> Vec<Group> {
        let prose = self.prose;
        let Some(last) = self.view().past.months.last() else {
            return vec![Group::new(prose.say("host-part-results"), prose.say("host-no-results"), Vec::new())];
        };
        let round = last.round;
        let told = highlights::highlights(prose, round);
        let row = |highlight: &Highlight| {
            let more = [Some(&highlight.cause), highlight.voice.as_ref(), highlight.next_time.as_ref()];
            let subs = more.into_iter().flatten().filter(|text| !text.is_empty()).cloned().collect();
            Row { tone: tone(highlight.tone), title: highlight.title.clone(), subs, chip: highlight.chip.clone(), ..Row::default() }
        };
        let figure = |(key, amount)| Row { title: prose.say(key), chip: prose.money_short(amount), ..Row::default() };
        let figures = [("host-revenue", last.revenue), ("host-profit", last.contribution), ("host-cash", last.cash)];
        let deed = |deed: deeds::Deed| Row { tone: tone(deed.tone), title: deed.title, subs: vec![deed.outcome], ..Row::default() };
        let done = deeds::of_round(prose, round, &told).into_iter().map(deed).collect();
        vec![
            Group { figures: true, ..Group::new(prose.month(round), String::new(), figures.into_iter().map(figure).collect()) },
            Group::new(prose.say("host-told"), prose.say("host-nothing-told"), told.iter().rev().map(row).collect()),
            Group::new(prose.say("host-done"), prose.say("host-nothing-done"), done),
        ]
    }
}
