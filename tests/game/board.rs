//! The board with ten, forty, a hundred and thirty and four hundred customers.

use super::desk::{SEAT, Table, dressed};
use bevy_egui::egui::{Key, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rapport::bots::BotKind;
use rapport::game::app::shown::Shown;
use rapport::game::board::crowd::{Change, MOST_NAMED, changes, standings};
use rapport::game::board::layout::{Arrangement, arrange};
use rapport::game::board::panel::field;
use rapport::game::board::places::{Place, Plan};
use rapport::game::desk::areas::areas;
use rapport::game::desk::{Desk, SheetTab, Tab, desk_panel, keys};
use rapport::game::resolution::{Playback, resolution_panel};
use rapport::insight::pipeline::pipeline;
use rapport::prose::{Prose, nearest, writing};
use rapport::room::{Player, Room, Setup, TeamSetup};
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::Phase;
use rapport::sim::units::{CustomerId, Fen, Role};
use rapport::sim::view::View;
use rapport::words::{Lang, tr};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex};

/// How many are known at the start, and in which case.
const BOARDS: [(&str, u16); 4] = [("new_era", 9), ("new_era", 39), ("showroom", 128), ("bank", 397)];

/// What was seen of the games played so far, by customers known and months.
type Games = BTreeMap<(u16, u16), Arc<View>>;

static PLAYED: LazyLock<Mutex<Games>> = LazyLock::new(Mutex::default);

/// What a team knows after so many months of a case in which it knows `known` customers from the start.
fn seen(case: &str, known: u16, months: u16) -> Arc<View> {
    let mut played = PLAYED.lock().expect("no test has failed while it played");
    if let Some(view) = played.get(&(known, months)) {
        return Arc::clone(view);
    }
    let (_, text) = rapport::scenario::embedded().iter().find(|(file, _)| file.strip_suffix(".ron") == Some(case)).expect("a case");
    let line = |line: &str| match line.trim_start() {
        start if start.starts_with("known: ") => format!("known: {known},"),
        start if start.starts_with("installed: ") => format!("installed: {},", known / 2),
        _ => line.to_owned(),
    };
    let text: Vec<String> = text.lines().map(line).collect();
    let teams = vec![TeamSetup { name: "Foresight".to_owned(), players: [Player::Bot(BotKind::Balanced); Role::COUNT], members: Vec::new() }];
    let setup = Setup { seed: 11, luck: 11, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    let mut room = Room::new(&text.join("\n"), setup).expect("a game");
    while room.round().0 <= months && !room.over() {
        room.resolve().expect("resolved");
    }
    let view = Arc::new(room.view(SEAT).expect("a seat"));
    played.insert((known, months), Arc::clone(&view));
    view
}

fn shown(case: &str, known: u16, months: u16) -> Shown {
    Shown { view: seen(case, known, months), stamp: u64::from(known) * 100 + u64::from(months) + 1, roles: Role::CORE.to_vec(), submitted: false }
}

fn table(case: &str, known: u16, months: u16, lang: Lang) -> Harness<'static, Table> {
    let state = Table { shown: shown(case, known, months), desk: Desk::default(), lang };
    dressed(lang, state, |ui, table| {
        let context = ui.ctx().clone();
        keys(&table.shown, &mut table.desk, table.lang, &context);
        desk_panel(&table.shown, &mut table.desk, table.lang, &[], ui);
    })
}

/// The board's field at 1280x720.
static FIELD: LazyLock<Vec2> = LazyLock::new(|| {
    let window = Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 720.0));
    field(areas(window, 1.0, 3).board(), 1.0).size()
});

fn arranged(view: &View, lang: Lang, plan: Plan, size: Vec2) -> Arrangement {
    arrange(&Prose::new(view, lang), plan, size, 1.0, &BTreeSet::new(), |c| c.phase)
}

#[test]
fn everybody_stands_by_name_or_is_counted_once_inside_the_lane() {
    for (case, known) in BOARDS {
        let view = seen(case, known, 2);
        for lang in Lang::ALL {
            for plan in [Plan::Lanes, Plan::Pyramid] {
                for size in [*FIELD, vec2(446.0, 480.0), vec2(1180.0, 760.0)] {
                    let made = arranged(&view, lang, plan, size);
                    let counted = made.clusters.iter().flat_map(|cluster| cluster.members.iter().copied());
                    let mut all: Vec<CustomerId> = made.spots.iter().map(|spot| spot.customer).chain(counted).collect();
                    all.sort_unstable();
                    assert_eq!(all, view.customers.iter().map(|c| c.id).collect::<Vec<_>>(), "{known} {plan:?}: everybody, once");
                    for section in &made.sections {
                        for id in &section.members {
                            let customer = view.customer(*id).expect("known");
                            let place = Place::of(customer, (plan == Plan::Lanes).then_some(customer.phase));
                            assert_eq!(place, section.place);
                            let inside = |at| section.rect.contains(at);
                            let spot = made.spots.iter().find(|spot| spot.customer == *id).map(|spot| spot.at);
                            let cluster = made.cluster_of(*id).map(|cluster| cluster.rect);
                            assert!(
                                spot.is_none_or(inside) && cluster.is_none_or(|rect| inside(rect.min) && inside(rect.max)),
                                "{known} {plan:?} {size:?} {id:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_ten_that_matter_are_named_however_many_there_are() {
    for (case, known) in BOARDS {
        let view = seen(case, known, 2);
        let matters: Vec<CustomerId> = standings(&view, &BTreeSet::new()).into_iter().filter(|s| s.matters).map(|s| s.customer).collect();
        assert_eq!(matters.len(), MOST_NAMED);
        assert!(view.customers.iter().filter(|c| c.named).all(|c| matters.contains(&c.id)), "the case's own customers are among them");
        for lang in Lang::ALL {
            let made = arranged(&view, lang, Plan::Lanes, *FIELD);
            for id in &matters {
                assert!(made.spots.iter().any(|spot| spot.customer == *id), "{known}: {}", Prose::new(&view, lang).customer(*id));
            }
            // few enough to be taken in, and nobody is alone in a group that could stand by name
            assert!(made.spots.len() <= 48, "{known}: {} tokens", made.spots.len());
            assert!(made.clusters.len() <= 20, "{known}: {} groups", made.clusters.len());
        }
    }
}

/// The places on the screen of all that stands on the board, with what it is called.
fn things(desk: &Harness<'static, Table>) -> Vec<(String, Rect)> {
    let lang = desk.state().lang;
    let view = Arc::clone(&desk.state().shown.view);
    let prose = Prose::new(&view, lang);
    let places: Vec<String> =
        [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost].map(|p| prose.phase(p)).into();
    let names: BTreeSet<String> = view.customers.iter().map(|c| prose.text(&c.name)).collect();
    let is_token = |label: &str| {
        label.split(" · ").next().is_some_and(|name| names.contains(name)) && label.split(" · ").nth(1).is_some_and(|p| places.iter().any(|q| q == p))
    };
    let mut found: Vec<(String, Rect)> = Vec::new();
    for node in desk.query_all_by_label_contains("") {
        let label = node.accesskit_node().label().unwrap_or_default();
        if is_token(&label) {
            found.push((label, node.rect()));
        }
    }
    let ground = desk.get_by_label(&prose.say_with("board-told", &[("count", view.customers.len().into())])).rect();
    for cluster in arranged(&view, lang, Plan::Lanes, ground.size()).clusters {
        let told = cluster.told(&prose);
        assert!(desk.query_all_by_label(&told).next().is_some(), "{told}");
        for node in desk.query_all_by_label(&told) {
            if !found.iter().any(|(_, rect)| *rect == node.rect()) {
                found.push((told.clone(), node.rect()));
            }
        }
    }
    found
}

#[test]
fn nothing_on_the_board_lies_over_anything_else() {
    for (case, known) in BOARDS {
        for lang in Lang::ALL {
            let desk = table(case, known, 2, lang);
            let all = things(&desk);
            assert!(all.len() >= MOST_NAMED, "{known}: {} things", all.len());
            for (index, (name, rect)) in all.iter().enumerate() {
                for (other, over) in &all[index + 1..] {
                    let common = rect.shrink(2.0).intersect(over.shrink(2.0));
                    assert!(!common.is_positive(), "{known} {lang:?}: {name} and {other}: {rect:?} {over:?}");
                }
            }
        }
    }
}

#[test]
fn names_are_whole_and_letters_tell_people_apart() {
    for (case, known) in BOARDS {
        let view = seen(case, known, 2);
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            let blank = if lang == Lang::Zh { "" } else { " " };
            for customer in &view.customers {
                assert_eq!(prose.label(customer).replace('\n', blank), prose.text(&customer.name));
            }
        }
    }
    let people = seen("showroom", 128, 2);
    let prose = Prose::new(&people, Lang::Zh);
    let of = |surname: char| people.customers.iter().filter(|c| c.name.zh.starts_with(surname)).collect::<Vec<_>>();
    let alike = people.customers.iter().filter_map(|c| c.name.zh.chars().next()).map(of).max_by_key(Vec::len).expect("people");
    assert!(alike.len() > 3);
    let letters: BTreeSet<String> = alike.iter().map(|c| prose.initials(c)).collect();
    assert!(letters.len() > 3 && letters.iter().all(|given| given.chars().count() == 2), "{letters:?}");
    assert_eq!(prose.initials(alike[0]), writing::given_name(&alike[0].name.zh));
}

#[test]
fn a_group_fills_the_board_and_the_whole_board_comes_back() {
    for lang in Lang::ALL {
        let mut desk = table("bank", 397, 2, lang);
        let view = Arc::clone(&desk.state().shown.view);
        let prose = Prose::new(&view, lang);
        let made = arranged(&view, lang, Plan::Lanes, *FIELD);
        let cluster = made.clusters.iter().max_by_key(|cluster| cluster.members.len()).expect("a crowd");
        let back = tr(lang, "board-back").into_owned();
        assert!(desk.query_by_label(&back).is_none());
        desk.get_all_by_label(&cluster.told(&prose)).next().expect("the group").click();
        desk.run_ok();
        let zoom = desk.state().desk.board.zoom.clone().expect("the group alone");
        assert_eq!((zoom.place, zoom.group, zoom.members.len()), (cluster.place, Some(cluster.group), cluster.members.len()));
        // its customers are there by name, and a click opens one
        let first = prose.customer(zoom.members[0]);
        desk.query_all_by_label_contains(&format!("{first} · ")).next().expect("the first of them").click();
        desk.run_ok();
        assert_eq!(desk.state().desk.selected, Some(zoom.members[0]));
        assert!(desk.state().desk.board.zoom.is_some());
        desk.get_by_label(&back).click();
        desk.run_ok();
        assert_eq!(desk.state().desk.board.zoom, None);
        assert_eq!(desk.state().desk.selected, Some(zoom.members[0]), "whoever was opened there stays open");
        // a lane's head does the same, and Escape takes back one thing at a time
        let lane = prose.phase(Phase::Awareness);
        let hint = prose.say("board-awareness-hint");
        desk.query_all_by_label_contains(&hint).next().expect("the head of the lane").click();
        desk.run_ok();
        let whole = desk.state().desk.board.zoom.clone().unwrap_or_else(|| panic!("{lane} alone"));
        assert_eq!(whole.members.len(), view.customers.iter().filter(|c| c.phase == Phase::Awareness).count());
        desk.key_press(Key::Escape);
        desk.run_ok();
        assert!(desk.state().desk.board.zoom.is_none() && desk.state().desk.selected.is_some());
        desk.key_press(Key::Escape);
        desk.run_ok();
        assert!(desk.state().desk.selected.is_none());
    }
}

#[test]
fn arrows_come_to_groups_enter_opens_them_and_what_is_chosen_is_in_view() {
    let mut desk = table("bank", 397, 2, Lang::En);
    let mut steps = 0;
    while desk.state().desk.board.at.is_none() {
        desk.key_press(if steps == 0 { Key::ArrowRight } else { Key::ArrowDown });
        desk.run_ok();
        steps += 1;
        assert!(steps < 20, "no group below the tokens");
    }
    desk.key_press(Key::Enter);
    desk.run_ok();
    let zoom = desk.state().desk.board.zoom.clone().expect("the group alone");
    assert!(zoom.group.is_some() && !zoom.members.is_empty(), "{zoom:?}");
    desk.key_press(Key::Escape);
    desk.run_ok();
    assert!(desk.state().desk.board.zoom.is_none());
    let view = Arc::clone(&desk.state().shown.view);
    let hint = Prose::new(&view, Lang::En).say("board-exploration-hint");
    desk.query_all_by_label_contains(&hint).next().expect("the head of the lane").click();
    desk.run_ok();
    let zoom = desk.state().desk.board.zoom.clone().expect("the lane alone");
    assert!(zoom.members.len() > 60, "{zoom:?}");
    desk.state_mut().desk.selected = None;
    desk.run_ok();
    for _ in 0..=20 {
        desk.key_press(Key::ArrowDown);
        desk.run_ok();
    }
    let chosen = desk.state().desk.selected.expect("somebody far down");
    let place = zoom.members.iter().position(|id| *id == chosen).expect("one of them");
    assert!(place > 20, "{place}");
    let view = Arc::clone(&desk.state().shown.view);
    let name = Prose::new(&view, Lang::En).customer(chosen);
    let cell = desk.query_all_by_label_contains(&format!("{name} · ")).map(|node| node.rect()).find(|rect| rect.left() > 240.0 && rect.right() < 940.0);
    let cell = cell.expect("on the screen");
    assert!(cell.top() > 180.0 && cell.bottom() < 610.0, "{cell:?}");
}

#[test]
fn the_search_finds_by_name_and_by_pinyin_and_enter_opens_the_first() {
    let mut desk = table("bank", 397, 2, Lang::Zh);
    let view = Arc::clone(&desk.state().shown.view);
    let label = tr(Lang::Zh, "board-search").into_owned();
    let wanted = view.customers.iter().find(|c| &*c.name.zh == "王建国").or(view.customers.last()).expect("somebody");
    for text in [wanted.name.zh.to_string(), wanted.name.en.to_lowercase()] {
        desk.get_by_label(&label).focus();
        desk.run_ok();
        desk.get_by_label(&label).type_text(&text);
        desk.run_ok();
        assert_eq!(desk.state().desk.board.search, text);
        assert!(desk.state().desk.tab == Tab::Board && desk.state().desk.board.plan == Plan::Lanes, "no shortcut fires while typing");
        desk.key_press(Key::Enter);
        desk.run_ok();
        let opened = desk.state().desk.selected.and_then(|id| view.customer(id)).expect("opened");
        assert_eq!(opened.name, wanted.name, "{text}");
        // Escape empties the field and closes nothing else
        desk.get_by_label(&label).focus();
        desk.run_ok();
        desk.key_press(Key::Escape);
        desk.run_ok();
        assert!(desk.state().desk.board.search.is_empty() && desk.state().desk.selected.is_some());
        desk.key_press(Key::Escape);
        desk.run_ok();
        assert_eq!(desk.state().desk.selected, None);
    }
    // first letters of the pinyin, and numbers that are shortcuts elsewhere
    let expected = view.customers.iter().filter(|c| rapport::crm::find::holds(&c.name, "wjg")).count();
    desk.get_by_label(&label).focus();
    desk.run_ok();
    for (text, count) in [("wjg", expected), ("3p", 0)] {
        desk.state_mut().desk.board.search.clear();
        desk.get_by_label(&label).type_text(text);
        desk.run_ok();
        let told = Prose::new(&view, Lang::Zh).say_with("board-found", &[("count", count.into())]);
        assert!(desk.query_all_by_label_contains(&told).next().is_some(), "{text}: {told}");
    }
    assert!(desk.state().desk.tab == Tab::Board && desk.state().desk.board.plan == Plan::Lanes);
}

#[test]
fn deals_by_stage_add_up_and_open_the_sheet_where_the_deals_are() {
    for lang in Lang::ALL {
        let mut desk = table("showroom", 128, 2, lang);
        let view = Arc::clone(&desk.state().shown.view);
        let prose = Prose::new(&view, lang);
        desk.key_press(Key::P);
        desk.key_press(Key::P);
        desk.run_ok();
        assert_eq!(desk.state().desk.board.plan, Plan::Deals);
        let rows = pipeline(&view).rows;
        let open: Vec<_> = view.deals.iter().filter(|d| d.open()).collect();
        assert!(open.len() > 5);
        assert_eq!(rows.iter().map(|row| row.now.deals as usize).sum::<usize>(), open.len());
        for (row, stage) in rows.iter().zip(1_u8..) {
            let here = open.iter().filter(|d| d.stage.clamp(1, 6) == stage);
            let amount: Fen = here.map(|deal| rapport::insight::funnel::amount(deal)).sum();
            assert_eq!(amount, row.now.amount, "stage {stage}");
            let hint = prose.say(&format!("board-stage-{stage}-hint"));
            let head = desk.query_all_by_label_contains(&hint).next().expect("the head of the stage");
            let told = head.accesskit_node().value().unwrap_or_default();
            assert!(told.contains(&prose.money_short(amount)) && told.contains(&row.now.deals.to_string()), "{told}");
        }
        let all: Fen = open.iter().map(|deal| rapport::insight::funnel::amount(deal)).sum();
        let total = prose.say_with("board-deals-total", &[("count", open.len().into()), ("amount", prose.money_short(all).into())]);
        assert!(desk.query_by_label(&total).is_some(), "{total}");
        let first = open.iter().min_by_key(|d| (d.stage.clamp(1, 6), d.due, std::cmp::Reverse(rapport::insight::funnel::amount(d)), d.id)).expect("a deal");
        let month = prose.say_with("board-deal-due", &[("month", prose.month_short(first.due).into())]);
        let told = format!("{} · {} · {month}", prose.customer(first.id.customer), prose.money_short(rapport::insight::funnel::amount(first)));
        desk.get_all_by_label(&told).next().expect("its card").click();
        desk.run_ok();
        assert_eq!((desk.state().desk.selected, desk.state().desk.sheet), (Some(first.id.customer), SheetTab::Deals));
    }
}

#[test]
fn where_nobody_stands_it_is_said_who_is_nearest_and_a_click_opens_it() {
    for lang in Lang::ALL {
        for plan in [Plan::Lanes, Plan::Deals] {
            // the first month in which somebody is on the way to a place where nobody stands
            let empty = |view: &View| {
                let prose = Prose::new(view, lang);
                let at = |stage: u8| view.deals.iter().any(|deal| deal.open() && deal.stage.clamp(1, 6) == stage);
                let lanes = [Phase::Formation, Phase::Stability].into_iter().filter(|phase| view.customers.iter().all(|c| c.phase != *phase));
                let all: Vec<_> = match plan {
                    Plan::Deals => (2..=6).filter(|stage| !at(*stage)).map(|stage| nearest::stage(&prose, stage)).collect(),
                    _ => lanes.map(|phase| nearest::lane(&prose, phase)).collect(),
                };
                all.into_iter().find_map(|nearest| nearest.who.first().cloned())
            };
            let (months, (customer, lacks)) = (0..6).find_map(|months| Some((months, empty(&seen("new_era", 9, months))?))).expect("an empty place");
            let mut desk = table("new_era", 9, months, lang);
            desk.state_mut().desk.board.plan = plan;
            desk.run_ok();
            let view = Arc::clone(&desk.state().shown.view);
            let prose = Prose::new(&view, lang);
            let told = prose.say_with("board-empty-opens", &[("customer", prose.customer(customer).into()), ("lacks", lacks.into())]);
            desk.get_all_by_label(&told).next().expect("a card").click();
            desk.run_ok();
            assert_eq!(desk.state().desk.selected, Some(customer), "{plan:?} {told}");
        }
    }
}

#[test]
fn lanes_and_floors_explain_themselves() {
    let lanes = ["awareness", "exploration", "formation", "stability", "decline", "lost"];
    let floors = ["vip", "main", "ordinary", "small", "no-order"];
    for lang in Lang::ALL {
        let mut desk = table("new_era", 9, 2, lang);
        for (plan, names) in [(Plan::Lanes, &lanes[..]), (Plan::Pyramid, &floors[..])] {
            desk.state_mut().desk.board.plan = plan;
            desk.run_ok();
            for name in names {
                let hint = format!("board-{name}-hint");
                let heads: Vec<Rect> = desk.query_all_by_label_contains(&tr(lang, &hint)).map(|node| node.rect()).collect();
                let [head] = heads[..] else { panic!("{hint}: {heads:?}") };
                desk.hover_at(pos2(4.0, 4.0));
                desk.run_ok();
                desk.hover_at(pos2(head.left() + 30.0, head.center().y));
                desk.run_steps(6);
                // lines may be broken anywhere in Chinese
                let told = tr(lang, &hint).into_owned();
                let says = |text: Option<String>| text.is_some_and(|text| text.replace('\n', "") == told);
                assert!(desk.query_all_by_label_contains("").any(|node| says(node.accesskit_node().value())), "{hint} on hover");
            }
        }
    }
}

#[test]
fn what_last_month_changed_is_told_of_those_it_changed() {
    let view = seen("bank", 397, 3);
    let changed = changes(&view);
    assert!(!changed.is_empty());
    for customer in &view.customers {
        let told = changed.get(&customer.id).map_or(&[][..], Vec::as_slice);
        let moved = customer.phase != customer.phase_before && customer.phase_before != Phase::Unknown;
        assert_eq!(told.contains(&Change::From(customer.phase_before)), moved, "{customer:?}");
        let is_new = customer.found.is_some_and(|(_, round)| round.plus(1) == view.round);
        assert_eq!(told.contains(&Change::Met), is_new, "{:?}", customer.name);
    }
    let desk = table("bank", 397, 3, Lang::En);
    let prose = Prose::new(&view, Lang::En);
    let made = arranged(&view, Lang::En, Plan::Lanes, *FIELD);
    let seen = made.spots.iter().find_map(|spot| changed.get(&spot.customer).map(|list| (spot.customer, list[0]))).expect("somebody by name");
    let told = format!("{} · {} · {}", prose.customer(seen.0), prose.phase(view.customer(seen.0).expect("known").phase), seen.1.told(&prose));
    assert!(desk.query_all_by_label_contains(&told).next().is_some(), "{told}");
    assert!(changes(&seen_at_start()).is_empty());
}

fn seen_at_start() -> Arc<View> {
    seen("bank", 397, 0)
}

#[test]
fn whoever_a_caption_speaks_of_stands_by_name_among_four_hundred() {
    for lang in Lang::ALL {
        let shown = shown("bank", 397, 3);
        let view = Arc::clone(&shown.view);
        let prose = Prose::new(&view, lang);
        let playback = Playback::start(&prose);
        let spoken = playback.spoken_of();
        assert!(!spoken.is_empty());
        let mut film = dressed(lang, (shown, playback), move |ui, (shown, playback)| {
            resolution_panel(shown, playback, lang, &[], ui);
        });
        film.run_ok();
        while let Some(customer) = film.state().1.step().and_then(|step| step.customer) {
            let name = format!("{} · ", prose.customer(customer));
            assert!(film.query_all_by_label_contains(&name).next().is_some(), "{name}");
            film.key_press(Key::Space);
            film.run_ok();
        }
    }
}
