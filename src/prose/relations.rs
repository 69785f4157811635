//! A relation in a few words: where it stands, who draws it away.

use super::names;
use super::wording::Prose;
use crate::crm::fields::owner_name;
use crate::sim::knowledge::{ContactView, CustomerView, DealView};
use crate::sim::units::CustomerId;

/// The phase, and what was ordered, or when it was lost.
#[must_use]
pub fn phase_and_orders(prose: &Prose, customer: &CustomerView) -> String {
    format!("{} · {}", prose.phase(customer.phase), orders(prose, customer))
}

/// What was ordered, or when it was lost.
fn orders(prose: &Prose, customer: &CustomerView) -> String {
    if let Some(lost) = customer.lost {
        return prose.say_with("sheet-lost", &[("month", prose.month_name(lost).into())]);
    }
    match customer.orders {
        0 => prose.say("sheet-no-order"),
        orders => prose.say_with("sheet-orders", &[("count", orders.into())]),
    }
}

/// Which rival profits from it that somebody left the team, and for how many months yet.
#[must_use]
pub fn poached(prose: &Prose, customer: &CustomerView) -> Option<String> {
    let rival = prose.view.guide.poacher(customer.id).and_then(|id| prose.view.guide.rivals.get(id.index())).filter(|_| customer.poached > 0)?;
    let args = [("rival", prose.text(&rival.name).into()), ("months", customer.poached.into())];
    Some(prose.say_with("profile-poached", &args))
}

/// Who it belongs to, and whether that person has still to be introduced after a colleague left.
#[must_use]
pub fn owner(prose: &Prose, customer: &CustomerView) -> String {
    let name = owner_name(customer, prose);
    if customer.needs_handover { prose.say_with("profile-owner-new", &[("person", name.into())]) } else { name }
}

/// Where the team placed it in the pyramid last, why, and when; none if it never did.
#[must_use]
pub fn evaluated(prose: &Prose, customer: CustomerId) -> Option<String> {
    let last = prose.view.evaluations.iter().rev().find(|e| e.customer == customer)?;
    let args = [
        ("tier", prose.say(names::tier(last.tier)).into()),
        ("reason", prose.say(names::reason(last.reason)).into()),
        ("month", prose.month_name(last.round).into()),
    ];
    Some(prose.say_with("value-evaluated", &args))
}

/// Position and way of thinking of somebody at a customer, as far as they are known.
#[must_use]
pub fn contact(prose: &Prose, contact: &ContactView) -> String {
    let role = contact.role.map_or_else(|| prose.say("contact-role-unknown"), |role| prose.say(names::buying_role(role)));
    let style = contact.style.map_or_else(|| prose.say("contact-style-unknown"), |style| prose.say(names::style(style)));
    format!("{role} · {style}")
}

/// How much of the committee is on our side in a deal; what that needs, where there is no deal.
#[must_use]
pub fn support(prose: &Prose, deal: Option<&DealView>) -> String {
    match deal {
        Some(deal) => {
            let args = [("need", prose.deal(deal.id).into()), ("share", prose.percent(deal.committee).into())];
            prose.say_with("contacts-support", &args)
        }
        None => prose.say("contacts-no-deal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::units::{Role, Round};
    use crate::sim::view::View;
    use crate::words::Lang;

    #[test]
    fn a_successor_is_the_owner_and_has_still_to_be_introduced() {
        let mut view = noted(&played(1, 2));
        view.customers[0].needs_handover = false;
        let of = |view: &View, lang| owner(&Prose::new(view, lang), &view.customers[0]);
        let name = Prose::new(&view, Lang::En).person(Role::AccountManager, 0);
        assert_eq!(of(&view, Lang::En), name);
        view.customers[0].needs_handover = true;
        assert_eq!(of(&view, Lang::En), format!("{name}, not introduced yet"));
        view.customers[0].needs_handover = false;
        view.customers[0].pooled = Some(Round(2));
        assert_eq!(of(&view, Lang::Zh), "公海");
    }
}
