//! Cards worth offering on a customer's sheet and on the desk: ready to play, with what is missing and what they tend to do.
//!
//! Made from a view, so an offer cannot know more than the team does.

use crate::advice::{estimate, many};
use crate::sim::cards::{self, Action, Card, CardId, Estimate, missing, takes_outside};
use crate::sim::company::{investing, tools};
use crate::sim::knowledge::{DealView, TenderView};
use crate::sim::orders::goods;
use crate::sim::planning::usual;
use crate::sim::scenario::Severity;
use crate::sim::state::Compliance;
use crate::sim::terms::{Intent, Missing, QueuePolicy, QuoteTerms};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, MediumId, Minutes, NeedId, ProductId, Role};
use crate::sim::view::View;
use std::cmp::Reverse;

/// An action offered on a customer's sheet or on the desk: what it takes, what is missing, what it tends to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Ready to be put into the plan as it is; the desk may change hours, contact, terms first.
    pub card: Card,
    /// Who plays it; outside its own role a card of fixed hours takes longer, others do less.
    pub role: Role,
    /// Working time of that role, writing up included.
    pub minutes: Minutes,
    /// Money, as far as it is known before the card is played.
    pub cost: Fen,
    /// Empty: it can be played.
    pub missing: Vec<Missing>,
    /// What it tends to do, as far as the team can know.
    pub estimate: Estimate,
}

/// Usual budget of a campaign.
const CAMPAIGN: Fen = Fen::yuan(5_000);
/// No card is shortened below this to fit into the hours left.
const LEAST: Minutes = Minutes::from_hours(2);

/// Everything the team's roles can do for a customer it knows, one card each; none once the game is over.
#[must_use]
pub fn offers(view: &View, customer: CustomerId) -> Vec<Offer> {
    let mut list = Vec::new();
    let Some(known) = view.customer(customer).filter(|_| !view.over) else { return list };
    let rules = &view.guide.rules;
    let mut add = |action: Action| list.push(offer(view, Card { action, write_up: true }));
    let only = || vec![customer];
    let deal = best_deal(view, customer);
    let contact = view.next_contact(customer, deal).unwrap_or_default();

    add(Action::Research(cards::Research { customers: only() }));
    add(Action::Qualify(cards::Qualify { customers: only() }));
    add(Action::AskReferral(cards::AskReferral { customers: only() }));

    let style = known.style_for(contact);
    let time = fitting(view, Role::AccountManager, rules.planning.call_hours);
    add(Action::Call(cards::Call { customer, contact, deal: deal.map(|d| d.id), style, intent: intent(view, deal), time }));
    if let Some(deal) = deal {
        let time = fitting(view, Role::AccountManager, usual::pursuit(rules, deal.value));
        add(Action::Pursue(cards::Pursue { deal: deal.id, terms: QuoteTerms::default(), intent: intent(view, Some(deal)), time }));
        add(Action::Demo(cards::Demo { deal: deal.id }));
        add(Action::Design(cards::Design { deal: deal.id }));
        add(Action::Quote(cards::Quote { deal: deal.id, terms: QuoteTerms::default() }));
        add(Action::Decline(cards::Decline { deal: deal.id }));
    }
    add(Action::FreeCheck(cards::FreeCheck { customer }));
    if view.compliance != Compliance::Hide {
        add(Action::Gift(cards::Gift { customer, contact, amount: gift(view, customer, contact) }));
    }
    add(Action::Rebate(cards::Rebate { customer, amount: view.guide.rules.gifts.contact_limit.min(view.guide.rules.gifts.rebate_most).max(Fen(1)) }));
    add(Action::Handover(cards::Handover { customers: only() }));
    add(Action::WinBack(cards::WinBack { customer, concession: view.guide.rules.lifecycle.win_back_concession }));

    let role = performer(view, &Action::Care(cards::Care { visits: Vec::new() }));
    add(Action::Care(cards::Care { visits: vec![(customer, fitting(view, role, usual::care(rules, known.level)))] }));
    add(Action::Nurture(cards::Nurture { customers: only() }));
    add(Action::Check(cards::Check { customers: only() }));
    add(Action::Compensate(cards::Compensate { customer, share: compensation(view) }));
    add(Action::Survey(cards::Survey { customers: only() }));
    add(if known.pooled.is_some() {
        Action::TakeFromPool(cards::TakeFromPool { customers: only() })
    } else {
        Action::GiveToPool(cards::GiveToPool { customers: only() })
    });
    list
}

/// What the desk offers beside any one customer.
#[must_use]
pub fn desk_offers(view: &View) -> Vec<Offer> {
    if view.over {
        return Vec::new();
    }
    let rules = &view.guide.rules;
    let open: Minutes = view.tickets.iter().map(|t| t.minutes + rules.work.write_up).sum();
    let mut list = vec![
        Action::Exhibition(cards::Exhibition),
        Action::Summit(cards::Summit),
        Action::Prospect(cards::Prospect { time: fitting(view, Role::Developer, rules.planning.prospect_hours) }),
    ];
    list.extend(campaign(view));
    list.extend(view.tenders.iter().map(|t| Action::Bid(cards::Bid { tender: t.need.id, terms: bid_terms(t) })));
    list.extend([
        Action::Queue(cards::Queue { time: fitting(view, Role::Service, usual::queue(rules, open)), policy: QueuePolicy::default() }),
        Action::Forecast(cards::Forecast),
        Action::Article(cards::Article { class: article(view) }),
    ]);
    for &what in &view.guide.investments {
        if view.investments[what.index()].is_none() {
            list.push(Action::Invest(cards::Invest(what)));
        } else if investing::upkeep(&view.guide.rules.investments, what) > Fen::ZERO {
            list.push(Action::Close(cards::Close(what)));
        }
    }
    if !view.guide.channels.is_empty() {
        list.push(Action::Reception(cards::Reception { time: fitting(view, view.seat.role, usual::reception(rules, view.visitors).max(LEAST)) }));
    }
    list.extend(bundle(view));
    if tools::matter(&view.guide.rules.tools) {
        let whole = rules.tools.build_hours.min(rules.work.role_hours).half_hours();
        list.extend([Action::BuyCrm(cards::BuyCrm), Action::BuildCrm(cards::BuildCrm { time: fitting(view, view.seat.role, whole) })]);
    }
    if view.guide.keeps_stock() {
        list.push(purchase(view));
    }
    list.extend(nurtures(view));
    list.extend(claims(view));
    list.into_iter().map(|action| offer(view, Card { action, write_up: true })).collect()
}

/// The medium and industry with the most leads for a middling budget, target segments first; none without media.
pub(super) fn campaign(view: &View) -> Option<Action> {
    let rules = &view.guide.rules.campaigns;
    let budget = CAMPAIGN.clamp(rules.least, rules.most.max(rules.least));
    let target = |segment: IndustryId| view.strategy.as_ref().is_some_and(|s| s.segments.contains(&segment));
    let choices = (0..view.guide.media.len()).flat_map(|c| (0..view.guide.industries.len()).map(move |i| (MediumId::at(c), IndustryId::at(i))));
    let leads =
        |&(medium, segment): &(MediumId, IndustryId)| match estimate::estimate(view, &Action::Campaign(cards::Campaign { medium, segment, budget }), 1.0) {
            Estimate::Finds(leads) => leads,
            _ => 0.0,
        };
    let aimed = |choice: &(MediumId, IndustryId)| target(choice.1) && leads(choice) > 0.0;
    let best = choices.max_by(|a, b| aimed(a).cmp(&aimed(b)).then(leads(a).total_cmp(&leads(b))).then(b.cmp(a)));
    best.map(|(medium, segment)| Action::Campaign(cards::Campaign { medium, segment, budget }))
}

/// The bid handed in already, or what fits at the estimate, less where that lies above the ceiling.
#[must_use]
pub fn bid_terms(tender: &TenderView) -> QuoteTerms {
    if let Some(bid) = &tender.need.quote {
        return bid.terms(tender.need.due);
    }
    let price: Fen = tender.need.suggested.iter().map(|l| l.price.times(i64::from(l.quantity))).sum();
    let over = tender.need.budget.filter(|&ceiling| price > ceiling && price > Fen::ZERO).map_or(0.0, |c| 1.0 - c.0 as f64 / price.0 as f64);
    // whole per cents, the way people bid
    QuoteTerms { discount: ((over * 100.0).ceil() / 100.0).min(0.5), ..QuoteTerms::default() }
}

/// One card for the open deals that are in no plan yet, where there are more than decisions for them: dearest first, each with the
/// hours that a quote takes, as many as the free hours allow.
fn bundle(view: &View) -> Option<Action> {
    let rules = &view.guide.rules;
    let planned = |id| view.plan.iter().any(|c| c.card.action.pursuit_of(id).is_some());
    let mut open: Vec<&DealView> = view.deals.iter().filter(|d| d.open() && d.due >= view.round && !planned(d.id)).collect();
    if open.len() <= usize::from(rules.work.max_decisions) {
        return None;
    }
    open.sort_by_key(|d| (Reverse(d.value), d.id));
    let mut deals = many::fitting(view, open.iter().copied(), view.free(Role::AccountManager));
    if deals.is_empty() {
        // no hours left: the card says so
        deals.extend(open.first().map(|d| (d.id, many::time_for(view, d))));
    }
    Some(Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask }))
}

/// What is lacking most in money; a piece of the first product where nothing is.
fn purchase(view: &View) -> Action {
    let dearest = |&(product, pieces): &(ProductId, u32)| (goods::unit_cost(&view.guide, product).times(i64::from(pieces)), Reverse(product));
    let (product, quantity) = view.lacking().into_iter().max_by_key(dearest).unwrap_or((ProductId(0), 1));
    Action::Purchase(cards::Purchase { product, quantity, express: false })
}

/// One turn of the cultivator: those nobody has been in touch with longest.
fn nurtures(view: &View) -> Option<Action> {
    let mut there: Vec<_> = view.customers.iter().filter(|c| c.in_our_hands()).collect();
    there.sort_by_key(|c| (Reverse(c.silent_months), c.id));
    there.truncate(usize::from(view.guide.rules.cultivation.group));
    (!there.is_empty()).then(|| Action::Nurture(cards::Nurture { customers: there.iter().map(|c| c.id).collect() }))
}

/// All that lies in the pool, up to ten.
fn claims(view: &View) -> Option<Action> {
    const MOST: usize = 10;
    let customers: Vec<CustomerId> = view.pool.iter().take(MOST).map(|p| p.customer).collect();
    (!customers.is_empty()).then_some(Action::TakeFromPool(cards::TakeFromPool { customers }))
}

/// Any card, as the player has changed it: what it takes, what is missing, what it tends to do.
#[must_use]
pub fn offer(view: &View, card: Card) -> Offer {
    let role = performer(view, &card.action);
    offer_by(view, card, role)
}

/// The same, played by a role of one's choice.
#[must_use]
pub fn offer_by(view: &View, card: Card, role: Role) -> Offer {
    let (minutes, cost) = takes_outside(&card, &view.guide, role, |id| view.customer(id).map_or(Fen::ZERO, |c| c.last_amount));
    let share = card.action.share_of(&view.guide, role);
    Offer { role, minutes, cost, missing: lacks(view, &card.action), estimate: estimate::of_card(view, &card, share), card }
}

/// What a card still needs, with what the plan so far will bring.
fn lacks(view: &View, action: &Action) -> Vec<Missing> {
    let planned: Vec<&Card> = view.plan.iter().map(|c| &c.card).collect();
    let mut list = missing(action, &view.known, &planned, &planned);
    if view.plan.iter().any(|c| action.repeats(&c.card.action)) {
        list.push(Missing::Planned);
    }
    list
}

/// What a card asks for more of than there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// Working time: the role has only so much left for it.
    Hours(Minutes),
    /// Money.
    Cash,
}

/// Whether hours and money reach for an offered card; `changes`: it takes the place of that one in the plan. None where they do.
#[must_use]
pub fn beyond(view: &View, offer: &Offer, changes: Option<CardId>) -> Option<Beyond> {
    let before = view.plan.iter().find(|card| Some(card.id) == changes);
    // a card that goes to another role frees nothing there
    let own = before.filter(|card| card.role == offer.role);
    let free = view.free(offer.role) + own.map_or(Minutes::ZERO, |card| card.minutes);
    let money = view.spendable + before.map_or(Fen::ZERO, |card| card.cost);
    if offer.minutes > free {
        return Some(Beyond::Hours(free));
    }
    (offer.cost > Fen::ZERO && offer.cost > money).then_some(Beyond::Cash)
}

/// The same card by another of these roles, where whoever it belongs to has no hours left for it: by the one whose work counts most,
/// of equals the one with most hours to spare. None where nobody can step in.
#[must_use]
pub fn by_another(view: &View, offer: &Offer, roles: &[Role]) -> Option<Offer> {
    if !offer.missing.is_empty() || !matches!(beyond(view, offer, None), Some(Beyond::Hours(_))) {
        return None;
    }
    let share = |role: Role| offer.card.action.share_of(&view.guide, role);
    let others = roles.iter().copied().filter(|&role| role != offer.role && share(role) > 0.0);
    let able = others.map(|role| offer_by(view, offer.card.clone(), role)).filter(|other| beyond(view, other, None).is_none());
    able.max_by(|a, b| share(a.role).total_cmp(&share(b.role)).then(view.free(a.role).cmp(&view.free(b.role))).then(b.role.cmp(&a.role)))
}

/// The seat's own role if the card belongs to it, else the one it belongs to.
fn performer(view: &View, action: &Action) -> Role {
    let guide = &view.guide;
    if action.belongs(guide, view.seat.role) {
        return view.seat.role;
    }
    let theirs = guide.roles().iter().rev().find(|&&role| action.belongs(guide, role));
    theirs.copied().unwrap_or(view.seat.role)
}

/// The deal that a customer's cards are about: the one furthest along, the one due first among equals.
#[must_use]
pub fn best_deal(view: &View, customer: CustomerId) -> Option<&DealView> {
    view.open_deals(customer).min_by_key(|d| (Reverse(d.stage), d.due, d.id))
}

/// Whether an action is work on a deal.
#[must_use]
pub fn serves(action: &Action, deal: NeedId) -> bool {
    match action {
        Action::Pursue(cards::Pursue { deal: served, .. })
        | Action::Demo(cards::Demo { deal: served })
        | Action::Design(cards::Design { deal: served })
        | Action::Decline(cards::Decline { deal: served })
        | Action::Quote(cards::Quote { deal: served, .. }) => *served == deal,
        Action::Call(cards::Call { deal: served, .. }) => *served == Some(deal),
        Action::PursueMany(cards::PursueMany { deals, .. }) => deals.iter().any(|(served, _)| *served == deal),
        _ => false,
    }
}

/// Questions in large deals; a push only in small ones that are quoted.
fn intent(view: &View, deal: Option<&DealView>) -> Intent {
    let selling = &view.guide.rules.selling;
    match deal {
        Some(deal) if deal.value >= selling.large_deal => Intent::Ask,
        Some(deal) if deal.value < selling.small_deal && deal.stage >= 5 => Intent::Close,
        _ => Intent::Inform,
    }
}

/// `wanted`, or what is left of the role's hours if that is less but still worth a card.
fn fitting(view: &View, role: Role, wanted: Minutes) -> Minutes {
    let free = (view.free(role) - view.guide.rules.work.write_up).half_hours();
    let most = view.guide.rules.work.role_hours.half_hours();
    if free >= LEAST { wanted.min(free) } else { wanted }.min(most)
}

/// What the policy still allows for this contact; the whole limit (a breach) once that is used up.
fn gift(view: &View, customer: CustomerId, contact: ContactId) -> Fen {
    let rules = &view.guide.rules.gifts;
    let whole = rules.contact_limit.min(rules.most).max(Fen(1));
    let Some(customer) = view.customer(customer) else { return whole };
    let lawful = customer.lawful_gift(rules, contact, whole);
    if lawful > Fen::ZERO { lawful } else { whole }
}

/// The least share that brings the most satisfaction, within the cap.
fn compensation(view: &View) -> f64 {
    let rules = &view.guide.rules.service;
    let enough = if rules.compensation_gain > 0.0 { rules.compensation_most / rules.compensation_gain / 100.0 } else { rules.compensation_cap };
    enough.min(rules.compensation_cap)
}

/// The class in which an article saves most: by work done so far, where another one still helps.
fn article(view: &View) -> Severity {
    let rules = &view.guide.rules.service;
    let full = |class: Severity| f64::from(view.articles[class.index()]) * rules.article_saves >= rules.article_floor;
    let work = |class: Severity| view.solved[class.index()].saturating_mul(rules.class_hours[class.index()].0.unsigned_abs());
    let ready = |class: Severity| view.solved[class.index()] >= u32::from(rules.article_needs);
    [Severity::Critical, Severity::Major, Severity::Minor].into_iter().max_by_key(|&c| (!full(c), ready(c), work(c))).unwrap_or(Severity::Minor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::planning::command::Command;
    use crate::sim::terms::Reject;
    use crate::sim::testing::{game, seat};
    use crate::sim::view::view_now;
    use crate::sim::{apply, resolve};

    fn all(state: &Game, role: Role) -> Vec<Offer> {
        let view = view_now(state, seat(0, role));
        let mut list = desk_offers(&view);
        list.extend(view.customers.iter().flat_map(|c| offers(&view, c.id)));
        list
    }

    /// An offer with nothing missing can be played, hours, cash and decisions permitting; one with something missing cannot.
    #[test]
    fn offers_and_plan_agree() {
        let (mut playable, mut refused) = (0, 0);
        for role in Role::CORE {
            let mut state = game(11, 1);
            for _ in 0..11 {
                for offer in all(&state, role).into_iter().filter(|o| o.role == role) {
                    let mut copy = state.clone();
                    let answer = apply(&mut copy, seat(0, role), Command::Add(offer.card.clone()));
                    let short = matches!(answer, Err(Reject::NotEnoughHours | Reject::NotEnoughCash | Reject::TooManyDecisions));
                    if offer.missing.is_empty() {
                        playable += 1;
                        assert!(answer.is_ok() || short, "{offer:?}: {answer:?}");
                    } else {
                        refused += 1;
                        assert!(matches!(answer, Err(Reject::Missing(_))), "{offer:?}: {answer:?}");
                    }
                }
                resolve(&mut state);
            }
        }
        assert!(playable > 200 && refused > 200, "{playable} {refused}");
    }

    #[test]
    fn what_an_offer_takes_is_what_the_plan_books() {
        let mut state = game(3, 1);
        let role = Role::Developer;
        assert_eq!(apply(&mut state, seat(0, role), Command::Clear), Ok(()));
        let offer = all(&state, role).into_iter().find(|o| o.card.action == Action::Exhibition(cards::Exhibition)).expect("the exhibition is on");
        assert_eq!(apply(&mut state, seat(0, role), Command::Add(offer.card.clone())), Ok(()));
        let card = state.desks[0].plan.iter().find(|c| c.card == offer.card).expect("planned");
        assert_eq!((card.minutes, card.cost), (offer.minutes, offer.cost));
        let again = all(&state, role).into_iter().find(|o| o.card.action == Action::Exhibition(cards::Exhibition)).expect("still offered");
        assert_eq!(again.missing, [Missing::Planned]);
    }

    #[test]
    fn tendencies_are_sane_and_name_the_breach() {
        let mut state = game(5, 1);
        for _ in 0..5 {
            resolve(&mut state);
        }
        for offer in all(&state, Role::AccountManager) {
            match offer.estimate {
                Estimate::Advance(p) | Estimate::Wins(p) | Estimate::WinsBack(p) | Estimate::FindsNeed(p) | Estimate::Referral(p) => {
                    assert!((0.0..=1.0).contains(&p), "{offer:?}");
                }
                Estimate::Finds(n) => assert!((0.0..=20.0).contains(&n), "{offer:?}"),
                Estimate::Solves { tickets, in_time, of } => assert!(in_time <= tickets && tickets <= of),
                Estimate::Breach => panic!("nothing was given yet: {offer:?}"),
                _ => {}
            }
        }
        let view = view_now(&state, seat(0, Role::AccountManager));
        let customer = view.customers[0].id;
        let card = Card { action: Action::Gift(cards::Gift { customer, contact: ContactId(0), amount: Fen::yuan(1_000) }), write_up: false };
        assert_eq!(offer(&view, card).estimate, Estimate::Breach);
    }

    #[test]
    fn a_game_that_is_over_offers_nothing() {
        let mut state = game(5, 1);
        while !state.over() {
            resolve(&mut state);
        }
        assert!(all(&state, Role::Service).is_empty());
    }
}
