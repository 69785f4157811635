//! What the pages of figures show, worked out once for a view.

use crate::insight::forecast::{self, Month};
use crate::insight::kpi::{self, Kpis};
use crate::insight::leader::{self, Ability, Diligence, Near};
use crate::insight::orders;
use crate::insight::pipeline::{self, Pipeline};
use crate::insight::portfolio::Row;
use crate::insight::resources::{self, Share};
use crate::insight::service_record::{self, ServiceRecord};
use crate::sim::units::CustomerId;
use crate::sim::view::View;
use std::sync::Arc;

/// Everything about customers, deals and tickets that takes more than a look at the view.
#[derive(Clone, Debug)]
pub struct Insight {
    /// Customers with orders of this game, by id.
    pub rows: Vec<Row<CustomerId>>,
    /// The stages with their amounts.
    pub pipeline: Pipeline,
    /// The leader's first view.
    pub diligence: Diligence,
    /// The leader's second view.
    pub ability: Ability,
    /// The leader's third view: deals near their decision.
    pub near: Vec<Near>,
    /// Forecasts and what came.
    pub months: Vec<Month>,
    /// The key figures.
    pub kpis: Kpis,
    /// How tickets were answered.
    pub service: ServiceRecord,
    /// What the tiers of the pyramid bring, and what is put into them.
    pub tiers: [Share; 5],
}

impl Insight {
    /// Works everything out.
    #[must_use]
    pub fn of(view: &View) -> Insight {
        let rows = orders::customers(view);
        let pipeline = pipeline::pipeline(view);
        Insight {
            diligence: leader::diligence(view),
            ability: leader::ability(view, &pipeline),
            near: leader::near(view),
            months: forecast::months(view),
            kpis: kpi::kpis(view, &rows),
            service: service_record::service_record(view),
            tiers: resources::shares(view),
            rows,
            pipeline,
        }
    }

    /// What the orders of one customer say.
    #[must_use]
    pub fn row(&self, id: CustomerId) -> Option<&Row<CustomerId>> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// The last one, with the number of its view.
#[derive(Clone, Debug, Default)]
pub struct InsightCache(Option<(u64, Arc<Insight>)>);

impl InsightCache {
    /// That of the view with this number.
    pub fn of(&mut self, stamp: u64, view: &View) -> Arc<Insight> {
        if let Some((known, insight)) = &self.0
            && *known == stamp
        {
            return Arc::clone(insight);
        }
        let insight = Arc::new(Insight::of(view));
        self.0 = Some((stamp, Arc::clone(&insight)));
        insight
    }
}
