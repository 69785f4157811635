//! The end of a game: the score and the others', each named customer's story with the exact reasons, the value curve,
//! and what to try next.
//!
//! Whoever holds the room inserts [`Standings`] beside [`Shown`] and switches to `Screen::Results`; [`After`] says what
//! the player wants then.

pub mod lessons;
pub mod score;
pub mod state;
pub mod stories;

pub use state::{After, Disclosure, LookAt, Results, ResultsTab, ResultsWanted, Standing, Standings};
use state::{open_tab, own};

use crate::game::app::root::{DrawSystems, root_ui};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shown::{Ended, Shown};
use crate::game::theme::{self, Role as Type, icons};
use crate::game::widgets::{Button, area, icon_button, line, sides, tabs, team_sign};
use crate::prose::Prose;
use crate::words::Lang;
use bevy::prelude::*;
use bevy_egui::egui::{Rect, ScrollArea, Stroke, Ui, pos2, vec2};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Results>().init_resource::<Ended>().init_resource::<Standings>().add_message::<After>().add_message::<LookAt>();
    app.add_systems(OnEnter(Screen::Results), |mut results: ResMut<Results>| *results = Results::default());
    app.add_systems(EguiPrimaryContextPass, open_tab.in_set(DrawSystems::Style));
    let open = in_state(Screen::Results).and_then(resource_exists::<Shown>);
    app.add_systems(EguiPrimaryContextPass, draw.in_set(DrawSystems::Screen).run_if(open));
}

#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
fn draw(
    mut contexts: EguiContexts,
    shown: Res<Shown>,
    ended: Res<Ended>,
    standings: Res<Standings>,
    settings: Res<Settings>,
    mut results: ResMut<Results>,
    mut screen: ResMut<NextState<Screen>>,
    mut menu: ResMut<NextState<Menu>>,
    mut after: MessageWriter<After>,
    mut looks: MessageWriter<LookAt>,
) -> Result {
    let context = contexts.ctx_mut()?.clone();
    let mut ui = root_ui(&context, "results");
    let results = results.bypass_change_detection();
    let opens_menu = results_panel(&shown, &ended, &standings, results, settings.lang, &mut ui);
    if opens_menu {
        menu.set(Menu::Pause);
    }
    if let Some(team) = results.look.take() {
        results.customer = None;
        looks.write(LookAt(team));
    }
    for choice in results.out.drain(..) {
        if choice == After::Menu {
            screen.set(Screen::Title);
        }
        after.write(choice);
    }
    Ok(())
}

/// Draws the results; true when the player opens the menu.
pub fn results_panel(shown: &Shown, ended: &Ended, standings: &Standings, results: &mut Results, lang: Lang, ui: &mut Ui) -> bool {
    let prose = Prose::new(&shown.view, lang);
    let window = ui.max_rect();
    let scale = theme::scale(ui.style()).max(1.0);
    let top = window.with_max_y(window.top() + 54.0 * scale);
    let foot = window.with_min_y(window.bottom() - 64.0 * scale);
    let opens_menu = bar(&prose, standings, results, ui, top);
    let body = Rect::from_min_max(pos2(window.left(), top.bottom()), pos2(window.right(), foot.top())).shrink2(vec2(20.0, 14.0));
    area(ui, body, "results-body", |ui| match results.tab {
        ResultsTab::Score => {
            ScrollArea::vertical().id_salt("score").auto_shrink([false, false]).show(ui, |ui| {
                if let Some(team) = score::score(&prose, standings, ui, body.size()) {
                    results.look = Some(team);
                }
            });
        }
        ResultsTab::Stories => stories::stories(&prose, ended.told_then.get(&lang), results, ui, body),
        ResultsTab::Lessons => {
            ScrollArea::vertical().id_salt(("lessons", prose.view.seat.team.0)).auto_shrink([false, false]).show(ui, |ui| {
                lessons::lessons(&prose, ended.beside.as_deref(), standings, ui);
            });
        }
    });
    feet(&prose, results, ui, foot);
    opens_menu
}

fn bar(prose: &Prose, standings: &Standings, results: &mut Results, ui: &mut Ui, rect: Rect) -> bool {
    let p = theme::palette(ui);
    ui.painter().rect_filled(rect, 0, p.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, p.line));
    area(ui, rect.shrink2(vec2(20.0, 0.0)), "results-bar", |ui| {
        let (_, opens) = sides(
            ui,
            rect.height(),
            |ui| {
                let name = if prose.lang == Lang::Zh { "game-name-other" } else { "game-name" };
                ui.label(theme::text(ui, Type::Brand, prose.say(name)).color(p.accent));
                ui.add_space(12.0);
                let names = [
                    (ResultsTab::Score, prose.say("results-score")),
                    (ResultsTab::Stories, prose.say("results-stories")),
                    (ResultsTab::Lessons, prose.say("results-lessons")),
                ];
                let choices: Vec<(ResultsTab, &str)> = names.iter().map(|(tab, text)| (*tab, text.as_str())).collect();
                tabs(ui, &mut results.tab, &choices);
            },
            |ui| {
                let opens = icon_button(ui, icons::LIST_BULLETS, prose.say("desk-menu")).clicked();
                if let Some(own) = own(prose, standings) {
                    ui.label(theme::text(ui, Type::Title, crate::words::decimal(own.total, 1)).color(p.accent));
                }
                ui.label(theme::text(ui, Type::Heading, &prose.view.team_name));
                team_sign(ui, prose.view.seat.team, &prose.view.team_name);
                opens
            },
        );
        opens
    })
}

fn feet(prose: &Prose, results: &mut Results, ui: &mut Ui, rect: Rect) {
    area(ui, rect.shrink2(vec2(20.0, 8.0)), "results-foot", |ui| {
        sides(
            ui,
            rect.height() - 16.0,
            |ui| {
                let p = theme::palette(ui);
                line(ui, Type::Small, &prose.say("results-same-luck"), p.muted);
            },
            |ui| {
                let choices = [
                    (Button::primary(prose.say("results-again")).icon(icons::REPEAT), After::SameSeed),
                    (Button::ghost(prose.say("results-other")).icon(icons::DICE_FIVE), After::OtherSeed),
                    (Button::quiet(prose.say("menu-leave")).icon(icons::HOUSE), After::Menu),
                ];
                for (button, choice) in choices {
                    if ui.add(button).clicked() {
                        results.out.push(choice);
                    }
                }
            },
        );
    });
}
