//! Where each token stands: in rows inside its lane or tier, never over another, the same each time. Where a place has no
//! room for the names of all its customers, those that matter most stand there by name and the others are counted in groups.

use super::crowd::{Group, Standing, grouped, standings};
use super::places::{Place, Plan, places};
use crate::game::widgets::customer_radius;
use crate::prose::Prose;
use crate::sim::knowledge::CustomerView;
use crate::sim::terms::Phase;
use crate::sim::units::CustomerId;
use bevy_egui::egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::BTreeSet;

/// A token's place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Whose token it is.
    pub customer: CustomerId,
    /// From the board's top left corner.
    pub at: Pos2,
    /// In points.
    pub radius: f32,
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
    /// Where it comes from, while it is on its way.
    pub from: Option<Pos2>,
}

/// Customers that are counted together.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    /// Where they stand.
    pub place: Place,
    /// What they have in common.
    pub group: Group,
    /// In the order of the customers.
    pub members: Vec<CustomerId>,
    /// From the board's top left corner.
    pub rect: Rect,
}

impl Cluster {
    /// How many of what: `38 leads to qualify`.
    #[must_use]
    pub fn told(&self, prose: &Prose) -> String {
        let count = self.members.len();
        let label = self.group.label(prose, self.place, count);
        prose.say_with("board-group-told", &[("count", count.into()), ("group", label.into())])
    }
}

/// A lane or a floor.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which.
    pub place: Place,
    /// From the board's top left corner.
    pub rect: Rect,
    /// All customers that stand here, by name or counted; those that matter most first.
    pub members: Vec<CustomerId>,
}

/// A board: every customer has a spot, or is counted in exactly one cluster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// Lanes or floors.
    pub sections: Vec<Section>,
    /// Customers by name.
    pub spots: Vec<Spot>,
    /// The others.
    pub clusters: Vec<Cluster>,
}

impl Arrangement {
    /// The cluster in which a customer is counted.
    #[must_use]
    pub fn cluster_of(&self, customer: CustomerId) -> Option<&Cluster> {
        self.clusters.iter().find(|cluster| cluster.members.binary_search(&customer).is_ok())
    }

    /// The tokens at rest.
    #[must_use]
    pub fn at_rest(&self) -> Vec<PlacedToken> {
        self.spots.iter().map(|spot| PlacedToken { customer: spot.customer, at: spot.at, radius: spot.radius, from: None }).collect()
    }
}

/// Sizes to try, the largest first. All lanes share one, so that areas can be compared across the board.
const SIZES: [f32; 7] = [1.4, 1.25, 1.1, 1.0, 0.9, 0.8, 0.7];
/// Where some are counted in groups, the others need not be large.
const CROWDED: [f32; 6] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];
/// No token is smaller, two letters must fit into it; and what its ring and its signs take above and below. The first of each
/// where room is scarcest.
const LEAST_RADIUS: [f32; 2] = [9.5, 10.5];
const RING: [f32; 2] = [14.0, 18.0];
/// At this size and below room is scarce.
const SCARCE: f32 = 0.55;
/// At least so many tokens may stand by name in one place beside groups.
const MOST_TOKENS: usize = 12;
/// On a large board there are more: one for so many square points.
const TOKEN_ROOM: f32 = 6000.0;
/// So many groups stand in one place.
const MOST_GROUPS: usize = 4;
/// Height of a group at a text size of 100 %, and the space between two.
const CHIP: f32 = 36.0;
const CHIP_GAP: f32 = 5.0;
/// The width at which a group has room for its whole label, and the least at which it has room for a short one.
const CHIP_WIDTH: f32 = 150.0;
const LEAST_CHIP: f32 = 92.0;
/// The part of a wide place that groups may take.
const BESIDE: f32 = 0.62;
/// Groups of fewer than so many on average tell nothing.
const SMALL_GROUP: usize = 3;

/// Places every customer on a board of `size`. `phase` says in which lane each stands; those in the `spotlight` stand by name.
#[must_use]
pub fn arrange(prose: &Prose, plan: Plan, size: Vec2, scale: f32, spotlight: &BTreeSet<CustomerId>, phase: impl Fn(&CustomerView) -> Phase) -> Arrangement {
    // whoever stands by name already is chosen without anybody moving
    let plain = arrange_with(prose, plan, size, scale, &BTreeSet::new(), &phase);
    let is_named = |id: &CustomerId| plain.spots.iter().any(|spot| spot.customer == *id);
    if spotlight.iter().all(is_named) { plain } else { arrange_with(prose, plan, size, scale, spotlight, &phase) }
}

fn arrange_with(prose: &Prose, plan: Plan, size: Vec2, scale: f32, spotlight: &BTreeSet<CustomerId>, phase: &impl Fn(&CustomerView) -> Phase) -> Arrangement {
    let standings = standings(prose.view, spotlight);
    let matters = standings.iter().filter(|standing| standing.matters).map(|standing| standing.customer).collect();
    let mut sections: Vec<Stand> =
        places(prose, plan, size, scale, &matters).into_iter().map(|(place, rect)| Stand::new(place, rect, place.room(rect, scale))).collect();
    for (customer, standing) in prose.view.customers.iter().zip(&standings) {
        let place = Place::of(customer, (plan == Plan::Lanes).then(|| known(phase(customer))));
        if let Some(stand) = sections.iter_mut().find(|stand| stand.place == place) {
            stand.pieces.push(Piece::new(prose, customer, *standing, scale));
        }
    }
    sections.iter_mut().for_each(|stand| stand.pieces.sort_by_key(|piece| piece.standing.order()));
    pack(&sections, scale)
}

/// Whoever is on the board is known.
const fn known(phase: Phase) -> Phase {
    match phase {
        Phase::Unknown => Phase::Awareness,
        phase => phase,
    }
}

/// A place and who claims room there, those that matter most first.
struct Stand {
    place: Place,
    rect: Rect,
    room: Rect,
    pieces: Vec<Piece>,
}

impl Stand {
    fn new(place: Place, rect: Rect, room: Rect) -> Stand {
        Stand { place, rect, room, pieces: Vec::new() }
    }

    /// As many as must stand by name.
    fn needed(&self) -> usize {
        self.pieces.iter().filter(|piece| piece.standing.matters).count()
    }
}

/// One token's claim to room.
#[derive(Clone, Copy)]
struct Piece {
    standing: Standing,
    radius: f32,
    /// Width of its longest line, at the player's text size.
    label: f32,
    lines: u8,
}

impl Piece {
    fn new(prose: &Prose, customer: &CustomerView, standing: Standing, scale: f32) -> Piece {
        let name = prose.label(customer);
        let (mut label, mut lines) = (0.0_f32, 0_u8);
        for line in name.lines() {
            label = label.max(label_width(line) * scale);
            lines = lines.saturating_add(1);
        }
        Piece { standing, radius: customer_radius(customer), label, lines: lines.max(1) }
    }
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

/// Places the tokens of each place inside its room, all at the largest size at which everybody is named; where that is not to be
/// had, at the largest at which all are that matter.
fn pack(stands: &[Stand], scale: f32) -> Arrangement {
    let all = |size: f32| stands.iter().map(|stand| by_name(stand, stand.pieces.len(), stand.room, size, scale)).collect::<Option<Vec<_>>>();
    let mut made = Arrangement::default();
    if let Some(spots) = SIZES.into_iter().find_map(all) {
        made.spots = spots.concat();
    } else {
        let tries = CROWDED.into_iter().map(|size| {
            let parts: Vec<_> = stands.iter().map(|stand| crowd(stand, size, scale)).collect();
            let missing: usize = stands.iter().zip(&parts).map(|(stand, (spots, _))| stand.needed().saturating_sub(spots.len())).sum();
            (missing, parts)
        });
        // the first of those at which fewest are missing, that is the largest
        let mut best: Option<(usize, Vec<Part>)> = None;
        for (missing, parts) in tries {
            if best.as_ref().is_none_or(|(least, _)| missing < *least) {
                best = Some((missing, parts));
            }
            if missing == 0 {
                break;
            }
        }
        for (spots, clusters) in best.into_iter().flat_map(|(_, parts)| parts) {
            made.spots.extend(spots);
            made.clusters.extend(clusters);
        }
    }
    made.spots.sort_by_key(|spot| spot.customer);
    made.sections = stands.iter().map(|s| Section { place: s.place, rect: s.rect, members: s.pieces.iter().map(|p| p.standing.customer).collect() }).collect();
    made
}

/// The first `count` of a place as tokens in `room`; none if they do not fit. They stand in the order of the customers, so that
/// nobody jumps when a number changes.
fn by_name(stand: &Stand, count: usize, room: Rect, size: f32, scale: f32) -> Option<Vec<Spot>> {
    let mut pieces: Vec<Piece> = stand.pieces[..count].to_vec();
    pieces.sort_by_key(|piece| piece.standing.customer);
    if pieces.is_empty() { Some(Vec::new()) } else { rows(&pieces, room, size, scale) }
}

/// Who stands in a place by name, and who is counted there.
type Part = (Vec<Spot>, Vec<Cluster>);

/// As many tokens as there is room for beside the groups of all others.
fn crowd(stand: &Stand, size: f32, scale: f32) -> Part {
    let count = stand.pieces.len();
    // a few are no crowd: where they are too large for a low place they are drawn smaller there
    let tries: &[f32] = if count <= SMALL_GROUP { &[1.0, 0.8, 0.65, 0.5, 0.4] } else { &[1.0] };
    if let Some(spots) = tries.iter().find_map(|part| by_name(stand, count, stand.room, size * part, scale)) {
        return (spots, Vec::new());
    }
    let needed = stand.needed();
    let most = count.min(MOST_TOKENS.max((stand.room.area() / TOKEN_ROOM) as usize).max(needed));
    let mut best: Option<(usize, Vec<Spot>, Vec<Cluster>)> = None;
    // many groups tell more; they may not take the room of those that matter
    for groups in (1..=MOST_GROUPS).rev() {
        let enough = best.as_ref().map_or(0, |(named, ..)| named + 1);
        for named in (enough..=most).rev() {
            let rest: Vec<Standing> = stand.pieces[named..].iter().map(|piece| piece.standing).collect();
            let groups = grouped(&rest, groups.min(rest.len() / SMALL_GROUP).min(has_room_for(stand.room, scale)));
            let (room, rects) = divided(stand.room, groups.len(), scale);
            let Some(spots) = by_name(stand, named, room, size, scale) else { continue };
            let cluster = |((group, mut members), rect): ((Group, Vec<CustomerId>), Rect)| {
                members.sort_unstable();
                Cluster { place: stand.place, group, members, rect }
            };
            best = Some((named, spots, groups.into_iter().zip(rects).map(cluster).collect()));
            break;
        }
        if best.as_ref().is_some_and(|(named, ..)| *named >= needed) {
            break;
        }
    }
    best.map_or_else(Default::default, |(_, spots, clusters)| (spots, clusters))
}

/// Whether groups stand beside the tokens of a place, and not below them.
fn is_wide(room: Rect) -> bool {
    room.width() > 1.4 * room.height()
}

/// So many groups fit one above the other.
fn above_one_another(room: Rect, scale: f32) -> usize {
    ((room.height() + CHIP_GAP) / (CHIP * scale.max(0.9) + CHIP_GAP)).floor().max(1.0) as usize
}

/// So many groups have room in a place; where it is wide, beside some tokens.
fn has_room_for(room: Rect, scale: f32) -> usize {
    let part = if is_wide(room) { BESIDE } else { 1.0 };
    above_one_another(room, scale) * (part * room.width() / (LEAST_CHIP * scale)).floor().max(1.0) as usize
}

/// Takes the groups' room off a place: at its foot where it is high, at its right where it is wide.
fn divided(room: Rect, groups: usize, scale: f32) -> (Rect, Vec<Rect>) {
    let high = CHIP * scale.max(0.9);
    let step = high + CHIP_GAP;
    let is_wide = is_wide(room);
    let fit = above_one_another(room, scale);
    let beside = (room.width() / (LEAST_CHIP * scale)).floor().max(1.0) as usize;
    let columns = if is_wide { groups.div_ceil(fit) } else { beside.min(groups) }.max(1);
    let lines = groups.div_ceil(columns);
    let least = LEAST_CHIP * scale;
    let width =
        if is_wide { (room.width() * BESIDE / columns as f32).clamp(least.min(room.width()), CHIP_WIDTH * scale) } else { room.width() / columns as f32 };
    let used = vec2(width * columns as f32, step * lines as f32);
    let (left, origin) = if is_wide {
        (room.with_max_x(room.right() - used.x - 4.0), pos2(room.right() - used.x, room.center().y - (used.y - CHIP_GAP) / 2.0))
    } else {
        (room.with_max_y(room.bottom() - used.y), pos2(room.left(), room.bottom() - used.y + CHIP_GAP))
    };
    let rect = |place: usize| {
        let (column, line) = if is_wide { (place / lines, place % lines) } else { (place % columns, place / columns) };
        let gap = if column + 1 < columns { CHIP_GAP } else { 0.0 };
        Rect::from_min_size(origin + vec2(column as f32 * width, line as f32 * step), vec2(width - gap, high.min(room.height())))
    };
    (left, (0..groups).map(rect).collect())
}

/// Tokens in rows; none if they do not fit at this size.
fn rows(pieces: &[Piece], room: Rect, shrink: f32, scale: f32) -> Option<Vec<Spot>> {
    if room.width() < 20.0 || room.height() < 20.0 {
        return None;
    }
    let ample = usize::from(shrink > SCARCE);
    let ring = RING[ample];
    let radius = |piece: &Piece| (piece.radius * shrink).max(LEAST_RADIUS[ample]);
    let width = |piece: &Piece| (2.0 * radius(piece) + 20.0).max(piece.label + 8.0);
    let height = |piece: &Piece| 2.0 * radius(piece) + ring + (5.0 + 14.5 * f32::from(piece.lines)) * scale;
    let mut lines: Vec<(usize, usize, f32, f32)> = Vec::new();
    let (mut start, mut wide, mut high) = (0, 0.0_f32, 0.0_f32);
    for (index, piece) in pieces.iter().enumerate() {
        let (w, h) = (width(piece), height(piece));
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
            let drop = (high - height(piece)) * jitter(piece.standing.customer);
            spots.push(Spot { customer: piece.standing.customer, at: pos2(left + w / 2.0 + sway, top + drop + r + ring / 2.0), radius: r });
            left += w + gap;
        }
        top += high + spare;
    }
    Some(spots)
}

/// A number from 0 to 1 that belongs to a customer.
fn jitter(customer: CustomerId) -> f32 {
    (f32::from(customer.0) * 0.618_034).fract()
}

#[cfg(test)]
mod tests {
    use super::super::crowd::MOST_NAMED;
    use super::*;
    use crate::sim::terms::Tier;

    fn piece(id: u16, radius: f32) -> Piece {
        let group = if id.is_multiple_of(3) { Group::Qualify } else { Group::Quiet(Some(Tier::Small)) };
        let standing = Standing { customer: CustomerId(id), rank: 6, value: 0, group, matters: usize::from(id) < MOST_NAMED };
        Piece { standing, radius, label: 60.0, lines: 1 }
    }

    fn stand(left: f32, ids: std::ops::Range<u16>) -> Stand {
        let rect = Rect::from_min_size(pos2(left, 0.0), vec2(180.0, 380.0));
        let mut stand = Stand::new(Place::Lane(Phase::Awareness), rect, rect.shrink(6.0));
        stand.pieces = ids.map(|id| piece(id, 13.0 + f32::from(id % 5) * 5.0)).collect();
        stand
    }

    #[test]
    fn a_crowd_is_counted_and_those_that_matter_are_named() {
        let made = pack(&[stand(0.0, 0..140), stand(200.0, 140..144)], 1.0);
        let counted: usize = made.clusters.iter().map(|cluster| cluster.members.len()).sum();
        assert_eq!(made.spots.len() + counted, 144);
        for id in (0..10).chain(140..144) {
            assert!(made.spots.iter().any(|spot| spot.customer == CustomerId(id)), "{id}");
        }
        assert!((1..=MOST_GROUPS).contains(&made.clusters.len()));
        assert!(made.clusters.iter().all(|cluster| made.sections[0].rect.contains_rect(cluster.rect)), "{:?}", made.clusters);
    }

    #[test]
    fn tokens_never_overlap() {
        for count in [1_u16, 5, 12, 25, 40, 400] {
            let made = pack(&[stand(0.0, 0..count)], 1.0);
            for (index, a) in made.spots.iter().enumerate() {
                assert!(made.sections[0].rect.contains(a.at), "{count}: {a:?}");
                for b in &made.spots[index + 1..] {
                    assert!(a.at.distance(b.at) >= a.radius + b.radius, "{count}: {a:?} {b:?}");
                }
                for cluster in &made.clusters {
                    assert!(cluster.rect.distance_to_pos(a.at) >= a.radius, "{count}: {a:?} {cluster:?}");
                }
            }
        }
    }

    #[test]
    fn a_place_without_room_counts_everybody() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(60.0, 30.0));
        let mut tiny = Stand::new(Place::Lane(Phase::Lost), rect, rect.shrink(4.0));
        tiny.pieces = (0..9).map(|id| piece(id, 20.0)).collect();
        let made = pack(&[tiny], 1.6);
        assert_eq!((made.spots.len(), made.clusters.len(), made.clusters[0].members.len()), (0, 1, 9));
    }
}
