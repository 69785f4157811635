//! The colours of teams: each team has one, the same on every screen, told apart from the others in light and in dark. Its
//! name always stands beside it.

use super::palette::{DARK, Palette};
use bevy_egui::egui::Color32;

/// Teams with a colour of their own; more than that begin again at the first.
pub const TEAMS: usize = 20;

const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

/// Chosen one after another, each as far as can be from those before it (in `OKLab`), and all of them seen on a card.
const ON_LIGHT: [Color32; TEAMS] = [
    hex(0x2F6DB5),
    hex(0xC8511B),
    hex(0x099B21),
    hex(0x483C03),
    hex(0xD553D4),
    hex(0x5B007F),
    hex(0xA70669),
    hex(0x9D8BA2),
    hex(0x001DAD),
    hex(0x046E53),
    hex(0x7F80FF),
    hex(0xAB9100),
    hex(0x760022),
    hex(0xF94178),
    hex(0x044262),
    hex(0x6034CF),
    hex(0x109FD5),
    hex(0x71545D),
    hex(0x29937E),
    hex(0x9012A8),
];

const ON_DARK: [Color32; TEAMS] = [
    hex(0x6FA8E8),
    hex(0xFF8A57),
    hex(0x96FD5A),
    hex(0x078A1C),
    hex(0xAE4388),
    hex(0xFF7BFD),
    hex(0xEDD5EC),
    hex(0x6054EC),
    hex(0xA25F01),
    hex(0x1BFDF8),
    hex(0x0F7D9D),
    hex(0x9AC686),
    hex(0xA9898A),
    hex(0xF94178),
    hex(0xB165FD),
    hex(0xFEDA80),
    hex(0x15AA8F),
    hex(0xA19510),
    hex(0xE59EC7),
    hex(0x07D0D8),
];

impl Palette {
    /// The colour of a team, by its number in the game.
    #[must_use]
    pub fn team(&self, number: usize) -> Color32 {
        let colours = if *self == DARK { &ON_DARK } else { &ON_LIGHT };
        colours[number % TEAMS]
    }
}

#[cfg(test)]
mod tests {
    use super::super::palette::{DARK, LIGHT};
    use super::TEAMS;
    use bevy_egui::egui::Color32;

    fn linear(byte: u8) -> f32 {
        let value = f32::from(byte) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    }

    /// Ottosson's `OKLab`, in which equal steps look equal.
    fn oklab(colour: Color32) -> [f32; 3] {
        let (r, g, b) = (linear(colour.r()), linear(colour.g()), linear(colour.b()));
        let l = (0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_993 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_55 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_84 * g + 0.629_978_7 * b).cbrt();
        [
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ]
    }

    #[test]
    fn twenty_teams_are_told_apart_and_seen_on_a_card() {
        let luminance = |c: Color32| 0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b());
        for p in [&LIGHT, &DARK] {
            for one in 0..TEAMS {
                let (a, ground) = (luminance(p.team(one)), luminance(p.surface));
                assert!((a.max(ground) + 0.05) / (a.min(ground) + 0.05) >= 3.0, "{one} on its ground");
                for other in 0..one {
                    let (a, b) = (oklab(p.team(one)), oklab(p.team(other)));
                    let distance = (0..3).map(|k| (a[k] - b[k]).powi(2)).sum::<f32>().sqrt();
                    assert!(distance > 0.11, "{one} and {other}: {distance}");
                }
            }
            assert_eq!(p.team(3), p.team(3 + TEAMS));
        }
    }
}
