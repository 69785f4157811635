//! What to try next: what cost this game most, the dearest first, each with whom, when, how much, and what to do instead.

use crate::insight::costliest::{Costly, Group, Leaving, Why, costliest};
use crate::prose::{Prose, forecasts, names, writing};
use crate::sim::journal::report::BidTerm;
use crate::sim::score::lost_by_unfiled;
use crate::sim::units::{Fen, NeedId};

/// The most points told.
pub const MOST: usize = 5;

/// One point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// What it was, with the customer and the month.
    pub title: String,
    /// What it cost, estimated; empty where it is no money.
    pub amount: String,
    /// How often, and the chance that was given away; may be empty.
    pub told: String,
    /// What to do instead.
    pub instead: String,
}

/// What cost most, five points at most, and those of a different kind: where there are fewer, forecasts that nobody filed; gifts above
/// the limit that nobody has found.
/// `rank`: the place of the team among all, from 1.
#[must_use]
pub fn lessons(prose: &Prose, rank: Option<u16>) -> Vec<Lesson> {
    let mut list: Vec<Lesson> = costliest(prose.view).iter().take(MOST).map(|group| lesson(prose, group)).collect();
    if list.len() < MOST {
        list.extend(unfiled(prose));
    }
    list.extend(unfound(prose));
    if list.is_empty() {
        let title = prose.say(if rank == Some(1) { "lesson-best" } else { "lesson-more" });
        list.push(Lesson { title, amount: String::new(), told: String::new(), instead: String::new() });
    }
    list
}

fn lesson(prose: &Prose, group: &Group) -> Lesson {
    let Some(dearest) = group.items.first() else { return Lesson { title: String::new(), amount: String::new(), told: String::new(), instead: String::new() } };
    let key = key(group.why);
    let args = [
        ("customer", dearest.customer.map_or_else(String::new, |customer| prose.customer(customer)).into()),
        ("need", dearest.deal.map_or_else(String::new, |deal| need(prose, deal)).into()),
        ("month", prose.month_name(dearest.round).into()),
        ("term", what(prose, group.why).into()),
    ];
    let instead = instead(prose, group.why);
    Lesson { title: prose.say_with(&format!("costly-{key}"), &args), amount: about(prose, group.total()), told: told(prose, group, dearest), instead }
}

/// What to do so that it does not happen again.
#[must_use]
pub fn instead(prose: &Prose, why: Why) -> String {
    match why {
        Why::Weak(term) => prose.say(term_key(term)),
        _ => prose.say(&format!("costly-{}-instead", key(why))),
    }
}

/// The chance given away, and how many more there were.
fn told(prose: &Prose, group: &Group, dearest: &Costly) -> String {
    let mut parts = Vec::new();
    if let Some([had, could]) = dearest.chances {
        let key = match group.why {
            Why::Discount => "costly-chance-spare",
            Why::Unquoted => "costly-chance-none",
            _ if had == 0.0 => "costly-chance-kept-out",
            _ => "costly-chance",
        };
        parts.push(prose.say_with(key, &[("had", prose.chance(had).into()), ("could", prose.chance(could).into())]));
    }
    if group.items.len() > 1 {
        let args = [("count", group.items.len().into()), ("most", prose.money_short(dearest.cost).into())];
        parts.push(prose.say_with("costly-in-all", &args));
    }
    parts.join(if prose.lang == crate::words::Lang::Zh { "" } else { " " })
}

/// An estimate: about so much.
fn about(prose: &Prose, amount: Fen) -> String {
    prose.say_with("costly-about", &[("amount", prose.money_short(amount).into())])
}

/// What a deal was about, in the middle of a sentence.
fn need(prose: &Prose, deal: NeedId) -> String {
    writing::small(&prose.deal(deal))
}

/// What was weak, or lies in the stock.
fn what(prose: &Prose, why: Why) -> String {
    match why {
        Why::Weak(term) => prose.say(names::bid_term(term)),
        Why::Stock(product) => prose.product(product),
        _ => String::new(),
    }
}

/// The keys of a reason's texts begin with `costly-` and this.
#[must_use]
pub const fn key(why: Why) -> &'static str {
    match why {
        Why::Unquoted => "unquoted",
        Why::NoSupport => "no-support",
        Why::Veto => "veto",
        Why::Weak(_) => "weak",
        Why::NoGoods => "no-goods",
        Why::Discount => "discount",
        Why::Left(leaving) => match leaving {
            Leaving::Tickets => "left-tickets",
            Leaving::Promises => "left-promises",
            Leaving::Silence => "left-silence",
            Leaving::Trust => "left-trust",
            Leaving::Satisfaction => "left-satisfaction",
            Leaving::Rival => "left-rival",
            Leaving::Contract => "left-contract",
            Leaving::Staff => "left-staff",
            Leaving::NoOrder => "left-no-order",
        },
        Why::Tickets => "tickets",
        Why::Promises => "promises",
        Why::Silence => "silence",
        Why::Penalty => "penalty",
        Why::Stock(_) => "stock",
        Why::Visitors => "visitors",
        Why::Fine => "fine",
    }
}

/// What to do about a term of a bid.
#[must_use]
pub const fn term_key(term: BidTerm) -> &'static str {
    match term {
        BidTerm::Support => "costly-weak-support",
        BidTerm::Trust => "costly-weak-trust",
        BidTerm::Satisfaction => "costly-weak-satisfaction",
        BidTerm::Commitment => "costly-weak-commitment",
        BidTerm::Promise => "costly-weak-promise",
        BidTerm::Reputation => "costly-weak-reputation",
        BidTerm::Price => "costly-weak-price",
        BidTerm::Budget => "costly-weak-budget",
        BidTerm::Fit => "costly-weak-fit",
        BidTerm::Shock => "costly-weak-shock",
        BidTerm::Delivery => "costly-weak-delivery",
    }
}

/// Gifts above the limit that nobody has found: luck, and no less a breach.
fn unfound(prose: &Prose) -> Option<Lesson> {
    let count = prose.view.breaches[1];
    if count == 0 {
        return None;
    }
    let rules = &prose.view.guide.rules.score;
    let title = prose.say_with("costly-breach", &[("count", count.into())]);
    let points = rules.weights[4] * (1.0 - rules.breach_share);
    // once one was found nothing is left to lose by the others
    let told =
        if prose.view.breaches[0] > 0 { String::new() } else { prose.say_with("costly-breach-points", &[("points", crate::words::decimal(points, 0).into())]) };
    Some(Lesson { title, amount: String::new(), told, instead: prose.say("costly-fine-instead") })
}

/// Forecasts that nobody filed, and the points that went with them.
fn unfiled(prose: &Prose) -> Option<Lesson> {
    let months = prose.view.past.months.len();
    let missing = forecasts::unfiled(prose);
    if missing == 0 {
        return None;
    }
    let points = lost_by_unfiled(prose.view.guide.rules.score.weights[3], missing, months);
    let told = prose.say_with("costly-forecast-points", &[("points", crate::words::decimal(points, 1).into())]);
    let title = prose.say_with("costly-forecast", &[("count", missing.into()), ("months", months.into())]);
    Some(Lesson { title, amount: String::new(), told, instead: prose.say("costly-forecast-instead") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::words::Lang;

    #[test]
    fn every_reason_is_told_with_what_to_do_instead() {
        use crate::sim::units::{CustomerId, ProductId, Round};
        let leavings = [
            Leaving::Tickets,
            Leaving::Promises,
            Leaving::Silence,
            Leaving::Trust,
            Leaving::Satisfaction,
            Leaving::Rival,
            Leaving::Contract,
            Leaving::Staff,
            Leaving::NoOrder,
        ];
        let terms = [
            BidTerm::Support,
            BidTerm::Trust,
            BidTerm::Satisfaction,
            BidTerm::Commitment,
            BidTerm::Promise,
            BidTerm::Reputation,
            BidTerm::Price,
            BidTerm::Budget,
            BidTerm::Fit,
            BidTerm::Shock,
            BidTerm::Delivery,
        ];
        let plain = [
            Why::Unquoted,
            Why::NoSupport,
            Why::Veto,
            Why::NoGoods,
            Why::Discount,
            Why::Tickets,
            Why::Promises,
            Why::Silence,
            Why::Penalty,
            Why::Stock(ProductId(0)),
            Why::Visitors,
            Why::Fine,
        ];
        let view = noted(&played(1, 2));
        let customer = view.customers.first().map_or(CustomerId(0), |c| c.id);
        let item = Costly { customer: Some(customer), deal: None, round: Round(2), cost: Fen::yuan(30_000), chances: Some([0.3, 0.55]) };
        let whys = plain.into_iter().chain(leavings.map(Why::Left)).chain(terms.map(Why::Weak));
        for why in whys {
            for lang in Lang::ALL {
                let prose = Prose::new(&view, lang);
                let told = lesson(&prose, &Group { why, items: vec![item, item] });
                for text in [&told.title, &told.amount, &told.told, &told.instead] {
                    assert!(!text.is_empty() && !text.contains('{') && !text.contains('⟦') && !text.contains("costly-"), "{why:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn a_game_with_nothing_to_mend_is_told_so() {
        let mut view = noted(&played(1, 3));
        for round in &mut view.past.rounds {
            round.happened.clear();
            round.effects.clear();
        }
        for month in &mut view.past.months {
            month.forecast_accuracy = Some(0.9);
        }
        let prose = Prose::new(&view, Lang::En);
        assert_eq!(lessons(&prose, Some(1)).iter().map(|l| l.title.clone()).collect::<Vec<_>>(), [prose.say("lesson-best")]);
        assert_eq!(lessons(&prose, Some(2)).iter().map(|l| l.title.clone()).collect::<Vec<_>>(), [prose.say("lesson-more")]);
        // half of a month's ten points, of three months
        view.past.months[0].forecast_accuracy = None;
        let told = lessons(&Prose::new(&view, Lang::En), None);
        assert_eq!((told.len(), told[0].told.as_str()), (1, "About 1.7 points."));
        // a breach counts, found or not
        for (found, told) in [(0, "It cost up to 5 compliance points. If found, it would have cost all of them."), (1, "")] {
            view.known.breaches = [found, 2];
            let lessons = lessons(&Prose::new(&view, Lang::En), None);
            assert_eq!((lessons.len(), lessons[1].told.as_str()), (2, told));
            assert!(lessons[1].title.starts_with("2 gifts over the limit"), "{}", lessons[1].title);
        }
    }
}
