//! What is asked, when, and what becomes of an answer.

use super::*;
use crate::sim::apply;
use crate::sim::game::Game;
use crate::sim::planning::command::Command;
use crate::sim::scenario::Severity;
use crate::sim::testing::{ALPHA, bare, buyer, deal, deal_of, guide_of, lead, open, quoted, relation, rules, seat, ticket};
use crate::sim::units::Round;
use crate::sim::view::view_now;

fn view(state: &Game) -> View {
    view_now(state, seat(0, Role::AccountManager))
}

/// Leads 1 to `count`, each with a deal whose need is confirmed: 110,000 and decided this month; those on the list are larger
/// and decided next month.
fn market(count: u16, large: &[u16]) -> Game {
    let mut state = bare(1);
    for id in 1..=count {
        lead(&mut state, CustomerId(id)).classification.qualified = true;
        deal(&mut state, CustomerId(id), 2);
        let later = Round(state.round.0 + 1);
        if large.contains(&id) {
            let need = state.worlds[0].needs.last_mut().expect("just made");
            (need.value, need.quantity, need.due) = (Fen::yuan(330_000), 60, later);
        }
    }
    state
}

fn of(list: &[Question], is: impl Fn(&About) -> bool) -> Option<&Question> {
    list.iter().find(|q| is(&q.about))
}

fn is_time(about: &About) -> bool {
    matches!(about, About::Time(..))
}

fn give(state: &mut Game, question: &Question, place: usize) {
    for card in &question.answers[place].cards {
        assert_eq!(apply(state, seat(0, question.role), Command::Add(card.clone())), Ok(()), "{card:?}");
    }
}

#[test]
fn where_there_is_time_for_every_deal_nothing_is_asked() {
    // 120 h of the account manager; 35 h for a deal, 52 h for a large one
    for (count, large, asked) in [(3, &[][..], false), (2, &[2][..], false), (2, &[1, 2][..], false), (3, &[2][..], true), (5, &[2][..], true)] {
        let state = market(count, large);
        assert_eq!(of(&questions(&view(&state)), is_time).is_some(), asked, "{count} deals, large: {large:?}");
    }
    let mut state = market(2, &[2]);
    rules(&mut state).work.role_hours = Minutes::from_hours(80);
    assert!(of(&questions(&view(&state)), is_time).is_some(), "with fewer hours it is");
}

#[test]
fn what_is_large_stands_against_what_is_urgent() {
    let mut state = market(6, &[4, 5]);
    // of the urgent ones the second has come furthest
    let far = state.teams[0].deals.iter().find(|d| d.id.customer == CustomerId(2)).expect("open").id;
    deal_of(&mut state, far).stage = 4;
    let asked = |state: &Game| -> Vec<u16> { of(&questions(&view(state)), is_time).expect("asked").deals().map(|id| id.customer.0).collect() };
    // with the next in size, for which there would be time beside them
    assert_eq!(asked(&state), [4, 2, 5]);
    // each for so long that not all of them get it
    let seen = view(&state);
    let question = of(&questions(&seen), is_time).expect("asked").clone();
    let routine = seen.routine.iter().filter(|c| c.role == Role::AccountManager).map(|c| c.minutes).sum();
    assert!(question.answers.iter().map(|a| a.minutes).sum::<Minutes>() > seen.staff(Role::AccountManager).hours - routine);
    // who trusts the team more can better be won with the same time
    relation(&mut state, CustomerId(3)).measures.trust = 90.0;
    assert_eq!(asked(&state), [4, 2, 3]);
    let list = questions(&view(&state));
    assert!(!list.iter().any(|q| matches!(q.about, About::Time(a, b) if a.customer == b.customer)));
}

#[test]
fn what_is_decided_after_the_game_is_no_answer() {
    let mut state = market(6, &[4]);
    assert!(of(&questions(&view(&state)), is_time).is_some());
    state.rounds = state.round.0;
    assert!(questions(&view(&state)).iter().flat_map(Question::deals).all(|id| id.customer != CustomerId(4)));
}

#[test]
fn a_deal_for_which_nothing_speaks_is_no_answer() {
    // all alike: whichever is dearest is right, so there is nothing to weigh
    let state = market(8, &[]);
    assert_eq!(of(&questions(&view(&state)), is_time), None);
    // a quote that everybody is for already: more time would not move it
    let mut state = market(4, &[4]);
    lead(&mut state, CustomerId(5)).classification.qualified = true;
    let quoted = quoted(&mut state, CustomerId(5));
    let urgent = |state: &Game| of(&questions(&view(state)), is_time).expect("asked").deals().nth(1);
    state.worlds[0].needs.iter_mut().find(|n| n.id == quoted).expect("there").due = state.round;
    deal_of(&mut state, quoted).quote.as_mut().expect("quoted").promise = 1.0; // no question of its own
    assert_eq!(urgent(&state), Some(quoted));
    let deal = deal_of(&mut state, quoted);
    deal.support.fill(1.0);
    deal.demo = true;
    assert_eq!(urgent(&state).map(|id| id.customer), Some(CustomerId(1)));
}

#[test]
fn an_answer_stands_until_another_takes_its_place() {
    let mut state = market(6, &[4]);
    relation(&mut state, CustomerId(3)).measures.trust = 90.0;
    let before = questions(&view(&state));
    let first = of(&before, is_time).expect("asked").clone();
    assert!(first.answered().is_none() && first.answers.iter().all(|a| a.possible() && !a.chosen()));
    give(&mut state, &first, 1);
    let after = questions(&view(&state));
    assert_eq!(after.iter().map(|q| q.about).collect::<Vec<_>>(), before.iter().map(|q| q.about).collect::<Vec<_>>(), "the questions stay");
    let answered = of(&after, is_time).expect("still there");
    assert_eq!(answered.answered().map(|a| a.choice), Some(first.answers[1].choice));
    let given = answered.answers[1].planned.clone();
    assert_eq!(given.len(), 1);
    // fill the rest of the month: only in its place is there room for another answer
    let left = view(&state).free(Role::AccountManager).half_hours() - Minutes(30);
    rules(&mut state).work.write_up = Minutes::ZERO;
    lead(&mut state, CustomerId(9));
    let call = Action::Call(cards::Call {
        customer: CustomerId(9),
        contact: Default::default(),
        deal: None,
        style: crate::sim::scenario::Style::C,
        intent: crate::sim::terms::Intent::Ask,
        time: left,
    });
    assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Add(Card { action: call, write_up: false })), Ok(()));
    let full = questions(&view(&state));
    let urgent = of(&full, is_time).expect("still there");
    let usual = urgent.answers.iter().find(|a| !a.chosen() && a.minutes == urgent.answers[1].minutes).expect("one as long");
    assert!(usual.possible(), "it takes the place of the one given");
    assert!(!urgent.answers[0].possible(), "the large one takes longer than what is freed");
    for card in given.into_iter().flatten() {
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), Command::Remove(card)), Ok(()));
    }
    assert!(of(&questions(&view(&state)), is_time).expect("still there").answered().is_none());
}

#[test]
fn a_quote_that_is_decided_this_month_asks_what_to_add() {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    let id = quoted(&mut state, ALPHA);
    let is_terms = |about: &About| *about == About::Terms(id);
    let list = questions(&view(&state));
    let question = of(&list, is_terms).expect("asked");
    let choices: Vec<Choice> = question.answers.iter().map(|a| a.choice).collect();
    assert_eq!(choices, [Choice::Convince(id), Choice::PromiseMore(id), Choice::CutPrice(id)]);
    // a quote at the lower price is that answer, and none of the others
    give(&mut state, question, 2);
    let list = questions(&view(&state));
    assert_eq!(of(&list, is_terms).and_then(Question::answered).map(|a| a.choice), Some(Choice::CutPrice(id)));
    // who has bought before is not moved by a promise
    let mut known = bare(1);
    buyer(&mut known, ALPHA, 2);
    let id = quoted(&mut known, ALPHA);
    let list = questions(&view(&known));
    let choices = of(&list, |about| *about == About::Terms(id)).map(|q| q.answers.iter().map(|a| a.choice).collect::<Vec<_>>());
    assert_eq!(choices, Some(vec![Choice::Convince(id), Choice::CutPrice(id)]));
    // decided later: nothing to add yet
    let mut later = bare(1);
    lead(&mut later, ALPHA);
    quoted(&mut later, ALPHA);
    later.worlds[0].needs[0].due = Round(later.round.0 + 1);
    assert!(of(&questions(&view(&later)), is_terms).is_none());
}

/// By answer: whether it adds up with others.
fn joining(state: &Game, question: &Question) -> Vec<bool> {
    let (view, answers): (View, Vec<&Answer>) = (view(state), question.answers.iter().collect());
    answers.iter().map(|answer| adds_up(&view, question.role, &answers, answer)).collect()
}

#[test]
fn a_talk_joins_a_quote_and_one_quote_takes_the_place_of_another() {
    let mut state = bare(1);
    lead(&mut state, ALPHA);
    let id = quoted(&mut state, ALPHA);
    let asked = |state: &Game| questions(&view(state)).into_iter().find(|q| q.about == About::Terms(id)).expect("asked");
    let question = asked(&state);
    assert_eq!(joining(&state, &question), [true, false, false]);
    // a promise is given: the lower price takes its place, the talk does not; and the signs stay as they are
    give(&mut state, &question, 1);
    let question = asked(&state);
    let [talk, promise, cut] = &question.answers[..] else { panic!("{question:?}") };
    let displaced = |state: &Game, answer: &Answer| in_the_way(&view(state), question.role, &[promise], answer);
    let planned = promise.planned[0].expect("planned");
    assert_eq!((displaced(&state, cut), displaced(&state, talk)), (vec![planned], Vec::new()));
    assert_eq!(joining(&state, &question), [true, false, false]);
    // where there are hours for one of them alone, each takes the place of the others
    rules(&mut state).work.role_hours = talk.minutes.max(promise.minutes);
    assert_eq!(joining(&state, &question), [false; 3]);
    assert_eq!(displaced(&state, talk), [planned]);
}

#[test]
fn of_three_deals_with_time_for_two_the_third_takes_their_place_once_two_are_given() {
    let mut state = market(6, &[4, 5]);
    let asked = |state: &Game| questions(&view(state)).into_iter().find(|q| is_time(&q.about)).expect("asked");
    assert_eq!(joining(&state, &asked(&state)), [true; 3]);
    for place in [0, 1] {
        let question = asked(&state);
        give(&mut state, &question, place);
    }
    let question = asked(&state);
    assert_eq!(question.answers.iter().map(Answer::chosen).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!(joining(&state, &question), [true, true, false]);
}

#[test]
fn with_time_for_every_deal_a_first_quote_asks_what_it_offers() {
    let mut state = market(2, &[]);
    let offer = |state: &Game| questions(&view(state)).into_iter().find(|q| matches!(q.about, About::Offer(_)));
    let question = offer(&state).expect("asked");
    let About::Offer(id) = question.about else { unreachable!("just looked for") };
    let choices: Vec<Choice> = question.answers.iter().map(|a| a.choice).collect();
    assert_eq!(choices, [Choice::Plain(id), Choice::PromiseMore(id), Choice::CutPrice(id)]);
    // the pursuit that is planned quotes one of them, and another can take its place
    for place in [2, 0] {
        let mut state = state.clone();
        give(&mut state, &question, place);
        let given = offer(&state).expect("still there");
        assert_eq!(given.answered().map(|a| a.choice), Some(choices[place]));
        assert!(given.answers.iter().all(|a| a.possible()));
    }
    // where time is scarce, time is the question
    assert!(offer(&market(5, &[2])).is_none());
    // what is quoted, or not understood yet, is none of it
    for deal in state.teams[0].deals.iter_mut() {
        deal.stage = 1;
    }
    assert!(offer(&state).is_none());
}

#[test]
fn looking_for_customers_stands_against_the_leads_there_are() {
    let mut state = bare(1);
    // nobody to advertise with; the fair is in the first month
    guide_of(&mut state).media.clear();
    state.round = Round(5);
    let looking = |state: &Game| questions(&view(state)).into_iter().find(|q| q.about == About::Looking);
    assert!(looking(&state).is_none(), "no leads, nothing to weigh");
    for id in 1..=12 {
        lead(&mut state, CustomerId(id));
    }
    let choices = |q: &Question| q.answers.iter().map(|a| a.choice).collect::<Vec<_>>();
    assert_eq!(looking(&state).map(|q| choices(&q)), Some(vec![Choice::Search, Choice::Qualify(12)]));
    state.round = Round(1);
    let fair = looking(&state).expect("asked");
    assert_eq!(choices(&fair), [Choice::Search, Choice::Exhibition, Choice::Qualify(12)]);
    // whoever goes to the fair qualifies with the rest of the time
    assert_eq!(fair.answers[1].cards.len(), 2);
    for id in 1..=12 {
        relation(&mut state, CustomerId(id)).classification.qualified = true;
    }
    assert!(looking(&state).is_none(), "nobody is left to qualify");
}

#[test]
fn a_quiet_buyer_stands_against_a_deal_and_the_year_ends_with_thanks() {
    let mut state = market(3, &[]);
    rules(&mut state).work.role_hours = Minutes::from_hours(30);
    buyer(&mut state, CustomerId(8), 2).activity.silent = 3;
    let quiet = |state: &Game| questions(&view(state)).into_iter().find(|q| matches!(q.about, About::Quiet(..)));
    let question = quiet(&state).expect("asked");
    assert_eq!(question.answers[1].choice, Choice::LookIn(CustomerId(8)));
    relation(&mut state, CustomerId(8)).activity.silent = 1;
    assert!(quiet(&state).is_none(), "heard lately");
    // the scenario begins in January
    let thanks = |state: &Game| questions(&view(state)).into_iter().find(|q| matches!(q.about, About::YearEnd(_)));
    let mut december = bare(1);
    buyer(&mut december, ALPHA, 2);
    assert!(thanks(&december).is_none());
    december.rounds = 24;
    while view(&december).calendar(december.round).1 != 12 {
        december.round = december.round.plus(1);
    }
    let question = thanks(&december).expect("asked");
    assert_eq!(question.answers.iter().map(|a| a.choice).collect::<Vec<_>>(), [Choice::Gift(ALPHA), Choice::Rebate(ALPHA)]);
    for place in 0..2 {
        give(&mut december.clone(), &question, place);
    }
}

#[test]
fn three_questions_at_most_and_two_for_one_role() {
    let mut state = market(12, &[1, 2, 3]);
    for id in 13..=18 {
        lead(&mut state, CustomerId(id));
    }
    for id in 1..=12 {
        ticket(&mut state, CustomerId(id), Severity::Minor, 1);
    }
    open(&mut state, 1);
    // with a quote to be decided the account manager has three questions, of which the dearest two are asked
    lead(&mut state, CustomerId(19)).classification.qualified = true;
    quoted(&mut state, CustomerId(19));
    let list = questions(&view(&state));
    let asked = |is: fn(&About) -> bool| list.iter().filter(|q| is(&q.about)).count();
    assert_eq!([asked(is_time), asked(|a| matches!(a, About::Terms(_))), list.len()], [2, 0, MOST]);
    // with nothing dearer beside it, it would be
    for id in 1..=12 {
        relation(&mut state, CustomerId(id)).phase = crate::sim::terms::Phase::Lost;
    }
    assert!(of(&questions(&view(&state)), |a| matches!(a, About::Terms(_))).is_some());
    for role in Role::CORE {
        assert!(list.iter().filter(|q| q.role == role).count() <= MOST_OF_A_ROLE);
    }
    while !state.over() {
        crate::sim::resolve(&mut state);
    }
    assert_eq!(questions(&view(&state)), []);
}

#[test]
fn a_deal_is_offered_with_the_hours_that_its_question_weighs() {
    let view = view(&market(6, &[4, 5]));
    let asked = questions(&view);
    let cards = asked.iter().flat_map(|question| &question.answers).flat_map(|answer| &answer.cards);
    let mut compared = 0;
    for card in cards {
        let Action::Pursue(cards::Pursue { deal, time, .. }) = &card.action else { continue };
        let offers = crate::advice::offer::offers(&view, deal.customer);
        let of_deal = |offers: &[Offer]| {
            offers.iter().find_map(|offer| match &offer.card.action {
                Action::Pursue(cards::Pursue { deal: of, time, .. }) if of == deal => Some(*time),
                _ => None,
            })
        };
        assert!(of_deal(&offers).is_some_and(|usual| usual < *time), "a question weighs more than the usual time");
        assert_eq!(of_deal(&as_asked(&view, offers)), Some(*time), "{deal:?}");
        compared += 1;
    }
    assert!(compared > 0);
}
