//! The chance of a deal as a plan leaves it: one figure wherever people are told one, and what it rests on.
//!
//! The window's alone: bots weigh an answer by itself, see `bots::answers`.

use crate::sim::cards::{self, Action, Card, CardId, Range, takes_outside};
use crate::sim::journal::report::{BidTerm, Utility};
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::selling::choice_utility;
use crate::sim::state::staff::skill_factor;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, Minutes, NeedId, Role};
use crate::sim::view::View;

/// Less than this, 0-1, is no difference that anybody would see.
pub const SEEN: f64 = 0.01;
/// From here on a chance is so good that it wants a reason.
const HIGH: f64 = 0.9;
/// Rivals that lie so far back in a scripted contest are none, in utility.
const NO_RIVALS: f64 = -1.0;
/// A contest of which no more than this is luck is decided by the better bid.
const LITTLE_LUCK: f64 = 0.5;

/// What a team may reckon with for a deal once a plan is played.
#[derive(Clone, Debug)]
pub struct Chance {
    /// Working time that the plan holds for the deal.
    pub hours: Minutes,
    /// None where we shall not be in the comparison: see `barred`.
    pub range: Option<Range>,
    /// What keeps us out of the comparison; None where nothing does.
    pub barred: Option<Barred>,
    /// What the bid will weigh, as far as the team can tell.
    pub bid: Utility,
    /// The deal as the plan leaves it, and the terms it is quoted on; None where no quote will lie there.
    worked: Option<(DealView, QuoteTerms)>,
}

impl PartialEq for Chance {
    /// By what is told of it.
    fn eq(&self, other: &Chance) -> bool {
        (self.hours, self.range, self.barred, &self.bid) == (other.hours, other.range, other.barred, &other.bid)
    }
}

/// What keeps a vendor out of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    /// No quote of ours will lie there.
    NoQuote,
    /// Hardly anybody there will speak for us (`choice.least_support`).
    NoSupport,
}

impl Chance {
    /// What is likely, 0-1; 0 where we are not in the comparison.
    #[must_use]
    pub fn likely(&self) -> f64 {
        self.range.map_or(0.0, |range| range.likely)
    }
}

/// With the plan as it lies.
#[must_use]
pub fn planned(view: &View, deal: &DealView) -> Chance {
    of(view, deal, view.plan.iter().map(|card| (card.role, &card.card)))
}

/// With a card in the plan, in place of those that it repeats.
#[must_use]
pub fn with(view: &View, deal: &DealView, role: Role, card: &Card) -> Chance {
    of(view, deal, others(view, card).chain([(role, card)]))
}

/// With a card in place of that one of the plan, beside it where there is none; what it repeats counts as well.
#[must_use]
pub fn in_place_of(view: &View, deal: &DealView, role: Role, card: &Card, replaced: Option<CardId>) -> Chance {
    let others = view.plan.iter().filter(|planned| Some(planned.id) != replaced).map(|planned| (planned.role, &planned.card));
    of(view, deal, others.chain([(role, card)]))
}

/// With the plan as it lies but for what a card repeats.
#[must_use]
pub fn without(view: &View, deal: &DealView, card: &Card) -> Chance {
    of(view, deal, others(view, card))
}

fn others<'a>(view: &'a View, card: &'a Card) -> impl Iterator<Item = (Role, &'a Card)> {
    view.plan.iter().filter(|planned| !card.action.repeats(&planned.card.action)).map(|planned| (planned.role, &planned.card))
}

/// With these cards of a plan, each with the role that plays it.
#[must_use]
pub fn of<'a>(view: &View, deal: &DealView, cards: impl IntoIterator<Item = (Role, &'a Card)>) -> Chance {
    let rules = &view.guide.rules;
    let mut then = deal.clone();
    let mut terms = deal.quote.as_ref().map_or_else(QuoteTerms::default, |quote| quote.terms(deal.due));
    let (mut hours, mut pursued, mut talked) = (Minutes::ZERO, Minutes::ZERO, Minutes::ZERO);
    let mut declined = false;
    for (role, card) in cards {
        let counts = |time: Minutes| card.action.counted(&view.guide, role, time);
        let takes = || takes_outside(card, &view.guide, role, |id| view.customer(id).map_or(Fen::ZERO, |c| c.last_amount)).0;
        if let Some((own, time)) = card.action.pursuit_of(deal.id) {
            (hours, pursued) = (hours + time, pursued + counts(time));
            // a quote that lies there stays as it is
            if then.quote.is_none() {
                terms = own.clone();
            }
            continue;
        }
        match &card.action {
            Action::Call(cards::Call { deal: Some(id), .. }) if *id == deal.id => {
                let time = takes();
                (hours, talked) = (hours + time, talked + counts(time));
            }
            Action::Demo(cards::Demo { deal: id }) if *id == deal.id => {
                hours += takes();
                then.demo = true;
                then.stage = then.stage.max(4);
            }
            Action::Design(cards::Design { deal: id }) if *id == deal.id => {
                hours += takes();
                then.design = then.design.max(cards::product_specialist::design::fit(rules, skill_factor(rules, view.staff(role).skill)));
            }
            Action::FreeCheck(cards::FreeCheck { customer }) if *customer == deal.id.customer => then.check = true,
            Action::Quote(cards::Quote { deal: id, terms: own }) if *id == deal.id => {
                hours += takes();
                if let Some(quote) = view.quote_of(deal, own) {
                    then.quote = Some(quote);
                    terms = own.clone();
                }
            }
            Action::Decline(cards::Decline { deal: id }) if *id == deal.id => declined = true,
            _ => {}
        }
    }
    if then.design > 0.0 {
        terms.promise = terms.promise.min(rules.cultivation.design_promise);
    }
    // a call makes people known and wins them over, but shows and quotes nothing
    let comes_to_a_quote = then.quote.is_some() || pursued > Minutes::ZERO && pursued >= view.time_to_show_and_quote(&then);
    let worked = view.worked_on(&then, pursued + talked).filter(|_| comes_to_a_quote && !declined);
    let barred = match &worked {
        None => Some(Barred::NoQuote),
        Some(worked) => (worked.committee <= rules.choice.least_support).then_some(Barred::NoSupport),
    };
    let stands = worked.as_ref().unwrap_or(&then);
    let bid = view.customer(deal.id.customer).map_or_else(Utility::default, |customer| {
        let quote = view.quote_of(deal, &terms);
        view.utility_of(customer, stands, &terms, quote.as_ref())
    });
    let range = worked.as_ref().filter(|_| barred.is_none()).map(|worked| view.win_range(worked, &terms));
    Chance { hours, range, barred, bid, worked: worked.map(|worked| (worked, terms)) }
}

/// What a quote for a deal at the usual price is worth, on average, beside the money it takes to get there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// More than it costs.
    Pays,
    /// About as much as it costs: what speaks for it is what may come after.
    Even,
    /// Less than it costs.
    Costs,
}

/// By what a deal may be expected to bring beyond the money it takes: what is told of it must not turn with every little that is
/// learnt.
#[must_use]
pub fn worth(view: &View, deal: &DealView) -> Worth {
    /// Of what an order leaves, the share that makes a difference.
    const BAND: f64 = 0.05;
    let Some(prospect) = view.prospect(deal) else { return Worth::Costs };
    let band = view.left_of(deal, &QuoteTerms::default()).scale(BAND);
    if prospect.gain > band {
        Worth::Pays
    } else if prospect.gain >= Fen::ZERO - band {
        Worth::Even
    } else {
        Worth::Costs
    }
}

/// What the deals decided this month and the bids handed in may be expected to bring, with the plan as it lies.
#[must_use]
pub fn expected(view: &View) -> Fen {
    let due = view.deals.iter().filter(|deal| deal.open() && deal.due == view.round);
    let amount = |deal: &DealView| deal.quote.as_ref().map_or(deal.value, |quote| quote.price);
    due.map(|deal| amount(deal).scale(planned(view, deal).likely())).sum::<Fen>() + view.hoped_from_bids()
}

/// Nobody has qualified the customer and it has never bought: whom it buys from and how much it looks at prices is taken to be as with
/// most.
#[must_use]
pub const fn is_guess(customer: &CustomerView) -> bool {
    !customer.qualified && customer.orders == 0
}

/// The same chance, of the same plan, if nobody had qualified the customer: what would be told. None where that is what is told now, or
/// where it makes no difference.
#[must_use]
pub fn guessed_before(view: &View, deal: &DealView, chance: &Chance) -> Option<f64> {
    let customer = view.customer(deal.id.customer).filter(|c| c.qualified && c.orders == 0)?;
    let (worked, terms) = chance.worked.as_ref().filter(|_| chance.barred.is_none())?;
    let unasked = CustomerView { qualified: false, price_sensitivity: None, incumbent: None, ..customer.clone() };
    let [before, now] = [&unasked, customer].map(|customer| view.win_range_with(customer, worked, terms).likely);
    ((before - now).abs() >= SEEN).then_some(before)
}

/// Why a chance is as high as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The case leaves rivals hardly a chance here.
    NoRivals,
    /// Little of the decision is luck, so that being ahead is enough.
    LittleLuck,
    /// The bid is far ahead of a sound one in this.
    Strong(BidTerm),
}

/// Why the chance of a deal is as high as it is; None for one that wants no reason.
#[must_use]
pub fn reason(view: &View, deal: &DealView, chance: &Chance) -> Option<Reason> {
    if chance.likely() < HIGH {
        return None;
    }
    let (luck, rivals) = deal.contest;
    if rivals <= NO_RIVALS {
        return Some(Reason::NoRivals);
    }
    if luck <= LITTLE_LUCK {
        return Some(Reason::LittleLuck);
    }
    choice_utility::strongest(&view.guide.rules, &chance.bid).map(Reason::Strong)
}

/// What a team was last told of a deal before the month was played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// Which deal.
    pub deal: NeedId,
    /// 0-1.
    pub chance: f64,
    /// What the bid was expected to weigh.
    pub bid: Utility,
    /// How much of the decision was luck, above 0 to 1.
    pub luck: f64,
}

/// What a team is told of the deals that are decided at the end of the month, with the plan as it lies.
#[must_use]
pub fn told(view: &View) -> Vec<Told> {
    let due = view.deals.iter().filter(|deal| deal.open() && deal.due == view.round);
    due.filter_map(|deal| {
        let chance = planned(view, deal);
        Some(Told { deal: deal.id, chance: chance.range?.likely, bid: chance.bid, luck: deal.contest.0 })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::{Intent, QuoteTerms};
    use crate::sim::testing::{ALPHA, bare, deal, lead, relation, seat};
    use crate::sim::units::{ContactId, Fen};
    use crate::sim::view::{PlanCardView, view_now};

    #[test]
    fn a_plan_brings_a_deal_to_a_quote_by_its_pursuit_and_not_by_its_calls() {
        let mut state = bare(1);
        lead(&mut state, ALPHA).classification.qualified = true;
        for contact in &mut relation(&mut state, ALPHA).contacts {
            contact.reached = true;
        }
        let id = deal(&mut state, ALPHA, 3);
        let view = view_now(&state, seat(0, Role::AccountManager));
        let deal = view.deal(id).expect("seen");
        let planned = |action: Action| Card { action, write_up: true };
        let pursuit = |time| planned(cards::Pursue { deal: id, terms: QuoteTerms::default(), intent: Intent::Ask, time }.into());
        let style = crate::sim::scenario::Style::A;
        let call = |hours| {
            let time = Minutes::from_hours(hours);
            planned(cards::Call { customer: ALPHA, contact: ContactId(0), deal: Some(id), style, intent: Intent::Ask, time }.into())
        };
        let demo = planned(cards::Demo { deal: id }.into());
        let quote = planned(cards::Quote { deal: id, terms: QuoteTerms::default() }.into());
        let enough = view.time_to_show_and_quote(deal);
        let by = |role: Role, cards: &[&Card]| of(&view, deal, cards.iter().map(|card| (role, *card))).barred != Some(Barred::NoQuote);
        let own = |cards: &[&Card]| by(Role::AccountManager, cards);
        assert!(own(&[&pursuit(enough)]));
        assert!(!own(&[&pursuit(enough - Minutes(30)), &call(12)]), "calls show and quote nothing");
        assert!(!by(Role::Service, &[&pursuit(enough)]), "by somebody else it takes longer");
        assert!(own(&[&demo, &quote]) && own(&[&demo, &pursuit(enough - view.guide.rules.selling.demo_hours)]), "what was shown need not be shown again");
        assert!(!own(&[&pursuit(enough + Minutes(600)), &planned(cards::Decline { deal: id }.into())]));
        // the hours of the card that is replaced are gone, those of the others are not
        let mut with_plan = view_now(&state, seat(0, Role::AccountManager));
        let lies = |number, card| PlanCardView { id: CardId(number), role: Role::AccountManager, card, minutes: enough, cost: Fen::ZERO, filled_in: false };
        with_plan.plan = vec![lies(1, pursuit(enough)), lies(2, call(1))];
        let short = pursuit(enough - Minutes(30));
        let quoted = |replaced| in_place_of(&with_plan, deal, Role::AccountManager, &short, replaced).barred != Some(Barred::NoQuote);
        assert_eq!([Some(CardId(1)), Some(CardId(2)), None].map(quoted), [false, true, true]);
    }

    #[test]
    fn a_quote_for_a_small_need_does_not_pay_and_for_a_large_one_it_does() {
        let mut state = bare(1);
        lead(&mut state, ALPHA).classification.qualified = true;
        let id = deal(&mut state, ALPHA, 3);
        let view = view_now(&state, seat(0, Role::AccountManager));
        // where nobody knows the goods yet, the value says what is left
        let of = |yuan: i64| DealView { value: Fen::yuan(yuan), suggested: Vec::new(), ..view.deal(id).expect("seen").clone() };
        assert_eq!([1_000, 300_000].map(|yuan| worth(&view, &of(yuan)) == Worth::Pays), [false, true]);
    }
}
