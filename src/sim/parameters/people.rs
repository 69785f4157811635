//! Working time, wages, hiring, training and leaving.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Working time, wages and limits of a plan (docs/model.md#hours-and-money, #staff, #books).
Work {
    /// Productive hours of a person in a month.
    role_hours: Minutes = Minutes::from_hours(120), 1, 400;
    /// Wage of a person in a month, in yuan.
    wage: Fen = Fen::yuan(12_000), 0, 1_000_000;
    /// Share of a person's hours left after a resignation.
    hours_after_resignation: f64 = 0.8, 0, 1;
    /// Rounds for which a resignation reduces the hours.
    rounds_after_resignation: u16 = 3, 0, 24;
    /// Most decisions of a role in a month.
    max_decisions: u16 = 8, 1, 60;
    /// Time to write an interaction up, in hours.
    write_up: Minutes = Minutes(15), 0, 8;
    /// Working days in a month, the ticks of the service queue.
    days: u16 = 20, 1, 31;
    /// Cash may fall this far below zero before new spending is refused, in yuan.
    credit_limit: Fen = Fen::yuan(200_000), 0, 1_000_000_000;
    /// Interest on an overdraft a month.
    overdraft_interest: f64 = 0.01, 0, 1;
    /// Skill of a new member of staff, 0 to 100.
    skill: f64 = 50.0, 0, 100;
    /// Chance that a member of staff leaves in a month (0 where departures are scripted).
    resignation: f64 = 0.0, 0, 1;
}
}

table! {
/// People: work outside one's role, skill, hiring, training, leaving (docs/model.md#outside-the-role, #skill, #hiring-and-training, #resignation).
Staffing {
    /// What work outside one's role counts; 0 forbids it. Cards of fixed hours take that much longer, hours set by the player do that much less.
    outside_role: f64 = 0.6, 0, 1;
    /// What 50 points more of skill add to the pace and yield of work, as a share (a new member of staff is the measure).
    skill_effect: f64 = 0.3, 0, 1;
    /// Hours of interviews to hire somebody, of whoever leads them.
    hire_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Cost of hiring somebody, in yuan.
    hire_cost: Fen = Fen::yuan(8_000), 0, 10_000_000;
    /// Most people in a role.
    most_people: u16 = 12, 1, 20;
    /// Hours of a training, of the role trained.
    train_hours: Minutes = Minutes::from_hours(16), 0, 400;
    /// Cost of a training, in yuan.
    train_cost: Fen = Fen::yuan(3_000), 0, 10_000_000;
    /// Skill gained by a training, in points of the gap to 100.
    train_gain: f64 = 20.0, 0, 100;
    /// A month counts as overwork from this share of the hours on.
    overwork_share: f64 = 0.95, 0, 1;
    /// Months of overwork in a row that raise the chance of leaving.
    overwork_months: u16 = 3, 1, 24;
    /// By which share they raise it.
    overwork: f64 = 1.0, 0, 20;
}
}

impl Staffing {
    /// Whether a plan of so many minutes leaves nobody time to breathe.
    #[must_use]
    pub fn full(&self, planned: Minutes, hours: Minutes) -> bool {
        hours.0 > 0 && f64::from(planned.0) >= self.overwork_share * f64::from(hours.0)
    }

    /// Skill points that a training adds: a share of the gap, so every further one brings less.
    #[must_use]
    pub fn learnt(&self, skill: f64) -> f64 {
        self.train_gain / 100.0 * (100.0 - skill)
    }

    /// What `busy` months of overwork in a row multiply the chance of leaving by.
    #[must_use]
    pub fn haste_to_leave(&self, busy: u16) -> f64 {
        if busy >= self.overwork_months { 1.0 + self.overwork } else { 1.0 }
    }
}
