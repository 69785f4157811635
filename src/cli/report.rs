//! `report.html`: one page that needs nothing beside it, in both languages, switched without a script.
//!
//! No clock, path or host name goes into it: the same game gives the same bytes.

use super::chart::Chart;
use super::export::{PHASES, customer_id, phase_id};
use super::result::{GameResult, NamedResult, TeamResult};
use super::written::{Written, written};
use anyhow::Result;
use askama::Template;
use rapport::prose::{names, writing};
use rapport::room::Room;
use rapport::sim::state::MarketKind;
use rapport::sim::terms::Phase;
use rapport::sim::units::{CustomerId, Fen, Round};
use rapport::words::{Lang, decimal, percent, tr, tr_with};
use std::borrow::Cow;

#[derive(Template)]
#[template(path = "report.html")]
struct Report<'a> {
    /// In which it opens.
    lang: Lang,
    pages: Vec<Page<'a>>,
    chart: Chart,
    hash: &'a str,
}

/// The whole report in one language.
struct Page<'a> {
    lang: Lang,
    title: String,
    setting: String,
    summary: &'a str,
    /// What nothing and much are, in points.
    scale: String,
    lesson: &'a str,
    /// Best first.
    teams: Vec<TeamRow<'a>>,
    named: Vec<NamedRow<'a>>,
    phases: Vec<Cow<'static, str>>,
    months: Vec<MonthRow>,
    written: Vec<Written<'a>>,
}

struct TeamRow<'a> {
    place: usize,
    name: &'a str,
    player: Cow<'a, str>,
    /// Total and parts.
    score: [String; 6],
    /// Revenue, contribution, cash, customer equity.
    money: [String; 4],
    orders: usize,
    churned: usize,
    phases: Vec<Count>,
}

struct Count {
    number: usize,
    /// Of the bar, in rem.
    width: String,
}

struct NamedRow<'a> {
    customer: &'a str,
    team: &'a str,
    phase: Cow<'static, str>,
    orders: u16,
    revenue: String,
    lost: String,
    cause: Cow<'static, str>,
}

struct MonthRow {
    name: String,
    sums: Vec<String>,
}

impl Page<'_> {
    fn t(&self, key: &str) -> Cow<'static, str> {
        tr(self.lang, key)
    }
}

/// The page; it opens in `lang`.
pub fn html(room: &Room, result: &GameResult, lang: Lang) -> Result<String> {
    let mut order: Vec<usize> = (0..result.teams.len()).collect();
    order.sort_by(|&a, &b| result.teams[b].score.total.total_cmp(&result.teams[a].score.total).then(a.cmp(&b)));
    let pages = Lang::ALL.into_iter().map(|lang| page(room, result, &order, lang)).collect();
    let chart = Chart::new(room, &order);
    Ok(Report { lang, pages, chart, hash: &result.final_hash }.render()?)
}

fn page<'a>(room: &'a Room, result: &'a GameResult, order: &[usize], lang: Lang) -> Page<'a> {
    let guide = &room.scenario().guide;
    let market = match room.setup().market {
        MarketKind::Mirror => "report-mirror",
        MarketKind::Shared => "report-shared",
    };
    let luck = if result.luck == result.seed { String::new() } else { tr_with(lang, "report-luck", &[("luck", result.luck.to_string().into())]).into_owned() };
    let setting = [("seed", result.seed.to_string().into()), ("luck", luck.into()), ("market", tr(lang, market).into()), ("rounds", result.rounds.into())];
    let reference = percent(lang, guide.rules.score.reference / 100.0);
    let full: f64 = guide.rules.score.weights.iter().sum();
    let scale = [("full", decimal(full, 0).into()), ("bot", tr(lang, "bot-balanced").into()), ("reference", reference.into())];
    let teams = || order.iter().map(|&place| &result.teams[place]);
    Page {
        lang,
        title: tr_with(lang, "report-title", &[("scenario", writing::text(lang, &guide.title).into())]).into_owned(),
        setting: tr_with(lang, "report-setting", &setting).into_owned(),
        summary: writing::text(lang, &guide.summary),
        scale: tr_with(lang, "report-score-about", &scale).into_owned(),
        lesson: writing::text(lang, &guide.lesson),
        teams: teams().enumerate().map(|(place, team)| team_row(room, team, place + 1, lang)).collect(),
        named: named_rows(room, teams(), lang),
        phases: PHASES.into_iter().map(|phase| phase_name(lang, phase)).collect(),
        months: months(room, order, lang),
        written: written(room, lang),
    }
}

fn phase_name(lang: Lang, phase: Phase) -> Cow<'static, str> {
    match phase {
        Phase::Unknown => tr(lang, "report-unmet"),
        phase => tr(lang, names::phase(phase)),
    }
}

fn team_row<'a>(room: &Room, team: &'a TeamResult, place: usize, lang: Lang) -> TeamRow<'a> {
    let score = &team.score;
    let most = team.customers_by_phase.values().copied().max().unwrap_or(0).max(1);
    let count = |phase| {
        let number = team.customers_by_phase.get(phase_id(phase)).copied().unwrap_or(0);
        Count { number, width: format!("{:.2}", 4.0 * number as f64 / most as f64) }
    };
    TeamRow {
        place,
        name: &team.name,
        player: match team.bot.as_str() {
            "person" => tr(lang, "report-people"),
            "mixed" => tr(lang, "report-mixed"),
            bot => Cow::Borrowed(bot),
        },
        score: [score.total, score.contribution, score.equity, score.relations, score.forecast_hygiene, score.compliance].map(|points| format!("{points:.1}")),
        money: [team.revenue, team.contribution, team.cash, team.customer_equity].map(|fen| money(room, lang, fen)),
        orders: team.orders,
        churned: team.churned,
        phases: PHASES.into_iter().map(count).collect(),
    }
}

/// Money of a result, in fen.
fn money(room: &Room, lang: Lang, fen: i64) -> String {
    writing::money(lang, &room.scenario().guide, Fen(fen))
}

fn named_rows<'a>(room: &'a Room, teams: impl Iterator<Item = &'a TeamResult> + Clone, lang: Lang) -> Vec<NamedRow<'a>> {
    let state = room.truth();
    let named = (0..state.customers.len()).filter(|&place| state.customers[place].named);
    let of = |team: &'a TeamResult, id: &str| team.named.iter().find(|row| row.id == id);
    named
        .flat_map(|place| {
            let customer = CustomerId::at(place);
            let (id, name) = (customer_id(state, customer), writing::text(lang, &state.customers[place].name));
            teams.clone().filter_map(move |team| Some(named_row(room, team, of(team, &id)?, name, lang))).collect::<Vec<_>>()
        })
        .collect()
}

fn named_row<'a>(room: &Room, team: &'a TeamResult, row: &NamedResult, customer: &'a str, lang: Lang) -> NamedRow<'a> {
    let phase = PHASES.into_iter().find(|phase| phase_id(*phase) == row.phase).unwrap_or_default();
    let kept = if row.orders > 0 { "report-kept" } else { "report-never" };
    NamedRow {
        customer,
        team: &team.name,
        phase: phase_name(lang, phase),
        orders: row.orders,
        revenue: money(room, lang, row.revenue),
        lost: row.lost_round.map_or_else(|| tr(lang, kept).into_owned(), |round| writing::month(lang, &room.scenario().guide, Round(round))),
        cause: row.lost_cause.map_or(Cow::Borrowed(""), |cause| tr(lang, names::cause(cause))),
    }
}

fn months(room: &Room, order: &[usize], lang: Lang) -> Vec<MonthRow> {
    let teams = &room.truth().teams;
    let revenue = |place: usize, round: u16| teams[place].books.months.iter().find(|month| month.round.0 == round).map_or(0, |month| month.revenue.0);
    let row = |round: u16| MonthRow {
        name: writing::month(lang, &room.scenario().guide, Round(round)),
        sums: order.iter().map(|&place| money(room, lang, revenue(place, round))).collect(),
    };
    (1..room.round().0).map(row).collect()
}
