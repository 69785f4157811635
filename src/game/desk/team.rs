//! The team: who works in which role, how skilled, how busy; hiring and training; and the pool of customers nobody keeps.

use crate::advice::offer::Offer;
use crate::advice::offer::offer_by;
use crate::crm::query::is_stuck;
use crate::game::app::shown::Shown;
use crate::game::desk::cards::icon;
use crate::game::desk::cards::same::same_card;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, Tone, along, area, bar, chip, dot, figures, line, lines, link, nothing, role_colour, rule, section};
use crate::prose::{Prose, cards, staff};
use crate::sim::cards as card;
use crate::sim::cards::Estimate;
use crate::sim::cards::{Action, Card};
use crate::sim::knowledge::{CustomerView, PostView, StaffView};
use crate::sim::planning::command::Command;
use crate::sim::units::{CustomerId, Minutes, Role};
use bevy_egui::egui::{Align, Layout, Rect, ScrollArea, Ui, vec2};

/// Draws the tab over `rect`.
pub fn team(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "staff", |ui| {
        heads(prose, ui);
        let from = ui.cursor().min;
        let (width, height) = (ui.available_width(), ui.available_height());
        let left = Rect::from_min_size(from, vec2(width * 0.56, height));
        let right = Rect::from_min_max(from + vec2(width * 0.56 + 10.0, 0.0), rect.max);
        area(ui, left, "roles", |ui| {
            ScrollArea::vertical().id_salt("roles").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                for &role in prose.view.guide.roles() {
                    ui.push_id(role.index(), |ui| role_card(prose, shown, desk, ui, role));
                }
            });
        });
        area(ui, right, "pool", |ui| {
            ScrollArea::vertical().id_salt("pool").auto_shrink([false, false]).show(ui, |ui| pool(prose, shown, desk, ui));
        });
    });
}

fn heads(prose: &Prose, ui: &mut Ui) {
    let work = &prose.view.guide.rules.work;
    let people: usize = prose.view.guide.roles().iter().map(|&role| prose.view.staff(role).posts.iter().filter(|post| post.filled).count()).sum();
    let hired: u16 = prose.view.guide.roles().iter().map(|&role| prose.view.staff(role).hired).sum();
    let hours = prose.view.guide.roles().iter().map(|&role| prose.view.staff(role).hours).sum();
    section(ui, "", |ui| {
        figures(
            ui,
            &[
                (prose.say("staff-people"), people.to_string(), None),
                (prose.say("staff-hours"), prose.hours(hours), None),
                (prose.say("staff-wages"), prose.money_short(work.wage.times(people as i64)), None),
                (prose.say("staff-joining"), hired.to_string(), None),
            ],
        );
    });
}

/// A role: its hours and a button to hire, then everybody who works in it.
fn role_card(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, role: Role) {
    let staff = prose.view.staff(role);
    section(ui, "", |ui| {
        let p = theme::palette(ui);
        let colour = role_colour(ui, role);
        // over the whole width: beside the button long names have no room
        along(ui, 20.0, |ui| {
            dot(ui, colour);
            line(ui, Type::Heading, &prose.role(role), p.ink);
        });
        row(
            ui,
            |ui| {
                let args = [("used", prose.hours(staff.planned).into()), ("total", prose.hours(staff.hours).into())];
                lines(ui, Type::Small, &prose.say_with("staff-planned", &args), p.muted);
                if staff.hired > 0 {
                    lines(ui, Type::Small, &prose.say_with("staff-hired", &[("count", staff.hired.into())]), p.accent);
                }
                overwork(prose, ui, staff);
            },
            |ui| {
                let action = Action::Hire(card::Hire { role });
                let more = offered(prose, shown, &action).map_or(Minutes::ZERO, |offer| match offer.estimate {
                    Estimate::Hours(time) => time,
                    _ => Minutes::ZERO,
                });
                act(prose, shown, desk, ui, action, &prose.say_with("staff-hire", &[("hours", prose.hours(more).into())]));
            },
        );
        for (place, post) in staff.posts.iter().enumerate() {
            rule(ui);
            ui.push_id(place, |ui| post_row(prose, shown, desk, ui, role, place, post));
        }
    });
}

/// Months without time to breathe, and what they lead to where people leave by chance.
fn overwork(prose: &Prose, ui: &mut Ui, view: &StaffView) {
    if let Some(busy) = staff::busy(prose, view) {
        lines(ui, Type::Small, &busy, theme::palette(ui).muted);
    }
    if let Some(overworked) = staff::overworked(prose, view) {
        chip(ui, Tone::Late, &overworked);
    }
}

/// A post: who works in it, how skilled; and a button to train.
fn post_row(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, role: Role, place: usize, post: &PostView) {
    let p = theme::palette(ui);
    let months = [("months", post.reduced.into())];
    row(
        ui,
        |ui| {
            if !post.filled {
                line(ui, Type::Strong, &format!("{} {}", icons::WARNING, prose.say("staff-vacant")), p.warn);
                lines(ui, Type::Small, &prose.say_with("staff-vacant-for", &months), p.muted);
                return;
            }
            lines(ui, Type::Strong, &prose.person(role, place as u8), p.ink);
            along(ui, 16.0, |ui| {
                let skill = prose.say_with("staff-skill", &[("points", crate::words::decimal(post.skill, 0).into())]);
                // the bar gives way to the words
                let told = ui.painter().layout_no_wrap(skill.clone(), theme::font(ui, Type::Small), p.ink).size().x;
                let left = ui.available_width() - told - ui.spacing().item_spacing.x - 2.0;
                if left >= 16.0 {
                    bar(ui, left.min(64.0), (post.skill / 100.0) as f32, p.accent);
                }
                line(ui, Type::Small, &skill, p.ink);
            });
            if role == Role::AccountManager && post.customers > 0 {
                lines(ui, Type::Small, &prose.say_with("staff-customers", &[("count", post.customers.into())]), p.muted);
            }
            if post.reduced > 0 {
                chip(ui, Tone::Due, &prose.say_with("staff-reduced", &months));
            }
        },
        |ui| {
            if post.filled {
                let train = Action::Train(card::Train { role, person: place as u8 });
                act(prose, shown, desk, ui, train, &prose.say("card-train"));
            }
        },
    );
}

/// Lines at the left, as many as there are, and a button at the right, beside the first.
fn row(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), Layout::right_to_left(Align::Min), |ui| {
        right(ui);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            left(ui);
        });
    });
}

/// A button that puts a card of the office into the plan; under its name what it takes and does, or why it cannot be played.
fn act(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, action: Action, name: &str) {
    let Some(offer) = offered(prose, shown, &action) else { return };
    let planned = prose.view.plan.iter().any(|card| same_card(&card.card.action, &action));
    let detail = if planned {
        format!("{} {}", icons::CHECK, prose.say("offers-planned"))
    } else if offer.missing.is_empty() {
        cards::takes(prose, &offer)
    } else {
        format!("{} {}", icons::LOCK, prose.missing(&offer.missing[..1]))
    };
    let button = Button::ghost(name).icon(icon::icon(&action)).detail(detail).low();
    if ui.add_enabled(offer.missing.is_empty() && !planned, button).on_hover_text(cards::purpose(prose, &action)).clicked() {
        desk.send(offer.role, Command::Add(offer.card.clone()));
    }
}

/// The card by the first role of this desk that may play it; none where somebody else must.
fn offered(prose: &Prose, shown: &Shown, action: &Action) -> Option<Offer> {
    let belongs = |role: &&Role| action.belongs(&prose.view.guide, **role);
    let role = shown.roles.iter().find(belongs)?;
    Some(offer_by(prose.view, Card { action: action.clone(), write_up: false }, *role))
}

fn pool(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    section(ui, &prose.say("pool-title"), |ui| {
        let p = theme::palette(ui);
        lines(ui, Type::Small, &prose.say("pool-lead"), p.muted);
        if prose.view.pool.is_empty() {
            nothing(ui, &prose.say("pool-empty"));
        }
        for pooled in &prose.view.pool {
            rule(ui);
            ui.push_id(pooled.customer.0, |ui| {
                let industry = prose.view.guide.industries.get(pooled.industry.index()).map(|i| prose.text(&i.name)).unwrap_or_default();
                row(
                    ui,
                    |ui| {
                        line(ui, Type::Strong, &prose.text(&pooled.name), p.ink);
                        lines(ui, Type::Small, &industry, p.muted);
                        let since = prose.month_short(pooled.since);
                        let args = [("month", since.into()), ("records", crate::words::decimal(pooled.records, 0).into())];
                        line(ui, Type::Small, &prose.say_with("pool-row", &args), p.muted);
                    },
                    |ui| act(prose, shown, desk, ui, Action::TakeFromPool(card::TakeFromPool { customers: vec![pooled.customer] }), &prose.say("pool-take")),
                );
            });
        }
    });
    ui.add_space(8.0);
    section(ui, &prose.say("pool-stuck-title"), |ui| {
        let p = theme::palette(ui);
        let months = prose.view.guide.rules.pool.stuck;
        lines(ui, Type::Small, &prose.say_with("pool-stuck-lead", &[("months", months.into())]), p.muted);
        let stuck = stuck(prose);
        if stuck.is_empty() {
            nothing(ui, &prose.say("pool-stuck-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(14.0, 0.0);
            for &id in &stuck {
                if link(ui, &prose.customer(id)).clicked() {
                    desk.open(id, None);
                }
            }
        });
        let count = [("count", stuck.len().into())];
        act(prose, shown, desk, ui, Action::GiveToPool(card::GiveToPool { customers: stuck }), &prose.say_with("pool-give-all", &count));
    });
}

/// Leads that have stood still long enough to be given up, longest first; at most ten.
#[must_use]
pub fn stuck(prose: &Prose) -> Vec<CustomerId> {
    const MOST: usize = 10;
    let mut list: Vec<&CustomerView> = prose.view.customers.iter().filter(|c| is_stuck(prose.view, c) && c.orders == 0).collect();
    list.sort_by_key(|c| (c.moved, c.id));
    list.iter().take(MOST).map(|c| c.id).collect()
}
