//! Why shards do not make a whole.

use rapport::calibrate::{MOST_SEEDS, MOST_SHARDS, Mismatch, SHARD_FORMAT, Shard};
use rapport::words::{Arg, Lang, tr_with};

/// In English what the mismatch says of itself.
pub fn mismatch(lang: Lang, why: &Mismatch) -> String {
    let range = |[start, end]: &[u64; 2]| format!("{start}..{end}");
    let say = |key: &str, args: &[(&str, String)]| {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, value)| (*name, value.into())).collect();
        tr_with(lang, key, &args).into_owned()
    };
    let file = |file: &String| ("file", file.clone());
    match why {
        Mismatch::Nothing => say("cli-calibrate-shards-none", &[]),
        Mismatch::Format { file: name, found } => {
            say("cli-calibrate-shards-format", &[file(name), ("found", found.clone()), ("needed", SHARD_FORMAT.to_owned())])
        }
        Mismatch::Size { file: name, seeds, count } => {
            let most = [("most", MOST_SEEDS.to_string()), ("shards", MOST_SHARDS.to_string())];
            say("cli-calibrate-shards-size", &[&[file(name), ("seeds", range(seeds)), ("count", count.to_string())], &most[..]].concat())
        }
        Mismatch::Other { file: name, scenario } => say("cli-calibrate-shards-other", &[file(name), ("scenario", scenario.clone())]),
        Mismatch::Seeds { file: name, found, first } => say("cli-calibrate-shards-seeds", &[file(name), ("found", range(found)), ("first", range(first))]),
        Mismatch::Count { file: name, found, count } => {
            say("cli-calibrate-shards-count", &[file(name), ("found", found.to_string()), ("count", count.to_string())])
        }
        Mismatch::Twice { file: name, shard, other } => {
            say("cli-calibrate-shards-twice", &[file(name), ("shard", shard.to_string()), ("other", other.clone())])
        }
        Mismatch::Boards { file: name, shard } => say("cli-calibrate-shards-boards", &[file(name), ("shard", shard.to_string())]),
        Mismatch::Missing(shards) => say("cli-calibrate-shards-missing", &[("shards", shards.iter().map(Shard::to_string).collect::<Vec<_>>().join(", "))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mismatch_is_told_in_both_languages() {
        let (file, shard) = ("a.json".to_owned(), Shard { index: 2, count: 3 });
        let all = [
            Mismatch::Nothing,
            Mismatch::Format { file: file.clone(), found: "other".to_owned() },
            Mismatch::Size { file: file.clone(), seeds: [7, 5], count: 9 },
            Mismatch::Other { file: file.clone(), scenario: "bank".to_owned() },
            Mismatch::Seeds { file: file.clone(), found: [1, 2], first: [3, 4] },
            Mismatch::Count { file: file.clone(), found: shard, count: 2 },
            Mismatch::Twice { file: file.clone(), shard, other: "b.json".to_owned() },
            Mismatch::Boards { file, shard },
            Mismatch::Missing(vec![shard, Shard { index: 3, count: 3 }]),
        ];
        for why in &all {
            assert_eq!(mismatch(Lang::En, why), why.to_string());
        }
        assert_eq!(mismatch(Lang::Zh, &all[6]), "a.json：分片 2/3 已在 b.json 中");
        assert_eq!(mismatch(Lang::Zh, &all[8]), "缺少分片：2/3, 3/3");
    }
}
