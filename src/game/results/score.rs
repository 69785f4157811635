//! The score in its parts, the leaderboard, and the value of the customers over the months.

use crate::game::results::state::{Standing, Standings, own};
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, ClickCard, Scale, Tone, area, bar, chart_frame, chip, line, lines, nothing, plot, section, sides, team_sign};
use crate::prose::{Prose, forecasts, made as made_of, standing as words};
use crate::sim::score::Moment;
use crate::sim::units::TeamId;
use bevy_egui::egui::{Margin, Rect, Ui, Vec2, vec2};
use egui_plot::{Line, PlotPoints};

const PARTS: [(&str, &str); 5] = [
    ("score-contribution", "score-contribution-hint"),
    ("score-equity", "score-equity-hint"),
    ("score-relations", "score-relations-hint"),
    ("score-forecast", "score-forecast-hint"),
    ("score-compliance", "score-compliance-hint"),
];

/// Draws the tab in a body of `size`; the team whose game the player asks to see.
pub fn score(prose: &Prose, standings: &Standings, ui: &mut Ui, size: Vec2) -> Option<TeamId> {
    let from = ui.cursor().min;
    let left = Rect::from_min_size(from, vec2(size.x * 0.55, size.y));
    let right = Rect::from_min_size(from + vec2(size.x * 0.55 + 14.0, 0.0), vec2(size.x * 0.45 - 14.0, size.y));
    area(ui, left, "score-left", |ui| {
        if let Some(own) = own(prose, standings) {
            parts(prose, own, standings.made_of(own.team), ui);
        }
        ui.add_space(6.0);
        let rest = Rect::from_min_max(ui.cursor().min, left.max);
        if rest.height() > 140.0 {
            area(ui, rest, "curve", |ui| curve(prose, ui, rest));
        }
    });
    let look = area(ui, right, "score-right", |ui| leaderboard(prose, standings, ui));
    ui.allocate_space(size);
    look
}

/// Each part with its points; what it is made of, and how the last month moved it, where the pointer rests.
fn parts(prose: &Prose, own: &Standing, made: Option<(&Moment, Option<&Moment>)>, ui: &mut Ui) {
    let p = theme::palette(ui);
    let weights = prose.view.guide.rules.score.weights;
    section(ui, "", |ui| {
        sides(
            ui,
            40.0,
            |ui| widgets::heading(ui, &prose.say_with("score-title", &[("team", own.name.as_str().into())])),
            |ui| {
                let full: f64 = weights.iter().sum();
                ui.label(theme::text(ui, Type::Heading, format!("/ {}", crate::words::decimal(full, 0))).color(p.muted));
                ui.label(theme::text(ui, Type::Title, crate::words::decimal(own.total, 1)).color(p.accent));
            },
        );
        for (index, (name, hint)) in PARTS.into_iter().enumerate() {
            let (points, most) = (own.parts[index], weights[index]);
            let about = |ui: &mut Ui| {
                for told in made.iter().flat_map(|(now, before)| made_of::part(prose, index, now, *before)) {
                    ui.label(theme::text(ui, Type::Small, told));
                }
            };
            sides(
                ui,
                22.0,
                |ui| {
                    line(ui, Type::Strong, &prose.say(name), p.ink).on_hover_ui(about);
                    let why = if name == "score-forecast" { forecasts::scored(prose) } else { prose.say(hint) };
                    line(ui, Type::Small, &why, p.muted).on_hover_ui(about);
                },
                |ui| {
                    ui.label(theme::text(ui, Type::Small, format!("/ {}", crate::words::decimal(most, 0))).color(p.muted));
                    ui.label(theme::text(ui, Type::Strong, crate::words::decimal(points, 1)));
                },
            );
            let share = if most > 0.0 { points / most } else { 0.0 };
            let colour = if share < 0.34 {
                p.warn
            } else if share < 0.67 {
                p.gold
            } else {
                p.good()
            };
            bar(ui, ui.available_width(), share as f32, colour);
        }
    });
}

fn leaderboard(prose: &Prose, standings: &Standings, ui: &mut Ui) -> Option<TeamId> {
    let p = theme::palette(ui);
    let mut look = None;
    let most = standings.list.iter().map(|s| s.total).fold(1.0, f64::max);
    // where several teams sit at one screen, none of them is "you"
    let one_here = standings.list.iter().filter(|s| s.is_here).count() == 1;
    section(ui, &prose.say("score-leaders"), |ui| {
        for standing in &standings.list {
            let is_shown = standing.team == prose.view.seat.team;
            let mut row = ClickCard::new(&standing.name).margin(Margin::symmetric(10, 6));
            if is_shown {
                row = row.chosen(p.accent);
            }
            let row = row.show(ui, |ui| {
                sides(
                    ui,
                    28.0,
                    |ui| {
                        let colour = if standing.rank == 1 { p.gold } else { p.muted };
                        let place = words::rank(prose, standing.rank, standing.is_shared);
                        ui.label(theme::text(ui, Type::Brand, place).color(colour));
                        ui.add_space(4.0);
                        team_sign(ui, standing.team, &standing.name);
                        line(ui, Type::Heading, &standing.name, p.ink);
                        if standing.is_here && one_here {
                            chip(ui, Tone::Good, &prose.say("score-you"));
                        }
                    },
                    |ui| ui.label(theme::text(ui, Type::Figure, crate::words::decimal(standing.total, 1))),
                );
                bar(ui, ui.available_width(), (standing.total / most) as f32, if is_shown { p.accent } else { p.muted });
                let args = [("revenue", prose.money_short(standing.revenue).into()), ("cash", prose.money_short(standing.cash).into())];
                line(ui, Type::Small, &prose.say_with("score-money", &args), p.muted);
            });
            if row.response.clicked() && !is_shown {
                look = Some(standing.team);
            }
        }
        line(ui, Type::Small, &prose.say("score-look"), p.muted);
    });
    section(ui, &prose.say("score-lesson"), |ui| lines(ui, Type::Body, &prose.text(&prose.view.guide.lesson), p.ink));
    look
}

/// Revenue and contribution so far, over the months.
fn curve(prose: &Prose, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    let (revenue_name, contribution_name) = (prose.say("finance-revenue"), prose.say("finance-contribution"));
    let legend = [(revenue_name.as_str(), p.accent), (contribution_name.as_str(), p.gold)];
    chart_frame(ui, rect, &prose.say("score-curve"), &legend, |ui, height| {
        let all = &prose.view.past.months;
        if all.len() < 2 {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let mut sum = 0.0;
        let mut so_far = |m: &crate::sim::state::Month| {
            sum += m.revenue.to_yuan();
            [f64::from(m.round.0), sum]
        };
        let revenue: Vec<[f64; 2]> = all.iter().map(&mut so_far).collect();
        let contribution: Vec<[f64; 2]> = all.iter().map(|m| [f64::from(m.round.0), m.contribution_so_far.to_yuan()]).collect();
        plot(ui, "revenue", height, Scale::Months(prose), Scale::Money(prose)).include_y(0.0).show(ui, |plot| {
            plot.line(Line::new(revenue_name.clone(), PlotPoints::from(revenue)).color(p.accent).width(2.5));
            plot.line(Line::new(contribution_name.clone(), PlotPoints::from(contribution)).color(p.gold).width(2.5));
        });
    });
}
