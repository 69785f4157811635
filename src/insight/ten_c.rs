//! The 10C sheet: everything about one customer under ten headings (docs/cases.md#value; docs/model.md#the-10c-sheet).

use super::orders::orders;
use super::portfolio::Row;
use super::resources::resources;
use super::rfm::Rfm;
use super::worth::{Worth, worth};
use super::{Rate, mean};
use crate::insight::funnel;
use crate::sim::knowledge::DealView;
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Found, Kind, Level, Phase, ServiceLevel, Tier};
use crate::sim::units::{CustomerId, Fen, IndustryId, NeedClassId, Round};
use crate::sim::view::View;

/// One customer, as far as the team knows it.
#[derive(Clone, Debug, PartialEq)]
pub struct TenC {
    /// Industry, yearly value, contacts met.
    pub profile: Profile,
    /// Record quality, and how many talks are written up.
    pub knowledge: Knowledge,
    /// Tier, RFM, kind, level.
    pub segmentation: Segmentation,
    /// What was shown and quoted, and how well it fits.
    pub customization: Customization,
    /// What it has brought and may bring, in yuan.
    pub value: Worth,
    /// As surveyed, and what it holds against the team.
    pub satisfaction: Satisfaction,
    /// What else it has bought, and how its orders grow.
    pub development: Development,
    /// Phase, trust, commitment, and whether it may buy again.
    pub retention: Retention,
    /// How the team came to know it, and at what cost.
    pub acquisition: Acquisition,
    /// Revenue and contribution so far.
    pub profitability: Profitability,
}

/// Who it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// Its trade, one of the scenario's.
    pub industry: IndustryId,
    /// Its traits are known: somebody qualified it, or it bought before the game.
    pub qualified: bool,
    /// What it may spend in a year; None until it is qualified or has bought.
    pub yearly_value: Option<Fen>,
    /// Members of the committee met.
    pub contacts: Rate,
}

/// What is on record about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knowledge {
    /// R, 0-100.
    pub records: f64,
    /// Talks, and those written up.
    pub written_up: Rate,
}

/// Where it belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segmentation {
    /// Tier of the pyramid by contribution so far.
    pub computed: Tier,
    /// Where the team placed it.
    pub placed: Option<Tier>,
    /// None without an order of this game.
    pub rfm: Option<Rfm>,
    /// What the team calls it; None for a buyer without a label.
    pub kind: Option<Kind>,
    /// How closely it is looked after.
    pub level: Level,
}

/// What was made to its measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Customization {
    /// Deals with a demo, a trial or a check, of all its deals.
    pub shown: Rate,
    /// Mean product fit of the quotes, in points.
    pub fit: Option<f64>,
    /// Mean discount of the quotes.
    pub discount: Option<f64>,
    /// What its last order promised for tickets.
    pub service: ServiceLevel,
}

/// How content it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Satisfaction {
    /// S as last surveyed, 0-100, and when; None if nobody has asked.
    pub surveyed: Option<(f64, Round)>,
    /// Bad impressions the team knows of, in whole ones.
    pub bad_impressions: f64,
    /// Those the team has been told of.
    pub open_tickets: u32,
}

/// Whether it buys more: of other things, or larger.
#[derive(Clone, Debug, PartialEq)]
pub struct Development {
    /// Classes of needs won: cross-selling.
    pub classes: Vec<NeedClassId>,
    /// Last order over the first: up-selling; None below two.
    pub growth: Option<f64>,
    /// Open deals and their amount.
    pub open: (u32, Fen),
}

/// Whether it stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retention {
    /// Where the relation stands.
    pub phase: Phase,
    /// Chance that it still buys, 0-1, from its orders alone; None without an order of this game.
    pub p_alive: Option<f64>,
    /// Purchases expected in 39 weeks.
    pub expected: Option<f64>,
    /// T, 0-100.
    pub trust: f64,
    /// C, 0-100.
    pub commitment: f64,
    /// Months without contact.
    pub silent_months: u16,
}

/// How it was won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Acquisition {
    /// How it came to be known, and when; round 0 is before the game.
    pub found: Option<(Found, Round)>,
    /// None without an order of this game.
    pub first_order: Option<Round>,
    /// Put into it up to the month of the first order, or so far: what was paid, and the hours at the wage.
    pub cost: Fen,
}

/// What is left of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profitability {
    /// Those before the game included.
    pub orders: u16,
    /// Sales and fees of the game.
    pub revenue: Fen,
    /// Revenue less all costs booked on it.
    pub contribution: Fen,
    /// Contribution over revenue.
    pub margin: Option<f64>,
}

/// The sheet; None for a customer the team does not know. `rows` are those of [`super::orders::customers`].
#[must_use]
pub fn ten_c(view: &View, id: CustomerId, rows: &[Row<CustomerId>]) -> Option<TenC> {
    let customer = view.customer(id)?;
    let row = rows.iter().find(|row| row.id == id);
    let deals: Vec<&DealView> = view.deals.iter().filter(|d| d.id.customer == id).collect();
    let mut contacts = Rate::default();
    customer.contacts.iter().filter(|c| !c.removed).for_each(|c| contacts.count(c.reached));
    let mut written_up = Rate::default();
    view.past.interactions.iter().filter(|talk| talk.customer == id).for_each(|talk| written_up.count(talk.written_up));
    let mut shown = Rate::default();
    deals.iter().for_each(|deal| shown.count(deal.demo || deal.check));
    let quotes = || deals.iter().filter_map(|deal| deal.quote.as_ref());
    let won = orders(view);
    let own: Vec<_> = won.iter().filter(|order| order.customer == id).collect();
    let first_order = own.iter().map(|order| order.round).min();
    let cost = resources(view, id, first_order).cost(&view.guide.rules.work);
    let mut classes: Vec<NeedClassId> = deals.iter().filter(|d| matches!(d.outcome, Some(DealOutcome::Won(_)))).filter_map(|d| d.class).collect();
    classes.sort_unstable();
    classes.dedup();
    let open = deals.iter().filter(|d| d.open());
    Some(TenC {
        profile: Profile { industry: customer.industry, qualified: customer.qualified, yearly_value: customer.yearly_value, contacts },
        knowledge: Knowledge { records: customer.records, written_up },
        segmentation: Segmentation {
            computed: customer.tier,
            placed: customer.placed,
            rfm: row.map(|row| row.rfm),
            kind: customer.kind.said_of(customer.orders),
            level: customer.level,
        },
        customization: Customization {
            shown,
            fit: mean(quotes().map(|q| q.fit)),
            discount: mean(quotes().filter(|q| q.tier_price > Fen::ZERO).map(|q| 1.0 - q.price.to_yuan() / q.tier_price.to_yuan())),
            service: customer.service,
        },
        value: worth(view, id, rows),
        satisfaction: Satisfaction {
            surveyed: customer.satisfaction,
            bad_impressions: customer.negative,
            open_tickets: view.tickets.iter().filter(|t| t.id.customer == id).count() as u32,
        },
        development: Development {
            classes,
            growth: match (own.first(), own.last()) {
                (Some(first), Some(last)) if own.len() > 1 && first.amount > Fen::ZERO => Some(last.amount.to_yuan() / first.amount.to_yuan()),
                _ => None,
            },
            open: open.fold((0, Fen::ZERO), |(count, sum), deal| (count + 1, sum + funnel::amount(deal))),
        },
        retention: Retention {
            phase: customer.phase,
            p_alive: row.map(|row| row.p_alive),
            expected: row.map(|row| row.expected),
            trust: customer.trust,
            commitment: customer.commitment,
            silent_months: customer.silent_months,
        },
        acquisition: Acquisition { found: customer.found, first_order, cost },
        profitability: Profitability {
            orders: customer.orders,
            revenue: customer.revenue,
            contribution: customer.contribution,
            margin: (customer.revenue > Fen::ZERO).then(|| customer.contribution.to_yuan() / customer.revenue.to_yuan()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::orders::customers;
    use crate::sim::journal::ledger::{Entry, EntryKind};
    use crate::sim::journal::report::{Interaction, InteractionKind, Outcome};
    use crate::sim::testing::{ALPHA, bare, buyer, deal_of, quoted, relation, seat};
    use crate::sim::units::{Minutes, NeedId, Role};
    use crate::sim::view::view;

    #[test]
    fn the_ten_headings_are_filled_from_what_the_team_did() {
        let mut state = bare(1);
        state.round = Round(5);
        buyer(&mut state, ALPHA, 2).contacts[0].reached = true;
        let open = quoted(&mut state, ALPHA);
        deal_of(&mut state, open).check = true;
        let first = NeedId { born: Round(1), ..open };
        let second = NeedId { born: Round(2), ..open };
        for (round, kind, yuan, deal) in [
            (1, EntryKind::Selling, -400, None),
            (2, EntryKind::Selling, -200, Some(first)),
            (2, EntryKind::Goods, -80_000, Some(first)),
            (2, EntryKind::Sale, 100_000, Some(first)),
            (3, EntryKind::Care, -100, None),
            (3, EntryKind::Sale, 150_000, Some(second)),
        ] {
            state.teams[0].books.ledger.entries.push(Entry { round: Round(round), kind, amount: Fen::yuan(yuan), customer: Some(ALPHA), deal });
        }
        let relation = relation(&mut state, ALPHA);
        (relation.history.revenue, relation.history.contribution) = (Fen::yuan(250_000), Fen::yuan(50_000));
        let mut seen = view(&state, seat(0, Role::Service));
        for (round, kind, hours) in
            [(1, InteractionKind::Call, 6), (2, InteractionKind::Quote, 3), (2, InteractionKind::Demo, 3), (4, InteractionKind::Care, 20)]
        {
            let (role, minutes) = (Role::AccountManager, Minutes::from_hours(hours));
            let (cost, outcome) = (Fen::ZERO, Outcome::Done);
            let talk = Interaction { round: Round(round), customer: ALPHA, role, kind, contact: None, style: None, minutes, cost, outcome, written_up: false };
            seen.past.interactions.push(talk);
        }
        let rows = customers(&seen);
        let sheet = ten_c(&seen, ALPHA, &rows).expect("a customer");
        assert_eq!(sheet.profile.contacts, Rate { part: 1, of: 4 });
        assert_eq!((sheet.customization.shown, sheet.customization.discount), (Rate { part: 1, of: 1 }, Some(0.0)));
        assert_eq!((sheet.development.growth, sheet.development.open), (Some(1.5), (1, Fen::yuan(110_000))));
        assert_eq!(
            (sheet.acquisition.first_order, sheet.acquisition.cost),
            (Some(Round(2)), Fen::yuan(400 + 200 + 12 * 100)),
            "calls, demo and quote at 100 an hour"
        );
        assert_eq!(sheet.profitability.margin, Some(0.2));
        assert_eq!(sheet.segmentation.rfm.map(Rfm::code), Some(511));
        assert!(sheet.retention.p_alive.is_some());
        assert_eq!(ten_c(&seen, CustomerId(7), &rows), None);
    }
}
