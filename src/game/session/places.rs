//! Where the teams of a room stand, as far as the window may show it.

use crate::game::app::shown::Ended;
use crate::game::app::standings::{Disclosure, Standing, Standings};
use crate::prose::Prose;
use crate::prose::regrets::{self, ToldThen};
use crate::room::Room;
use crate::sim::units::{Role, Round, Seat, TeamId};
use crate::sim::view::View;
use crate::words::Lang;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where the teams of a room stand; at the end everything is shown, whatever was set.
#[must_use]
pub fn standings(room: &Room, disclosure: Disclosure) -> Standings {
    let places = room.standings();
    let is_scored = places.iter().any(|place| place.score.is_some());
    let list = places.into_iter().map(|s| {
        let score = s.score.unwrap_or_default();
        Standing {
            team: s.team,
            name: s.name,
            rank: 0,
            is_shared: false,
            contribution: s.contribution,
            total: score.total,
            parts: [score.contribution, score.equity, score.relations, score.forecast_hygiene, score.compliance],
            cash: s.cash,
            revenue: s.revenue,
            is_here: room.people().any(|seat| seat.team == s.team),
            month: s.month,
        }
    });
    let disclosure = if room.over() { Disclosure::All } else { disclosure };
    let list: Vec<Standing> = list.collect();
    let made = |standing: &Standing| {
        let (now, before) = room.made_of(standing.team);
        (standing.team, now, before)
    };
    let made = if is_scored { list.iter().map(made).collect() } else { Vec::new() };
    let mut standings = Standings { list, is_scored, disclosure, made };
    standings.rank();
    standings
}

/// What the results of a seat's team need beside its view; empty while the game runs.
#[must_use]
pub fn ended(room: &Room, seat: Seat) -> Ended {
    let mut told_then = BTreeMap::<Lang, ToldThen>::new();
    let months = if room.over() { room.rounds() } else { 0 };
    for month in (1..=months).map(Round) {
        let Some(then) = room.view_after(seat, month) else {
            told_then.clear();
            break;
        };
        for lang in Lang::ALL {
            told_then.entry(lang).or_default().extend(regrets::of_month(&Prose::new(&then, lang), month));
        }
    }
    Ended { beside: best_other(room, seat.team).map(Arc::new), told_then }
}

/// What the team knows that earned most beside this one; None while the game runs, and of a team alone.
fn best_other(room: &Room, team: TeamId) -> Option<View> {
    if !room.over() {
        return None;
    }
    let best = room.standings().into_iter().filter(|place| place.team != team).max_by_key(|place| (place.contribution, Reverse(place.team)))?;
    room.view(Seat { team: best.team, role: Role::AccountManager })
}
