//! What a card may hold at all: ids that exist and that the team knows, times in half hours, amounts within their limits.

use crate::sim::limits::{self, Value};
use crate::sim::parameters::Rules;
use crate::sim::scenario::{Guide, MAX_CONTACTS};
use crate::sim::state::{State, Team};
use crate::sim::terms::{Amount, Reject};
use crate::sim::units::{ContactId, CustomerId, Minutes, NeedId};

/// Most customers on one card.
const MOST_TARGETS: usize = 500;

/// The game as a card is checked against it, for one team.
#[derive(Clone, Copy)]
pub struct Bounds<'a> {
    /// The whole truth as it is now.
    pub state: &'a State,
    /// Place of the team.
    pub team: usize,
}

impl<'a> Bounds<'a> {
    /// Whose card is checked.
    #[must_use]
    pub fn team(&self) -> &'a Team {
        &self.state.teams[self.team]
    }

    /// The catalogue and the calendar.
    #[must_use]
    pub fn guide(&self) -> &'a Guide {
        &self.state.scenario.guide
    }

    /// The numbers of this scenario.
    #[must_use]
    pub fn rules(&self) -> &'a Rules {
        &self.guide().rules
    }

    /// A customer the team knows.
    ///
    /// # Errors
    /// `NoSuchCustomer`.
    pub fn customer(&self, id: CustomerId) -> Result<(), Reject> {
        if self.team().relations.get(id.index()).is_some_and(|relation| relation.known()) { Ok(()) } else { Err(Reject::NoSuchCustomer) }
    }

    /// A list of customers the team knows, each once.
    ///
    /// # Errors
    /// `BadList`, `NoSuchCustomer`.
    pub fn customers(&self, ids: &[CustomerId]) -> Result<(), Reject> {
        self.each_once(ids)?;
        ids.iter().try_for_each(|&id| self.customer(id))
    }

    /// A list that is neither empty nor too long, and names nobody twice.
    ///
    /// # Errors
    /// `BadList`.
    pub fn each_once<T: Ord + Copy>(&self, list: &[T]) -> Result<(), Reject> {
        let mut sorted = list.to_vec();
        sorted.sort_unstable();
        let once = (1..=MOST_TARGETS).contains(&list.len()) && sorted.windows(2).all(|pair| pair[0] != pair[1]);
        if once { Ok(()) } else { Err(Reject::BadList) }
    }

    /// Somebody at a customer the team knows.
    ///
    /// # Errors
    /// `NoSuchCustomer`, `NoSuchContact`.
    pub fn contact(&self, id: CustomerId, who: ContactId) -> Result<(), Reject> {
        self.customer(id)?;
        let people = self.state.customers[id.index()].contacts.len().min(MAX_CONTACTS);
        if who.index() < people { Ok(()) } else { Err(Reject::NoSuchContact) }
    }

    /// A deal the team has seen.
    ///
    /// # Errors
    /// `NoSuchDeal`.
    pub fn deal(&self, id: NeedId) -> Result<(), Reject> {
        if self.team().deal(id).is_some() { Ok(()) } else { Err(Reject::NoSuchDeal) }
    }

    /// Whole half hours, no more than all people of the largest role have.
    ///
    /// # Errors
    /// `BadTime`.
    pub fn time(&self, time: Minutes) -> Result<(), Reject> {
        let people = self.team().staff.iter().map(|staff| staff.posts.len()).max().unwrap_or(1);
        let most = Minutes(self.rules().work.role_hours.0.saturating_mul(people as i32));
        if time.0 > 0 && time.0 % 30 == 0 && time <= most { Ok(()) } else { Err(Reject::BadTime) }
    }

    /// What is set on the card within its limits.
    ///
    /// # Errors
    /// `BadAmount`.
    pub fn amount(&self, amount: Amount, value: Value) -> Result<(), Reject> {
        limits::check(self.guide(), amount, value)
    }
}
