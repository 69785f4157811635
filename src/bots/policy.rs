//! What makes one bot differ from another: numbers and choices, nothing else (docs/model.md#bots).

use super::BotKind;
use super::knobs::{Adjustable, Knob, Setting, knobs};
use super::luck::BotLuck;
use crate::sim::luck::draw::{Actor, Luck};
use crate::sim::luck::events::Whim;
use crate::sim::terms::{Intent, Payment, QueuePolicy};
use crate::sim::units::{CustomerId, Fen, Role, Round};

/// Whom the effort goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Targeting {
    /// The best value and chance first, and more hours where more is at stake.
    Value,
    /// Everybody alike, in an order drawn each month.
    Equal,
}

/// Whether and when customer data is integrated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integrate {
    /// Stays with the tool the team has.
    Never,
    /// Bought as soon as there is the money.
    Early,
    /// Bought in the second half of the game.
    Late,
    /// Built by the developer.
    Build,
}

/// Whom in a buying committee the account manager calls on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Courts {
    /// Everybody, where an hour moves most.
    Committee,
    /// The purchaser; somebody else only as far as a demo needs it.
    Purchaser,
}

/// Which deals the account manager follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deals {
    /// Every open deal.
    All,
    /// Only customers that have not bought yet.
    FirstOrders,
    /// Only customers that have bought.
    Repeat,
    /// Both, with a fixed share of the hours for each: see `Policy::hunting`.
    Mixed,
}

/// When goods are bought, where the company keeps stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stocking {
    /// Ahead, as many pieces as the open deals are likely to take.
    Expected,
    /// Only for orders that are won; quotes promise a date that leaves time for it.
    AfterTheSale,
}

knobs! {
/// How a bot plays. All bots share one strategy engine; this is all they differ in. Hours and counts are of a month.
Policy {
    /// Acts at all.
    acts: Acts = Acts::AsStated;
    // developer
    /// Goes to exhibitions.
    fairs: bool = true;
    /// Goes to summits.
    summits: bool = false;
    /// Hours of prospecting.
    prospect: i32 = 54, 0, 400;
    /// Qualifies leads.
    qualify: bool = true;
    /// Researches named and valuable customers on the web with the hours left.
    research: bool = true;
    /// Customers asked for a referral, of those that a survey has lately shown to be satisfied.
    ask_referral: usize = 0, 0, 100;
    /// Hours at the door at the most, where customers come of themselves.
    reception: i32 = 120, 0, 400;
    /// Whether and when customer data is integrated, where a tool is outgrown.
    integrate: Integrate = Integrate::Early;
    // account manager
    /// Hours of selling.
    sell: i32 = 108, 0, 400;
    /// Which deals are followed.
    deals: Deals = Deals::All;
    /// Goes after contracts that end.
    renews: bool = true;
    /// Share of the selling hours for customers that have not bought yet, where deals are mixed.
    hunting: f64 = 0.5, 0, 1;
    /// Bids again where it has lost a bid before the first order.
    persists: bool = true;
    /// Whom in a committee the calls go to.
    courts: Courts = Courts::Committee;
    /// Whom the effort goes to.
    targeting: Targeting = Targeting::Value;
    /// Promise of every quote, in points.
    promise: f64 = 0.0, -10, 25;
    /// What the seller wants from calls.
    intent: Intent = Intent::Ask;
    /// Discount of every quote, as a share.
    discount: f64 = 0.0, 0, 0.5;
    /// Amount of a gift, in yuan; none if zero.
    gift: Fen = Fen::ZERO, 0, 20_000;
    /// Gifts.
    gifts: usize = 0, 0, 100;
    /// Amount of an open rebate to a firm that buys, in yuan; none if zero.
    rebate: Fen = Fen::ZERO, 0, 20_000;
    /// Open rebates.
    rebates: usize = 0, 0, 100;
    /// Attempts to win back lost customers, of those that are worth it.
    win_back: usize = 0, 0, 100;
    /// Free checks, of deals about to be decided and of customers that have none.
    free_checks: usize = 2, 0, 100;
    /// Promises priority service.
    priority: bool = false;
    /// Time to pay in every quote.
    payment: Payment = Payment::OnDelivery;
    /// Builds and buys express.
    express: bool = false;
    /// When goods are bought for a stock.
    stocking: Stocking = Stocking::Expected;
    /// Hands customers over after a resignation.
    handover: bool = true;
    /// Hours of the account manager that go into care at the most.
    sales_care: i32 = 40, 0, 400;
    /// Files the forecast.
    forecast: bool = true;
    /// Keeps a next task for every customer and deal.
    tasks: bool = true;
    // service
    /// Hours of care at the most.
    care: i32 = 70, 0, 400; // with the checks 79 hours of looking after customers
    /// Hours at the queue at the most; 0: nobody answers.
    queue: i32 = 120, 0, 400;
    /// In which order tickets are worked on.
    queue_policy: QueuePolicy = QueuePolicy::Severity;
    /// Surveys.
    surveys: usize = 3, 0, 100;
    /// Proactive checks.
    checks: usize = 4, 0, 100;
    /// Writes knowledge articles.
    articles: bool = false;
    /// Compensation where something has failed, as a share of the last order and no more than helps; none if zero.
    compensate: f64 = 0.0, 0, 1;
    // cultivator, product specialist
    /// Hours of nurturing at the most, of a cultivator.
    nurture: i32 = 120, 0, 400;
    /// Designs solutions, where there is a product specialist.
    design: bool = true;
    // any role
    /// Hours of care outside the role, of those that a developer, a cultivator or a product specialist has left.
    outside: i32 = 0, 0, 400;
    /// Gives stuck leads to the pool and takes what lies there, where the firm runs one.
    pool: bool = true;
    /// Fills vacancies.
    hire: bool = true;
    /// Trainings, of each role.
    train: usize = 0, 0, 10;
    /// Share of the interactions that are written up.
    write_up: f64 = 1.0, 0, 1;
    // media, tenders, investments
    /// Campaigns, bids and builds as the scenario says is the custom.
    customs: bool = true;
    /// Budget of a campaign, in yuan; zero: none but what is the custom.
    campaign: Fen = Fen::ZERO, 0, 10_000_000;
    /// Place of the only medium used, from 1; 0: whichever promises most.
    medium: usize = 0, 0, 16;
    /// Bids in every tender.
    bids: bool = false;
    /// Discount of those bids, as a share.
    bid: f64 = 0.05, 0, 0.5;
    /// Builds the call centre.
    call_centre: bool = false;
    /// Builds the web platform.
    web_platform: bool = false;
    /// Month in which what was built and costs money to run is closed; 0: never.
    close: usize = 0, 0, 60;
}
}

/// Whether a bot plays the policy as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acts {
    /// Leaves the plan empty.
    Never,
    /// Plays the knobs as they are set.
    AsStated,
    /// Draws its numbers anew for every role and month.
    ByLuck,
}

impl Policy {
    /// The policy of a bot: the balanced one with a few knobs turned.
    #[must_use]
    pub fn of(kind: BotKind) -> Policy {
        let base = Policy::balanced();
        match kind {
            BotKind::Balanced => base,
            BotKind::Hunting => Policy {
                summits: true,
                prospect: 100,
                research: false,
                deals: Deals::FirstOrders,
                handover: false,
                sales_care: 0,
                care: 0,
                queue: 40,
                surveys: 0,
                checks: 0,
                nurture: 0,
                ..base
            },
            BotKind::Farming => Policy { fairs: false, prospect: 0, reception: 0, deals: Deals::Repeat, ..base },
            BotKind::SellAndForget => Policy {
                prospect: 80,
                research: false,
                integrate: Integrate::Never,
                renews: false,
                promise: 25.0,
                persists: false,
                free_checks: 0,
                handover: false,
                sales_care: 0,
                tasks: false,
                care: 0,
                queue: 0,
                surveys: 0,
                checks: 0,
                nurture: 0,
                design: false,
                hire: false,
                write_up: 0.0,
                customs: false,
                ..base
            },
            BotKind::ServiceHeavy => Policy { care: 20, queue: 120, surveys: 6, checks: 6, articles: true, sales_care: 0, ..base },
            BotKind::NoRecords => Policy { write_up: 0.0, integrate: Integrate::Never, ..base },
            BotKind::SellHeavy => {
                Policy { summits: true, prospect: 90, research: false, sell: 118, sales_care: 0, care: 20, queue: 40, surveys: 0, checks: 0, ..base }
            }
            BotKind::CareHeavy => Policy { prospect: 30, sell: 50, sales_care: 66, care: 110, queue: 30, surveys: 6, checks: 6, ..base },
            BotKind::OverPromiser => Policy { promise: 25.0, ..base },
            BotKind::UnderPromiser => Policy { promise: -10.0, ..base },
            BotKind::Discounter => Policy { discount: 0.12, ..base },
            BotKind::GiftHeavy => Policy { gift: Fen::yuan(2_000), gifts: 2, ..base },
            BotKind::EqualTreatment => Policy { targeting: Targeting::Equal, ..base },
            BotKind::NoService => Policy { queue: 0, customs: false, ..base },
            BotKind::NoCare => Policy { sales_care: 0, care: 0, surveys: 0, checks: 0, nurture: 0, ..base },
            BotKind::Random => Policy { acts: Acts::ByLuck, ..base },
            BotKind::Passive => Policy { acts: Acts::Never, forecast: false, tasks: false, ..base },
        }
    }

    /// The policy of this role and month: the same, or drawn by luck.
    #[must_use]
    pub(super) fn this_month(&self, role: Role, round: Round, luck: &BotLuck) -> Policy {
        if self.acts != Acts::ByLuck {
            return self.clone();
        }
        // all roles of a team must agree on the pool
        let pool = luck.knob(None, round, 0) < 0.5;
        Policy { pool, ..Policy::by_luck(|slot| luck.knob(Some(role), round, slot)) }
    }

    /// One of a crowd of policies that nobody thought about: drawn once, then played every month. Every knob is drawn, so that
    /// none that dominates stays hidden.
    #[must_use]
    pub fn drawn(number: u16) -> Policy {
        let luck = Luck::of("policies by luck", number.into(), number.into());
        let draw = |slot: u16| luck.nth::<Whim>(Actor::WORLD, CustomerId(0), Round(0), 0, slot);
        let targeting = if draw(63) < 0.5 { Targeting::Value } else { Targeting::Equal };
        let often = |slot: u16| draw(slot) < 0.5;
        let drawn = Policy::by_luck(draw);
        let mixed = draw(31) < 0.25;
        Policy {
            targeting,
            deals: if mixed { Deals::Mixed } else { drawn.deals },
            hunting: draw(32),
            courts: if draw(33) < 0.2 { Courts::Purchaser } else { Courts::Committee },
            gift: Fen::yuan(200 << (draw(34) * 6.0) as u32),
            gifts: drawn.gifts * (1 + (draw(35) * 5.0) as usize),
            free_checks: drawn.free_checks * (1 + (draw(36) * 4.0) as usize),
            customs: often(37),
            medium: if often(38) { 0 } else { 1 + (draw(39) * 6.0) as usize },
            call_centre: draw(45) < 0.25,
            web_platform: draw(46) < 0.25,
            close: if often(47) { 0 } else { 1 + (draw(48) * 12.0) as usize },
            ..drawn
        }
    }

    /// Numbers by luck for all that is done with cards of a month. What is built or settles how a team plays for good is drawn
    /// in `drawn`. A draw goes by its slot: a new one leaves the others as they are.
    fn by_luck(draw: impl Fn(u16) -> f64) -> Policy {
        let hours = |slot: u16, most: i32| (draw(slot) * f64::from(most / 2 + 1)) as i32 * 2;
        let often = |slot: u16| draw(slot) < 0.5;
        Policy {
            acts: Acts::AsStated,
            fairs: often(0),
            summits: often(23),
            prospect: hours(1, 120),
            qualify: often(2),
            research: often(3),
            sell: hours(4, 118),
            deals: match (draw(5) * 3.0) as u8 {
                0 => Deals::All,
                1 => Deals::FirstOrders,
                _ => Deals::Repeat,
            },
            reception: hours(25, 120),
            integrate: match (draw(26) * 4.0) as u8 {
                0 => Integrate::Never,
                1 => Integrate::Early,
                2 => Integrate::Late,
                _ => Integrate::Build,
            },
            renews: often(27),
            ask_referral: (draw(49) * 9.0) as usize,
            hunting: 0.5,
            persists: often(22),
            courts: Courts::Committee,
            targeting: Targeting::Equal,
            promise: (draw(6) * 36.0).floor() - 10.0,
            intent: match (draw(21) * 3.0) as u8 {
                0 => Intent::Inform,
                1 => Intent::Ask,
                _ => Intent::Close,
            },
            discount: (draw(7) * 13.0).floor() / 100.0,
            gift: Fen::yuan(200),
            gifts: usize::from(often(8)),
            rebate: Fen::yuan(200 << (draw(50) * 6.0) as u32),
            rebates: ((draw(51) * 4.0) as usize).saturating_sub(1),
            win_back: (draw(52) * 4.0) as usize,
            free_checks: usize::from(often(9)),
            priority: often(24),
            payment: Payment::ALL[(draw(30) * 3.0) as usize % 3],
            express: often(28),
            stocking: if often(29) { Stocking::Expected } else { Stocking::AfterTheSale },
            handover: often(10),
            sales_care: hours(11, 60),
            forecast: often(12),
            tasks: often(13),
            care: hours(14, 120),
            queue: hours(15, 120),
            queue_policy: match (draw(16) * 4.0) as u8 {
                0 => QueuePolicy::FirstCome,
                1 => QueuePolicy::Severity,
                2 => QueuePolicy::Value,
                _ => QueuePolicy::DueDate,
            },
            surveys: (draw(17) * 6.0) as usize,
            checks: (draw(18) * 6.0) as usize,
            articles: often(19),
            compensate: (draw(53) * 6.0).floor() / 100.0,
            nurture: hours(40, 120),
            design: often(41),
            outside: hours(54, 120),
            pool: often(42),
            hire: often(43),
            train: usize::from(draw(44) < 0.1),
            write_up: draw(20),
            campaign: if draw(55) < 0.3 { Fen::yuan(1_000 << (draw(56) * 5.0) as u32) } else { Fen::ZERO },
            bids: often(57),
            bid: (draw(58) * 20.0).floor() / 100.0,
            ..Policy::balanced()
        }
    }
}
