//! A run shared out: which seeds fall to a shard, and putting the shards' boards together again.
//!
//! Seeds go out in blocks of five, one block to each shard in turn. A shard's file holds its boards, no judgement; judged
//! is what all of them bring together, so that the result is that of a run in one piece, to the bit.

use super::{GROUP, MOST_SEEDS, MOST_SHARDS, Observation, Subject};
use crate::bots::{BotKind, Policy};
use crate::sim::RULES;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use std::ops::Range;
use thiserror::Error;

/// The form of a shard's file.
pub const FORMAT: &str = "rapport-calibration-1";

/// Number `index` of `count`, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    /// From 1 to `count`.
    pub index: u32,
    /// Into how many shards the run is shared out.
    pub count: u32,
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
}

impl Shard {
    /// The whole run.
    pub const ALL: Shard = Shard { index: 1, count: 1 };

    /// The seeds of this shard, in order.
    #[must_use]
    pub fn seeds(self, all: &Range<u64>) -> Vec<u64> {
        let block = |seed: u64| (seed - all.start) / GROUP as u64;
        all.clone().filter(|&seed| block(seed) % u64::from(self.count.max(1)) == u64::from(self.index) - 1).collect()
    }
}

/// What a shard leaves behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    format: String,
    /// For people: which scenario.
    scenario: String,
    /// Scenario, rules, bots and version of the program.
    fingerprint: String,
    /// All seeds of the run.
    seeds: [u64; 2],
    shard: Shard,
    boards: Vec<Observation>,
}

/// Why parts do not make a whole.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Mismatch {
    /// There are no parts.
    #[error("no shards to put together")]
    Nothing,
    /// A file that is no shard, or one of another form.
    #[error("{file}: not a shard of this version's kind (`{found}`, needed `{FORMAT}`)")]
    Format {
        /// Name of the part's file.
        file: String,
        /// The form it names.
        found: String,
    },
    /// It claims a run that cannot have been.
    #[error("{file}: of a run over the seeds {}..{} in {count} shards; there are at most {MOST_SEEDS} seeds, the smaller first, and {MOST_SHARDS} shards", seeds[0], seeds[1])]
    Size {
        /// Name of the part's file.
        file: String,
        /// First seed of its run, and the one after the last.
        seeds: [u64; 2],
        /// Into how many shards it says the run is shared out.
        count: u32,
    },
    /// Its fingerprint is not that of the subject.
    #[error("{file}: played with another scenario, other rules or another version of the program ({scenario})")]
    Other {
        /// Name of the part's file.
        file: String,
        /// Id of the scenario it was played with.
        scenario: String,
    },
    /// Of a run over other seeds.
    #[error("{file}: of a run over the seeds {}..{}, the first over {}..{}", found[0], found[1], first[0], first[1])]
    Seeds {
        /// Name of the part's file.
        file: String,
        /// First seed of its run, and the one after the last.
        found: [u64; 2],
        /// The same of the first part's run.
        first: [u64; 2],
    },
    /// Of a run shared out otherwise, or numbered outside it.
    #[error("{file}: a shard {found}, the first is one of {count}")]
    Count {
        /// Name of the part's file.
        file: String,
        /// What it says it is.
        found: Shard,
        /// How many shards there are by the first part.
        count: u32,
    },
    /// A shard that an earlier part holds already.
    #[error("{file}: shard {shard} is already in {other}")]
    Twice {
        /// Name of the part's file.
        file: String,
        /// What both say they are.
        shard: Shard,
        /// Name of the earlier file.
        other: String,
    },
    /// Its boards are not one for each seed of the shard, in order.
    #[error("{file}: holds other seeds than a shard {shard} should")]
    Boards {
        /// Name of the part's file.
        file: String,
        /// What it says it is.
        shard: Shard,
    },
    /// Shards that no part holds.
    #[error("missing: {}", .0.iter().map(Shard::to_string).collect::<Vec<_>>().join(", "))]
    Missing(Vec<Shard>),
}

/// What must be the same for boards to belong together.
fn fingerprint(subject: &Subject) -> String {
    let mut digest = Sha256::new();
    let policies: Vec<Policy> = BotKind::ALL.iter().map(|kind| kind.policy()).collect();
    for part in
        [env!("CARGO_PKG_VERSION").to_owned(), RULES.to_string(), format!("{:?}", subject.scenario), format!("{:?}", subject.own), format!("{policies:?}")]
    {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    base16ct::lower::encode_string(&digest.finalize())
}

impl Part {
    /// The part of a run over `seeds` that is `shard`, with the boards of its seeds in order.
    #[must_use]
    pub fn new(subject: &Subject, seeds: &Range<u64>, shard: Shard, boards: Vec<Observation>) -> Part {
        Part {
            format: FORMAT.to_owned(),
            scenario: subject.scenario.guide.id.to_string(),
            fingerprint: fingerprint(subject),
            seeds: [seeds.start, seeds.end],
            shard,
            boards,
        }
    }
}

/// All boards of the run in the order of their seeds, and the seeds; `parts` with the names of their files.
///
/// # Errors
/// If the parts are not exactly the shards of one run over this subject.
pub fn merge(subject: &Subject, parts: Vec<(String, Part)>) -> Result<(Range<u64>, Vec<Observation>), Mismatch> {
    let expected = fingerprint(subject);
    let Some((seeds, count)) = parts.first().map(|(_, part)| (part.seeds, part.shard.count)) else { return Err(Mismatch::Nothing) };
    let all = seeds[0]..seeds[1];
    let mut seen: Vec<(Shard, String)> = Vec::new();
    let mut boards = Vec::new();
    for (file, part) in parts {
        if part.format != FORMAT {
            return Err(Mismatch::Format { file, found: part.format });
        }
        let length = part.seeds[1].saturating_sub(part.seeds[0]);
        if !(1..=MOST_SEEDS).contains(&length) || !(1..=MOST_SHARDS).contains(&part.shard.count) {
            return Err(Mismatch::Size { file, seeds: part.seeds, count: part.shard.count });
        }
        if part.fingerprint != expected {
            return Err(Mismatch::Other { file, scenario: part.scenario });
        }
        if part.seeds != seeds {
            return Err(Mismatch::Seeds { file, found: part.seeds, first: seeds });
        }
        let shard = part.shard;
        if shard.count != count || !(1..=count).contains(&shard.index) {
            return Err(Mismatch::Count { file, found: shard, count });
        }
        if let Some((_, other)) = seen.iter().find(|(known, _)| *known == shard) {
            return Err(Mismatch::Twice { file, shard, other: other.clone() });
        }
        if !part.boards.iter().map(|board| board.seed).eq(shard.seeds(&all)) {
            return Err(Mismatch::Boards { file, shard });
        }
        boards.extend(part.boards);
        seen.push((shard, file));
    }
    let missing: Vec<Shard> = (1..=count).map(|index| Shard { index, count }).filter(|shard| seen.iter().all(|(known, _)| known != shard)).collect();
    if !missing.is_empty() {
        return Err(Mismatch::Missing(missing));
    }
    boards.sort_by_key(|board| board.seed);
    Ok((all, boards))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario;
    use proptest::prelude::*;
    use std::sync::{Arc, LazyLock};

    static SUBJECT: LazyLock<Subject> = LazyLock::new(|| {
        let (file, text) = scenario::embedded()[0];
        scenario::read_with_facts(file, text.as_bytes()).expect("the built-in scenario reads").into()
    });

    /// Boards that tell their seed and nothing else.
    fn boards(seeds: &[u64]) -> Vec<Observation> {
        seeds.iter().map(|&seed| Observation { seed, rework: seed as f64 / 3.0, ..Observation::default() }).collect()
    }

    fn parts(all: &Range<u64>, count: u32) -> Vec<(String, Part)> {
        (1..=count)
            .map(|index| {
                let shard = Shard { index, count };
                (format!("part{index}.json"), Part::new(&SUBJECT, all, shard, boards(&shard.seeds(all))))
            })
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_split_in_any_order_is_the_whole(start in 0u64..1_000_000, length in 1u64..80, count in 1u32..12, turn in 0usize..12) {
            let all = start..start + length;
            let mut parts = parts(&all, count);
            let turn = turn % parts.len();
            parts.rotate_left(turn);
            // through a file and back
            let parts = parts
                .into_iter()
                .map(|(file, part)| (file, serde_json::from_str(&serde_json::to_string(&part).expect("plain data")).expect("what was written")))
                .collect();
            let (seeds, merged) = merge(&SUBJECT, parts).expect("all shards");
            prop_assert_eq!(&seeds, &all);
            prop_assert_eq!(merged, boards(&all.collect::<Vec<_>>()));
        }

        #[test]
        fn shards_share_the_seeds_out_in_blocks_of_five(start in 0u64..1_000, length in 1u64..200, count in 1u32..9) {
            let all = start..start + length;
            let shards: Vec<Vec<u64>> = (1..=count).map(|index| Shard { index, count }.seeds(&all)).collect();
            let mut together: Vec<u64> = shards.iter().flatten().copied().collect();
            together.sort_unstable();
            prop_assert_eq!(together, all.clone().collect::<Vec<_>>());
            for seeds in &shards {
                for block in seeds.chunks(GROUP) {
                    prop_assert!((block[0] - start).is_multiple_of(GROUP as u64) && block.windows(2).all(|pair| pair[1] == pair[0] + 1));
                }
            }
        }
    }

    /// Why two shards of 0..20, one of them changed, are refused.
    fn refusal(change: impl FnOnce(&mut Vec<(String, Part)>)) -> String {
        let mut parts = parts(&(0..20), 2);
        change(&mut parts);
        merge(&SUBJECT, parts).expect_err("something is wrong").to_string()
    }

    #[test]
    fn what_does_not_belong_together_is_refused() {
        assert_eq!(refusal(|parts| parts.clear()), "no shards to put together");
        assert_eq!(refusal(|parts| _ = parts.pop()), "missing: 2/2");
        assert_eq!(
            refusal(|parts| {
                let first = parts[0].1.clone();
                parts.push(("again.json".into(), first));
            }),
            "again.json: shard 1/2 is already in part1.json"
        );
        assert_eq!(refusal(|parts| parts[1].1.seeds = [0, 25]), "part2.json: of a run over the seeds 0..25, the first over 0..20");
        let claims = |seeds, count| refusal(|parts| (parts[0].1.seeds, parts[0].1.shard.count) = (seeds, count));
        for (seeds, count) in [([0, u64::MAX], 2), ([0, 0], 1), ([9, 3], 2), ([0, 20], u32::MAX), ([0, 20], 0)] {
            let said = claims(seeds, count);
            assert!(said.starts_with(&format!("part1.json: of a run over the seeds {}..{} in {count} shards", seeds[0], seeds[1])), "{said}");
        }
        assert_eq!(refusal(|parts| parts[1].1.shard.count = 3), "part2.json: a shard 2/3, the first is one of 2");
        assert_eq!(refusal(|parts| _ = parts[1].1.boards.pop()), "part2.json: holds other seeds than a shard 2/2 should");
        assert_eq!(refusal(|parts| parts[0].1.format.clear()), "part1.json: not a shard of this version's kind (``, needed `rapport-calibration-1`)");
        assert_eq!(
            refusal(|parts| parts[0].1.fingerprint.clear()),
            "part1.json: played with another scenario, other rules or another version of the program (new_era)"
        );
    }

    #[test]
    fn another_rule_or_claim_is_another_run() {
        let mut other = SUBJECT.clone();
        let mut changed = (*other.scenario).clone();
        let mut guide = (*changed.guide).clone();
        guide.rules.care.trust += 0.5;
        changed.guide = Arc::new(guide);
        other.scenario = Arc::new(changed);
        assert_ne!(fingerprint(&SUBJECT), fingerprint(&other));
        assert_eq!(fingerprint(&SUBJECT), fingerprint(&SUBJECT.clone()));
    }
}
