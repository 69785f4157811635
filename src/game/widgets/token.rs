//! The customer token: area = yearly value, ring = satisfaction as surveyed, dashed ring = unknown, badges = something
//! to do. Painted where it is told to be; who moves it is no concern of this file.

use crate::game::theme::{self, Palette, Role, icons};
use bevy_egui::egui::{Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, Style, Vec2, vec2};
use std::f32::consts::{FRAC_PI_2, TAU};

/// Something to do about a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Badge {
    /// A service ticket has come in and is open.
    Ticket,
    /// A service ticket of an earlier month is still open.
    LateTicket,
    /// A sales opportunity is open.
    Deal,
    /// A task is due or late.
    Due,
    /// The person who looks after it has changed.
    Staff,
}

impl Badge {
    const fn icon(self) -> char {
        match self {
            Self::Ticket | Self::LateTicket => '!',
            Self::Deal => icons::COINS,
            Self::Due => icons::CLOCK,
            Self::Staff => '⇄',
        }
    }

    pub(super) const fn colour(self, p: &Palette) -> Color32 {
        match self {
            // red is what the team let slide
            Self::LateTicket => p.warn,
            Self::Deal => p.blue,
            Self::Ticket | Self::Due => p.gold,
            Self::Staff => p.ink,
        }
    }
}

/// What changed with a customer as the last month ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It went forward, from the phase of this colour.
    Forward(theme::Phase),
    /// It fell back, from the phase of this colour.
    Back(theme::Phase),
    /// The team met it.
    New,
    /// It ordered.
    Won,
    /// A deal with it went elsewhere, or came to nothing.
    NotWon,
}

impl Mark {
    /// What it looks like: never told by its colour alone.
    #[must_use]
    pub const fn icon(self) -> char {
        match self {
            Self::Forward(_) => icons::ARROW_RIGHT,
            Self::Back(_) => icons::ARROW_DOWN,
            Self::New => icons::PLUS,
            Self::Won => icons::CHECK,
            Self::NotWon => icons::X,
        }
    }

    /// The ground of its sign.
    #[must_use]
    pub const fn colour(self, p: &Palette) -> Color32 {
        match self {
            Self::Forward(phase) | Self::Back(phase) => p.phase(phase),
            Self::New => p.accent,
            Self::Won => p.good(),
            Self::NotWon => p.warn,
        }
    }
}

/// How a token stands among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As it lies on the board.
    #[default]
    Usual,
    /// Pointed at.
    Hovered,
    /// One of those that were searched for.
    Found,
    /// The one the account sheet shows.
    Chosen,
    /// Lost, or filtered out.
    Faded,
}

/// A token to paint.
#[derive(Clone, Debug)]
pub struct Token<'a> {
    /// Points; see [`token_radius`].
    pub radius: f32,
    /// One to three characters inside.
    pub short: &'a str,
    /// The name below, on one line or two; empty for none.
    pub name: &'a str,
    /// 0 to 100 as surveyed; `None` when nobody asked.
    pub satisfaction: Option<f32>,
    /// The colour of its phase.
    pub colour: Color32,
    /// What wants attention.
    pub badges: &'a [Badge],
    /// What changed last month, at the other side of it.
    pub marks: &'a [Mark],
    /// Usual, chosen, hovered or faded.
    pub look: Look,
    /// A gold rim: the customer the case is about.
    pub is_named: bool,
}

/// From one line of a name to the next, in heights of its letters.
const LINE: f32 = 1.22;
/// From the middle of a sign to its edge.
const SIGN: f32 = 9.5;
/// Smaller letters inside a token cannot be read.
const LEAST_LETTERS: f32 = 7.5;

/// The radius for a yearly value in fen: area grows with value, within what can be read and hit.
#[must_use]
pub fn token_radius(yearly_fen: i64) -> f32 {
    let millions = yearly_fen.max(0) as f32 / 100_000_000.0;
    (28.0 * millions.sqrt()).clamp(13.0, 38.0)
}

impl Token<'_> {
    /// All it covers, name and badges included, when its centre is at `at`.
    #[must_use]
    pub fn bounds(&self, at: Pos2) -> Rect {
        let body = Rect::from_center_size(at, Vec2::splat(2.0 * (self.radius + 12.0)));
        if self.name.is_empty() { body } else { body.expand2(vec2(18.0, 0.0)).with_max_y(body.bottom() + 18.0) }
    }

    /// Paints it with its centre at `at`.
    pub fn paint(&self, painter: &Painter, style: &Style, at: Pos2) {
        let p = theme::palette_of(&style.visuals);
        // Small tokens stand close: a ring and badges of full size would hide their neighbours.
        let part = (self.radius / 12.0).clamp(0.55, 1.0);
        let ring = self.radius + 4.0 * part;
        let faded = |colour: Color32| if self.look == Look::Faded { colour.gamma_multiply(0.4) } else { colour };
        match self.look {
            Look::Chosen => {
                painter.circle_stroke(at, self.radius + 10.0, Stroke::new(1.5, p.ink));
            }
            Look::Hovered => {
                painter.circle_filled(at, self.radius + 10.0, p.accent_soft);
            }
            Look::Found => {
                painter.circle_stroke(at, self.radius + 9.0, Stroke::new(2.5, p.accent));
            }
            Look::Usual | Look::Faded => {}
        }
        painter.add(disc(at, ring + 1.75 * part, p.line));
        painter.add(disc(at, ring - 1.75 * part, p.surface));
        painter.add(disc(at, self.radius, faded(self.colour)));
        if self.is_named {
            painter.circle_stroke(at, self.radius - 1.0, Stroke::new(2.0, p.gold));
        }
        self.paint_ring(painter, p, at, (ring, part));

        if let Some(size) = self.letters() {
            painter.text(at, Align2::CENTER_CENTER, self.short, theme::bold(size), faded(p.on_colour));
        }
        let role = if self.look == Look::Chosen { Role::SmallStrong } else { Role::Small };
        let ink = if self.look == Look::Faded { p.muted } else { p.ink };
        let font = theme::font_of(style, role);
        let mut below = at + vec2(0.0, self.radius + 10.0);
        for line in self.name.lines() {
            painter.text(below, Align2::CENTER_TOP, line, font.clone(), ink);
            below.y += LINE * font.size;
        }
        let sign = |angle: f32, ground: Color32, icon: char| {
            let centre = at + self.sign_at(part) * vec2(angle.to_radians().cos(), angle.to_radians().sin());
            painter.circle(centre, 8.5 * part, ground, Stroke::new(2.0 * part, p.surface));
            painter.text(centre, Align2::CENTER_CENTER, icon, theme::bold(10.5 * part), p.on_colour);
        };
        for (place, badge) in self.badges.iter().enumerate() {
            sign(-45.0 + 48.0 * place as f32, badge.colour(p), badge.icon());
        }
        for (place, mark) in self.marks.iter().enumerate() {
            sign(-135.0 - 48.0 * place as f32, mark.colour(p), mark.icon());
        }
    }

    /// How far from the centre its signs stand: a small token must not lie under them, nor letters under any.
    fn sign_at(&self, part: f32) -> f32 {
        let out = if self.radius < 14.0 { 9.0 } else { 5.0 };
        let letters = self.letters().map_or(0.0, |size| size * self.wide() / 2.0);
        (self.radius + out * part).max(letters + SIGN * part + 1.0)
    }

    /// How wide its letters are, in the size of one.
    fn wide(&self) -> f32 {
        self.short.chars().map(|sign| if sign.is_ascii() { 0.66 } else { 1.0 }).sum::<f32>().max(1.0)
    }

    /// The size of the letters inside, none where there is no room for any: a name is written whole or not at all.
    fn letters(&self) -> Option<f32> {
        let size = (self.radius * 0.62).max(10.0).min(1.75 * self.radius / self.wide());
        (size >= LEAST_LETTERS).then_some(size)
    }

    /// The ring, a `part` of its full width.
    fn paint_ring(&self, painter: &Painter, p: &Palette, at: Pos2, (ring, part): (f32, f32)) {
        let colour = p.satisfaction(self.satisfaction);
        let point = |angle: f32| at + ring * vec2(angle.cos(), angle.sin());
        let Some(points) = self.satisfaction else {
            // Dots: a dash is fifty times the triangles, and forty of these move at once.
            let dots = (TAU * ring / 6.0).round();
            painter.extend((0..dots as u16).map(|dot| Shape::circle_filled(point(TAU * f32::from(dot) / dots), 1.2 * part, colour)));
            return;
        };
        let sweep = TAU * (points / 100.0).clamp(0.0, 1.0);
        let steps = (sweep * ring / 3.0).ceil().max(2.0);
        let arc: Vec<Pos2> = (0..=steps as u16).map(|step| point(-FRAC_PI_2 + sweep * f32::from(step) / steps)).collect();
        if let (Some(first), Some(last)) = (arc.first().copied(), arc.last().copied()) {
            painter.add(Shape::line(arc, Stroke::new(3.5 * part, colour)));
            painter.circle_filled(first, 1.75 * part, colour);
            painter.circle_filled(last, 1.75 * part, colour);
        }
    }
}

/// A disc of as few corners as look round: a fifth of a point off at most, where egui takes up to twice as many.
fn disc(at: Pos2, radius: f32, colour: Color32) -> Shape {
    let corners = if radius > 30.0 { 36 } else { 26_u8 };
    let point = |corner: u8| {
        let angle = TAU * f32::from(corner) / f32::from(corners);
        at + radius * vec2(angle.cos(), angle.sin())
    };
    Shape::convex_polygon((0..corners).map(point).collect(), colour, Stroke::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(radius: f32, short: &'static str) -> Token<'static> {
        Token { radius, short, name: "", satisfaction: None, colour: Color32::BLACK, badges: &[], marks: &[], look: Look::Usual, is_named: false }
    }

    #[test]
    fn letters_are_all_there_or_none() {
        assert_eq!(token(3.0, "HK").letters(), None);
        assert_eq!(token(30.0, "HK").letters(), Some(18.6));
        for short in ["HK", "新网", "128"] {
            let size = token(9.5, short).letters().expect("room");
            assert!((7.5..=10.0).contains(&size), "{short}: {size}");
        }
    }

    #[test]
    fn no_sign_lies_over_the_letters() {
        for radius in (6..40).map(|r| r as f32) {
            for short in ["HK", "新网", "128"] {
                let token = token(radius, short);
                let part = (radius / 12.0).clamp(0.55, 1.0);
                let letters = token.letters().map_or(0.0, |size| size * token.wide() / 2.0);
                assert!(token.sign_at(part) - SIGN * part >= letters, "{short} {radius}");
            }
        }
    }

    #[test]
    fn area_grows_with_value() {
        let one = token_radius(60_000_000);
        let two = token_radius(120_000_000);
        assert!((two * two / (one * one) - 2.0).abs() < 1e-3);
        assert_eq!(token_radius(-1), 13.0);
        assert_eq!(token_radius(i64::MAX), 38.0);
    }
}
