//! The row above the board: which board, what its signs mean, and the search.

use super::places::Plan;
use super::state::BoardUi;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, area, line_field, lines, segmented, sides};
use crate::insight::funnel;
use crate::prose::Prose;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Key, Rect, Sense, Ui, WidgetInfo, WidgetType, vec2};

/// So few customers are found without a search.
const FEW: usize = 12;

/// Height of the row.
#[must_use]
pub(super) fn height(scale: f32) -> f32 {
    40.0 * scale.max(1.0)
}

/// Draws the row; returns the customer whose sheet Enter opens.
pub(super) fn tools(prose: &Prose, board: &mut BoardUi, found: Option<&[CustomerId]>, ui: &mut Ui, rect: Rect) -> Option<CustomerId> {
    area(ui, rect, "board-tools", |ui| {
        let mut plan = board.plan;
        let (is_other, chosen) = sides(
            ui,
            rect.height(),
            |ui| {
                let named = [(Plan::Lanes, "board-lanes"), (Plan::Pyramid, "board-pyramid"), (Plan::Deals, "board-deals")];
                let named = named.map(|(plan, key)| (plan, prose.say(key), prose.hint(key)));
                // beside it stands the sign of the legend
                let room = ui.available_width() - 30.0 * theme::scale(ui.style());
                let is_other = ui.scope(|ui| {
                    ui.set_max_width(room);
                    segmented(ui, &mut plan, &named)
                });
                let is_other = is_other.inner;
                legend(prose, plan, ui);
                total(prose, plan, ui);
                is_other
            },
            |ui| search(prose, board, found, ui),
        );
        if is_other {
            board.plan = plan;
            board.zoom = None;
            board.at = None;
        }
        chosen
    })
}

/// What the tokens say, behind a sign.
fn legend(prose: &Prose, plan: Plan, ui: &mut Ui) {
    let p = theme::palette(ui);
    let size = 18.0 * theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    let keys: &[&str] = match plan {
        Plan::Deals => &["board-legend-deals", "board-legend-stages", "board-legend-month"],
        _ => &["board-legend-area", "board-legend-ring", "board-legend-dashed", "board-legend-gold", "board-legend-badges", "board-legend-groups"],
    };
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let told: Vec<String> = keys.iter().map(|key| prose.say(key)).collect();
        WidgetInfo::labeled(WidgetType::Label, enabled, format!("{}: {}", prose.say("board-legend"), told.join("; ")))
    });
    ui.painter().text(rect.center(), bevy_egui::egui::Align2::CENTER_CENTER, icons::INFO, theme::font(ui, Type::Strong), p.muted);
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0 * theme::scale(ui.style()));
        ui.spacing_mut().item_spacing.y = 4.0;
        for key in keys {
            lines(ui, Type::Small, &prose.say(key), p.ink);
        }
        if plan == Plan::Deals {
            return;
        }
        ui.label(theme::text(ui, Type::SmallStrong, prose.say("board-legend-marks")));
        let phase = theme::Phase::Exploration;
        for (mark, key) in [
            (widgets::Mark::Forward(phase), "board-legend-forward"),
            (widgets::Mark::Back(phase), "board-legend-back"),
            (widgets::Mark::New, "board-legend-new"),
            (widgets::Mark::Won, "board-legend-won"),
            (widgets::Mark::NotWon, "board-legend-not-won"),
        ] {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(17.0, 17.0), Sense::hover());
                ui.painter().circle_filled(rect.center(), 8.5, mark.colour(p));
                ui.painter().text(rect.center(), bevy_egui::egui::Align2::CENTER_CENTER, mark.icon(), theme::bold(10.5), p.on_colour);
                ui.label(theme::text(ui, Type::Small, prose.say(key)));
            });
        }
    });
}

/// What all open deals come to.
fn total(prose: &Prose, plan: Plan, ui: &mut Ui) {
    if plan != Plan::Deals {
        return;
    }
    let funnel = funnel::funnel(prose.view);
    let args = [("count", funnel.deals().into()), ("amount", prose.money_short(funnel.amount()).into())];
    ui.label(theme::text(ui, Type::SmallStrong, prose.say_with("board-deals-total", &args)));
}

/// The field, and how many were found. Enter opens the first of them, Escape empties it.
fn search(prose: &Prose, board: &mut BoardUi, found: Option<&[CustomerId]>, ui: &mut Ui) -> Option<CustomerId> {
    if prose.view.customers.len() <= FEW {
        return None;
    }
    let p = theme::palette(ui);
    let width = (150.0 * theme::scale(ui.style())).min(ui.available_width() * 0.4);
    let field = line_field(ui, &mut board.search, &prose.say("board-search"), &prose.say("board-search-hint"), 40, width);
    let (enter, escape) = ui.input(|input| (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape)));
    let mut chosen = None;
    if field.lost_focus() && enter {
        chosen = found.and_then(|found| found.first()).copied();
        // whoever is outside of what is on show is shown on the whole board
        if let (Some(customer), Some(zoom)) = (chosen, &board.zoom)
            && !zoom.members.contains(&customer)
        {
            board.zoom = None;
        }
    }
    if field.lost_focus() && escape {
        board.search.clear();
    }
    board.is_typing = field.has_focus();
    // the field says what it is for; the sign gives way first
    if ui.available_width() > 290.0 * theme::scale(ui.style()) {
        ui.label(theme::text(ui, Type::Strong, icons::MAGNIFYING_GLASS).color(p.muted));
    }
    if let Some(found) = found {
        let told = prose.say_with("board-found", &[("count", found.len().into())]);
        let ink = if found.is_empty() { p.warn } else { p.muted };
        ui.label(theme::text(ui, Type::Small, told).color(ink));
    }
    chosen
}
