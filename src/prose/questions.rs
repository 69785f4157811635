//! The questions of a month, in words: what is asked, and for each answer the facts that speak for and against it.

use super::cards;
use super::wording::Prose;
use crate::advice::questions::{About, Answer, CUT, Choice, Question};
use crate::advice::quote::weigh;
use crate::sim::knowledge::DealView;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{CustomerId, Fen, NeedId, Role};
use crate::words::decimal;

/// An answer as it is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Whose plan its cards belong into.
    pub role: Role,
    /// The answer with its cards.
    pub answer: Answer,
    /// What it comes to.
    pub label: String,
    /// What it takes, and what is known about it.
    pub facts: String,
}

/// What is asked.
#[must_use]
pub fn title(prose: &Prose, question: &Question) -> String {
    let customer = |id: CustomerId| prose.customer(id);
    match question.about {
        About::Time(..) => {
            let names: Vec<String> = question.deals().map(|deal| customer(deal.customer)).collect();
            match &names[..] {
                [first, second, third] => prose
                    .say_with("question-time-three", &[("first", first.as_str().into()), ("second", second.as_str().into()), ("third", third.as_str().into())]),
                [first, second, ..] => prose.say_with("question-time", &[("first", first.as_str().into()), ("second", second.as_str().into())]),
                _ => String::new(),
            }
        }
        About::Many => prose.say("question-many"),
        About::Quiet(deal, quiet) => prose.say_with("question-quiet", &[("first", customer(deal.customer).into()), ("quiet", customer(quiet).into())]),
        About::Terms(deal) => prose.say_with("question-terms", &[("customer", customer(deal.customer).into())]),
        About::Offer(deal) => prose.say_with("question-offer", &[("customer", customer(deal.customer).into()), ("need", prose.deal(deal).into())]),
        About::Looking => prose.say("question-looking"),
        About::Serving => prose.say("question-serving"),
        About::YearEnd(id) => prose.say_with("question-year-end", &[("customer", customer(id).into())]),
    }
}

/// Whose hours it is about, and whether it is answered.
#[must_use]
pub fn about(prose: &Prose, question: &Question) -> String {
    let role = prose.role(question.role);
    match question.answered() {
        Some(answer) => prose.say_with("question-answered", &[("role", role.into()), ("answer", label(prose, answer).into())]),
        None => {
            let open = prose.say_with("question-open", &[("role", role.into()), ("hours", prose.hours(prose.view.free(question.role)).into())]);
            match as_it_stands(prose, question) {
                Some(chance) => format!("{open} · {chance}"),
                None => open,
            }
        }
    }
}

/// The chance if nothing is done about a quote that is out: what the answers have to be held against.
fn as_it_stands(prose: &Prose, question: &Question) -> Option<String> {
    let About::Terms(id) = question.about else { return None };
    let deal = prose.view.deal(id)?;
    let quote = deal.quote.as_ref()?;
    let chance = prose.percent(prose.view.win_chance(deal, &quote.terms(deal.due)));
    Some(prose.say_with("question-as-it-stands", &[("chance", chance.into())]))
}

/// The answers as they are offered.
#[must_use]
pub fn replies(prose: &Prose, question: &Question) -> Vec<Reply> {
    let reply = |answer: &Answer| Reply { role: question.role, answer: answer.clone(), label: label(prose, answer), facts: facts(prose, answer) };
    question.answers.iter().map(reply).collect()
}

fn label(prose: &Prose, answer: &Answer) -> String {
    let count = |key: &str, count: usize| prose.say_with(key, &[("count", count.into())]);
    match answer.choice {
        Choice::Pursue(id) => prose.customer(id.customer),
        Choice::Dearest(n) => count("answer-dearest", n),
        Choice::DecidedNow(n) => count("answer-decided-now", n),
        Choice::LookIn(id) => prose.say_with("answer-look-in", &[("customer", prose.customer(id).into())]),
        Choice::Convince(_) => prose.say("answer-convince"),
        Choice::Plain(_) => prose.say("answer-plain"),
        Choice::PromiseMore(_) if answer.bid().is_some_and(|terms| terms.express) => prose.say("answer-earlier"),
        Choice::PromiseMore(_) => prose.say_with("answer-promise", &[("points", decimal(answer.bid().map_or(0.0, |terms| terms.promise), 0).into())]),
        Choice::CutPrice(_) => prose.say_with("answer-cut", &[("share", prose.percent(CUT).into())]),
        Choice::Search => prose.say("answer-search"),
        Choice::Exhibition => prose.say("answer-exhibition"),
        Choice::Advertise => prose.say("answer-advertise"),
        Choice::Qualify(n) => count("answer-qualify", n),
        Choice::VisitFew(n) => count("answer-visit", n),
        Choice::CheckMany(n) => count("answer-check", n),
        Choice::Gift(_) => prose.say("answer-gift"),
        Choice::Rebate(_) => prose.say("answer-rebate"),
    }
}

/// Hours, money, and what else is known.
fn facts(prose: &Prose, answer: &Answer) -> String {
    let view = prose.view;
    let mut facts = Vec::new();
    match answer.choice {
        Choice::Pursue(id) => {
            if let Some(deal) = view.deal(id) {
                facts.push(of_deal(prose, deal));
                facts.extend(margin(prose, deal));
                facts.extend(hope(prose, deal, answer));
            }
        }
        Choice::Convince(id) | Choice::Plain(id) => facts.extend(view.deal(id).and_then(|deal| hope(prose, deal, answer))),
        Choice::PromiseMore(id) | Choice::CutPrice(id) => {
            let terms = answer.bid();
            facts.extend(match view.deal(id) {
                Some(deal) if deal.quote.is_none() => hope(prose, deal, answer),
                _ => terms.and_then(|terms| chance(prose, id, terms)),
            });
            // a lower price is paid for where the deal would have been won anyway
            let forgone = terms.filter(|terms| terms.discount > 0.0).zip(view.deal(id)).map(|(terms, deal)| deal.value.scale(terms.discount));
            facts.extend(forgone.map(|amount| prose.say_with("answer-forgone", &[("amount", prose.money_short(amount).into())])));
        }
        Choice::LookIn(id) => {
            let months = view.customer(id).map_or(0, |c| c.silent_months);
            facts.push(prose.say_with("answer-silent", &[("months", months.into())]));
        }
        Choice::Search | Choice::Exhibition | Choice::Advertise => {
            facts.push(prose.say_with("answer-finds", &[("leads", decimal(answer.finds(view), 0).into())]));
            if answer.cards.len() > 1 {
                facts.push(prose.say("answer-rest-qualifies"));
            }
        }
        Choice::Dearest(_) | Choice::DecidedNow(_) | Choice::Qualify(_) | Choice::VisitFew(_) | Choice::CheckMany(_) | Choice::Gift(_) | Choice::Rebate(_) => {}
    }
    facts.push(prose.hours(answer.minutes));
    facts.extend(match &answer.cards[..] {
        [card] => cards::money(prose, card, answer.cost),
        _ => (answer.cost > Fen::ZERO).then(|| prose.money_short(answer.cost)),
    });
    facts.join(" · ")
}

/// Value and month of the decision.
fn of_deal(prose: &Prose, deal: &DealView) -> String {
    let key = if deal.due == prose.view.round { "answer-deal-now" } else { "answer-deal-later" };
    prose.say_with(key, &[("amount", prose.money_short(deal.value).into()), ("month", prose.month_name(deal.due).into())])
}

/// What the order would leave at the usual price: a small deal may not pay for the time.
fn margin(prose: &Prose, deal: &DealView) -> Option<String> {
    let left = weigh(prose.view, deal, &QuoteTerms::default()).margin;
    (left > Fen::ZERO).then(|| prose.say_with("answer-margin", &[("amount", prose.money_short(left).into())]))
}

/// The chance once the time of the answer is spent, where it suffices for a quote.
fn hope(prose: &Prose, deal: &DealView, answer: &Answer) -> Option<String> {
    let plain = QuoteTerms::default();
    let chance = prose.view.chance_after(deal, answer.bid().unwrap_or(&plain), answer.minutes)?;
    Some(prose.say_with("answer-chance-then", &[("chance", prose.chance(chance).into())]))
}

/// The chance if the customer decided now with such a quote.
fn chance(prose: &Prose, id: NeedId, terms: &QuoteTerms) -> Option<String> {
    let deal = prose.view.deal(id)?;
    Some(prose.say_with("answer-chance", &[("chance", prose.chance(prose.view.win_chance(deal, terms)).into())]))
}
