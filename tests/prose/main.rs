//! What is said of a game, without a window: every kind of thing that can happen, move a number, lack or be refused, and
//! every card, in both languages; and that what is told is true.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

/// A value of every variant: one that is left out does not compile.
macro_rules! every {
    ($type:ty: $($pattern:pat => $value:expr),* $(,)?) => {{
        const _: fn(&$type) = |value| match value { $($pattern => {}),* };
        let all: Vec<$type> = vec![$($value),*];
        all
    }};
}

mod kinds;
mod refusals;
mod words;

use kinds::*;
use rapport::advice::offer;
use rapport::bots::BotKind;
use rapport::crm::doubles::Why;
use rapport::crm::fields::SheetField;
use rapport::crm::import::{Fault, FaultKind};
use rapport::crm::sheet_file::FileFault;
use rapport::insight::{kpi, leader as leaders_views, orders, pipeline};
use rapport::prose::{
    Prose, accounts, advice, agenda, campaigns, cards, decided_deals, happenings, highlights, key_figures, leader, lessons, lists, names, open_deals, reasons,
    relations, staff, standing, stories, talks, ten_c, tenders, tickets,
};
use rapport::room::{Act, Player, Refusal, Revision, Room, Setup, TeamSetup};
use rapport::sim::cards as card;
use rapport::sim::cards::{Action, Card, Estimate};
use rapport::sim::journal::effect::{About, Cause, Effect, Measure};
use rapport::sim::journal::report::{Advantage, BidTerm, CampaignResult, Happened, Interaction, InteractionKind, NotInvited, Outcome, Points, Unknown, Unseen};
use rapport::sim::scenario::{Investment, Severity, Style};
use rapport::sim::state::{Compliance, DealOutcome, MarketKind};
use rapport::sim::terms::{Amount, Found, Intent, Missing, Phase, QueuePolicy, QuoteTerms, Reject, Revealed, Winner};
use rapport::sim::units::{
    ChannelId, ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedId, ProductId, RivalId, Role, Round, Seat, TeamId, TicketId,
};
use rapport::sim::view::View;
use rapport::words::{Lang, tr};

const SEAT: Seat = Seat { team: TeamId(0), role: Role::AccountManager };

/// A game of a built-in case after so many months: one team that takes the plan as it lies, and one of bots.
fn view(case: usize, months: u16) -> View {
    view_of(SEAT, case, months)
}

/// The same as another seat sees it.
fn view_of(seen_by: Seat, case: usize, months: u16) -> View {
    let (_, text) = rapport::scenario::embedded()[case];
    let teams = vec![
        TeamSetup { name: "Foresight".to_owned(), players: [Player::Person; Role::COUNT], members: Vec::new() },
        TeamSetup { name: "Same Boat".to_owned(), players: [Player::Bot(BotKind::Balanced); Role::COUNT], members: Vec::new() },
    ];
    let setup = Setup { seed: 11, luck: 11, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    let mut room = Room::new(text, setup).unwrap();
    while room.round().0 <= months && !room.over() {
        let people: Vec<Seat> = room.people().collect();
        for seat in people {
            room.send(room.now(seat, Act::Submit)).unwrap();
        }
        room.resolve().unwrap();
    }
    room.view(seen_by).unwrap()
}

/// A text is there, has no missing key, no missing value, and no number that is none.
#[track_caller]
fn sound(text: &str) {
    let is_sound = !text.trim().is_empty() && !text.contains(['⟦', '{', '}']) && !text.contains("NaN") && !text.contains("inf ");
    assert!(is_sound, "\"{text}\"");
}

#[track_caller]
fn has_text(key: &str) {
    for lang in Lang::ALL {
        sound(&tr(lang, key));
    }
}

/// In each case a deal the team knows, or knew.
fn a_deal(view: &View) -> NeedId {
    view.deals.first().expect("a deal").id
}

#[test]
fn everything_that_can_happen_is_told_in_both_languages() {
    for case in 0..rapport::scenario::embedded().len() {
        let view = view(case, 5);
        let deal = a_deal(&view);
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            for what in happened(deal.customer, deal) {
                let told = happenings::sentence(&prose, &what);
                sound(&told);
                if let Some(customer) = happenings::customer(&what) {
                    sound(&happenings::without_name(&prose, customer, &told));
                }
                if let Some(odds) = decided_deals::odds(&prose, &what) {
                    sound(&odds);
                }
                // a month in which this alone happened
                let mut month = view.clone();
                let past = month.past.rounds.last_mut().unwrap();
                past.happened = vec![what];
                let round = Round(month.past.rounds.len() as u16);
                for highlight in highlights::all(&Prose::new(&month, lang), round) {
                    sound(&highlight.title);
                    assert!(highlight.cause.is_empty() || !highlight.cause.contains('⟦'), "{}", highlight.cause);
                }
            }
            for outcome in [
                DealOutcome::Won(Fen::yuan(9)),
                DealOutcome::Lost(Winner::Nobody),
                DealOutcome::Lost(Winner::Rival(RivalId(0))),
                DealOutcome::NoSale,
                DealOutcome::Declined,
            ] {
                sound(&decided_deals::outcome(&prose, outcome));
            }
        }
    }
}

#[test]
fn every_cause_condition_and_refusal_has_a_text() {
    for cause in causes() {
        has_text(names::cause(cause));
        for measure in measures() {
            for change in [-1.0, 1.0] {
                has_text(names::cause_of(cause, measure, change));
            }
        }
    }
    for measure in measures() {
        has_text(names::measure(measure));
        has_text(names::measure_hint(measure));
    }
    let view = view(0, 1);
    for lang in Lang::ALL {
        let prose = Prose::new(&view, lang);
        for missing in missing() {
            sound(&prose.missing(&[missing, Missing::Cash]));
            sound(&prose.refusal(Reject::Missing(missing)));
            sound(&tr(lang, names::reject(Reject::Missing(missing))));
        }
        for reject in rejects() {
            sound(&prose.refusal(reject));
        }
        for amount in amounts() {
            sound(&prose.refusal(Reject::BadAmount(amount)));
        }
        for refusal in refusals() {
            let key = names::of_room(refusal.code());
            assert_ne!(key, names::of_room("another"), "{refusal:?} has a text of its own");
            sound(&tr(lang, key));
        }
        sound(&tr(lang, names::of_room("another")));
    }
}

#[test]
fn every_card_is_told_in_both_languages() {
    for case in 0..rapport::scenario::embedded().len() {
        let view = view(case, 3);
        let deal = a_deal(&view);
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            for action in actions(deal.customer, deal) {
                sound(&cards::name(&prose, &action));
                sound(&cards::purpose(&prose, &action));
                sound(&cards::planned(&prose, &Card { action: action.clone(), write_up: false }));
                // there is no medium to name where nobody advertises
                let is_known = !matches!(action, Action::Campaign(_)) || !view.guide.media.is_empty();
                if is_known {
                    sound(&cards::detail(&prose, &action));
                }
            }
            for estimate in estimates() {
                sound(&cards::estimate(&prose, &estimate));
            }
            for offer in offer::desk_offers(&view).into_iter().chain(offer::offers(&view, deal.customer)) {
                sound(&cards::takes(&prose, &offer));
                sound(&cards::tends(&prose, &offer));
                cards::outlook(&prose, &offer).iter().for_each(|line| sound(line));
                cards::meaning(&prose, &offer.estimate).iter().for_each(|meaning| sound(meaning));
                sound(&cards::estimate(&prose, &offer.estimate));
                if let Some(beyond) = cards::beyond_means(&prose, &offer, None) {
                    sound(&beyond);
                }
            }
        }
    }
}

#[test]
fn a_whole_game_is_told_in_both_languages() {
    for case in 0..rapport::scenario::embedded().len() {
        // one of them from its first month to its last
        let moments: &[u16] = if case == 0 { &[0, 4, 99] } else { &[4] };
        for &months in moments {
            let view = view(case, months);
            for lang in Lang::ALL {
                whole(&Prose::new(&view, lang));
            }
        }
    }
}

/// All that a page could say of this view.
fn whole(prose: &Prose) {
    let view = prose.view;
    for entry in agenda::entries(prose, true) {
        sound(&entry.title);
        sound(&entry.sub);
        for reply in &entry.replies {
            sound(&reply.label);
            sound(&reply.name());
            sound(&reply.cost);
        }
        for left_out in &entry.rest {
            sound(&left_out.title);
            sound(&left_out.sub);
        }
        // at a desk of all roles, and at one of a single role
        for roles in [&Role::CORE[..], &Role::CORE[2..]] {
            let does = agenda::does(prose, entry.item, roles);
            assert!(!does.contains('⟦'), "{does}");
            agenda::blocked(prose, entry.item, roles).iter().for_each(|why| sound(why));
        }
    }
    sound(&advice::of_month(prose));
    for lesson in lessons::lessons(prose, Some(1)) {
        sound(&lesson.title);
        [lesson.amount, lesson.told, lesson.instead].iter().filter(|told| !told.is_empty()).for_each(|told| sound(told));
    }
    for part in standing::parts(prose) {
        [part.name, part.short, part.why].iter().for_each(|told| sound(told));
    }
    [standing::goal(prose), standing::scale(prose), standing::shown_from(prose)].iter().for_each(|told| sound(told));
    for (title, how) in standing::month(prose) {
        sound(&title);
        sound(&how);
    }
    for round in (1..=view.past.rounds.len() as u16).map(Round) {
        for highlight in highlights::all(prose, round) {
            sound(&highlight.title);
        }
        for happened in &view.past.rounds[usize::from(round.0) - 1].happened {
            sound(&happenings::sentence(prose, happened));
        }
    }
    let rows = orders::customers(view);
    for figure in key_figures::rows(prose, &kpi::kpis(view, &rows)) {
        sound(&figure.name);
        sound(&figure.value);
        sound(&figure.counts);
    }
    for row in [accounts::account(prose), accounts::cash_flow(prose), accounts::marketing(prose)].concat() {
        sound(&row.name);
        assert_eq!(row.months.len(), view.past.months.len());
    }
    let found = leaders_views::diligence(view);
    for work in &found.roles {
        sound(&leader::talks(prose, work));
        sound(&leader::tasks(prose, work));
    }
    leaders_views::near(view).iter().for_each(|near| sound(&leader::near(prose, near)));
    for stage in 1..=6 {
        sound(&leader::short_stave(prose, Some(stage), &pipeline::pipeline(view)).unwrap());
        sound(&open_deals::stage_needs(prose, stage));
    }
    for &role in view.guide.roles() {
        let staffed = view.staff(role);
        [staff::busy(prose, staffed), staff::overworked(prose, staffed)].iter().flatten().for_each(|told| sound(told));
    }
    for what in [Investment::CallCentre, Investment::WebPlatform] {
        sound(&staff::investment(prose, what));
    }
    view.contracts.iter().filter_map(|contract| open_deals::contract_kept(prose, contract)).for_each(|told| sound(&told));
    sound(&relations::support(prose, None));
    for customer in &view.customers {
        sound(&relations::phase_and_orders(prose, customer));
        sound(&relations::order_figure(prose, customer));
        sound(&relations::yearly(prose, customer, |value| prose.money(value)));
        relations::tier_told(prose, customer).iter().for_each(|(tier, why)| {
            sound(tier);
            sound(why);
        });
        sound(&relations::support(prose, view.open_deals(customer.id).next()));
        customer.contacts.iter().for_each(|contact| sound(&relations::contact(prose, contact)));
        [relations::evaluated(prose, customer.id), relations::poached(prose, customer)].iter().flatten().for_each(|told| sound(told));
        for measure in measures() {
            let reasons = reasons::latest(prose, Some(customer.id), measure);
            sound(&reasons.subject);
            reasons.lines.iter().for_each(|line| sound(&line.cause));
        }
        tickets::history(prose, customer.id).iter().for_each(|(_, told)| sound(told));
        if let Some(sheet) = rapport::insight::ten_c::ten_c(view, customer.id, &rows) {
            for part in ten_c::parts(prose, &sheet) {
                sound(&part.title);
                part.facts.iter().for_each(|(what, much)| {
                    sound(what);
                    sound(much);
                });
            }
        }
    }
    for customer in stories::cast(prose) {
        sound(&stories::question(prose, customer));
        let course = stories::course(prose, customer.id, Measure::Trust, customer.trust);
        assert_eq!(course.len(), view.past.rounds.len());
        stories::marks(prose, customer.id, &course).iter().for_each(|mark| sound(&mark.text));
        stories::story(prose, customer.id).iter().for_each(|event| sound(&happenings::sentence(prose, &event.happened)));
        assert!(stories::turning_points(prose, customer.id, Measure::Trust).is_sorted());
    }
    for deal in &view.deals {
        sound(&prose.deal(deal.id));
        sound(&open_deals::in_short(prose, deal));
        sound(&cards::need(prose, deal));
        sound(&prose.say(open_deals::next_step(prose, deal, open_deals::is_alone(prose, deal))));
        if let Some((told, _)) = open_deals::order(prose, deal) {
            sound(&told);
        }
    }
    view.goods.stock.iter().for_each(|stock| sound(&open_deals::stock(prose, stock)));
    view.tickets.iter().for_each(|ticket| sound(&tickets::name(prose, ticket)));
    view.tenders.iter().for_each(|tender| sound(&prose.tender(tender)));
    for award in &view.awards {
        sound(&tenders::awarded(prose, award));
        sound(&tenders::award(prose, award));
        sound(&tenders::judged(prose, award.kind));
    }
    for result in &view.campaigns {
        sound(&campaigns::what(prose, result));
        sound(&campaigns::result(prose, result));
    }
    if let Some(strategy) = &view.strategy {
        sound(&advice::strategy_kept(prose, strategy));
    }
}

#[test]
fn what_is_wrong_with_a_list_is_told_in_both_languages() {
    let view = view(0, 0);
    let found = "x".to_owned();
    let kinds = every!(FaultKind:
        FaultKind::NoName => FaultKind::NoName,
        FaultKind::Twice(_) => FaultKind::Twice(2),
        FaultKind::TooLong(_) => FaultKind::TooLong(20),
        FaultKind::Hidden => FaultKind::Hidden,
        FaultKind::Unknown { nearest: None, .. } => FaultKind::Unknown { found: found.clone(), nearest: None },
        FaultKind::Unknown { nearest: Some(_), .. } => FaultKind::Unknown { found: found.clone(), nearest: Some("y".to_owned()) },
    );
    let files = every!(FileFault:
        FileFault::TooLarge => FileFault::TooLarge,
        FileFault::TooMany => FileFault::TooMany,
        FileFault::Encoding => FileFault::Encoding,
        FileFault::OldWorkbook => FileFault::OldWorkbook,
        FileFault::OpenDocument => FileFault::OpenDocument,
        FileFault::Row { .. } => FileFault::Row { row: 3, problem: "x".to_owned() },
        FileFault::Workbook(_) => FileFault::Workbook("x".to_owned()),
    );
    for lang in Lang::ALL {
        let prose = Prose::new(&view, lang);
        for what in &kinds {
            sound(&lists::fault(&prose, &Fault { row: 4, column: SheetField::Kind, what: what.clone() }));
        }
        files.iter().for_each(|fault| sound(&lists::file_fault(&prose, fault)));
    }
    for why in [Why::SameName, Why::SameNumber, Why::SimilarName] {
        has_text(lists::why_same(why));
    }
}

#[test]
fn care_that_does_not_suffice_is_told_as_such() {
    let of = |cause, change| names::cause_of(cause, Measure::Satisfaction, change);
    assert_eq!([of(Cause::Cared, 1.0), of(Cause::Cared, -1.0)], ["cause-cared", "cause-cared-too-little"]);
    assert_eq!([of(Cause::Silence, 1.0), of(Cause::Silence, -1.0)], ["cause-silence-heals", "cause-no-care"]);
    assert_eq!(names::cause_of(Cause::Cared, Measure::Negative, -1.0), "cause-cared");
}

#[test]
fn a_resignation_names_those_whom_a_rival_courts_now() {
    // the team of bots has bid and lost
    let known = view_of(Seat { team: TeamId(1), role: Role::AccountManager }, 0, 8);
    for lang in Lang::ALL {
        let mut view = known.clone();
        let deal = view.deals.iter().find(|d| matches!(d.outcome, Some(DealOutcome::Lost(Winner::Rival(_))))).expect("a lost deal").clone();
        let id = deal.id.customer;
        let poacher = view.guide.poacher(id).expect("a rival");
        for round in &mut view.past.rounds {
            round.happened.clear();
            round.effects.clear();
        }
        let lost = Happened::NotWon {
            deal: deal.id,
            winner: Winner::Rival(poacher),
            utility: Default::default(),
            chance: 0.3,
            unseen: None,
            weak: None,
            room: None,
            advantage: None,
            field: Vec::new(),
        };
        let plain = happenings::sentence(&Prose::new(&view, lang), &lost);
        let before = Round(deal.due.0 - 1);
        let left = Effect { round: before, customer: Some(id), measure: Measure::Bond, from: 80.0, to: 16.0, cause: Cause::Resigned, about: About::Nothing };
        let past = &mut view.past.rounds[usize::from(before.0) - 1];
        past.effects.push(left);
        past.happened.push(Happened::Resigned { role: Role::AccountManager });
        let prose = Prose::new(&view, lang);
        assert!(decided_deals::was_poached(&prose, id, before) && !decided_deals::was_poached(&prose, id, deal.due));
        let highlight = highlights::all(&prose, before).pop().expect("the resignation");
        assert!(highlight.cause.contains(&prose.customer(id)), "{}", highlight.cause);
        let told = happenings::sentence(&prose, &lost);
        assert!(told != plain && told.contains(&prose.winner(Winner::Rival(poacher))), "{told}");
    }
}

#[test]
fn a_rise_is_told_by_what_it_takes_and_not_by_trust_that_fell() {
    let mut view = view(0, 3);
    let id = view.customers[0].id;
    let trust = |from: f64, to: f64, cause| Effect { round: Round(2), customer: Some(id), measure: Measure::Trust, from, to, cause, about: About::Nothing };
    let past = &mut view.past.rounds[1];
    past.effects = vec![trust(30.0, 32.0, Cause::Called), trust(32.0, 22.0, Cause::Resigned)];
    past.happened.clear();
    for (from, to, key) in [
        (Phase::Awareness, Phase::Exploration, "high-explores"),
        (Phase::Exploration, Phase::Formation, "high-forms"),
        (Phase::Formation, Phase::Stability, "high-stable"),
        (Phase::Lost, Phase::Exploration, "high-returns-why"),
    ] {
        view.past.rounds[1].happened = vec![Happened::Phase { customer: id, from, to, cause: None }];
        let prose = Prose::new(&view, Lang::En);
        let rise = highlights::all(&prose, Round(2)).pop().expect("the rise");
        assert_eq!((rise.cause, rise.chip), (prose.say(key), String::new()));
    }
}

#[test]
fn where_a_number_begins_is_no_change() {
    let mut view = view(0, 3);
    let id = view.customers[0].id;
    let trust = |from: f64, to: f64, cause| Effect { round: Round(2), customer: Some(id), measure: Measure::Trust, from, to, cause, about: About::Nothing };
    view.past.rounds[1].effects = vec![trust(30.0, 28.0, Cause::Met), trust(28.0, 29.0, Cause::Called)];
    let prose = Prose::new(&view, Lang::En);
    assert_eq!(reasons::changes(&prose, Some(id), Measure::Trust, Round(2)).map(|e| e.cause).collect::<Vec<_>>(), [Cause::Called]);
}

#[test]
fn the_talks_of_a_month_are_summed_up_with_the_preparation() {
    let (mut view, customer) = (view(0, 2), CustomerId(0));
    let talk = |kind, contact: Option<u8>, hours| Interaction {
        round: Round(1),
        customer,
        role: Role::AccountManager,
        kind,
        contact: contact.map(ContactId),
        style: None,
        minutes: Minutes::from_hours(hours),
        cost: Fen::ZERO,
        outcome: Outcome::Done,
        written_up: false,
    };
    let call = |contact| talk(InteractionKind::Call, Some(contact), 4);
    let mut told = |lines: Vec<Interaction>, lang| {
        view.past.interactions = lines;
        talks::of_month(&Prose::new(&view, lang), customer, Round(1))
    };
    assert_eq!(told(vec![call(0), call(3)], Lang::En), None, "two talks need no sum");
    let month = || vec![call(3), call(0), call(0), call(3), call(0), talk(InteractionKind::Preparation, None, 20)];
    assert_eq!(told(month(), Lang::En).as_deref(), Some("3 meetings with Zhao Yuan, CEO; 2 with Mr Lu, purchasing manager; 20 h of preparation"));
    assert_eq!(told(month(), Lang::Zh).as_deref(), Some("与赵远（总经理）面谈 3 次；与鲁经理（采购）面谈 2 次；准备工作 20 小时"));
}
