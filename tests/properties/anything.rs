//! Anything a client might send: what makes sense on a board, and what does not.
//!
//! A kind of command, card or note stands on one line of a list. The list is both what is drawn and a match without a
//! wildcard, so that a new kind does not compile until it is drawn too.

use proptest::prelude::*;
use proptest::strategy::Union;
use rapport::bots::{self, BotKind};
use rapport::scenario;
use rapport::sim::cards;
use rapport::sim::cards::{Action, Card, CardId};
use rapport::sim::game::Game;
use rapport::sim::journal::Recording;
use rapport::sim::notes::{Condition, Firm, Note, NoteId, OwnFields, Query, Same, Signature, TalkId};
use rapport::sim::planning::command::Command;
use rapport::sim::scenario::{Investment, Line, Scenario, Severity, Style};
use rapport::sim::setup::Setup;
use rapport::sim::state::{Compliance, MarketKind};
use rapport::sim::terms::{Intent, Kind, Level, Opening, Payment, Positioning, QueuePolicy, QuoteTerms, Reason, ServiceLevel, Strategy as Aim, TaskKind, Tier};
use rapport::sim::units::{
    ContactId, CustomerId, EventId, Fen, IndustryId, MediumId, Minutes, NeedClassId, NeedId, ProductId, Role, Round, Seat, Source, TeamId,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex};

/// A list of variants, all of them: the match says so.
macro_rules! one_of {
    ($of:ident: $($variant:ident),+) => {{
        let _all = |one: $of| match one { $($of::$variant => ()),+ };
        prop::sample::select(vec![$($of::$variant),+])
    }};
}

/// The draws of each kind with their names and weights, and the name of a kind.
macro_rules! kinds {
    ($(#[$about:meta])* $list:ident, $name:ident, $of:ident, $board:ident: $($kind:ident $often:literal => $draw:expr,)+) => {
        $(#[$about])*
        pub fn $list($board: &Board) -> Vec<(&'static str, u32, BoxedStrategy<$of>)> {
            vec![$((stringify!($kind), $often, $draw.boxed())),+]
        }

        pub fn $name(of: &$of) -> &'static str {
            match of { $($of::$kind { .. } => stringify!($kind)),+ }
        }
    };
}

/// The six cases that come with the game.
pub static CASES: LazyLock<Vec<Arc<Scenario>>> =
    LazyLock::new(|| scenario::embedded().iter().map(|(file, text)| Arc::new(scenario::read(file, text.as_bytes()).unwrap())).collect());

/// So many boards of each case are drawn.
const BOARDS: u64 = 4;

/// A case and its luck, and the names of what is to be found there: half of what is drawn is about these.
pub struct Board {
    pub case: usize,
    pub seed: u64,
    customers: Vec<CustomerId>,
    deals: Vec<NeedId>,
    tenders: Vec<NeedId>,
    pool: Vec<CustomerId>,
    cards: Vec<CardId>,
    products: u8,
    media: u8,
    industries: u8,
}

impl std::fmt::Debug for Board {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", scenario::embedded()[self.case].0, self.seed)
    }
}

pub fn setup(seed: u64, market: MarketKind, teams: usize, scenario: &Scenario, recording: Recording) -> Setup {
    let teams = (1..=teams).map(|team| format!("team {team}")).collect();
    Setup { seed, luck: seed, market, compliance: Compliance::Show, rounds: scenario.guide.rounds, teams, recording }
}

/// Every case with several boards.
pub fn boards() -> impl Strategy<Value = Arc<Board>> {
    (0..CASES.len(), 0..BOARDS).prop_map(|(case, seed)| {
        static KNOWN: Mutex<BTreeMap<(usize, u64), Arc<Board>>> = Mutex::new(BTreeMap::new());
        KNOWN.lock().unwrap().entry((case, seed)).or_insert_with(|| Arc::new(Board::of_game(case, seed))).clone()
    })
}

impl Board {
    /// With what the reference bot comes upon in a whole game.
    fn of_game(case: usize, seed: u64) -> Board {
        let scenario = &CASES[case];
        let mut state = Game::new(scenario.clone(), &setup(seed, MarketKind::Mirror, 1, scenario, Recording::Off));
        let (mut customers, mut deals, mut tenders, mut pool, mut cards) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        while !state.over() {
            bots::play_month(&mut state, TeamId(0), &BotKind::Balanced.policy(), &mut Vec::new());
            let board = Board::of(case, seed, &state, 0);
            customers.extend(board.customers);
            deals.extend(board.deals);
            tenders.extend(board.tenders);
            pool.extend(board.pool);
            cards.extend(board.cards.into_iter().map(|card| card.0));
            rapport::sim::resolve(&mut state);
        }
        let end = Board::of(case, seed, &state, 0);
        Board {
            customers: customers.into_iter().collect(),
            deals: deals.into_iter().collect(),
            tenders: tenders.into_iter().collect(),
            pool: pool.into_iter().collect(),
            cards: cards.into_iter().map(CardId).collect(),
            ..end
        }
    }

    /// With what a team may know at the moment.
    pub fn of(case: usize, seed: u64, state: &Game, team: usize) -> Board {
        let view = rapport::sim::view_now(state, Seat { team: TeamId::at(team), role: Role::AccountManager });
        Board {
            case,
            seed,
            customers: view.customers.iter().map(|customer| customer.id).collect(),
            deals: view.deals.iter().map(|deal| deal.id).collect(),
            tenders: view.tenders.iter().map(|tender| tender.need.id).collect(),
            pool: view.pool.iter().map(|pooled| pooled.customer).collect(),
            cards: view.plan.iter().map(|card| card.id).collect(),
            products: view.guide.products.len() as u8,
            media: view.guide.media.len() as u8,
            industries: view.guide.industries.len() as u8,
        }
    }

    fn customer(&self) -> BoxedStrategy<CustomerId> {
        or(&self.customers, prop_oneof![1 => Just(CustomerId(0)), 2 => (0u16..40).prop_map(CustomerId), 1 => any::<u16>().prop_map(CustomerId)])
    }

    fn customers(&self) -> BoxedStrategy<Vec<CustomerId>> {
        prop::collection::vec(self.customer(), 0..4).boxed()
    }

    fn pooled(&self) -> BoxedStrategy<Vec<CustomerId>> {
        prop::collection::vec(or(&self.pool, self.customer()), 0..3).boxed()
    }

    fn deal(&self) -> BoxedStrategy<NeedId> {
        or(&self.deals, self.anything_to_sell())
    }

    fn tender(&self) -> BoxedStrategy<NeedId> {
        or(&self.tenders, self.anything_to_sell())
    }

    fn anything_to_sell(&self) -> impl Strategy<Value = NeedId> + use<> {
        let source = prop_oneof![
            Just(Source::Stochastic),
            Just(Source::Check),
            Just(Source::Research),
            Just(Source::Referral),
            Just(Source::WalkIn),
            Just(Source::Tender),
            (0u8..4).prop_map(|class| Source::Renewal(NeedClassId(class))),
            (0u8..16).prop_map(|event| Source::Scripted(EventId(event))),
        ];
        (self.customer(), 0u16..14, source).prop_map(|(customer, born, source)| NeedId { customer, born: Round(born), source })
    }

    fn card_id(&self) -> BoxedStrategy<CardId> {
        or(&self.cards, prop_oneof![4 => 0u32..120, 1 => any::<u32>()].prop_map(CardId))
    }

    fn product(&self) -> BoxedStrategy<ProductId> {
        (0..=self.products).prop_map(ProductId).boxed()
    }

    fn terms(&self) -> impl Strategy<Value = QuoteTerms> + use<> {
        let line = (self.product(), any::<u32>(), amount()).prop_map(|(product, quantity, price)| Line { product, quantity, price });
        let promise = prop_oneof![4 => -10.0..25.0f64, 1 => any::<f64>()];
        let lines = prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(line, 1..3)];
        let delivery = prop_oneof![2 => Just(None), 2 => (0u16..5).prop_map(Some), 1 => any::<u16>().prop_map(Some)];
        let payment = one_of!(Payment: OnDelivery, Days30, Days60);
        (lines, share(), promise, one_of!(ServiceLevel: Standard, Priority), delivery, any::<bool>(), payment).prop_map(
            |(lines, discount, promise, service, delivery, express, payment)| QuoteTerms { lines, discount, promise, service, delivery, express, payment },
        )
    }

    fn card(&self) -> BoxedStrategy<Card> {
        (any_action(self), any::<bool>()).prop_map(|(action, write_up)| Card { action, write_up }).boxed()
    }
}

/// Something from the list, or else anything.
fn or<T: Clone + std::fmt::Debug + 'static>(list: &[T], anything: impl Strategy<Value = T> + 'static) -> BoxedStrategy<T> {
    if list.is_empty() { anything.boxed() } else { prop_oneof![3 => prop::sample::select(list.to_vec()), 1 => anything].boxed() }
}

fn role() -> impl Strategy<Value = Role> {
    one_of!(Role: Developer, AccountManager, Service, Cultivator, ProductSpecialist)
}

fn contact() -> impl Strategy<Value = ContactId> {
    prop_oneof![4 => (0u8..4).prop_map(ContactId), 1 => any::<u8>().prop_map(ContactId)]
}

fn minutes() -> impl Strategy<Value = Minutes> {
    prop_oneof![4 => (1i32..60).prop_map(|n| Minutes(n * 30)), 1 => any::<i32>().prop_map(Minutes)]
}

fn amount() -> impl Strategy<Value = Fen> {
    prop_oneof![3 => (0i64..3_000).prop_map(Fen::yuan), 1 => any::<i64>().prop_map(Fen)]
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..0.2f64, 1 => any::<f64>()]
}

fn level() -> impl Strategy<Value = Level> {
    one_of!(Level: Basic, Reactive, Accountable, Proactive, Partnership)
}

fn tier() -> impl Strategy<Value = Tier> {
    one_of!(Tier: Vip, Main, Ordinary, Small)
}

fn kind() -> impl Strategy<Value = Kind> {
    one_of!(Kind: Intending, Qualified, Paused)
}

fn intent() -> impl Strategy<Value = Intent> {
    one_of!(Intent: Inform, Ask, Close)
}

fn investment() -> impl Strategy<Value = Investment> {
    one_of!(Investment: CallCentre, WebPlatform)
}

fn note_id() -> impl Strategy<Value = NoteId> {
    prop_oneof![4 => (1u32..8).prop_map(NoteId), 1 => any::<u32>().prop_map(NoteId)]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z客缘]{0,12}", 1 => ".{0,8}"]
}

fn own() -> impl Strategy<Value = OwnFields> {
    (text(), text()).prop_map(|(reach, remark)| OwnFields { reach, remark })
}

fn firm() -> impl Strategy<Value = Firm> {
    (text(), kind(), own()).prop_map(|(name, kind, own)| Firm { name, kind, own })
}

fn query() -> impl Strategy<Value = Query> {
    prop::collection::vec(prop_oneof![(0u16..9).prop_map(Condition::Silent), text().prop_map(Condition::Name), Just(Condition::Dormant)], 0..4).prop_map(Query)
}

fn aim(board: &Board) -> impl Strategy<Value = Aim> + use<> {
    let segment = prop_oneof![4 => 0..=board.industries, 1 => any::<u8>()].prop_map(IndustryId);
    let positioning = one_of!(Positioning: Price, Quality, Service);
    (prop::collection::vec(segment, 0..4), positioning, [level(), level(), level(), level()]).prop_map(|(segments, positioning, levels)| Aim {
        segments,
        positioning,
        levels,
    })
}

kinds! {
    /// Every kind of card, with how often it is drawn.
    actions, action_kind, Action, board:
    Exhibition 1 => Just(Action::Exhibition(cards::Exhibition)),
    Summit 1 => Just(Action::Summit(cards::Summit)),
    Prospect 1 => minutes().prop_map(|time| Action::Prospect(cards::Prospect { time })),
    Research 1 => board.customers().prop_map(|customers| Action::Research(cards::Research { customers })),
    Qualify 1 => board.customers().prop_map(|customers| Action::Qualify(cards::Qualify { customers })),
    AskReferral 1 => board.customers().prop_map(|customers| Action::AskReferral(cards::AskReferral { customers })),
    Call 1 => (board.customer(), contact(), prop::option::of(board.deal()), one_of!(Style: A, B, C, D), intent(), minutes())
        .prop_map(|(customer, contact, deal, style, intent, time)| Action::Call(cards::Call { customer, contact, deal, style, intent, time })),
    Pursue 1 => (board.deal(), board.terms(), intent(), minutes()).prop_map(|(deal, terms, intent, time)| Action::Pursue(cards::Pursue { deal, terms, intent, time })),
    PursueMany 1 => (prop::collection::vec((board.deal(), minutes()), 0..4), board.terms(), intent())
        .prop_map(|(deals, terms, intent)| Action::PursueMany(cards::PursueMany { deals, terms, intent })),
    Demo 1 => board.deal().prop_map(|deal| Action::Demo(cards::Demo { deal })),
    FreeCheck 1 => board.customer().prop_map(|customer| Action::FreeCheck(cards::FreeCheck { customer })),
    Decline 1 => board.deal().prop_map(|deal| Action::Decline(cards::Decline { deal })),
    Quote 1 => (board.deal(), board.terms()).prop_map(|(deal, terms)| Action::Quote(cards::Quote { deal, terms })),
    Gift 1 => (board.customer(), contact(), amount()).prop_map(|(customer, contact, amount)| Action::Gift(cards::Gift { customer, contact, amount })),
    Handover 1 => board.customers().prop_map(|customers| Action::Handover(cards::Handover { customers })),
    WinBack 1 => (board.customer(), share()).prop_map(|(customer, concession)| Action::WinBack(cards::WinBack { customer, concession })),
    Forecast 1 => Just(Action::Forecast(cards::Forecast)),
    OwnForecast 1 => amount().prop_map(|amount| Action::OwnForecast(cards::OwnForecast { amount })),
    Purchase 1 => (board.product(), prop_oneof![4 => 0u32..30, 1 => any::<u32>()], any::<bool>())
        .prop_map(|(product, quantity, express)| Action::Purchase(cards::Purchase { product, quantity, express })),
    Care 1 => prop::collection::vec((board.customer(), minutes()), 0..4).prop_map(|visits| Action::Care(cards::Care { visits })),
    Queue 1 => (minutes(), one_of!(QueuePolicy: FirstCome, Severity, Value, DueDate)).prop_map(|(time, policy)| Action::Queue(cards::Queue { time, policy })),
    Check 1 => board.customers().prop_map(|customers| Action::Check(cards::Check { customers })),
    Article 1 => one_of!(Severity: Minor, Major, Critical).prop_map(|class| Action::Article(cards::Article { class })),
    Compensate 1 => (board.customer(), share()).prop_map(|(customer, share)| Action::Compensate(cards::Compensate { customer, share })),
    Survey 1 => board.customers().prop_map(|customers| Action::Survey(cards::Survey { customers })),
    Reception 1 => minutes().prop_map(|time| Action::Reception(cards::Reception { time })),
    BuyCrm 1 => Just(Action::BuyCrm(cards::BuyCrm)),
    BuildCrm 1 => minutes().prop_map(|time| Action::BuildCrm(cards::BuildCrm { time })),
    Campaign 1 => (0..=board.media, 0..=board.industries, prop_oneof![1 => amount(), 1 => (1i64..50).prop_map(|n| Fen::yuan(n * 1_000))])
        .prop_map(|(medium, segment, budget)| Action::Campaign(cards::Campaign { medium: MediumId(medium), segment: IndustryId(segment), budget })),
    Bid 1 => (board.tender(), board.terms()).prop_map(|(tender, terms)| Action::Bid(cards::Bid { tender, terms })),
    Rebate 1 => (board.customer(), amount()).prop_map(|(customer, amount)| Action::Rebate(cards::Rebate { customer, amount })),
    Invest 1 => investment().prop_map(|what| Action::Invest(cards::Invest(what))),
    Close 1 => investment().prop_map(|what| Action::Close(cards::Close(what))),
    Nurture 1 => board.customers().prop_map(|customers| Action::Nurture(cards::Nurture { customers })),
    Design 1 => board.deal().prop_map(|deal| Action::Design(cards::Design { deal })),
    Hire 1 => role().prop_map(|role| Action::Hire(cards::Hire { role })),
    Train 1 => (role(), prop_oneof![4 => 0u8..3, 1 => any::<u8>()]).prop_map(|(role, person)| Action::Train(cards::Train { role, person })),
    GiveToPool 1 => board.customers().prop_map(|customers| Action::GiveToPool(cards::GiveToPool { customers })),
    TakeFromPool 1 => board.pooled().prop_map(|customers| Action::TakeFromPool(cards::TakeFromPool { customers })),
}

kinds! {
    /// Every kind of command, with how often it is drawn.
    commands, command_kind, Command, board:
    Add 20 => board.card().prop_map(Command::Add),
    Change 4 => (board.card_id(), board.card()).prop_map(|(id, card)| Command::Change(id, card)),
    Remove 2 => board.card_id().prop_map(Command::Remove),
    Clear 1 => Just(Command::Clear),
    Repeat 1 => Just(Command::Repeat),
    Refill 1 => Just(Command::Refill),
    Opening 1 => one_of!(Opening: Filled, Blank).prop_map(Command::Opening),
    Strategy 1 => aim(board).prop_map(Command::Strategy),
    Level 1 => (board.customer(), level()).prop_map(|(customer, level)| Command::Level(customer, level)),
    LevelAsTier 1 => board.customer().prop_map(Command::LevelAsTier),
    LevelByTier 1 => (tier(), level()).prop_map(|(tier, level)| Command::LevelByTier(tier, level)),
    Kind 1 => (board.customer(), kind()).prop_map(|(customer, kind)| Command::Kind(customer, kind)),
    Evaluate 1 => (board.customer(), tier(), one_of!(Reason: OrderSize, Growth, Loyalty, Reference, CostToServe))
        .prop_map(|(customer, tier, reason)| Command::Evaluate(customer, tier, reason)),
    Assign 1 => (board.customer(), prop_oneof![4 => 0u8..3, 1 => any::<u8>()]).prop_map(|(customer, owner)| Command::Assign(customer, owner)),
    AddTask 1 => (board.customer(), role(), one_of!(TaskKind: Call, Visit, Quote, Service, Survey), prop_oneof![4 => 0u16..15, 1 => any::<u16>()])
        .prop_map(|(customer, role, kind, due)| Command::AddTask { customer, role, kind, due: Round(due) }),
    FillTasks 1 => Just(Command::FillTasks),
    DropTask 1 => (0u32..200).prop_map(Command::DropTask),
    Note 4 => any_note(board).prop_map(Command::Note),
    Reserve 1 => board.deal().prop_map(Command::Reserve),
    Unreserve 1 => board.deal().prop_map(Command::Unreserve),
}

kinds! {
    /// Every kind of note, with how often it is drawn.
    notes, note_kind, Note, board:
    SaveQuery 1 => (text(), query()).prop_map(|(name, query)| Note::SaveQuery { name, query }),
    ChangeQuery 1 => (note_id(), text(), query()).prop_map(|(id, name, query)| Note::ChangeQuery { id, name, query }),
    DropQuery 1 => note_id().prop_map(Note::DropQuery),
    Own 1 => (board.customer(), own()).prop_map(|(customer, own)| Note::Own(customer, own)),
    Enter 1 => firm().prop_map(Note::Enter),
    ChangeFirm 1 => (note_id(), firm()).prop_map(|(id, firm)| Note::ChangeFirm(id, firm)),
    DropFirm 1 => note_id().prop_map(Note::DropFirm),
    Merge 1 => (note_id(), prop_oneof![board.customer().prop_map(Same::Customer), note_id().prop_map(Same::Firm)])
        .prop_map(|(firm, into)| Note::Merge { firm, into }),
    Talk 1 => (0u32..64, text()).prop_map(|(talk, text)| Note::Talk(TalkId(talk), text)),
    Task 1 => (0u32..60, text()).prop_map(|(task, text)| Note::Task(task, text)),
    Post 1 => (text(), prop::option::of(note_id())).prop_map(|(text, reply)| Note::Post { text, reply }),
    Withdraw 1 => note_id().prop_map(Note::Withdraw),
    Suggest 1 => (text(), one_of!(Signature: Signed, Anonymous)).prop_map(|(text, signature)| Note::Suggest { text, signature }),
    Leader 1 => role().prop_map(Note::Leader),
}

fn any_action(board: &Board) -> BoxedStrategy<Action> {
    Union::new_weighted(actions(board).into_iter().map(|(_, often, draw)| (often, draw)).collect()).boxed()
}

fn any_note(board: &Board) -> BoxedStrategy<Note> {
    Union::new_weighted(notes(board).into_iter().map(|(_, often, draw)| (often, draw)).collect()).boxed()
}

pub fn any_command(board: &Board) -> BoxedStrategy<Command> {
    Union::new_weighted(commands(board).into_iter().map(|(_, often, draw)| (often, draw)).collect()).boxed()
}

/// A command of any seat, also of one that does not exist.
pub fn any_said(board: &Board) -> impl Strategy<Value = (Seat, Command)> + use<> {
    (0u8..4, role(), any_command(board)).prop_map(|(team, role, command)| (Seat { team: TeamId(team), role }, command))
}
