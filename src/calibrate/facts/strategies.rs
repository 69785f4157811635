//! Which ways to play win, how surely, and how well few boards tell them apart (F11-F18, F35).

use super::super::hunting::SHARES;
use super::super::observation::Observation;
use super::super::statistics::spearman;
use super::super::{Fact, crowd, shared};
use super::{Evidence, GROUP, mean, one, ratio, several};
use crate::bots::{BotKind, Policy};
use rayon::prelude::*;

pub(super) fn comparisons(e: &Evidence, facts: &mut Vec<Fact>) {
    let reference = BotKind::Balanced;
    let hunting = e.beats(reference, BotKind::Hunting);
    one(facts, "F11", "balanced beats hunting only", ">= 0.90", hunting, hunting >= 0.90);
    let three = [BotKind::SellAndForget, BotKind::Random, BotKind::Passive].map(|kind| e.beats(reference, kind));
    several(
        facts,
        "F12",
        "balanced beats sell and forget, random, passive",
        ">= 0.90, >= 0.85, 1",
        three.to_vec(),
        three[0] >= 0.90 && three[1] >= 0.85 && three[2] >= 1.0,
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
        discounter >= 0.85 && more > 0.0,
    );
    let gifts = mean(e.of(BotKind::GiftHeavy).zip(e.of(reference)).map(|(a, b)| f64::from(u8::from(a.worth <= b.worth))));
    one(facts, "F14", "gift-heavy at or below balanced", ">= 0.95", gifts, gifts >= 0.95);
    let targeting = e.beats(reference, BotKind::EqualTreatment);
    one(facts, "F15", "value targeting beats equal treatment", ">= 0.70", targeting, targeting >= 0.70);
}

/// The last of the table.
pub(super) fn care(e: &Evidence, facts: &mut Vec<Fact>) {
    let care = e.beats(BotKind::Balanced, BotKind::NoCare);
    one(facts, "F35", "balanced beats the same without care", ">= 0.85", care, care >= 0.85);
}

/// Whether any of many policies drawn at random leaves the reference bot far behind, and what the best of them takes of a
/// market that it shares with three of those.
pub(super) fn crowd(e: &Evidence, facts: &mut Vec<Fact>) {
    let (policies, boards) = crowd::size(&e.seeds);
    let mut sums = vec![0.0; policies as usize];
    for tried in e.boards.iter().flat_map(|board| &board.crowd) {
        if let Some(sum) = sums.get_mut(usize::from(tried.policy)) {
            *sum += tried.worth;
        }
    }
    let best = (0..sums.len()).fold(0, |best, place| if sums[place] > sums[best] { place } else { best });
    let worth = sums.get(best).map_or(0.0, |sum| ratio(*sum, boards as f64));
    let reference = mean(e.of(BotKind::Balanced).take(boards as usize).map(|o| o.worth));
    let ahead = ratio(worth, reference) - 1.0;
    let seeds: Vec<u64> = e.seeds.clone().take(boards as usize).collect();
    let policy = Policy::drawn(best as u16);
    let shares: Vec<f64> = seeds.par_iter().map(|&seed| shared::share_of_market(e.scenario, seed, &policy, &Policy::balanced())).collect();
    let share = mean(shares.into_iter());
    several(
        facts,
        "F16",
        &format!("best of {policies} random policies on {boards} boards over the reference; its share of a market of four teams"),
        "<= 0.15, <= 0.65",
        vec![ahead, share],
        ahead <= 0.15 && share <= 0.65,
    );
}

/// The best share of the effort for new customers, by how many a team has at the start.
pub(super) fn hunting(e: &Evidence, facts: &mut Vec<Fact>) {
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
        none >= few && few >= many && none > many,
    );
}

/// What must be so in any market.
pub(super) fn doing_something_pays(e: &Evidence, facts: &mut Vec<Fact>) {
    let two = [BotKind::Random, BotKind::Passive].map(|kind| e.beats(BotKind::Balanced, kind));
    several(facts, "F12", "balanced beats random, passive", ">= 0.85, 1", two.to_vec(), two[0] >= 0.85 && two[1] >= 1.0);
}

/// How well one, three or five boards rank the policies as all boards together do.
pub(super) fn ranks(e: &Evidence, facts: &mut Vec<Fact>) {
    let truth: Vec<f64> = BotKind::ALL.iter().map(|&kind| e.mean(kind, |o| o.worth)).collect();
    let on = |boards: &[Observation]| -> Vec<f64> { (0..BotKind::ALL.len()).map(|i| mean(boards.iter().map(|b| b.bots[i].worth))).collect() };
    let of = |count: usize| mean(e.boards.chunks_exact(GROUP).map(|group| spearman(&on(&group[..count]), &truth)));
    let single = mean(e.boards.iter().map(|board| spearman(&on(std::slice::from_ref(board)), &truth)));
    let values = vec![single, of(3), of(GROUP)];
    let holds = values[0] >= 0.70 && values[1] >= 0.85 && values[2] >= 0.90;
    several(facts, "F18", "rank correlation of policies and their results on 1, 3, 5 boards", ">= 0.70, 0.85, 0.90", values, holds);
}
