//! Every kind of thing that is told, one of each: what is left out does not compile.

use super::*;

pub fn causes() -> Vec<Cause> {
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
        PriceWar,
        SoldByRival,
        ByChance,
        Pressed,
        Reassigned,
        GivenUp,
        Claimed,
    ]
}

pub fn measures() -> Vec<Measure> {
    macro_rules! of {
        ($($name:ident),* $(,)?) => { every!(Measure: $(Measure::$name => Measure::$name),*) };
    }
    of![Expectation, Satisfaction, Trust, Commitment, Records, Negative, Bond, Shock, Reputation]
}

pub fn missing() -> Vec<Missing> {
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

pub fn rejects() -> Vec<Reject> {
    macro_rules! of {
        ($($name:ident),* $(,)?) => {
            every!(Reject: $(Reject::$name => Reject::$name,)*
                Reject::BadAmount(_) => Reject::BadAmount(Amount::Discount),
                Reject::Missing(_) => Reject::Missing(Missing::Event))
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
        NoExpress,
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

pub fn amounts() -> Vec<Amount> {
    every!(Amount:
        Amount::Discount => Amount::Discount,
        Amount::DiscountOnLines => Amount::DiscountOnLines,
        Amount::Promise => Amount::Promise,
        Amount::Price(_) => Amount::Price(ProductId(0)),
        Amount::Quantity => Amount::Quantity,
        Amount::Delivery => Amount::Delivery,
        Amount::Budget => Amount::Budget,
        Amount::Gift => Amount::Gift,
        Amount::Rebate => Amount::Rebate,
        Amount::Concession => Amount::Concession,
        Amount::Compensation => Amount::Compensation,
        Amount::Forecast => Amount::Forecast,
    )
}

/// What the room refuses by itself; `Refusal::Rules` is told as the rules' own.
pub fn refusals() -> Vec<Refusal> {
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
pub fn actions(customer: CustomerId, deal: NeedId) -> Vec<Action> {
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
        Action::OwnForecast(_) => Action::OwnForecast(card::OwnForecast { amount: Fen::yuan(90_000) }),
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

pub fn estimates() -> Vec<Estimate> {
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

pub fn found() -> Vec<Found> {
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

pub fn revealed() -> Vec<Revealed> {
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
pub fn happened(customer: CustomerId, deal: NeedId) -> Vec<Happened> {
    let (amount, chance, severity, winner) = (Fen::yuan(80_000), 0.4, Severity::Major, Winner::Rival(RivalId(0)));
    let (contact, points) = (ContactId(0), Points { price: 30.0, fit: 20.0, relation: 10.0, total: 60.0 });
    let best = Points { price: 40.0, total: 70.0, ..points };
    let ticket = TicketId { customer, born: Round(1), source: deal.source };
    let result = CampaignResult { round: Round(1), medium: MediumId(0), segment: IndustryId(0), budget: amount, reached: 20, leads: 3 };
    let utility = Default::default;
    // a bid that was weak somewhere, or else had most to gain from trust
    let not_won = |winner, unseen, weak: Option<BidTerm>, advantage| {
        let room = if weak.is_none() { Some(BidTerm::Trust) } else { None };
        Happened::NotWon { deal, winner, utility: utility(), chance, unseen, weak, room, advantage, field: Vec::new() }
    };
    let mut all = every!(Happened:
        Happened::Met { .. } => Happened::Met { customer, how: Found::Exhibition },
        Happened::NeedSeen { .. } => Happened::NeedSeen { deal, how: Revealed::Talk },
        Happened::NothingFound { .. } => Happened::NothingFound { customer },
        Happened::Called { .. } => Happened::Called { customer, contact, deal: Some(deal), advance: true, chance },
        Happened::StageReached { .. } => Happened::StageReached { deal, stage: 4 },
        Happened::Quoted { .. } => Happened::Quoted { deal, price: amount },
        Happened::CardFailed { .. } => Happened::CardFailed { role: Role::Developer, card: "exhibition", customers: Vec::new(), missing: Missing::Event },
        Happened::Won { .. } => Happened::Won { deal, amount, utility: utility(), chance, unseen: None, strong: None, field: Vec::new() },
        Happened::NotWon { .. } => not_won(winner, None, None, None),
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
    for (cause, hazard) in [(Cause::BetterOffer, 0.5), (Cause::PriceWar, 0.01), (Cause::SoldByRival, 0.04)] {
        all.push(Happened::Churned { customer, hazard, cause, rival: Some(winner), behind: None });
    }
    let ended = |rival, behind| Happened::Churned { customer, hazard: 1.0, cause: Cause::ContractEnded, rival, behind: Some(behind) };
    all.extend([ended(None, Cause::TicketUnanswered), ended(Some(winner), Cause::BetterOffer)]);
    for what in [Unknown::Satisfaction, Unknown::PriceSensitivity, Unknown::Shock] {
        let unseen = Some(Unseen { what, taken: 60.0, was: 41.0 });
        all.push(Happened::Won {
            deal,
            amount,
            utility: utility(),
            chance,
            unseen,
            strong: Some(BidTerm::Support),
            field: vec![(winner, 0.6), (Winner::Nobody, 0.1), (Winner::Team(TeamId(0)), 0.3)],
        });
        all.push(not_won(winner, unseen, None, None));
    }
    for advantage in [Advantage::Supplier(RivalId(0)), Advantage::PriceWar, Advantage::Offer(None), Advantage::Offer(Some(RivalId(0))), Advantage::Improved] {
        all.push(not_won(winner, None, Some(BidTerm::Fit), Some(advantage)));
    }
    let veto = |cause| NotInvited::Veto { contact, cause };
    for why in [NotInvited::NoQuote, NotInvited::NoSupport, veto(None), veto(Some(Cause::Pressed)), NotInvited::Lost] {
        all.push(Happened::NotInvited { deal, winner, why });
    }
    for winner in [Winner::Nobody, Winner::Team(TeamId(1))] {
        all.push(not_won(winner, None, None, None));
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
