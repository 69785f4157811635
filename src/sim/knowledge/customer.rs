//! What a seat knows of a customer and its people.

use crate::sim::scenario::{BuyingRole, MAX_CONTACTS, Style, Text};
use crate::sim::state::CustomerCard;
use crate::sim::state::pyramid::Basis;
use crate::sim::terms::{Found, Kind, Level, Phase, ServiceLevel, Tier};
use crate::sim::units::{ContactId, CustomerId, Fen, IndustryId, RivalId, Round};
use arrayvec::ArrayVec;
use std::ops::Deref;
use std::sync::Arc;

/// A customer the team knows, as far as it knows it. Reads as its card, too: name, token, story, industry.
#[derive(Clone, Debug)]
pub struct CustomerView {
    /// By which cards, deals and tickets name it.
    pub id: CustomerId,
    /// What never changes and is known from the start; shared by all views.
    pub card: Arc<CustomerCard>,
    /// Phase of the relation now.
    pub phase: Phase,
    /// Phase of the round before, for the animation.
    pub phase_before: Phase,
    /// How it came to be known, and when; round 0 is before the game.
    pub found: Option<(Found, Round)>,
    /// Qualifying has shown its value, sensitivities and buying roles.
    pub qualified: bool,
    /// Yearly value (12 x need rate x typical order), once qualified or after an order.
    pub yearly_value: Option<Fen>,
    /// How much it weighs prices, 1 as most do, once qualified.
    pub price_sensitivity: Option<f64>,
    /// How much it weighs bad service, 1 as most do, once qualified.
    pub service_sensitivity: Option<f64>,
    /// As surveyed, and when.
    pub satisfaction: Option<(f64, Round)>,
    /// T, 0-100.
    pub trust: f64,
    /// C, 0-100.
    pub commitment: f64,
    /// R, 0 to what the tool for customer data holds.
    pub records: f64,
    /// Loyalty to the salesperson, 0-100.
    pub bond: f64,
    /// Bad impressions the team knows of (silent failures left out), in whole ones.
    pub negative: f64,
    /// Months in a row without contact.
    pub silent_months: u16,
    /// Those from before the game included.
    pub orders: u16,
    /// Sales and fees since the game began.
    pub revenue: Fen,
    /// Profit since the game began: sales and fees less goods and whatever was spent on it.
    pub contribution: Fen,
    /// Round 0 for one from before the game; None if it has not ordered.
    pub last_order: Option<Round>,
    /// Price of the last order; zero before the first.
    pub last_amount: Fen,
    /// What the players call it.
    pub kind: Kind,
    /// How closely it is looked after.
    pub level: Level,
    /// The level was set for this customer alone; else it follows the tier.
    pub level_by_hand: bool,
    /// Computed pyramid tier by contribution so far.
    pub tier: Tier,
    /// The tier as the team sees it, and what that follows; None where nobody can know, never of a buyer.
    pub seen: Option<(Tier, Basis)>,
    /// Where the team placed it.
    pub placed: Option<Tier>,
    /// Who supplies it now, once qualified or after an order.
    pub incumbent: Option<RivalId>,
    /// When it left; None unless it is lost now.
    pub lost: Option<Round>,
    /// A salesperson it was close to now speaks for a rival (`Guide::poacher`): decisions for which that helps the rival yet.
    pub poached: u16,
    /// As its last order promised.
    pub service: ServiceLevel,
    /// The whole committee, by `ContactId`, those who have left it included; their names are `people` of the card. Held in
    /// place: a view makes one such list for every customer.
    pub contacts: ArrayVec<ContactView, MAX_CONTACTS>,
    /// A change of staff that no handover meeting has mended.
    pub needs_handover: bool,
    /// Trust that the change of staff has cost, until the handover meeting.
    pub trust_lost: f64,
    /// A failure that can be made good: a ticket of an earlier month, a broken promise, a booked loss.
    pub failure: bool,
    /// Which account manager it belongs to (place among the posts).
    pub owner: u8,
    /// A new owner still finds open ears.
    pub fresh: bool,
    /// In the pool since this round: nobody of the team works on it.
    pub pooled: Option<Round>,
    /// The last round in which something moved.
    pub moved: Round,
    /// To all its contacts; set back at the end of every twelfth round.
    pub gifts_this_year: Fen,
    /// Fee of its contracts a round.
    pub fee: Fen,
}

impl Deref for CustomerView {
    type Target = CustomerCard;

    fn deref(&self) -> &CustomerCard {
        &self.card
    }
}

impl CustomerView {
    /// The team may work with it: it is neither lost nor in the pool.
    #[must_use]
    pub fn in_our_hands(&self) -> bool {
        self.phase != Phase::Lost && self.pooled.is_none()
    }

    /// It has ordered, and the team may work with it.
    #[must_use]
    pub fn is_buyer(&self) -> bool {
        self.orders > 0 && self.in_our_hands()
    }
}

/// A member of a buying committee, as far as the team knows it.
#[derive(Clone, Copy, Debug)]
pub struct ContactView {
    /// By which calls and gifts name it.
    pub id: ContactId,
    /// Known once qualified or met.
    pub role: Option<BuyingRole>,
    /// Known once met.
    pub style: Option<Style>,
    /// Met: called on at least once.
    pub reached: bool,
    /// -100..100, known once met.
    pub attitude: Option<f64>,
    /// Set back at the end of each quarter (`Gifts::quarter`).
    pub gifts_this_quarter: Fen,
    /// Has left the committee, because an audit found a gift.
    pub removed: bool,
}

/// A customer in the pool.
#[derive(Clone, Debug)]
pub struct PoolView {
    /// Known to the team or not.
    pub customer: CustomerId,
    /// Of the customer.
    pub name: Text,
    /// Of the customer.
    pub industry: IndustryId,
    /// The round in which it came into the pool.
    pub since: Round,
    /// Record quality that goes with it.
    pub records: f64,
}
