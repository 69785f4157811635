//! What the agenda of a month is made of.

use crate::advice::questions::About;
use crate::sim::units::{CustomerId, EventId, NeedId, ProductId, Role, TicketId};

/// What wants attention this month, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaItem {
    /// A ticket that is still open.
    Ticket(TicketId),
    /// A task that should have been done in an earlier round, by its id.
    Overdue(u32),
    /// A task that is due this round, by its id.
    Due(u32),
    /// An open deal with its decision this round or next.
    Deal(NeedId),
    /// More of this is sold or quoted than is there or on its way.
    Lacking(ProductId),
    /// A need that service found: the account manager must take it up.
    TakeUp(NeedId),
    /// A known lead that nobody has qualified.
    Lead(CustomerId),
    /// An active customer or open deal without a next task.
    NoTask(CustomerId),
    /// Staff changed and the customer was not handed over.
    Handover(CustomerId),
    /// There is an exhibition this round, and no question of the month asks about it.
    Exhibition,
    /// There is a summit this round.
    Summit,
    /// What the script tells this round.
    News(EventId),
    /// The strategy is not filed yet.
    Strategy,
    /// A named customer ordered: place it in the pyramid.
    Evaluate(CustomerId),
    /// So many customers come of themselves this round, and want to be received.
    Visitors(u16),
    /// The tool for customer data caps the records.
    Outgrown,
    /// Only for the desk: the rest of a long list.
    More,
    /// A contract of this customer's ends soon, and no deal decided by next month is about its renewal.
    ContractEnds(CustomerId),
    /// A tender that takes bids this month for the last time.
    Tender(NeedId),
    /// What the hours that the routine leaves go to.
    Question(About),
    /// There are customers that the team does not know, and it looks for them in no other way than the search that this would be.
    NoSearch,
    /// More than half of this role's hours are free, and there is something for them.
    Idle(Role),
}
