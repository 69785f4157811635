//! Phase 14: people leave, and take part of the relation with them (MODEL.md 10).

use super::draw::Purpose;
use super::effect::{About, Cause, Measure};
use super::report::Happened;
use super::scenario::Happening;
use super::turn::Turn;
use super::units::{CustomerId, Role};

impl Turn<'_> {
    pub fn staffing(&mut self) {
        for staff in &mut self.team.staff {
            staff.reduced = staff.reduced.saturating_sub(1);
        }
        for role in Role::ALL {
            let scripted = self.scenario.events.iter().any(|e| e.round == self.round.0 && e.what == Happening::Resigns(role));
            let chance = self.rules.work.resignation;
            let slot = role.index() as u16;
            if scripted || (chance > 0.0 && self.draw(Purpose::StaffLeaves, CustomerId(u16::MAX), slot).happens(chance)) {
                self.resign(role);
            }
        }
    }

    fn resign(&mut self, role: Role) {
        let round = self.round;
        let staff = &mut self.team.staff[role.index()];
        staff.reduced = self.rules.work.rounds_after_resignation;
        staff.changed = Some(round);
        staff.skill = self.rules.work.skill;
        self.happened(Happened::Resigned { role });
        if role != Role::AccountManager {
            return;
        }
        let rules = &self.rules.lifecycle;
        for id in self.ids() {
            let relation = self.relation(id);
            if !relation.known() || (relation.bond <= 0.0 && relation.orders == 0) {
                continue;
            }
            let r = relation.records / 100.0;
            let (bond, trust, commitment, records, active) = (relation.bond, relation.trust, relation.commitment, relation.records, relation.active());
            let exposed = 1.0 - rules.quit_records * r;
            self.set(id, Measure::Trust, trust - rules.quit_trust * bond * exposed, Cause::Resigned, About::Nothing);
            let lost = trust - self.relation(id).trust;
            self.set(id, Measure::Commitment, commitment - rules.quit_commitment * (1.0 - r), Cause::Resigned, About::Nothing);
            if active {
                let shock = rules.quit_shock * exposed * (rules.quit_bond[0] + rules.quit_bond[1] * bond / 100.0);
                self.set(id, Measure::Shock, shock, Cause::Resigned, About::Nothing);
            }
            self.set(id, Measure::Bond, bond * rules.quit_bond_kept, Cause::Resigned, About::Nothing);
            self.set(id, Measure::Records, records * rules.quit_records_kept, Cause::Resigned, About::Nothing);
            let poached = bond > self.rules.choice.poached_bond;
            let rounds = self.rules.choice.poached_rounds;
            let relation = self.relation_mut(id);
            relation.trust_lost_by_resignation += lost;
            if poached {
                relation.poached = rounds;
            }
        }
    }
}
