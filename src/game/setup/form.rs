//! The set-up as it is being filled in, and what it comes to.

use crate::bots::BotKind;
use crate::game::app::standings::Disclosure;
use crate::game::app::table::{TableRules, Undo};
use crate::room::{MAX_NAME, MAX_SHARED_TEAMS, Member, Player, Setup, TeamSetup};
use crate::sim::scenario::Guide;
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::units::Role;
use crate::words::{Lang, tr, tr_with};
use bevy::prelude::*;

/// Start a game with this set-up, at a table where this holds.
#[derive(Message, Clone, Debug)]
pub struct StartGame(pub Setup, pub TableRules);

/// Teams that fit one screen; a class with more comes with the class host.
pub const MOST_TEAMS: usize = MAX_SHARED_TEAMS;

/// Which number a game goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// The case's own.
    OfCase,
    /// The one that is written.
    Written,
}

/// Who plays a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occupant {
    /// Somebody at this screen.
    Person,
    /// A bot.
    Bot,
}

/// A team being set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamForm {
    /// As it is written now.
    pub name: String,
    /// By `Role::index`; a role that the case does not have goes with its stand-in.
    pub seats: [Occupant; Role::COUNT],
    /// The strategy of a team of bots only; in a human team they play the balanced one.
    pub bot: BotKind,
    /// The people by name and role; empty: one for each seat, or all around the screen.
    pub people: Vec<PersonForm>,
    /// The colour that was chosen, as a place in the palette; none: what its name says, or that of its place.
    pub colour: Option<usize>,
}

/// Somebody who plays, and the roles (by `Role::index`) he or she has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonForm {
    /// As it is written now.
    pub name: String,
    /// By `Role::index`.
    pub roles: [bool; Role::COUNT],
}

/// The form as it stands.
#[derive(Resource, Clone, Debug)]
pub struct SetupForm {
    /// Where the number comes from.
    pub number: Number,
    /// The number as it is written now, for [`Number::Written`].
    pub seed: String,
    /// How many months are played; None: as many as the case has.
    pub months: Option<u16>,
    /// A market for each team, or one for all.
    pub market: MarketKind,
    /// What the game does with gifts.
    pub compliance: Compliance,
    /// At most as many as fit one screen.
    pub teams: Vec<TeamForm>,
    /// The language whose names the untouched teams have.
    pub lang: Lang,
    /// How much of the standings is shown each month.
    pub standings: Disclosure,
    /// Whether taking a month back asks for the teacher's code.
    pub locks_undo: bool,
    /// The code as it is written now.
    pub code: String,
    /// The code is shown while it is written.
    pub shows_code: bool,
}

impl SetupForm {
    /// A person against two bots: the one that looks after its customers and the one that does not.
    #[must_use]
    pub fn new(lang: Lang) -> SetupForm {
        let bots = [BotKind::Balanced, BotKind::SellAndForget];
        let mut teams = vec![TeamForm {
            name: tr(lang, "setup-own-team").into_owned(),
            seats: [Occupant::Person; Role::COUNT],
            bot: BotKind::Balanced,
            people: Vec::new(),
            colour: None,
        }];
        teams.extend(bots.map(|bot| bot_team(lang, bot)));
        SetupForm {
            number: Number::OfCase,
            seed: String::new(),
            months: None,
            market: MarketKind::Mirror,
            compliance: Compliance::Show,
            teams,
            lang,
            standings: Disclosure::All,
            locks_undo: false,
            code: String::new(),
            shows_code: false,
        }
    }

    /// The number of the game as the form stands; None where what is written is none.
    #[must_use]
    pub fn game_number(&self, guide: &Guide) -> Option<u64> {
        match self.number {
            Number::OfCase => Some(guide.luck),
            Number::Written => self.seed.trim().parse().ok(),
        }
    }

    /// Writes another number than the one the game would have.
    pub fn draw_number(&mut self, guide: &Guide) {
        self.seed = next_seed(self.game_number(guide).unwrap_or(guide.luck)).to_string();
        self.number = Number::Written;
    }

    /// The set-up of a game of this case, or the key of what is wrong with the form.
    ///
    /// # Errors
    /// A locale key.
    pub fn setup(&self, guide: &Guide, fictional_names: bool) -> Result<Setup, &'static str> {
        let Some(seed) = self.game_number(guide) else { return Err("setup-bad-seed") };
        let names: Vec<&str> = self.teams.iter().map(|team| team.name.trim()).collect();
        if names.iter().any(|name| name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control)) {
            return Err("setup-bad-name");
        }
        if names.iter().enumerate().any(|(i, name)| names[..i].contains(name)) {
            return Err("setup-same-name");
        }
        for people in self.teams.iter().map(|team| &team.people) {
            let names: Vec<&str> = people.iter().map(|person| person.name.trim()).collect();
            let unreadable = |name: &&str| name.is_empty() || name.chars().count() > MAX_NAME || name.chars().any(char::is_control);
            if names.iter().any(unreadable) || names.iter().enumerate().any(|(i, name)| names[..i].contains(name)) {
                return Err("setup-bad-person");
            }
            if people.iter().any(|person| !person.roles.contains(&true)) {
                return Err("setup-idle-person");
            }
        }
        if self.table().is_none() {
            return Err("setup-bad-code");
        }
        if !self.teams.iter().any(|team| team.seats.iter().any(|seat| *seat != Occupant::Bot)) {
            return Err("setup-nobody");
        }
        let teams = self.teams.iter().map(|team| {
            let all_bots = team.seats == [Occupant::Bot; Role::COUNT];
            let bot = if all_bots { team.bot } else { BotKind::Balanced };
            let players = team.seats.map(|seat| if seat == Occupant::Bot { Player::Bot(bot) } else { Player::Person });
            let name = team.name.trim().to_owned();
            if team.people.is_empty() {
                return TeamSetup { name, players, members: Vec::new() };
            }
            let roles = |person: &PersonForm| Role::ALL.into_iter().filter(|role| person.roles[role.index()]).collect();
            let member = |person: &PersonForm| Member { name: person.name.trim().to_owned(), roles: roles(person) };
            TeamSetup::of_members(name, team.people.iter().map(member).collect(), bot)
        });
        Ok(Setup { seed, luck: seed, market: self.market, rounds: self.rounds(guide), fictional_names, compliance: self.compliance, teams: teams.collect() })
    }

    /// The months chosen, where this case can be played in so many.
    #[must_use]
    pub fn rounds(&self, guide: &Guide) -> Option<u16> {
        self.months.filter(|months| *months < guide.rounds && months_of(guide).contains(months))
    }

    /// A team that people take over from the computer no longer goes by the name of a strategy.
    pub fn let_people(&mut self, index: usize, lang: Lang) {
        let free = self.free_name(lang);
        let Some(team) = self.teams.get_mut(index) else { return };
        team.seats = [Occupant::Person; Role::COUNT];
        if team.name == bot_name(lang, team.bot) {
            team.name = free;
        }
    }

    /// The next class must not read the code of this one.
    pub fn forget_code(&mut self) {
        self.code.clear();
        self.shows_code = false;
        self.locks_undo = false;
    }

    /// What holds at the table; None where it is to be locked with what is no code.
    #[must_use]
    pub fn table(&self) -> Option<TableRules> {
        let undo = if self.locks_undo { Undo::locked(&self.code)? } else { Undo::Free };
        let colours = self.team_colours();
        let is_usual = colours.iter().enumerate().all(|(place, colour)| place == *colour);
        let colours = if is_usual { Vec::new() } else { colours.into_iter().filter_map(|colour| u8::try_from(colour).ok()).collect() };
        Some(TableRules { standings: self.standings, undo, colours })
    }

    /// The colour of each team, as a place in the palette.
    #[must_use]
    pub fn team_colours(&self) -> Vec<usize> {
        let teams: Vec<_> = self.teams.iter().map(|team| (team.colour, team.name.as_str())).collect();
        super::colours::of(&teams)
    }

    /// A name for one more team that none has yet.
    #[must_use]
    pub fn free_name(&self, lang: Lang) -> String {
        let numbered = (2..100).map(|number| numbered(number, lang));
        let mut names = std::iter::once(tr(lang, "setup-other-team").into_owned()).chain(numbered);
        names.find(|name| self.teams.iter().all(|team| team.name != *name)).unwrap_or_default()
    }
}

/// What a team without a name of its own is called.
fn numbered(number: usize, lang: Lang) -> String {
    tr_with(lang, "setup-team-number", &[("number", (number as u32).into())]).into_owned()
}

/// In how many months a case can be played, its own number last: never fewer than it needs for its story.
#[must_use]
pub fn months_of(guide: &Guide) -> Vec<u16> {
    const SHORT: [u16; 4] = [4, 6, 8, 10];
    let mut months: Vec<u16> = SHORT.into_iter().chain([guide.least_rounds]).filter(|months| (guide.least_rounds..guide.rounds).contains(months)).collect();
    months.push(guide.rounds);
    months.sort_unstable();
    months.dedup();
    months
}

/// A team of bots that play one strategy, with its name.
#[must_use]
pub fn bot_team(lang: Lang, bot: BotKind) -> TeamForm {
    TeamForm { name: bot_name(lang, bot), seats: [Occupant::Bot; Role::COUNT], bot, people: Vec::new(), colour: None }
}

/// What a strategy is called.
#[must_use]
pub fn bot_name(lang: Lang, bot: BotKind) -> String {
    tr(lang, &format!("bot-{}", bot.id())).into_owned()
}

/// Roles in turn for as many people: fewer than roles have several, more than roles share.
pub fn share_out(guide: &Guide, team: &mut TeamForm, count: usize, lang: Lang) {
    let roles = guide.roles();
    team.people = (0..count)
        .map(|place| {
            let name = tr_with(lang, "setup-person-number", &[("number", (place as u32 + 1).into())]).into_owned();
            let mut mine = [false; Role::COUNT];
            for (turn, role) in roles.iter().enumerate() {
                mine[role.index()] = turn % count == place || (count > roles.len() && place % roles.len() == turn);
            }
            PersonForm { name, roles: mine }
        })
        .collect();
    seat_people(guide, team);
}

/// The seats that people have follow from who plays what.
pub fn seat_people(guide: &Guide, team: &mut TeamForm) {
    if team.people.is_empty() {
        team.seats = [Occupant::Person; Role::COUNT];
        return;
    }
    for role in Role::ALL {
        let acting = guide.acting(role).index();
        let played = team.people.iter().any(|person| person.roles[acting]);
        team.seats[role.index()] = if played { Occupant::Person } else { Occupant::Bot };
    }
}

/// Another board: any other number does, and the same one every time keeps a class together.
#[must_use]
pub fn next_seed(seed: u64) -> u64 {
    seed % 999_999 + 1
}
