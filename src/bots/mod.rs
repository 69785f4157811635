//! Bots: strategies that play through the same `View` and `Command` as people.
//!
//! One strategy engine plays every [`Policy`]; the seventeen kinds of docs/model.md#bots are seventeen policies. A bot keeps
//! nothing from one month to the next: whatever it needs to know it reads from the view. It must not know the state.

mod account_manager;
mod appraisal;
mod cultivator;
mod desk;
mod developer;
mod knobs;
mod luck;
mod people;
mod play;
mod policy;
mod reception;
mod service;
mod stock;

pub use knobs::{Allowed, Knob, Setting};
pub use luck::BotLuck;
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
    Balanced,
    Hunting,
    Farming,
    SellAndForget,
    ServiceHeavy,
    NoRecords,
    SellHeavy,
    CareHeavy,
    OverPromiser,
    UnderPromiser,
    Discounter,
    GiftHeavy,
    EqualTreatment,
    NoService,
    NoCare,
    Random,
    Passive,
}

impl BotKind {
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

    #[must_use]
    pub fn from_id(id: &str) -> Option<BotKind> {
        BotKind::ALL.into_iter().find(|kind| kind.id() == id)
    }

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

/// The commands of one role for the month being planned, ending with `Submit`.
///
/// `view` may be any seat's of the team. Only the own role's cards are touched, so that a bot can stand in for the
/// missing roles of a human team.
#[must_use]
pub fn decide(policy: &Policy, view: &View, role: Role, luck: &BotLuck) -> Vec<Command> {
    let mut out = Vec::with_capacity(14);
    if view.over || view.staff(role).submitted {
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
    out.push(Command::Submit);
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
