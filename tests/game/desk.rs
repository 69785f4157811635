//! The desk, its resolution and the results, tried without a window on a game that is really played.

use bevy_egui::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::advice;
use rapport::bots::BotKind;
use rapport::game::app::settings::{Look, Settings};
use rapport::game::app::shown::{Behind, Curtain, Ended, Shown};
use rapport::game::desk::state::{Evaluation, FunnelPage, Insight, ServicePage, ValuePage};
use rapport::game::desk::{Desk, Dialog, Draft, Request, SheetTab, Tab, desk_panel, keys};
use rapport::game::resolution::{Playback, resolution_panel};
use rapport::game::results::{Results, ResultsTab, Standings, results_panel};
use rapport::game::session::curtain::curtain_panel;
use rapport::game::theme;
use rapport::prose::{Prose, cards, checks, highlights, names};
use rapport::room::{Act, Player, Refusal, Revision, Room, Setup, TeamSetup};
use rapport::sim::cards::{Action, Card, Pursue};
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::Line;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::{Intent, Opening, QuoteTerms, Reject};
use rapport::sim::units::{Minutes, Role, Round, Seat, TeamId};
use rapport::sim::view::View;
use rapport::words::Lang;
use std::sync::Arc;

pub const SEAT: Seat = Seat { team: TeamId(0), role: Role::AccountManager };

/// A game after so many months: one team of people who take the plan as it lies, one of bots.
pub fn game(months: u16) -> Room {
    game_with_luck(months, 11)
}

/// The same board with this luck.
pub fn game_with_luck(months: u16, luck: u64) -> Room {
    let (_, text) = rapport::scenario::embedded()[0];
    game_of(text, months, luck)
}

fn game_of(text: &str, months: u16, luck: u64) -> Room {
    let teams = vec![
        TeamSetup { name: "Foresight".to_owned(), players: [Player::Person; Role::COUNT], members: Vec::new() },
        TeamSetup { name: "Same Boat".to_owned(), players: [Player::Bot(BotKind::Balanced); Role::COUNT], members: Vec::new() },
    ];
    let setup = Setup { seed: 11, luck, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    let mut room = Room::new(text, setup).expect("a game");
    while room.round().0 <= months && !room.over() {
        for role in Role::CORE {
            room.send(room.now(Seat { role, ..SEAT }, Act::Submit)).expect("submitted");
        }
        room.resolve().expect("resolved");
    }
    room
}

pub fn shown(months: u16) -> Shown {
    Shown { view: Arc::new(game(months).view(SEAT).expect("a seat")), stamp: u64::from(months) + 1, roles: Role::CORE.to_vec(), submitted: false }
}

pub struct Table {
    pub shown: Shown,
    pub desk: Desk,
    pub lang: Lang,
}

pub fn dressed<'a, S: 'a>(lang: Lang, state: S, draw: impl FnMut(&mut egui::Ui, &mut S) + 'a) -> Harness<'a, S> {
    dressed_at(egui::vec2(1280.0, 720.0), 100, lang, state, draw)
}

/// In a window of a size, in points, at a text size in percent.
pub fn dressed_at<'a, S: 'a>(size: egui::Vec2, text: u16, lang: Lang, state: S, mut draw: impl FnMut(&mut egui::Ui, &mut S) + 'a) -> Harness<'a, S> {
    let settings = Settings { lang, look: Look::Light, text_percent: text, reduced_motion: true, fictional_names: false };
    let mut is_dressed = false;
    let mut harness = Harness::builder().with_size(size).build_ui_state(
        move |ui, state| {
            if !is_dressed {
                theme::install_fonts(ui.ctx());
                rapport::game::dress(ui.ctx(), &settings);
                is_dressed = true;
                ui.ctx().request_repaint();
                return;
            }
            draw(ui, state);
        },
        state,
    );
    harness.run_ok();
    harness
}

pub fn table(months: u16, lang: Lang) -> Harness<'static, Table> {
    table_at(egui::vec2(1280.0, 720.0), 100, shown(months), lang)
}

/// The desk in a window of a size, in points, at a text size in percent.
pub fn table_at(size: egui::Vec2, text: u16, shown: Shown, lang: Lang) -> Harness<'static, Table> {
    let state = Table { shown, desk: Desk::default(), lang };
    dressed_at(size, text, lang, state, |ui, table| {
        let context = ui.ctx().clone();
        keys(&table.shown, &mut table.desk, table.lang, &context);
        desk_panel(&table.shown, &mut table.desk, table.lang, &[], ui);
    })
}

#[test]
fn every_tab_and_dialog_draws_in_both_languages() {
    for lang in Lang::ALL {
        let mut desk = table(5, lang);
        let customers: Vec<_> = desk.state().shown.view.customers.iter().map(|c| c.id).collect();
        for tab in Tab::ALL {
            desk.state_mut().desk.tab = tab;
            desk.run_ok();
        }
        for tab in [SheetTab::Act, SheetTab::Profile, SheetTab::Contacts, SheetTab::Log, SheetTab::Deals, SheetTab::Service, SheetTab::Value] {
            for &customer in customers.iter().take(6) {
                desk.state_mut().desk.open(customer, Some(tab));
                desk.run_ok();
            }
        }
        let start = advice::strategy::start(&desk.state().shown.view);
        for dialog in
            [Dialog::Strategy(start), Dialog::Levels, Dialog::Evaluate(Evaluation::of(&desk.state().shown.view, customers[0])), Dialog::Help, Dialog::Summary]
        {
            desk.state_mut().desk.dialog = Some(dialog);
            desk.run_ok();
        }
    }
}

#[test]
fn every_page_of_figures_draws_in_both_languages() {
    for lang in Lang::ALL {
        for months in [0, 1, 9] {
            let mut desk = table(months, lang);
            desk.state_mut().desk.tab = Tab::Funnel;
            for page in FunnelPage::ALL {
                desk.state_mut().desk.funnel = page;
                desk.run_ok();
                assert!(desk.query_all_by_label_contains("⟦").next().is_none(), "{page:?}");
            }
            desk.state_mut().desk.tab = Tab::Value;
            for page in ValuePage::ALL {
                desk.state_mut().desk.value.page = page;
                desk.run_ok();
                assert!(desk.query_all_by_label_contains("⟦").next().is_none(), "{page:?}");
            }
            desk.state_mut().desk.tab = Tab::Service;
            for page in [ServicePage::Queue, ServicePage::Record] {
                desk.state_mut().desk.service = page;
                desk.run_ok();
                assert!(desk.query_all_by_label_contains("⟦").next().is_none(), "{page:?}");
            }
        }
    }
}

#[test]
fn an_answer_to_a_question_of_the_month_plans_its_cards_and_is_taken_back() {
    let mut desk = table(1, Lang::En);
    let view = Arc::clone(&desk.state().shown.view);
    let entries = Prose::new(&view, Lang::En);
    let entries = rapport::prose::agenda::entries(&entries, true);
    let asked: Vec<_> = entries.iter().filter(|entry| !entry.replies.is_empty()).collect();
    assert!(!asked.is_empty() && !entries[0].replies.is_empty(), "questions come first");
    let reply = &asked[0].replies[0];
    let answer = reply.answer.as_ref().expect("an answer");
    let name = reply.name();
    desk.get_all_by_label(&name).next().expect("the answer").click();
    desk.run_ok();
    let sent = std::mem::take(&mut desk.state_mut().desk.out);
    let expected: Vec<Request> = answer.cards.iter().map(|card| Request::Send(reply.role, Command::Add(card.clone()))).collect();
    assert_eq!(sent, expected);
    // the room has planned them: the others stay to be compared, and a click takes it back
    let mut room = game(1);
    for card in &answer.cards {
        room.send(room.now(Seat { role: reply.role, ..SEAT }, Act::Do(Command::Add(card.clone())))).expect("planned");
    }
    desk.state_mut().shown = Shown { view: Arc::new(room.view(SEAT).expect("a seat")), stamp: 99, roles: Role::CORE.to_vec(), submitted: false };
    desk.run_ok();
    let other = &asked[0].replies[1];
    assert!(desk.query_all_by_label_contains(&other.label).next().is_some());
    desk.get_all_by_label(&name).next().expect("the answer").click();
    desk.run_ok();
    let sent = std::mem::take(&mut desk.state_mut().desk.out);
    assert!(sent.len() == answer.cards.len() && sent.iter().all(|r| matches!(r, Request::Send(_, Command::Remove(_)))), "{sent:?}");
}

#[test]
fn a_field_of_the_rfm_map_lists_its_customers() {
    let mut desk = table(9, Lang::En);
    // those who submit every plan as it opens sell nothing: the team of bots does
    let seen = game(9).view(Seat { team: TeamId(1), ..SEAT }).expect("a seat");
    desk.state_mut().shown.view = Arc::new(seen);
    desk.state_mut().shown.stamp += 1;
    desk.state_mut().desk.tab = Tab::Value;
    desk.state_mut().desk.value.page = ValuePage::Rfm;
    desk.run_ok();
    let insight = Insight::of(&desk.state().shown.view);
    let rfm = insight.rows.first().expect("a buyer").rfm;
    let label = format!("R{} F{}: ", rfm.recency, rfm.frequency);
    desk.get_all_by_label_contains(&label).next().expect("the field").click();
    desk.run_ok();
    let chosen = desk.state().desk.value;
    assert_eq!(chosen.cell, Some((rfm.recency, rfm.frequency)));
    let listed = insight.rows.iter().filter(|row| chosen.lists(row.rfm)).count();
    assert!(listed >= 1 && listed < insight.rows.len(), "{listed} of {}", insight.rows.len());
}

#[test]
fn every_offer_can_be_set_in_the_editor() {
    let mut desk = table(4, Lang::En);
    let view = Arc::clone(&desk.state().shown.view);
    let mut drawn = 0;
    for customer in &view.customers {
        for offer in rapport::advice::offer::offers(&view, customer.id) {
            desk.state_mut().desk.draft = Some(Draft { role: offer.role, card: offer.card, changes: None });
            desk.run_ok();
            drawn += 1;
        }
        if drawn > 60 {
            break;
        }
    }
    assert!(drawn > 20);
}

#[test]
fn a_plan_that_cannot_keep_what_it_says_asks_before_it_is_handed_in() {
    let (_, text) = rapport::scenario::embedded()[0];
    // goods are bought for a stock, and the plan quotes for every deal and buys none
    let stocked = text.replacen("    staff: (", "    supply: Stock(short: Late),\n    staff: (", 1);
    let quoting = |months: u16| {
        let mut room = game_of(&stocked, months, 11);
        let view = room.view(SEAT).expect("a seat");
        room.send(room.now(SEAT, Command::Clear)).expect("cleared");
        for deal in view.deals.iter().filter(|deal| deal.open()) {
            let Some(time) = view.time_to_quote(deal) else { continue };
            let action = Action::Pursue(Pursue { deal: deal.id, terms: QuoteTerms::default(), intent: Intent::Ask, time: (time + Minutes(29)).half_hours() });
            // those for which there are no hours are left out
            let _ = room.send(room.now(SEAT, Command::Add(Card { action, write_up: true })));
        }
        room.view(SEAT).expect("a seat")
    };
    let lacks = |view: &View| !checks::of_plan(&Prose::new(view, Lang::En)).is_empty();
    let view = (1..8).map(quoting).find(lacks).expect("goods that are wanting");
    let mut desk = table_at(egui::vec2(1280.0, 720.0), 100, Shown { view: Arc::new(view), ..shown(0) }, Lang::En);
    let hand_in = |desk: &mut Harness<'static, Table>, answer: &str| {
        desk.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        desk.run_ok();
        assert_eq!(desk.state().desk.dialog, Some(Dialog::Check));
        assert!(!desk.state().desk.out.contains(&Request::Submit));
        desk.get_by_label(answer).click();
        desk.run_ok();
        assert_eq!(desk.state().desk.dialog, None);
    };
    hand_in(&mut desk, "Back to the plan");
    assert!(!desk.state().desk.out.contains(&Request::Submit));
    hand_in(&mut desk, "Submit anyway");
    assert!(desk.state().desk.out.contains(&Request::Submit));
}

#[test]
fn arrows_choose_on_the_board_and_escape_lets_go() {
    let mut desk = table(2, Lang::En);
    desk.key_press(Key::ArrowRight);
    desk.run_ok();
    let first = desk.state().desk.selected;
    assert!(first.is_some());
    desk.key_press(Key::ArrowDown);
    desk.key_press(Key::ArrowRight);
    desk.run_ok();
    assert!(desk.state().desk.selected.is_some() && desk.state().desk.selected != first);
    desk.key_press(Key::Escape);
    desk.run_ok();
    assert_eq!(desk.state().desk.selected, None);
}

#[test]
fn a_click_on_an_offer_puts_it_into_the_plan() {
    let mut desk = table(3, Lang::En);
    let view = Arc::clone(&desk.state().shown.view);
    let found = view.customers.iter().find_map(|c| {
        let offer = rapport::advice::offer::offers(&view, c.id)
            .into_iter()
            .find(|o| o.missing.is_empty() && matches!(o.card.action, Action::Survey(_) | Action::Check(_)));
        offer.map(|offer| (c.id, offer))
    });
    let (customer, offer) = found.expect("somebody to ask");
    desk.set_size(egui::vec2(1280.0, 2400.0));
    desk.state_mut().desk.open(customer, None);
    desk.run_ok();
    let name = cards::name(&Prose::new(&view, Lang::En), &offer.card.action);
    desk.get_all_by_label(&name).next().expect("the card").click();
    desk.run_ok();
    assert!(desk.state().desk.out.contains(&Request::Send(offer.role, Command::Add(offer.card))));
}

#[test]
fn a_refusal_is_said_in_words() {
    let mut desk = table(1, Lang::Zh);
    let keys = [(Refusal::Rules(Reject::NotEnoughHours), names::reject(Reject::NotEnoughHours)), (Refusal::Stale { now: Revision(3) }, "reject-stale")];
    for (refusal, key) in keys {
        desk.state_mut().desk.refuse(refusal);
        desk.run_ok();
        assert!(desk.query_by_label(&rapport::words::tr(Lang::Zh, key)).is_some(), "{refusal:?}");
    }
}

#[test]
fn a_discount_and_a_promise_weigh_with_the_customer() {
    let shown = shown(3);
    let prose = Prose::new(&shown.view, Lang::En);
    let deal = shown.view.deals.iter().find(|d| d.open() && !d.suggested.is_empty()).expect("a deal");
    let plain = advice::quote::weigh(prose.view, deal, &QuoteTerms::default());
    let cheap = advice::quote::weigh(prose.view, deal, &QuoteTerms { discount: 0.1, ..QuoteTerms::default() });
    assert!(cheap.price < plain.price && cheap.margin < plain.margin && cheap.total() > plain.total());
    let shy = advice::quote::weigh(prose.view, deal, &QuoteTerms { promise: -10.0, ..QuoteTerms::default() });
    assert!(shy.total() < plain.total());
}

#[test]
fn the_quote_card_reckons_as_the_rules_do_with_too_few_and_too_many_pieces() {
    let shown = shown(3);
    let prose = Prose::new(&shown.view, Lang::En);
    let deal = shown.view.deals.iter().find(|d| d.open() && d.suggested.len() == 1 && d.quantity > 1 && d.quantity % 2 == 0).expect("a deal");
    let rules = &shown.view.guide.rules;
    let with =
        |quantity: u32| advice::quote::weigh(prose.view, deal, &QuoteTerms { lines: vec![Line { quantity, ..deal.suggested[0] }], ..QuoteTerms::default() });
    let (exact, short, surplus) = (with(deal.quantity), with(deal.quantity / 2), with(deal.quantity * 2));
    // half the pieces fit as they did, the others as badly as can be
    let fit = exact.parts[4] / rules.choice.fit;
    assert!((short.parts[4] / rules.choice.fit - (fit + rules.delivery.fit_range[0]) / 2.0).abs() < 1e-9, "{short:?}");
    assert_eq!((short.price.0 * 2, short.usual.0 * 2), (exact.price.0, exact.usual.0));
    // twice the price for what is worth once: a discount of -100 %
    let customer = shown.view.customer(deal.id.customer).expect("known");
    assert_eq!((surplus.price.0, surplus.usual), (exact.price.0 * 2, exact.usual));
    assert!((surplus.parts[0] + rules.choice.discount * customer.price_sensitivity.unwrap_or(1.0)).abs() < 1e-9, "{surplus:?}");
    assert!((surplus.parts[4] - exact.parts[4]).abs() < 1e-9);
}

#[test]
fn the_sheet_says_what_weighs_and_who_was_poached() {
    for lang in Lang::ALL {
        let mut desk = table(3, lang);
        let mut view = (*desk.state().shown.view).clone();
        let customer = view.customers.iter_mut().find(|c| c.qualified).expect("somebody qualified");
        (customer.price_sensitivity, customer.service_sensitivity, customer.poached) = (Some(1.8), Some(0.6), 2);
        let id = customer.id;
        let rival = view.guide.poacher(id).and_then(|rival| view.guide.rivals.get(rival.index())).expect("a rival").name.clone();
        desk.state_mut().shown.view = Arc::new(view);
        desk.state_mut().desk.open(id, Some(SheetTab::Profile));
        desk.run_ok();
        for key in ["profile-price-weighs", "profile-service-weighs", "weighs-much", "weighs-little"] {
            assert!(desk.query_by_label(&rapport::words::tr(lang, key)).is_some(), "{key}");
        }
        let name = if lang == Lang::Zh { &rival.zh } else { &rival.en };
        let told = rapport::words::tr_with(lang, "profile-poached", &[("rival", name.to_string().into()), ("months", 2_u16.into())]);
        assert!(desk.query_by_label_contains(&told).is_some(), "{told}");
    }
}

#[test]
fn the_team_tab_warns_of_overwork_where_people_leave_by_chance() {
    for chance in [0.0, 0.02] {
        let mut desk = table(3, Lang::En);
        let mut view = (*desk.state().shown.view).clone();
        Arc::make_mut(&mut view.guide).rules.work.resignation = chance;
        // nobody else is overworked
        view.staff.iter_mut().for_each(|staff| staff.busy = 0);
        let staff = &mut view.staff[Role::Service.index()];
        (staff.busy, staff.planned) = (2, staff.hours);
        desk.state_mut().shown.view = Arc::new(view);
        desk.state_mut().desk.tab = Tab::Team;
        desk.run_ok();
        assert!(desk.query_by_label_contains("3 months in a row").is_some());
        assert_eq!(desk.query_by_label_contains("2 times as likely to leave").is_some(), chance > 0.0);
    }
}

#[test]
fn a_switch_beside_the_plan_says_how_months_open() {
    let mut desk = table(2, Lang::En);
    desk.get_by_label(&rapport::words::tr(Lang::En, "plan-opens-filled")).click();
    desk.run_ok();
    assert!(desk.state().desk.out.iter().any(|request| matches!(request, Request::Send(_, Command::Opening(Opening::Blank)))));
    let mut view = (*desk.state().shown.view).clone();
    view.opening = Opening::Blank;
    desk.state_mut().shown.view = Arc::new(view);
    desk.run_ok();
    assert!(desk.query_by_label(&rapport::words::tr(Lang::En, "plan-opens-blank")).is_some());
}

#[test]
fn a_month_is_told_and_can_be_skipped() {
    for lang in Lang::ALL {
        let shown = shown(4);
        let prose = Prose::new(&shown.view, lang);
        let told = highlights::highlights(&prose, Round(4));
        assert!(told.len() <= highlights::MOST);
        let playback = Playback::start(&prose);
        let state = (shown.clone(), playback, false);
        let mut screen = dressed(lang, state, move |ui, (shown, playback, done)| {
            *done |= resolution_panel(shown, playback, lang, &[], ui);
        });
        screen.key_press(Key::Escape);
        screen.run_ok();
        assert!(screen.state().1.is_over);
        screen.key_press(Key::Enter);
        screen.run_ok();
        assert!(screen.state().2);
    }
}

#[test]
fn a_month_is_played_within_twenty_five_seconds() {
    for months in 1..=8 {
        let shown = shown(months);
        let prose = Prose::new(&shown.view, Lang::En);
        let mut playback = Playback::start(&prose);
        let mut seconds = 0.0;
        while playback.tick(0.1) {
            seconds += 0.1;
        }
        assert!(seconds <= 25.0, "{seconds}");
        assert!(playback.held(&prose).0.is_empty());
    }
}

#[test]
fn a_decision_is_waited_for_and_then_told() {
    let bots = Seat { team: TeamId(1), ..SEAT };
    let (shown, place) = (1..=8)
        .map(|months| Shown { view: Arc::new(game(months).view(bots).expect("a seat")), ..shown(0) })
        .find_map(|shown| {
            let steps = Playback::start(&Prose::new(&shown.view, Lang::En)).steps;
            let place = steps.iter().position(|step| step.contest.is_some())?;
            Some((shown, place))
        })
        .expect("a deal is decided");
    let mut playback = Playback::start(&Prose::new(&shown.view, Lang::En));
    while playback.at < place {
        playback.next();
    }
    let step = playback.steps[place].clone();
    let contest = step.contest.clone().expect("a contest");
    assert!(contest.contenders[0].is_ours && contest.contenders.iter().filter(|c| c.is_chosen).count() == 1);
    assert!((contest.contenders.iter().map(|c| c.chance).sum::<f64>() - 1.0).abs() <= 0.1);
    let mut screen = dressed(Lang::En, (shown, playback), move |ui, (shown, playback)| {
        resolution_panel(shown, playback, Lang::En, &[], ui);
    });
    screen.run_ok();
    assert!(screen.query_by_label(&contest.title).is_some() && screen.query_by_label(&step.title).is_none(), "nobody knows yet");
    // whoever is impatient hears it at once, and only then goes on
    screen.key_press(Key::Space);
    screen.run_ok();
    assert!(screen.state().1.at == place && screen.query_by_label(&step.title).is_some());
    screen.key_press(Key::Space);
    screen.run_ok();
    assert!(screen.state().1.at > place);
}

#[test]
fn the_results_tell_stories_in_both_languages() {
    let shown = shown(99);
    assert!(shown.view.over);
    for lang in Lang::ALL {
        for tab in [ResultsTab::Score, ResultsTab::Stories, ResultsTab::Lessons] {
            let state = (shown.clone(), Results { tab, ..Results::default() });
            let mut screen = dressed(lang, state, move |ui, (shown, results)| {
                results_panel(shown, &Ended::default(), &Standings::default(), results, lang, ui);
            });
            screen.run_ok();
        }
    }
}

#[test]
fn the_curtain_opens_with_a_key() {
    let curtain = Curtain { behind: Behind::Turn { team: "Same Boat".to_owned(), place: 1 }, month: "March 2012".to_owned(), before: None, played: None };
    let mut screen = dressed(Lang::En, false, move |ui, open| *open |= curtain_panel(&curtain, Lang::En, ui).is_some());
    assert!(!*screen.state());
    screen.key_press(Key::Space);
    screen.run_ok();
    assert!(*screen.state());
}
