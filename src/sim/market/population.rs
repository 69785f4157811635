//! The customers of a market: those with a story of their own, and those that the board makes by strata (docs/model.md#population).
//!
//! The same for every team of a board; what a team knows of them and where its relations start is for `setup` to say.

use crate::sim::luck::draw::{Actor, Block, Luck};
use crate::sim::luck::events::{Maker, Manner};
use crate::sim::maths::{exp, normal_quantile};
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Arrival, BuyingRole, MarketDef, Scenario, Segment, Style, Text};
use crate::sim::state::{Contact, Customer, CustomerCard};
use crate::sim::units::{ChannelId, CustomerId, Fen, IndustryId, RivalId, Round};
use std::sync::Arc;

/// Named customers first, in the scenario's order; then the generated ones.
pub(crate) fn customers(scenario: &Scenario, luck: &Luck) -> Vec<Customer> {
    let named = scenario.customers.iter().enumerate().map(|(i, def)| Customer {
        card: Arc::new(CustomerCard {
            name: def.name.clone(),
            token: def.token.clone(),
            profile: Some(def.profile.clone()),
            named: true,
            industry: def.industry,
            people: def.contacts.iter().map(|c| c.name.clone()).collect(),
        }),
        definition: Some(i),
        need_rate: def.need_rate,
        order_value: def.order_value,
        equity_rate: def.equity_rate,
        equity_value: def.equity_value,
        price_sensitivity: def.price_sensitivity,
        service_sensitivity: def.service_sensitivity,
        incumbent: def.incumbent,
        contacts: committee(&scenario.guide.rules, def.contacts.iter().map(|c| Contact { role: c.role, style: c.style, weight: 0.0 }).collect()),
        key_account: def.key_account,
        stochastic_needs: def.stochastic_needs,
        arrives: None,
    });
    let mut list: Vec<Customer> = named.collect();
    let count = usize::from(scenario.market.customers).saturating_sub(list.len());
    let first = list.len();
    let makers: Vec<Block<Maker>> = (0..count).map(|i| maker(luck, CustomerId::at(first + i))).collect();
    let values = pareto_values(scenario, &makers);
    let (names, people) = (order(&makers, Maker::Name), order(&makers, Maker::People));
    list.extend((0..count).map(|i| generated(scenario, luck, CustomerId::at(first + i), &makers[i], values[i], [names[i], people[i]])));
    list
}

/// The luck by which a customer is made, the same for every team.
pub(crate) fn maker(luck: &Luck, id: CustomerId) -> Block<Maker> {
    luck.block(Actor::WORLD, id, Round(0), 0)
}

/// A permutation of 0..count by keyed numbers.
fn order(makers: &[Block<Maker>], part: Maker) -> Vec<usize> {
    let mut keyed: Vec<(f64, usize)> = makers.iter().enumerate().map(|(i, maker)| (maker.uniform(part), i)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    keyed.into_iter().map(|(_, i)| i).collect()
}

/// Typical order values by strata, v ~ exp(sigma `z_q`), scaled to the mean and permuted: every board has the same curve.
fn pareto_values(scenario: &Scenario, makers: &[Block<Maker>]) -> Vec<Fen> {
    let count = makers.len();
    let raw: Vec<f64> = (0..count).map(|i| exp(scenario.market.sigma * normal_quantile((i as f64 + 0.5) / count as f64))).collect();
    let mean = raw.iter().sum::<f64>() / count.max(1) as f64;
    order(makers, Maker::Size).into_iter().map(|rank| scenario.market.mean_order.scale(raw[rank] / mean)).collect()
}

fn generated(scenario: &Scenario, luck: &Luck, id: CustomerId, maker: &Block<Maker>, value: Fen, [name, people]: [usize; 2]) -> Customer {
    let manners: Block<Manner> = luck.block(Actor::WORLD, id, Round(0), 0);
    let one_of = |count: usize, uniform: f64| ((uniform * count as f64) as usize).min(count.saturating_sub(1));
    let market = &scenario.market;
    let rules = &scenario.guide.rules;
    let (name, token) = self::name(scenario, name);
    let supplied = maker.happens(Maker::Supplied, rules.choice.incumbents);
    let incumbent = (supplied && !scenario.guide.rivals.is_empty()).then(|| RivalId::at(one_of(scenario.guide.rivals.len(), maker.uniform(Maker::Supplier))));
    const STYLES: [Style; 4] = [Style::A, Style::B, Style::C, Style::D];
    let segment = segment(scenario, maker.uniform(Maker::Segment));
    let members = if segment.committee.is_empty() { &market.committee } else { &segment.committee };
    // where people buy for themselves, alone or as a family, whoever decides is the customer
    let private = market.committee.len() == 1;
    let bears_name = |i: usize| private && members.iter().position(|role| *role == BuyingRole::DecisionMaker) == Some(i);
    // whoever comes next in the list is somebody nobody else has met
    let most = market.segments.iter().map(|segment| segment.committee.len()).fold(market.committee.len(), usize::max);
    let first = people * most;
    let people = (0..members.len()).map(|i| if bears_name(i) { name.clone() } else { contact_name(market, first + i) }).collect();
    let style = |place| STYLES[one_of(STYLES.len(), manners.uniform(Manner(place)))];
    let contacts = members.iter().enumerate().map(|(i, &role)| Contact { role, style: style(i), weight: 0.0 });
    let contacts = committee(rules, contacts.collect());
    let sensitivity = |part, spread: f64, usual: f64| {
        if spread == 0.0 { usual } else { (usual * exp(spread * maker.normal(part))).clamp(0.1, 5.0) }
    };
    let [price_spread, service_spread] = market.sensitivity_spread;
    let (need_rate, value) = (market.need_rate * segment.needs, value.scale(segment.value));
    Customer {
        card: Arc::new(CustomerCard { name, token, profile: None, named: false, industry: segment.industry, people }),
        definition: None,
        need_rate,
        order_value: value,
        equity_rate: need_rate,
        equity_value: value.scale(rules.score.equity_value),
        price_sensitivity: sensitivity(Maker::PriceSensitivity, price_spread, segment.price_sensitivity),
        service_sensitivity: sensitivity(Maker::ServiceSensitivity, service_spread, segment.service_sensitivity),
        incumbent,
        contacts,
        key_account: false,
        stochastic_needs: true,
        arrives: arrival(scenario, maker),
    }
}

/// The segment of a customer by its share; where the scenario has none, all industries alike.
fn segment(scenario: &Scenario, uniform: f64) -> Segment {
    let segments = &scenario.market.segments;
    let total: f64 = segments.iter().map(|s| s.share).sum();
    let mut left = uniform * total;
    for segment in segments {
        left -= segment.share;
        if left < 0.0 {
            return segment.clone();
        }
    }
    let count = scenario.guide.industries.len();
    let plain = IndustryId::at(((uniform * count as f64) as usize).min(count.saturating_sub(1)));
    let usual = Segment { industry: plain, share: 1.0, value: 1.0, needs: 1.0, price_sensitivity: 1.0, service_sensitivity: 1.0, committee: Vec::new() };
    segments.last().cloned().unwrap_or(usual)
}

/// When a customer comes of itself: in any round from which it can still decide within the game.
fn arrival(scenario: &Scenario, maker: &Block<Maker>) -> Option<Arrival> {
    let def = scenario.market.walk_ins?;
    if !maker.happens(Maker::Comes, def.share) {
        return None;
    }
    let rounds = scenario.guide.rounds.saturating_sub(def.decides_after).max(1);
    let round = Round(1 + ((maker.uniform(Maker::ComesIn) * f64::from(rounds)) as u16).min(rounds - 1));
    let channels = &scenario.guide.channels;
    let total: f64 = channels.iter().map(|c| c.share).sum();
    let mut left = maker.uniform(Maker::ComesBy) * total;
    let channel = channels.iter().position(|c| {
        left -= c.share;
        left < 0.0
    });
    Some(Arrival { round, channel: ChannelId::at(channel.unwrap_or(channels.len().saturating_sub(1))) })
}

/// The name of the customer at this place of the lot: from the list, then put together from parts, then a number.
fn name(scenario: &Scenario, place: usize) -> (Text, Text) {
    let market = &scenario.market;
    if let Some((name, token)) = market.names.get(place) {
        return (name.clone(), token.clone());
    }
    let rest = place - market.names.len();
    match of_parts(&market.name_parts, rest) {
        Some((first, second)) => put_together(first, second),
        None => numbered(place),
    }
}

/// The name of somebody at a customer: those of the scenario's list, then those put together, each once; then from the beginning again.
fn contact_name(market: &MarketDef, place: usize) -> Text {
    let (names, parts) = (&market.contact_names, &market.contact_parts);
    let place = place % (names.len() + parts[0].len() * parts[1].len()).max(1);
    match names.get(place) {
        Some(name) => name.clone(),
        None => of_parts(parts, place - names.len()).map(|(first, second)| put_together(first, second).0).unwrap_or_default(),
    }
}

/// Parts for a name: every first part once, then every first part with the next second part, so that neighbours differ in both. None
/// once all of them are used up.
fn of_parts([first, second]: &[Vec<Text>; 2], place: usize) -> Option<(&Text, &Text)> {
    let row = place.checked_div(first.len())?;
    let column = place % first.len();
    if row >= second.len() { None } else { Some((first.get(column)?, second.get((row + column) % second.len())?)) }
}

fn put_together(first: &Text, second: &Text) -> (Text, Text) {
    let initial = |name: &str| name.chars().next().map(String::from).unwrap_or_default();
    let name = Text::new(format!("{} {}", first.en, second.en), format!("{}{}", first.zh, second.zh));
    let token = Text::new(initial(&first.en) + &initial(&second.en), name.zh.chars().take(2).collect::<String>());
    (name, token)
}

/// A name for a customer beyond the scenario's list.
fn numbered(index: usize) -> (Text, Text) {
    (Text::new(format!("Customer {}", index + 1), format!("客户{}", index + 1)), Text::new(format!("{}", index + 1), format!("{}", index + 1)))
}

/// Weights by buying role, shared where a role is filled twice, summing to 1 (docs/model.md#contact).
fn committee(rules: &Rules, mut contacts: Vec<Contact>) -> Vec<Contact> {
    let roles: Vec<BuyingRole> = contacts.iter().map(|c| c.role).collect();
    for contact in &mut contacts {
        let sharing = roles.iter().filter(|&&r| r == contact.role).count().max(1);
        contact.weight = rules.selling.role_weights[contact.role as usize] / sharing as f64;
    }
    let sum: f64 = contacts.iter().map(|c| c.weight).sum();
    if sum > 0.0 {
        for contact in &mut contacts {
            contact.weight /= sum;
        }
    }
    contacts
}

/// Generated customers known at the start, spread evenly over the value ranks so that no board opens rich or poor;
/// true for those that have already ordered.
pub(crate) fn known_at_start(scenario: &Scenario, customers: &[Customer]) -> Vec<(CustomerId, bool)> {
    let mut ranked: Vec<usize> = (scenario.customers.len()..customers.len()).collect();
    ranked.sort_by(|&a, &b| customers[b].order_value.cmp(&customers[a].order_value).then(a.cmp(&b)));
    let known = usize::from(scenario.market.known).min(ranked.len());
    let installed = usize::from(scenario.market.installed).min(known);
    (0..known)
        .map(|k| {
            let rank = (2 * k + 1) * ranked.len() / (2 * known.max(1));
            // the larger of every (known / installed) neighbours has bought
            let bought = (k * installed) % known < installed;
            (CustomerId::at(ranked[rank.min(ranked.len() - 1)]), bought)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::game::Game;
    use crate::sim::journal::Recording;
    use crate::sim::maths::ln;
    use crate::sim::scenario::WalkInDef;
    use crate::sim::setup::Setup;
    use crate::sim::state::{Compliance, MarketKind};
    use crate::sim::testing::{about, game, near, scenario, text};
    use std::cmp::Reverse;
    use std::sync::Arc;

    fn values(seed: u64) -> Vec<Fen> {
        game(seed, 1).customers.iter().skip(1).map(|c| c.order_value).collect()
    }

    /// A game with another market.
    fn changed(change: impl FnOnce(&mut MarketDef)) -> Game {
        let mut scenario = (*scenario()).clone();
        change(&mut scenario.market);
        Game::new(
            Arc::new(scenario),
            &Setup {
                seed: 5,
                luck: 5,
                market: MarketKind::Mirror,
                compliance: Compliance::Show,
                rounds: 12,
                teams: vec!["a".into()],
                recording: Recording::Off,
            },
        )
    }

    #[test]
    fn every_board_has_the_same_curve_in_another_order() {
        let sorted = |seed| {
            let mut values = values(seed);
            values.sort_unstable();
            values
        };
        assert_eq!(sorted(1), sorted(2));
        assert_ne!(values(1), values(2));
        assert_eq!(values(3), values(3));
    }

    #[test]
    fn values_have_the_mean_of_the_market_and_its_spread() {
        let values = values(1);
        let total: f64 = values.iter().map(|v| v.to_yuan()).sum();
        assert!((total / 19.0 - 99_000.0).abs() < 0.01, "{total}");
        let mut sorted: Vec<f64> = values.iter().map(|v| v.to_yuan()).collect();
        sorted.sort_by(f64::total_cmp);
        // the middle stratum is z = 0; one standard deviation above it lies exp(1.5) as high
        let ratio = sorted[18] / sorted[9];
        let expected = exp(1.5 * normal_quantile(18.5 / 19.0));
        assert!((ratio / expected - 1.0).abs() < 1e-4, "{ratio} {expected}");
    }

    #[test]
    fn f29_the_top_fifth_holds_three_quarters() {
        for (sigma, share) in [(1.5, 0.74), (1.68, 0.80)] {
            let mut scenario = (*scenario()).clone();
            (scenario.market.sigma, scenario.market.customers) = (sigma, 401);
            let luck = Luck::of(&scenario.guide.id, 5, 5);
            let mut values: Vec<Fen> = customers(&scenario, &luck).iter().skip(1).map(|c| c.order_value).collect();
            values.sort_unstable_by_key(|&v| Reverse(v));
            let top: Fen = values[..80].iter().copied().sum();
            let all: Fen = values.into_iter().sum();
            let found = top.to_yuan() / all.to_yuan();
            assert!((found - share).abs() < 0.02, "sigma {sigma}: {found}");
        }
    }

    #[test]
    fn weights_of_a_committee_follow_the_roles_and_sum_to_one() {
        use BuyingRole::{DecisionMaker, Gatekeeper, Purchaser, User};
        let weights = |roles: &[BuyingRole]| {
            let people = roles.iter().map(|&role| Contact { role, style: Style::A, weight: 0.0 }).collect();
            committee(&Rules::default(), people).iter().map(|c| c.weight).collect::<Vec<_>>()
        };
        for (roles, expected) in [
            (&[DecisionMaker, Gatekeeper, User, Purchaser][..], &[0.35, 0.25, 0.20, 0.20][..]),
            (&[DecisionMaker, User, User, Purchaser, Gatekeeper], &[0.35, 0.10, 0.10, 0.20, 0.25]),
            (&[DecisionMaker, Purchaser], &[0.35 / 0.55, 0.20 / 0.55]),
        ] {
            for (found, &expected) in weights(roles).into_iter().zip(expected) {
                near(found, expected);
            }
        }
    }

    #[test]
    fn about_half_of_the_market_has_a_supplier() {
        let supplied: usize = (0..100).map(|seed| game(seed, 1).worlds[0].incumbents.iter().skip(1).flatten().count()).sum();
        assert!((supplied as f64 / 1_900.0 - 0.5).abs() < 0.04, "{supplied}");
    }

    #[test]
    fn a_private_buyer_is_a_committee_alone() {
        let state = changed(|market| market.committee = vec![BuyingRole::DecisionMaker]);
        let customer = &state.customers[3];
        assert_eq!(customer.contacts.len(), 1);
        assert_eq!((&customer.people[0], customer.contacts[0].weight), (&customer.name, 1.0));
    }

    #[test]
    fn a_family_has_a_payer_and_a_driver_and_the_payer_is_the_customer() {
        let kind = |industry, share, committee: &[BuyingRole]| Segment {
            industry: IndustryId(industry),
            share,
            value: 1.0,
            needs: 1.0,
            price_sensitivity: 1.0,
            service_sensitivity: 1.0,
            committee: committee.to_vec(),
        };
        let state = changed(|market| {
            market.customers = 41;
            market.committee = vec![BuyingRole::DecisionMaker];
            market.segments = vec![kind(0, 0.5, &[]), kind(1, 0.5, &[BuyingRole::User, BuyingRole::DecisionMaker])];
        });
        let of = |industry| state.customers.iter().skip(1).filter(move |c| c.industry == IndustryId(industry));
        assert!(of(0).count() > 10 && of(1).count() > 10);
        of(0).for_each(|alone| assert!(alone.contacts.len() == 1 && alone.people[0] == alone.name));
        for family in of(1) {
            assert_eq!(family.contacts.iter().map(|c| c.role).collect::<Vec<_>>(), [BuyingRole::User, BuyingRole::DecisionMaker]);
            assert!(family.people[1] == family.name && family.people[0] != family.name);
            near(family.contacts.iter().map(|c| c.weight).sum(), 1.0);
        }
    }

    #[test]
    fn segments_have_their_shares_and_their_ways() {
        let segment = |industry, share, value| Segment {
            industry: IndustryId(industry),
            share,
            value,
            needs: 0.5,
            price_sensitivity: 1.5,
            service_sensitivity: 0.7,
            committee: Vec::new(),
        };
        let state = changed(|market| {
            market.customers = 401;
            market.segments = vec![segment(1, 0.25, 2.0), segment(0, 0.75, 1.0)];
        });
        let of = |industry| state.customers.iter().skip(1).filter(move |c| c.industry == IndustryId(industry));
        about(of(1).count() as f64 / 400.0, 0.25, 0.06);
        for customer in state.customers.iter().skip(1) {
            near(customer.need_rate, 0.119);
            assert_eq!((customer.price_sensitivity, customer.service_sensitivity), (1.5, 0.7));
        }
        let plain = changed(|market| market.customers = 401);
        let doubled = state.customers.iter().zip(plain.customers.iter()).skip(1).filter(|(a, _)| a.industry == IndustryId(1));
        doubled.for_each(|(a, b)| assert_eq!(a.order_value, b.order_value.scale(2.0)));
    }

    #[test]
    fn sensitivities_spread_around_one() {
        let state = changed(|market| {
            market.customers = 401;
            market.sensitivity_spread = [0.3, 0.0];
        });
        let logs: Vec<f64> = state.customers.iter().skip(1).map(|c| ln(c.price_sensitivity)).collect();
        let mean = logs.iter().sum::<f64>() / 400.0;
        about(mean, 0.0, 0.05);
        about((logs.iter().map(|l| (l - mean) * (l - mean)).sum::<f64>() / 400.0).sqrt(), 0.3, 0.04);
        assert!(state.customers.iter().all(|c| c.service_sensitivity == 1.0));
    }

    #[test]
    fn no_two_people_of_a_market_bear_the_same_name_while_there_are_others() {
        let state = changed(|market| {
            market.customers = 4;
            market.committee = vec![BuyingRole::DecisionMaker, BuyingRole::User];
            market.contact_names = vec![text("Li"), text("Wu")];
            market.contact_parts = [vec![text("Chen"), text("Lin")], vec![text("Wei"), text("Bo")]];
        });
        let mut people: Vec<&str> = state.customers.iter().skip(1).flat_map(|c| c.people.iter()).map(|name| &*name.en).collect();
        people.sort_unstable();
        assert_eq!(people, ["Chen Bo", "Chen Wei", "Li", "Lin Bo", "Lin Wei", "Wu"]);
        // with more people than names they come round again
        let many = changed(|market| market.contact_names = vec![text("Li")]);
        assert!(many.customers.iter().skip(1).flat_map(|c| c.people.iter()).all(|name| &*name.en == "Li"));
    }

    #[test]
    fn names_are_put_together_before_they_are_numbered() {
        let state = changed(|market| {
            market.customers = 9;
            market.names.clear();
            market.name_parts = [vec![text("Chen"), text("Lin")], vec![text("Wei"), text("Yan"), text("Bo")]];
        });
        let mut names: Vec<&str> = state.customers.iter().skip(1).map(|c| &*c.name.en).collect();
        names.sort_unstable();
        assert_eq!(names, ["Chen Bo", "Chen Wei", "Chen Yan", "Customer 7", "Customer 8", "Lin Bo", "Lin Wei", "Lin Yan"]);
        let one = state.customers.iter().find(|c| &*c.name.en == "Lin Yan").expect("made");
        assert_eq!((&*one.name.zh, &*one.token.en, &*one.token.zh), ("LinYan", "LY", "Li"));
    }

    #[test]
    fn arrivals_are_spread_over_the_rounds_that_leave_time_to_decide() {
        let state = changed(|market| {
            market.customers = 401;
            market.walk_ins = Some(WalkInDef { share: 0.75, decides_after: 2 });
        });
        let arrivals: Vec<u16> = state.customers.iter().filter_map(|c| c.arrives).map(|a| a.round.0).collect();
        about(arrivals.len() as f64 / 400.0, 0.75, 0.06);
        for round in 1..=10 {
            assert!(arrivals.iter().filter(|&&r| r == round).count() > 12, "round {round}");
        }
        assert!(arrivals.iter().all(|r| (1..=10).contains(r)));
    }
}
