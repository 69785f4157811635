//! The places of the board: the lanes of the phases, the floors of the pyramid, and where each of them lies.

use crate::prose::nearest::{self, Nearest};
use crate::prose::{Prose, names};
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::{Phase, Tier};
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Rect, Vec2, pos2, vec2};
use std::collections::BTreeSet;

/// What the board shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plan {
    /// Customers by phase.
    #[default]
    Lanes,
    /// Customers by tier of the customer pyramid.
    Pyramid,
    /// Open deals by stage.
    Deals,
}

impl Plan {
    /// In the order of the board's switch.
    pub const ALL: [Plan; 3] = [Plan::Lanes, Plan::Pyramid, Plan::Deals];

    /// The one that the key P goes on to.
    #[must_use]
    pub const fn next(self) -> Plan {
        match self {
            Plan::Lanes => Plan::Pyramid,
            Plan::Pyramid => Plan::Deals,
            Plan::Deals => Plan::Lanes,
        }
    }
}

/// Where customers stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The lane of a phase.
    Lane(Phase),
    /// A floor of the pyramid; none for the ground, where those without an order stand.
    Floor(Option<Tier>),
}

impl Place {
    /// Where a customer stands, in the lanes if `phase` is given.
    #[must_use]
    pub fn of(customer: &CustomerView, phase: Option<Phase>) -> Place {
        match phase {
            Some(phase) => Place::Lane(phase),
            None => Place::Floor(customer.seen.filter(|_| customer.orders > 0).map(|(tier, _)| tier)),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self, prose: &Prose) -> String {
        match self {
            Place::Lane(phase) => prose.phase(phase),
            Place::Floor(Some(tier)) => format!("{} · {}", names::tier_number(tier), prose.say(names::tier(tier))),
            Place::Floor(None) => prose.say("board-no-order"),
        }
    }

    /// What it means to stand here, and how a customer gets further.
    #[must_use]
    pub fn hint(self, prose: &Prose) -> String {
        prose.say(match self {
            Place::Lane(Phase::Unknown | Phase::Awareness) => "board-awareness-hint",
            Place::Lane(Phase::Exploration) => "board-exploration-hint",
            Place::Lane(Phase::Formation) => "board-formation-hint",
            Place::Lane(Phase::Stability) => "board-stability-hint",
            Place::Lane(Phase::Decline) => "board-decline-hint",
            Place::Lane(Phase::Lost) => "board-lost-hint",
            Place::Floor(Some(Tier::Vip)) => "board-vip-hint",
            Place::Floor(Some(Tier::Main)) => "board-main-hint",
            Place::Floor(Some(Tier::Ordinary)) => "board-ordinary-hint",
            Place::Floor(Some(Tier::Small)) => "board-small-hint",
            Place::Floor(None) => "board-no-order-hint",
        })
    }

    /// What is said here where nobody stands.
    #[must_use]
    pub fn nearest(self, prose: &Prose) -> Nearest {
        match self {
            Place::Lane(phase) => nearest::lane(prose, phase),
            Place::Floor(tier) => nearest::floor(prose, tier),
        }
    }

    /// Decline and lost lie low; their heads are lower too.
    #[must_use]
    pub const fn is_low(self) -> bool {
        matches!(self, Place::Lane(Phase::Decline | Phase::Lost))
    }

    /// The part of its area that tokens and groups may take; the rest is its head.
    #[must_use]
    pub fn room(self, area: Rect, scale: f32) -> Rect {
        let (left, head, right, foot) = match self {
            Place::Lane(_) if self.is_low() => (6.0, 10.0 + 16.0 * scale, 6.0, 6.0),
            Place::Lane(_) => (6.0, HEAD_TOP + 23.0 * scale, 6.0, 6.0),
            Place::Floor(Some(_)) => (78.0 * scale, 3.0, 6.0, 1.0),
            Place::Floor(None) => (8.0, 8.0 + 16.0 * scale, 8.0, 1.0),
        };
        Rect::from_min_max(area.min + vec2(left, head), area.max - vec2(right, foot))
    }
}

/// From the top of a lane to its name.
pub const HEAD_TOP: f32 = 13.0;
/// Space between lanes.
pub const GAP: f32 = 8.0;
/// Room for a lane's name and number.
const NARROWEST: f32 = 118.0;
/// The part of the board's height that the lower lanes take.
const LOWER: f32 = 0.23;

/// The lanes of the board: the four good phases, below them decline and lost. `matters`: whoever is to stand there by name.
#[must_use]
pub fn lanes(prose: &Prose, size: Vec2, matters: &BTreeSet<CustomerId>) -> [(Phase, Rect); 6] {
    // where nobody falls away, nobody needs the room
    let is_needed = prose.view.customers.iter().any(|c| [c.phase, c.phase_before].iter().any(|phase| matches!(phase, Phase::Decline | Phase::Lost)));
    let low = if is_needed { (size.y * LOWER).clamp(96.0, 190.0) } else { 60.0 };
    let high = size.y - low - GAP;
    // Lanes with many customers are wider. The present phases count, also while a month is played.
    let weight = |phase: Phase| {
        let inside = || prose.view.customers.iter().filter(|c| c.phase == phase);
        let named = inside().filter(|c| matters.contains(&c.id)).count();
        1.0 + 0.09 * inside().count().min(14) as f32 + 0.15 * named as f32
    };
    let weights = [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability].map(weight);
    let widths = widths(weights, size.x - 3.0 * GAP);
    let upper = |index: usize| {
        let left = widths[..index].iter().sum::<f32>() + index as f32 * GAP;
        Rect::from_min_size(pos2(left, 0.0), vec2(widths[index], high))
    };
    let wide = (size.x - GAP) * 0.6;
    let decline = Rect::from_min_size(pos2(0.0, high + GAP), vec2(wide, low));
    let lost = Rect::from_min_max(pos2(wide + GAP, high + GAP), size.to_pos2());
    [
        (Phase::Awareness, upper(0)),
        (Phase::Exploration, upper(1)),
        (Phase::Formation, upper(2)),
        (Phase::Stability, upper(3)),
        (Phase::Decline, decline),
        (Phase::Lost, lost),
    ]
}

/// Divides `room` by the weights; a lane is never too narrow for its name and number.
fn widths(weights: [f32; 4], room: f32) -> [f32; 4] {
    let least = NARROWEST.min(room / 5.0);
    let spare = room - 4.0 * least;
    let sum: f32 = weights.iter().sum();
    let wanted = weights.map(|weight| (weight / sum * room - least).max(0.0));
    let over: f32 = wanted.iter().sum();
    wanted.map(|more| least + if over > 0.0 { more * spare / over } else { spare / 4.0 })
}

/// The floors of the pyramid from the top, and the ground for customers without an order. Each floor is as wide as the
/// pyramid at its middle; on the ground there is room for a head and a row of groups, however large the letters.
#[must_use]
pub fn floors(size: Vec2, scale: f32) -> [(Option<Tier>, Rect); 5] {
    let ground = 12.0 + 56.0 * scale.max(0.9);
    let shares: [f32; 4] = [0.19, 0.18, 0.19, 0.22];
    let most = ((size.y - ground) / size.y).clamp(0.4, 1.0);
    let heights = shares.map(|share| share * (most / shares.iter().sum::<f32>()).min(1.0));
    let widths = [0.40, 0.60, 0.80, 1.0];
    let mut top = 0.0;
    let mut floor = |index: usize, tier: Tier| {
        let height = size.y * heights[index] - GAP;
        let width = size.x * widths[index];
        let rect = Rect::from_min_size(pos2((size.x - width) / 2.0, top), vec2(width, height));
        top += height + GAP;
        (Some(tier), rect)
    };
    let [a, b, c, d] = [floor(0, Tier::Vip), floor(1, Tier::Main), floor(2, Tier::Ordinary), floor(3, Tier::Small)];
    [a, b, c, d, (None, Rect::from_min_max(pos2(0.0, top), size.to_pos2()))]
}

/// The places of a plan and their areas, from the board's top left corner.
#[must_use]
pub fn places(prose: &Prose, plan: Plan, size: Vec2, scale: f32, matters: &BTreeSet<CustomerId>) -> Vec<(Place, Rect)> {
    match plan {
        Plan::Lanes => lanes(prose, size, matters).into_iter().map(|(phase, rect)| (Place::Lane(phase), rect)).collect(),
        Plan::Pyramid => floors(size, scale).into_iter().map(|(tier, rect)| (Place::Floor(tier), rect)).collect(),
        Plan::Deals => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lanes_keep_room_for_their_names() {
        let narrow = widths([2.26, 2.26, 1.0, 1.0], 647.0);
        assert!((narrow.iter().sum::<f32>() - 647.0).abs() < 0.01);
        assert!(narrow[2] >= NARROWEST && narrow[0] > 200.0, "{narrow:?}");
        assert_eq!(widths([1.0; 4], 400.0), [100.0; 4]);
    }
}
