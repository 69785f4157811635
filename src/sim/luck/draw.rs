//! Keyed random draws: luck named by the event, never taken in sequence (docs/model.md#draws).
//!
//! key = SHA-256(version | scenario | board seed); stream = purpose | actor | entity | round | slot; the first `ChaCha8`
//! block of that stream is the draw. So a changed decision moves no luck that does not depend on it.

use crate::sim::luck::chacha;
use crate::sim::maths::ln;
use crate::sim::units::{CustomerId, Round};
use sha2::{Digest, Sha256};

/// The version of the draw scheme; part of the key.
const VERSION: &str = "rapport-draw-1";

/// What a draw is for. The numbers are part of the key: they never change, and those given up (9, 20) are not used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// Traits of a made customer: size, name, industry, styles and sensitivities.
    CustomerTraits = 1,
    /// Whether a made customer has a supplier at the start, and which rival it is.
    Incumbent,
    /// Whether a customer has a need this round, or research, a check or a new owner brings one to light.
    NeedOccurs,
    /// Value, class and budget of a need.
    NeedSize,
    /// Whether an exhibition, a summit or a search finds a customer.
    LeadFound,
    /// Whether an audit finds a breach.
    Audit,
    /// Whether a ticket arrives, and on which day.
    TicketArrives,
    /// Minor, major or critical.
    TicketClass,
    /// Whether a satisfied customer names somebody.
    Referral = 10,
    /// Whom it names.
    ReferralTarget,
    /// A customer's taste for one bid, for a rival or for buying nothing.
    ChoiceNoise,
    /// How delivered quality strays from what it should be.
    DeliveryFit,
    /// Whether a customer leaves.
    Churn,
    /// Whether a member of staff leaves.
    StaffLeaves,
    /// Whether a call ends in an advance.
    CallOutcome,
    /// Whether a major problem is voiced.
    ComplaintVoiced,
    /// Error of a survey.
    SurveyNoise,
    /// Whether a win-back succeeds.
    WinBack,
    /// By how much a ticket grows when it is first put off.
    ReworkCost = 21,
    /// Choices of bots, and the settings of policies by luck.
    Bot,
    /// In which round and by which channel a customer comes of itself; when a contract from before the game ends.
    Arrival,
    /// Whether a visitor is received and recorded.
    Reception,
    /// How the performance of a contract strays.
    Performance,
    /// Whether building an integrated CRM succeeds.
    Integration,
    /// Whether a customer answers a campaign.
    CampaignLead,
    /// Whether a customer solves a minor ticket itself on the web platform.
    SelfService,
    /// Who puts a scripted tender out; whether price or quality decides an ordinary one.
    TenderBuyer,
    /// Whether a rival bids in a tender, with which price, fit and relation.
    TenderBid,
    /// Which team gets a customer of the pool that several ask for.
    PoolLot,
    /// How a decision maker's own mind strays from the committee's.
    Leaning,
}

/// Who draws: the world, a rival, a team. In mirror markets all teams draw as the first team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor(pub u8);

impl Actor {
    /// The market itself, and in a choice buying nothing.
    pub const WORLD: Actor = Actor(0);
    /// The first team; the others follow in a shared market.
    pub const FIRST_TEAM: Actor = Actor(10);

    /// The rival at this place of the scenario's list, 0 to 8.
    #[must_use]
    pub const fn rival(index: usize) -> Actor {
        Actor(1 + index as u8)
    }
}

/// The luck of one board.
#[derive(Clone, Debug)]
pub struct Luck {
    key: [u32; 8],
}

impl Luck {
    /// The luck of a scenario (by its id) under a seed.
    #[must_use]
    pub fn of(scenario_id: &str, seed: u64) -> Luck {
        let key = Sha256::new().chain_update(VERSION).chain_update("|").chain_update(scenario_id).chain_update("|").chain_update(seed.to_le_bytes()).finalize();
        Luck { key: chacha::key(&key.into()) }
    }

    /// The draw of one event. `entity` is mostly a customer; `slot` tells draws of the same kind apart.
    #[must_use]
    pub fn draw(&self, purpose: Purpose, actor: Actor, entity: CustomerId, round: Round, slot: u16) -> Draw {
        let stream = (purpose as u64) << 56 | u64::from(actor.0) << 48 | u64::from(entity.0) << 32 | u64::from(round.0) << 16 | u64::from(slot);
        Draw { words: chacha::first_block(&self.key, stream) }
    }
}

/// One block of 16 words, to be read as one number.
pub struct Draw {
    words: [u32; 16],
}

impl Draw {
    /// Uniform in [0, 1), 53 bits of two words.
    #[must_use]
    pub fn uniform(self) -> f64 {
        let word = u64::from(self.words[1]) << 32 | u64::from(self.words[0]);
        (word >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Nearly standard normal: the sum of 12 words x 2^-32, minus 6.
    #[must_use]
    pub fn normal(self) -> f64 {
        let sum: u64 = self.words.iter().take(12).map(|&word| u64::from(word)).sum();
        sum as f64 * (1.0 / 4_294_967_296.0) - 6.0
    }

    /// Standard Gumbel, for exactly multinomial-logit choice.
    #[must_use]
    pub fn gumbel(self) -> f64 {
        let uniform = self.uniform().max(1.0 / 9_007_199_254_740_992.0);
        -ln(-ln(uniform))
    }

    /// Whether an event of this chance happens.
    #[must_use]
    pub fn happens(self, chance: f64) -> bool {
        self.uniform() < chance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(values: impl Iterator<Item = f64>) -> (f64, f64) {
        let values: Vec<f64> = values.collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        (mean, values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / values.len() as f64)
    }

    #[test]
    fn draws_have_the_right_moments() {
        let luck = Luck::of("t", 1);
        let draw = |i: u16| luck.draw(Purpose::Churn, Actor::WORLD, CustomerId(i), Round(1), 0);
        for ((mean, variance), (m, v)) in [
            (moments((0..20_000).map(|i| draw(i).uniform())), (0.5, 1.0 / 12.0)),
            (moments((0..20_000).map(|i| draw(i).normal())), (0.0, 1.0)),
            (moments((0..20_000).map(|i| draw(i).gumbel())), (0.577, 1.645)),
        ] {
            assert!((mean - m).abs() < 0.03 && (variance / v - 1.0).abs() < 0.06, "{mean} {variance}");
        }
    }

    #[test]
    fn every_part_of_the_key_counts() {
        let luck = Luck::of("t", 1);
        let d = |p, a, e, r, s| luck.draw(p, Actor(a), CustomerId(e), Round(r), s).uniform();
        let base = d(Purpose::Churn, 0, 0, 0, 0);
        for other in [
            d(Purpose::Audit, 0, 0, 0, 0),
            d(Purpose::Churn, 1, 0, 0, 0),
            d(Purpose::Churn, 0, 1, 0, 0),
            d(Purpose::Churn, 0, 0, 1, 0),
            d(Purpose::Churn, 0, 0, 0, 1),
        ] {
            assert_ne!(base, other);
        }
        assert_eq!(base, d(Purpose::Churn, 0, 0, 0, 0));
        assert_ne!(base, Luck::of("t", 2).draw(Purpose::Churn, Actor(0), CustomerId(0), Round(0), 0).uniform());
    }
}
