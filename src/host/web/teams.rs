//! The teams of a class as its console and its stage show them.

use crate::host::class::Student;
use crate::host::class::fact::{Place, StudentId, Team};
use crate::host::class::kept::Kept;
use crate::prose::writing;
use crate::room::{MemberId, Room, Standing};
use crate::sim::units::TeamId;
use crate::words::{Lang, decimal};

/// Somebody who takes part.
pub struct Person {
    /// The place on the list.
    pub number: u16,
    /// As everybody reads it.
    pub name: String,
    /// A browser has the seat.
    pub sits: bool,
}

impl Person {
    /// Somebody as the class has them.
    pub fn of(id: StudentId, student: &Student) -> Person {
        Person { number: id.0, name: student.name.clone(), sits: student.token.is_some() }
    }
}

/// A team as it stands.
pub struct Line {
    /// As everybody reads it.
    pub name: String,
    /// Its people.
    pub people: Vec<Person>,
    /// How many of them have handed their plans in, of all.
    pub handed: String,
    /// All of them.
    pub all_in: bool,
    /// Score or profit; empty before a game.
    pub figure: String,
    /// The same of the best team's, 0-100; None where nobody has gained anything.
    pub share: Option<u32>,
    /// Place among the teams, from 0.
    pub rank: usize,
}

/// All teams in their order.
pub fn lines(kept: &Kept, lang: Lang) -> Vec<Line> {
    let standings = kept.room().map(Room::standings).unwrap_or_default();
    let best = standings.iter().map(figure).fold(0.0_f64, f64::max);
    let line = |(place, team): (usize, &Team)| {
        let id = TeamId::at(place);
        let person = |place: &Place| Some(Person::of(place.student, kept.class().student(place.student)?));
        let people: Vec<Person> = team.places.iter().filter_map(person).collect();
        let has_handed_in = |room: &Room, member: usize| room.handed_in(id, Some(MemberId(member as u8)));
        let handed = kept.room().map_or(0, |room| (0..people.len()).filter(|&member| has_handed_in(room, member)).count());
        let rank = standings.iter().position(|standing| standing.team == id);
        let standing = rank.map(|rank| &standings[rank]);
        Line {
            name: team.name.clone(),
            handed: format!("{handed} / {}", people.len()),
            all_in: handed == people.len(),
            figure: standing.zip(kept.room()).map_or_else(String::new, |(standing, room)| match standing.score {
                Some(score) => decimal(score.total, 1),
                None => writing::money(lang, &room.scenario().guide, standing.contribution),
            }),
            share: standing.filter(|_| best > 0.0).map(|standing| (figure(standing) / best * 100.0).clamp(0.0, 100.0) as u32),
            rank: rank.unwrap_or(place),
            people,
        }
    };
    kept.class().teams.iter().enumerate().map(line).collect()
}

/// What the figures are called: profit, and the score once it is shown.
pub fn heading(kept: &Kept) -> &'static str {
    let is_scored = kept.room().is_some_and(|room| room.standings().iter().any(|standing| standing.score.is_some()));
    if is_scored { "results-score" } else { "host-profit" }
}

fn figure(standing: &Standing) -> f64 {
    standing.score.map_or_else(|| standing.contribution.to_yuan(), |score| score.total)
}
