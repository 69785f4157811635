//! What makes one bot differ from another: numbers and choices, nothing else (MODEL.md 14).

use super::BotKind;
use super::luck::BotLuck;
use crate::sim::command::{Intent, QueuePolicy};
use crate::sim::units::{CustomerId, Fen, Role, Round};

/// Whom the effort goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Targeting {
    /// The best value and chance first, and more hours where more is at stake.
    Value,
    /// Everybody alike, in an order drawn each month.
    Equal,
}

/// Which deals the account manager follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deals {
    All,
    /// Only customers that have not bought yet.
    FirstOrders,
    /// Only customers that have bought.
    Repeat,
}

/// How a bot plays. All bots share one strategy engine; this is all they differ in.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Acts at all.
    pub acts: Acts,
    // developer
    /// Goes to exhibitions, to summits.
    pub fairs: bool,
    pub summits: bool,
    /// Hours of prospecting a month.
    pub prospect: i32,
    pub qualify: bool,
    /// Researches named and valuable customers on the web with the hours left.
    pub research: bool,
    // account manager
    /// Hours of selling a month.
    pub sell: i32,
    pub deals: Deals,
    /// Bids again where it has lost a bid before the first order.
    pub persists: bool,
    pub targeting: Targeting,
    /// Promise of every quote, in points.
    pub promise: f64,
    /// What the seller wants from calls.
    pub intent: Intent,
    /// Discount of every quote, as a share.
    pub discount: f64,
    /// Amount of a gift, and how many a month; none if zero.
    pub gift: Fen,
    pub gifts: usize,
    /// Free checks a month, of deals about to be decided and of customers that have none.
    pub free_checks: usize,
    /// Promises priority service.
    pub priority: bool,
    /// Hands customers over after a resignation.
    pub handover: bool,
    /// Hours of the account manager that go into care at the most.
    pub sales_care: i32,
    pub forecast: bool,
    /// Keeps a next task for every customer and deal.
    pub tasks: bool,
    // service
    /// Hours of care a month at the most.
    pub care: i32,
    /// Hours at the queue at the most; 0: nobody answers.
    pub queue: i32,
    pub queue_policy: QueuePolicy,
    /// Surveys and proactive checks a month.
    pub surveys: usize,
    pub checks: usize,
    pub articles: bool,
    /// Share of the interactions that are written up.
    pub write_up: f64,
}

/// Whether a bot plays the policy as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// Submits an empty plan.
    Never,
    AsStated,
    /// Draws its numbers anew for every role and month.
    ByLuck,
}

impl Policy {
    /// The reference bot of MODEL.md 14.
    #[must_use]
    pub fn balanced() -> Policy {
        Policy {
            acts: Acts::AsStated,
            fairs: true,
            summits: false,
            prospect: 54,
            qualify: true,
            research: true,
            sell: 108,
            deals: Deals::All,
            persists: true,
            targeting: Targeting::Value,
            promise: 0.0,
            intent: Intent::Ask,
            discount: 0.0,
            gift: Fen::ZERO,
            gifts: 0,
            free_checks: 2,
            priority: false,
            handover: true,
            sales_care: 40,
            forecast: true,
            tasks: true,
            // with the checks 79 hours of looking after customers
            care: 70,
            queue: 120,
            queue_policy: QueuePolicy::Severity,
            surveys: 3,
            checks: 4,
            articles: false,
            write_up: 1.0,
        }
    }

    #[must_use]
    pub fn of(kind: BotKind) -> Policy {
        let base = Policy::balanced();
        match kind {
            BotKind::Balanced => base,
            BotKind::Hunting => Policy {
                summits: true,
                prospect: 100,
                research: false,
                deals: Deals::FirstOrders,
                handover: false,
                sales_care: 0,
                care: 0,
                queue: 40,
                surveys: 0,
                checks: 0,
                ..base
            },
            BotKind::Farming => Policy { fairs: false, prospect: 0, deals: Deals::Repeat, ..base },
            BotKind::SellAndForget => Policy {
                prospect: 80,
                research: false,
                promise: 25.0,
                persists: false,
                free_checks: 0,
                handover: false,
                sales_care: 0,
                tasks: false,
                care: 0,
                queue: 0,
                surveys: 0,
                checks: 0,
                write_up: 0.0,
                ..base
            },
            BotKind::ServiceHeavy => Policy { care: 20, queue: 120, surveys: 6, checks: 6, articles: true, sales_care: 0, ..base },
            BotKind::NoRecords => Policy { write_up: 0.0, ..base },
            BotKind::SellHeavy => {
                Policy { summits: true, prospect: 90, research: false, sell: 118, sales_care: 0, care: 20, queue: 40, surveys: 0, checks: 0, ..base }
            }
            BotKind::CareHeavy => Policy { prospect: 30, sell: 50, sales_care: 66, care: 110, queue: 30, surveys: 6, checks: 6, ..base },
            BotKind::OverPromiser => Policy { promise: 25.0, ..base },
            BotKind::UnderPromiser => Policy { promise: -10.0, ..base },
            BotKind::Discounter => Policy { discount: 0.12, ..base },
            BotKind::GiftHeavy => Policy { gift: Fen::yuan(2_000), gifts: 2, ..base },
            BotKind::EqualTreatment => Policy { targeting: Targeting::Equal, ..base },
            BotKind::NoService => Policy { queue: 0, ..base },
            BotKind::NoCare => Policy { sales_care: 0, care: 0, surveys: 0, checks: 0, ..base },
            BotKind::Random => Policy { acts: Acts::ByLuck, ..base },
            BotKind::Passive => Policy { acts: Acts::Never, forecast: false, tasks: false, ..base },
        }
    }

    /// The policy of this role and month: the same, or drawn by luck.
    #[must_use]
    pub(super) fn this_month(&self, role: Role, round: Round, luck: &BotLuck) -> Policy {
        if self.acts != Acts::ByLuck {
            return self.clone();
        }
        let draw = |slot: u16| luck.uniform(CustomerId(0), round, 64 * role.index() as u16 + slot);
        let hours = |slot: u16, most: i32| (draw(slot) * f64::from(most / 2 + 1)) as i32 * 2;
        let often = |slot: u16| draw(slot) < 0.5;
        Policy {
            acts: Acts::AsStated,
            fairs: often(0),
            summits: often(23),
            prospect: hours(1, 120),
            qualify: often(2),
            research: often(3),
            sell: hours(4, 118),
            deals: match (draw(5) * 3.0) as u8 {
                0 => Deals::All,
                1 => Deals::FirstOrders,
                _ => Deals::Repeat,
            },
            persists: often(22),
            targeting: Targeting::Equal,
            promise: (draw(6) * 36.0).floor() - 10.0,
            intent: match (draw(21) * 3.0) as u8 {
                0 => Intent::Inform,
                1 => Intent::Ask,
                _ => Intent::Close,
            },
            discount: (draw(7) * 13.0).floor() / 100.0,
            gift: Fen::yuan(200),
            gifts: usize::from(often(8)),
            free_checks: usize::from(often(9)),
            priority: often(24),
            handover: often(10),
            sales_care: hours(11, 60),
            forecast: often(12),
            tasks: often(13),
            care: hours(14, 120),
            queue: hours(15, 120),
            queue_policy: match (draw(16) * 4.0) as u8 {
                0 => QueuePolicy::FirstCome,
                1 => QueuePolicy::Severity,
                2 => QueuePolicy::Value,
                _ => QueuePolicy::DueDate,
            },
            surveys: (draw(17) * 6.0) as usize,
            checks: (draw(18) * 6.0) as usize,
            articles: often(19),
            write_up: draw(20),
        }
    }
}
