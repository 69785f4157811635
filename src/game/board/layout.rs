//! Where each token stands: in rows inside its lane or tier, never over another, the same each time. A crowded board makes
//! all tokens smaller, and lanes that still have no room leave the names out.

use crate::game::widgets::customer_radius;
use crate::prose::Prose;
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use crate::sim::terms::Tier;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// The two ways to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// By phase.
    Lanes,
    /// By tier of the customer pyramid.
    Pyramid,
}

/// A token's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Whose token it is.
    pub customer: CustomerId,
    /// From the board's top left corner.
    pub at: Pos2,
    /// In points.
    pub radius: f32,
    /// There is room for its name.
    pub named: bool,
}

/// A token where it stands now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedToken {
    /// Whose token it is.
    pub customer: CustomerId,
    /// From the board's top left corner.
    pub at: Pos2,
    /// In points.
    pub radius: f32,
    /// There is room for its name.
    pub named: bool,
    /// Where it comes from, while it is on its way.
    pub from: Option<Pos2>,
}

/// Space between lanes.
pub const GAP: f32 = 8.0;
/// Height of a lane's heading.
pub const HEAD: f32 = 36.0;
/// Room for a lane's name and number.
const NARROWEST: f32 = 118.0;
/// The part of the board's height that the lower lanes take.
const LOWER: f32 = 0.25;

/// The lanes of the board: the four good phases, below them decline and lost.
#[must_use]
pub fn lanes(prose: &Prose, size: Vec2) -> [(Phase, Rect); 6] {
    let low = (size.y * LOWER).clamp(96.0, 190.0);
    let high = size.y - low - GAP;
    // Lanes with many customers are wider. The present phases count, also while a month is played.
    let weight = |phase: Phase| {
        let count = prose.view.customers.iter().filter(|c| c.phase == phase).count();
        1.0 + 0.09 * count.min(14) as f32
    };
    let weights = [Phase::Awareness, Phase::Exploration, Phase::Formation, Phase::Stability].map(weight);
    let widths = widths(weights, size.x - 3.0 * GAP);
    let upper = |index: usize| {
        let left = widths[..index].iter().sum::<f32>() + index as f32 * GAP;
        Rect::from_min_size(pos2(left, 0.0), vec2(widths[index], high))
    };
    let wide = (size.x - GAP) * 0.6;
    let decline = Rect::from_min_size(pos2(0.0, high + GAP), vec2(wide, low));
    let lost = Rect::from_min_max(pos2(wide + GAP, high + GAP), size.to_pos2());
    [
        (Phase::Awareness, upper(0)),
        (Phase::Exploration, upper(1)),
        (Phase::Formation, upper(2)),
        (Phase::Stability, upper(3)),
        (Phase::Decline, decline),
        (Phase::Lost, lost),
    ]
}

/// Divides `room` by the weights; a lane is never too narrow for its name and number.
fn widths(weights: [f32; 4], room: f32) -> [f32; 4] {
    let least = NARROWEST.min(room / 5.0);
    let spare = room - 4.0 * least;
    let sum: f32 = weights.iter().sum();
    let wanted = weights.map(|weight| (weight / sum * room - least).max(0.0));
    let over: f32 = wanted.iter().sum();
    wanted.map(|more| least + if over > 0.0 { more * spare / over } else { spare / 4.0 })
}

/// The floors of the pyramid from the top, and the ground for customers without an order. Each floor is as wide as the
/// pyramid at its middle.
#[must_use]
pub fn floors(size: Vec2) -> [(Option<Tier>, Rect); 5] {
    let heights = [0.20, 0.19, 0.20, 0.22];
    let widths = [0.40, 0.60, 0.80, 1.0];
    let mut top = 0.0;
    let mut floor = |index: usize, tier: Tier| {
        let height = size.y * heights[index] - GAP;
        let width = size.x * widths[index];
        let rect = Rect::from_min_size(pos2((size.x - width) / 2.0, top), vec2(width, height));
        top += height + GAP;
        (Some(tier), rect)
    };
    let [a, b, c, d] = [floor(0, Tier::Vip), floor(1, Tier::Main), floor(2, Tier::Ordinary), floor(3, Tier::Small)];
    [a, b, c, d, (None, Rect::from_min_max(pos2(0.0, top), size.to_pos2()))]
}

/// Places every customer on a board of `size`. `phase` says in which lane each stands.
#[must_use]
pub fn plan(prose: &Prose, plan: Plan, size: Vec2, scale: f32, phase: impl Fn(&CustomerView) -> Phase) -> Vec<Spot> {
    let mut groups: Vec<(Vec<Piece>, Rect)> = Vec::new();
    match plan {
        Plan::Lanes => {
            for (lane, rect) in lanes(prose, size) {
                let is_low = matches!(lane, Phase::Decline | Phase::Lost);
                let head = if is_low { 26.0 } else { HEAD };
                let room = Rect::from_min_max(rect.min + vec2(6.0, head), rect.max - vec2(6.0, 6.0));
                groups.push((pieces(prose, scale, |c| phase(c) == lane), room));
            }
        }
        Plan::Pyramid => {
            for (tier, rect) in floors(size) {
                let left = if tier.is_some() { 104.0 * scale } else { 8.0 };
                let head = if tier.is_some() { 4.0 } else { 24.0 };
                let room = Rect::from_min_max(rect.min + vec2(left, head), rect.max - vec2(8.0, 2.0));
                let stands = |c: &CustomerView| match tier {
                    Some(tier) => c.orders > 0 && c.placed.unwrap_or(c.tier) == tier,
                    None => c.orders == 0,
                };
                groups.push((pieces(prose, scale, stands), room));
            }
        }
    }
    pack(&groups, scale)
}

/// The tokens at rest, placed as [`plan`] says.
#[must_use]
pub fn at_rest(prose: &Prose, plan: Plan, size: Vec2, scale: f32, phase: impl Fn(&CustomerView) -> Phase) -> Vec<PlacedToken> {
    let placed = |spot: Spot| PlacedToken { customer: spot.customer, at: spot.at, radius: spot.radius, named: spot.named, from: None };
    self::plan(prose, plan, size, scale, phase).into_iter().map(placed).collect()
}

/// One token's claim to room.
struct Piece {
    customer: CustomerId,
    radius: f32,
    label: f32,
}

/// The tokens of a lane, in the order of the customers, so that nobody jumps when a number changes.
fn pieces(prose: &Prose, scale: f32, stands: impl Fn(&CustomerView) -> bool) -> Vec<Piece> {
    let piece =
        |customer: &CustomerView| Piece { customer: customer.id, radius: customer_radius(customer), label: label_width(&prose.label(customer)) * scale };
    prose.view.customers.iter().filter(|c| stands(c)).map(piece).collect()
}

/// About how wide a name is, at a text size of 100 %.
fn label_width(name: &str) -> f32 {
    let width = |sign: char| match sign {
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | ' ' | '\'' | '.' => 3.9,
        'm' | 'w' | 'M' | 'W' => 9.6,
        'A'..='Z' => 7.3,
        _ if sign.is_ascii() => 6.3,
        _ => 11.5,
    };
    name.chars().map(width).sum()
}

/// Sizes to try, the largest first. All lanes share one, so that areas can be compared across the board.
const SIZES: [f32; 9] = [1.4, 1.25, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6, SMALLEST];
const SMALLEST: f32 = 0.5;

/// So few tokens keep their names as long as they can be read.
const FEW: usize = 6;
/// The largest size of tokens without names, where there are more than a few.
const NAMELESS: f32 = 0.7;

/// Places the tokens of each group inside its room, all at the largest size that fits every group. Names are worth a little
/// size; a crowd that fits at no size becomes a grid and does not make the others small.
fn pack(groups: &[(Vec<Piece>, Rect)], scale: f32) -> Vec<Spot> {
    let named = |size: f32, (pieces, room): &(Vec<Piece>, Rect)| pieces.is_empty() || rows(pieces, *room, size, true, scale).is_some();
    let fits = |size: f32, group: &(Vec<Piece>, Rect)| {
        let nameless = size <= if group.0.len() > FEW { NAMELESS } else { SMALLEST };
        named(size, group) || (nameless && rows(&group.0, group.1, size, false, scale).is_some())
    };
    let orderly: Vec<_> = groups.iter().filter(|group| fits(SMALLEST, group)).collect();
    let most = if orderly.len() == groups.len() { SIZES[0] } else { NAMELESS };
    let all_named = SIZES.into_iter().find(|&size| size <= most && size >= 0.6 && orderly.iter().all(|group| named(size, group)));
    let any = || SIZES.into_iter().find(|&size| size <= most && orderly.iter().all(|group| fits(size, group)));
    let size = all_named.or_else(any).unwrap_or(SMALLEST);
    let mut spots = Vec::new();
    for (pieces, room) in groups.iter().filter(|(pieces, _)| !pieces.is_empty()) {
        let placed = rows(pieces, *room, size, true, scale).or_else(|| rows(pieces, *room, size, false, scale));
        spots.extend(placed.unwrap_or_else(|| grid(pieces, *room)));
    }
    spots
}

/// Tokens in rows; none if they do not fit at this size.
fn rows(pieces: &[Piece], room: Rect, shrink: f32, named: bool, scale: f32) -> Option<Vec<Spot>> {
    if room.width() < 20.0 || room.height() < 20.0 {
        return None;
    }
    let label_height = if named { 20.0 * scale } else { 3.0 };
    // Ring above and below, with room for a badge.
    let ring = 16.0;
    let radius = |piece: &Piece| (piece.radius * shrink).max(8.0);
    let width = |piece: &Piece| {
        let body = 2.0 * radius(piece) + 20.0;
        if named { body.max(piece.label + 6.0) } else { body }
    };
    let mut lines: Vec<(usize, usize, f32, f32)> = Vec::new();
    let (mut start, mut wide, mut high) = (0, 0.0_f32, 0.0_f32);
    for (index, piece) in pieces.iter().enumerate() {
        let (w, h) = (width(piece), 2.0 * radius(piece) + ring + label_height);
        if w > room.width() + 0.5 {
            return None;
        }
        if index > start && wide + w > room.width() {
            lines.push((start, index, wide, high));
            (start, wide, high) = (index, 0.0, 0.0);
        }
        wide += w;
        high = high.max(h);
    }
    lines.push((start, pieces.len(), wide, high));
    let used: f32 = lines.iter().map(|line| line.3).sum();
    if used > room.height() + 0.5 {
        return None;
    }
    let spare = ((room.height() - used) / (lines.len() as f32 + 0.6)).min(26.0);
    let mut spots = Vec::with_capacity(pieces.len());
    let mut top = room.top() + spare * 0.6;
    for (row, &(from, to, wide, high)) in lines.iter().enumerate() {
        let line = &pieces[from..to];
        let free = room.width() - wide;
        let gap = free / (line.len() as f32 + 1.0);
        let mut left = room.left() + gap;
        for piece in line {
            let (w, r) = (width(piece), radius(piece));
            // A lone token stands a little beside the middle, every second one on the other side.
            let sway = if line.len() == 1 { (gap * 0.45).min(26.0) * if row % 2 == 0 { -1.0 } else { 1.0 } } else { 0.0 };
            let own = 2.0 * r + ring + label_height;
            let drop = (high - own) * jitter(piece.customer);
            spots.push(Spot { customer: piece.customer, at: pos2(left + w / 2.0 + sway, top + drop + r + ring / 2.0), radius: r, named });
            left += w + gap;
        }
        top += high + spare;
    }
    Some(spots)
}

/// The last resort: a grid of dots.
fn grid(pieces: &[Piece], room: Rect) -> Vec<Spot> {
    let count = pieces.len() as f32;
    let columns = (count * room.width() / room.height()).sqrt().ceil().max(1.0);
    let lines = (count / columns).ceil().max(1.0);
    let cell = vec2(room.width() / columns, room.height() / lines);
    let radius = (cell.min_elem() / 2.0 - 4.0).clamp(2.5, 9.0);
    pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| {
            let (column, line) = ((index as f32 % columns).floor(), (index as f32 / columns).floor());
            let at = room.min + vec2((column + 0.5) * cell.x, (line + 0.5) * cell.y);
            Spot { customer: piece.customer, at, radius, named: false }
        })
        .collect()
}

/// A number from 0 to 1 that belongs to a customer.
fn jitter(customer: CustomerId) -> f32 {
    (f32::from(customer.0) * 0.618_034).fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lanes_keep_room_for_their_names() {
        let narrow = widths([2.26, 2.26, 1.0, 1.0], 647.0);
        assert!((narrow.iter().sum::<f32>() - 647.0).abs() < 0.01);
        assert!(narrow[2] >= NARROWEST && narrow[0] > 200.0, "{narrow:?}");
        assert_eq!(widths([1.0; 4], 400.0), [100.0; 4]);
    }

    #[test]
    fn a_crowd_does_not_make_the_tokens_of_other_lanes_small() {
        let room = |left: f32| Rect::from_min_size(pos2(left, 0.0), vec2(180.0, 330.0));
        let group = |ids: std::ops::Range<u16>| ids.map(|id| Piece { customer: CustomerId(id), radius: 20.0, label: 60.0 }).collect::<Vec<_>>();
        let spots = pack(&[(group(0..140), room(0.0)), (group(140..144), room(200.0))], 1.0);
        let (crowd, few) = spots.split_at(140);
        assert!(crowd.iter().all(|spot| spot.radius < 9.0 && !spot.named));
        assert!(few.iter().all(|spot| spot.radius == 14.0 && spot.named), "{few:?}");
    }

    #[test]
    fn forty_tokens_never_overlap() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(180.0, 330.0));
        for count in [1_u16, 5, 12, 25, 40] {
            let group: Vec<Piece> = (0..count).map(|id| Piece { customer: CustomerId(id), radius: 13.0 + f32::from(id % 5) * 5.0, label: 60.0 }).collect();
            let spots = pack(&[(group, room)], 1.0);
            assert_eq!(spots.len(), usize::from(count));
            for (index, a) in spots.iter().enumerate() {
                assert!(room.expand(1.0).contains(a.at), "{count}: {a:?}");
                for b in &spots[index + 1..] {
                    assert!(a.at.distance(b.at) >= a.radius + b.radius, "{count}: {a:?} {b:?}");
                }
            }
        }
    }
}
