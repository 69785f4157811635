//! What a card takes: minutes and money, known before it is played (docs/model.md#hours-and-money, #outside-the-role).

use crate::sim::cards::command::{Action, Card};
use crate::sim::orders::goods;
use crate::sim::scenario::Guide;
use crate::sim::units::{CustomerId, Fen, Minutes};

/// Minutes and yuan of a card. `last_order` tells the amount of a customer's last order, for concessions and compensation.
#[must_use]
pub fn of(card: &Card, guide: &Guide, last_order: impl Fn(CustomerId) -> Fen) -> (Minutes, Fen) {
    let rules = &guide.rules;
    let (finding, selling, service, lifecycle) = (&rules.finding, &rules.selling, &rules.service, &rules.lifecycle);
    let cultivation = &rules.cultivation;
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
        Action::PursueMany { deals, .. } => (deals.iter().map(|d| d.1).sum(), selling.call_cost.times(deals.len() as i64), 0),
        Action::Demo { .. } => (selling.demo_hours, selling.demo_cost, 1),
        Action::FreeCheck { .. } => (selling.check_hours, selling.check_cost, 1),
        Action::Quote { .. } => (selling.quote_hours, Fen::ZERO, 1),
        Action::Gift { amount, .. } => (rules.gifts.hours, *amount, 0),
        Action::Handover { customers } => (each(selling.handover_hours, customers.len()), Fen::ZERO, 0),
        Action::WinBack { customer, concession } => (lifecycle.win_back_hours, last_order(*customer).scale(*concession), 0),
        Action::Forecast => (selling.forecast_hours, Fen::ZERO, 0),
        Action::Purchase { product, quantity, express } => (rules.goods.purchase_hours, goods::purchase_cost(guide, *product, *quantity, *express), 0),
        Action::Care { visits } => (visits.iter().map(|v| v.1).sum(), rules.care.cost.times(visits.len() as i64), 0),
        // tickets are written up within the time of the queue
        Action::Queue { time, .. } => (*time, Fen((service.hour_cost.0 as f64 * time.to_hours()).round() as i64), 0),
        Action::Check { customers } => (each(service.check_hours, customers.len()), Fen::ZERO, customers.len()),
        Action::Article { .. } => (service.article_hours, Fen::ZERO, 0),
        Action::Compensate { customer, share } => (service.compensation_hours, last_order(*customer).scale(*share), 0),
        Action::Survey { customers } => (each(service.survey_hours, customers.len()), Fen::ZERO, customers.len()),
        // names are taken within the time at the door
        Action::Reception { time } => (*time, Fen::ZERO, 0),
        Action::BuyCrm => (rules.tools.buy_hours, rules.tools.buy_cost, 0),
        Action::BuildCrm { time } => (*time, Fen::ZERO, 0),
        Action::Campaign { budget, .. } => (rules.campaigns.hours, *budget, 0),
        // the order is written up, not the bid
        Action::Bid { .. } => (rules.tenders.hours, Fen::ZERO, 1),
        Action::Rebate { amount, .. } => (rules.gifts.rebate_hours, *amount, 0),
        Action::Invest(what) => (rules.investments.hours, crate::sim::company::investing::price(&rules.investments, *what), 0),
        Action::Close(_) => (rules.investments.hours, Fen::ZERO, 0),
        Action::Nurture { customers } => {
            let groups = customers.len().div_ceil(usize::from(cultivation.group.max(1)));
            (each(cultivation.nurture_hours, groups), cultivation.nurture_cost.times(groups as i64), 0)
        }
        Action::Design { .. } => (cultivation.design_hours, Fen::ZERO, 1),
        Action::Hire { .. } => (rules.staffing.hire_hours, rules.staffing.hire_cost, 0),
        Action::Train { .. } => (rules.staffing.train_hours, rules.staffing.train_cost, 0),
        Action::GiveToPool { customers } | Action::TakeFromPool { customers } => (each(rules.pool.hours, customers.len()), Fen::ZERO, 0),
    };
    let notes = if card.write_up { each(rules.work.write_up, interactions) } else { Minutes::ZERO };
    (minutes + notes, cost)
}

/// The same for somebody to whose role the card does not belong: work of fixed hours takes `1/share` as long, in minutes
/// rounded up to five; where the player sets the hours they stay, and do less.
#[must_use]
pub fn with_share(card: &Card, (minutes, cost): (Minutes, Fen), share: f64) -> (Minutes, Fen) {
    let set = matches!(
        card.action,
        Action::Prospect { .. } | Action::Call { .. } | Action::Pursue { .. } | Action::PursueMany { .. } | Action::Care { .. } | Action::Queue { .. }
    );
    if share >= 1.0 || share <= 0.0 || set {
        return (minutes, cost);
    }
    (Minutes((f64::from(minutes.0) / share / 5.0 - 1e-9).ceil() as i32 * 5), cost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::scenario::{Severity, Style};
    use crate::sim::terms::{Intent, QueuePolicy, QuoteTerms};
    use crate::sim::testing::guide;
    use crate::sim::units::{ContactId, OpportunityId, ProductId, Role, Round, Source};

    #[test]
    fn cards_take_the_hours_and_money_of_the_table() {
        let one = || vec![CustomerId(1)];
        let two = || vec![CustomerId(1), CustomerId(2)];
        let deal = OpportunityId { customer: CustomerId(1), born: Round(1), source: Source::Stochastic };
        let call = Action::Call { customer: CustomerId(1), contact: ContactId(0), deal: None, style: Style::A, intent: Intent::Ask, time: Minutes::hours(6) };
        // hours, yuan, interactions to write up; the last order was 100,000
        for (action, hours, yuan, interactions) in [
            (Action::Exhibition, 16, 20_000, 0),
            (Action::Summit, 12, 30_000, 0),
            (Action::Prospect { time: Minutes::hours(40) }, 40, 0, 0),
            (Action::Research { customers: one() }, 4, 0, 1),
            (Action::Qualify { customers: two() }, 8, 0, 2),
            (Action::AskReferral { customers: two() }, 4, 0, 0),
            (call, 6, 200, 1),
            (
                Action::PursueMany { deals: vec![(deal, Minutes::hours(2)), (deal, Minutes::hours(3))], terms: QuoteTerms::default(), intent: Intent::Ask },
                5,
                400,
                0,
            ),
            (Action::Reception { time: Minutes::hours(10) }, 10, 0, 0),
            (Action::BuyCrm, 8, 20_000, 0),
            (Action::BuildCrm { time: Minutes::hours(120) }, 120, 0, 0),
            (Action::Demo { deal }, 8, 1_500, 1),
            (Action::FreeCheck { customer: CustomerId(1) }, 6, 1_000, 1),
            (Action::Quote { deal, terms: QuoteTerms::default() }, 3, 0, 1),
            (Action::Gift { customer: CustomerId(1), contact: ContactId(0), amount: Fen::yuan(150) }, 1, 150, 0),
            (Action::Handover { customers: two() }, 8, 0, 0),
            (Action::WinBack { customer: CustomerId(1), concession: 0.03 }, 12, 3_000, 0),
            (Action::Forecast, 2, 0, 0),
            // .8 of the market price 5,500, for ten; 3 % more
            (Action::Purchase { product: ProductId(0), quantity: 10, express: false }, 1, 44_000, 0),
            (Action::Purchase { product: ProductId(0), quantity: 10, express: true }, 1, 45_320, 0),
            (Action::Care { visits: vec![(CustomerId(1), Minutes::hours(2)), (CustomerId(2), Minutes::hours(4))] }, 6, 200, 0),
            (Action::Queue { time: Minutes::hours(30), policy: QueuePolicy::Value }, 30, 1_500, 0),
            (Action::Check { customers: two() }, 4, 0, 2),
            (Action::Article { class: Severity::Minor }, 6, 0, 0),
            (Action::Compensate { customer: CustomerId(1), share: 0.05 }, 1, 5_000, 0),
            (Action::Survey { customers: two() }, 2, 0, 2),
            (Action::Nurture { customers: (0..10).map(CustomerId).collect() }, 8, 1_000, 0),
            (Action::Nurture { customers: (0..11).map(CustomerId).collect() }, 16, 2_000, 0),
            (Action::Design { deal }, 8, 0, 1),
            (Action::Hire { role: Role::Service }, 8, 8_000, 0),
            (Action::Train { role: Role::Service, person: 0 }, 16, 3_000, 0),
            (Action::GiveToPool { customers: two() }, 2, 0, 0),
            (Action::TakeFromPool { customers: two() }, 2, 0, 0),
        ] {
            for write_up in [false, true] {
                let notes = if write_up { Minutes(15 * interactions) } else { Minutes::ZERO };
                let found = of(&Card { action: action.clone(), write_up }, &guide(), |_| Fen::yuan(100_000));
                assert_eq!(found, (Minutes::hours(hours) + notes, Fen::yuan(yuan)), "{action:?} {write_up}");
            }
        }
    }

    #[test]
    fn work_outside_ones_role_takes_longer_or_does_less() {
        let research = Card { action: Action::Research { customers: vec![CustomerId(1)] }, write_up: true };
        let usual = of(&research, &guide(), |_| Fen::ZERO);
        // 4 h 15 min / .6 = 425 min
        assert_eq!((usual.0, with_share(&research, usual, 0.6).0), (Minutes(255), Minutes(425)));
        let prospect = Card { action: Action::Prospect { time: Minutes::hours(40) }, write_up: false };
        assert_eq!(with_share(&prospect, (Minutes::hours(40), Fen::ZERO), 0.6).0, Minutes::hours(40));
        assert_eq!(with_share(&research, usual, 1.0), usual);
    }
}
