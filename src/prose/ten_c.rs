//! The 10C sheet of a customer in words: ten headings, what the team knows under each.

use super::wording::Prose;
use super::writing::or_dash;
use super::{names, relations};
use crate::insight::Rate;
use crate::insight::ten_c::TenC;
use crate::sim::units::Fen;
use crate::words;

/// A heading and three facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub title: String,
    /// What, and how much.
    pub facts: [(String, String); 3],
}

fn rate(rate: Rate) -> String {
    format!("{}/{}", rate.part, rate.of)
}

/// The ten headings in their order; a dash where nothing is known.
#[must_use]
pub fn parts(prose: &Prose, sheet: &TenC) -> [Part; 10] {
    let fact = |key: &str, value: String| (prose.say(key), value);
    let yuan = |yuan: f64| prose.money_short(Fen((yuan * 100.0).round() as i64));
    let points = |points: f64| words::decimal(points, 0);
    let industry = prose.view.guide.industries.get(sheet.profile.industry.index()).map(|named| prose.text(&named.name));
    let segment = &sheet.segmentation;
    let placed = segment.placed.map_or_else(|| prose.say("value-not-placed"), |tier| prose.say(names::tier(tier)));
    let surveyed = sheet.satisfaction.surveyed.map(|(s, round)| format!("{} ({})", points(s), prose.month_name(round)));
    let classes: Vec<String> =
        sheet.development.classes.iter().filter_map(|class| prose.view.guide.need_classes.get(class.index())).map(|class| prose.text(&class.name)).collect();
    let (open, amount) = sheet.development.open;
    let custom = &sheet.customization;
    let found = sheet.acquisition.found.map(|(how, _)| prose.found(how));
    let profit = &sheet.profitability;
    [
        Part {
            title: prose.say("tenc-profile"),
            facts: [
                fact("tenc-industry", or_dash(industry)),
                fact("value-yearly", relations::yearly_value(prose, sheet.profile.yearly_value, sheet.profile.qualified)),
                fact("tenc-contacts", rate(sheet.profile.contacts)),
            ],
        },
        Part {
            title: prose.say("tenc-knowledge"),
            facts: [
                fact("tenc-records", points(sheet.knowledge.records)),
                fact("tenc-written", rate(sheet.knowledge.written_up)),
                fact("tenc-level", prose.say(names::level(segment.level))),
            ],
        },
        Part {
            title: prose.say("tenc-segmentation"),
            facts: [
                fact("value-tier", prose.say(names::tier(segment.computed))),
                fact("value-placed", placed),
                fact("tenc-rfm", format!("{} · {}", or_dash(segment.rfm.map(|rfm| rfm.code().to_string())), prose.say(relations::label_key(segment.kind)))),
            ],
        },
        Part {
            title: prose.say("tenc-customization"),
            facts: [
                fact("tenc-shown", rate(custom.shown)),
                fact("tenc-fit", or_dash(custom.fit.map(|fit| words::signed(fit, 1)))),
                fact("tenc-discount", format!("{} · {}", or_dash(custom.discount.map(|d| prose.percent(d))), prose.say(names::service_level(custom.service)))),
            ],
        },
        Part {
            title: prose.say("tenc-value"),
            facts: [
                fact("tenc-established", yuan(sheet.value.past + sheet.value.current)),
                fact("tenc-potential", yuan(sheet.value.potential)),
                fact("tenc-model", yuan(sheet.value.model)),
            ],
        },
        Part {
            title: prose.say("tenc-satisfaction"),
            facts: [
                fact("tenc-surveyed", surveyed.unwrap_or_else(|| prose.say("unknown"))),
                fact("tenc-bad", words::decimal(sheet.satisfaction.bad_impressions, 1)),
                fact("queue-open", sheet.satisfaction.open_tickets.to_string()),
            ],
        },
        Part {
            title: prose.say("tenc-development"),
            facts: [
                fact("tenc-cross", if classes.is_empty() { "—".to_owned() } else { classes.join(" · ") }),
                fact("tenc-up", or_dash(sheet.development.growth.map(|growth| format!("× {}", words::decimal(growth, 1))))),
                fact("funnel-open", if open == 0 { "—".to_owned() } else { format!("{open} · {}", prose.money_short(amount)) }),
            ],
        },
        Part {
            title: prose.say("tenc-retention"),
            facts: [
                fact("tenc-alive", or_dash(sheet.retention.p_alive.map(|share| prose.percent(share)))),
                fact("tenc-bonds", format!("{} · {}", points(sheet.retention.trust), points(sheet.retention.commitment))),
                fact("tenc-silent", sheet.retention.silent_months.to_string()),
            ],
        },
        Part {
            title: prose.say("tenc-acquisition"),
            facts: [
                fact("tenc-found", or_dash(found)),
                fact("tenc-first", or_dash(sheet.acquisition.first_order.map(|round| prose.month_name(round)))),
                fact("tenc-cost", prose.money_short(sheet.acquisition.cost)),
            ],
        },
        Part {
            title: prose.say("tenc-profitability"),
            facts: [
                fact("value-revenue", format!("{} · {}", prose.money_short(profit.revenue), profit.orders)),
                fact("value-contribution", prose.money_short(profit.contribution)),
                fact("tenc-margin", or_dash(profit.margin.map(|margin| prose.percent(margin)))),
            ],
        },
    ]
}
