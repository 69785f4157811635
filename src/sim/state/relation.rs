//! What one team and one customer have with each other.

use crate::sim::journal::effect::Cause;
use crate::sim::journal::measures::Measures;
use crate::sim::parameters::Rules;
use crate::sim::scenario::MAX_CONTACTS;
use crate::sim::terms::{Found, Kind, Level, Phase, ServiceLevel, Tier, Winner};
use crate::sim::units::{CustomerId, Fen, Round};
use serde::Serialize;

/// One team's relation with one customer (docs/model.md#relation), in parts by subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    /// Where it stands, from unknown to lost.
    pub phase: Phase,
    /// E, S, T, C, R, bond, negative impressions, shock: they change with a cause or not at all.
    pub measures: Measures,
    /// For how long what moves it to another phase has been so.
    pub streaks: Streaks,
    /// The customer's people, by place.
    pub contacts: [ContactState; MAX_CONTACTS],
    /// What stays in mind for the whole game.
    pub history: History,
    /// What this month and the last few saw.
    pub activity: Activity,
    /// Promise and failures.
    pub service: Service,
    /// The account manager, a resignation, the pool.
    pub ownership: Ownership,
    /// What the team has settled for it, and its contracts.
    pub classification: Classification,
    /// What its running contracts come to.
    pub contract: UnderContract,
}

/// How the customer came, what it has bought, and how it went.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct History {
    /// How the team came to know it, and when (0: before the game); None until then.
    pub found: Option<(Found, Round)>,
    /// Came of itself, and nobody took its name: gone for good.
    pub turned_away: bool,
    /// All orders, with those from before the game; 0 for a lead.
    pub orders: u16,
    /// Orders won from this team (the installed ones left out).
    pub won: u16,
    /// Its orders and the fees of its contracts so far, without what came before the game.
    pub revenue: Fen,
    /// Sales and fees less all costs booked on it; below zero where it cost more.
    pub contribution: Fen,
    /// When it last ordered (0: before the game); None without any order.
    pub last_order: Option<Round>,
    /// Price of the last order, of a contract for the whole term; its typical order if that came before the game.
    pub last_amount: Fen,
    /// Sum of the discounts of its orders, each a share of the tier price.
    pub discounts: f64,
    /// Customers it has sent.
    pub referred: Vec<CustomerId>,
    /// Who won the last need of it that the team had seen and did not win; None before, and again after an order.
    pub lost_to: Option<Winner>,
    /// The last round in which something moved: found, a stage reached, an order, a new owner.
    pub last_progress: Round,
    /// When it last left; stays if it comes back.
    pub lost: Option<Round>,
    /// Why it last left; None again once a win-back succeeded.
    pub lost_cause: Option<Cause>,
}

/// What the team has lately done with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Activity {
    /// Months without contact.
    pub silent: u16,
    /// There was contact this round.
    pub contacted: bool,
    /// Hours of calls this round, as far as work outside one's role counts.
    pub selling_hours: f64,
    /// Hours of care visits this round, likewise.
    pub care_hours: f64,
    /// A proactive check took place this round.
    pub checked: bool,
    /// Somebody asked for a referral this round.
    pub asked_referral: bool,
    /// Satisfaction as last surveyed, and when.
    pub surveyed: Option<(f64, Round)>,
    /// Rounds for which nurturing still brings needs.
    pub nurtured: u16,
    /// Gifts of this year, in fen.
    pub gifts_year: Fen,
}

/// What was promised for service, and what has gone wrong.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Service {
    /// As the last quote that won promised it.
    pub level: ServiceLevel,
    /// A major problem the customer has not complained about: when it arose.
    pub silent_failure: Option<Round>,
    /// Rounds in a row for which a critical ticket has been open.
    pub critical_rounds: u16,
    /// The last thing done to it that something must still make good.
    pub grievance: Option<Cause>,
    /// What it holds against us, and how much bad impression each has made: what nothing has made good, since it last came back.
    pub blame: Vec<(Cause, f64)>,
    /// Loss of its own that a failure has cost it and the team has booked.
    pub own_loss: Fen,
}

impl Service {
    /// Something was done to it that must be made good; `points` of bad impression.
    pub fn grieve(&mut self, cause: Cause, points: f64) {
        self.grievance = Some(cause);
        self.blame(cause, points);
    }

    /// It holds something against us, so many points of bad impression more.
    pub fn blame(&mut self, cause: Cause, points: f64) {
        match self.blame.iter_mut().find(|(of, _)| *of == cause) {
            Some((_, sum)) => *sum += points,
            None => self.blame.push((cause, points)),
        }
    }

    /// What it holds against us most; of equals, what came first.
    #[must_use]
    pub fn held_against_us(&self) -> Option<Cause> {
        let most = self.blame.iter().fold(None, |most: Option<&(Cause, f64)>, of| if most.is_some_and(|most| most.1 >= of.1) { most } else { Some(of) });
        most.map(|(cause, _)| *cause)
    }

    /// All of it is made good.
    pub fn make_good(&mut self) {
        self.grievance = None;
        self.blame.clear();
    }

    /// A ticket that waited is solved: it is held against us no more.
    pub fn answered(&mut self) {
        if self.grievance == Some(Cause::TicketUnanswered) {
            self.grievance = None;
        }
        self.blame.retain(|(cause, _)| *cause != Cause::TicketUnanswered);
    }
}

/// Whose customer it is among the account managers (docs/model.md#people).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Ownership {
    /// Which account manager it belongs to (place among the posts).
    pub owner: u8,
    /// The account manager it has met last, of those it belonged to.
    pub served_by: u8,
    /// Its owner left in this round, and nobody has been introduced since.
    pub orphaned: Option<Round>,
    /// Given to the pool in this round: until it is taken again, nobody of the team works on it.
    pub pooled: Option<Round>,
    /// Calls of a new owner that still find open ears.
    pub fresh_calls: u16,
    /// Points of trust that went with a salesperson, until a meeting has returned some.
    pub trust_lost_by_resignation: f64,
    /// Rounds for which a rival profits from a poached salesperson.
    pub poached: u16,
}

/// Where the team places it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Classification {
    /// Somebody has qualified it, or it bought before the game.
    pub qualified: bool,
    /// What the players call it.
    pub kind: Kind,
    /// How closely it is looked after.
    pub level: Level,
    /// The level was set for this customer alone and no longer follows its tier.
    pub level_by_hand: bool,
    /// Its value as last evaluated.
    pub tier: Option<Tier>,
}

/// What its running contracts come to.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnderContract {
    /// Fee of all running contracts a round.
    pub fee: Fen,
    /// Last round of the contracts that bind it.
    pub bound: Round,
}

/// What the team has with one contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct ContactState {
    /// Called at least once.
    pub reached: bool,
    /// Towards the team, -100 to 100, 0 at the start.
    pub attitude: f64,
    /// What last spoilt it.
    pub soured: Option<Cause>,
    /// Gifts of this quarter.
    pub gifts: Fen,
    /// Has left the committee: a gift above the limit was found.
    pub removed: bool,
}

impl ContactState {
    /// The attitude worsens by so many points.
    pub fn sour(&mut self, points: f64, cause: Cause) {
        if points > 0.0 {
            self.attitude = (self.attitude - points).max(-100.0);
            self.soured = Some(cause);
        }
    }
}

impl Relation {
    /// A customer nobody has heard of.
    #[must_use]
    pub fn new(rules: &Rules) -> Relation {
        Relation {
            phase: Phase::Unknown,
            measures: Measures::at_start(&rules.relations),
            streaks: Streaks::default(),
            contacts: [ContactState::default(); MAX_CONTACTS],
            history: History::default(),
            activity: Activity::default(),
            service: Service::default(),
            ownership: Ownership::default(),
            classification: Classification::default(),
            contract: UnderContract::default(),
        }
    }

    /// Whether the team has come to know the customer, be it lost by now.
    #[must_use]
    pub fn known(&self) -> bool {
        self.phase != Phase::Unknown
    }

    /// Somebody the team may still come to know.
    #[must_use]
    pub fn findable(&self) -> bool {
        !self.known() && !self.history.turned_away
    }

    /// The team knows what it may buy in a year: qualified, or it has ordered.
    #[must_use]
    pub fn informed(&self) -> bool {
        self.classification.qualified || self.history.orders > 0
    }

    /// A customer that has bought and is not lost.
    #[must_use]
    pub fn active(&self) -> bool {
        self.history.orders > 0 && self.phase != Phase::Lost
    }

    /// A change of staff that no handover meeting has mended.
    #[must_use]
    pub fn needs_handover(&self) -> bool {
        self.ownership.trust_lost_by_resignation > 0.0 || self.ownership.orphaned.is_some()
    }

    /// A failure that the team knows of and nothing has made good. One that nobody has complained about is none.
    #[must_use]
    pub fn known_failure(&self) -> bool {
        self.service.grievance.is_some_and(|cause| cause != Cause::SilentFailure)
    }

    /// Known, and not given to the pool.
    #[must_use]
    pub fn kept(&self) -> bool {
        self.known() && self.ownership.pooled.is_none()
    }
}

/// Rounds in a row for which a condition of a phase has held (docs/model.md#phases).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Streaks {
    /// Too weak for formation.
    pub formation_back: u16,
    /// Fit for stability.
    pub stable: u16,
    /// Too weak for stability.
    pub stability_back: u16,
    /// Weak enough for decline.
    pub low: u16,
    /// Recovered from it.
    pub recovered: u16,
}
