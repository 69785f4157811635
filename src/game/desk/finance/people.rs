//! The team's people beside its goods and money: who they are, what they do this month, what they cost.

use crate::game::desk::bits::{dot, figures, line, role_colour, section, sides};
use crate::game::desk::cx::Cx;
use crate::game::theme::{self, Role as Type};
use crate::game::widgets::bar;
use crate::sim::units::Role;
use bevy_egui::egui::{ScrollArea, Ui};

/// Draws the page.
pub fn people(cx: &Cx, ui: &mut Ui) {
    let roles: Vec<Role> = cx.view.guide.roles().to_vec();
    let wage = cx.view.guide.rules.work.wage;
    section(ui, "", |ui| {
        let list = [
            (cx.say("people-count"), roles.len().to_string(), None),
            (cx.say("people-wage"), cx.money(wage), None),
            (cx.say("people-wages"), cx.money(wage.times(roles.len() as i64)), None),
        ];
        figures(ui, &list);
    });
    ui.add_space(6.0);
    ScrollArea::vertical().id_salt("people").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for role in roles {
            section(ui, "", |ui| person(cx, ui, role));
        }
    });
}

fn person(cx: &Cx, ui: &mut Ui, role: Role) {
    let p = theme::palette(ui);
    let staff = cx.view.staff(role);
    sides(
        ui,
        22.0,
        |ui| {
            dot(ui, role_colour(ui, role));
            line(ui, Type::Strong, &format!("{} · {}", cx.role(role), cx.text(&staff.name)), p.ink);
        },
        |ui| ui.label(theme::text(ui, Type::Small, cx.say_with("people-skill", &[("points", crate::words::decimal(staff.skill, 0).into())])).color(p.muted)),
    );
    let share = if staff.hours.0 > 0 { staff.planned.0 as f32 / staff.hours.0 as f32 } else { 0.0 };
    let hours = cx.say_with("people-hours", &[("planned", cx.hours(staff.planned).into()), ("hours", cx.hours(staff.hours).into())]);
    sides(ui, 18.0, |ui| line(ui, Type::Small, &hours, p.muted), |ui| bar(ui, 160.0, share, role_colour(ui, role)));
    if staff.reduced > 0 {
        line(ui, Type::Small, &cx.say_with("people-reduced", &[("months", staff.reduced.into())]), p.warn);
    }
}
