//! Buying for the stock: which product, how many, by when.

use super::bits::{choice_row, line, lines, sides, stepper};
use super::cx::Cx;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, segmented};
use crate::sim::goods;
use crate::sim::quoting::MAX_QUANTITY;
use crate::sim::units::ProductId;
use crate::sim::view::StockView;
use bevy_egui::egui::{DragValue, Ui};

/// Draws what an order to the supplier holds.
pub fn purchase(cx: &Cx, ui: &mut Ui, product: &mut ProductId, quantity: &mut u32, express: &mut bool) {
    let p = theme::palette(ui);
    caption(ui, &cx.say("purchase-product"));
    ui.spacing_mut().item_spacing.y = 2.0;
    for stock in &cx.view.goods.stock {
        if choice_row(ui, stock.product == *product, &cx.product(stock.product), &pieces(cx, stock)) {
            *product = stock.product;
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
    let mut wanted = f64::from(*quantity);
    sides(
        ui,
        34.0,
        |ui| line(ui, Type::Strong, &cx.say("purchase-quantity"), p.ink),
        |ui| {
            let (step, shown) = (if wanted >= 20.0 { 5.0 } else { 1.0 }, crate::words::decimal(wanted, 0));
            stepper(ui, &mut wanted, 1.0..=f64::from(MAX_QUANTITY), step, &cx.say("purchase-quantity"), &shown);
            ui.add(DragValue::new(&mut wanted).range(1.0..=f64::from(MAX_QUANTITY)).max_decimals(0));
        },
    );
    *quantity = wanted.round() as u32;
    let unit = cx.money(goods::unit_cost(&cx.view.guide, *product));
    lines(ui, Type::Small, &cx.say_with("purchase-unit", &[("cost", unit.into())]), p.muted);
    let (usual, fast) = (cx.say("purchase-usual"), cx.say("purchase-express"));
    segmented(ui, express, &[(false, &usual), (true, &fast)]);
    let month = cx.month_name(cx.view.round.plus(goods::lead(&cx.view.guide, *express)));
    let key = if *express { "purchase-comes-express" } else { "purchase-comes" };
    let more = cx.percent(cx.view.guide.rules.goods.express_cost);
    lines(ui, Type::Small, &cx.say_with(key, &[("month", month.into()), ("more", more.into())]), p.muted);
    let holding = cx.percent(cx.view.guide.rules.goods.holding);
    lines(ui, Type::Small, &cx.say_with("purchase-holding", &[("share", holding.into())]), p.muted);
}

/// How a product stands: on hand, to come, sold without goods, reserved.
#[must_use]
pub fn pieces(cx: &Cx, stock: &StockView) -> String {
    let args = [("hand", stock.on_hand.into()), ("coming", stock.arriving.into()), ("waiting", stock.waiting.into()), ("reserved", stock.reserved.into())];
    cx.say_with("stock-pieces", &args)
}
