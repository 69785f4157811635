//! Long because it has a case for every class of mistake.
//!
//! Every class of mistake in a scenario file, with the lines its author reads.

#[path = "scenario/chinese.rs"]
mod chinese;

use proptest::prelude::*;
use rapport::scenario::{self, Issue, MAX_BYTES};

const SMALL: &str = include_str!("scenario/small.ron");
const NEW_ERA: &str = include_str!("../scenarios/new_era.ron");

/// The mistakes of a text; they are told in Chinese, too.
#[track_caller]
fn issues_of(file: &str, text: &[u8]) -> Vec<Issue> {
    let issues = scenario::read(file, text).err().unwrap_or_default();
    assert_eq!(chinese::faults(text, &issues), Vec::<String>::new());
    issues
}

/// What is wrong, without the name of the file before it.
fn lines(text: &[u8]) -> Vec<String> {
    issues_of("small.ron", text).into_iter().map(|issue| issue.to_string().strip_prefix("small.ron:").expect("the file's name").to_owned()).collect()
}

/// The small scenario with the first `from` exchanged for `to` has these mistakes, no more and no fewer.
#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    assert!(SMALL.contains(from), "{from}");
    assert_eq!(lines(SMALL.replacen(from, to, 1).as_bytes()), expected, "{from} => {to}");
}

#[test]
fn the_small_scenario_has_no_mistake() {
    assert_eq!(lines(SMALL.as_bytes()), Vec::<String>::new());
}

#[test]
fn numbers_and_fields() {
    check(
        "rounds: 6,",
        "round: 6,",
        &[
            "8:5: round: unknown field (did you mean `rounds`?), allowed: id, luck, title, summary, lesson, start, rounds, least_rounds, opening_cash, supply, rules, roles, people, acting, newcomers, staff, words, industries, attributes, rivals, channels, currency, products, need_classes, media, investments, custom, customers, market, events, fictional, facts",
        ],
    );
    check("rounds: 6,", "", &["2:1: rounds: missing, allowed: a whole number from 1 to 60"]);
    check(
        "rounds: 6,",
        "rounds: 6, colour: 3,",
        &[
            "8:16: colour: unknown field, allowed: id, luck, title, summary, lesson, start, rounds, least_rounds, opening_cash, supply, rules, roles, people, acting, newcomers, staff, words, industries, attributes, rivals, channels, currency, products, need_classes, media, investments, custom, customers, market, events, fictional, facts",
        ],
    );
    check("rounds: 6,", "rounds: 6, rounds: 7,", &["8:16: rounds: given twice, first at 8:5, allowed: each field once"]);
    check("rounds: 6,", r#"rounds: "six","#, &[r#"8:13: rounds: the text `"six"`, allowed: a whole number from 1 to 60"#]);
    check("rounds: 6,", "rounds: 6.5,", &["8:13: rounds: the number 6.5, allowed: a whole number from 1 to 60"]);
    check("rounds: 6,", "rounds: 61,", &["8:13: rounds: the number 61, allowed: a whole number from 1 to 60"]);
    check("rounds: 6,", "rounds: -6,", &["8:13: rounds: the number -6, allowed: a whole number from 1 to 60"]);
    check("rounds: 6,", "rounds: NaN,", &["8:13: rounds: the word `NaN`, allowed: a whole number from 1 to 60"]);
    check("rounds: 6,", "rounds: inf,", &["8:13: rounds: the word `inf`, allowed: a whole number from 1 to 60"]);
    check("rounds: 6,", "rounds: 1e999,", &["8:13: rounds: the number inf, allowed: a whole number from 1 to 60"]);
    check("rounds: 6,", "rounds: 6, least_rounds: 7,", &["8:30: least_rounds: the number 7, allowed: a whole number from 1 to 6"]);
    check("month: 1)", "month: 13)", &["7:32: start.month: the number 13, allowed: a whole number from 1 to 12"]);
    check(
        "opening_cash: 1_000",
        "opening_cash: 0.005",
        &["9:19: opening_cash: the number 0.005, allowed: yuan from 0 to 1000000000 with at most two decimals"],
    );
}

#[test]
fn words_of_the_case() {
    let words = |pairs: &str| format!("rounds: 6, words: {{{pairs}}},");
    check("rounds: 6,", &words(r#""card-demo": (en: "Test drive", zh: "试驾")"#), &[]);
    check(
        "rounds: 6,",
        &words(r#""card-dmo": (en: "Test drive", zh: "试驾")"#),
        &[r#"8:24: words[...]: "card-dmo" is no text of the program, allowed: a key of assets/locales/en/*.ftl"#],
    );
    check(
        "rounds: 6,",
        &words(r#""round-of": (en: "Week { $week }", zh: "第{ $round }周")"#),
        &[r#"8:36: words[...]: "week" is no value of this text, allowed: { $of }, { $round }"#],
    );
    check(
        "rounds: 6,",
        &words(r#""card-demo": (en: "A", zh: "甲"), "card-demo": (en: "B", zh: "乙")"#),
        &["8:57: words[...]: given twice, allowed: each text once"],
    );
}

/// A fact of its own, with `from` exchanged for `to`.
#[track_caller]
fn check_fact(from: &str, to: &str, expected: &[&str]) {
    const FACT: &str = r#"facts: [
(id: "care", what: (en: "It pays", zh: "值得"),
policies: ["balanced", (bot: "balanced", care: 0)],
measure: Worth, compare: Beats, least: 0.8),
],"#;
    let end = SMALL.trim_end().strip_suffix(')').expect("the end of the file");
    let first = end.matches('\n').count();
    assert!(FACT.contains(from), "{from}");
    let found: Vec<String> = lines(format!("{end}{})", FACT.replacen(from, to, 1)).as_bytes())
        .into_iter()
        .map(|line| {
            let (number, rest) = line.split_once(':').expect("a place");
            format!("{}:{rest}", number.parse::<usize>().expect("a line") - first)
        })
        .collect();
    assert_eq!(found, expected, "{from} => {to}");
}

#[test]
fn own_facts() {
    check_fact("care: 0", "care: 10, deals: Repeat, gift: 200.5, fairs: false, promise: -10", &[]);
    check_fact(
        r#"["balanced""#,
        r#"["balancd""#,
        &["3:12: facts[care].policies[1]: there is no bot `balancd` (did you mean `balanced`?), allowed: balanced, hunting, farming, sell_and_forget, \
           service_heavy, no_records, sell_heavy, care_heavy, over_promiser, under_promiser, discounter, gift_heavy, equal_treatment, no_service, no_care, \
           random, passive"],
    );
    check_fact("care: 0", "care: 401", &["3:48: facts[care].policies[2].care: the number 401, allowed: a whole number from 0 to 400"]);
    check_fact("care: 0", "care: true", &["3:48: facts[care].policies[2].care: `true`, allowed: a whole number from 0 to 400"]);
    check_fact(
        "care: 0",
        "deals: Reapeat",
        &["3:49: facts[care].policies[2].deals: unknown choice `Reapeat` (did you mean `Repeat`?), allowed: All, FirstOrders, Repeat, Mixed"],
    );
    check_fact("care: 0", "care: 70", &["3:11: facts[care].policies: the same policy twice, allowed: two that differ"]);
    check_fact(r#", (bot: "balanced", care: 0)"#, "", &["3:11: facts[care].policies: one policy, allowed: a list of two"]);
    check_fact("least: 0.8", "least: 1.2", &["4:40: facts[care].least: the number 1.2, allowed: a number from 0 to 1"]);
    check_fact(", least: 0.8", "", &["2:1: facts[care]: no threshold, allowed: least, most or both"]);
    check_fact("least: 0.8", "least: 0.8, most: 0.7", &["4:51: facts[care].most: below the least, allowed: a number from 0.8 on"]);
    check_fact(
        "compare: Beats",
        "compare: Beat",
        &["4:26: facts[care].compare: unknown choice `Beat` (did you mean `Beats`?), allowed: Ratio, Difference, Beats"],
    );
    check_fact(
        r#"(id: "care""#,
        r#"(id: "care", colour: 1"#,
        &["2:14: facts[care].colour: unknown field, allowed: id, what, policies, measure, compare, least, most"],
    );
    // a misspelt knob is told with what it was probably meant to be
    let end = SMALL.trim_end().strip_suffix(')').expect("the end of the file");
    let text = format!(
        r#"{end}facts: [(id: "care", what: (en: "a", zh: "b"), policies: ["balanced", (bot: "balanced", sale_care: 0)], measure: Worht, compare: Beats, least: 0.8)],)"#
    );
    let found = lines(text.as_bytes());
    let misspelt = found.iter().find(|line| line.contains("sale_care: unknown field (did you mean `sales_care`?)")).expect("it is told");
    assert!(misspelt.contains(" more (all of them: rapport check --fields)"), "{misspelt}");
    assert!(!found.iter().any(|line| line.contains("the same policy twice")), "nobody knows what was meant: {found:?}");
    assert!(found.iter().any(|line| line.contains("unknown choice `Worht` (did you mean `Worth`?)")), "{found:?}");
}

#[test]
fn syntax() {
    check("rounds: 6,", "rounds: 6x,", &["8:13: rounds: `6x` is not a number, allowed: digits with `_` between them and one `.`, as 12, -0.5 or 1_800_000"]);
    check(
        "rounds: 6,",
        "rounds: ,",
        &[r#"8:13: rounds: a value is missing, allowed: a value: a number, a "text", `true`, `false`, a name, `( )`, `[ ]` or `{ }`"#],
    );
    check("rounds: 6,", "rounds 6,", &["8:12: rounds: a colon is missing before this, allowed: `:` between a name and its value"]);
    check("rounds: 6,", "rounds: 6", &["9:5: file: a comma is missing before this, allowed: `,` or the `)` that closes the `(` of 2:1"]);
    check(
        "rounds: 6,",
        "rounds：6，",
        &[
            "8:11: rounds: full-width `：`, allowed: `:` between a name and its value",
            "8:13: file: full-width `，`, allowed: `,` or the `)` that closes the `(` of 2:1",
        ],
    );
    check(
        "rounds: 6,",
        "rounds: “6”,",
        &[r#"8:13: rounds: full-width `“`, allowed: a value: a number, a "text", `true`, `false`, a name, `( )`, `[ ]` or `{ }`"#],
    );
    check(r#""Small""#, r#""Sm\all""#, &[r#"4:20: title.en: an unknown `\` in a text, allowed: \n, \t, \", \\ or \u{6587}"#]);
    check(
        r#""Small""#,
        r#""Small"#,
        &[
            "4:30: title: a comma is missing before this, allowed: `,` or the `)` that closes the `(` of 4:12",
            r#"127:70: title: a text is not closed, allowed: `"` at its end"#,
        ],
    );
    check(
        "fictional: [",
        "fictional: [)",
        &[
            "127:17: fictional: `)` does not fit, allowed: `,` or the `]` that closes the `[` of 127:16",
            r#"127:17: fictional[1]: a value is missing, allowed: a value: a number, a "text", `true`, `false`, a name, `( )`, `[ ]` or `{ }`"#,
        ],
    );
    check("fictional: [", "/* fictional: [", &["127:5: file: a comment is not closed, allowed: `*/` at its end"]);
    check(r#""Cat", zh"#, r#""Cat" zh"#, &["13:29: staff.service: a comma is missing before this, allowed: `,` or the `)` that closes the `(` of 13:18"]);
}

#[test]
fn texts_and_ids() {
    check(r#"(en: "Small", zh: "小")"#, r#"(en: "Small")"#, &["4:12: title.zh: missing, allowed: a text of 1 to 80 characters in quotes"]);
    check(r#"(en: "Small", zh: "小")"#, r#""Small""#, &[r#"4:12: title: the text `"Small"`, allowed: a text in both languages `(en: "...", zh: "...")`"#]);
    check(r#"(en: "Small", zh: "小")"#, r#"(en: "Small", zh: " ")"#, &["4:30: title.zh: an empty text, allowed: a text of 1 to 80 characters in quotes"]);
    check(r#"(en: "Small", zh: "小")"#, r#"(en: "Small", zh: "小", fr: "Petit")"#, &["4:35: title.fr: unknown field, allowed: en, zh"]);
    check(r#"id: "small""#, r#"id: "Small one""#, &[r#"3:9: id: the text `"Small one"`, allowed: 1 to 40 of a-z, 0-9 and `_`, in quotes"#]);
    check(
        r#"to: (en: "Moon", zh: "月")"#,
        r#"two: (en: "Moon", zh: "月")"#,
        &["127:47: fictional[1].two: unknown field (did you mean `to`?), allowed: from, to"],
    );
}

#[test]
fn rules() {
    check(
        "wage: 9_000",
        "wages: 9_000",
        &[
            "16:16: rules.work.wages: unknown field (did you mean `wage`?), allowed: role_hours, wage, hours_after_resignation, rounds_after_resignation, max_decisions, write_up, days, credit_limit, overdraft_interest, skill, resignation",
        ],
    );
    check("wage: 9_000", "wage: -1", &["16:22: rules.work.wage: the number -1, allowed: a number from 0 to 1000000"]);
    check("wage: 9_000", "days: 10", &["17:18: rules.service.last_arrival_day: the last arrival day is 12, allowed: at most work.days, 10"]);
    check(
        "work: (",
        "wrok: (",
        &[
            "16:9: rules.wrok: unknown field (did you mean `work`?), allowed: work, relations, records, finding, selling, choice, delivery, care, service, lifecycle, goods, gifts, campaigns, tenders, investments, score, insight, walk_ins, contracts, tools, staffing, cultivation, pool, planning",
        ],
    );
    check("[0.7, 0.2, 0.1]", "[0.7, 0.2]", &["17:33: rules.service.class_shares: a list of 2, allowed: a list of 3 numbers from 0 to 1"]);
    check("[0.7, 0.2, 0.1]", "[0.7, 0.2, 0.2]", &["17:33: rules.service.class_shares: the sum is 1.1, allowed: numbers that sum to 1"]);
    check("[0.7, 0.2, 0.1]", "[0.7, 0.2, 1.1]", &["17:44: rules.service.class_shares[3]: the number 1.1, allowed: a number from 0 to 1"]);
    check(
        "[0.7, 0.2, 0.1]",
        "[0.7, 0.2, 0.1, 0.1",
        &["17:52: rules.service.class_shares: `)` does not fit, allowed: `,` or the `]` that closes the `[` of 17:33"],
    );
    check(
        "service: (class_shares",
        "choice: (promise_range: [5, -5]), service: (class_shares",
        &["17:33: rules.choice.promise_range: the numbers do not rise, allowed: each number larger than the one before"],
    );
    check(
        "service: (class_shares",
        "score: (weights: [0, 0, 0, 0, 0]), service: (class_shares",
        &["17:26: rules.score.weights: all weights are 0, allowed: at least one above 0"],
    );
    check(
        "service: (class_shares",
        "service: (rework: [1.5, 1.2], class_shares",
        &["17:27: rules.service.rework: the first number is the larger one, allowed: lowest, then highest"],
    );
}

#[test]
fn catalogue() {
    check(r#"(id: "trade","#, r#"(id: "web","#, &["21:9: industries[web]: the id `web` is taken by the industry at 20:9, allowed: each id once"]);
    check(r#"[(id: "other", name: (en: "Other", zh: "他"))]"#, "[]", &["23:13: rivals: an empty list, allowed: a list `[...]` of 1 to 9"]);
    check(r#"[(id: "other", name: (en: "Other", zh: "他"))]"#, "{}", &["23:13: rivals: a map `{...}`, allowed: a list `[...]` of 1 to 9"]);
    check(r#"rivals: [(id: "other", name: (en: "Other", zh: "他"))],"#, "", &["2:1: rivals: missing, allowed: a list `[...]` of 1 to 9"]);
    check("old: 90", "old: 110", &["33:51: products[box].prices.old: 110 is above the market price, allowed: yuan up to 100"]);
    check("market: 100", "market: 101", &["33:41: products[box].prices.market: 101 is above the list price, allowed: yuan up to 100"]);
    check(
        r#"{"speed": 50, "looks": 20}"#,
        r#"{"speed": 50}"#,
        &["34:25: products[box].attributes: the attribute `looks` is missing, allowed: a number from 0 to 100 for each attribute"],
    );
    check(
        r#"{"speed": 50, "looks": 20}"#,
        r#"{"speed": 50, "look": 20}"#,
        &["34:39: products[box].attributes[look]: there is no attribute `look` (did you mean `looks`?), allowed: speed, looks"],
    );
    check(
        r#"{"speed": 50, "looks": 20}"#,
        r#"{"speed": 50, "looks": 120}"#,
        &["34:48: products[box].attributes[looks]: the number 120, allowed: a number from 0 to 100"],
    );
    check(
        r#"{"speed": 50, "looks": 20}"#,
        r#"{"speed": 50, "speed": 50, "looks": 20}"#,
        &["34:39: products[box].attributes[speed]: given twice, allowed: each attribute once"],
    );
    check(r#"product: "box","#, r#"product: "bix","#, &["41:22: need_classes[boxes].product: there is no product `bix` (did you mean `box`?), allowed: box"]);
    check("share: 1", "share: 0.5", &["37:19: need_classes: the shares sum to 0.5, allowed: shares that sum to 1"]);
    check("weight: 1)]", "weight: 0.6)]", &["43:20: need_classes[boxes].wants: the weights sum to 0.6, allowed: weights that sum to 1"]);
    check(
        "weight: 1)]",
        r#"weight: 0.5), (attribute: "speed", required: 1, weight: 0.5)]"#,
        &["43:20: need_classes[boxes].wants: the attribute `speed` is wanted twice, allowed: each attribute once"],
    );
    check(
        r#"product: "box",
            share"#,
        "product: Box,\n            share",
        &["41:22: need_classes[boxes].product: the word `Box`, allowed: the id of a product, in quotes"],
    );
}

#[test]
fn where_goods_come_from() {
    let supply = |supply: &str| format!("rounds: 6,\n    supply: {supply},");
    for good in ["AtHand", "ToOrder", "Stock(short: Late)", "Stock(short: LostSale)"] {
        check("rounds: 6,", &supply(good), &[]);
    }
    check("rounds: 6,", &supply("Stok(short: Late)"), &["9:13: supply: unknown choice `Stok` (did you mean `Stock`?), allowed: AtHand, ToOrder, Stock"]);
    check("rounds: 6,", &supply("Stock"), &["9:13: supply: the word `Stock`, allowed: `Stock(short: Late)` or `Stock(short: LostSale)`"]);
    check("rounds: 6,", &supply("ToOrder(short: Late)"), &["9:13: supply: `ToOrder(...)`, allowed: `ToOrder` alone"]);
    check("rounds: 6,", &supply("Stock(short: Lost)"), &["9:26: supply.short: unknown choice `Lost`, allowed: Late, LostSale"]);
    check(
        "rounds: 6,",
        &supply("Stock(late: true)"),
        &["9:13: supply.short: missing, allowed: Late, LostSale", "9:19: supply.late: unknown field, allowed: short"],
    );
    check("rounds: 6,", &supply("7"), &["9:13: supply: the number 7, allowed: AtHand, ToOrder, Stock"]);
    let pieces = |pieces: &str| format!("{pieces}\n            attributes: {{\"speed\": 50");
    let product = r#"attributes: {"speed": 50"#;
    check(product, &pieces("unit_cost: 70,"), &[]);
    check(product, &pieces("unit_cost: 101,"), &["34:24: products[box].unit_cost: the number 101, allowed: yuan from 0 to 100 with at most two decimals"]);
    check(product, &pieces("stock: -1,"), &["34:20: products[box].stock: the number -1, allowed: a whole number from 0 to 100000"]);
    check(product, &pieces("stock: 3,"), &["34:20: products[box].stock: goods in stock, but the company keeps none, allowed: 0, or supply: Stock(...)"]);
    check(
        "work: (wage: 9_000)",
        "work: (wage: 9_000), goods: (express_lead_time: 3)",
        &["16:57: rules.goods.express_lead_time: express takes 3 half rounds, allowed: at most goods.lead_time, 2"],
    );
}

#[test]
fn customers_and_market() {
    check(
        r#"industry: "web""#,
        r#"industry: "wbe""#,
        &["52:23: customers[star].industry: there is no industry `wbe` (did you mean `web`?), allowed: web, trade"],
    );
    check(r#"Some("other")"#, r#"Some("nobody")"#, &["55:29: customers[star].incumbent: there is no rival `nobody`, allowed: other"]);
    check("at_exhibition: true", "at_exhibition: yes", &["56:28: customers[star].at_exhibition: the word `yes`, allowed: `true` or `false`"]);
    check("calls: (round: 2", "calls: (round: 7", &["57:28: customers[star].calls.round: the number 7, allowed: a whole number from 1 to 6"]);
    check(
        "role: DecisionMaker",
        "role: Decisionmaker",
        &[
            "59:66: customers[star].contacts[boss].role: unknown choice `Decisionmaker` (did you mean `DecisionMaker`?), allowed: DecisionMaker, Gatekeeper, User, Purchaser",
        ],
    );
    check("role: DecisionMaker", "role: User", &["58:23: customers[star].contacts: nobody decides, allowed: at least one contact with role: DecisionMaker"]);
    check(
        r#"(id: "buyer""#,
        r#"(id: "boss""#,
        &[
            "60:17: customers[star].contacts[boss]: the id `boss` is taken by the contact at 59:17, allowed: each id once",
            "95:74: events[order].what.hidden[4].contact: there is no contact `buyer`, allowed: boss",
            "124:57: events[gift].what.contact: there is no contact `buyer`, allowed: boss",
        ],
    );
    check(
        r#"token: (en: "ST""#,
        r#"token: (en: "STAR""#,
        &["50:25: customers[star].token.en: a text of 4 characters, allowed: a text of 1 to 3 characters in quotes"],
    );
    check(
        "at_exhibition: true",
        "orders_at_start: 2",
        &["56:30: customers[star].orders_at_start: orders from a customer that is not known, allowed: 0, or known_at_start: true"],
    );
    check("customers: 10", "customers: 1", &["65:20: market.customers: the number 1, allowed: a whole number from 2 to 1000"]);
    check("known: 2", "known: 12", &["69:16: market.known: the number 12, allowed: a whole number from 0 to 9"]);
    check("installed: 1", "installed: 3", &["70:20: market.installed: the number 3, allowed: a whole number from 0 to 2"]);
    check("sigma: 1.5", "sigma: 15", &["66:16: market.sigma: the number 15, allowed: a number from 0 to 3"]);
    check(r#""Kestrel""#, r#""Cloud Sail""#, &["73:13: market.names[2]: the name `Cloud Sail` is taken, allowed: each name once"]);
}

#[test]
fn the_roles() {
    let staff = "    staff: (";
    let with = |fields: &str| format!("    {fields}\n{staff}");
    check(
        staff,
        &with("roles: [Developer, AccountManager],"),
        &[
            "10:12: roles: one of the three roles that every team has is missing, allowed: Developer, AccountManager and Service, and Cultivator or ProductSpecialist or both, each once",
        ],
    );
    check(
        staff,
        &with("roles: [Developer, AccountManager, Service, Service],"),
        &["10:12: roles: a role twice, allowed: Developer, AccountManager and Service, and Cultivator or ProductSpecialist or both, each once"],
    );
    check(
        staff,
        &with("roles: [Developer, AccountManager, Service, Cultivater],"),
        &[
            "10:49: roles[4]: unknown choice `Cultivater` (did you mean `Cultivator`?), allowed: Developer, AccountManager, Service, Cultivator, ProductSpecialist",
        ],
    );
    // whoever is there has a name, and nobody else
    check(
        staff,
        &with("roles: [Developer, AccountManager, Service, Cultivator],"),
        &["11:12: staff.cultivator: missing, allowed: a text in both languages `(en: \"...\", zh: \"...\")`"],
    );
    check(staff, &with("people: (service: 21),"), &["10:23: people.service: the number 21, allowed: a whole number from 1 to 20"]);
    check(staff, &with("people: (cultivator: 1),"), &["10:14: people.cultivator: unknown field, allowed: developer, account_manager, service"]);
    check(
        staff,
        &with("acting: (cultivator: ProductSpecialist),"),
        &["10:26: acting.cultivator: unknown choice `ProductSpecialist`, allowed: Developer, AccountManager, Service"],
    );
    check(
        "what: Exhibition",
        "what: Resigns(Cultivator)",
        &["83:27: events[fair].what: unknown choice `Cultivator`, allowed: Developer, AccountManager, Service"],
    );
}

#[test]
fn the_script() {
    check(
        "what: Exhibition",
        "what: Exhibit",
        &[
            "83:19: events[fair].what: unknown choice `Exhibit` (did you mean `Exhibition`?), allowed: News, Exhibition, Summit, Need, Ticket, Resigns, PriceWar, RivalsGain, RivalOffer, Pledge, Temptation, Tender",
        ],
    );
    check(
        "what: Exhibition",
        "what: News",
        &["56:28: customers[star].at_exhibition: `true`, but the script has no exhibition, allowed: `false`, or an event with what: Exhibition"],
    );
    check("what: Exhibition", "what: Exhibition(1)", &["83:19: events[fair].what: `Exhibition(...)`, allowed: `Exhibition` alone"]);
    check("what: Exhibition", "what: PriceWar", &["83:19: events[fair].what: the word `PriceWar`, allowed: `PriceWar(name: value, ...)`"]);
    check("what: Exhibition", "what: Resigns(Boss)", &["83:27: events[fair].what: unknown choice `Boss`, allowed: Developer, AccountManager, Service"]);
    check(
        "what: Exhibition",
        r#"what: Temptation(customer: "star", contact: "lu", amount: 90_000)"#,
        &[
            "83:57: events[fair].what.contact: there is no contact `lu`, allowed: boss, buyer",
            "83:71: events[fair].what.amount: the number 90000, allowed: yuan from 1 to 20000 with at most two decimals",
        ],
    );
    check("round: 5,", "round: 7,", &["100:20: events[broken].round: the number 7, allowed: a whole number from 1 to 6"]);
    check(
        "round: 2,\n            title",
        "round: 6,\n            title",
        &[
            "90:19: events[order].what.decides_after: decided in round 7, after the end, allowed: a decision in round 6 or before",
            "103:87: events[broken].what.after: `order` is no order that this customer can have placed by then, allowed: a Need of the same customer, decided in an earlier round",
        ],
    );
    check(
        r#"product: "box", quantity: 10"#,
        r#"product: "bax", quantity: 0"#,
        &[
            "93:35: events[order].what.lines[1].product: there is no product `bax` (did you mean `box`?), allowed: box",
            "93:52: events[order].what.lines[1].quantity: the number 0, allowed: a whole number from 1 to 100000",
        ],
    );
    check(
        "price: 80",
        "price: 120",
        &[
            "93:63: events[order].what.lines[1].price: 120 is above the list price, allowed: yuan up to 100",
            "94:25: events[order].what.budget: less than the lines cost, allowed: yuan from 1200 on",
        ],
    );
    check("budget: 900", "budget: 700", &["94:25: events[order].what.budget: less than the lines cost, allowed: yuan from 800 on"]);
    check(
        r#"Talk("boss")"#,
        r#"Talk("bass")"#,
        &["95:42: events[order].what.hidden[2]: there is no contact `bass` (did you mean `boss`?), allowed: boss, buyer"],
    );
    check(r#"Talk("boss")"#, "Talk", &[r#"95:37: events[order].what.hidden[2]: the word `Talk`, allowed: `Talk("id of a contact")`"#]);
    check(
        r#"Tip(contact: "buyer", bond: 50, trust: 50)"#,
        r#"Tip("buyer")"#,
        &[r#"95:61: events[order].what.hidden[4]: `Tip(...)`, allowed: `Tip(contact: "id", bond: 50, trust: 50)`"#],
    );
    check(
        r#"[FreeCheck, Talk("boss")"#,
        r#"[Freecheck, Talk("boss")"#,
        &["95:26: events[order].what.hidden[1]: unknown choice `Freecheck` (did you mean `FreeCheck`?), allowed: FreeCheck, Talk, Research, Tip"],
    );
    check(r#"class: "boxes""#, r#"class: "boxs""#, &["92:24: events[order].what.class: there is no need class `boxs` (did you mean `boxes`?), allowed: boxes"]);
    check("day: 3", "day: 21", &["103:77: events[broken].what.day: the number 21, allowed: a whole number from 1 to 20"]);
    check(
        r#"after: "order""#,
        r#"after: "gift""#,
        &[
            "103:87: events[broken].what.after: `gift` is no order that this customer can have placed by then, allowed: a Need of the same customer, decided in an earlier round",
        ],
    );
    check(
        "round: 2,\n            title",
        "round: 4,\n            title",
        &[
            "103:87: events[broken].what.after: `order` is no order that this customer can have placed by then, allowed: a Need of the same customer, decided in an earlier round",
        ],
    );
    check(r#"id: "quits""#, r#"id: "war""#, &["112:9: events[war]: the id `war` is taken by the event at 105:9, allowed: each id once"]);
}

#[test]
fn all_mistakes_come_at_once_in_the_order_of_the_file() {
    let changes =
        [("month: 1)", "month: 0)"), ("looks\": 20", "looks\": -20"), ("known: 2", "known: two"), ("share: 1", "share: 1,"), ("round: 5", "round: 9")];
    let text = changes.iter().fold(SMALL.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    assert_eq!(
        lines(text.as_bytes()),
        [
            "7:32: start.month: the number 0, allowed: a whole number from 1 to 12",
            "34:48: products[box].attributes[looks]: the number -20, allowed: a number from 0 to 100",
            "42:22: need_classes[1]: `,` cannot stand here, allowed: the name of a field, as `rounds: 12`",
            "69:16: market.known: the word `two`, allowed: a whole number from 0 to 9",
            "100:20: events[broken].round: the number 9, allowed: a whole number from 1 to 6",
        ]
    );
}

#[test]
fn files_that_are_no_scenarios() {
    let binary = [b"(\n  id: \"".as_slice(), &[0xff, 0xfe, 0x00]].concat();
    let deep = |opening: &str| opening.repeat(100_000);
    for (text, expected) in [
        (b"".to_vec(), "1:1: file: the file is empty, allowed: a scenario `( ... )`"),
        (b"\xef\xbb\xbf // nothing\n".to_vec(), "2:1: file: the file is empty, allowed: a scenario `( ... )`"),
        (binary, "2:8: file: not text in UTF-8, allowed: UTF-8; in an editor: save as UTF-8"),
        (b"PK\x03\x04".to_vec(), "1:3: file: `\\u{3}` cannot stand here after the end of the scenario, allowed: nothing but comments"),
        (b"[1, 2]".to_vec(), "1:1: file: a list `[...]`, allowed: a group of fields `(name: value, ...)`"),
        (b"#![enable(implicit_some)]\n()".to_vec(), "1:1: file: RON extensions are not used here, allowed: the file begins with `(`"),
        (vec![b' '; MAX_BYTES + 1], "1:1: file: the file has 1048577 bytes, allowed: at most 1048576 bytes"),
        (deep("[").into_bytes(), "1:65: DEEP: brackets lie too deep in one another, allowed: 64 levels"),
        (deep("(a:").into_bytes(), "1:193: DEEP: brackets lie too deep in one another, allowed: 64 levels"),
        (deep("Some(").into_bytes(), "1:321: DEEP: brackets lie too deep in one another, allowed: 64 levels"),
        (deep("/*").into_bytes(), "1:1: file: a comment is not closed, allowed: `*/` at its end"),
    ] {
        let expected = expected.replace("DEEP", "");
        let found = lines(&text);
        let [line] = &found[..] else { panic!("{found:?}") };
        let plain = line.replace(&"[1]".repeat(64), "").replace("a.".repeat(63).as_str(), "").replace(" a: ", " : ");
        assert_eq!(plain, expected);
    }
}

#[test]
fn a_file_of_mistakes_is_cut_short() {
    let found = lines(format!("[{}]", "x ".repeat(300_000)).as_bytes());
    assert_eq!(found.len(), 501);
    assert!(found[500].contains("more mistakes from here on"), "{}", found[500]);
}

#[test]
fn a_message_is_always_one_short_line() {
    let long = "x\u{7}\n".repeat(10_000);
    for text in [SMALL.replacen("web\"", &format!("{long}\""), 1), SMALL.replacen("rounds", &"x".repeat(100_000), 1), SMALL.replacen("looks", &long, 2)] {
        let found = lines(text.as_bytes());
        assert!(!found.is_empty());
        for line in found {
            assert!(line.chars().count() < 1_000 && !line.contains(char::is_control), "{line}");
        }
    }
}

#[test]
fn texts_may_run_over_several_lines() {
    let text = SMALL.replacen("A market.", "A market.\n        It is small.\r\n\n\n   Go.", 1).replacen("一个市场。", "一个市场。\n    很小。", 1);
    let scenario = scenario::read("small.ron", text.as_bytes()).expect("wrapped text");
    assert_eq!(&*scenario.guide.summary.en, "A market. It is small.\n\nGo.");
    assert_eq!(&*scenario.guide.summary.zh, "一个市场。很小。");
}

#[test]
fn what_may_be_left_out() {
    let start = SMALL.find("    customers: [").expect("customers");
    let end = SMALL.find("    market: (").expect("market");
    let events = SMALL.find("    events: [").expect("events");
    let text = format!("{}{})", &SMALL[..start], &SMALL[end..events]);
    let scenario = scenario::read("small.ron", text.as_bytes()).expect("a market without a story");
    assert!(scenario.customers.is_empty() && scenario.events.is_empty() && scenario.fictional.is_empty());
    assert_eq!(scenario.guide.least_rounds, 6);
    let tokens: Vec<(&str, &str)> = scenario.market.names.iter().map(|(_, token)| (&*token.en, &*token.zh)).collect();
    assert_eq!(tokens, [("CS", "云帆"), ("K", "隼")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = issues_of("any", &bytes);
    }

    #[test]
    fn any_signs_of_the_language_are_answered(text in "[()\\[\\]{}:,\"'/*\\\\#r_a1.+e\n （“-]{0,200}") {
        prop_assert!(!issues_of("any", text.as_bytes()).is_empty());
    }

    #[test]
    fn mutated_copies_of_new_era_are_answered(changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, "[()\\[\\]{}:,\"'/*a1-]{0,3}"), 1..4)) {
        let mut text: Vec<char> = NEW_ERA.chars().collect();
        for (at, length, put) in &changes {
            let start = at.index(text.len());
            let end = (start + length).min(text.len());
            text.splice(start..end, put.chars());
        }
        let text: String = text.into_iter().collect();
        if let Err(issues) = scenario::read("new_era.ron", text.as_bytes()) {
            prop_assert!(!issues.is_empty());
            prop_assert_eq!(chinese::faults(text.as_bytes(), &issues), Vec::<String>::new());
            prop_assert!(issues.windows(2).all(|pair| (pair[0].line, pair[0].column) <= (pair[1].line, pair[1].column)));
        }
    }
}
