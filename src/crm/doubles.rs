//! Whether a firm is on the list already, perhaps under a slightly different name. The player decides what it is.

use super::find::folded;
use crate::sim::notes::Same;
use crate::sim::view::View;

/// Names at least this alike are told; 1 is the same (Jaro-Winkler, of which two spellings of a name reach .93).
const ALIKE: f64 = 0.93;
/// Fewest digits that make a telephone number.
const FEWEST_DIGITS: usize = 7;
/// Words that many firms share and that tell none from another, folded.
const LEGAL_FORMS: [&str; 12] = ["股份有限公司", "有限责任公司", "有限公司", "集团公司", "集团", "公司", "co.,ltd", "co.ltd", "limited", "ltd", "inc", "corp"];

/// Why two entries may be one firm, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// But for case, blanks, width and legal form.
    SameName,
    /// A telephone number in common, with or without the code of the country or town.
    SameNumber,
    /// Nearly the same spelling.
    SimilarName,
}

/// An entry that may be the same firm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Double {
    /// The entry itself: a customer, or a firm entered by hand.
    pub same: Same,
    /// The surest reason, where there are several.
    pub why: Why,
}

/// Entries of the team's lists that may be the firm of this name and number, the surest first.
#[must_use]
pub fn doubles(view: &View, name: &str, reach: &str, except: Option<Same>) -> Vec<Double> {
    let notes = &view.notes;
    let customers = view.customers.iter().map(|c| {
        let reach = notes.own(c.id).map_or("", |own| own.reach.as_str());
        (Same::Customer(c.id), vec![c.name.en.to_string(), c.name.zh.to_string()], reach)
    });
    let firms = notes.firms.iter().map(|f| (Same::Firm(f.id), vec![f.firm.name.clone()], f.firm.own.reach.as_str()));
    let mut found: Vec<Double> = customers
        .chain(firms)
        .filter(|(same, ..)| Some(*same) != except)
        .filter_map(|(same, names, other)| {
            let by_name = names.iter().filter_map(|known| alike(name, known)).min();
            let by_number = shares_number(reach, other).then_some(Why::SameNumber);
            let why = [by_name, by_number].into_iter().flatten().min()?;
            Some(Double { same, why })
        })
        .collect();
    // customers and firms come in the order of id, and the sort keeps it
    found.sort_by_key(|d| d.why);
    found
}

/// How alike two names are, if they are.
#[must_use]
pub fn alike(a: &str, b: &str) -> Option<Why> {
    let (a, b) = (core(a), core(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    if a == b {
        return Some(Why::SameName);
    }
    (strsim::jaro_winkler(&a, &b) >= ALIKE).then_some(Why::SimilarName)
}

/// A name without what firms share.
fn core(name: &str) -> String {
    let folded = folded(name);
    let mut core = folded.trim_end_matches(['.', ',']);
    for form in LEGAL_FORMS {
        if let Some(rest) = core.strip_suffix(form).filter(|rest| rest.chars().count() >= 2) {
            core = rest.trim_end_matches(['.', ',']);
        }
    }
    core.to_owned()
}

fn shares_number(a: &str, b: &str) -> bool {
    let (a, b) = (numbers(a), numbers(b));
    // with and without the code of the country or town
    a.iter().any(|x| b.iter().any(|y| x.ends_with(y.as_str()) || y.ends_with(x.as_str())))
}

/// The telephone numbers in a text, digits alone.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = vec![String::new()];
    for sign in folded_digits(text).chars() {
        match sign {
            '0'..='9' => numbers.iter_mut().last().into_iter().for_each(|number| number.push(sign)),
            ' ' | '-' | '(' | ')' | '+' | '/' => {}
            _ => numbers.push(String::new()),
        }
    }
    numbers.retain(|number| number.len() >= FEWEST_DIGITS);
    numbers
}

/// With digits and signs of usual width, blanks kept.
fn folded_digits(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { " ".to_owned() } else { folded(&c.to_string()) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crm::testing::{enter, noted, played, write};
    use crate::sim::notes::{Note, OwnFields};

    #[test]
    fn spellings_of_one_name_are_the_same_and_neighbours_are_similar() {
        for (a, b, expected) in [
            ("New Era Network", "ＮＥＷ era  network", Some(Why::SameName)),
            ("新时代网络", "新时代网络有限公司", Some(Why::SameName)),
            ("Harbour Foods", "Harbour Foods Co., Ltd.", Some(Why::SameName)),
            ("Harbour Foods", "Harbor Foods", Some(Why::SimilarName)),
            ("New Era Network", "New Era Networks", Some(Why::SimilarName)),
            ("远航物流", "远洋物流", None),
            ("Harbour Foods", "River Bank", None),
            ("公司", "公司", Some(Why::SameName)),
            ("", "", None),
        ] {
            assert_eq!(alike(a, b), expected, "{a} / {b}");
        }
    }

    #[test]
    fn numbers_are_the_same_with_and_without_codes_and_signs() {
        assert!(shares_number("+86 (21) 5555-1234", "Nanjing Rd 1, tel. 5555 1234"));
        assert!(shares_number("０２１－５５５５１２３４", "02155551234"));
        assert!(!shares_number("5555-1234", "5555-1235"));
        assert!(!shares_number("room 12", "room 12"), "too short for a number");
        assert!(!shares_number("", ""));
    }

    #[test]
    fn customers_and_firms_are_looked_through_and_the_surest_comes_first() {
        let mut state = played(1, 0);
        let customer = noted(&state).customers[1].clone();
        write(&mut state, Note::Own(customer.id, OwnFields { reach: "021 5555 1234".to_owned(), remark: String::new() }));
        enter(&mut state, "Unheard", "", "");
        let view = noted(&state);
        let firm = Same::Firm(view.notes.firms[0].id);
        let found = doubles(&view, "unheard ltd", "5555-1234", None);
        assert_eq!(found, [Double { same: firm, why: Why::SameName }, Double { same: Same::Customer(customer.id), why: Why::SameNumber }]);
        assert_eq!(doubles(&view, "unheard ltd", "", Some(firm)), []);
        assert_eq!(doubles(&view, &customer.name.zh, "", None)[0].same, Same::Customer(customer.id));
    }
}
