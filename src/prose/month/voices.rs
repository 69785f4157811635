//! What a customer says to a decision of its own, in a sentence: the reason that the rules name, in its own words. A firm, somebody
//! who buys for himself and a family each have words of their own.
//!
//! A reason has several sentences. Which of them is said follows from the months before: the ones least used so far, never the one
//! that the same customer said last, and none twice in a month while there are others.

use crate::prose::Prose;
use crate::sim::journal::report::{Advantage, BidTerm, Happened, NotInvited};
use crate::sim::scenario::{BuyingRole, Speaks};
use crate::sim::terms::Winner;
use crate::sim::units::{CustomerId, Round};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence of a reason, by its place among those of the same reason, and whose words it is in.
type Line = (&'static str, Speaks, u8);

/// What customers say to their decisions of a month.
#[derive(Debug)]
pub struct Voices {
    /// By the place of the decision among what happened.
    lines: BTreeMap<usize, Line>,
}

impl Voices {
    /// Those of a round, each in the light of what was said before.
    #[must_use]
    pub fn of(prose: &Prose, round: Round) -> Voices {
        let mut used: BTreeMap<Line, u16> = BTreeMap::new();
        let mut last: BTreeMap<CustomerId, Line> = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for month in prose.view.past.rounds.iter().take(usize::from(round.0)) {
            lines.clear();
            let mut said: BTreeSet<Line> = BTreeSet::new();
            for (place, happened) in month.happened.iter().enumerate() {
                let Some((customer, reason)) = reason(happened) else { continue };
                let speaks = speaks(prose, customer);
                let count = sentences(reason);
                // where nothing else tells them apart, not everybody begins with the first
                let from = customer.0 % u16::from(count);
                let turn = |which: u8| (u16::from(which) + u16::from(count) - from) % u16::from(count);
                let line = (0..count)
                    .map(|which| (reason, speaks, which))
                    .min_by_key(|line| (last.get(&customer) == Some(line), said.contains(line), used.get(line).copied().unwrap_or(0), turn(line.2)));
                let Some(line) = line else { continue };
                *used.entry(line).or_default() += 1;
                last.insert(customer, line);
                said.insert(line);
                lines.insert(place, line);
            }
        }
        Voices { lines }
    }

    /// The sentence that goes with the decision at this place of what happened, with whoever says it; None where the rules name no reason.
    #[must_use]
    pub fn said(&self, prose: &Prose, place: usize, happened: &Happened) -> Option<String> {
        let (customer, _) = reason(happened)?;
        let &(reason, speaks, which) = self.lines.get(&place)?;
        let number = which + 1;
        let said = prose.say(&match speaks {
            Speaks::Firm => format!("voice-firm-{reason}-{number}"),
            Speaks::Person => format!("voice-person-{reason}-{number}"),
            Speaks::Family => format!("voice-family-{reason}-{number}"),
        });
        Some(match speaker(prose, customer) {
            Some(person) => prose.say_with("voice-of", &[("said", said.into()), ("person", person.into())]),
            None => prose.say_with("voice-plain", &[("said", said.into())]),
        })
    }
}

/// Who decided, and the reason that the rules name.
fn reason(happened: &Happened) -> Option<(CustomerId, &'static str)> {
    Some(match happened {
        // whoever was more likely to go elsewhere does not say that all were of one mind
        Happened::Won { deal, chance, field, .. } if field.iter().any(|(_, other)| other > chance) => (deal.customer, "won-close"),
        Happened::Won { deal, strong: Some(term), .. } => (deal.customer, won(*term)?),
        Happened::NotWon { deal, weak: Some(term), .. } => (deal.customer, lost(*term)),
        Happened::NotWon { deal, winner: Winner::Rival(_), advantage: Some(advantage), .. } => (deal.customer, rival(*advantage)),
        Happened::NotWon { deal, winner: Winner::Nobody, .. } => (deal.customer, "nobody"),
        Happened::NotInvited { deal, why: NotInvited::NoSupport, .. } => (deal.customer, "no-support"),
        _ => return None,
    })
}

/// How many sentences a reason has: four where customers often name it.
fn sentences(reason: &str) -> u8 {
    const OFTEN: [&str; 16] = [
        "won-close",
        "won-support",
        "won-trust",
        "won-satisfaction",
        "won-price",
        "won-fit",
        "lost-support",
        "lost-trust",
        "lost-satisfaction",
        "lost-price",
        "lost-fit",
        "rival-supplier",
        "rival-offer",
        "rival-improved",
        "nobody",
        "no-support",
    ];
    if OFTEN.contains(&reason) { 4 } else { 2 }
}

/// In whose words a customer speaks: those of its kind where somebody there bears the customer's own name, else a firm's.
fn speaks(prose: &Prose, customer: CustomerId) -> Speaks {
    let known = prose.view.customer(customer).filter(|known| known.people.contains(&known.name));
    known.and_then(|known| prose.view.guide.speaks.get(known.industry.index()).copied()).unwrap_or_default()
}

/// Whoever decides there, once somebody of the team has met that person; nobody where the customer's own name says it.
fn speaker(prose: &Prose, customer: CustomerId) -> Option<String> {
    let known = prose.view.customer(customer)?;
    let met = known.contacts.iter().filter(|contact| contact.reached && !contact.removed);
    let person = met.filter(|contact| contact.role == Some(BuyingRole::DecisionMaker)).map(|contact| prose.contact(customer, contact.id)).next()?;
    Some(person).filter(|name| !name.is_empty() && name != "—" && *name != prose.customer(customer))
}

const fn won(term: BidTerm) -> Option<&'static str> {
    Some(match term {
        BidTerm::Support => "won-support",
        BidTerm::Trust => "won-trust",
        BidTerm::Satisfaction => "won-satisfaction",
        BidTerm::Commitment => "won-commitment",
        BidTerm::Promise => "won-promise",
        BidTerm::Reputation => "won-reputation",
        BidTerm::Price => "won-price",
        BidTerm::Fit => "won-fit",
        BidTerm::Delivery => "won-delivery",
        // nobody buys because nothing is wrong
        BidTerm::Budget | BidTerm::Shock => return None,
    })
}

const fn lost(term: BidTerm) -> &'static str {
    match term {
        BidTerm::Support => "lost-support",
        BidTerm::Trust => "lost-trust",
        BidTerm::Satisfaction => "lost-satisfaction",
        BidTerm::Commitment => "lost-commitment",
        BidTerm::Promise => "lost-promise",
        BidTerm::Reputation => "lost-reputation",
        BidTerm::Price => "lost-price",
        BidTerm::Budget => "lost-budget",
        BidTerm::Fit => "lost-fit",
        BidTerm::Shock => "lost-shock",
        BidTerm::Delivery => "lost-delivery",
    }
}

const fn rival(advantage: Advantage) -> &'static str {
    match advantage {
        Advantage::Supplier(_) => "rival-supplier",
        Advantage::PriceWar => "rival-price-war",
        Advantage::Offer(_) => "rival-offer",
        Advantage::Improved => "rival-improved",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::journal::report::Utility;
    use crate::sim::knowledge::PastRound;
    use crate::sim::units::NeedId;
    use crate::sim::view::View;
    use crate::words::Lang;

    fn won(deal: NeedId, strong: Option<BidTerm>) -> Happened {
        Happened::Won { deal, amount: Default::default(), utility: Utility::default(), chance: 0.5, unseen: None, strong, field: Vec::new() }
    }

    /// A view whose past is these months alone.
    fn after(view: &View, months: &[Vec<Happened>]) -> View {
        let mut view = view.clone();
        view.past.rounds = months.iter().map(|happened| PastRound { happened: happened.clone(), effects: Vec::new() }).collect();
        view
    }

    fn told(view: &View, lang: Lang, month: &[Happened]) -> Vec<Option<String>> {
        let prose = Prose::new(view, lang);
        let voices = Voices::of(&prose, Round(view.past.rounds.len() as u16));
        month.iter().enumerate().map(|(place, happened)| voices.said(&prose, place, happened)).collect()
    }

    fn one(view: &View, lang: Lang, happened: Happened) -> Option<String> {
        let month = [happened];
        told(&after(view, &[month.to_vec()]), lang, &month).remove(0)
    }

    #[test]
    fn a_decision_is_told_in_the_words_of_whoever_decides() {
        let mut view = noted(&played(1, 3));
        let deal = view.deals.first().expect("a deal").id;
        let place = view.customers.iter().position(|c| c.id == deal.customer).expect("known");
        for contact in &mut view.known.customers[place].contacts {
            (contact.reached, contact.role) = (false, None);
        }
        assert!(one(&view, Lang::En, won(deal, Some(BidTerm::Trust))).is_some_and(|said| said.ends_with('"')));
        assert_eq!(one(&view, Lang::En, won(deal, None)), None);
        assert_eq!(one(&view, Lang::En, won(deal, Some(BidTerm::Shock))), None);
        let contact = &mut view.known.customers[place].contacts[0];
        (contact.reached, contact.role, contact.removed) = (true, Some(BuyingRole::DecisionMaker), false);
        let id = contact.id;
        let person = Prose::new(&view, Lang::En).contact(deal.customer, id);
        let said = |view: &View| one(view, Lang::En, won(deal, Some(BidTerm::Satisfaction))).expect("said");
        assert!(said(&view).ends_with(&person));
        // who buys for himself says "I", a family "we", and neither of them is named twice
        let industry = view.customers[place].industry.index();
        let name = view.customers[place].people[id.index()].clone();
        std::sync::Arc::make_mut(&mut view.known.customers[place].card).name = name;
        let mut spoken = BTreeSet::new();
        for speaks in [Speaks::Firm, Speaks::Person, Speaks::Family] {
            std::sync::Arc::make_mut(&mut view.known.guide).speaks = vec![speaks; industry + 1];
            assert!(said(&view).ends_with('"'), "{}", said(&view));
            spoken.insert(said(&view));
        }
        assert_eq!(spoken.len(), 3);
    }

    #[test]
    fn nobody_says_the_same_twice_running_nor_two_in_one_month() {
        let view = noted(&played(1, 3));
        let customers: Vec<CustomerId> = view.customers.iter().map(|c| c.id).take(4).collect();
        let deal = view.deals.first().expect("a deal").id;
        let month: Vec<Happened> = customers.iter().map(|&customer| won(NeedId { customer, ..deal }, Some(BidTerm::Price))).collect();
        let mut before: Vec<Option<String>> = Vec::new();
        for count in 1..=6 {
            let view = after(&view, &vec![month.clone(); count]);
            let now = told(&view, Lang::Zh, &month);
            let different: BTreeSet<&str> = now.iter().flatten().filter_map(|said| said.split('“').nth(1)).collect();
            assert_eq!(different.len(), customers.len(), "{now:?}");
            assert!(before.iter().zip(&now).all(|(before, now)| before != now), "{before:?} {now:?}");
            before = now;
        }
    }

    #[test]
    fn every_sentence_that_may_be_said_is_there() {
        use BidTerm::{Budget, Commitment, Delivery, Fit, Price, Promise, Reputation, Satisfaction, Shock, Support, Trust};
        let terms = [Support, Trust, Satisfaction, Commitment, Promise, Reputation, Price, Budget, Fit, Shock, Delivery];
        let rivals = ["rival-supplier", "rival-price-war", "rival-offer", "rival-improved", "nobody", "no-support"];
        let reasons = terms.into_iter().flat_map(|term| super::won(term).into_iter().chain([lost(term)])).chain(rivals);
        for reason in reasons {
            for (who, number) in ["firm", "person", "family"].into_iter().flat_map(|who| (1..=sentences(reason)).map(move |number| (who, number))) {
                let key = format!("voice-{who}-{reason}-{number}");
                assert!(crate::words::values_of(&key).is_some(), "{key}");
            }
        }
    }
}
