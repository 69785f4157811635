//! Many deals on one card: which, how long each, at what terms.

use crate::advice::many;
use crate::game::desk::cards::hours::{Row, hours};
use crate::game::desk::cards::quote;
use crate::game::desk::cards::whom::all_or_none;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Steps, caption, line, number, sides};
use crate::prose::Prose;
use crate::sim::terms::QuoteTerms;
use crate::sim::units::{Minutes, NeedId};
use bevy_egui::egui::Ui;

/// Sets the promise and discount for all, and the hours for each; no hours: not on this card.
pub fn fields(prose: &Prose, ui: &mut Ui, deals: &mut Vec<(NeedId, Minutes)>, terms: &mut QuoteTerms) {
    let p = theme::palette(ui);
    quote::promise(prose, ui, &mut terms.promise, 1.0);
    let (mut percent, shown) = (terms.discount * 100.0, prose.percent(terms.discount));
    sides(
        ui,
        32.0,
        |ui| line(ui, Type::Strong, &prose.say("quote-discount"), p.ink),
        |ui| number(ui, &mut percent, 0.0..=30.0, Steps { coarse: 1.0, fine: 0.5 }, &prose.say("quote-discount"), &shown),
    );
    terms.discount = percent / 100.0;
    caption(ui, &prose.say_with("editor-deals", &[("count", deals.len().into())]));
    same_hours(prose, ui, deals);
    let mut open: Vec<_> = prose.view.deals.iter().filter(|d| d.open() && d.due >= prose.view.round).collect();
    open.sort_by_key(|d| (std::cmp::Reverse(d.value), d.id));
    let listed = |id: NeedId, deals: &[(NeedId, Minutes)]| deals.iter().any(|(listed, _)| *listed == id);
    match all_or_none(prose, ui, open.len(), open.iter().all(|deal| listed(deal.id, deals))) {
        Some(true) => {
            // as long as those that are on the card already
            let same = deals.first().map(|(_, time)| *time);
            let missing: Vec<_> =
                open.iter().filter(|deal| !listed(deal.id, deals)).map(|deal| (deal.id, same.unwrap_or_else(|| many::time_for(prose.view, deal)))).collect();
            deals.extend(missing);
        }
        Some(false) => deals.clear(),
        None => {}
    }
    for deal in open {
        let name = prose.customer(deal.id.customer);
        let about = format!("{} · {}", prose.deal(deal.id), prose.money_short(deal.value));
        let row = Row { name: &name, height: 34.0, coarse: 0.5, first: many::time_for(prose.view, deal) };
        hours(prose, ui, deals, deal.id, &row, |ui, is_on| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                line(ui, Type::Body, &name, if is_on { p.ink } else { p.muted });
                line(ui, Type::Small, &about, p.muted);
            });
        });
    }
}

/// Sets the hours of all deals on the card at once; none are told while they differ.
fn same_hours(prose: &Prose, ui: &mut Ui, deals: &mut [(NeedId, Minutes)]) {
    let Some(first) = deals.first().map(|(_, time)| *time) else { return };
    let same = deals.iter().all(|(_, time)| *time == first);
    let name = prose.say("editor-same-hours");
    let (mut hours, shown) = (first.to_hours(), if same { prose.hours(first) } else { "—".to_owned() });
    let ink = theme::palette(ui).ink;
    let steps = Steps { coarse: 0.5, fine: 0.5 };
    let ((), changed) = sides(ui, 32.0, |ui| _ = line(ui, Type::Strong, &name, ink), |ui| number(ui, &mut hours, 0.5..=40.0, steps, &name, &shown));
    if changed {
        let time = Minutes((hours * 60.0).round() as i32);
        deals.iter_mut().for_each(|(_, each)| *each = time);
    }
}
