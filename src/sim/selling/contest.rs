//! Phase 10: customers decide. Exactly multinomial logit by one keyed Gumbel per vendor (docs/model.md#choice).

use crate::sim::journal::report::{Advantage, Happened, NotInvited};
use crate::sim::luck::events::Opportunity;
use crate::sim::market::need_terms;
use crate::sim::orders::goods;
use crate::sim::orders::order::Win;
use crate::sim::scenario::{Guide, Scenario};
use crate::sim::selling::choice_utility::{Bid, Rivals};
use crate::sim::selling::surprise::{self, Believed};
use crate::sim::selling::{choice_utility, committee};
use crate::sim::state::{Customer, DealOutcome, MarketKind, Need, Team, World};
use crate::sim::terms::{Phase, ServiceLevel, Winner};
use crate::sim::turn::{Truth, Turn};
use crate::sim::units::{CustomerId, NeedId, RivalId, TeamId};

/// An unknown, and what spoke for the rivals, is told where it moved the chance by so much.
const TOLD: f64 = 0.05;
/// A weak term of a bid is told where it cost so much of the chance.
const WEAK: f64 = 0.04;

/// A vendor in one contest.
struct Bidder {
    who: Winner,
    utility: f64,
    /// The customer's own, drawn once for the whole opportunity, as much of it as the scenario leaves to luck.
    taste: f64,
}

impl Bidder {
    /// How it stands with the customer.
    fn score(&self) -> f64 {
        self.utility + self.taste
    }
}

/// Decides every need that is due. Returned are the orders, by team, that still need goods from a stock: see [`serve`].
pub(crate) fn decide(state: &mut Truth<'_>) -> Vec<(usize, Win)> {
    let mut wins: Vec<(usize, Win)> = Vec::new();
    for world in 0..state.worlds.len() {
        for index in state.worlds[world].needs.open_places() {
            let need = &state.worlds[world].needs[index];
            if need.winner.is_none() && need.due <= state.round {
                let need = need.clone();
                decide_one(state, world, index, &need, &mut wins);
            }
        }
        state.worlds[world].needs.settle(|o| o.winner.is_some());
    }
    wins
}

/// Serves every team's orders from its stock, in turn.
pub(crate) fn serve(state: &mut Truth<'_>, mut wins: Vec<(usize, Win)>) {
    if state.scenario.guide.keeps_stock() {
        for team in 0..state.teams.len() {
            let own = wins.extract_if(.., |(of, _)| *of == team).map(|(_, win)| win).collect();
            state.turn(team).serve(own);
        }
    }
}

/// `wins`: where orders are left that still need goods.
fn decide_one(state: &mut Truth<'_>, world: usize, index: usize, need: &Need, wins: &mut Vec<(usize, Win)>) {
    let teams: Vec<usize> = match state.market {
        MarketKind::Mirror => vec![world],
        MarketKind::Shared => (0..state.teams.len()).collect(),
    };
    let bids: Vec<(usize, Result<Bid, NotInvited>)> = teams
        .iter()
        .filter(|&&t| state.teams[t].deal(need.id).is_some_and(|deal| deal.outcome != Some(DealOutcome::Declined)))
        .map(|&t| (t, bid(&state.scenario, &state.customers, &state.teams[t], need)))
        .collect();
    let poached = teams.iter().any(|&t| state.teams[t].relation(need.id.customer).ownership.poached > 0);
    let (luck, _) = need_terms::contest_terms(&state.scenario, need.id.source);
    let rivals = rivals(&state.scenario, &state.worlds[world], &state.customers, need, poached);
    let advantages = rivals.advantages();
    let mut bidders = others(&rivals, need, luck);
    for (team, bid) in &bids {
        if let Ok(bid) = bid {
            let utility = choice_utility::utility(&state.scenario.guide.rules, bid).total();
            let taste = luck * state.turn(*team).luck_with(need).gumbel(Opportunity::Own);
            bidders.push(Bidder { who: Winner::Team(TeamId::at(*team)), utility, taste });
        }
    }
    let customer = need.id.customer;
    let mut best = (f64::NEG_INFINITY, Winner::Nobody);
    for bidder in &bidders {
        if bidder.score() > best.0 {
            best = (bidder.score(), bidder.who);
        }
    }
    let winner = best.1;
    let chance = |utility: f64| choice_utility::chance_among(utility, bidders.iter().map(|b| b.utility), luck);
    let field = || bidders.iter().map(|b| (b.who, chance(b.utility))).collect::<Vec<_>>();
    // the same with every bidder's utility moved by something
    let moved = |own: f64, by: &dyn Fn(Winner) -> f64| choice_utility::chance_among(own, bidders.iter().map(|b| b.utility + by(b.who)), luck);

    let decided = &mut state.worlds[world].needs[index];
    decided.winner = Some(winner);
    if let Winner::Rival(rival) = winner {
        state.worlds[world].incumbents[customer.index()] = Some(rival);
    }
    for (team, bid) in bids {
        let mut turn = state.turn(team);
        let deal = need.id;
        // whom a gatekeeper shut out has not lost to somebody better
        if winner != Winner::Team(TeamId::at(team)) && winner != Winner::Nobody && !matches!(bid, Err(NotInvited::Veto { .. })) {
            turn.relation_mut(customer).history.lost_to = Some(winner);
        }
        match bid {
            Ok(bid) => {
                let utility = choice_utility::utility(turn.rules, &bid);
                let chance = chance(utility.total());
                let ours = winner == Winner::Team(TeamId::at(team));
                let believed = Believed::of(turn.rules, turn.relation(customer), &bid, turn.round);
                let unseen = surprise::unseen(turn.rules, &bid, believed, ours).filter(|(_, expected)| {
                    let others = bidders.iter().filter(|b| b.who != Winner::Team(TeamId::at(team))).map(|b| b.utility);
                    let reckoned = choice_utility::chance_among(*expected, others.chain([*expected]), luck);
                    (chance - reckoned).abs() >= TOLD
                });
                let unseen = unseen.map(|(unseen, _)| unseen);
                if ours {
                    let strong = choice_utility::strongest(turn.rules, &utility);
                    let win = Win { deal, utility, chance, unseen, strong, field: field() };
                    match turn.leaves_at_once(deal) {
                        Some(round) => turn.won(win, Some(round)),
                        None => wins.push((team, win)),
                    }
                } else {
                    turn.close_deal(deal, DealOutcome::Lost(winner));
                    // what the chance would have been without what spoke for the winner, and with a sound term in place of the weakest
                    let without = |advantage: Advantage, gain: f64| {
                        let less = |who: Winner| if matches!(who, Winner::Rival(rival) if advantage.is_of(rival)) { -gain } else { 0.0 };
                        moved(utility.total(), &less)
                    };
                    // where nobody was chosen, what any of them had made our chance as small as it was
                    let of_winner = |advantage: Advantage| match winner {
                        Winner::Rival(rival) => advantage.is_of(rival),
                        Winner::Nobody => true,
                        Winner::Team(_) => false,
                    };
                    let of_winner = advantages.iter().flatten().filter(|(advantage, _)| of_winner(*advantage));
                    let costs = of_winner.map(|&(advantage, gain)| (advantage, without(advantage, gain) - chance));
                    let most = costs.max_by(|a, b| a.1.total_cmp(&b.1));
                    let advantage = most.filter(|(_, cost)| *cost >= TOLD).map(|(advantage, _)| advantage);
                    let mended = |gap: f64| moved(utility.total() + gap, &|who| if who == Winner::Team(TeamId::at(team)) { gap } else { 0.0 });
                    let weakest = choice_utility::weakest(turn.rules, &utility);
                    let weak = weakest.filter(|(_, gap)| mended(*gap) - chance >= WEAK).map(|(term, _)| term);
                    // where the odds were even, a sound bid was a sound bid
                    let room = if weak.is_none() && chance < 0.5 { choice_utility::room(turn.rules, &utility, bid.orders > 0) } else { None };
                    turn.happened(Happened::NotWon { deal, winner, utility, chance, unseen, weak, room, advantage, field: field() });
                }
            }
            Err(why) => {
                turn.close_deal(deal, DealOutcome::NoSale);
                turn.happened(Happened::NotInvited { deal, winner, why });
            }
        }
    }
}

impl Guide {
    /// The rival that gets a salesperson of whom this customer thinks much: always the same, so that luck elsewhere does not move.
    #[must_use]
    pub fn poacher(&self, customer: CustomerId) -> Option<RivalId> {
        (!self.rivals.is_empty()).then(|| RivalId::at(customer.index() % self.rivals.len()))
    }
}

/// The rivals at a customer. `poached`: the salesperson whom the customer knew has gone to one of them.
fn rivals<'a>(scenario: &'a Scenario, world: &'a World, customers: &[Customer], need: &Need, poached: bool) -> Rivals<'a> {
    let customer = need.id.customer;
    let guide = &scenario.guide;
    let (_, shift) = need_terms::contest_terms(scenario, need.id.source);
    Rivals {
        rules: &guide.rules,
        count: guide.rivals.len(),
        edge: &world.rivals,
        price_war: world.price_war > 0,
        incumbent: world.incumbents[customer.index()],
        poacher: if poached { guide.poacher(customer) } else { None },
        price_sensitivity: customers[customer.index()].price_sensitivity,
        shift,
    }
}

/// Rivals and buying nothing, with their tastes.
fn others(rivals: &Rivals<'_>, need: &Need, luck: f64) -> Vec<Bidder> {
    let taste = |part| luck * need.luck.gumbel(part);
    let mut bidders = Vec::with_capacity(rivals.count + 3);
    bidders.push(Bidder { who: Winner::Nobody, utility: rivals.rules.choice.none, taste: taste(Opportunity::Nothing) });
    bidders.extend((0..rivals.count).map(RivalId::at).map(|id| Bidder {
        who: Winner::Rival(id),
        utility: rivals.utility(id),
        taste: taste(Opportunity::Rival(id)),
    }));
    bidders
}

/// The team's bid, or why it was not asked.
fn bid(scenario: &Scenario, customers: &[Customer], team: &Team, need: &Need) -> Result<Bid, NotInvited> {
    let rules = &scenario.guide.rules;
    let id = need.id;
    let relation = team.relation(id.customer);
    let traits = &customers[id.customer.index()];
    let Some(deal) = team.deal(id) else { return Err(NotInvited::NoQuote) };
    if relation.phase == Phase::Lost {
        return Err(NotInvited::Lost);
    }
    let Some(quote) = &deal.quote else { return Err(NotInvited::NoQuote) };
    if let Some((contact, cause)) = committee::vetoed(rules, traits, relation) {
        return Err(NotInvited::Veto { contact, cause });
    }
    let support = committee::support(rules, traits, relation, &deal.support);
    if support <= rules.choice.least_support {
        return Err(NotInvited::NoSupport);
    }
    Ok(Bid {
        support,
        trust: relation.measures.trust(),
        satisfaction: relation.measures.satisfaction(),
        commitment: relation.measures.commitment(),
        promise: quote.promise,
        reputation: team.reputation.of(traits.industry),
        orders: relation.history.orders,
        discount: quote.discount(),
        price_sensitivity: traits.price_sensitivity,
        over_budget: choice_utility::over_budget(quote.price, need.budget),
        fit: deal.fit(rules, quote.fit),
        shock: relation.measures.shock(),
        priority: quote.service == ServiceLevel::Priority,
        early: f64::from(goods::usual(&scenario.guide)) - f64::from(quote.delivery.since(need.due)),
        payment: quote.payment,
    })
}

impl Turn<'_> {
    /// How far the team's bid lies ahead of the best of its rivals and of buying nothing, were the customer to decide now: the
    /// same comparison as in the end, with the same taste. Bids of other teams are not in it, they lie sealed. None: no bid
    /// that counts.
    pub fn margin(&self, id: NeedId) -> Option<f64> {
        let need = self.world.need(id)?;
        let own = bid(self.scenario, self.customers, self.team, need).ok()?;
        let poached = self.relation(id.customer).ownership.poached > 0;
        let (luck, _) = need_terms::contest_terms(self.scenario, id.source);
        let others = others(&rivals(self.scenario, self.world, self.customers, need, poached), need, luck);
        let best = others.iter().map(Bidder::score).fold(f64::NEG_INFINITY, f64::max);
        let own = choice_utility::utility(self.rules, &own).total();
        Some(own + luck * self.luck_with(need).gumbel(Opportunity::Own) - best)
    }
}

#[cfg(test)]
mod tests;
