//! What stands on a seat's page: four parts, each a list of lines with what can be done about them.

mod customers;
pub mod marks;
mod plan;
mod results;
mod today;

use super::form::Does;
use crate::advice::offer::{self, Offer};
use crate::prose::agenda::{self, Entry};
use crate::prose::{Prose, Tone};
use crate::sim::units::{CustomerId, Role};
use crate::sim::view::View;
use serde::Deserialize;

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The agenda.
    #[default]
    Today,
    /// Whom the team knows, and the sheet of one.
    Customers,
    /// The team's plan.
    Plan,
    /// The last month.
    Results,
}

impl Part {
    /// In their order.
    pub const ALL: [Part; 4] = [Part::Today, Part::Customers, Part::Plan, Part::Results];

    /// As an address has it.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Today => "today",
            Part::Customers => "customers",
            Part::Plan => "plan",
            Part::Results => "results",
        }
    }

    /// By its name.
    pub fn by_name(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The key of what it is called.
    pub const fn key(self) -> &'static str {
        match self {
            Part::Today => "host-part-today",
            Part::Customers => "host-part-customers",
            Part::Plan => "host-part-plan",
            Part::Results => "host-part-results",
        }
    }
}

/// A line of a list.
#[derive(Debug, Default)]
pub struct Row {
    /// The class of its colour.
    pub tone: &'static str,
    /// What it is about.
    pub title: String,
    /// More about it, a line each.
    pub subs: Vec<String>,
    /// A number or a word that stands out; may be empty.
    pub chip: String,
    /// Where a click on it leads; may be empty.
    pub link: String,
    /// Where it is set, and what that is called.
    pub set: Option<(String, String)>,
    /// What can be done.
    pub does: Option<Does>,
    /// What a question may be answered with.
    pub replies: Vec<Answering>,
}

/// An answer to a question, as a button.
#[derive(Debug)]
pub struct Answering {
    /// What the button does; it says the answer.
    pub does: Does,
    /// It is given.
    pub chosen: bool,
    /// It can be given, or taken back.
    pub possible: bool,
    /// The chance of the deal with it; may be empty.
    pub chance: String,
    /// What is known about it and what it costs, a line each.
    pub subs: Vec<String>,
    /// What speaks against it or keeps it out; may be empty.
    pub warning: String,
}

/// A heading with its lines.
#[derive(Debug)]
pub struct Group {
    /// The heading.
    pub title: String,
    /// What is said where there are no lines.
    pub empty: String,
    /// The lines.
    pub rows: Vec<Row>,
    /// The lines are figures: name and value side by side.
    pub figures: bool,
}

impl Group {
    fn new(title: String, empty: String, rows: Vec<Row>) -> Group {
        Group { title, empty, rows, figures: false }
    }
}

/// The view of a seat with its roles: what all parts are made from.
pub struct Desk<'a> {
    /// The view in the language of whoever looks.
    pub prose: &'a Prose<'a>,
    /// The roles that are played at the seat.
    pub roles: &'a [Role],
    /// A month is being planned, and the own plan is not handed in.
    pub plans: bool,
}

impl Desk<'_> {
    /// What the seat may know.
    pub fn view(&self) -> &View {
        self.prose.view
    }

    /// The agenda, with what a long list leaves out.
    pub fn entries(&self) -> Vec<Entry> {
        let shown = agenda::entries(self.prose, true).into_iter();
        shown
            .flat_map(|mut entry| {
                let rest = std::mem::take(&mut entry.rest);
                std::iter::once(entry).chain(rest)
            })
            .collect()
    }

    /// What can be done for a customer by the roles of the seat.
    pub fn offers(&self, customer: CustomerId) -> impl Iterator<Item = Offer> {
        offer::offers(self.view(), customer).into_iter().filter(|offer| self.roles.contains(&offer.role))
    }

    /// What they can do beside any one customer.
    pub fn desk_offers(&self) -> impl Iterator<Item = Offer> {
        offer::desk_offers(self.view()).into_iter().filter(|offer| self.roles.contains(&offer.role))
    }

    /// Everything that they can do.
    pub fn all_offers(&self) -> impl Iterator<Item = Offer> {
        self.view().customers.iter().flat_map(|customer| self.offers(customer.id)).chain(self.desk_offers())
    }

    /// The lines of a part; `customer`: whose sheet it is.
    pub fn groups(&self, part: Part, customer: Option<CustomerId>) -> Vec<Group> {
        match (part, customer.filter(|id| self.view().customer(*id).is_some())) {
            (Part::Today, _) => self.today(),
            (Part::Customers, Some(customer)) => self.sheet(customer),
            (Part::Customers, None) => self.customers(),
            (Part::Plan, _) => self.plan(),
            (Part::Results, _) => self.results(),
        }
    }
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Late => "late",
        Tone::Due => "due",
        Tone::Good => "good",
        Tone::Plain | Tone::Deal => "plain",
    }
}
