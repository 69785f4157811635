//! Games for the pictures: really played, by a simple hand that takes the cards it is offered.

use crate::advice::chances;
use crate::advice::offer::Offer;
use crate::bots::BotKind;
use crate::game::app::shown::{Ended, Shown};
use crate::game::app::told::LastTold;
use crate::game::results::{Disclosure, Standings};
use crate::game::session::{self, standings};
use crate::room::{Act, Player, Room, Setup, TeamSetup};
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::notes::{Condition, Firm, Note, OwnFields, Query, Signature, TalkId};
use crate::sim::planning::command::Command;
use crate::sim::scenario::{Investment, Supply};
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::terms::{Kind, Level, Payment, Positioning, Reason, Strategy, Tier};
use crate::sim::units::{IndustryId, Role, Seat, TeamId};
use crate::sim::view::View;
use crate::words::{Lang, tr};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Every view has a stamp of its own.
static NEXT: AtomicU64 = AtomicU64::new(1);

/// The seed of the games in the pictures.
const SEED: u64 = 7;

/// What is played in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// One of the cases that come with the game, by the name of its file.
    Own(&'static str),
    /// New Era, the last month as it opens: its questions are unanswered.
    Opened,
    /// New Era with goods that are bought for a stock.
    Stocked,
    /// New Era with all five roles, and two account managers.
    FiveRoles,
    /// One of the cases with so many customers known from the start.
    Known(&'static str, u16),
}

impl Case {
    /// The scenario's text.
    fn text(self) -> Option<Cow<'static, str>> {
        let file = |name: &str| crate::scenario::embedded().iter().find(|(file, _)| file.strip_suffix(".ron") == Some(name)).map(|(_, text)| *text);
        let changed = |what: &str| Some(Cow::Owned(file("new_era")?.replacen("    staff: (", what, 1)));
        match self {
            Case::Own(name) => Some(Cow::Borrowed(file(name)?)),
            Case::Opened => Some(Cow::Borrowed(file("new_era")?)),
            Case::Known(name, known) => Some(Cow::Owned(knowing(file(name)?, known))),
            Case::Stocked => changed("    supply: Stock(short: Late),\n    staff: ("),
            Case::FiveRoles => changed(
                r#"    roles: [Developer, AccountManager, Service, Cultivator, ProductSpecialist],
    people: (account_manager: 2),
    staff: (
        cultivator: (en: "Zhou Min", zh: "周敏"),
        product_specialist: (en: "Sun Tao", zh: "孙涛"),"#,
            ),
        }
    }
}

/// A scenario's text with another number of customers known at the start, half of whom have bought.
fn knowing(text: &str, known: u16) -> String {
    let line = |line: &str| match line.trim_start() {
        start if start.starts_with("known: ") => format!("known: {known},"),
        start if start.starts_with("installed: ") => format!("installed: {},", known / 2),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Case, months, whether in Chinese.
type Key = (Case, u16, bool);

/// A view, where the teams stand, and what the first was told of its deals before the last month.
pub type Sample = (Shown, Standings, LastTold);

static PLAYED: Mutex<BTreeMap<Key, Sample>> = Mutex::new(BTreeMap::new());

/// The desk after so many months of New Era, and the standings; none if the game cannot be set up.
pub fn after(months: u16, lang: Lang) -> Option<Sample> {
    after_in(Case::Own("new_era"), months, lang)
}

/// The same in another case.
pub fn after_in(case: Case, months: u16, lang: Lang) -> Option<Sample> {
    let key = (case, months, lang == Lang::Zh);
    if let Ok(played) = PLAYED.lock()
        && let Some(found) = played.get(&key)
    {
        return Some(found.clone());
    }
    let made = play(case, months, lang)?;
    if let Ok(mut played) = PLAYED.lock() {
        played.insert(key, made.clone());
    }
    Some(made)
}

fn seat(role: Role) -> Seat {
    Seat { team: TeamId(0), role }
}

/// The best other team at the end of New Era.
pub fn ended(lang: Lang) -> Option<Ended> {
    let (room, _) = played(Case::Own("new_era"), 99, lang)?;
    Some(session::ended(&room, seat(Role::AccountManager)))
}

fn play(case: Case, months: u16, lang: Lang) -> Option<Sample> {
    let (room, told) = played(case, months, lang)?;
    let view = room.view(seat(Role::AccountManager))?;
    let shown = Shown { view: Arc::new(view), stamp: NEXT.fetch_add(1, Ordering::Relaxed), roles: room.scenario().guide.roles().to_vec(), submitted: false };
    Some((shown, standings(&room, Disclosure::All), told))
}

fn played(case: Case, months: u16, lang: Lang) -> Option<(Room, LastTold)> {
    let text = case.text()?;
    let name = |key: &str| tr(lang, key).into_owned();
    let bots = |key: &str, kind: BotKind| TeamSetup { name: name(key), players: [Player::Bot(kind); Role::COUNT], members: Vec::new() };
    let teams = vec![
        TeamSetup { name: name("sample-team-1"), players: [Player::Person; Role::COUNT], members: Vec::new() },
        bots("sample-team-2", BotKind::Balanced),
        bots("sample-team-3", BotKind::SellAndForget),
        bots("sample-team-4", BotKind::Discounter),
    ];
    let setup = Setup { seed: SEED, luck: SEED, market: MarketKind::Mirror, rounds: None, fictional_names: false, compliance: Compliance::Show, teams };
    let mut room = Room::new(&text, setup).ok()?;
    let mut told = LastTold::default();
    while room.round().0 <= months && !room.over() {
        plan(&mut room);
        told = LastTold::new(room.round(), [(TeamId(0), chances::told(&room.view(seat(Role::AccountManager))?))]);
        let people: Vec<Seat> = room.people().collect();
        for seat in people {
            room.send(room.now(seat, Act::Submit)).ok()?;
        }
        room.resolve().ok()?;
    }
    if months > 0 && !room.over() && case != Case::Opened {
        plan(&mut room);
    }
    if months >= 5 && !room.over() {
        notes(&mut room, lang);
    }
    Some((room, told))
}

/// What a team writes down in the course of a game.
fn notes(room: &mut Room, lang: Lang) {
    let Some(view) = room.view(seat(Role::AccountManager)) else {
        return;
    };
    let text = |key: &str| tr(lang, key).into_owned();
    let mut say = |role: Role, note: Note| {
        let _ = room.send(room.now(seat(role), Command::Note(note)));
    };
    let slipping = Query(vec![Condition::Silent(1), Condition::NotSurveyed]);
    say(Role::Service, Note::SaveQuery { name: text("sample-query"), query: slipping });
    if let Some(customer) = view.customers.iter().find(|c| c.named) {
        let own = OwnFields { reach: text("sample-reach"), remark: text("sample-remark") };
        say(Role::AccountManager, Note::Own(customer.id, own));
        let talks = view.past.interactions.iter().enumerate().rev();
        if let Some((place, talk)) = talks.into_iter().find(|(_, t)| t.customer == customer.id) {
            say(talk.role, Note::Talk(TalkId(place as u32), text("sample-talk")));
        }
    }
    if let Some(task) = view.tasks.iter().find(|t| t.done.is_none()) {
        say(Role::AccountManager, Note::Task(task.id, text("sample-task")));
    }
    for key in ["sample-firm-1", "sample-firm-2"] {
        let own = OwnFields { reach: text("sample-firm-reach"), remark: String::new() };
        say(Role::Developer, Note::Enter(Firm { name: text(key), kind: Kind::Intending, own }));
    }
    say(Role::Developer, Note::Post { text: text("sample-message-1"), reply: None });
    let first = room.view(seat(Role::AccountManager)).and_then(|v| v.notes.messages.first().map(|m| m.id));
    let mut say = |role: Role, note: Note| {
        let _ = room.send(room.now(seat(role), Command::Note(note)));
    };
    say(Role::AccountManager, Note::Post { text: text("sample-message-2"), reply: first });
    say(Role::Service, Note::Post { text: text("sample-message-3"), reply: None });
    say(Role::Service, Note::Suggest { text: text("sample-suggestion"), signature: Signature::Anonymous });
}

/// Fills the month's plan with the cards a sensible beginner takes. What is refused is left out.
fn plan(room: &mut Room) {
    let Some(view) = room.view(seat(Role::AccountManager)) else {
        return;
    };
    let mut say = |role: Role, command: Command| {
        let _ = room.send(room.now(seat(role), command));
    };
    if view.round.0 == 1 {
        let strategy = Strategy {
            segments: (0..view.guide.industries.len().min(2)).map(IndustryId::at).collect(),
            positioning: Positioning::Service,
            levels: [Level::Partnership, Level::Proactive, Level::Accountable, Level::Reactive],
        };
        say(Role::AccountManager, Command::Strategy(strategy));
    }
    for customer in view.customers.iter().filter(|c| c.orders > 0 && c.named && c.placed.is_none()) {
        say(Role::AccountManager, Command::Evaluate(customer.id, Tier::Main, Reason::Growth));
    }
    for customer in view.customers.iter().filter(|c| c.qualified && c.kind == Kind::Intending) {
        say(Role::AccountManager, Command::Kind(customer.id, Kind::Qualified));
    }
    for (role, command) in cards(&view) {
        say(role, command);
    }
    say(Role::AccountManager, Command::FillTasks);
}

fn cards(view: &View) -> Vec<(Role, Command)> {
    let mut wanted: Vec<(Role, Command)> = Vec::new();
    let mut take = |offers: Vec<Offer>, test: &dyn Fn(&Action) -> bool| {
        for offer in offers.into_iter().filter(|o| o.missing.is_empty() && test(&o.card.action)) {
            wanted.push((offer.role, Command::Add(offer.card)));
        }
    };
    take(crate::advice::offer::desk_offers(view), &|a| {
        let now = view.round.0;
        matches!(
            a,
            Action::Exhibition(cards::Exhibition)
                | Action::Purchase(_)
                | Action::Queue(_)
                | Action::Forecast(cards::Forecast)
                | Action::Reception(_)
                | Action::PursueMany(_)
        ) || (matches!(a, Action::Campaign(_)) && (now == 3 || now == 5))
            || (matches!(a, Action::Bid(_)) && now > 4)
            || (matches!(a, Action::Invest(cards::Invest(Investment::WebPlatform))) && now == 6)
    });
    let mut customers: Vec<_> = view.customers.iter().collect();
    customers.sort_by_key(|c| (!c.named, std::cmp::Reverse(c.yearly_value), c.id));
    for customer in customers {
        take(crate::advice::offer::offers(view, customer.id), &|a| match a {
            Action::Pursue(_) | Action::Design(_) => true,
            Action::Research(_) | Action::Survey(_) | Action::FreeCheck(_) => customer.named,
            Action::Care(_) => customer.orders > 0,
            _ => false,
        });
    }
    // Where goods are kept, customers are given time to pay, every second one.
    if matches!(view.guide.supply, Supply::Stock(_)) {
        for (_, command) in &mut wanted {
            if let Command::Add(Card { action: Action::Pursue(cards::Pursue { deal, terms, .. }), .. }) = command
                && deal.customer.0.is_multiple_of(2)
            {
                terms.payment = Payment::Days60;
            }
        }
    }
    wanted.extend(staff(view));
    wanted
}

/// In the later months leads that stand still go to the pool, and the team grows and learns.
fn staff(view: &View) -> Vec<(Role, Command)> {
    let stuck: Vec<_> = view.customers.iter().filter(|c| c.orders == 0 && crate::crm::query::is_stuck(view, c)).map(|c| c.id).take(3).collect();
    let actions = match view.round.0 {
        7 if !stuck.is_empty() => vec![(Role::Developer, Action::GiveToPool(cards::GiveToPool { customers: stuck }))],
        8 => vec![
            (Role::Developer, Action::Hire(cards::Hire { role: Role::Developer })),
            (Role::Service, Action::Train(cards::Train { role: Role::Service, person: 0 })),
        ],
        _ => Vec::new(),
    };
    let card = |action: Action| Command::Add(Card { action, write_up: false });
    actions.into_iter().map(|(role, action)| (role, card(action))).collect()
}
