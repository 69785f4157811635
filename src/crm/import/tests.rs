//! Lists that come from outside, good and bad.

use super::*;
use crate::crm::doubles::Why;
use crate::crm::fields::list;
use crate::crm::sheet_file::{Format, read, write};
use crate::crm::testing::{Plain, enter, noted, played, share_out};
use crate::sim::apply;
use crate::sim::testing::{game, seat};
use crate::sim::units::Role;

fn rows(bytes: &[u8]) -> Vec<Row> {
    read(bytes, None).expect("a list").rows
}

fn planned(view: &View, text: &str) -> Import {
    let rows = rows(text.as_bytes());
    plan(view, &rows, &Columns::of(&rows, &[&Plain]), &[&Plain]).expect("a column of names")
}

const HEAD: &str = "field-name,field-kind,field-level,field-reach,field-remark\n";

#[test]
fn rows_of_known_customers_change_what_the_team_keeps() {
    let mut state = played(1, 0);
    let view = noted(&state);
    let (a, b) = (&view.customers[0], &view.customers[1]);
    let text = format!("{HEAD} {} ,Paused,Partnership,021-1,likes tea\n{},,,,\n", a.name.en.to_uppercase(), b.name.zh);
    let import = planned(&view, &text);
    assert_eq!((import.changes.len(), import.unchanged, import.faults.len(), import.firms.len()), (1, 1, 0, 0));
    for command in import.commands(&view) {
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), command), Ok(()));
    }
    let after = noted(&state);
    assert_eq!((after.customers[0].kind, after.customers[0].level), (Kind::Paused, Level::Partnership));
    assert_eq!(after.notes.own(a.id), Some(&OwnFields { reach: "021-1".to_owned(), remark: "likes tea".to_owned() }));
    // the same list again has nothing to say, and a blank cell takes nothing away
    assert_eq!(planned(&after, &text).unchanged, 2);
    assert_eq!(planned(&after, &format!("{HEAD}{},,,,\n", a.name.en)).unchanged, 1);
}

#[test]
fn a_list_that_was_written_says_nothing_new() {
    let mut state = played(3, 4);
    enter(&mut state, "Unheard Ltd", "0571-1234567", "-> call");
    let mut view = noted(&state);
    // also where the owners are named
    share_out(&mut view, 3);
    let customers: Vec<_> = view.customers.iter().collect();
    for format in [Format::Csv, Format::Xlsx] {
        let Ok(bytes) = write(&list(&view, &customers, &Plain), format) else {
            assert!(format == Format::Xlsx && !cfg!(feature = "xlsx"));
            continue;
        };
        let rows = rows(&bytes);
        let import = plan(&view, &rows, &Columns::of(&rows, &[&Plain]), &[&Plain]).expect("names");
        assert_eq!((import.unchanged, import.commands(&view)), (view.customers.len() + 1, Vec::new()), "{:?}", import.faults);
        assert_eq!(import.ignored.len(), 11);
    }
}

#[test]
fn unknown_names_become_firms_even_if_the_market_holds_them() {
    let mut state = game(1, 1);
    let view = noted(&state);
    let stranger = (0..state.customers.len()).find(|&i| view.customer(CustomerId::at(i)).is_none()).expect("somebody unknown");
    let import = planned(&view, &format!("{HEAD}{},Qualified,,021-7,\n", state.customers[stranger].name.en));
    assert_eq!((import.firms.len(), import.firms[0].choice), (1, Choice::Enter));
    for command in import.commands(&view) {
        assert_eq!(apply(&mut state, seat(0, Role::Developer), command), Ok(()));
    }
    let after = noted(&state);
    assert_eq!(after.customers.len(), view.customers.len(), "a list finds nobody");
    assert_eq!((after.notes.firms.len(), after.notes.firms[0].firm.kind, after.notes.firms[0].by), (1, Kind::Qualified, Role::Developer));
}

#[test]
fn likely_doubles_are_offered_for_merging_and_the_player_decides() {
    let mut state = played(1, 0);
    let customer = noted(&state).customers[0].clone();
    enter(&mut state, "Harbour Foods", "0571-7654321", "big");
    let view = noted(&state);
    let firm = view.notes.firms[0].id;
    let text = format!("{HEAD}{} Ltd,,,021-1234567,a\nHarbor Foods,,,,b\nHarbour Trade,,,0571 7654321,c\nNobody,,,,\n", customer.name.en);
    let mut import = planned(&view, &text);
    let choices: Vec<Choice> = import.firms.iter().map(|f| f.choice).collect();
    let (to_customer, to_firm) = (Choice::Merge(Same::Customer(customer.id)), Choice::Merge(Same::Firm(firm)));
    assert_eq!(choices, [to_customer, to_firm, to_firm, Choice::Enter]);
    assert_eq!(import.firms.iter().filter_map(|f| f.like.first()).map(|d| d.why).collect::<Vec<_>>(), [Why::SameName, Why::SimilarName, Why::SameNumber]);
    import.firms[3].choice = Choice::LeaveOut;
    for command in import.commands(&view) {
        assert_eq!(apply(&mut state, seat(0, Role::AccountManager), command), Ok(()));
    }
    let after = noted(&state);
    assert_eq!(after.notes.own(customer.id).map(|own| own.remark.as_str()), Some("a"));
    assert_eq!(after.notes.firms.iter().map(|f| f.firm.own.remark.as_str()).collect::<Vec<_>>(), ["big\nb\nc"]);
}

#[test]
fn mistakes_name_row_and_column_and_leave_the_other_rows_alone() {
    let view = noted(&played(1, 0));
    let a = &view.customers[0].name.en;
    let text = format!("{HEAD}{a},Pausd,,,\n,Paused,,,\n{a},,,,x\nB,,,,\n b ,,,,\nC,,,{},\nD,,Whatever,,\nE,,,,with\u{202e}turn\n", "1".repeat(REACH + 1));
    let import = planned(&view, &text);
    let unknown = |found: &str, nearest: Option<&str>| FaultKind::Unknown { found: found.to_owned(), nearest: nearest.map(str::to_owned) };
    let expected = [
        (2, SheetField::Kind, unknown("Pausd", Some("Paused"))),
        (3, SheetField::Name, FaultKind::NoName),
        (4, SheetField::Name, FaultKind::Twice(2)),
        (6, SheetField::Name, FaultKind::Twice(5)),
        (7, SheetField::Reach, FaultKind::TooLong(REACH)),
        (8, SheetField::Level, unknown("Whatever", None)),
        (9, SheetField::Remark, FaultKind::Hidden),
    ];
    assert_eq!(import.faults.iter().map(|f| (f.row, f.column, f.what.clone())).collect::<Vec<_>>(), expected);
    assert_eq!(import.firms.iter().map(|f| f.firm.name.as_str()).collect::<Vec<_>>(), ["B"]);
}

#[test]
fn without_a_column_of_names_nothing_can_be_told() {
    let view = noted(&played(1, 0));
    assert_eq!(plan(&view, &[], &Columns::default(), &[&Plain]), Err(NoNames));
    let rows = rows("List of July,,\nwho?,b,电话\n1,2,0571-1\n".as_bytes());
    let mut columns = Columns::of(&rows, &[&Plain]);
    assert_eq!((columns.head, columns.place(SheetField::Reach)), (1, Some(2)), "the fullest of the first rows");
    assert_eq!(plan(&view, &rows, &columns, &[&Plain]), Err(NoNames));
    // the player says which one it is, and thinks again
    columns.set(SheetField::Name, Some(0));
    columns.set(SheetField::Name, Some(1));
    let import = plan(&view, &rows, &columns, &[&Plain]).expect("names");
    assert_eq!((import.firms[0].row, import.firms[0].firm.name.as_str(), import.firms[0].firm.own.reach.as_str()), (3, "2", "0571-1"));
    assert_eq!(import.ignored, ["who?"]);
    let import = planned(&view, "Field-Name,shoe size\nB,44\n");
    assert_eq!(import.ignored, ["shoe size"]);
}

#[test]
fn headings_of_other_lists_are_known_and_titles_above_them_passed_over() {
    let view = noted(&played(1, 0));
    let lists = [
        "客户名称（必填）,联系电话,备注\nB,0571-1,x\n",
        "Customers of 2012\n\nAccount Name,Phone,Notes\nB,0571-1,x\n",
        "Company name *,E-mail [optional],Mobile,Comments:\nB,0571-2,0571-1,x\n",
        "序号,公司名称,手机号,说明\n1,B,0571-1,x\n",
    ];
    for list in lists {
        let import = planned(&view, list);
        let firm = &import.firms[0].firm;
        assert_eq!((firm.name.as_str(), firm.own.reach.as_str(), firm.own.remark.as_str(), import.firms.len()), ("B", "0571-1", "x", 1), "{list}");
    }
    // what says it most plainly is meant, wherever it stands
    for list in ["Name,Company,Contact,Phone\nMs Li,B,Ms Li,0571-1\n", "姓名,公司,地址,手机\n李,B,x,0571-1\n"] {
        let firm = planned(&view, list).firms[0].firm.clone();
        assert_eq!((firm.name.as_str(), firm.own.reach.as_str()), ("B", "0571-1"), "{list}");
    }
    // a row of customers is not taken for headings, and a list without any may be told so
    let rows = rows("厂商,类型,电话\n甲厂,客户,1\n乙厂,供应商,2\n".as_bytes());
    let mut columns = Columns::of(&rows, &[&Plain]);
    assert_eq!((columns.head, columns.place(SheetField::Name)), (0, None));
    columns.set(SheetField::Name, Some(0));
    assert_eq!(plan(&view, &rows, &columns, &[&Plain]).expect("names").firms.len(), 2);
    columns.headless = true;
    assert_eq!(plan(&view, &rows, &columns, &[&Plain]).expect("names").firms.len(), 3);
    // a name put together from parts is the name
    let mut state = played(1, 0);
    enter(&mut state, "Caf\u{e9} Paris", "", "");
    let import = planned(&noted(&state), "name,remark\nCafe\u{301} Paris,x\n");
    assert_eq!(import.firms[0].like[0].why, Why::SameName);
}
