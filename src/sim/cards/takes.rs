//! What a card takes: minutes and money, known before it is played (docs/model.md#hours-and-money).

use super::Card;
use crate::sim::scenario::Guide;
use crate::sim::units::{CustomerId, Fen, Minutes, Role};

/// Who sets the time of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// The work has its length; who is new to it takes longer.
    Fixed,
    /// The player sets them; who is new to it gets less done.
    Chosen,
}

/// Time and money of a card, played by somebody of its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takes {
    /// Without writing up.
    pub minutes: Minutes,
    /// Known beforehand; what else a card pays as it goes is not in it.
    pub cost: Fen,
    /// Interactions to write up, each of which takes its time; 0 where that is part of the card's own.
    pub interactions: usize,
    /// Who sets the minutes.
    pub hours: Hours,
}

impl Takes {
    /// Work of a fixed length, with nothing to pay and nothing to write up.
    #[must_use]
    pub const fn fixed(minutes: Minutes) -> Takes {
        Takes { minutes, cost: Fen::ZERO, interactions: 0, hours: Hours::Fixed }
    }

    /// The same for each of so many.
    #[must_use]
    pub const fn each(minutes: Minutes, count: usize) -> Takes {
        Takes::fixed(Minutes(minutes.0.saturating_mul(count as i32)))
    }

    /// As long as the player says.
    #[must_use]
    pub const fn chosen(minutes: Minutes) -> Takes {
        Takes { hours: Hours::Chosen, ..Takes::fixed(minutes) }
    }

    /// The same, with so much to pay.
    #[must_use]
    pub const fn costing(self, cost: Fen) -> Takes {
        Takes { cost, ..self }
    }

    /// The same, with so many interactions to write up.
    #[must_use]
    pub const fn writing_up(self, interactions: usize) -> Takes {
        Takes { interactions, ..self }
    }
}

/// Minutes and money of a card, played by somebody of its role. `last_order` tells the amount of a customer's last order, for
/// concessions and compensation.
#[must_use]
pub fn takes(card: &Card, guide: &Guide, last_order: impl Fn(CustomerId) -> Fen) -> (Minutes, Fen) {
    let takes = card.action.rules().takes(guide, &last_order);
    (takes.minutes + notes(card, guide, takes), takes.cost)
}

fn notes(card: &Card, guide: &Guide, takes: Takes) -> Minutes {
    if card.write_up { Takes::each(guide.rules.work.write_up, takes.interactions).minutes } else { Minutes::ZERO }
}

/// The same, played by `role`: outside the role, work of a fixed length takes `1/share` as long, in minutes rounded up to five;
/// where the player sets the hours they stay, and do less.
#[must_use]
pub fn takes_outside(card: &Card, guide: &Guide, role: Role, last_order: impl Fn(CustomerId) -> Fen) -> (Minutes, Fen) {
    let takes = card.action.rules().takes(guide, &last_order);
    let minutes = takes.minutes + notes(card, guide, takes);
    let share = card.action.share_of(guide, role);
    if share >= 1.0 || share <= 0.0 || takes.hours == Hours::Chosen {
        return (minutes, takes.cost);
    }
    (Minutes((f64::from(minutes.0) / share / 5.0 - 1e-9).ceil() as i32 * 5), takes.cost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards::{self, Action};
    use crate::sim::scenario::{Severity, Style};
    use crate::sim::terms::{Intent, QueuePolicy, QuoteTerms};
    use crate::sim::testing::guide;
    use crate::sim::units::{ContactId, NeedId, ProductId, Round, Source};

    #[test]
    fn cards_take_the_hours_and_money_of_the_table() {
        let one = || vec![CustomerId(1)];
        let two = || vec![CustomerId(1), CustomerId(2)];
        let deal = NeedId { customer: CustomerId(1), born: Round(1), source: Source::Stochastic };
        let call = Action::Call(cards::Call {
            customer: CustomerId(1),
            contact: ContactId(0),
            deal: None,
            style: Style::A,
            intent: Intent::Ask,
            time: Minutes::from_hours(6),
        });
        // hours, yuan, interactions to write up; the last order was 100,000
        for (action, hours, yuan, interactions) in [
            (Action::Exhibition(cards::Exhibition), 16, 20_000, 0),
            (Action::Summit(cards::Summit), 12, 30_000, 0),
            (Action::Prospect(cards::Prospect { time: Minutes::from_hours(40) }), 40, 0, 0),
            (Action::Research(cards::Research { customers: one() }), 4, 0, 1),
            (Action::Qualify(cards::Qualify { customers: two() }), 8, 0, 2),
            (Action::AskReferral(cards::AskReferral { customers: two() }), 4, 0, 0),
            (call, 6, 200, 1),
            (
                Action::PursueMany(cards::PursueMany {
                    deals: vec![(deal, Minutes::from_hours(2)), (deal, Minutes::from_hours(3))],
                    terms: QuoteTerms::default(),
                    intent: Intent::Ask,
                }),
                5,
                400,
                0,
            ),
            (Action::Reception(cards::Reception { time: Minutes::from_hours(10) }), 10, 0, 0),
            (Action::BuyCrm(cards::BuyCrm), 8, 20_000, 0),
            (Action::BuildCrm(cards::BuildCrm { time: Minutes::from_hours(120) }), 120, 0, 0),
            (Action::Demo(cards::Demo { deal }), 8, 1_500, 1),
            (Action::FreeCheck(cards::FreeCheck { customer: CustomerId(1) }), 6, 1_000, 1),
            (Action::Quote(cards::Quote { deal, terms: QuoteTerms::default() }), 3, 0, 1),
            (Action::Gift(cards::Gift { customer: CustomerId(1), contact: ContactId(0), amount: Fen::yuan(150) }), 1, 150, 0),
            (Action::Handover(cards::Handover { customers: two() }), 8, 0, 0),
            (Action::WinBack(cards::WinBack { customer: CustomerId(1), concession: 0.03 }), 12, 3_000, 0),
            (Action::Forecast(cards::Forecast), 2, 0, 0),
            // .8 of the market price 5,500, for ten; 3 % more
            (Action::Purchase(cards::Purchase { product: ProductId(0), quantity: 10, express: false }), 1, 44_000, 0),
            (Action::Purchase(cards::Purchase { product: ProductId(0), quantity: 10, express: true }), 1, 45_320, 0),
            (Action::Care(cards::Care { visits: vec![(CustomerId(1), Minutes::from_hours(2)), (CustomerId(2), Minutes::from_hours(4))] }), 6, 200, 0),
            (Action::Queue(cards::Queue { time: Minutes::from_hours(30), policy: QueuePolicy::Value }), 30, 1_500, 0),
            (Action::Check(cards::Check { customers: two() }), 4, 0, 2),
            (Action::Article(cards::Article { class: Severity::Minor }), 6, 0, 0),
            (Action::Compensate(cards::Compensate { customer: CustomerId(1), share: 0.05 }), 1, 5_000, 0),
            (Action::Survey(cards::Survey { customers: two() }), 2, 0, 2),
            (Action::Nurture(cards::Nurture { customers: (0..10).map(CustomerId).collect() }), 8, 1_000, 0),
            (Action::Nurture(cards::Nurture { customers: (0..11).map(CustomerId).collect() }), 16, 2_000, 0),
            (Action::Design(cards::Design { deal }), 8, 0, 1),
            (Action::Hire(cards::Hire { role: Role::Service }), 8, 8_000, 0),
            (Action::Train(cards::Train { role: Role::Service, person: 0 }), 16, 3_000, 0),
            (Action::GiveToPool(cards::GiveToPool { customers: two() }), 2, 0, 0),
            (Action::TakeFromPool(cards::TakeFromPool { customers: two() }), 2, 0, 0),
        ] {
            for write_up in [false, true] {
                let notes = if write_up { Minutes(15 * interactions) } else { Minutes::ZERO };
                let found = takes(&Card { action: action.clone(), write_up }, &guide(), |_| Fen::yuan(100_000));
                assert_eq!(found, (Minutes::from_hours(hours) + notes, Fen::yuan(yuan)), "{action:?} {write_up}");
            }
        }
    }

    #[test]
    fn work_outside_ones_role_takes_longer_or_does_less() {
        let research = Card { action: Action::Research(cards::Research { customers: vec![CustomerId(1)] }), write_up: true };
        let mut guide = guide();
        guide.rules.staffing.outside_role = 0.6;
        let by = |card: &Card, role| takes_outside(card, &guide, role, |_| Fen::ZERO).0;
        // 4 h 15 min / .6 = 425 min
        assert_eq!([Role::Developer, Role::Service].map(|role| by(&research, role)), [Minutes(255), Minutes(425)]);
        let prospect = Card { action: Action::Prospect(cards::Prospect { time: Minutes::from_hours(40) }), write_up: false };
        assert_eq!(by(&prospect, Role::Service), Minutes::from_hours(40));
    }
}
