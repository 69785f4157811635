//! What cost a game most, as far as its own view tells: deals let go by or lost for a reason one can work on, discounts that were
//! not needed, customers that left, words not kept. Amounts are estimates of contribution, from the chances of docs/model.md#choice;
//! nothing is played again.

use crate::sim::journal::effect::{Cause, Effect, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{BidTerm, Happened, NotInvited};
use crate::sim::knowledge::DealView;
use crate::sim::orders::goods;
use crate::sim::scenario::Severity;
use crate::sim::selling::choice_utility::{self, moved};
use crate::sim::state::Quote;
use crate::sim::terms::{Found, QuoteTerms};
use crate::sim::units::{CustomerId, Fen, NeedId, ProductId, Round};
use crate::sim::view::View;
use std::cmp::Reverse;

/// Why it cost something; what is to be done otherwise goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A customer decided without a quote of ours, although we knew of its need in time.
    Unquoted,
    /// Nobody in the committee, or too few of it, spoke for us.
    NoSupport,
    /// A gatekeeper was against us.
    Veto,
    /// The bid was weakest here, and a sound one would have had a better chance.
    Weak(BidTerm),
    /// The order was ours, but there were no goods.
    NoGoods,
    /// The customer would have bought for more.
    Discount,
    /// A customer left.
    Left(Leaving),
    /// Tickets that came too late or stayed open wore the relation down, and had to be made good.
    Tickets,
    /// Deliveries stayed below what had been promised.
    Promises,
    /// Nobody got in touch for whole months.
    Silence,
    /// A contract's promise was missed and paid for.
    Penalty,
    /// Goods lie in the stock that nobody has bought; this one most.
    Stock(ProductId),
    /// Customers that came of themselves and left no name.
    Visitors,
    /// A gift above the limit was found.
    Fine,
}

/// What drove a customer away, as far as it can be worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Tickets.
    Tickets,
    /// Deliveries below what was promised.
    Promises,
    /// Nobody got in touch.
    Silence,
    /// Too little trust, for want of talks or of dates kept.
    Trust,
    /// Too little satisfaction.
    Satisfaction,
    /// A rival had sold to it, or offered more.
    Rival,
    /// A contract was not renewed.
    Contract,
    /// Whoever it knew had gone, and nobody took over.
    Staff,
    /// No order for long.
    NoOrder,
}

/// One thing that cost something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costly {
    /// Whom it was about; None where no single one.
    pub customer: Option<CustomerId>,
    /// The deal, where there is one.
    pub deal: Option<NeedId>,
    /// The month in which it showed.
    pub round: Round,
    /// Contribution lost, estimated; above zero.
    pub cost: Fen,
    /// The chance that we had, and the one that we could have had; 0-1.
    pub chances: Option<[f64; 2]>,
}

/// All that cost something for one reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The reason.
    pub why: Why,
    /// The dearest first; never empty.
    pub items: Vec<Costly>,
}

impl Group {
    /// All of it together.
    #[must_use]
    pub fn total(&self) -> Fen {
        self.items.iter().map(|item| item.cost).sum()
    }
}

/// What cost most, by reason, the dearest reason first. Reasons that cost next to nothing are left out.
#[must_use]
pub fn costliest(view: &View) -> Vec<Group> {
    let reckoning = Reckoning::of(view);
    let mut groups: Vec<Group> = Vec::new();
    for (why, item) in reckoning.all() {
        if item.cost <= Fen::ZERO {
            continue;
        }
        match groups.iter_mut().find(|group| group.why == why) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { why, items: vec![item] }),
        }
    }
    for group in &mut groups {
        group.items.sort_by_key(|item| (Reverse(item.cost), item.round, item.customer));
    }
    // less than a fiftieth of an ordinary order is nothing to learn from
    let little = view.guide.mean_order.scale(0.02);
    groups.retain(|group| group.total() > little);
    groups.sort_by_key(|group| Reverse(group.total()));
    groups
}

/// Why something went wrong that one could have helped; None of all else.
#[must_use]
pub fn avoidable(view: &View, happened: &Happened) -> Option<Why> {
    match happened {
        Happened::NotInvited { deal, why, .. } => match why {
            NotInvited::NoQuote => view.deal(*deal).is_some_and(|known| view.was_in_time(known)).then_some(Why::Unquoted),
            NotInvited::NoSupport => Some(Why::NoSupport),
            NotInvited::Veto { .. } => Some(Why::Veto),
            NotInvited::Lost => None,
        },
        Happened::Churned { cause, .. } => leaving(*cause).map(Why::Left),
        Happened::SaleLost { .. } => Some(Why::NoGoods),
        Happened::TicketOpen { severity: Severity::Major | Severity::Critical, .. }
        | Happened::TicketDropped { .. }
        | Happened::TicketSolved { in_time: false, severity: Severity::Major | Severity::Critical, .. } => Some(Why::Tickets),
        Happened::PromiseMissed { .. } => Some(Why::Penalty),
        Happened::BribeFound { .. } => Some(Why::Fine),
        _ => None,
    }
}

/// What estimates rest on.
struct Reckoning<'a> {
    view: &'a View,
    /// Of a sale, what is left after the goods, 0-1.
    margin: f64,
    /// The mean chance of the team's own bids, or that of a sound one before there were three.
    usual: f64,
}

impl<'a> Reckoning<'a> {
    fn of(view: &'a View) -> Reckoning<'a> {
        let rules = &view.guide.rules;
        let bid = choice_utility::sound_bid(rules);
        let sound = choice_utility::usual_chance(rules, choice_utility::utility(rules, &bid).total());
        let chances: Vec<f64> = happened(view).filter_map(|(_, happened)| chance_of(happened)).collect();
        let usual = if chances.len() < 3 { sound } else { chances.iter().sum::<f64>() / chances.len() as f64 };
        Reckoning { view, margin: goods::usual_margin(&view.guide), usual }
    }

    fn all(&self) -> Vec<(Why, Costly)> {
        let mut all = Vec::new();
        for (round, happened) in happened(self.view) {
            all.extend(self.one(round, happened));
        }
        all.extend(self.worn());
        all.extend(self.stock());
        all
    }

    /// What one thing that happened cost.
    fn one(&self, round: Round, happened: &Happened) -> Option<(Why, Costly)> {
        let of_deal =
            |why: Why, deal: NeedId, cost: Fen, chances| Some((why, Costly { customer: Some(deal.customer), deal: Some(deal), round, cost, chances }));
        match happened {
            // by the rule that advised to quote, or not to
            Happened::NotInvited { deal, .. } => {
                let prospect = self.view.prospect(self.view.deal(*deal)?)?;
                of_deal(avoidable(self.view, happened)?, *deal, prospect.gain, Some([0.0, prospect.chance]))
            }
            Happened::NotWon { deal, utility, chance, weak: Some(term), .. } => {
                let known = self.view.deal(*deal)?;
                let (_, gap) = choice_utility::weakest(&self.view.guide.rules, utility)?;
                let could = moved(*chance, gap, known.contest.0);
                // a better price is paid for
                let [had, would] = match term {
                    BidTerm::Price => [self.left_of(known), self.left_at(known, |quote| quote.tier_price)],
                    BidTerm::Budget => [self.left_of(known), self.left_at(known, |quote| known.budget.unwrap_or(quote.price))],
                    _ => [self.left_of(known); 2],
                };
                of_deal(Why::Weak(*term), *deal, would.scale(could) - had.scale(*chance), Some([*chance, could]))
            }
            Happened::Won { deal, utility, chance, .. } if utility.price > 0.0 => {
                let known = self.view.deal(*deal)?;
                let could = moved(*chance, -utility.price, known.contest.0);
                let [had, would] = [self.left_of(known), self.left_at(known, |quote| quote.tier_price)];
                of_deal(Why::Discount, *deal, would.scale(could) - had.scale(*chance), Some([*chance, could]))
            }
            Happened::SaleLost { deal } => of_deal(Why::NoGoods, *deal, self.left_of(self.view.deal(*deal)?), None),
            Happened::Churned { customer, .. } => {
                let known = self.view.customer(*customer)?;
                // whoever came back is not lost, and what nobody can help teaches nothing
                let why = avoidable(self.view, happened).filter(|_| known.lost == Some(round))?;
                let cost = self.yearly(*customer).scale(self.usual);
                Some((why, Costly { customer: Some(*customer), deal: None, round, cost, chances: None }))
            }
            Happened::PromiseMissed { customer, penalty, .. } => {
                Some((Why::Penalty, Costly { customer: Some(*customer), deal: None, round, cost: *penalty, chances: None }))
            }
            Happened::BribeFound { customer, fine, .. } => {
                Some((Why::Fine, Costly { customer: Some(*customer), deal: None, round, cost: *fine, chances: None }))
            }
            Happened::Visitors { unwritten, unattended, .. } => {
                let missed = f64::from(unwritten + unattended);
                let cost = self.view.guide.mean_order.scale(missed * self.margin * self.bought());
                Some((Why::Visitors, Costly { customer: None, deal: None, round, cost, chances: None }))
            }
            _ => None,
        }
    }

    /// What failures cost at customers that are still there: the part of a year's orders that a worn relation is likely to lose, and
    /// what was paid to make good. What has driven somebody away is reckoned with the departure.
    fn worn(&self) -> Vec<(Why, Costly)> {
        let mut sums: Vec<(Why, CustomerId, Round, f64, f64)> = Vec::new();
        for effect in self.view.past.rounds.iter().flat_map(|round| &round.effects) {
            let (Some(why), Some(customer)) = (wears(effect.cause), effect.customer) else { continue };
            // trust fades where nobody was in touch; the rest does so, too, where somebody was but looked after nothing
            if why == Why::Silence && effect.measure != Measure::Trust {
                continue;
            }
            let lost = -self.weight(effect);
            if lost <= 0.0 || self.view.customer(customer).is_none_or(|c| !c.is_buyer()) {
                continue;
            }
            match sums.iter_mut().find(|(known, id, ..)| *known == why && *id == customer) {
                Some((_, _, round, sum, most)) => {
                    *sum += lost;
                    if lost > *most {
                        (*round, *most) = (effect.round, lost);
                    }
                }
                None => sums.push((why, customer, effect.round, lost, lost)),
            }
        }
        let paid = |customer: CustomerId| -> Fen {
            let made_good = self.view.past.ledger.iter().filter(|e| e.kind == EntryKind::Compensation && e.customer == Some(customer));
            Fen(-made_good.map(|entry| entry.amount).sum::<Fen>().0)
        };
        sums.into_iter()
            .map(|(why, customer, round, lost, _)| {
                let could = self.usual;
                let cost = self.yearly(customer).scale(could - moved(could, -lost, 1.0));
                let cost = if why == Why::Tickets { cost + paid(customer) } else { cost };
                (why, Costly { customer: Some(customer), deal: None, round, cost, chances: None })
            })
            .collect()
    }

    /// What keeping goods has cost that nobody has bought.
    fn stock(&self) -> Option<(Why, Costly)> {
        let free = self.view.goods.stock.iter().map(|stock| (stock.unit_cost.times(stock.free().max(0)), stock.product));
        let (_, product) = free.filter(|(amount, _)| *amount > Fen::ZERO).max_by_key(|(amount, product)| (*amount, Reverse(*product)))?;
        let held = self.view.past.ledger.iter().filter(|entry| entry.kind == EntryKind::Holding);
        let cost = Fen(-held.map(|entry| entry.amount).sum::<Fen>().0);
        let round = Round(self.view.past.rounds.len() as u16);
        Some((Why::Stock(product), Costly { customer: None, deal: None, round, cost, chances: None }))
    }

    /// How far a change moves the utility of the next bid.
    fn weight(&self, effect: &Effect) -> f64 {
        let (rules, choice) = (&self.view.guide.rules, &self.view.guide.rules.choice);
        match effect.measure {
            Measure::Trust => choice.trust * effect.change() / 100.0,
            Measure::Commitment => choice.commitment * effect.change() / 100.0,
            // while the game runs only the direction is known
            Measure::Satisfaction if self.view.over => {
                choice_utility::satisfaction_utility(rules, effect.to) - choice_utility::satisfaction_utility(rules, effect.from)
            }
            _ => 0.0,
        }
    }

    /// What a deal leaves after the goods, at the price that was quoted; without a quote at the customer's tier price.
    fn left_of(&self, deal: &DealView) -> Fen {
        self.view.left_of(deal, &QuoteTerms::default())
    }

    /// The same at another price for the goods that were quoted.
    fn left_at(&self, deal: &DealView, price: impl Fn(&Quote) -> Fen) -> Fen {
        match &deal.quote {
            Some(quote) => goods::left_of(&self.view.guide, &Quote { price: price(quote), ..quote.clone() }),
            None => self.left_of(deal),
        }
    }

    /// What a year of a customer leaves after the goods, if all of it were won.
    fn yearly(&self, customer: CustomerId) -> Fen {
        let known = self.view.customer(customer);
        known.and_then(|c| c.yearly_value).map_or(Fen::ZERO, |value| value.scale(self.margin))
    }

    /// Of the customers that came of themselves and are known, the share that has bought; a tenth before there are any.
    fn bought(&self) -> f64 {
        let came: Vec<bool> =
            self.view.customers.iter().filter(|c| matches!(c.found, Some((Found::WalkIn(_), _)))).map(|customer| customer.orders > 0).collect();
        if came.is_empty() { 0.1 } else { came.iter().filter(|bought| **bought).count() as f64 / came.len() as f64 }
    }
}

/// All that happened, with its month.
fn happened(view: &View) -> impl Iterator<Item = (Round, &Happened)> {
    view.past.rounds.iter().enumerate().flat_map(|(index, round)| round.happened.iter().map(move |happened| (Round(index as u16 + 1), happened)))
}

/// The chance that a bid of ours had.
const fn chance_of(happened: &Happened) -> Option<f64> {
    match happened {
        Happened::Won { chance, .. } | Happened::NotWon { chance, .. } => Some(*chance),
        _ => None,
    }
}

/// What wears a relation down that one could have helped.
const fn wears(cause: Cause) -> Option<Why> {
    match cause {
        Cause::TicketLate | Cause::TicketNextRound | Cause::TicketUnanswered | Cause::CustomerLoss => Some(Why::Tickets),
        Cause::PromiseBroken | Cause::DeliveredBelow | Cause::DeliveredLate => Some(Why::Promises),
        Cause::Silence => Some(Why::Silence),
        _ => None,
    }
}

/// What drove a customer away, where one could have helped it.
const fn leaving(cause: Cause) -> Option<Leaving> {
    Some(match cause {
        Cause::TicketLate | Cause::TicketNextRound | Cause::TicketUnanswered | Cause::CustomerLoss | Cause::SilentFailure | Cause::BadImpressions => {
            Leaving::Tickets
        }
        Cause::PromiseBroken | Cause::DeliveredBelow | Cause::DeliveredLate | Cause::PerformanceMissed => Leaving::Promises,
        Cause::Silence => Leaving::Silence,
        Cause::LowTrust => Leaving::Trust,
        Cause::LowSatisfaction => Leaving::Satisfaction,
        Cause::SoldByRival | Cause::BetterOffer => Leaving::Rival,
        Cause::ContractEnded => Leaving::Contract,
        Cause::Resigned => Leaving::Staff,
        Cause::NoOrder => Leaving::NoOrder,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::state::DealOutcome;
    use crate::sim::terms::Revealed;

    #[test]
    fn the_dearest_reason_comes_first_and_every_amount_is_in_the_view() {
        for seed in [3, 7, 11] {
            let view = noted(&played(seed, 12));
            let groups = costliest(&view);
            assert!(groups.is_sorted_by_key(|group| Reverse(group.total())), "{seed}");
            for group in &groups {
                assert!(group.items.is_sorted_by_key(|item| Reverse(item.cost)));
                assert_eq!(group.total(), group.items.iter().map(|item| item.cost).sum());
                for item in &group.items {
                    assert!(item.cost > Fen::ZERO && item.round.0 >= 1 && item.round <= view.round);
                    if let Some(deal) = item.deal.and_then(|deal| view.deal(deal)) {
                        let most = deal.quote.as_ref().map_or(deal.value, |quote| quote.tier_price.max(quote.price));
                        assert!(item.cost < most, "no deal costs more than it was worth");
                        assert_eq!(matches!(deal.outcome, Some(DealOutcome::Won(_))), group.why == Why::Discount);
                    }
                }
            }
        }
    }

    #[test]
    fn a_deal_without_a_quote_costs_what_the_desk_had_told_of_it() {
        let mut view = noted(&played(3, 4));
        let went_by = |deal: &&DealView| deal.seen < deal.due && deal.outcome.is_some() && deal.quote.is_none();
        let Some(id) = view.deals.iter().find(went_by).map(|deal| deal.id) else { panic!("no deal of this game went by") };
        // bots let go by only what is not worth much
        view.known.deals.iter_mut().filter(|deal| deal.id == id).for_each(|deal| deal.value = Fen::yuan(400_000));
        for round in &mut view.past.rounds {
            round.happened.clear();
            round.effects.clear();
        }
        let winner = crate::sim::terms::Winner::Nobody;
        view.past.rounds[2].happened.push(Happened::NotInvited { deal: id, winner, why: NotInvited::NoQuote });
        let prospect = view.prospect(view.deal(id).expect("known")).expect("known");
        let told = |view: &View| costliest(view).iter().map(|group| (group.why, group.total())).collect::<Vec<_>>();
        assert_eq!(told(&view), [(Why::Unquoted, prospect.gain)]);
        assert_eq!(costliest(&view)[0].items[0].chances, Some([0.0, prospect.chance]));
        // nobody could have quoted for what came to light while the month of the decision was played
        let mut seen = |how: Revealed| {
            if let Some(deal) = view.known.deals.iter_mut().find(|deal| deal.id == id) {
                (deal.seen, deal.how) = (deal.due, how);
            }
            told(&view).len()
        };
        assert_eq!([Revealed::FreeCheck, Revealed::Open].map(&mut seen), [0, 1]);
    }
}
