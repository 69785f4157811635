//! What time for a deal may be expected to come to, from what a team knows.

use crate::sim::knowledge::{CustomerView, DealView, Knowledge};
use crate::sim::maths::{exp, ln};
use crate::sim::orders::goods;
use crate::sim::selling::committee;
use crate::sim::terms::{QuoteTerms, Revealed};
use crate::sim::units::{Fen, Minutes};

/// Mean effect of an hour of talks: advances and continuations mixed.
const USUAL_EFFECT: f64 = 0.9;
/// Hours of talks beyond a quote: none, some, many.
const TALKS: [i32; 3] = [0, 8, 16];

impl Knowledge {
    /// The chance, 0-1, if the customer decides after so much more time for its deal: talks, demo and quote, then whoever decides is
    /// won over. None where the time does not suffice for a quote. A quote that is there stays as it is.
    #[must_use]
    pub fn chance_after(&self, deal: &DealView, terms: &QuoteTerms, time: Minutes) -> Option<f64> {
        let worked = self.after(deal, time, Minutes::ZERO)?;
        let standing = deal.quote.as_ref().map(|quote| quote.terms(deal.due));
        Some(self.win_chance(&DealView { demo: true, ..worked }, standing.as_ref().unwrap_or(terms)))
    }

    /// The deal as it may be expected to stand after so much more time: the buying centre won over, the demo held where the way to a
    /// quote leads through one. What is left over and too short for a talk wins nobody. None where the time does not suffice for a
    /// quote.
    #[must_use]
    pub fn worked_on(&self, deal: &DealView, time: Minutes) -> Option<DealView> {
        self.after(deal, time, self.guide.rules.work.write_up + self.guide.rules.selling.least_call)
    }

    /// The same, where what is left over counts from `least` on.
    fn after(&self, deal: &DealView, time: Minutes, least: Minutes) -> Option<DealView> {
        let customer = self.customer(deal.id.customer)?;
        let before = self.until_quoted(customer, deal);
        let left = time - before.time;
        if left < Minutes::ZERO {
            return None;
        }
        let talked = if left < least { Minutes::ZERO } else { left };
        let hours = self.talking(customer, deal, talked).worth + self.first_talk(customer, before.calls);
        let committee = 1.0 - (1.0 - deal.committee) * exp(-hours * USUAL_EFFECT / committee::tau(&self.guide.rules, deal.value));
        Some(DealView { committee, demo: deal.demo || before.demo, ..deal.clone() })
    }

    /// Time that may be expected to go by until a quote lies with the customer: nobody met yet is met, what is to be shown is shown.
    /// None at all where one lies there; None for a deal of a customer nobody knows.
    #[must_use]
    pub fn time_to_quote(&self, deal: &DealView) -> Option<Minutes> {
        Some(self.until_quoted(self.customer(deal.id.customer)?, deal).time)
    }

    /// The part of it that only a pursuit does, calls do not: showing and quoting.
    #[must_use]
    pub fn time_to_show_and_quote(&self, deal: &DealView) -> Minutes {
        let quoted = self.guide.rules.selling.quote_hours + self.guide.rules.work.write_up;
        let shown = self.guide.rules.selling.demo_hours + self.guide.rules.work.write_up;
        match (deal.quote.is_some(), deal.stage < 4) {
            (true, _) => Minutes::ZERO,
            (false, true) => quoted + shown,
            (false, false) => quoted,
        }
    }

    /// Money that so much time for a deal may be expected to cost: its calls, and the demo where it comes to one.
    #[must_use]
    pub fn outlay(&self, deal: &DealView, time: Minutes) -> Fen {
        let Some(customer) = self.customer(deal.id.customer) else { return Fen::ZERO };
        let (selling, before) = (&self.guide.rules.selling, self.until_quoted(customer, deal));
        let each = (selling.call_hours[0] + self.guide.rules.work.write_up).0.max(1);
        if time < before.time {
            let shown = before.demo && time.0 >= each * before.calls + selling.demo_hours.0;
            let calls = (time.0 / each).min(before.calls.max(1));
            return selling.call_cost.times(calls.into()) + if shown { selling.demo_cost } else { Fen::ZERO };
        }
        let calls = before.calls + self.talking(customer, deal, time - before.time).calls;
        selling.call_cost.times(calls.max(1).into()) + if before.demo { selling.demo_cost } else { Fen::ZERO }
    }

    /// What an order leaves after the goods: on the quote that lies there, else on these terms, else, where nobody knows which goods, what
    /// an order of its size usually does.
    #[must_use]
    pub fn left_of(&self, deal: &DealView, terms: &QuoteTerms) -> Fen {
        match deal.quote.clone().or_else(|| self.quote_of(deal, terms)) {
            Some(quote) => goods::left_of(&self.guide, &quote),
            None => deal.value.scale(goods::usual_margin(&self.guide)),
        }
    }

    /// What a deal may be expected to bring beyond the money it takes, at the usual price, with no talks, some or many: the best of the
    /// three. None for a deal of a customer nobody knows.
    #[must_use]
    pub fn prospect(&self, deal: &DealView) -> Option<Prospect> {
        let (least, terms) = (self.time_to_quote(deal)?, QuoteTerms::default());
        let left = self.left_of(deal, &terms);
        let with = |talks: i32| {
            let time = least + Minutes::from_hours(talks);
            let chance = self.chance_after(deal, &terms, time).unwrap_or(0.0);
            Prospect { chance, gain: left.scale(chance) - self.outlay(deal, time) }
        };
        TALKS.map(with).into_iter().max_by_key(|prospect| prospect.gain)
    }

    /// Whether there was a month to plan in before the customer decided. What opens with a month can be quoted for in it; what came to
    /// light while it was played, only from the next on.
    #[must_use]
    pub fn was_in_time(&self, deal: &DealView) -> bool {
        let known_before = || self.customer(deal.id.customer).is_some_and(|c| c.found.is_none_or(|(_, when)| when < deal.seen));
        deal.seen < deal.due || matches!(deal.how, Revealed::Open | Revealed::Tip(_)) && known_before()
    }

    /// Hours of the talks that come before a quote, as far as they win anybody: where one person decides alone, the first talk is with
    /// that person. In a committee they go to whoever opens the door.
    fn first_talk(&self, customer: &CustomerView, calls: i32) -> f64 {
        let alone = customer.contacts.iter().filter(|c| !c.removed).count() == 1;
        if alone { self.guide.rules.selling.call_hours[0].to_hours() * f64::from(calls) } else { 0.0 }
    }

    /// What is left until the customer can choose us.
    fn until_quoted(&self, customer: &CustomerView, deal: &DealView) -> Way {
        let (selling, write_up) = (&self.guide.rules.selling, self.guide.rules.work.write_up);
        let mut way = Way { time: Minutes::ZERO, calls: 0, demo: false };
        if deal.quote.is_some() {
            return way;
        }
        way.time = self.time_to_show_and_quote(deal);
        way.demo = deal.stage < 4;
        if deal.stage < 3 {
            let met = customer.contacts.iter().filter(|c| c.reached && !c.removed).count();
            way.calls = usize::from(selling.mapped_contacts).saturating_sub(met) as i32;
            way.time += Minutes((selling.call_hours[0] + write_up).0.saturating_mul(way.calls));
        }
        way
    }

    /// What so much time for talks comes to: nobody has time for more than a few talks a month, and what is left is preparation
    /// (docs/model.md#calls).
    fn talking(&self, customer: &CustomerView, deal: &DealView, time: Minutes) -> Talking {
        let (selling, write_up) = (&self.guide.rules.selling, self.guide.rules.work.write_up);
        let call = selling.call_hours[usize::from(deal.step() >= 3 || deal.quote.is_none())];
        let people = customer.contacts.iter().filter(|c| !c.removed).count().max(1);
        let most = Minutes((call + write_up).0.saturating_mul(i32::from(selling.talks)).saturating_mul(people as i32));
        let talked = time.min(most);
        let hours = talked.to_hours() * call.to_hours() / (call + write_up).to_hours();
        let prepared = (time - talked).to_hours();
        let each = (call + write_up).0.max(1);
        let worth = if hours > 0.0 { hours * (1.0 + selling.preparation * ln(1.0 + prepared / hours)) } else { 0.0 };
        // the last one may be a short one
        Talking { calls: (talked.0 + each - 1) / each, worth }
    }
}

/// What a deal may be expected to bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    /// To win it, 0-1.
    pub chance: f64,
    /// Contribution on average, less the money for calls and demo.
    pub gain: Fen,
}

/// The way to a quote.
struct Way {
    time: Minutes,
    calls: i32,
    demo: bool,
}

/// Talks of a month about a deal.
struct Talking {
    calls: i32,
    /// Hours of talks, those counted in that preparation adds.
    worth: f64,
}
