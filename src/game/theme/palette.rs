//! The colours: warm paper by day, a night ground for the projector, one accent, six phases that keep theirs everywhere.

use bevy_egui::egui::Color32;

/// A phase of the customer relationship, as far as colours go: the lanes of the board from left to right, then below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// They know of us.
    Awareness,
    /// They try us.
    Exploration,
    /// They buy.
    Formation,
    /// They come back.
    Stability,
    /// They turn away.
    Decline,
    /// They are gone.
    Lost,
}

impl Phase {
    /// In the order of a relation.
    pub const ALL: [Self; 6] = [Self::Awareness, Self::Exploration, Self::Formation, Self::Stability, Self::Decline, Self::Lost];

    /// The key of its name, for `words::tr`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Awareness => "phase-awareness",
            Self::Exploration => "phase-exploration",
            Self::Formation => "phase-formation",
            Self::Stability => "phase-stability",
            Self::Decline => "phase-decline",
            Self::Lost => "phase-lost",
        }
    }
}

/// The colours of one theme.
#[derive(Debug, PartialEq, Eq)]
pub struct Palette {
    /// The ground everything lies on.
    pub bg: Color32,
    /// Cards and bars.
    pub surface: Color32,
    /// Wells inside cards, empty parts of meters.
    pub sunk: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of lesser weight.
    pub muted: Color32,
    /// The one accent: what to do next, what is chosen.
    pub accent: Color32,
    /// Text on the accent.
    pub accent_ink: Color32,
    /// A ground tinted with the accent.
    pub accent_soft: Color32,
    /// Late, broken, lost. Always with a sign or word.
    pub warn: Color32,
    /// A ground for warnings.
    pub warn_soft: Color32,
    /// Due now, of special worth, middling.
    pub gold: Color32,
    /// A ground for what is due.
    pub gold_soft: Color32,
    /// An opportunity.
    pub blue: Color32,
    /// Text and signs on a phase's colour or a badge.
    pub on_colour: Color32,
    phases: [Color32; 6],
    teams: [Color32; TEAMS],
}

/// As many teams as play in one game, each with a colour of its own.
const TEAMS: usize = 20;

impl Palette {
    /// The colour of a phase.
    #[must_use]
    pub const fn phase(&self, phase: Phase) -> Color32 {
        self.phases[phase as usize]
    }

    /// The colour of a team by its place, from 0; always beside its name. After the twentieth they begin anew.
    #[must_use]
    pub const fn team(&self, place: usize) -> Color32 {
        self.teams[place % TEAMS]
    }

    /// The colour of good news; with a word or an arrow.
    #[must_use]
    pub const fn good(&self) -> Color32 {
        self.phase(Phase::Stability)
    }

    /// The colour of a satisfaction from 0 to 100, `None` when it is not known.
    #[must_use]
    pub fn satisfaction(&self, points: Option<f32>) -> Color32 {
        match points {
            None => self.muted,
            Some(points) if points < 40.0 => self.warn,
            Some(points) if points < 75.0 => self.gold,
            Some(_) => self.good(),
        }
    }
}

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// Warm paper.
pub static LIGHT: Palette = Palette {
    bg: hex(0xF4F1EA),
    surface: hex(0xFFFFFF),
    sunk: hex(0xECE7DC),
    line: hex(0xDDD6C8),
    ink: hex(0x1E2A32),
    muted: hex(0x68737B),
    accent: hex(0x0E6E66),
    accent_ink: hex(0xFFFFFF),
    accent_soft: hex(0xD9ECE9),
    warn: hex(0xC8511B),
    warn_soft: hex(0xFBE6DA),
    gold: hex(0xB98512),
    gold_soft: hex(0xF7ECCB),
    blue: hex(0x2F6DB5),
    on_colour: hex(0xFFFFFF),
    phases: [hex(0x8A97A3), hex(0x2F6DB5), hex(0x7A57B8), hex(0x0E8A63), hex(0xC7791A), hex(0x9A4A44)],
    teams: [
        hex(0x0E6E66),
        hex(0xC8511B),
        hex(0x2F6DB5),
        hex(0x7A57B8),
        hex(0xA67508),
        hex(0xB0264E),
        hex(0x5B8A1E),
        hex(0x6B4028),
        hex(0x44515C),
        hex(0xC23A9B),
        hex(0x1D1DED),
        hex(0xD81DED),
        hex(0x4B063E),
        hex(0x1A0C97),
        hex(0x294110),
        hex(0xB06D8F),
        hex(0x0C975F),
        hex(0x857E47),
        hex(0x08105E),
        hex(0x8455F1),
    ],
};

/// Night ground.
pub static DARK: Palette = Palette {
    bg: hex(0x10181D),
    surface: hex(0x18232A),
    sunk: hex(0x131C22),
    line: hex(0x2A3841),
    ink: hex(0xEAF0F2),
    muted: hex(0x93A2AB),
    accent: hex(0x3CB9A8),
    accent_ink: hex(0x06231F),
    accent_soft: hex(0x17423D),
    warn: hex(0xFF8A57),
    warn_soft: hex(0x43261A),
    gold: hex(0xE9B949),
    gold_soft: hex(0x3C3115),
    blue: hex(0x6FA8E8),
    on_colour: hex(0x10181D),
    phases: [hex(0x93A2AB), hex(0x6FA8E8), hex(0xB39AE6), hex(0x4FCB9C), hex(0xF0B25C), hex(0xD98A83)],
    teams: [
        hex(0x3CB9A8),
        hex(0xFF8A57),
        hex(0x6FA8E8),
        hex(0xB39AE6),
        hex(0xE9B949),
        hex(0xF0708F),
        hex(0xA5CF5A),
        hex(0xB98A68),
        hex(0xAFBBC4),
        hex(0xEE8AD6),
        hex(0xD81DED),
        hex(0x1DED1D),
        hex(0x1DED99),
        hex(0x6868F3),
        hex(0xED1D1D),
        hex(0xEDED1D),
        hex(0xE212A4),
        hex(0x5A8547),
        hex(0xEBE4AD),
        hex(0x0C970C),
    ],
};

/// A colour between two, `share` from 0 (the first) to 1 (the second).
#[must_use]
pub fn mix(from: Color32, to: Color32, share: f32) -> Color32 {
    from.lerp_to_gamma(to, share.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(colour: Color32) -> f32 {
        let part = |byte: u8| {
            let value = f32::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// L*, a* and b* of CIE 1976, in which distances are what the eye sees.
    fn lab(colour: Color32) -> [f32; 3] {
        let linear = |byte: u8| {
            let value = f32::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b] = [colour.r(), colour.g(), colour.b()].map(linear);
        let part = |t: f32| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = part((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47);
        let y = part(0.2126 * r + 0.7152 * g + 0.0722 * b);
        let z = part((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn every_team_has_a_colour_that_is_told_from_the_others() {
        for p in [&LIGHT, &DARK] {
            for place in 0..TEAMS {
                let own = p.team(place);
                assert!(contrast(own, p.surface) > 3.0 && contrast(own, p.bg) > 3.0, "{place}: {own:?}");
                for other in (0..place).map(|other| p.team(other)) {
                    let apart: f32 = lab(own).into_iter().zip(lab(other)).map(|(a, b)| (a - b) * (a - b)).sum();
                    assert!(apart.sqrt() > 20.0, "{own:?} {other:?}");
                }
            }
        }
        assert_eq!(LIGHT.team(TEAMS), LIGHT.team(0));
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        for p in [&LIGHT, &DARK] {
            assert!(contrast(p.ink, p.bg) > 7.0);
            assert!(contrast(p.ink, p.surface) > 7.0);
            assert!(contrast(p.muted, p.bg) > 4.2);
            assert!(contrast(p.muted, p.surface) > 4.5);
            assert!(contrast(p.accent_ink, p.accent) > 4.5);
            assert!(contrast(p.accent, p.accent_soft) > 4.0);
            assert!(contrast(p.warn, p.surface) > 4.0);
        }
    }
}
