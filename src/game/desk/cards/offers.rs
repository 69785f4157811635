//! The actions one can take: on a customer's sheet, or for the office as a whole. A click puts one into the plan; the
//! pencil sets it first. One that cannot be played says what is missing.

use crate::advice::many;
use crate::advice::offer::Offer;
use crate::advice::offer::{by_another, offer_by};
use crate::advice::todo;
use crate::game::app::shown::Shown;
use crate::game::desk::cards::icon;
use crate::game::desk::cards::same::same_card;
use crate::game::desk::state::{Desk, Draft};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{ClickCard, caption, focus_ring, line, lines, link, nothing, role_colour, sides, tool};
use crate::prose::{Prose, cards};
use crate::sim::cards::Estimate;
use crate::sim::planning::command::Command;
use crate::sim::terms::Missing;
use crate::sim::view::PlanCardView;
use bevy_egui::egui::{Color32, Label, Margin, Ui};
use std::sync::Arc;

/// Draws the offers of the roles of this desk: what can be played first, the rest on request.
pub fn offers(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, heading: Option<&str>) {
    let list = Arc::clone(&desk.offers.list);
    let mut mine: Vec<&Offer> = list.iter().filter(|offer| shown.roles.contains(&offer.role)).collect();
    if let Some(customer) = desk.selected.and_then(|id| prose.view.customer(id)) {
        mine.sort_by_key(|offer| todo::rank(prose.view, customer, &offer.card.action));
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    if let Some(heading) = heading {
        caption(ui, heading);
    }
    // what is in the plan already stays where it was
    let can_be_played = |offer: &&Offer| offer.missing.iter().all(|missing| *missing == Missing::Planned);
    let (played, blocked): (Vec<&Offer>, Vec<&Offer>) = mine.into_iter().partition(can_be_played);
    if played.is_empty() {
        nothing(ui, &prose.say("offers-none"));
    }
    for (count, offer) in played.into_iter().enumerate() {
        ui.push_id(("offer", count), |ui| playable(prose, shown, desk, ui, offer));
    }
    if blocked.is_empty() {
        return;
    }
    let key = if desk.shows_all_offers { "offers-hide" } else { "offers-show" };
    if link(ui, &prose.say_with(key, &[("count", blocked.len().into())])).clicked() {
        desk.shows_all_offers = !desk.shows_all_offers;
    }
    if desk.shows_all_offers {
        for (index, offer) in blocked.into_iter().enumerate() {
            ui.push_id(("blocked", index), |ui| blocked_card(prose, ui, offer));
        }
    }
}

fn playable(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, offer: &Offer) {
    let p = theme::palette(ui);
    let name = cards::name(prose, &offer.card.action);
    let planned = prose.view.plan.iter().find(|card| shown.roles.contains(&card.role) && same_card(&card.card.action, &offer.card.action));
    if let Some(pursuit) = many::held_by(prose.view, &offer.card.action).filter(|_| planned.is_none()) {
        if held_card(prose, ui, offer, pursuit) && shown.roles.contains(&pursuit.role) {
            desk.draft = Some(Draft { role: pursuit.role, card: pursuit.card.clone(), changes: Some(pursuit.id) });
        }
        return;
    }
    let mut frame = ClickCard::new(&name).margin(Margin { left: 11, right: 6, top: 6, bottom: 6 });
    if planned.is_some() {
        frame = frame.chosen(p.accent);
    }
    let drawn = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        match planned {
            Some(card) => (face(prose, ui, &offer_by(prose.view, card.card.clone(), card.role), true), None),
            None => (face(prose, ui, offer, false), hand_on(prose, shown, ui, offer)),
        }
    });
    let (sets, other) = drawn.inner;
    let response = drawn.response.on_hover_ui(|ui| about(prose, ui, offer));
    let setting = offer.card.action.setting();
    if let Some(other) = other {
        if setting.first {
            desk.draft = Some(Draft { role: other.role, card: other.card, changes: None });
        } else {
            desk.send(other.role, Command::Add(other.card));
        }
    } else if sets || (response.clicked() && (setting.first || (planned.is_some() && setting.any))) {
        // What is planned already is changed, not planned again.
        desk.draft = Some(match planned {
            Some(card) => Draft { role: card.role, card: card.card.clone(), changes: Some(card.id) },
            None => Draft { role: offer.role, card: offer.card.clone(), changes: None },
        });
    } else if response.clicked() {
        desk.send(offer.role, Command::Add(offer.card.clone()));
    }
}

/// An offer that a pursuit in the plan sees to already; true if that one is to be opened.
fn held_card(prose: &Prose, ui: &mut Ui, offer: &Offer, pursuit: &PlanCardView) -> bool {
    let p = theme::palette(ui);
    let name = cards::name(prose, &offer.card.action);
    let told = prose.say_with("offers-held", &[("card", cards::name(prose, &pursuit.card.action).into())]);
    let spoken = format!("{name}: {told}");
    let card = ClickCard::new(&spoken).margin(Margin::symmetric(11, 6)).chosen(p.line);
    let drawn = card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(theme::text(ui, Type::Strong, icon::icon(&offer.card.action)).color(p.muted));
            line(ui, Type::Strong, &name, p.muted);
        });
        lines(ui, Type::Small, &format!("{} {told}", icons::CHECK), p.accent);
    });
    drawn.response.on_hover_text(prose.say("offers-held-hint")).clicked()
}

/// The two lines of a card; returns whether its pencil was pressed.
fn face(prose: &Prose, ui: &mut Ui, offer: &Offer, planned: bool) -> bool {
    let p = theme::palette(ui);
    let action = &offer.card.action;
    let (_, pencil) = sides(
        ui,
        20.0,
        |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.label(theme::text(ui, Type::Strong, icon::icon(action)).color(role_colour(ui, offer.role)));
            line(ui, Type::Strong, &cards::name(prose, action), p.ink);
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let pencil = if action.setting().any {
                tool(ui, icons::PENCIL_SIMPLE, &prose.say("offers-set")).clicked()
            } else {
                // so that figures end where those of the line below do
                ui.add_space(4.0);
                false
            };
            let cost = cards::price(prose, offer);
            ui.label(theme::text(ui, Type::Small, cost).color(p.ink));
            ui.label(theme::text(ui, Type::SmallStrong, prose.hours(offer.minutes)));
            if planned {
                let sign = ui.label(theme::text(ui, Type::SmallStrong, icons::CHECK).color(p.accent));
                sign.on_hover_text(prose.say("offers-planned"));
            }
            pencil
        },
    );
    let (text, colour) = match cards::beyond_means(prose, offer, None).filter(|_| !planned) {
        Some(beyond) => (format!("{} {beyond}", icons::LOCK), p.warn),
        None => (cards::tends(prose, offer), if offer.estimate == Estimate::Breach { p.warn } else { p.accent }),
    };
    ends(ui, (&cards::detail(prose, action), p.muted), (&text, colour));
    pencil
}

/// Whoever else can do it, where the hours of the card's own role are used up; returns the card in those hands once it is clicked.
fn hand_on(prose: &Prose, shown: &Shown, ui: &mut Ui, offer: &Offer) -> Option<Offer> {
    let other = by_another(prose.view, offer, &shown.roles)?;
    let share = other.card.action.share_of(&prose.view.guide, other.role);
    let role = ("role", prose.role(other.role).into());
    let text = if share >= 1.0 {
        prose.say_with("offers-hand-on", &[role])
    } else if other.minutes > offer.minutes {
        prose.say_with("offers-hand-on-slower", &[role, ("hours", prose.hours(other.minutes).into())])
    } else {
        prose.say_with("offers-hand-on-less", &[role, ("share", prose.percent(share).into())])
    };
    link(ui, &text).on_hover_text(cards::tends(prose, &other)).clicked().then_some(other)
}

/// Two texts at the ends of a line; below one another where they do not fit beside each other, so that neither is cut.
fn ends(ui: &mut Ui, left: (&str, Color32), right: (&str, Color32)) {
    let font = theme::font(ui, Type::Small);
    let wide = |text: &str| ui.painter().layout_no_wrap(text.to_owned(), font.clone(), left.1).size().x;
    if wide(left.0) + wide(right.0) + 14.0 <= ui.available_width() {
        sides(
            ui,
            17.0 * theme::scale(ui.style()),
            |ui| line(ui, Type::Small, left.0, left.1),
            |ui| {
                ui.add_space(4.0);
                line(ui, Type::Small, right.0, right.1);
            },
        );
        return;
    }
    for (text, colour) in [left, right] {
        lines(ui, Type::Small, text, colour);
    }
}

fn about(prose: &Prose, ui: &mut Ui, offer: &Offer) {
    let p = theme::palette(ui);
    ui.label(theme::text(ui, Type::Strong, cards::name(prose, &offer.card.action)));
    ui.label(theme::text(ui, Type::Small, cards::purpose(prose, &offer.card.action)).color(p.muted));
    if let Some(meaning) = cards::meaning_of(prose, offer) {
        ui.label(theme::text(ui, Type::Small, format!("{}: {meaning}", cards::tends(prose, offer))).color(p.accent));
    }
    ui.label(theme::text(ui, Type::Small, prose.role(offer.role)).color(p.muted));
}

/// An offer that cannot be played: why stands in place of what it does.
fn blocked_card(prose: &Prose, ui: &mut Ui, offer: &Offer) {
    let p = theme::palette(ui);
    let missing = prose.missing(&offer.missing);
    let name = format!("{}: {missing}", cards::name(prose, &offer.card.action));
    let response = ClickCard::new(&name)
        .off(p.line)
        .margin(Margin::symmetric(11, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 1.0;
            sides(
                ui,
                18.0,
                |ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    ui.label(theme::text(ui, Type::Strong, icon::icon(&offer.card.action)).color(p.muted));
                    line(ui, Type::Strong, &cards::name(prose, &offer.card.action), p.muted);
                },
                |ui| ui.label(theme::text(ui, Type::Small, prose.hours(offer.minutes)).color(p.muted)),
            );
            ui.add(Label::new(theme::text(ui, Type::Small, format!("{} {missing}", icons::LOCK)).color(p.warn)).wrap());
        })
        .response;
    if response.has_focus() {
        focus_ring(ui, response.rect, theme::CARD_RADIUS);
    }
    response.on_hover_ui(|ui| about(prose, ui, offer));
}
