//! Media, investments and tenders in a scenario file: what is read, and every mistake with its place.

#[path = "scenario/chinese.rs"]
mod chinese;

use rapport::scenario;
use rapport::sim::scenario::{Buyer, Echo, Happening, Investment, Response, Scenario, TenderKind};
use rapport::sim::units::{CustomerId, Fen, IndustryId};

/// The small scenario with one of everything that this is about; the additions keep to lines of their own.
fn text() -> String {
    let small = include_str!("scenario/small.ron");
    let additions = r#"
media: [
(id: "mail", name: (en: "Mail", zh: "邮"), leads: 2, scale: 500, segments: [(industry: "trade", leads: 3, scale: 400.5)]),
(id: "talk", name: (en: "Talk", zh: "聊"), leads: 1, scale: 100, echo: (factor: 1.5, rounds: 2)),
],
investments: [WebPlatform],
custom: (campaign: 2_000, bid: 0.05, investments: [WebPlatform]),
fictional: ["#;
    let events = r#"
(id: "bids", round: 3, title: (en: "Bids", zh: "标"), body: (en: "Bid.", zh: "投。"),
what: Tender(customer: "star", kind: Price, class: "boxes", lines: [(product: "box", quantity: 10, price: 100)], ceiling: 1_100, decides_after: 1)),
(id: "offers", round: 5, title: (en: "Offers", zh: "价"), body: (en: "Offer.", zh: "报。"),
what: Tender(industry: "trade", kind: Quality, class: "boxes", lines: [(product: "box", quantity: 1, price: 90)], ceiling: 90)),
    ],
    fictional: ["#;
    let with_events = small.replacen("    ],\n    fictional: [", events, 1);
    with_events.replacen("    fictional: [", additions, 1)
}

fn read(text: &str) -> Result<Scenario, Vec<String>> {
    scenario::read("f", text.as_bytes()).map_err(|issues| {
        assert_eq!(chinese::faults(text.as_bytes(), &issues), Vec::<String>::new());
        issues.iter().map(ToString::to_string).collect()
    })
}

/// With the first `from` exchanged for `to` there is this one mistake, on the line of `to`.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    let text = text();
    assert!(text.contains(from), "{from}");
    let issues = read(&text.replacen(from, to, 1)).expect_err("a mistake");
    let line = text[..text.find(from).expect("there")].matches('\n').count() + 1;
    let [issue] = &issues[..] else { panic!("{issues:#?}") };
    let rest = issue.strip_prefix(&format!("f:{line}:")).unwrap_or_else(|| panic!("line {line}: {issue}"));
    assert_eq!(rest.split_once(": ").map(|(_, said)| said), Some(expected), "{from} => {to}");
}

#[test]
fn what_is_written_is_read() {
    let scenario = read(&text()).expect("no mistake");
    let guide = &scenario.guide;
    let [mail, talk] = &guide.media[..] else { panic!("two media") };
    let answer = |leads, fen| Response { leads, scale: Fen(fen) };
    assert_eq!((&mail.response[..], mail.echo), (&[answer(2.0, 50_000), answer(3.0, 40_050)][..], None));
    assert_eq!((&talk.response[..], talk.echo), (&[answer(1.0, 10_000); 2][..], Some(Echo { factor: 1.5, rounds: 2 })));
    assert_eq!(guide.investments, [Investment::WebPlatform]);
    assert_eq!((guide.custom.campaign, guide.custom.bid, &guide.custom.investments[..]), (Fen::yuan(2_000), Some(0.05), &[Investment::WebPlatform][..]));
    let tenders: Vec<_> = scenario.events.iter().filter_map(|e| if let Happening::Tender(t) = &e.what { Some(t) } else { None }).collect();
    let [first, second] = tenders[..] else { panic!("two tenders") };
    assert_eq!((first.buyer, first.kind, first.ceiling, first.decides_after), (Buyer::Named(CustomerId(0)), TenderKind::Price, Fen::yuan(1_100), 1));
    assert_eq!((second.buyer, second.kind, second.decides_after), (Buyer::OneOf(IndustryId(1)), TenderKind::Quality, 0));
}

#[test]
fn a_scenario_without_them_has_none() {
    let scenario = read(include_str!("scenario/small.ron")).expect("no mistake");
    let guide = &scenario.guide;
    assert!(guide.media.is_empty() && guide.investments.is_empty());
    assert_eq!((guide.custom.campaign, guide.custom.bid), (Fen::ZERO, None));
}

#[test]
fn mistakes_in_media() {
    check("leads: 2,", "leads: -1,", "media[mail].leads: the number -1, allowed: a number from 0 to 1000");
    check("scale: 500,", "", "media[mail].scale: missing, allowed: yuan from 1 to 10000000 with at most two decimals");
    check("scale: 500,", "scal: 500,", "media[mail].scal: unknown field (did you mean `scale`?), allowed: id, name, leads, scale, segments, echo");
    check(
        r#"industry: "trade", leads"#,
        r#"industry: "trad", leads"#,
        "media[mail].segments[1].industry: there is no industry `trad` (did you mean `trade`?), allowed: web, trade",
    );
    check(
        "leads: 3, scale: 400.5)",
        r#"leads: 3, scale: 4), (industry: "trade", leads: 1, scale: 1)"#,
        "media[mail].segments: the industry `trade` is there twice, allowed: each industry once",
    );
    check("factor: 1.5", "factor: 0.5", "media[talk].echo.factor: the number 0.5, allowed: a number from 1 to 10");
    check(r#"(id: "talk""#, r#"(id: "mail""#, "media[mail]: the id `mail` is taken by the medium at 134:1, allowed: each id once");
}

#[test]
fn mistakes_in_investments_and_customs() {
    check(
        "investments: [WebPlatform],\n",
        "investments: [WebPlatfrom],\n",
        "investments[1]: unknown choice `WebPlatfrom` (did you mean `WebPlatform`?), allowed: CallCentre, WebPlatform",
    );
    check(
        "investments: [WebPlatform],\n",
        "investments: [WebPlatform, WebPlatform],\n",
        "investments: the same investment twice, allowed: each investment once",
    );
    check(
        "investments: [WebPlatform])",
        "investments: [CallCentre])",
        "custom.investments[1]: an investment that the scenario does not offer, allowed: one of `investments`",
    );
    check("campaign: 2_000", "campaign: 10", "custom.campaign: the number 10, allowed: yuan from 1000 to 100000 with at most two decimals");
    check("bid: 0.05", "bid: 0.6", "custom.bid: the number 0.6, allowed: a number from 0 to 0.5");
}

#[test]
fn mistakes_in_tenders() {
    check("kind: Price,", "kind: Cheap,", "events[bids].what.kind: unknown choice `Cheap`, allowed: Price, Quality");
    check("ceiling: 1_100", "ceiling: 999", "events[bids].what.ceiling: less than the lines cost, allowed: yuan from 1000 on");
    check(
        r#"Tender(customer: "star","#,
        r#"Tender("#,
        "events[bids].what: neither `customer` nor `industry`, allowed: a named customer, or the industry of an ordinary one",
    );
    check(
        r#"Tender(industry: "trade","#,
        r#"Tender(industry: "trade", customer: "star","#,
        "events[offers].what: both `customer` and `industry`, allowed: a named customer, or the industry of an ordinary one",
    );
    check(
        "decides_after: 1)",
        "decides_after: 9)",
        "events[bids].what.decides_after: decided in round 12, after the end, allowed: a decision in round 6 or before",
    );
    check(
        "what: Tender(customer",
        "what: Tendr(customer",
        "events[bids].what: unknown choice `Tendr` (did you mean `Tender`?), allowed: News, Exhibition, Summit, Need, Ticket, Resigns, PriceWar, RivalsGain, RivalOffer, Pledge, Temptation, Tender",
    );
}

#[test]
fn a_named_customer_decides_one_tender_at_a_time() {
    let again = r#"(id: "offers", round: 4, title: (en: "Offers", zh: "价"), body: (en: "Offer.", zh: "报。"),
what: Tender(customer: "star","#;
    let twice = text().replacen(
        r#"(id: "offers", round: 5, title: (en: "Offers", zh: "价"), body: (en: "Offer.", zh: "报。"),
what: Tender(industry: "trade","#,
        again,
        1,
    );
    let issues = read(&twice).expect_err("both are open in round 4");
    let [issue] = &issues[..] else { panic!("{issues:#?}") };
    assert!(
        issue.ends_with("events[offers].round: `bids` of the same customer is still open in round 4, allowed: a round after that tender is awarded"),
        "{issue}"
    );
}

#[test]
fn weights_of_tenders_sum_to_one() {
    let text = text().replacen("rules: (", "rules: (tenders: (price_type: [0.5, 0.2, 0.1]), campaigns: (least: 5_000, most: 4_000),", 1);
    let issues = read(&text).expect_err("two mistakes");
    assert!(issues.iter().any(|i| i.contains("rules.tenders.price_type: the sum is 0.8, allowed: numbers that sum to 1")), "{issues:#?}");
    assert!(issues.iter().any(|i| i.contains("rules.campaigns.least: the least budget is 5000, allowed: at most campaigns.most, 4000")), "{issues:#?}");
}
