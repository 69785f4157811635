//! Bots: strategies that play through the same `View` and `Command` as people.
//!
//! One strategy engine plays every [`Policy`]; the seventeen kinds of docs/model.md#bots are seventeen policies. A bot keeps
//! nothing from one month to the next: whatever it needs to know it reads from the view. It must not know the state.

mod account_manager;
mod answers;
mod appraisal;
mod cultivator;
mod desk;
mod developer;
mod knobs;
mod luck;
mod opened;
mod people;
mod play;
mod policy;
mod reception;
mod service;
mod stock;

pub use knobs::{Allowed, Knob, Setting};
pub use luck::BotLuck;
pub use opened::{Answering, play_opened};
pub use play::{Refused, play_game, play_month};
pub use policy::{Acts, Courts, Deals, Integrate, Policy, Stocking, Targeting};

use crate::sim::planning::command::Command;
use crate::sim::terms::Opening;
use crate::sim::units::Role;
use crate::sim::view::View;
use desk::Desk;

/// The bots one can choose (docs/model.md#bots). Names and descriptions for people: `bot-<id>` and `bot-<id>-about`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BotKind {
    /// The reference bot: finds, sells, looks after and writes up, where most is at stake.
    Balanced,
    /// First orders only; neither care nor handovers, and few hours at the queue.
    Hunting,
    /// Only customers that have bought; looks for nobody new.
    Farming,
    /// Promises 25 points too much, answers no tickets, cares for nobody, writes nothing up.
    SellAndForget,
    /// Service hours go into tickets, checks, surveys and articles, few into care.
    ServiceHeavy,
    /// Writes nothing up and integrates no customer data.
    NoRecords,
    /// More prospecting and selling; care and the queue get what is left.
    SellHeavy,
    /// More care, surveys and checks; about half the hours of prospecting and selling, a quarter at the queue.
    CareHeavy,
    /// Promises 25 points above the truth in every quote.
    OverPromiser,
    /// Promises 10 points below the truth in every quote.
    UnderPromiser,
    /// Takes 12 % off every quote.
    Discounter,
    /// Two gifts of 2,000 yuan a month, far above the policy.
    GiftHeavy,
    /// The same hours for every customer and deal, in an order drawn each month.
    EqualTreatment,
    /// Nobody at the queue, and none of the campaigns, bids and investments that are the custom.
    NoService,
    /// No visits, surveys, checks or nurturing.
    NoCare,
    /// Draws its hours and terms anew for every role and month.
    Random,
    /// Leaves every plan empty: what happens by itself.
    Passive,
}

impl BotKind {
    /// In the order of declaration, so that `kind as usize` is the place.
    pub const ALL: [BotKind; 17] = [
        BotKind::Balanced,
        BotKind::Hunting,
        BotKind::Farming,
        BotKind::SellAndForget,
        BotKind::ServiceHeavy,
        BotKind::NoRecords,
        BotKind::SellHeavy,
        BotKind::CareHeavy,
        BotKind::OverPromiser,
        BotKind::UnderPromiser,
        BotKind::Discounter,
        BotKind::GiftHeavy,
        BotKind::EqualTreatment,
        BotKind::NoService,
        BotKind::NoCare,
        BotKind::Random,
        BotKind::Passive,
    ];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            BotKind::Balanced => "balanced",
            BotKind::Hunting => "hunting",
            BotKind::Farming => "farming",
            BotKind::SellAndForget => "sell_and_forget",
            BotKind::ServiceHeavy => "service_heavy",
            BotKind::NoRecords => "no_records",
            BotKind::SellHeavy => "sell_heavy",
            BotKind::CareHeavy => "care_heavy",
            BotKind::OverPromiser => "over_promiser",
            BotKind::UnderPromiser => "under_promiser",
            BotKind::Discounter => "discounter",
            BotKind::GiftHeavy => "gift_heavy",
            BotKind::EqualTreatment => "equal_treatment",
            BotKind::NoService => "no_service",
            BotKind::NoCare => "no_care",
            BotKind::Random => "random",
            BotKind::Passive => "passive",
        }
    }

    /// The bot of this [`BotKind::id`]; None if there is none.
    #[must_use]
    pub fn from_id(id: &str) -> Option<BotKind> {
        BotKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// How it plays: the knobs of [`BotKind::Balanced`], but for those that make it what it is.
    #[must_use]
    pub fn policy(self) -> Policy {
        Policy::of(self)
    }
}

/// What a bot says before the first plan of a team that it plays alone: no filled-in plans, please.
/// For a team with people in it this is left out; their plans open as they like them.
#[must_use]
pub fn open_game() -> Command {
    Command::Opening(Opening::Blank)
}

/// The commands of one role for the month being planned.
///
/// `view` may be any seat's of the team. Only the own role's cards are touched, so that a bot can stand in for the
/// missing roles of a human team.
#[must_use]
pub fn decide(policy: &Policy, view: &View, role: Role, luck: &BotLuck) -> Vec<Command> {
    let mut out = Vec::with_capacity(14);
    if view.over {
        return out;
    }
    if view.plan.iter().any(|card| card.role == role) {
        out.push(Command::Clear);
    }
    if policy.acts != Acts::Never {
        let drawn;
        let policy = if policy.acts == Acts::ByLuck {
            drawn = policy.this_month(role, view.round, luck);
            &drawn
        } else {
            policy
        };
        // nobody works on a customer that lies in the pool
        let without;
        let view = if view.customers.iter().any(|c| c.pooled.is_some()) {
            without = kept(policy, view);
            &without
        } else {
            view
        };
        let mut desk = Desk::new(policy, view, role, luck, &mut out);
        match role {
            Role::Developer => developer::plan(&mut desk),
            Role::AccountManager => account_manager::plan(&mut desk),
            Role::Service => service::plan(&mut desk),
            Role::Cultivator => cultivator::nurture(&mut desk),
            Role::ProductSpecialist => cultivator::design(&mut desk),
        }
        people::train(&mut desk, role);
        service::outside(&mut desk);
    }
    out
}

/// The view without the customers that lie in the pool, but with those that the team takes this month.
fn kept(policy: &Policy, view: &View) -> View {
    let mut view = view.clone();
    let claims = people::claims(policy, &view);
    let pooled: Vec<_> = view.customers.iter().filter(|c| c.pooled.is_some() && !claims.contains(&c.id)).map(|c| c.id).collect();
    view.customers.retain(|c| !pooled.contains(&c.id));
    view.deals.retain(|d| !pooled.contains(&d.id.customer));
    view
}
