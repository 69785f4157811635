//! What a reader of the figures should know about the rows: how the table was read, what was counted, what left out; and what
//! is wrong with a table that cannot be read.

use rapport::order_table::{Counted, EqualRows, Fault, Reading, Refunds};
use rapport::words::{Arg, Lang, tr_with};

/// Notes for stderr, none about an ordinary table of ours.
pub fn notes(lang: Lang, counted: &Counted, reading: &Reading) -> Vec<String> {
    let mut notes = Vec::new();
    let mut note = |key: &str, args: &[(&str, Arg<'_>)]| notes.push(tr_with(lang, key, args).into_owned());
    let rows = |number: u64| ("count", Arg::Number(number as f64));
    if let Some(encoding) = counted.encoding {
        note("cli-analyse-encoding", &[("encoding", encoding.into())]);
    }
    if let Some(taken) = &counted.columns {
        let args = [("customer", (&taken.customer).into()), ("date", (&taken.date).into()), ("amount", (&taken.amount).into())];
        note("cli-analyse-columns", &args);
    }
    if counted.equal > 0 {
        let key = match reading.equal_rows {
            EqualRows::Keep => "cli-analyse-equal-kept",
            EqualRows::Drop | EqualRows::Refuse => "cli-analyse-equal-dropped",
        };
        note(key, &[rows(counted.equal)]);
    }
    if counted.refunds > 0 {
        let key = if reading.refunds == Refunds::Net { "cli-analyse-refunds-net" } else { "cli-analyse-refunds-dropped" };
        note(key, &[rows(counted.refunds), ("sum", format!("{:.2}", counted.refunded).into())]);
        let (refunds, amount) = counted.unmatched;
        if refunds > 0 {
            note("cli-analyse-unmatched", &[rows(refunds), ("amount", format!("{amount:.2}").into())]);
        }
    }
    if counted.nameless > 0 {
        note("cli-analyse-nameless", &[rows(counted.nameless)]);
    }
    if counted.further_lines > 0 {
        note("cli-analyse-further", &[rows(counted.further_lines)]);
    }
    notes
}

/// A mistake of the table `file`, a line.
pub fn fault(lang: Lang, file: &str, fault: &Fault) -> String {
    let told = |key: String, values: Vec<(&'static str, String)>| -> String {
        let args: Vec<(&str, Arg<'_>)> = values.into_iter().map(|(name, value)| (name, value.into())).collect();
        tr_with(lang, &key, &args).into_owned()
    };
    let problem = told(format!("cli-analyse-problem-{}", fault.problem.id()), fault.problem.values());
    let allowed = told(format!("cli-analyse-allowed-{}", fault.allowed.id()), fault.allowed.values());
    let row = fault.row.to_string();
    let args = [("file", file.into()), ("row", row.into()), ("column", (&fault.column).into()), ("problem", problem.into()), ("allowed", allowed.into())];
    match fault.more {
        0 => tr_with(lang, "cli-analyse-fault", &args).into_owned(),
        more => tr_with(lang, "cli-analyse-fault-more", &[&args[..], &[("more", Arg::Number(more as f64))]].concat()).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapport::order_table::{Allowed, Problem, read_as};
    use rapport::words::{tr, values_of};

    /// The English of the command line is that of the code: what a fault says by itself.
    #[test]
    fn every_kind_of_fault_is_told_in_both_languages() {
        assert!(Problem::TEXTS.len() > 20 && Allowed::TEXTS.len() > 15);
        for (family, texts) in [("problem", Problem::TEXTS), ("allowed", Allowed::TEXTS)] {
            for (id, english) in texts {
                let key = format!("cli-analyse-{family}-{id}");
                let values: Vec<(&str, Arg<'_>)> = values_of(&key).expect(&key).iter().map(|name| (name.as_str(), format!("{{{name}}}").into())).collect();
                assert_eq!(tr_with(Lang::En, &key, &values), *english, "{key}");
                assert!(tr(Lang::Zh, &key).contains(|letter: char| letter > '\u{3000}'), "{key}");
            }
        }
    }

    #[test]
    fn a_fault_says_the_same_in_both_languages() {
        let told = |text: &str| {
            let faults = read_as(text.as_bytes(), &Reading::default(), &|_, _| {}).expect_err("faults");
            assert_eq!(
                faults.iter().map(|of| fault(Lang::En, "t.csv", of)).collect::<Vec<_>>(),
                faults.iter().map(|of| format!("t.csv: {of}")).collect::<Vec<_>>()
            );
            faults.iter().map(|of| fault(Lang::Zh, "t.csv", of)).collect::<Vec<_>>()
        };
        assert_eq!(
            told("customer_id,date,amount\na,yesterday,5\nb,2012-01-01,x\n,2012-01-01,5\n"),
            [
                "t.csv：第 2 行，列 date：“yesterday”不是日期，可填：如 2012-02-15 或 15/2/2012 的日期，带不带时间都可以，年份 1900 至 2300",
                "t.csv：第 3 行，列 amount：“x”不是数字，可填：数字，小数用点，不带货币符号",
                "t.csv：第 4 行，列 customer_id：是空的，可填：1 至 200 个字符的名称，或用 --nameless drop 略去",
            ]
        );
        assert_eq!(
            told("customer_id,date,amount\na,2012-01-01,-5\nb,2012-01-01,-6\nb,2012-01-01,-7\n"),
            ["t.csv：第 2 行，列 amount：“-5”是负数（另有 2 行相同），可填：0 或正数，或用 --refunds net（扣除）或 --refunds drop（略去）"]
        );
        assert_eq!(
            told("who,date,amount\na,2012-01-01,5,6\n")[0],
            "t.csv：第 1 行，列 customer_id：缺少这一列；表中有“who, date, amount”，可填：含 customer_id、date 和 amount 的表头，或用 --customer、--date 和 --amount（或 --quantity 和 --price）写明列名或第几列"
        );
    }

    #[test]
    fn what_was_counted_is_told_in_both_languages() {
        let counted =
            Counted { equal: 1, refunds: 2, refunded: -7.5, unmatched: (1, 2.5), nameless: 1, further_lines: 3, encoding: Some("gb18030"), columns: None };
        let reading = Reading { refunds: Refunds::Net, ..Reading::default() };
        assert_eq!(
            notes(Lang::En, &counted, &reading),
            [
                "read as gb18030; --encoding names another",
                "1 row equal to an earlier one, counted as orders of their own; --equal-rows drop leaves them out",
                "2 rows of refunds, -7.50 in all, taken off earlier orders",
                "1 of them found no earlier order, or not enough: 2.50 left out",
                "1 row without a customer left out",
                "3 rows of further lines of an order, without an amount, left out",
            ]
        );
        let chinese = notes(Lang::Zh, &counted, &reading);
        assert_eq!(chinese[2], "2 行退款，合计 -7.50，已从此前的订单中扣除");
        assert_eq!(chinese.len(), 6);
    }
}
