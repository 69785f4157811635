//! Each named customer's story: a line of satisfaction and trust over the months with what happened on it, the story in
//! sentences, and the exact reasons of every number.

use crate::game::results::state::Results;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, ClickCard, Scale, area, customer_token, dot, line, lines, nothing, plot, round_icon, segmented, sides, tone_icon};
use crate::prose::regrets::ToldThen;
use crate::prose::stories::{self, Event};
use crate::prose::{Prose, decided_deals, happenings, names, reasons, regrets};
use crate::sim::journal::effect::Measure;
use crate::sim::knowledge::CustomerView;
use bevy_egui::egui::{Align2, Margin, Rect, ScrollArea, Ui, vec2};
use egui_plot::{Line, PlotPoint, PlotPoints, Points, Text};

/// Draws the tab over `rect`; `told_then`: what was told in its month under each thing that went wrong.
pub fn stories(prose: &Prose, told_then: Option<&ToldThen>, results: &mut Results, ui: &mut Ui, rect: Rect) {
    let cast = stories::cast(prose);
    let Some(first) = cast.first() else {
        nothing(ui, &prose.say("stories-none"));
        return;
    };
    let chosen = results.customer.unwrap_or(first.id);
    let side = rect.with_max_x(rect.left() + 214.0 * theme::scale(ui.style()).max(1.0).sqrt());
    area(ui, side, "cast", |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 7.0;
            for customer in &cast {
                if actor(prose, ui, customer, customer.id == chosen) {
                    results.customer = Some(customer.id);
                }
            }
        });
    });
    let Some(customer) = prose.view.customer(chosen) else {
        return;
    };
    let body = rect.with_min_x(side.right() + 14.0);
    let upper = body.with_max_y(body.top() + body.height() * 0.5);
    let lower = body.with_min_y(upper.bottom() + 12.0);
    area(ui, upper, "course", |ui| chart(prose, ui, customer, upper));
    let left = lower.with_max_x(lower.left() + lower.width() * 0.58);
    let right = lower.with_min_x(left.right() + 12.0);
    area(ui, left, "story", |ui| sentences(prose, told_then, ui, customer, left));
    area(ui, right, "reasons", |ui| reasons(prose, results, ui, customer, right));
}

fn actor(prose: &Prose, ui: &mut Ui, customer: &CustomerView, is_chosen: bool) -> bool {
    let p = theme::palette(ui);
    let name = prose.text(&customer.name);
    let mut card = ClickCard::new(&name).margin(Margin::symmetric(10, 7));
    if is_chosen {
        card = card.chosen(p.accent).stripe(p.accent);
    }
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let (place, _) = ui.allocate_exact_size(vec2(32.0, 36.0), bevy_egui::egui::Sense::hover());
            let mut token = customer_token(prose, p, customer);
            token.radius = 11.0;
            token.name.clear();
            token.badges.clear();
            token.paint(ui, place.center());
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                line(ui, Type::Strong, &name, p.ink);
                let sub = format!("{} · {}", prose.phase(customer.phase), prose.money_short(customer.revenue));
                line(ui, Type::Small, &sub, p.muted);
            });
        });
    })
    .response
    .clicked()
}

fn chart(prose: &Prose, ui: &mut Ui, customer: &CustomerView, rect: Rect) {
    let p = theme::palette(ui);
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    let course = || stories::course(prose, customer.id, Measure::Satisfaction, customer.satisfaction.map_or(60.0, |(s, _)| s));
    // nobody is satisfied or not with what he never bought
    let satisfaction = (customer.orders > 0 || customer.satisfaction.is_some()).then(course);
    let trust = stories::course(prose, customer.id, Measure::Trust, customer.trust);
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        sides(
            ui,
            28.0,
            |ui| widgets::heading(ui, &stories::question(prose, customer)),
            |ui| {
                let satisfied = satisfaction.is_some().then_some((p.gold, "measure-satisfaction"));
                for (colour, key) in [(p.blue, "measure-trust")].into_iter().chain(satisfied) {
                    line(ui, Type::Small, &prose.say(key), p.muted);
                    dot(ui, colour);
                }
            },
        );
        let height = ui.available_height();
        let marks = stories::marks(prose, customer.id, satisfaction.as_ref().unwrap_or(&trust));
        let names = (prose.say("measure-satisfaction"), prose.say("measure-trust"));
        let font = theme::font(ui, Type::Small);
        plot(ui, "story", height, Scale::Months(prose), Scale::Points).include_y(0.0).include_y(108.0).include_x(0.7).include_x(trust.len() as f64 + 0.6).show(
            ui,
            |plot| {
                plot.line(Line::new(names.1, PlotPoints::from(trust)).color(p.blue).width(2.5));
                if let Some(satisfaction) = satisfaction {
                    plot.line(Line::new(names.0, PlotPoints::from(satisfaction)).color(p.gold).width(2.5));
                }
                for (index, mark) in marks.iter().enumerate() {
                    let colour = if mark.is_good { p.good() } else { p.warn };
                    plot.points(Points::new(format!("mark {index}"), vec![mark.at]).radius(5.0).color(colour));
                    let text = bevy_egui::egui::RichText::new(&mark.text).font(font.clone()).color(colour);
                    let y = mark.at[1] + if mark.is_above { 4.0 } else { -4.0 };
                    let anchor = if mark.is_above { Align2::CENTER_BOTTOM } else { Align2::CENTER_TOP };
                    plot.text(Text::new(format!("text {index}"), PlotPoint::new(mark.at[0], y), text).anchor(anchor));
                }
            },
        );
    });
}

fn sentences(prose: &Prose, told_then: Option<&ToldThen>, ui: &mut Ui, customer: &CustomerView, rect: Rect) {
    let p = theme::palette(ui);
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    let story = stories::story(prose, customer.id);
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        widgets::heading(ui, &prose.say("story-title"));
        if story.is_empty() {
            nothing(ui, &prose.say("story-none"));
            return;
        }
        ScrollArea::vertical().id_salt("story").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let width = 44.0 * theme::scale(ui.style());
            for Event { round, place, happened } in &story {
                ui.horizontal_top(|ui| {
                    let month = prose.month_short(*round);
                    ui.allocate_ui(vec2(width, 20.0), |ui| {
                        ui.set_width(width);
                        line(ui, Type::Small, &month, p.muted);
                    });
                    let tone = happenings::tone(happened);
                    round_icon(ui, tone, tone_icon(tone));
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        lines(ui, Type::Body, &happenings::sentence(prose, happened), p.ink);
                        if let Some(odds) = decided_deals::odds(prose, happened) {
                            lines(ui, Type::Small, &odds, p.muted);
                        }
                        // of a game too large to keep every month it is told from what is known now
                        let then = told_then.map(|told| told.get(&(*round, *place)).cloned());
                        if let Some(next_time) = then.unwrap_or_else(|| regrets::next_time(prose, happened)) {
                            lines(ui, Type::Small, &next_time, p.muted);
                        }
                    });
                });
            }
        });
    });
}

/// The months in which a number changed most, each with its exact reasons.
fn reasons(prose: &Prose, results: &mut Results, ui: &mut Ui, customer: &CustomerView, rect: Rect) {
    let frame = widgets::panel_frame(ui);
    let room = rect.size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        widgets::heading(ui, &format!("{} {}", icons::QUESTION, prose.say("why")));
        let mut measure = results.why.unwrap_or(Measure::Satisfaction);
        let named: Vec<(Measure, String)> =
            [Measure::Satisfaction, Measure::Trust, Measure::Commitment].into_iter().map(|m| (m, prose.say(names::measure(m)))).collect();
        let choices: Vec<(Measure, &str)> = named.iter().map(|(m, text)| (*m, text.as_str())).collect();
        segmented(ui, &mut measure, &choices);
        results.why = Some(measure);
        let rounds = stories::turning_points(prose, customer.id, measure);
        if rounds.is_empty() {
            nothing(ui, &prose.say("why-nothing"));
            return;
        }
        ScrollArea::vertical().id_salt("why").auto_shrink([false, false]).show(ui, |ui| {
            for round in rounds {
                widgets::why(ui, prose.lang, &reasons::of_round(prose, Some(customer.id), measure, round));
            }
        });
    });
}
