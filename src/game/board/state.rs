//! What the board remembers between frames.

use super::crowd::{Change, Group, changes};
use super::kept::Kept;
use super::layout::{Arrangement, PlacedToken};
use super::places::{Place, Plan};
use super::search;
use crate::prose::Prose;
use crate::prose::nearest::{self, Nearest};
use crate::sim::units::{CustomerId, TeamId};
use crate::sim::view::View;
use crate::words::Lang;
use bevy_egui::egui::Rect;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The board as the desk has it.
pub struct BoardView<'a> {
    /// The number of the view.
    pub stamp: u64,
    /// Where the tokens stand now; empty where nothing moves.
    pub tokens: &'a [PlacedToken],
    /// The customer whose sheet is open.
    pub selected: Option<CustomerId>,
    /// Whether the keyboard is heard: not while something lies over the board.
    pub hears_keys: bool,
    /// The part of the board that nothing lies over.
    pub free: Rect,
}

/// What the player did on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardChoice {
    /// Open this customer's sheet.
    Open(CustomerId),
    /// Open this customer's sheet where its deals are.
    OpenDeals(CustomerId),
    /// Close what is open.
    Close,
}

/// One place or group that fills the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Zoom {
    /// Where its customers stand.
    pub place: Place,
    /// The group; none for the whole place.
    pub group: Option<Group>,
    /// Its customers when it was opened, those that matter most first.
    pub members: Vec<CustomerId>,
    /// Whose board it was: another team at the same screen knows other customers.
    pub team: TeamId,
}

/// What the board remembers.
#[derive(Clone, Debug, Default)]
pub struct BoardUi {
    /// Lanes, pyramid or deals.
    pub plan: Plan,
    /// The one place or group on show; none for the whole board.
    pub zoom: Option<Zoom>,
    /// The group that the arrow keys have come to.
    pub at: Option<(Place, Group)>,
    /// What is typed into the search field.
    pub search: String,
    /// The search field has the keyboard.
    pub is_typing: bool,
    /// The customer that was scrolled to last, so that the wheel is free again.
    pub(super) scrolled: Option<CustomerId>,
    arrangement: Kept<Made, Arrangement>,
    found: Kept<(u64, String), Vec<CustomerId>>,
    changes: Kept<u64, BTreeMap<CustomerId, Vec<Change>>>,
    nearest: Option<NearestOf>,
}

/// Who is nearest to each empty place, as far as it was asked for, of this view and in this language.
type NearestOf = ((u64, Lang), BTreeMap<Vacant, Arc<Nearest>>);

/// A place of the board where nobody may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Vacant {
    /// A lane or a floor.
    Place(Place),
    /// A stage of the deals, 1 to 6.
    Stage(u8),
}

/// What an arrangement was made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Of the view.
    pub stamp: u64,
    /// Lanes or pyramid.
    pub plan: Plan,
    /// In whole points.
    pub size: [u32; 2],
    /// The text size in per cent.
    pub scale: u32,
    /// Names are of different lengths.
    pub lang: Lang,
    /// Who stands by name in any case.
    pub spotlight: BTreeSet<CustomerId>,
}

impl BoardUi {
    /// Takes back the nearest thing: what is searched for, the group on show, the place of the arrow keys; false if there is nothing.
    pub fn go_back(&mut self) -> bool {
        if self.is_typing || !self.search.is_empty() {
            self.search.clear();
            self.is_typing = false;
            return true;
        }
        self.zoom.take().is_some() || self.at.take().is_some()
    }

    /// Whether [`BoardUi::go_back`] has something to take back.
    #[must_use]
    pub const fn can_go_back(&self) -> bool {
        self.is_typing || !self.search.is_empty() || self.zoom.is_some() || self.at.is_some()
    }

    /// A new month: nobody stands where he stood.
    pub fn new_month(&mut self) {
        self.zoom = None;
        self.at = None;
        self.search.clear();
    }

    /// Where everybody stands, worked out with `make` if it is not known yet.
    pub(super) fn arrangement(&mut self, made: Made, make: impl FnOnce() -> Arrangement) -> Arc<Arrangement> {
        self.arrangement.get(made, make)
    }

    /// Who is searched for, the best match first; none while nothing is typed.
    pub(super) fn found(&mut self, prose: &Prose, stamp: u64) -> Option<Arc<Vec<CustomerId>>> {
        let text = self.search.trim();
        (!text.is_empty()).then(|| self.found.get((stamp, text.to_owned()), || search::matches(prose, text)))
    }

    /// What changed last month, by customer.
    pub(super) fn changes(&mut self, view: &View, stamp: u64) -> Arc<BTreeMap<CustomerId, Vec<Change>>> {
        self.changes.get(stamp, || changes(view))
    }

    /// What is said where nobody stands.
    pub(super) fn nearest(&mut self, prose: &Prose, stamp: u64, at: Vacant) -> Arc<Nearest> {
        let key = (stamp, prose.lang);
        let known = match &mut self.nearest {
            Some((kept, known)) if *kept == key => known,
            other => &mut other.insert((key, BTreeMap::new())).1,
        };
        let make = || match at {
            Vacant::Place(place) => place.nearest(prose),
            Vacant::Stage(stage) => nearest::stage(prose, stage),
        };
        Arc::clone(known.entry(at).or_insert_with(|| Arc::new(make())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::terms::Phase;

    #[test]
    fn one_thing_is_taken_back_at_a_time() {
        let zoom = Zoom { place: Place::Lane(Phase::Lost), group: None, members: Vec::new(), team: TeamId(0) };
        let mut board = BoardUi { zoom: Some(zoom), search: "x".to_owned(), ..BoardUi::default() };
        assert!(board.can_go_back() && board.go_back() && board.search.is_empty() && board.zoom.is_some());
        assert!(board.go_back() && board.zoom.is_none());
        assert!(!board.can_go_back() && !board.go_back());
    }
}
