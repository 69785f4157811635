//! How likely a talk is to lead on, by what is wanted of it.

use crate::prose::Prose;
use crate::sim::cards::Outlook;
use crate::sim::knowledge::DealView;
use crate::sim::scenario::Style;
use crate::sim::terms::Intent;
use crate::sim::units::{ContactId, CustomerId};

/// A talk that somebody thinks of having.
#[derive(Clone, Copy, Debug)]
pub struct Talk<'a> {
    /// With whose people.
    pub customer: CustomerId,
    /// With whom; None for whoever a sensible seller sees next.
    pub contact: Option<ContactId>,
    /// About what, where it serves a deal.
    pub deal: Option<&'a DealView>,
    /// How it is presented; None for the way that suits.
    pub style: Option<Style>,
}

impl Talk<'_> {
    /// The chance that it ends in an advance, in words; None where nobody is there to talk to.
    #[must_use]
    pub fn leads_on(self, prose: &Prose, intent: Intent) -> Option<String> {
        let contact = self.contact.or_else(|| prose.view.next_contact(self.customer, self.deal))?;
        let outlook = Outlook { known: &prose.view.known, planned: &[], share: 1.0, write_up: true };
        let chance = outlook.advance(self.customer, contact, self.deal, self.style, intent);
        Some(prose.say_with("editor-intent-chance", &[("chance", prose.chance(chance).into())]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::words::Lang;

    #[test]
    fn what_is_wanted_of_a_talk_changes_the_chance_that_is_told() {
        let view = noted(&played(3, 2));
        let prose = Prose::new(&view, Lang::En);
        let large = view.guide.rules.selling.large_deal;
        let open = view.deals.iter().find(|deal| deal.open()).expect("an open deal");
        let deal = DealView { value: large, ..open.clone() };
        let talk = Talk { customer: deal.id.customer, contact: None, deal: Some(&deal), style: None };
        let told = [Intent::Inform, Intent::Ask, Intent::Close].map(|intent| talk.leads_on(&prose, intent));
        let percent = |told: &Option<String>| told.as_ref().and_then(|t| t.chars().filter(char::is_ascii_digit).collect::<String>().parse::<u32>().ok());
        let [inform, ask, close] = [0, 1, 2].map(|i| percent(&told[i]).unwrap_or_default());
        assert!(ask > inform && inform > close, "{told:?}");
    }
}
