//! The terms of a quote: goods, price, promise, service, date, days to pay; and how they weigh with the customer, as far as the team knows.

use crate::advice::quote::weigh;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{Steps, bar, caption, hinted, line, lines, link, number, rule, segmented, sides, stepper, tool, well};
use crate::prose::{Prose, cards, names};
use crate::sim::knowledge::DealView;
use crate::sim::orders::goods as stock;
use crate::sim::scenario::{Line as Goods, Supply};
use crate::sim::selling::quoting;
use crate::sim::terms::{Payment, QuoteTerms, ServiceLevel};
use crate::sim::units::{Fen, NeedId, ProductId};
use crate::words::signed;
use bevy_egui::egui::{ComboBox, DragValue, Ui, WidgetInfo, WidgetType};

/// The promised date, in rounds after the decision.
fn date(prose: &Prose, terms: &QuoteTerms) -> u16 {
    terms.delivery.unwrap_or_else(|| stock::earliest(&prose.view.guide, terms.express))
}

/// The price of a product where a quote to this customer starts: the need's own, or the catalogue's.
fn tier_price(prose: &Prose, deal: &DealView, product: ProductId) -> Fen {
    let suggested = deal.suggested.iter().find(|l| l.product == product).map(|l| l.price);
    suggested.or_else(|| prose.view.guide.products.get(product.index()).map(|p| p.tier_prices[deal.tier as usize])).unwrap_or_default()
}

/// Draws the terms and how they weigh.
pub fn terms(prose: &Prose, ui: &mut Ui, deal: NeedId, terms: &mut QuoteTerms) {
    let Some(deal) = prose.view.deal(deal) else {
        return;
    };
    terms_for(prose, ui, deal, terms);
    hint_well(prose, ui, deal, terms);
}

/// Draws the terms alone.
pub fn terms_for(prose: &Prose, ui: &mut Ui, deal: &DealView, terms: &mut QuoteTerms) {
    need(prose, ui, deal);
    lines_of_goods(prose, ui, deal, terms);
    promise(prose, ui, &mut terms.promise, 5.0);
    let (standard, priority) = (prose.say(names::service_level(ServiceLevel::Standard)), prose.say(names::service_level(ServiceLevel::Priority)));
    segmented(ui, &mut terms.service, &[(ServiceLevel::Standard, &standard), (ServiceLevel::Priority, &priority)]);
    delivery(prose, ui, deal, terms);
    let words = Payment::ALL.map(|payment| prose.say(names::payment(payment)));
    caption(ui, &prose.say("quote-payment"));
    let choices: Vec<(Payment, &str)> = Payment::ALL.into_iter().zip(words.iter().map(String::as_str)).collect();
    segmented(ui, &mut terms.payment, &choices);
}

/// How much more or less than the truth is promised, in points of expectation.
pub fn promise(prose: &Prose, ui: &mut Ui, points: &mut f64, step: f64) {
    let p = theme::palette(ui);
    let [low, high] = prose.view.guide.rules.choice.promise_range;
    let name = prose.say("quote-promise");
    let shown = cards::promise(prose, *points);
    sides(
        ui,
        32.0,
        |ui| hinted(ui, Type::Strong, &name, p.ink, &prose.say("gloss-promise")),
        |ui| number(ui, points, low..=high, Steps { coarse: step, fine: 1.0 }, &name, &shown),
    );
    lines(ui, Type::Small, &cards::promise_means(prose, *points), if *points > 0.0 { p.warn } else { p.muted });
}

/// The promised month, and express where goods are built.
fn delivery(prose: &Prose, ui: &mut Ui, deal: &DealView, terms: &mut QuoteTerms) {
    let p = theme::palette(ui);
    let guide = &prose.view.guide;
    let mut rounds = f64::from(date(prose, terms));
    let shown = prose.month_name(deal.due.plus(rounds as u16));
    let most = f64::from(guide.rules.goods.latest);
    let changed = sides(
        ui,
        32.0,
        |ui| line(ui, Type::Strong, &prose.say("quote-delivery"), p.ink),
        |ui| stepper(ui, &mut rounds, 0.0..=most, 1.0, &prose.say("quote-delivery"), &shown),
    )
    .1;
    if guide.supply == Supply::ToOrder {
        let (usual, express) = (prose.say("quote-usual"), prose.say("quote-express"));
        segmented(ui, &mut terms.express, &[(false, &usual), (true, &express)]);
    }
    let earliest = stock::earliest(guide, terms.express);
    if changed {
        let rounds = rounds as u16;
        terms.delivery = (rounds != earliest).then_some(rounds);
    }
    let chosen = date(prose, terms);
    let (key, colour) = match guide.supply {
        _ if chosen < earliest => ("quote-delivery-early", p.warn),
        Supply::Stock(_) if chosen == 0 => ("quote-delivery-stock", p.muted),
        _ if chosen > earliest => ("quote-delivery-later", p.muted),
        _ => ("quote-delivery-kept", p.muted),
    };
    let points = crate::words::decimal(guide.rules.goods.late, 0);
    lines(ui, Type::Small, &prose.say_with(key, &[("points", points.into())]), colour);
}

fn need(prose: &Prose, ui: &mut Ui, deal: &DealView) {
    let p = theme::palette(ui);
    caption(ui, &prose.say("quote-need"));
    lines(ui, Type::Body, &cards::need(prose, deal), p.ink);
    for want in &deal.wants {
        let name = prose.view.guide.attributes.get(usize::from(want.attribute)).map(|a| prose.text(&a.name)).unwrap_or_default();
        sides(
            ui,
            18.0,
            |ui| line(ui, Type::Small, &name, p.muted),
            |ui| {
                ui.label(theme::text(ui, Type::SmallStrong, crate::words::decimal(want.required, 0)));
                bar(ui, 80.0, want.required as f32 / 100.0, p.blue);
            },
        );
    }
}

fn lines_of_goods(prose: &Prose, ui: &mut Ui, deal: &DealView, terms: &mut QuoteTerms) {
    let p = theme::palette(ui);
    caption(ui, &prose.say_with("quote-goods", &[("tier", prose.say(names::price_tier(deal.tier)).into())]));
    if terms.lines.is_empty() {
        for goods in quoting::goods(&deal.suggested, terms) {
            let name = prose.view.guide.products.get(goods.product.index()).map(|product| prose.text(&product.name)).unwrap_or_default();
            let text = format!("{} × {}", goods.quantity, prose.money(goods.price));
            sides(ui, 20.0, |ui| line(ui, Type::Body, &name, p.ink), |ui| ui.label(theme::text(ui, Type::Strong, text)));
        }
        let mut percent = (terms.discount * 200.0).round() / 2.0;
        let given = format!("{}%", crate::words::decimal(percent, usize::from(percent.fract() > 0.0)));
        sides(
            ui,
            32.0,
            |ui| line(ui, Type::Strong, &prose.say("quote-discount"), p.ink),
            |ui| number(ui, &mut percent, 0.0..=50.0, Steps { coarse: 1.0, fine: 0.5 }, &prose.say("quote-discount"), &given),
        );
        terms.discount = percent / 100.0;
        if link(ui, &prose.say("quote-own-lines")).clicked() {
            terms.lines = quoting::goods(&deal.suggested, terms);
            terms.discount = 0.0;
        }
        return;
    }
    let mut removed = None;
    let only_one = terms.lines.len() == 1;
    for (index, goods) in terms.lines.iter_mut().enumerate() {
        ui.push_id(("line", index), |ui| {
            if goods_line(prose, ui, deal, goods, !only_one) {
                removed = Some(index);
            }
        });
    }
    if let Some(index) = removed {
        terms.lines.remove(index);
    }
    ui.horizontal(|ui| {
        if terms.lines.len() < 4 && link(ui, &prose.say("quote-add-line")).clicked() {
            let product = ProductId(0);
            terms.lines.push(Goods { product, quantity: 1, price: tier_price(prose, deal, product) });
        }
        if link(ui, &prose.say("quote-suggested")).clicked() {
            terms.lines.clear();
        }
    });
}

/// One line of goods; returns whether it is to go.
fn goods_line(prose: &Prose, ui: &mut Ui, deal: &DealView, goods: &mut Goods, can_go: bool) -> bool {
    let name = |id: ProductId| prose.view.guide.products.get(id.index()).map(|product| prose.text(&product.name)).unwrap_or_default();
    let mut goes = false;
    ui.horizontal(|ui| {
        let width = ui.available_width() - if can_go { 34.0 } else { 0.0 };
        let list = ComboBox::from_id_salt("product").width(width).truncate().selected_text(name(goods.product)).show_in_sight(ui, |ui| {
            for index in 0..prose.view.guide.products.len() {
                let id = ProductId::at(index);
                let price = tier_price(prose, deal, id);
                if ui.selectable_label(goods.product == id, format!("{} · {}", name(id), prose.money(price))).clicked() {
                    (goods.product, goods.price) = (id, price);
                }
            }
        });
        let enabled = ui.is_enabled();
        list.response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, enabled, prose.say("quote-product")));
        if can_go {
            goes = tool(ui, icons::X, &prose.say("quote-remove-line")).clicked();
        }
    });
    ui.horizontal(|ui| {
        let mut quantity = goods.quantity;
        ui.add(DragValue::new(&mut quantity).range(1..=100_000).prefix("× "));
        goods.quantity = quantity;
        let mut yuan = goods.price.to_yuan();
        let list = prose.view.guide.products.get(goods.product.index()).map_or(1e6, |product| product.list_price.to_yuan() * 4.0);
        ui.add(DragValue::new(&mut yuan).range(0.0..=list).speed(10.0).prefix(prose.currency()).max_decimals(2));
        goods.price = Fen((yuan * 100.0).round() as i64);
    });
    goes
}

/// The sum, the margin, and how the terms weigh with the customer.
fn hint_well(prose: &Prose, ui: &mut Ui, deal: &DealView, terms: &QuoteTerms) {
    let p = theme::palette(ui);
    let weight = weigh(prose.view, deal, terms);
    well(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        sides(ui, 22.0, |ui| line(ui, Type::Strong, &prose.say("quote-sum"), p.ink), |ui| ui.label(theme::text(ui, Type::Figure, prose.money(weight.price))));
        let margin = if weight.price.0 > 0 { weight.margin.to_yuan() / weight.price.to_yuan() } else { 0.0 };
        let colour = if weight.margin < Fen::ZERO { p.warn } else { p.muted };
        let text = format!("{} ({})", prose.money(weight.margin), prose.percent(margin));
        sides(ui, 18.0, |ui| line(ui, Type::Small, &prose.say("quote-margin"), p.muted), |ui| ui.label(theme::text(ui, Type::Small, text).color(colour)));
        let off = if weight.usual.0 > 0 { 1.0 - weight.price.to_yuan() / weight.usual.to_yuan() } else { 0.0 };
        let from = format!("{} ({}%)", prose.money(weight.usual), signed(-off * 100.0, 1));
        let start = prose.say_with("quote-measured", &[("tier", prose.say(names::price_tier(deal.tier)).into())]);
        sides(ui, 18.0, |ui| line(ui, Type::Small, &start, p.muted), |ui| ui.label(theme::text(ui, Type::Small, from).color(p.muted)));
        rule(ui);
        let keys = [
            "quote-part-price",
            "quote-part-budget",
            "quote-part-promise",
            "quote-part-service",
            "quote-part-fit",
            "quote-part-delivery",
            "quote-part-payment",
        ];
        for (key, part) in keys.into_iter().zip(weight.parts).filter(|(_, part)| part.abs() >= 0.005) {
            part_row(prose, ui, key, part, Type::Small);
        }
        part_row(prose, ui, "quote-part-total", weight.total(), Type::SmallStrong);
        if let Some(sensitivity) = prose.view.customer(deal.id.customer).and_then(|c| c.price_sensitivity) {
            let text = prose.say(names::weighs(sensitivity));
            sides(
                ui,
                18.0,
                |ui| line(ui, Type::Small, &prose.say("profile-price-weighs"), p.muted),
                |ui| ui.label(theme::text(ui, Type::Small, text).color(p.muted)),
            );
        }
    });
}

fn part_row(prose: &Prose, ui: &mut Ui, key: &str, part: f64, role: Type) {
    let p = theme::palette(ui);
    let (arrow, colour) = if part >= 0.0 { (icons::ARROW_UP, p.good()) } else { (icons::ARROW_DOWN, p.warn) };
    let text = format!("{arrow} {}", signed(part, 2));
    let hint = match key {
        "quote-part-promise" => Some("gloss-promise"),
        "quote-part-fit" => Some("gloss-fit"),
        "quote-part-total" => Some("gloss-weight"),
        "quote-part-budget" => Some("gloss-budget"),
        "quote-part-service" => Some("gloss-service-level"),
        _ => None,
    };
    sides(
        ui,
        18.0,
        |ui| {
            let name = line(ui, role, &prose.say(key), p.ink);
            if let Some(hint) = hint {
                name.on_hover_text(prose.say(hint));
            }
        },
        |ui| ui.label(theme::text(ui, Type::SmallStrong, text).color(colour)),
    );
}
