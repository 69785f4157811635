//! From the text of a RON file to a tree of values with their places.
//!
//! `ron` itself tells no places of values and stops at the first mistake; authors want all of them at once. So a mistake
//! inside a value is collected and reading goes on after the next comma; only where the brackets no longer match does it stop.

use super::Wanted;
use super::issue::{Finding, Place, quoted, short};
use super::scan::{Scanner, Stop, half_width};
use super::tree::{Field, Kind, Node};

/// Values may lie this deep in one another.
const DEEPEST: usize = 64;

/// The tree, if the brackets match to the end, and the mistakes met.
pub fn parse(text: &str, wanted: Wanted) -> (Option<Node>, Vec<Finding>) {
    let mut parser = Parser { scan: Scanner::new(text), wanted, depth: 0 };
    let tree = parser.file().ok();
    let mut findings = parser.scan.findings;
    if tree.is_none() && findings.len() > 2 {
        // after a lost quote or bracket the text is read inside out: only the first mistake and the last are worth a look
        findings.drain(1..findings.len() - 1);
    }
    (tree, findings)
}

struct Parser<'t> {
    scan: Scanner<'t>,
    wanted: Wanted,
    depth: usize,
}

impl Parser<'_> {
    fn file(&mut self) -> Result<Node, Stop> {
        self.scan.space()?;
        if self.scan.peek().is_none() {
            let place = self.scan.place();
            self.scan.complain(place, "the file is empty", format!("a {} `( ... )`", self.wanted.noun));
            return Err(Stop);
        }
        if self.scan.rest().starts_with("#!") {
            let place = self.scan.place();
            self.scan.complain(place, "RON extensions are not used here", "the file begins with `(`");
            return Err(Stop);
        }
        let tree = self.value()?;
        self.scan.space()?;
        if self.scan.peek().is_some() {
            let place = self.scan.place();
            let here = self.scan.here();
            self.scan.complain(place, format!("{here} after the end of the {}", self.wanted.noun), "nothing but comments");
            return Err(Stop);
        }
        Ok(tree)
    }

    fn value(&mut self) -> Result<Node, Stop> {
        let place = self.scan.place();
        if self.depth >= DEEPEST {
            self.scan.complain(place, "brackets lie too deep in one another", format!("{DEEPEST} levels"));
            return Err(Stop);
        }
        self.depth += 1;
        let kind = self.kind();
        self.depth -= 1;
        Ok(Node { place, kind: kind? })
    }

    fn kind(&mut self) -> Result<Kind, Stop> {
        if let Some(text) = self.scan.raw_text()? {
            return Ok(Kind::Text(text));
        }
        match self.scan.peek() {
            Some('"') => Ok(Kind::Text(self.scan.text()?)),
            Some('\'') => Ok(self.scan.character()?.map_or(Kind::Broken, Kind::Char)),
            Some('(') => self.round(None),
            Some('[') => Ok(Kind::List(self.items('[', ']')?)),
            Some('{') => self.map(),
            Some(c) if c.is_ascii_digit() || matches!(c, '+' | '-' | '.') => Ok(self.scan.number().map_or(Kind::Broken, Kind::Number)),
            Some(_) => match self.scan.word() {
                Some(word) => self.named(word.to_owned()),
                None => self.nonsense(),
            },
            None => self.nonsense(),
        }
    }

    /// What begins with a name.
    fn named(&mut self, name: String) -> Result<Kind, Stop> {
        match name.as_str() {
            "true" => return Ok(Kind::Bool(true)),
            "false" => return Ok(Kind::Bool(false)),
            "None" => return Ok(Kind::Option(None)),
            _ => {}
        }
        let end = self.scan.mark();
        self.scan.space()?;
        if self.scan.peek() != Some('(') {
            self.scan.back(end);
            return Ok(Kind::Word(name));
        }
        match self.round(Some(name))? {
            Kind::Tuple(Some(name), mut items) if name == "Some" && items.len() == 1 => Ok(Kind::Option(items.pop().map(Box::new))),
            kind => Ok(kind),
        }
    }

    /// `( ... )`: fields with names, or values alone.
    fn round(&mut self, name: Option<String>) -> Result<Kind, Stop> {
        let open = self.scan.mark();
        self.scan.next();
        self.scan.space()?;
        if self.scan.eat(')') {
            return Ok(Kind::Record(name, Vec::new()));
        }
        let inside = self.scan.mark();
        let fields = self.scan.word().is_some() && {
            self.scan.space()?;
            // a name that is followed by a value has lost its colon
            !matches!(self.scan.peek(), Some(',' | ')' | '(' | '，' | '）') | None)
        };
        if !fields {
            self.scan.back(open);
            return Ok(Kind::Tuple(name, self.items('(', ')')?));
        }
        self.scan.back(inside);
        let mut list = Vec::new();
        loop {
            let place = self.scan.place();
            match self.scan.word() {
                Some(word) => {
                    let field = word.to_owned();
                    self.scan.path.push(format!(".{}", short(&field)));
                    let value = self.after_colon();
                    self.scan.path.pop();
                    list.push(Field { name: field, place, value: value? });
                }
                None => {
                    let here = self.scan.here();
                    self.scan.complain(place, here, format!("the name of a field, as `{}`", self.wanted.field));
                    self.skip()?;
                }
            }
            if self.separator('(', ')', open.place)? {
                return Ok(Kind::Record(name, list));
            }
        }
    }

    fn after_colon(&mut self) -> Result<Node, Stop> {
        self.scan.space()?;
        if !self.scan.eat(':') {
            let place = self.scan.place();
            let wide = self.scan.peek() == Some('：');
            let problem = if wide { self.scan.here() } else { "a colon is missing before this".to_owned() };
            self.scan.complain(place, problem, "`:` between a name and its value");
            if wide {
                self.scan.next();
            }
        }
        self.scan.space()?;
        self.value()
    }

    fn items(&mut self, opening: char, closing: char) -> Result<Vec<Node>, Stop> {
        let open = self.scan.place();
        self.scan.next();
        self.scan.space()?;
        let mut list = Vec::new();
        if self.scan.eat(closing) {
            return Ok(list);
        }
        loop {
            self.scan.path.push(format!("[{}]", list.len() + 1));
            let item = self.value();
            self.scan.path.pop();
            list.push(item?);
            if self.separator(opening, closing, open)? {
                return Ok(list);
            }
        }
    }

    fn map(&mut self) -> Result<Kind, Stop> {
        let open = self.scan.place();
        self.scan.next();
        self.scan.space()?;
        let mut list = Vec::new();
        if self.scan.eat('}') {
            return Ok(Kind::Map(list));
        }
        loop {
            let key = self.value()?;
            if key.kind == Kind::Broken {
                if self.separator('{', '}', open)? {
                    return Ok(Kind::Map(list));
                }
                continue;
            }
            self.scan.path.push(if let Kind::Text(key) = &key.kind { format!("[{}]", short(key)) } else { "[...]".into() });
            let value = self.after_colon();
            self.scan.path.pop();
            list.push((key, value?));
            if self.separator('{', '}', open)? {
                return Ok(Kind::Map(list));
            }
        }
    }

    /// After a value: true at the closing bracket, false where another value follows.
    fn separator(&mut self, opening: char, closing: char, open: Place) -> Result<bool, Stop> {
        self.scan.space()?;
        let place = self.scan.place();
        if self.scan.eat(closing) {
            return Ok(true);
        }
        if self.scan.eat(',') {
            self.scan.space()?;
            return Ok(self.scan.eat(closing));
        }
        let allowed = format!("`,` or the `{closing}` that closes the `{opening}` of {open}");
        match self.scan.peek() {
            Some(c) if !matches!(c, ')' | ']' | '}') => {
                let wide = half_width(c);
                let here = self.scan.here();
                self.scan.complain(place, if wide.is_some() { here } else { "a comma is missing before this".into() }, allowed);
                if wide == Some(closing) {
                    self.scan.next();
                    return Ok(true);
                }
                if wide.is_some_and(|c| c == ',' || c == ' ') {
                    self.scan.next();
                    self.scan.space()?;
                    return Ok(self.scan.eat(closing));
                }
                if !self.starts_value(c) {
                    self.skip()?;
                    return self.separator_after_skip(closing);
                }
                Ok(false)
            }
            found => {
                let here = found.map_or_else(|| "the file ends".to_owned(), |c| format!("{} does not fit", quoted(&c.to_string())));
                self.scan.complain(place, here, allowed);
                Err(Stop)
            }
        }
    }

    fn separator_after_skip(&mut self, closing: char) -> Result<bool, Stop> {
        if self.scan.eat(',') {
            self.scan.space()?;
        }
        Ok(self.scan.eat(closing))
    }

    fn starts_value(&self, c: char) -> bool {
        c == '_' || c.is_alphanumeric() || matches!(c, '"' | '\'' | '(' | '[' | '{' | '+' | '-' | '.')
    }

    /// No value starts here: says so and goes on to the next comma or closing bracket.
    fn nonsense(&mut self) -> Result<Kind, Stop> {
        let place = self.scan.place();
        let problem = match self.scan.peek() {
            Some(',' | ')' | ']' | '}') => "a value is missing".to_owned(),
            _ => self.scan.here(),
        };
        self.scan.complain(place, problem, "a value: a number, a \"text\", `true`, `false`, a name, `( )`, `[ ]` or `{ }`");
        if self.scan.peek().is_none() {
            return Err(Stop);
        }
        self.skip()?;
        Ok(Kind::Broken)
    }

    /// To the comma or closing bracket that ends the present value.
    fn skip(&mut self) -> Result<(), Stop> {
        let mut open = 0_usize;
        loop {
            self.scan.space()?;
            match self.scan.peek() {
                None => return Ok(()),
                Some('"') => {
                    self.scan.text()?;
                    continue;
                }
                Some('(' | '[' | '{') => open += 1,
                Some(')' | ']' | '}') if open > 0 => open -= 1,
                Some(',') if open > 0 => {}
                Some(')' | ']' | '}' | ',') => return Ok(()),
                Some(_) => {}
            }
            self.scan.next();
        }
    }
}

#[cfg(test)]
mod tests;
