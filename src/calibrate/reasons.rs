//! Whether the reasons that the game gives are borne out by its own record (docs/model.md#facts, F40; the conditions stand in
//! docs/model.md#reasons).
//!
//! Nothing here asks the rules: a reason is held against what the journal tells, as a teacher would who reads it beside the log.

use super::games::plan;
use crate::bots::{BotKind, Policy};
use crate::sim::game::Game;
use crate::sim::journal::effect::{Cause, Measure};
use crate::sim::journal::report::{Advantage, BidTerm, Happened, NotInvited, Unknown, Unseen};
use crate::sim::journal::{Recording, TeamJournal};
use crate::sim::parameters::Rules;
use crate::sim::resolve;
use crate::sim::scenario::{Happening, Scenario};
use crate::sim::setup::Setup;
use crate::sim::state::{Compliance, MarketKind, Need, Relation};
use crate::sim::terms::Winner;
use crate::sim::units::{CustomerId, NeedId, RivalId, Role, Round, Source, TeamId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Teams of a mixed game.
const TEAMS: usize = 4;

/// Reasons that were given, and those that the record contradicts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reasons {
    /// Of departures.
    pub departures: u32,
    /// Of lost deals.
    pub deals: u32,
    /// In words, one for each contradiction.
    pub contradicted: Vec<String>,
}

/// A game of four of the bots, others on every seed, and every reason in it.
pub(super) fn reasons(scenario: &Arc<Scenario>, seed: u64) -> Reasons {
    let policies: Vec<Policy> = (0..TEAMS).map(|place| kind(seed, place).policy()).collect();
    let setup = Setup {
        seed,
        luck: seed,
        market: MarketKind::Mirror,
        compliance: Compliance::Show,
        rounds: scenario.guide.rounds,
        teams: vec![String::new(); TEAMS],
        recording: Recording::Full,
    };
    let mut state = Game::new(scenario.clone(), &setup);
    let mut found = Reasons::default();
    let start: Vec<Vec<Relation>> = state.teams.iter().map(|team| team.relations.clone()).collect();
    while !state.over() {
        plan(&mut state, &policies);
        resolve(&mut state);
    }
    for (team, start) in start.iter().enumerate() {
        Record { state: &state, journal: &state.journal.teams[team], start, team: TeamId::at(team) }.check(&mut found);
    }
    found
}

/// Changes of a month that come after its departures: what a departure takes along, who resigns, tasks ticked off.
const fn after_leaving(cause: Cause) -> bool {
    matches!(cause, Cause::Lost | Cause::Resigned | Cause::DateKept)
}

/// Whether what begins in round `from` and lasts `rounds` goes on in a round.
const fn runs(from: u16, rounds: u16, round: Round) -> bool {
    from <= round.0 && round.0 < from.saturating_add(rounds)
}

/// The bots take turns, so that every one plays beside every other.
fn kind(seed: u64, place: usize) -> BotKind {
    let kinds = BotKind::ALL.len() as u64;
    let stride = 1 + seed / kinds % (kinds - 1);
    BotKind::ALL[((seed % kinds + place as u64 * stride) % kinds) as usize]
}

/// What one team's game has left behind.
struct Record<'a> {
    state: &'a Game,
    journal: &'a TeamJournal,
    /// By customer, before the first month.
    start: &'a [Relation],
    team: TeamId,
}

impl Record<'_> {
    fn rules(&self) -> &Rules {
        &self.state.scenario.guide.rules
    }

    fn check(&self, found: &mut Reasons) {
        for (index, report) in self.journal.past.iter().enumerate() {
            let round = Round(index as u16 + 1);
            for happened in &report.happened {
                let reason = match happened {
                    Happened::Churned { customer, cause, rival, behind, .. } => {
                        found.departures += 1;
                        // the rival that is named stands behind the first reason; behind the second it may be another one
                        let told = self.departure(*customer, round, *cause, *rival);
                        let behind = behind.map_or(Ok(()), |cause| self.departure(*customer, round, cause, None));
                        let bought = report.happened.iter().any(|h| matches!(h, Happened::Won { deal, .. } if deal.customer == *customer));
                        let gone = if bought && *cause != Cause::ContractEnded { Err("it has bought in this month".to_owned()) } else { Ok(()) };
                        let named = rival.is_some() || !cause.is_of_a_rival();
                        told.and(behind).and(gone).and(if named { Ok(()) } else { Err("nobody is named".to_owned()) })
                    }
                    Happened::NotWon { deal, winner, weak, unseen, advantage, .. } => {
                        found.deals += 1;
                        let lead = advantage.map_or(Ok(()), |advantage| self.advantage(*deal, round, *winner, advantage));
                        lead.and(self.lost(*deal, round, *winner, *weak, *unseen))
                    }
                    Happened::NotInvited { deal, why, .. } => {
                        found.deals += 1;
                        self.not_invited(*deal, round, *why)
                    }
                    _ => continue,
                };
                if let Err(what) = reason {
                    found.contradicted.push(format!("team {} round {}: {happened:?}: {what}", self.team.0, round.0));
                }
            }
        }
    }

    /// What happened up to a round, with its round.
    fn until(&self, round: Round) -> impl Iterator<Item = (Round, &Happened)> {
        let past = self.journal.past.iter().enumerate().take(usize::from(round.0));
        past.flat_map(|(index, report)| report.happened.iter().map(move |h| (Round(index as u16 + 1), h)))
    }

    fn any(&self, round: Round, is: impl Fn(&Happened) -> bool) -> bool {
        self.until(round).any(|(_, happened)| is(happened))
    }

    /// A measure as the last change up to a round left it, or as it was at the start; None for one that is no relation's.
    fn measure(&self, customer: CustomerId, measure: Measure, round: Round) -> Option<f64> {
        let past = self.journal.past.iter().take(usize::from(round.0)).rev();
        past.flat_map(|report| report.effects.iter().rev())
            .find(|e| e.customer == Some(customer) && e.measure == measure && !(e.round == round && after_leaving(e.cause)))
            .map_or_else(|| self.start[customer.index()].measures.get(measure), |e| Some(e.to))
    }

    /// The change that was the reason for a departure shows in the record of the months up to it.
    fn changed(&self, customer: CustomerId, cause: Cause, round: Round) -> bool {
        let past = self.journal.past.iter().take(usize::from(round.0));
        past.flat_map(|report| &report.effects).any(|e| e.customer == Some(customer) && e.cause == cause)
    }

    fn departure(&self, id: CustomerId, round: Round, cause: Cause, rival: Option<Winner>) -> Result<(), String> {
        let l = &self.rules().lifecycle;
        let [neutral_s, neutral_t] = l.churn_neutral;
        let below = |measure: Measure, neutral: f64| match self.measure(id, measure, round) {
            Some(points) if points < neutral => Ok(()),
            points => Err(format!("{measure:?} was {points:?}")),
        };
        let shown = |holds: bool, what: &str| if holds { Ok(()) } else { Err(format!("the record shows no {what}")) };
        match cause {
            Cause::Silence => {
                let care = &self.rules().care;
                let spoken = self.journal.interactions.iter().filter(|i| i.customer == id && i.round <= round && i.kind.is_contact_of(i.minutes, care));
                let last = spoken.map(|i| i.round).max();
                let silent = last.is_none_or(|last| f64::from(round.since(last)) > l.churn_silence_free);
                if silent { Ok(()) } else { Err(format!("somebody was in touch in round {last:?}")) }
            }
            Cause::LowTrust => below(Measure::Trust, neutral_t),
            Cause::LowSatisfaction => below(Measure::Satisfaction, neutral_s),
            Cause::BadImpressions => match self.measure(id, Measure::Negative, round) {
                Some(negative) if negative > 0.0 => Ok(()),
                other => Err(format!("bad impressions were {other:?}")),
            },
            Cause::Resigned => shown(self.any(round, |h| *h == Happened::Resigned { role: Role::AccountManager }), "resignation"),
            Cause::BetterOffer => self.better_offer(round, rival),
            Cause::PriceWar => shown(self.price_war(round), "price war"),
            Cause::SoldByRival => self.sold_by(id, round, rival),
            Cause::TicketUnanswered => shown(
                self.any(round, |h| matches!(h, Happened::TicketOpen { ticket, .. } if ticket.customer == id))
                    || self.changed(id, Cause::TicketUnanswered, round),
                "unanswered ticket",
            ),
            Cause::CustomerLoss => shown(self.any(round, |h| matches!(h, Happened::CustomerLoss { customer, .. } if *customer == id)), "loss of its own"),
            Cause::BribeFound => shown(self.any(round, |h| matches!(h, Happened::BribeFound { customer, .. } if *customer == id)), "gift found"),
            Cause::PerformanceMissed => shown(self.any(round, |h| matches!(h, Happened::PromiseMissed { customer, .. } if *customer == id)), "promise missed"),
            Cause::DeliveredLate | Cause::DeliveredBelow | Cause::PromiseBroken | Cause::SilentFailure => shown(self.changed(id, cause, round), "such failure"),
            // the contract ran out in this month and no other was made; whoever has it now won the renewal
            Cause::ContractEnded => {
                let has_it = |n: &Need| n.id.customer == id && matches!(n.id.source, Source::Renewal(_)) && n.winner == rival;
                let to_whom = rival.is_none() || self.state.world(self.team).needs.iter().any(has_it);
                let ends = |(when, h): (Round, &Happened)| matches!(h, Happened::ContractBegins { customer, ends, .. } if *customer == id && *ends <= round && when <= round);
                let had_one = self.until(round).any(ends) || self.state.scenario.guide.has_contracts();
                shown(to_whom && had_one, "contract that went there")
            }
            Cause::ByChance => self.nothing_pushed(id, round),
            other => Err(format!("{other:?} is no reason to leave")),
        }
    }

    fn price_war(&self, round: Round) -> bool {
        self.state.scenario.events.iter().any(|event| matches!(event.what, Happening::PriceWar { rounds } if runs(event.round, rounds, round)))
    }

    /// Whose offers run: a rival's, or (None) everybody's.
    fn offers(&self, round: Round) -> impl Iterator<Item = Option<RivalId>> {
        self.state.scenario.events.iter().filter_map(move |event| match event.what {
            Happening::RivalOffer { rival, rounds, .. } if runs(event.round, rounds, round) => Some(rival),
            _ => None,
        })
    }

    /// An offer of the rival that is named runs.
    fn better_offer(&self, round: Round, rival: Option<Winner>) -> Result<(), String> {
        let runs = || self.offers(round).any(|of| rival.is_none() || of.is_none_or(|of| rival == Some(Winner::Rival(of))));
        if runs() { Ok(()) } else { Err(format!("{rival:?} had nothing to offer")) }
    }

    /// The last need that was decided went to the rival that is named, and not by a veto.
    fn sold_by(&self, id: CustomerId, round: Round, rival: Option<Winner>) -> Result<(), String> {
        let decided = self.until(round).filter_map(|(_, h)| match h {
            Happened::Won { deal, .. } if deal.customer == id => Some(None),
            Happened::NotInvited { why: NotInvited::Veto { .. }, .. } => None,
            Happened::NotWon { deal, winner, .. } | Happened::NotInvited { deal, winner, .. } if deal.customer == id && *winner != Winner::Nobody => {
                Some(Some(*winner))
            }
            _ => None,
        });
        let last = decided.last().flatten();
        if last.is_some() && (rival.is_none() || last == rival) { Ok(()) } else { Err(format!("{rival:?} sold nothing last, {last:?} did")) }
    }

    /// Who leaves by chance has nothing against the team that weighs.
    fn nothing_pushed(&self, id: CustomerId, round: Round) -> Result<(), String> {
        let l = &self.rules().lifecycle;
        let [neutral_s, neutral_t] = l.churn_neutral;
        let pushes = [
            (Measure::Satisfaction, l.churn_satisfaction * (neutral_s - self.measure(id, Measure::Satisfaction, round).unwrap_or(neutral_s))),
            (Measure::Trust, l.churn_trust * (neutral_t - self.measure(id, Measure::Trust, round).unwrap_or(neutral_t))),
        ];
        match pushes.iter().find(|(_, push)| *push > l.least_push + 1e-9) {
            Some((measure, push)) => Err(format!("{measure:?} pushed by {push:.2}")),
            None => Ok(()),
        }
    }

    /// The weakest term of a lost bid lies where the report says, and the unknown that is named was what the record shows.
    fn lost(&self, deal: NeedId, round: Round, winner: Winner, weak: Option<BidTerm>, unseen: Option<Unseen>) -> Result<(), String> {
        if winner == Winner::Team(self.team) {
            return Err("lost to ourselves".to_owned());
        }
        if !self.any(round, |h| matches!(h, Happened::Quoted { deal: quoted, .. } if *quoted == deal)) {
            return Err("nothing was quoted".to_owned());
        }
        if let Some(Unseen { what: Unknown::Satisfaction, was, .. }) = unseen
            && let Some(points) = self.before_round_end(deal.customer, Measure::Satisfaction, round)
            && (points - was).abs() > 1e-6
        {
            return Err(format!("satisfaction was {points}, not {was}"));
        }
        let low = |measure: Measure, sound: f64| match self.before_round_end(deal.customer, measure, round) {
            Some(points) if points >= sound => Err(format!("{measure:?} was {points}")),
            _ => Ok(()),
        };
        match weak {
            Some(BidTerm::Trust) => low(Measure::Trust, 35.0),
            Some(BidTerm::Satisfaction) => low(Measure::Satisfaction, 67.0),
            Some(BidTerm::Commitment) => low(Measure::Commitment, 10.0),
            Some(BidTerm::Shock) if !self.any(round, |h| matches!(h, Happened::Resigned { .. })) => Err("nobody has resigned".to_owned()),
            _ => Ok(()),
        }
    }

    /// A measure as it was when the month's decisions were taken: before its deliveries and what follows them.
    fn before_round_end(&self, customer: CustomerId, measure: Measure, round: Round) -> Option<f64> {
        let after = |cause: Cause| {
            matches!(
                cause,
                Cause::DeliveredWell
                    | Cause::DeliveredBelow
                    | Cause::DeliveredLate
                    | Cause::PromiseBroken
                    | Cause::PerformanceKept
                    | Cause::PerformanceMissed
                    | Cause::Grew
                    | Cause::Faded
                    | Cause::Lost
                    | Cause::Resigned
                    | Cause::DateKept
                    | Cause::Ordered
                    | Cause::Promised
            )
        };
        let of_month = |cause: Cause, at: Round| at == round && after(cause);
        let silence_at_end = |measure: Measure, cause: Cause, at: Round| at == round && measure == Measure::Trust && cause == Cause::Silence;
        let past = self.journal.past.iter().take(usize::from(round.0)).rev();
        past.flat_map(|report| report.effects.iter().rev())
            .find(|e| e.customer == Some(customer) && e.measure == measure && !of_month(e.cause, e.round) && !silence_at_end(measure, e.cause, e.round))
            .map(|e| e.to)
    }

    /// What is said to have spoken for the winner: the script's doing, or the customer's last purchase.
    fn advantage(&self, deal: NeedId, round: Round, winner: Winner, advantage: Advantage) -> Result<(), String> {
        if winner != Winner::Nobody && !matches!(winner, Winner::Rival(rival) if advantage.is_of(rival)) {
            return Err(format!("{advantage:?} is not the winner's"));
        }
        let holds = match advantage {
            Advantage::PriceWar => self.price_war(round),
            Advantage::Offer(of) => self.offers(round).any(|named| named == of),
            Advantage::Improved => self.state.scenario.events.iter().any(|event| matches!(event.what, Happening::RivalsGain { .. } if event.round <= round.0)),
            // whoever sold to the customer last; before the first purchase in the game the scenario says who it was
            Advantage::Supplier(rival) => {
                let winner = Winner::Rival(rival);
                let bought = |n: &&Need| n.id.customer == deal.customer && n.id != deal && n.due <= round && n.winner.is_some_and(|w| w != Winner::Nobody);
                let bought: Vec<&Need> = self.state.world(self.team).needs.iter().filter(bought).collect();
                // of a month's decisions any may have come first
                let last = bought.iter().map(|n| n.due).filter(|due| *due < round).max();
                bought.iter().any(|n| n.winner == Some(winner) && (n.due == round || Some(n.due) == last)) || last.is_none()
            }
        };
        if holds { Ok(()) } else { Err(format!("the record shows no {advantage:?}")) }
    }

    /// What turned a gatekeeper against the team.
    fn soured(&self, customer: CustomerId, round: Round, cause: Option<Cause>) -> Result<(), String> {
        match cause {
            Some(Cause::Pressed) => {
                let in_vain = |h: &Happened| matches!(h, Happened::Called { customer: called, advance: false, .. } if *called == customer);
                if self.any(round, in_vain) { Ok(()) } else { Err("no talk was in vain".to_owned()) }
            }
            Some(cause) => self.departure(customer, round, cause, None),
            None => Err("nothing has spoilt the attitude".to_owned()),
        }
    }

    fn not_invited(&self, deal: NeedId, round: Round, why: NotInvited) -> Result<(), String> {
        let quoted = self.any(round, |h| matches!(h, Happened::Quoted { deal: quoted, .. } if *quoted == deal));
        match why {
            NotInvited::NoQuote if quoted => Err("a quote was handed in".to_owned()),
            NotInvited::NoSupport | NotInvited::Veto { .. } if !quoted => Err("nothing was quoted".to_owned()),
            NotInvited::Veto { cause, .. } => self.soured(deal.customer, round, cause),
            NotInvited::Lost if !self.any(round, |h| matches!(h, Happened::Churned { customer, .. } if *customer == deal.customer)) => {
                Err("the customer was never lost".to_owned())
            }
            _ => Ok(()),
        }
    }
}
