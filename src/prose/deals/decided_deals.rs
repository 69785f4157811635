//! How deals and tenders were decided, in sentences: won, lost and to whom, not asked, and why.

use super::{regrets, tenders, told};
use crate::prose::Prose;
use crate::prose::{names, reasons};
use crate::sim::journal::effect::{Cause, Measure};
use crate::sim::journal::report::{Happened, NotInvited, Unknown, Unseen};
use crate::sim::state::DealOutcome;
use crate::sim::terms::Winner;
use crate::sim::units::{CustomerId, Fen, NeedId, RivalId, Round, Source};
use crate::words::{self, Lang};

/// How a decided deal ended, in a few words.
#[must_use]
pub fn outcome(prose: &Prose, outcome: DealOutcome) -> String {
    match outcome {
        DealOutcome::Won(amount) => prose.say_with("deal-won", &[("amount", prose.money(amount).into())]),
        DealOutcome::Declined => prose.say("deal-declined"),
        DealOutcome::Lost(Winner::Nobody) | DealOutcome::NoSale => prose.say("deal-no-sale"),
        DealOutcome::Lost(by) => prose.say_with("deal-lost", &[("winner", prose.winner(by).into())]),
    }
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

/// A customer ordered.
#[must_use]
pub fn won(prose: &Prose, deal: NeedId, amount: Fen) -> String {
    told(prose, "told-won", deal, &[("amount", prose.money(amount))])
}

/// A customer chose another vendor, or nobody.
#[must_use]
pub fn not_won(prose: &Prose, deal: NeedId, winner: Winner) -> String {
    let key = match winner {
        Winner::Nobody => return told(prose, "told-no-sale", deal, &[]),
        Winner::Rival(rival) if poacher_at(prose, deal) == Some(rival) => "told-not-won-poached",
        Winner::Rival(_) | Winner::Team(_) => "told-not-won",
    };
    told(prose, key, deal, &[("winner", prose.winner(winner))])
}

/// A customer decided without asking the team.
#[must_use]
pub fn not_invited(prose: &Prose, deal: NeedId, winner: Winner, why: NotInvited) -> String {
    match (why, winner) {
        (NotInvited::NoQuote, Winner::Nobody) => told(prose, "told-no-quote-nobody", deal, &[]),
        (NotInvited::NoQuote, Winner::Rival(_) | Winner::Team(_)) => told(prose, "told-no-quote", deal, &[("winner", prose.winner(winner))]),
        _ => told(prose, "told-not-invited", deal, &[("why", why_uninvited(prose, deal.customer, why))]),
    }
}

/// Why a customer did not ask the team; a gatekeeper by name, with what turned that person against us.
#[must_use]
pub fn why_uninvited(prose: &Prose, customer: CustomerId, why: NotInvited) -> String {
    let key = names::not_invited(why);
    let NotInvited::Veto { contact, cause } = why else { return prose.say(key) };
    let person = ("person", prose.contact(customer, contact).into());
    match cause {
        Some(cause) => prose.say_with("uninvited-veto-cause", &[person, ("cause", prose.say(names::cause(cause)).into())]),
        None => prose.say_with(key, &[person]),
    }
}

/// How the last renewal of a customer's contract ended, as it was told.
#[must_use]
pub fn renewal<'a>(prose: &Prose<'a>, customer: CustomerId) -> Option<&'a Happened> {
    last(prose, |deal| deal.customer == customer && matches!(deal.source, Source::Renewal(_)))
}

/// The latest decision on a deal of a kind, as it was told.
fn last<'a>(prose: &Prose<'a>, is: impl Fn(NeedId) -> bool) -> Option<&'a Happened> {
    prose.view.past.rounds.iter().rev().flat_map(|round| round.happened.iter().rev()).find(|happened| match happened {
        Happened::Won { deal, .. } | Happened::NotWon { deal, .. } | Happened::NotInvited { deal, .. } => is(*deal),
        _ => false,
    })
}

/// The last need for which a customer chose this rival, and whether it went by without an offer of ours.
#[must_use]
pub fn sold_last(prose: &Prose, customer: CustomerId, rival: Winner) -> Option<(NeedId, bool)> {
    let happened = prose.view.past.rounds.iter().rev().flat_map(|round| round.happened.iter().rev());
    let mut sold = happened.filter_map(|happened| match happened {
        Happened::NotInvited { deal, winner, why } if *winner == rival => Some((*deal, *why == NotInvited::NoQuote)),
        Happened::NotWon { deal, winner, .. } if *winner == rival => Some((*deal, false)),
        _ => None,
    });
    sold.find(|(deal, _)| deal.customer == customer)
}

fn told(prose: &Prose, key: &str, deal: NeedId, more: &[(&str, String)]) -> String {
    let mut args = vec![("customer", prose.customer(deal.customer).into()), ("need", prose.deal(deal).into())];
    args.extend(more.iter().map(|(name, value)| (*name, value.as_str().into())));
    prose.say_with(key, &args)
}

/// The team won a tender.
#[must_use]
pub fn tender_won(prose: &Prose, tender: NeedId, amount: Fen) -> String {
    let args = [("customer", prose.customer(tender.customer).into()), ("tender", tenders::of(prose, tender).into()), ("amount", prose.money(amount).into())];
    prose.say_with("told-tender-won", &args)
}

/// Somebody else won a tender, at this price, or nobody.
#[must_use]
pub fn tender_lost(prose: &Prose, tender: NeedId, winner: Winner, price: Fen) -> String {
    let tender = ("tender", tenders::of(prose, tender).into());
    match winner {
        Winner::Nobody => prose.say_with("told-tender-void", &[tender]),
        Winner::Rival(_) | Winner::Team(_) => {
            prose.say_with("told-tender-lost", &[tender, ("winner", prose.winner(winner).into()), ("price", prose.money(price).into())])
        }
    }
}

/// Our chance in a contest, and where a lost bid was weakest.
#[must_use]
pub fn odds(prose: &Prose, happened: &Happened) -> Option<String> {
    let chance = |chance: f64| ("chance", prose.chance(chance).into());
    match happened {
        Happened::Won { chance: won, unseen: gained, strong, .. } => {
            let told = match strong {
                Some(term) if *won < AGAINST_THE_ODDS => {
                    prose.say_with("high-chance-against-strongest", &[chance(*won), ("term", prose.say(names::bid_strength(*term)).into())])
                }
                None if *won < AGAINST_THE_ODDS => prose.say_with("high-chance-against", &[chance(*won)]),
                Some(term) => prose.say_with("high-chance-strongest", &[chance(*won), ("term", prose.say(names::bid_strength(*term)).into())]),
                None => prose.say_with("high-chance", &[chance(*won)]),
            };
            Some(with_unseen(prose, told, *gained))
        }
        Happened::NotWon { deal, chance: had, unseen: cost, weak, room, advantage, .. } => {
            let with = |key: &str, term| prose.say_with(key, &[chance(*had), ("term", prose.say(names::bid_term(term)).into())]);
            let told = match (*weak, *room) {
                (Some(term), _) => with("high-chance-weakest", term),
                (None, Some(term)) => with("high-chance-room", term),
                // with nothing else to say of it, a bid that was as likely as not had bad luck
                (None, None) if *had >= 0.5 && advantage.is_none() && cost.is_none() => prose.say_with("high-chance-luck", &[chance(*had)]),
                (None, None) => prose.say_with("high-chance-sound", &[chance(*had)]),
            };
            let told = match advantage {
                Some(advantage) => {
                    let weighs = regrets::supplier(prose, happened).unwrap_or_else(|| told::spoke_for_rivals(prose, *advantage));
                    and(prose, &told, &weighs)
                }
                None => told,
            };
            // the last stage is an oral yes: at slim odds nobody had counted on it
            let promised = *had >= 0.5 && prose.view.deal(*deal).is_some_and(|deal| deal.stage >= 6);
            let told = if promised { prose.say_with("high-oral-broken", &[("told", told.into())]) } else { told };
            Some(with_unseen(prose, told, *cost))
        }
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

/// A decision as it is watched: before it falls, what each had a chance of.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// Who decides about what.
    pub title: String,
    /// Ours first, then the others by their chance, buying nothing last.
    pub contenders: Vec<Contender>,
    /// What was told of our chance before the month was played, and what made it another one.
    pub told: Option<String>,
}

/// Somebody who could be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Contender {
    /// As the reader knows it.
    pub name: String,
    /// 0-1, as far as it is disclosed.
    pub chance: f64,
    /// The same in words.
    pub told: String,
    /// The team of the reader.
    pub is_ours: bool,
    /// Whose bid was taken.
    pub is_chosen: bool,
}

/// The contest for a deal that our bid was compared in; none of all else that happens.
#[must_use]
pub fn contenders(prose: &Prose, happened: &Happened) -> Option<Contest> {
    let ours = Winner::Team(prose.view.seat.team);
    let (deal, chosen, field) = match happened {
        Happened::Won { deal, field, .. } => (*deal, ours, field),
        Happened::NotWon { deal, winner, field, .. } => (*deal, *winner, field),
        _ => return None,
    };
    let contender = |&(who, chance): &(Winner, f64)| Contender {
        name: if who == Winner::Nobody { prose.say("contest-nobody") } else { prose.winner(who) },
        chance,
        told: prose.chance(chance),
        is_ours: who == ours,
        is_chosen: who == chosen,
    };
    let place = |who: Winner| if who == ours { 0 } else { 1 + u8::from(who == Winner::Nobody) };
    let mut field = field.clone();
    field.sort_by(|a, b| place(a.0).cmp(&place(b.0)).then(b.1.total_cmp(&a.1)));
    let title = told(prose, "contest-title", deal, &[]);
    (!field.is_empty()).then(|| Contest { title, contenders: field.iter().map(contender).collect(), told: told::compared(prose, happened) })
}

/// A win with a smaller chance than this was won against the odds.
const AGAINST_THE_ODDS: f64 = 0.25;

/// A sentence on our chance, and the unknown that made the difference.
fn with_unseen(prose: &Prose, told: String, unseen: Option<Unseen>) -> String {
    let Some(Unseen { what, taken, was }) = unseen else { return told };
    let number = |value: f64, digits: usize| words::decimal(value, digits).into();
    let more = match what {
        Unknown::Satisfaction => prose.say_with("high-unseen-satisfaction", &[("taken", number(taken, 0)), ("was", number(was, 0))]),
        Unknown::PriceSensitivity => prose.say_with("high-unseen-prices", &[("was", number(was, 1))]),
        Unknown::Shock => prose.say("high-unseen-shock"),
    };
    and(prose, &told, &more)
}

/// Two half-sentences after one another.
#[must_use]
pub fn and(prose: &Prose, told: &str, more: &str) -> String {
    let comma = if prose.lang == Lang::Zh { "；" } else { "; " };
    format!("{told}{comma}{more}")
}

fn whole(points: f64) -> String {
    words::decimal(points, 0)
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
