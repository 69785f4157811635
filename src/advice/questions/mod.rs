//! The questions of a month: what the hours that the routine leaves free may go to, each with the cards that answer it.
//!
//! Found from a view. A question is asked only where every answer could be played on top of the routine and not all of them
//! together; which answer is right depends on the month (docs/model.md#questions). What players have planned changes no
//! question: it shows which ones are answered.

mod deals;
mod looking;
mod serving;
mod together;
mod year_end;

pub use deals::CUT;
pub use together::{adds_up, give, in_the_way};

use crate::advice::offer::{Offer, offer_by};
use crate::sim::cards::{self, Action, Card, CardId, missing, takes_outside};
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{CustomerId, Fen, Minutes, NeedId, Role};
use crate::sim::view::{PlanCardView, View};
use std::cmp::Reverse;

/// Most questions of a month.
pub const MOST: usize = 3;

/// What a question is about; names it for as long as the month lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Which of two deals the account manager pursues.
    Time(NeedId, NeedId),
    /// Which of many small deals are pursued: the dear ones or those that are decided this month.
    Many,
    /// A deal, or a buyer who has heard nothing for some time.
    Quiet(NeedId, CustomerId),
    /// What a first quote offers, where there is time for every deal.
    Offer(NeedId),
    /// What is said before a quoted deal is decided at the end of the month.
    Terms(NeedId),
    /// New customers, or the leads there are.
    Looking,
    /// A few buyers closely, or many in short.
    Serving,
    /// What a good customer gets at the end of the year.
    YearEnd(CustomerId),
}

/// What an answer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Calls, demo and quote for this deal.
    Pursue(NeedId),
    /// The dearest deals, so many of them.
    Dearest(usize),
    /// Deals that are decided this month, so many of them.
    DecidedNow(usize),
    /// A free check and a visit for whoever has gone quiet.
    LookIn(CustomerId),
    /// Time for the committee once more; the quote stays as it is.
    Convince(NeedId),
    /// A first quote at the usual price, with no promise.
    Plain(NeedId),
    /// A new quote that promises more than is sure, or an earlier date.
    PromiseMore(NeedId),
    /// A new quote at a lower price.
    CutPrice(NeedId),
    /// A month of looking for new customers.
    Search,
    /// The exhibition of this month.
    Exhibition,
    /// A campaign.
    Advertise,
    /// The leads there are, so many of them.
    Qualify(usize),
    /// Long visits to the best buyers, so many of them.
    VisitFew(usize),
    /// Short checks at many, so many of them.
    CheckMany(usize),
    /// A gift to the person who decides, within the policy.
    Gift(CustomerId),
    /// An open rebate to the firm.
    Rebate(CustomerId),
}

/// A question of the month.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// Whose hours it is about.
    pub role: Role,
    /// Two or three, in the order in which they are offered.
    pub answers: Vec<Answer>,
    /// Money that is at stake, roughly: by this the questions of a month are chosen.
    stake: Fen,
}

/// Offers as the month's questions weigh them: a deal that a question is about takes the hours it has there, so that both say the same.
#[must_use]
pub fn as_asked(view: &View, offers: Vec<Offer>) -> Vec<Offer> {
    let asked = questions(view);
    let cards = || asked.iter().flat_map(|question| &question.answers).flat_map(|answer| &answer.cards);
    let hours = |wanted: NeedId| {
        cards().find_map(|card| match &card.action {
            Action::Pursue(cards::Pursue { deal, time, .. }) if *deal == wanted => Some(*time),
            _ => None,
        })
    };
    let weigh = |mut offer: Offer| match &mut offer.card.action {
        Action::Pursue(cards::Pursue { deal, time, .. }) => match hours(*deal) {
            Some(asked) if asked != *time => {
                *time = asked;
                let (card, role) = (offer.card, offer.role);
                offer_by(view, card, role)
            }
            _ => offer,
        },
        _ => offer,
    };
    offers.into_iter().map(weigh).collect()
}

/// One way to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it comes to.
    pub choice: Choice,
    /// Ready to be put into the plan of the question's role, in this order.
    pub cards: Vec<Card>,
    /// Working time of the role for all of them.
    pub minutes: Minutes,
    /// Money for all of them, as far as it is known beforehand.
    pub cost: Fen,
    /// By card of its own: the one of the plan that does what it says. It is the answer given where none is wanting.
    pub planned: Vec<Option<CardId>>,
    /// What keeps its cards out of the plan, once those of another answer to the same question are taken out; None where nothing does.
    pub hindrance: Option<Hindrance>,
}

/// What keeps the cards of an answer out of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A card of the plan is about the same.
    Planned,
    /// Something that a card needs is not there.
    Missing,
    /// The role has not so many hours left.
    Hours,
    /// There is not so much money left.
    Money,
    /// The role has made all the decisions that it may make in a month.
    Decisions,
}

impl Answer {
    /// The terms that its cards quote.
    #[must_use]
    pub fn bid(&self) -> Option<&QuoteTerms> {
        self.cards.iter().find_map(|card| match &card.action {
            Action::Quote(quote) => Some(&quote.terms),
            Action::Pursue(pursue) => Some(&pursue.terms),
            _ => None,
        })
    }

    /// Leads that its cards may be expected to find.
    #[must_use]
    pub fn finds(&self, view: &View) -> f64 {
        self.cards.iter().map(|card| looking::found(view, &card.action)).sum()
    }

    /// Its cards could still be put into the plan.
    #[must_use]
    pub const fn possible(&self) -> bool {
        self.hindrance.is_none()
    }

    /// Its cards are in the plan.
    #[must_use]
    pub fn chosen(&self) -> bool {
        self.planned.iter().all(Option::is_some)
    }

    /// The answer as the plan holds it: hours and terms may have been changed since it was given. None where it is not in the plan.
    #[must_use]
    pub fn as_planned(&self, view: &View) -> Option<Answer> {
        let planned = self.planned.iter().map(|id| view.plan.iter().find(|card| Some(card.id) == *id));
        let planned: Vec<&PlanCardView> = planned.collect::<Option<_>>()?;
        let (minutes, cost) = (planned.iter().map(|card| card.minutes).sum(), planned.iter().map(|card| card.cost).sum());
        Some(Answer { cards: planned.iter().map(|card| card.card.clone()).collect(), minutes, cost, ..self.clone() })
    }
}

impl Question {
    /// The deals that its answers are about.
    pub fn deals(&self) -> impl Iterator<Item = NeedId> {
        self.answers.iter().filter_map(|answer| match answer.choice {
            Choice::Pursue(id) | Choice::Convince(id) | Choice::Plain(id) => Some(id),
            _ => None,
        })
    }

    /// The answer that the plan holds, if it holds one.
    #[must_use]
    pub fn answered(&self) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.chosen())
    }
}

/// The questions of the month, most at stake first: three at the most, and two about the same role's hours.
#[must_use]
pub fn questions(view: &View) -> Vec<Question> {
    let mut list = Vec::new();
    if view.over {
        return list;
    }
    let month = Month::new(view);
    deals::ask(&month, &mut list);
    list.extend(looking::ask(&month));
    list.extend(serving::ask(&month));
    list.extend(year_end::ask(&month));
    list.sort_by_key(|question| Reverse(question.stake));
    let mut asked = [0_usize; Role::COUNT];
    list.retain(|question| {
        asked[question.role.index()] += 1;
        asked[question.role.index()] <= MOST_OF_A_ROLE
    });
    list.truncate(MOST);
    for question in &mut list {
        let given: Vec<CardId> = question.answered().map(|answer| answer.planned.iter().copied().flatten().collect()).unwrap_or_default();
        for answer in &mut question.answers {
            answer.hindrance = hindrance(view, question.role, answer, &given);
        }
    }
    list
}

/// What in the plan without the cards `given` leaves no room for an answer; None where there is room.
fn hindrance(view: &View, role: Role, answer: &Answer, given: &[CardId]) -> Option<Hindrance> {
    // what of it is there already is as good as planned anew
    let others = || view.plan.iter().filter(|c| !given.contains(&c.id) && !answer.planned.contains(&Some(c.id)));
    let cards: Vec<&Card> = others().map(|c| &c.card).collect();
    if answer.cards.iter().any(|card| others().any(|c| card.action.repeats(&c.card.action))) {
        return Some(Hindrance::Planned);
    }
    if answer.cards.iter().any(|card| !missing(&card.action, &view.known, &cards, &cards).is_empty()) {
        return Some(Hindrance::Missing);
    }
    let minutes: Minutes = others().filter(|c| c.role == role).map(|c| c.minutes).sum();
    if minutes + answer.minutes > view.staff(role).hours {
        return Some(Hindrance::Hours);
    }
    let freed = view.plan.iter().map(|c| c.cost).sum::<Fen>() - others().map(|c| c.cost).sum();
    if answer.cost > Fen::ZERO && answer.cost > view.spendable + freed {
        return Some(Hindrance::Money);
    }
    let decisions = others().filter(|c| c.role == role && !c.filled_in).count() + answer.cards.len();
    (decisions > usize::from(view.guide.rules.work.max_decisions)).then_some(Hindrance::Decisions)
}

/// Most questions about the hours of one role.
const MOST_OF_A_ROLE: usize = 2;

/// The month as it opened, whatever has been planned since: what the routine leaves.
struct Month<'a> {
    view: &'a View,
    /// Cards of the routine.
    routine: Vec<&'a Card>,
    free: [Minutes; Role::COUNT],
    purse: Fen,
}

impl<'a> Month<'a> {
    fn new(view: &'a View) -> Month<'a> {
        let planned = |role: Role| view.routine.iter().filter(|c| c.role == role).map(|c| c.minutes).sum();
        let [own, opened] = [&view.plan, &view.routine].map(|cards| cards.iter().map(|c| c.cost).sum::<Fen>());
        Month {
            view,
            free: Role::ALL.map(|role| view.staff(role).hours - planned(role)),
            purse: view.spendable + own - opened,
            routine: view.routine.iter().map(|c| &c.card).collect(),
        }
    }

    fn free(&self, role: Role) -> Minutes {
        self.free[role.index()]
    }

    fn takes(&self, role: Role, card: &Card) -> (Minutes, Fen) {
        takes_outside(card, &self.view.guide, role, |id| self.view.customer(id).map_or(Fen::ZERO, |c| c.last_amount))
    }

    /// An answer of these cards; None where the routine, hours or money do not allow it.
    fn answer(&self, role: Role, choice: Choice, actions: impl IntoIterator<Item = Action>) -> Option<Answer> {
        let cards: Vec<Card> = actions.into_iter().map(|action| Card { action, write_up: true }).collect();
        let (mut minutes, mut cost) = (Minutes::ZERO, Fen::ZERO);
        for card in &cards {
            let takes = self.takes(role, card);
            (minutes, cost) = (minutes + takes.0, cost + takes.1);
            let again = self.routine.iter().any(|c| card.action.repeats(&c.action));
            if again || !missing(&card.action, &self.view.known, &self.routine, &self.routine).is_empty() {
                return None;
            }
        }
        if cards.is_empty() || minutes > self.free(role) || (cost > Fen::ZERO && cost > self.purse) {
            return None;
        }
        let view = self.view;
        let own = || view.plan.iter().filter(|c| !c.filled_in && c.role == role);
        let planned = cards.iter().map(|card| own().find(|c| does_the_same(&card.action, &c.card.action)).map(|c| c.id)).collect();
        Some(Answer { choice, cards, minutes, cost, planned, hindrance: None })
    }

    /// Whether the hours of the role do not suffice for all the answers.
    fn contest(&self, role: Role, answers: &[Answer]) -> bool {
        answers.len() > 1 && answers.iter().map(|a| a.minutes).sum::<Minutes>() > self.free(role)
    }
}

/// Whether two quotes say the same.
fn tells(one: &QuoteTerms, other: &QuoteTerms) -> bool {
    (one.promise, one.express, one.discount) == (other.promise, other.express, other.discount)
}

/// Whether a planned card is the one that was offered; its hours may have been changed.
fn does_the_same(offered: &Action, planned: &Action) -> bool {
    match (offered, planned) {
        (Action::Quote(cards::Quote { deal, terms }), Action::Quote(other)) => *deal == other.deal && tells(terms, &other.terms),
        // two answers may be lists that have somebody in common
        (Action::Qualify(offered), Action::Qualify(planned)) => offered.customers == planned.customers,
        (Action::PursueMany(offered), Action::PursueMany(planned)) => offered.deals.iter().map(|d| d.0).eq(planned.deals.iter().map(|d| d.0)),
        (Action::Care(offered), Action::Care(planned)) => offered.visits.iter().map(|v| v.0).eq(planned.visits.iter().map(|v| v.0)),
        // an hour of looking around beside something else is no month of it
        (Action::Prospect(offered), Action::Prospect(planned)) => planned.time.0 * 2 >= offered.time.0,
        (Action::Gift(offered), Action::Gift(planned)) => {
            (offered.customer, offered.contact) == (planned.customer, planned.contact) && planned.amount <= offered.amount
        }
        _ => offered.repeats(planned) && offered.place() == planned.place(),
    }
}

#[cfg(test)]
mod tests;
