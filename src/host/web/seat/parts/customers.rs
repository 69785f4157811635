//! Customers: whom the team knows, and of one of them what is known and what can be done.

use super::today::sheet_link;
use super::{Desk, Group, Row, marks};
use crate::advice::offer::{self, Offer};
use crate::advice::todo;
use crate::crm::fields::{Cell, SheetField};
use crate::crm::query::Index;
use crate::host::web::seat::form::Does;
use crate::prose::cards;
use crate::sim::knowledge::CustomerView;
use crate::sim::units::CustomerId;
use crate::words::{count, decimal};

impl Desk<'_> {
    pub(super) fn customers(&self) -> Vec<Group> {
        let prose = self.prose;
        let row = |customer: &CustomerView| {
            let deals = self.view().open_deals(customer.id).count();
            let satisfaction = customer.satisfaction.map(|(points, _)| prose.say_with("host-satisfaction", &[("points", decimal(points, 0).into())]));
            let subs = [prose.phase(customer.phase)].into_iter().chain(satisfaction).collect::<Vec<_>>().join(" · ");
            Row {
                title: prose.text(&customer.name),
                subs: vec![subs],
                chip: if deals == 0 { String::new() } else { prose.say_with("host-open-deals", &[("count", deals.into())]) },
                link: sheet_link(customer.id),
                ..Row::default()
            }
        };
        // whoever has something open stands first
        let mut list: Vec<&CustomerView> = self.view().customers.iter().collect();
        list.sort_by_key(|customer| self.view().open_deals(customer.id).next().is_none());
        vec![Group::new(prose.say("tab-customers"), prose.say("host-no-customers"), list.into_iter().map(row).collect())]
    }

    /// What is known of a customer, and what the roles of the seat can do for it.
    pub(super) fn sheet(&self, id: CustomerId) -> Vec<Group> {
        let prose = self.prose;
        let Some(customer) = self.view().customer(id) else { return Vec::new() };
        let index = Index::new(self.view());
        let fact = |field: SheetField| {
            let chip = match field.of(self.view(), &index, customer, prose) {
                Cell::Blank => return None,
                Cell::Text(text) => text,
                Cell::Number(number) => count(number.round() as i64),
            };
            Some(Row { title: prose.say(field.key()), chip, ..Row::default() })
        };
        let known = SheetField::ALL.into_iter().filter_map(fact).collect();
        let mut offers: Vec<Offer> = self.offers(id).collect();
        offers.sort_by_key(|offer| (!offer.missing.is_empty(), todo::rank(self.view(), customer, &offer.card.action)));
        let rows = offers.iter().map(|offer| self.offer(offer, "customers", Some(id))).collect();
        vec![
            Group::new(prose.customer(id), prose.say("host-no-offers"), rows),
            Group { figures: true, ..Group::new(prose.say("host-known"), String::new(), known) },
        ]
    }

    /// Something that can be done; `part` and `customer`: where it is offered.
    pub(super) fn offer(&self, offer: &Offer, part: &str, customer: Option<CustomerId>) -> Row {
        let prose = self.prose;
        let planned = self.view().plan.iter().find(|card| card.role == offer.role && card.card.action.repeats(&offer.card.action));
        let tends = cards::tends(prose, offer);
        let hindrance = match offer.missing.first() {
            _ if planned.is_some() => None,
            Some(missing) => Some(prose.lack(*missing)),
            None => cards::beyond_means(prose, offer, None),
        };
        let fits = self.plans && planned.is_none() && offer.missing.is_empty();
        let setting = offer.card.action.setting();
        let (mark, key) = match planned {
            Some(card) => (marks::of_planned(card), "host-change"),
            None => (marks::of_offer(offer), "host-set"),
        };
        let can_set = self.plans && setting.any && (planned.is_some() || fits);
        let whom = customer.map_or_else(String::new, |id| format!("&customer={}", id.0));
        let affords = offer::beyond(self.view(), offer, None).is_none();
        Row {
            tone: if planned.is_some() { "planned" } else { "" },
            title: cards::name(prose, &offer.card.action),
            subs: [cards::takes(prose, offer), tends].into_iter().chain(hindrance).filter(|text| !text.is_empty()).collect(),
            chip: planned.map_or_else(String::new, |_| prose.say("host-planned")),
            set: can_set.then(|| (format!("?part={part}{whom}&set={mark}"), prose.say(key))),
            does: (fits && affords && !setting.first && !setting.lacks_choice).then(|| Does {
                act: "offer",
                what: marks::of_offer(offer),
                name: prose.say("host-add"),
            }),
            ..Row::default()
        }
    }
}
