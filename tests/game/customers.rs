//! The Customers tab: its queries, its work plan, its message board, its files.

use super::desk::{SEAT, Table, game, table};
use bevy_egui::egui::{self, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rapport::crm::fields::{Cell, SheetField};
use rapport::crm::query::Index;
use rapport::game::app::shown::Shown;
use rapport::game::desk::customers::{files, task, work};
use rapport::game::desk::state::{Answer, Chosen, CustomersPage, FirmForm, QueryForm, Shows, TaskForm, WorkUi};
use rapport::game::desk::{Dialog, Request, SheetTab, Tab};
use rapport::prose::Prose;
use rapport::sim::notes::{Condition, Firm, Note, Query, Signature, TalkId};
use rapport::sim::planning::command::Command;
use rapport::sim::terms::Phase;
use rapport::sim::terms::{Kind, TaskKind};
use rapport::sim::units::{Role, Round};
use rapport::spreadsheet::TextEncoding;
use rapport::words::{Lang, tr};
use std::sync::Arc;

fn customers_tab(months: u16, lang: Lang, page: CustomersPage) -> Harness<'static, Table> {
    let mut desk = table(months, lang);
    desk.state_mut().desk.tab = Tab::Customers;
    desk.state_mut().desk.customers.page = page;
    desk.run_ok();
    desk
}

#[test]
fn every_page_of_the_customers_tab_draws_in_both_languages() {
    for lang in Lang::ALL {
        for page in CustomersPage::ALL {
            let mut desk = customers_tab(5, lang, page);
            let id = desk.state().shown.view.customers[0].id;
            let name = desk.state().shown.view.customers[0].name.zh.to_string();
            let firm = Firm { name, ..Firm::default() };
            for dialog in [Dialog::Query(QueryForm::default()), Dialog::Firm(FirmForm { id: None, firm })] {
                desk.state_mut().desk.dialog = Some(dialog);
                desk.run_ok();
            }
            desk.state_mut().desk.dialog = None;
            desk.state_mut().desk.open(id, Some(SheetTab::Profile));
            desk.run_ok();
        }
    }
}

#[test]
fn a_query_a_part_of_the_name_and_groups_choose_the_rows() {
    let mut desk = customers_tab(5, Lang::Zh, CustomersPage::List);
    let view = Arc::clone(&desk.state().shown.view);
    let prose = Prose::new(&view, Lang::Zh);
    let list = &mut desk.state_mut().desk.customers.list;
    assert_eq!(list.rows(&prose).len(), view.customers.len());
    list.chosen = Chosen::Standard("query-no-task");
    let untended = view.customers.iter().filter(|c| !view.tasks.iter().any(|t| t.customer == c.id && t.done.is_none())).count();
    assert_eq!(list.rows(&prose).len(), untended);
    list.chosen = Chosen::default();
    list.text = "xsd".to_owned();
    assert_eq!(list.rows(&prose).iter().map(|c| c.name.zh.to_string()).collect::<Vec<_>>(), ["新时代网络"]);
    list.group = Some(SheetField::Phase);
    desk.run_ok();
    let phase = prose.phase(list_of(&desk)[0]);
    assert!(desk.query_by_label_contains(&format!("{phase} · 1")).is_some());
}

#[test]
fn customers_of_one_of_several_people_are_found_and_named() {
    let mut desk = customers_tab(3, Lang::En, CustomersPage::List);
    let mut view = (*desk.state().shown.view).clone();
    let posts = &mut view.staff[Role::AccountManager.index()].posts;
    let one = posts[0].clone();
    posts.resize(3, one);
    view.customers[0].owner = 2;
    let (name, everybody) = (view.staff[Role::AccountManager.index()].posts[2].name.en.to_string(), view.customers.len());
    desk.state_mut().shown.view = Arc::new(view);
    desk.run_ok();
    let view = Arc::clone(&desk.state().shown.view);
    let prose = Prose::new(&view, Lang::En);
    let list = &mut desk.state_mut().desk.customers.list;
    list.chosen = Chosen::Person(2);
    assert_eq!(list.rows(&prose).iter().map(|c| c.id).collect::<Vec<_>>(), [view.customers[0].id]);
    list.chosen = Chosen::Person(0);
    assert_eq!(list.rows(&prose).len(), everybody - 1);
    list.group = Some(SheetField::Owner);
    desk.run_ok();
    assert!(desk.query_by_label_contains(&format!("{name} · {}", everybody - 1)).is_some());
    desk.state_mut().desk.dialog = Some(Dialog::Query(QueryForm::default()));
    desk.run_ok();
}

#[test]
fn a_long_log_is_shown_whole_when_asked_for() {
    let mut desk = customers_tab(3, Lang::En, CustomersPage::List);
    let mut view = (*desk.state().shown.view).clone();
    let talk = view.past.interactions[0].clone();
    let customer = talk.customer;
    view.past.interactions = vec![talk; 41];
    desk.state_mut().shown.view = Arc::new(view);
    desk.state_mut().desk.open(customer, Some(SheetTab::Log));
    desk.set_size(egui::vec2(1280.0, 4000.0));
    desk.run_ok();
    desk.get_by_label("Show all 41").click();
    desk.run_ok();
    assert_eq!(desk.state().desk.customers.own.all_talks, Some(customer));
    assert!(desk.query_by_label("Show all 41").is_none());
}

fn list_of(desk: &Harness<'_, Table>) -> Vec<Phase> {
    let table = desk.state();
    let prose = Prose::new(&table.shown.view, table.lang);
    table.desk.customers.list.rows(&prose).iter().map(|c| c.phase).collect()
}

#[test]
fn arrows_walk_the_list_and_a_name_opens_the_sheet() {
    let mut desk = customers_tab(3, Lang::En, CustomersPage::List);
    let order: Vec<_> = {
        let table = desk.state();
        table.desk.customers.list.rows(&Prose::new(&table.shown.view, Lang::En)).iter().map(|c| (c.id, c.name.en.to_string())).collect()
    };
    desk.key_press(Key::ArrowDown);
    desk.run_ok();
    desk.key_press(Key::ArrowDown);
    desk.run_ok();
    assert_eq!(desk.state().desk.selected, Some(order[1].0));
    desk.key_press(Key::ArrowUp);
    desk.run_ok();
    assert_eq!(desk.state().desk.selected, Some(order[0].0));
    desk.get_by_role_and_label(egui::accesskit::Role::Button, &order[2].1).click();
    desk.run_ok();
    assert_eq!(desk.state().desk.selected, Some(order[2].0));
}

#[test]
fn what_is_written_is_sent_by_who_may() {
    let mut desk = customers_tab(4, Lang::En, CustomersPage::Messages);
    desk.state_mut().desk.customers.messages.text = "  who calls Alpha?\n".to_owned();
    desk.state_mut().desk.customers.messages.suggestion = "less haste".to_owned();
    desk.state_mut().desk.customers.messages.is_anonymous = true;
    desk.state_mut().desk.customers.writer = Some(Role::Service);
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "messages-post")).click();
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "suggest-send")).click();
    desk.run_ok();
    let sent = |role, note| Request::Send(role, Command::Note(note));
    let out = &desk.state().desk.out;
    assert!(out.contains(&sent(Role::Service, Note::Post { text: "who calls Alpha?".to_owned(), reply: None })), "{out:?}");
    assert!(out.contains(&sent(Role::Service, Note::Suggest { text: "less haste".to_owned(), signature: Signature::Anonymous })));
    assert!(desk.state().desk.customers.messages.text.is_empty());
}

#[test]
fn a_desk_shows_its_own_work_and_the_leaders_everybodys() {
    let mut room = game(3);
    for (role, due) in [(Role::Developer, 4), (Role::Service, 5)] {
        let customer = room.view(SEAT).expect("a seat").customers[0].id;
        room.send(room.now(SEAT, Command::AddTask { customer, role, kind: TaskKind::Visit, due: Round(due) })).expect("a task");
    }
    let view = Arc::new(room.view(SEAT).expect("a seat"));
    let prose = Prose::new(&view, Lang::En);
    let seen = |roles: &[Role]| {
        let shown = Shown { view: Arc::clone(&view), stamp: 1, roles: roles.to_vec(), submitted: false };
        work::tasks(&prose, &shown, &WorkUi { shows: Shows::All, ..WorkUi::default() }).iter().map(|t| t.role).collect::<Vec<_>>()
    };
    assert_eq!(seen(&[Role::AccountManager]).len(), view.tasks.len(), "who leads");
    assert!(seen(&[Role::Service]).iter().all(|role| *role == Role::Service));
    assert!(!seen(&[Role::Service]).is_empty() && seen(&[Role::Service]).len() < view.tasks.len());
}

#[test]
fn a_list_goes_to_a_file_and_comes_back() {
    let mut desk = customers_tab(4, Lang::Zh, CustomersPage::Files);
    let view = Arc::clone(&desk.state().shown.view);
    let folder = tempfile::tempdir().expect("a folder");
    for end in ["csv", "xlsx"] {
        let path = folder.path().join(format!("客户.{end}"));
        desk.state_mut().desk.customers.files.to = Some(path.display().to_string());
        desk.state_mut().desk.out.clear();
        desk.run_ok();
        desk.get_by_label(&tr(Lang::Zh, "export-write")).click();
        desk.run_ok();
        let Some(Request::WriteList { path: to, bytes, existing }) = desk.state().desk.out.first() else { panic!("{end}: nothing is asked for") };
        assert_eq!(files::written(to, bytes, *existing), Answer::Written(path.clone()));
        // read at a desk in English: headings and words may be in either language
        let Answer::Read(list) = files::planned(&view, &path, None, Lang::En) else { panic!("{end}: it does not read") };
        let import = list.import.expect("names");
        assert_eq!((import.unchanged, import.faults.len(), import.firms.len()), (view.customers.len(), 0, 0), "{end}");
    }
}

#[test]
fn a_list_with_other_headings_asks_which_column_holds_the_names() {
    let mut desk = customers_tab(4, Lang::En, CustomersPage::Files);
    let view = Arc::clone(&desk.state().shown.view);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    std::fs::write(&path, "Who,Telephone\nNobody Ever,0571-1\n").expect("a file");
    desk.state_mut().desk.customers.files.answer = Some(files::planned(&view, &path, None, Lang::En));
    desk.set_size(egui::vec2(1280.0, 1600.0));
    desk.run_ok();
    assert!(desk.query_by_label_contains("Found: Who, Telephone").is_some());
    let Some(Answer::Read(list)) = &desk.state().desk.customers.files.answer else { panic!("no list") };
    assert_eq!(list.import, None);
    // the first of the lists is that of the names
    let boxes: Vec<_> = desk.get_all_by_role(egui::accesskit::Role::ComboBox).filter(|node| node.value().as_deref() == Some("none")).collect();
    boxes.first().expect("a list of columns").click();
    drop(boxes);
    desk.run_ok();
    desk.get_all_by_label("Who").last().expect("a choice").click();
    desk.run_ok();
    assert!(desk.query_by_label_contains("0 to change · 1 new").is_some());
    // what cannot be told is asked
    std::fs::write(&path, b"name,remark\nM\xfcller,x\n").expect("a file");
    desk.state_mut().desk.customers.files.from = format!("\"{}\"", path.display());
    desk.state_mut().desk.out.clear();
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "import-read")).click();
    desk.run_ok();
    let asked = std::mem::take(&mut desk.state_mut().desk.out);
    assert_eq!(asked, [Request::ReadList { path: path.clone(), encoding: None }], "without its quotes");
    desk.state_mut().desk.customers.files.answer = Some(files::planned(&view, &path, None, Lang::En));
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "encoding-west")).click();
    desk.run_ok();
    let Some(Request::ReadList { path: from, encoding }) = desk.state().desk.out.first().cloned() else { panic!("nothing is asked for") };
    assert_eq!(from, path);
    let Answer::Read(list) = files::planned(&view, &from, encoding, Lang::En) else { panic!("it does not read") };
    assert_eq!(list.import.as_ref().expect("names").firms[0].firm.name, "Müller");
    // what is typed meanwhile is another list, and not the one whose letters are asked for
    desk.state_mut().desk.customers.files.answer = Some(Answer::Read(list));
    desk.state_mut().desk.customers.files.from = "/no/such/list.csv".to_owned();
    for answer in [None, Some(files::planned(&view, &path, None, Lang::En))] {
        if let Some(fault) = answer {
            desk.state_mut().desk.customers.files.answer = Some(fault);
        }
        desk.state_mut().desk.out.clear();
        desk.run_ok();
        desk.get_by_label(&tr(Lang::En, "encoding-middle")).click();
        desk.run_ok();
        assert_eq!(desk.state().desk.out, [Request::ReadList { path: path.clone(), encoding: TextEncoding::named("windows-1250") }]);
    }
}

#[test]
fn an_import_is_shown_before_it_is_carried_out() {
    let mut desk = customers_tab(4, Lang::En, CustomersPage::Files);
    let view = Arc::clone(&desk.state().shown.view);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("list.csv");
    let name = view.customers[0].name.en.to_string();
    std::fs::write(&path, format!("Customer,Kind,Remark\n{name},暂停跟进,old friend\nNobody Ever,,\n,,x\n")).expect("a file");
    desk.state_mut().desk.customers.files.answer = Some(files::planned(&view, &path, None, Lang::En));
    desk.set_size(egui::vec2(1280.0, 1600.0));
    desk.run_ok();
    assert!(desk.query_by_label_contains("1 to change · 1 new").is_some());
    assert!(desk.query_by_label_contains("Row 4, Customer").is_some());
    assert!(desk.state().desk.out.is_empty(), "nothing happens by itself");
    desk.get_by_label(&tr(Lang::En, "import-carry-out")).click();
    desk.run_ok();
    let id = view.customers[0].id;
    assert!(desk.state().desk.out.contains(&Request::Send(Role::AccountManager, Command::Kind(id, Kind::Paused))));
    assert_eq!(desk.state().desk.out.len(), 3);
    assert_eq!(desk.state().desk.customers.files.answer, Some(Answer::CarriedOut(3)));
}

#[test]
fn a_talk_takes_words_and_keeps_its_time() {
    let mut desk = table(4, Lang::En);
    let view = Arc::clone(&desk.state().shown.view);
    let (place, talk) = view.past.interactions.iter().enumerate().next_back().expect("a talk");
    desk.state_mut().desk.open(talk.customer, Some(SheetTab::Log));
    desk.state_mut().desk.customers.own.talk = Some((TalkId(place as u32), " wants a trial ".to_owned()));
    desk.set_size(egui::vec2(1280.0, 1600.0));
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "own-save")).click();
    desk.run_ok();
    let by = talk.role;
    let note = Note::Talk(TalkId(place as u32), "wants a trial".to_owned());
    assert!(desk.state().desk.out.contains(&Request::Send(by, Command::Note(note))), "{:?}", desk.state().desk.out);
}

#[test]
fn a_task_is_set_for_whom_and_when_one_likes() {
    let mut desk = customers_tab(4, Lang::En, CustomersPage::Work);
    let view = Arc::clone(&desk.state().shown.view);
    let customer = view.customers[0].id;
    let start = task::start(&Prose::new(&view, Lang::En), customer);
    assert_eq!(start.due, Round(6));
    desk.state_mut().desk.dialog = Some(Dialog::Task(TaskForm { role: Role::Developer, kind: TaskKind::Survey, ..start }));
    desk.run_ok();
    desk.get_by_label(&format!("{} +", tr(Lang::En, "task-when"))).click();
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "task-set")).click();
    desk.run_ok();
    let wanted = Command::AddTask { customer, role: Role::Developer, kind: TaskKind::Survey, due: Round(7) };
    assert!(desk.state().desk.out.contains(&Request::Send(Role::AccountManager, wanted)), "said by who sits here, done by whom it is for");
    assert_eq!(desk.state().desk.dialog, None);
}

#[test]
fn a_query_is_chosen_from_the_list_and_one_of_ones_own_is_saved() {
    let mut desk = customers_tab(5, Lang::En, CustomersPage::List);
    let view = Arc::clone(&desk.state().shown.view);
    desk.get_by_value(&format!("{} · {}", tr(Lang::En, "query-all"), view.customers.len())).click();
    desk.run_ok();
    let open = Index::new(&view).list(&Query(vec![Condition::OpenDeal])).len();
    desk.get_by_label(&format!("{} · {open}", tr(Lang::En, "query-open-deal"))).click();
    desk.run_ok();
    assert_eq!(desk.state().desk.customers.list.chosen, Chosen::Standard("query-open-deal"));
    desk.get_by_label(&tr(Lang::En, "query-new")).click();
    desk.run_ok();
    let Some(Dialog::Query(form)) = desk.state_mut().desk.dialog.as_mut() else { panic!("no form") };
    assert_eq!(form.query, Query(vec![Condition::OpenDeal]), "it starts from what is looked at");
    form.name = "  waiting ".to_owned();
    desk.set_size(egui::vec2(1280.0, 1400.0));
    desk.run_ok();
    desk.get_by_label(&tr(Lang::En, "query-save")).click();
    desk.run_ok();
    let note = Note::SaveQuery { name: "waiting".to_owned(), query: Query(vec![Condition::OpenDeal]) };
    assert!(
        desk.state().desk.out.contains(&Request::Send(Role::AccountManager, Command::Note(note))),
        "{:?} {:?}",
        desk.state().desk.out,
        desk.state().desk.dialog
    );
}

#[test]
fn list_board_sheet_and_query_agree_on_the_tier_that_the_team_sees() {
    use rapport::game::board::places::Place;
    use rapport::insight::resources::shares;
    use rapport::prose::{names, relations};
    use rapport::sim::state::pyramid::Basis;
    use rapport::sim::terms::Tier;
    let mut seen = Arc::clone(&customers_tab(5, Lang::En, CustomersPage::List).state().shown.view);
    let view = Arc::make_mut(&mut seen);
    let buyer = view.customers.iter().position(|c| c.orders > 0).expect("a buyer");
    // bought before the game and not yet from the team: it is seen by what it is expected to buy
    (view.customers[buyer].tier, view.customers[buyer].placed) = (Tier::Small, None);
    let (mut tiers, index) = (Vec::new(), |view: &rapport::sim::view::View, tier| {
        let list = Index::new(view).list(&Query(vec![Condition::Tier(tier)]));
        list.iter().map(|c| c.id).collect::<Vec<_>>()
    });
    for tier in Tier::ALL {
        view.customers[buyer].seen = Some((tier, Basis::Expected));
        let prose = Prose::new(view, Lang::En);
        let customer = &view.customers[buyer];
        let named = prose.say(names::tier(tier));
        assert_eq!(SheetField::Tier.of(view, &Index::new(view), customer, &prose), Cell::Text(named.clone()));
        assert_eq!(Place::of(customer, None), Place::Floor(Some(tier)));
        assert!(relations::tier_told(&prose, customer).is_some_and(|(told, _)| told.contains(&named)));
        assert!(index(view, tier).contains(&customer.id));
        tiers.push(shares(view)[tier.index()].customers);
    }
    // nobody else has moved
    let without: u32 = tiers.iter().sum::<u32>() - 4;
    assert_eq!(without, view.customers.iter().filter(|c| c.orders > 0).count() as u32 - 1);
    // of whom nobody can know it, nothing is told anywhere
    let lead = view.customers.iter().position(|c| c.orders == 0).expect("a lead");
    view.customers[lead].seen = None;
    let prose = Prose::new(view, Lang::En);
    assert_eq!(SheetField::Tier.of(view, &Index::new(view), &view.customers[lead], &prose), Cell::Blank);
    assert!(Tier::ALL.into_iter().all(|tier| !index(view, tier).contains(&view.customers[lead].id)));
}
