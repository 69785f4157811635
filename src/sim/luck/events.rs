//! What luck decides: every event with its parts, in one table (docs/model.md#draws).
//!
//! An event is drawn as one block of sixteen words; each part is a word of its own. The numbers of events are part of the key and
//! the places of parts part of the draw: neither ever changes, and those given up are not used again. A new part goes to the end.

use crate::sim::units::RivalId;

/// Words of a block, and so the most parts of an event.
pub const WORDS: usize = 16;

/// Which of a game's two lucks an event belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Who the customers are and what they need; also what bots choose, so that they do the same on the same board.
    Board,
    /// How chances fall.
    Outcomes,
}

/// An event whose parts are named by this type.
pub trait Event: Copy {
    /// Part of the key.
    const NUMBER: u8;
    /// Whose luck it is.
    const KEY: Key;

    /// The word of the block that this part is, below [`WORDS`].
    fn word(self) -> usize;
}

macro_rules! events {
    ($($(#[$about:meta])* $number:literal $key:ident $event:ident { $($(#[$part_about:meta])* $part:ident,)+ })+) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum $event {
                $($(#[$part_about])* $part,)+
            }

            impl Event for $event {
                const NUMBER: u8 = $number;
                const KEY: Key = Key::$key;

                fn word(self) -> usize {
                    const { assert!([$($event::$part),+].len() <= WORDS, "an event has at most as many parts as a block has words") };
                    self as usize
                }
            }
        )+

        #[cfg(test)]
        const PLAIN: &[u8] = &[$($number),+];
    };
}

events! {
    /// A made customer, before the game.
    1 Board Maker {
        /// Its place among the order values of its market.
        Size,
        /// Its place in the list of names.
        Name,
        /// Industry or segment.
        Segment,
        /// Where in the list of names its people begin.
        People,
        /// How much dearer than others it finds a price.
        PriceSensitivity,
        /// How much more than others it feels service.
        ServiceSensitivity,
        /// Whether a rival supplies it at the start.
        Supplied,
        /// Which rival that is.
        Supplier,
        /// Whether it comes of itself.
        Comes,
        /// In which round.
        ComesIn,
        /// By which channel.
        ComesBy,
        /// What a contract from before the game is about.
        ContractClass,
        /// When that contract ends.
        ContractEnd,
    }

    /// A need of a customer, by its round and source.
    3 Board Wish {
        /// Whether it arises this round, where nothing else brings it about.
        Arises,
        /// Its value beside the customer's usual order.
        Size,
        /// What it is about.
        Class,
        /// How far the customer may go beyond its value.
        Budget,
        /// Put out to tender, whether price or quality decides.
        ByPrice,
    }

    /// A scripted tender.
    4 Board Announcement {
        /// Which customer of the industry puts it out.
        Buyer,
    }

    /// A rival in a tender.
    11 Outcomes RivalBid {
        /// Whether it bids.
        Bids,
        /// How its price strays.
        Price,
        /// How its fit strays.
        Fit,
        /// How its relation strays.
        Relation,
    }

    /// A customer looked for, or looked into, in a month.
    12 Outcomes Search {
        /// Whether an exhibition finds it.
        Exhibition,
        /// Whether a summit does.
        Summit,
        /// Whether prospecting does.
        Prospecting,
        /// Whether a visitor is received and recorded.
        Reception,
        /// Whether research brings a need to light.
        Research,
        /// Whether a free check of the needs does.
        FreeCheck,
        /// Whether a check of what was sold does.
        ProactiveCheck,
        /// Whether a new owner hears of one.
        NewOwner,
    }

    /// A customer in a campaign, by its medium.
    13 Outcomes Audience {
        /// Whether it answers.
        Answers,
    }

    /// What may trouble a customer in a month.
    15 Outcomes Trouble {
        /// Whether a ticket arises, where no script brings it.
        Arises,
        /// Minor, major or critical.
        Class,
        /// Whether a major problem is voiced.
        Voiced,
        /// Whether the customer solves a minor one itself on the web platform.
        SolvedAlone,
        /// On which day of the month the ticket comes in.
        Day,
        /// By how much it grows when it is first put off.
        Rework,
    }

    /// A buyer at the end of a month.
    16 Outcomes Departure {
        /// Whether it leaves.
        Leaves,
    }

    /// A satisfied buyer in a month.
    17 Outcomes Praise {
        /// Whether it names somebody.
        Names,
        /// From whom on in the list.
        Whom,
    }

    /// A lost customer asked back.
    18 Outcomes Return {
        /// Whether it comes.
        Comes,
    }

    /// A survey of a customer.
    19 Outcomes Survey {
        /// How far its answer lies from what it feels.
        Error,
    }

    /// A month of a contract's performance.
    20 Outcomes Performance {
        /// How it strays.
        Strays,
    }

    /// A gift beyond the rules, in a month.
    21 Outcomes Audit {
        /// Whether an audit finds it.
        Finds,
    }

    /// A member of staff in a month.
    22 Outcomes Resignation {
        /// Whether somebody leaves.
        Leaves,
    }

    /// An integrated CRM in the making.
    23 Outcomes Integration {
        /// Whether it succeeds.
        Succeeds,
    }

    /// A customer of the pool that several teams ask for.
    24 Outcomes PoolLot {
        /// The higher lot gets it.
        Lot,
    }
}

/// Manners of a made customer's people, by their place in the committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner(pub usize);

impl Event for Manner {
    const NUMBER: u8 = 2;
    const KEY: Key = Key::Board;

    fn word(self) -> usize {
        self.0 % WORDS
    }
}

/// Events with as many parts as it takes, each known by its number: sixteen a block, read by
/// [`Luck::nth`](super::draw::Luck::nth).
pub trait Numbered: Event + From<u16> {
    /// The number of the part, from 0.
    fn ordinal(self) -> u16;
}

macro_rules! numbered {
    ($($(#[$about:meta])* $number:literal $key:ident $event:ident;)+) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub struct $event(u16);

            impl Event for $event {
                const NUMBER: u8 = $number;
                const KEY: Key = Key::$key;

                fn word(self) -> usize {
                    usize::from(self.0) % WORDS
                }
            }

            impl From<u16> for $event {
                fn from(number: u16) -> $event {
                    $event(number)
                }
            }

            impl Numbered for $event {
                fn ordinal(self) -> u16 {
                    self.0
                }
            }
        )+

        #[cfg(test)]
        const NUMBERED: &[u8] = &[$($number),+];
    };
}

numbered! {
    /// What a bot makes of a customer, by what it weighs.
    5 Board Choice;
    /// A knob of a policy that is drawn, of a role in a month or of one for good.
    6 Board Whim;
    /// Whether a bot writes a card up, by its place among the role's of the month.
    7 Board Diligence;
    /// Whether a call on a contact ends in an advance, by its place among the calls of the month.
    14 Outcomes Advance;
}

/// An opportunity: what its customer thinks of each vendor, and what becomes of the order. All parts of the world and of the
/// first team lie in the world's block; other teams of a shared market have a block each for theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opportunity {
    /// The taste for buying nothing.
    Nothing,
    /// The taste for a team's bid.
    Own,
    /// How a decision maker's own mind strays from the committee's.
    Leaning,
    /// How delivered quality strays from what it should be.
    Delivery,
    /// The taste for a rival, of which there are at most nine.
    Rival(RivalId),
}

impl Event for Opportunity {
    const NUMBER: u8 = 10;
    const KEY: Key = Key::Outcomes;

    fn word(self) -> usize {
        match self {
            Opportunity::Nothing => 0,
            Opportunity::Own => 1,
            Opportunity::Leaning => 2,
            Opportunity::Delivery => 3,
            Opportunity::Rival(rival) => 4 + rival.index() % (WORDS - 4),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_events_share_a_number() {
        let numbers: Vec<u8> = PLAIN.iter().chain(NUMBERED).copied().chain([Manner::NUMBER, Opportunity::NUMBER]).collect();
        assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len());
    }

    /// A part that moved would change every game of this version without anybody having decided so.
    #[test]
    fn the_last_part_of_each_event_lies_where_it_always_did() {
        fn at<E: Event>(part: E) -> (u8, usize) {
            (E::NUMBER, part.word())
        }
        let last = [
            at(Maker::ContractEnd),
            at(Manner(5)),
            at(Wish::ByPrice),
            at(Announcement::Buyer),
            at(Choice(17)),
            at(Whim(17)),
            at(Diligence(17)),
            at(Opportunity::Delivery),
            at(Opportunity::Rival(RivalId(8))),
            at(RivalBid::Relation),
            at(Search::NewOwner),
            at(Audience::Answers),
            at(Advance(17)),
            at(Trouble::Rework),
            at(Departure::Leaves),
            at(Praise::Whom),
            at(Return::Comes),
            at(Survey::Error),
            at(Performance::Strays),
            at(Audit::Finds),
            at(Resignation::Leaves),
            at(Integration::Succeeds),
            at(PoolLot::Lot),
        ];
        let places = [
            (1, 12),
            (2, 5),
            (3, 4),
            (4, 0),
            (5, 1),
            (6, 1),
            (7, 1),
            (10, 3),
            (10, 12),
            (11, 3),
            (12, 7),
            (13, 0),
            (14, 1),
            (15, 5),
            (16, 0),
            (17, 1),
            (18, 0),
            (19, 0),
            (20, 0),
            (21, 0),
            (22, 0),
            (23, 0),
            (24, 0),
        ];
        assert_eq!(last, places);
    }

    #[test]
    fn every_part_of_an_opportunity_has_a_word_of_its_own() {
        let rivals = (0..9).map(|i| Opportunity::Rival(RivalId(i)));
        let parts = [Opportunity::Nothing, Opportunity::Own, Opportunity::Leaning, Opportunity::Delivery].into_iter().chain(rivals);
        let words: BTreeSet<usize> = parts.clone().map(Event::word).collect();
        assert_eq!(words.len(), parts.count());
        assert!(words.iter().all(|&word| word < WORDS));
    }
}
