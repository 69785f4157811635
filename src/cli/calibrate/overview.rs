//! What a teacher wants to know of a scenario, in plain words.

use crate::cli::language::percent;
use rapport::bots::BotKind;
use rapport::calibrate::{Overview, Variance};
use rapport::sim::scenario::Text;
use rapport::words::{Arg, Lang, tr, tr_with};

/// A line each; `currency` is the sign before amounts.
pub fn overview(lang: Lang, overview: &Overview, currency: &Text) -> Vec<String> {
    let say = |key: &str, args: &[(&str, Arg<'_>)]| tr_with(lang, key, args).into_owned();
    let currency = match lang {
        Lang::En => &*currency.en,
        Lang::Zh => &*currency.zh,
    };
    let thousand = |yuan: f64| format!("{:.0}", yuan / 1_000.0);
    let share = |part: f64| percent(lang, &format!("{:.0}", 100.0 * part));
    let mut lines = vec![say("cli-calibrate-ways", &[("currency", currency.into())])];
    let ranking = overview.ranking.iter().enumerate();
    lines.extend(ranking.map(|(place, s)| format!("{:>4}. {:<16} {:>9} {:>6}", place + 1, s.bot, thousand(s.worth), share(s.first))));
    lines.push(match overview.dominant() {
        // the sound way is meant to win; what it is made of is what a class finds out
        Some(best) if best.bot == BotKind::Balanced.id() => say("cli-calibrate-sound", &[("share", share(best.first).into())]),
        Some(best) => say("cli-calibrate-dominant", &[("bot", best.bot.into()), ("share", share(best.first).into())]),
        None => say("cli-calibrate-open", &[]),
    });
    let Variance { strategy, board, rest } = overview.variance;
    lines.push(say("cli-calibrate-luck", &[("strategy", share(strategy).into()), ("board", share(board).into()), ("rest", share(rest).into())]));
    let judged = tr(lang, if overview.is_easy() { "cli-calibrate-easy" } else { "cli-calibrate-matters" });
    lines.push(say("cli-calibrate-difficulty", &[("random", format!("{:.0}", overview.random).into()), ("judged", judged.into())]));
    let judged = tr(lang, if overview.is_hard() { "cli-calibrate-hard" } else { "cli-calibrate-pays" });
    let sign = if overview.is_hard() { "-" } else { "" };
    let amount = format!("{sign}{currency}{}", thousand(overview.reference_contribution.abs()));
    lines.push(say("cli-calibrate-money", &[("amount", amount.into()), ("judged", judged.into())]));
    let judged = tr(lang, if overview.is_settled() { "cli-calibrate-long" } else { "cli-calibrate-short" });
    let [halfway, board] = [overview.halfway, overview.one_board].map(|agreement| format!("{agreement:.2}"));
    lines.push(say("cli-calibrate-length", &[("halfway", halfway.into()), ("board", board.into()), ("judged", judged.into())]));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapport::calibrate::Standing;

    fn example(first: f64, random: f64, contribution: f64, one_board: f64, bot: &'static str) -> Overview {
        Overview {
            ranking: vec![Standing { bot, worth: 1_234_567.0, first }, Standing { bot: "passive", worth: -2_000.0, first: 1.0 - first }],
            variance: Variance { strategy: 0.7, board: 0.2, rest: 0.1 },
            random,
            reference_contribution: contribution,
            halfway: 0.5,
            one_board,
        }
    }

    fn told(lang: Lang, of: &Overview) -> Vec<String> {
        overview(lang, of, &Text::new("$", "¥"))
    }

    #[test]
    fn the_overview_is_told_in_both_languages() {
        let sound = example(0.9, 20.0, 56_000.0, 0.8, "balanced");
        assert_eq!(
            told(Lang::En, &sound),
            [
                "Ways to play, by what a team is worth at the end (contribution + .8 customer equity, in $1,000; share of the boards on which it came first):",
                "   1. balanced              1235   90 %",
                "   2. passive                 -2   10 %",
                "No one-sided way to play dominates: sound play (balanced) comes first on 90 % of the boards.",
                "Luck: 70 % of the differences between results come from how a team plays, 20 % from the board (the same for all teams of a class), 10 % from luck that helps one way more than another.",
                "Difficulty: a random plan reaches 20 where doing nothing is 0 and sound play 100: decisions matter.",
                "Money: sound play earns $56 thousand: it pays within the game.",
                "Length: the order at half time agrees with the final one to 0.50; one board ranks ways to play to 0.80 as all boards do: long enough.",
            ]
        );
        assert_eq!(
            told(Lang::Zh, &sound),
            [
                "各种打法，按期末一支队伍的价值排列（利润 + 0.8 × 客户资产，单位 ¥1,000；右边是在多少比例的局中名列第一）：",
                "   1. balanced              1235    90%",
                "   2. passive                 -2    10%",
                "没有一种片面的打法能通吃：均衡的打法（balanced）在 90% 的局中名列第一。",
                "运气：成绩的差别有 70% 来自打法，20% 来自局面（全班各队相同），10% 来自偏向某种打法的运气。",
                "难度：以什么都不做为 0、均衡的打法为 100，随意行动得 20：决策很重要。",
                "资金：均衡的打法赚 ¥56 千：在游戏期内就有回报。",
                "长度：半程名次与最终名次的一致程度为 0.50；单独一局的名次与全部各局的一致程度为 0.80：够长了。",
            ]
        );
    }

    #[test]
    fn what_is_wrong_with_a_scenario_is_told() {
        let bad = example(0.85, 70.0, -3_000.0, 0.5, "hunting");
        let english = told(Lang::En, &bad);
        assert_eq!(english[3], "One way dominates: hunting comes first on 85 % of the boards, whatever the luck. There is little to decide.");
        assert_eq!(english[6], "Money: sound play earns -$3 thousand: too hard, it pays off only in what the customers will bring later.");
        assert!(
            english[5].ends_with("too easy, chance nearly does it.") && english[7].ends_with("too short or too much luck, play more rounds or several boards.")
        );
        let chinese = told(Lang::Zh, &bad);
        assert_eq!(chinese[3], "一种打法通吃：无论运气如何，hunting 都在 85% 的局中名列第一，没有多少可决策的。");
        assert!(chinese[5].ends_with("太容易，碰运气也差不多。") && chinese[6].ends_with("太难，要靠客户今后的回报才划算。"));
        let open = example(0.6, 70.0, 1.0, 0.9, "hunting");
        assert_eq!(told(Lang::En, &open)[3], "No way to play dominates: none comes first on four boards of five.");
    }
}
