//! Cards in words: what an action is called, whom it is for, what it may be expected to do, why it cannot be played.

use super::wording::Prose;
use super::writing::{or_dash, shorten};
use super::{names, open_deals, tenders};
use crate::advice::chances::{self, Barred};
use crate::advice::estimate;
use crate::advice::offer::{self, Beyond, Offer};
use crate::sim::cards::{self, Action, Card, CardId, Estimate};
use crate::sim::knowledge::DealView;
use crate::sim::scenario::Investment;
use crate::sim::terms::Missing;
use crate::sim::units::{CustomerId, Fen, Minutes};
use crate::words::{self, Lang, signed};

/// What an action is called, without whom it is for.
#[must_use]
pub fn name(prose: &Prose, action: &Action) -> String {
    called(prose, action.key())
}

/// What a card of this key is called.
#[must_use]
pub fn called(prose: &Prose, key: &str) -> String {
    prose.say(&format!("card-{key}"))
}

/// What an action is for, in one sentence.
#[must_use]
pub fn purpose(prose: &Prose, action: &Action) -> String {
    prose.say(&format!("card-{}-why", action.key()))
}

/// The second line of a card on a customer's sheet: with whom, how, about what.
#[must_use]
pub fn detail(prose: &Prose, action: &Action) -> String {
    match action {
        Action::Call(cards::Call { customer, contact, intent, .. }) if prose.contact(*customer, *contact) == prose.customer(*customer) => {
            prose.say(names::intent(*intent))
        }
        Action::Call(cards::Call { customer, contact, intent, .. }) => {
            let args = [("contact", prose.contact(*customer, *contact).into()), ("intent", prose.say(names::intent(*intent)).into())];
            prose.say_with("card-call-detail", &args)
        }
        Action::Pursue(cards::Pursue { deal, .. })
        | Action::Demo(cards::Demo { deal })
        | Action::Quote(cards::Quote { deal, .. })
        | Action::Decline(cards::Decline { deal })
        | Action::Design(cards::Design { deal }) => prose.deal(*deal),
        Action::PursueMany(cards::PursueMany { deals, .. }) => prose.say_with("card-pursue-many-detail", &[("count", deals.len().into())]),
        Action::Queue(cards::Queue { policy, .. }) => prose.say(names::policy(*policy)),
        Action::Article(cards::Article { class }) => prose.say_with("card-article-detail", &[("class", prose.say(names::severity(*class)).into())]),
        Action::Purchase(cards::Purchase { product, quantity, .. }) => prose.pieces(*product, *quantity),
        Action::Hire(cards::Hire { role }) => prose.role(*role),
        Action::Train(cards::Train { role, person }) => prose.person(*role, *person),
        Action::Gift(cards::Gift { customer, contact, amount }) => {
            let args = [("contact", prose.contact(*customer, *contact).into()), ("amount", prose.money(*amount).into())];
            prose.say_with("card-gift-detail", &args)
        }
        Action::Campaign(cards::Campaign { medium, segment, .. }) => format!("{} · {}", prose.medium(*medium), prose.industry(*segment)),
        Action::Bid(cards::Bid { tender, .. }) => tenders::of(prose, *tender),
        Action::Rebate(cards::Rebate { amount, .. }) => prose.money(*amount),
        // on one line beside what it tends to do; what it is for in full is told in the editor
        Action::Research(_) => prose.say("card-research-detail"),
        Action::Nurture(_) => prose.say("card-nurture-detail"),
        Action::Reception(_) => prose.say("card-reception-detail"),
        Action::BuyCrm(cards::BuyCrm) => prose.say("card-buy-crm-detail"),
        Action::BuildCrm(_) => prose.say("card-build-crm-detail"),
        Action::TakeFromPool(_) => prose.say("card-take-detail"),
        Action::Invest(cards::Invest(Investment::CallCentre)) => prose.say("card-call-centre-detail"),
        Action::Invest(cards::Invest(Investment::WebPlatform)) => prose.say("card-web-platform-detail"),
        _ => purpose(prose, action),
    }
}

/// A card in the plan: one short line saying what and for whom.
#[must_use]
pub fn planned(prose: &Prose, card: &Card) -> String {
    let action = &card.action;
    let who = action.customers();
    let verb = name(prose, action);
    match (action, who.as_slice()) {
        // a person who buys for himself is named once
        (Action::Call(cards::Call { customer, contact, .. }), _) if prose.contact(*customer, *contact) == prose.customer(*customer) => {
            prose.say_with("plan-one", &[("verb", prose.say("card-call").into()), ("customer", prose.customer(*customer).into())])
        }
        (Action::Call(cards::Call { customer, contact, .. }), _) => {
            let args = [("contact", prose.contact(*customer, *contact).into()), ("customer", short_customer(prose, *customer).into())];
            prose.say_with("plan-call", &args)
        }
        (Action::Queue(cards::Queue { policy, .. }), _) => prose.say_with("plan-queue", &[("policy", prose.say(names::policy(*policy)).into())]),
        (Action::Purchase(cards::Purchase { product, quantity, .. }), _) => {
            prose.say_with("plan-purchase", &[("goods", prose.pieces(*product, *quantity).into())])
        }
        (Action::Article(cards::Article { class }), _) => prose.say_with("plan-article", &[("class", prose.say(names::severity(*class)).into())]),
        (Action::Pursue(cards::Pursue { deal, .. }), _) => {
            prose.say_with("plan-one", &[("verb", prose.say("plan-pursue").into()), ("customer", short_customer(prose, deal.customer).into())])
        }
        (Action::PursueMany(cards::PursueMany { deals, .. }), _) => prose.say_with("plan-pursue-many", &[("count", deals.len().into())]),
        (Action::Hire(cards::Hire { role }), _) => prose.say_with("plan-one", &[("verb", verb.into()), ("customer", prose.role(*role).into())]),
        (Action::Train(cards::Train { role, person }), _) => {
            prose.say_with("plan-one", &[("verb", verb.into()), ("customer", prose.person(*role, *person).into())])
        }
        (Action::Handover(cards::Handover { customers }), _) => {
            prose.say_with("plan-many", &[("verb", prose.say("plan-handover").into()), ("count", customers.len().into())])
        }
        (Action::Campaign(cards::Campaign { medium, .. }), _) => {
            prose.say_with("plan-one", &[("verb", verb.into()), ("customer", prose.medium(*medium).into())])
        }
        (Action::Bid(cards::Bid { tender, .. }), _) => {
            let buyer = prose.view.tender(*tender).map(|t| shorten(&prose.text(&t.buyer), 12)).unwrap_or_default();
            prose.say_with("plan-one", &[("verb", verb.into()), ("customer", buyer.into())])
        }
        (_, []) => verb,
        (_, [one]) => prose.say_with("plan-one", &[("verb", verb.into()), ("customer", short_customer(prose, *one).into())]),
        (_, many) => prose.say_with("plan-many", &[("verb", verb.into()), ("count", many.len().into())]),
    }
}

fn short_customer(prose: &Prose, id: CustomerId) -> String {
    // Long names break over two lines in the tray; the first word or four signs say who it is.
    let name = prose.customer(id);
    match prose.lang {
        Lang::En => {
            let words: Vec<&str> = name.split_whitespace().collect();
            if words.len() > 2 { words[..2].join(" ") } else { name }
        }
        Lang::Zh => shorten(&name, 8),
    }
}

/// So many leads may be expected, with the numbers between which four of five searches end: each of many is found or not by its own luck.
#[must_use]
pub fn finds(prose: &Prose, key: &str, leads: f64) -> String {
    let spread = 1.28 * leads.max(0.0).sqrt();
    let whole = |number: f64| words::decimal(number, 0);
    let told = words::decimal(leads, if leads < 2.0 { 1 } else { 0 });
    let args = [("leads", told.into()), ("low", whole((leads - spread).max(0.0)).into()), ("high", whole(leads + spread).into())];
    prose.say_with(key, &args)
}

/// What a card may be expected to do, in a few words.
#[must_use]
pub fn estimate(prose: &Prose, tendency: &Estimate) -> String {
    let share = |value: f64| prose.percent(value);
    // nothing that luck decides is sure, or out of the question
    let chance = |value: f64| prose.chance(value);
    let number = |value: f64| words::decimal(value, 1);
    match *tendency {
        Estimate::Advance(p) => prose.say_with("estimate-advance", &[("chance", chance(p).into())]),
        Estimate::Finds(n) => finds(prose, "estimate-finds", n),
        Estimate::FindsNeed(p) => prose.say_with("estimate-need", &[("chance", chance(p).into())]),
        Estimate::Fit(points) => prose.say_with("estimate-fit", &[("points", signed(points, 1).into())]),
        Estimate::Records(points) => prose.say_with("estimate-records", &[("points", signed(points, 0).into())]),
        Estimate::Mends { negative, trust } => {
            if negative >= 0.05 {
                prose.say_with("estimate-mends", &[("negative", number(negative).into()), ("trust", signed(trust, 1).into())])
            } else {
                prose.say_with("estimate-trust", &[("points", signed(trust, 1).into())])
            }
        }
        Estimate::Wins(p) => prose.say_with("estimate-wins", &[("chance", chance(p).into())]),
        Estimate::Solves { tickets, in_time, of } => {
            prose.say_with("estimate-solves", &[("tickets", tickets.into()), ("in-time", in_time.into()), ("of", of.into())])
        }
        Estimate::Saves(saved) => prose.say_with("estimate-saves", &[("share", share(saved).into())]),
        Estimate::Satisfies(points) => prose.say_with("estimate-satisfies", &[("points", signed(points, 0).into())]),
        Estimate::Trust(points) => prose.say_with("estimate-trust", &[("points", signed(points, 1).into())]),
        Estimate::Breach => prose.say("estimate-breach"),
        Estimate::WinsBack(p) => prose.say_with("estimate-wins-back", &[("chance", chance(p).into())]),
        Estimate::Shows => prose.say("estimate-shows"),
        Estimate::Referral(p) => prose.say_with("estimate-referral", &[("chance", chance(p).into())]),
        Estimate::Receives { names, of } => prose.say_with("estimate-receives", &[("number", number(names).into()), ("of", of.into())]),
        Estimate::WinsMany(n) => prose.say_with("estimate-wins-many", &[("number", number(n).into())]),
        Estimate::Integrates(p) => prose.say_with("estimate-integrates", &[("chance", chance(p).into())]),
        Estimate::SelfServes(part) => prose.say_with("estimate-self-serves", &[("share", share(part).into())]),
        Estimate::Spares(amount) => prose.say_with("estimate-spares", &[("amount", prose.money_short(amount).into())]),
        Estimate::Arrives(round) => prose.say_with("estimate-arrives", &[("month", prose.month_name(round).into())]),
        Estimate::Hours(time) => prose.say_with("estimate-hours", &[("hours", prose.hours(time).into())]),
        Estimate::Skill(points) => prose.say_with("estimate-skill", &[("points", signed(points, 0).into())]),
        Estimate::Opens => prose.say("estimate-opens"),
        Estimate::Frees => prose.say("estimate-frees"),
        Estimate::Files(amount) => prose.say_with("estimate-files", &[("amount", prose.money_short(amount).into())]),
    }
}

/// What an offered card may be expected to do, in a few words; what a card shows is named by the card.
#[must_use]
pub fn tends(prose: &Prose, offer: &Offer) -> String {
    if let Some(told) = chance_of(prose, offer) {
        return told;
    }
    match (&offer.card.action, offer.estimate) {
        (_, Estimate::Advance(_)) if is_mere_contact(offer) => prose.say("estimate-contact"),
        (Action::Qualify(_), Estimate::Shows) => prose.say("estimate-qualifies"),
        (Action::Survey(_), Estimate::Shows) => prose.say("estimate-shows"),
        // nobody knows what becomes of it
        (_, Estimate::Shows) => or_dash(None),
        (Action::Research(_), Estimate::FindsNeed(p)) => prose.say_with("estimate-hidden", &[("chance", prose.chance(p).into())]),
        (Action::Queue(_), tendency) => {
            let late = prose.view.tickets.iter().filter(|ticket| ticket.rounds_open > 0).count();
            let told = estimate(prose, &tendency);
            if late > 0 { prose.say_with("estimate-late-already", &[("told", told.into()), ("count", late.into())]) } else { told }
        }
        (action, Estimate::Trust(points) | Estimate::Mends { trust: points, .. }) if action.customers().len() > 1 => {
            let each = prose.say_with("estimate-trust-each", &[("points", signed(points / action.customers().len() as f64, 1).into())]);
            match offer.estimate {
                Estimate::Mends { negative, .. } if negative >= 0.05 => {
                    prose.say_with("estimate-mends-each", &[("negative", words::decimal(negative, 1).into()), ("each", each.into())])
                }
                _ => each,
            }
        }
        (_, tendency) => estimate(prose, &tendency),
    }
}

/// What a pursuit or a quote makes of the chance beside all else that is planned for the deal; where it makes no difference, that it
/// leaves the chance as it is. None of other cards, and where no quote comes of it.
fn chance_of(prose: &Prose, offer: &Offer) -> Option<String> {
    let (Action::Pursue(cards::Pursue { deal, .. }) | Action::Quote(cards::Quote { deal, .. })) = &offer.card.action else { return None };
    let deal = prose.view.deal(*deal).filter(|deal| deal.open())?;
    let then = chances::with(prose.view, deal, offer.role, &offer.card);
    if then.barred == Some(Barred::NoSupport) {
        return Some(prose.say("deals-strip-no-support"));
    }
    let then = then.range?.likely;
    let before = chances::without(prose.view, deal, &offer.card).range.map(|range| range.likely);
    let chance = |chance: f64| prose.chance(chance);
    Some(match before {
        Some(before) if chance(before) == chance(then) => prose.say_with("estimate-stays", &[("chance", chance(then).into())]),
        Some(before) => prose.say_with("estimate-moves", &[("before", chance(before).into()), ("chance", chance(then).into())]),
        None => prose.say_with("estimate-wins", &[("chance", open_deals::figure(prose, deal, then).into())]),
    })
}

/// A talk that serves no deal moves none on.
const fn is_mere_contact(offer: &Offer) -> bool {
    matches!(&offer.card.action, Action::Call(cards::Call { deal: None, .. }))
}

/// The same in full, a line each, as it stands under a card that is being set: what the hours change, and what they do not.
#[must_use]
pub fn outlook(prose: &Prose, offer: &Offer) -> Vec<String> {
    let mut told = Vec::new();
    if is_mere_contact(offer) {
        return vec![prose.say("outlook-contact")];
    }
    if let (Action::Call(call), Estimate::Advance(chance)) = (&offer.card.action, offer.estimate) {
        told.push(prose.say_with("outlook-advance", &[("chance", prose.chance(chance).into())]));
        let share = offer.card.action.share_of(&prose.view.guide, offer.role);
        if let Some([now, after]) = estimate::support(prose.view, call, share) {
            let args = [
                ("contact", prose.contact(call.customer, call.contact).into()),
                ("now", prose.percent(now).into()),
                ("after", prose.percent(after).into()),
                ("hours", prose.hours(call.time).into()),
            ];
            told.push(prose.say_with("outlook-support", &args));
        }
    } else {
        told.push(tends(prose, offer));
    }
    told
}

/// What the words of an offer's estimate mean, where a newcomer may ask; none where they say it.
#[must_use]
pub fn meaning_of(prose: &Prose, offer: &Offer) -> Option<String> {
    if is_mere_contact(offer) { None } else { meaning(prose, &offer.estimate) }
}

/// What the words of an estimate mean; none where they say it.
#[must_use]
pub fn meaning(prose: &Prose, tendency: &Estimate) -> Option<String> {
    let key = match tendency {
        Estimate::Advance(_) => "estimate-advance-hint",
        Estimate::Wins(_) | Estimate::WinsMany(_) => "estimate-wins-hint",
        Estimate::Fit(_) => "estimate-fit-hint",
        Estimate::Records(_) => "estimate-records-hint",
        Estimate::Mends { .. } => "estimate-mends-hint",
        Estimate::Trust(_) => "estimate-trust-hint",
        Estimate::Finds(_) => "estimate-finds-hint",
        Estimate::FindsNeed(_) => "estimate-need-hint",
        _ => return None,
    };
    Some(prose.say(key))
}

/// What a quote promises above or below what will be delivered, with its unit: `+10 points`.
#[must_use]
pub fn promise(prose: &Prose, points: f64) -> String {
    prose.say_with("quote-promise-points", &[("points", signed(points, 0).into())])
}

/// What a promise of so many points does to what the customer expects, in a sentence.
#[must_use]
pub fn promise_means(prose: &Prose, points: f64) -> String {
    let size = words::decimal(points.abs(), 0);
    let key = if points >= 0.5 {
        "quote-promise-over"
    } else if points <= -0.5 {
        "quote-promise-under"
    } else {
        "quote-promise-honest"
    };
    prose.say_with(key, &[("points", size.into())])
}

/// What a deal asks for, how many and for how much, as far as it is known.
#[must_use]
pub fn need(prose: &Prose, deal: &DealView) -> String {
    let budget = deal.budget.map_or_else(|| prose.say("quote-budget-unknown"), |budget| prose.money(budget));
    if deal.quantity == 0 {
        return prose.say("quote-need-unnamed");
    }
    let args = [("need", prose.deal(deal.id).into()), ("quantity", deal.quantity.into()), ("budget", budget.into())];
    prose.say_with("quote-need-text", &args)
}

/// Why the hours or the money do not reach for a card; `changes`: it takes the place of that one in the plan. Said before it
/// is asked for, and refused.
#[must_use]
pub fn beyond_means(prose: &Prose, offer: &Offer, changes: Option<CardId>) -> Option<String> {
    Some(match offer::beyond(prose.view, offer, changes)? {
        Beyond::Hours(left) if left > Minutes::ZERO => prose.say_with("offers-no-hours", &[("hours", prose.hours(left).into())]),
        Beyond::Hours(_) => prose.say("offers-no-hours-left"),
        Beyond::Cash => prose.missing(&[Missing::Cash]),
    })
}

/// Money that a card costs; none where it costs nothing. Before a pursuit nobody knows how many calls it comes to, and whether to
/// a demo, nor before a search how many are found: what is told is what it will likely come to.
#[must_use]
pub fn money(prose: &Prose, card: &Card, planned: Fen) -> Option<String> {
    match estimate::outlay(prose.view, &card.action) {
        Some(likely) if likely > planned => Some(prose.say_with("card-cost-about", &[("amount", prose.money_short(likely).into())])),
        _ => (planned > Fen::ZERO).then(|| prose.money_short(planned)),
    }
}

/// What a card costs from now on: money, and the wages of whoever is hired, after a dot each; empty where it costs nothing.
#[must_use]
pub fn price(prose: &Prose, offer: &Offer) -> String {
    let wage = || prose.say_with("card-cost-wage", &[("wage", prose.money_short(prose.view.guide.rules.work.wage).into())]);
    let wage = matches!(offer.card.action, Action::Hire(_)).then(wage);
    money(prose, &offer.card, offer.cost).into_iter().chain(wage).map(|part| format!(" · {part}")).collect()
}

/// Hours, money, and the skill that training brings; what the others do stands beside them.
#[must_use]
pub fn takes(prose: &Prose, offer: &Offer) -> String {
    let cost = price(prose, offer);
    let skill = if matches!(offer.estimate, Estimate::Skill(_)) { format!(" · {}", estimate(prose, &offer.estimate)) } else { String::new() };
    format!("{}{cost}{skill}", prose.hours(offer.minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::view::View;

    #[test]
    fn a_card_says_what_it_shows_and_no_other() {
        let view = noted(&played(1, 4));
        let customer = view.customers[0].id;
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            let told = |is: fn(&Action) -> bool| {
                let all = offer::offers(&view, customer);
                all.iter().find(|o| is(&o.card.action)).map(|o| tends(&prose, o)).unwrap_or_default()
            };
            assert_eq!(told(|a| matches!(a, Action::Survey(_))), prose.say("estimate-shows"));
            assert_eq!(told(|a| matches!(a, Action::Qualify(_))), prose.say("estimate-qualifies"));
            assert_ne!(prose.say("estimate-qualifies"), prose.say("estimate-shows"));
        }
    }

    #[test]
    fn points_and_chances_have_a_unit() {
        let view = noted(&played(1, 1));
        let (en, zh) = (Prose::new(&view, Lang::En), Prose::new(&view, Lang::Zh));
        assert_eq!((promise(&en, 10.0), promise(&zh, -5.0)), ("+10 points".to_owned(), "−5 分".to_owned()));
        assert!(promise_means(&en, 10.0).contains("expect 10 points more") && promise_means(&zh, -5.0).contains("低 5 分"));
        assert_eq!(promise_means(&en, 0.0), en.say("quote-promise-honest"));
        assert_eq!(
            (estimate(&en, &Estimate::Advance(0.47)), estimate(&zh, &Estimate::Advance(0.47))),
            ("47% to move on".to_owned(), "47% 取得进展".to_owned())
        );
        // and none of them is sure
        assert_eq!((estimate(&en, &Estimate::Wins(0.0)), estimate(&en, &Estimate::Wins(1.0))), ("1% to win".to_owned(), "99% to win".to_owned()));
        assert!(meaning(&en, &Estimate::Advance(0.47)).is_some_and(|hint| hint.contains("not the hours")));
    }

    #[test]
    fn a_need_that_nobody_has_named_is_no_number_of_pieces() {
        let mut view = noted(&played(1, 4));
        let deal = view.deals.iter_mut().find(|d| d.quantity > 0).expect("a confirmed need");
        let id = deal.id;
        let told = |view: &View, lang| need(&Prose::new(view, lang), view.deal(id).expect("there"));
        assert!(told(&view, Lang::En).contains('×'));
        let deal = view.deals.iter_mut().find(|d| d.id == id).expect("there");
        (deal.quantity, deal.class, deal.budget) = (0, None, None);
        for lang in Lang::ALL {
            let text = told(&view, lang);
            assert!(!text.contains('×') && !text.contains('0'), "{text}");
        }
        assert_eq!(Prose::new(&view, Lang::Zh).deal(id), "尚未问清的需求");
    }
}
