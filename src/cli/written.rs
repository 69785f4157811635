//! What the teams wrote down for themselves, for the teacher to read afterwards: the message board, and the suggestions that
//! only the leader saw, as the desk says when one is written. An anonymous one stays so.

use rapport::prose::{names, writing};
use rapport::room::Room;
use rapport::sim::units::Round;
use rapport::words::{Lang, tr};
use std::borrow::Cow;

/// One message or suggestion.
pub struct Written<'a> {
    pub team: &'a str,
    pub month: String,
    pub what: Cow<'static, str>,
    pub by: Cow<'static, str>,
    pub text: &'a str,
}

/// All that was written, team by team, messages first; what was withdrawn is gone.
pub fn written(room: &Room, lang: Lang) -> Vec<Written<'_>> {
    let month = |round: Round| writing::month(lang, &room.scenario().guide, round);
    let mut list = Vec::new();
    for team in &room.truth().teams {
        let messages = team.notes.messages.iter().filter(|m| !m.text.is_empty());
        list.extend(messages.map(|m| Written {
            team: &team.name,
            month: month(m.round),
            what: tr(lang, if m.reply.is_some() { "report-reply" } else { "report-message" }),
            by: tr(lang, names::role(m.by)),
            text: &m.text,
        }));
        list.extend(team.notes.suggestions.iter().map(|s| Written {
            team: &team.name,
            month: month(s.round),
            what: tr(lang, "report-suggestion"),
            by: s.by.map_or(tr(lang, "report-anonymous"), |by| tr(lang, names::role(by))),
            text: &s.text,
        }));
    }
    list
}
