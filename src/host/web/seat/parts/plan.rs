//! The plan: all cards of the team, by role; the own ones can be changed and taken back.

use super::{Desk, Group, Row, marks};
use crate::host::web::seat::form::Does;
use crate::prose::{cards, checks};
use crate::sim::cards::Card;
use crate::sim::units::{Role, Round};
use crate::sim::view::PlanCardView;
use crate::words::decimal;

impl Desk<'_> {
    pub(super) fn plan(&self) -> Vec<Group> {
        let prose = self.prose;
        // what a card is for was told where it was added, and what its name says is not said again
        let detail = |card: &Card| {
            let is_new = |detail: &String| *detail != cards::purpose(prose, &card.action) && !cards::planned(prose, card).contains(detail);
            Some(cards::detail(prose, &card.action)).filter(is_new)
        };
        let of_role = |&role: &Role| {
            let mine = self.plans && self.roles.contains(&role);
            let row = |card: &PlanCardView| Row {
                title: cards::planned(prose, &card.card),
                subs: detail(&card.card).into_iter().chain(checks::of_planned(prose, card)).collect(),
                chip: prose.hours(card.minutes),
                set: (mine && card.card.action.setting().any).then(|| (format!("?part=plan&set={}", marks::of_planned(card)), prose.say("host-change"))),
                does: mine.then(|| Does { act: "remove", what: marks::of_planned(card), name: prose.say("host-take-back") }),
                ..Row::default()
            };
            let rows = self.view().plan.iter().filter(|card| card.role == role).map(row).collect();
            Group::new(format!("{} · {}", prose.role(role), self.hours(role).0), prose.say("host-plan-empty"), rows)
        };
        // the own roles first
        let mut roles: Vec<&Role> = self.view().guide.roles().iter().collect();
        roles.sort_by_key(|role| !self.roles.contains(role));
        let mut groups: Vec<Group> = roles.into_iter().map(of_role).collect();
        if self.plans
            && self.view().round > Round(1)
            && let Some(own) = groups.first_mut()
        {
            let does = Some(Does { act: "repeat", what: String::new(), name: prose.say("host-add") });
            own.rows.push(Row { title: prose.say("plan-repeat"), does, ..Row::default() });
        }
        groups
    }

    /// The hours of a role: used of all in words, and the same of a hundred.
    pub fn hours(&self, role: Role) -> (String, u32) {
        let staff = self.view().staff(role);
        let (used, total) = (staff.planned.to_hours(), staff.hours.to_hours());
        let text = self.prose.say_with("plan-hours", &[("used", decimal(used, 0).into()), ("total", decimal(total, 0).into())]);
        (text, if total > 0.0 { (used / total * 100.0).clamp(0.0, 100.0) as u32 } else { 0 })
    }
}
