//! What a card tends to do, from what the team knows: the phases' own equations with the unknown left at its mean.

use crate::advice::funnel;
use crate::sim::cards::command::Action;
use crate::sim::care::gifts;
use crate::sim::company::investing;
use crate::sim::company::tools;
use crate::sim::journal::report::Utility;
use crate::sim::lifecycle::hazard::{self, WinBack};
use crate::sim::orders::goods;
use crate::sim::prospecting::campaigns;
use crate::sim::prospecting::finding;
use crate::sim::prospecting::walk_ins;
use crate::sim::scenario::{Investment, Style};
use crate::sim::selling::choice_utility::{self, Bid};
use crate::sim::selling::committee::{self, Match, Member, Pitch};
use crate::sim::selling::quoting::{self, Asked};
use crate::sim::selling::tendering;
use crate::sim::state::Quote;
use crate::sim::state::staff::craft;
use crate::sim::terms::{Intent, QueuePolicy, QuoteTerms, ServiceLevel};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, OpportunityId, Role};
use crate::sim::view::{CustomerView, DealView, Tendency, TicketView, View};

/// What `action` tends to do, by somebody whose work at it counts `share`.
#[must_use]
pub fn tends(view: &View, action: &Action, share: f64) -> Tendency {
    let rules = &view.guide.rules;
    let craft = |home: Role| craft(rules, view.staff(view.guide.acting(home)).skill);
    let pace = |home: Role, time: Minutes| Minutes((f64::from(time.0) * share * craft(home)).round() as i32);
    let unknown = f64::from(view.accounts) - view.customers.len() as f64;
    match action {
        Action::Exhibition => Tendency::Finds(unknown * exhibition_chance(view)),
        Action::Summit => Tendency::Finds(unknown / 4.0 * rules.finding.summit),
        Action::Prospect { time } => Tendency::Finds(unknown * finding::prospect_chance(&rules.finding, pace(Role::Developer, *time), unknown)),
        Action::Research { customers } => {
            // only somebody the papers write about leaves a trace to be found
            if customers.iter().filter_map(|&id| view.customer(id)).any(|c| c.named) {
                Tendency::FindsNeed(rules.finding.research)
            } else {
                Tendency::Records(records(view, customers, rules.records.research))
            }
        }
        Action::Qualify { .. } | Action::Survey { .. } => Tendency::Shows,
        Action::AskReferral { customers } => Tendency::Referral(any_of(rules.finding.referral * rules.finding.referral_asked, customers.len())),
        Action::Call { customer, contact, deal, style, intent, .. } => {
            let deal = deal.and_then(|id| view.deal(id));
            Tendency::Advance(advance(view, *customer, *contact, deal, Some(*style), *intent))
        }
        Action::Pursue { deal, terms, intent, .. } => match view.deal(*deal) {
            Some(deal) if deal.stage >= 4 => Tendency::Wins(win_chance(view, deal, terms)),
            Some(found) => {
                let contact = next_contact(view, deal.customer, Some(found)).unwrap_or_default();
                Tendency::Advance(advance(view, deal.customer, contact, Some(found), None, *intent))
            }
            None => Tendency::Shows,
        },
        Action::PursueMany { deals, terms, .. } => {
            // what is left to be shown and quoted, the time suffices for
            Tendency::WinsMany(deals.iter().filter_map(|&(id, time)| view.deal(id).map(|d| pursued_chance(view, d, terms, time))).sum())
        }
        Action::Reception { time } => {
            let here = hours_at_the_door(view);
            let seen = |hours| walk_ins::attended(&rules.walk_ins, hours, f64::from(view.visitors));
            let named = (seen(here + time.to_hours()) - seen(here)) * walk_ins::recorded(&rules.walk_ins, 1.0, view.tools.cap);
            Tendency::Receives { names: f64::from(view.visitors) * named, of: view.visitors }
        }
        Action::BuyCrm => Tendency::Integrates(1.0),
        Action::BuildCrm { time } => Tendency::Integrates(tools::build_chance(&rules.tools, *time)),
        Action::Demo { .. } => Tendency::Fit(rules.selling.demo_fit),
        Action::FreeCheck { customer } => {
            if view.open_deals(*customer).any(|d| d.stage >= 3 && !d.check) {
                Tendency::Fit(rules.selling.check_fit)
            } else {
                Tendency::FindsNeed(rules.selling.check_need)
            }
        }
        Action::Quote { deal, terms } => view.deal(*deal).map_or(Tendency::Shows, |deal| Tendency::Wins(win_chance(view, deal, terms))),
        Action::Gift { customer, contact, amount } => gift(view, *customer, *contact, *amount),
        Action::Handover { customers } => {
            let back = customers.iter().filter_map(|&id| view.customer(id)).map(|c| c.trust_lost * rules.selling.handover_returns * c.records / 100.0);
            Tendency::Trust(back.sum())
        }
        Action::WinBack { customer, concession } => {
            let known = view.customer(*customer);
            let (trust, repaired) = known.map_or((0.0, false), |c| (c.trust, !c.failure));
            Tendency::WinsBack(hazard::win_back_chance(rules, &WinBack { trust, repaired, concession: *concession }))
        }
        Action::Forecast => Tendency::Files(funnel::due_now(view).forecast() + funnel::hoped_from_bids(view)),
        Action::Purchase { express, .. } => Tendency::Arrives(view.round.plus(goods::lead(&view.guide, *express))),
        Action::Care { visits } => mends(view, visits, share),
        Action::Queue { time, policy } => Tendency::Solves { tickets: solves(view, pace(Role::Service, *time), *policy), of: view.tickets.len() as u16 },
        Action::Check { customers } => Tendency::FindsNeed(any_of(rules.service.check_need, customers.len())),
        Action::Article { class } => {
            let saved = |articles: f64| (articles * rules.service.article_saves).min(rules.service.article_floor);
            let written = f64::from(view.articles[class.index()]);
            Tendency::Saves(saved(written + 1.0) - saved(written))
        }
        Action::Campaign { medium, segment, budget } => Tendency::Finds(campaign_leads(view, *medium, *segment, *budget)),
        Action::Bid { tender, terms } => Tendency::Wins(bid_chance(view, *tender, terms)),
        Action::Rebate { amount, .. } => Tendency::Trust(rules.gifts.rebate_trust * gifts::gift_weight(&rules.gifts, *amount)),
        Action::Invest(Investment::CallCentre) => Tendency::Saves(rules.investments.call_centre_saves),
        Action::Invest(Investment::WebPlatform) => Tendency::SelfServes(rules.investments.web_self_service),
        Action::Close(what) => Tendency::Spares(investing::upkeep(&rules.investments, *what)),
        Action::Compensate { share, .. } => Tendency::Satisfies((rules.service.compensation_gain * share * 100.0).min(rules.service.compensation_most)),
        Action::Nurture { customers } => {
            let gain = |c: &CustomerView| rules.cultivation.trust * craft(Role::Cultivator) * (1.0 - c.trust / 100.0);
            Tendency::Trust(customers.iter().filter_map(|&id| view.customer(id)).map(gain).sum())
        }
        Action::Design { .. } => Tendency::Fit(rules.cultivation.design_fit * craft(Role::ProductSpecialist)),
        Action::Hire { role } => {
            let posts = &view.staff(*role).posts;
            let alone = posts.len() == 1;
            let short = alone && posts.iter().any(|p| p.reduced > 0);
            Tendency::Hours(if short {
                Minutes((f64::from(rules.work.role_hours.0) * (1.0 - rules.work.hours_after_resignation)).round() as i32)
            } else {
                rules.work.role_hours
            })
        }
        Action::Train { role, person } => {
            let skill = view.staff(*role).posts.get(usize::from(*person)).map_or(rules.work.skill, |p| p.skill);
            Tendency::Skill(rules.staffing.train_gain * (100.0 - skill) / 100.0)
        }
        Action::GiveToPool { .. } => Tendency::Frees,
        Action::TakeFromPool { .. } => Tendency::Opens,
    }
}

/// Leads that a campaign may be expected to bring.
fn campaign_leads(view: &View, medium: MediumId, segment: IndustryId, budget: Fen) -> f64 {
    let rules = &view.guide.rules.campaigns;
    let earlier = campaigns::earlier(rules, &view.campaigns, medium, segment, view.round);
    let response = view.guide.medium(medium).and_then(|c| c.response.get(segment.index()));
    let expected = response.map_or(0.0, |&response| campaigns::expected_leads(rules, response, budget, earlier));
    expected.min(f64::from(view.unknown_in(segment)))
}

/// Chance of a bid against rivals as they usually bid, with satisfaction as surveyed.
#[must_use]
pub fn bid_chance(view: &View, tender: OpportunityId, terms: &QuoteTerms) -> f64 {
    let rules = &view.guide.rules;
    let Some(tender) = view.tender(tender) else { return 0.0 };
    let need = &tender.need;
    let asked = Asked { wants: &need.wants, quantity: need.quantity, suggested: &need.suggested, tier: need.tier, due: need.due };
    let Ok(quote) = quoting::price_quote(&view.guide, asked, terms, view.round) else { return 0.0 };
    let felt = view.customer(need.id.customer).map(|c| [c.satisfaction.map_or(rules.relations.satisfaction, |s| s.0), c.trust, c.commitment]);
    let reputation = view.reputation_by_industry.get(tender.industry.index()).copied().unwrap_or(0.0);
    let relation = tendering::relation_points(rules, felt, reputation);
    let bid = tendering::Offered { price: quote.price, fit: tendering::paper_fit(rules, &quote), relation };
    tendering::usual_chance(rules, tender.kind, &bid, need.value, view.guide.rivals.len())
}

/// Chance of winning if the customer decided now with a quote of these terms: V of docs/model.md#choice with satisfaction as
/// surveyed (neutral where nobody has asked), against two rivals of middling strength.
#[must_use]
pub fn win_chance(view: &View, deal: &DealView, terms: &QuoteTerms) -> f64 {
    let Some(customer) = view.customer(deal.id.customer) else { return 0.0 };
    let quote = quote_of(view, deal, terms);
    choice_utility::usual_chance(&view.guide.rules, utility_of(view, customer, deal, terms, quote.as_ref()).total())
}

/// What terms come to, by the rules' own arithmetic; nothing before the need is confirmed, when nobody knows the goods.
#[must_use]
pub fn quote_of(view: &View, deal: &DealView, terms: &QuoteTerms) -> Option<Quote> {
    let asked = Asked { wants: &deal.wants, quantity: deal.quantity, suggested: &deal.suggested, tier: deal.tier, due: deal.due };
    quoting::price_quote(&view.guide, asked, terms, view.round).ok()
}

/// V of a bid with this quote as far as the team knows the customer; without one, of a quote that fits, at tier price.
/// A customer not qualified yet is taken to weigh prices as most do.
#[must_use]
pub fn utility_of(view: &View, customer: &CustomerView, deal: &DealView, terms: &QuoteTerms, quote: Option<&Quote>) -> Utility {
    let rules = &view.guide.rules;
    let (price, tier_price, fit) = quote.map_or((Fen::ZERO, Fen::ZERO, 0.0), |q| (q.price, q.tier_price, q.fit));
    let shown = if deal.demo { rules.selling.demo_fit } else { 0.0 } + if deal.check { rules.selling.check_fit } else { 0.0 } + deal.design;
    choice_utility::utility(
        rules,
        &Bid {
            support: deal.committee,
            trust: customer.trust,
            satisfaction: customer.satisfaction.map_or(rules.relations.satisfaction, |s| s.0),
            commitment: customer.commitment,
            promise: terms.promise,
            reputation: view.reputation_by_industry.get(customer.industry.index()).copied().unwrap_or(0.0),
            orders: customer.orders,
            price,
            tier_price,
            price_sensitivity: customer.price_sensitivity.unwrap_or(1.0),
            budget: deal.budget,
            fit: fit + shown,
            shock: 0.0,
            priority: terms.service == ServiceLevel::Priority,
            early: f64::from(goods::usual(&view.guide)) - f64::from(terms.delivery.unwrap_or_else(|| goods::earliest(&view.guide, terms.express))),
            payment: terms.payment,
        },
    )
}

/// The same once so much time has gone into the deal: demo and quote out of the way, the committee half won over.
fn pursued_chance(view: &View, deal: &DealView, terms: &QuoteTerms, time: Minutes) -> f64 {
    let selling = &view.guide.rules.selling;
    let steps = if deal.stage < 4 { selling.demo_hours } else { Minutes::ZERO } + if deal.quote.is_none() { selling.quote_hours } else { Minutes::ZERO };
    if deal.quote.is_none() && time < steps {
        return 0.0;
    }
    let effort = (time - steps).max(Minutes::ZERO).to_hours() * USUAL_EFFECT;
    let committee = 1.0 - (1.0 - deal.committee) * crate::sim::maths::exp(-effort / committee::tau(&view.guide.rules, deal.value));
    win_chance(view, &DealView { committee, ..deal.clone() }, terms)
}

/// Mean effect of an hour of calls: advances and continuations mixed.
const USUAL_EFFECT: f64 = 0.9;

/// Hours at the door that the plan holds already.
fn hours_at_the_door(view: &View) -> f64 {
    view.plan.iter().map(|c| if let Action::Reception { time } = c.card.action { time.to_hours() } else { 0.0 }).sum()
}

/// Whom a sensible seller sees next, as far as the team knows the committee.
#[must_use]
pub fn next_contact(view: &View, customer: CustomerId, deal: Option<&DealView>) -> Option<ContactId> {
    let rules = &view.guide.rules;
    let weights = &rules.selling.role_weights;
    let mean = weights.iter().sum::<f64>() / weights.len() as f64;
    let account = view.customer(customer)?;
    let there = || account.contacts.iter().filter(|c| !c.removed);
    let members = there().map(|person| Member {
        id: person.id,
        weight: person.role.map_or(mean, |role| weights[role as usize]),
        support: deal.and_then(|d| d.support.get(person.id.index())).copied().unwrap_or(0.0),
        reached: person.reached,
        decides: person.role == Some(crate::sim::scenario::BuyingRole::DecisionMaker),
    });
    let mapped = committee::mapped(rules, there().filter(|c| c.reached).count(), there().count(), account.records);
    committee::next_contact(members, deal.map_or(1, DealView::step), mapped)
}

/// The contact's own style once met; before, one that offends none of the neighbours.
#[must_use]
pub fn style_for(customer: &CustomerView, contact: ContactId) -> Style {
    customer.contacts.get(contact.index()).and_then(|c| c.style).unwrap_or(Style::C)
}

/// P(advance); the mean over styles where the contact's is not known, the best style where none is given.
fn advance(view: &View, customer: CustomerId, contact: ContactId, deal: Option<&DealView>, style: Option<Style>, intent: Intent) -> f64 {
    let Some(customer) = view.customer(customer) else { return 0.0 };
    let (stage, value) = deal.map_or((1, Fen::ZERO), |d| (d.step(), d.value));
    let skill = view.staff(Role::AccountManager).skill;
    let (records, trust) = (customer.records, customer.trust);
    let chance =
        |matching| committee::advance_chance(&view.guide.rules, &Pitch { matching, records, trust, skill, fresh: customer.fresh, stage, value, intent });
    match (customer.contacts.get(contact.index()).and_then(|c| c.style), style) {
        (Some(own), Some(presented)) => chance(Match::of(presented, own)),
        (Some(_), None) => chance(Match::Same),
        (None, _) => 0.25 * chance(Match::Same) + 0.5 * chance(Match::Neighbour) + 0.25 * chance(Match::Opposite),
    }
}

/// Chance that a fair brings an unknown customer to the stand: higher in the segments the team aims at.
fn exhibition_chance(view: &View) -> f64 {
    let rules = &view.guide.rules.finding;
    let aimed = view.strategy.as_ref().map_or(0, |s| s.segments.len());
    let share = (aimed as f64 / view.guide.industries.len().max(1) as f64).min(1.0);
    let chance = |fit: f64| (rules.exhibition * fit).min(rules.exhibition_cap);
    share * chance(rules.exhibition_fit) + (1.0 - share) * chance(1.0)
}

/// Mean gain of record quality over the customers.
fn records(view: &View, customers: &[CustomerId], points: f64) -> f64 {
    let gains = customers.iter().filter_map(|&id| view.customer(id)).map(|c| points * (100.0 - c.records) / 100.0);
    gains.sum::<f64>() / customers.len().max(1) as f64
}

/// Chance that one of `count` independent tries of chance `p` succeeds.
fn any_of(p: f64, count: usize) -> f64 {
    1.0 - (0..count).fold(1.0, |none, _| none * (1.0 - p))
}

fn gift(view: &View, customer: CustomerId, contact: ContactId, amount: Fen) -> Tendency {
    let rules = &view.guide.rules.gifts;
    let Some(customer) = view.customer(customer) else { return Tendency::Trust(0.0) };
    let quarter = customer.contacts.get(contact.index()).map_or(Fen::ZERO, |c| c.gifts_this_quarter);
    let lawful = gifts::lawful(rules, quarter, customer.gifts_this_year, amount);
    if amount > lawful { Tendency::Breach } else { Tendency::Trust(rules.trust * gifts::gift_weight(rules, lawful)) }
}

/// Over all visits: bad impressions taken away, as far as any are known, and trust gained.
fn mends(view: &View, visits: &[(CustomerId, Minutes)], share: f64) -> Tendency {
    let rules = &view.guide.rules;
    let (mut negative, mut trust) = (0.0, 0.0);
    for (id, time) in visits {
        let Some(customer) = view.customer(*id) else { continue };
        let touch = rules.care.touch(time.to_hours() * share);
        negative += (rules.care.cancels * touch / rules.relations.failure).min(customer.negative);
        trust += rules.care.trust * touch * (1.0 - customer.trust / 100.0);
    }
    Tendency::Mends { negative, trust }
}

/// How many of the open tickets the queue gets through: day by day, in the order of the policy.
fn solves(view: &View, time: Minutes, policy: QueuePolicy) -> u16 {
    let days = i32::from(view.guide.rules.work.days.max(1));
    let value = |t: &TicketView| view.customer(t.id.customer).map(|c| c.yearly_value.unwrap_or(c.last_amount));
    let mut queue: Vec<&TicketView> = view.tickets.iter().collect();
    let first_come = |t: &&TicketView| (t.id.born, t.day, t.id);
    match policy {
        QueuePolicy::FirstCome => queue.sort_by_key(first_come),
        QueuePolicy::Severity => queue.sort_by_key(|t| (std::cmp::Reverse(t.severity), first_come(t))),
        QueuePolicy::Value => queue.sort_by_key(|t| (std::cmp::Reverse(value(t)), first_come(t))),
        QueuePolicy::DueDate => queue.sort_by_key(|t| (t.id.born, t.due_day, t.id)),
    }
    let mut left: Vec<i32> = queue.iter().map(|t| t.minutes.0).collect();
    for day in 1..=days {
        let mut spare = time.0 * day / days - time.0 * (day - 1) / days;
        for (ticket, left) in queue.iter().zip(&mut left) {
            if ticket.rounds_open > 0 || i32::from(ticket.day) <= day {
                let worked = spare.min(*left);
                *left -= worked;
                spare -= worked;
            }
        }
    }
    left.iter().filter(|l| **l <= 0).count() as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::testing::{ALPHA, bare, buyer, deal, line, near, seat, traits};
    use crate::sim::view::seat_view::view_now;

    /// Alpha, weighing prices so much, with a deal whose need is confirmed: 20 pieces of the plain product at 5,500.
    fn asked(price_sensitivity: f64, qualified: bool) -> (Game, OpportunityId) {
        let mut state = bare(1);
        let alpha = buyer(&mut state, ALPHA, 0);
        alpha.qualified = qualified;
        traits(&mut state, ALPHA).price_sensitivity = price_sensitivity;
        let id = deal(&mut state, ALPHA, 4);
        (state, id)
    }

    fn weighed(state: &Game, id: OpportunityId, terms: &QuoteTerms) -> Utility {
        let view = view_now(state, seat(0, Role::AccountManager));
        let (customer, deal) = (view.customer(id.customer).expect("known"), view.deal(id).expect("seen"));
        utility_of(&view, customer, deal, terms, quote_of(&view, deal, terms).as_ref())
    }

    #[test]
    fn a_discount_weighs_as_the_customer_weighs_prices_once_that_is_known() {
        let terms = QuoteTerms { discount: 0.1, ..QuoteTerms::default() };
        for (sensitivity, qualified, expected) in [
            // 7 x .1 x 1.8, x .6
            (1.8, true, 1.26),
            (0.6, true, 0.42),
            // nobody knows: as most do
            (1.8, false, 0.7),
        ] {
            let (state, id) = asked(sensitivity, qualified);
            near(weighed(&state, id, &terms).price, expected);
        }
        // without a discount there is nothing to weigh
        let (state, id) = asked(1.8, true);
        near(weighed(&state, id, &QuoteTerms::default()).price, 0.0);
    }

    #[test]
    fn pieces_short_of_the_need_fit_worst_and_those_beyond_it_are_worth_nothing() {
        let (state, id) = asked(1.0, true);
        for (lines, fit, price) in [
            (vec![line(0, 20, 5_500)], 0.0, 0.0),
            // half of them are missing: .05 x .5 x -12; what is there costs what it does at the tier
            (vec![line(0, 10, 5_500)], -0.3, 0.0),
            // 220,000 for what is worth 110,000: 7 x -1
            (vec![line(0, 40, 5_500)], 0.0, -7.0),
        ] {
            let v = weighed(&state, id, &QuoteTerms { lines, ..QuoteTerms::default() });
            near(v.fit, fit);
            near(v.price, price);
        }
    }
}
