//! Which ways to play win, how surely, and how well few boards tell them apart (F11-F18, F35).

use super::super::hunting::SHARES;
use super::super::observation::Observation;
use super::super::statistics::spearman;
use super::super::verdict::{Asked, Finding, above, at_least, at_most};
use super::super::{crowd, shared};
use super::{Evidence, GROUP, mean, one, ratio, several};
use crate::bots::{BotKind, Policy};
use rayon::prelude::*;

pub(super) fn comparisons(e: &Evidence, facts: &mut Vec<Finding>) {
    let reference = BotKind::Balanced;
    let hunting = e.beats(reference, BotKind::Hunting);
    one(facts, "F11", "balanced beats hunting only", ">= 0.90", hunting, [at_least(hunting, 0.90)]);
    let three = [BotKind::SellAndForget, BotKind::Random, BotKind::Passive].map(|kind| e.beats(reference, kind));
    several(
        facts,
        "F12",
        "balanced beats sell and forget, random, passive",
        ">= 0.90, >= 0.85, 1",
        three.to_vec(),
        [at_least(three[0], 0.90), at_least(three[1], 0.85), Asked::Exact(three[2] >= 1.0)],
    );
    let discounter = e.beats(reference, BotKind::Discounter);
    let orders = |kind| e.mean(kind, |o| f64::from(o.first.won + o.repeat.won));
    let more = orders(BotKind::Discounter) - orders(reference);
    several(
        facts,
        "F13",
        "balanced beats the discounter, who wins more orders (by so many)",
        ">= 0.85, > 0",
        vec![discounter, more],
        [at_least(discounter, 0.85), above(more, 0.0)],
    );
    let gifts = mean(e.of(BotKind::GiftHeavy).zip(e.of(reference)).map(|(a, b)| f64::from(u8::from(a.worth <= b.worth))));
    one(facts, "F14", "gift-heavy at or below balanced", ">= 0.95", gifts, [at_least(gifts, 0.95)]);
    let targeting = e.beats(reference, BotKind::EqualTreatment);
    one(facts, "F15", "value targeting beats equal treatment", ">= 0.70", targeting, [at_least(targeting, 0.70)]);
}

/// The last of the table.
pub(super) fn care(e: &Evidence, facts: &mut Vec<Finding>) {
    let care = e.beats(BotKind::Balanced, BotKind::NoCare);
    one(facts, "F35", "balanced beats the same without care", ">= 0.85", care, [at_least(care, 0.85)]);
}

/// The best of many policies drawn at random, and what it takes of a market that it shares with three of the reference bot.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Rivalry {
    best: u16,
    /// By seed.
    shares: Vec<(u64, f64)>,
}

impl Rivalry {
    /// Finds the best by what all boards show, and plays its games.
    pub fn of(e: &Evidence) -> Rivalry {
        let (policies, boards) = crowd::size(&e.seeds);
        let worth = worth(e);
        let best = (0..policies as usize).fold(0, |best, place| if worth[place] > worth[best] { place } else { best }) as u16;
        let policy = Policy::drawn(best);
        let seeds: Vec<u64> = e.seeds.clone().take(boards as usize).collect();
        let share = |&seed: &u64| (seed, shared::share_of_market(e.scenario, seed, &policy, &Policy::balanced()));
        Rivalry { best, shares: seeds.par_iter().map(share).collect() }
    }
}

/// What each policy drawn at random is worth on a board; 0 where none was played.
fn worth(e: &Evidence) -> Vec<f64> {
    let (policies, _) = crowd::size(&e.seeds);
    let mut sums = vec![(0.0, 0.0); policies.max(1) as usize];
    for tried in e.boards.iter().flat_map(|board| &board.crowd) {
        if let Some((sum, games)) = sums.get_mut(usize::from(tried.policy)) {
            *sum += tried.worth;
            *games += 1.0;
        }
    }
    sums.into_iter().map(|(sum, games)| ratio(sum, games)).collect()
}

/// Whether any of many policies drawn at random leaves the reference bot far behind, and what the best of them takes of a
/// market that it shares with three of those.
pub(super) fn crowd(e: &Evidence, rivalry: &Rivalry, facts: &mut Vec<Finding>) {
    let (policies, boards) = crowd::size(&e.seeds);
    let best = worth(e).get(usize::from(rivalry.best)).copied().unwrap_or(0.0);
    let reference = mean(e.first(boards).filter_map(|b| b.bots.get(BotKind::Balanced as usize)).map(|o| o.worth));
    let ahead = ratio(best, reference) - 1.0;
    let played = |seed: u64| e.boards.iter().any(|board| board.seed == seed);
    let share = mean(rivalry.shares.iter().filter(|(seed, _)| played(*seed)).map(|(_, share)| *share));
    several(
        facts,
        "F16",
        &format!("best of {policies} random policies on {boards} boards over the reference; its share of a market of four teams"),
        "<= 0.15, <= 0.65",
        vec![ahead, share],
        [at_most(ahead, 0.15), at_most(share, 0.65)],
    );
}

/// The best share of the effort for new customers, by how many a team has at the start.
pub(super) fn hunting(e: &Evidence, facts: &mut Vec<Finding>) {
    let best = |base: usize| {
        let worth = |share: usize| e.boards.iter().map(|b| b.hunting[base][share]).sum::<f64>();
        SHARES[(0..SHARES.len()).fold(0, |best, share| if worth(share) > worth(best) { share } else { best })]
    };
    let [none, few, many] = std::array::from_fn(best);
    several(
        facts,
        "F17",
        "best share of the effort for new customers with 0, 3, 20 customers at the start",
        "falling",
        vec![none, few, many],
        [at_least(none, few), at_least(few, many), above(none, many)],
    );
}

/// What must be so in any market.
pub(super) fn doing_something_pays(e: &Evidence, facts: &mut Vec<Finding>) {
    let two = [BotKind::Random, BotKind::Passive].map(|kind| e.beats(BotKind::Balanced, kind));
    several(facts, "F12", "balanced beats random, passive", ">= 0.85, 1", two.to_vec(), [at_least(two[0], 0.85), Asked::Exact(two[1] >= 1.0)]);
}

/// How well one, three or five boards rank the policies as all boards together do.
pub(super) fn ranks(e: &Evidence, facts: &mut Vec<Finding>) {
    let truth: Vec<f64> = BotKind::ALL.iter().map(|&kind| e.mean(kind, |o| o.worth)).collect();
    let on = |boards: &[Observation]| -> Vec<f64> { (0..BotKind::ALL.len()).map(|i| mean(boards.iter().map(|b| b.bots[i].worth))).collect() };
    let of = |count: usize| mean(e.boards.chunks_exact(GROUP).map(|group| spearman(&on(&group[..count]), &truth)));
    let single = mean(e.boards.iter().map(|board| spearman(&on(std::slice::from_ref(board)), &truth)));
    let values = vec![single, of(3), of(GROUP)];
    let asked = [at_least(values[0], 0.70), at_least(values[1], 0.85), at_least(values[2], 0.90)];
    several(facts, "F18", "rank correlation of policies and their results on 1, 3, 5 boards", ">= 0.70, 0.85, 0.90", values, asked);
}
