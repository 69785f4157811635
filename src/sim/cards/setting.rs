//! What a player may set of a card, and must.

/// What there is to set of a card before it is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// There is something to set.
    pub any: bool,
    /// Dangerous or meaningless before somebody has looked at it.
    pub first: bool,
    /// It goes to customers or deals that are chosen, and none is chosen yet.
    pub lacks_choice: bool,
    /// Its interactions can be written up.
    pub writes_up: bool,
}

impl Setting {
    /// Played as it is.
    pub const NOTHING: Setting = Setting { any: false, first: false, lacks_choice: false, writes_up: false };
    /// Played as it is, once somebody has looked at what it costs.
    pub const CONFIRMED: Setting = Setting { first: true, ..Setting::NOTHING };
    /// Sensible as it is offered; may be changed.
    pub const MAY: Setting = Setting { any: true, ..Setting::NOTHING };
    /// To be set before it is played.
    pub const FIRST: Setting = Setting { first: true, ..Setting::MAY };

    /// The same, for a card that needs one of what is chosen at least.
    #[must_use]
    pub const fn of_some(self, chosen: usize) -> Setting {
        Setting { lacks_choice: chosen == 0, ..self }
    }

    /// The same, for a card whose interactions can be written up.
    #[must_use]
    pub const fn writing_up(self) -> Setting {
        Setting { writes_up: true, ..self }
    }
}
