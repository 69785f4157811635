//! The tokens on the board as entities: systems move them to where the board's layout puts them.

use crate::game::app::root::DrawSystems;
use crate::game::app::screen::Screen;
use crate::game::app::settings::Settings;
use crate::game::app::shown::{OnTable, Shown};
use crate::game::board::layout::{self, Arrangement, PlacedToken, Spot};
use crate::game::board::panel::{field, spotlight};
use crate::game::board::places::Plan;
use crate::game::desk::areas::areas;
use crate::game::desk::state::Desk;
use crate::game::theme::{self};
use crate::prose::Prose;
use crate::sim::terms::Phase;
use crate::sim::units::CustomerId;
use bevy::prelude::*;
use bevy_egui::egui::pos2;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};
use std::collections::BTreeSet;

/// Seconds a token takes from one lane to the next.
pub const GLIDE: f32 = 0.9;

/// The customer a token stands for.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Whose token it is.
    pub customer: CustomerId,
}

/// Where a token is now, in points from the board's top left corner.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq)]
pub struct Place(pub Vec2);

/// How a token looks on a board of this size.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// In points.
    pub radius: f32,
}

/// A token on its way.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    /// Where it set out.
    pub from: Vec2,
    /// Where it goes.
    pub to: Vec2,
    /// Seconds under way.
    pub since: f32,
}

/// Customers that still stand where they stood before the month, while it is played.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Held(pub BTreeSet<CustomerId>);

impl Held {
    /// The phase a customer is shown in.
    #[must_use]
    pub fn phase(&self, customer: &crate::sim::knowledge::CustomerView) -> Phase {
        if self.0.contains(&customer.id) { customer.phase_before } else { customer.phase }
    }
}

/// Customers that stand by name however crowded the board is: those that are spoken of while a month is played.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Spotlight(pub BTreeSet<CustomerId>);

/// The board's area, for whoever draws it in another place than the desk.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct BoardArea(pub Option<bevy_egui::egui::Rect>);

pub(in crate::game) fn plugin(app: &mut App) {
    app.init_resource::<Held>().init_resource::<BoardArea>().init_resource::<Spotlight>().init_resource::<OnTable>();
    let shown = resource_exists::<Shown>.and_then(in_state(Screen::Desk).or_else(in_state(Screen::Resolution)));
    // between two screens the month is known already and the film has not begun: nobody moves
    let shown = shown.and_then(|next: Res<NextState<Screen>>| matches!(*next, NextState::Unchanged));
    app.add_systems(EguiPrimaryContextPass, (arrange_tokens, glide).chain().in_set(DrawSystems::Style).run_if(shown));
}

/// What the last arrangement was made for, and what it was.
#[derive(Default)]
pub(in crate::game) struct Made {
    key: Key,
    arrangement: Arrangement,
}

#[derive(Default, PartialEq, Clone)]
struct Key {
    game: OnTable,
    stamp: u64,
    plan: Plan,
    size: [u32; 2],
    scale: u32,
    chinese: bool,
    held: Held,
    spotlight: BTreeSet<CustomerId>,
}

/// Gives each customer that stands by name a token, and each token its place.
#[expect(clippy::too_many_arguments, reason = "a system's arguments are what it reads and writes")]
pub(in crate::game) fn arrange_tokens(
    mut contexts: EguiContexts,
    mut commands: Commands,
    (on_table, shown): (Res<OnTable>, Res<Shown>),
    desk: Res<Desk>,
    settings: Res<Settings>,
    (held, spoken): (Res<Held>, Res<Spotlight>),
    area: Res<BoardArea>,
    mut tokens: Query<(Entity, &Token, &mut Place, &mut Size, Option<&mut Glide>)>,
    mut made: Local<Made>,
) -> Result {
    // deals are cards; the tokens wait where they are
    if desk.board.plan == Plan::Deals {
        return Ok(());
    }
    let context = contexts.ctx_mut()?;
    let style = context.global_style();
    let scale = theme::scale(&style);
    let on_desk = || field(areas(context.viewport_rect(), scale, shown.view.guide.roles().len()).board(), scale);
    let size = area.0.unwrap_or_else(on_desk).size();
    let in_sight: BTreeSet<CustomerId> = if area.0.is_some() { spoken.0.clone() } else { spotlight(desk.selected) };
    let wanted = Key {
        game: *on_table,
        stamp: shown.stamp,
        plan: desk.board.plan,
        size: [size.x.round() as u32, size.y.round() as u32],
        scale: (scale * 100.0) as u32,
        chinese: settings.lang == crate::words::Lang::Zh,
        held: held.clone(),
        spotlight: in_sight,
    };
    if made.key == wanted {
        return Ok(());
    }
    // A board of another size is another drawing, and another game's has other customers: nothing glides there.
    let is_same_board = made.key.game == wanted.game && made.key.size == wanted.size && made.key.scale == wanted.scale && made.key.stamp != 0;
    let may_move = is_same_board && !settings.reduced_motion;
    let prose = Prose::new(&shown.view, settings.lang);
    let now = layout::arrange(&prose, wanted.plan, size, scale, &wanted.spotlight, |customer| held.phase(customer));
    let before = std::mem::replace(&mut *made, Made { key: wanted, arrangement: now });
    let now = &made.arrangement;
    let mut left: Vec<&Spot> = now.spots.iter().collect();
    for (entity, token, mut place, mut drawn, glide) in &mut tokens {
        let Some(found) = left.iter().position(|spot| spot.customer == token.customer) else {
            commands.entity(entity).despawn();
            continue;
        };
        let spot = left.swap_remove(found);
        *drawn = Size { radius: spot.radius };
        let to = Vec2::new(spot.at.x, spot.at.y);
        if !may_move {
            place.0 = to;
            commands.entity(entity).remove::<Glide>();
        } else if glide.as_ref().map_or(place.0, |glide| glide.to) != to {
            commands.entity(entity).insert(Glide { from: place.0, to, since: 0.0 });
        }
    }
    for spot in left {
        let to = Vec2::new(spot.at.x, spot.at.y);
        let mut entity = commands.spawn((Token { customer: spot.customer }, Place(to), Size { radius: spot.radius }));
        if may_move {
            // whoever was counted in a group comes out of it; newly met customers come in from the left edge
            let group = before.arrangement.cluster_of(spot.customer).map(|cluster| cluster.rect.center());
            let from = group.map_or(Vec2::new(-40.0, to.y), |at| Vec2::new(at.x, at.y));
            entity.insert((Place(from), Glide { from, to, since: 0.0 }));
        }
    }
    context.request_repaint();
    Ok(())
}

/// Moves the tokens that are on their way.
fn glide(mut contexts: EguiContexts, mut commands: Commands, time: Res<Time>, mut tokens: Query<(Entity, &mut Place, &mut Glide)>) -> Result {
    let context = contexts.ctx_mut()?;
    // A frame after a rest must not jump.
    let step = time.delta_secs().min(0.05);
    for (entity, mut place, mut glide) in &mut tokens {
        glide.since += step;
        let share = (glide.since / GLIDE).clamp(0.0, 1.0);
        place.0 = on_the_way(glide.from, glide.to, share);
        if share >= 1.0 {
            commands.entity(entity).remove::<Glide>();
        }
        context.request_repaint();
    }
    Ok(())
}

/// A point of the way, which rises a little in the middle; `share` from 0 to 1.
#[must_use]
pub fn on_the_way(from: Vec2, to: Vec2, share: f32) -> Vec2 {
    let eased = share * share * (3.0 - 2.0 * share);
    let lift = -(share * std::f32::consts::PI).sin() * (from.distance(to) * 0.12).min(40.0);
    from.lerp(to, eased) + Vec2::new(0.0, lift)
}

/// Where the tokens stand now.
#[must_use]
pub fn placed(tokens: &Query<(&Token, &Place, &Size, Option<&Glide>)>) -> Vec<PlacedToken> {
    let mut list: Vec<PlacedToken> = tokens
        .iter()
        .map(|(token, place, size, glide)| PlacedToken {
            customer: token.customer,
            at: pos2(place.0.x, place.0.y),
            radius: size.radius,
            from: glide.map(|glide| pos2(glide.from.x, glide.from.y)),
        })
        .collect();
    list.sort_by_key(|s| s.customer);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_ends_where_it_is_sent() {
        let (from, to) = (Vec2::new(10.0, 20.0), Vec2::new(300.0, 120.0));
        assert_eq!(on_the_way(from, to, 0.0), from);
        assert!(on_the_way(from, to, 1.0).distance(to) < 0.01);
        assert!(on_the_way(from, to, 0.5).y < 70.0);
    }
}
