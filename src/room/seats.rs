//! What the room knows of its seats beyond the rules: who has handed in, how often a plan has changed, which requests were done.
//!
//! All of it follows from the records of the log alone.

use super::decision::{Act, MemberId, RequestId, Revision};
use super::setup::Setup;
use crate::sim::units::{Role, Round, Seat};
use std::collections::BTreeMap;

/// Members of a team, a bit each by their place; the only bit of a seat whose people nobody named.
type Members = u8;

/// Whose request of which number: team, role, member.
type Sent = (u8, Role, Option<MemberId>, RequestId);

#[derive(Clone, Debug)]
pub(super) struct Seats {
    /// By team and `Role::index`.
    seats: Vec<[State; Role::COUNT]>,
    /// What each request was about.
    done: BTreeMap<Sent, (Round, Act)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    revision: Revision,
    submitted: Members,
}

impl Seats {
    pub fn new(setup: &Setup) -> Seats {
        Seats { seats: vec![Default::default(); setup.teams.len()], done: BTreeMap::new() }
    }

    fn at(&self, seat: Seat) -> State {
        self.seats.get(seat.team.index()).map_or_else(State::default, |team| team[seat.role.index()])
    }

    pub fn revision(&self, seat: Seat) -> Revision {
        self.at(seat).revision
    }

    /// Any of these has handed in.
    pub fn any(&self, seat: Seat, who: Members) -> bool {
        self.at(seat).submitted & who != 0
    }

    /// All of these have handed in.
    pub fn all(&self, seat: Seat, who: Members) -> bool {
        self.at(seat).submitted & who == who
    }

    pub fn submit(&mut self, seat: Seat, who: Members) {
        self.seats[seat.team.index()][seat.role.index()].submitted |= who;
    }

    pub fn withdraw(&mut self, seat: Seat, who: Members) {
        self.seats[seat.team.index()][seat.role.index()].submitted &= !who;
    }

    /// Whatever was looked at before is no longer what lies on this desk.
    pub fn moved(&mut self, seat: Seat) {
        let revision = &mut self.seats[seat.team.index()][seat.role.index()].revision;
        revision.0 = revision.0.saturating_add(1);
    }

    /// Another month lies on every desk, and nobody has handed it in.
    pub fn other_month(&mut self) {
        for state in self.seats.iter_mut().flatten() {
            state.submitted = 0;
            state.revision.0 = state.revision.0.saturating_add(1);
        }
    }

    /// What this request was about, if it was carried out.
    pub fn done(&self, seat: Seat, member: Option<MemberId>, request: RequestId) -> Option<&(Round, Act)> {
        self.done.get(&(seat.team.0, seat.role, member, request))
    }

    /// Members choose their requests' numbers by themselves, so one's numbers are not another's.
    pub fn note_done(&mut self, seat: Seat, member: Option<MemberId>, request: RequestId, about: (Round, Act)) {
        self.done.insert((seat.team.0, seat.role, member, request), about);
    }

    /// What was planned in later months and who had handed in this one is no longer done: sent again, it is looked at anew.
    pub fn taken_back(&mut self, round: Round) {
        self.done.retain(|_, (of, act)| *of < round || *of == round && matches!(act, Act::Do(_)));
    }
}

/// Those who share a role, or the one of them that is named; None if the member does not play it.
pub(super) fn members(setup: &Setup, seat: Seat, member: Option<MemberId>) -> Option<Members> {
    let team = setup.teams.get(seat.team.index())?;
    let bit = |place: usize| 1u8.checked_shl(place as u32).unwrap_or(0);
    match member {
        Some(member) => team.sharing(member.index(), seat.role).map(|_| bit(member.index())),
        None if team.members.is_empty() => Some(bit(0)),
        None => Some((0..team.members.len()).filter(|&place| team.sharing(place, seat.role).is_some()).map(bit).fold(0, |all, one| all | one)),
    }
}
