//! What is said where nobody stands on the board: what brings a customer there, and who is nearest.

use crate::advice::nearest::{Way, to_first_order, to_phase, to_stage};
use crate::prose::{Prose, names, writing};
use crate::sim::knowledge::DealView;
use crate::sim::terms::{Phase, Tier};
use crate::sim::units::CustomerId;
use crate::words::decimal;

/// So many are named.
const MOST: usize = 3;
/// What somebody lacks is told in so many parts.
const PARTS: usize = 2;

/// What stands in an empty place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nearest {
    /// What brings a customer here, in a sentence or two.
    pub told: String,
    /// Who is nearest, and what each of them lacks; nobody where nobody is on the way.
    pub who: Vec<(CustomerId, String)>,
}

/// Of an empty lane.
#[must_use]
pub fn lane(prose: &Prose, phase: Phase) -> Nearest {
    let lifecycle = &prose.view.guide.rules.lifecycle;
    let count = |orders: f64| [("orders", (orders.ceil() as u32).into())];
    let told = match phase {
        Phase::Unknown | Phase::Awareness => prose.say("board-empty-awareness"),
        Phase::Exploration => prose.say("board-empty-exploration"),
        Phase::Formation => prose.say_with("board-empty-formation", &count(lifecycle.formation[0])),
        Phase::Stability => prose.say_with("board-empty-stability", &count(lifecycle.stability[0])),
        Phase::Decline => prose.say("board-empty-decline"),
        Phase::Lost => prose.say("board-empty-lost"),
    };
    Nearest { told, who: to_phase(prose.view, phase).iter().take(MOST).map(|way| (way.customer, lacks(prose, way))).collect() }
}

/// Of an empty floor of the pyramid; None for its ground.
#[must_use]
pub fn floor(prose: &Prose, tier: Option<Tier>) -> Nearest {
    if tier.is_none() {
        return Nearest { told: prose.say("board-empty-no-order"), who: Vec::new() };
    }
    Nearest {
        told: prose.say("board-empty-tier"),
        who: to_first_order(prose.view).iter().take(MOST).map(|way| (way.customer, lacks(prose, &Way { orders: 0, ..way.clone() }))).collect(),
    }
}

/// Of an empty stage of the deals, 1 to 6.
#[must_use]
pub fn stage(prose: &Prose, stage: u8) -> Nearest {
    let told = prose.say(match stage {
        0 | 1 => "board-empty-stage-1",
        2 => "board-empty-stage-2",
        3 => "board-empty-stage-3",
        4 => "board-empty-stage-4",
        5 => "board-empty-stage-5",
        _ => "board-empty-stage-6",
    });
    let is_at = |deal: &DealView| format!("{} · {}", prose.say(names::stage(deal.stage)), due(prose, deal));
    // one customer may have several deals
    let mut who: Vec<(CustomerId, String)> = Vec::new();
    for deal in to_stage(prose.view, stage) {
        if who.len() < MOST && who.iter().all(|(customer, _)| *customer != deal.id.customer) {
            who.push((deal.id.customer, is_at(deal)));
        }
    }
    Nearest { told, who }
}

fn due(prose: &Prose, deal: &DealView) -> String {
    prose.say_with("board-empty-decides", &[("month", prose.month_name(deal.due).into())])
}

/// What a customer lacks, the first parts of it.
fn lacks(prose: &Prose, way: &Way) -> String {
    let mut parts = Vec::new();
    if way.orders > 0 {
        parts.push(prose.say_with("board-empty-orders", &[("count", way.orders.into())]));
    }
    if let Some(deal) = way.deal.and_then(|id| prose.view.deal(id)) {
        parts.push(due(prose, deal));
    }
    let low = way.low.iter().map(|(measure, now, least)| {
        let args =
            [("measure", writing::small(&prose.say(names::measure(*measure))).into()), ("now", decimal(*now, 0).into()), ("least", decimal(*least, 0).into())];
        prose.say_with("board-empty-low", &args)
    });
    parts.extend(low);
    if way.weak {
        parts.push(prose.say("board-empty-weak"));
    }
    if way.unasked {
        parts.push(prose.say("board-empty-unasked"));
    }
    if parts.is_empty() {
        return prose.say("board-empty-soon");
    }
    parts.truncate(PARTS);
    writing::capital(&prose.list(&parts))
}
