//! The account sheet: who a customer is, how the relation stands and why, and what can be done. Without a customer it
//! shows what the whole team can do.

mod contacts;
mod deals;
mod log;
mod profile;
mod rows;
mod service;
mod value;

use crate::game::app::shown::Shown;
use crate::game::desk::cards::{editor, offers};
use crate::game::desk::standing;
use crate::game::desk::state::{Desk, Dialog, SheetTab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Tone, area, bar, chip, customer_token, focus_ring, icon_button, line, lines, link, panel_frame, rule, underline_tabs};
use crate::prose::{Prose, advice, names, reasons, relations};
use crate::sim::journal::effect::Measure;
use crate::sim::knowledge::CustomerView;
use crate::sim::units::Round;
use bevy_egui::egui::{Align, Color32, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, vec2};

/// Draws the sheet over `rect`.
pub fn sheet(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "sheet", |ui| {
        let frame = panel_frame(ui);
        let inside = rect.size() - frame.total_margin().sum();
        frame.show(ui, |ui| {
            ui.set_min_size(inside);
            ui.set_max_size(inside);
            ui.spacing_mut().item_spacing.y = 6.0;
            let customer = desk.selected.and_then(|id| prose.view.customer(id));
            if desk.draft.is_some() {
                editor::editor(prose, shown, desk, ui);
            } else if let Some(customer) = customer {
                account(prose, shown, desk, ui, customer);
            } else {
                team_sheet(prose, shown, desk, ui);
            }
        });
    });
}

/// The month and the actions that belong to no single customer.
fn team_sheet(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let p = theme::palette(ui);
    widgets::heading(ui, &prose.say_with("office-title", &[("team", prose.view.team_name.clone().into())]));
    lines(ui, Type::Body, &advice::of_month(prose), p.muted);
    if prose.view.round > Round(1) && link(ui, &prose.say("office-summary")).clicked() {
        desk.dialog = Some(Dialog::Summary);
    }
    if standing::strip(prose, &desk.standings, ui) {
        desk.dialog = Some(Dialog::Goal);
    }
    rule(ui);
    ScrollArea::vertical().id_salt("office").auto_shrink([false, false]).show(ui, |ui| {
        offers::offers(prose, shown, desk, ui, &prose.say("offers-office"));
        ui.add_space(6.0);
        lines(ui, Type::Small, &prose.say("office-hint"), p.muted);
    });
}

fn account(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    header(prose, desk, ui, customer);
    tabs(prose, desk, ui);
    ui.add_space(2.0);
    meters(prose, desk, ui, customer);
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt(("account", customer.id.0)).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if let Some(measure) = desk.why {
            reasons(prose, ui, customer, measure);
        }
        match desk.sheet {
            SheetTab::Profile => profile::profile(prose, desk, ui, customer),
            SheetTab::Contacts => contacts::contacts(prose, ui, customer),
            SheetTab::Log => log::log(prose, shown, desk, ui, customer),
            SheetTab::Deals => deals::deals(prose, desk, ui, customer),
            SheetTab::Service => service::service(prose, ui, customer),
            SheetTab::Value => value::value(prose, desk, ui, customer),
        }
        ui.add_space(4.0);
        offers::offers(prose, shown, desk, ui, &prose.say("offers-here"));
        ui.add_space(8.0);
    });
}

fn header(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (place, _) = ui.allocate_exact_size(vec2(44.0, 44.0), Sense::hover());
        let mut token = customer_token(prose, p, customer);
        token.radius = 15.0;
        token.name = String::new();
        token.badges.clear();
        token.paint(ui, place.center());
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 44.0), Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if icon_button(ui, icons::X, prose.say("close")).clicked() {
                desk.selected = None;
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(2.0);
                line(ui, Type::Heading, &prose.text(&customer.name), p.ink);
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    let tier = customer.placed.unwrap_or(customer.tier);
                    if customer.orders > 0 {
                        let text = prose.say_with("sheet-tier", &[("tier", prose.say(names::tier(tier)).into())]);
                        chip(ui, Tone::Due, &text);
                    }
                    let sub = relations::phase_and_orders(prose, customer);
                    line(ui, Type::Small, &sub, p.muted);
                });
            });
        });
    });
}

fn tabs(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    let keys = [
        (SheetTab::Profile, "sheet-profile"),
        (SheetTab::Contacts, "sheet-contacts"),
        (SheetTab::Log, "sheet-log"),
        (SheetTab::Deals, "sheet-deals"),
        (SheetTab::Service, "sheet-service"),
        (SheetTab::Value, "sheet-value"),
    ];
    let named: Vec<(SheetTab, String)> = keys.into_iter().map(|(tab, key)| (tab, prose.say(key))).collect();
    let choices: Vec<(SheetTab, &str)> = named.iter().map(|(tab, text)| (*tab, text.as_str())).collect();
    underline_tabs(ui, &mut desk.sheet, &choices);
}

/// Satisfaction, trust and commitment in the first row; records and bond in the second. A click asks why.
fn meters(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
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
                one_meter(prose, desk, ui, customer, measure, points, colour, width);
            }
        });
    }
}

#[expect(clippy::too_many_arguments, reason = "one number with all that is drawn of it")]
fn one_meter(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView, measure: Measure, points: Option<f64>, colour: Color32, width: f32) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let size = vec2(width, 38.0 * scale);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_open = desk.why == Some(measure);
    let name = prose.say(names::measure(measure));
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
        change_sign(prose, ui, customer, measure);
        let rest = ui.available_width().max(12.0);
        bar(ui, rest, points.unwrap_or(0.0) as f32 / 100.0, colour);
    });
    if response.has_focus() {
        focus_ring(ui, rect, 6);
    }
    let response = response.on_hover_ui(|ui| hover_reasons(prose, ui, customer, measure));
    if response.clicked() {
        desk.why = if is_open { None } else { Some(measure) };
    }
}

/// The last month's change: an arrow and, where it may be known, how much.
fn change_sign(prose: &Prose, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    // nobody knows how satisfied they are, so nobody knows that it changed
    if measure == Measure::Satisfaction && customer.satisfaction.is_none() {
        return;
    }
    let Some(change) = reasons::last_change(prose, Some(customer.id), measure) else {
        return;
    };
    let p = theme::palette(ui);
    let is_good = (change > 0.0) != (measure == Measure::Negative);
    let arrow = if change > 0.0 { '▲' } else { '▼' };
    let knows_size = prose.view.over || measure != Measure::Satisfaction;
    let text = match measure {
        _ if !knows_size || change.abs() < 0.5 => arrow.to_string(),
        Measure::Negative => arrow.to_string(),
        _ => format!("{arrow}{}", crate::words::decimal(change.abs(), 0)),
    };
    ui.label(theme::text(ui, Type::SmallStrong, text).color(if is_good { p.good() } else { p.warn }));
}

fn hover_reasons(prose: &Prose, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Type::Strong, prose.say(names::measure(measure))));
    ui.label(theme::text(ui, Type::Small, prose.say(names::measure_hint(measure))).color(p.muted));
    if measure == Measure::Satisfaction {
        let text = customer
            .satisfaction
            .map_or_else(|| prose.say("sheet-not-surveyed"), |(_, round)| prose.say_with("sheet-surveyed", &[("month", prose.month_name(round).into())]));
        ui.label(theme::text(ui, Type::Small, text).color(p.muted));
    }
    ui.label(theme::text(ui, Type::SmallStrong, prose.say("sheet-click-why")).color(p.accent));
}

fn reasons(prose: &Prose, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    let reasons = reasons::latest(prose, Some(customer.id), measure);
    if reasons.lines.is_empty() {
        widgets::well(ui, |ui| {
            ui.set_width(ui.available_width());
            lines(ui, Type::Small, &prose.say("why-nothing"), theme::palette(ui).muted);
        });
    } else {
        widgets::why(ui, prose.lang, &reasons);
    }
}
