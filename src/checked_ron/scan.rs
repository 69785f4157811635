//! Walks over the characters of a RON file: places, white space, comments, texts, numbers, names.
//!
//! Knows nothing of how values nest; that is `parse`. Mistakes that leave the reading in step are collected and passed
//! over; where reading cannot go on, `Stop` is returned after the mistake was collected.

use super::issue::{ENOUGH, Finding, Place, quoted};

/// Reading cannot go on; the reason has been collected.
#[derive(Clone, Copy, Debug)]
pub struct Stop;

#[derive(Clone, Copy, Debug)]
pub struct Mark {
    at: usize,
    pub place: Place,
}

pub struct Scanner<'t> {
    text: &'t str,
    mark: Mark,
    pub findings: Vec<Finding>,
    /// Names of the fields being read, for messages.
    pub path: Vec<String>,
}

impl<'t> Scanner<'t> {
    pub fn new(text: &'t str) -> Self {
        // Windows editors put a byte order mark before UTF-8
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Scanner { text, mark: Mark { at: 0, place: Place::START }, findings: Vec::new(), path: Vec::new() }
    }

    pub fn mark(&self) -> Mark {
        self.mark
    }

    pub fn place(&self) -> Place {
        self.mark.place
    }

    /// Goes back to a mark, forgetting nothing that was found.
    pub fn back(&mut self, mark: Mark) {
        self.mark = mark;
    }

    pub fn rest(&self) -> &'t str {
        self.text.get(self.mark.at..).unwrap_or("")
    }

    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.mark.at += c.len_utf8();
        if c == '\n' {
            self.mark.place.line += 1;
            self.mark.place.column = 1;
        } else {
            self.mark.place.column += 1;
        }
        Some(c)
    }

    pub fn eat(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.next();
        }
        found
    }

    pub fn complain(&mut self, place: Place, problem: impl Into<String>, allowed: impl Into<String>) {
        if self.findings.len() > ENOUGH {
            return;
        }
        let field = if self.path.is_empty() { "file".to_owned() } else { self.path.concat().trim_start_matches('.').to_owned() };
        self.findings.push(Finding { place, field, problem: problem.into(), allowed: allowed.into() });
    }

    /// What stands here, for a message.
    pub fn here(&self) -> String {
        match self.peek() {
            None => "the file ends".into(),
            Some(c) => match half_width(c) {
                Some(_) => format!("full-width {}", quoted(&c.to_string())),
                None => format!("{} cannot stand here", quoted(&c.to_string())),
            },
        }
    }

    /// White space and comments.
    pub fn space(&mut self) -> Result<(), Stop> {
        loop {
            match self.peek() {
                Some(c) if is_space(c) => {
                    self.next();
                }
                Some('/') => self.comment()?,
                _ => return Ok(()),
            }
        }
    }

    fn comment(&mut self) -> Result<(), Stop> {
        let start = self.place();
        self.next();
        if self.eat('/') {
            while self.peek().is_some_and(|c| c != '\n') {
                self.next();
            }
            return Ok(());
        }
        if !self.eat('*') {
            self.complain(start, "`/` cannot stand here", "a comment as `// ...` or `/* ... */`");
            return Ok(());
        }
        let mut open = 1;
        while open > 0 {
            match (self.next(), self.peek()) {
                (Some('/'), Some('*')) => {
                    self.next();
                    open += 1;
                }
                (Some('*'), Some('/')) => {
                    self.next();
                    open -= 1;
                }
                (Some(_), _) => {}
                (None, _) => {
                    self.complain(start, "a comment is not closed", "`*/` at its end");
                    return Err(Stop);
                }
            }
        }
        Ok(())
    }

    /// A name, if one starts here.
    pub fn word(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let starts = |c: char| c == '_' || c.is_alphabetic();
        if !rest.starts_with(starts) {
            return None;
        }
        let end = rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        for _ in word.chars() {
            self.next();
        }
        Some(word)
    }

    /// A number; None where it cannot be read as one.
    pub fn number(&mut self) -> Option<f64> {
        let start = self.place();
        let rest = self.rest();
        let mut end = 0;
        let mut before = ' ';
        for c in rest.chars() {
            let exponent = matches!(before, 'e' | 'E') && !rest.trim_start_matches(['+', '-']).starts_with("0x");
            let sign = matches!(c, '+' | '-') && (end == 0 || exponent);
            if !(sign || c == '.' || c == '_' || c.is_alphanumeric()) {
                break;
            }
            end += c.len_utf8();
            before = c;
        }
        let token = &rest[..end];
        for _ in token.chars() {
            self.next();
        }
        let value = numeral(token);
        if value.is_none() {
            let wide = token.chars().find(|&c| half_width(c).is_some());
            let problem =
                wide.map_or_else(|| format!("{} is not a number", quoted(token)), |c| format!("full-width {} in {}", quoted(&c.to_string()), quoted(token)));
            self.complain(start, problem, "digits with `_` between them and one `.`, as 12, -0.5 or 1_800_000");
        }
        value
    }

    /// A text in quotes.
    pub fn text(&mut self) -> Result<String, Stop> {
        let start = self.place();
        self.next();
        let mut value = String::new();
        loop {
            let place = self.place();
            match self.next() {
                Some('"') => return Ok(value),
                Some('\\') => value.push(self.escape(place)),
                Some(c) => value.push(c),
                None => {
                    self.complain(start, "a text is not closed", "`\"` at its end");
                    return Err(Stop);
                }
            }
        }
    }

    /// A text as `r"..."` or `r#"..."#`; None if this is something else.
    pub fn raw_text(&mut self) -> Result<Option<String>, Stop> {
        let start = self.place();
        let rest = self.rest();
        let Some(after) = rest.strip_prefix('r') else { return Ok(None) };
        let hashes = after.len() - after.trim_start_matches('#').len();
        let Some(body) = after.get(hashes..).and_then(|s| s.strip_prefix('"')) else { return Ok(None) };
        let close = format!("\"{}", &after[..hashes]);
        let Some(end) = body.find(&close) else {
            self.complain(start, "a text is not closed", format!("{} at its end", quoted(&close)));
            return Err(Stop);
        };
        let value = body[..end].to_owned();
        let stop = self.mark.at + 1 + hashes + 1 + end + close.len();
        while self.mark.at < stop {
            self.next();
        }
        Ok(Some(value))
    }

    /// A character in single quotes.
    pub fn character(&mut self) -> Result<Option<char>, Stop> {
        let start = self.place();
        self.next();
        let place = self.place();
        let value = match self.next() {
            Some('\\') => Some(self.escape(place)),
            other => other.filter(|&c| c != '\''),
        };
        if value.is_some() && self.eat('\'') {
            return Ok(value);
        }
        self.complain(start, "not a character", "one character in single quotes; a text goes into double quotes");
        // without its end nobody knows what belongs to it
        Err(Stop)
    }

    fn escape(&mut self, place: Place) -> char {
        let value = match self.next() {
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('0') => Some('\0'),
            Some(c @ ('\\' | '"' | '\'')) => Some(c),
            Some('x') => self.digits(2),
            Some('u') if self.eat('{') => {
                let value = self.digits(6);
                if self.eat('}') { value } else { None }
            }
            _ => None,
        };
        value.unwrap_or_else(|| {
            self.complain(place, "an unknown `\\` in a text", r#"\n, \t, \", \\ or \u{6587}"#);
            ' '
        })
    }

    fn digits(&mut self, most: usize) -> Option<char> {
        let digits: String = self.rest().chars().take(most).take_while(char::is_ascii_hexdigit).collect();
        for _ in digits.chars() {
            self.next();
        }
        u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
    }
}

/// What RON takes for white space.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character takes no room or turns the line around, so that two texts that differ may look the same. Control
/// characters are a matter of their own.
#[must_use]
pub fn unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}'
    )
}

/// The plain sign that a full-width one was meant to be: what Chinese input methods type in its place.
pub fn half_width(c: char) -> Option<char> {
    Some(match c {
        '，' | '、' => ',',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '【' | '［' => '[',
        '】' | '］' => ']',
        '｛' => '{',
        '｝' => '}',
        '“' | '”' | '＂' => '"',
        '\u{3000}' | '\u{a0}' => ' ',
        '．' => '.',
        '－' => '-',
        '＋' => '+',
        '０'..='９' => char::from(b'0' + (u32::from(c) - u32::from('０')) as u8),
        _ => return None,
    })
}

fn numeral(token: &str) -> Option<f64> {
    let digits: String = token.chars().filter(|&c| c != '_').collect();
    let (sign, size) = match digits.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, digits.strip_prefix('+').unwrap_or(&digits)),
    };
    if token.trim_start_matches(['+', '-']).starts_with('_') {
        return None;
    }
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = size.strip_prefix(prefix) {
            return i64::from_str_radix(digits, base).ok().filter(|_| !digits.starts_with(['+', '-'])).map(|n| sign * n as f64);
        }
    }
    // the standard library would also read words such as "inf"
    let plain = size.starts_with(|c: char| c == '.' || c.is_ascii_digit()) && size.contains(|c: char| c.is_ascii_digit());
    if plain { size.parse::<f64>().ok().map(|n| sign * n) } else { None }
}
