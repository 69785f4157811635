//! The 10C sheet of the chosen customer: ten headings, what the team knows under each.

use crate::game::desk::bits::{line, nothing, sides};
use crate::game::desk::cx::Cx;
use crate::game::desk::grid::or_dash;
use crate::game::desk::insight::Insight;
use crate::game::desk::names;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::{card_frame, heading};
use crate::insight::Rate;
use crate::insight::ten_c::{self, TenC};
use crate::sim::units::Fen;
use bevy_egui::egui::{Align, Layout, Margin, ScrollArea, Ui, vec2};

/// Draws the page over the room at hand: of the chosen customer, or of the one that brought most.
pub fn ten_c(cx: &Cx, desk: &mut Desk, insight: &Insight, ui: &mut Ui) {
    let p = theme::palette(ui);
    let best = || cx.view.customers.iter().max_by_key(|c| (c.contribution, std::cmp::Reverse(c.id))).map(|c| c.id);
    let sheet = desk.selected.or_else(best).and_then(|id| Some((id, ten_c::ten_c(cx.view, id, &insight.rows)?)));
    let Some((id, sheet)) = sheet else {
        nothing(ui, &cx.say("value-none"));
        return;
    };
    sides(
        ui,
        24.0,
        |ui| {
            heading(ui, &cx.customer(id));
            line(ui, Type::Small, &cx.phase(sheet.retention.phase), p.muted);
        },
        |ui| line(ui, Type::Small, &cx.say("tenc-hint"), p.muted),
    );
    let parts = parts(cx, &sheet);
    let tall = ui.available_height();
    ScrollArea::vertical().id_salt("ten-c").auto_shrink([false, false]).show(ui, |ui| {
        let gap = 5.0;
        let room = ui.available_width();
        let scale = theme::scale(ui.style());
        let columns = if room < 480.0 * scale { 1 } else { 2 };
        let width = (room - gap * (columns - 1) as f32) / columns as f32;
        let rows = parts.len().div_ceil(columns) as f32;
        let height = ((tall - gap * rows) / rows).clamp(75.0 * scale, 118.0 * scale);
        ui.spacing_mut().item_spacing = vec2(gap, gap);
        for row in parts.chunks(columns) {
            ui.horizontal_top(|ui| {
                for part in row {
                    ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                        let frame = card_frame(ui).inner_margin(Margin::symmetric(12, 5));
                        let inside = vec2(width, height) - frame.total_margin().sum();
                        frame.show(ui, |ui| {
                            ui.set_min_size(inside);
                            ui.set_max_size(inside);
                            ui.spacing_mut().item_spacing.y = 0.0;
                            draw(cx, ui, part);
                        });
                    });
                }
            });
        }
    });
}

/// A heading and up to three facts: what, and how much.
struct Part {
    title: &'static str,
    facts: [(String, String); 3],
}

fn draw(cx: &Cx, ui: &mut Ui, part: &Part) {
    let p = theme::palette(ui);
    line(ui, Type::Caption, &cx.say(part.title), p.accent);
    // large where there is room
    let room = (ui.available_height() / part.facts.len() as f32).min(23.0 * theme::scale(ui.style()));
    let (words, figures) = if room > 19.0 * theme::scale(ui.style()) { (Type::Body, Type::Strong) } else { (Type::Small, Type::SmallStrong) };
    for (name, value) in &part.facts {
        sides(ui, room, |ui| line(ui, words, name, p.muted), |ui| line(ui, figures, value, p.ink));
    }
}

fn rate(rate: Rate) -> String {
    format!("{}/{}", rate.part, rate.of)
}

fn parts(cx: &Cx, sheet: &TenC) -> [Part; 10] {
    let fact = |key: &str, value: String| (cx.say(key), value);
    let yuan = |yuan: f64| cx.money_short(Fen((yuan * 100.0).round() as i64));
    let points = |points: f64| crate::words::decimal(points, 0);
    let industry = cx.view.guide.industries.get(sheet.profile.industry.index()).map(|named| cx.text(&named.name));
    let segment = &sheet.segmentation;
    let placed = segment.placed.map_or_else(|| cx.say("value-not-placed"), |tier| cx.say(names::tier(tier)));
    let surveyed = sheet.satisfaction.surveyed.map(|(s, round)| format!("{} ({})", points(s), cx.month_name(round)));
    let classes: Vec<String> =
        sheet.development.classes.iter().filter_map(|class| cx.view.guide.need_classes.get(class.index())).map(|class| cx.text(&class.name)).collect();
    let (open, amount) = sheet.development.open;
    let custom = &sheet.customization;
    let found = sheet.acquisition.found.map(|(how, _)| cx.found(how));
    let profit = &sheet.profitability;
    [
        Part {
            title: "tenc-profile",
            facts: [
                fact("tenc-industry", or_dash(industry)),
                fact("value-yearly", sheet.profile.yearly_value.map_or_else(|| cx.say("unknown"), |value| cx.money_short(value))),
                fact("tenc-contacts", rate(sheet.profile.contacts)),
            ],
        },
        Part {
            title: "tenc-knowledge",
            facts: [
                fact("tenc-records", points(sheet.knowledge.records)),
                fact("tenc-written", rate(sheet.knowledge.written_up)),
                fact("tenc-level", cx.say(names::level(segment.level))),
            ],
        },
        Part {
            title: "tenc-segmentation",
            facts: [
                fact("value-tier", cx.say(names::tier(segment.computed))),
                fact("value-placed", placed),
                fact("tenc-rfm", format!("{} · {}", or_dash(segment.rfm.map(|rfm| rfm.code().to_string())), cx.say(names::kind(segment.kind)))),
            ],
        },
        Part {
            title: "tenc-customization",
            facts: [
                fact("tenc-shown", rate(custom.shown)),
                fact("tenc-fit", or_dash(custom.fit.map(|fit| crate::words::signed(fit, 1)))),
                fact("tenc-discount", format!("{} · {}", or_dash(custom.discount.map(|d| cx.percent(d))), cx.say(names::service_level(custom.service)))),
            ],
        },
        Part {
            title: "tenc-value",
            facts: [
                fact("tenc-established", yuan(sheet.value.past + sheet.value.current)),
                fact("tenc-potential", yuan(sheet.value.potential)),
                fact("tenc-model", yuan(sheet.value.model)),
            ],
        },
        Part {
            title: "tenc-satisfaction",
            facts: [
                fact("tenc-surveyed", surveyed.unwrap_or_else(|| cx.say("unknown"))),
                fact("tenc-bad", crate::words::decimal(sheet.satisfaction.bad_impressions, 1)),
                fact("queue-open", sheet.satisfaction.open_tickets.to_string()),
            ],
        },
        Part {
            title: "tenc-development",
            facts: [
                fact("tenc-cross", if classes.is_empty() { "—".to_owned() } else { classes.join(" · ") }),
                fact("tenc-up", or_dash(sheet.development.growth.map(|growth| format!("× {}", crate::words::decimal(growth, 1))))),
                fact("funnel-open", if open == 0 { "—".to_owned() } else { format!("{open} · {}", cx.money_short(amount)) }),
            ],
        },
        Part {
            title: "tenc-retention",
            facts: [
                fact("tenc-alive", or_dash(sheet.retention.p_alive.map(|share| cx.percent(share)))),
                fact("tenc-bonds", format!("{} · {}", points(sheet.retention.trust), points(sheet.retention.commitment))),
                fact("tenc-silent", sheet.retention.silent_months.to_string()),
            ],
        },
        Part {
            title: "tenc-acquisition",
            facts: [
                fact("tenc-found", or_dash(found)),
                fact("tenc-first", or_dash(sheet.acquisition.first_order.map(|round| cx.month_name(round)))),
                fact("tenc-cost", cx.money_short(sheet.acquisition.cost)),
            ],
        },
        Part {
            title: "tenc-profitability",
            facts: [
                fact("value-revenue", format!("{} · {}", cx.money_short(profit.revenue), profit.orders)),
                fact("value-contribution", cx.money_short(profit.contribution)),
                fact("tenc-margin", or_dash(profit.margin.map(|margin| cx.percent(margin)))),
            ],
        },
    ]
}
