//! How a customer climbs, in words: its moves in the pyramid, and its way with the team month by month.

use super::wording::Prose;
use super::{decided_deals, names};
use crate::insight::climb::{self, Move, Step};
use crate::sim::scenario::PriceTier;
use crate::sim::state::DealOutcome;
use crate::sim::terms::Tier;
use crate::sim::units::{CustomerId, Fen, NeedId, Round};
use crate::words::Lang;

/// A tier with its number: `II (Main)`.
#[must_use]
pub fn tier(prose: &Prose, tier: Tier) -> String {
    prose.say_with("climb-tier", &[("number", names::tier_number(tier).into()), ("tier", prose.say(names::tier(tier)).into())])
}

/// A move in the pyramid, in a sentence.
#[must_use]
pub fn moved(prose: &Prose, customer: CustomerId, moved: Move) -> String {
    let (name, to) = (prose.customer(customer), tier(prose, moved.to));
    let Some(from) = moved.from else {
        return prose.say_with("climb-first", &[("customer", name.into()), ("to", to.into())]);
    };
    let key = if moved.is_rise() { "climb-up" } else { "climb-down" };
    prose.say_with(key, &[("customer", name.into()), ("from", tier(prose, from).into()), ("to", to.into())])
}

/// Why it moved: what it brought, or, on the way down, who has brought more.
#[must_use]
pub fn why(prose: &Prose, customer: CustomerId, moved: Move, round: Round) -> String {
    const NAMED: usize = 2;
    let others = if moved.is_rise() { Vec::new() } else { climb::overtaken_by(prose.view, customer, round) };
    if others.is_empty() {
        return prose.say("climb-why");
    }
    prose.say_with("climb-overtaken", &[("others", prose.some(&others, NAMED).into())])
}

/// A month of a customer's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Its short name, with the year where one begins; what lies before the game is told so.
    pub name: String,
    /// What came in it, in order, without the customer's name.
    pub steps: String,
}

/// The way of a customer, month by month; months without a step are left out.
#[must_use]
pub fn way(prose: &Prose, customer: CustomerId) -> Vec<Month> {
    let mut months: Vec<(Round, Vec<String>)> = Vec::new();
    for (round, step) in climb::way(prose.view, customer) {
        let told = step_told(prose, step);
        match months.last_mut() {
            Some((last, steps)) if *last == round => steps.push(told),
            _ => months.push((round, vec![told])),
        }
    }
    let name = |round: Round| if round.0 == 0 { prose.say("field-before") } else { prose.month_short(round) };
    months.into_iter().map(|(round, steps)| Month { name: name(round), steps: steps.join(if prose.lang == Lang::Zh { "；" } else { " · " }) }).collect()
}

fn step_told(prose: &Prose, step: Step) -> String {
    match step {
        Step::Met(how) => prose.found(how),
        Step::Placed { tier: placed, reason, computed } => {
            let args = [
                ("tier", tier(prose, placed).into()),
                ("reason", prose.say(names::reason(reason)).into()),
                ("computed", computed.map_or_else(|| "—".to_owned(), |computed| tier(prose, computed)).into()),
            ];
            prose.say_with("climb-placed", &args)
        }
        Step::Ordered(deal, amount) => ordered(prose, deal, amount),
        Step::Chose(deal, winner) => {
            let outcome = decided_deals::outcome(prose, DealOutcome::Lost(winner));
            prose.say_with("climb-decided", &[("need", prose.deal(deal).into()), ("outcome", outcome.into())])
        }
        Step::NotAsked(deal) => prose.say_with("climb-not-asked", &[("need", prose.deal(deal).into())]),
        Step::Entered(phase, None) => prose.phase(phase),
        Step::Entered(phase, Some(cause)) => {
            prose.say_with("climb-entered", &[("phase", prose.phase(phase).into()), ("cause", prose.say(names::cause(cause)).into())])
        }
        Step::Moved(Move { from: None, to }) => prose.say_with("climb-in", &[("to", tier(prose, to).into())]),
        Step::Moved(Move { from: Some(from), to }) => {
            prose.say_with("climb-moved", &[("from", names::tier_number(from).into()), ("to", tier(prose, to).into())])
        }
    }
}

/// What was ordered, and for how much; a trial order is called one.
fn ordered(prose: &Prose, deal: NeedId, amount: Fen) -> String {
    let is_trial = prose.view.deal(deal).is_some_and(|d| d.tier == PriceTier::Trial);
    let key = if is_trial { "climb-trial" } else { "climb-ordered" };
    prose.say_with(key, &[("need", prose.deal(deal).into()), ("amount", prose.money_short(amount).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{noted, played};
    use crate::sim::terms::{Phase, Reason, Winner};

    #[test]
    fn every_step_is_told_in_few_words() {
        let mut view = noted(&played(1, 3));
        view.deals[0].tier = PriceTier::Trial;
        let deal = view.deals[0].id;
        let up = Move { from: Some(Tier::Ordinary), to: Tier::Main };
        let steps = [
            (Step::Ordered(deal, Fen::yuan(100_000)), "trial order, NEED, ¥100k", "尝试性订单：NEED，¥10万"),
            (Step::Chose(deal, Winner::Nobody), "NEED: nothing was bought", "NEED：客户未购买"),
            (Step::NotAsked(deal), "NEED: decided without us", "NEED：客户已决定，我们没有参与"),
            (Step::Entered(Phase::Formation, None), "Formation", "形成期"),
            (Step::Moved(up), "pyramid III → II (Main)", "金字塔 III → II 级（主要客户）"),
            (Step::Moved(Move { from: None, ..up }), "pyramid II (Main)", "金字塔 II 级（主要客户）"),
            (
                Step::Placed { tier: Tier::Vip, reason: Reason::Growth, computed: Some(Tier::Small) },
                "we placed it in I (VIP): Growth; by contribution IV (Small)",
                "我方评为 I 级（VIP 客户），依据：成长潜力；按贡献为 IV 级（小客户）",
            ),
        ];
        for (step, en, zh) in steps {
            for (lang, expected) in [(Lang::En, en), (Lang::Zh, zh)] {
                let prose = Prose::new(&view, lang);
                assert_eq!(step_told(&prose, step), expected.replace("NEED", &prose.deal(deal)));
            }
        }
    }

    #[test]
    fn a_way_has_a_row_for_every_month_with_a_step() {
        let view = noted(&played(2, 9));
        let buyer = view.customers.iter().filter(|c| c.orders > 0 && c.last_order.is_some_and(|last| last.0 > 0)).map(|c| c.id).next().expect("a buyer");
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            let rows = way(&prose, buyer);
            assert!(rows.len() > 1 && rows.iter().all(|row| !row.name.is_empty() && !row.steps.contains(['⟦', '{'])), "{rows:?}");
            let rounds: std::collections::BTreeSet<_> = climb::way(&view, buyer).into_iter().map(|(round, _)| round).collect();
            assert_eq!(rows.len(), rounds.len());
        }
    }
}
