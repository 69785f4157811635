//! The talk log, newest first. What was said may be written down and changed; when it was, may not.

use crate::game::app::shown::Shown;
use crate::game::desk::customers::own;
use crate::game::desk::state::Desk;
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{caption, line, lines, link, nothing, sides, tool};
use crate::prose::{Prose, names, talks};
use crate::sim::journal::report::{Interaction, Outcome};
use crate::sim::knowledge::CustomerView;
use crate::sim::notes::TalkId;
use crate::sim::units::{Role, Round};
use bevy_egui::egui::Ui;

/// The most lines shown before somebody asks for all.
const MOST: usize = 40;

/// Draws the tab.
pub fn log(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, customer: &CustomerView) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let all = prose.view.past.interactions.iter().enumerate();
    let entries: Vec<(TalkId, &Interaction)> = all.filter(|(_, i)| i.customer == customer.id).map(|(place, i)| (TalkId(place as u32), i)).collect();
    if entries.is_empty() {
        nothing(ui, &prose.say("log-none"));
        return;
    }
    let written = entries.iter().filter(|(_, i)| i.written_up).count();
    caption(ui, &prose.say_with("log-title", &[("written", written.into()), ("count", entries.len().into())]));
    let mut month: Option<Round> = None;
    let count = entries.len();
    let most = if desk.customers.own.all_talks == Some(customer.id) { count } else { MOST };
    for (id, entry) in entries.into_iter().rev().take(most) {
        if month.replace(entry.round) != Some(entry.round)
            && let Some(summed) = talks::of_month(prose, customer.id, entry.round)
        {
            lines(ui, Type::SmallStrong, &format!("{} · {summed}", prose.month_name(entry.round)), theme::palette(ui).accent);
        }
        ui.push_id(id.0, |ui| row(prose, shown, desk, ui, id, entry));
    }
    if count > most && link(ui, &prose.say_with("log-all", &[("count", count.into())])).clicked() {
        desk.customers.own.all_talks = Some(customer.id);
    }
}

/// Who at this desk may put words on a talk: whoever held it, or the leader.
fn writer(prose: &Prose, shown: &Shown, entry: &Interaction) -> Option<Role> {
    let leader = prose.view.notes.leader();
    [entry.role, leader].into_iter().find(|role| shown.roles.contains(role)).filter(|_| !prose.view.over)
}

fn row(prose: &Prose, shown: &Shown, desk: &mut Desk, ui: &mut Ui, id: TalkId, entry: &Interaction) {
    let p = theme::palette(ui);
    let what = prose.say(names::interaction(entry.kind));
    let who = entry.contact.map_or_else(|| prose.say(names::role_short(entry.role)), |contact| prose.contact(entry.customer, contact));
    let colour = match entry.outcome {
        Outcome::Advance | Outcome::Found | Outcome::Solved => p.good(),
        Outcome::Refused => p.warn,
        _ => p.muted,
    };
    let height = 18.0 * theme::scale(ui.style());
    let by = writer(prose, shown, entry);
    sides(
        ui,
        height,
        |ui| line(ui, Type::Strong, &what, p.ink),
        |ui| {
            let outcome = line(ui, Type::Small, &prose.say(names::outcome(entry.outcome)), colour);
            if matches!(entry.outcome, Outcome::Advance | Outcome::Continuation) {
                outcome.on_hover_text(prose.say("gloss-advance"));
            }
        },
    );
    sides(
        ui,
        height,
        |ui| line(ui, Type::Small, &format!("{} · {who} · {}", prose.month_name(entry.round), prose.hours(entry.minutes)), p.muted),
        |ui| {
            if by.is_some() && tool(ui, icons::PENCIL_SIMPLE, &prose.say("log-words")).clicked() {
                let words = prose.view.notes.talk(id).unwrap_or_default().to_owned();
                desk.customers.own.talk = Some((id, words));
            }
            if entry.written_up {
                let sign = ui.label(theme::text(ui, Type::Small, icons::NOTE_PENCIL).color(p.muted));
                sign.on_hover_text(prose.say("log-written"));
            }
        },
    );
    own::talk_words(prose, desk, ui, id, by);
    ui.add_space(4.0);
}
