//! What happened, in sentences: for captions, summaries and the stories at the end.

use super::cx::Cx;
use super::market;
use super::names;
use crate::game::widgets::Tone;
use crate::sim::journal::effect::{Cause, Measure};
use crate::sim::journal::report::Happened;
use crate::sim::selling::choice_utility;
use crate::sim::state::DealOutcome;
use crate::sim::terms::{Phase, Winner};
use crate::sim::units::{CustomerId, OpportunityId, RivalId, Round};
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

/// Who won a contest, in words.
#[must_use]
pub fn winner(cx: &Cx, winner: Winner) -> String {
    match winner {
        Winner::Team(team) => cx.view.teams.iter().find(|t| t.id == team).map_or_else(|| cx.view.team_name.clone(), |t| t.name.clone()),
        Winner::Rival(rival) => cx.view.guide.rivals.get(rival.index()).map_or_else(|| cx.say("rival-plain"), |r| cx.text(&r.name)),
        Winner::Nobody => cx.say("nobody"),
    }
}

/// How a decided deal ended, in a few words.
#[must_use]
pub fn outcome(cx: &Cx, outcome: DealOutcome) -> String {
    match outcome {
        DealOutcome::Won(amount) => cx.say_with("deal-won", &[("amount", cx.money(amount).into())]),
        DealOutcome::Lost(Winner::Nobody) | DealOutcome::NoSale => cx.say("deal-no-sale"),
        DealOutcome::Lost(by) => cx.say_with("deal-lost", &[("winner", winner(cx, by).into())]),
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
pub fn without_name(cx: &Cx, customer: CustomerId, sentence: &str) -> String {
    let name = cx.customer(customer);
    let rest = sentence.strip_prefix(name.as_str()).and_then(|rest| rest.strip_prefix(": ").or_else(|| rest.strip_prefix('：')));
    rest.map_or_else(|| sentence.to_owned(), super::cx::capital)
}

/// Whether the team's person, as it left in this round, was so close to the customer that it went on to a rival (docs/model.md#choice).
#[must_use]
pub fn was_poached(cx: &Cx, customer: CustomerId, round: Round) -> bool {
    let bond = cx.view.guide.rules.choice.poached_bond;
    let mut left = super::why::changes(cx, Some(customer), Measure::Bond, round).filter(|e| e.cause == Cause::Resigned);
    cx.view.guide.poacher(customer).is_some() && left.any(|e| e.from > bond)
}

/// The rival that a former salesman of the team helped when this deal was decided.
fn poacher_at(cx: &Cx, deal: OpportunityId) -> Option<RivalId> {
    let decided = cx.view.deal(deal)?.due.0;
    let from = decided.saturating_sub(cx.view.guide.rules.choice.poached_rounds);
    let poached = (from..decided).any(|round| was_poached(cx, deal.customer, Round(round)));
    if poached { cx.view.guide.poacher(deal.customer) } else { None }
}

/// One sentence with the customer's name in it.
#[must_use]
pub fn sentence(cx: &Cx, happened: &Happened) -> String {
    let name = || customer(happened).map(|id| cx.customer(id)).unwrap_or_default();
    let with = |key: &str, more: &[(&str, String)]| {
        let named = name();
        let mut args = vec![("customer", named.as_str().into())];
        args.extend(more.iter().map(|(key, value)| (*key, value.as_str().into())));
        cx.say_with(key, &args)
    };
    match happened {
        Happened::Met { how, .. } => with("told-met", &[("how", cx.found(*how))]),
        Happened::NeedSeen { deal, how } if cx.view.deal(*deal).is_some_and(|d| d.title.is_some()) => {
            let title = cx.view.deal(*deal).and_then(|d| d.title.as_ref()).map(|title| cx.text(title)).unwrap_or_default();
            cx.say_with("told-need-titled", &[("title", title.into()), ("how", cx.say(names::revealed(*how)).into())])
        }
        Happened::NeedSeen { deal, how } => with("told-need", &[("need", cx.deal(*deal)), ("how", cx.say(names::revealed(*how)))]),
        Happened::NothingFound { .. } => with("told-nothing-found", &[]),
        Happened::Called { customer, contact, advance: true, .. } => with("told-advance", &[("contact", cx.contact(*customer, *contact))]),
        Happened::Called { customer, contact, .. } => with("told-continuation", &[("contact", cx.contact(*customer, *contact))]),
        Happened::StageReached { deal, stage } => with("told-stage", &[("need", cx.deal(*deal)), ("stage", cx.say(names::stage(*stage)))]),
        Happened::Quoted { price, .. } => with("told-quoted", &[("price", cx.money(*price))]),
        Happened::CardFailed { action, missing, .. } => {
            let args = [("card", super::deeds::name(cx, action).into()), ("missing", cx.say(names::missing(*missing)).into())];
            cx.say_with("told-card-failed", &args)
        }
        Happened::Won { deal, amount, .. } => with("told-won", &[("need", cx.deal(*deal)), ("amount", cx.money(*amount))]),
        Happened::NotWon { deal, winner: Winner::Nobody, .. } => with("told-no-sale", &[("need", cx.deal(*deal))]),
        Happened::NotWon { deal, winner: by @ Winner::Rival(rival), .. } if poacher_at(cx, *deal) == Some(*rival) => {
            with("told-not-won-poached", &[("need", cx.deal(*deal)), ("winner", winner(cx, *by))])
        }
        Happened::NotWon { deal, winner: by, .. } => with("told-not-won", &[("need", cx.deal(*deal)), ("winner", winner(cx, *by))]),
        Happened::NotInvited { deal, why, .. } => with("told-not-invited", &[("need", cx.deal(*deal)), ("why", cx.say(names::not_invited(*why)))]),
        Happened::OrderWaits { deal } => with("told-order-waits", &[("need", cx.deal(*deal))]),
        Happened::SaleLost { deal } => with("told-sale-lost", &[("need", cx.deal(*deal))]),
        Happened::DeliveredLate { rounds, .. } => cx.say_with("told-delivered-late", &[("customer", name().into()), ("months", (*rounds).into())]),
        Happened::Arrived { product, quantity } => cx.say_with("told-arrived", &[("goods", cx.pieces(*product, *quantity).into())]),
        Happened::Delivered { quality, expectation, .. } => {
            if quality >= expectation {
                with("told-delivered-well", &[])
            } else {
                with("told-delivered-below", &[])
            }
        }
        Happened::TicketSolved { severity, in_time, .. } => {
            let key = if *in_time { "told-solved-in-time" } else { "told-solved-late" };
            with(key, &[("class", cx.say(names::severity(*severity)))])
        }
        Happened::TicketOpen { severity, .. } => with("told-ticket-open", &[("class", cx.say(names::severity(*severity)))]),
        Happened::TicketDropped { severity, .. } => with("told-ticket-dropped", &[("class", cx.say(names::severity(*severity)))]),
        Happened::CustomerLoss { amount, .. } => with("told-customer-loss", &[("amount", cx.money(*amount))]),
        Happened::Phase { from, to, .. } => {
            let key = if is_rise(*from, *to) { "told-phase-up" } else { "told-phase-down" };
            with(key, &[("phase", cx.phase(*to))])
        }
        Happened::Churned { cause, .. } => with("told-churned", &[("cause", cx.say(names::cause(*cause)))]),
        Happened::WonBack { .. } => with("told-won-back", &[]),
        Happened::WinBackFailed { .. } => with("told-win-back-failed", &[]),
        Happened::Surveyed { satisfaction, .. } => with("told-surveyed", &[("points", crate::words::decimal(*satisfaction, 0))]),
        Happened::Resigned { role } => cx.say_with("told-resigned", &[("role", cx.role(*role).into())]),
        Happened::BribeFound { customer, contact, fine } => with("told-bribe", &[("contact", cx.contact(*customer, *contact)), ("fine", cx.money(*fine))]),
        Happened::GivenUp { .. } => with("told-given-up", &[]),
        Happened::Claimed { .. } => with("told-claimed", &[]),
        Happened::Hired { role } => cx.say_with("told-hired", &[("role", cx.role(*role).into())]),
        Happened::Trained { role, skill } => {
            cx.say_with("told-trained", &[("role", cx.role(*role).into()), ("skill", crate::words::decimal(*skill, 0).into())])
        }
        Happened::ForecastFiled { expected } => cx.say_with("told-forecast-filed", &[("amount", cx.money(*expected).into())]),
        Happened::ForecastChecked { expected, actual } => {
            cx.say_with("told-forecast-checked", &[("expected", cx.money(*expected).into()), ("actual", cx.money(*actual).into())])
        }
        Happened::Visitors { came, recorded, unwritten, unattended } => {
            let parts = [("told-visitors-recorded", *recorded), ("told-visitors-unwritten", *unwritten), ("told-visitors-unattended", *unattended)];
            let told = parts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| cx.say_with(key, &[("count", count.into())]));
            let what = told.collect::<Vec<_>>().join(if cx.lang == crate::words::Lang::Zh { "，" } else { ", " });
            cx.say_with("told-visitors", &[("count", (*came).into()), ("what", what.into())])
        }
        Happened::ContractBegins { fee, ends, .. } => with("told-contract-begins", &[("fee", cx.money(*fee)), ("month", cx.month(*ends))]),
        Happened::PromiseMissed { performance, promised, penalty, .. } => {
            let points = |value: f64| crate::words::decimal(value, 0);
            with("told-promise-missed", &[("performance", points(*performance)), ("promised", points(*promised)), ("penalty", cx.money(*penalty))])
        }
        Happened::ToolOutgrown { cap } => cx.say_with("told-tool-outgrown", &[("cap", crate::words::decimal(*cap, 0).into())]),
        Happened::Integrated => cx.say("told-integrated"),
        Happened::NotIntegrated => cx.say("told-not-integrated"),
        Happened::CampaignRan { result } => {
            let what = format!("{} · {}", market::medium(cx, result.medium), market::industry(cx, result.segment));
            cx.say_with("told-campaign", &[("what", what.into()), ("leads", result.leads.into()), ("budget", cx.money(result.budget).into())])
        }
        Happened::TenderWon { tender, amount, .. } => with("told-tender-won", &[("tender", market::tender_of(cx, *tender)), ("amount", cx.money(*amount))]),
        Happened::TenderLost { tender, winner: Winner::Nobody, .. } => cx.say_with("told-tender-void", &[("tender", market::tender_of(cx, *tender).into())]),
        Happened::TenderLost { tender, winner: by, price, .. } => {
            let args = [("tender", market::tender_of(cx, *tender).into()), ("winner", winner(cx, *by).into()), ("price", cx.money(*price).into())];
            cx.say_with("told-tender-lost", &args)
        }
        Happened::Invested { what } => cx.say_with("told-invested", &[("what", cx.say(names::investment(*what)).into())]),
        Happened::Closed { what } => cx.say_with("told-closed", &[("what", cx.say(names::investment(*what)).into())]),
        Happened::SelfServed { .. } => with("told-self-served", &[]),
        Happened::Event { event } => {
            let news = cx.view.news.iter().find(|n| n.event == *event);
            news.map_or_else(|| cx.say("told-event"), |n| cx.text(&n.title))
        }
    }
}

/// Our chance in a contest, and where a lost bid was weakest.
#[must_use]
pub fn odds(cx: &Cx, happened: &Happened) -> Option<String> {
    let chance = |chance: f64| ("chance", cx.percent(chance).into());
    match happened {
        Happened::Won { chance: won, .. } => Some(cx.say_with("high-chance", &[chance(*won)])),
        Happened::NotWon { chance: had, utility, .. } => Some(match choice_utility::weakest(&cx.view.guide.rules, utility) {
            Some(term) => cx.say_with("high-chance-weakest", &[chance(*had), ("term", cx.say(names::bid_term(term)).into())]),
            None => cx.say_with("high-chance-luck", &[chance(*had)]),
        }),
        Happened::TenderWon { points, .. } => Some(cx.say_with("tender-points", &[("points", whole(points.total).into())])),
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
                ("gap", widest.map_or_else(String::new, |gap| cx.say(gap.1)).into()),
            ];
            Some(cx.say_with(if widest.is_some() { "tender-behind-by" } else { "tender-behind" }, &args))
        }
        _ => None,
    }
}

fn whole(points: f64) -> String {
    crate::words::decimal(points, 0)
}

/// How the contest for a deal ended, as it was told then.
#[must_use]
pub fn contest<'a>(cx: &Cx<'a>, deal: OpportunityId) -> Option<&'a Happened> {
    cx.view.past.rounds.iter().rev().flat_map(|round| &round.happened).find(|happened| match happened {
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
