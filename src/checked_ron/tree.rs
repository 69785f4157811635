//! The values of a RON file, each with its place.

use super::issue::Place;

#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub place: Place,
    pub kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    Bool(bool),
    Number(f64),
    Char(char),
    Text(String),
    /// A name alone: a unit variant.
    Word(String),
    /// `None` or `Some(...)`.
    Option(Option<Box<Node>>),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// `(name: value, ...)`, perhaps after a name; also the empty `()`.
    Record(Option<String>, Vec<Field>),
    /// `(value, ...)`, perhaps after a name.
    Tuple(Option<String>, Vec<Node>),
    /// Something the parser has already complained about.
    Broken,
    /// Stands for a field that is not there, so that its reader can say what it would have liked.
    Missing,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: String,
    /// Where the name stands.
    pub place: Place,
    pub value: Node,
}

pub static MISSING: Node = Node { place: Place::START, kind: Kind::Missing };

impl Node {
    /// What this is, in an author's words.
    pub fn describe(&self) -> String {
        use super::issue::quoted;
        match &self.kind {
            Kind::Bool(value) => format!("`{value}`"),
            Kind::Number(value) if value.abs() >= 1e15 => format!("the number {value:e}"),
            Kind::Number(value) => format!("the number {value}"),
            Kind::Char(value) => format!("the character {}", quoted(&value.to_string())),
            Kind::Text(value) => format!("the text {}", quoted(&format!("\"{value}\""))),
            Kind::Word(value) => format!("the word {}", quoted(value)),
            Kind::Option(None) => "`None`".into(),
            Kind::Option(Some(_)) => "`Some(...)`".into(),
            Kind::List(_) => "a list `[...]`".into(),
            Kind::Map(_) => "a map `{...}`".into(),
            Kind::Record(None, _) => "a group `(...)`".into(),
            Kind::Tuple(None, _) => "values without names in `(...)`".into(),
            Kind::Record(Some(name), _) | Kind::Tuple(Some(name), _) => quoted(&format!("{name}(...)")),
            Kind::Broken => "unreadable".into(),
            Kind::Missing => "missing".into(),
        }
    }
}
