//! The forecast: what the stages say, or a figure of one's own.

use crate::advice::chances;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Steps, choice_row, line, link, number, sides};
use crate::prose::Prose;
use crate::sim::cards::{Action, Forecast, OwnForecast};
use crate::sim::units::Fen;
use bevy_egui::egui::Ui;

/// Draws the choice.
pub fn forecast(prose: &Prose, ui: &mut Ui, action: &mut Action) {
    let p = theme::palette(ui);
    let stages = prose.view.expected_from_deals() + prose.view.hoped_from_bids();
    // in whole thousands, as one would say it
    let planned = Fen::yuan((chances::expected(prose.view).to_yuan() / 1_000.0).round() as i64 * 1_000);
    let amount = |amount: Fen| [("amount", prose.money_short(amount).into())];
    ui.spacing_mut().item_spacing.y = 2.0;
    let is_own = matches!(action, Action::OwnForecast(_));
    if choice_row(ui, !is_own, &prose.say("forecast-stages"), &prose.say_with("forecast-stages-hint", &amount(stages))) {
        *action = Action::Forecast(Forecast);
    }
    if choice_row(ui, is_own, &prose.say("forecast-own"), &prose.say_with("forecast-own-hint", &amount(planned))) && !is_own {
        *action = Action::OwnForecast(OwnForecast { amount: planned });
    }
    let Action::OwnForecast(own) = action else { return };
    ui.add_space(6.0);
    let name = prose.say("forecast-figure");
    sides(
        ui,
        34.0,
        |ui| line(ui, Type::Strong, &name, p.ink),
        |ui| {
            let mut yuan = own.amount.to_yuan();
            // as finely as one would say it
            let coarse = if planned >= Fen::yuan(100_000) { 5_000.0 } else { 1_000.0 };
            number(ui, &mut yuan, 0.0..=1e10, Steps { coarse, fine: 100.0 }, &name, &prose.money(own.amount));
            own.amount = Fen::yuan(yuan.round() as i64);
        },
    );
    if own.amount != planned && link(ui, &prose.say_with("forecast-as-planned", &amount(planned))).clicked() {
        own.amount = planned;
    }
}
