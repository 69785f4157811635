//! Phase 10: customers decide. Exactly multinomial logit by one keyed Gumbel per vendor (docs/model.md#choice).

use crate::sim::journal::report::{Happened, NotInvited, Utility};
use crate::sim::luck::events::Opportunity;
use crate::sim::maths::exp;
use crate::sim::orders::goods;
use crate::sim::orders::order::Win;
use crate::sim::scenario::{Guide, Scenario};
use crate::sim::selling::choice_utility::Bid;
use crate::sim::selling::{choice_utility, committee};
use crate::sim::state::{Customer, DealOutcome, MarketKind, Need, Team, World};
use crate::sim::terms::{Phase, ServiceLevel, Winner};
use crate::sim::turn::{Truth, Turn};
use crate::sim::units::{CustomerId, NeedId, RivalId, TeamId};

/// A vendor in one contest.
struct Bidder {
    who: Winner,
    utility: f64,
    /// The customer's own, drawn once for the whole opportunity.
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
    let bids: Vec<(usize, Result<Utility, NotInvited>)> = teams
        .iter()
        .filter(|&&t| state.teams[t].deal(need.id).is_some())
        .map(|&t| (t, bid(&state.scenario, &state.customers, &state.teams[t], need)))
        .collect();
    let poached = teams.iter().any(|&t| state.teams[t].relation(need.id.customer).ownership.poached > 0);
    let mut bidders: Vec<Bidder> = rivals(&state.scenario, &state.worlds[world], &state.customers, need, poached);
    for (team, bid) in &bids {
        if let Ok(utility) = bid {
            let taste = state.turn(*team).luck_with(need).gumbel(Opportunity::Own);
            bidders.push(Bidder { who: Winner::Team(TeamId::at(*team)), utility: utility.total(), taste });
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
    let chance = |utility: f64| exp(utility) / bidders.iter().map(|b| exp(b.utility)).sum::<f64>();

    let decided = &mut state.worlds[world].needs[index];
    decided.winner = Some(winner);
    if let Winner::Rival(rival) = winner {
        state.worlds[world].incumbents[customer.index()] = Some(rival);
    }
    for (team, bid) in bids {
        let mut turn = state.turn(team);
        let deal = need.id;
        match bid {
            Ok(utility) => {
                let chance = chance(utility.total());
                if winner == Winner::Team(TeamId::at(team)) {
                    let win = Win { deal, utility, chance };
                    match turn.leaves_at_once(deal) {
                        Some(round) => turn.won(win, Some(round)),
                        None => wins.push((team, win)),
                    }
                } else {
                    turn.close_deal(deal, DealOutcome::Lost(winner));
                    turn.happened(Happened::NotWon { deal, winner, utility, chance });
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

/// Rivals and buying nothing. `poached`: the salesperson whom the customer knew has gone to one of them.
fn rivals(scenario: &Scenario, world: &World, customers: &[Customer], need: &Need, poached: bool) -> Vec<Bidder> {
    let customer = need.id.customer;
    let choice = &scenario.guide.rules.choice;
    let incumbent = world.incumbents[customer.index()];
    let count = scenario.guide.rivals.len();
    let poacher = scenario.guide.poacher(customer);
    let sensitivity = customers[customer.index()].price_sensitivity;
    let mut bidders = Vec::with_capacity(count + 3);
    bidders.push(Bidder { who: Winner::Nobody, utility: choice.none, taste: need.luck.gumbel(Opportunity::Nothing) });
    bidders.extend((0..count).map(|i| {
        let mut utility = choice.rival + world.rivals.utility(choice, RivalId::at(i), sensitivity);
        if incumbent == Some(RivalId::at(i)) {
            utility += choice.incumbent;
        }
        if world.price_war > 0 {
            utility += choice.price_war;
        }
        if poached && poacher == Some(RivalId::at(i)) {
            utility += choice.poached;
        }
        Bidder { who: Winner::Rival(RivalId::at(i)), utility, taste: need.luck.gumbel(Opportunity::Rival(RivalId::at(i))) }
    }));
    bidders
}

/// The team's bid, or why it was not asked.
fn bid(scenario: &Scenario, customers: &[Customer], team: &Team, need: &Need) -> Result<Utility, NotInvited> {
    let rules = &scenario.guide.rules;
    let id = need.id;
    let relation = team.relation(id.customer);
    let traits = &customers[id.customer.index()];
    let Some(deal) = team.deal(id) else { return Err(NotInvited::NoQuote) };
    if relation.phase == Phase::Lost {
        return Err(NotInvited::Lost);
    }
    let Some(quote) = &deal.quote else { return Err(NotInvited::NoQuote) };
    if committee::vetoed(rules, traits, relation) {
        return Err(NotInvited::Veto);
    }
    let support = committee::support(rules, traits, relation, &deal.support);
    if support <= rules.choice.least_support {
        return Err(NotInvited::NoSupport);
    }
    Ok(choice_utility::utility(
        rules,
        &Bid {
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
        },
    ))
}

impl Turn<'_> {
    /// How far the team's bid lies ahead of the best of its rivals and of buying nothing, were the customer to decide now: the
    /// same comparison as in the end, with the same taste. Bids of other teams are not in it, they lie sealed. None: no bid
    /// that counts.
    pub fn margin(&self, id: NeedId) -> Option<f64> {
        let need = self.world.need(id)?;
        let own = bid(self.scenario, self.customers, self.team, need).ok()?;
        let poached = self.relation(id.customer).ownership.poached > 0;
        let others = rivals(self.scenario, self.world, self.customers, need, poached);
        let best = others.iter().map(Bidder::score).fold(f64::NEG_INFINITY, f64::max);
        Some(own.total() + self.luck_with(need).gumbel(Opportunity::Own) - best)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::ledger::EntryKind;
    use crate::sim::luck::draw::Actor;
    use crate::sim::scenario::{MAX_CONTACTS, Supply};
    use crate::sim::state::Quote;
    use crate::sim::terms::Payment;
    use crate::sim::testing::{ALPHA, about, bare, booked, deal_of, game, generated, guide_of, lead, near, quoted, relation, rules, share, told, traits};
    use crate::sim::units::Fen;

    /// A first deal at M .5, T 30, S 60, d 0: V = -.9 + .75 + .36.
    const V: f64 = 0.21;

    fn offered(prepare: impl FnOnce(&mut Game, NeedId)) -> Game {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        state.worlds[0].incumbents[ALPHA.index()] = None;
        let id = quoted(&mut state, ALPHA);
        prepare(&mut state, id);
        decide(&mut state.truth());
        state
    }

    fn outcome(state: &Game) -> Option<DealOutcome> {
        state.teams[0].deals.first().and_then(|d| d.outcome)
    }

    #[test]
    fn who_is_not_invited() {
        type Prepare = fn(&mut Game, NeedId);
        let cases: [(Prepare, Option<NotInvited>); 9] = [
            (|_, _| {}, None),
            (|s, id| deal_of(s, id).quote = None, Some(NotInvited::NoQuote)),
            (|s, _| relation(s, ALPHA).phase = Phase::Lost, Some(NotInvited::Lost)),
            // contact 1 is the gatekeeper, 0 the decision maker
            (|s, _| relation(s, ALPHA).contacts[1].attitude = -30.1, Some(NotInvited::Veto)),
            (|s, _| relation(s, ALPHA).contacts[1].attitude = -30.0, None),
            (|s, _| relation(s, ALPHA).contacts[0].attitude = -90.0, None),
            // M = .2 x .099 by the user alone, then just above .02
            (|s, id| deal_of(s, id).support = [0.0, 0.0, 0.099, 0.0, 0.0, 0.0], Some(NotInvited::NoSupport)),
            (|s, id| deal_of(s, id).support = [0.0, 0.0, 0.101, 0.0, 0.0, 0.0], None),
            // who has left the committee has no say
            (|s, id| (deal_of(s, id).support = [0.9, 0.0, 0.0, 0.0, 0.0, 0.0], relation(s, ALPHA).contacts[0].removed = true).0, Some(NotInvited::NoSupport)),
        ];
        for (place, (prepare, why)) in cases.into_iter().enumerate() {
            let state = offered(prepare);
            let told = told(&state, |h| if let Happened::NotInvited { why, .. } = h { Some(*why) } else { None });
            assert_eq!(told.first().copied(), why, "case {place}");
            assert_eq!(outcome(&state) == Some(DealOutcome::NoSale), why.is_some(), "case {place}");
        }
    }

    #[test]
    fn the_winner_becomes_incumbent_and_a_team_clears_it() {
        const BEFORE: Option<RivalId> = Some(RivalId(1));
        for (team, rival, none, winner, after) in [
            (20.0, 0.0, 0.0, Winner::Team(TeamId(0)), None),
            (0.0, 0.0, 40.0, Winner::Nobody, BEFORE),
            (-40.0, 0.0, -40.0, Winner::Rival(RivalId(0)), Some(RivalId(0))),
        ] {
            let state = offered(|s, _| {
                s.worlds[0].incumbents[ALPHA.index()] = BEFORE;
                let choice = &mut rules(s).choice;
                (choice.base, choice.rival, choice.none, choice.incumbent) = (team, rival, none, -40.0);
            });
            assert_eq!(state.worlds[0].needs[0].winner, Some(winner));
            assert_eq!(state.worlds[0].incumbents[ALPHA.index()], after);
        }
    }

    /// The chance that the report names.
    fn chance(prepare: impl FnOnce(&mut Game)) -> f64 {
        let state = offered(|s, _| prepare(s));
        told(&state, |h| match h {
            Happened::Won { chance, .. } | Happened::NotWon { chance, .. } => Some(*chance),
            _ => None,
        })[0]
    }

    #[test]
    fn rivals_are_stronger_as_incumbent_in_a_price_war_and_with_a_poached_salesperson() {
        let against = |first: f64, second: f64| exp(V) / (exp(V) + exp(first) + exp(second) + exp(0.2));
        near(chance(|_| {}), against(0.45, 0.45));
        near(chance(|s| s.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(0))), against(0.95, 0.45));
        near(chance(|s| s.worlds[0].price_war = 1), against(1.05, 1.05));
        near(chance(|s| relation(s, ALPHA).ownership.poached = 1), against(1.25, 0.45));
    }

    #[test]
    fn choices_are_a_logit_of_the_utilities() {
        let won = share(|mut state| {
            let ids: Vec<CustomerId> = generated(&state).collect();
            for &id in &ids {
                lead(&mut state, id);
                state.worlds[0].incumbents[id.index()] = None;
                quoted(&mut state, id);
            }
            decide(&mut state.truth());
            (state.teams[0].deals.iter().filter(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))).count(), ids.len())
        });
        about(won, exp(V) / (exp(V) + 2.0 * exp(0.45) + exp(0.2)), 0.025);
    }

    /// Who is ahead as things stand is who wins, if nothing changes until the decision.
    #[test]
    fn the_lead_is_the_decision_taken_before_its_day() {
        let (mut ahead, mut behind) = (0, 0);
        for seed in 0..20 {
            let mut state = game(seed, 1);
            let ids: Vec<CustomerId> = generated(&state).collect();
            let mut leads = Vec::new();
            for &id in &ids {
                lead(&mut state, id);
                let deal = quoted(&mut state, id);
                leads.push((deal, state.turn(0).margin(deal).expect("a bid that counts")));
            }
            decide(&mut state.truth());
            for (deal, lead) in leads {
                let won = matches!(deal_of(&mut state, deal).outcome, Some(DealOutcome::Won(_)));
                assert_eq!(won, lead > 0.0, "{deal:?}: {lead}");
                *(if won { &mut ahead } else { &mut behind }) += 1;
            }
        }
        assert!(ahead > 50 && behind > 50, "{ahead} {behind}");
    }

    #[test]
    fn a_lead_by_hand() {
        let mut state = bare(1);
        lead(&mut state, ALPHA);
        let id = quoted(&mut state, ALPHA);
        state.worlds[0].incumbents[ALPHA.index()] = Some(RivalId(1));
        let luck = state.luck.opportunity(Actor::WORLD, id);
        let taste = |part| luck.gumbel(part);
        let rival = |place| taste(Opportunity::Rival(RivalId(place)));
        let others = [0.2 + taste(Opportunity::Nothing), 0.45 + rival(0), 0.95 + rival(1)];
        let expected = V + taste(Opportunity::Own) - others.into_iter().fold(f64::NEG_INFINITY, f64::max);
        near(state.turn(0).margin(id).expect("a bid"), expected);
        // seven times the discount more
        deal_of(&mut state, id).quote.as_mut().expect("quoted").price = Fen::yuan(99_000);
        near(state.turn(0).margin(id).expect("a bid"), expected + 0.7);
        deal_of(&mut state, id).quote = None;
        assert_eq!(state.turn(0).margin(id), None, "no quote, no bid");
    }

    /// What a first deal gains by one thing that is different, all else being as in [`a_lead_by_hand`].
    #[test]
    fn a_customer_weighs_everything_about_a_bid() {
        fn on_paper(state: &mut Game, id: NeedId) -> &mut Quote {
            deal_of(state, id).quote.as_mut().expect("quoted")
        }

        type Change = fn(&mut Game, NeedId);
        let cases: [(&str, Change, f64); 19] = [
            ("support .6", |s, id| deal_of(s, id).support = [0.6; MAX_CONTACTS], 1.5 * 0.1),
            ("trust 40", |s, _| relation(s, ALPHA).measures.trust = 40.0, 1.2 * 0.1),
            ("satisfaction 75", |s, _| relation(s, ALPHA).measures.satisfaction = 75.0, 0.3),
            ("commitment 50", |s, _| relation(s, ALPHA).measures.commitment = 50.0, 0.8 * 0.5),
            ("promise 10", |s, id| on_paper(s, id).promise = 10.0, 0.018 * 10.0),
            ("promise 10 to a buyer", |s, id| (relation(s, ALPHA).history.orders, on_paper(s, id).promise) = (1, 10.0), 0.0),
            ("reputation", |s, _| s.teams[0].reputation.0 = known_for(s, true), 0.8 * 0.5),
            ("reputation elsewhere", |s, _| s.teams[0].reputation.0 = known_for(s, false), 0.0),
            ("reputation with a buyer", |s, _| (s.teams[0].reputation.0, relation(s, ALPHA).history.orders) = (known_for(s, true), 1), 0.3 * 0.8 * 0.5),
            ("a tenth off for the sensitive", |s, id| (traits(s, ALPHA).price_sensitivity, on_paper(s, id).price) = (1.5, Fen::yuan(99_000)), 7.0 * 0.15),
            // 110,000 is a tenth over it
            ("budget", |s, _| s.worlds[0].needs[0].budget = Some(Fen::yuan(100_000)), -0.1 * 10.0),
            ("fit of the goods", |s, id| on_paper(s, id).fit = 6.0, 0.05 * 6.0),
            ("a demo", |s, id| deal_of(s, id).demo = true, 0.05 * 4.0),
            ("shock", |s, _| relation(s, ALPHA).measures.shock = 1.0, -0.6),
            ("priority", |s, id| on_paper(s, id).service = ServiceLevel::Priority, 0.1),
            ("a round late", |s, id| on_paper(s, id).delivery = s.round.plus(1), -0.1),
            // goods to order take a round, these come at once
            ("a round early", |s, _| guide_of(s).supply = Supply::ToOrder, 0.1),
            ("60 days to pay", |s, id| on_paper(s, id).payment = Payment::Days60, 0.2),
            ("all as before", |_, _| (), 0.0),
        ];
        let mut wrong = Vec::new();
        for (what, change, gain) in cases {
            let mut state = bare(1);
            lead(&mut state, ALPHA);
            let id = quoted(&mut state, ALPHA);
            let before = state.turn(0).margin(id).expect("a bid");
            change(&mut state, id);
            let found = state.turn(0).margin(id).expect("a bid") - before;
            if (found - gain).abs() > 1e-9 {
                wrong.push(format!("{what}: {found}, not {gain}"));
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }

    /// A reputation of .5 in the industry of the customer, or in all the others.
    fn known_for(state: &Game, own: bool) -> Vec<f64> {
        let industry = state.customers[ALPHA.index()].industry.index();
        (0..state.teams[0].reputation.0.len()).map(|i| if (i == industry) == own { 0.5 } else { 0.0 }).collect()
    }

    #[test]
    fn a_new_customer_starts_at_the_level_that_the_strategy_gives_its_tier() {
        use crate::sim::terms::{Level, Positioning, Strategy, Tier};
        const LEVELS: [Level; 4] = [Level::Partnership, Level::Proactive, Level::Reactive, Level::Basic];
        type Prepare = fn(&mut Game);
        let cases: [(Option<[Level; 4]>, Prepare, Level); 6] = [
            (None, |_| {}, Level::Accountable),
            (Some(LEVELS), |_| {}, Level::Reactive),
            (Some(LEVELS), |s| traits(s, ALPHA).key_account = true, Level::Proactive),
            // where the team itself has placed it
            (Some(LEVELS), |s| relation(s, ALPHA).classification.tier = Some(Tier::Vip), Level::Partnership),
            // a level set by hand stays, and so does that of whoever has bought before
            (Some(LEVELS), |s| relation(s, ALPHA).classification.level = Level::Accountable, Level::Accountable),
            (Some(LEVELS), |s| relation(s, ALPHA).history.orders = 1, Level::Basic),
        ];
        for (place, (levels, prepare, level)) in cases.into_iter().enumerate() {
            let mut state = offered(|s, _| {
                rules(s).choice.base = 20.0;
                s.teams[0].management.strategy = levels.map(|levels| Strategy { segments: Vec::new(), positioning: Positioning::Service, levels });
                prepare(s);
            });
            assert!(matches!(outcome(&state), Some(DealOutcome::Won(_))));
            assert_eq!(relation(&mut state, ALPHA).classification.level, level, "case {place}");
        }
    }

    #[test]
    fn an_order_books_sale_and_goods_and_what_was_promised_is_expected() {
        // .4 x 60 + .6 x (62 + promise, .4 of it where it is below the truth)
        for (promise, expectation) in [(0.0, 61.2), (10.0, 67.2), (-10.0, 58.8)] {
            let mut state = offered(|s, id| {
                rules(s).choice.base = 20.0;
                let quote = deal_of(s, id).quote.as_mut().expect("quoted");
                (quote.promise, quote.price, quote.written_up) = (promise, Fen::yuan(99_000), true);
                quote.service = ServiceLevel::Priority;
            });
            assert_eq!(outcome(&state), Some(DealOutcome::Won(Fen::yuan(99_000))));
            assert_eq!((booked(&state, EntryKind::Sale), booked(&state, EntryKind::Goods)), (vec![Fen::yuan(99_000)], vec![Fen::yuan(-88_000)]));
            let round = state.round;
            let alpha = relation(&mut state, ALPHA);
            near(alpha.measures.expectation, expectation);
            near(alpha.measures.records, 15.0);
            near(alpha.history.discounts, 0.1);
            assert_eq!((alpha.history.orders, alpha.history.won, alpha.history.revenue, alpha.history.last_order), (1, 1, Fen::yuan(99_000), Some(round)));
            assert_eq!((alpha.history.last_amount, alpha.service.level), (Fen::yuan(99_000), ServiceLevel::Priority), "what was promised is kept to");
        }
    }

    #[test]
    fn nothing_is_decided_before_it_is_due() {
        let state = offered(|s, _| s.worlds[0].needs[0].due = s.round.plus(1));
        assert_eq!((state.worlds[0].needs[0].winner, outcome(&state)), (None, None));
    }
}
