//! Where the gap lies: what another team of a finished game earned more, and of which customers.

use super::lessons::{self, Lesson};
use crate::insight::bridge::gap::{self, Apart, Part, Side};
use crate::insight::bridge::luck::{self, Luck};
use crate::insight::costliest::avoidable;
use crate::prose::{Prose, names, writing};
use crate::sim::journal::report::Happened;
use crate::sim::terms::Found;
use crate::sim::units::{CustomerId, Fen, Round};
use crate::sim::view::View;

/// The comparison in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Who earned how much more; for the best team itself, who comes second.
    pub title: String,
    /// What the own profit or loss is made of.
    pub own: String,
    /// What the difference is made of; empty for the best team itself.
    pub parts: String,
    /// The customers that make most of it, largest first; each with the difference in gross margin and what to do another time.
    pub customers: Vec<Lesson>,
    /// What all other customers come to; may be empty.
    pub rest: String,
    /// What both teams' quotes brought beside what was to be expected of them; empty where neither has quoted.
    pub luck: String,
}

/// The own team beside the best of the others, `other`: of the same finished game.
#[must_use]
pub fn told(prose: &Prose, other: &View) -> Gap {
    let found = gap::gap(prose.view, other);
    let luck = luck(prose, other);
    let own = account(prose);
    let args = [("team", other.team_name.as_str().into()), ("amount", size(prose, found.by).into())];
    if found.by <= Fen::ZERO {
        let key = match (found.by < Fen::ZERO, lost(prose.view)) {
            (true, false) => "gap-leads",
            (true, true) => "gap-leads-lost",
            (false, _) => "gap-level",
        };
        let title = prose.say_with(key, &args);
        return Gap { own, title, parts: String::new(), customers: Vec::new(), rest: String::new(), luck };
    }
    let parts: Vec<String> = Part::ALL.into_iter().zip(found.parts).filter(|(_, by)| *by != Fen::ZERO).map(|(part, by)| self::part(prose, part, by)).collect();
    let rest = match found.rest {
        rest if rest == Fen::ZERO || found.customers.is_empty() => String::new(),
        rest => prose.say_with(if rest > Fen::ZERO { "gap-rest-theirs" } else { "gap-rest-own" }, &[("amount", size(prose, rest).into())]),
    };
    Gap {
        title: prose.say_with(if lost(other) { "gap-behind-lost" } else { "gap-behind" }, &args),
        own,
        parts: prose.say_with("gap-parts", &[("parts", prose.list(&parts).into())]),
        customers: found.customers.iter().map(|apart| customer(prose, other, apart)).collect(),
        rest,
        luck,
    }
}

/// Whether a team ended with a loss.
fn lost(view: &View) -> bool {
    view.past.months.last().is_some_and(|month| month.contribution_so_far < Fen::ZERO)
}

/// What a team's profit or loss over the whole game is made of.
fn account(prose: &Prose) -> String {
    let part =
        |(part, amount): (Part, Fen)| prose.say_with("gap-own-part", &[("what", prose.say(name(part)).into()), ("amount", prose.money_short(amount).into())]);
    let made = gap::made(prose.view);
    let parts: Vec<String> = Part::ALL.into_iter().zip(made).filter(|(_, amount)| *amount != Fen::ZERO).map(part).collect();
    let profit = made.into_iter().sum::<Fen>();
    let told = prose.say_with("gap-own", &[("amount", prose.money_short(profit).into()), ("parts", parts.join(" · ").into())]);
    match needed(prose.view, &made) {
        Some([had, needed]) => {
            let args = [("had", prose.money_short(had).into()), ("needed", prose.money_short(needed).into())];
            writing::in_a_row(prose.lang, &told, &prose.say_with("gap-needed", &args))
        }
        None => told,
    }
}

/// Of a team that lost money: the orders it had, and those that its costs would have taken at the margin of its own.
fn needed(view: &View, made: &[Fen; 4]) -> Option<[Fen; 2]> {
    let [margin, costs @ ..] = made;
    let had = view.past.months.iter().map(|month| month.revenue).sum::<Fen>();
    let spent = Fen::ZERO - costs.iter().copied().sum::<Fen>();
    (*margin > Fen::ZERO && had > Fen::ZERO && spent > *margin).then(|| [had, had.scale(spent.0 as f64 / margin.0 as f64)])
}

/// How much of it was luck: what came in beside what the chances promised, of both.
fn luck(prose: &Prose, other: &View) -> String {
    let [own, theirs] = [prose.view, other].map(luck::luck);
    if own.quotes + theirs.quotes == 0 {
        return String::new();
    }
    let of = |who: String, luck: &Luck| {
        let args = [("who", who.into()), ("expected", prose.money_short(luck.expected).into()), ("came", prose.money_short(luck.came).into())];
        prose.say_with(if luck.quotes > 0 { "gap-luck-of" } else { "gap-luck-none" }, &args)
    };
    let list = [of(prose.say("gap-luck-you"), &own), of(other.team_name.clone(), &theirs)];
    prose.say_with("gap-luck", &[("own", list[0].as_str().into()), ("theirs", list[1].as_str().into())])
}

/// An amount without its sign.
fn size(prose: &Prose, amount: Fen) -> String {
    prose.money_short(Fen(amount.0.abs()))
}

/// What the other team made or spent more or less.
fn part(prose: &Prose, part: Part, by: Fen) -> String {
    if part == Part::Margin {
        let key = if by > Fen::ZERO { "gap-margin-more" } else { "gap-margin-less" };
        return prose.say_with(key, &[("amount", size(prose, by).into())]);
    }
    // whoever did better here has spent less
    let key = if by > Fen::ZERO { "gap-spent-less" } else { "gap-spent-more" };
    prose.say_with(key, &[("amount", size(prose, by).into()), ("what", prose.say(name(part)).into())])
}

/// What a part is called.
const fn name(part: Part) -> &'static str {
    match part {
        Part::Margin => "gap-margin",
        Part::Winning => "gap-winning",
        Part::Keeping => "gap-keeping",
        Part::Company => "gap-company",
    }
}

fn customer(prose: &Prose, other: &View, apart: &Apart) -> Lesson {
    // the other team knows its name
    let name = Prose::new(other, prose.lang).customer(apart.customer);
    let [own, theirs] = apart.revenue.map(|amount| prose.money_short(amount));
    let key = if apart.revenue[0] == Fen::ZERO { "gap-sold-none" } else { "gap-sold" };
    Lesson {
        title: prose.say_with(key, &[("customer", name.into()), ("theirs", theirs.into()), ("own", own.into())]),
        amount: prose.say_with("gap-amount", &[("amount", size(prose, apart.by()).into())]),
        told: side(prose, other, apart),
        instead: instead(prose, other, apart),
    }
}

/// What it was on the own side.
fn side(prose: &Prose, other: &View, apart: &Apart) -> String {
    match apart.side {
        Side::Tender => prose.say("gap-side-tender"),
        Side::Unknown => match met_by(other, apart.customer) {
            Some((how, met)) if met > Round(0) => prose.say_with("gap-side-unknown", &[("month", prose.month(met).into()), ("how", prose.found(how).into())]),
            _ => prose.say("gap-side-unknown-start"),
        },
        Side::NoNeed => prose.say("gap-side-no-need"),
        Side::Unheard(need) => {
            let how = other.deal(need).map_or_else(String::new, |deal| prose.say(names::revealed(deal.how)));
            prose.say_with("gap-side-unheard", &[("need", Prose::new(other, prose.lang).deal(need).into()), ("how", how.into())])
        }
        Side::Unquoted(count) => prose.say_with("gap-side-unquoted", &[("count", count.into())]),
        Side::Lost(count) => prose.say_with("gap-side-lost", &[("count", count.into())]),
        Side::Left(round) => prose.say_with("gap-side-left", &[("month", prose.month(round).into())]),
        Side::Less => prose.say("gap-side-less"),
        Side::Cheaper => prose.say("gap-side-cheaper"),
    }
}

/// How and when the other team met a customer.
fn met_by(other: &View, customer: CustomerId) -> Option<(Found, Round)> {
    other.customer(customer).and_then(|customer| customer.found)
}

/// How one meets a customer as the other team did.
const fn meet(how: Found) -> &'static str {
    match how {
        Found::AtStart | Found::Prospecting => "gap-meet-search",
        Found::Exhibition | Found::Summit => "gap-meet-exhibition",
        Found::Referral(_) => "gap-meet-referral",
        Found::Called | Found::WalkIn(_) => "gap-meet-come",
        Found::Campaign(_) => "gap-meet-campaign",
        Found::Tender => "gap-side-tender-instead",
        Found::Pool => "gap-meet-pool",
    }
}

fn instead(prose: &Prose, other: &View, apart: &Apart) -> String {
    prose.say(match apart.side {
        Side::Tender => "gap-side-tender-instead",
        Side::Unknown => meet(met_by(other, apart.customer).map_or(Found::Prospecting, |(how, _)| how)),
        Side::NoNeed | Side::Unheard(_) => "gap-side-no-need-instead",
        Side::Unquoted(_) => "gap-side-unquoted-instead",
        Side::Lost(_) => "gap-side-lost-instead",
        Side::Left(round) => return why_left(prose, apart.customer, round).unwrap_or_else(|| prose.say("gap-side-left-instead")),
        Side::Less => "gap-side-less-instead",
        Side::Cheaper => "gap-side-cheaper-instead",
    })
}

/// What would have kept a customer, where its leaving has a reason that one could have helped.
fn why_left(prose: &Prose, customer: CustomerId, round: Round) -> Option<String> {
    let month = prose.view.past.rounds.get(usize::from(round.0.checked_sub(1)?))?;
    let left = month.happened.iter().find(|happened| matches!(happened, Happened::Churned { customer: who, .. } if *who == customer))?;
    avoidable(prose.view, left).map(|why| lessons::instead(prose, why))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bots::{BotKind, play_month};
    use crate::sim::resolve;
    use crate::sim::testing::{game, seat};
    use crate::sim::units::{Role, TeamId};
    use crate::sim::view::view;
    use crate::words::Lang;

    fn sound(text: &str) {
        assert!(!text.is_empty() && !text.contains(['{', '⟦', '—']) && !text.contains("gap-"), "{text}");
    }

    #[test]
    fn a_team_behind_is_told_where_the_gap_lies_and_the_best_who_comes_second() {
        let mut state = game(7, 2);
        for _ in 0..12 {
            for (team, bot) in [(0, BotKind::Passive), (1, BotKind::Balanced)] {
                play_month(&mut state, TeamId(team), &bot.policy(), &mut Vec::new());
            }
            resolve(&mut state);
        }
        let views = [0, 1].map(|team| view(&state, seat(team, Role::AccountManager)));
        let first = usize::from(gap::gap(&views[0], &views[1]).by > Fen::ZERO);
        let (best, behind) = (&views[first], &views[1 - first]);
        for lang in Lang::ALL {
            let gap = told(&Prose::new(behind, lang), best);
            sound(&gap.title);
            sound(&gap.parts);
            sound(&gap.luck);
            assert!(gap.title.contains(&best.team_name));
            let texts = gap.customers.iter().flat_map(|customer| [&customer.title, &customer.amount, &customer.told, &customer.instead]);
            texts.for_each(|text| sound(text));
            let lead = told(&Prose::new(best, lang), behind);
            sound(&lead.title);
            assert!(lead.title.contains(&behind.team_name) && lead.parts.is_empty() && lead.customers.is_empty());
            let level = told(&Prose::new(best, lang), best);
            sound(&level.title);
            assert_ne!(level.title, lead.title);
        }
    }

    #[test]
    fn every_side_is_told_with_what_to_do_another_time() {
        let view = crate::crm::testing::noted(&crate::crm::testing::played(1, 2));
        let Some(known) = view.customers.first().map(|customer| customer.id) else { panic!("nobody is known") };
        let Some(need) = view.deals.first().map(|deal| deal.id) else { panic!("nothing is needed") };
        let sides =
            [Side::Tender, Side::Unknown, Side::NoNeed, Side::Unheard(need), Side::Unquoted(2), Side::Lost(3), Side::Left(Round(2)), Side::Less, Side::Cheaper];
        for (lang, side) in Lang::ALL.into_iter().flat_map(|lang| sides.map(|side| (lang, side))) {
            for own in [0, 10] {
                let money = |own: i64| [Fen::yuan(own), Fen::yuan(50_000)];
                let apart = Apart { customer: known, revenue: money(own), margin: money(own), side };
                let told = customer(&Prose::new(&view, lang), &view, &apart);
                [&told.title, &told.amount, &told.told, &told.instead].into_iter().for_each(|text| sound(text));
            }
        }
    }
}
