//! The account sheet: who a customer is, how the relation stands and why, and what can be done. Without a customer it
//! shows what the whole office can do.

mod contacts;
mod deals;
mod log;
mod profile;
mod service;
pub use service::{Whose, ticket_lines, ticket_name};
mod value;

use super::bits::{area, line, lines, sides};
use super::cx::Cx;
use super::names;
use super::state::{Desk, SheetTab, Shown};
use super::{editor, offers, why};
use crate::game::board::painted;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, Tone, bar, chip, focus_ring, icon_button, panel_frame, underline_tabs};
use crate::sim::journal::effect::Measure;
use crate::sim::knowledge::CustomerView;
use crate::sim::units::Round;
use bevy_egui::egui::{Align, Color32, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

/// Draws the sheet over `rect`.
pub fn sheet(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "sheet", |ui| {
        let frame = panel_frame(ui);
        let inside = rect.size() - frame.total_margin().sum();
        frame.show(ui, |ui| {
            ui.set_min_size(inside);
            ui.set_max_size(inside);
            ui.spacing_mut().item_spacing.y = 6.0;
            let customer = desk.selected.and_then(|id| cx.view.customer(id));
            if desk.draft.is_some() {
                editor::editor(cx, shown, desk, ui);
            } else if let Some(customer) = customer {
                account(cx, shown, desk, ui, customer);
            } else {
                office(cx, shown, desk, ui);
            }
        });
    });
}

/// The month and the actions that belong to no single customer.
fn office(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    widgets::heading(ui, &cx.say_with("office-title", &[("team", cx.view.team_name.clone().into())]));
    lines(ui, Type::Body, &super::help::advice(cx), p.muted);
    if cx.view.round > Round(1) && super::bits::link(ui, &cx.say("office-summary")).clicked() {
        desk.dialog = Some(super::state::Dialog::Summary);
    }
    super::bits::rule(ui);
    ScrollArea::vertical().id_salt("office").auto_shrink([false, false]).show(ui, |ui| {
        offers::offers(cx, shown, desk, ui, &cx.say("offers-office"));
        ui.add_space(6.0);
        lines(ui, Type::Small, &cx.say("office-hint"), p.muted);
    });
}

fn account(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    header(cx, desk, ui, customer);
    tabs(cx, desk, ui);
    ui.add_space(2.0);
    meters(cx, desk, ui, customer);
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt(("account", customer.id.0)).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(measure) = desk.why {
            reasons(cx, ui, customer, measure);
        }
        match desk.sheet {
            SheetTab::Profile => profile::profile(cx, desk, ui, customer),
            SheetTab::Contacts => contacts::contacts(cx, ui, customer),
            SheetTab::Log => log::log(cx, shown, desk, ui, customer),
            SheetTab::Deals => deals::deals(cx, desk, ui, customer),
            SheetTab::Service => service::service(cx, ui, customer),
            SheetTab::Value => value::value(cx, desk, ui, customer),
        }
        ui.add_space(4.0);
        offers::offers(cx, shown, desk, ui, &cx.say("offers-here"));
        ui.add_space(8.0);
    });
}

fn header(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (place, _) = ui.allocate_exact_size(vec2(44.0, 44.0), Sense::hover());
        let mut token = painted::token(cx, p, customer);
        token.radius = 15.0;
        token.name = String::new();
        token.badges.clear();
        token.paint(ui, place.center());
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 44.0), Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if icon_button(ui, icons::X, cx.say("close")).clicked() {
                desk.selected = None;
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(2.0);
                line(ui, Type::Heading, &cx.text(&customer.name), p.ink);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    let tier = customer.placed.unwrap_or(customer.tier);
                    if customer.orders > 0 {
                        let text = cx.say_with("sheet-tier", &[("tier", cx.say(names::tier(tier)).into())]);
                        chip(ui, Tone::Due, &text);
                    }
                    let sub = format!("{} · {}", cx.phase(customer.phase), status(cx, customer));
                    line(ui, Type::Small, &sub, p.muted);
                });
            });
        });
    });
}

/// Where the relation stands, after its phase.
fn status(cx: &Cx, customer: &CustomerView) -> String {
    if let Some(lost) = customer.lost {
        return cx.say_with("sheet-lost", &[("month", cx.month_name(lost).into())]);
    }
    match customer.orders {
        0 => cx.say("sheet-no-order"),
        orders => cx.say_with("sheet-orders", &[("count", orders.into())]),
    }
}

fn tabs(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let keys = [
        (SheetTab::Profile, "sheet-profile"),
        (SheetTab::Contacts, "sheet-contacts"),
        (SheetTab::Log, "sheet-log"),
        (SheetTab::Deals, "sheet-deals"),
        (SheetTab::Service, "sheet-service"),
        (SheetTab::Value, "sheet-value"),
    ];
    let named: Vec<(SheetTab, String)> = keys.into_iter().map(|(tab, key)| (tab, cx.say(key))).collect();
    let choices: Vec<(SheetTab, &str)> = named.iter().map(|(tab, text)| (*tab, text.as_str())).collect();
    underline_tabs(ui, &mut desk.sheet, &choices);
}

/// Satisfaction, trust and commitment in the first row; records and bond in the second. A click asks why.
fn meters(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    let satisfaction = customer.satisfaction.map(|(points, _)| points);
    let colour = p.satisfaction(satisfaction.map(|points| points as f32));
    let rows = [
        vec![
            (Measure::Satisfaction, satisfaction, colour),
            (Measure::Trust, Some(customer.trust), p.blue),
            (Measure::Commitment, Some(customer.commitment), p.accent),
        ],
        vec![
            (Measure::Records, Some(customer.records), p.phase(theme::Phase::Formation)),
            (Measure::Bond, Some(customer.bond), p.gold),
            (Measure::Negative, Some(customer.negative * 100.0 / 3.0), p.warn),
        ],
    ];
    let gap = 14.0;
    let width = (ui.available_width() - 2.0 * gap) / 3.0;
    for row in rows {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (measure, points, colour) in row {
                one_meter(cx, desk, ui, customer, measure, points, colour, width);
            }
        });
    }
}

#[expect(clippy::too_many_arguments, reason = "one number with all that is drawn of it")]
fn one_meter(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView, measure: Measure, points: Option<f64>, colour: Color32, width: f32) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let size = vec2(width, 38.0 * scale);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_open = desk.why == Some(measure);
    let name = cx.say(names::measure(measure));
    let value = match (measure, points) {
        (Measure::Negative, _) => crate::words::decimal(customer.negative, 1),
        (_, Some(points)) => crate::words::decimal(points, 0),
        (_, None) => "?".to_owned(),
    };
    let told = format!("{name} {value}");
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, &told));
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
    inner.spacing_mut().item_spacing.y = 0.0;
    line(&mut inner, Type::Small, &name, if is_open || response.hovered() { p.accent } else { p.muted });
    inner.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.spacing_mut().interact_size.y = 18.0 * scale;
        ui.label(theme::text(ui, Type::Strong, &value));
        change_sign(cx, ui, customer, measure);
        let rest = ui.available_width().max(12.0);
        bar(ui, rest, points.unwrap_or(0.0) as f32 / 100.0, colour);
    });
    if response.has_focus() {
        focus_ring(ui, rect, 6);
    }
    let response = response.on_hover_ui(|ui| hover_reasons(cx, ui, customer, measure));
    if response.clicked() {
        desk.why = if is_open { None } else { Some(measure) };
    }
}

/// The last month's change: an arrow and, where it may be known, how much.
fn change_sign(cx: &Cx, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    // nobody knows how satisfied they are, so nobody knows that it changed
    if measure == Measure::Satisfaction && customer.satisfaction.is_none() {
        return;
    }
    let Some(change) = why::last_change(cx, Some(customer.id), measure) else {
        return;
    };
    let p = theme::palette(ui);
    let is_good = (change > 0.0) != (measure == Measure::Negative);
    let arrow = if change > 0.0 { '▲' } else { '▼' };
    let knows_size = cx.view.over || measure != Measure::Satisfaction;
    let text = match measure {
        _ if !knows_size || change.abs() < 0.5 => arrow.to_string(),
        Measure::Negative => arrow.to_string(),
        _ => format!("{arrow}{}", crate::words::decimal(change.abs(), 0)),
    };
    ui.label(theme::text(ui, Type::SmallStrong, text).color(if is_good { p.good() } else { p.warn }));
}

fn hover_reasons(cx: &Cx, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Type::Strong, cx.say(names::measure(measure))));
    ui.label(theme::text(ui, Type::Small, cx.say(measure_hint(measure))).color(p.muted));
    if measure == Measure::Satisfaction {
        let text = customer
            .satisfaction
            .map_or_else(|| cx.say("sheet-not-surveyed"), |(_, round)| cx.say_with("sheet-surveyed", &[("month", cx.month_name(round).into())]));
        ui.label(theme::text(ui, Type::Small, text).color(p.muted));
    }
    ui.label(theme::text(ui, Type::SmallStrong, cx.say("sheet-click-why")).color(p.accent));
}

const fn measure_hint(measure: Measure) -> &'static str {
    match measure {
        Measure::Satisfaction => "measure-satisfaction-hint",
        Measure::Trust => "measure-trust-hint",
        Measure::Commitment => "measure-commitment-hint",
        Measure::Records => "measure-records-hint",
        Measure::Bond => "measure-bond-hint",
        _ => "measure-negative-hint",
    }
}

fn reasons(cx: &Cx, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    let reasons = why::reasons(cx, Some(customer.id), measure);
    if reasons.lines.is_empty() {
        widgets::well(ui, |ui| {
            ui.set_width(ui.available_width());
            lines(ui, Type::Small, &cx.say("why-nothing"), theme::palette(ui).muted);
        });
    } else {
        widgets::why(ui, cx.lang, &reasons);
    }
}

/// A row of a name and a value, as the tabs use it.
fn fact(ui: &mut Ui, name: &str, value: &str) {
    let p = theme::palette(ui);
    let height = 20.0 * theme::scale(ui.style());
    sides(ui, height, |ui| line(ui, Type::Body, name, p.muted), |ui| line(ui, Type::Strong, value, p.ink));
}

/// A place for a bar at the right end of a row.
fn end_bar(ui: &Ui, rect: Rect, share: f32, colour: Color32) {
    let p = theme::palette(ui);
    let track = Rect::from_min_max(pos2(rect.right() - 64.0, rect.center().y - 3.0), pos2(rect.right(), rect.center().y + 3.0));
    ui.painter().rect_filled(track, 3, p.sunk);
    if share > 0.0 {
        let filled = track.with_max_x(track.left() + (track.width() * share.clamp(0.0, 1.0)).max(6.0));
        ui.painter().rect_filled(filled, 3, colour);
    }
}
