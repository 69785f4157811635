//! A gift or hospitality: within the policy a little trust and bond, above it nothing but the risk (docs/model.md#gifts).

use crate::sim::cards::{Action, Bounds, CardRules, Estimate, Home, Hope, Needs, Outlook, Playing, Setting, Takes, When};
use crate::sim::care::gifts;
use crate::sim::journal::effect::{About, Cause, Measure};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::journal::report::{InteractionKind, Outcome};
use crate::sim::limits::Value;
use crate::sim::parameters::Gifts;
use crate::sim::scenario::Guide;
use crate::sim::state::{Breach, Compliance};
use crate::sim::terms::{Amount, Missing, Reject};
use crate::sim::turn::Turn;
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, Role};
use serde::{Deserialize, Serialize};

/// A gift to one person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gift {
    /// Whose committee the receiver sits on.
    pub customer: CustomerId,
    /// Who receives it.
    pub contact: ContactId,
    /// Above 0, at most `gifts.most`.
    pub amount: Fen,
}

impl CardRules for Gift {
    fn key(&self) -> &'static str {
        "gift"
    }

    fn home(&self) -> Home {
        Home::Roles(&[Role::AccountManager])
    }

    fn when(&self) -> When {
        When::Caring
    }

    fn each_customer(&self, tell: &mut dyn FnMut(CustomerId)) {
        tell(self.customer);
    }

    fn takes(&self, guide: &Guide, _: &dyn Fn(CustomerId) -> Fen) -> Takes {
        Takes::fixed(guide.rules.gifts.hours).costing(self.amount)
    }

    fn check(&self, bounds: &Bounds<'_>) -> Result<(), Reject> {
        bounds.contact(self.customer, self.contact)?;
        bounds.amount(Amount::Gift, Value::Money(self.amount))
    }

    fn needs(&self, needs: &mut Needs<'_>) {
        needs.known(self.customer);
        needs.speaks(self.customer, self.contact);
        match needs.facts.compliance() {
            Compliance::Show => {}
            Compliance::Hide => needs.that(false, Missing::NoGifts),
            Compliance::Forbid => {
                // what the plan holds already counts
                let [mut quarter, mut year] = needs.facts.gifts(self.customer, self.contact);
                for gift in needs.others().filter_map(|action| if let Action::Gift(gift) = action { Some(gift) } else { None }) {
                    if gift.customer == self.customer {
                        year += gift.amount;
                        quarter += if gift.contact == self.contact { gift.amount } else { Fen::ZERO };
                    }
                }
                needs.that(self.amount <= gifts::lawful(&needs.rules().gifts, quarter, year, self.amount), Missing::GiftLimit);
            }
        }
    }

    fn brings(&self, _: &mut Hope<'_>) {}

    fn repeats(&self, planned: &Action) -> bool {
        matches!(planned, Action::Gift(other) if (other.customer, other.contact) == (self.customer, self.contact))
    }

    fn setting(&self) -> Setting {
        Setting::FIRST
    }

    fn hours(&mut self) -> Option<&mut Minutes> {
        None
    }

    fn play(&self, turn: &mut Turn<'_>, _: &mut Playing<'_>) {
        if turn.lacks(&self.clone().into()) {
            return;
        }
        let Gift { customer, contact, amount } = *self;
        turn.pay(EntryKind::Gifts, -amount, Some(customer), None);
        let relation = turn.relation(customer);
        let lawful = gifts::lawful(&turn.rules.gifts, relation.contacts[contact.index()].gifts, relation.activity.gifts_year, amount);
        if lawful > Fen::ZERO {
            let [trust, bond] = gains(&turn.rules.gifts, lawful);
            turn.add(customer, Measure::Trust, trust, Cause::Gift, About::Contact(contact));
            turn.add(customer, Measure::Bond, bond, Cause::Gift, About::Contact(contact));
        }
        if amount > lawful {
            let round = turn.round;
            turn.team.audit.breaches.push(Breach { customer, contact, round, found: false });
        }
        let relation = turn.relation_mut(customer);
        relation.contacts[contact.index()].gifts += amount;
        relation.activity.gifts_year += amount;
        turn.sales_work(customer, InteractionKind::Gift, turn.rules.gifts.hours, amount, Outcome::Done, false);
    }

    fn estimate(&self, outlook: &Outlook<'_>) -> Estimate {
        let (known, rules) = (outlook.known, &outlook.rules().gifts);
        let Some(customer) = known.customer(self.customer) else { return Estimate::Trust(0.0) };
        let lawful = customer.lawful_gift(rules, self.contact, self.amount);
        if self.amount > lawful { Estimate::Breach } else { Estimate::Trust(gains(rules, lawful)[0]) }
    }
}

/// Trust and bond that a lawful gift brings, in points.
fn gains(rules: &Gifts, lawful: Fen) -> [f64; 2] {
    let weight = gifts::gift_weight(rules, lawful);
    [rules.trust * weight, rules.bond * weight]
}
