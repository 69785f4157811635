//! The plan: hours by role, the cards in it, and the ways to fill it.

use crate::game::app::shown::Shown;
use crate::game::desk::state::{Desk, Draft};
use crate::game::theme::{self, Role as Type, icons, mix};
use crate::game::widgets::{self, ClickCard, Tone, area, chip, dot, line, role_colour, scaled, sides, tool};
use crate::prose::{Prose, cards, names};
use crate::sim::cards::CardId;
use crate::sim::planning::command::Command;
use crate::sim::terms::Opening;
use crate::sim::units::{Role, Round};
use crate::sim::view::PlanCardView;
use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{
    Align, Align2, CornerRadius, Id, Label, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

/// Draws the plan over `rect`; the left part is as wide as the agenda above it.
pub fn plan(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect, left: f32) {
    let p = theme::palette(ui);
    ui.painter().rect_filled(rect, 0, p.surface);
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, p.line));
    let inner = rect.shrink2(vec2(16.0, 10.0));
    let hours = Rect::from_min_size(inner.min, vec2(left, inner.height()));
    let cards = Rect::from_min_max(pos2(hours.right() + 16.0, inner.top()), inner.max);
    area(ui, hours, "plan-hours", |ui| hours_panel(prose, shown, desk, ui));
    area(ui, cards, "plan-cards", |ui| cards_row(prose, shown, desk, ui, cards));
}

fn hours_panel(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let submitted = shown.is_submitted();
    sides(
        ui,
        28.0,
        |ui| {
            let title = prose.say_with("plan-title", &[("month", prose.month_name(prose.view.round).into())]);
            widgets::heading(ui, &title);
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if submitted {
                chip(ui, Tone::Good, &prose.say("plan-submitted"));
                return;
            }
            let each = |desk: &mut Desk, command: &Command| {
                for &role in &shown.roles {
                    desk.send(role, command.clone());
                }
            };
            if tool(ui, icons::TRASH, &prose.say("plan-clear")).clicked() {
                each(desk, &Command::Clear);
            }
            if tool(ui, icons::SPARKLE, &prose.say("plan-refill")).clicked() {
                each(desk, &Command::Refill);
                // what somebody planned by hand stays, as far as it fits beside the routine
                for own in prose.view.plan.iter().filter(|c| !c.filled_in && shown.roles.contains(&c.role)) {
                    desk.send(own.role, Command::Add(own.card.clone()));
                }
            }
            ui.add_enabled_ui(prose.view.has_last_plan, |ui| {
                if tool(ui, icons::REPEAT, &prose.say("plan-repeat")).clicked() {
                    each(desk, &Command::Repeat);
                }
            });
            opening(prose, shown, desk, ui);
        },
    );
    ui.add_space(2.0);
    for &role in prose.view.guide.roles() {
        role_row(prose, shown, ui, role);
    }
}

/// How the team's months open: with a filled plan or a blank one. A team's own way of working and part of its game, so it
/// stands beside its plan and not among the player's settings.
fn opening(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui) {
    let (icon, name, other) = match prose.view.opening {
        Opening::Filled => (icons::CALENDAR_CHECK, "plan-opens-filled", Opening::Blank),
        Opening::Blank => (icons::CALENDAR_BLANK, "plan-opens-blank", Opening::Filled),
    };
    if let Some(&role) = shown.roles.first()
        && tool(ui, icon, &prose.say(name)).clicked()
    {
        desk.send(role, Command::Opening(other));
    }
}

/// Name, bar, hours and decisions of one role, on one line.
fn role_row(prose: &Prose, shown: &Shown, ui: &mut Ui, role: Role) {
    let p = theme::palette(ui);
    let staff = prose.view.staff(role);
    let most = prose.view.guide.rules.work.max_decisions;
    let is_mine = shown.roles.contains(&role);
    let scale = theme::scale(ui.style());
    let height = if prose.view.guide.roles().len() > 3 { 15.0 } else { 20.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height * scale), Sense::hover());
    let middle = rect.center().y;
    let name = prose.say(names::role_short(role));
    let weight = if is_mine { Type::SmallStrong } else { Type::Small };
    ui.painter().circle_filled(pos2(rect.left() + 4.0, middle), 4.0, role_colour(ui, role));
    let font = theme::font(ui, weight);
    ui.painter().text(pos2(rect.left() + 14.0, middle), Align2::LEFT_CENTER, &name, font.clone(), p.ink);
    // the bars of all roles begin below each other
    let width = |role: &Role| ui.painter().layout_no_wrap(prose.say(names::role_short(*role)), font.clone(), p.ink).size().x;
    let widest = prose.view.guide.roles().iter().map(width).fold(0.0, f32::max);

    let used = crate::words::decimal(staff.planned.to_hours(), 0);
    let total = crate::words::decimal(staff.hours.to_hours(), 0);
    let amount = prose.say_with("plan-hours", &[("used", used.into()), ("total", total.into())]);
    let is_over = staff.planned > staff.hours;
    let share = if staff.hours.0 > 0 { staff.planned.0 as f32 / staff.hours.0 as f32 } else { 0.0 };
    let colour = if is_over {
        p.warn
    } else if share > 0.875 {
        p.gold
    } else {
        p.accent
    };
    let decisions = format!("{}/{most}", staff.decisions);
    let ink = if staff.decisions >= most { p.gold } else { p.muted };
    ui.painter().text(pos2(rect.right(), middle), Align2::RIGHT_CENTER, &decisions, theme::font(ui, Type::SmallStrong), ink);
    let amount_at = pos2(rect.right() - 32.0 * scale, middle);
    let text = if is_over { format!("{} {amount}", icons::WARNING) } else { amount.clone() };
    let amount_ink = if is_over { p.warn } else { p.muted };
    let amount_rect = ui.painter().text(amount_at, Align2::RIGHT_CENTER, text, theme::font(ui, Type::Small), amount_ink);
    let from = rect.left() + 24.0 + widest.max(58.0 * scale);
    let track = Rect::from_min_max(pos2(from, middle - 3.0), pos2(amount_rect.left() - 8.0, middle + 3.0));
    // large letters leave no room for a bar; the figures say the same
    if track.width() >= 16.0 {
        ui.painter().rect_filled(track, CornerRadius::same(3), mix(p.sunk, p.line, 0.4));
        if share > 0.0 {
            let filled = Rect::from_min_size(track.min, vec2((track.width() * share.min(1.0)).max(6.0), 6.0));
            ui.painter().rect_filled(filled, CornerRadius::same(3), colour);
        }
    }
    let enabled = ui.is_enabled();
    let told = prose.say_with(
        "plan-role-told",
        &[("role", prose.role(role).into()), ("hours", amount.into()), ("decisions", staff.decisions.into()), ("most", most.into())],
    );
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, enabled, &told));
    response.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Type::Strong, prose.text(&staff.name)));
        ui.label(theme::text(ui, Type::Small, &told));
        if staff.reduced > 0 {
            let text = prose.say_with("plan-reduced", &[("months", staff.reduced.into())]);
            ui.label(theme::text(ui, Type::Small, text).color(p.warn));
        }
    });
}

fn cards_row(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let mut list: Vec<&PlanCardView> = prose.view.plan.iter().collect();
    list.sort_by_key(|card| (card.role, card.id));
    let submitted = shown.is_submitted();
    ScrollArea::horizontal().auto_shrink([false, false]).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let count = list.len().max(1) as f32;
            let width = ((rect.width() - scaled(ui, 52.0)) / count - 8.0).clamp(scaled(ui, 118.0), scaled(ui, 128.0));
            let added = just_added(prose, ui, &list);
            for card in list {
                let from = ui.cursor().min;
                plan_card(prose, shown, desk, ui, card, vec2(width, rect.height()));
                // What has just been planned is seen, wherever it stands.
                if added == Some(card.id) {
                    ui.scroll_to_rect(Rect::from_min_size(from, vec2(width, rect.height())), None);
                }
            }
            if !prose.view.dropped.is_empty() {
                dropped(prose, ui, rect.height());
            }
            if !submitted {
                add_card(prose, desk, ui, rect.height());
            }
        });
    });
}

/// The one card that was put into the plan since the last frame.
fn just_added(prose: &Prose, ui: &Ui, list: &[&PlanCardView]) -> Option<CardId> {
    let newest = list.iter().map(|card| card.id).max();
    let now = (prose.view.round, newest);
    let key = Id::new("newest card");
    let before: Option<(Round, Option<CardId>)> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, now));
    let (_, known) = before.filter(|(round, _)| *round == prose.view.round)?;
    // a plan filled at once, or a new month, scrolls nowhere
    newest.filter(|_| list.iter().filter(|card| known.is_none_or(|known| card.id > known)).count() == 1)
}

fn plan_card(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, card: &PlanCardView, size: Vec2) {
    let p = theme::palette(ui);
    let can_change = shown.roles.contains(&card.role) && !shown.is_submitted();
    let text = cards::planned(prose, &card.card);
    let is_open = desk.draft.as_ref().is_some_and(|draft| draft.changes == Some(card.id));
    let colour = role_colour(ui, card.role);
    let inner = ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.push_id(card.id.0, |ui| {
            let mut frame = ClickCard::new(&text).margin(Margin { left: 10, right: 6, top: 7, bottom: 6 });
            if is_open {
                frame = frame.chosen(p.accent);
            }
            frame.show(ui, |ui| {
                ui.set_width(size.x - 16.0);
                ui.set_height(size.y - 13.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                let top = sides(
                    ui,
                    16.0,
                    |ui| {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        dot(ui, colour);
                        line(ui, Type::Small, &prose.say(names::role_short(card.role)), p.muted);
                    },
                    |ui| can_change && remove_button(prose, ui, &text),
                );
                let body = Rect::from_min_max(ui.cursor().min, pos2(ui.max_rect().right() - 1.0, ui.max_rect().bottom() - 18.0));
                let mut job = LayoutJob::simple(text.clone(), theme::font(ui, Type::Strong), p.ink, body.width());
                let height = ui.fonts_mut(|fonts| fonts.row_height(&theme::font(ui, Type::Strong)));
                job.wrap.max_rows = ((body.height() + 2.0) / height).floor().max(1.0) as usize;
                ui.painter().galley(body.min, ui.painter().layout_job(job), p.ink);
                let foot = Rect::from_min_max(pos2(body.left(), body.bottom()), ui.max_rect().max);
                let mut foot_ui = ui.new_child(UiBuilder::new().max_rect(foot).layout(Layout::left_to_right(Align::Center)));
                foot_ui.label(theme::text(&foot_ui, Type::SmallStrong, prose.hours(card.minutes)).color(p.accent));
                if let Some(cost) = cards::money(prose, &card.card, card.cost) {
                    foot_ui.label(theme::text(&foot_ui, Type::Small, cost).color(p.muted));
                }
                if card.filled_in {
                    foot_ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let sign = ui.label(theme::text(ui, Type::Small, icons::REPEAT).color(p.muted));
                        sign.on_hover_text(prose.say("plan-filled-in"));
                    });
                }
                top.1
            })
        })
        .inner
    });
    let mut click = inner.inner;
    click.response = click.response.on_hover_text(&text);
    if click.inner {
        desk.send(card.role, Command::Remove(card.id));
        if is_open {
            desk.draft = None;
        }
        return;
    }
    let delete = click.response.has_focus() && ui.input(|input| input.key_pressed(bevy_egui::egui::Key::Delete));
    if can_change && delete {
        desk.send(card.role, Command::Remove(card.id));
    } else if click.response.clicked() {
        if can_change && card.card.action.setting().any {
            desk.draft = Some(Draft { role: card.role, card: card.card.clone(), changes: Some(card.id) });
        } else if let [one] = card.card.action.customers().as_slice() {
            desk.open(*one, None);
        }
    }
}

fn remove_button(prose: &Prose, ui: &mut Ui, text: &str) -> bool {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::click());
    let enabled = ui.is_enabled();
    let name = prose.say_with("plan-remove", &[("card", text.into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, &name));
    let ink = if response.hovered() { p.warn } else { mix(p.muted, p.surface, 0.35) };
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::X, theme::bold(12.0), ink);
    if response.has_focus() {
        widgets::focus_ring(ui, rect, 4);
    }
    response.on_hover_text(name).clicked()
}

fn dropped(prose: &Prose, ui: &mut Ui, height: f32) {
    let p = theme::palette(ui);
    let count = prose.view.dropped.len();
    let text = prose.say_with("plan-dropped", &[("count", count.into())]);
    let size = vec2(scaled(ui, 104.0), height);
    let response = ui
        .allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ClickCard::new(&text).off(p.gold).margin(Margin::symmetric(10, 8)).show(ui, |ui| {
                ui.set_width(size.x - 20.0);
                ui.set_height(size.y - 16.0);
                ui.add(Label::new(theme::text(ui, Type::Strong, &text).color(p.gold)).wrap());
                ui.add(Label::new(theme::text(ui, Type::Small, prose.say("plan-dropped-why")).color(p.muted)).wrap());
            })
        })
        .inner
        .response;
    response.on_hover_ui(|ui| {
        for (role, card) in &prose.view.dropped {
            let text = format!("{}  {}", prose.say(names::role_short(*role)), cards::planned(prose, card));
            ui.label(theme::text(ui, Type::Small, text));
        }
    });
}

/// The way to the team's general actions.
fn add_card(prose: &Prose, desk: &mut Desk, ui: &mut Ui, height: f32) {
    let p = theme::palette(ui);
    let size = vec2(scaled(ui, 44.0), height);
    let name = prose.say("plan-add");
    let response = ui
        .allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
            ClickCard::new(&name).off(p.line).margin(Margin::same(4)).show(ui, |ui| {
                ui.set_width(size.x - 8.0);
                ui.set_height(size.y - 8.0);
                let at = ui.max_rect().center();
                ui.painter().text(at, Align2::CENTER_CENTER, icons::PLUS, theme::bold(18.0), p.muted);
            })
        })
        .inner
        .response;
    if response.on_hover_text(&name).clicked() {
        desk.selected = None;
        desk.draft = None;
    }
}
