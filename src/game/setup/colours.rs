//! The colours of the teams: chosen by a click, told by the team's name, or each that of its own place.

use crate::game::theme::{self, TARGET};
use crate::game::widgets::focus_ring;
use crate::words::{Lang, tr, tr_with};
use bevy_egui::egui::{self, Align2, Sense, Ui, vec2};

/// The words for the colours that can be chosen, in the palette's order, in which they are of the same hue in both themes. The
/// first of each is the colour's name.
const WORDS: [&str; 10] = [
    "colour-teal",
    "colour-orange",
    "colour-blue",
    "colour-purple",
    "colour-yellow",
    "colour-red",
    "colour-green",
    "colour-brown",
    "colour-grey",
    "colour-pink",
];

/// The colour of each team, as a place in the palette, no two alike: what was chosen comes first, then what names say.
/// `teams`: what was chosen for each, and its name.
pub fn of(teams: &[(Option<usize>, &str)]) -> Vec<usize> {
    let mut found: Vec<Option<usize>> = vec![None; teams.len()];
    let mut take = |wanted: &dyn Fn(usize) -> Option<usize>| {
        for place in 0..teams.len() {
            let free = wanted(place).filter(|colour| !found.contains(&Some(*colour)));
            found[place] = found[place].or(free);
        }
    };
    take(&|place| teams[place].0);
    take(&|place| said_by(teams[place].1));
    take(&Some);
    let all: Vec<usize> = found.iter().flatten().copied().collect();
    let mut free = (0..).filter(|colour| !all.contains(colour));
    found.into_iter().filter_map(|colour| colour.or_else(|| free.next())).collect()
}

/// The colour that a team's name names, in whichever language.
fn said_by(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.find_map(|word| WORDS.iter().position(|key| Lang::ALL.into_iter().any(|lang| tr(lang, key).split_whitespace().any(|known| known == word))))
}

/// The next colour after that of a team that no other has.
pub fn next_free(colours: &[usize], team: usize) -> usize {
    let now = colours.get(team).copied().unwrap_or_default();
    (1..=WORDS.len()).map(|step| (now + step) % WORDS.len()).find(|colour| !colours.contains(colour)).unwrap_or(now)
}

/// A disc in the team's colour with the sign of who plays it; true if another colour is wanted.
pub fn disc(ui: &mut Ui, sign: char, colour: usize, team: &str, lang: Lang) -> bool {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(34.0, TARGET), Sense::click());
    let radius = if response.hovered() { 16.0 } else { 15.0 };
    ui.painter().circle_filled(rect.center(), radius, p.team(colour));
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, egui::FontId::proportional(18.0), p.on_colour);
    if response.has_focus() {
        focus_ring(ui, rect, 17);
    }
    let words = WORDS.get(colour).map(|key| tr(lang, key)).unwrap_or_default();
    let name = tr_with(lang, "setup-colour", &[("team", team.into()), ("colour", words.split_whitespace().next().unwrap_or_default().into())]);
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, enabled, &*name));
    response.on_hover_text(tr(lang, "setup-colour-hint")).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn teams<'a>(names: &[&'a str]) -> Vec<(Option<usize>, &'a str)> {
        names.iter().map(|name| (None, *name)).collect()
    }

    #[test]
    fn a_team_named_after_a_colour_has_it_in_whichever_language() {
        for (names, colours) in [
            (&["Us", "Others", "Balanced"][..], &[0, 1, 2][..]),
            (&["Blue", "Red", "Green"], &[2, 5, 6]),
            (&["红队", "蓝队", "绿色队"], &[5, 2, 6]),
            (&["Team BLUE", "the reds", "第 3 队"], &[2, 5, 0]),
            // who has no colour of its own makes way, and two cannot have one
            (&["Us", "Others", "Teal"], &[2, 1, 0]),
            (&["Blue 1", "Blue 2", "Bluebell"], &[2, 1, 0]),
        ] {
            assert_eq!(of(&teams(names)), colours, "{names:?}");
        }
    }

    #[test]
    fn a_click_takes_the_next_colour_that_nobody_has_and_it_stays_with_another_name() {
        let mut teams = teams(&["Us", "Others", "Red"]);
        assert_eq!(of(&teams), [0, 1, 5]);
        teams[0].0 = Some(next_free(&of(&teams), 0));
        assert_eq!(of(&teams), [2, 1, 5]);
        for colour in [3, 4, 6, 7, 8, 9, 0, 2] {
            teams[0].0 = Some(next_free(&of(&teams), 0));
            assert_eq!(of(&teams), [colour, 1, 5]);
        }
        teams[0].1 = "Pink";
        assert_eq!(of(&teams), [2, 1, 5]);
    }
}
