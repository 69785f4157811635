//! A call or visit: one person of the buying centre, for one deal or for none (docs/model.md#calls).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{Happened, Interaction, InteractionKind, Outcome};
use crate::sim::luck::events::Advance;
use crate::sim::scenario::{BuyingRole, Finder, Guide, Style};
use crate::sim::selling::calls::Talks;
use crate::sim::selling::committee::{self, Match, Pitch};
use crate::sim::selling::preference::Asked;
use crate::sim::state::Deal;
use crate::sim::terms::{Intent, Missing, Reject, Revealed};
use crate::sim::turn::Turn;
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, NeedId, Role};
use serde::{Deserialize, Serialize};

/// One talk with one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Who is called on.
    pub customer: CustomerId,
    /// Who is spoken to, by place in the committee.
    pub contact: ContactId,
    /// The deal it serves; None: it only counts as contact.
    pub deal: Option<NeedId>,
    /// How it is presented.
    pub style: Style,
    /// What the caller is after.
    pub intent: Intent,
    /// How long it takes; on a card a multiple of half an hour.
    pub time: Minutes,
}

impl CardRules for Call {
    fn key(&self) -> &'static str {
        "call"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Selling
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::chosen(self.time).costing(guide.rules.selling.call_cost).writing_up(1)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.contact(self.customer, self.contact)?;
        bounds.time(self.time)?;
        self.deal.map_or(Ok(()), |deal| if deal.customer == self.customer { bounds.deal(deal) } else { Err(Reject::NoSuchDeal) })
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.known(self.customer);
        needs.not_lost(self.customer);
        needs.speaks(self.customer, self.contact);
        if let Some(deal) = self.deal {
            needs.open(deal);
        }
    }

    fn brings(&self, hope: &mut Hope<'_>) {
        if self.customer == hope.deal.customer {
            hope.learn(hope.rules.records.call);
            hope.meet(self.contact);
            if self.deal == Some(hope.deal) {
                hope.reach(2);
            }
        }
    }

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Call(other) if (other.customer, other.contact, other.deal) == (self.customer, self.contact, self.deal))
    }

    fn setting(&self) -> Setting {
        Setting::MAY.writing_up()
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        Some(&mut self.time)
    }

    fn play(&self, turn: &mut Turn<'_>, month: &mut Playing<'_>) {
        let card = self.clone().into();
        if turn.lacks(&card) {
            return;
        }
        let served = self.deal.filter(|&deal| turn.open_deal(deal).is_some());
        match (turn.has_time(month.talks, self.customer, self.contact), served) {
            (true, _) => _ = turn.speak(self, month.write_up, month.talks),
            (false, Some(deal)) => turn.prepare(deal, turn.effective_time(self.time), month.talks),
            (false, None) => turn.fails(&card, Missing::Talks),
        }
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let deal = self.deal.and_then(|id| outlook.known.deal(id));
        Estimate::Advance(outlook.advance(self.customer, self.contact, deal, Some(self.style), self.intent))
    }
}

impl Turn<'_> {
    /// A call or visit; true if it ended in an advance. Whether the person has time is the caller's to ask; the talks of the month
    /// tell calls on one person apart.
    pub fn speak(&mut self, call: &Call, written_up: bool, talks: &mut Talks) -> bool {
        let nth = talks.with(call.customer, call.contact);
        let Call { customer, contact, deal, style, intent, time } = *call;
        let worth = self.effective_time(time);
        let traits = &self.customers[customer.index()];
        let Some(person) = traits.contacts.get(contact.index()) else { return false };
        let (own_style, role_weight, decides) = (person.style, person.weight, person.role == BuyingRole::DecisionMaker);
        let rules = self.rules;
        let cost = rules.selling.call_cost;
        self.pay(EntryKind::Selling, -cost, Some(customer), deal);
        self.contacted(customer);

        let served = deal.and_then(|id| self.open_deal(id)).map(|d| d.id);
        let value = served.and_then(|id| self.world.need(id)).map_or(Fen::ZERO, |o| o.value);
        let stage = served.and_then(|id| self.open_deal(id)).map_or(1, Deal::step);
        let matching = Match::of(style, own_style);
        let performer = self.performer_of(Role::AccountManager);
        let staff = &self.team.staff[performer.index()];
        let relation = self.relation(customer);
        let skill = if performer == Role::AccountManager { staff.skill_of(usize::from(relation.ownership.owner)) } else { staff.skill() };
        let fresh = relation.ownership.fresh_calls > 0;
        let chance = committee::advance_chance(
            rules,
            &Pitch { matching, records: relation.measures.records(), trust: relation.measures.trust(), skill, fresh, stage, value, intent },
        );
        let advance = self.luck.nth::<Advance>(self.team.actor, customer, self.round, contact.0.into(), nth) < chance;

        let effort = committee::effort(rules, worth, advance, self.relation(customer).measures.records(), matching);
        talks.note(customer, contact, served.map(|id| (id, worth.to_hours(), effort)));
        if let Some(id) = served {
            let tau = committee::tau(rules, value);
            if let Some(deal) = self.team.deal_mut(id) {
                let support = &mut deal.support[contact.index()];
                *support = committee::support_after(*support, effort, tau, role_weight);
                deal.interactions += u16::from(written_up);
            }
        }
        let attitudes = &rules.relations;
        let pushed = intent == Intent::Close && !advance;
        let relation = self.relation_mut(customer);
        relation.activity.selling_hours += worth.to_hours();
        relation.ownership.fresh_calls = relation.ownership.fresh_calls.saturating_sub(1);
        let state = &mut relation.contacts[contact.index()];
        state.reached = true;
        if advance {
            state.attitude = (state.attitude + attitudes.attitude_advance).min(100.0);
        } else if pushed {
            state.sour(attitudes.attitude_failed_push, Cause::Pressed);
        }
        if written_up {
            self.write_up(customer, rules.records.call, Cause::Called);
        }
        if advance {
            self.earn_trust(customer, rules.selling.trust_advance, Cause::Advanced);
        }
        self.happened(Happened::Called { customer, contact, deal: served, advance, chance });
        if let Some(id) = served.filter(|_| advance) {
            if stage == 1 {
                self.reach_stage(id, 2);
            }
            self.show_preference(id, if decides { Asked::TheDecisionMaker } else { Asked::SomebodyElse });
        }
        self.map_all(customer);
        self.uncover(customer, Revealed::Talk, |f| matches!(f, Finder::Talk(who) if *who == contact.0));
        self.sold(InteractionKind::Call);
        self.log(|round| Interaction {
            round,
            customer,
            role: performer,
            kind: InteractionKind::Call,
            contact: Some(contact),
            style: Some(style),
            minutes: time,
            cost,
            outcome: if advance { Outcome::Advance } else { Outcome::Continuation },
            written_up,
        });
        advance
    }
}
