//! The form on which the team's leader files the strategy, in the first month.

use super::form::{Choice, Does, FIELD, Field, Input, Sheet};
use super::parts::Desk;
use crate::advice::agenda::AgendaItem;
use crate::advice::strategy::start;
use crate::prose::names;
use crate::sim::terms::{Level, Positioning, Strategy, Tier};
use crate::sim::units::IndustryId;
use crate::sim::view::View;

const POSITIONINGS: [(Positioning, &str); 3] =
    [(Positioning::Price, "positioning-price-hint"), (Positioning::Quality, "positioning-quality-hint"), (Positioning::Service, "positioning-service-hint")];

/// The form, on the seat of whoever leads the team; None once the strategy is filed or the month for it is over.
pub fn sheet(desk: &Desk) -> Option<Sheet> {
    let (prose, view) = (desk.prose, desk.view());
    let is_asked = desk.entries().iter().any(|entry| entry.item == AgendaItem::Strategy);
    if !desk.plans || !desk.leads() || !is_asked {
        return None;
    }
    let before = start(view);
    let field = |name: String, label: String, input| Field { name: format!("{FIELD}{name}"), label, hint: String::new(), input };
    let industries = view.guide.industries.iter().enumerate();
    let segments = industries.map(|(value, industry)| Choice { value, text: prose.text(&industry.name), on: before.segments.contains(&IndustryId::at(value)) });
    let positioning = |(value, (positioning, hint)): (usize, &(Positioning, &str))| Choice {
        value,
        text: format!("{} · {}", prose.say(names::positioning(*positioning)), prose.say(hint)),
        on: before.positioning == *positioning,
    };
    let level = |tier: Tier| {
        let choice = |(value, level): (usize, Level)| Choice {
            value,
            text: format!("{} · {}", prose.say(names::level(level)), prose.say(names::level_hint(level))),
            on: before.levels[tier.index()] == level,
        };
        field(format!("level-{}", tier.index()), prose.say(names::tier(tier)), Input::One(Level::ALL.into_iter().enumerate().map(choice).collect()))
    };
    let mut fields = vec![
        field("segment".to_owned(), prose.say("strategy-segments"), Input::Some(segments.collect())),
        field("positioning".to_owned(), prose.say("strategy-positioning"), Input::One(POSITIONINGS.iter().enumerate().map(positioning).collect())),
    ];
    fields.push(field(String::new(), prose.say("strategy-levels"), Input::Heading));
    fields.extend(Tier::ALL.map(level));
    Some(Sheet {
        title: prose.say("strategy-title"),
        lead: prose.say("strategy-lead"),
        fields,
        told: Vec::new(),
        warnings: Vec::new(),
        does: Does { act: "strategy", what: String::new(), name: prose.say("strategy-file") },
        leave: String::new(),
    })
}

/// What was filled in; None where no segment is chosen or a value is none of those offered.
pub fn read(view: &View, fields: &[(String, String)]) -> Option<Strategy> {
    let mut strategy = Strategy { segments: Vec::new(), ..start(view) };
    for (name, value) in fields {
        let value: usize = value.parse().ok()?;
        match name.as_str() {
            "segment" if value < view.guide.industries.len() => strategy.segments.push(IndustryId::at(value)),
            "positioning" => strategy.positioning = POSITIONINGS.get(value)?.0,
            name => {
                let tier = Tier::ALL.into_iter().find(|tier| name.strip_prefix("level-") == Some(tier.index().to_string().as_str()))?;
                strategy.levels[tier.index()] = *Level::ALL.get(value)?;
            }
        }
    }
    (!strategy.segments.is_empty()).then_some(strategy)
}
