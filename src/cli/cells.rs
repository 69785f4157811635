//! Columns of a terminal, in which a Chinese letter takes two cells.

/// Cells of a terminal: Chinese letters take two.
pub fn width(text: &str) -> usize {
    text.chars().map(|letter| if matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}') { 2 } else { 1 }).sum()
}

/// To so many cells; longer ones are cut.
pub fn pad(text: &str, cells: usize) -> String {
    let mut cut = String::new();
    let mut used = 0;
    let long = width(text) > cells;
    let room = if long { cells - 1 } else { cells };
    for letter in text.chars() {
        let wide = width(letter.encode_utf8(&mut [0; 4]));
        if used + wide > room {
            break;
        }
        cut.push(letter);
        used += wide;
    }
    if long {
        cut.push('…');
        used += 1;
    }
    cut.push_str(&" ".repeat(cells.saturating_sub(used)));
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_and_filled_to_the_cell() {
        assert_eq!([pad("abc", 5), pad("新时代", 8), pad("新时代网络公司", 8), pad("abcdef", 4)], ["abc  ", "新时代  ", "新时代… ", "abc…"]);
    }
}
