//! egui dressed in the palette, so that nothing looks like egui's default, and the fonts it draws with.

use super::palette::{Palette, mix};
use super::spacing::{BUTTON_RADIUS, PANEL_RADIUS};
use super::type_scale::{Role, fonts};
use bevy_egui::egui::style::{HandleShape, ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use bevy_egui::egui::{
    Color32, Context, CornerRadius, CursorIcon, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2,
};
use std::sync::Arc;

const SANS: &str = "sans";
const SANS_BOLD: &str = "sans-bold";
const WIDER: &str = "wider";
const WIDER_BOLD: &str = "wider-bold";
const ICONS: &str = "icons";
const ICONS_FILLED: &str = "icons-filled";

/// Gives a context our fonts. It has none of its own: a context without them must not draw.
pub fn install_fonts(context: &Context) {
    let mut definitions = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 6] = [
        (SANS, include_bytes!("../../../assets/fonts/NotoSansSC-Regular.otf")),
        (SANS_BOLD, include_bytes!("../../../assets/fonts/NotoSansSC-Bold.otf")),
        (WIDER, include_bytes!("../../../assets/fonts/NotoSans-Regular.ttf")),
        (WIDER_BOLD, include_bytes!("../../../assets/fonts/NotoSans-Bold.ttf")),
        (ICONS, include_bytes!("../../../assets/fonts/Phosphor-Bold.ttf")),
        (ICONS_FILLED, include_bytes!("../../../assets/fonts/Phosphor-Fill.ttf")),
    ];
    for (name, bytes) in files {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, [SANS, WIDER, ICONS]),
        (FontFamily::Monospace, [SANS, WIDER, ICONS]),
        (FontFamily::Name(fonts::BOLD.into()), [SANS_BOLD, WIDER_BOLD, ICONS]),
        (FontFamily::Name(fonts::FILLED.into()), [ICONS_FILLED, SANS, WIDER]),
    ];
    for (family, names) in families {
        definitions.families.insert(family, names.map(str::to_owned).to_vec());
    }
    context.set_fonts(definitions);
}

/// egui's style for a palette. `text_scale` is 0.8 to 1.6; `moving` is false when the player wants reduced motion.
#[must_use]
pub fn style(p: &Palette, dark: bool, text_scale: f32, moving: bool) -> Style {
    let mut style = Style { visuals: visuals(p, dark), ..Style::default() };
    let font = |role: Role, family: FontFamily| FontId::new(role.size() * text_scale, family);
    let bold = || FontFamily::Name(fonts::BOLD.into());
    style.text_styles = [
        (TextStyle::Small, font(Role::Small, FontFamily::Proportional)),
        (TextStyle::Body, font(Role::Body, FontFamily::Proportional)),
        (TextStyle::Monospace, font(Role::Body, FontFamily::Monospace)),
        (TextStyle::Button, font(Role::Strong, bold())),
        (TextStyle::Heading, font(Role::Heading, bold())),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.button_padding = vec2(14.0, 8.0);
    spacing.window_margin = Margin::same(24);
    spacing.menu_margin = Margin::same(8);
    spacing.interact_size = vec2(44.0, 32.0);
    spacing.slider_width = 200.0;
    spacing.slider_rail_height = 6.0;
    spacing.text_edit_width = 220.0;
    spacing.tooltip_width = 320.0 * text_scale;
    // figures stand at the right edge: the bar has its own room beside them
    spacing.scroll = ScrollStyle { floating: true, bar_width: 8.0, floating_allocated_width: 8.0, ..ScrollStyle::floating() };
    // It knows nothing of the ground of our cards and shows as a grey veil.
    spacing.scroll.fade.strength = 0.0;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.25;
    style.animation_time = if moving { 0.12 } else { 0.0 };
    if !moving {
        style.scroll_animation = ScrollAnimation::none();
    }
    style.explanation_tooltips = false;
    style
}

fn visuals(p: &Palette, dark: bool) -> Visuals {
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let corner = CornerRadius::same(BUTTON_RADIUS);
    let state = |ground: Color32, edge: Color32, ink: Color32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: corner,
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    visuals.widgets = Widgets {
        noninteractive: state(p.surface, p.line, p.ink),
        inactive: state(p.surface, p.line, p.ink),
        hovered: state(p.accent_soft, p.accent, p.ink),
        active: state(p.accent_soft, p.accent, p.accent),
        open: state(p.accent_soft, p.accent, p.ink),
    };
    visuals.selection = Selection { bg_fill: p.accent_soft, stroke: Stroke::new(2.0, p.accent) };
    visuals.override_text_color = Some(p.ink);
    visuals.weak_text_color = Some(p.muted);
    visuals.hyperlink_color = p.accent;
    visuals.faint_bg_color = mix(p.surface, p.sunk, 0.45);
    visuals.extreme_bg_color = p.sunk;
    visuals.text_edit_bg_color = Some(p.surface);
    visuals.code_bg_color = p.sunk;
    visuals.warn_fg_color = p.gold;
    visuals.error_fg_color = p.warn;
    visuals.panel_fill = p.bg;
    visuals.window_fill = p.surface;
    visuals.window_stroke = Stroke::new(1.0, p.line);
    visuals.window_corner_radius = CornerRadius::same(PANEL_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(PANEL_RADIUS);
    let shade = if dark { 120 } else { 36 };
    let shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: Color32::from_black_alpha(shade) };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.text_cursor = TextCursorStyle { stroke: Stroke::new(2.0, p.accent), blink: false, ..Default::default() };
    visuals.slider_trailing_fill = true;
    visuals.handle_shape = HandleShape::Circle;
    visuals.interact_cursor = Some(CursorIcon::PointingHand);
    visuals.disabled_alpha = 0.5;
    visuals
}
