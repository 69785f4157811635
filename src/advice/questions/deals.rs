//! The account manager's questions: which deal, whom, and what is said before a decision.

use super::{About, Answer, Choice, Month, Question, tells};
use crate::advice::many;
use crate::sim::cards::{self, Action};
use crate::sim::knowledge::{CustomerView, DealView};
use crate::sim::orders::goods;
use crate::sim::planning::usual;
use crate::sim::scenario::Supply;
use crate::sim::terms::{Intent, QuoteTerms};
use crate::sim::units::{CustomerId, Minutes, NeedId, Role};
use std::cmp::{Ordering, Reverse};

/// Points above the truth that a bold quote promises.
const PROMISE: f64 = 15.0;
/// What a lower price takes off, as a share.
pub const CUT: f64 = 0.08;
/// Months without a word after which a buyer has gone quiet.
const QUIET: u16 = 2;
/// Questions about deals in a month, before others are asked.
const PAIRS: usize = 2;

/// Of two deals that are weighed against each other the smaller is worth at least this share of the larger.
const COMPARABLE: f64 = 0.025;

/// Deals that are weighed against each other, at most.
const WEIGHED: usize = 3;

/// Of what is usual, the most time that a deal is offered where the month has time for all those weighed.
const MORE: f64 = 1.3;

/// What time for a quoted deal must add to its chance, for the time to be an answer.
const MOVES: f64 = 0.03;

const ROLE: Role = Role::AccountManager;

pub(super) fn ask(month: &Month, list: &mut Vec<Question>) {
    let mut deals = open(month);
    let terms = terms(month, &deals);
    if let Some(Question { about: About::Terms(decided), .. }) = &terms {
        deals.retain(|d| d.id != *decided);
    }
    list.extend(terms);
    if usual::many(&month.view.guide.rules, month.view.staff(ROLE).hours) {
        list.extend(many(month, &deals));
        return;
    }
    let mut pursued: Vec<(&DealView, Answer)> = deals.iter().filter_map(|&d| Some((d, pursue(month, d)?))).filter(|(d, a)| moves(month, d, a)).collect();
    // there is not time for all that could be worked on
    if pursued.iter().map(|(_, answer)| answer.minutes).sum::<Minutes>() > month.free(ROLE) {
        for _ in 0..PAIRS {
            list.extend(time(month, &mut pursued));
        }
    }
    list.extend(quiet(month, pursued));
    // with hours for everything, how much of them is no question, but what is said is
    if !list.iter().any(|question| question.role == ROLE) {
        list.extend(offer(month, &deals));
    }
}

/// Open deals that can be worked on and are decided within the game, the dearest first.
fn open<'a>(month: &Month<'a>) -> Vec<&'a DealView> {
    let view = month.view;
    let there = |d: &DealView| view.customer(d.id.customer).is_some_and(|c| c.in_our_hands());
    let mut deals: Vec<&DealView> =
        view.deals.iter().filter(|d| d.open() && !d.promised && (view.round.0..=view.rounds).contains(&d.due.0) && there(d)).collect();
    deals.sort_by_key(|d| (Reverse(d.value), d.id));
    deals
}

fn pursue(month: &Month, deal: &DealView) -> Option<Answer> {
    // so much of the month that two of them hardly fit; with less than half of what is usual nothing comes of it
    if month.free(ROLE).0 * 2 < usual::pursuit(&month.view.guide.rules, deal.value).0 {
        return None;
    }
    pursue_for(month, deal, usual::focus(&month.view.guide.rules, deal.value))
}

/// Work on a deal for so long, or for as long as there is time.
fn pursue_for(month: &Month, deal: &DealView, time: Minutes) -> Option<Answer> {
    let time = time.min(month.free(ROLE)).half_hours();
    month.answer(ROLE, Choice::Pursue(deal.id), [pursuit(deal, QuoteTerms::default(), time)])
}

/// Work on a deal that asks, and quotes these terms when it comes to that.
fn pursuit(deal: &DealView, terms: QuoteTerms, time: Minutes) -> Action {
    Action::Pursue(cards::Pursue { deal: deal.id, terms, intent: Intent::Ask, time })
}

/// What is large, what is decided first and what can best be won: two or three deals of different customers, for each of which
/// something speaks that does not speak for the others. Where there would be time for all of them, the next in size is weighed, too,
/// and each gets somewhat more: none is asked about that the month has time for anyway.
fn time(month: &Month, pursued: &mut Vec<(&DealView, Answer)>) -> Option<Question> {
    let hopes: Vec<f64> = pursued.iter().map(|(deal, answer)| hope(month, deal, answer)).collect();
    let nearness = |d: &DealView| (Reverse(d.due), d.step());
    let mut chosen: Vec<usize> = Vec::new();
    let nearer = |a: usize, b: usize| nearness(pursued[a].0).cmp(&nearness(pursued[b].0)).then(pursued[a].0.committee.total_cmp(&pursued[b].0.committee));
    let likelier = |a: usize, b: usize| hopes[a].total_cmp(&hopes[b]);
    // the dearest stands first in the list
    let (dear, _) = pursued.first()?;
    chosen.push(0);
    let other = |chosen: &[usize], i: usize| {
        let taken = chosen.iter().any(|&c| pursued[c].0.id.customer == pursued[i].0.id.customer);
        !taken && pursued[i].0.value >= dear.value.scale(COMPARABLE)
    };
    for better in [&nearer as &dyn Fn(usize, usize) -> Ordering, &likelier] {
        let others = (0..pursued.len()).filter(|&i| other(&chosen, i) && chosen.iter().all(|&c| better(i, c).is_gt()));
        let best = others.max_by(|&a, &b| better(a, b).then(b.cmp(&a)));
        chosen.extend(best);
    }
    let [_, second, ..] = chosen[..] else { return None };
    let total = |chosen: &[usize]| chosen.iter().map(|&i| pursued[i].1.minutes).sum::<Minutes>();
    if chosen.len() < WEIGHED && total(&chosen) <= month.free(ROLE) {
        let next = (0..pursued.len()).find(|&i| other(&chosen, i));
        chosen.extend(next);
    }
    let scarce = total(&chosen).max(month.free(ROLE) + Minutes(30 * chosen.len() as i32));
    let more = f64::from(scarce.0) / f64::from(total(&chosen).0.max(1));
    if more > MORE {
        return None;
    }
    let (about, stake) = (About::Time(dear.id, pursued[second].0.id), dear.value);
    let longer = |&i: &usize| pursue_for(month, pursued[i].0, usual::whole(Minutes((f64::from(pursued[i].1.minutes.0) * more) as i32)));
    let answers: Vec<Answer> = chosen.iter().filter_map(longer).collect();
    // one question a customer
    let asked: Vec<CustomerId> = chosen.iter().map(|&i| pursued[i].0.id.customer).collect();
    pursued.retain(|(deal, _)| !asked.contains(&deal.id.customer));
    Some(Question { about, role: ROLE, answers, stake })
}

/// The chance once the time of an answer is spent.
fn hope(month: &Month, deal: &DealView, answer: &Answer) -> f64 {
    month.view.chance_after(deal, &QuoteTerms::default(), answer.minutes).unwrap_or(0.0)
}

/// Whether the time of an answer makes a difference: what is as good as won needs no more of it.
fn moves(month: &Month, deal: &DealView, answer: &Answer) -> bool {
    let Some(quote) = &deal.quote else { return true };
    hope(month, deal, answer) - month.view.win_chance(deal, &quote.terms(deal.due)) >= MOVES
}

/// The dear ones or those that are decided this month, as many as there is time to get a quote out for.
fn many(month: &Month, deals: &[&DealView]) -> Option<Question> {
    let view = month.view;
    let planned = |d: &DealView| month.routine.iter().any(|card| serves(&card.action, d.id));
    let free: Vec<&DealView> = deals.iter().copied().filter(|d| !planned(d)).collect();
    let mut soon = free.clone();
    soon.sort_by_key(|d| (d.due, Reverse(d.step()), Reverse(d.value), d.id));
    let [dear, first] = [&free, &soon].map(|list| many::fitting(view, list.iter().copied(), month.free(ROLE)));
    if dear.len() == free.len() || dear.is_empty() || first.is_empty() {
        return None;
    }
    let same = dear.iter().all(|d| first.contains(d)) && dear.len() == first.len();
    let stake = dear.iter().filter_map(|(id, _)| view.deal(*id)).map(|d| d.value).sum();
    let all = |deals: Vec<(NeedId, Minutes)>| Action::PursueMany(cards::PursueMany { deals, terms: QuoteTerms::default(), intent: Intent::Ask });
    let answers: Vec<Answer> = [(Choice::Dearest(dear.len()), all(dear)), (Choice::DecidedNow(first.len()), all(first))]
        .into_iter()
        .filter_map(|(choice, action)| month.answer(ROLE, choice, [action]))
        .collect();
    (answers.len() > 1 && !same).then_some(Question { about: About::Many, role: ROLE, answers, stake })
}

/// Whether a card works on a deal.
fn serves(action: &Action, id: NeedId) -> bool {
    match action {
        Action::Call(cards::Call { deal, .. }) => *deal == Some(id),
        _ => action.pursuit_of(id).is_some(),
    }
}

/// A deal that nobody has asked about, or the best buyer who has heard nothing for some time.
fn quiet(month: &Month, left: Vec<(&DealView, Answer)>) -> Option<Question> {
    let view = month.view;
    let silent = |c: &&CustomerView| c.is_buyer() && c.silent_months >= QUIET;
    let customer = view.customers.iter().filter(silent).max_by_key(|c| (c.yearly_value.unwrap_or(c.last_amount), Reverse(c.id)))?;
    let (deal, first) = left.into_iter().find(|(d, _)| d.id.customer != customer.id)?;
    let visit = Action::Care(cards::Care { visits: vec![(customer.id, view.guide.rules.planning.care_hours[1])] });
    let check = Action::FreeCheck(cards::FreeCheck { customer: customer.id });
    let answers = vec![first, month.answer(ROLE, Choice::LookIn(customer.id), [check, visit])?];
    let about = About::Quiet(deal.id, customer.id);
    month.contest(ROLE, &answers).then_some(Question { about, role: ROLE, answers, stake: deal.value })
}

/// The dearest deal that can be quoted and is neither lost nor won by a plain quote: plain, bold, or at a lower price.
fn offer(month: &Month, deals: &[&DealView]) -> Option<Question> {
    let view = month.view;
    let rules = &view.guide.rules;
    deals.iter().filter(|deal| deal.quote.is_none() && deal.stage >= 2).find_map(|deal| {
        let time = usual::focus(rules, deal.value).min(month.free(ROLE)).half_hours();
        let chance = |terms: &QuoteTerms| view.chance_after(deal, terms, time).unwrap_or(0.0);
        if !(MOVES..=1.0 - MOVES).contains(&chance(&QuoteTerms::default())) {
            return None;
        }
        let choices = std::iter::once((Choice::Plain(deal.id), QuoteTerms::default())).chain(other_terms(month, deal, chance));
        let answer = |(choice, terms): (Choice, QuoteTerms)| {
            let mut answer = month.answer(ROLE, choice, [pursuit(deal, terms.clone(), time)])?;
            // a pursuit that is planned quotes one of them
            let quoted = |id| view.plan.iter().any(|card| card.id == id && matches!(&card.card.action, Action::Pursue(own) if tells(&own.terms, &terms)));
            answer.planned.iter_mut().for_each(|card| *card = card.filter(|id| quoted(*id)));
            Some(answer)
        };
        let answers: Vec<Answer> = choices.filter_map(answer).collect();
        (answers.len() > 1).then_some(Question { about: About::Offer(deal.id), role: ROLE, answers, stake: deal.value })
    })
}

/// What a quote could say instead of the usual: more, where that moves the `chance` (a promise moves whoever has not seen yet how such
/// promises end), or the same for less.
fn other_terms(month: &Month, deal: &DealView, chance: impl Fn(&QuoteTerms) -> f64) -> Vec<(Choice, QuoteTerms)> {
    let bold = bold(month);
    let moved = chance(&bold) > chance(&QuoteTerms::default());
    let promise = moved.then_some((Choice::PromiseMore(deal.id), bold));
    let cut = (Choice::CutPrice(deal.id), QuoteTerms { discount: CUT, ..QuoteTerms::default() });
    promise.into_iter().chain([cut]).collect()
}

/// A quote that promises more than is delivered; what is built to order is promised earlier.
fn bold(month: &Month) -> QuoteTerms {
    let guide = &month.view.guide;
    if guide.supply == Supply::ToOrder && goods::earliest(guide, true) < goods::usual(guide) {
        QuoteTerms { express: true, ..QuoteTerms::default() }
    } else {
        QuoteTerms { promise: PROMISE.min(guide.rules.choice.promise_range[1]), ..QuoteTerms::default() }
    }
}

/// The dearest deal with a quote that is decided this month: convince, promise, or cut the price. There is one quote, so it is
/// one of them.
fn terms(month: &Month, deals: &[&DealView]) -> Option<Question> {
    let view = month.view;
    let rules = &view.guide.rules;
    let plain = |d: &&&DealView| d.quote.as_ref().is_some_and(|q| q.promise == 0.0 && !q.express && q.discount() <= 0.0);
    // what is as good as won needs nothing more
    let open = |d: &&&DealView| view.win_chance(d, &QuoteTerms::default()) < 1.0 - MOVES;
    let deal = *deals.iter().filter(|d| d.due == view.round).filter(plain).find(open)?;
    let time = rules.planning.call_hours.min(usual::pursuit(rules, deal.value)).half_hours();
    let call = pursuit(deal, QuoteTerms::default(), time);
    let quote = |terms: QuoteTerms| Action::Quote(cards::Quote { deal: deal.id, terms });
    let others = other_terms(month, deal, |terms| view.win_chance(deal, terms)).into_iter().map(|(choice, terms)| (choice, quote(terms)));
    let choices = std::iter::once((Choice::Convince(deal.id), call)).chain(others);
    let answers: Vec<Answer> = choices.filter_map(|(choice, action)| month.answer(ROLE, choice, [action])).collect();
    (answers.len() > 1).then_some(Question { about: About::Terms(deal.id), role: ROLE, answers, stake: deal.value })
}
