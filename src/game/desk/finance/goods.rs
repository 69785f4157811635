//! Goods and what is owed for them: the stock by product, purchases and orders on their way, receivables.

use crate::game::desk::bits::{area, line, lines, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::state::{Desk, SheetTab};
use crate::game::desk::{bits, purchase};
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{self, Tone, chip};
use crate::sim::knowledge::{DealView, StockView};
use crate::sim::state::Receivable;
use crate::sim::units::{CustomerId, Fen, Round};
use bevy_egui::egui::{Rect, ScrollArea, Ui, vec2};

/// Draws the page over `rect`: goods at the left, money and orders at the right.
pub fn goods(cx: &Cx, desk: &mut Desk, ui: &mut Ui, rect: Rect) {
    let half = (rect.width() - 10.0) / 2.0;
    let left = Rect::from_min_size(rect.min, vec2(half, rect.height()));
    let right = Rect::from_min_max(rect.min + vec2(half + 10.0, 0.0), rect.max);
    area(ui, left, "stock", |ui| column(ui, "stock", |ui| stock(cx, ui)));
    area(ui, right, "owed", |ui| {
        column(ui, "owed", |ui| {
            owed(cx, desk, ui);
            orders(cx, desk, ui);
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
    bits::section(ui, "", |ui| {
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

fn stock(cx: &Cx, ui: &mut Ui) {
    let goods = &cx.view.goods;
    let worth = |stock: &StockView| stock.unit_cost.times(i64::from(stock.on_hand));
    let all: Fen = goods.stock.iter().map(worth).sum();
    part(ui, &cx.say("goods-stock"), (!goods.stock.is_empty()).then(|| cx.money(all)), |ui| {
        let p = theme::palette(ui);
        if goods.stock.is_empty() {
            let key = match cx.view.guide.supply {
                crate::sim::scenario::Supply::ToOrder => "goods-to-order",
                _ => "goods-at-hand",
            };
            lines(ui, Type::Body, &cx.say(key), p.muted);
            return;
        }
        lines(ui, Type::Small, &cx.say("goods-worth"), p.muted);
        for stock in &goods.stock {
            bits::rule(ui);
            sides(
                ui,
                20.0,
                |ui| line(ui, Type::Strong, &cx.product(stock.product), p.ink),
                |ui| ui.label(theme::text(ui, Type::Strong, cx.money(worth(stock)))),
            );
            let is_short = stock.free() < 0;
            let text = purchase::pieces(cx, stock);
            let text = if is_short { format!("{} {text}", icons::WARNING) } else { text };
            lines(ui, Type::Small, &text, if is_short { p.warn } else { p.muted });
        }
    });
    if goods.stock.is_empty() {
        return;
    }
    part(ui, &cx.say("goods-purchases"), None, |ui| {
        let p = theme::palette(ui);
        if goods.purchases.is_empty() {
            nothing(ui, &cx.say("goods-purchases-none"));
        }
        for order in &goods.purchases {
            let when = cx.say_with("goods-arrives", &[("month", cx.month_name(order.arrives).into())]);
            sides(ui, 20.0, |ui| line(ui, Type::Body, &cx.pieces(order.product, order.quantity), p.ink), |ui| line(ui, Type::Small, &when, p.muted));
        }
    });
}

/// A line about a customer that leads to its deals.
fn about(cx: &Cx, desk: &mut Desk, ui: &mut Ui, customer: CustomerId, right: &str, tone: Option<Tone>) {
    sides(
        ui,
        22.0,
        |ui| {
            if bits::link(ui, &cx.customer(customer)).clicked() {
                desk.open(customer, Some(SheetTab::Deals));
            }
        },
        |ui| match tone {
            Some(tone) => _ = chip(ui, tone, right),
            None => _ = line(ui, Type::Body, right, theme::palette(ui).ink),
        },
    );
}

fn owed(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    let owed = &cx.view.goods.receivables;
    let sum: Fen = owed.iter().map(|r| r.amount).sum();
    part(ui, &cx.say("goods-owed"), (!owed.is_empty()).then(|| cx.money(sum)), |ui| {
        let p = theme::palette(ui);
        if owed.is_empty() {
            nothing(ui, &cx.say("goods-owed-none"));
        }
        let mut sorted: Vec<&Receivable> = owed.iter().collect();
        sorted.sort_by_key(|r| (r.due.unwrap_or(Round(u16::MAX)), r.deal));
        for receivable in sorted {
            let when = match receivable.due {
                Some(round) => cx.say_with("goods-due", &[("month", cx.month_name(round).into())]),
                None => cx.say("goods-due-later"),
            };
            about(cx, desk, ui, receivable.deal.customer, &cx.money(receivable.amount), None);
            line(ui, Type::Small, &when, p.muted);
        }
    });
}

fn orders(cx: &Cx, desk: &mut Desk, ui: &mut Ui) {
    part(ui, &cx.say("goods-orders"), None, |ui| {
        let open: Vec<&DealView> = cx.view.deals.iter().filter(|d| d.order.is_some_and(|o| o.delivered.is_none())).collect();
        if open.is_empty() {
            nothing(ui, &cx.say("goods-orders-none"));
        }
        for deal in open {
            if let Some((text, tone)) = status(cx, deal) {
                about(cx, desk, ui, deal.id.customer, &text, Some(tone));
            }
        }
    });
}

/// How far an order is, in a few words.
#[must_use]
pub fn status(cx: &Cx, deal: &DealView) -> Option<(String, Tone)> {
    let order = deal.order?;
    let month = |round: Round| ("month", cx.month_name(round).into());
    Some(match (order.delivered, order.leaves) {
        (Some(round), _) if round > order.promised => (cx.say_with("order-delivered-late", &[month(round)]), Tone::Late),
        (Some(round), _) => (cx.say_with("order-delivered", &[month(round)]), Tone::Good),
        (None, _) if order.promised < cx.view.round => (cx.say_with("order-late", &[month(order.promised)]), Tone::Late),
        (None, Some(round)) => (cx.say_with("order-leaves", &[month(round)]), Tone::Plain),
        (None, None) => (cx.say_with("order-waits", &[month(order.promised)]), Tone::Due),
    })
}
