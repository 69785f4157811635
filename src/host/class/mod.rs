//! A class: who takes part, who plays with whom, and how far its lesson has come. It is the fold of its facts and nothing else; what a
//! person asks for is checked against it and becomes a fact, or is refused.

pub mod fact;
mod grouping;
pub mod kept;

use crate::room::{MAX_MEMBERS, MAX_TEAMS, Member, Setup, TeamSetup};
use crate::sim::state::{Compliance, MarketKind};
use crate::sim::units::{Role, TeamId};
use crate::store::sqlite::LogNumber;
use fact::{Clock, Fact, Line, Settings, StudentId, Team, TokenHash};

/// The most people of a class.
pub const MAX_STUDENTS: usize = MAX_TEAMS * MAX_MEMBERS;
/// The most characters of a name or a student's number.
pub const MAX_NAME: usize = 32;

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Student {
    /// As everybody reads it.
    pub name: String,
    /// The student's number, as text.
    pub number: Option<String>,
    /// Of the browser that has the seat; None: nobody sits there.
    pub token: Option<TokenHash>,
}

/// How far a class has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Students come in.
    Lobby,
    /// A game is on, kept in this log.
    Playing(LogNumber),
    /// The teacher has ended it; its last game, if there was one.
    Ended(Option<LogNumber>),
}

/// A class as its facts have made it.
#[derive(Clone, Debug)]
pub struct Class {
    /// What the teacher chose.
    pub settings: Settings,
    /// All who ever took part, by [`StudentId`].
    pub students: Vec<Student>,
    /// Who plays with whom, by `TeamId`; empty until the teacher forms teams.
    pub teams: Vec<Team>,
    /// How far it has come.
    pub stage: Stage,
    /// How long the month has.
    pub clock: Clock,
}

/// Why something was refused; each has a text of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum No {
    /// A name of 1 to [`MAX_NAME`] characters that show.
    #[error("a name has 1 to {MAX_NAME} characters")]
    Name,
    /// Somebody of that name (and number) sits there already, at another browser.
    #[error("somebody of this name is here already")]
    Taken,
    /// [`MAX_STUDENTS`] take part.
    #[error("the class is full")]
    Full,
    /// The class has not come so far, or is past it.
    #[error("this is not possible now")]
    NotNow,
    /// No team could be made of so few people.
    #[error("there is nobody to play")]
    Nobody,
    /// The seat is somebody else's, or the token is wrong.
    #[error("this seat is another browser's")]
    NotYours,
    /// What was set is none of what was offered.
    #[error("a value is none of those offered")]
    Value,
}

impl No {
    /// The key of its text.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            No::Name => "host-no-name",
            No::Taken => "host-no-taken",
            No::Full => "host-no-full",
            No::NotNow => "host-no-not-now",
            No::Nobody => "host-no-nobody",
            No::NotYours => "host-no-not-yours",
            No::Value => "host-no-value",
        }
    }
}

impl Class {
    /// A class that has just been created.
    #[must_use]
    pub fn new(settings: Settings) -> Class {
        Class { settings, students: Vec::new(), teams: Vec::new(), stage: Stage::Lobby, clock: Clock::Open }
    }

    /// The class that these lines have made; None where they do not begin with its creation.
    pub fn of(lines: impl IntoIterator<Item = Line>) -> Option<Class> {
        let mut lines = lines.into_iter();
        let Some(Line { fact: Fact::Created(settings), .. }) = lines.next() else { return None };
        let mut class = Class::new(settings);
        lines.for_each(|line| class.fold(line.fact));
        Some(class)
    }

    /// Takes a fact in. Facts were checked when they were made; one that fits nothing changes nothing.
    pub fn fold(&mut self, fact: Fact) {
        match fact {
            Fact::Created(_) => {}
            Fact::Joined { name, number, token } => self.students.push(Student { name, number, token }),
            Fact::Seated(student, token) => self.set_token(student, Some(token)),
            Fact::Freed(student) => self.set_token(student, None),
            Fact::Teams(teams) => self.teams = teams,
            Fact::Started(log) => self.stage = Stage::Playing(log),
            Fact::Clock(clock) => self.clock = clock,
            Fact::Ended => (self.stage, self.clock) = (Stage::Ended(self.game()), Clock::Open),
        }
    }

    fn set_token(&mut self, student: StudentId, token: Option<TokenHash>) {
        if let Some(student) = self.students.get_mut(student.index()) {
            student.token = token;
        }
    }

    /// The log of the game that is on, or was the last.
    #[must_use]
    pub const fn game(&self) -> Option<LogNumber> {
        match self.stage {
            Stage::Lobby => None,
            Stage::Playing(log) => Some(log),
            Stage::Ended(log) => log,
        }
    }

    /// Somebody who takes part.
    #[must_use]
    pub fn student(&self, id: StudentId) -> Option<&Student> {
        self.students.get(id.index())
    }

    /// Everybody with their places.
    pub fn everybody(&self) -> impl Iterator<Item = (StudentId, &Student)> {
        self.students.iter().enumerate().map(|(place, student)| (StudentId(place as u16), student))
    }

    /// Where somebody plays: the team, the place in it, the roles.
    #[must_use]
    pub fn place(&self, id: StudentId) -> Option<(TeamId, usize, &[Role])> {
        self.teams.iter().enumerate().find_map(|(team, plays)| {
            let place = plays.places.iter().position(|place| place.student == id)?;
            Some((TeamId::at(team), place, plays.places[place].roles.as_slice()))
        })
    }

    /// Whether a browser with this token sits there.
    #[must_use]
    pub fn sits(&self, id: StudentId, token: &TokenHash) -> bool {
        self.student(id).and_then(|student| student.token.as_ref()) == Some(token)
    }

    /// Somebody comes in under a name and perhaps a number: a free place on the list with that name is taken, else a new one is made.
    /// Without a list two of one name are two people only if their numbers tell them apart.
    ///
    /// # Errors
    /// [`No::Name`], [`No::Taken`], [`No::Full`]; [`No::NotNow`] for whoever is new once the class has ended.
    pub fn join(&self, name: &str, number: Option<&str>, token: TokenHash) -> Result<(StudentId, Fact), No> {
        let name = tidy(name).ok_or(No::Name)?;
        let number = match number.map(str::trim).filter(|number| !number.is_empty()) {
            Some(number) => Some(tidy(number).ok_or(No::Name)?),
            None => None,
        };
        if matches!(self.stage, Stage::Ended(_)) {
            return Err(No::NotNow);
        }
        let same = |student: &Student| student.name == name && (number.is_none() || student.number == number);
        let known: Vec<(StudentId, &Student)> = self.everybody().filter(|(_, student)| same(student)).collect();
        if let Some((id, _)) = known.iter().find(|(_, student)| student.token.is_none()) {
            return Ok((*id, Fact::Seated(*id, token)));
        }
        if !known.is_empty() {
            return Err(No::Taken);
        }
        if self.students.len() >= MAX_STUDENTS {
            return Err(No::Full);
        }
        Ok((StudentId(self.students.len() as u16), Fact::Joined { name, number, token: Some(token) }))
    }

    /// Teams of all who take part, as many as asked for.
    ///
    /// # Errors
    /// [`No::Nobody`] where nobody is there; [`No::NotNow`] once a game is on.
    pub fn group(&self, teams: usize, names: &[String], roles: &[Role]) -> Result<Fact, No> {
        if self.stage != Stage::Lobby {
            return Err(No::NotNow);
        }
        let teams = grouping::automatic(&self.everybody().map(|(id, _)| id).collect::<Vec<_>>(), teams, names, roles);
        if teams.is_empty() { Err(No::Nobody) } else { Ok(Fact::Teams(teams)) }
    }

    /// What the class's game is set up with; None before there are teams.
    #[must_use]
    pub fn setup(&self) -> Option<Setup> {
        let member = |place: &fact::Place| {
            let student = self.student(place.student)?;
            // two of one name in a team are told apart by their place on the list
            Some((student.name.clone(), place.student, place.roles.clone()))
        };
        let team = |team: &Team| {
            let people: Vec<(String, StudentId, Vec<Role>)> = team.places.iter().filter_map(member).collect();
            let twice = |name: &str| people.iter().filter(|(other, ..)| other == name).count() > 1;
            let members = people.iter().map(|(name, id, roles)| {
                let name = if twice(name) { format!("{name} ({})", id.0 + 1) } else { name.clone() };
                Member { name, roles: roles.clone() }
            });
            TeamSetup::of_members(team.name.clone(), members.collect(), crate::bots::BotKind::Balanced)
        };
        let Settings { seed, rounds, .. } = self.settings;
        let teams: Vec<TeamSetup> = self.teams.iter().map(team).collect();
        (!teams.is_empty()).then_some(Setup {
            seed,
            luck: seed,
            market: MarketKind::Mirror,
            rounds,
            fictional_names: false,
            compliance: Compliance::Show,
            teams,
        })
    }
}

/// A name as it is kept: blanks at the ends gone and inside made one; None where it is empty, too long, or has signs that do not show.
#[must_use]
pub fn tidy(name: &str) -> Option<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let shows = !name.chars().any(crate::scenario::unseen);
    (shows && (1..=MAX_NAME).contains(&name.chars().count())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    pub(super) fn settings() -> Settings {
        Settings {
            title: "Marketing 1".to_owned(),
            code: "K7M4QX".to_owned(),
            case: "new_era".to_owned(),
            seed: 7,
            rounds: None,
            minutes: Some(5),
            missing: fact::Missing::LastDraft,
            lang: Lang::En,
        }
    }

    fn token(number: u8) -> TokenHash {
        TokenHash(format!("{number:064}"))
    }

    fn enter(class: &mut Class, name: &str, number: Option<&str>, by: u8) -> Result<StudentId, No> {
        let (id, fact) = class.join(name, number, token(by))?;
        class.fold(fact);
        Ok(id)
    }

    #[test]
    fn a_name_is_taken_once_and_a_number_tells_two_of_one_name_apart() {
        let mut class = Class::new(settings());
        let first = enter(&mut class, "  王伟 ", None, 1).expect("comes in");
        assert_eq!(class.student(first).map(|student| student.name.as_str()), Some("王伟"));
        assert_eq!(enter(&mut class, "王伟", None, 2), Err(No::Taken));
        let second = enter(&mut class, "王伟", Some("007"), 2).expect("another one");
        assert!(second != first && class.students[second.index()].number.as_deref() == Some("007"));
        // an empty seat is the one of whoever bears the name
        class.fold(Fact::Freed(first));
        assert_eq!(enter(&mut class, "王伟", None, 3), Ok(first));
        assert!(class.sits(first, &token(3)) && !class.sits(first, &token(1)) && !class.sits(second, &token(3)));
        for wrong in ["", "  ", "\u{202e}evil", &"x".repeat(MAX_NAME + 1)] {
            assert_eq!(enter(&mut class, wrong, None, 4), Err(No::Name), "{wrong:?}");
        }
    }

    #[test]
    fn teams_share_out_all_roles_and_make_a_game() {
        let mut class = Class::new(settings());
        let roles = [Role::Developer, Role::AccountManager, Role::Service];
        assert_eq!(class.group(2, &[], &roles), Err(No::Nobody));
        for (number, name) in ["Ann", "Bo", "Chen", "Dora", "Emil"].into_iter().enumerate() {
            enter(&mut class, name, None, number as u8).expect("comes in");
        }
        let names = ["Foresight".to_owned(), "Morning Star".to_owned()];
        let fact = class.group(2, &names, &roles).expect("teams");
        class.fold(fact);
        let setup = class.setup().expect("a game");
        assert_eq!(setup.teams.iter().map(|team| team.members.len()).collect::<Vec<_>>(), [3, 2]);
        for team in &setup.teams {
            let mut played: Vec<Role> = team.members.iter().flat_map(|member| member.roles.clone()).collect();
            played.sort_unstable();
            assert_eq!(played, roles);
        }
        assert!(crate::room::Room::new(crate::scenario::embedded()[0].1, setup).is_ok());
        for (id, _) in class.everybody() {
            assert!(class.place(id).is_some_and(|(_, _, roles)| !roles.is_empty()), "{id:?}");
        }
        class.fold(Fact::Started(1));
        assert_eq!(class.group(1, &names, &roles), Err(No::NotNow));
    }

    #[test]
    fn a_class_is_the_fold_of_its_lines() {
        let facts = [Fact::Created(settings()), Fact::Joined { name: "Ann".to_owned(), number: None, token: Some(token(1)) }, Fact::Started(1), Fact::Ended];
        let lines: Vec<Line> = facts.into_iter().map(|fact| Line { at: fact::At(5), fact }).collect();
        let text: Vec<String> = lines.iter().map(|line| serde_json::to_string(line).expect("written")).collect();
        let read: Vec<Line> = text.iter().map(|line| serde_json::from_str(line).expect("read")).collect();
        assert_eq!(read, lines);
        let class = Class::of(read).expect("a class");
        assert_eq!((class.stage, class.students.len()), (Stage::Ended(Some(1)), 1));
        assert!(Class::of(lines.into_iter().skip(1)).is_none());
    }
}
