//! What happened, in sentences: for captions, summaries and the stories at the end.

use super::tone::Tone;
use super::wording::Prose;
use super::writing::capital;
use super::{campaigns, cards, decided_deals, names};
use crate::sim::journal::effect::Cause;
use crate::sim::journal::report::{Happened, NotInvited};
use crate::sim::terms::Phase;
use crate::sim::units::{CustomerId, NeedId, Round};
use crate::sim::view::View;
use crate::words::{self, Lang};

/// The customer something happened to.
#[must_use]
pub const fn customer(happened: &Happened) -> Option<CustomerId> {
    match happened {
        Happened::Met { customer, .. }
        | Happened::NothingFound { customer }
        | Happened::Called { customer, .. }
        | Happened::CustomerLoss { customer, .. }
        | Happened::Phase { customer, .. }
        | Happened::Churned { customer, .. }
        | Happened::WonBack { customer }
        | Happened::WinBackFailed { customer }
        | Happened::GivenUp { customer }
        | Happened::Claimed { customer }
        | Happened::Surveyed { customer, .. }
        | Happened::ContractBegins { customer, .. }
        | Happened::PromiseMissed { customer, .. }
        | Happened::BribeFound { customer, .. }
        | Happened::SelfServed { customer } => Some(*customer),
        Happened::NeedSeen { deal, .. }
        | Happened::StageReached { deal, .. }
        | Happened::Quoted { deal, .. }
        | Happened::Won { deal, .. }
        | Happened::NotWon { deal, .. }
        | Happened::NotInvited { deal, .. }
        | Happened::OrderWaits { deal }
        | Happened::SaleLost { deal }
        | Happened::DeliveredLate { deal, .. }
        | Happened::Delivered { deal, .. }
        | Happened::TenderWon { order: deal, .. } => Some(deal.customer),
        Happened::TicketSolved { ticket, .. } | Happened::TicketOpen { ticket, .. } | Happened::TicketDropped { ticket, .. } => Some(ticket.customer),
        Happened::CardFailed { .. }
        | Happened::Resigned { .. }
        | Happened::Arrived { .. }
        | Happened::Hired { .. }
        | Happened::Trained { .. }
        | Happened::ForecastFiled { .. }
        | Happened::ForecastChecked { .. }
        | Happened::Visitors { .. }
        | Happened::ToolOutgrown { .. }
        | Happened::Integrated
        | Happened::NotIntegrated
        | Happened::Event { .. }
        | Happened::CampaignRan { .. }
        | Happened::TenderLost { .. }
        | Happened::Invested { .. }
        | Happened::Closed { .. } => None,
    }
}

/// Whether it is good news, for the sign before the sentence.
#[must_use]
pub fn tone(happened: &Happened) -> Tone {
    match happened {
        Happened::Won { .. }
        | Happened::TenderWon { .. }
        | Happened::WonBack { .. }
        | Happened::Met { .. }
        | Happened::ContractBegins { .. }
        | Happened::Integrated
        | Happened::Claimed { .. }
        | Happened::Trained { .. }
        | Happened::TicketSolved { in_time: true, .. } => Tone::Good,
        Happened::NeedSeen { .. } | Happened::StageReached { .. } | Happened::Quoted { .. } => Tone::Deal,
        Happened::Delivered { quality, expectation, .. } => {
            if quality >= expectation {
                Tone::Good
            } else {
                Tone::Late
            }
        }
        Happened::Phase { from, to, .. } => {
            if is_rise(*from, *to) {
                Tone::Good
            } else {
                Tone::Late
            }
        }
        Happened::NotWon { .. }
        | Happened::TenderLost { .. }
        | Happened::NotInvited { .. }
        | Happened::TicketOpen { .. }
        | Happened::TicketDropped { .. }
        | Happened::CustomerLoss { .. }
        | Happened::Churned { .. }
        | Happened::WinBackFailed { .. }
        | Happened::Resigned { .. }
        | Happened::BribeFound { .. }
        | Happened::PromiseMissed { .. }
        | Happened::ToolOutgrown { .. }
        | Happened::CardFailed { .. } => Tone::Late,
        _ => Tone::Plain,
    }
}

/// Whether a change of phase is for the better.
#[must_use]
pub fn is_rise(from: Phase, to: Phase) -> bool {
    match to {
        Phase::Lost | Phase::Decline => false,
        _ => from >= Phase::Decline || to > from,
    }
}

/// A sentence as it stands on the customer's own sheet: the name before the colon is left out.
#[must_use]
pub fn without_name(prose: &Prose, customer: CustomerId, sentence: &str) -> String {
    let name = prose.customer(customer);
    let rest = sentence.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix(": ").or_else(|| rest.strip_prefix('：')));
    rest.map_or_else(|| sentence.to_owned(), capital)
}

/// One sentence with the customer's name in it.
#[must_use]
pub fn sentence(prose: &Prose, happened: &Happened) -> String {
    let name = || customer(happened).map(|id| prose.customer(id)).unwrap_or_default();
    let with = |key: &str, more: &[(&str, String)]| {
        let named = name();
        let mut args = vec![("customer", named.as_str().into())];
        args.extend(more.iter().map(|(key, value)| (*key, value.as_str().into())));
        prose.say_with(key, &args)
    };
    match happened {
        Happened::Met { how, .. } => with("told-met", &[("how", prose.found(*how))]),
        Happened::NeedSeen { deal, how } if prose.view.deal(*deal).is_some_and(|d| d.title.is_some()) => {
            let title = prose.view.deal(*deal).and_then(|d| d.title.as_ref()).map(|title| prose.text(title)).unwrap_or_default();
            prose.say_with("told-need-titled", &[("title", title.into()), ("how", prose.say(names::revealed(*how)).into())])
        }
        Happened::NeedSeen { deal, how } => with("told-need", &[("need", prose.deal(*deal)), ("how", prose.say(names::revealed(*how)))]),
        Happened::NothingFound { .. } => with("told-nothing-found", &[]),
        Happened::Called { customer, contact, advance: true, .. } => with("told-advance", &[("contact", prose.contact(*customer, *contact))]),
        Happened::Called { customer, contact, .. } => with("told-continuation", &[("contact", prose.contact(*customer, *contact))]),
        Happened::StageReached { deal, stage } => with("told-stage", &[("need", prose.deal(*deal)), ("stage", prose.say(names::stage(*stage)))]),
        Happened::Quoted { price, .. } => with("told-quoted", &[("price", prose.money(*price))]),
        Happened::CardFailed { card, missing, .. } => {
            let args = [("card", cards::called(prose, card).into()), ("missing", prose.lack(*missing).into())];
            prose.say_with("told-card-failed", &args)
        }
        Happened::Won { deal, amount, .. } => decided_deals::won(prose, *deal, *amount),
        Happened::NotWon { deal, winner, .. } => decided_deals::not_won(prose, *deal, *winner),
        Happened::NotInvited { deal, winner, why } => decided_deals::not_invited(prose, *deal, *winner, *why),
        Happened::OrderWaits { deal } => with("told-order-waits", &[("need", prose.deal(*deal))]),
        Happened::SaleLost { deal } => with("told-sale-lost", &[("need", prose.deal(*deal))]),
        Happened::DeliveredLate { rounds, .. } => prose.say_with("told-delivered-late", &[("customer", name().into()), ("months", (*rounds).into())]),
        Happened::Arrived { product, quantity } => prose.say_with("told-arrived", &[("goods", prose.pieces(*product, *quantity).into())]),
        Happened::Delivered { quality, expectation, .. } => {
            if quality >= expectation {
                with("told-delivered-well", &[])
            } else {
                with("told-delivered-below", &[])
            }
        }
        Happened::TicketSolved { severity, in_time, .. } => {
            let key = if *in_time { "told-solved-in-time" } else { "told-solved-late" };
            with(key, &[("class", prose.say(names::severity(*severity)))])
        }
        Happened::TicketOpen { severity, .. } => with("told-ticket-open", &[("class", prose.say(names::severity(*severity)))]),
        Happened::TicketDropped { severity, .. } => with("told-ticket-dropped", &[("class", prose.say(names::severity(*severity)))]),
        Happened::CustomerLoss { amount, .. } => with("told-customer-loss", &[("amount", prose.money(*amount))]),
        Happened::Phase { from, to, .. } => {
            let key = if is_rise(*from, *to) { "told-phase-up" } else { "told-phase-down" };
            with(key, &[("phase", prose.phase(*to))])
        }
        Happened::Churned { customer, cause: Cause::ContractEnded, rival, .. } => {
            let unquoted = decided_deals::renewal(prose, *customer).is_some_and(|h| matches!(h, Happened::NotInvited { why: NotInvited::NoQuote, .. }));
            match (unquoted, rival) {
                (true, Some(rival)) => with("told-churned-ended-unquoted-to", &[("rival", prose.winner(*rival))]),
                (true, None) => with("told-churned-ended-unquoted", &[]),
                (false, Some(rival)) => with("told-churned-ended-to", &[("rival", prose.winner(*rival))]),
                (false, None) => with("told-churned-ended", &[]),
            }
        }
        Happened::Churned { customer, rival: Some(winner), cause, .. } => {
            let rival = ("rival", prose.winner(*winner));
            let what = |need: NeedId| {
                let month = prose.view.deal(need).map_or_else(String::new, |deal| prose.month_name(deal.due));
                [rival.clone(), ("need", prose.deal(need)), ("month", month)]
            };
            match (cause, decided_deals::sold_last(prose, *customer, *winner)) {
                (Cause::SoldByRival, Some((need, true))) => with("told-churned-unoffered", &what(need)),
                (Cause::SoldByRival, Some((need, false))) => with("told-churned-sold", &what(need)),
                (Cause::SoldByRival, None) => with("told-churned", &[("cause", prose.say(names::cause(*cause)))]),
                (Cause::PriceWar, _) => with("told-churned-price-war", &[rival]),
                _ => with("told-churned-to", &[rival]),
            }
        }
        Happened::Churned { cause, .. } => with("told-churned", &[("cause", prose.say(names::cause(*cause)))]),
        Happened::WonBack { .. } => with("told-won-back", &[]),
        Happened::WinBackFailed { .. } => with("told-win-back-failed", &[]),
        Happened::Surveyed { satisfaction, .. } => with("told-surveyed", &[("points", words::decimal(*satisfaction, 0))]),
        Happened::Resigned { role } => prose.say_with("told-resigned", &[("role", prose.role(*role).into())]),
        Happened::BribeFound { customer, contact, fine } => {
            with("told-bribe", &[("contact", prose.contact(*customer, *contact)), ("fine", prose.money(*fine))])
        }
        Happened::GivenUp { .. } => with("told-given-up", &[]),
        Happened::Claimed { .. } => with("told-claimed", &[]),
        Happened::Hired { role } => prose.say_with("told-hired", &[("role", prose.role(*role).into())]),
        Happened::Trained { role, skill } => prose.say_with("told-trained", &[("role", prose.role(*role).into()), ("skill", words::decimal(*skill, 0).into())]),
        Happened::ForecastFiled { expected } => prose.say_with("told-forecast-filed", &[("amount", prose.money(*expected).into())]),
        Happened::ForecastChecked { expected, actual } => {
            prose.say_with("told-forecast-checked", &[("expected", prose.money(*expected).into()), ("actual", prose.money(*actual).into())])
        }
        Happened::Visitors { came, recorded, unwritten, unattended } => {
            let parts = [("told-visitors-recorded", *recorded), ("told-visitors-unwritten", *unwritten), ("told-visitors-unattended", *unattended)];
            let told = parts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| prose.say_with(key, &[("count", count.into())]));
            let what = told.collect::<Vec<_>>().join(if prose.lang == Lang::Zh { "，" } else { ", " });
            prose.say_with("told-visitors", &[("count", (*came).into()), ("what", what.into())])
        }
        Happened::ContractBegins { fee, ends, .. } => with("told-contract-begins", &[("fee", prose.money(*fee)), ("month", prose.month(*ends))]),
        Happened::PromiseMissed { performance, promised, penalty, .. } => {
            let points = |value: f64| words::decimal(value, 0);
            with("told-promise-missed", &[("performance", points(*performance)), ("promised", points(*promised)), ("penalty", prose.money(*penalty))])
        }
        Happened::ToolOutgrown { cap } => prose.say_with("told-tool-outgrown", &[("cap", words::decimal(*cap, 0).into())]),
        Happened::Integrated => prose.say("told-integrated"),
        Happened::NotIntegrated => prose.say("told-not-integrated"),
        Happened::CampaignRan { result } => {
            let what = campaigns::what(prose, result);
            prose.say_with("told-campaign", &[("what", what.into()), ("leads", result.leads.into()), ("budget", prose.money(result.budget).into())])
        }
        Happened::TenderWon { tender, amount, .. } => decided_deals::tender_won(prose, *tender, *amount),
        Happened::TenderLost { tender, winner, price, .. } => decided_deals::tender_lost(prose, *tender, *winner, *price),
        Happened::Invested { what } => prose.say_with("told-invested", &[("what", prose.say(names::investment(*what)).into())]),
        Happened::Closed { what } => prose.say_with("told-closed", &[("what", prose.say(names::investment(*what)).into())]),
        Happened::SelfServed { .. } => with("told-self-served", &[]),
        Happened::Event { event } => {
            let news = prose.view.news.iter().find(|n| n.event == *event);
            news.map_or_else(|| prose.say("told-event"), |n| prose.text(&n.title))
        }
    }
}

/// The latest thing that happened to a customer.
#[must_use]
pub fn latest(view: &View, customer_id: CustomerId) -> Option<(Round, &Happened)> {
    view.past.rounds.iter().enumerate().rev().find_map(|(index, past)| {
        let found = past.happened.iter().rev().find(|h| customer(h) == Some(customer_id) && !matches!(h, Happened::Quoted { .. }));
        found.map(|happened| (Round(index as u16 + 1), happened))
    })
}
