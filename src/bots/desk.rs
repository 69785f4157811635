//! A bot's desk: what is left of hours, decisions and money while it fills its plan.

use super::appraisal::{Weighed, heaviest_first, ids};
use super::luck::BotLuck;
use super::policy::Policy;
use super::reception;
use crate::sim::cards::{Action, Card};
use crate::sim::parameters::Rules;
use crate::sim::planning::command::Command;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use crate::sim::view::View;

/// The plan of one role in the making. Never lets through a card for which hours, decisions or money are missing.
pub(super) struct Desk<'a> {
    pub policy: &'a Policy,
    pub view: &'a View,
    pub luck: &'a BotLuck<'a>,
    role: Role,
    minutes: i32,
    decisions: u16,
    purse: Fen,
    cards: u16,
    out: &'a mut Vec<Command>,
}

/// The part of the team's money that a role may plan with, so that roles planning from one view agree; shared out among the roles there are.
const PURSE: [f64; Role::COUNT] = [0.3, 0.5, 0.2, 0.1, 0.05];
/// The same where the account manager buys goods for a stock.
const PURSE_WITH_STOCK: [f64; Role::COUNT] = [0.1, 0.85, 0.05, 0.05, 0.02];

fn purse(policy: &Policy, view: &View, role: Role) -> Fen {
    let shares = if view.guide.keeps_stock() { &PURSE_WITH_STOCK } else { &PURSE };
    let all: f64 = view.guide.roles().iter().map(|role| shares[role.index()]).sum();
    let apart = if reception::buys(policy, view) { view.guide.rules.tools.buy_cost } else { Fen::ZERO };
    (view.spendable - apart).scale(shares[role.index()] / all)
}

impl<'a> Desk<'a> {
    pub fn new(policy: &'a Policy, view: &'a View, role: Role, luck: &'a BotLuck<'a>, out: &'a mut Vec<Command>) -> Desk<'a> {
        Desk {
            policy,
            view,
            luck,
            role,
            minutes: view.staff(role).hours.0,
            decisions: view.guide.rules.work.max_decisions,
            purse: purse(policy, view, role),
            cards: 0,
            out,
        }
    }

    pub fn rules(&self) -> &'a Rules {
        &self.view.guide.rules
    }

    pub fn role(&self) -> Role {
        self.role
    }

    /// Minutes of a policy's hours: they are one person's, and a role may have several.
    pub fn hours(&self, hours: i32) -> i32 {
        let people = self.view.staff(self.role).posts.iter().filter(|post| post.filled).count().max(1);
        (hours * 60).saturating_mul(people as i32)
    }

    /// Minutes not yet planned.
    pub fn left(&self) -> i32 {
        self.minutes
    }

    /// Decisions not yet used.
    pub fn decisions(&self) -> u16 {
        self.decisions
    }

    pub fn purse(&self) -> Fen {
        self.purse
    }

    /// Keeps minutes and one decision back for a later card, which then calls `release`.
    pub fn reserve(&mut self, time: Minutes) -> bool {
        let fits = self.decisions > 0 && self.minutes >= time.0;
        if fits {
            self.minutes -= time.0;
            self.decisions -= 1;
        }
        fits
    }

    pub fn release(&mut self, time: Minutes) {
        self.minutes += time.0;
        self.decisions += 1;
    }

    /// Whether the next card is written up: always, never, or by luck in the share stated.
    pub fn writes_up(&self) -> bool {
        let share = self.policy.write_up;
        share >= 1.0 || (share > 0.0 && self.luck.diligence(self.role, self.view.round, self.cards) < share)
    }

    /// Minutes of writing up one interaction of the next card.
    pub fn write_up(&self) -> i32 {
        if self.writes_up() { self.rules().work.write_up.0 } else { 0 }
    }

    /// Puts a card into the plan, if it fits.
    pub fn add(&mut self, action: Action, minutes: i32, cost: Fen) -> bool {
        if self.decisions == 0 || minutes > self.minutes || cost > self.purse {
            return false;
        }
        let write_up = self.writes_up();
        self.minutes -= minutes;
        self.decisions -= 1;
        self.purse -= cost;
        self.cards += 1;
        self.out.push(Command::Add(Card { action, write_up }));
        true
    }

    /// One card for the heaviest of a list, `each` minutes apiece: as many as there is time for, at most `most`.
    pub fn add_heaviest(&mut self, mut list: Vec<Weighed>, each: i32, most: usize, action: impl FnOnce(Vec<CustomerId>) -> Action) {
        heaviest_first(&mut list);
        list.truncate(most.min((self.left() / each.max(1)).max(0) as usize));
        if !list.is_empty() {
            let minutes = each * list.len() as i32;
            self.add(action(ids(&list)), minutes, Fen::ZERO);
        }
    }

    /// A card whose money was set apart before the roles shared the rest.
    pub fn add_apart(&mut self, action: Action, minutes: i32, cost: Fen) -> bool {
        self.purse += cost;
        let added = self.add(action, minutes, cost);
        if !added {
            self.purse -= cost;
        }
        added
    }

    /// A command that is not a card.
    pub fn say(&mut self, command: Command) {
        self.out.push(command);
    }
}
