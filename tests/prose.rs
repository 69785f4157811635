//! Long because it has a case for every kind of thing that is told.
//!
//! What is said of a game, without a window: every kind of thing that can happen, move a number, lack or be refused, and
//! every card, in both languages; and that what is told is true.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use rapport::advice::offer;
use rapport::bots::BotKind;
use rapport::crm::doubles::Why;
use rapport::crm::fields::SheetField;
use rapport::crm::import::{Fault, FaultKind};
use rapport::crm::sheet_file::FileFault;
use rapport::insight::{kpi, leader as leaders_views, orders, pipeline};
use rapport::prose::{
    Prose, accounts, advice, agenda, campaigns, cards, decided_deals, happenings, highlights, key_figures, leader, lists, names, open_deals, reasons,
    relations, staff, stories, talks, ten_c, tenders, tickets,
};
use rapport::room::{Act, Player, Refusal, Revision, Room, Setup, TeamSetup};
use rapport::sim::cards as card;
use rapport::sim::cards::{Action, Card, Estimate};
use rapport::sim::journal::effect::{About, Cause, Effect, Measure};
use rapport::sim::journal::report::{Advantage, BidTerm, CampaignResult, Happened, Interaction, InteractionKind, NotInvited, Outcome, Points, Unknown, Unseen};
use rapport::sim::scenario::{Investment, Severity, Style};
use rapport::sim::state::{Compliance, DealOutcome, MarketKind};
use rapport::sim::terms::{Found, Intent, Missing, Phase, QueuePolicy, QuoteTerms, Reject, Revealed, Winner};
use rapport::sim::units::{
    ChannelId, ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedId, ProductId, RivalId, Role, Round, Seat, TeamId, TicketId,
};
use rapport::sim::view::View;
use rapport::words::{Lang, tr};

const SEAT: Seat = Seat { team: TeamId(0), role: Role::AccountManager };

/// A game of a built-in case after so many months: one team that takes the plan as it lies, and one of bots.
fn view(case: usize, months: u16) -> View {
    view_of(SEAT, case, months)
}

/// The same as another seat sees it.
fn view_of(seen_by: Seat, case: usize, months: u16) -> View {
    let (_, text) = rapport::scenario::embedded()[case];
    let teams = vec![
        TeamSetup { name: "Foresight".to_owned(), players: [Player::Person; Role::COUNT], members: Vec::new() },
        TeamSetup { name: "Same Boat".to_owned(), players: [Player::Bot(BotKind::Balanced); Role::COUNT], members: Vec::new() },
    ];
    let setup = Setup { seed: 11, luck: 11, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    let mut room = Room::new(text, setup).unwrap();
    while room.round().0 <= months && !room.over() {
        let people: Vec<Seat> = room.people().collect();
        for seat in people {
            room.send(room.now(seat, Act::Submit)).unwrap();
        }
        room.resolve().unwrap();
    }
    room.view(seen_by).unwrap()
}

/// A text is there, has no missing key, no missing value, and no number that is none.
#[track_caller]
fn sound(text: &str) {
    let is_sound = !text.trim().is_empty() && !text.contains(['⟦', '{', '}']) && !text.contains("NaN") && !text.contains("inf ");
    assert!(is_sound, "\"{text}\"");
}

#[track_caller]
fn has_text(key: &str) {
    for lang in Lang::ALL {
        sound(&tr(lang, key));
    }
}

/// A value of every variant: one that is left out does not compile.
macro_rules! every {
    ($type:ty: $($pattern:pat => $value:expr),* $(,)?) => {{
        const _: fn(&$type) = |value| match value { $($pattern => {}),* };
        let all: Vec<$type> = vec![$($value),*];
        all
    }};
}

fn causes() -> Vec<Cause> {
    macro_rules! of {
        ($($name:ident),* $(,)?) => { every!(Cause: $(Cause::$name => Cause::$name),*) };
    }
    of![
        Met,
        Qualified,
        Researched,
        Called,
        Demonstrated,
        Checked,
        NoOrder,
        Promised,
        DeliveredWell,
        DeliveredBelow,
        PromiseBroken,
        DeliveredLate,
        Ordered,
        Cared,
        Silence,
        TicketInTime,
        TicketLate,
        TicketNextRound,
        TicketUnanswered,
        CustomerLoss,
        SilentFailure,
        Compensated,
        ProactiveCheck,
        Surveyed,
        Gift,
        BribeFound,
        Resigned,
        HandedOver,
        Lost,
        WonBack,
        Praise,
        Blame,
        Faded,
        Grew,
        Sold,
        PerformanceKept,
        PerformanceMissed,
        ContractEnded,
        ToolOutgrown,
        PublicComplaint,
        Rebate,
        Nurtured,
        Designed,
        Pledged,
        Advanced,
        DateKept,
        HonestNo,
        LowTrust,
        LowSatisfaction,
        BadImpressions,
        BetterOffer,
        SoldByRival,
        ByChance,
        Pressed,
        Reassigned,
        GivenUp,
        Claimed,
    ]
}

fn measures() -> Vec<Measure> {
    macro_rules! of {
        ($($name:ident),* $(,)?) => { every!(Measure: $(Measure::$name => Measure::$name),*) };
    }
    of![Expectation, Satisfaction, Trust, Commitment, Records, Negative, Bond, Shock, Reputation]
}

fn missing() -> Vec<Missing> {
    macro_rules! of {
        ($($name:ident),* $(,)?) => { every!(Missing: $(Missing::$name => Missing::$name),*) };
    }
    of![
        Event,
        Known,
        NotLost,
        Lost,
        LostLonger,
        Stage3,
        Stage4,
        Orders,
        Satisfaction,
        StaffChange,
        Failure,
        Solved,
        Unqualified,
        Planned,
        Contact,
        Talks,
        Unquoted,
        Open,
        Cash,
        Visitors,
        Integrated,
        Promised,
        Tender,
        Offered,
        Unbuilt,
        Built,
        NoGifts,
        GiftLimit,
        Stock,
        Pooled,
        NotPooled,
        Stuck,
        RoleFull,
        Vacant,
    ]
}

fn rejects() -> Vec<Reject> {
    macro_rules! of {
        ($($name:ident),* $(,)?) => {
            every!(Reject: $(Reject::$name => Reject::$name,)* Reject::Missing(_) => Reject::Missing(Missing::Event))
        };
    }
    of![
        GameOver,
        NoSuchSeat,
        NoSuchCard,
        NoSuchCustomer,
        NoSuchContact,
        NoSuchDeal,
        NoSuchTask,
        NoSuchProduct,
        WrongRole,
        TooManyDecisions,
        NotEnoughHours,
        NotEnoughCash,
        BadTime,
        BadAmount,
        BadList,
        TooLate,
        BadRound,
        NoSuchNote,
        BadText,
        NotesFull,
        SameName,
        NotLeader,
        NotYours,
        NoSuchTender,
        NoSuchMedium,
        AboveCeiling,
        NoSuchPerson,
    ]
}

/// What the room refuses by itself; `Refusal::Rules` is told as the rules' own.
fn refusals() -> Vec<Refusal> {
    every!(Refusal:
        Refusal::Rules(_) => Refusal::Over,
        Refusal::NoSuchSeat => Refusal::NoSuchSeat,
        Refusal::NotYourRole => Refusal::NotYourRole,
        Refusal::OtherRound { .. } => Refusal::OtherRound { now: Round(2) },
        Refusal::Stale { .. } => Refusal::Stale { now: Revision(1) },
        Refusal::RequestUsed => Refusal::RequestUsed,
        Refusal::Submitted => Refusal::Submitted,
        Refusal::NotSubmitted => Refusal::NotSubmitted,
        Refusal::NotEnoughHours => Refusal::NotEnoughHours,
        Refusal::Over => Refusal::Over,
    )
}

/// Every card, for a customer, a contact and a deal of the game.
fn actions(customer: CustomerId, deal: NeedId) -> Vec<Action> {
    let (contact, time, amount, terms) = (ContactId(0), Minutes(120), Fen::yuan(500), QuoteTerms::default);
    every!(Action:
        Action::Exhibition(card::Exhibition) => Action::Exhibition(card::Exhibition),
        Action::Summit(card::Summit) => Action::Summit(card::Summit),
        Action::Prospect(_) => Action::Prospect(card::Prospect { time }),
        Action::Research(_) => Action::Research(card::Research { customers: vec![customer] }),
        Action::Qualify(_) => Action::Qualify(card::Qualify { customers: vec![customer] }),
        Action::AskReferral(_) => Action::AskReferral(card::AskReferral { customers: vec![customer] }),
        Action::Call(_) => Action::Call(card::Call { customer, contact, deal: Some(deal), style: Style::A, intent: Intent::Ask, time }),
        Action::Pursue(_) => Action::Pursue(card::Pursue { deal, terms: terms(), intent: Intent::Ask, time }),
        Action::PursueMany(_) => Action::PursueMany(card::PursueMany { deals: vec![(deal, time)], terms: terms(), intent: Intent::Ask }),
        Action::Demo(_) => Action::Demo(card::Demo { deal }),
        Action::FreeCheck(_) => Action::FreeCheck(card::FreeCheck { customer }),
        Action::Quote(_) => Action::Quote(card::Quote { deal, terms: terms() }),
        Action::Decline(_) => Action::Decline(card::Decline { deal }),
        Action::Gift(_) => Action::Gift(card::Gift { customer, contact, amount }),
        Action::Handover(_) => Action::Handover(card::Handover { customers: vec![customer] }),
        Action::WinBack(_) => Action::WinBack(card::WinBack { customer, concession: 0.05 }),
        Action::Forecast(card::Forecast) => Action::Forecast(card::Forecast),
        Action::Purchase(_) => Action::Purchase(card::Purchase { product: ProductId(0), quantity: 3, express: false }),
        Action::Care(_) => Action::Care(card::Care { visits: vec![(customer, time)] }),
        Action::Queue(_) => Action::Queue(card::Queue { time, policy: QueuePolicy::Severity }),
        Action::Check(_) => Action::Check(card::Check { customers: vec![customer] }),
        Action::Article(_) => Action::Article(card::Article { class: Severity::Minor }),
        Action::Compensate(_) => Action::Compensate(card::Compensate { customer, share: 0.05 }),
        Action::Survey(_) => Action::Survey(card::Survey { customers: vec![customer, CustomerId(0)] }),
        Action::Reception(_) => Action::Reception(card::Reception { time }),
        Action::BuyCrm(card::BuyCrm) => Action::BuyCrm(card::BuyCrm),
        Action::BuildCrm(_) => Action::BuildCrm(card::BuildCrm { time }),
        Action::Campaign(_) => Action::Campaign(card::Campaign { medium: MediumId(0), segment: IndustryId(0), budget: amount }),
        Action::Bid(_) => Action::Bid(card::Bid { tender: deal, terms: terms() }),
        Action::Rebate(_) => Action::Rebate(card::Rebate { customer, amount }),
        Action::Invest(card::Invest(Investment::CallCentre)) => Action::Invest(card::Invest(Investment::CallCentre)),
        Action::Invest(card::Invest(Investment::WebPlatform)) => Action::Invest(card::Invest(Investment::WebPlatform)),
        Action::Close(card::Close(Investment::CallCentre)) => Action::Close(card::Close(Investment::CallCentre)),
        Action::Close(card::Close(Investment::WebPlatform)) => Action::Close(card::Close(Investment::WebPlatform)),
        Action::Nurture(_) => Action::Nurture(card::Nurture { customers: vec![customer] }),
        Action::Design(_) => Action::Design(card::Design { deal }),
        Action::Hire(_) => Action::Hire(card::Hire { role: Role::Service }),
        Action::Train(_) => Action::Train(card::Train { role: Role::Service, person: 0 }),
        Action::GiveToPool(_) => Action::GiveToPool(card::GiveToPool { customers: vec![customer] }),
        Action::TakeFromPool(_) => Action::TakeFromPool(card::TakeFromPool { customers: vec![customer] }),
    )
}

fn estimates() -> Vec<Estimate> {
    every!(Estimate:
        Estimate::Advance(_) => Estimate::Advance(0.4),
        Estimate::Finds(_) => Estimate::Finds(1.5),
        Estimate::FindsNeed(_) => Estimate::FindsNeed(0.3),
        Estimate::Fit(_) => Estimate::Fit(4.0),
        Estimate::Records(_) => Estimate::Records(10.0),
        Estimate::Mends { .. } => Estimate::Mends { negative: 1.0, trust: 2.0 },
        Estimate::Wins(_) => Estimate::Wins(0.5),
        Estimate::Solves { .. } => Estimate::Solves { tickets: 2, in_time: 1, of: 3 },
        Estimate::Saves(_) => Estimate::Saves(0.1),
        Estimate::Satisfies(_) => Estimate::Satisfies(3.0),
        Estimate::Trust(_) => Estimate::Trust(1.0),
        Estimate::Breach => Estimate::Breach,
        Estimate::WinsBack(_) => Estimate::WinsBack(0.2),
        Estimate::Shows => Estimate::Shows,
        Estimate::Referral(_) => Estimate::Referral(0.2),
        Estimate::Hours(_) => Estimate::Hours(Minutes(480)),
        Estimate::Skill(_) => Estimate::Skill(5.0),
        Estimate::Opens => Estimate::Opens,
        Estimate::Frees => Estimate::Frees,
        Estimate::Files(_) => Estimate::Files(Fen::yuan(100_000)),
        Estimate::Receives { .. } => Estimate::Receives { names: 2.5, of: 4 },
        Estimate::WinsMany(_) => Estimate::WinsMany(1.2),
        Estimate::Integrates(_) => Estimate::Integrates(0.5),
        Estimate::SelfServes(_) => Estimate::SelfServes(0.3),
        Estimate::Spares(_) => Estimate::Spares(Fen::yuan(900)),
        Estimate::Arrives(_) => Estimate::Arrives(Round(4)),
    )
}

fn found() -> Vec<Found> {
    every!(Found:
        Found::AtStart => Found::AtStart,
        Found::Exhibition => Found::Exhibition,
        Found::Summit => Found::Summit,
        Found::Prospecting => Found::Prospecting,
        Found::Referral(_) => Found::Referral(CustomerId(0)),
        Found::Called => Found::Called,
        Found::WalkIn(_) => Found::WalkIn(ChannelId(0)),
        Found::Campaign(_) => Found::Campaign(MediumId(0)),
        Found::Tender => Found::Tender,
        Found::Pool => Found::Pool,
    )
}

fn revealed() -> Vec<Revealed> {
    every!(Revealed:
        Revealed::Open => Revealed::Open,
        Revealed::FreeCheck => Revealed::FreeCheck,
        Revealed::ProactiveCheck => Revealed::ProactiveCheck,
        Revealed::Talk => Revealed::Talk,
        Revealed::Research => Revealed::Research,
        Revealed::Tip(_) => Revealed::Tip(ContactId(0)),
        Revealed::WalkIn => Revealed::WalkIn,
    )
}

/// Everything that can happen, to a customer and about a deal of the game.
fn happened(customer: CustomerId, deal: NeedId) -> Vec<Happened> {
    let (amount, chance, severity, winner) = (Fen::yuan(80_000), 0.4, Severity::Major, Winner::Rival(RivalId(0)));
    let (contact, points) = (ContactId(0), Points { price: 30.0, fit: 20.0, relation: 10.0, total: 60.0 });
    let best = Points { price: 40.0, total: 70.0, ..points };
    let ticket = TicketId { customer, born: Round(1), source: deal.source };
    let result = CampaignResult { round: Round(1), medium: MediumId(0), segment: IndustryId(0), budget: amount, reached: 20, leads: 3 };
    let utility = Default::default;
    let mut all = every!(Happened:
        Happened::Met { .. } => Happened::Met { customer, how: Found::Exhibition },
        Happened::NeedSeen { .. } => Happened::NeedSeen { deal, how: Revealed::Talk },
        Happened::NothingFound { .. } => Happened::NothingFound { customer },
        Happened::Called { .. } => Happened::Called { customer, contact, deal: Some(deal), advance: true, chance },
        Happened::StageReached { .. } => Happened::StageReached { deal, stage: 4 },
        Happened::Quoted { .. } => Happened::Quoted { deal, price: amount },
        Happened::CardFailed { .. } => Happened::CardFailed { role: Role::Developer, card: "exhibition", customers: Vec::new(), missing: Missing::Event },
        Happened::Won { .. } => Happened::Won { deal, amount, utility: utility(), chance, unseen: None },
        Happened::NotWon { .. } => Happened::NotWon { deal, winner, utility: utility(), chance, unseen: None, weak: None, advantage: None },
        Happened::NotInvited { .. } => Happened::NotInvited { deal, winner, why: NotInvited::NoQuote },
        Happened::OrderWaits { .. } => Happened::OrderWaits { deal },
        Happened::SaleLost { .. } => Happened::SaleLost { deal },
        Happened::DeliveredLate { .. } => Happened::DeliveredLate { deal, rounds: 1 },
        Happened::Arrived { .. } => Happened::Arrived { product: ProductId(0), quantity: 4 },
        Happened::Delivered { .. } => Happened::Delivered { deal, quality: 80.0, expectation: 70.0 },
        Happened::TicketSolved { .. } => Happened::TicketSolved { ticket, severity, in_time: true, rounds: 0 },
        Happened::TicketOpen { .. } => Happened::TicketOpen { ticket, severity },
        Happened::TicketDropped { .. } => Happened::TicketDropped { ticket, severity },
        Happened::CustomerLoss { .. } => Happened::CustomerLoss { customer, amount },
        Happened::Phase { .. } => Happened::Phase { customer, from: Phase::Awareness, to: Phase::Exploration, cause: None },
        Happened::Churned { .. } => Happened::Churned { customer, hazard: 0.2, cause: Cause::Silence, rival: None, behind: None },
        Happened::WonBack { .. } => Happened::WonBack { customer },
        Happened::WinBackFailed { .. } => Happened::WinBackFailed { customer },
        Happened::Surveyed { .. } => Happened::Surveyed { customer, satisfaction: 72.0 },
        Happened::Resigned { .. } => Happened::Resigned { role: Role::Service },
        Happened::BribeFound { .. } => Happened::BribeFound { customer, contact, fine: amount },
        Happened::ForecastFiled { .. } => Happened::ForecastFiled { expected: amount },
        Happened::ForecastChecked { .. } => Happened::ForecastChecked { expected: amount, actual: Fen::ZERO },
        Happened::Event { .. } => Happened::Event { event: EventId(0) },
        Happened::Visitors { .. } => Happened::Visitors { came: 6, recorded: 2, unwritten: 3, unattended: 1 },
        Happened::ContractBegins { .. } => Happened::ContractBegins { customer, fee: amount, ends: Round(9) },
        Happened::PromiseMissed { .. } => Happened::PromiseMissed { customer, performance: 93.0, promised: 95.0, penalty: amount },
        Happened::ToolOutgrown { .. } => Happened::ToolOutgrown { cap: 60.0 },
        Happened::Integrated => Happened::Integrated,
        Happened::NotIntegrated => Happened::NotIntegrated,
        Happened::CampaignRan { .. } => Happened::CampaignRan { result },
        Happened::TenderWon { .. } => Happened::TenderWon { tender: deal, order: deal, amount, points },
        Happened::TenderLost { .. } => Happened::TenderLost { tender: deal, winner, price: amount, points, best },
        Happened::Invested { .. } => Happened::Invested { what: Investment::CallCentre },
        Happened::Closed { .. } => Happened::Closed { what: Investment::WebPlatform },
        Happened::SelfServed { .. } => Happened::SelfServed { customer },
        Happened::GivenUp { .. } => Happened::GivenUp { customer },
        Happened::Claimed { .. } => Happened::Claimed { customer },
        Happened::Hired { .. } => Happened::Hired { role: Role::Developer },
        Happened::Trained { .. } => Happened::Trained { role: Role::Developer, skill: 60.0 },
    );
    // and what one of them says in another way
    all.extend(found().into_iter().map(|how| Happened::Met { customer, how }));
    all.extend(revealed().into_iter().map(|how| Happened::NeedSeen { deal, how }));
    all.extend(missing().into_iter().map(|missing| Happened::CardFailed { role: Role::Service, card: "forecast", customers: Vec::new(), missing }));
    all.extend(causes().into_iter().map(|cause| Happened::Churned { customer, hazard: 0.5, cause, rival: None, behind: None }));
    all.push(Happened::Churned { customer, hazard: 0.5, cause: Cause::BetterOffer, rival: Some(winner), behind: None });
    let ended = |rival, behind| Happened::Churned { customer, hazard: 1.0, cause: Cause::ContractEnded, rival, behind: Some(behind) };
    all.extend([ended(None, Cause::TicketUnanswered), ended(Some(winner), Cause::BetterOffer)]);
    for what in [Unknown::Satisfaction, Unknown::PriceSensitivity, Unknown::Shock] {
        let unseen = Some(Unseen { what, taken: 60.0, was: 41.0 });
        all.push(Happened::Won { deal, amount, utility: utility(), chance, unseen });
        all.push(Happened::NotWon { deal, winner, utility: utility(), chance, unseen, weak: None, advantage: None });
    }
    for advantage in [Advantage::Supplier(RivalId(0)), Advantage::PriceWar, Advantage::Offer(None), Advantage::Offer(Some(RivalId(0))), Advantage::Improved] {
        all.push(Happened::NotWon { deal, winner, utility: utility(), chance, unseen: None, weak: Some(BidTerm::Fit), advantage: Some(advantage) });
    }
    let veto = |cause| NotInvited::Veto { contact, cause };
    for why in [NotInvited::NoQuote, NotInvited::NoSupport, veto(None), veto(Some(Cause::Pressed)), NotInvited::Lost] {
        all.push(Happened::NotInvited { deal, winner, why });
    }
    for winner in [Winner::Nobody, Winner::Team(TeamId(1))] {
        all.push(Happened::NotWon { deal, winner, utility: utility(), chance, unseen: None, weak: None, advantage: None });
        all.push(Happened::TenderLost { tender: deal, winner, price: amount, points: best, best: points });
    }
    for to in [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability, Phase::Decline, Phase::Lost] {
        all.push(Happened::Phase { customer, from: Phase::Formation, to, cause: Some(Cause::Silence) });
    }
    all.push(Happened::Called { customer, contact, deal: None, advance: false, chance });
    all.push(Happened::Delivered { deal, quality: 50.0, expectation: 70.0 });
    all.push(Happened::TicketSolved { ticket, severity, in_time: false, rounds: 1 });
    all
}

/// In each case a deal the team knows, or knew.
fn a_deal(view: &View) -> NeedId {
    view.deals.first().expect("a deal").id
}

#[test]
fn everything_that_can_happen_is_told_in_both_languages() {
    for case in 0..rapport::scenario::embedded().len() {
        let view = view(case, 5);
        let deal = a_deal(&view);
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            for what in happened(deal.customer, deal) {
                let told = happenings::sentence(&prose, &what);
                sound(&told);
                if let Some(customer) = happenings::customer(&what) {
                    sound(&happenings::without_name(&prose, customer, &told));
                }
                if let Some(odds) = decided_deals::odds(&prose, &what) {
                    sound(&odds);
                }
                // a month in which this alone happened
                let mut month = view.clone();
                let past = month.past.rounds.last_mut().unwrap();
                past.happened = vec![what];
                let round = Round(month.past.rounds.len() as u16);
                for highlight in highlights::all(&Prose::new(&month, lang), round) {
                    sound(&highlight.title);
                    assert!(highlight.cause.is_empty() || !highlight.cause.contains('⟦'), "{}", highlight.cause);
                }
            }
            for outcome in [
                DealOutcome::Won(Fen::yuan(9)),
                DealOutcome::Lost(Winner::Nobody),
                DealOutcome::Lost(Winner::Rival(RivalId(0))),
                DealOutcome::NoSale,
                DealOutcome::Declined,
            ] {
                sound(&decided_deals::outcome(&prose, outcome));
            }
        }
    }
}

#[test]
fn every_cause_condition_and_refusal_has_a_text() {
    for cause in causes() {
        has_text(names::cause(cause));
        for measure in measures() {
            for change in [-1.0, 1.0] {
                has_text(names::cause_of(cause, measure, change));
            }
        }
    }
    for measure in measures() {
        has_text(names::measure(measure));
        has_text(names::measure_hint(measure));
    }
    let view = view(0, 1);
    for lang in Lang::ALL {
        let prose = Prose::new(&view, lang);
        for missing in missing() {
            sound(&prose.missing(&[missing, Missing::Cash]));
            sound(&prose.refusal(Reject::Missing(missing)));
            sound(&tr(lang, names::reject(Reject::Missing(missing))));
        }
        for reject in rejects() {
            sound(&prose.refusal(reject));
        }
        for refusal in refusals() {
            let key = names::of_room(refusal.code());
            assert_ne!(key, names::of_room("another"), "{refusal:?} has a text of its own");
            sound(&tr(lang, key));
        }
        sound(&tr(lang, names::of_room("another")));
    }
}

#[test]
fn every_card_is_told_in_both_languages() {
    for case in 0..rapport::scenario::embedded().len() {
        let view = view(case, 3);
        let deal = a_deal(&view);
        for lang in Lang::ALL {
            let prose = Prose::new(&view, lang);
            for action in actions(deal.customer, deal) {
                sound(&cards::name(&prose, &action));
                sound(&cards::purpose(&prose, &action));
                sound(&cards::planned(&prose, &Card { action: action.clone(), write_up: false }));
                // there is no medium to name where nobody advertises
                let is_known = !matches!(action, Action::Campaign(_)) || !view.guide.media.is_empty();
                if is_known {
                    sound(&cards::detail(&prose, &action));
                }
            }
            for estimate in estimates() {
                sound(&cards::estimate(&prose, &estimate));
            }
            for offer in offer::desk_offers(&view).into_iter().chain(offer::offers(&view, deal.customer)) {
                sound(&cards::takes(&prose, &offer));
                sound(&cards::estimate(&prose, &offer.estimate));
                if let Some(beyond) = cards::beyond_means(&prose, &offer, None) {
                    sound(&beyond);
                }
            }
        }
    }
}

#[test]
fn a_whole_game_is_told_in_both_languages() {
    for case in 0..rapport::scenario::embedded().len() {
        // one of them from its first month to its last
        let moments: &[u16] = if case == 0 { &[0, 4, 99] } else { &[4] };
        for &months in moments {
            let view = view(case, months);
            for lang in Lang::ALL {
                whole(&Prose::new(&view, lang));
            }
        }
    }
}

/// All that a page could say of this view.
fn whole(prose: &Prose) {
    let view = prose.view;
    for entry in agenda::entries(prose) {
        sound(&entry.title);
        sound(&entry.sub);
        for reply in &entry.replies {
            sound(&reply.label);
            sound(&reply.facts);
        }
    }
    sound(&advice::of_month(prose));
    for lesson in advice::lessons(prose, Some(1)) {
        sound(&lesson);
    }
    for round in (1..=view.past.rounds.len() as u16).map(Round) {
        for highlight in highlights::all(prose, round) {
            sound(&highlight.title);
        }
        for happened in &view.past.rounds[usize::from(round.0) - 1].happened {
            sound(&happenings::sentence(prose, happened));
        }
    }
    let rows = orders::customers(view);
    for figure in key_figures::rows(prose, &kpi::kpis(view, &rows)) {
        sound(&figure.name);
        sound(&figure.value);
        sound(&figure.counts);
    }
    for row in [accounts::account(prose), accounts::cash_flow(prose), accounts::marketing(prose)].concat() {
        sound(&row.name);
        assert_eq!(row.months.len(), view.past.months.len());
    }
    let found = leaders_views::diligence(view);
    for work in &found.roles {
        sound(&leader::talks(prose, work));
        sound(&leader::tasks(prose, work));
    }
    leaders_views::near(view).iter().for_each(|near| sound(&leader::near(prose, near)));
    for stage in 1..=6 {
        sound(&leader::short_stave(prose, Some(stage), &pipeline::pipeline(view)).unwrap());
        sound(&open_deals::stage_needs(prose, stage));
    }
    for &role in view.guide.roles() {
        let staffed = view.staff(role);
        [staff::busy(prose, staffed), staff::overworked(prose, staffed)].iter().flatten().for_each(|told| sound(told));
    }
    for what in [Investment::CallCentre, Investment::WebPlatform] {
        sound(&staff::investment(prose, what));
    }
    view.contracts.iter().filter_map(|contract| open_deals::contract_kept(prose, contract)).for_each(|told| sound(&told));
    sound(&relations::support(prose, None));
    for customer in &view.customers {
        sound(&relations::phase_and_orders(prose, customer));
        sound(&relations::support(prose, view.open_deals(customer.id).next()));
        customer.contacts.iter().for_each(|contact| sound(&relations::contact(prose, contact)));
        [relations::evaluated(prose, customer.id), relations::poached(prose, customer)].iter().flatten().for_each(|told| sound(told));
        for measure in measures() {
            let reasons = reasons::latest(prose, Some(customer.id), measure);
            sound(&reasons.subject);
            reasons.lines.iter().for_each(|line| sound(&line.cause));
        }
        tickets::history(prose, customer.id).iter().for_each(|(_, told)| sound(told));
        if let Some(sheet) = rapport::insight::ten_c::ten_c(view, customer.id, &rows) {
            for part in ten_c::parts(prose, &sheet) {
                sound(&part.title);
                part.facts.iter().for_each(|(what, much)| {
                    sound(what);
                    sound(much);
                });
            }
        }
    }
    for customer in stories::cast(prose) {
        sound(&stories::question(prose, customer));
        let course = stories::course(prose, customer.id, Measure::Trust, customer.trust);
        assert_eq!(course.len(), view.past.rounds.len());
        stories::marks(prose, customer.id, &course).iter().for_each(|mark| sound(&mark.text));
        stories::story(prose, customer.id).iter().for_each(|(_, happened)| sound(&happenings::sentence(prose, happened)));
        assert!(stories::turning_points(prose, customer.id, Measure::Trust).is_sorted());
    }
    for deal in &view.deals {
        sound(&prose.deal(deal.id));
        sound(&prose.say(open_deals::next_step(deal, open_deals::is_alone(prose, deal))));
        if let Some((told, _)) = open_deals::order(prose, deal) {
            sound(&told);
        }
    }
    view.goods.stock.iter().for_each(|stock| sound(&open_deals::stock(prose, stock)));
    view.tickets.iter().for_each(|ticket| sound(&tickets::name(prose, ticket)));
    view.tenders.iter().for_each(|tender| sound(&prose.tender(tender)));
    for award in &view.awards {
        sound(&tenders::awarded(prose, award));
        sound(&tenders::award(prose, award));
        sound(&tenders::judged(prose, award.kind));
    }
    for result in &view.campaigns {
        sound(&campaigns::what(prose, result));
        sound(&campaigns::result(prose, result));
    }
    if let Some(strategy) = &view.strategy {
        sound(&advice::strategy_kept(prose, strategy));
    }
}

#[test]
fn what_is_wrong_with_a_list_is_told_in_both_languages() {
    let view = view(0, 0);
    let found = "x".to_owned();
    let kinds = every!(FaultKind:
        FaultKind::NoName => FaultKind::NoName,
        FaultKind::Twice(_) => FaultKind::Twice(2),
        FaultKind::TooLong(_) => FaultKind::TooLong(20),
        FaultKind::Hidden => FaultKind::Hidden,
        FaultKind::Unknown { nearest: None, .. } => FaultKind::Unknown { found: found.clone(), nearest: None },
        FaultKind::Unknown { nearest: Some(_), .. } => FaultKind::Unknown { found: found.clone(), nearest: Some("y".to_owned()) },
    );
    let files = every!(FileFault:
        FileFault::TooLarge => FileFault::TooLarge,
        FileFault::TooMany => FileFault::TooMany,
        FileFault::Encoding => FileFault::Encoding,
        FileFault::Row { .. } => FileFault::Row { row: 3, problem: "x".to_owned() },
        FileFault::Workbook(_) => FileFault::Workbook("x".to_owned()),
    );
    for lang in Lang::ALL {
        let prose = Prose::new(&view, lang);
        for what in &kinds {
            sound(&lists::fault(&prose, &Fault { row: 4, column: SheetField::Kind, what: what.clone() }));
        }
        files.iter().for_each(|fault| sound(&lists::file_fault(&prose, fault)));
    }
    for why in [Why::SameName, Why::SameNumber, Why::SimilarName] {
        has_text(lists::why_same(why));
    }
}

#[test]
fn care_that_does_not_suffice_is_told_as_such() {
    let of = |cause, change| names::cause_of(cause, Measure::Satisfaction, change);
    assert_eq!([of(Cause::Cared, 1.0), of(Cause::Cared, -1.0)], ["cause-cared", "cause-cared-too-little"]);
    assert_eq!([of(Cause::Silence, 1.0), of(Cause::Silence, -1.0)], ["cause-silence-heals", "cause-silence"]);
    assert_eq!(names::cause_of(Cause::Cared, Measure::Negative, -1.0), "cause-cared");
}

#[test]
fn a_resignation_names_those_whom_a_rival_courts_now() {
    // the team of bots has bid and lost
    let known = view_of(Seat { team: TeamId(1), role: Role::AccountManager }, 0, 8);
    for lang in Lang::ALL {
        let mut view = known.clone();
        let deal = view.deals.iter().find(|d| matches!(d.outcome, Some(DealOutcome::Lost(Winner::Rival(_))))).expect("a lost deal").clone();
        let id = deal.id.customer;
        let poacher = view.guide.poacher(id).expect("a rival");
        for round in &mut view.past.rounds {
            round.happened.clear();
            round.effects.clear();
        }
        let lost = Happened::NotWon {
            deal: deal.id,
            winner: Winner::Rival(poacher),
            utility: Default::default(),
            chance: 0.3,
            unseen: None,
            weak: None,
            advantage: None,
        };
        let plain = happenings::sentence(&Prose::new(&view, lang), &lost);
        let before = Round(deal.due.0 - 1);
        let left = Effect { round: before, customer: Some(id), measure: Measure::Bond, from: 80.0, to: 16.0, cause: Cause::Resigned, about: About::Nothing };
        let past = &mut view.past.rounds[usize::from(before.0) - 1];
        past.effects.push(left);
        past.happened.push(Happened::Resigned { role: Role::AccountManager });
        let prose = Prose::new(&view, lang);
        assert!(decided_deals::was_poached(&prose, id, before) && !decided_deals::was_poached(&prose, id, deal.due));
        let highlight = highlights::all(&prose, before).pop().expect("the resignation");
        assert!(highlight.cause.contains(&prose.customer(id)), "{}", highlight.cause);
        let told = happenings::sentence(&prose, &lost);
        assert!(told != plain && told.contains(&prose.winner(Winner::Rival(poacher))), "{told}");
    }
}

#[test]
fn a_phase_is_told_by_causes_that_work_its_way() {
    let mut view = view(0, 3);
    let id = view.customers[0].id;
    let trust = |from: f64, to: f64, cause| Effect { round: Round(2), customer: Some(id), measure: Measure::Trust, from, to, cause, about: About::Nothing };
    let past = &mut view.past.rounds[1];
    past.effects = vec![trust(30.0, 32.0, Cause::Called), trust(32.0, 22.0, Cause::Resigned)];
    past.happened = vec![Happened::Phase { customer: id, from: Phase::Awareness, to: Phase::Exploration, cause: None }];
    let prose = Prose::new(&view, Lang::En);
    let rise = highlights::all(&prose, Round(2)).pop().expect("the rise");
    assert_eq!((rise.cause, rise.chip), (prose.say("cause-called"), String::new()));
}

#[test]
fn where_a_number_begins_is_no_change() {
    let mut view = view(0, 3);
    let id = view.customers[0].id;
    let trust = |from: f64, to: f64, cause| Effect { round: Round(2), customer: Some(id), measure: Measure::Trust, from, to, cause, about: About::Nothing };
    view.past.rounds[1].effects = vec![trust(30.0, 28.0, Cause::Met), trust(28.0, 29.0, Cause::Called)];
    let prose = Prose::new(&view, Lang::En);
    assert_eq!(reasons::changes(&prose, Some(id), Measure::Trust, Round(2)).map(|e| e.cause).collect::<Vec<_>>(), [Cause::Called]);
}

#[test]
fn the_talks_of_a_month_are_summed_up_with_the_preparation() {
    let (mut view, customer) = (view(0, 2), CustomerId(0));
    let talk = |kind, contact: Option<u8>, hours| Interaction {
        round: Round(1),
        customer,
        role: Role::AccountManager,
        kind,
        contact: contact.map(ContactId),
        style: None,
        minutes: Minutes::from_hours(hours),
        cost: Fen::ZERO,
        outcome: Outcome::Done,
        written_up: false,
    };
    let call = |contact| talk(InteractionKind::Call, Some(contact), 4);
    let mut told = |lines: Vec<Interaction>, lang| {
        view.past.interactions = lines;
        talks::of_month(&Prose::new(&view, lang), customer, Round(1))
    };
    assert_eq!(told(vec![call(0), call(3)], Lang::En), None, "two talks need no sum");
    let month = || vec![call(3), call(0), call(0), call(3), call(0), talk(InteractionKind::Preparation, None, 20)];
    assert_eq!(told(month(), Lang::En).as_deref(), Some("3 meetings with Zhao Yuan, CEO; 2 with Mr Lu, purchasing manager; 20 h of preparation"));
    assert_eq!(told(month(), Lang::Zh).as_deref(), Some("与赵远（总经理）面谈 3 次；与鲁经理（采购）面谈 2 次；准备工作 20 小时"));
}
