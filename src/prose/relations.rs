//! A relation in a few words: where it stands, who draws it away.

use super::wording::Prose;
use super::writing::or_dash;
use super::{glossary, names};
use crate::crm::fields::{NO_LABEL, owner_name};
use crate::sim::knowledge::{ContactView, CustomerView, DealView};
use crate::sim::state::DealOutcome;
use crate::sim::state::pyramid::Basis;
use crate::sim::terms::Kind;
use crate::sim::units::{CustomerId, Fen, Round};

/// What a customer is called in the list of kinds. The label is the team's own; where it has given none, a customer that has ordered
/// is not called one that may become a customer.
#[must_use]
pub fn kind(prose: &Prose, customer: &CustomerView) -> String {
    kind_choice(prose, customer, customer.kind).0
}

/// What that label means.
#[must_use]
pub fn kind_hint(prose: &Prose, customer: &CustomerView) -> String {
    kind_choice(prose, customer, customer.kind).1
}

/// What a customer would be called with a label, and what that means.
#[must_use]
pub fn kind_choice(prose: &Prose, customer: &CustomerView, label: Kind) -> (String, String) {
    let said = label.said_of(customer.orders);
    (prose.say(label_key(said)), prose.say(said.map_or("gloss-kind-unset", glossary::kind)))
}

/// The text of a label; None where a buyer has none.
#[must_use]
pub fn label_key(label: Option<Kind>) -> &'static str {
    label.map_or(NO_LABEL, names::kind)
}

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
    order_count(prose, customer)
}

/// How many orders there are; those from before the game, for which no revenue stands in the books, are told apart.
#[must_use]
pub fn order_count(prose: &Prose, customer: &CustomerView) -> String {
    let count = |key: &str| prose.say_with(key, &[("count", customer.orders.into())]);
    match (customer.orders, orders_before(prose, customer)) {
        (0, _) => prose.say("sheet-no-order"),
        (_, 0) => count("sheet-orders"),
        (all, before) if before >= all => count("sheet-orders-before"),
        (_, before) => prose.say_with("sheet-orders-some-before", &[("count", customer.orders.into()), ("before", before.into())]),
    }
}

/// The same beside a name that says what is counted.
#[must_use]
pub fn order_figure(prose: &Prose, customer: &CustomerView) -> String {
    match (customer.orders, orders_before(prose, customer)) {
        (all, 0) => all.to_string(),
        (all, before) if before >= all => prose.say_with("value-orders-before", &[("count", all.into())]),
        (all, before) => prose.say_with("value-orders-some-before", &[("count", all.into()), ("before", before.into())]),
    }
}

/// Orders from before the game.
fn orders_before(prose: &Prose, customer: &CustomerView) -> u16 {
    if customer.last_order == Some(Round(0)) {
        return customer.orders;
    }
    let won = prose.view.deals.iter().filter(|d| d.id.customer == customer.id && matches!(d.outcome, Some(DealOutcome::Won(_)))).count();
    customer.orders.saturating_sub(u16::try_from(won).unwrap_or(u16::MAX))
}

/// What a customer buys in a year, from all vendors: an estimate until somebody has asked, by qualifying it.
#[must_use]
pub fn yearly(prose: &Prose, customer: &CustomerView, write: impl Fn(Fen) -> String) -> String {
    match customer.yearly_value {
        None => prose.say("value-yearly-unknown"),
        Some(value) if customer.qualified => write(value),
        Some(value) => prose.say_with("value-yearly-estimate", &[("amount", write(value).into())]),
    }
}

/// The same where there is little room; a dash where nobody can tell.
#[must_use]
pub fn yearly_short(prose: &Prose, customer: &CustomerView) -> String {
    yearly_value(prose, customer.yearly_value, customer.qualified)
}

/// The same of a value alone; `qualified`: somebody has asked.
#[must_use]
pub fn yearly_value(prose: &Prose, value: Option<Fen>, qualified: bool) -> String {
    match value {
        None => or_dash(None),
        Some(value) if qualified => prose.money_short(value),
        Some(value) => prose.say_with("card-cost-about", &[("amount", prose.money_short(value).into())]),
    }
}

/// The tier as the team sees it in words; the second says what it follows, for whoever asks. None where nobody can know.
#[must_use]
pub fn tier_told(prose: &Prose, customer: &CustomerView) -> Option<(String, String)> {
    let (tier, basis) = customer.seen?;
    let (key, hint) = match basis {
        Basis::Placed => ("sheet-tier", "sheet-tier-placed-hint"),
        Basis::Contribution => ("sheet-tier", "sheet-tier-contribution-hint"),
        Basis::Expected => ("sheet-tier-expected", "sheet-tier-expected-hint"),
    };
    Some((prose.say_with(key, &[("tier", prose.say(names::tier(tier)).into())]), prose.say(hint)))
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
    use crate::sim::terms::Tier;
    use crate::sim::units::Role;
    use crate::sim::view::View;
    use crate::words::Lang;

    #[test]
    fn an_order_without_revenue_is_one_from_before_the_game() {
        let mut view = noted(&played(1, 4));
        let place = view.customers.iter().position(|c| c.orders > 0).expect("a buyer from the start");
        let told = |view: &View, lang| order_count(&Prose::new(view, lang), &view.customers[place]);
        (view.customers[place].orders, view.customers[place].last_order) = (1, Some(Round(0)));
        assert_eq!((told(&view, Lang::En), told(&view, Lang::Zh)), ("1 order before your time".to_owned(), "开局前有 1 笔订单".to_owned()));
        // one more since, of which no deal is told: the first is still from before
        (view.customers[place].orders, view.customers[place].last_order) = (2, Some(Round(1)));
        view.deals.truncate(1);
        assert_eq!(view.deals.len(), 1);
        let whose = view.customers[place].id;
        view.deals.iter_mut().for_each(|d| (d.id.customer, d.outcome) = (whose, Some(DealOutcome::Won(Fen::yuan(9)))));
        assert_eq!(told(&view, Lang::En), "2 orders, 1 of them before your time");
        assert_eq!(order_figure(&Prose::new(&view, Lang::Zh), &view.customers[place]), "2（其中 1 笔在开局前）");
        view.customers[place].orders = 1;
        assert_eq!(told(&view, Lang::En), "1 order");
        assert_eq!(order_figure(&Prose::new(&view, Lang::En), &view.customers[place]), "1");
    }

    #[test]
    fn a_buyer_is_not_called_one_that_may_become_a_customer() {
        let mut view = noted(&played(1, 1));
        view.customers[0].kind = Kind::Intending;
        let mut told = |orders, label| {
            view.customers[0].orders = orders;
            kind_choice(&Prose::new(&view, Lang::En), &view.customers[0], label).0
        };
        assert_eq!([told(0, Kind::Intending), told(1, Kind::Intending), told(1, Kind::Paused)], ["Intending", "No label", "Paused"]);
    }

    #[test]
    fn a_yearly_value_is_an_estimate_until_somebody_has_asked() {
        let mut view = noted(&played(1, 1));
        let mut told = |qualified, value| {
            (view.customers[0].qualified, view.customers[0].yearly_value) = (qualified, value);
            let prose = Prose::new(&view, Lang::En);
            yearly(&prose, &view.customers[0], |v| prose.money(v))
        };
        let value = Some(Fen::yuan(400_000));
        assert_eq!(told(true, value), "¥400,000");
        assert_eq!(told(false, value), "≈\u{a0}¥400,000, an estimate");
        assert_eq!(told(false, None), "not asked yet");
    }

    #[test]
    fn a_tier_that_is_only_expected_says_so() {
        let mut view = noted(&played(1, 1));
        let mut told = |seen| {
            view.customers[0].seen = seen;
            tier_told(&Prose::new(&view, Lang::En), &view.customers[0]).map(|(told, _)| told)
        };
        assert_eq!(told(Some((Tier::Vip, Basis::Expected))), Some("VIP, expected".to_owned()));
        assert!(told(Some((Tier::Vip, Basis::Placed))).is_some_and(|told| !told.contains("expected")));
        assert_eq!(told(None), None);
    }

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
