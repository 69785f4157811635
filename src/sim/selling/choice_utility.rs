//! The utility of a bid: the equations of docs/model.md#choice.

use crate::sim::journal::report::{Advantage, BidTerm, Utility};
use crate::sim::maths::{exp, interpolate};
use crate::sim::parameters::Rules;
use crate::sim::state::RivalEdge;
use crate::sim::terms::Payment;
use crate::sim::units::{Fen, RivalId};

/// What a customer weighs in a team's bid.
#[derive(Clone, Copy, Debug)]
pub struct Bid {
    /// Committee support M, 0-1.
    pub support: f64,
    /// T, 0-100.
    pub trust: f64,
    /// S, 0-100.
    pub satisfaction: f64,
    /// C, 0-100.
    pub commitment: f64,
    /// Promise in points.
    pub promise: f64,
    /// In the customer's industry, -1..1.
    pub reputation: f64,
    /// Orders before this one.
    pub orders: u16,
    /// Share that the price lies below that of the customer's tier; above it if negative.
    pub discount: f64,
    /// Weight of the discount, 1 as most have it.
    pub price_sensitivity: f64,
    /// Per cent that the price lies above the budget; 0 within it or where there is none.
    pub over_budget: f64,
    /// Fit points, demo and check included.
    pub fit: f64,
    /// After a resignation, up to `lifecycle.most_shock`.
    pub shock: f64,
    /// Priority service promised.
    pub priority: bool,
    /// Rounds that the promised date lies before the usual one; after it if negative.
    pub early: f64,
    /// Time to pay.
    pub payment: Payment,
}

/// u(S), straight lines through the points of docs/model.md#choice.
#[must_use]
pub fn satisfaction_utility(rules: &Rules, satisfaction: f64) -> f64 {
    interpolate(&rules.choice.satisfaction_points, &rules.choice.satisfaction_utilities, satisfaction)
}

/// Per cent that `price` lies above `budget`, 0 within it or without one.
#[must_use]
pub fn over_budget(price: Fen, budget: Option<Fen>) -> f64 {
    budget.filter(|b| *b > Fen::ZERO).map_or(0.0, |b| (100.0 * (price.0 as f64 / b.0 as f64 - 1.0)).max(0.0))
}

/// What decides the utility of each rival's bid.
pub struct Rivals<'a> {
    /// As the scenario has it.
    pub rules: &'a Rules,
    /// How many there are.
    pub count: usize,
    /// What they have gained, and their offers.
    pub edge: &'a RivalEdge,
    /// A price war is on.
    pub price_war: bool,
    /// Who supplies the customer.
    pub incumbent: Option<RivalId>,
    /// To whom the salesperson went whom the customer knew.
    pub poacher: Option<RivalId>,
    /// Weight of prices, 1 as most have it.
    pub price_sensitivity: f64,
    /// What the script adds for this need.
    pub shift: f64,
}

impl Rivals<'_> {
    /// Utility of one of them: `rival` + the script's shift + what it gained + `incumbent` + `price_war` + `poached`.
    #[must_use]
    pub fn utility(&self, rival: RivalId) -> f64 {
        let c = &self.rules.choice;
        let where_true = |holds: bool, gain: f64| if holds { gain } else { 0.0 };
        c.rival
            + self.shift
            + self.edge.utility(c, rival, self.price_sensitivity)
            + where_true(self.incumbent == Some(rival), c.incumbent)
            + where_true(self.price_war, c.price_war)
            + where_true(self.poacher == Some(rival), c.poached)
    }

    /// What speaks for one of them or for all, beside their plain bids and the salesperson that went over to one; and how much
    /// utility it adds to a rival.
    #[must_use]
    pub fn advantages(&self) -> [Option<(Advantage, f64)>; 4] {
        let c = &self.rules.choice;
        [
            self.incumbent.map(|rival| (Advantage::Supplier(rival), c.incumbent)),
            self.price_war.then_some((Advantage::PriceWar, c.price_war)),
            self.edge.offer(c, self.price_sensitivity).map(|(of, gain)| (Advantage::Offer(of), gain)),
            Some((Advantage::Improved, self.edge.gained())),
        ]
    }

    /// Of all of them, by id.
    pub fn utilities(&self) -> impl Iterator<Item = f64> + Clone {
        (0..self.count).map(|place| self.utility(RivalId::at(place)))
    }
}

/// V, by its terms (docs/model.md#choice): base, support, trust, u(S), commitment, promise (most of it for a first order),
/// reputation (most of it for a first order), discount as the customer weighs prices, budget exceeded, fit, shock, priority
/// service, rounds before the usual date, days to pay.
#[must_use]
pub fn utility(rules: &Rules, bid: &Bid) -> Utility {
    let c = &rules.choice;
    let first = bid.orders == 0;
    let promise = if bid.promise >= 0.0 {
        if first { c.promise * bid.promise } else { 0.0 }
    } else {
        c.under_promise * bid.promise * if first { 1.0 } else { c.under_promise_later }
    };
    Utility {
        base: c.base,
        support: c.support * bid.support,
        trust: c.trust * bid.trust / 100.0,
        satisfaction: satisfaction_utility(rules, bid.satisfaction),
        commitment: c.commitment * bid.commitment / 100.0,
        promise,
        reputation: c.reputation * bid.reputation * if first { 1.0 } else { c.reputation_later },
        price: c.discount * bid.discount * bid.price_sensitivity,
        budget: c.over_budget * bid.over_budget,
        fit: c.fit * bid.fit,
        shock: c.shock * bid.shock,
        service: if bid.priority { c.priority_service } else { 0.0 },
        delivery: rules.goods.early * bid.early,
        payment: rules.goods.thirty_days * f64::from(bid.payment.rounds()),
    }
}

/// What a careful seller brings to a first contest.
pub(crate) fn sound_bid(rules: &Rules) -> Bid {
    Bid {
        support: 0.7,
        // talks, a demo and dates kept earn no more before there is an order
        trust: 35.0,
        satisfaction: 67.0,
        commitment: 10.0,
        promise: 0.0,
        reputation: 0.0,
        orders: 0,
        discount: 0.0,
        price_sensitivity: 1.0,
        over_budget: 0.0,
        fit: rules.selling.demo_fit,
        shock: 0.0,
        priority: false,
        early: 0.0,
        payment: Payment::OnDelivery,
    }
}

/// Where a bid fell shortest of a sound one, and by how much; none where it hardly did, and others were better or luckier.
#[must_use]
pub fn weakest(rules: &Rules, bid: &Utility) -> Option<(BidTerm, f64)> {
    furthest_behind(bid, &utility(rules, &sound_bid(rules)), |_| true)
}

/// Where a bid that is weak nowhere had most left to gain: support, trust and fit, with a `buyer` satisfaction, too, as a seller at
/// his best brings them; none where it hardly had anything. Before an order trust goes no further than a sound bid has it.
#[must_use]
pub fn room(rules: &Rules, bid: &Utility, buyer: bool) -> Option<BidTerm> {
    let sound = sound_bid(rules);
    let trust = if buyer { 60.0 } else { sound.trust };
    let best = utility(rules, &Bid { support: 0.95, trust, satisfaction: 80.0, fit: sound.fit + rules.selling.check_fit, ..sound });
    let workable = |term: BidTerm| matches!(term, BidTerm::Support | BidTerm::Trust | BidTerm::Fit) || buyer && term == BidTerm::Satisfaction;
    furthest_behind(bid, &best, workable).map(|(term, _)| term)
}

/// What carried a bid: where it was furthest ahead of a sound one; none where it hardly was in anything.
#[must_use]
pub fn strongest(rules: &Rules, bid: &Utility) -> Option<BidTerm> {
    // a customer that is unsettled no more, or within its budget, is nobody's strength
    let earned = |term: BidTerm| !matches!(term, BidTerm::Shock | BidTerm::Budget);
    furthest_behind(&utility(rules, &sound_bid(rules)), bid, earned).map(|(term, _)| term)
}

/// The term in which a bid lies furthest behind another, and by how much; none where it hardly does in any.
fn furthest_behind(bid: &Utility, other: &Utility, counts: impl Fn(BidTerm) -> bool) -> Option<(BidTerm, f64)> {
    /// Less than this is nothing to speak of.
    const LITTLE: f64 = 0.2;
    let gaps = bid.terms().into_iter().zip(other.terms()).map(|((term, had), (_, wanted))| (wanted - had, term));
    let mut worst = (LITTLE, None);
    for (gap, term) in gaps.filter(|(_, term)| counts(*term)) {
        if gap > worst.0 {
            worst = (gap, Some(term));
        }
    }
    worst.1.map(|term| (term, worst.0))
}

/// Chance of a bid against rivals and buying nothing, where the decision is left to luck in full.
#[must_use]
pub fn chance(utility: f64, others: impl Iterator<Item = f64>) -> f64 {
    let own = exp(utility);
    own / (own + others.map(exp).sum::<f64>())
}

/// Chance of one of the bids `all` (utilities, `own` among them) where tastes are scaled by `luck`, above 0 to 1. Taken from the
/// best of them, so that no exponent runs away where luck is little.
#[must_use]
pub fn chance_among(own: f64, all: impl Iterator<Item = f64> + Clone, luck: f64) -> f64 {
    let best = all.clone().fold(own, f64::max);
    let weight = |utility: f64| exp((utility - best) / luck);
    weight(own) / all.map(weight).sum::<f64>()
}

/// A chance, 0-1, once the utility of the bid has moved by so much, where tastes are scaled by `luck`: as among all bids, without
/// knowing the others.
#[must_use]
pub fn moved(chance: f64, by: f64, luck: f64) -> f64 {
    let odds = chance * exp(by / luck.max(1e-6));
    if odds.is_finite() { odds / (1.0 - chance + odds) } else { 1.0 }
}

/// Chance against two rivals of middling strength and buying nothing: what customer equity reckons with.
#[must_use]
pub fn usual_chance(rules: &Rules, utility: f64) -> f64 {
    let choice = &rules.choice;
    chance(utility, [choice.usual_rival, choice.usual_rival, choice.none].into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bid() -> Bid {
        Bid {
            support: 0.6,
            trust: 50.0,
            satisfaction: 75.0,
            commitment: 25.0,
            promise: 10.0,
            reputation: 0.5,
            orders: 1,
            discount: 0.1,
            price_sensitivity: 1.5,
            over_budget: over_budget(Fen::yuan(90), Some(Fen::yuan(75))),
            fit: 4.0,
            shock: 1.0,
            priority: true,
            early: 2.0,
            payment: Payment::Days30,
        }
    }

    #[test]
    fn a_lost_bid_names_its_weakest_part() {
        let rules = Rules::default();
        type Spoil = fn(&mut Bid);
        let cases: [(Spoil, Option<BidTerm>); 7] = [
            (|_| {}, None),
            (|b| b.support = 0.2, Some(BidTerm::Support)),
            (|b| b.trust = 10.0, Some(BidTerm::Trust)),
            (|b| b.satisfaction = 40.0, Some(BidTerm::Satisfaction)),
            (|b| b.discount = -0.2, Some(BidTerm::Price)),
            (|b| b.shock = 2.0, Some(BidTerm::Shock)),
            (|b| (b.fit, b.support) = (-10.0, 0.5), Some(BidTerm::Fit)),
        ];
        for (spoil, term) in cases {
            let mut bid = sound_bid(&rules);
            spoil(&mut bid);
            let exact = utility(&rules, &bid);
            assert_eq!([&exact, &exact.rough()].map(|bid| weakest(&rules, bid).map(|(term, _)| term)), [term; 2]);
        }
    }

    #[test]
    fn a_bid_names_what_carried_it_and_where_most_was_left_to_gain() {
        let rules = Rules::default();
        let sound = sound_bid(&rules);
        let of = |bid: &Bid| (strongest(&rules, &utility(&rules, bid)), room(&rules, &utility(&rules, bid), bid.orders > 0));
        // sound in everything: ahead in nothing; .25 of support are .375, a check .2, with a buyer 25 points of trust .3
        assert_eq!(of(&sound), (None, Some(BidTerm::Support)));
        assert_eq!(of(&Bid { support: 0.95, ..sound }), (Some(BidTerm::Support), None));
        assert_eq!(of(&Bid { support: 0.95, satisfaction: 80.0, orders: 1, ..sound }).1, Some(BidTerm::Trust));
        assert_eq!(of(&Bid { support: 0.95, trust: 60.0, discount: 0.1, ..sound }), (Some(BidTerm::Price), None));
        // who has bought looks at what it got
        let known = Bid { support: 0.95, trust: 60.0, orders: 2, ..sound };
        assert_eq!([known, Bid { satisfaction: 80.0, ..known }].map(|bid| of(&bid).1), [Some(BidTerm::Satisfaction), None]);
        // neither calm nor a price within the budget is a merit
        assert_eq!(of(&Bid { shock: 0.0, over_budget: 0.0, ..sound }).0, None);
    }

    #[test]
    fn satisfaction_pays_most_at_the_top() {
        let rules = Rules::default();
        for (s, utility) in [(0.0, -3.0), (20.0, -2.0), (40.0, -1.0), (60.0, 0.0), (75.0, 0.3), (80.0, 0.85), (85.0, 1.4), (100.0, 2.6)] {
            assert!((satisfaction_utility(&rules, s) - utility).abs() < 1e-12, "{s}");
        }
    }

    #[test]
    fn f26_odds_of_a_delighted_customer() {
        let rules = Rules::default();
        let odds = exp(satisfaction_utility(&rules, 92.0) - satisfaction_utility(&rules, 72.0));
        assert!((4.0..=8.0).contains(&odds) && (odds - 5.6).abs() < 0.1, "{odds}");
    }

    #[test]
    fn promises_count_on_first_orders() {
        for (promise, orders, expected) in [(25.0, 0, 0.45), (25.0, 2, 0.0), (-10.0, 0, -0.45), (-10.0, 1, -0.225), (0.0, 0, 0.0)] {
            let term = utility(&Rules::default(), &Bid { promise, orders, ..bid() }).promise;
            assert!((term - expected).abs() < 1e-12, "{promise} {orders}");
        }
    }

    #[test]
    fn terms_of_v() {
        let v = utility(&Rules::default(), &bid());
        // a tenth off counts half as much again for this customer; two rounds before the usual date, 30 days to pay
        let expected = -0.9 + 0.9 + 0.6 + 0.3 + 0.2 + 0.0 + 0.12 + 7.0 * 0.1 * 1.5 - 2.0 + 0.2 - 0.6 + 0.1 + 0.2 + 0.1;
        assert!((v.total() - expected).abs() < 1e-9, "{v:?}");
    }

    #[test]
    fn less_luck_leaves_the_better_bid_more_of_the_chance() {
        let share = |luck: f64| chance_among(0.5, [0.5, 0.0].into_iter(), luck);
        for (luck, odds) in [(1.0, 0.5_f64), (0.5, 1.0), (0.25, 2.0), (0.05, 10.0)] {
            assert!((share(luck) - exp(odds) / (exp(odds) + 1.0)).abs() < 1e-12, "{luck}");
        }
        // far apart and with hardly any luck nothing runs away
        assert_eq!([30.0, -30.0].map(|own| chance_among(own, [own, 0.0].into_iter(), 0.05).round()), [1.0, 0.0]);
    }

    #[test]
    fn a_chance_moves_as_the_odds_do() {
        assert!((moved(0.5, 0.0, 1.0) - 0.5).abs() < 1e-12);
        // odds of 1 to 3 times e^1.1
        let odds = exp(1.1) / 3.0;
        assert!((moved(0.25, 1.1, 1.0) - odds / (1.0 + odds)).abs() < 1e-12);
        for luck in [1.0, 0.5] {
            let among = |own: f64| chance_among(own, [own, 0.3, -0.2].into_iter(), luck);
            assert!((moved(among(0.1), 0.4, luck) - among(0.5)).abs() < 1e-12, "{luck}");
        }
        assert_eq!((moved(0.5, 1e6, 1.0), moved(0.0, 3.0, 1.0)), (1.0, 0.0));
    }

    #[test]
    fn chances_are_a_logit() {
        let rules = Rules::default();
        let expected = 1.0 / (1.0 + 2.0 * exp(0.6) + exp(0.2));
        assert!((usual_chance(&rules, 0.0) - expected).abs() < 1e-12);
        assert!((chance(0.3, [0.3].into_iter()) - 0.5).abs() < 1e-12);
    }
}
