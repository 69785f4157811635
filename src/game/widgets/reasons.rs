//! "Why?": what moved a number, line by line, with a sign for each line.

use super::frames::well;
use super::signs::pair;
use crate::game::theme::{self, Role, icons};
use crate::prose::reasons::{Amount, Reasons};
use crate::words::{self, Lang, tr};
use bevy_egui::egui::{Response, Ui};

/// Draws the reasons on a sunk ground.
pub fn why(ui: &mut Ui, lang: Lang, reasons: &Reasons) -> Response {
    well(ui, |ui| contents(ui, lang, reasons)).response
}

/// Shows the reasons when the player points at `response`.
pub fn why_on_hover(response: Response, lang: Lang, reasons: &Reasons) -> Response {
    response.on_hover_ui(|ui| contents(ui, lang, reasons))
}

fn contents(ui: &mut Ui, lang: Lang, reasons: &Reasons) {
    let p = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 3.0;
    let heading = format!("{} · {}", reasons.subject, tr(lang, "why"));
    let from_to = reasons.from_to.map(|(from, to)| format!("{} → {}", words::decimal(from, 0), words::decimal(to, 0)));
    pair(ui, (Role::SmallStrong, &heading, p.ink), (Role::SmallStrong, &from_to.unwrap_or_default(), p.muted));
    for line in &reasons.lines {
        let (icon, colour) = if line.change >= 0.0 { (icons::ARROW_UP, p.good()) } else { (icons::ARROW_DOWN, p.warn) };
        let sign = match &line.amount {
            Amount::Points(points) => points.clone(),
            Amount::Share(share) => format!("{icon} {share}"),
            Amount::Direction => icon.to_string(),
        };
        pair(ui, (Role::Small, &line.cause, p.ink), (Role::SmallStrong, &sign, colour));
    }
}
