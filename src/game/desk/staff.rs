//! The team: who works in which role, how skilled, how busy; hiring and training; and the pool of customers nobody keeps.

use super::bits::{along, area, dot, figures, line, lines, nothing, role_colour, rule, section};
use super::cx::Cx;
use super::deeds;
use super::state::{Desk, Shown, same_card};
use crate::advice::offer::Offer;
use crate::advice::offer::offer_by;
use crate::crm::query::is_stuck;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{Button, Tone, bar, chip};
use crate::sim::cards;
use crate::sim::cards::Tendency;
use crate::sim::cards::{Action, Card};
use crate::sim::knowledge::{CustomerView, PostView, StaffView};
use crate::sim::planning::command::Command;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};
use bevy_egui::egui::{Align, Layout, Rect, ScrollArea, Ui, vec2};

/// Draws the tab over `rect`.
pub fn staff(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "staff", |ui| {
        heads(cx, ui);
        let from = ui.cursor().min;
        let (width, height) = (ui.available_width(), ui.available_height());
        let left = Rect::from_min_size(from, vec2(width * 0.56, height));
        let right = Rect::from_min_max(from + vec2(width * 0.56 + 10.0, 0.0), rect.max);
        area(ui, left, "roles", |ui| {
            ScrollArea::vertical().id_salt("roles").auto_shrink([false, false]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                for &role in cx.view.guide.roles() {
                    ui.push_id(role.index(), |ui| role_card(cx, shown, desk, ui, role));
                }
            });
        });
        area(ui, right, "pool", |ui| {
            ScrollArea::vertical().id_salt("pool").auto_shrink([false, false]).show(ui, |ui| pool(cx, shown, desk, ui));
        });
    });
}

fn heads(cx: &Cx, ui: &mut Ui) {
    let work = &cx.view.guide.rules.work;
    let people: usize = cx.view.guide.roles().iter().map(|&role| cx.view.staff(role).posts.iter().filter(|post| post.filled).count()).sum();
    let hired: u16 = cx.view.guide.roles().iter().map(|&role| cx.view.staff(role).hired).sum();
    let hours = cx.view.guide.roles().iter().map(|&role| cx.view.staff(role).hours).sum();
    section(ui, "", |ui| {
        figures(
            ui,
            &[
                (cx.say("staff-people"), people.to_string(), None),
                (cx.say("staff-hours"), cx.hours(hours), None),
                (cx.say("staff-wages"), cx.money_short(work.wage.times(people as i64)), None),
                (cx.say("staff-joining"), hired.to_string(), None),
            ],
        );
    });
}

/// A role: its hours and a button to hire, then everybody who works in it.
fn role_card(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, role: Role) {
    let staff = cx.view.staff(role);
    section(ui, "", |ui| {
        let p = theme::palette(ui);
        let colour = role_colour(ui, role);
        row(
            ui,
            |ui| {
                along(ui, 20.0, |ui| {
                    dot(ui, colour);
                    line(ui, Type::Heading, &cx.role(role), p.ink);
                });
                let args = [("used", cx.hours(staff.planned).into()), ("total", cx.hours(staff.hours).into())];
                line(ui, Type::Small, &cx.say_with("staff-planned", &args), p.muted);
                if staff.hired > 0 {
                    line(ui, Type::Small, &cx.say_with("staff-hired", &[("count", staff.hired.into())]), p.accent);
                }
                overwork(cx, ui, staff);
            },
            |ui| {
                let action = Action::Hire(cards::Hire { role });
                let more = offered(cx, shown, &action).map_or(Minutes::ZERO, |offer| match offer.tends {
                    Tendency::Hours(time) => time,
                    _ => Minutes::ZERO,
                });
                act(cx, shown, desk, ui, action, &cx.say_with("staff-hire", &[("hours", cx.hours(more).into())]));
            },
        );
        for (place, post) in staff.posts.iter().enumerate() {
            rule(ui);
            ui.push_id(place, |ui| post_row(cx, shown, desk, ui, role, place, post));
        }
    });
}

/// Months without time to breathe, and what they lead to where people leave by chance.
fn overwork(cx: &Cx, ui: &mut Ui, staff: &StaffView) {
    let rules = &cx.view.guide.rules;
    let busy = staff.busy_with_plan(&rules.staffing);
    if busy == 0 {
        return;
    }
    let p = theme::palette(ui);
    line(ui, Type::Small, &cx.say_with("staff-busy", &[("months", busy.into())]), p.muted);
    let haste = rules.staffing.haste_to_leave(busy);
    if rules.work.resignation > 0.0 && haste > 1.0 {
        let tenths = (haste * 10.0).round() / 10.0;
        let times = crate::words::decimal(tenths, if tenths.fract() > 0.0 { 1 } else { 0 });
        chip(ui, Tone::Late, &cx.say_with("staff-overworked", &[("times", times.into())]));
    }
}

/// A post: who works in it, how skilled; and a button to train.
fn post_row(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, role: Role, place: usize, post: &PostView) {
    let p = theme::palette(ui);
    let months = [("months", post.reduced.into())];
    row(
        ui,
        |ui| {
            if !post.filled {
                line(ui, Type::Strong, &format!("{} {}", icons::WARNING, cx.say("staff-vacant")), p.warn);
                line(ui, Type::Small, &cx.say_with("staff-vacant-for", &months), p.muted);
                return;
            }
            line(ui, Type::Strong, &deeds::person_of(cx, role, place as u8), p.ink);
            along(ui, 16.0, |ui| {
                let skill = crate::words::decimal(post.skill, 0);
                bar(ui, 64.0, (post.skill / 100.0) as f32, p.accent);
                line(ui, Type::Small, &cx.say_with("staff-skill", &[("points", skill.into())]), p.ink);
            });
            if role == Role::AccountManager && post.customers > 0 {
                line(ui, Type::Small, &cx.say_with("staff-customers", &[("count", post.customers.into())]), p.muted);
            }
            if post.reduced > 0 {
                chip(ui, Tone::Due, &cx.say_with("staff-reduced", &months));
            }
        },
        |ui| {
            if post.filled {
                let train = Action::Train(cards::Train { role, person: place as u8 });
                act(cx, shown, desk, ui, train, &cx.say("card-train"));
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
fn act(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui, action: Action, name: &str) {
    let Some(offer) = offered(cx, shown, &action) else { return };
    let planned = cx.view.plan.iter().any(|card| same_card(&card.card.action, &action));
    let detail = if planned {
        format!("{} {}", icons::CHECK, cx.say("offers-planned"))
    } else if offer.missing.is_empty() {
        takes(cx, &offer)
    } else {
        format!("{} {}", icons::LOCK, cx.missing(&offer.missing[..1]))
    };
    let button = Button::ghost(name).icon(deeds::icon(&action)).detail(detail).low();
    if ui.add_enabled(offer.missing.is_empty() && !planned, button).on_hover_text(deeds::purpose(cx, &action)).clicked() {
        desk.send(offer.role, Command::Add(offer.card.clone()));
    }
}

/// Hours, money, and the skill that training brings; what the others do stands beside them.
fn takes(cx: &Cx, offer: &Offer) -> String {
    let cost = if offer.cost > Fen::ZERO { format!(" · {}", cx.money_short(offer.cost)) } else { String::new() };
    let skill = if matches!(offer.tends, Tendency::Skill(_)) { format!(" · {}", deeds::tends(cx, &offer.tends)) } else { String::new() };
    format!("{}{cost}{skill}", cx.hours(offer.minutes))
}

/// The card by the first role of this desk that may play it; none where somebody else must.
fn offered(cx: &Cx, shown: &Shown, action: &Action) -> Option<Offer> {
    let belongs = |role: &&Role| crate::sim::planning::plan::belongs(&cx.view.guide, action, **role);
    let role = shown.roles.iter().find(belongs)?;
    Some(offer_by(cx.view, Card { action: action.clone(), write_up: false }, *role))
}

fn pool(cx: &Cx, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    section(ui, &cx.say("pool-title"), |ui| {
        let p = theme::palette(ui);
        lines(ui, Type::Small, &cx.say("pool-lead"), p.muted);
        if cx.view.pool.is_empty() {
            nothing(ui, &cx.say("pool-empty"));
        }
        for pooled in &cx.view.pool {
            rule(ui);
            ui.push_id(pooled.customer.0, |ui| {
                let industry = cx.view.guide.industries.get(pooled.industry.index()).map(|i| cx.text(&i.name)).unwrap_or_default();
                row(
                    ui,
                    |ui| {
                        line(ui, Type::Strong, &cx.text(&pooled.name), p.ink);
                        line(ui, Type::Small, &industry, p.muted);
                        let since = super::finance::short_month(cx, pooled.since);
                        let args = [("month", since.into()), ("records", crate::words::decimal(pooled.records, 0).into())];
                        line(ui, Type::Small, &cx.say_with("pool-row", &args), p.muted);
                    },
                    |ui| act(cx, shown, desk, ui, Action::TakeFromPool(cards::TakeFromPool { customers: vec![pooled.customer] }), &cx.say("pool-take")),
                );
            });
        }
    });
    ui.add_space(8.0);
    section(ui, &cx.say("pool-stuck-title"), |ui| {
        let p = theme::palette(ui);
        let months = cx.view.guide.rules.pool.stuck;
        lines(ui, Type::Small, &cx.say_with("pool-stuck-lead", &[("months", months.into())]), p.muted);
        let stuck = stuck(cx);
        if stuck.is_empty() {
            nothing(ui, &cx.say("pool-stuck-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(14.0, 0.0);
            for &id in &stuck {
                if super::bits::link(ui, &cx.customer(id)).clicked() {
                    desk.open(id, None);
                }
            }
        });
        let count = [("count", stuck.len().into())];
        act(cx, shown, desk, ui, Action::GiveToPool(cards::GiveToPool { customers: stuck }), &cx.say_with("pool-give-all", &count));
    });
}

/// Leads that have stood still long enough to be given up, longest first; at most ten.
#[must_use]
pub fn stuck(cx: &Cx) -> Vec<CustomerId> {
    const MOST: usize = 10;
    let mut list: Vec<&CustomerView> = cx.view.customers.iter().filter(|c| is_stuck(cx.view, c) && c.orders == 0).collect();
    list.sort_by_key(|c| (c.moved, c.id));
    list.iter().take(MOST).map(|c| c.id).collect()
}
