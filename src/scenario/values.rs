//! Values that only files of the game hold: amounts of money and texts in both languages.

use crate::checked_ron::{At, Kind, Reader};
use crate::sim::scenario::Text;
use crate::sim::units::Fen;

pub(super) trait Values {
    /// Yuan in the file; no part of a fen.
    fn money(&mut self, at: &At<'_>, low: u32, high: u32) -> Option<Fen>;

    /// `(en: "...", zh: "...")`, each of 1 to `longest` characters.
    fn both(&mut self, at: &At<'_>, longest: usize) -> Option<Text>;
}

impl Values for Reader {
    fn money(&mut self, at: &At<'_>, low: u32, high: u32) -> Option<Fen> {
        let allowed = format!("yuan from {low} to {high} with at most two decimals");
        match at.node.kind {
            Kind::Number(yuan) if (f64::from(low)..=f64::from(high)).contains(&yuan) => {
                let fen = (yuan * 100.0).round();
                if (fen / 100.0 - yuan).abs() < 1e-6 { Some(Fen(fen as i64)) } else { self.mistyped(at, allowed) }
            }
            _ => self.mistyped(at, allowed),
        }
    }

    fn both(&mut self, at: &At<'_>, longest: usize) -> Option<Text> {
        let Kind::Record(_, fields) = &at.node.kind else {
            return self.mistyped(at, "a text in both languages `(en: \"...\", zh: \"...\")`");
        };
        let mut record = self.fields(at, fields);
        let en = self.need(&mut record, "en", |r, at| r.words(at, longest, " "));
        let zh = self.need(&mut record, "zh", |r, at| r.words(at, longest, ""));
        self.close(&record);
        Some(Text::new(en?, zh?))
    }
}
