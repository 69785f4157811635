//! What the team sets out to do: segments, positioning, how closely each tier is looked after. Filed in the first month.

use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{Button, caption, choice_row, line, lines, sides, toggle_chip};
use crate::prose::{Prose, names};
use crate::sim::terms::{Level, Positioning, Strategy, Tier};
use crate::sim::units::IndustryId;
use bevy_egui::egui::{Align, ComboBox, Layout, Ui, vec2};

/// Draws the form. `Some(true)`: file it; `Some(false)`: leave it for later.
pub fn form(prose: &Prose, strategy: &mut Strategy, ui: &mut Ui) -> Option<bool> {
    let p = theme::palette(ui);
    ui.set_width(560.0 * theme::scale(ui.style()).clamp(0.9, 1.2));
    lines(ui, Type::Body, &prose.say("strategy-lead"), p.muted);
    ui.add_space(6.0);

    caption(ui, &prose.say("strategy-segments"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (index, industry) in prose.view.guide.industries.iter().enumerate() {
            let id = IndustryId::at(index);
            let mut on = strategy.segments.contains(&id);
            if toggle_chip(ui, &mut on, &prose.text(&industry.name)).clicked() {
                if on {
                    strategy.segments.push(id);
                    strategy.segments.sort_unstable();
                } else {
                    strategy.segments.retain(|s| *s != id);
                }
            }
        }
    });
    ui.add_space(6.0);

    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        caption(left, &prose.say("strategy-positioning"));
        left.spacing_mut().item_spacing.y = 2.0;
        for (positioning, hint) in [
            (Positioning::Price, "positioning-price-hint"),
            (Positioning::Quality, "positioning-quality-hint"),
            (Positioning::Service, "positioning-service-hint"),
        ] {
            if choice_row(left, strategy.positioning == positioning, &prose.say(names::positioning(positioning)), &prose.say(hint)) {
                strategy.positioning = positioning;
            }
        }
        caption(right, &prose.say("strategy-levels"));
        right.spacing_mut().item_spacing.y = 6.0;
        for tier in Tier::ALL {
            level_row(prose, right, tier, &mut strategy.levels[tier.index()]);
            let hint = prose.say(names::level_hint(strategy.levels[tier.index()]));
            right.with_layout(Layout::top_down(Align::Min), |ui| lines(ui, Type::Small, &hint, p.muted));
        }
    });
    ui.add_space(10.0);
    let can_file = !strategy.segments.is_empty();
    let mut answer = None;
    ui.horizontal(|ui| {
        if ui.add_enabled(can_file, Button::primary(prose.say("strategy-file")).icon(icons::FLAG)).clicked() {
            answer = Some(true);
        }
        if ui.add(Button::quiet(prose.say("strategy-later"))).clicked() {
            answer = Some(false);
        }
        if !can_file {
            lines(ui, Type::Small, &prose.say("strategy-choose"), p.muted);
        }
    });
    answer
}

/// A tier and the level its customers get. Returns whether the level changed.
pub fn level_row(prose: &Prose, ui: &mut Ui, tier: Tier, level: &mut Level) -> bool {
    let before = *level;
    sides(
        ui,
        30.0,
        |ui| {
            let p = theme::palette(ui);
            line(ui, Type::Strong, &prose.say(names::tier(tier)), p.ink);
        },
        |ui| level_box(prose, ui, &format!("level-{}", tier.index()), level),
    );
    *level != before
}

/// A list to choose a relationship level from.
pub fn level_box(prose: &Prose, ui: &mut Ui, id: &str, level: &mut Level) {
    let shown = ComboBox::from_id_salt(id).width(130.0 * theme::scale(ui.style())).selected_text(prose.say(names::level(*level))).show_in_sight(ui, |ui| {
        for choice in Level::ALL {
            ui.selectable_value(level, choice, prose.say(names::level(choice))).on_hover_text(prose.say(names::level_hint(choice)));
        }
    });
    shown.response.on_hover_text(prose.say(names::level_hint(*level)));
}
