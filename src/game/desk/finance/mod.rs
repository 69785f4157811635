//! Goods and money: profit and loss, the way of the cash, what winning customers costs, stock and receivables.

mod books;
pub mod goods;
mod kpis;

use crate::game::desk::state::{Desk, FinancePage, Insight};
use crate::game::theme::{self};
use crate::game::widgets::{Scale, area, chart_frame, figures, nothing, plot, section, segmented};
use crate::prose::{Prose, accounts};
use crate::sim::journal::ledger::EntryKind;
use crate::sim::units::Fen;
use bevy_egui::egui::{Rect, Ui, vec2};
use egui_plot::{Line, PlotPoints};

/// Draws the tab over `rect`.
pub fn finance(prose: &Prose, desk: &mut Desk, insight: &Insight, ui: &mut Ui, rect: Rect) {
    area(ui, rect, "finance", |ui| {
        heads(prose, insight, ui);
        let choices = FinancePage::ALL.map(|page| (page, prose.say(page.key()), prose.hint(page.key())));
        segmented(ui, &mut desk.finance, &choices);
        let from = ui.cursor().min;
        let rest = Rect::from_min_max(from, rect.max);
        let chart = Rect::from_min_size(from, vec2(rest.width(), (rest.height() * 0.34).max(132.0)));
        let table = Rect::from_min_max(from + vec2(0.0, chart.height() + 10.0), rect.max);
        match desk.finance {
            FinancePage::Account => {
                area(ui, chart, "cash", |ui| cash_chart(prose, ui, chart));
                area(ui, table, "account", |ui| books::table(prose, ui, "account", &accounts::account(prose)));
            }
            FinancePage::Flow => {
                area(ui, chart, "profit", |ui| profit_chart(prose, ui, chart));
                area(ui, table, "flow", |ui| books::table(prose, ui, "flow", &accounts::cash_flow(prose)));
            }
            FinancePage::Marketing => area(ui, rest, "marketing", |ui| books::table(prose, ui, "marketing", &accounts::marketing(prose))),
            FinancePage::Goods => goods::goods(prose, desk, ui, rest),
            FinancePage::Figures => area(ui, rest, "figures", |ui| kpis::kpis(prose, insight, ui)),
        }
    });
}

fn heads(prose: &Prose, insight: &Insight, ui: &mut Ui) {
    let revenue = accounts::total(prose, EntryKind::Sale) + accounts::total(prose, EntryKind::Fee);
    let each = |cost: Option<Fen>| cost.map_or_else(|| "—".to_owned(), |cost| prose.money_short(cost));
    let contribution = prose.view.past.months.last().map_or(Fen::ZERO, |m| m.contribution_so_far);
    section(ui, "", |ui| {
        let p = theme::palette(ui);
        figures(
            ui,
            &[
                (prose.say("finance-cash"), prose.money_short(prose.view.cash), None),
                (prose.say("finance-revenue"), prose.money_short(revenue), None),
                (prose.say("finance-contribution"), prose.money_short(contribution), Some(if contribution < Fen::ZERO { p.warn } else { p.good() })),
                (prose.say("finance-per-lead"), each(insight.kpis.cost_per_lead), None),
                (prose.say("finance-per-sale"), each(insight.kpis.cost_per_sale), None),
            ],
        );
    });
}

fn cash_chart(prose: &Prose, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    chart_frame(ui, rect, &prose.say("finance-curve"), &[], |ui, height| {
        let opening = accounts::total(prose, EntryKind::Opening).to_yuan();
        let mut points = vec![[0.0, opening]];
        points.extend(prose.view.past.months.iter().map(|m| [f64::from(m.round.0), m.cash.to_yuan()]));
        if points.len() < 2 {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        let name = prose.say("finance-cash");
        plot(ui, "cash", height, Scale::Months(prose), Scale::Money(prose))
            .include_y(0.0)
            .show(ui, |plot| plot.line(Line::new(name, PlotPoints::from(points)).color(p.accent).width(2.5).fill(0.0)));
    });
}

/// Profit and the change of cash so far: they part where customers pay later or goods are bought ahead.
fn profit_chart(prose: &Prose, ui: &mut Ui, rect: Rect) {
    let p = theme::palette(ui);
    let (profit_name, cash_name) = (prose.say("finance-contribution"), prose.say("finance-cash-change"));
    let legend = [(profit_name.as_str(), p.gold), (cash_name.as_str(), p.accent)];
    chart_frame(ui, rect, &prose.say("finance-profit-curve"), &legend, |ui, height| {
        let opening = accounts::total(prose, EntryKind::Opening);
        let curve = |of: fn(&crate::sim::state::Month, Fen) -> Fen| -> Vec<[f64; 2]> {
            let months = prose.view.past.months.iter().map(|m| [f64::from(m.round.0), of(m, opening).to_yuan()]);
            std::iter::once([0.0, 0.0]).chain(months).collect()
        };
        let (profit, cash) = (curve(|m, _| m.contribution_so_far), curve(|m, opening| m.cash - opening));
        if profit.len() < 2 {
            nothing(ui, &prose.say("chart-later"));
            return;
        }
        plot(ui, "profit", height, Scale::Months(prose), Scale::Money(prose)).include_y(0.0).show(ui, |plot| {
            // Where all is paid at once the two are one line: the wider one shows beside the other.
            plot.line(Line::new(profit_name.clone(), PlotPoints::from(profit)).color(p.gold).width(5.0));
            plot.line(Line::new(cash_name.clone(), PlotPoints::from(cash)).color(p.accent).width(2.0));
        });
    });
}
