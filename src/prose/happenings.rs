//! What happened, in sentences: for captions, summaries and the stories at the end.

use super::tone::Tone;
use super::wording::Prose;
use super::writing::capital;
use super::{campaigns, cards, names, reasons, tenders};
use crate::sim::journal::effect::{Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::selling::choice_utility;
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Phase, Winner};
use crate::sim::units::{CustomerId, NeedId, RivalId, Round};
use crate::sim::view::View;

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

/// How a decided deal ended, in a few words.
#[must_use]
pub fn outcome(prose: &Prose, outcome: DealOutcome) -> String {
    match outcome {
        DealOutcome::Won(amount) => prose.say_with("deal-won", &[("amount", prose.money(amount).into())]),
        DealOutcome::Lost(Winner::Nobody) | DealOutcome::NoSale => prose.say("deal-no-sale"),
        DealOutcome::Lost(by) => prose.say_with("deal-lost", &[("winner", prose.winner(by).into())]),
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

/// Whether the team's person, as it left in this round, was so close to the customer that it went on to a rival (docs/model.md#choice).
#[must_use]
pub fn was_poached(prose: &Prose, customer: CustomerId, round: Round) -> bool {
    let bond = prose.view.guide.rules.choice.poached_bond;
    let mut left = reasons::changes(prose, Some(customer), Measure::Bond, round).filter(|e| e.cause == Cause::Resigned);
    prose.view.guide.poacher(customer).is_some() && left.any(|e| e.from > bond)
}

/// The rival that a former salesperson of the team helped when this deal was decided.
fn poacher_at(prose: &Prose, deal: NeedId) -> Option<RivalId> {
    let decided = prose.view.deal(deal)?.due.0;
    let from = decided.saturating_sub(prose.view.guide.rules.choice.poached_rounds);
    let poached = (from..decided).any(|round| was_poached(prose, deal.customer, Round(round)));
    if poached { prose.view.guide.poacher(deal.customer) } else { None }
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
            let args = [("card", cards::called(prose, card).into()), ("missing", prose.say(names::missing(*missing)).into())];
            prose.say_with("told-card-failed", &args)
        }
        Happened::Won { deal, amount, .. } => with("told-won", &[("need", prose.deal(*deal)), ("amount", prose.money(*amount))]),
        Happened::NotWon { deal, winner: Winner::Nobody, .. } => with("told-no-sale", &[("need", prose.deal(*deal))]),
        Happened::NotWon { deal, winner: by @ Winner::Rival(rival), .. } if poacher_at(prose, *deal) == Some(*rival) => {
            with("told-not-won-poached", &[("need", prose.deal(*deal)), ("winner", prose.winner(*by))])
        }
        Happened::NotWon { deal, winner: by, .. } => with("told-not-won", &[("need", prose.deal(*deal)), ("winner", prose.winner(*by))]),
        Happened::NotInvited { deal, why, .. } => with("told-not-invited", &[("need", prose.deal(*deal)), ("why", prose.say(names::not_invited(*why)))]),
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
        Happened::Churned { cause, .. } => with("told-churned", &[("cause", prose.say(names::cause(*cause)))]),
        Happened::WonBack { .. } => with("told-won-back", &[]),
        Happened::WinBackFailed { .. } => with("told-win-back-failed", &[]),
        Happened::Surveyed { satisfaction, .. } => with("told-surveyed", &[("points", crate::words::decimal(*satisfaction, 0))]),
        Happened::Resigned { role } => prose.say_with("told-resigned", &[("role", prose.role(*role).into())]),
        Happened::BribeFound { customer, contact, fine } => {
            with("told-bribe", &[("contact", prose.contact(*customer, *contact)), ("fine", prose.money(*fine))])
        }
        Happened::GivenUp { .. } => with("told-given-up", &[]),
        Happened::Claimed { .. } => with("told-claimed", &[]),
        Happened::Hired { role } => prose.say_with("told-hired", &[("role", prose.role(*role).into())]),
        Happened::Trained { role, skill } => {
            prose.say_with("told-trained", &[("role", prose.role(*role).into()), ("skill", crate::words::decimal(*skill, 0).into())])
        }
        Happened::ForecastFiled { expected } => prose.say_with("told-forecast-filed", &[("amount", prose.money(*expected).into())]),
        Happened::ForecastChecked { expected, actual } => {
            prose.say_with("told-forecast-checked", &[("expected", prose.money(*expected).into()), ("actual", prose.money(*actual).into())])
        }
        Happened::Visitors { came, recorded, unwritten, unattended } => {
            let parts = [("told-visitors-recorded", *recorded), ("told-visitors-unwritten", *unwritten), ("told-visitors-unattended", *unattended)];
            let told = parts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| prose.say_with(key, &[("count", count.into())]));
            let what = told.collect::<Vec<_>>().join(if prose.lang == crate::words::Lang::Zh { "，" } else { ", " });
            prose.say_with("told-visitors", &[("count", (*came).into()), ("what", what.into())])
        }
        Happened::ContractBegins { fee, ends, .. } => with("told-contract-begins", &[("fee", prose.money(*fee)), ("month", prose.month(*ends))]),
        Happened::PromiseMissed { performance, promised, penalty, .. } => {
            let points = |value: f64| crate::words::decimal(value, 0);
            with("told-promise-missed", &[("performance", points(*performance)), ("promised", points(*promised)), ("penalty", prose.money(*penalty))])
        }
        Happened::ToolOutgrown { cap } => prose.say_with("told-tool-outgrown", &[("cap", crate::words::decimal(*cap, 0).into())]),
        Happened::Integrated => prose.say("told-integrated"),
        Happened::NotIntegrated => prose.say("told-not-integrated"),
        Happened::CampaignRan { result } => {
            let what = campaigns::what(prose, result);
            prose.say_with("told-campaign", &[("what", what.into()), ("leads", result.leads.into()), ("budget", prose.money(result.budget).into())])
        }
        Happened::TenderWon { tender, amount, .. } => with("told-tender-won", &[("tender", tenders::of(prose, *tender)), ("amount", prose.money(*amount))]),
        Happened::TenderLost { tender, winner: Winner::Nobody, .. } => prose.say_with("told-tender-void", &[("tender", tenders::of(prose, *tender).into())]),
        Happened::TenderLost { tender, winner: by, price, .. } => {
            let args = [("tender", tenders::of(prose, *tender).into()), ("winner", prose.winner(*by).into()), ("price", prose.money(*price).into())];
            prose.say_with("told-tender-lost", &args)
        }
        Happened::Invested { what } => prose.say_with("told-invested", &[("what", prose.say(names::investment(*what)).into())]),
        Happened::Closed { what } => prose.say_with("told-closed", &[("what", prose.say(names::investment(*what)).into())]),
        Happened::SelfServed { .. } => with("told-self-served", &[]),
        Happened::Event { event } => {
            let news = prose.view.news.iter().find(|n| n.event == *event);
            news.map_or_else(|| prose.say("told-event"), |n| prose.text(&n.title))
        }
    }
}

/// Our chance in a contest, and where a lost bid was weakest.
#[must_use]
pub fn odds(prose: &Prose, happened: &Happened) -> Option<String> {
    let chance = |chance: f64| ("chance", prose.percent(chance).into());
    match happened {
        Happened::Won { chance: won, .. } => Some(prose.say_with("high-chance", &[chance(*won)])),
        Happened::NotWon { chance: had, utility, .. } => Some(match choice_utility::weakest(&prose.view.guide.rules, utility) {
            Some(term) => prose.say_with("high-chance-weakest", &[chance(*had), ("term", prose.say(names::bid_term(term)).into())]),
            None => prose.say_with("high-chance-luck", &[chance(*had)]),
        }),
        Happened::TenderWon { points, .. } => Some(prose.say_with("tender-points", &[("points", whole(points.total).into())])),
        Happened::TenderLost { winner: Winner::Nobody, .. } => None,
        Happened::TenderLost { points, best, .. } => {
            let gaps = [
                (best.price - points.price, "tender-gap-price"),
                (best.fit - points.fit, "tender-gap-fit"),
                (best.relation - points.relation, "tender-gap-relation"),
            ];
            let widest = gaps.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).filter(|gap| gap.0 > 0.0);
            let args = [
                ("points", whole(points.total).into()),
                ("best", whole(best.total).into()),
                ("gap", widest.map_or_else(String::new, |gap| prose.say(gap.1)).into()),
            ];
            Some(prose.say_with(if widest.is_some() { "tender-behind-by" } else { "tender-behind" }, &args))
        }
        _ => None,
    }
}

fn whole(points: f64) -> String {
    crate::words::decimal(points, 0)
}

/// How the contest for a deal ended, as it was told then.
#[must_use]
pub fn contest<'a>(prose: &Prose<'a>, deal: NeedId) -> Option<&'a Happened> {
    prose.view.past.rounds.iter().rev().flat_map(|round| &round.happened).find(|happened| match happened {
        Happened::Won { deal: decided, .. }
        | Happened::NotWon { deal: decided, .. }
        | Happened::NotInvited { deal: decided, .. }
        | Happened::TenderWon { order: decided, .. } => *decided == deal,
        _ => false,
    })
}

/// The latest thing that happened to a customer.
#[must_use]
pub fn latest(view: &View, customer_id: CustomerId) -> Option<(Round, &Happened)> {
    view.past.rounds.iter().enumerate().rev().find_map(|(index, past)| {
        let found = past.happened.iter().rev().find(|h| customer(h) == Some(customer_id) && !matches!(h, Happened::Quoted { .. }));
        found.map(|happened| (Round(index as u16 + 1), happened))
    })
}
