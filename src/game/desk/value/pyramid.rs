//! What the customers are worth: the pyramid's tiers with what they bring and what is put into them, and how much of the
//! contribution the best of them bring.

use crate::game::board::places::Plan;
use crate::game::desk::state::{Desk, Dialog, SheetTab, Tab};
use crate::game::theme::{self, Role as Type, icons, mix};
use crate::game::widgets::{self, Button, Scale, area, bar, chart_frame, dot, figures, hinted, icon_button, lane, line, nothing, plot, section, sides};
use crate::insight::pareto;
use crate::insight::resources::Share;
use crate::prose::{Prose, names};
use crate::sim::knowledge::CustomerView;
use crate::sim::units::{Fen, Minutes};
use bevy_egui::egui::{Rect, ScrollArea, Sense, Ui, vec2};
use egui_plot::{Line, PlotPoints};

/// The customers that have bought, best first.
fn buyers<'a>(prose: &Prose<'a>) -> Vec<&'a CustomerView> {
    let mut list: Vec<&CustomerView> = prose.view.customers.iter().filter(|c| c.orders > 0).collect();
    list.sort_by_key(|c| (std::cmp::Reverse(c.contribution), c.id));
    list
}

fn yuan(contributions: &[Fen]) -> Vec<f64> {
    contributions.iter().map(|c| c.to_yuan()).collect()
}

/// Draws the page over `rect`.
pub fn pyramid(prose: &Prose, desk: &mut Desk, shares: &[Share; 5], ui: &mut Ui, rect: Rect) {
    area(ui, rect, "pyramid", |ui| {
        let buyers = buyers(prose);
        let contributions: Vec<Fen> = buyers.iter().map(|c| c.contribution).collect();
        section(ui, "", |ui| {
            let yearly: Fen = prose.view.customers.iter().filter(|c| c.lost.is_none()).filter_map(|c| c.yearly_value).sum();
            figures(
                ui,
                &[
                    (prose.say("value-buyers"), buyers.len().to_string(), None),
                    (prose.say("value-known-yearly"), prose.money_short(yearly), None),
                    (prose.say("value-total"), prose.money_short(contributions.iter().copied().sum()), None),
                    (prose.say("value-pareto"), prose.percent(pareto::share_of_best_fifth(&yuan(&contributions))), None),
                ],
            );
        });
        let height = ui.available_height();
        let width = ui.available_width();
        let from = ui.cursor().min;
        let left = Rect::from_min_size(from, vec2(width * 0.46, height));
        let right = Rect::from_min_max(from + vec2(width * 0.46 + 10.0, 0.0), rect.max);
        area(ui, left, "tiers", |ui| {
            tiers(prose, desk, ui, shares);
        });
        area(ui, right, "value-list", |ui| {
            let chart = Rect::from_min_size(right.min, vec2(right.width(), (height * 0.46).max(150.0)));
            area(ui, chart, "value-chart", |ui| pareto_chart(prose, ui, chart, &contributions));
            let list = Rect::from_min_max(right.min + vec2(0.0, chart.height() + 10.0), right.max);
            area(ui, list, "value-best", |ui| best(prose, desk, ui, &buyers));
        });
    });
}

/// Tier by tier, and of those that have not ordered: what they brought, and below it what was put into them.
fn tiers(prose: &Prose, desk: &mut Desk, ui: &mut Ui, shares: &[Share; 5]) {
    let p = theme::palette(ui);
    let work = &prose.view.guide.rules.work;
    let brought: Fen = shares.iter().filter(|s| s.tier.is_some()).map(|s| s.contribution).sum();
    let spent: Fen = shares.iter().map(|s| s.resources.cost(work)).sum();
    let part = |fen: Fen, of: Fen| if of > Fen::ZERO { fen.to_yuan() / of.to_yuan() } else { 0.0 };
    section(ui, &prose.say("value-tiers"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for share in shares {
            sides(
                ui,
                20.0,
                |ui| {
                    if let Some(tier) = share.tier {
                        ui.label(theme::text(ui, Type::Strong, names::tier_number(tier)).color(p.gold));
                    }
                    let name = share.tier.map_or("value-without-order", names::tier);
                    line(ui, Type::Strong, &prose.say(name), p.ink);
                    line(ui, Type::Small, &prose.say_with("value-customers", &[("count", share.customers.into())]), p.muted);
                },
                |ui| {
                    ui.label(theme::text(ui, Type::Strong, prose.money_short(share.contribution)));
                    if share.tier.is_some() {
                        ui.label(theme::text(ui, Type::Small, prose.percent(part(share.contribution, brought))).color(p.muted));
                    }
                },
            );
            if let Some(tier) = share.tier {
                bar(ui, ui.available_width(), part(share.contribution, brought) as f32, mix(p.gold, p.line, tier.index() as f32 * 0.2));
            }
            let cost = share.resources.cost(work);
            let hours = Minutes::from_hours(share.resources.time.to_hours().round() as i32);
            let put_in = [("time", prose.hours(hours).into()), ("cost", prose.money_short(cost).into())];
            sides(
                ui,
                18.0,
                |ui| hinted(ui, Type::Small, &prose.say_with("value-put-in", &put_in), p.muted, &prose.say("value-put-in-hint")),
                |ui| {
                    ui.label(theme::text(ui, Type::Small, prose.percent(part(cost, spent))).color(p.muted));
                    bar(ui, 84.0, part(cost, spent) as f32, p.blue);
                },
            );
            ui.add_space(2.0);
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::ghost(prose.say("levels-open")).icon(icons::STACK).low()).clicked() {
                desk.dialog = Some(Dialog::Levels);
            }
            if icon_button(ui, icons::KANBAN, prose.say("value-on-board")).clicked() {
                desk.tab = Tab::Board;
                desk.board.plan = Plan::Pyramid;
                desk.board.zoom = None;
            }
        });
    });
}

/// The line of the contribution brought by the best so many customers.
fn pareto_chart(prose: &Prose, ui: &mut Ui, rect: Rect, contributions: &[Fen]) {
    let p = theme::palette(ui);
    chart_frame(ui, rect, &prose.say("value-curve"), &[], |ui, height| {
        let points: Vec<[f64; 2]> = pareto::curve(&yuan(contributions)).into_iter().map(|(customers, share)| [customers * 100.0, share * 100.0]).collect();
        if points.is_empty() {
            nothing(ui, &prose.say("value-curve-empty"));
            return;
        }
        let name = prose.say("value-curve");
        let even = prose.say("value-curve-even");
        plot(ui, "pareto", height, Scale::Percent, Scale::Percent).include_y(0.0).include_y(100.0).show(ui, |plot| {
            plot.line(Line::new(even, vec![[0.0, 0.0], [100.0, 100.0]]).color(p.line).width(1.5).allow_hover(false));
            plot.line(Line::new(name, PlotPoints::from(points)).color(p.gold).width(2.5));
        });
    });
}

fn best(prose: &Prose, desk: &mut Desk, ui: &mut Ui, buyers: &[&CustomerView]) {
    let frame = widgets::panel_frame(ui);
    let room = ui.available_size() - frame.total_margin().sum();
    frame.show(ui, |ui| {
        ui.set_min_size(room);
        ui.set_max_size(room);
        widgets::heading(ui, &prose.say("value-best"));
        if buyers.is_empty() {
            nothing(ui, &prose.say("value-none"));
            return;
        }
        let most = buyers.first().map_or(1.0, |c| c.contribution.to_yuan().max(1.0));
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for customer in buyers {
                row(prose, desk, ui, customer, most);
            }
        });
    });
}

fn row(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView, most: f64) {
    let p = theme::palette(ui);
    let share = (customer.contribution.to_yuan() / most).max(0.0) as f32;
    let colour = p.phase(lane(customer.phase));
    let from = ui.cursor().min;
    let height = 26.0 * theme::scale(ui.style());
    let rect = Rect::from_min_size(from, vec2(ui.available_width(), height));
    let response = ui.interact(rect, ui.id().with(("best", customer.id.0)), Sense::click());
    ui.painter().rect_filled(rect.with_max_x(rect.left() + rect.width() * share), 5, colour.gamma_multiply(0.16));
    if response.hovered() {
        ui.painter().rect_filled(rect, 5, p.accent_soft.gamma_multiply(0.5));
    }
    sides(
        ui,
        height,
        |ui| {
            ui.add_space(8.0);
            dot(ui, colour);
            line(ui, Type::Strong, &prose.text(&customer.name), p.ink);
        },
        |ui| {
            ui.add_space(8.0);
            ui.label(theme::text(ui, Type::Strong, prose.money_short(customer.contribution)));
        },
    );
    if response.clicked() {
        desk.open(customer.id, Some(SheetTab::Value));
    }
}
