//! Buying for the stock: which product, how many, by when.

use super::bits::{line, lines, sides, tool};
use super::cx::Cx;
use crate::game::icons;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{caption, segmented};
use crate::sim::knowledge::StockView;
use crate::sim::orders::goods;
use crate::sim::selling::quoting::MAX_QUANTITY;
use crate::sim::units::ProductId;
use bevy_egui::egui::{ComboBox, DragValue, Ui};

/// Draws what an order to the supplier holds.
pub fn purchase(cx: &Cx, ui: &mut Ui, product: &mut ProductId, quantity: &mut u32, express: &mut bool) {
    let p = theme::palette(ui);
    caption(ui, &cx.say("purchase-product"));
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = theme::TARGET - 4.0;
        ComboBox::from_id_salt("goods").width(ui.available_width()).height(320.0).truncate().selected_text(cx.product(*product)).show_ui(ui, |ui| {
            for stock in &cx.view.goods.stock {
                let text = format!("{} ({})", cx.product(stock.product), pieces(cx, stock));
                ui.selectable_value(product, stock.product, text);
            }
        });
    });
    if let Some(stock) = cx.view.goods.stock.iter().find(|stock| stock.product == *product) {
        lines(ui, Type::Small, &pieces(cx, stock), if stock.free() < 0 { p.warn } else { p.muted });
    }
    let name = cx.say("purchase-quantity");
    sides(
        ui,
        34.0,
        |ui| line(ui, Type::Strong, &name, p.ink),
        |ui| {
            let step = if *quantity >= 20 { 5 } else { 1 };
            if tool(ui, icons::PLUS, &format!("{name} +")).clicked() {
                *quantity = (*quantity + step).min(MAX_QUANTITY);
            }
            ui.add(DragValue::new(quantity).range(1..=MAX_QUANTITY));
            if tool(ui, icons::MINUS, &format!("{name} −")).clicked() {
                *quantity = quantity.saturating_sub(step).max(1);
            }
        },
    );
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

/// How a product stands: on hand, and what there is of goods to come, sold without goods, reserved.
#[must_use]
pub fn pieces(cx: &Cx, stock: &StockView) -> String {
    let counts = [("stock-coming", stock.arriving), ("stock-waiting", stock.waiting), ("stock-reserved", stock.reserved)];
    let parts = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts = std::iter::once(("stock-hand", stock.on_hand)).chain(parts);
    let parts: Vec<String> = parts.map(|(key, count)| cx.say_with(key, &[("count", count.into())])).collect();
    parts.join(" · ")
}
