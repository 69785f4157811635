//! The terms of a bid in a tender.

use crate::game::desk::cards::quote;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{line, lines, rule, sides, well};
use crate::prose::{Prose, tenders};
use crate::sim::selling::quoting;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Fen, NeedId};
use bevy_egui::egui::Ui;

/// The terms of a bid: like those of a quote, but judged by points.
pub fn bid(prose: &Prose, ui: &mut Ui, tender: NeedId, terms: &mut QuoteTerms) {
    let Some(tender) = prose.view.tender(tender) else {
        return;
    };
    let p = theme::palette(ui);
    line(ui, Type::Strong, &prose.tender(tender), p.ink);
    lines(ui, Type::Small, &format!("{} · {}", prose.text(&tender.buyer), prose.industry(tender.industry)), p.muted);
    quote::terms_for(prose, ui, &tender.need, terms);
    let price: Fen = quoting::goods(&tender.need.suggested, terms).iter().map(|l| l.price.times(i64::from(l.quantity))).sum();
    let ceiling = tender.need.budget.unwrap_or(Fen(i64::MAX));
    let margin = price - tender.need.value.scale(prose.view.guide.rules.choice.cost_share);
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        sides(ui, 22.0, |ui| line(ui, Type::Strong, &prose.say("quote-sum"), p.ink), |ui| ui.label(theme::text(ui, Type::Figure, prose.money(price))));
        let colour = if margin < Fen::ZERO { p.warn } else { p.muted };
        let text = theme::text(ui, Type::Small, prose.money(margin)).color(colour);
        sides(ui, 18.0, |ui| line(ui, Type::Small, &prose.say("quote-margin"), p.muted), |ui| ui.label(text));
        if price > ceiling {
            let over = prose.say_with("tender-above-ceiling", &[("amount", prose.money(ceiling).into())]);
            lines(ui, Type::SmallStrong, &format!("{} {over}", icons::WARNING), p.warn);
        }
        rule(ui);
        lines(ui, Type::Small, &tenders::judged(prose, tender.kind), p.ink);
    });
}
