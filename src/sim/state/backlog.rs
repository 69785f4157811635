//! A list in the order in which things arose, that knows how much of its front is settled for good.
//!
//! Needs and deals pile up over a game while only the last few are open; the phases ask for those. Reads as a slice, is
//! written to files and hashed as a plain list.

use serde::{Serialize, Serializer};
use std::ops::{Deref, DerefMut, Range};

/// Items, and how many of them at the front are settled.
#[derive(Clone, Debug, PartialEq)]
pub struct Backlog<T> {
    items: Vec<T>,
    settled: usize,
}

impl<T> Backlog<T> {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Backlog<T> {
        Backlog { items: Vec::new(), settled: 0 }
    }

    /// Adds what has just arisen, as open.
    pub fn push(&mut self, item: T) {
        self.items.push(item);
    }

    /// Everything from the first item on that may still change.
    #[must_use]
    pub fn open(&self) -> &[T] {
        &self.items[self.settled..]
    }

    /// The same, to be changed.
    pub fn open_mut(&mut self) -> &mut [T] {
        &mut self.items[self.settled..]
    }

    /// Places of [`Backlog::open`] in the whole list.
    #[must_use]
    pub fn open_places(&self) -> Range<usize> {
        self.settled..self.items.len()
    }

    /// Leaves behind what is settled at the front.
    pub fn settle(&mut self, settled: impl Fn(&T) -> bool) {
        self.settled += self.open().iter().take_while(|item| settled(item)).count();
    }
}

impl<T> Default for Backlog<T> {
    fn default() -> Backlog<T> {
        Backlog::new()
    }
}

impl<T> Deref for Backlog<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T> DerefMut for Backlog<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<T: Serialize> Serialize for Backlog<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_settled_front_is_left_behind() {
        let mut list = Backlog::new();
        for number in [2, 4, 5, 6] {
            list.push(number);
        }
        list.settle(|n| n % 2 == 0);
        assert_eq!((list.open(), list.len(), list.open_places()), (&[5, 6][..], 4, 2..4));
        list.settle(|_| true);
        list.push(8);
        assert_eq!(list.open(), [8]);
        assert_eq!(serde_json::to_string(&list).expect("a list"), "[2,4,5,6,8]");
    }
}
