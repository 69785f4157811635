//! How much work taking rounds back may ask for: a small log of a large game could otherwise keep a reader busy for hours.

/// More undone rounds than this are no game.
const MOST_UNDOS: usize = 500;
/// The same of decisions that undone rounds carry out again.
const MOST_DECISIONS: usize = 1_000_000;
/// The same of what is played again for them, in customers x teams x rounds: a few seconds.
const MOST_PLAYED: usize = 1_500_000;

/// What the rounds taken back so far have asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Effort {
    undos: usize,
    decisions: usize,
    played: usize,
}

impl Effort {
    /// Whether another round may be taken back.
    pub fn allows_more(self) -> bool {
        self.undos < MOST_UNDOS && self.decisions < MOST_DECISIONS && self.played < MOST_PLAYED
    }

    /// A round was taken back, with so many decisions carried out again; `played` counts what it takes to be where the game was.
    pub fn add(&mut self, decisions: usize, played: usize) {
        self.undos += 1;
        self.decisions += decisions;
        self.played = self.played.saturating_add(played);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many rounds may be taken back that ask for so much each.
    fn undos(decisions: usize, played: usize) -> usize {
        let mut effort = Effort::default();
        (0..)
            .take_while(|_| {
                let may = effort.allows_more();
                effort.add(decisions, played);
                may
            })
            .count()
    }

    #[test]
    fn a_class_takes_back_as_often_as_it_likes_and_a_huge_game_a_few_times() {
        // 40 customers and 20 teams: a month each time
        assert_eq!(undos(200, 40 * 20), 500);
        // 1,000 customers and 20 teams, of whose 24 months the first alone is kept
        assert_eq!(undos(200, 1_000 * 20 * 24), 4);
        assert_eq!(undos(250_000, 1), 4);
    }
}
