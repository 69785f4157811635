//! The scenarios that come with the game: they load, and the case's figures come out exactly.

use rapport::scenario;

#[test]
fn new_era_loads() {
    for (name, text) in scenario::embedded() {
        let read = scenario::read(name, text.as_bytes());
        let lines: Vec<String> = read.err().into_iter().flatten().map(|issue| issue.to_string()).collect();
        assert_eq!(lines, Vec::<String>::new());
    }
}
