//! A game in words, for the golden texts: short, stable, readable.

use super::play::TEAM;
use rapport::room::Room;
use rapport::sim::cards;
use rapport::sim::cards::Action;
use rapport::sim::journal::report::Happened;
use rapport::sim::terms::Winner;
use rapport::sim::units::{ContactId, CustomerId, NeedId, Source};
use rapport::sim::view::PlanCardView;

/// `AccountManager 20 h pursue new_era (servers)`.
pub fn card(room: &Room, card: &PlanCardView) -> String {
    let written = if card.card.write_up { "" } else { ", not written up" };
    let minutes = card.minutes.0;
    let hours = if minutes % 60 == 0 { format!("{} h", minutes / 60) } else { format!("{}:{:02} h", minutes / 60, minutes % 60) };
    format!("{:?} {hours} {}{written}", card.role, action(room, &card.card.action))
}

fn action(room: &Room, action: &Action) -> String {
    let all = |customers: &[CustomerId]| customers.iter().map(|customer| name(room, *customer)).collect::<Vec<_>>().join(", ");
    match action {
        Action::Exhibition(cards::Exhibition) => "exhibition".to_owned(),
        Action::Summit(cards::Summit) => "summit".to_owned(),
        Action::Prospect(_) => "prospect".to_owned(),
        Action::Research(cards::Research { customers }) => format!("research {}", all(customers)),
        Action::Qualify(cards::Qualify { customers }) => format!("qualify {}", all(customers)),
        Action::AskReferral(cards::AskReferral { customers }) => format!("ask {} for a referral", all(customers)),
        Action::Call(cards::Call { customer, contact: of, intent, .. }) => {
            format!("call {} of {} ({intent:?})", contact(room, *customer, *of), name(room, *customer))
        }
        Action::Pursue(cards::Pursue { deal: of, terms, .. }) => format!("pursue {}, promise {}", deal(room, *of), terms.promise),
        Action::PursueMany(cards::PursueMany { deals, terms, .. }) => format!("pursue others, {} deals, promise {}", deals.len(), terms.promise),
        Action::Reception(_) => "receive visitors".to_owned(),
        Action::BuyCrm(cards::BuyCrm) => "buy a CRM".to_owned(),
        Action::BuildCrm(_) => "build a CRM".to_owned(),
        Action::Demo(cards::Demo { deal: of }) => format!("demo for {}", deal(room, *of)),
        Action::FreeCheck(cards::FreeCheck { customer }) => format!("free check at {}", name(room, *customer)),
        Action::Decline(cards::Decline { deal: of }) => format!("no bid for {}", deal(room, *of)),
        Action::Quote(cards::Quote { deal: of, terms }) => format!("quote for {}, promise {}", deal(room, *of), terms.promise),
        Action::Gift(cards::Gift { customer, contact: of, amount }) => {
            format!("gift of {amount} yuan to {} of {}", contact(room, *customer, *of), name(room, *customer))
        }
        Action::Handover(cards::Handover { customers }) => format!("hand over {}", all(customers)),
        Action::WinBack(cards::WinBack { customer, .. }) => format!("win back {}", name(room, *customer)),
        Action::Forecast(cards::Forecast) => "file the forecast".to_owned(),
        Action::OwnForecast(cards::OwnForecast { amount }) => format!("file a forecast of {amount} yuan"),
        Action::Purchase(cards::Purchase { product, quantity, .. }) => format!("buy {quantity} of {}", room.scenario().guide.products[product.index()].id),
        Action::Care(cards::Care { visits }) => format!("care for {}", all(&visits.iter().map(|(customer, _)| *customer).collect::<Vec<_>>())),
        Action::Queue(cards::Queue { policy, .. }) => format!("queue by {policy:?}"),
        Action::Check(cards::Check { customers }) => format!("check {}", all(customers)),
        Action::Article(cards::Article { class }) => format!("article about {class:?} tickets"),
        Action::Compensate(cards::Compensate { customer, share }) => format!("compensate {} with {:.0} %", name(room, *customer), share * 100.0),
        Action::Survey(cards::Survey { customers }) => format!("survey {}", all(customers)),
        Action::Campaign(cards::Campaign { medium, segment, budget }) => {
            format!("campaign of {budget} yuan through medium {} to industry {}", medium.0, segment.0)
        }
        Action::Bid(cards::Bid { tender, terms }) => {
            format!("bid for {}, discount {:.0} %, promise {}", deal(room, *tender), terms.discount * 100.0, terms.promise)
        }
        Action::Rebate(cards::Rebate { customer, amount }) => format!("rebate of {amount} yuan to {}", name(room, *customer)),
        Action::Invest(cards::Invest(what)) => format!("build {what:?}"),
        Action::Close(cards::Close(what)) => format!("close {what:?}"),
        Action::Nurture(cards::Nurture { customers }) => format!("nurture {}", all(customers)),
        Action::Design(cards::Design { deal: of }) => format!("design for {}", deal(room, *of)),
        Action::Hire(cards::Hire { role }) => format!("hire for {role:?}"),
        Action::Train(cards::Train { role, person }) => format!("train {role:?} {person}"),
        Action::GiveToPool(cards::GiveToPool { customers }) => format!("give to the pool {}", all(customers)),
        Action::TakeFromPool(cards::TakeFromPool { customers }) => format!("take from the pool {}", all(customers)),
    }
}

/// What happened, if it is about the hero or the team's money.
pub fn happened(room: &Room, what: &Happened, hero: CustomerId) -> Option<String> {
    let of_hero = |id: &NeedId| id.customer == hero;
    Some(match what {
        Happened::Met { customer, how } if *customer == hero => format!("met: {how:?}"),
        Happened::NeedSeen { deal: id, how } if of_hero(id) => format!("need seen: {} ({how:?})", deal(room, *id)),
        Happened::Called { customer, contact: of, advance, chance, .. } if *customer == hero => {
            format!("{} called on: {} (chance {chance:.2})", contact(room, *customer, *of), if *advance { "an advance" } else { "a continuation" })
        }
        Happened::StageReached { deal: id, stage } if of_hero(id) => format!("{} at stage {stage}", deal(room, *id)),
        Happened::Quoted { deal: id, price } if of_hero(id) => format!("{} quoted at {price} yuan", deal(room, *id)),
        Happened::CardFailed { role, card, customers, missing } => {
            let whom: Vec<String> = customers.iter().map(|customer| name(room, *customer)).collect();
            format!("card failed: {role:?} {card} {} ({missing:?})", whom.join(", "))
        }
        Happened::Won { deal: id, amount, chance, .. } if of_hero(id) => format!("WON {} for {amount} yuan (chance {chance:.2})", deal(room, *id)),
        Happened::NotWon { deal: id, winner: by, chance, .. } if of_hero(id) => {
            format!("lost {} to {} (chance {chance:.2})", deal(room, *id), winner(room, *by))
        }
        Happened::NotInvited { deal: id, winner: by, why } if of_hero(id) => {
            format!("not asked for {} ({why:?}), which went to {}", deal(room, *id), winner(room, *by))
        }
        Happened::Delivered { deal: id, quality, expectation } if of_hero(id) => {
            format!("{} delivered: {quality:.0} against {expectation:.0} expected", deal(room, *id))
        }
        Happened::TicketSolved { ticket, severity, in_time, rounds } if ticket.customer == hero => {
            format!("{severity:?} ticket solved {}", if *in_time { "in time".to_owned() } else { format!("late, after {rounds} more months") })
        }
        Happened::TicketOpen { ticket, severity } if ticket.customer == hero => format!("{severity:?} ticket still open"),
        Happened::TicketDropped { ticket, severity } if ticket.customer == hero => format!("{severity:?} ticket given up"),
        Happened::CustomerLoss { customer, amount } if *customer == hero => format!("the customer lost {amount} yuan of its own"),
        Happened::Phase { customer, from, to, cause } if *customer == hero => {
            format!("{from:?} -> {to:?}{}", cause.map_or(String::new(), |cause| format!(" ({cause:?})")))
        }
        Happened::Churned { customer, hazard, cause, .. } if *customer == hero => format!("LEFT US because of {cause:?} (hazard {hazard:.2})"),
        Happened::WonBack { customer } if *customer == hero => "won back".to_owned(),
        Happened::WinBackFailed { customer } if *customer == hero => "not won back".to_owned(),
        Happened::Surveyed { customer, satisfaction } if *customer == hero => format!("surveyed: satisfaction {satisfaction:.0}"),
        Happened::Resigned { role } => format!("{role:?} resigned"),
        Happened::BribeFound { fine, .. } => format!("a bribe was found: fine {fine} yuan"),
        Happened::ForecastChecked { expected, actual } => format!("forecast {expected} yuan, came in {actual}"),
        Happened::NothingFound { customer } if *customer == hero => "nothing found".to_owned(),
        Happened::OrderWaits { deal: id } if of_hero(id) => format!("{} waits for its goods", deal(room, *id)),
        Happened::DeliveredLate { deal: id, rounds } if of_hero(id) => format!("{} delivered {rounds} months late", deal(room, *id)),
        Happened::Arrived { product, quantity } => format!("{quantity} of {} arrived", room.scenario().guide.products[product.index()].id),
        Happened::Visitors { came, recorded, .. } => format!("{came} visitors, {recorded} of them written down"),
        Happened::ContractBegins { customer, fee, ends } if *customer == hero => format!("a contract begins: {fee} yuan a month until month {}", ends.0),
        Happened::PromiseMissed { customer, performance, promised, penalty } if *customer == hero => {
            format!("{performance:.1} % in time, promised {promised:.1} %: penalty {penalty} yuan")
        }
        Happened::ToolOutgrown { cap } => format!("the customer files are outgrown: records to {cap:.0} at the most"),
        Happened::Integrated => "the CRM is integrated".to_owned(),
        Happened::GivenUp { customer } if named(room, *customer) => format!("given to the pool: {}", name(room, *customer)),
        Happened::Claimed { customer } if named(room, *customer) => format!("taken from the pool: {}", name(room, *customer)),
        Happened::Event { event } => format!("news: {}", room.scenario().events[event.index()].id),
        _ => return None,
    })
}

/// The hero and the money at the end of a month.
pub fn standing(room: &Room, hero: CustomerId) -> String {
    let team = &room.truth().teams[TEAM.index()];
    let r = team.relation(hero);
    let numbers = format!(
        "E{:.0} S{:.0} T{:.0} C{:.0} R{:.0} bond {:.0} neg {:.1}",
        r.measures.expectation(),
        r.measures.satisfaction(),
        r.measures.trust(),
        r.measures.commitment(),
        r.measures.records(),
        r.measures.bond(),
        r.measures.negative() / 12.0
    );
    let month = team.books.months.last();
    let money = month.map_or(String::new(), |month| format!("revenue {}, cash {}", month.revenue, month.cash));
    format!("  {} {:?}: {numbers}\n  {money}\n", name(room, hero), r.phase)
}

fn named(room: &Room, customer: CustomerId) -> bool {
    room.truth().customers[customer.index()].named
}

fn name(room: &Room, customer: CustomerId) -> String {
    let named = room.truth().customers.get(customer.index()).and_then(|c| room.scenario().customers.get(c.definition?));
    named.map_or_else(|| format!("customer {}", customer.0), |def| def.id.to_string())
}

fn contact(room: &Room, customer: CustomerId, contact: ContactId) -> String {
    let named = room.scenario().customers.get(customer.index()).and_then(|def| def.contacts.get(contact.index()));
    named.map_or_else(|| format!("contact {}", contact.0), |def| def.id.to_string())
}

fn deal(room: &Room, id: NeedId) -> String {
    match id.source {
        Source::Scripted(event) => format!("{} of {}", room.scenario().events[event.index()].id, name(room, id.customer)),
        Source::Renewal(class) => format!("renewal of {} of {}", room.scenario().guide.need_classes[class.index()].id, name(room, id.customer)),
        source => format!("{source:?} need of {} from round {}", name(room, id.customer), id.born.0),
    }
}

fn winner(room: &Room, winner: Winner) -> String {
    match winner {
        Winner::Team(team) => format!("team {}", team.0),
        Winner::Rival(rival) => room.scenario().guide.rivals[rival.index()].id.to_string(),
        Winner::Nobody => "nobody".to_owned(),
    }
}
