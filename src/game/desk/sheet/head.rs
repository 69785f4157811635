//! The head of the sheet: who the customer is, how close, and the numbers of the relation. A click on a number asks why.

use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Tone, bar, chip, customer_token, cut, explained, focus_ring, icon_button, line, lines, tool};
use crate::prose::{Prose, glossary, names, reasons, relations};
use crate::sim::journal::effect::Measure;
use crate::sim::knowledge::CustomerView;
use bevy_egui::egui::{Align, Color32, Id, Layout, Sense, Ui, UiBuilder, WidgetInfo, WidgetType, vec2};

/// Name, phase and tier.
pub fn header(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
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
                standing(prose, ui, customer);
            });
        });
    });
}

/// Tier, phase and orders: on one line where there is room for both, else below each other.
fn standing(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    let muted = theme::palette(ui).muted;
    let sub = relations::phase_and_orders(prose, customer);
    let phase = |ui: &mut Ui| explained(cut(ui, Type::Small, &sub, muted), &sub, &prose.say(glossary::phase(customer.phase)));
    let Some((told, why)) = relations::tier_told(prose, customer) else {
        phase(ui);
        return;
    };
    let tier = |ui: &mut Ui| {
        chip(ui, Tone::Due, &told).on_hover_ui(|ui| {
            ui.label(theme::text(ui, Type::Small, prose.say("gloss-tier")));
            ui.label(theme::text(ui, Type::SmallStrong, &why));
        });
    };
    let wide = |role: Type, text: &str| ui.painter().layout_no_wrap(text.to_owned(), theme::font(ui, role), muted).size().x;
    if wide(Type::SmallStrong, &told) + 16.0 + 6.0 + wide(Type::Small, &sub) <= ui.available_width() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            tier(ui);
            phase(ui);
        });
    } else {
        tier(ui);
        phase(ui);
    }
}

/// Satisfaction, trust and commitment; records, bond and bad impressions below on request.
pub fn meters(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    let p = theme::palette(ui);
    let satisfaction = customer.satisfaction.map(|(points, _)| points);
    let colour = p.satisfaction(satisfaction.map(|points| points as f32));
    let first = [
        (Measure::Satisfaction, satisfaction, colour),
        (Measure::Trust, Some(customer.trust), p.blue),
        (Measure::Commitment, Some(customer.commitment), p.accent),
    ];
    let more = [
        (Measure::Records, Some(customer.records), p.phase(theme::Phase::Formation)),
        (Measure::Bond, Some(customer.bond), p.gold),
        (Measure::Negative, Some(customer.negative * 100.0 / 3.0), p.warn),
    ];
    let all = desk.all_meters;
    let gap = 10.0;
    let sign = 28.0 * theme::scale(ui.style()).max(1.0);
    let width = ((ui.available_width() - sign - 3.0 * gap) / 3.0).max(40.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (measure, points, colour) in first {
            one_meter(prose, desk, ui, customer, measure, points, colour, width);
        }
        let (icon, key) = if all { (icons::CARET_UP, "sheet-fewer-meters") } else { (icons::CARET_DOWN, "sheet-more-meters") };
        if tool(ui, icon, &prose.say(key)).clicked() {
            desk.all_meters = !all;
        }
    });
    if all {
        // no sign stands beside these, and their names are longer
        let width = ((ui.available_width() - 2.0 * gap) / 3.0).max(40.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for (measure, points, colour) in more {
                one_meter(prose, desk, ui, customer, measure, points, colour, width);
            }
        });
    }
}

#[expect(clippy::too_many_arguments, reason = "one number with all that is drawn of it")]
fn one_meter(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView, measure: Measure, points: Option<f64>, colour: Color32, width: f32) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let size = vec2(width, 41.0 * scale);
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
        // what was said some time ago is no number of today
        if let (Measure::Satisfaction, Some((_, asked))) = (measure, customer.satisfaction)
            && asked.plus(1) < prose.view.round
        {
            ui.label(theme::text(ui, Type::Small, prose.month_short(asked)).color(p.muted));
        }
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
    if measure == Measure::Satisfaction {
        // nor did it change since they were asked last month: what they said then stands
        let asked = customer.satisfaction.map(|(_, round)| round);
        if asked.is_none_or(|asked| asked.plus(1) >= prose.view.round) {
            return;
        }
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

/// Why a number changed, at the top of whatever tab is open; what is asked for comes into sight.
pub fn reasons(prose: &Prose, ui: &mut Ui, customer: &CustomerView, measure: Measure) {
    let reasons = reasons::latest(prose, Some(customer.id), measure);
    let response = if reasons.lines.is_empty() {
        widgets::well(ui, |ui| {
            ui.set_width(ui.available_width());
            lines(ui, Type::Small, &prose.say("why-nothing"), theme::palette(ui).muted);
        })
        .response
    } else {
        widgets::why(ui, prose.lang, &reasons)
    };
    let asked = Some((customer.id.0, measure as u8));
    if ui.data(|data| data.get_temp::<Asked>(asked_id())).flatten() != asked {
        ui.data_mut(|data| data.insert_temp(asked_id(), asked));
        response.scroll_to_me(Some(Align::TOP));
    }
}

/// The customer and the number whose reasons are on show.
type Asked = Option<(u16, u8)>;

fn asked_id() -> Id {
    Id::new("sheet-why")
}

/// No reasons are asked for: the next that are come into sight again.
pub fn no_reasons(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp::<Asked>(asked_id(), None));
}
