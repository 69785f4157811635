//! Buying for the stock: which product, how many, by when.

use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{caption, line, lines, segmented, sides, tool};
use crate::prose::{Prose, open_deals};
use crate::sim::limits::MAX_QUANTITY;
use crate::sim::orders::goods;
use crate::sim::units::ProductId;
use bevy_egui::egui::{ComboBox, DragValue, Ui};

/// Draws what an order to the supplier holds.
pub fn purchase(prose: &Prose, ui: &mut Ui, product: &mut ProductId, quantity: &mut u32, express: &mut bool) {
    let p = theme::palette(ui);
    caption(ui, &prose.say("purchase-product"));
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = theme::TARGET - 4.0;
        ComboBox::from_id_salt("goods").width(ui.available_width()).height(320.0).truncate().selected_text(prose.product(*product)).show_in_sight(ui, |ui| {
            for stock in &prose.view.goods.stock {
                let cost = prose.money(goods::unit_cost(&prose.view.guide, stock.product));
                let text = format!("{} · {cost} ({})", prose.product(stock.product), open_deals::stock(prose, stock));
                ui.selectable_value(product, stock.product, text);
            }
        });
    });
    if let Some(stock) = prose.view.goods.stock.iter().find(|stock| stock.product == *product) {
        lines(ui, Type::Small, &open_deals::stock(prose, stock), if stock.free() < 0 { p.warn } else { p.muted });
    }
    let name = prose.say("purchase-quantity");
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
    let unit = prose.money(goods::unit_cost(&prose.view.guide, *product));
    lines(ui, Type::Small, &prose.say_with("purchase-unit", &[("cost", unit.into())]), p.muted);
    let (usual, fast) = (prose.say("purchase-usual"), prose.say("purchase-express"));
    segmented(ui, express, &[(false, &usual), (true, &fast)]);
    let month = prose.month_name(prose.view.round.plus(goods::lead(&prose.view.guide, *express)));
    let key = if *express { "purchase-comes-express" } else { "purchase-comes" };
    let more = prose.percent(prose.view.guide.rules.goods.express_cost);
    lines(ui, Type::Small, &prose.say_with(key, &[("month", month.into()), ("more", more.into())]), p.muted);
    let share = prose.view.guide.rules.goods.holding;
    let holding = if share < 0.01 { format!("{}%", crate::words::decimal(share * 100.0, 1)) } else { prose.percent(share) };
    lines(ui, Type::Small, &prose.say_with("purchase-holding", &[("share", holding.into())]), p.muted);
}
