//! Help: the keys, and what matters this month in two sentences.

use super::bits::{lines, sides};
use super::cx::Cx;
use crate::advice::agenda::AgendaItem;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, key_hint};
use crate::sim::terms::Phase;
use bevy_egui::egui::Ui;

/// What matters this month, in two sentences.
#[must_use]
pub fn advice(cx: &Cx) -> String {
    let view = cx.view;
    let agenda = crate::advice::agenda::agenda(view);
    let has = |test: fn(&AgendaItem) -> bool| agenda.iter().any(test);
    let first = if has(|item| matches!(item, AgendaItem::Strategy)) {
        "advice-strategy"
    } else if has(|item| matches!(item, AgendaItem::Ticket(_))) {
        "advice-tickets"
    } else if has(|item| matches!(item, AgendaItem::Handover(_))) {
        "advice-handover"
    } else if has(|item| matches!(item, AgendaItem::Visitors(_))) {
        "advice-visitors"
    } else if has(|item| matches!(item, AgendaItem::Outgrown)) {
        "advice-outgrown"
    } else if view.exhibition {
        "advice-exhibition"
    } else if has(|item| matches!(item, AgendaItem::Deal(_))) {
        "advice-deals"
    } else if has(|item| matches!(item, AgendaItem::Lead(_))) {
        "advice-leads"
    } else {
        "advice-care"
    };
    let in_decline = view.customers.iter().any(|c| c.phase == Phase::Decline);
    let second = if in_decline {
        "advice-decline"
    } else if view.round.0 >= view.rounds {
        "advice-last"
    } else if view.round.0 == 1 {
        "advice-first"
    } else {
        "advice-records"
    };
    let gap = if cx.lang == crate::words::Lang::Zh { "" } else { " " };
    format!("{}{gap}{}", cx.say(first), cx.say(second))
}

/// Draws the help.
pub fn help(cx: &Cx, ui: &mut Ui) {
    let p = theme::palette(ui);
    ui.set_width(560.0 * theme::scale(ui.style()).clamp(0.9, 1.2));
    lines(ui, Type::Body, &advice(cx), p.ink);
    ui.add_space(8.0);
    caption(ui, &cx.say("help-how"));
    for (number, key) in ["help-how-1", "help-how-2", "help-how-3"].into_iter().enumerate() {
        lines(ui, Type::Body, &format!("{}. {}", number + 1, cx.say(key)), p.ink);
    }
    ui.add_space(8.0);
    caption(ui, &cx.say("help-keys"));
    let keys: [(&[&str], &str); 10] = [
        (&["1", "…", "7"], "help-key-tabs"),
        (&["←", "→", "↑", "↓"], "help-key-arrows"),
        (&["Tab", "Enter"], "help-key-tab"),
        (&["P"], "help-key-pyramid"),
        (&["Delete"], "help-key-delete"),
        (&["Ctrl", "Enter"], "help-key-submit"),
        (&["Esc"], "help-key-escape"),
        (&["F1"], "help-key-help"),
        (&["F2", "F3"], "help-key-look"),
        (&["Ctrl", "+", "−"], "help-key-size"),
    ];
    ui.spacing_mut().item_spacing.x = 36.0;
    ui.columns(2, |columns| {
        for (index, (caps, key)) in keys.into_iter().enumerate() {
            let ui = &mut columns[index % 2];
            ui.spacing_mut().item_spacing.x = 6.0;
            sides(
                ui,
                28.0,
                |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    for cap in caps {
                        key_hint(ui, cap);
                    }
                },
                |ui| super::bits::line(ui, Type::Small, &cx.say(key), p.muted),
            );
        }
    });
}
