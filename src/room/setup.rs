//! What a game is set up with: board, market, teams, and who plays each role.

use super::RoomError;
use crate::bots::BotKind;
use crate::scenario::unseen;
use crate::sim::scenario::{Guide, Scenario};
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::units::{Role, Seat, TeamId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most teams of a mirror market.
pub const MAX_TEAMS: usize = 20;
/// The most teams that compete in one shared market (docs/model.md#markets).
pub const MAX_SHARED_TEAMS: usize = 6;
/// The most people of a team (groups of three to seven; fewer share the roles out).
pub const MAX_MEMBERS: usize = 7;
/// The most characters of a team's name.
pub const MAX_NAME: usize = 40;
/// The most customers x teams x rounds of a game: one of this size is read from its log and played again in a few seconds, and a
/// small log cannot ask for more.
pub const MAX_SIZE: usize = 480_000;
/// The most rounds of a game.
pub const MAX_ROUNDS: u16 = 60;

/// Everything the owner of a game chooses before it starts; with the scenario and the decisions, the whole game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// The board: the same seed brings the same customers and the same needs.
    pub seed: u64,
    /// How chances fall on it: the same number brings the same luck. Mostly the seed.
    pub luck: u64,
    /// A copy of the market for each team, or one for all (docs/model.md#markets).
    pub market: MarketKind,
    /// None: as many as the scenario has.
    pub rounds: Option<u16>,
    /// Show the scenario's made-up names instead of the case's own.
    pub fictional_names: bool,
    /// What the teacher lets the game do with gifts (docs/model.md#gifts); left out of logs where nothing was chosen.
    #[serde(default, skip_serializing_if = "shows")]
    pub compliance: Compliance,
    /// By team id; at least one, at most [`MAX_TEAMS`], in a shared market [`MAX_SHARED_TEAMS`].
    pub teams: Vec<TeamSetup>,
}

fn shows(compliance: &Compliance) -> bool {
    *compliance == Compliance::Show
}

/// A team: what it is called, and who plays its roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamSetup {
    /// Up to [`MAX_NAME`] characters, no two teams the same.
    pub name: String,
    /// By `Role::index`; a role that the scenario does not have is played by whoever plays its stand-in.
    pub players: [Player; Role::COUNT],
    /// The people of the team and the roles they play, where they are not simply one for each role or all around one
    /// screen: one person may play several roles, and several may share one (docs/model.md#roles). Empty: nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
}

/// Somebody who plays, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Up to [`MAX_NAME`] characters, no two of a team the same.
    pub name: String,
    /// At least one, each once, all of them in the scenario.
    pub roles: Vec<Role>,
}

/// Who plays a role: written as `person` or as a bot's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Player {
    /// Somebody who decides through [`Room::send`](super::Room::send).
    Person,
    /// A bot, which decides when the round is closed.
    Bot(BotKind),
}

impl From<Player> for String {
    fn from(player: Player) -> String {
        match player {
            Player::Person => "person".to_owned(),
            Player::Bot(kind) => kind.id().to_owned(),
        }
    }
}

impl TryFrom<String> for Player {
    type Error = String;
    fn try_from(id: String) -> Result<Player, String> {
        match id.as_str() {
            "person" => Ok(Player::Person),
            id => BotKind::from_id(id).map(Player::Bot).ok_or_else(|| format!("no player is called \"{}\"", id.escape_debug())),
        }
    }
}

impl TeamSetup {
    /// A team that people play in every role.
    #[must_use]
    pub fn of_people(name: impl Into<String>) -> TeamSetup {
        TeamSetup { name: name.into(), players: [Player::Person; Role::COUNT], members: Vec::new() }
    }

    /// A team that one kind of bot plays in every role.
    #[must_use]
    pub fn of_bots(name: impl Into<String>, kind: BotKind) -> TeamSetup {
        TeamSetup { name: name.into(), players: [Player::Bot(kind); Role::COUNT], members: Vec::new() }
    }

    /// The bot that plays every role of this team, if one does.
    #[must_use]
    pub fn all_bot(&self) -> Option<BotKind> {
        match self.all_alike() {
            Some(Player::Bot(kind)) => Some(kind),
            _ => None,
        }
    }

    /// Who plays every role, if it is the same everywhere.
    #[must_use]
    pub fn all_alike(&self) -> Option<Player> {
        let [first, others @ ..] = &self.players;
        others.iter().all(|other| other == first).then_some(*first)
    }

    /// A team of these people: a role that several have they share, a role that nobody has is a bot's.
    #[must_use]
    pub fn of_members(name: impl Into<String>, members: Vec<Member>, bot: BotKind) -> TeamSetup {
        let has = |role: Role| members.iter().any(|member| member.roles.contains(&role));
        let players = Role::ALL.map(|role| if has(role) { Player::Person } else { Player::Bot(bot) });
        TeamSetup { name: name.into(), players, members }
    }

    /// Place of a member among those who share a role, and how many they are; None if the member does not play it.
    #[must_use]
    pub fn sharing(&self, member: usize, role: Role) -> Option<(usize, usize)> {
        let sharing: Vec<usize> = (0..self.members.len()).filter(|&m| self.members[m].roles.contains(&role)).collect();
        sharing.iter().position(|&m| m == member).map(|place| (place, sharing.len()))
    }

    fn check_members(&self, roles: &[Role]) -> Result<(), RoomError> {
        let wrong = |problem: &'static str| Err(RoomError::Members { team: self.name.clone(), problem });
        if self.members.len() > MAX_MEMBERS {
            return wrong("a team has at most seven people");
        }
        let mut names = BTreeSet::new();
        for member in &self.members {
            if !readable(&member.name) || !names.insert(&member.name) {
                return wrong("each person needs a name of its own, with no blank at either end");
            }
            let there = !member.roles.is_empty() && member.roles.iter().all(|role| roles.contains(role));
            let twice = member.roles.iter().enumerate().any(|(i, role)| member.roles[..i].contains(role));
            if !there || twice {
                return wrong("each person plays one or more of the scenario's roles, each once");
            }
        }
        let played = |role: &Role| self.members.iter().any(|member| member.roles.contains(role));
        let agree = self.members.is_empty() || roles.iter().all(|role| played(role) == (self.players[role.index()] == Player::Person));
        if agree { Ok(()) } else { wrong("the roles of people are those that the members have") }
    }

    /// Whether a person plays any of its roles.
    #[must_use]
    pub fn has_people(&self) -> bool {
        self.players.contains(&Player::Person)
    }
}

impl Setup {
    /// Who sits on a seat of a scenario with these `roles`; None if there is no such seat.
    #[must_use]
    pub fn player(&self, roles: &[Role], seat: Seat) -> Option<Player> {
        self.teams.get(seat.team.index()).filter(|_| roles.contains(&seat.role)).map(|team| team.players[seat.role.index()])
    }

    /// Every seat of a scenario with these `roles` with its player, by team and role.
    pub fn seats(&self, roles: &[Role]) -> impl Iterator<Item = (Seat, Player)> {
        self.teams.iter().enumerate().flat_map(|(team, setup)| {
            let seat = move |role: Role| Seat { team: TeamId::at(team), role };
            roles.iter().map(move |&role| (seat(role), setup.players[role.index()]))
        })
    }

    /// Gives the roles that the scenario does not have to whoever plays their stand-ins.
    pub(super) fn settle(&mut self, guide: &Guide) {
        for team in &mut self.teams {
            for role in Role::ALL {
                team.players[role.index()] = team.players[guide.acting(role).index()];
            }
        }
    }

    /// Rounds of the game on this scenario.
    pub(super) fn rounds(&self, guide: &Guide) -> u16 {
        self.rounds.unwrap_or(guide.rounds)
    }

    pub(super) fn check(&self, scenario: &Scenario) -> Result<(), RoomError> {
        let guide = &scenario.guide;
        let most = match self.market {
            MarketKind::Mirror => MAX_TEAMS,
            MarketKind::Shared => MAX_SHARED_TEAMS,
        };
        if self.teams.is_empty() || self.teams.len() > most {
            return Err(RoomError::Teams { teams: self.teams.len(), most });
        }
        let (rounds, least) = (self.rounds(guide), guide.least_rounds.max(1));
        if rounds < least || rounds > MAX_ROUNDS {
            return Err(RoomError::Rounds { rounds, least, most: MAX_ROUNDS });
        }
        let (teams, customers) = (self.teams.len(), usize::from(scenario.market.customers));
        if customers * teams * usize::from(rounds) > MAX_SIZE {
            return Err(RoomError::Size { customers, teams, rounds });
        }
        let mut names = BTreeSet::new();
        for team in &self.teams {
            team.check_members(guide.roles())?;
            if !readable(&team.name) || !names.insert(&team.name) {
                return Err(RoomError::TeamName(team.name.clone()));
            }
        }
        Ok(())
    }
}

/// A name that can be shown: not empty, not too long, no blank at either end, no signs that do not show.
fn readable(name: &str) -> bool {
    !name.is_empty() && name == name.trim() && name.chars().count() <= MAX_NAME && !name.chars().any(|c| c.is_control() || unseen(c))
}
