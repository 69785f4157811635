//! A query of one's own: its name and its conditions, with the number of customers it takes now.

use crate::crm::query::{Index, owners};
use crate::game::desk::state::QueryForm;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::InSight as _;
use crate::game::widgets::{Button, line, line_field, lines, sent, stepper, toggle_chip};
use crate::prose::{Prose, names};
use crate::sim::notes::{Condition, Field, Note, Origin, QUERY_NAME, Query, Span};
use crate::sim::terms::{Found, Phase};
use crate::sim::terms::{Kind, Level, Tier};
use crate::sim::units::{ChannelId, CustomerId, Fen, IndustryId, MediumId, Role};
use bevy_egui::egui::{Align, ComboBox, Layout, ScrollArea, Ui, vec2};

/// Yearly values to choose bounds from, in yuan.
const VALUES: [i64; 8] = [1_000, 10_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000];
/// More than any customer is worth.
const BOUNDLESS: Fen = Fen(i64::MAX);

/// Draws the form. `Some(Some(note))`: save it; `Some(None)`: leave it.
pub fn form(prose: &Prose, form: &mut QueryForm, ui: &mut Ui) -> Option<Option<Note>> {
    let p = theme::palette(ui);
    let scale = theme::scale(ui.style()).clamp(0.9, 1.3);
    let width = (660.0 * scale).min(ui.ctx().content_rect().width() - 120.0);
    ui.set_width(width);
    line_field(ui, &mut form.name, &prose.say("query-name"), &prose.say("query-name"), QUERY_NAME, width);
    let height = (ui.ctx().content_rect().height() - 256.0).max(160.0);
    ScrollArea::vertical().id_salt("conditions").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        conditions(prose, &mut form.query, ui);
    });
    let count = Index::new(prose.view).list(&form.query).len();
    lines(ui, Type::Small, &prose.say_with("query-takes", &[("count", count.into())]), p.muted);
    let mut answer = None;
    ui.horizontal(|ui| {
        let name = sent(&form.name);
        let is_taken = prose.view.notes.queries.iter().any(|q| Some(q.id) != form.id && q.name == name);
        if ui.add_enabled(!name.is_empty() && !is_taken, Button::primary(prose.say("query-save")).icon(icons::FLOPPY_DISK)).clicked() {
            let query = form.query.clone();
            answer = Some(Some(match form.id {
                Some(id) => Note::ChangeQuery { id, name: name.clone(), query },
                None => Note::SaveQuery { name: name.clone(), query },
            }));
        }
        if ui.add(Button::quiet(prose.say("desk-cancel"))).clicked() {
            answer = Some(None);
        }
        if is_taken {
            lines(ui, Type::Small, &prose.say("reject-name"), p.warn);
        }
    });
    answer
}

fn conditions(prose: &Prose, query: &mut Query, ui: &mut Ui) {
    const PHASES: [Phase; 6] = [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost];
    row(prose, ui, "query-when", |ui| {
        span(prose, ui, query, "query-contacted", Field::Contacted, Condition::Contacted);
        span(prose, ui, query, "query-visited", Field::Visited, Condition::Visited);
        span(prose, ui, query, "query-added", Field::Added, Condition::Added);
        span(prose, ui, query, "query-ordered", Field::Ordered, Condition::Ordered);
        span(prose, ui, query, "query-due", Field::Due, Condition::Due);
    });
    row(prose, ui, "query-part", |ui| {
        let before = match query.get(Field::Name) {
            Some(Condition::Name(part)) => part.clone(),
            _ => String::new(),
        };
        let mut part = before.clone();
        line_field(ui, &mut part, &prose.say("query-part"), &prose.say("customers-search-hint"), QUERY_NAME, ui.available_width());
        if part != before {
            // the blank before the next word is typed as well
            let part = part.trim_start().to_owned();
            query.set(Field::Name, (!part.is_empty()).then_some(Condition::Name(part)));
        }
    });
    chips(prose, ui, query, "field-phase", PHASES.map(|phase| (Condition::Phase(phase), prose.phase(phase))));
    let mut kinds = [Kind::Qualified, Kind::Intending, Kind::Paused].map(|kind| (Condition::Kind(kind), prose.say(names::kind(kind)))).to_vec();
    kinds.push((Condition::Dormant, prose.say("query-dormant")));
    kinds.push((Condition::Stuck, prose.say("query-stuck")));
    kinds.push((Condition::Pooled, prose.say("query-pooled")));
    chips(prose, ui, query, "field-kind", kinds);
    chips(prose, ui, query, "field-tier", Tier::ALL.map(|tier| (Condition::Tier(tier), prose.say(names::tier(tier)))));
    chips(prose, ui, query, "field-level", Level::ALL.map(|level| (Condition::Level(level), prose.say(names::level(level)))));
    let industries =
        prose.view.guide.industries.iter().enumerate().map(|(index, industry)| (Condition::Industry(IndustryId::at(index)), prose.text(&industry.name)));
    chips(prose, ui, query, "field-industry", industries);
    // those that some customer came by, or that are asked for
    let has = |origin: &Origin| prose.view.customers.iter().any(|c| c.found.is_some_and(|(found, _)| Origin::of(found) == *origin));
    let origins = Origin::ALL.into_iter().filter(|origin| has(origin) || query.has(&Condition::Origin(*origin)));
    let origins: Vec<_> = origins.map(|origin| (Condition::Origin(origin), prose.say(names::found(found(origin))))).collect();
    chips(prose, ui, query, "field-source", origins);
    let mut owning: Vec<_> = owners(prose.view).map(|place| (Condition::Person(place), prose.person(Role::AccountManager, place))).collect();
    // a query saved when roles answered for customers: to be seen, and to be taken off
    let of_roles = Role::ALL.map(|role| (Condition::Owner(role), prose.say(names::role_short(role))));
    owning.extend(of_roles.into_iter().filter(|(condition, _)| query.has(condition)));
    chips(prose, ui, query, "field-owner", owning);
    let satisfaction = [
        (Condition::Satisfaction { from: 0, to: 59 }, prose.say_with("query-below", &[("points", 60.into())])),
        (Condition::Satisfaction { from: 60, to: 74 }, "60–74".to_owned()),
        (Condition::Satisfaction { from: 75, to: 100 }, prose.say_with("query-at-least", &[("points", 75.into())])),
        (Condition::NotSurveyed, prose.say("query-not-surveyed")),
    ];
    chips(prose, ui, query, "field-satisfaction", satisfaction);
    let open = [
        (Condition::OpenDeal, prose.say("query-open-deal")),
        (Condition::OpenTicket, prose.say("query-open-ticket")),
        (Condition::Overdue, prose.say("query-overdue")),
        (Condition::NoTask, prose.say("query-no-task")),
    ];
    chips(prose, ui, query, "query-open", open);
    row(prose, ui, "field-value", |ui| values(prose, query, ui));
    row(prose, ui, "query-silent", |ui| {
        let now = match query.get(Field::Silent) {
            Some(Condition::Silent(months)) => *months,
            _ => 0,
        };
        let mut months = f64::from(now);
        let shown = if now == 0 { prose.say("query-any") } else { prose.say_with("query-months", &[("count", now.into())]) };
        if stepper(ui, &mut months, 0.0..=12.0, 1.0, &prose.say("query-silent"), &shown) {
            let months = months as u16;
            query.set(Field::Silent, (months > 0).then_some(Condition::Silent(months)));
        }
    });
}

/// A way of being found that stands for an origin.
const fn found(origin: Origin) -> Found {
    match origin {
        Origin::AtStart => Found::AtStart,
        Origin::Exhibition => Found::Exhibition,
        Origin::Summit => Found::Summit,
        Origin::Prospecting => Found::Prospecting,
        Origin::Referral => Found::Referral(CustomerId(0)),
        Origin::Called => Found::Called,
        Origin::WalkIn => Found::WalkIn(ChannelId(0)),
        Origin::Campaign => Found::Campaign(MediumId(0)),
        Origin::Tender => Found::Tender,
        Origin::Pool => Found::Pool,
    }
}

/// What it is about at the left, the choices at the right.
fn row(prose: &Prose, ui: &mut Ui, key: &str, add: impl FnOnce(&mut Ui)) {
    let p = theme::palette(ui);
    ui.horizontal_top(|ui| {
        let width = 110.0 * theme::scale(ui.style());
        ui.allocate_ui_with_layout(vec2(width, 32.0), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(width);
            line(ui, Type::Caption, &prose.say(key), p.muted);
        });
        ui.with_layout(Layout::left_to_right(Align::Min).with_main_wrap(true), |ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            add(ui);
        });
    });
}

fn chips(prose: &Prose, ui: &mut Ui, query: &mut Query, key: &str, choices: impl IntoIterator<Item = (Condition, String)>) {
    row(prose, ui, key, |ui| {
        for (condition, name) in choices {
            let mut on = query.has(&condition);
            if toggle_chip(ui, &mut on, &name).clicked() {
                query.toggle(condition);
            }
        }
    });
}

fn values(prose: &Prose, query: &mut Query, ui: &mut Ui) {
    let (mut from, mut to) = match query.get(Field::Value) {
        Some(Condition::Value { from, to }) => (*from, *to),
        _ => (Fen::ZERO, BOUNDLESS),
    };
    let before = (from, to);
    let width = 110.0 * theme::scale(ui.style());
    let least =
        |value: Fen| if value == Fen::ZERO { prose.say("query-any") } else { prose.say_with("query-from", &[("amount", prose.money_short(value).into())]) };
    ComboBox::from_id_salt("from").width(width).selected_text(least(from)).show_in_sight(ui, |ui| {
        for value in std::iter::once(0).chain(VALUES).map(Fen::yuan) {
            ui.selectable_value(&mut from, value, least(value));
        }
    });
    let most =
        |value: Fen| if value == BOUNDLESS { prose.say("query-any") } else { prose.say_with("query-under", &[("amount", prose.money_short(value).into())]) };
    ComboBox::from_id_salt("to").width(width).selected_text(most(to)).show_in_sight(ui, |ui| {
        for value in VALUES.map(Fen::yuan).into_iter().chain([BOUNDLESS]).filter(|value| *value > from) {
            ui.selectable_value(&mut to, value, most(value));
        }
    });
    if (from, to) != before {
        let to = if to > from { to } else { BOUNDLESS };
        let is_any = from == Fen::ZERO && to == BOUNDLESS;
        query.set(Field::Value, (!is_any).then_some(Condition::Value { from, to }));
    }
}

fn span(prose: &Prose, ui: &mut Ui, query: &mut Query, key: &str, field: Field, make: fn(Span) -> Condition) {
    let spans: &[(Span, &str)] = match field {
        Field::Due => &[(Span::Now, "span-now"), (Span::Next, "span-next")],
        _ => &[(Span::Now, "span-now"), (Span::LastMonth, "span-last-month"), (Span::LastQuarter, "span-last-quarter")],
    };
    let chosen = spans.iter().find(|(span, _)| query.has(&make(*span)));
    let text = chosen.map_or_else(|| prose.say(key), |(_, name)| format!("{} {}", prose.say(key), prose.say(name)));
    ComboBox::from_id_salt(key).width(96.0 * theme::scale(ui.style())).selected_text(text).show_in_sight(ui, |ui| {
        if ui.selectable_label(chosen.is_none(), prose.say("query-any")).clicked() {
            query.set(field, None);
        }
        for (span, name) in spans {
            if ui.selectable_label(chosen.is_some_and(|(now, _)| now == span), prose.say(name)).clicked() {
                query.set(field, Some(make(*span)));
            }
        }
    });
}
