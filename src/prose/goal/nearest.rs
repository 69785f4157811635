//! What is said where nobody stands on the board: what brings a customer there, and who is nearest.

use crate::advice::nearest::{Lack, to_first_order, to_phase, to_stage};
use crate::prose::{Prose, names, writing};
use crate::sim::knowledge::DealView;
use crate::sim::terms::{Phase, Tier};
use crate::sim::units::{CustomerId, Round};
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
    Nearest { told, who: to_phase(prose.view, phase).iter().take(MOST).map(|lack| (lack.customer, lacks(prose, lack))).collect() }
}

/// Of an empty floor of the pyramid; None for its ground.
#[must_use]
pub fn floor(prose: &Prose, tier: Option<Tier>) -> Nearest {
    if tier.is_none() {
        return Nearest { told: prose.say("board-empty-no-order"), who: Vec::new() };
    }
    Nearest {
        told: prose.say("board-empty-tier"),
        who: to_first_order(prose.view).iter().take(MOST).map(|lack| (lack.customer, lacks(prose, &Lack { orders: 0, ..lack.clone() }))).collect(),
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
    let is_at = |deal: &DealView| format!("{} · {}", prose.say(names::stage(deal.stage)), due(prose, deal.due));
    // one customer may have several deals
    let mut who: Vec<(CustomerId, String)> = Vec::new();
    for deal in to_stage(prose.view, stage) {
        if who.len() < MOST && who.iter().all(|(customer, _)| *customer != deal.id.customer) {
            who.push((deal.id.customer, is_at(deal)));
        }
    }
    Nearest { told, who }
}

fn due(prose: &Prose, month: Round) -> String {
    prose.say_with("board-empty-decides", &[("month", prose.month_name(month).into())])
}

/// What a customer lacks, the first parts of it.
fn lacks(prose: &Prose, lack: &Lack) -> String {
    let mut parts = Vec::new();
    if lack.orders > 0 {
        parts.push(prose.say_with("board-empty-orders", &[("count", lack.orders.into())]));
    }
    if let Some(month) = lack.due {
        parts.push(due(prose, month));
    }
    let low = lack.low.iter().map(|(measure, now, least)| {
        let args =
            [("measure", writing::small(&prose.say(names::measure(*measure))).into()), ("now", decimal(*now, 0).into()), ("least", decimal(*least, 0).into())];
        prose.say_with("board-empty-low", &args)
    });
    parts.extend(low);
    if lack.weak {
        parts.push(prose.say("board-empty-weak"));
    }
    if lack.unasked {
        parts.push(prose.say("board-empty-unasked"));
    }
    if parts.is_empty() {
        return prose.say("board-empty-soon");
    }
    parts.truncate(PARTS);
    writing::capital(&prose.list(&parts))
}
