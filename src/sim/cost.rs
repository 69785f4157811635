//! What a card takes: minutes and money, known before it is played (MODEL.md 5).

use super::command::{Action, Card};
use super::rules::Rules;
use super::units::{CustomerId, Fen, Minutes};

/// Minutes and yuan of a card. `last_order` tells the amount of a customer's last order, for concessions and compensation.
#[must_use]
pub fn of(card: &Card, rules: &Rules, last_order: impl Fn(CustomerId) -> Fen) -> (Minutes, Fen) {
    let (finding, selling, service, lifecycle) = (&rules.finding, &rules.selling, &rules.service, &rules.lifecycle);
    let each = |time: Minutes, count: usize| Minutes(time.0.saturating_mul(count as i32));
    let (minutes, cost, interactions) = match &card.action {
        Action::Exhibition => (finding.exhibition_hours, finding.exhibition_cost, 0),
        Action::Summit => (finding.summit_hours, finding.summit_cost, 0),
        // leads are paid for as they are found
        Action::Prospect { time } => (*time, Fen::ZERO, 0),
        Action::Research { customers } => (each(finding.research_hours, customers.len()), Fen::ZERO, customers.len()),
        Action::Qualify { customers } => (each(finding.qualify_hours, customers.len()), Fen::ZERO, customers.len()),
        Action::AskReferral { customers } => (each(finding.referral_hours, customers.len()), Fen::ZERO, 0),
        Action::Call { time, .. } => (*time, selling.call_cost, 1),
        // writing up is part of the time given to a pursuit; its calls, demo and quote are paid for as they happen
        Action::Pursue { time, .. } => (*time, selling.call_cost, 0),
        Action::Demo { .. } => (selling.demo_hours, selling.demo_cost, 1),
        Action::FreeCheck { .. } => (selling.check_hours, selling.check_cost, 1),
        Action::Quote { .. } => (selling.quote_hours, Fen::ZERO, 1),
        Action::Gift { amount, .. } => (rules.gifts.hours, *amount, 0),
        Action::Handover { customers } => (each(selling.handover_hours, customers.len()), Fen::ZERO, 0),
        Action::WinBack { customer, concession } => (lifecycle.win_back_hours, last_order(*customer).scale(*concession), 0),
        Action::Forecast => (selling.forecast_hours, Fen::ZERO, 0),
        Action::Care { visits } => (visits.iter().map(|v| v.1).sum(), rules.care.cost.times(visits.len() as i64), 0),
        // tickets are written up within the time of the queue
        Action::Queue { time, .. } => (*time, Fen((service.hour_cost.0 as f64 * time.to_hours()).round() as i64), 0),
        Action::Check { customers } => (each(service.check_hours, customers.len()), Fen::ZERO, customers.len()),
        Action::Article { .. } => (service.article_hours, Fen::ZERO, 0),
        Action::Compensate { customer, share } => (service.compensation_hours, last_order(*customer).scale(*share), 0),
        Action::Survey { customers } => (each(service.survey_hours, customers.len()), Fen::ZERO, customers.len()),
    };
    let notes = if card.write_up { each(rules.work.write_up, interactions) } else { Minutes::ZERO };
    (minutes + notes, cost)
}
