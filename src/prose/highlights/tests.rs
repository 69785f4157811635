//! What a month's list holds, and in which order.

use super::*;
use crate::crm::testing::{noted, played};
use crate::sim::journal::effect::{About, Cause};
use crate::sim::journal::ledger::{Entry, EntryKind};
use crate::sim::journal::report::Utility;
use crate::sim::knowledge::DealView;
use crate::sim::terms::{Revealed, Winner};
use crate::sim::testing::not_won;
use crate::sim::units::{ContactId, NeedId, Source, TicketId};
use crate::sim::view::View;
use crate::words::Lang;

const ROUND: Round = Round(3);

/// A view of three months in which nothing has happened, with eight deals of ordinary customers, each of so many yuan.
fn quiet(values: [i64; 8]) -> View {
    let mut view = noted(&played(1, 3));
    for past in &mut view.past.rounds {
        past.happened.clear();
        past.effects.clear();
    }
    let pattern: DealView = view.deals.first().expect("a deal").clone();
    let customers = view.customers.iter_mut().filter(|c| !c.named).take(values.len());
    let ids: Vec<CustomerId> = customers.map(|c| c.id).collect();
    view.deals = ids.iter().zip(values).map(|(&customer, yuan)| deal(&pattern, customer, yuan)).collect();
    assert_eq!(view.deals.len(), values.len());
    view
}

fn deal(pattern: &DealView, customer: CustomerId, yuan: i64) -> DealView {
    let id = NeedId { customer, born: Round(1), source: Source::Stochastic };
    DealView { id, value: Fen::yuan(yuan), title: None, due: ROUND, ..pattern.clone() }
}

fn month(view: &mut View) -> &mut Vec<Happened> {
    &mut view.past.rounds[usize::from(ROUND.0) - 1].happened
}

fn won(view: &View, place: usize) -> Happened {
    let deal = &view.deals[place];
    Happened::Won { deal: deal.id, amount: deal.value, utility: Utility::default(), chance: 0.5, unseen: None, strong: None, field: Vec::new() }
}

fn lost(view: &View, place: usize) -> Happened {
    not_won(view.deals[place].id, Winner::Nobody, 0.5, None)
}

#[test]
fn an_oral_yes_that_did_not_hold_is_told() {
    let mut view = quiet([100_000; 8]);
    let gone = lost(&view, 0);
    let told = |view: &View| Lang::ALL.map(|lang| decided_deals::odds(&Prose::new(view, lang), &gone).expect("a chance"));
    let before = told(&view);
    view.deals[0].stage = 6;
    let after = told(&view);
    assert!(before.iter().zip(&after).all(|(before, after)| after.starts_with(before.as_str()) && after.len() > before.len()), "{after:?}");
}

fn titles(view: &View) -> Vec<String> {
    all(&Prose::new(view, Lang::En), ROUND).into_iter().map(|h| h.title).collect()
}

#[test]
fn what_was_won_or_lost_stands_in_the_list_by_its_money() {
    let mut view = quiet([1_800_000, 20_000, 900_000, 900_000, 900_000, 900_000, 900_000, 40_000]);
    let leaver = view.deals[7].id.customer;
    let place = view.customers.iter().position(|c| c.id == leaver).expect("known");
    view.customers[place].yearly_value = Some(Fen::yuan(300_000));
    let mut happened: Vec<Happened> = (2..7).map(|place| won(&view, place)).collect();
    happened.push(Happened::NotInvited { deal: view.deals[1].id, winner: Winner::Nobody, why: NotInvited::NoQuote });
    happened.push(Happened::Churned { customer: leaver, hazard: 0.0, cause: Cause::Silence, rival: None, behind: None });
    happened.push(lost(&view, 0));
    *month(&mut view) = happened.clone();
    let prose = Prose::new(&view, Lang::En);
    // 1.8 million lost, 900,000 won five times, a customer of 300,000 a year, and little at the foot
    let told = titles(&view);
    let expected: Vec<String> = [7, 6, 5].map(|place: usize| happenings::sentence(&prose, &happened[place])).to_vec();
    assert_eq!([told[0].clone(), told[6].clone(), told[7].clone()].to_vec(), expected);
    assert_eq!(told.len(), happened.len());
}

#[test]
fn every_decided_deal_of_a_game_is_told() {
    for seed in 1..4 {
        let view = noted(&played(seed, 9));
        let prose = Prose::new(&view, Lang::En);
        let decided: Vec<&DealView> = view.deals.iter().filter(|d| d.outcome.is_some() && d.due < view.round).collect();
        assert!(decided.len() > 5, "{}", decided.len());
        for deal in decided {
            // one that was dropped when its customer left is told by that
            let Some(contest) = decided_deals::contest(&prose, deal.id) else { continue };
            let told = all(&prose, deal.due);
            let name = prose.customer(deal.id.customer);
            let is_told = |h: &Highlight| h.title == happenings::sentence(&prose, contest) || (h.customer.is_none() && h.cause.contains(&name));
            assert!(told.iter().any(is_told), "{:?}", deal.id);
        }
    }
}

#[test]
fn two_deals_of_a_customer_are_two_lines() {
    let mut view = quiet([50_000; 8]);
    let other = NeedId { born: Round(2), ..view.deals[0].id };
    view.deals[1].id = other;
    *month(&mut view) = vec![won(&view, 0), lost(&view, 1)];
    assert_eq!(titles(&view).len(), 2);
}

#[test]
fn what_befell_many_is_one_line_and_calls_that_led_on_are_another() {
    let mut view = quiet([50_000; 8]);
    let deals: Vec<NeedId> = view.deals.iter().map(|d| d.id).collect();
    let ids: Vec<CustomerId> = deals.iter().map(|d| d.customer).collect();
    let rise = |&customer: &CustomerId| Happened::Phase { customer, from: Phase::Exploration, to: Phase::Formation, cause: None };
    let call = |&id: &NeedId, advance| Happened::Called { customer: id.customer, contact: ContactId(0), deal: Some(id), advance, chance: 0.5 };
    *month(&mut view) = ids.iter().take(MANY).map(rise).collect();
    assert_eq!(titles(&view), ["4 customers move to a closer phase"]);
    month(&mut view).pop();
    assert_eq!(titles(&view).len(), MANY - 1, "a few are told one by one");
    *month(&mut view) = deals.iter().flat_map(|id| [call(id, true), call(id, false)]).chain([call(&deals[0], true)]).collect();
    assert_eq!(titles(&view), ["9 calls made an advance"]);
    let contact = |&customer: &CustomerId| Happened::Called { customer, contact: ContactId(0), deal: None, advance: true, chance: 0.5 };
    *month(&mut view) = ids.iter().map(contact).collect();
    assert_eq!(titles(&view), Vec::<String>::new(), "where there is no deal nothing was moved on");
}

#[test]
fn large_needs_and_tickets_left_open_are_told_whatever_else_befell_the_customer() {
    let mut view = quiet([2_000_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000]);
    let customer = view.deals[0].id.customer;
    let need = Happened::NeedSeen { deal: view.deals[0].id, how: Revealed::Talk };
    let open =
        |customer: CustomerId| Happened::TicketOpen { ticket: TicketId { customer, born: ROUND, source: Source::Stochastic }, severity: Severity::Minor };
    let falls = Happened::Phase { customer, from: Phase::Formation, to: Phase::Decline, cause: None };
    *month(&mut view) = vec![falls.clone(), open(customer), need.clone()];
    let prose = Prose::new(&view, Lang::En);
    let told = all(&prose, ROUND);
    let expected = [&need, &falls, &open(customer)].map(|happened| happenings::sentence(&prose, happened));
    assert_eq!(told.iter().map(|h| h.title.clone()).collect::<Vec<_>>(), expected);
    assert_eq!(told[0].chip, prose.money_short(Fen::yuan(2_000_000)));
    // a small need beside a fall is told by the fall
    let small = Happened::NeedSeen { deal: view.deals[1].id, how: Revealed::Talk };
    let falls = Happened::Phase { customer: view.deals[1].id.customer, from: Phase::Formation, to: Phase::Decline, cause: None };
    let ids: Vec<CustomerId> = view.deals.iter().map(|d| d.id.customer).collect();
    *month(&mut view) = [small, falls].into_iter().chain(ids.iter().skip(2).copied().map(open)).collect();
    assert_eq!(titles(&view).len(), 2, "many small tickets are one line");
    // it counts customers: two tickets of one are one, and four of three are not many
    let of = |count: usize| ids.iter().take(count).copied().chain([ids[0]]).map(open).collect();
    *month(&mut view) = of(4);
    let expected = Prose::new(&view, Lang::En).say_with("high-tickets", &[("count", 4.into())]);
    assert_eq!(titles(&view), [expected]);
    *month(&mut view) = of(3);
    assert_eq!(titles(&view).len(), 4);
}

#[test]
fn a_dear_loss_is_among_the_captions() {
    let mut view = quiet([1_800_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000, 50_000]);
    *month(&mut view) = (1..8).map(|place| won(&view, place)).chain([lost(&view, 0)]).collect();
    let told = highlights(&Prose::new(&view, Lang::En), ROUND);
    assert_eq!((told.len(), told.last().map(|h| h.tone)), (MOST, Some(Tone::Late)));
}

#[test]
fn the_steps_of_a_named_customer_are_always_played() {
    let mut view = quiet([1_000_000; 8]);
    let named = view.customers.iter().find(|c| c.named).expect("a named customer").id;
    let rise = Happened::Phase { customer: named, from: Phase::Awareness, to: Phase::Exploration, cause: None };
    let entry = |round, yuan| Entry { round: Round(round), kind: EntryKind::Sale, amount: Fen::yuan(yuan), customer: Some(named), deal: None };
    let others: Vec<CustomerId> = view.deals.iter().map(|d| d.id.customer).collect();
    // seven others bring more at first, and two of them after all
    view.past.ledger = others.iter().map(|&id| Entry { customer: Some(id), ..entry(1, 500) }).collect();
    view.past.ledger.push(entry(2, 100));
    view.past.ledger.push(entry(3, 10_000));
    *month(&mut view) = (0..8).map(|place| won(&view, place)).chain([rise.clone()]).collect();
    let prose = Prose::new(&view, Lang::En);
    let told = highlights(&prose, ROUND);
    assert_eq!(told.len(), MOST);
    let has = |title: &str| told.iter().any(|h| h.title == title);
    assert!(has(&happenings::sentence(&prose, &rise)));
    let climb = climb::moved(&prose, named, insight::climb::moved(&view, named, ROUND).expect("a climb"));
    assert!(has(&climb) && climb.contains("→ I (VIP)"), "{climb}");
    assert!(all(&prose, Round(2)).iter().any(|h| h.title.contains("enters the pyramid")));
}

#[test]
fn a_month_is_played_by_what_was_fought_for() {
    let mut view = quiet([90_000, 6_000, 18_000, 21_000, 50_000, 50_000, 50_000, 50_000]);
    let id = |place: usize| view.deals[place].id.customer;
    let rise = |place: usize| Happened::Phase { customer: id(place), from: Phase::Awareness, to: Phase::Exploration, cause: None };
    let let_go = |place: usize| Happened::NotInvited { deal: view.deals[place].id, winner: Winner::Nobody, why: NotInvited::NoQuote };
    let happened = vec![rise(0), lost(&view, 0), let_go(1), let_go(2), let_go(3), rise(4), rise(5), won(&view, 6), lost(&view, 7)];
    *month(&mut view) = happened.clone();
    let prose = Prose::new(&view, Lang::En);
    let told: Vec<String> = highlights(&prose, ROUND).into_iter().map(|h| h.title).collect();
    // the lost and the won, then two steps; no step of whoever was lost, and nothing that was let go
    assert_eq!(told.len(), MOST);
    for (place, is_told) in [(0, false), (1, true), (2, false), (3, false), (7, true), (8, true)] {
        assert_eq!(told.contains(&happenings::sentence(&prose, &happened[place])), is_told, "{place}: {told:?}");
    }
}

#[test]
fn small_needs_nobody_quoted_for_are_one_line_that_names_them_all() {
    let mut view = quiet([5_000, 6_000, 7_000, 8_000, 1_800_000, 9_000, 9_000, 9_000]);
    let missed = |view: &View, place: usize, why| Happened::NotInvited { deal: view.deals[place].id, winner: Winner::Nobody, why };
    let mut happened: Vec<Happened> = (0..5).map(|place| missed(&view, place, NotInvited::NoQuote)).collect();
    happened.push(missed(&view, 5, NotInvited::Veto { contact: ContactId(1), cause: Some(Cause::TicketUnanswered) }));
    happened.push(won(&view, 6));
    *month(&mut view) = happened.clone();
    let prose = Prose::new(&view, Lang::En);
    let lines = all(&prose, ROUND);
    assert_eq!((lines.len(), lines[0].title.clone()), (4, happenings::sentence(&prose, &happened[4])), "the large one stands for itself");
    assert_eq!((lines[1].title.as_str(), lines[1].chip.as_str()), ("Customers decided 4 small needs without a quote from us", "¥26k"));
    assert!(view.deals[..4].iter().all(|deal| lines[1].cause.contains(&prose.customer(deal.id.customer))));
    assert_eq!(lines[3].title, happenings::sentence(&prose, &happened[5]), "a gatekeeper's no is told");
    month(&mut view).remove(0);
    assert_eq!(titles(&view).len(), 6, "a few are told one by one");
}

#[test]
fn a_departure_tells_what_else_spoke_for_it_and_how_likely_it_was() {
    let mut view = quiet([50_000; 8]);
    let id = view.deals[0].id.customer;
    let left = |cause, hazard, behind| Happened::Churned { customer: id, hazard, cause, rival: None, behind };
    let gone = |behind| left(Cause::Silence, 0.35, behind);
    let effect = |from, to, cause| Effect { round: ROUND, customer: Some(id), measure: Measure::Trust, from, to, cause, about: About::Nothing };
    let line = |view: &View| all(&Prose::new(view, Lang::En), ROUND).remove(0);
    *month(&mut view) = vec![gone(Some(Cause::TicketUnanswered))];
    view.past.rounds[usize::from(ROUND.0) - 1].effects = vec![effect(36.0, 38.0, Cause::Cared), effect(38.0, 23.0, Cause::Lost)];
    assert_eq!(
        (line(&view).cause.as_str(), line(&view).chip.as_str()),
        ("Almost as important: ticket unanswered; the risk was 35% that month", ""),
        "trust had risen"
    );
    // what little trust there is went with, where one thing cost half of it
    *month(&mut view) = vec![left(Cause::LowTrust, 0.5, None)];
    view.past.rounds[0].effects = vec![effect(60.0, 39.0, Cause::BribeFound), effect(39.0, 36.0, Cause::PromiseBroken)];
    view.past.rounds[usize::from(ROUND.0) - 1].effects[0] = effect(38.0, 30.0, Cause::Silence);
    assert_eq!(
        (line(&view).cause.as_str(), line(&view).chip.as_str()),
        ("What cost us most trust: a gift over the limit came to light; the risk was 50% that month", "Trust 38 → 30")
    );
    view.past.rounds[0].effects[0] = effect(42.0, 39.0, Cause::BribeFound);
    assert_eq!(line(&view).cause, "What cost us most trust: nobody got in touch; the risk was 50% that month");
    view.past.rounds[usize::from(ROUND.0) - 1].effects[0] = effect(38.0, 35.0, Cause::Silence);
    assert_eq!(line(&view).cause, "The risk was 50% that month");
    // somebody who has left before, and hardly any risk
    for (before, hazard, cause) in
        [(0, 0.01, "The risk was under 5% that month: we were unlucky"), (1, 0.35, "They had come back before, and left again; the risk was 35% that month")]
    {
        *month(&mut view) = vec![left(Cause::Silence, hazard, None)];
        view.past.rounds[0].happened = (0..before).map(|_| gone(None)).collect();
        assert_eq!(line(&view).cause, cause);
    }
}

#[test]
fn a_contract_that_ran_out_says_whether_we_quoted_for_its_renewal() {
    let mut view = quiet([50_000; 8]);
    let class = crate::sim::units::NeedClassId(0);
    let renewal = NeedId { source: Source::Renewal(class), ..view.deals[0].id };
    view.deals[0].id = renewal;
    let winner = Winner::Rival(crate::sim::units::RivalId(0));
    let ended = |rival| Happened::Churned { customer: renewal.customer, hazard: 1.0, cause: Cause::ContractEnded, rival, behind: Some(Cause::Silence) };
    let unquoted = Happened::NotInvited { deal: renewal, winner, why: NotInvited::NoQuote };
    let bid = |weak| not_won(renewal, winner, 0.4, weak);
    let mut told = |decided: Option<Happened>, rival| {
        *month(&mut view) = decided.into_iter().chain([ended(rival)]).collect();
        let lines = all(&Prose::new(&view, Lang::En), ROUND);
        let line = lines.into_iter().find(|h| h.title.contains("lost") || h.title.contains("contract")).expect("told");
        (line.title, line.cause)
    };
    let (title, cause) = told(Some(unquoted), Some(winner));
    assert!(title.contains("we sent no quote for the renewal") && cause == "What else drove them away: nobody got in touch", "{title}: {cause}");
    let (title, cause) = told(Some(bid(Some(crate::sim::journal::report::BidTerm::Support))), Some(winner));
    assert!(title.contains("gave its contract to") && cause.contains("weakest point: support"), "{title}: {cause}");
    let (title, _) = told(None, None);
    assert!(title.ends_with("did not renew the contract and is lost"), "{title}");
}

#[test]
fn a_grave_ticket_solved_late_has_a_line_beside_a_deal_that_was_won() {
    let mut view = quiet([100_000; 8]);
    let customer = view.deals[0].id.customer;
    let solved = |in_time| Happened::TicketSolved {
        ticket: TicketId { customer, born: ROUND, source: Source::Stochastic },
        severity: Severity::Critical,
        in_time,
        rounds: 1,
    };
    let lines = |view: &View| all(&Prose::new(view, Lang::En), ROUND).iter().filter(|h| h.customer == Some(customer)).count();
    *month(&mut view) = vec![won(&view, 0), solved(true)];
    let in_time = lines(&view);
    *month(&mut view) = vec![won(&view, 0), solved(false)];
    assert_eq!((in_time, lines(&view)), (1, 2));
}
