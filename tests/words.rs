//! The texts: the same in both languages, all used, none missing, and Chinese written as Chinese.

use rapport::words::{Lang, listed_templates, mistake_templates, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Key and text of every message of a language.
fn messages(lang: Lang) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for (file, text) in sources(lang) {
        let mut key = None;
        for line in text.lines() {
            let is_start = line.starts_with(|first: char| first.is_ascii_lowercase());
            if let Some((name, value)) = line.split_once(" =").filter(|_| is_start) {
                let previous = messages.insert(name.to_owned(), value.trim().to_owned());
                assert!(previous.is_none(), "{}/{file}.ftl: \"{name}\" is there twice", lang.tag());
                key = Some(name.to_owned());
            } else if !line.trim().is_empty()
                && !line.starts_with('#')
                && let Some(text) = key.as_ref().and_then(|key| messages.get_mut(key))
            {
                text.push(' ');
                text.push_str(line.trim());
            }
        }
    }
    messages
}

/// All of `src` and of the report's templates, one text for each file.
fn source_files() -> Vec<(String, String)> {
    fn walk(folder: &Path, files: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                walk(&entry, files);
            } else if entry.extension().is_some_and(|extension| extension == "rs" || extension == "html") {
                let text = std::fs::read_to_string(&entry).expect("a text");
                let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
                files.push((entry.display().to_string(), code.join("\n")));
            }
        }
    }
    let mut files = Vec::new();
    for folder in ["src", "templates"] {
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    assert!(files.len() > 5);
    files
}

/// The keys written out in calls of `tr` and `tr_with`, and of `t` in templates.
fn keys_called(source: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    for call in ["tr(", "tr_with("] {
        for (place, _) in source.match_indices(call) {
            let before = source[..place].chars().next_back();
            if before.is_some_and(|before| before.is_alphanumeric() || before == '_') {
                continue;
            }
            let Some((_, second)) = source[place + call.len()..].split_once(',') else { continue };
            let Some(literal) = second.trim_start().strip_prefix('"') else { continue };
            keys.extend(literal.split('"').next());
        }
    }
    keys.extend(source.split(".t(\"").skip(1).filter_map(|rest| rest.split('"').next()));
    keys
}

/// The keys written out in calls of `say` and `say_with`, which take the key first.
fn keys_said(source: &str) -> Vec<&str> {
    let calls = ["say(", "say_with("];
    let starts = calls.into_iter().flat_map(|call| source.match_indices(call).map(move |(place, _)| &source[place + call.len()..]));
    starts.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).collect()
}

/// The beginnings of keys that are put together while running, such as `"cause-{}"`.
fn families(source: &str) -> Vec<&str> {
    let is_of_key = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    let parts = source.split('"').filter_map(|literal| literal.split_once('{').map(|(start, _)| start));
    parts.filter(|start| start.ends_with('-') && start.chars().all(is_of_key) && start.len() > 2).collect()
}

/// The named values in a text, `{ $name }`.
fn values(text: &str) -> BTreeSet<&str> {
    text.split('$').skip(1).filter_map(|rest| rest.split(|next: char| !(next.is_ascii_alphanumeric() || next == '-' || next == '_')).next()).collect()
}

#[test]
fn both_languages_have_the_same_keys_and_values() {
    let (english, chinese) = (messages(Lang::En), messages(Lang::Zh));
    let english_keys: BTreeSet<_> = english.keys().collect();
    let chinese_keys: BTreeSet<_> = chinese.keys().collect();
    assert!(english_keys.len() > 20);
    assert_eq!(english_keys, chinese_keys);
    for (key, text) in &english {
        assert_eq!(values(text), values(&chinese[key]), "{key}");
    }
}

#[test]
fn every_key_called_for_exists() {
    let messages = messages(Lang::En);
    for (file, source) in source_files() {
        for key in keys_called(&source).into_iter().chain(keys_said(&source)) {
            assert!(messages.contains_key(key) || key == "no-such-text", "{file}: there is no text \"{key}\"");
        }
    }
}

#[test]
fn every_key_is_used() {
    let sources = source_files();
    let families: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| families(source)).collect();
    let is_unused = |key: &String| {
        let literal = format!("\"{key}\"");
        let is_of_family = families.iter().any(|family| key.starts_with(family));
        !is_of_family && !sources.iter().any(|(_, source)| source.contains(&literal))
    };
    let unused: Vec<String> = messages(Lang::En).into_keys().filter(is_unused).collect();
    assert!(unused.is_empty(), "nothing in src uses {unused:?}");
}

#[test]
fn chinese_is_written_with_full_width_punctuation() {
    let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    for (key, text) in messages(Lang::Zh) {
        let letters: Vec<char> = text.chars().collect();
        for (place, mark) in letters.iter().enumerate().filter(|(_, mark)| ",.:;?!()".contains(**mark)) {
            let neighbours = [place.checked_sub(1), place.checked_add(1)];
            let touches = neighbours.into_iter().flatten().filter_map(|place| letters.get(place));
            assert!(!touches.copied().any(is_chinese), "{key}: \"{mark}\" beside Chinese in \"{text}\"");
        }
    }
}

#[test]
fn every_sign_is_in_our_fonts() {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts/signs.txt");
    let signs: BTreeSet<char> = std::fs::read_to_string(fonts).expect("the list of signs").chars().collect();
    for lang in Lang::ALL {
        for (key, text) in messages(lang) {
            for sign in text.chars() {
                assert!(signs.contains(&sign), "{key}: the fonts have no \"{sign}\"");
            }
        }
    }
}

/// Names come from outside: of the general standard list of characters, in traditional forms, from Europe and Vietnam.
#[test]
fn names_that_people_have_today_are_in_our_fonts() {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts/signs.txt");
    let signs: BTreeSet<char> = std::fs::read_to_string(fonts).expect("the list of signs").chars().collect();
    for name in ["王喆", "李煊", "郑堃", "陈昇", "淼龑", "㛃", "𬍛", "劉鄭蕭龍", "Škoda Őrsi", "Nguyễn Thị Ánh", "Ирина", "Γιάννης", "Żółć"]
    {
        let lacking: Vec<char> = name.chars().filter(|sign| !signs.contains(sign)).collect();
        assert!(lacking.is_empty(), "{name}: {lacking:?}");
    }
    let chinese = signs.iter().filter(|sign| ('\u{3400}'..).contains(*sign)).count();
    assert!(chinese > 11_000, "{chinese}");
}

/// A word that our texts do not use, what they say instead, and the keys or files that may say it all the same.
struct Banned {
    word: &'static str,
    instead: &'static str,
    /// Beginnings of keys, or names of files.
    but_in: &'static [&'static str],
}

const fn banned(word: &'static str, instead: &'static str, but_in: &'static [&'static str]) -> Banned {
    Banned { word, instead, but_in }
}

/// One term for one thing, and plain words (docs/glossary.md).
const BANNED_ENGLISH: [Banned; 15] = [
    banned("committee", "buying centre", &["cli-calibrate-fact-F32"]),
    banned("hygiene", "follow-up discipline", &[]),
    banned("symptom", "evidence", &[]),
    banned("symptoms", "evidence", &[]),
    banned("stave", "weakest stage", &[]),
    banned("smaller things", "other factors", &[]),
    banned("seed", "game number", &["cli-"]),
    banned("relation", "relationship, or track record", &[]),
    banned("whoever", "name who", &[]),
    banned("shall", "will, must or should", &[]),
    banned("dear", "expensive", &[]),
    banned("courts", "name what is done", &[]),
    banned("court", "name what is done", &[]),
    banned("never in the funnel", "sales outside the funnel", &[]),
    banned("gross profit", "gross margin", &[]),
];

const BANNED_CHINESE: [Banned; 20] = [
    banned("您", "你们", &[]),
    banned("委员会", "采购中心", &[]),
    banned("商机", "销售机会", &[]),
    banned("症状", "依据", &[]),
    banned("角色", "岗位", &[]),
    banned("巡检", "主动检修", &[]),
    banned("卫生", "跟进规范", &[]),
    banned("折让", "明示折扣", &[]),
    banned("资深客户", "高级客户", &[]),
    banned("好印象", "正面印象", &[]),
    banned("坏印象", "负面印象", &[]),
    // a contract is paid for with 违约金; a fine comes from an authority
    banned("罚款", "违约金", &["entry-fine", "told-bribe", "editor-gift-breach", "new_era", "Fine, in yuan."]),
    banned("笔机会", "个机会", &[]),
    banned("笔销售机会", "个销售机会", &[]),
    banned("个订单", "笔订单", &[]),
    banned("个客户", "位客户", &["editor-gift-lawful-text"]),
    banned("个联系人", "位联系人", &[]),
    banned("个公司", "家公司", &[]),
    banned("位公司", "家公司", &[]),
    banned("个企业", "家企业", &[]),
];

/// What players read, in a language: the texts by key, those of the cases by file, and what authors of cases are told.
fn read_by_players(lang: Lang) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = messages(lang).into_iter().collect();
    let mark = match lang {
        Lang::En => "en: \"",
        Lang::Zh => "zh: \"",
    };
    for (file, text) in rapport::scenario::embedded() {
        let name = file.trim_end_matches(".ron");
        let texts = text.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
        all.extend(texts.map(|text| (name.to_owned(), text.to_owned())));
    }
    if lang == Lang::Zh {
        all.extend(mistake_templates().chain(listed_templates()).map(|(english, chinese)| (english.to_owned(), chinese.to_owned())));
    }
    assert!(all.len() > 3_000);
    all
}

/// Whether a word stands in a text of small letters, as a whole where the language parts its words.
fn says(lang: Lang, text: &str, word: &str) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.match_indices(word).any(|(place, _)| {
        let beside = [text[..place].chars().next_back(), text[place + word.len()..].chars().next()];
        lang == Lang::Zh || !beside.into_iter().any(is_letter)
    })
}

#[test]
fn one_thing_has_one_name() {
    let mut faults = Vec::new();
    for (lang, table) in [(Lang::En, &BANNED_ENGLISH[..]), (Lang::Zh, &BANNED_CHINESE[..])] {
        for (place, text) in read_by_players(lang) {
            // what stands in braces is no word of ours
            let text = fixed(&text).to_lowercase();
            for Banned { word, instead, but_in } in table {
                let is_allowed = but_in.iter().any(|start| place.starts_with(start));
                if !is_allowed && says(lang, &text, word) {
                    faults.push(format!("{place}: \"{word}\" in \"{text}\"; say {instead}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_team_is_addressed_as_many() {
    for (place, text) in read_by_players(Lang::Zh) {
        let alone = text.split('你').skip(1).any(|rest| !rest.starts_with('们'));
        assert!(!alone, "{place}: 你们, not 你, in \"{text}\"");
    }
}

/// A text without what is put into it.
fn fixed(text: &str) -> String {
    let mut depth = 0_u32;
    let mut rest = String::new();
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            letter if depth == 0 => rest.push(letter),
            _ => {}
        }
    }
    rest
}

/// Texts that may name a number, by the beginning of their keys: no scenario can change it.
const NUMBERED: [&str; 54] = [
    // the tiers of the pyramid, stages and scales of a hundred
    "board-vip-hint",
    "board-main-hint",
    "board-ordinary-hint",
    "gloss-tier-",
    "tier-",
    "value-pareto",
    "gloss-stage",
    "missing-stage-",
    "deals-stage-of",
    "hint-deals-stage",
    "measure-",
    "estimate-records-hint",
    "estimate-trust-hint",
    "gloss-expectation",
    "gloss-support",
    "hint-customers-satisfaction",
    "hint-stages-rate",
    "hint-record-level",
    "made-relations",
    // how a figure is worked out
    "gloss-rfm",
    "hint-rfm-code",
    "value-page-10c",
    "tenc-hint",
    "hint-value-page-10c",
    "lifetime-",
    "hint-lifetime-",
    "kpi-churn-year",
    "kpi-equity-counts",
    "kpi-nps-counts",
    "contract-yearly-hint",
    "forecast-hint",
    "hint-forecast-accuracy",
    "made-forecast",
    "goal-scale",
    "made-contribution",
    "made-equity",
    "report-score-about",
    "finance-account",
    // the game's own: terms of payment, months, keys, codes, names, what the bots do, half hours
    "payment-",
    "month-",
    "desk-help",
    "settings-",
    "setup-bad-name",
    "bot-",
    "editor-hours-hint",
    "reject-time",
    "file-encoding",
    "file-ods",
    "file-old",
    "about-",
    // laws of the field, not of a case
    "record-first-hint",
    // what somebody says, and the pictures' sample firms
    "voice-",
    "cli-",
    "sample-",
];

#[test]
fn a_number_that_a_scenario_can_change_is_put_in() {
    let words = ["six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty", "hundred", "half", "dozen"];
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for lang in Lang::ALL {
        for (key, text) in messages(lang) {
            let text = fixed(&text).to_lowercase();
            let is_numbered = text.contains(|letter: char| letter.is_ascii_digit()) || lang == Lang::En && words.iter().any(|word| says(lang, &text, word));
            let allowed = NUMBERED.iter().find(|start| key.starts_with(**start));
            assert!(!is_numbered || allowed.is_some(), "{key}: a number in \"{text}\": make it a variable");
            if is_numbered {
                used.extend(allowed.copied());
            }
        }
    }
    let idle: Vec<&str> = NUMBERED.into_iter().filter(|start| !used.contains(start)).collect();
    assert!(idle.is_empty(), "no text that begins like {idle:?} names a number any more");
}

#[test]
fn no_space_stands_before_a_percent_sign() {
    let documents = ["README.md", "README.zh-CN.md", "scenarios/README.md", "scenarios/README.zh-CN.md", "docs/cases.md", "docs/glossary.md"];
    let documents = documents.map(|name| {
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name);
        (name.to_owned(), text)
    });
    for (place, text) in Lang::ALL.into_iter().flat_map(read_by_players).chain(documents) {
        for line in text.lines() {
            let starts = line.match_indices(" %").map(|(place, _)| &line[..place]);
            let is_apart = { starts }.any(|before| before.ends_with(|last: char| last.is_ascii_digit() || last == '}'));
            assert!(!is_apart, "{place}: a space before % in \"{line}\"");
        }
    }
}
