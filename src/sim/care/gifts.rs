//! Gifts and hospitality, the policy on them, and audits (docs/model.md#gifts, #rebates, #audits).

use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::Happened;
use crate::sim::luck::events::Audit;
use crate::sim::maths::ln;
use crate::sim::parameters::Gifts;
use crate::sim::scenario::BuyingRole;
use crate::sim::state::Breach;
use crate::sim::turn::Turn;
use crate::sim::units::Fen;

/// The part of a gift that the policy allows, after what the contact got this quarter and the customer this year.
pub(crate) fn lawful(rules: &Gifts, quarter: Fen, year: Fen, amount: Fen) -> Fen {
    (rules.contact_limit - quarter).min(rules.customer_limit - year).min(amount).max(Fen::ZERO)
}

/// ln(1 + g/`contact_limit`): what the lawful part g of a gift weighs.
pub(crate) fn gift_weight(rules: &Gifts, lawful: Fen) -> f64 {
    ln(1.0 + lawful.to_yuan() / rules.contact_limit.to_yuan().max(1.0))
}

impl Turn<'_> {
    /// Whether the receiver of a gift decides a tender that is still open.
    fn decides_a_tender(&self, breach: Breach) -> bool {
        let contact = self.customers[breach.customer.index()].contacts.get(breach.contact.index());
        contact.is_some_and(|c| c.role == BuyingRole::DecisionMaker) && self.world.open_tenders().any(|t| t.need.id.customer == breach.customer)
    }

    /// Each breach may be found in each round for the rest of the game.
    pub fn audit(&mut self) {
        let rules = &self.rules.gifts;
        for index in 0..self.team.audit.breaches.len() {
            let breach = self.team.audit.breaches[index];
            let slot = u16::from(breach.contact.0) * 256 + breach.round.0;
            let chance = rules.audit * if self.decides_a_tender(breach) { rules.audit_tender } else { 1.0 };
            if breach.found || !self.luck_of(breach.customer, slot).happens(Audit::Finds, chance) {
                continue;
            }
            self.team.audit.breaches[index].found = true;
            self.team.audit.bribe_found = true;
            self.pay(EntryKind::Fine, -rules.fine, Some(breach.customer), None);
            let about = About::Contact(breach.contact);
            self.add(breach.customer, Measure::Trust, -rules.found_trust, Cause::BribeFound, about);
            self.add(breach.customer, Measure::Reputation, -rules.found_reputation, Cause::BribeFound, about);
            // it costs trust and makes no bad impression by itself; for what is held against us it counts as one failure
            let impression = self.rules.relations.failure;
            let relation = self.relation_mut(breach.customer);
            relation.contacts[breach.contact.index()].removed = true;
            relation.service.grieve(Cause::BribeFound, impression);
            self.happened(Happened::BribeFound { customer: breach.customer, contact: breach.contact, fine: rules.fine });
        }
    }

    /// Quarters and years end: what was given counts anew.
    pub fn gift_periods(&mut self) {
        let quarter = self.rules.gifts.quarter.max(1);
        let (quarter_ends, year_ends) = (self.round.0.is_multiple_of(quarter), self.round.0.is_multiple_of(12));
        for relation in &mut self.team.relations {
            if quarter_ends {
                for contact in &mut relation.contacts {
                    contact.gifts = Fen::ZERO;
                }
            }
            if year_ends {
                relation.activity.gifts_year = Fen::ZERO;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::offer::Offer;
    use crate::sim::cards::{self, Action};
    use crate::sim::game::Game;
    use crate::sim::luck::draw::Actor;
    use crate::sim::state::Compliance;
    use crate::sim::terms::{Missing, Winner};
    use crate::sim::testing::{ALPHA, about, bare, booked, buyer, generated, lead, near, relation, rules, share, told};
    use crate::sim::units::{ContactId, CustomerId, Round};

    const A: ContactId = ContactId(0);
    const B: ContactId = ContactId(1);

    fn given(gifts: &[(ContactId, i64)]) -> Game {
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        for &(contact, yuan) in gifts {
            state.turn(0).play(cards::Gift { customer: ALPHA, contact, amount: Fen::yuan(yuan) }, false);
        }
        state
    }

    #[test]
    fn gifts_work_up_to_the_limit_and_are_a_breach_above() {
        let weight = |yuan: f64| ln(1.0 + yuan / 200.0);
        for (gifts, lawful, breaches) in [
            (&[(A, 200)][..], weight(200.0), 0),
            (&[(A, 100), (A, 100)], 2.0 * weight(100.0), 0),
            (&[(A, 200), (B, 200)], 2.0 * weight(200.0), 0),
            (&[(A, 201)], weight(200.0), 1),
            (&[(A, 10_000)], weight(200.0), 1),
            (&[(A, 200), (A, 200)], weight(200.0), 1),
        ] {
            let mut state = given(gifts);
            let alpha = relation(&mut state, ALPHA);
            near(alpha.measures.trust, 30.0 + 0.8 * lawful);
            near(alpha.measures.bond, 2.0 * lawful);
            assert_eq!(state.teams[0].audit.breaches.len(), breaches, "{gifts:?}");
            let paid: i64 = gifts.iter().map(|g| g.1).sum();
            assert_eq!(booked(&state, EntryKind::Gifts).into_iter().sum::<Fen>(), Fen::yuan(-paid));
        }
    }

    #[test]
    fn quarters_and_years_begin_anew() {
        let four: Vec<(ContactId, i64)> = (0..4).map(|i| (ContactId(i), 200)).collect();
        // what was given in round 1, and earlier in the year; the month that ends; whether 200 to contact 0 are a breach after it
        for (gifts, earlier, round, breach) in
            [(&four[..1], 0, 2, true), (&four[..1], 0, 3, false), (&four, 0, 3, false), (&four, 200, 3, true), (&four, 200, 12, false)]
        {
            let mut state = given(gifts);
            relation(&mut state, ALPHA).activity.gifts_year += Fen::yuan(earlier);
            state.round = Round(round);
            let mut turn = state.turn(0);
            turn.gift_periods();
            turn.play(cards::Gift { customer: ALPHA, contact: A, amount: Fen::yuan(200) }, false);
            assert_eq!(state.teams[0].audit.breaches.len(), usize::from(breach), "{} gifts, end of round {round}", gifts.len());
        }
    }

    #[test]
    fn a_breach_found_costs_fine_trust_reputation_and_the_contact() {
        let mut state = given(&[(A, 1_000)]);
        let trust = relation(&mut state, ALPHA).measures.trust;
        rules(&mut state).gifts.audit = 1.0;
        // a breach that was found is not found again
        state.turn(0).audit();
        state.turn(0).audit();
        let own = state.customers[ALPHA.index()].industry.index();
        near(state.teams[0].reputation.0[own], -0.2);
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.trust, trust - 30.0);
        assert_eq!([alpha.contacts[0].removed, alpha.contacts[1].removed], [true, false]);
        assert_eq!(booked(&state, EntryKind::Fine), [Fen::yuan(-100_000)]);
        assert!(state.teams[0].audit.bribe_found);
        assert_eq!(told(&state, |h| matches!(h, Happened::BribeFound { .. }).then_some(())).len(), 1);
    }

    #[test]
    fn one_breach_in_twenty_is_found_a_round_also_later() {
        for round in [1, 9] {
            let found = share(|mut state| {
                let ids: Vec<CustomerId> = generated(&state).collect();
                for &id in &ids {
                    lead(&mut state, id);
                    state.turn(0).play(cards::Gift { customer: id, contact: A, amount: Fen::yuan(300) }, false);
                }
                state.round = Round(round);
                state.turn(0).audit();
                (state.teams[0].audit.breaches.iter().filter(|b| b.found).count(), ids.len())
            });
            about(found, 0.05, 0.012);
        }
    }

    #[test]
    fn audits_look_twice_where_the_receiver_decides_an_open_tender() {
        use crate::sim::scenario::TenderKind;
        use crate::sim::state::{Award, Need, Tender};
        use crate::sim::units::{NeedClassId, NeedId, Source};
        // contact 0 decides, contact 2 only uses
        for (contact, awarded, chance) in [(0, false, 0.10), (2, false, 0.05), (0, true, 0.05)] {
            let found = share(|mut state| {
                let ids: Vec<CustomerId> = generated(&state).collect();
                for &customer in &ids {
                    lead(&mut state, customer);
                    state.turn(0).play(cards::Gift { customer, contact: ContactId(contact), amount: Fen::yuan(300) }, false);
                    let id = NeedId { customer, born: Round(1), source: Source::Stochastic };
                    let need = Need {
                        id,
                        class: NeedClassId(0),
                        quantity: 1,
                        value: Fen(1),
                        budget: None,
                        due: Round(3),
                        winner: None,
                        luck: state.luck.opportunity(Actor::WORLD, id),
                    };
                    let award = awarded.then_some(Award { winner: Winner::Nobody, price: Fen::ZERO, bids: 0 });
                    state.worlds[0].tenders.push(Tender { need, kind: TenderKind::Price, award });
                }
                state.turn(0).audit();
                (state.teams[0].audit.breaches.iter().filter(|b| b.found).count(), ids.len())
            });
            about(found, chance, 0.014);
        }
    }

    #[test]
    fn a_rebate_is_open_lawful_and_earns_a_little() {
        let weight = ln(1.0 + 10_000.0 / 200.0);
        let mut state = bare(1);
        buyer(&mut state, ALPHA, 1);
        state.turn(0).play(cards::Rebate { customer: ALPHA, amount: Fen::yuan(10_000) }, false);
        let alpha = relation(&mut state, ALPHA);
        near(alpha.measures.trust, 30.0 + 0.8 * weight);
        near(alpha.measures.commitment, 0.4 * weight);
        near(alpha.measures.bond, 0.0);
        assert!(state.teams[0].audit.breaches.is_empty());
        assert_eq!(booked(&state, EntryKind::Rebates), [Fen::yuan(-10_000)]);
        // nobody else has bought anything to be rebated
        state.turn(0).play(cards::Rebate { customer: CustomerId(2), amount: Fen::yuan(100) }, false);
        assert_eq!(booked(&state, EntryKind::Rebates).len(), 1);
    }

    #[test]
    fn the_switch_shows_hides_or_forbids() {
        use crate::advice::offer;
        use crate::sim::apply;
        use crate::sim::cards::Card;
        use crate::sim::planning::command::Command;
        use crate::sim::terms::Reject;
        use crate::sim::testing::{game, seat};
        use crate::sim::units::Role;
        use crate::sim::view::view_now;
        let no_gifts = Err(Reject::Missing(Missing::NoGifts));
        let limit = Err(Reject::Missing(Missing::GiftLimit));
        let again = Err(Reject::Missing(Missing::Planned));
        // 200 within the limit, then 1 more to the same contact, who gets one a month, then 10,000 to another
        for (switch, answers, offered) in [
            (Compliance::Show, [Ok(()), again, Ok(())], true),
            (Compliance::Hide, [no_gifts, no_gifts, no_gifts], false),
            (Compliance::Forbid, [Ok(()), limit, limit], true),
        ] {
            let mut state = game(1, 1);
            state.compliance = switch;
            let manager = seat(0, Role::AccountManager);
            let customer = view_now(&state, manager).customers[0].id;
            assert_eq!(apply(&mut state, manager, Command::Clear), Ok(()));
            let view = view_now(&state, manager);
            let is_gift = |o: &Offer| matches!(o.card.action, Action::Gift(_));
            assert_eq!(offer::offers(&view, customer).iter().any(is_gift), offered, "{switch:?}");
            let gifts = [(A, 200), (A, 1), (B, 10_000)];
            for ((contact, yuan), answer) in gifts.into_iter().zip(answers) {
                let action = Action::Gift(cards::Gift { customer, contact, amount: Fen::yuan(yuan) });
                let missing = offer::offer(&view_now(&state, manager), Card { action: action.clone(), write_up: false }).missing;
                assert_eq!(missing.first().copied().map_or(Ok(()), |m| Err(Reject::Missing(m))), answer, "{switch:?} {yuan}");
                assert_eq!(apply(&mut state, manager, Command::Add(Card { action, write_up: false })), answer, "{switch:?} {yuan}");
            }
        }
    }

    #[test]
    fn temptations_are_no_news_where_gifts_are_hidden() {
        use crate::sim::scenario::Happening;
        use crate::sim::testing::{HERO, event, game, seat};
        use crate::sim::units::Role;
        use crate::sim::view::view_now;
        for (switch, told) in [(Compliance::Show, true), (Compliance::Forbid, true), (Compliance::Hide, false)] {
            let mut state = game(1, 1);
            state.compliance = switch;
            *event(&mut state, 1) = Happening::Temptation { customer: HERO, contact: 0, after: None, amount: Fen::yuan(1_000) };
            state.round = Round(2);
            buyer(&mut state, HERO, 1);
            let news = view_now(&state, seat(0, Role::Developer)).known.news;
            assert_eq!(news.iter().any(|n| n.event.index() == 1), told, "{switch:?}");
        }
    }
}
