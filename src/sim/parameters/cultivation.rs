//! Nurturing and design: the cultivator and the product specialist.

use super::{Field, Parameter, Table};
use crate::sim::units::{Fen, Minutes};
use serde::Serialize;

table! {
/// Cultivating many customers at once, and designing solutions (docs/model.md#nurturing, #solution-design).
Cultivation {
    /// Customers that one turn of nurturing reaches.
    group: u16 = 10, 1, 60;
    /// Hours of each started group.
    nurture_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Cost of each started group, in yuan.
    nurture_cost: Fen = Fen::yuan(1_000), 0, 1_000_000;
    /// Trust gained, at no trust so far.
    trust: f64 = 1.5, 0, 100;
    /// Share by which needs become more frequent (cross- and up-sell).
    needs: f64 = 0.10, 0, 10;
    /// Rounds for which they are.
    rounds: u16 = 2, 0, 24;
    /// Hours of a solution design.
    design_hours: Minutes = Minutes::from_hours(8), 0, 400;
    /// Fit gained by a design.
    design_fit: f64 = 6.0, 0, 100;
    /// Most that may be promised above the truth once a solution is designed, in points.
    design_promise: f64 = 5.0, 0, 100;
}
}
