//! The questions of a month, in words: what is asked, and for each answer the facts that speak for and against it.

use super::wording::Prose;
use super::{cards, open_deals};
use crate::advice::chances::{self, Barred, Chance};
use crate::advice::estimate;
use crate::advice::questions::{About, Answer, CUT, Choice, Hindrance, Question, adds_up, in_the_way};
use crate::advice::quote::weigh;
use crate::advice::within_reach::lead_in_price;
use crate::sim::cards::{Action, Card};
use crate::sim::knowledge::DealView;
use crate::sim::terms::{QuoteTerms, Winner};
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use crate::sim::view::View;
use crate::words::decimal;

/// An answer as it is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Whose plan its cards belong into.
    pub role: Role,
    /// What is asked.
    pub about: About,
    /// The answer with its cards; None: all of them are left.
    pub answer: Option<Answer>,
    /// It is the answer given.
    pub chosen: bool,
    /// It joins other answers; else it takes the place of another one.
    pub adds_up: bool,
    /// What keeps it out of the plan, where something does.
    pub hindrance: Option<Hindrance>,
    /// What it comes to.
    pub label: String,
    /// The chance of the deal with it; empty where it is about no deal, or comes to no quote.
    pub chance: String,
    /// What is known about it; may be empty.
    pub facts: String,
    /// The time and money that it takes.
    pub cost: String,
    /// What speaks against it so plainly that it is marked; empty for most.
    pub warning: String,
}

impl Reply {
    /// All that is said of it, in one line.
    #[must_use]
    pub fn name(&self) -> String {
        let parts = [&self.label, &self.chance, &self.facts, &self.cost];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
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

/// Whose hours it is about, and whether it is answered; what the plan makes of a single deal that is asked about. `left`: the player has
/// said that none of the answers is wanted.
#[must_use]
pub fn about(prose: &Prose, question: &Question, left: bool) -> String {
    let role = prose.role(question.role);
    let given: Vec<String> = question.answers.iter().filter(|answer| answer.chosen()).map(|answer| label(prose, answer)).collect();
    let chosen = (!given.is_empty()).then(|| prose.list(&given)).or_else(|| left.then(|| leaving(prose, question)));
    let told = match chosen {
        Some(answer) => prose.say_with("question-answered", &[("role", role.into()), ("answer", answer.into())]),
        None => prose.say_with("question-open", &[("role", role.into()), ("hours", prose.hours(prose.view.free(question.role)).into())]),
    };
    match as_it_stands(prose, question) {
        Some(chance) => format!("{told} · {chance}"),
        None => told,
    }
}

/// The chance that the plan as it lies leaves a deal with a quote: what the answers have to be held against.
fn as_it_stands(prose: &Prose, question: &Question) -> Option<String> {
    let About::Terms(id) = question.about else { return None };
    let planned = chances::planned(prose.view, prose.view.deal(id)?);
    let chance = ("chance", prose.chance(planned.range?.likely).into());
    Some(match question.answered() {
        Some(_) => prose.say_with("question-as-planned", &[chance]),
        None => prose.say_with("question-as-it-stands", &[chance]),
    })
}

/// The answers as they are offered: those that do not pay last, those that would change nothing left out, and where hours go to deals,
/// that all of them are left. `left`: the player has said so.
#[must_use]
pub fn replies(prose: &Prose, question: &Question, left: bool) -> Vec<Reply> {
    let view = prose.view;
    let offered: Vec<&Answer> = offered(view, question).collect();
    let mut list: Vec<Reply> = offered
        .iter()
        .map(|&answer| {
            let now = answer.as_planned(view);
            let now = now.as_ref().unwrap_or(answer);
            let Facts { chance, facts, cost } = Facts::of(prose, question, answer, now);
            let label = label(prose, answer);
            let warning = match below_cost(view, now) {
                Some(lost) => prose.say_with("answer-below-cost", &[("amount", prose.money_short(lost).into())]),
                None if pays(view, question, now) => String::new(),
                None => too_dear(prose, question, now),
            };
            let (chosen, adds_up, hindrance) = (answer.chosen(), adds_up(view, question.role, &offered, answer), answer.hindrance);
            Reply { role: question.role, about: question.about, answer: Some(answer.clone()), chosen, adds_up, hindrance, label, chance, facts, cost, warning }
        })
        .collect();
    list.sort_by_key(|reply| !reply.warning.is_empty());
    if can_be_left(question) && !list.is_empty() {
        let chosen = left && !list.iter().any(|reply| reply.chosen);
        let label = leaving(prose, question);
        let cost = saving(prose, &offered);
        let (chance, facts, warning) = (String::new(), String::new(), String::new());
        list.push(Reply {
            role: question.role,
            about: question.about,
            answer: None,
            chosen,
            adds_up: false,
            hindrance: None,
            label,
            chance,
            facts,
            cost,
            warning,
        });
    }
    list
}

/// What a click on one of the answers to a question does to the others.
#[must_use]
pub fn does(prose: &Prose, replies: &[Reply], reply: &Reply) -> String {
    let given: Vec<&Reply> = replies.iter().filter(|other| other.chosen && other.about == reply.about && *other != reply).collect();
    let way = |other: &&&Reply| match (&reply.answer, &other.answer) {
        (Some(answer), Some(given)) => !in_the_way(prose.view, reply.role, &[given], answer).is_empty(),
        // none of them is no answer beside another one
        _ => true,
    };
    let told = |key: &str, list: Vec<&&Reply>| {
        let names: Vec<String> = list.into_iter().map(|other| other.label.clone()).collect();
        prose.say_with(key, &[("answers", prose.list(&names).into())])
    };
    let (replaced, kept): (Vec<&&Reply>, Vec<&&Reply>) = given.iter().partition(way);
    if let Some(why) = reply.hindrance.filter(|_| !reply.chosen) {
        return prose.say(hindrance(why));
    }
    match (reply.chosen, replaced.is_empty(), kept.is_empty()) {
        (true, ..) => prose.say(if reply.answer.is_some() { "agenda-does-take-back" } else { "answer-does-reopen" }),
        (false, true, true) if reply.answer.is_none() => prose.say("answer-does-leave"),
        (false, true, true) => prose.say(if reply.adds_up { "answer-does-some" } else { "answer-does-one" }),
        (false, false, _) => told("answer-does-replace", replaced),
        (false, true, false) => told("answer-does-add", kept),
    }
}

/// What is said of an answer that the plan has no room for.
#[must_use]
pub const fn hindrance(why: Hindrance) -> &'static str {
    match why {
        Hindrance::Planned => "question-planned-already",
        Hindrance::Missing => "question-missing",
        Hindrance::Hours => "question-no-hours",
        Hindrance::Money => "question-no-money",
        Hindrance::Decisions => "question-no-decisions",
    }
}

/// Whether there is anything that the question can be answered with.
#[must_use]
pub fn has_replies(view: &View, question: &Question) -> bool {
    offered(view, question).next().is_some()
}

/// The answers that are offered: all but those that would change nothing.
fn offered<'a>(view: &'a View, question: &'a Question) -> impl Iterator<Item = &'a Answer> {
    question.answers.iter().filter(move |answer| answer.chosen() || changes_something(view, question, answer))
}

/// Whether a question may be answered by doing none of it.
const fn can_be_left(question: &Question) -> bool {
    matches!(question.about, About::Time(..) | About::Many | About::Quiet(..) | About::Terms(_))
}

/// What leaving all of the answers is called.
fn leaving(prose: &Prose, question: &Question) -> String {
    prose.say(if matches!(question.about, About::Terms(_)) { "answer-leave-quote" } else { "answer-leave" })
}

/// Hours and money that stay where none of the answers is given: the most of any.
fn saving(prose: &Prose, answers: &[&Answer]) -> String {
    let hours = answers.iter().map(|answer| answer.minutes).max().unwrap_or(Minutes::ZERO);
    let cost = answers.iter().map(|answer| spent(prose.view, answer)).max().unwrap_or(Fen::ZERO);
    if cost > Fen::ZERO {
        prose.say_with("answer-saves-both", &[("hours", prose.hours(hours).into()), ("amount", prose.money_short(cost).into())])
    } else {
        prose.say_with("answer-saves", &[("hours", prose.hours(hours).into())])
    }
}

/// Money that an answer may be expected to cost, calls and demo included.
fn spent(view: &View, answer: &Answer) -> Fen {
    match &answer.cards[..] {
        [card] => estimate::outlay(view, &card.action).unwrap_or(answer.cost),
        _ => answer.cost,
    }
}

/// The deal whose hours or quote an answer sets.
const fn deal_of(choice: Choice) -> Option<NeedId> {
    match choice {
        Choice::Pursue(id) | Choice::Convince(id) | Choice::Plain(id) | Choice::PromiseMore(id) | Choice::CutPrice(id) => Some(id),
        _ => None,
    }
}

/// The chance of a deal with what is planned for it beside a question, and these cards of an answer.
fn chance_with(view: &View, question: &Question, deal: &DealView, cards: &[Card]) -> Chance {
    let answers = || question.answers.iter().flat_map(|answer| answer.planned.iter().copied().flatten());
    let others = view.plan.iter().filter(|card| !answers().any(|id| id == card.id)).map(|card| (card.role, &card.card));
    chances::of(view, deal, others.chain(cards.iter().map(|card| (question.role, card))))
}

/// Whether an answer changes anything that is to be seen: a talk about a quote that leaves the chance where it is, with somebody who has
/// bought and so is not won by talks, brings nothing.
fn changes_something(view: &View, question: &Question, answer: &Answer) -> bool {
    let Choice::Convince(id) = answer.choice else { return true };
    let Some(deal) = view.deal(id) else { return true };
    let chance = |cards: &[Card]| chance_with(view, question, deal, cards).likely();
    chance(&answer.cards) - chance(&[]) >= chances::SEEN
}

/// What an order would lose on its goods at the price of an answer, where it loses anything.
fn below_cost(view: &View, answer: &Answer) -> Option<Fen> {
    let (deal, terms) = (view.deal(deal_of(answer.choice)?)?, answer.bid()?);
    let left = view.quote_of(deal, terms).map(|_| weigh(view, deal, terms).margin)?;
    (left < Fen::ZERO).then(|| Fen::ZERO - left)
}

/// Whether the order at hand is worth more than the money it takes to win it.
fn pays(view: &View, question: &Question, answer: &Answer) -> bool {
    let (Choice::Pursue(id) | Choice::Convince(id)) = answer.choice else { return true };
    let Some(deal) = view.deal(id) else { return true };
    let chance = |cards: &[Card]| chance_with(view, question, deal, cards);
    // what comes to no quote this month is work for the next ones
    let Some(then) = chance(&answer.cards).range else { return true };
    view.left_of(deal, answer.bid().unwrap_or(&QuoteTerms::default())).scale((then.likely - chance(&[]).likely()).max(0.0)) >= spent(view, answer)
}

/// Why an answer does not pay: it hardly adds to a chance that is there without it, or the order is not worth it.
fn too_dear(prose: &Prose, question: &Question, answer: &Answer) -> String {
    let deal = deal_of(answer.choice).and_then(|id| prose.view.deal(id));
    let without = deal.map_or(0.0, |deal| chance_with(prose.view, question, deal, &[]).likely());
    if without >= chances::SEEN { prose.say_with("answer-adds-little", &[("chance", prose.chance(without).into())]) } else { prose.say("answer-does-not-pay") }
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

/// What is said of an answer beside its label.
struct Facts {
    chance: String,
    facts: String,
    cost: String,
}

impl Facts {
    /// Of an answer as it stands now: as it is offered, or as the plan holds it.
    fn of(prose: &Prose, question: &Question, offered: &Answer, now: &Answer) -> Facts {
        let view = prose.view;
        let (mut chance, mut facts) = (String::new(), Vec::new());
        match now.choice {
            Choice::Pursue(_) | Choice::Convince(_) | Choice::Plain(_) | Choice::PromiseMore(_) | Choice::CutPrice(_) => {
                if let Some(deal) = deal_of(now.choice).and_then(|id| view.deal(id)) {
                    if matches!(now.choice, Choice::Pursue(_)) {
                        facts.push(of_deal(prose, deal));
                        facts.extend(beside(prose, deal));
                        facts.extend(supplier(prose, deal));
                        facts.extend(margin(prose, deal));
                    }
                    // a new quote is no work on the deal
                    if now.cards.iter().any(|card| matches!(card.action, Action::Quote(_))) {
                        let then = chance_with(view, question, deal, &now.cards);
                        chance = then.range.map_or_else(String::new, |range| prose.say_with("answer-chance", &[("chance", prose.chance(range.likely).into())]));
                    } else {
                        let (figure, told) = hope(prose, question, deal, offered, now);
                        chance = figure;
                        facts.extend(told);
                    }
                    // a lower price is paid for where the deal would have been won anyway
                    let forgone = now.bid().filter(|terms| terms.discount > 0.0).map(|terms| deal.value.scale(terms.discount));
                    facts.extend(forgone.map(|amount| prose.say_with("answer-forgone", &[("amount", prose.money_short(amount).into())])));
                }
            }
            Choice::LookIn(id) => {
                let months = view.customer(id).map_or(0, |c| c.silent_months);
                facts.push(prose.say_with("answer-silent", &[("months", months.into())]));
            }
            Choice::Search | Choice::Exhibition | Choice::Advertise => {
                facts.push(cards::finds(prose, "answer-finds", now.finds(view)));
                if now.cards.len() > 1 {
                    facts.push(prose.say("answer-rest-qualifies"));
                }
            }
            Choice::Dearest(_)
            | Choice::DecidedNow(_)
            | Choice::Qualify(_)
            | Choice::VisitFew(_)
            | Choice::CheckMany(_)
            | Choice::Gift(_)
            | Choice::Rebate(_) => {}
        }
        let money = match &now.cards[..] {
            [card] => cards::money(prose, card, now.cost),
            _ => (now.cost > Fen::ZERO).then(|| prose.money_short(now.cost)),
        };
        let cost: Vec<String> = [prose.hours(now.minutes)].into_iter().chain(money).collect();
        Facts { chance, facts: facts.join(" · "), cost: cost.join(" · ") }
    }
}

/// The chance once the hours of an answer are spent, beside what else is planned for the deal, and what is to be said of it: the hours
/// together where they are not the answer's alone; where other hours are planned for it now, what comes of those.
fn hope(prose: &Prose, question: &Question, deal: &DealView, offered: &Answer, now: &Answer) -> (String, Vec<String>) {
    let view = prose.view;
    let with = |answer: &Answer| chance_with(view, question, deal, &answer.cards);
    let own = with(offered);
    let why = chances::reason(view, deal, &own);
    // what wants a reason is no average
    let figure = |likely: f64| if why.is_some() { prose.chance(likely) } else { open_deals::figure(prose, deal, likely) };
    let hours = |chance: &Chance| ("hours", prose.hours(chance.hours).into());
    let (mut chance, mut list) = (String::new(), Vec::new());
    match (own.range, own.barred) {
        (Some(range), _) => {
            chance = prose.say_with("answer-chance", &[("chance", figure(range.likely).into())]);
            if own.hours != now.minutes {
                list.push(prose.say_with("answer-in-all", &[hours(&own)]));
            }
        }
        (None, Some(Barred::NoSupport)) => list.push(prose.say_with("answer-no-support", &[hours(&own)])),
        (None, _) => list.push(prose.say_with("answer-with-few", &[hours(&own)])),
    }
    let plan = chances::planned(view, deal);
    let (differs, works) = (with(now) != own || plan != own, plan.hours > Minutes::ZERO);
    // the question about the last move says itself what the plan comes to
    if differs && works && !matches!(now.choice, Choice::Convince(_)) {
        list.push(match (plan.range, plan.barred) {
            (Some(range), _) => prose.say_with("answer-planned", &[hours(&plan), ("chance", figure(range.likely).into())]),
            (None, Some(Barred::NoSupport)) => prose.say_with("answer-no-support", &[hours(&plan)]),
            (None, _) => prose.say_with("answer-planned-few", &[hours(&plan)]),
        });
    }
    list.extend(why.map(|why| open_deals::reason(prose, why)));
    (chance, list)
}

/// Another deal of the same customer that is decided this month and has no quote of ours: who works on the one may think it was this.
fn beside(prose: &Prose, deal: &DealView) -> Option<String> {
    let view = prose.view;
    let unquoted = |d: &&DealView| d.open() && d.id != deal.id && d.id.customer == deal.id.customer && d.due == view.round && d.quote.is_none();
    let other = view.deals.iter().filter(unquoted).max_by_key(|d| d.value)?;
    Some(prose.say_with("answer-deal-beside", &[("amount", prose.money_short(other.value).into())]))
}

/// Whose lead a first order would end: a small one may be worth it for the larger ones to come.
fn supplier(prose: &Prose, deal: &DealView) -> Option<String> {
    let customer = prose.view.customer(deal.id.customer)?;
    let (rival, share) = (customer.incumbent?, lead_in_price(prose.view, customer)?);
    Some(prose.say_with("answer-supplier", &[("rival", prose.winner(Winner::Rival(rival)).into()), ("percent", prose.percent(share).into())]))
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
