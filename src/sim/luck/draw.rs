//! Keyed random draws: luck named by the event, never taken in sequence (docs/model.md#draws).
//!
//! A game has two lucks, the board's and that of outcomes, each a key. The stream of an event is its number | actor | entity |
//! round | slot; the first block of `ChaCha8` on that stream is the event's, and each part of the event is a word of it. So a
//! changed decision moves no luck that does not depend on it.

use crate::sim::luck::events::{Event, Key, Numbered, Opportunity, WORDS};
use crate::sim::maths::{ln, normal_quantile};
use crate::sim::units::{CustomerId, NeedId, Round};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::marker::PhantomData;

/// The version of the draw scheme; part of the keys.
const VERSION: &str = "rapport-draw-2";

/// Who draws: the world, a rival, a team. In mirror markets all teams draw as the first team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor(pub u8);

impl Actor {
    /// The market itself.
    pub const WORLD: Actor = Actor(0);
    /// The first team; the others follow in a shared market.
    pub const FIRST_TEAM: Actor = Actor(10);

    /// The rival at this place of the scenario's list, 0 to 8.
    #[must_use]
    pub const fn rival(index: usize) -> Actor {
        Actor(1 + index as u8)
    }
}

/// Both lucks of a game.
#[derive(Clone, Debug, Serialize)]
pub struct Luck {
    /// Names the board: who the customers are and what they need.
    pub board: u64,
    /// Names how chances fall.
    pub outcomes: u64,
    #[serde(skip)]
    board_key: [u8; 32],
    #[serde(skip)]
    outcomes_key: [u8; 32],
}

impl Luck {
    /// The lucks of a scenario (by its id) on the board of a number and with the outcomes of another, mostly the same.
    #[must_use]
    pub fn of(scenario_id: &str, board: u64, outcomes: u64) -> Luck {
        let key = |name: &str, number: u64| {
            let text = [VERSION, name, scenario_id].join("|");
            Sha256::new().chain_update(text).chain_update("|").chain_update(number.to_le_bytes()).finalize().into()
        };
        Luck { board, outcomes, board_key: key("board", board), outcomes_key: key("outcomes", outcomes) }
    }

    /// The block of one event. `entity` is mostly a customer; `slot` tells events of the same kind apart.
    #[must_use]
    pub fn block<E: Event>(&self, actor: Actor, entity: CustomerId, round: Round, slot: u16) -> Block<E> {
        let key = match E::KEY {
            Key::Board => self.board_key,
            Key::Outcomes => self.outcomes_key,
        };
        let stream = u64::from(E::NUMBER) << 56 | u64::from(actor.0) << 48 | u64::from(entity.0) << 32 | u64::from(round.0) << 16 | u64::from(slot);
        let mut words = ChaCha8Rng::from_seed(key);
        words.set_stream(stream);
        Block { words: std::array::from_fn(|_| words.next_u32()), event: PhantomData }
    }

    /// The block of an opportunity: the world's, in which the first team's parts lie too, or that of another team.
    #[must_use]
    pub fn opportunity(&self, actor: Actor, need: NeedId) -> Block<Opportunity> {
        let actor = if actor == Actor::FIRST_TEAM { Actor::WORLD } else { actor };
        self.block(actor, need.customer, need.born, need.source.slot())
    }

    /// The part of this number of an event that has as many as it takes, uniform in (0, 1). `slot`, below 16, tells events of
    /// the same kind apart.
    #[must_use]
    pub fn nth<E: Numbered>(&self, actor: Actor, entity: CustomerId, round: Round, slot: u16, number: u16) -> f64 {
        let part = E::from(number);
        self.block(actor, entity, round, (slot << 12) | (part.ordinal() / WORDS as u16)).uniform(part)
    }
}

/// What luck decides about one event: sixteen words, each read by the name of its part.
#[derive(Clone, Debug, PartialEq)]
pub struct Block<E> {
    words: [u32; WORDS],
    event: PhantomData<E>,
}

impl<E: Event> Block<E> {
    /// Uniform in (0, 1), in the middle of one of 2^32 equal parts.
    #[must_use]
    pub fn uniform(&self, part: E) -> f64 {
        (f64::from(self.words[part.word()]) + 0.5) * (1.0 / 4_294_967_296.0)
    }

    /// Standard normal: the quantile of the uniform.
    #[must_use]
    pub fn normal(&self, part: E) -> f64 {
        normal_quantile(self.uniform(part))
    }

    /// Standard Gumbel, for exactly multinomial-logit choice.
    #[must_use]
    pub fn gumbel(&self, part: E) -> f64 {
        -ln(-ln(self.uniform(part)))
    }

    /// Whether an event of this chance, 0-1, happens.
    #[must_use]
    pub fn happens(&self, part: E, chance: f64) -> bool {
        self.uniform(part) < chance
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::luck::events::{Advance, Departure, Maker, Manner, Search};
    use crate::sim::units::Source;

    fn moments(values: impl Iterator<Item = f64>) -> (f64, f64) {
        let values: Vec<f64> = values.collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        (mean, values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / values.len() as f64)
    }

    #[test]
    fn draws_have_the_right_moments() {
        let luck = Luck::of("t", 1, 1);
        let block = |i: u16| luck.block::<Advance>(Actor::WORLD, CustomerId(i), Round(1), 0);
        for word in [0, 7, 15].map(Advance::from) {
            for ((mean, variance), (m, v)) in [
                (moments((0..20_000).map(|i| block(i).uniform(word))), (0.5, 1.0 / 12.0)),
                (moments((0..20_000).map(|i| block(i).normal(word))), (0.0, 1.0)),
                (moments((0..20_000).map(|i| block(i).gumbel(word))), (0.577, 1.645)),
            ] {
                assert!((mean - m).abs() < 0.03 && (variance / v - 1.0).abs() < 0.06, "{mean} {variance}");
            }
        }
    }

    #[test]
    fn words_of_a_block_have_nothing_to_do_with_each_other() {
        let luck = Luck::of("t", 1, 1);
        let pairs: Vec<(f64, f64)> = (0..20_000)
            .map(|i| {
                let block = luck.block::<Search>(Actor::WORLD, CustomerId(i), Round(1), 0);
                (block.normal(Search::Exhibition), block.normal(Search::Summit))
            })
            .collect();
        let correlation = pairs.iter().map(|(a, b)| a * b).sum::<f64>() / pairs.len() as f64;
        assert!(correlation.abs() < 0.03, "{correlation}");
    }

    /// The first block of the stream as the cipher's designers have it: a version that gave other words would change every game.
    #[test]
    fn the_words_are_those_of_the_cipher() {
        // ChaCha8, all-zero key and nonce: 3e 00 ef 2f 89 5f 40 d6 7f 5b b8 e8 1f 09 a5 a1 ...
        let mut words = ChaCha8Rng::from_seed([0; 32]);
        words.set_stream(0);
        assert_eq!([words.next_u32(), words.next_u32(), words.next_u32(), words.next_u32()], [0x2fef_003e, 0xd640_5f89, 0xe8b8_5b7f, 0xa1a5_091f]);
        let games = Luck::of("new_era", 2012, 2012);
        assert_eq!(games.block::<Maker>(Actor::WORLD, CustomerId(3), Round(0), 0).words[..2], [0xf97d_7305, 0xa5cf_39dd]);
        assert_eq!(games.block::<Departure>(Actor::FIRST_TEAM, CustomerId(3), Round(7), 0).words[0], 0x9418_74d0);
    }

    #[test]
    fn every_part_of_the_key_counts() {
        let luck = Luck::of("t", 1, 1);
        let d = |a, e, r, s| luck.block::<Advance>(Actor(a), CustomerId(e), Round(r), s).uniform(Advance::from(0));
        let base = d(0, 0, 0, 0);
        for other in [
            luck.block::<Departure>(Actor(0), CustomerId(0), Round(0), 0).uniform(Departure::Leaves),
            luck.block::<Advance>(Actor(0), CustomerId(0), Round(0), 0).uniform(Advance::from(1)),
            d(1, 0, 0, 0),
            d(0, 1, 0, 0),
            d(0, 0, 1, 0),
            d(0, 0, 0, 1),
            Luck::of("t", 1, 2).block::<Advance>(Actor(0), CustomerId(0), Round(0), 0).uniform(Advance::from(0)),
            Luck::of("u", 1, 1).block::<Advance>(Actor(0), CustomerId(0), Round(0), 0).uniform(Advance::from(0)),
        ] {
            assert_ne!(base, other);
        }
        assert_eq!(base, d(0, 0, 0, 0));
        assert_eq!(base, Luck::of("t", 2, 1).block::<Advance>(Actor(0), CustomerId(0), Round(0), 0).uniform(Advance::from(0)), "the board is not its luck");
        let manner = |board, outcomes| Luck::of("t", board, outcomes).block::<Manner>(Actor(0), CustomerId(0), Round(0), 0).uniform(Manner(2));
        assert_eq!(manner(1, 1), manner(1, 2));
        assert_ne!(manner(1, 1), manner(2, 1));
    }

    #[test]
    fn numbered_parts_go_on_in_the_next_block_and_slots_keep_them_apart() {
        let luck = Luck::of("t", 1, 1);
        let nth = |slot, number| luck.nth::<Advance>(Actor::FIRST_TEAM, CustomerId(4), Round(2), slot, number);
        let drawn: Vec<f64> = (0..6).flat_map(|slot| (0..70).map(move |number| (slot, number))).map(|(slot, number)| nth(slot, number)).collect();
        assert!((0..drawn.len()).all(|i| !drawn[..i].contains(&drawn[i])), "no two of them share a word");
    }

    #[test]
    fn the_first_teams_part_of_an_opportunity_lies_in_the_worlds_block_and_others_have_their_own() {
        let luck = Luck::of("t", 1, 1);
        let need = NeedId { customer: CustomerId(4), born: Round(2), source: Source::Stochastic };
        let own = |actor| luck.opportunity(actor, need).uniform(Opportunity::Own);
        assert_eq!(own(Actor::WORLD), own(Actor::FIRST_TEAM));
        assert_ne!(own(Actor::FIRST_TEAM), own(Actor(11)));
    }
}
