//! What a list that somebody brings along would change: worked out first, shown, and carried out only as the player says.
//!
//! Rows are matched by name. Of customers the team knows, the list may change what the team itself keeps: kind, level, how to
//! reach them, the remark; a blank cell leaves what is there. Everything else in a list belongs to the game and is passed over.
//! A name the team does not know becomes a firm entered by hand, even if the market holds such a customer: a list cannot be
//! used to find out who there is. Firms that look like one the team has are offered for merging.

use super::doubles::{Double, doubles};
use super::fields::{NO_LABEL, SheetField};
use super::find::folded;
use super::sheet_file::Row;
use super::wording::Wording;
use crate::sim::notes::{self, FIRM_NAME, Firm, Note, OwnFields, REACH, REMARK, Same};
use crate::sim::planning::command::Command;
use crate::sim::terms::{Kind, Level};
use crate::sim::units::CustomerId;
use crate::sim::view::View;
use crate::spreadsheet::plain_heading;

/// What a list would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// Customers the team knows, in the order of the rows.
    pub changes: Vec<Change>,
    /// Names the team does not know, in the order of the rows.
    pub firms: Vec<NewFirm>,
    /// Rows left out, one fault a row, in the order of the rows.
    pub faults: Vec<Fault>,
    /// Rows that say what is known already.
    pub unchanged: usize,
    /// Columns that were passed over, by heading.
    pub ignored: Vec<String>,
}

/// What is new about a customer the team knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its number in the file, see [`Row::number`].
    pub row: usize,
    /// Whose sheet changes.
    pub customer: CustomerId,
    /// How to reach them and the remark as they will be, blank cells filled with what is there; None: both stay.
    pub own: Option<OwnFields>,
    /// None: stays.
    pub kind: Option<Kind>,
    /// None: stays.
    pub level: Option<Level>,
}

/// A name the team does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct NewFirm {
    /// Its number in the file, see [`Row::number`].
    pub row: usize,
    /// What the list says of it; intending where it names no kind.
    pub firm: Firm,
    /// Entries that may be the same, the surest first.
    pub like: Vec<Double>,
    /// To begin with: merge with the surest of `like`, enter where there is none.
    pub choice: Choice,
}

/// What the player does with a new firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Goes to the team's firms entered by hand.
    Enter,
    /// Its words go to the entry it looks like.
    Merge(Same),
    /// Nothing of it is kept.
    LeaveOut,
}

/// Something wrong in a row. The row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its number in the file, see [`Row::number`].
    pub row: usize,
    /// The field to blame.
    pub column: SheetField,
    /// What is wrong with that field.
    pub what: FaultKind,
}

/// What can be wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The cell of the name is blank.
    NoName,
    /// The name stands in this earlier row as well.
    Twice(usize),
    /// More letters than this.
    TooLong(usize),
    /// Signs that do not show.
    Hidden,
    /// Not one of the words for this field; the nearest one, if any is near.
    Unknown {
        /// The word in the cell.
        found: String,
        /// The word that was probably meant; None if none is near.
        nearest: Option<String>,
    },
}

/// The list has no column of names, so nothing can be told from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNames;

/// Which row holds the headings, and what each column is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The place of the row of headings among the rows of the file; those before it are titles.
    pub head: usize,
    /// What stands in each column; None for one that is passed over.
    pub fields: Vec<Option<SheetField>>,
    /// That row holds no headings but a customer.
    pub headless: bool,
}

impl Columns {
    /// The fields that a list may change.
    pub const OWN: [SheetField; 5] = [SheetField::Name, SheetField::Kind, SheetField::Level, SheetField::Reach, SheetField::Remark];

    /// By the headings: those that the game writes, or such as people use. `languages` are all that they may be in.
    #[must_use]
    pub fn of(rows: &[Row], languages: &[&dyn Wording]) -> Columns {
        /// Titles above the headings, at most.
        const TITLES: usize = 10;
        let read = |row: &Row| -> Vec<Option<SheetField>> {
            let meant: Vec<Option<(SheetField, usize)>> = row.cells.iter().map(|heading| field(heading, languages)).collect();
            // of several columns for one field the one is meant whose heading says it most plainly
            let best = |place: usize, field: SheetField, rank: usize| {
                let others = meant.iter().enumerate().filter_map(|(other, found)| found.filter(|(found, _)| *found == field).map(|(_, rank)| (rank, other)));
                others.min() == Some((rank, place))
            };
            meant.iter().enumerate().map(|(place, found)| found.filter(|(field, rank)| best(place, *field, *rank)).map(|(field, _)| field)).collect()
        };
        let first: Vec<Vec<Option<SheetField>>> = rows.iter().take(TITLES).map(read).collect();
        let known = |place: &usize| first[*place].iter().flatten().count();
        // of rows that say as much the first one; where none says anything, the fullest is where headings are looked for
        let cells = |place: &usize| rows[*place].cells.iter().filter(|cell| !cell.is_empty()).count();
        let head = (0..first.len()).rev().max_by_key(|place| (known(place), if known(place) == 0 { cells(place) } else { 0 })).unwrap_or(0);
        Columns { head, fields: first.into_iter().nth(head).unwrap_or_default(), headless: false }
    }

    /// The column of a field, from 0.
    #[must_use]
    pub fn place(&self, field: SheetField) -> Option<usize> {
        self.fields.iter().position(|found| *found == Some(field))
    }

    /// Makes a column that of a field, or leaves the field out.
    pub fn set(&mut self, field: SheetField, column: Option<usize>) {
        for (place, found) in self.fields.iter_mut().enumerate() {
            if column == Some(place) {
                *found = Some(field);
            } else if *found == Some(field) {
                *found = None;
            }
        }
    }
}

/// What the rows of a file would change. `languages` are all that words may be in.
///
/// # Errors
/// If no column is that of the names.
pub fn plan(view: &View, rows: &[Row], columns: &Columns, languages: &[&dyn Wording]) -> Result<Import, NoNames> {
    let Some((head, body)) = rows.get(columns.head..).and_then(<[Row]>::split_first) else { return Err(NoNames) };
    columns.place(SheetField::Name).ok_or(NoNames)?;
    let ignored = if columns.headless { Vec::new() } else { passed_over(&head.cells, &columns.fields) };
    let body = if columns.headless { &rows[columns.head..] } else { body };
    let mut import = Import { ignored, ..Import::default() };
    let mut seen: Vec<(String, usize)> = Vec::new();
    for row in body {
        let cell = |wanted: SheetField| columns.place(wanted).and_then(|place| row.cells.get(place)).map_or("", String::as_str);
        let entry = Entry { view, languages, row: row.number, cell: &cell };
        match entry.read(&mut seen) {
            Ok(Read::Same) => import.unchanged += 1,
            Ok(Read::Change(change)) => import.changes.push(change),
            Ok(Read::Firm(firm)) => import.firms.push(firm),
            Err(fault) => import.faults.push(fault),
        }
    }
    Ok(import)
}

impl Import {
    /// The commands that carry it out, as the player has chosen.
    #[must_use]
    pub fn commands(&self, view: &View) -> Vec<Command> {
        let notes = &view.notes;
        // several rows may go to one entry
        let mut own: Vec<(Same, OwnFields)> = Vec::new();
        let mut commands = Vec::new();
        for change in &self.changes {
            own.extend(change.own.clone().map(|fields| (Same::Customer(change.customer), fields)));
            commands.extend(change.kind.map(|kind| Command::Kind(change.customer, kind)));
            commands.extend(change.level.map(|level| Command::Level(change.customer, level)));
        }
        for new in &self.firms {
            match new.choice {
                Choice::LeaveOut => {}
                Choice::Enter => commands.push(Command::Note(Note::Enter(new.firm.clone()))),
                Choice::Merge(same) => {
                    let going = new.firm.own.clone();
                    match own.iter_mut().find(|(other, _)| *other == same) {
                        Some((_, fields)) => *fields = std::mem::take(fields).joined(going),
                        None => {
                            let before = match same {
                                Same::Customer(id) => notes.own(id).cloned(),
                                Same::Firm(id) => notes.firm(id).map(|f| f.firm.own.clone()),
                            };
                            own.push((same, before.unwrap_or_default().joined(going)));
                        }
                    }
                }
            }
        }
        commands.extend(own.into_iter().filter_map(|(same, own)| match same {
            Same::Customer(id) => Some(Command::Note(Note::Own(id, own))),
            Same::Firm(id) => notes.firm(id).map(|f| Command::Note(Note::ChangeFirm(id, Firm { own, ..f.firm.clone() }))),
        }));
        commands
    }
}

/// The note that puts a team's words behind those of an entry it has; none if the entry is gone.
#[must_use]
pub fn join(view: &View, going: OwnFields, same: Same) -> Option<Note> {
    match same {
        Same::Customer(id) => Some(Note::Own(id, view.notes.own(id).cloned().unwrap_or_default().joined(going))),
        Same::Firm(id) => {
            let firm = view.notes.firm(id)?.firm.clone();
            Some(Note::ChangeFirm(id, Firm { own: firm.own.clone().joined(going), ..firm }))
        }
    }
}

enum Read {
    Same,
    Change(Change),
    Firm(NewFirm),
}

struct Entry<'a> {
    view: &'a View,
    languages: &'a [&'a dyn Wording],
    row: usize,
    cell: &'a dyn Fn(SheetField) -> &'a str,
}

impl Entry<'_> {
    fn read(&self, seen: &mut Vec<(String, usize)>) -> Result<Read, Fault> {
        let name = self.text(SheetField::Name, FIRM_NAME)?;
        if name.is_empty() {
            return Err(self.fault(SheetField::Name, FaultKind::NoName));
        }
        let known = folded(&name);
        if let Some((_, earlier)) = seen.iter().find(|(other, _)| *other == known) {
            return Err(self.fault(SheetField::Name, FaultKind::Twice(*earlier)));
        }
        seen.push((known.clone(), self.row));
        let reach = self.text(SheetField::Reach, REACH)?;
        let remark = self.text(SheetField::Remark, REMARK)?;
        // of a buyer no label is written as such, and is read as it is kept
        let said = |words: &dyn Wording, kind: Option<Kind>| kind.map_or_else(|| words.say(NO_LABEL), |kind| words.kind(kind));
        let kinds = [Some(Kind::Intending), Some(Kind::Qualified), Some(Kind::Paused), None];
        let kind = self.word(SheetField::Kind, &kinds, said)?.map(Option::unwrap_or_default);
        let level = self.word(SheetField::Level, &Level::ALL, |words, level| words.level(level))?;

        let customer = self.view.customers.iter().find(|c| folded(&c.name.en) == known || folded(&c.name.zh) == known);
        let Some(customer) = customer else {
            let like = doubles(self.view, &name, &reach, None);
            let choice = like.first().map_or(Choice::Enter, |double| Choice::Merge(double.same));
            let firm = Firm { name, kind: kind.unwrap_or_default(), own: OwnFields { reach, remark } };
            let is_there = self.view.notes.firms.iter().any(|entered| entered.firm == firm);
            return Ok(if is_there { Read::Same } else { Read::Firm(NewFirm { row: self.row, firm, like, choice }) });
        };
        let before = self.view.notes.own(customer.id).cloned().unwrap_or_default();
        let filled = |new: String, old: &str| if new.is_empty() { old.to_owned() } else { new };
        let own = OwnFields { reach: filled(reach, &before.reach), remark: filled(remark, &before.remark) };
        let change = Change {
            row: self.row,
            customer: customer.id,
            own: (own != before).then_some(own),
            kind: kind.filter(|kind| *kind != customer.kind),
            level: level.filter(|level| *level != customer.level),
        };
        let is_same = change.own.is_none() && change.kind.is_none() && change.level.is_none();
        Ok(if is_same { Read::Same } else { Read::Change(change) })
    }

    fn fault(&self, column: SheetField, what: FaultKind) -> Fault {
        Fault { row: self.row, column, what }
    }

    fn text(&self, field: SheetField, most: usize) -> Result<String, Fault> {
        let one_line = field != SheetField::Remark;
        let lines: Vec<&str> = (self.cell)(field).lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let text = lines.join(if one_line { " " } else { "\n" });
        if text.chars().count() > most {
            return Err(self.fault(field, FaultKind::TooLong(most)));
        }
        if !notes::shows(&text) {
            return Err(self.fault(field, FaultKind::Hidden));
        }
        Ok(text)
    }

    fn word<T: Copy>(&self, field: SheetField, choices: &[T], name: fn(&dyn Wording, T) -> String) -> Result<Option<T>, Fault> {
        let found = (self.cell)(field);
        if found.is_empty() {
            return Ok(None);
        }
        let named = || choices.iter().flat_map(|&choice| self.languages.iter().map(move |words| (name(*words, choice), choice)));
        if let Some((_, choice)) = named().find(|(word, _)| folded(word) == folded(found)) {
            return Ok(Some(choice));
        }
        let near = named().map(|(word, _)| (strsim::jaro_winkler(&folded(&word), &folded(found)), word)).filter(|(like, _)| *like >= 0.8);
        let nearest = near.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, word)| word);
        Err(self.fault(field, FaultKind::Unknown { found: found.to_owned(), nearest }))
    }
}

/// The field a heading stands for, and how plainly: 0 by its own name, more by what people call it.
fn field(heading: &str, languages: &[&dyn Wording]) -> Option<(SheetField, usize)> {
    let plain = |heading: &str| plain_heading(&folded(heading));
    let heading = plain(heading);
    if heading.is_empty() {
        return None;
    }
    let own = |field: &SheetField| languages.iter().any(|words| plain(&words.say(field.key())) == heading);
    let usual = |field: SheetField| Some((field, 1 + field.also_called().iter().position(|name| plain(name) == heading)?));
    let found = SheetField::ALL.into_iter().find(own).map(|field| (field, 0));
    found.or_else(|| SheetField::ALL.into_iter().find_map(usual))
}

/// Headings of columns that change nothing.
fn passed_over(headings: &[String], columns: &[Option<SheetField>]) -> Vec<String> {
    let is_own = |column: &Option<SheetField>| column.is_some_and(|field| Columns::OWN.contains(&field));
    headings.iter().zip(columns).filter(|(heading, column)| !heading.is_empty() && !is_own(column)).map(|(heading, _)| heading.clone()).collect()
}

#[cfg(test)]
mod tests;
