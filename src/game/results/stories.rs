//! Each named customer's story: a line of satisfaction and trust over the months with what happened on it, the story in
//! sentences, and the exact reasons of every number.

use super::Results;
use crate::game::board::painted;
use crate::game::desk::cx::Cx;
use crate::game::desk::finance::{Scale, plot, short_month};
use crate::game::desk::{area, line, lines, names, nothing, tell, why};
use crate::game::icons;
use crate::game::resolution::summary::sign;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, ClickCard, round_icon, segmented};
use crate::sim::journal::effect::Measure;
use crate::sim::journal::report::Happened;
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, Round};
use bevy_egui::egui::{Align2, Margin, Rect, ScrollArea, Ui, vec2};
use egui_plot::{Line, PlotPoint, PlotPoints, Points, Text};

/// The customers with a story: the named ones, and those that brought or cost most.
#[must_use]
pub fn cast<'a>(cx: &Cx<'a>) -> Vec<&'a CustomerView> {
    let mut list: Vec<&CustomerView> = cx.view.customers.iter().filter(|c| c.named || c.orders > 0).collect();
    list.sort_by_key(|c| (!c.named, std::cmp::Reverse(c.revenue), c.id));
    list.truncate(9);
    list
}

/// What happened to a customer that belongs to its story.
#[must_use]
pub fn story(cx: &Cx, customer: CustomerId) -> Vec<(Round, Happened)> {
    let belongs = |h: &Happened| {
        !matches!(
            h,
            Happened::Called { .. }
                | Happened::StageReached { .. }
                | Happened::Quoted { .. }
                | Happened::NothingFound { .. }
                | Happened::Surveyed { .. }
                | Happened::TicketSolved { in_time: true, .. }
        )
    };
    let mut list = Vec::new();
    for (index, past) in cx.view.past.rounds.iter().enumerate() {
        for happened in past.happened.iter().filter(|h| tell::customer(h) == Some(customer) && belongs(h)) {
            // The loss is told once, by the sentence that names its cause.
            if !matches!(happened, Happened::Phase { to: Phase::Lost, .. }) {
                list.push((Round(index as u16 + 1), happened.clone()));
            }
        }
    }
    list
}

/// The course of a measure over the months, from the recorded changes.
#[must_use]
pub fn course(cx: &Cx, customer: CustomerId, measure: Measure, now: f64) -> Vec<[f64; 2]> {
    let rounds = cx.view.past.rounds.len() as u16;
    let mut points = Vec::new();
    let mut value = None;
    for round in 1..=rounds {
        let effects: Vec<_> = why::changes(cx, Some(customer), measure, Round(round)).collect();
        if let Some(last) = effects.last() {
            value = Some(last.to);
        }
        let known = value.or_else(|| {
            // Before the first change a number stands where that change begins.
            (round..=rounds).find_map(|later| why::changes(cx, Some(customer), measure, Round(later)).next().map(|e| e.from))
        });
        points.push([f64::from(round), known.unwrap_or(now)]);
    }
    points
}

/// Draws the tab over `rect`.
pub fn stories(cx: &Cx, results: &mut Results, ui: &mut Ui, rect: Rect) {
    let cast = cast(cx);
    let Some(first) = cast.first() else {
        nothing(ui, &cx.say("stories-none"));
        return;
    };
    let chosen = results.customer.unwrap_or(first.id);
    let side = rect.with_max_x(rect.left() + 214.0 * theme::scale(ui.style()).max(1.0).sqrt());
    area(ui, side, "cast", |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 7.0;
            for customer in &cast {
                if actor(cx, ui, customer, customer.id == chosen) {
                    results.customer = Some(customer.id);
                }
            }
        });
    });
    let Some(customer) = cx.view.customer(chosen) else {
        return;
    };
    let body = rect.with_min_x(side.right() + 14.0);
    let upper = body.with_max_y(body.top() + body.height() * 0.5);
    let lower = body.with_min_y(upper.bottom() + 12.0);
    area(ui, upper, "course", |ui| chart(cx, ui, customer, upper));
    let left = lower.with_max_x(lower.left() + lower.width() * 0.58);
    let right = lower.with_min_x(left.right() + 12.0);
    area(ui, left, "story", |ui| sentences(cx, ui, customer, left));
    area(ui, right, "reasons", |ui| reasons(cx, results, ui, customer, right));
}

fn actor(cx: &Cx, ui: &mut Ui, customer: &CustomerView, is_chosen: bool) -> bool {
    let p = theme::palette(ui);
    let name = cx.text(&customer.name);
    let mut card = ClickCard::new(&name).margin(Margin::symmetric(10, 7));
    if is_chosen {
        card = card.chosen(p.accent).stripe(p.accent);
    }
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(32.0, 36.0), bevy_egui::egui::Sense::hover());
            let mut token = painted::token(cx, p, customer);
            token.radius = 11.0;
            token.name.clear();
            token.badges.clear();
            token.paint(ui, place.center());
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                line(ui, Type::Strong, &name, p.ink);
                let sub = format!("{} · {}", cx.phase(customer.phase), cx.money_short(customer.revenue));
                line(ui, Type::Small, &sub, p.muted);
            });
        });
    })
    .response
    .clicked()
}

/// The heading of a story: a question, as one would ask it.
fn question(cx: &Cx, customer: &CustomerView) -> String {
    let key = if customer.lost.is_some() {
        "story-why-lost"
    } else if customer.orders > 0 {
        "story-why-stayed"
    } else {
        "story-why-no-order"
    };
    cx.say_with(key, &[("customer", cx.text(&customer.name).into())])
}

fn chart(cx: &Cx, ui: &mut Ui, customer: &CustomerView, rect: Rect) {
    let p = theme::palette(ui);
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    let satisfaction = course(cx, customer.id, Measure::Satisfaction, customer.satisfaction.map_or(60.0, |(s, _)| s));
    let trust = course(cx, customer.id, Measure::Trust, customer.trust);
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        crate::game::desk::sides(
            ui,
            28.0,
            |ui| widgets::heading(ui, &question(cx, customer)),
            |ui| {
                for (colour, key) in [(p.blue, "measure-trust"), (p.gold, "measure-satisfaction")] {
                    line(ui, Type::Small, &cx.say(key), p.muted);
                    crate::game::desk::dot(ui, colour);
                }
            },
        );
        let height = ui.available_height();
        let marks = marks(cx, customer.id, &satisfaction);
        let names = (cx.say("measure-satisfaction"), cx.say("measure-trust"));
        let font = theme::font(ui, Type::Small);
        plot(ui, "story", height, Scale::Months(cx), Scale::Points)
            .include_y(0.0)
            .include_y(108.0)
            .include_x(0.7)
            .include_x(satisfaction.len() as f64 + 0.6)
            .show(ui, |plot| {
                plot.line(Line::new(names.1, PlotPoints::from(trust)).color(p.blue).width(2.5));
                plot.line(Line::new(names.0, PlotPoints::from(satisfaction)).color(p.gold).width(2.5));
                for (index, mark) in marks.iter().enumerate() {
                    let colour = if mark.is_good { p.good() } else { p.warn };
                    plot.points(Points::new(format!("mark {index}"), vec![mark.at]).radius(5.0).color(colour));
                    let text = bevy_egui::egui::RichText::new(&mark.text).font(font.clone()).color(colour);
                    let y = mark.at[1] + if mark.is_above { 4.0 } else { -4.0 };
                    let anchor = if mark.is_above { Align2::CENTER_BOTTOM } else { Align2::CENTER_TOP };
                    plot.text(Text::new(format!("text {index}"), PlotPoint::new(mark.at[0], y), text).anchor(anchor));
                }
            });
    });
}

struct Mark {
    at: [f64; 2],
    text: String,
    is_good: bool,
    is_above: bool,
}

/// What is written on the line: orders, failures, departures, the loss. One for a month, alternating above and below.
fn marks(cx: &Cx, customer: CustomerId, line: &[[f64; 2]]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (index, past) in cx.view.past.rounds.iter().enumerate() {
        let told = past.happened.iter().filter_map(|h| {
            let mine = tell::customer(h) == Some(customer);
            match h {
                Happened::Met { .. } if mine => Some((1, cx.say("mark-met"), true)),
                Happened::Won { amount, .. } | Happened::TenderWon { amount, .. } if mine => Some((4, cx.money_short(*amount), true)),
                Happened::NotWon { .. } | Happened::NotInvited { .. } if mine => Some((2, cx.say("mark-not-won"), false)),
                Happened::TicketOpen { .. } if mine => Some((3, cx.say("mark-ticket"), false)),
                Happened::Resigned { .. } => Some((5, cx.say("mark-resigned"), false)),
                Happened::Churned { .. } if mine => Some((6, cx.say("mark-lost"), false)),
                Happened::WonBack { .. } if mine => Some((6, cx.say("mark-won-back"), true)),
                _ => None,
            }
        });
        let Some((_, text, is_good)) = told.max_by_key(|(weight, _, _)| *weight) else { continue };
        let Some(at) = line.get(index) else { continue };
        let is_above = marks.last().is_none_or(|last| !last.is_above || at[0] - last.at[0] > 1.5);
        marks.push(Mark { at: *at, text, is_good, is_above });
    }
    marks
}

fn sentences(cx: &Cx, ui: &mut Ui, customer: &CustomerView, rect: Rect) {
    let p = theme::palette(ui);
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    let story = story(cx, customer.id);
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        widgets::heading(ui, &cx.say("story-title"));
        if story.is_empty() {
            nothing(ui, &cx.say("story-none"));
            return;
        }
        ScrollArea::vertical().id_salt("story").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let width = 44.0 * theme::scale(ui.style());
            for (round, happened) in &story {
                ui.horizontal_top(|ui| {
                    let month = short_month(cx, *round);
                    ui.allocate_ui(vec2(width, 20.0), |ui| {
                        ui.set_width(width);
                        line(ui, Type::Small, &month, p.muted);
                    });
                    let tone = tell::tone(happened);
                    round_icon(ui, tone, sign(tone));
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        lines(ui, Type::Body, &tell::sentence(cx, happened), p.ink);
                        if let Some(odds) = tell::odds(cx, happened) {
                            lines(ui, Type::Small, &odds, p.muted);
                        }
                    });
                });
            }
        });
    });
}

/// The months in which a number changed most, each with its exact reasons.
fn reasons(cx: &Cx, results: &mut Results, ui: &mut Ui, customer: &CustomerView, rect: Rect) {
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        widgets::heading(ui, &format!("{} {}", icons::QUESTION, cx.say("why")));
        let mut measure = results.why.unwrap_or(Measure::Satisfaction);
        let named: Vec<(Measure, String)> =
            [Measure::Satisfaction, Measure::Trust, Measure::Commitment].into_iter().map(|m| (m, cx.say(names::measure(m)))).collect();
        let choices: Vec<(Measure, &str)> = named.iter().map(|(m, text)| (*m, text.as_str())).collect();
        segmented(ui, &mut measure, &choices);
        results.why = Some(measure);
        let mut rounds: Vec<(Round, f64)> = (1..=cx.view.past.rounds.len() as u16)
            .map(Round)
            .map(|round| (round, why::changes(cx, Some(customer.id), measure, round).map(crate::sim::journal::effect::Effect::change).sum::<f64>()))
            .filter(|(_, change)| change.abs() >= 0.5)
            .collect();
        rounds.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        rounds.truncate(4);
        rounds.sort_by_key(|(round, _)| *round);
        if rounds.is_empty() {
            nothing(ui, &cx.say("why-nothing"));
            return;
        }
        ScrollArea::vertical().id_salt("why").auto_shrink([false, false]).show(ui, |ui| {
            for (round, _) in rounds {
                widgets::why(ui, cx.lang, &why::reasons_in(cx, Some(customer.id), measure, round));
            }
        });
    });
}
