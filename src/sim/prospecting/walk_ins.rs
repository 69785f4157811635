//! Customers that come of themselves (docs/model.md#walk-ins): into the showroom, by phone, over the web. Who is received and written
//! down becomes a lead; the others are gone for good.

use crate::sim::journal::report::Happened;
use crate::sim::luck::events::Search;
use crate::sim::market::needs;
use crate::sim::maths::exp;
use crate::sim::parameters::WalkIns;
use crate::sim::state::Need;
use crate::sim::terms::{Found, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{CustomerId, Minutes, NeedId, Source};

/// Hours at the door this month, all roles together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Reception {
    pub hours: f64,
    /// Of these, the hours in which names are written down.
    pub written: f64,
}

impl Reception {
    /// Adds time at the door, and whether what is heard in it is written down.
    pub fn add(&mut self, time: Minutes, write_up: bool) {
        self.hours += time.to_hours();
        self.written += if write_up { time.to_hours() } else { 0.0 };
    }
}

/// Chance that a visitor is seen to: 1 - (1 - unattended) exp(-h / (hours each x visitors)).
#[must_use]
pub fn attended(rules: &WalkIns, hours: f64, visitors: f64) -> f64 {
    1.0 - (1.0 - rules.unattended) * exp(-hours / (rules.hours_each * visitors.max(1.0)))
}

/// Chance that somebody seen to leaves a name: always where it is written down, and the tool holds it.
#[must_use]
pub fn recorded(rules: &WalkIns, written_share: f64, cap: f64) -> f64 {
    (rules.unwritten + (1.0 - rules.unwritten) * written_share) * (1.0 - rules.tool * (1.0 - cap / 100.0))
}

impl Turn<'_> {
    /// Whether a customer comes of itself this month.
    pub(crate) fn comes(&self, customer: CustomerId) -> bool {
        self.customers[customer.index()].arrives.is_some_and(|a| a.round == self.round)
    }

    /// Counts the visitors that the month brings: known while it is planned.
    pub fn count_visitors(&mut self) {
        let came = self.ids().filter(|&id| self.comes(id) && self.relation(id).findable()).count();
        self.team.marketing.visitors = [u16::try_from(came).unwrap_or(u16::MAX), 0];
    }

    /// Start of phase 4: who came this month is received, or not.
    pub fn receive(&mut self, reception: Reception) {
        let came = self.team.marketing.visitors[0];
        if came == 0 {
            return;
        }
        let rules = &self.rules.walk_ins;
        let seen = attended(rules, reception.hours, f64::from(came));
        let written = if reception.hours > 0.0 { reception.written / reception.hours } else { 0.0 };
        let named = seen * recorded(rules, written, self.team.tools.cap);
        let (mut left_name, mut unwritten) = (0, 0);
        for id in self.ids() {
            if !self.comes(id) || !self.relation(id).findable() {
                continue;
            }
            // one draw: more hours or notes never lose anybody who would have been recorded without
            let luck = self.luck_of(id, 0).uniform(Search::Reception);
            if luck < named {
                left_name += 1;
                self.record_visitor(id);
            } else {
                self.relation_mut(id).history.turned_away = true;
                unwritten += u16::from(luck < seen);
            }
        }
        self.team.marketing.visitors[1] = left_name;
        self.happened(Happened::Visitors { came, recorded: left_name, unwritten, unattended: came.saturating_sub(left_name + unwritten) });
    }

    fn record_visitor(&mut self, customer: CustomerId) {
        let Some(arrival) = self.customers[customer.index()].arrives else { return };
        self.meet(customer, Found::WalkIn(arrival.channel), self.rules.walk_ins.trust);
        let need = self.arrival_need(customer);
        // somebody who comes of itself says what is wanted
        self.see(need, Revealed::WalkIn);
        self.needs_of(customer);
    }

    /// What a customer that comes of itself wants to buy; made once for the whole market.
    pub(crate) fn arrival_need(&mut self, customer: CustomerId) -> NeedId {
        let id = NeedId { customer, born: self.round, source: Source::WalkIn };
        if self.world.need(id).is_none() {
            let need = needs::make_need(self.scenario, self.luck, customer, &self.customers[customer.index()], self.round, Source::WalkIn);
            let after = self.scenario.market.walk_ins.map_or(1, |def| def.decides_after);
            self.world.needs.push(Need { due: self.round.plus(after), ..need });
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::cards;
    use crate::sim::game::Game;
    use crate::sim::scenario::{Arrival, Channel, WalkInDef};
    use crate::sim::state::Relation;
    use crate::sim::terms::{Missing, Phase};
    use crate::sim::testing::{ALPHA, HERO, about, bare, deal_of, generated, lead, near, relation, rules, scenario, share, text, told, traits};
    use crate::sim::units::{ChannelId, Role, Round};
    use std::sync::Arc;

    /// Everybody who is generated comes in the first round, by the second channel.
    fn door(mut state: Game) -> Game {
        let changed = Arc::make_mut(&mut state.scenario);
        changed.market.walk_ins = Some(WalkInDef { share: 1.0, decides_after: 2 });
        Arc::make_mut(&mut changed.guide).channels = vec![Channel { id: "web".into(), name: text("web"), share: 1.0 }];
        let ids: Vec<CustomerId> = generated(&state).collect();
        for id in ids {
            traits(&mut state, id).arrives = Some(Arrival { round: Round(1), channel: ChannelId(0) });
        }
        state.turn(0).count_visitors();
        state
    }

    fn hours(hours: f64, written: f64) -> Reception {
        Reception { hours, written }
    }

    #[test]
    fn more_hours_see_to_more_visitors_and_notes_keep_their_names() {
        let rules = WalkIns::default();
        near(attended(&rules, 0.0, 10.0), 0.2);
        // 7.5 h for 10 visitors at .75 h each: 1 - .8/e
        near(attended(&rules, 7.5, 10.0), 1.0 - 0.8 * exp(-1.0));
        near(attended(&rules, 7.5, 20.0), 1.0 - 0.8 * exp(-0.5));
        for (written, cap, expected) in [(0.0, 100.0, 0.5), (0.5, 100.0, 0.75), (1.0, 100.0, 1.0), (1.0, 20.0, 1.0)] {
            near(recorded(&rules, written, cap), expected);
        }
        // a tool that holds .2 of the records loses half of the rest
        near(recorded(&WalkIns { tool: 0.5, ..rules }, 1.0, 20.0), 0.6);
    }

    #[test]
    fn visitors_are_recorded_as_often_as_hours_and_notes_say() {
        for (reception, expected) in [(hours(0.0, 0.0), 0.1), (hours(14.25, 14.25), 1.0 - 0.8 * exp(-1.0)), (hours(14.25, 0.0), 0.5 - 0.4 * exp(-1.0))] {
            let named = share(|state| {
                let mut state = door(state);
                state.turn(0).receive(reception);
                (usize::from(state.teams[0].marketing.visitors[1]), usize::from(state.teams[0].marketing.visitors[0]))
            });
            about(named, expected, 0.025);
        }
    }

    #[test]
    fn a_tool_that_holds_little_loses_names_at_the_door() {
        // everybody is seen to and written down; a tool that holds a fifth of the records loses half of the rest
        for (tool, cap, expected) in [(0.5, 20.0, 0.6), (0.5, 100.0, 1.0), (0.0, 20.0, 1.0)] {
            let named = share(|state| {
                let mut state = door(state);
                rules(&mut state).walk_ins.tool = tool;
                state.teams[0].tools.cap = cap;
                state.turn(0).receive(hours(1_000.0, 1_000.0));
                (usize::from(state.teams[0].marketing.visitors[1]), usize::from(state.teams[0].marketing.visitors[0]))
            });
            about(named, expected, 0.025);
        }
    }

    #[test]
    fn whoever_left_a_name_is_a_lead_with_a_need_and_the_others_are_gone_for_good() {
        let mut state = door(bare(3));
        rules(&mut state).walk_ins.unattended = 0.0;
        state.turn(0).receive(hours(10.0, 10.0));
        let [came, recorded] = state.teams[0].marketing.visitors;
        assert!(came == 19 && (1..19).contains(&recorded), "{came} {recorded}");
        let said = told(&state, |h| {
            if let Happened::Visitors { came, recorded, unwritten, unattended } = *h { Some([came, recorded, unwritten, unattended]) } else { None }
        });
        assert_eq!(said, [[came, recorded, 0, came - recorded]]);
        for id in generated(&state) {
            let relation = relation(&mut state, id).clone();
            if relation.known() {
                assert_eq!(
                    (relation.history.found, relation.measures.trust, relation.history.turned_away),
                    (Some((Found::WalkIn(ChannelId(0)), Round(1))), 35.0, false)
                );
                let need = NeedId { customer: id, born: Round(1), source: Source::WalkIn };
                assert_eq!(state.worlds[0].need(need).map(|o| o.due), Some(Round(3)));
                assert!(deal_of(&mut state, need).stage >= 2);
            } else {
                assert!(relation.history.turned_away && !relation.findable());
            }
        }
        let known = |state: &Game| state.teams[0].relations.iter().filter(|r| r.known()).count();
        let before = known(&state);
        rules(&mut state).finding.prospect_scale = 0.1;
        state.turn(0).play(cards::Prospect { time: Minutes::from_hours(120) }, false);
        // nobody but the named customer is left to be found
        assert!(known(&state) <= before + 1);
    }

    #[test]
    fn a_visit_without_notes_is_told_from_one_that_nobody_saw_to() {
        let mut state = door(bare(3));
        rules(&mut state).walk_ins.unwritten = 0.0;
        state.turn(0).receive(hours(1_000.0, 0.0));
        assert_eq!(told(&state, |h| if let Happened::Visitors { unwritten, unattended, .. } = *h { Some([unwritten, unattended]) } else { None }), [[19, 0]]);
    }

    #[test]
    fn more_hours_never_lose_a_visitor() {
        let known = |reception| {
            let mut state = door(bare(9));
            state.turn(0).receive(reception);
            state.teams[0].relations.iter().map(Relation::known).collect::<Vec<_>>()
        };
        let (few, many) = (known(hours(5.0, 5.0)), known(hours(40.0, 40.0)));
        assert!(few.iter().zip(&many).all(|(f, m)| !f || *m) && few != many);
    }

    #[test]
    fn somebody_known_before_comes_with_the_need_and_is_no_visitor() {
        let mut state = door(bare(3));
        lead(&mut state, ALPHA);
        state.turn(0).count_visitors();
        assert_eq!(state.teams[0].marketing.visitors, [18, 0]);
        state.turn(0).needs();
        assert!(state.teams[0].open_deals_of(ALPHA).any(|d| d.id.source == Source::WalkIn));
        assert_eq!(state.teams[0].relation(ALPHA).phase, Phase::Awareness);
    }

    #[test]
    fn where_nobody_comes_the_hours_are_lost_and_told() {
        let mut state = bare(1);
        let mut turn = state.turn(0);
        turn.count_visitors();
        let reception = turn.play_as(Role::Service, cards::Reception { time: Minutes::from_hours(4) }, true);
        turn.receive(reception);
        assert_eq!(reception, Reception::default());
        assert_eq!(told(&state, |h| if let Happened::CardFailed { missing, .. } = h { Some(*missing) } else { None }), [Missing::Visitors]);
        assert!(scenario().market.walk_ins.is_none() && !relation(&mut state, HERO).history.turned_away);
    }
}
