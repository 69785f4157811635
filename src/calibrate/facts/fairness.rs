//! The same chances for everybody, to the last bit (F19-F22).

use super::super::statistics::{chi_square, chi_square_survival};
use super::super::verdict::{Asked, Finding, LEAST_BOARDS};
use super::{Evidence, one, several};

pub(super) fn fairness(e: &Evidence, facts: &mut Vec<Finding>) {
    let mut wins = [0u64; 4];
    for board in e.boards {
        for (sum, won) in wins.iter_mut().zip(&board.identical) {
            *sum += u64::from(*won);
        }
    }
    let p = chi_square_survival(chi_square(&wins), wins.len() - 1);
    one(
        facts,
        "F19",
        "identical teams in shared markets: chi-square p of boards won by place",
        "> 0.001",
        p,
        [Asked::Exact(p > 0.001), Asked::Enough(e.boards.len() >= LEAST_BOARDS)],
    );
    let differs: u32 = e.boards.iter().map(|b| b.mirror_differs).sum();
    one(facts, "F20", "mirror games in which identical decisions end differently", "0", f64::from(differs), [Asked::Exact(differs == 0)]);
    let compared: u64 = e.boards.iter().map(|b| b.compared).sum();
    let moved: u64 = e.boards.iter().map(|b| b.moved).sum();
    several(
        facts,
        "F21",
        "draws moved by a decision they do not depend on; draws compared",
        "0, > 0",
        vec![moved as f64, compared as f64],
        [Asked::Exact(moved == 0), Asked::Enough(compared > 0)],
    );
    let raised: u32 = e.boards.iter().map(|b| b.raised).sum();
    let turned: u32 = e.boards.iter().map(|b| b.turned).sum();
    let wanted = 10 * e.boards.len() as u32;
    several(
        facts,
        "F22",
        "winning bids that lost when raised; winning bids raised",
        "0, >= 10 a seed",
        vec![f64::from(turned), f64::from(raised)],
        [Asked::Exact(turned == 0), Asked::Enough(raised >= wanted)],
    );
}
