//! What may be written, by whom, how long, and that no rule ever notices.

use super::*;
use crate::sim::notes::{FIRM_NAME, Field, Span};
use crate::sim::planning::command::Command;
use crate::sim::terms::{Kind, Phase, TaskKind};
use crate::sim::testing::{HERO, game, seat};
use crate::sim::units::{IndustryId, TeamId};
use crate::sim::{apply, hash, resolve, view};

const LEADER: Role = Role::AccountManager;

fn write(state: &mut Game, role: Role, note: Note) -> Result<(), Reject> {
    let before = format!("{:?}", state.teams);
    let answer = apply(state, seat(0, role), Command::Note(note));
    assert!(answer.is_ok() || format!("{:?}", state.teams) == before, "a refused note changed something");
    answer
}

fn post(text: &str, reply: Option<NoteId>) -> Note {
    Note::Post { text: text.to_owned(), reply }
}

fn own(reach: &str, remark: &str) -> OwnFields {
    OwnFields { reach: reach.to_owned(), remark: remark.to_owned() }
}

fn firm(name: &str, own: OwnFields) -> Firm {
    Firm { name: name.to_owned(), kind: Kind::Intending, own }
}

fn known(state: &Game) -> CustomerId {
    view(state, seat(0, LEADER)).customers[0].id
}

#[test]
fn notes_change_no_rule() {
    let (mut quiet, mut noted) = (game(3, 1), game(3, 1));
    let customer = known(&noted);
    for note in [
        post("Ms Han likes round numbers", None),
        Note::Own(customer, own("021-5555", "prefers mornings")),
        Note::Enter(firm("Unheard Ltd", OwnFields::default())),
        Note::Suggest { text: "More care".to_owned(), signature: Signature::Anonymous },
        Note::SaveQuery { name: "mine".to_owned(), query: Query(vec![Condition::OpenDeal]) },
        Note::Leader(Role::Service),
    ] {
        assert_eq!(write(&mut noted, LEADER, note), Ok(()));
    }
    while !quiet.over() {
        assert_eq!(resolve(&mut quiet), resolve(&mut noted));
    }
    assert_ne!(hash(&quiet), hash(&noted), "notes are part of the state");
    noted.teams[0].notes = Arc::default();
    assert_eq!(hash(&quiet), hash(&noted), "and of nothing else in it");
}

#[test]
fn a_seat_that_does_not_exist_writes_nothing() {
    let mut state = game(1, 1);
    let nobody = Seat { team: TeamId(9), role: LEADER };
    assert_eq!(apply(&mut state, nobody, Command::Note(post("hello", None))), Err(Reject::NoSuchSeat));
}

#[test]
fn texts_are_as_long_as_allowed_and_show_all_they_hold() {
    let mut state = game(1, 1);
    let exact = "长".repeat(MESSAGE);
    assert_eq!(write(&mut state, LEADER, post(&exact, None)), Ok(()));
    for bad in [format!("{exact}长"), String::new(), " blank".to_owned(), "blank\n".to_owned(), "bell\u{7}".to_owned(), "turned\u{202e}round".to_owned()] {
        assert_eq!(write(&mut state, LEADER, post(&bad, None)), Err(Reject::BadText), "{bad:?}");
    }
    assert_eq!(write(&mut state, LEADER, post("two\nlines", None)), Ok(()));
    assert_eq!(write(&mut state, LEADER, Note::Enter(firm("two\nlines", OwnFields::default()))), Err(Reject::BadText));
    assert_eq!(write(&mut state, LEADER, Note::Enter(firm(&"x".repeat(FIRM_NAME + 1), OwnFields::default()))), Err(Reject::BadText));
    let customer = known(&state);
    assert_eq!(write(&mut state, LEADER, Note::Own(customer, own("", &"x".repeat(REMARK + 1)))), Err(Reject::BadText));
    assert_eq!(write(&mut state, LEADER, Note::Own(customer, own(&"x".repeat(REACH + 1), ""))), Err(Reject::BadText));
}

#[test]
fn lists_have_room_for_so_many_and_no_more() {
    let mut state = game(1, 1);
    let save = |n: usize| Note::SaveQuery { name: format!("query {n}"), query: Query::default() };
    for n in 0..MOST_QUERIES {
        assert_eq!(write(&mut state, LEADER, save(n)), Ok(()));
    }
    assert_eq!(write(&mut state, LEADER, save(999)), Err(Reject::NotesFull));
    let first = state.teams[0].notes.queries[0].id;
    assert_eq!(write(&mut state, LEADER, Note::DropQuery(first)), Ok(()));
    assert_eq!(write(&mut state, LEADER, save(999)), Ok(()));
}

#[test]
fn queries_are_saved_renamed_and_dropped() {
    let mut state = game(1, 1);
    let query = Query(vec![Condition::Phase(Phase::Decline), Condition::Silent(3), Condition::Industry(IndustryId(1))]);
    let save = |name: &str, query: &Query| Note::SaveQuery { name: name.to_owned(), query: query.clone() };
    assert_eq!(write(&mut state, Role::Service, save("slipping", &query)), Ok(()));
    assert_eq!(write(&mut state, Role::Service, save("slipping", &query)), Err(Reject::SameName));
    assert_eq!(write(&mut state, Role::Service, save("", &query)), Err(Reject::BadText));
    let id = state.teams[0].notes.queries[0].id;
    let renamed = Note::ChangeQuery { id, name: "to be saved".to_owned(), query: Query(vec![Condition::Overdue]) };
    assert_eq!(write(&mut state, LEADER, renamed.clone()), Ok(()), "the team's, not one person's");
    assert_eq!(write(&mut state, LEADER, renamed), Ok(()), "its own name is no other's");
    let saved = &state.teams[0].notes.queries;
    assert_eq!((saved.len(), saved[0].name.as_str(), &saved[0].query), (1, "to be saved", &Query(vec![Condition::Overdue])));
    assert_eq!(write(&mut state, LEADER, Note::DropQuery(id)), Ok(()));
    assert_eq!(write(&mut state, LEADER, Note::DropQuery(id)), Err(Reject::NoSuchNote));
}

#[test]
fn conditions_make_sense() {
    let mut state = game(1, 1);
    for bad in [
        vec![Condition::Industry(IndustryId(2))],
        vec![Condition::Satisfaction { from: 80, to: 60 }],
        vec![Condition::Satisfaction { from: 80, to: 101 }],
        vec![Condition::Name(String::new())],
        vec![Condition::Person(1)],
        vec![Condition::OpenDeal, Condition::OpenDeal],
        (0..=MOST_CONDITIONS as u16).map(Condition::Silent).collect(),
    ] {
        let note = Note::SaveQuery { name: "q".to_owned(), query: Query(bad.clone()) };
        assert_eq!(write(&mut state, LEADER, note), Err(Reject::BadList), "{bad:?}");
    }
}

#[test]
fn own_fields_belong_to_known_customers_and_go_when_empty() {
    let mut state = game(1, 1);
    let customer = known(&state);
    assert_eq!(write(&mut state, LEADER, Note::Own(HERO, own("1", ""))), Err(Reject::NoSuchCustomer), "New Era is still to be met");
    assert_eq!(write(&mut state, LEADER, Note::Own(customer, own("021-5555", "likes tea"))), Ok(()));
    assert_eq!(view(&state, seat(0, Role::Service)).notes.own(customer), Some(&own("021-5555", "likes tea")));
    assert_eq!(write(&mut state, LEADER, Note::Own(customer, OwnFields::default())), Ok(()));
    assert!(state.teams[0].notes.own.is_empty());
}

#[test]
fn a_firm_merges_into_a_customer_or_another_firm() {
    let mut state = game(1, 1);
    let customer = known(&state);
    let enter = |name: &str, fields: OwnFields| Note::Enter(firm(name, fields));
    assert_eq!(write(&mut state, LEADER, Note::Own(customer, own("021-5555", "likes tea"))), Ok(()));
    assert_eq!(write(&mut state, LEADER, enter("Alpha", own("021-5555", "met at the fair"))), Ok(()));
    assert_eq!(write(&mut state, LEADER, enter("Beta", own("", "big"))), Ok(()));
    assert_eq!(write(&mut state, LEADER, enter("Beta Ltd", own("0571-1", "big"))), Ok(()));
    let [alpha, beta, ltd] = [0, 1, 2].map(|n| state.teams[0].notes.firms[n].id);
    assert_eq!(write(&mut state, LEADER, Note::Merge { firm: alpha, into: Same::Customer(HERO) }), Err(Reject::NoSuchCustomer));
    assert_eq!(write(&mut state, LEADER, Note::Merge { firm: alpha, into: Same::Firm(alpha) }), Err(Reject::NoSuchNote));
    assert_eq!(write(&mut state, LEADER, Note::Merge { firm: alpha, into: Same::Customer(customer) }), Ok(()));
    assert_eq!(state.teams[0].notes.own(customer), Some(&own("021-5555", "likes tea\nmet at the fair")));
    assert_eq!(write(&mut state, LEADER, Note::Merge { firm: ltd, into: Same::Firm(beta) }), Ok(()));
    let firms = &state.teams[0].notes.firms;
    assert_eq!((firms.len(), &firms[0].firm), (1, &firm("Beta", own("0571-1", "big"))));
}

#[test]
fn a_talk_may_be_annotated_by_whoever_held_it_or_the_leader_and_keeps_its_time() {
    let mut state = game(1, 1);
    while state.journal.teams[0].interactions.is_empty() {
        resolve(&mut state);
    }
    let talk = state.journal.teams[0].interactions[0].clone();
    let other = Role::ALL.into_iter().find(|&r| r != talk.role && r != LEADER).expect("three roles");
    let words = |text: &str| Note::Talk(TalkId(0), text.to_owned());
    assert_eq!(write(&mut state, other, words("not mine")), Err(Reject::NotYours));
    assert_eq!(write(&mut state, talk.role, words("asked for a lower price")), Ok(()));
    assert_eq!(write(&mut state, LEADER, words("asked for a trial")), Ok(()));
    let seen = view(&state, seat(0, other));
    assert_eq!((seen.notes.talk(TalkId(0)), &seen.past.interactions[0]), (Some("asked for a trial"), &talk));
    let beyond = TalkId(state.journal.teams[0].interactions.len() as u32);
    assert_eq!(write(&mut state, LEADER, Note::Talk(beyond, "?".to_owned())), Err(Reject::NoSuchNote));
    assert_eq!(write(&mut state, talk.role, words("")), Ok(()));
    assert_eq!(state.teams[0].notes.talk(TalkId(0)), None);
}

#[test]
fn the_leader_annotates_tasks() {
    let mut state = game(1, 1);
    let task = Command::AddTask { customer: known(&state), role: Role::Service, kind: TaskKind::Visit, due: Round(2) };
    assert_eq!(apply(&mut state, seat(0, Role::Service), task), Ok(()));
    let id = state.teams[0].management.tasks[0].id;
    assert_eq!(write(&mut state, Role::Service, Note::Task(id, "mine".to_owned())), Err(Reject::NotLeader));
    assert_eq!(write(&mut state, LEADER, Note::Task(id, "before the 10th".to_owned())), Ok(()));
    assert_eq!(write(&mut state, LEADER, Note::Task(id + 1, "none".to_owned())), Err(Reject::NoSuchTask));
    assert_eq!(view(&state, seat(0, Role::Service)).notes.task(id), Some("before the 10th"));
}

#[test]
fn answers_hang_on_the_first_message_and_an_answered_one_leaves_its_place() {
    let mut state = game(1, 1);
    assert_eq!(write(&mut state, Role::Developer, post("who calls Alpha?", None)), Ok(()));
    let first = state.teams[0].notes.messages[0].id;
    assert_eq!(write(&mut state, Role::Service, post("I do", Some(first))), Ok(()));
    let answer = state.teams[0].notes.messages[1].id;
    assert_eq!(write(&mut state, Role::Developer, post("thanks", Some(answer))), Ok(()));
    assert_eq!(state.teams[0].notes.messages[2].reply, Some(first));
    assert_eq!(write(&mut state, Role::Developer, post("?", Some(NoteId(99)))), Err(Reject::NoSuchNote));
    assert_eq!(write(&mut state, Role::Service, Note::Withdraw(first)), Err(Reject::NotYours));
    assert_eq!(write(&mut state, Role::Developer, Note::Withdraw(first)), Ok(()));
    assert_eq!(write(&mut state, LEADER, Note::Withdraw(answer)), Ok(()));
    let left: Vec<&str> = state.teams[0].notes.messages.iter().map(|m| m.text.as_str()).collect();
    assert_eq!(left, ["", "thanks"]);
    assert_eq!(write(&mut state, Role::Developer, Note::Withdraw(first)), Err(Reject::NoSuchNote));
}

#[test]
fn suggestions_are_the_leaders_to_read_and_an_anonymous_one_has_no_name() {
    let mut state = game(1, 1);
    let suggest = |text: &str, signature| Note::Suggest { text: text.to_owned(), signature };
    assert_eq!(write(&mut state, Role::Service, suggest("less hunting", Signature::Anonymous)), Ok(()));
    assert_eq!(write(&mut state, Role::Developer, suggest("more fairs", Signature::Signed)), Ok(()));
    let read = |state: &Game, role| view(state, seat(0, role)).notes.suggestions.iter().map(|s| (s.by, s.text.clone())).collect::<Vec<_>>();
    let both = vec![(None, "less hunting".to_owned()), (Some(Role::Developer), "more fairs".to_owned())];
    assert_eq!([Role::Developer, LEADER, Role::Service].map(|role| read(&state, role)), [vec![], both.clone(), vec![]]);
    assert_eq!(write(&mut state, Role::Service, Note::Leader(Role::Cultivator)), Err(Reject::NoSuchSeat), "this scenario has none");
    assert_eq!(write(&mut state, Role::Service, Note::Leader(Role::Developer)), Ok(()), "nobody was named yet");
    assert_eq!(write(&mut state, Role::Service, Note::Leader(Role::Service)), Err(Reject::NotLeader));
    assert_eq!([Role::Developer, LEADER].map(|role| read(&state, role)), [both, vec![]]);
    assert_eq!(write(&mut state, Role::Developer, Note::Leader(LEADER)), Ok(()));
}

#[test]
fn a_query_keeps_one_condition_where_one_is_set() {
    let mut query = Query::default();
    query.toggle(Condition::Phase(Phase::Lost));
    query.toggle(Condition::Phase(Phase::Decline));
    query.toggle(Condition::Phase(Phase::Lost));
    query.set(Field::Due, Some(Condition::Due(Span::Now)));
    query.set(Field::Due, Some(Condition::Due(Span::Next)));
    assert_eq!(query.0, [Condition::Phase(Phase::Decline), Condition::Due(Span::Next)]);
    query.set(Field::Due, None);
    assert_eq!(query.get(Field::Due), None);
}
