//! What the board tells of somebody or something that is pointed at.

use super::crowd::Change;
use super::layout::Cluster;
use super::places::Place;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::lines;
use crate::prose::{Prose, happenings};
use crate::sim::knowledge::CustomerView;
use crate::sim::units::CustomerId;
use bevy_egui::egui::Ui;
use std::collections::BTreeMap;

/// Who a token is: name, phase, three numbers, what happened last.
pub(super) fn customer(prose: &Prose, ui: &mut Ui, customer: &CustomerView, changes: &[Change]) {
    let p = theme::palette(ui);
    ui.set_max_width(300.0);
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.label(theme::text(ui, Type::Heading, prose.text(&customer.name)));
    let value =
        customer.yearly_value.map_or_else(|| prose.say("board-value-unknown"), |v| prose.say_with("board-value", &[("amount", prose.money_short(v).into())]));
    ui.label(theme::text(ui, Type::Small, format!("{} · {value}", prose.phase(customer.phase))).color(p.muted));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let satisfaction = customer.satisfaction.map_or_else(|| "?".to_owned(), |(s, _)| crate::words::decimal(s, 0));
        for (key, value) in [
            ("measure-satisfaction", satisfaction),
            ("measure-trust", crate::words::decimal(customer.trust, 0)),
            ("measure-commitment", crate::words::decimal(customer.commitment, 0)),
        ] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(theme::text(ui, Type::Small, prose.say(key)).color(p.muted));
                ui.label(theme::text(ui, Type::Strong, value));
            });
        }
    });
    for change in changes {
        ui.label(theme::text(ui, Type::Small, change.told(prose)).color(p.accent));
    }
    for deal in prose.view.open_deals(customer.id) {
        let text = format!("{} {} · {}", icons::COINS, prose.deal(deal.id), prose.money_short(deal.value));
        ui.label(theme::text(ui, Type::Small, text).color(p.blue));
    }
    if let Some((round, happened)) = happenings::latest(prose.view, customer.id) {
        let text = format!("{} {}：{}", icons::CLOCK, prose.month_name(round), happenings::sentence(prose, happened));
        let text = if prose.lang == crate::words::Lang::En { text.replace('：', ": ") } else { text };
        ui.label(theme::text(ui, Type::Small, text));
    }
}

/// What a lane or floor means.
pub(super) fn place(prose: &Prose, ui: &mut Ui, place: Place, can_zoom: bool) {
    let p = theme::palette(ui);
    ui.set_max_width(320.0 * theme::scale(ui.style()));
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(theme::text(ui, Type::Heading, place.name(prose)));
    lines(ui, Type::Body, &place.hint(prose), p.ink);
    if can_zoom {
        ui.label(theme::text(ui, Type::Small, prose.say("board-zoom-hint")).color(p.accent));
    }
}

/// What the customers of a group have in common, and with how many of them something changed.
pub(super) fn cluster(prose: &Prose, ui: &mut Ui, cluster: &Cluster, changes: &BTreeMap<CustomerId, Vec<Change>>) {
    let p = theme::palette(ui);
    ui.set_max_width(320.0 * theme::scale(ui.style()));
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(theme::text(ui, Type::Heading, cluster.told(prose)));
    lines(ui, Type::Body, &cluster.group.hint(prose), p.ink);
    let changed = cluster.members.iter().filter(|id| changes.contains_key(id)).count();
    if changed > 0 {
        ui.label(theme::text(ui, Type::Small, prose.say_with("board-group-changed", &[("count", changed.into())])));
    }
    ui.label(theme::text(ui, Type::Small, prose.say("board-zoom-hint")).color(p.accent));
}
