//! The buying centre: who is in it, how they think, how far each is on our side.

use crate::game::desk::sheet::rows::end_bar;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{caption, lines, nothing};
use crate::prose::writing::shorten;
use crate::prose::{Prose, glossary, relations};
use crate::sim::knowledge::{ContactView, CustomerView, DealView};
use bevy_egui::egui::{Align2, Sense, Ui, pos2, vec2};

/// Draws the tab.
pub fn contacts(prose: &Prose, ui: &mut Ui, customer: &CustomerView) {
    ui.spacing_mut().item_spacing.y = 2.0;
    caption(ui, &prose.say("contacts-title")).on_hover_text(prose.say("gloss-committee"));
    if customer.contacts.is_empty() {
        nothing(ui, &prose.say("contacts-none"));
        return;
    }
    // Support belongs to a deal; the one decided first is shown.
    let deal = prose.view.open_deals(customer.id).min_by_key(|deal| deal.due);
    for contact in &customer.contacts {
        row(prose, ui, customer, contact, deal);
    }
    let p = theme::palette(ui);
    let hint = relations::support(prose, deal);
    lines(ui, Type::Small, &hint, p.muted).on_hover_text(prose.say("gloss-support"));
}

fn row(prose: &Prose, ui: &mut Ui, customer: &CustomerView, contact: &ContactView, deal: Option<&DealView>) {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0 * scale), Sense::hover());
    let painter = ui.painter().with_clip_rect(rect.with_max_x(rect.right() - 72.0).intersect(ui.clip_rect()));
    let name = prose.contact(customer.id, contact.id);
    let short = shorten(&name, 26);
    let sign = if contact.removed {
        icons::X_CIRCLE
    } else if contact.reached {
        icons::CHECK_CIRCLE
    } else {
        icons::USER_CIRCLE
    };
    let ink = if contact.removed { p.muted } else { p.ink };
    let sign_ink = if contact.reached && !contact.removed { p.good() } else { p.muted };
    painter.text(pos2(rect.left() + 8.0, rect.center().y), Align2::CENTER_CENTER, sign, theme::bold(16.0 * scale), sign_ink);
    let left = rect.left() + 24.0;
    painter.text(pos2(left, rect.center().y - 8.0 * scale), Align2::LEFT_CENTER, short, theme::font(ui, Type::Strong), ink);
    painter.text(pos2(left, rect.center().y + 8.0 * scale), Align2::LEFT_CENTER, relations::contact(prose, contact), theme::font(ui, Type::Small), p.muted);
    if let Some(deal) = deal {
        let support = deal.support.get(contact.id.index()).copied().unwrap_or(0.0) as f32;
        let colour = if support > 0.5 {
            p.good()
        } else if support > 0.2 {
            p.gold
        } else {
            p.muted
        };
        end_bar(ui, rect, support, colour);
    }
    response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, name));
        if contact.removed {
            ui.label(theme::text(ui, Type::Small, prose.say("contact-gone")).color(p.warn));
        }
        let reached = prose.say(if contact.reached { "contact-reached" } else { "contact-not-reached" });
        ui.label(theme::text(ui, Type::Small, reached).color(p.muted));
        if let Some(attitude) = contact.attitude {
            let text = prose.say_with("contact-attitude", &[("points", crate::words::signed(attitude, 0).into())]);
            ui.label(theme::text(ui, Type::Small, text).color(if attitude < 0.0 { p.warn } else { p.muted }));
        }
        for hint in [contact.role.map(glossary::buying_role), contact.style.map(glossary::style)].into_iter().flatten() {
            ui.label(theme::text(ui, Type::Small, prose.say(hint)).color(p.muted));
        }
    });
}
