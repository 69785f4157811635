//! Text: one line that is cut, several that wrap, figures that matter.

use crate::game::theme::{self, Role};
use bevy_egui::egui::{Align, Color32, FontId, Label, Layout, Response, Ui, vec2};

/// Chinese marks that belong to what stands before them and so never begin a line.
const HELD: &str = "，。、；：？！）》」』】”’…％";

/// Text that may take several lines.
pub fn lines(ui: &mut Ui, role: Role, text: &str, colour: Color32) -> Response {
    let font = theme::font(ui, role);
    let kept = keep_marks(ui, text, &font, ui.available_width());
    ui.add(Label::new(theme::text(ui, role, kept).color(colour)).wrap())
}

/// The height that [`lines`] take in a width.
pub fn lines_height(ui: &Ui, role: Role, text: &str, width: f32) -> f32 {
    let font = theme::font(ui, role);
    let kept = keep_marks(ui, text, &font, width);
    ui.painter().layout(kept, font, Color32::BLACK, width).size().y
}

/// `text` with line breaks where a line of this width would else begin with a mark: epaint 0.36 keeps half-width marks with
/// their word, but not the full-width ones of Chinese.
fn keep_marks(ui: &Ui, text: &str, font: &FontId, width: f32) -> String {
    let mut text = text.to_owned();
    if !text.contains(|c| HELD.contains(c)) {
        return text;
    }
    // Each turn mends one line; a paragraph of more lines than this is none.
    for _ in 0..24 {
        let galley = ui.painter().layout(text.clone(), font.clone(), Color32::BLACK, width);
        let mut before = 0;
        let mut mend = None;
        for pair in galley.rows.windows(2) {
            let (row, next) = (&pair[0], &pair[1]);
            before += row.row.glyphs.len() + usize::from(row.ends_with_newline);
            let held = next.row.glyphs.first().is_some_and(|glyph| HELD.contains(glyph.chr));
            if held && !row.ends_with_newline && row.row.glyphs.len() > 1 {
                mend = Some(before - 1);
                break;
            }
        }
        let Some((at, _)) = mend.and_then(|place| text.char_indices().nth(place)) else { break };
        text.insert(at, '\n');
    }
    text
}

/// Text on one line, cut where the room ends.
pub fn line(ui: &mut Ui, role: Role, text: &str, colour: Color32) -> Response {
    ui.add(Label::new(theme::text(ui, role, text).color(colour)).truncate())
}

/// The same for what tells itself whole on hover: egui's own hover of a text that is cut would stand beside it.
pub fn cut(ui: &mut Ui, role: Role, text: &str, colour: Color32) -> Response {
    ui.add(Label::new(theme::text(ui, role, text).color(colour)).truncate().show_tooltip_when_elided(false))
}

/// Text on one line that says on hover what it means, and itself in full.
pub fn hinted(ui: &mut Ui, role: Role, text: &str, colour: Color32, hint: &str) -> Response {
    explained(cut(ui, role, text, colour), text, hint)
}

/// Something that may be cut explains itself on hover: its name, and what it tells.
pub fn explained(of: Response, name: &str, hint: &str) -> Response {
    of.on_hover_ui(|ui| {
        ui.label(theme::text(ui, Role::Strong, name));
        if !hint.is_empty() {
            ui.label(theme::text(ui, Role::Small, hint));
        }
    })
}

/// What is said where there is nothing to show.
pub fn nothing(ui: &mut Ui, text: &str) {
    let colour = theme::palette(ui).muted;
    ui.add_space(4.0);
    lines(ui, Role::Body, text, colour);
}

/// A figure that matters, with what it is above it.
pub fn figure(ui: &mut Ui, name: &str, value: &str, colour: Option<Color32>) -> Response {
    let p = theme::palette(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        line(ui, Role::Small, name, p.muted);
        ui.label(theme::text(ui, Role::Figure, value).color(colour.unwrap_or(p.ink)));
    })
    .response
}

/// Several figures side by side, each with the same width.
pub fn figures(ui: &mut Ui, list: &[(String, String, Option<Color32>)]) {
    if list.is_empty() {
        return;
    }
    let gap = 12.0;
    let width = (ui.available_width() - gap * (list.len() - 1) as f32) / list.len() as f32;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (name, value, colour) in list {
            ui.allocate_ui_with_layout(vec2(width, 40.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                figure(ui, name, value, *colour);
            });
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::{Context, FontFamily, RawInput};

    #[test]
    fn no_line_begins_with_a_mark() {
        let text = "转化之前先问三件事：对方需要我们吗？付得起吗？有发展前景吗？要的不多，也不少；先问，再谈。";
        let context = Context::default();
        theme::install_fonts(&context);
        let font = FontId::new(14.0, FontFamily::Proportional);
        let mut mended = 0;
        let mut output = context.run_ui(RawInput::default(), |ui| {
            for width in 30..300 {
                let kept = keep_marks(ui, text, &font, width as f32);
                assert_eq!(kept.replace('\n', ""), text);
                mended += usize::from(kept != text);
                let galley = ui.painter().layout(kept, font.clone(), Color32::BLACK, width as f32);
                for row in galley.rows.iter().skip(1) {
                    assert!(row.row.glyphs.first().is_none_or(|glyph| !HELD.contains(glyph.chr)), "{width}");
                }
            }
        });
        // Nobody draws these glyphs.
        output.textures_delta.clear();
        assert!(mended > 20, "{mended}");
    }
}
