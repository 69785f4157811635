//! What a card may be expected to do, from what the team knows: the rules' own equations with the unknown left at its mean.

use super::{Action, Card};
use crate::sim::care::gifts;
use crate::sim::journal::report::Utility;
use crate::sim::knowledge::{CustomerView, DealView, Knowledge};
use crate::sim::orders::goods;
use crate::sim::parameters::{Gifts, Rules};
use crate::sim::scenario::{BuyingRole, Style};
use crate::sim::selling::choice_utility::{Bid, Rivals};
use crate::sim::selling::committee::{Match, Member, Pitch};
use crate::sim::selling::quoting::Asked;
use crate::sim::selling::{choice_utility, committee, quoting};
use crate::sim::state::staff::skill_factor;
use crate::sim::state::{DealOutcome, Quote};
use crate::sim::tendering;
use crate::sim::terms::{Intent, QuoteTerms, ServiceLevel};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId, RivalId, Role, Round};

/// What a card may be expected to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Estimate {
    /// Chance of an advance, 0-1.
    Advance(f64),
    /// Expected number of customers found.
    Finds(f64),
    /// Chance to find a hidden need, 0-1.
    FindsNeed(f64),
    /// Fit points.
    Fit(f64),
    /// Records points.
    Records(f64),
    /// Bad impressions taken away (whole ones) and trust gained.
    Mends {
        /// Sum over the customers of the card.
        negative: f64,
        /// Sum of the points over the customers of the card.
        trust: f64,
    },
    /// Chance of winning the order if decided with this quote, against two ordinary rivals, 0-1.
    Wins(f64),
    /// Tickets (of those open) that the time suffices for.
    Solves {
        /// Those the queue gets through.
        tickets: u16,
        /// Those of them on which work begins within the days of their class, in the month in which they came.
        in_time: u16,
        /// Those the team has been told of.
        of: u16,
    },
    /// Share of handling time saved, 0-1.
    Saves(f64),
    /// Satisfaction points gained.
    Satisfies(f64),
    /// Trust points gained.
    Trust(f64),
    /// Breaks the gift policy.
    Breach,
    /// Chance to win the customer back, 0-1.
    WinsBack(f64),
    /// Shows something, moves nothing.
    Shows,
    /// Chance of a referral, 0-1.
    Referral(f64),
    /// Working time gained, a month.
    Hours(Minutes),
    /// Skill points gained.
    Skill(f64),
    /// A new owner finds open ears.
    Opens,
    /// Hours go to others.
    Frees,
    /// Expected revenue filed.
    Files(Fen),
    /// Expected number of visitors who leave a name, of those expected.
    Receives {
        /// More than without this card.
        names: f64,
        /// All visitors of the month.
        of: u16,
    },
    /// Expected number of these deals won if decided with these quotes.
    WinsMany(f64),
    /// Chance that customer data is integrated by the next round, 0-1.
    Integrates(f64),
    /// Share of the minor tickets that customers solve themselves, 0-1.
    SelfServes(f64),
    /// Running costs saved a round.
    Spares(Fen),
    /// Goods come in for the deliveries of this round.
    Arrives(Round),
}

/// A chance as a team may reckon it: what is likely, and between what it may lie by what the team does not know; each 0-1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Range {
    /// With every unknown at its worst.
    pub low: f64,
    /// With every unknown at its mean.
    pub likely: f64,
    /// With every unknown at its best.
    pub high: f64,
}

/// Points by which satisfaction may drift a month from what a survey showed.
const MONTHLY_DRIFT: f64 = 4.0;
/// Points by which it may lie off the neutral point where nobody has asked.
const UNASKED: f64 = 20.0;

/// What the team knows while it thinks about a card.
#[derive(Clone, Copy)]
pub struct Outlook<'a> {
    /// All that an estimate may look at.
    pub known: &'a Knowledge,
    /// Cards planned already, of all roles.
    pub planned: &'a [&'a Card],
    /// What the work of whoever plays it counts, 0-1.
    pub share: f64,
    /// What is done is written up.
    pub write_up: bool,
}

impl<'a> Outlook<'a> {
    /// The parameters of the game.
    #[must_use]
    pub fn rules(&self) -> &'a Rules {
        &self.known.guide.rules
    }

    /// What skill does to the work of whoever does the work of a role.
    #[must_use]
    pub fn skill_factor(&self, home: Role) -> f64 {
        skill_factor(self.rules(), self.known.staff(self.known.guide.acting(home)).skill)
    }

    /// Time set by the player, as far as it counts in the hands of whoever plays the card.
    #[must_use]
    pub fn effective_time(&self, time: Minutes) -> Minutes {
        Minutes((f64::from(time.0) * self.share).round() as i32)
    }

    /// The same, and more or less by skill.
    #[must_use]
    pub fn productive_time(&self, home: Role, time: Minutes) -> Minutes {
        Minutes((f64::from(time.0) * self.share * self.skill_factor(home)).round() as i32)
    }

    /// Customers of the market that the team does not know.
    #[must_use]
    pub fn unknown(&self) -> f64 {
        f64::from(self.known.customers_in_market) - self.known.customers.len() as f64
    }

    /// Those of a list that are known.
    pub fn customers(&self, ids: &'a [CustomerId]) -> impl Iterator<Item = &'a CustomerView> + use<'a> {
        let known = self.known;
        ids.iter().filter_map(|&id| known.customer(id))
    }

    /// Planned cards.
    pub fn planned(&self) -> impl Iterator<Item = &'a Action> + use<'a> {
        self.planned.iter().map(|card| &card.action)
    }

    /// P(advance); the mean over styles where the contact's is not known, the best style where none is given.
    #[must_use]
    pub fn advance(&self, customer: CustomerId, contact: ContactId, deal: Option<&DealView>, style: Option<Style>, intent: Intent) -> f64 {
        let Some(customer) = self.known.customer(customer) else { return 0.0 };
        let (stage, value) = deal.map_or((1, Fen::ZERO), |d| (d.step(), d.value));
        let skill = self.known.staff(Role::AccountManager).skill;
        let (records, trust) = (customer.records, customer.trust);
        let chance =
            |matching| committee::advance_chance(self.rules(), &Pitch { matching, records, trust, skill, fresh: customer.fresh, stage, value, intent });
        match (customer.contacts.get(contact.index()).and_then(|c| c.style), style) {
            (Some(own), Some(presented)) => chance(Match::of(presented, own)),
            (Some(_), None) => chance(Match::Same),
            (None, _) => 0.25 * chance(Match::Same) + 0.5 * chance(Match::Neighbour) + 0.25 * chance(Match::Opposite),
        }
    }
}

/// Chance that one of `count` independent tries of chance `p` succeeds.
pub(super) fn any_of(p: f64, count: usize) -> f64 {
    1.0 - (0..count).fold(1.0, |none, _| none * (1.0 - p))
}

impl Knowledge {
    /// Chance of winning if the customer decided now with a quote of these terms, 0-1: the choice of docs/model.md#choice with
    /// satisfaction as surveyed (neutral where nobody has asked), against the rivals there are, as far as the team knows whom the
    /// customer buys from.
    #[must_use]
    pub fn win_chance(&self, deal: &DealView, terms: &QuoteTerms) -> f64 {
        self.win_range(deal, terms).likely
    }

    /// The same with what may come out of it: the unknowns at their worst and at their best.
    #[must_use]
    pub fn win_range(&self, deal: &DealView, terms: &QuoteTerms) -> Range {
        self.customer(deal.id.customer).map_or_else(Range::default, |customer| self.win_range_with(customer, deal, terms))
    }

    /// The same for a customer of whom more or less is known.
    #[must_use]
    pub fn win_range_with(&self, customer: &CustomerView, deal: &DealView, terms: &QuoteTerms) -> Range {
        let rules = &self.guide.rules;
        let quote = self.quote_of(deal, terms);
        let bid = self.bid_of(customer, deal, terms, quote.as_ref());
        let (luck, shift) = deal.contest;
        // whoever was not asked buys from one of the rivals, or from none of them
        let known = customer.qualified || customer.orders > 0;
        let chance = |satisfaction: f64, price_sensitivity: f64, incumbent: Option<RivalId>| {
            let bid = Bid { satisfaction, price_sensitivity, ..bid };
            let rivals = Rivals {
                rules,
                count: self.guide.rivals.len(),
                edge: &self.rivals,
                price_war: self.price_war,
                incumbent,
                poacher: if customer.poached > 0 { self.guide.poacher(customer.id) } else { None },
                price_sensitivity,
                shift,
            };
            let own = choice_utility::utility(rules, &bid).total();
            let all = rivals.utilities().chain([own, rules.choice.none]);
            choice_utility::chance_among(own, all, luck)
        };
        let [low, high] = self.felt(customer);
        let weighs = bid.price_sensitivity;
        let likely = chance(bid.satisfaction, weighs, customer.incumbent);
        let (strangest, none) = if known { (customer.incumbent, customer.incumbent) } else { (Some(RivalId(0)), None) };
        let mut range = Range { low: likely, likely, high: likely };
        for (satisfaction, incumbent) in [(low, strangest), (high, none)] {
            let found = chance(satisfaction, weighs, incumbent);
            (range.low, range.high) = (range.low.min(found), range.high.max(found));
        }
        range
    }

    /// The same of a deal as it stands: with the quote that lies there, or one at tier price.
    #[must_use]
    pub fn standing(&self, deal: &DealView) -> Range {
        self.win_range(deal, &deal.quote.as_ref().map_or_else(QuoteTerms::default, |quote| quote.terms(deal.due)))
    }

    /// Between which points a customer's satisfaction lies, as far as the team can tell: around its last survey, the wider the
    /// longer ago; around the neutral point where it has bought and nobody has asked; at that point before it has bought.
    fn felt(&self, customer: &CustomerView) -> [f64; 2] {
        let rules = &self.guide.rules;
        let (middle, spread) = match customer.satisfaction {
            Some((points, when)) => (points, rules.service.survey_error + MONTHLY_DRIFT * f64::from(self.round.since(when))),
            None if customer.orders > 0 => (rules.relations.satisfaction, UNASKED),
            None => (rules.relations.satisfaction, 0.0),
        };
        [(middle - spread).max(0.0), (middle + spread).min(100.0)]
    }

    /// What terms come to, by the rules' own arithmetic; None before the need is confirmed, when nobody knows the goods.
    #[must_use]
    pub fn quote_of(&self, deal: &DealView, terms: &QuoteTerms) -> Option<Quote> {
        let asked = Asked { wants: &deal.wants, quantity: deal.quantity, suggested: &deal.suggested, tier: deal.tier, due: deal.due };
        quoting::price_quote(&self.guide, asked, terms, self.round).ok()
    }

    /// V of a bid with this quote as far as the team knows the customer; without one, of a quote that fits, at tier price.
    /// A customer not qualified yet is taken to weigh prices as most do.
    #[must_use]
    pub fn utility_of(&self, customer: &CustomerView, deal: &DealView, terms: &QuoteTerms, quote: Option<&Quote>) -> Utility {
        choice_utility::utility(&self.guide.rules, &self.bid_of(customer, deal, terms, quote))
    }

    fn bid_of(&self, customer: &CustomerView, deal: &DealView, terms: &QuoteTerms, quote: Option<&Quote>) -> Bid {
        let rules = &self.guide.rules;
        let (price, discount, fit) = quote.map_or((Fen::ZERO, 0.0, 0.0), |q| (q.price, q.discount(), q.fit));
        let shown = if deal.demo { rules.selling.demo_fit } else { 0.0 } + if deal.check { rules.selling.check_fit } else { 0.0 } + deal.design;
        Bid {
            support: deal.committee,
            trust: customer.trust,
            satisfaction: customer.satisfaction.map_or(rules.relations.satisfaction, |s| s.0),
            commitment: customer.commitment,
            promise: terms.promise,
            reputation: self.reputation_by_industry.get(customer.industry.index()).copied().unwrap_or(0.0),
            orders: customer.orders,
            discount,
            price_sensitivity: customer.price_sensitivity.unwrap_or(1.0),
            over_budget: choice_utility::over_budget(price, deal.budget),
            fit: fit + shown,
            shock: 0.0,
            priority: terms.service == ServiceLevel::Priority,
            early: f64::from(goods::usual(&self.guide)) - f64::from(terms.delivery.unwrap_or_else(|| goods::earliest(&self.guide, terms.express))),
            payment: terms.payment,
        }
    }

    /// Whom a sensible seller sees next, as far as the team knows the committee.
    #[must_use]
    pub fn next_contact(&self, customer: CustomerId, deal: Option<&DealView>) -> Option<ContactId> {
        let rules = &self.guide.rules;
        let weights = &rules.selling.role_weights;
        let mean = weights.iter().sum::<f64>() / weights.len() as f64;
        let account = self.customer(customer)?;
        let there = || account.contacts.iter().filter(|c| !c.removed);
        let members = there().map(|person| Member {
            id: person.id,
            weight: person.role.map_or(mean, |role| weights[role as usize]),
            support: deal.and_then(|d| d.support.get(person.id.index())).copied().unwrap_or(0.0),
            reached: person.reached,
            decides: person.role == Some(BuyingRole::DecisionMaker),
        });
        let mapped = committee::mapped(rules, there().filter(|c| c.reached).count(), there().count(), account.records);
        committee::next_contact(members, deal.map_or(1, DealView::step), mapped)
    }
}

impl Knowledge {
    /// Chance of a bid against rivals as they usually bid, with satisfaction as surveyed, 0-1.
    #[must_use]
    pub fn bid_chance(&self, tender: NeedId, terms: &QuoteTerms) -> f64 {
        let rules = &self.guide.rules;
        let Some(tender) = self.tender(tender) else { return 0.0 };
        let need = &tender.need;
        let asked = Asked { wants: &need.wants, quantity: need.quantity, suggested: &need.suggested, tier: need.tier, due: need.due };
        let Ok(quote) = quoting::price_quote(&self.guide, asked, terms, self.round) else { return 0.0 };
        let felt = self.customer(need.id.customer).map(|c| [c.satisfaction.map_or(rules.relations.satisfaction, |s| s.0), c.trust, c.commitment]);
        let reputation = self.reputation_by_industry.get(tender.industry.index()).copied().unwrap_or(0.0);
        let relation = tendering::relation_points(rules, felt, reputation);
        let bid = tendering::Offered { price: quote.price, fit: tendering::paper_fit(rules, &quote), relation };
        tendering::usual_chance(rules, tender.kind, &bid, need.value, self.guide.rivals.len())
    }

    /// What the open deals decided at the end of this round may bring, each as it stands: sum(amount x win rate), with what
    /// was ordered this round.
    #[must_use]
    pub fn expected_from_deals(&self) -> Fen {
        let due = || self.deals.iter().filter(|deal| deal.due == self.round);
        let rates = &self.guide.rules.selling.stage_win_rates;
        let booked: Fen = due().filter_map(|deal| if let Some(DealOutcome::Won(price)) = deal.outcome { Some(price) } else { None }).sum();
        let amount = |deal: &DealView| deal.quote.as_ref().map_or(deal.value, |quote| quote.price);
        booked + due().filter(|deal| deal.open()).map(|deal| amount(deal).scale(rates[usize::from(deal.stage.clamp(1, 6)) - 1])).sum()
    }

    /// What bids handed in for tenders of this round may bring.
    #[must_use]
    pub fn hoped_from_bids(&self) -> Fen {
        let due = self.tenders.iter().filter(|t| t.need.due == self.round);
        due.filter_map(|t| t.need.quote.as_ref()).map(|bid| bid.price).sum::<Fen>().scale(self.guide.rules.tenders.win_rate)
    }
}

impl CustomerView {
    /// The part of a gift to one of its people that the policy still allows.
    #[must_use]
    pub fn lawful_gift(&self, rules: &Gifts, contact: ContactId, amount: Fen) -> Fen {
        let quarter = self.contacts.get(contact.index()).map_or(Fen::ZERO, |c| c.gifts_this_quarter);
        gifts::lawful(rules, quarter, self.gifts_this_year, amount)
    }

    /// The contact's own style once met; before, one that offends none of the neighbours.
    #[must_use]
    pub fn style_for(&self, contact: ContactId) -> Style {
        self.contacts.get(contact.index()).and_then(|c| c.style).unwrap_or(Style::C)
    }
}
