//! The sixteen fields on the account sheet, two of them in the team's own words, and its words on a talk.

use crate::crm::fields::{Cell, SheetField};
use crate::crm::query::Index;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, caption, hinted, line_field, lines, sent, sides, text_field};
use crate::prose::{Prose, glossary, relations};
use crate::sim::knowledge::CustomerView;
use crate::sim::notes::{Note, OwnFields, REACH, REMARK, TalkId};
use crate::sim::planning::command::Command;
use crate::sim::units::Role;
use bevy_egui::egui::Ui;

/// The fields that neither the sheet's head nor another place of it shows: phase, tier and satisfaction stand above, the yearly value
/// on its own tab, the next task below.
const SHOWN: [SheetField; 6] = [SheetField::Industry, SheetField::Source, SheetField::Added, SheetField::Owner, SheetField::LastContact, SheetField::LastOrder];

/// Draws the fields of a customer that are only read; each explains itself where the mouse rests.
pub fn facts(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    let index = Index::new(prose.view);
    let height = 19.0 * theme::scale(ui.style());
    for field in SHOWN {
        let value = match field.of(prose.view, &index, customer, prose) {
            Cell::Text(_) if field == SheetField::Owner => relations::owner(prose, customer),
            Cell::Text(text) => text,
            Cell::Number(number) => crate::words::decimal(number, 0),
            Cell::Blank => "—".to_owned(),
        };
        let hint = prose.say(glossary::field(field));
        sides(ui, height, |ui| hinted(ui, Type::Body, &prose.say(field.key()), p.muted, &hint), |ui| hinted(ui, Type::Strong, &value, p.ink, &hint));
    }
}

/// Draws the fields in the team's own words, to be changed at any time.
pub fn own_fields(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView, role: Role) {
    let before = prose.view.notes.own(customer.id).cloned().unwrap_or_default();
    let mut now = match &desk.customers.own.fields {
        Some((id, fields)) if *id == customer.id => fields.clone(),
        _ => before.clone(),
    };
    let (reach, remark) = (prose.say(SheetField::Reach.key()), prose.say(SheetField::Remark.key()));
    ui.add_enabled_ui(!prose.view.over, |ui| {
        caption(ui, &reach).on_hover_text(prose.say(glossary::field(SheetField::Reach)));
        let width = ui.available_width();
        line_field(ui, &mut now.reach, &reach, &prose.say("own-reach-hint"), REACH, width);
        caption(ui, &remark).on_hover_text(prose.say(glossary::field(SheetField::Remark)));
        text_field(ui, &mut now.remark, &remark, &prose.say("own-remark-hint"), REMARK, 2);
    });
    let clean = OwnFields { reach: sent(&now.reach), remark: sent(&now.remark) };
    if clean == before {
        desk.customers.own.fields = (now != before).then_some((customer.id, now));
        return;
    }
    desk.customers.own.fields = Some((customer.id, now));
    ui.horizontal(|ui| {
        if ui.add(Button::primary(prose.say("own-save")).icon(icons::FLOPPY_DISK).low()).clicked() {
            desk.customers.own.fields = None;
            desk.send(role, Command::Note(Note::Own(customer.id, clean)));
        }
        if ui.add(Button::quiet(prose.say("desk-cancel")).low()).clicked() {
            desk.customers.own.fields = None;
        }
    });
}

/// Draws the words on a talk, or the field to write them. `by`: who may write them at this desk.
pub fn talk_words(prose: &Prose, desk: &mut Desk, ui: &mut Ui, id: TalkId, by: Option<Role>) {
    let p = theme::palette(ui);
    let words = prose.view.notes.talk(id).unwrap_or_default();
    let is_written = desk.customers.own.talk.as_ref().is_some_and(|(other, _)| *other == id);
    if !is_written {
        if !words.is_empty() {
            lines(ui, Type::Body, words, p.ink);
        }
        return;
    }
    let (Some((_, text)), Some(by)) = (desk.customers.own.talk.as_mut(), by) else { return };
    text_field(ui, text, &prose.say("log-words"), &prose.say("log-words-hint"), REMARK, 2);
    let clean = sent(text);
    ui.horizontal(|ui| {
        if ui.add(Button::primary(prose.say("own-save")).low()).clicked() {
            desk.customers.own.talk = None;
            desk.send(by, Command::Note(Note::Talk(id, clean)));
        }
        if ui.add(Button::quiet(prose.say("desk-cancel")).low()).clicked() {
            desk.customers.own.talk = None;
        }
    });
}
