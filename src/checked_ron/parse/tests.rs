//! The parser against RON of every shape, and against the crate that everybody else reads RON with.

use super::super::issue::report;
use super::*;
use ron::Value;

const BOX: Wanted = Wanted { noun: "box", field: "height: 12", names: "", most_bytes: 1_000 };

fn tree(text: &str) -> Node {
    match parse(text, BOX) {
        (Some(tree), findings) if findings.is_empty() => tree,
        (_, findings) => panic!("{text}: {findings:?}"),
    }
}

fn kind(text: &str) -> Kind {
    tree(text).kind
}

/// Places and messages as `line:column: problem`.
fn mistakes(text: &str) -> Vec<String> {
    report("f", parse(text, BOX).1).iter().map(|issue| format!("{}:{}: {}", issue.line, issue.column, issue.problem)).collect()
}

/// The same value, as far as `ron::Value` can say: it knows no names of variants.
fn same(node: &Node, value: &Value) -> bool {
    match (&node.kind, value) {
        (Kind::Bool(a), Value::Bool(b)) => a == b,
        (Kind::Number(a), Value::Number(b)) => *a == b.into_f64(),
        (Kind::Char(a), Value::Char(b)) => a == b,
        (Kind::Text(a), Value::String(b)) => a == b,
        (Kind::Word(_), Value::Unit) => true,
        (Kind::Record(_, fields), Value::Unit) => fields.is_empty(),
        (Kind::Option(a), Value::Option(b)) => match (a, b) {
            (Some(a), Some(b)) => same(a, b),
            (a, b) => a.is_none() && b.is_none(),
        },
        (Kind::List(a) | Kind::Tuple(_, a), Value::Seq(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Kind::Record(_, a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().all(|field| b.get(&Value::String(field.name.clone())).is_some_and(|value| same(&field.value, value)))
        }
        (Kind::Map(a), Value::Map(b)) => a.len() == b.len() && a.iter().all(|(key, a)| b.iter().any(|(name, b)| same(key, name) && same(a, b))),
        _ => false,
    }
}

#[test]
fn the_ron_crate_reads_the_same() {
    let shapes = [
        "(a: 1, b: [1_000, -2, +3, 0x1F, 0b101, 0o17, 1.5, .5, 2., 1e3, 1.5E-2,], c: {\"k\": 'x', \"l\": '\\n',},)",
        "Name(a: true, b: false, c: None, d: Some(1), e: Some((x: 1)), f: Word, g: Talk(\"boss\"), h: Pair(1, 2), i: ())",
        "/* a /* nested */ one */ [ // line\n \"tab\\t quote\\\" \\u{6587} \\x41 文\", r\"raw \\n\", r#\"raw \"# ]",
        "\"over\n  two lines\"",
        "[(1, 2), ((((3))))]",
    ];
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios")).expect("a folder");
    let paths = folder.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|end| end == "ron"));
    let files: Vec<String> = paths.map(|path| std::fs::read_to_string(path).expect("a text")).collect();
    assert!(files.len() > 5, "only {} files", files.len());
    for text in shapes.into_iter().chain(files.iter().map(String::as_str)) {
        let value: Value = ron::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert!(same(&tree(text), &value), "{text}\n{:?}\n{value:?}", tree(text));
    }
}

#[test]
fn every_value_has_its_place() {
    let text = "(\r\n\tname: \"中文\", list: [ 1,\n 22 ],\n)";
    let Kind::Record(None, fields) = kind(text) else { panic!("no record") };
    let places: Vec<String> = fields.iter().map(|field| format!("{} {} {}", field.name, field.place, field.value.place)).collect();
    assert_eq!(places, ["name 2:2 2:8", "list 2:14 2:20"]);
    let Kind::List(items) = &fields[1].value.kind else { panic!("no list") };
    assert_eq!(items.iter().map(|item| item.place.to_string()).collect::<Vec<_>>(), ["2:22", "3:2"]);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(tree("\u{feff}1").place.to_string(), "1:1");
}

#[test]
fn comments_end_with_the_lines_of_old_macs_too() {
    let text = crate::checked_ron::line_ends("// a comment\r(a: 1,\r b: [1 2])\r");
    assert_eq!(mistakes(&text), ["3:8: a comma is missing before this"]);
}

#[test]
fn reading_goes_on_after_a_mistake() {
    for (text, expected) in [
        (
            "[1 2, ?, 3x, \"\\q\", 4]",
            vec!["1:4: a comma is missing before this", "1:7: `?` cannot stand here", "1:10: `3x` is not a number", "1:15: an unknown `\\` in a text"],
        ),
        ("(a 1, b: , 5, c: 2)", vec!["1:4: a colon is missing before this", "1:10: a value is missing", "1:12: `5` cannot stand here"]),
        ("{\"a\" 1, : 2}", vec!["1:6: a colon is missing before this", "1:9: `:` cannot stand here"]),
        ("(a：1，b: 2）", vec!["1:3: full-width `：`", "1:5: full-width `，`", "1:10: full-width `）`"]),
        ("[１２, 3４, －5]", vec!["1:2: full-width `１`", "1:6: full-width `４` in `3４`", "1:10: full-width `－`"]),
        ("[1, / 2]", vec!["1:5: `/` cannot stand here"]),
        ("[1,, 2]", vec!["1:4: a value is missing"]),
        (
            "[--1, 1.2.3, _1, 0xg, 1__0]",
            vec!["1:2: `-` is not a number", "1:3: a comma is missing before this", "1:7: `1.2.3` is not a number", "1:18: `0xg` is not a number"],
        ),
    ] {
        assert_eq!(mistakes(text), expected, "{text}");
    }
}

#[test]
fn reading_stops_where_brackets_do_not_match() {
    for (text, expected) in [
        ("", "1:1: the file is empty"),
        ("(a: [1, 2)", "1:10: `)` does not fit"),
        ("(a: 1", "1:6: the file ends"),
        ("(a:", "1:4: the file ends"),
        ("[1] [2]", "1:5: `[` cannot stand here after the end of the box"),
        ("\"abc", "1:1: a text is not closed"),
        ("r#\"abc\"", "1:1: a text is not closed"),
        ("'ab'", "1:1: not a character"),
        ("/* /* */", "1:1: a comment is not closed"),
    ] {
        assert_eq!(mistakes(text), [expected], "{text}");
        assert!(parse(text, BOX).0.is_none(), "{text}");
    }
}
