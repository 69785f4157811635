//! Lists that come and go as files, and firms entered by hand. The panel asks for files to be read and written by
//! [`Intent`]s; [`carry_out`] does it, so that the panel itself touches no disk.

use super::{Side, line_field, sent, text_field, two_cards};
use crate::crm::doubles::{Why, doubles};
use crate::crm::fields;
use crate::crm::import::{self, Choice, Fault, FaultKind, Import};
use crate::crm::sheet_file::{self, FileFault, Format, MOST_BYTES, MOST_COLUMNS, MOST_ROWS};
use crate::crm::wording::Wording;
use crate::game::desk::bits::{self, line, lines, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::names;
use crate::game::desk::state::{Desk, Dialog, Intent, Shown};
use crate::game::icons;
use crate::game::settings::Settings;
use crate::game::theme::{self, Role as Type, TARGET};
use crate::game::widgets::{Button, ClickCard, Tone, caption, chip, heading, segmented};
use crate::sim::notes::{FIRM_NAME, Firm, Note, NoteId, OwnFields, REACH, REMARK, Same};
use crate::sim::terms::Kind;
use crate::sim::view::View;
use crate::words::Lang;
use bevy::prelude::{MessageReader, Res, ResMut};
use bevy_egui::egui::{ComboBox, Margin, ScrollArea, Ui};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

/// What happens to a file that is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// How writing or reading went.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Written(PathBuf),
    /// There is such a file; the player says whether to replace it.
    Exists(PathBuf),
    Read(Box<Import>),
    NoNames,
    Fault(FileFault),
    /// The system's own words.
    Disk(String),
    /// Commands sent for an import.
    CarriedOut(usize),
}

/// What the page remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilesUi {
    /// Where a list goes; none: the usual place.
    pub to: Option<String>,
    pub from: String,
    /// Only the customers of the list's query.
    pub by_query: bool,
    pub answer: Option<Answer>,
}

/// A firm being entered or changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirmForm {
    pub id: Option<NoteId>,
    pub firm: Firm,
}

/// Where lists usually go: the player's documents, else the home folder.
static USUAL: LazyLock<PathBuf> = LazyLock::new(|| {
    let folders = directories::UserDirs::new();
    let folder = folders.as_ref().map(|f| f.document_dir().unwrap_or(f.home_dir()).to_owned()).unwrap_or_default();
    folder.join("rapport-customers.csv")
});

/// Draws the page.
pub fn files(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let first = (ui.available_width() * 0.42).clamp(240.0, 380.0);
    two_cards(ui, first, |ui, side| {
        ScrollArea::vertical().id_salt(side == Side::Left).auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            match side {
                Side::Left => firms(cx, desk, ui),
                Side::Right => {
                    write_list(cx, desk, ui);
                    ui.add_space(8.0);
                    bits::rule(ui);
                    read_list(cx, shown, desk, ui);
                }
            }
        });
    });
}

// ---- firms entered by hand ----

fn firms(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    heading(ui, &cx.say("firms-title"));
    lines(ui, Type::Small, &cx.say("firms-hint"), p.muted);
    if !cx.view.over && ui.add(Button::ghost(cx.say("firms-enter")).icon(icons::PLUS).low()).clicked() {
        desk.dialog = Some(Dialog::Firm(FirmForm::default()));
    }
    if cx.view.notes.firms.is_empty() {
        nothing(ui, &cx.say("firms-none"));
    }
    for entered in &cx.view.notes.firms {
        let firm = &entered.firm;
        let is_double = !doubles(cx.view, &firm.name, &firm.own.reach, Some(Same::Firm(entered.id))).is_empty();
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
                                chip(ui, Tone::Due, &cx.say("firms-double"));
                            }
                        },
                    );
                    line(ui, Type::Small, &format!("{} · {}", cx.say(names::kind(firm.kind)), firm.own.reach), p.muted);
                })
                .response
                .clicked()
            })
            .inner;
        if clicked && !cx.view.over {
            desk.dialog = Some(Dialog::Firm(FirmForm { id: Some(entered.id), firm: firm.clone() }));
        }
    }
}

/// Draws the form of a firm, with what it may be a double of. `Some(Some(note))`: write it down; `Some(None)`: leave it.
pub fn firm_form(cx: &Cx, form: &mut FirmForm, ui: &mut Ui) -> Option<Option<Note>> {
    let p = theme::palette(ui);
    let width = 460.0 * theme::scale(ui.style()).clamp(0.9, 1.2);
    ui.set_width(width);
    let firm = &mut form.firm;
    let (name, reach, remark) = (cx.say("field-name"), cx.say("field-reach"), cx.say("field-remark"));
    caption(ui, &name);
    line_field(ui, &mut firm.name, &name, "", FIRM_NAME, width);
    caption(ui, &cx.say("field-kind"));
    let kinds = [Kind::Intending, Kind::Qualified, Kind::Paused].map(|kind| (kind, cx.say(names::kind(kind))));
    segmented(ui, &mut firm.kind, &kinds.each_ref().map(|(kind, text)| (*kind, text.as_str())));
    caption(ui, &reach);
    line_field(ui, &mut firm.own.reach, &reach, &cx.say("own-reach-hint"), REACH, width);
    caption(ui, &remark);
    text_field(ui, &mut firm.own.remark, &remark, &cx.say("own-remark-hint"), REMARK, 2);

    let clean = Firm { name: sent(&firm.name), kind: firm.kind, own: OwnFields { reach: sent(&firm.own.reach), remark: sent(&firm.own.remark) } };
    let mut answer = None;
    for double in doubles(cx.view, &clean.name, &clean.own.reach, form.id.map(Same::Firm)).into_iter().take(3) {
        ui.horizontal(|ui| {
            let text = cx.say_with("firms-like", &[("name", same_name(cx, double.same).into()), ("why", cx.say(why_key(double.why)).into())]);
            bits::dot(ui, p.gold);
            line(ui, Type::Body, &text, p.ink);
        });
        let merge = match form.id {
            Some(id) => Some(Note::Merge { firm: id, into: double.same }),
            None => import::join(cx.view, clean.own.clone(), double.same),
        };
        if let Some(merge) = merge
            && ui.add(Button::ghost(cx.say("firms-merge")).icon(icons::LINK).low()).clicked()
        {
            answer = Some(Some(merge));
        }
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        if ui.add_enabled(!clean.name.is_empty(), Button::primary(cx.say("own-save")).icon(icons::FLOPPY_DISK)).clicked() {
            answer = Some(Some(match form.id {
                Some(id) => Note::ChangeFirm(id, clean.clone()),
                None => Note::Enter(clean.clone()),
            }));
        }
        if ui.add(Button::quiet(cx.say("desk-cancel"))).clicked() {
            answer = Some(None);
        }
        if let Some(id) = form.id
            && ui.add(Button::quiet(cx.say("firms-drop")).icon(icons::TRASH)).clicked()
        {
            answer = Some(Some(Note::DropFirm(id)));
        }
    });
    answer
}

fn same_name(cx: &Cx, same: Same) -> String {
    match same {
        Same::Customer(id) => cx.customer(id),
        Same::Firm(id) => cx.view.notes.firm(id).map_or_else(|| "—".to_owned(), |f| f.firm.name.clone()),
    }
}

const fn why_key(why: Why) -> &'static str {
    match why {
        Why::SameName => "double-name",
        Why::SameNumber => "double-number",
        Why::SimilarName => "double-similar",
    }
}

// ---- out ----

fn write_list(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    heading(ui, &cx.say("export-title"));
    let query = desk.customers.list.query(cx);
    let state = &mut desk.customers.files;
    let (all, chosen) = (cx.say("query-all"), cx.say("export-query"));
    segmented(ui, &mut state.by_query, &[(false, all.as_str()), (true, chosen.as_str())]);
    let mut path = state.to.clone().unwrap_or_else(|| USUAL.display().to_string());
    let width = ui.available_width();
    if line_field(ui, &mut path, &cx.say("export-to"), &cx.say("export-to"), 400, width).changed() {
        state.to = Some(path.clone());
    }
    let format = Format::of(Path::new(path.trim()));
    bits::along(ui, TARGET, |ui| {
        for (end, is_on) in [("csv", format == Some(Format::Csv)), ("xlsx", format == Some(Format::Xlsx))] {
            if Format::of(Path::new(&format!("x.{end}"))).is_some() {
                let mut on = is_on;
                if bits::toggle_chip(ui, &mut on, &end.to_uppercase()).clicked() {
                    state.to = Some(Path::new(path.trim()).with_extension(end).display().to_string());
                }
            }
        }
        let exists = matches!(&state.answer, Some(Answer::Exists(there)) if *there == Path::new(path.trim()));
        let key = if exists { "export-replace" } else { "export-write" };
        if ui.add_enabled(format.is_some(), Button::primary(cx.say(key)).icon(icons::EXPORT).low()).clicked()
            && let Some(format) = format
        {
            let customers: Vec<_> = if state.by_query { crate::crm::query::Index::new(cx.view).list(&query) } else { cx.view.customers.iter().collect() };
            match sheet_file::write(&fields::list(cx.view, &customers, cx), format) {
                Ok(bytes) => {
                    let existing = if exists { Existing::Replace } else { Existing::Keep };
                    desk.out.push(Intent::WriteList { path: PathBuf::from(path.trim()), bytes: bytes.into(), existing });
                }
                Err(fault) => state.answer = Some(Answer::Fault(fault)),
            }
        }
    });
    let told = match &desk.customers.files.answer {
        Some(Answer::Written(path)) => Some((cx.say_with("export-written", &[("path", path.display().to_string().into())]), p.accent)),
        Some(Answer::Exists(_)) => Some((cx.say("export-exists"), p.warn)),
        _ if format.is_none() => Some((cx.say("export-ending"), p.warn)),
        _ => None,
    };
    if let Some((text, colour)) = told {
        lines(ui, Type::Small, &text, colour);
    }
}

// ---- in ----

fn read_list(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    heading(ui, &cx.say("import-title"));
    lines(ui, Type::Small, &cx.say("import-hint"), p.muted);
    let state = &mut desk.customers.files;
    let width = ui.available_width();
    line_field(ui, &mut state.from, &cx.say("import-from"), &cx.say("import-from"), 400, width);
    let path = state.from.trim().to_owned();
    if ui.add_enabled(!path.is_empty() && !cx.view.over, Button::ghost(cx.say("import-read")).icon(icons::FOLDER_OPEN).low()).clicked() {
        desk.out.push(Intent::ReadList { path: PathBuf::from(path) });
    }
    let role = super::hand(cx, shown, desk);
    match desk.customers.files.answer.take() {
        Some(Answer::Read(mut import)) => {
            let done = told(cx, &mut import, ui);
            if done {
                let commands = import.commands(cx.view);
                desk.customers.files.answer = Some(Answer::CarriedOut(commands.len()));
                commands.into_iter().for_each(|command| desk.send(role, command));
            } else {
                desk.customers.files.answer = Some(Answer::Read(import));
            }
        }
        other => {
            let text = match &other {
                Some(Answer::NoNames) => Some(cx.say_with("import-no-names", &[("heading", cx.say("field-name").into())])),
                Some(Answer::Fault(fault)) => Some(file_fault(cx, fault)),
                Some(Answer::Disk(problem)) => Some(cx.say_with("file-disk", &[("problem", problem.into())])),
                Some(Answer::CarriedOut(count)) => Some(cx.say_with("import-done", &[("count", (*count).into())])),
                _ => None,
            };
            if let Some(text) = text {
                lines(ui, Type::Small, &text, if matches!(other, Some(Answer::CarriedOut(_))) { p.accent } else { p.warn });
            }
            desk.customers.files.answer = other;
        }
    }
}

/// What an import would do, and the choices it leaves; true if it is to be carried out.
fn told(cx: &Cx, import: &mut Import, ui: &mut Ui) -> bool {
    let p = theme::palette(ui);
    let sum = [("changes", import.changes.len()), ("firms", import.firms.len()), ("same", import.unchanged), ("faults", import.faults.len())];
    lines(ui, Type::Strong, &cx.say_with("import-sum", &sum.map(|(name, count)| (name, count.into()))), p.ink);
    if !import.ignored.is_empty() {
        lines(ui, Type::Small, &cx.say_with("import-ignored", &[("columns", import.ignored.join(" · ").into())]), p.muted);
    }
    for fault in import.faults.iter().take(40) {
        lines(ui, Type::Small, &fault_text(cx, fault), p.warn);
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
                        Choice::Enter => cx.say("import-enter"),
                        Choice::LeaveOut => cx.say("import-leave"),
                        Choice::Merge(same) => cx.say_with("import-merge", &[("name", same_name(cx, same).into())]),
                    };
                    let width = (ui.available_width() * 0.55).max(120.0);
                    ComboBox::from_id_salt("choice").width(width).selected_text(name(new.choice)).truncate().show_ui(ui, |ui| {
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
    ui.add_enabled(!is_empty, Button::primary(cx.say("import-carry-out")).icon(icons::CHECK).low()).clicked()
}

fn fault_text(cx: &Cx, fault: &Fault) -> String {
    let what = match &fault.what {
        FaultKind::NoName => cx.say("fault-no-name"),
        FaultKind::Twice(row) => cx.say_with("fault-twice", &[("row", (*row).into())]),
        FaultKind::TooLong(most) => cx.say_with("fault-long", &[("most", (*most).into())]),
        FaultKind::Hidden => cx.say("fault-hidden"),
        FaultKind::Unknown { found, nearest: Some(nearest) } => cx.say_with("fault-nearest", &[("found", found.into()), ("nearest", nearest.into())]),
        FaultKind::Unknown { found, nearest: None } => cx.say_with("fault-unknown", &[("found", found.into())]),
    };
    cx.say_with("fault-place", &[("row", fault.row.into()), ("column", cx.say(fault.column.key()).into()), ("what", what.into())])
}

fn file_fault(cx: &Cx, fault: &FileFault) -> String {
    match fault {
        FileFault::TooLarge => cx.say_with("file-large", &[("size", (MOST_BYTES >> 20).into())]),
        FileFault::TooMany => cx.say_with("file-many", &[("rows", MOST_ROWS.into()), ("columns", MOST_COLUMNS.into())]),
        FileFault::Encoding => cx.say("file-encoding"),
        FileFault::Row { row, problem } => cx.say_with("file-row", &[("row", (*row).into()), ("problem", problem.into())]),
        FileFault::Workbook(problem) => cx.say_with("file-workbook", &[("problem", problem.into())]),
    }
}

// ---- the disk ----

/// Writes and reads the lists that the page asks for.
pub fn carry_out(mut intents: MessageReader<Intent>, shown: Option<Res<Shown>>, settings: Res<Settings>, mut desk: ResMut<Desk>) {
    for intent in intents.read() {
        let answer = match intent {
            Intent::WriteList { path, bytes, existing } => written(path, bytes, *existing),
            Intent::ReadList { path } => match &shown {
                Some(shown) => planned(&shown.view, path, settings.lang),
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
    let mut options = std::fs::OpenOptions::new();
    match existing {
        Existing::Keep => options.write(true).create_new(true),
        Existing::Replace => options.write(true).create(true).truncate(true),
    };
    match options.open(path).and_then(|mut file| file.write_all(bytes)) {
        Ok(()) => Answer::Written(path.to_owned()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Answer::Exists(path.to_owned()),
        Err(error) => Answer::Disk(format!("{}: {error}", path.display())),
    }
}

/// Reads a list and works out what it would change; headings and words may be in either language.
#[must_use]
pub fn planned(view: &View, path: &Path, lang: Lang) -> Answer {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        return Answer::Disk(format!("{}: {error}", path.display()));
    }
    let (own, other) = (Cx::new(view, lang), Cx::new(view, lang.other()));
    let languages: [&dyn Wording; 2] = [&own, &other];
    match sheet_file::read(&bytes) {
        Ok(rows) => match import::plan(view, &rows, &languages) {
            Ok(import) => Answer::Read(Box::new(import)),
            Err(import::NoNames) => Answer::NoNames,
        },
        Err(fault) => Answer::Fault(fault),
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
        use crate::game::settings::Look;
        use bevy::prelude::{App, Update};
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("list.csv");
        let mut app = App::new();
        app.insert_resource(Settings { lang: Lang::En, look: Look::Light, text_percent: 100, reduced_motion: true, fictional_names: false });
        app.init_resource::<Desk>().add_message::<Intent>().add_systems(Update, carry_out);
        app.world_mut().write_message(Intent::WriteList { path: path.clone(), bytes: b"a".as_slice().into(), existing: Existing::Keep });
        app.update();
        assert_eq!(std::fs::read(&path).expect("there"), b"a");
        assert_eq!(app.world().resource::<Desk>().customers.files.answer, Some(Answer::Written(path)));
    }
}
