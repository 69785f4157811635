//! Lists that come and go as files, and firms entered by hand. The panel asks for files to be read and written by
//! [`Request`]s; [`carry_out`] does it, so that the panel itself touches no disk.

use crate::crm::doubles::doubles;
use crate::crm::fields;
use crate::crm::import::{self, Choice, Columns, Import};
use crate::crm::sheet_file::{self, FileFault, Format, MOST_BYTES, Row};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Curtain, Shown};
use crate::game::desk::customers::columns::{Side, two_cards};
use crate::game::desk::customers::writer::writer;
use crate::game::desk::state::{Answer, CustomersPage, Desk, Dialog, Existing, FirmForm, OpenList, Request, Tab};
use crate::game::theme::{self, Role as Type, TARGET, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{
    Button, ClickCard, Tone, along, caption, chip, dot, heading, line, line_field, lines, link, nothing, rule, segmented, sent, sides, text_field, toggle_chip,
};
use crate::prose::{Prose, lists, names};
use crate::sim::notes::{FIRM_NAME, Firm, Note, OwnFields, REACH, REMARK, Same};
use crate::sim::terms::Kind;
use crate::sim::view::View;
use crate::spreadsheet::TextEncoding;
use crate::store;
use crate::words::Lang;
use bevy::prelude::{MessageReader, Res, ResMut};
use bevy::window::FileDragAndDrop;
use bevy_egui::egui::{ComboBox, Margin, ScrollArea, Ui};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// Where lists usually go: the player's documents, else the home folder.
static USUAL: LazyLock<PathBuf> = LazyLock::new(|| {
    let folders = directories::UserDirs::new();
    let folder = folders.as_ref().map(|f| f.document_dir().unwrap_or(f.home_dir()).to_owned()).unwrap_or_default();
    folder.join("rapport-customers.csv")
});

/// Draws the page.
pub fn files(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let first = (ui.available_width() * 0.42).clamp(240.0, 380.0);
    two_cards(ui, first, |ui, side| {
        ScrollArea::vertical().id_salt(side == Side::Left).auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            match side {
                Side::Left => firms(prose, desk, ui),
                Side::Right => {
                    write_list(prose, desk, ui);
                    ui.add_space(8.0);
                    rule(ui);
                    read_list(prose, shown, desk, ui);
                }
            }
        });
    });
}

// ---- firms entered by hand ----

fn firms(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    heading(ui, &prose.say("firms-title"));
    lines(ui, Type::Small, &prose.say("firms-hint"), p.muted);
    if !prose.view.over && ui.add(Button::ghost(prose.say("firms-enter")).icon(icons::PLUS).low()).clicked() {
        desk.dialog = Some(Dialog::Firm(FirmForm::default()));
    }
    if prose.view.notes.firms.is_empty() {
        nothing(ui, &prose.say("firms-none"));
    }
    for entered in &prose.view.notes.firms {
        let firm = &entered.firm;
        let is_double = !doubles(prose.view, &firm.name, &firm.own.reach, Some(Same::Firm(entered.id))).is_empty();
        let clicked = ui
            .push_id(entered.id.0, |ui| {
                let card = ClickCard::new(&firm.name).margin(Margin::symmetric(10, 7));
                card.show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing.y = 0.0;
                    sides(
                        ui,
                        18.0,
                        |ui| line(ui, Type::Strong, &firm.name, p.ink),
                        |ui| {
                            if is_double {
                                chip(ui, Tone::Due, &prose.say("firms-double"));
                            }
                        },
                    );
                    line(ui, Type::Small, &format!("{} · {}", prose.say(names::kind(firm.kind)), firm.own.reach), p.muted);
                })
                .response
                .clicked()
            })
            .inner;
        if clicked && !prose.view.over {
            desk.dialog = Some(Dialog::Firm(FirmForm { id: Some(entered.id), firm: firm.clone() }));
        }
    }
}

/// Draws the form of a firm, with what it may be a double of. `Some(Some(note))`: write it down; `Some(None)`: leave it.
pub fn firm_form(prose: &Prose, form: &mut FirmForm, ui: &mut Ui) -> Option<Option<Note>> {
    let p = theme::palette(ui);
    let width = 460.0 * theme::scale(ui.style()).clamp(0.9, 1.2);
    ui.set_width(width);
    let firm = &mut form.firm;
    let (name, reach, remark) = (prose.say("field-name"), prose.say("field-reach"), prose.say("field-remark"));
    caption(ui, &name);
    line_field(ui, &mut firm.name, &name, "", FIRM_NAME, width);
    caption(ui, &prose.say("field-kind"));
    let kinds = [Kind::Intending, Kind::Qualified, Kind::Paused].map(|kind| (kind, prose.say(names::kind(kind))));
    segmented(ui, &mut firm.kind, &kinds.each_ref().map(|(kind, text)| (*kind, text.as_str())));
    caption(ui, &reach);
    line_field(ui, &mut firm.own.reach, &reach, &prose.say("own-reach-hint"), REACH, width);
    caption(ui, &remark);
    text_field(ui, &mut firm.own.remark, &remark, &prose.say("own-remark-hint"), REMARK, 2);

    let clean = Firm { name: sent(&firm.name), kind: firm.kind, own: OwnFields { reach: sent(&firm.own.reach), remark: sent(&firm.own.remark) } };
    let mut answer = None;
    for double in doubles(prose.view, &clean.name, &clean.own.reach, form.id.map(Same::Firm)).into_iter().take(3) {
        ui.horizontal(|ui| {
            let text =
                prose.say_with("firms-like", &[("name", lists::same(prose, double.same).into()), ("why", prose.say(lists::why_same(double.why)).into())]);
            dot(ui, p.gold);
            line(ui, Type::Body, &text, p.ink);
        });
        let merge = match form.id {
            Some(id) => Some(Note::Merge { firm: id, into: double.same }),
            None => import::join(prose.view, clean.own.clone(), double.same),
        };
        if let Some(merge) = merge
            && ui.add(Button::ghost(prose.say("firms-merge")).icon(icons::LINK).low()).clicked()
        {
            answer = Some(Some(merge));
        }
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.add_enabled(!clean.name.is_empty(), Button::primary(prose.say("own-save")).icon(icons::FLOPPY_DISK)).clicked() {
            answer = Some(Some(match form.id {
                Some(id) => Note::ChangeFirm(id, clean.clone()),
                None => Note::Enter(clean.clone()),
            }));
        }
        if ui.add(Button::quiet(prose.say("desk-cancel"))).clicked() {
            answer = Some(None);
        }
        if let Some(id) = form.id
            && ui.add(Button::quiet(prose.say("firms-drop")).icon(icons::TRASH)).clicked()
        {
            answer = Some(Some(Note::DropFirm(id)));
        }
    });
    answer
}

// ---- out ----

fn write_list(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    heading(ui, &prose.say("export-title"));
    let query = desk.customers.list.query(prose);
    let state = &mut desk.customers.files;
    let (all, chosen) = (prose.say("query-all"), prose.say("export-query"));
    segmented(ui, &mut state.by_query, &[(false, all.as_str()), (true, chosen.as_str())]);
    let mut path = state.to.clone().unwrap_or_else(|| USUAL.display().to_string());
    let width = ui.available_width();
    if line_field(ui, &mut path, &prose.say("export-to"), &prose.say("export-to"), 400, width).changed() {
        state.to = Some(path.clone());
    }
    let target = store::pasted_path(&path);
    let format = Format::of(&target);
    along(ui, TARGET, |ui| {
        for (end, is_on) in [("csv", format == Some(Format::Csv)), ("xlsx", format == Some(Format::Xlsx))] {
            if Format::of(Path::new(&format!("x.{end}"))).is_some() {
                let mut on = is_on;
                if toggle_chip(ui, &mut on, &end.to_uppercase()).clicked() {
                    state.to = Some(target.with_extension(end).display().to_string());
                }
            }
        }
        let exists = matches!(&state.answer, Some(Answer::Exists(there)) if *there == target);
        let key = if exists { "export-replace" } else { "export-write" };
        if ui.add_enabled(format.is_some(), Button::primary(prose.say(key)).icon(icons::EXPORT).low()).clicked()
            && let Some(format) = format
        {
            let customers: Vec<_> = if state.by_query { crate::crm::query::Index::new(prose.view).list(&query) } else { prose.view.customers.iter().collect() };
            match sheet_file::write(&fields::list(prose.view, &customers, prose), format) {
                Ok(bytes) => {
                    let existing = if exists { Existing::Replace } else { Existing::Keep };
                    desk.out.push(Request::WriteList { path: target.clone(), bytes: bytes.into(), existing });
                }
                Err(fault) => state.answer = Some(Answer::Fault(fault)),
            }
        }
    });
    let told = match &desk.customers.files.answer {
        Some(Answer::Written(path)) => Some((prose.say_with("export-written", &[("path", path.display().to_string().into())]), p.accent)),
        Some(Answer::Exists(_)) => Some((prose.say("export-exists"), p.warn)),
        _ if format.is_none() => Some((prose.say("export-ending"), p.warn)),
        _ => None,
    };
    if let Some((text, colour)) = told {
        lines(ui, Type::Small, &text, colour);
    }
}

// ---- in ----

/// The encodings that a list may be read in, by their names on the web and the keys of whose they are.
const ENCODINGS: [(&str, &str); 7] = [
    ("gb18030", "encoding-chinese"),
    ("big5", "encoding-taiwan"),
    ("windows-1252", "encoding-west"),
    ("windows-1250", "encoding-middle"),
    ("windows-1251", "encoding-cyrillic"),
    ("shift_jis", "encoding-japanese"),
    ("euc-kr", "encoding-korean"),
];

fn read_list(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    heading(ui, &prose.say("import-title"));
    lines(ui, Type::Small, &prose.say("import-hint"), p.muted);
    let state = &mut desk.customers.files;
    let width = ui.available_width();
    line_field(ui, &mut state.from, &prose.say("import-from"), &prose.say("import-from"), 400, width);
    let path = store::pasted_path(&state.from);
    let is_named = !path.as_os_str().is_empty();
    if ui.add_enabled(is_named && !prose.view.over, Button::ghost(prose.say("import-read")).icon(icons::FOLDER_OPEN).low()).clicked() {
        desk.out.push(Request::ReadList { path, encoding: None });
    }
    let role = writer(prose, shown, desk);
    match desk.customers.files.answer.take() {
        Some(Answer::Read(mut list)) => {
            if let Some(encoding) = list.sheet.encoding {
                let told = prose.say_with("import-encoding", &[("encoding", encoding.to_uppercase().into())]);
                lines(ui, Type::Small, &told, p.muted);
                encodings(prose, desk, &list.path, ui);
            }
            columns(prose, &mut list, ui);
            let done = list.import.as_mut().is_some_and(|import| told(prose, import, ui));
            desk.customers.files.answer = Some(match list.import.take_if(|_| done) {
                Some(import) => {
                    let commands = import.commands(prose.view);
                    let count = commands.len();
                    commands.into_iter().for_each(|command| desk.send(role, command));
                    Answer::CarriedOut(count)
                }
                None => Answer::Read(list),
            });
        }
        other => {
            let text = match &other {
                Some(Answer::Fault(fault) | Answer::NoList { fault, .. }) => Some(lists::file_fault(prose, fault)),
                Some(Answer::Disk(problem)) => Some(prose.say_with("file-disk", &[("problem", problem.into())])),
                Some(Answer::CarriedOut(count)) => Some(prose.say_with("import-done", &[("count", (*count).into())])),
                _ => None,
            };
            if let Some(text) = text {
                lines(ui, Type::Small, &text, if matches!(other, Some(Answer::CarriedOut(_))) { p.accent } else { p.warn });
            }
            if let Some(Answer::NoList { path, fault: FileFault::Encoding }) = &other {
                encodings(prose, desk, path, ui);
            }
            desk.customers.files.answer = other;
        }
    }
}

/// Whose letters they may be: reads the list once more from where it was read, whatever is written in the field by now.
fn encodings(prose: &Prose, desk: &mut Desk, path: &Path, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        for (name, key) in ENCODINGS {
            if link(ui, &prose.say(key)).clicked() {
                desk.out.push(Request::ReadList { path: path.to_owned(), encoding: TextEncoding::named(name) });
            }
        }
    });
}

/// Which column is which, where the player wants it otherwise or the names were not found.
fn columns(prose: &Prose, list: &mut OpenList, ui: &mut Ui) {
    let p = theme::palette(ui);
    let Some(head) = list.sheet.rows.get(list.columns.head).cloned() else {
        lines(ui, Type::Small, &prose.say("import-empty"), p.warn);
        return;
    };
    if list.columns.head > 0 {
        lines(ui, Type::Small, &prose.say_with("import-headings", &[("row", head.number.into())]), p.muted);
    }
    if list.import.is_none() {
        let found: Vec<String> = head.cells.iter().filter(|cell| !cell.is_empty()).take(12).cloned().collect();
        lines(ui, Type::Small, &prose.say_with("import-no-names", &[("headings", prose.list(&found).into())]), p.warn);
    } else if !list.sets_columns {
        list.sets_columns = link(ui, &prose.say("import-columns")).clicked();
        return;
    }
    let before = list.columns.clone();
    toggle_chip(ui, &mut list.columns.headless, &prose.say("import-headless"));
    for field in Columns::OWN {
        ui.push_id(field.key(), |ui| {
            sides(
                ui,
                TARGET - 6.0,
                |ui| line(ui, Type::Body, &prose.say(field.key()), p.ink),
                |ui| {
                    let none = prose.say("import-no-column");
                    let name = |place: usize| match head.cells.get(place).map(String::as_str) {
                        Some(heading) if !heading.is_empty() && !list.columns.headless => heading.to_owned(),
                        _ => prose.say_with("import-column", &[("number", (place + 1).into())]),
                    };
                    let mut chosen = list.columns.place(field);
                    let width = (ui.available_width() * 0.55).max(120.0);
                    let shown = chosen.map_or_else(|| none.clone(), name);
                    ComboBox::from_id_salt("column").width(width).selected_text(shown).truncate().show_in_sight(ui, |ui| {
                        ui.selectable_value(&mut chosen, None, &none);
                        for place in 0..list.columns.fields.len() {
                            ui.selectable_value(&mut chosen, Some(place), name(place));
                        }
                    });
                    list.columns.set(field, chosen);
                },
            );
        });
    }
    if list.columns != before {
        list.import = planned_rows(prose.view, &list.sheet.rows, &list.columns, prose.lang);
    }
}

/// What an import would do, and the choices it leaves; true if it is to be carried out.
fn told(prose: &Prose, import: &mut Import, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let sum = [("changes", import.changes.len()), ("firms", import.firms.len()), ("same", import.unchanged), ("faults", import.faults.len())];
    lines(ui, Type::Strong, &prose.say_with("import-sum", &sum.map(|(name, count)| (name, count.into()))), p.ink);
    if !import.ignored.is_empty() {
        lines(ui, Type::Small, &prose.say_with("import-ignored", &[("columns", import.ignored.join(" · ").into())]), p.muted);
    }
    for fault in import.faults.iter().take(40) {
        lines(ui, Type::Small, &lists::fault(prose, fault), p.warn);
    }
    for new in &mut import.firms {
        ui.push_id(new.row, |ui| {
            ui.spacing_mut().interact_size.y = TARGET - 8.0;
            sides(
                ui,
                TARGET - 6.0,
                |ui| line(ui, Type::Body, &new.firm.name, p.ink),
                |ui| {
                    let name = |choice: Choice| match choice {
                        Choice::Enter => prose.say("import-enter"),
                        Choice::LeaveOut => prose.say("import-leave"),
                        Choice::Merge(same) => prose.say_with("import-merge", &[("name", lists::same(prose, same).into())]),
                    };
                    let width = (ui.available_width() * 0.55).max(120.0);
                    ComboBox::from_id_salt("choice").width(width).selected_text(name(new.choice)).truncate().show_in_sight(ui, |ui| {
                        let merges = new.like.iter().map(|double| Choice::Merge(double.same));
                        for choice in merges.chain([Choice::Enter, Choice::LeaveOut]) {
                            ui.selectable_value(&mut new.choice, choice, name(choice));
                        }
                    });
                },
            );
        });
    }
    let is_empty = import.changes.is_empty() && import.firms.is_empty();
    ui.add_enabled(!is_empty, Button::primary(prose.say("import-carry-out")).icon(icons::CHECK).low()).clicked()
}

// ---- the disk ----

/// Writes and reads the lists that the page asks for.
pub fn carry_out(mut requests: MessageReader<Request>, shown: Option<Res<Shown>>, settings: Res<Settings>, mut desk: ResMut<Desk>) {
    for request in requests.read() {
        let answer = match request {
            Request::WriteList { path, bytes, existing } => written(path, bytes, *existing),
            Request::ReadList { path, encoding } => match &shown {
                Some(shown) => planned(&shown.view, path, *encoding, settings.lang),
                None => continue,
            },
            _ => continue,
        };
        desk.customers.files.answer = Some(answer);
    }
}

/// Puts a list on the disk.
#[must_use]
pub fn written(path: &Path, bytes: &Arc<[u8]>, existing: Existing) -> Answer {
    // whole or not at all: a full disk must not cost the list that is there
    let written = match existing {
        Existing::Keep => store::write_new(path, bytes),
        Existing::Replace => store::write_atomically(path, bytes),
    };
    match written {
        Ok(()) => Answer::Written(path.to_owned()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Answer::Exists(path.to_owned()),
        Err(error) => Answer::Disk(format!("{}: {error}", path.display())),
    }
}

/// Reads a list and works out what it would change; headings and words may be in either language.
#[must_use]
pub fn planned(view: &View, path: &Path, encoding: Option<TextEncoding>, lang: Lang) -> Answer {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Answer::Disk(format!("{}: {error}", path.display()));
    }
    match sheet_file::read(&bytes, encoding) {
        Ok(sheet) => {
            let (own, other) = (Prose::new(view, lang), Prose::new(view, lang.other()));
            let columns = Columns::of(&sheet.rows, &[&own, &other]);
            let import = planned_rows(view, &sheet.rows, &columns, lang);
            Answer::Read(Box::new(OpenList { path: path.to_owned(), sheet, columns, import, sets_columns: false }))
        }
        Err(fault) => Answer::NoList { path: path.to_owned(), fault },
    }
}

/// What a list would change; None while no column is that of the names.
fn planned_rows(view: &View, rows: &[Row], columns: &Columns, lang: Lang) -> Option<Import> {
    let (own, other) = (Prose::new(view, lang), Prose::new(view, lang.other()));
    import::plan(view, rows, columns, &[&own, &other]).ok()
}

/// A file that is dropped on the window is a list to be read.
pub fn dropped(mut drops: MessageReader<FileDragAndDrop>, shown: Option<Res<Shown>>, curtain: Option<Res<Curtain>>, mut desk: ResMut<Desk>) {
    for drop in drops.read() {
        let FileDragAndDrop::DroppedFile { path_buf, .. } = drop else { continue };
        // nothing is read for a team that has no turn
        if curtain.is_some() || shown.as_ref().is_none_or(|shown| shown.view.over) {
            continue;
        }
        (desk.tab, desk.customers.page) = (Tab::Customers, CustomersPage::Files);
        desk.customers.files.from = path_buf.display().to_string();
        desk.out.push(Request::ReadList { path: path_buf.clone(), encoding: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_written_once_and_replaced_only_when_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("客户.csv");
        let bytes = |text: &str| -> Arc<[u8]> { text.as_bytes().into() };
        assert_eq!(written(&path, &bytes("long text"), Existing::Keep), Answer::Written(path.clone()));
        assert_eq!(written(&path, &bytes("short"), Existing::Keep), Answer::Exists(path.clone()));
        assert_eq!(std::fs::read(&path).expect("there"), b"long text");
        assert_eq!(written(&path, &bytes("short"), Existing::Replace), Answer::Written(path.clone()));
        assert_eq!(std::fs::read(&path).expect("there"), b"short");
        let nowhere = folder.path().join("no").join("such.csv");
        assert!(matches!(written(&nowhere, &bytes("x"), Existing::Keep), Answer::Disk(_)));
    }

    #[test]
    fn the_window_writes_what_is_asked_for_and_tells() {
        use crate::game::app::settings::Look;
        use bevy::prelude::{App, Update};
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("list.csv");
        let mut app = App::new();
        app.insert_resource(Settings { lang: Lang::En, look: Look::Light, text_percent: 100, reduced_motion: true, fictional_names: false });
        app.init_resource::<Desk>().add_message::<Request>().add_systems(Update, carry_out);
        app.world_mut().write_message(Request::WriteList { path: path.clone(), bytes: b"a".as_slice().into(), existing: Existing::Keep });
        app.update();
        assert_eq!(std::fs::read(&path).expect("there"), b"a");
        assert_eq!(app.world().resource::<Desk>().customers.files.answer, Some(Answer::Written(path)));
    }
}
