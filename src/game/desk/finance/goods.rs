//! Goods and what is owed for them: the stock by product, purchases and orders on their way, receivables.

use crate::game::desk::state::{Desk, SheetTab};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{self, Tone, area, chip, line, lines, link, nothing, rule, section, sides};
use crate::prose::{Prose, open_deals};
use crate::sim::knowledge::{DealView, StockView};
use crate::sim::state::Receivable;
use crate::sim::units::{CustomerId, Fen, Round};
use bevy_egui::egui::{Rect, ScrollArea, Ui, vec2};

/// Draws the page over `rect`: goods at the left, money and orders at the right.
pub fn goods(prose: &Prose, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let half = (rect.width() - 10.0) / 2.0;
    let left = Rect::from_min_size(rect.min, vec2(half, rect.height()));
    let right = Rect::from_min_max(rect.min + vec2(half + 10.0, 0.0), rect.max);
    area(ui, left, "stock", |ui| column(ui, "stock", |ui| stock(prose, ui)));
    area(ui, right, "owed", |ui| {
        column(ui, "owed", |ui| {
            owed(prose, desk, ui);
            orders(prose, desk, ui);
        });
    });
}

/// A column of cards that can be scrolled.
fn column(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        add(ui);
    });
}

/// A card with a heading and, at its right, what all in it comes to.
fn part(ui: &mut Ui, heading: &str, sum: Option<String>, add: impl FnOnce(&mut Ui)) {
    section(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        sides(
            ui,
            24.0,
            |ui| widgets::heading(ui, heading),
            |ui| {
                if let Some(sum) = sum {
                    ui.label(theme::text(ui, Type::Strong, sum));
                }
            },
        );
        add(ui);
    });
}

fn stock(prose: &Prose, ui: &mut Ui) {
    let goods = &prose.view.goods;
    let worth = |stock: &StockView| stock.unit_cost.times(i64::from(stock.on_hand));
    let all: Fen = goods.stock.iter().map(worth).sum();
    part(ui, &prose.say("goods-stock"), (!goods.stock.is_empty()).then(|| prose.money(all)), |ui| {
        let p = theme::palette(ui);
        if goods.stock.is_empty() {
            let key = match prose.view.guide.supply {
                crate::sim::scenario::Supply::ToOrder => "goods-to-order",
                _ => "goods-at-hand",
            };
            lines(ui, Type::Body, &prose.say(key), p.muted);
            return;
        }
        lines(ui, Type::Small, &prose.say("goods-worth"), p.muted);
        for stock in &goods.stock {
            rule(ui);
            sides(
                ui,
                20.0,
                |ui| line(ui, Type::Strong, &prose.product(stock.product), p.ink),
                |ui| ui.label(theme::text(ui, Type::Strong, prose.money(worth(stock)))),
            );
            let is_short = stock.free() < 0;
            let text = open_deals::stock(prose, stock);
            let text = if is_short { format!("{} {text}", icons::WARNING) } else { text };
            lines(ui, Type::Small, &text, if is_short { p.warn } else { p.muted });
        }
    });
    if goods.stock.is_empty() {
        return;
    }
    part(ui, &prose.say("goods-purchases"), None, |ui| {
        let p = theme::palette(ui);
        if goods.purchases.is_empty() {
            nothing(ui, &prose.say("goods-purchases-none"));
        }
        for order in &goods.purchases {
            let when = prose.say_with("goods-arrives", &[("month", prose.month_name(order.arrives).into())]);
            sides(ui, 20.0, |ui| line(ui, Type::Body, &prose.pieces(order.product, order.quantity), p.ink), |ui| line(ui, Type::Small, &when, p.muted));
        }
    });
}

/// A line about a customer that leads to its deals.
fn about(prose: &Prose, desk: &mut Desk, ui: &mut Ui, customer: CustomerId, right: &str, tone: Option<Tone>) {
    sides(
        ui,
        22.0,
        |ui| {
            if link(ui, &prose.customer(customer)).clicked() {
                desk.open(customer, Some(SheetTab::Deals));
            }
        },
        |ui| match tone {
            Some(tone) => _ = chip(ui, tone, right),
            None => _ = line(ui, Type::Body, right, theme::palette(ui).ink),
        },
    );
}

fn owed(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    let owed = &prose.view.goods.receivables;
    let sum: Fen = owed.iter().map(|r| r.amount).sum();
    part(ui, &prose.say("goods-owed"), (!owed.is_empty()).then(|| prose.money(sum)), |ui| {
        let p = theme::palette(ui);
        if owed.is_empty() {
            nothing(ui, &prose.say("goods-owed-none"));
        }
        let mut sorted: Vec<&Receivable> = owed.iter().collect();
        sorted.sort_by_key(|r| (r.due.unwrap_or(Round(u16::MAX)), r.deal));
        for receivable in sorted {
            let when = match receivable.due {
                Some(round) => prose.say_with("goods-due", &[("month", prose.month_name(round).into())]),
                None => prose.say("goods-due-later"),
            };
            about(prose, desk, ui, receivable.deal.customer, &prose.money(receivable.amount), None);
            line(ui, Type::Small, &when, p.muted);
        }
    });
}

fn orders(prose: &Prose, desk: &mut Desk, ui: &mut Ui) {
    part(ui, &prose.say("goods-orders"), None, |ui| {
        let open: Vec<&DealView> = prose.view.deals.iter().filter(|d| d.order.is_some_and(|o| o.delivered.is_none())).collect();
        if open.is_empty() {
            nothing(ui, &prose.say("goods-orders-none"));
        }
        for deal in open {
            if let Some((text, tone)) = open_deals::order(prose, deal) {
                about(prose, desk, ui, deal.id.customer, &text, Some(tone));
            }
        }
    });
}
