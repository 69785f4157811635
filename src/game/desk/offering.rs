//! Stands in for `sim::offer` until the rules have it: the usual cards with what they lack.

use crate::sim::command::{Action, Card, Intent, QueuePolicy, QuoteTerms};
use crate::sim::conditions::missing;
use crate::sim::scenario::{Severity, Style};
use crate::sim::units::{ContactId, CustomerId, Fen, Minutes, Role};
use crate::sim::view::{Offer, Tendency, View};

fn offer(view: &View, role: Role, action: Action, hours: i32, yuan: i64, tends: Tendency) -> Offer {
    let missing = missing(&action, view);
    Offer { card: Card { action, write_up: true }, role, minutes: Minutes::hours(hours), cost: Fen::yuan(yuan), missing, tends }
}

pub fn offers(view: &View, id: CustomerId) -> Vec<Offer> {
    use Role::{AccountManager, Developer, Service};
    let Some(customer) = view.customer(id) else { return Vec::new() };
    let one = || vec![id];
    let mut list = Vec::new();
    let deal = view.open_deals(id).map(|d| d.id).next();
    if let Some(deal) = deal {
        let terms = QuoteTerms::default();
        list.push(offer(view, AccountManager, Action::Pursue { deal, terms: terms.clone(), intent: Intent::Ask, time: Minutes::hours(20) }, 20, 600, Tendency::Wins(0.41)));
        for contact in customer.contacts.iter().take(2) {
            let action = Action::Call { customer: id, contact: contact.id, deal: Some(deal), style: contact.style.unwrap_or(Style::A), intent: Intent::Ask, time: Minutes::hours(8) };
            list.push(offer(view, AccountManager, action, 8, 200, Tendency::Advance(0.46)));
        }
        list.push(offer(view, AccountManager, Action::Demo { deal }, 8, 1500, Tendency::Fit(4.0)));
        list.push(offer(view, AccountManager, Action::Quote { deal, terms }, 3, 0, Tendency::Wins(0.35)));
    }
    list.push(offer(view, AccountManager, Action::FreeCheck { customer: id }, 6, 1000, Tendency::FindsNeed(0.3)));
    list.push(offer(view, AccountManager, Action::Gift { customer: id, contact: ContactId(0), amount: Fen::yuan(200) }, 1, 200, Tendency::Trust(0.6)));
    list.push(offer(view, AccountManager, Action::Care { visits: vec![(id, Minutes::hours(4))] }, 4, 100, Tendency::Mends { negative: 0.2, trust: 1.9 }));
    list.push(offer(view, Developer, Action::Qualify { customers: one() }, 4, 0, Tendency::Records(30.0)));
    list.push(offer(view, Developer, Action::Research { customers: one() }, 4, 0, Tendency::FindsNeed(0.5)));
    list.push(offer(view, Developer, Action::AskReferral { customers: one() }, 2, 0, Tendency::Referral(0.1)));
    list.push(offer(view, Service, Action::Survey { customers: one() }, 1, 0, Tendency::Shows));
    list.push(offer(view, Service, Action::Check { customers: one() }, 2, 0, Tendency::FindsNeed(0.2)));
    list.push(offer(view, Service, Action::Compensate { customer: id, share: 0.02 }, 1, 2000, Tendency::Satisfies(8.0)));
    list
}

pub fn desk_offers(view: &View) -> Vec<Offer> {
    use Role::{AccountManager, Developer, Service};
    let open = view.tickets.len() as u16;
    vec![
        offer(view, Developer, Action::Exhibition, 16, 20_000, Tendency::Finds(3.2)),
        offer(view, Developer, Action::Prospect { time: Minutes::hours(40) }, 40, 900, Tendency::Finds(2.1)),
        offer(view, Developer, Action::Qualify { customers: Vec::new() }, 4, 0, Tendency::Records(30.0)),
        offer(view, AccountManager, Action::Forecast, 2, 0, Tendency::Files(Fen::yuan(240_000))),
        offer(view, Service, Action::Queue { time: Minutes::hours(40), policy: QueuePolicy::Severity }, 40, 2000, Tendency::Solves { tickets: open, of: open }),
        offer(view, Service, Action::Care { visits: Vec::new() }, 16, 400, Tendency::Mends { negative: 0.4, trust: 3.0 }),
        offer(view, Service, Action::Article { class: Severity::Minor }, 6, 0, Tendency::Saves(0.07)),
    ]
}
