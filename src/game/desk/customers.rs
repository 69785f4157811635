//! The customer table: sortable, filterable.

use super::bits::{line, toggle_chip};
use super::cx::Cx;
use super::names;
use super::state::Desk;
use crate::game::board::painted::{self, lane};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, Tone, bar, chip, focus_ring};
use crate::sim::command::Kind;
use crate::sim::report::Phase;
use crate::sim::view::{CustomerView, View};
use bevy_egui::egui::{Align, ComboBox, Label, Layout, Rect, Sense, TextEdit, Ui, vec2};
use egui_extras::{Column, TableBuilder};

/// A column to sort by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    Name,
    Phase,
    #[default]
    Value,
    Satisfaction,
    Trust,
    Orders,
    Silence,
}

/// How the table is sorted and filtered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomersUi {
    pub text: String,
    pub phase: Option<Phase>,
    pub kind: Option<Kind>,
    pub with_deal: bool,
    pub with_ticket: bool,
    pub without_task: bool,
    pub dormant: bool,
    pub sort: Sort,
    /// Smallest first.
    pub rising: bool,
}

/// No order and no contact for this many months: dormant.
const DORMANT: u16 = 4;

impl CustomersUi {
    /// Whether a customer passes the filters.
    #[must_use]
    pub fn takes(&self, cx: &Cx, customer: &CustomerView) -> bool {
        let view = cx.view;
        let text = self.text.trim().to_lowercase();
        let has_open_task = || view.tasks.iter().any(|t| t.customer == customer.id && t.done.is_none());
        let is_dormant = || customer.silent_months >= DORMANT && customer.last_order.is_none_or(|last| view.round.since(last) >= DORMANT);
        (text.is_empty() || customer.name.en.to_lowercase().contains(&text) || customer.name.zh.contains(&text))
            && self.phase.is_none_or(|phase| customer.phase == phase)
            && self.kind.is_none_or(|kind| customer.kind == kind)
            && (!self.with_deal || view.open_deals(customer.id).next().is_some())
            && (!self.with_ticket || view.tickets.iter().any(|t| t.id.customer == customer.id))
            && (!self.without_task || !has_open_task())
            && (!self.dormant || is_dormant())
    }

    /// The customers of the table, in order.
    #[must_use]
    pub fn rows<'a>(&self, cx: &Cx<'a>) -> Vec<&'a CustomerView> {
        let view: &'a View = cx.view;
        let mut rows: Vec<&CustomerView> = view.customers.iter().filter(|c| self.takes(cx, c)).collect();
        let number = |c: &CustomerView| match self.sort {
            Sort::Name => 0.0,
            Sort::Phase => f64::from(c.phase as u8),
            Sort::Value => c.yearly_value.map_or(-1.0, |v| v.to_yuan()),
            Sort::Satisfaction => c.satisfaction.map_or(-1.0, |(s, _)| s),
            Sort::Trust => c.trust,
            Sort::Orders => f64::from(c.orders),
            Sort::Silence => f64::from(c.silent_months),
        };
        rows.sort_by(|a, b| {
            let order = if self.sort == Sort::Name { cx.text(&a.name).cmp(&cx.text(&b.name)) } else { number(a).total_cmp(&number(b)) };
            (if self.rising { order } else { order.reverse() }).then(a.id.cmp(&b.id))
        });
        rows
    }
}

/// Draws the tab over `rect`.
pub fn customers(cx: &Cx, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    super::bits::area(ui, rect, "customers", |ui| {
        filters(cx, desk, ui);
        let frame = widgets::card_frame(ui);
        let room = ui.available_size() - frame.total_margin().sum();
        frame.show(ui, |ui| {
            ui.set_min_size(room);
            ui.set_max_size(room);
            table(cx, desk, ui);
        });
    });
}

fn filters(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let state = &mut desk.customers;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let hint = format!("{} {}", icons::MAGNIFYING_GLASS, cx.say("customers-search"));
        ui.add(TextEdit::singleline(&mut state.text).hint_text(hint).desired_width(108.0).margin(vec2(10.0, 7.0)));
        let phase = state.phase.map_or_else(|| cx.say("customers-all-phases"), |phase| cx.phase(phase));
        ComboBox::from_id_salt("phase").width(112.0).selected_text(phase).show_ui(ui, |ui| {
            ui.selectable_value(&mut state.phase, None, cx.say("customers-all-phases"));
            for phase in [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost] {
                ui.selectable_value(&mut state.phase, Some(phase), cx.phase(phase));
            }
        });
        let kind = state.kind.map_or_else(|| cx.say("customers-all-kinds"), |kind| cx.say(names::kind(kind)));
        ComboBox::from_id_salt("kind").width(104.0).selected_text(kind).show_ui(ui, |ui| {
            ui.selectable_value(&mut state.kind, None, cx.say("customers-all-kinds"));
            for kind in [Kind::Intending, Kind::Qualified, Kind::Paused] {
                ui.selectable_value(&mut state.kind, Some(kind), cx.say(names::kind(kind)));
            }
        });
        toggle_chip(ui, &mut state.with_deal, &cx.say("customers-with-deal"));
        toggle_chip(ui, &mut state.with_ticket, &cx.say("customers-with-ticket"));
        toggle_chip(ui, &mut state.without_task, &cx.say("customers-no-task"));
        toggle_chip(ui, &mut state.dormant, &cx.say("customers-dormant")).on_hover_text(cx.say("customers-dormant-hint"));
    });
}

fn table(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let rows = desk.customers.rows(cx);
    let scale = theme::scale(ui.style());
    let height = 34.0 * scale.max(1.0);
    let columns = [
        (Sort::Name, "customers-name"),
        (Sort::Phase, "customers-phase"),
        (Sort::Value, "customers-value"),
        (Sort::Satisfaction, "customers-satisfaction"),
        (Sort::Trust, "customers-trust"),
        (Sort::Orders, "customers-orders"),
        (Sort::Silence, "customers-silence"),
    ];
    let mut opened = None;
    if rows.is_empty() {
        super::bits::nothing(ui, &cx.say("customers-empty"));
        return;
    }
    TableBuilder::new(ui)
        .id_salt("customers")
        .min_scrolled_height(0.0)
        .sense(Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().at_least(150.0).clip(true))
        .column(Column::exact(88.0 * scale))
        .column(Column::exact(74.0 * scale))
        .column(Column::exact(86.0 * scale))
        .column(Column::exact(76.0 * scale))
        .column(Column::exact(58.0 * scale))
        .column(Column::exact(64.0 * scale))
        .header(30.0 * scale.max(1.0), |mut header| {
            for (sort, key) in columns {
                header.col(|ui| head(cx, desk, ui, sort, key));
            }
        })
        .body(|body| {
            body.rows(height, rows.len(), |mut row| {
                let Some(customer) = rows.get(row.index()) else { return };
                row.set_selected(desk.selected == Some(customer.id));
                cells(cx, &mut row, customer);
                if row.response().clicked() {
                    opened = Some(customer.id);
                }
            });
        });
    if let Some(id) = opened {
        desk.open(id, None);
    }
}

fn head(cx: &Cx, desk: &mut Desk, ui: &mut Ui, sort: Sort, key: &str) {
    let p = theme::palette(ui);
    let is_on = desk.customers.sort == sort;
    let sign = match (is_on, desk.customers.rising) {
        (true, true) => format!(" {}", icons::CARET_UP),
        (true, false) => format!(" {}", icons::CARET_DOWN),
        _ => String::new(),
    };
    let text = theme::text(ui, Type::Caption, format!("{}{sign}", cx.say(key))).color(if is_on { p.accent } else { p.muted });
    let response = ui.add(Label::new(text).truncate().sense(Sense::click()));
    if response.has_focus() {
        focus_ring(ui, response.rect, 4);
    }
    if response.clicked() {
        if is_on {
            desk.customers.rising = !desk.customers.rising;
        } else {
            desk.customers.sort = sort;
            desk.customers.rising = sort == Sort::Name;
        }
    }
}

fn cells(cx: &Cx, row: &mut egui_extras::TableRow<'_, '_>, customer: &CustomerView) {
    row.col(|ui| {
        let p = theme::palette(ui);
        let (place, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
        let mut token = painted::token(cx, p, customer);
        token.name.clear();
        token.radius = 8.5;
        token.short.clear();
        let badges = std::mem::take(&mut token.badges);
        token.paint(ui, place.center());
        line(ui, Type::Strong, &cx.text(&customer.name), p.ink);
        for badge in badges {
            let (sign, tone) = match badge {
                widgets::Badge::Ticket => ('!', Tone::Late),
                widgets::Badge::Deal => ('¥', Tone::Deal),
                widgets::Badge::Due => (icons::CLOCK, Tone::Due),
                widgets::Badge::Staff => ('⇄', Tone::Plain),
            };
            chip(ui, tone, &sign.to_string());
        }
    });
    row.col(|ui| {
        let p = theme::palette(ui);
        line(ui, Type::SmallStrong, &cx.phase(customer.phase), p.phase(lane(customer.phase)));
    });
    row.col(|ui| {
        let p = theme::palette(ui);
        let text = customer.yearly_value.map_or_else(|| "—".to_owned(), |v| cx.money_short(v));
        line(ui, Type::Body, &text, p.ink);
    });
    row.col(|ui| number(ui, customer.satisfaction.map(|(s, _)| s), true));
    row.col(|ui| number(ui, Some(customer.trust), false));
    row.col(|ui| {
        let p = theme::palette(ui);
        line(ui, Type::Body, &customer.orders.to_string(), p.ink);
    });
    row.col(|ui| {
        let p = theme::palette(ui);
        let late = customer.silent_months >= 3 && customer.phase != Phase::Lost;
        let text = if late { format!("{} {}", customer.silent_months, icons::WARNING) } else { customer.silent_months.to_string() };
        line(ui, Type::Body, &text, if late { p.warn } else { p.ink });
    });
}

/// A number with a short bar; a question mark where nobody has asked.
fn number(ui: &mut Ui, points: Option<f64>, is_satisfaction: bool) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.x = 6.0;
    let colour = if is_satisfaction { p.satisfaction(points.map(|s| s as f32)) } else { p.blue };
    let text = points.map_or_else(|| "?".to_owned(), |points| crate::words::decimal(points, 0));
    let width = 22.0 * theme::scale(ui.style());
    ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::right_to_left(Align::Center), |ui| line(ui, Type::Strong, &text, p.ink));
    bar(ui, 34.0, points.unwrap_or(0.0) as f32 / 100.0, colour);
}
