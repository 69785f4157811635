//! What a customer says to a decision of its own, in a sentence: the reason that the rules name, in its own words.

use crate::prose::Prose;
use crate::sim::journal::report::{Advantage, BidTerm, Happened, NotInvited};
use crate::sim::scenario::BuyingRole;
use crate::sim::terms::Winner;
use crate::sim::units::CustomerId;

/// The sentence that goes with a decision, with whoever says it; None where the rules name no reason.
#[must_use]
pub fn of(prose: &Prose, happened: &Happened) -> Option<String> {
    let (customer, key) = match happened {
        Happened::Won { deal, strong: Some(term), .. } => (deal.customer, won(*term)?),
        Happened::NotWon { deal, weak: Some(term), .. } => (deal.customer, lost(*term)),
        Happened::NotWon { deal, winner: Winner::Rival(_), advantage: Some(advantage), .. } => (deal.customer, rival(*advantage)),
        Happened::NotWon { deal, winner: Winner::Nobody, .. } => (deal.customer, "voice-nobody"),
        Happened::NotInvited { deal, why: NotInvited::NoSupport, .. } => (deal.customer, "voice-no-support"),
        _ => return None,
    };
    let said = prose.say(key);
    Some(match speaker(prose, customer) {
        Some(person) => prose.say_with("voice-of", &[("said", said.into()), ("person", person.into())]),
        None => prose.say_with("voice-plain", &[("said", said.into())]),
    })
}

/// Whoever decides there, once somebody of the team has met that person.
fn speaker(prose: &Prose, customer: CustomerId) -> Option<String> {
    let known = prose.view.customer(customer)?;
    let met = known.contacts.iter().filter(|contact| contact.reached && !contact.removed);
    let person = met.filter(|contact| contact.role == Some(BuyingRole::DecisionMaker)).map(|contact| prose.contact(customer, contact.id)).next()?;
    Some(person).filter(|name| !name.is_empty() && name != "—")
}

const fn won(term: BidTerm) -> Option<&'static str> {
    Some(match term {
        BidTerm::Support => "voice-won-support",
        BidTerm::Trust => "voice-won-trust",
        BidTerm::Satisfaction => "voice-won-satisfaction",
        BidTerm::Commitment => "voice-won-commitment",
        BidTerm::Promise => "voice-won-promise",
        BidTerm::Reputation => "voice-won-reputation",
        BidTerm::Price => "voice-won-price",
        BidTerm::Fit => "voice-won-fit",
        BidTerm::Delivery => "voice-won-delivery",
        // nobody buys because nothing is wrong
        BidTerm::Budget | BidTerm::Shock => return None,
    })
}

const fn lost(term: BidTerm) -> &'static str {
    match term {
        BidTerm::Support => "voice-lost-support",
        BidTerm::Trust => "voice-lost-trust",
        BidTerm::Satisfaction => "voice-lost-satisfaction",
        BidTerm::Commitment => "voice-lost-commitment",
        BidTerm::Promise => "voice-lost-promise",
        BidTerm::Reputation => "voice-lost-reputation",
        BidTerm::Price => "voice-lost-price",
        BidTerm::Budget => "voice-lost-budget",
        BidTerm::Fit => "voice-lost-fit",
        BidTerm::Shock => "voice-lost-shock",
        BidTerm::Delivery => "voice-lost-delivery",
    }
}

const fn rival(advantage: Advantage) -> &'static str {
    match advantage {
        Advantage::Supplier(_) => "voice-rival-supplier",
        Advantage::PriceWar => "voice-rival-price-war",
        Advantage::Offer(_) => "voice-rival-offer",
        Advantage::Improved => "voice-rival-improved",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::journal::report::Utility;
    use crate::words::Lang;

    #[test]
    fn a_decision_is_told_in_the_words_of_whoever_decides() {
        let mut view = noted(&played(1, 3));
        let deal = view.deals.first().expect("a deal").id;
        let won =
            |strong| Happened::Won { deal, amount: Default::default(), utility: Utility::default(), chance: 0.5, unseen: None, strong, field: Vec::new() };
        for contact in view.known.customers.iter_mut().filter(|c| c.id == deal.customer).flat_map(|c| c.contacts.iter_mut()) {
            (contact.reached, contact.role) = (false, None);
        }
        let told = |view: &crate::sim::view::View, lang, happened: Happened| of(&Prose::new(view, lang), &happened);
        assert_eq!(told(&view, Lang::En, won(Some(BidTerm::Trust))).as_deref(), Some("\"You have kept your word so far.\""));
        assert_eq!(told(&view, Lang::En, won(None)), None);
        assert_eq!(told(&view, Lang::En, won(Some(BidTerm::Shock))), None);
        let place = view.customers.iter().position(|c| c.id == deal.customer).expect("known");
        let contact = &mut view.known.customers[place].contacts[0];
        (contact.reached, contact.role, contact.removed) = (true, Some(BuyingRole::DecisionMaker), false);
        let person = Prose::new(&view, Lang::En).contact(deal.customer, contact_id(&view, place));
        let said = told(&view, Lang::En, won(Some(BidTerm::Trust))).expect("said");
        assert_eq!(said, format!("\"You have kept your word so far.\" {person}"));
    }

    fn contact_id(view: &crate::sim::view::View, place: usize) -> crate::sim::units::ContactId {
        view.customers[place].contacts[0].id
    }
}
