//! The desk among the pictures.

use crate::advice;
use crate::crm::fields::SheetField;
use crate::crm::import::Columns;
use crate::crm::sheet_file::{Row, Sheet};
use crate::game::app::screen::{Menu, Screen};
use crate::game::app::settings::Settings;
use crate::game::app::shot::Shot;
use crate::game::app::shown::{Behind, ClassMonth, Curtain, Shown};
use crate::game::board::places::{Place, Plan};
use crate::game::board::state::Zoom;
use crate::game::desk::customers::task;
use crate::game::desk::standing;
use crate::game::desk::state::{
    Answer, CustomersPage, Desk, Dialog, Draft, Evaluation, FinancePage, FirmForm, FunnelPage, OpenList, QueryForm, ServicePage, SheetTab, Shows, Tab,
    ValuePage,
};
use crate::game::pictures::samples::{self, Case, Sample};
use crate::game::resolution::PlaybackWanted;
use crate::game::results::{ResultsTab, ResultsWanted};
use crate::insight::bridge::Figure;
use crate::prose::Prose;
use crate::sim::cards;
use crate::sim::cards::{Action, Card};
use crate::sim::journal::effect::Measure;
use crate::sim::notes::{Condition, Firm, Query};
use crate::sim::terms::Phase;
use crate::sim::terms::{Payment, QuoteTerms};
use crate::sim::units::{CustomerId, Role, TeamId};
use crate::sim::view::View;
use bevy::prelude::*;

const fn shot(name: &'static str, setup: fn(&mut World)) -> Shot {
    Shot { name, setup, dark: false }
}

/// The desk's pictures.
pub const SHOTS: &[Shot] = &[
    shot("desk-first-month", |world| desk(world, 0, |_, _| {})),
    shot("desk-board", |world| {
        desk(world, 5, |desk, named| {
            desk.selected = named;
            desk.sheet = SheetTab::Contacts;
            desk.why = Some(Measure::Trust);
        });
    }),
    Shot { name: "desk-board-dark", setup: |world| desk(world, 8, |desk, named| desk.selected = named), dark: true },
    shot("desk-questions", |world| {
        elsewhere(world, Case::Opened, 8, |_| {});
        open(world, SheetTab::Deals, |view, c| view.open_deals(c).next().is_some());
    }),
    // everything the agenda leaves out, and a customer with a deal as it opens
    shot("desk-agenda", |world| {
        elsewhere(world, Case::Own("perseus"), 4, |desk| desk.whole_agenda = true);
        open(world, SheetTab::Act, |view, c| view.open_deals(c).next().is_some());
    }),
    shot("desk-act", |world| {
        desk(world, 6, |_, _| {});
        open(world, SheetTab::Act, |view, c| view.open_deals(c).any(|d| d.stage > 1));
    }),
    shot("desk-pyramid", |world| desk(world, 8, |desk, _| desk.board.plan = Plan::Pyramid)),
    shot("board-10", |world| elsewhere(world, Case::Known("new_era", 9), 2, |_| {})),
    shot("board-40", |world| elsewhere(world, Case::Known("new_era", 39), 2, |_| {})),
    shot("board-130", |world| elsewhere(world, Case::Known("showroom", 128), 2, |_| {})),
    shot("board-400", |world| elsewhere(world, Case::Known("bank", 397), 2, |_| {})),
    shot("board-400-pyramid", |world| elsewhere(world, Case::Known("bank", 397), 4, |desk| desk.board.plan = Plan::Pyramid)),
    shot("board-400-search", |world| {
        elsewhere(world, Case::Known("bank", 397), 2, |desk| desk.board.search = "wang".to_owned());
    }),
    shot("board-400-zoom", |world| {
        elsewhere(world, Case::Known("bank", 397), 2, |_| {});
        alone(world, Phase::Awareness);
    }),
    shot("board-130-zoom", |world| {
        elsewhere(world, Case::Known("showroom", 128), 2, |_| {});
        alone(world, Phase::Exploration);
    }),
    shot("board-deals", |world| elsewhere(world, Case::Own("new_era"), 7, |desk| desk.board.plan = Plan::Deals)),
    shot("board-400-deals", |world| elsewhere(world, Case::Known("bank", 397), 3, |desk| desk.board.plan = Plan::Deals)),
    shot("board-400-resolution", |world| {
        elsewhere(world, Case::Known("bank", 397), 2, |_| {});
        world.resource_mut::<NextState<Screen>>().set(Screen::Resolution);
        world.insert_resource(PlaybackWanted { is_over: false, open: None });
    }),
    shot("desk-deals", |world| {
        desk(world, 7, |desk, named| {
            desk.selected = named;
            desk.sheet = SheetTab::Deals;
            desk.tab = Tab::Funnel;
        });
    }),
    shot("desk-tenders", |world| {
        desk(world, 3, |desk, _| {
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Tenders;
        });
        offered_card(world, |a| matches!(a, Action::Bid(_)));
    }),
    shot("desk-awards", |world| {
        desk(world, 8, |desk, named| {
            desk.selected = named;
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Tenders;
        });
    }),
    shot("desk-campaigns", |world| {
        desk(world, 5, |desk, _| {
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Campaigns;
        });
        offered_card(world, |a| matches!(a, Action::Campaign(_)));
    }),
    shot("desk-rebate", |world| edit(world, |a| matches!(a, Action::Rebate(_)))),
    shot("desk-call-centre", |world| {
        desk(world, 4, |desk, _| desk.tab = Tab::Service);
        offered_card(world, |a| matches!(a, Action::Invest(_)));
    }),
    shot("desk-customers", |world| {
        desk(world, 7, |desk, named| {
            desk.selected = named;
            desk.sheet = SheetTab::Log;
            desk.tab = Tab::Customers;
        });
    }),
    shot("desk-groups", |world| {
        desk(world, 7, |desk, named| {
            desk.selected = named;
            desk.tab = Tab::Customers;
            desk.customers.list.group = Some(SheetField::Phase);
        });
    }),
    shot("desk-query", |world| {
        desk(world, 7, |desk, _| {
            desk.tab = Tab::Customers;
            let slipping = vec![Condition::Phase(Phase::Decline), Condition::Phase(Phase::Formation), Condition::Silent(2), Condition::NotSurveyed];
            desk.dialog = Some(Dialog::Query(QueryForm { id: None, name: String::new(), query: Query(slipping) }));
        });
    }),
    shot("desk-work", |world| page(world, CustomersPage::Work)),
    shot("desk-work-done", |world| {
        page(world, CustomersPage::Work);
        world.resource_mut::<Desk>().customers.work.shows = Shows::Done;
    }),
    shot("desk-messages", |world| page(world, CustomersPage::Messages)),
    shot("desk-files", |world| page(world, CustomersPage::Files)),
    // a list from elsewhere, whose names have to be pointed out
    shot("desk-files-open", |world| {
        page(world, CustomersPage::Files);
        let row = |number: usize, cells: [&str; 3]| Row { number, cells: cells.map(str::to_owned).to_vec() };
        let rows = vec![row(1, ["Firm (full)", "Telephone", "Notes"]), row(2, ["Riverside Bakery", "0571-5550", "tea"])];
        let columns = Columns { head: 0, fields: vec![None, Some(SheetField::Reach), Some(SheetField::Remark)], headless: false };
        let sheet = Sheet { rows, encoding: Some("gb18030") };
        let list = OpenList { path: "/home/student/firms.csv".into(), sheet, columns, import: None, sets_columns: true };
        world.resource_mut::<Desk>().customers.files.answer = Some(Answer::Read(Box::new(list)));
    }),
    shot("desk-own-forecast", |world| {
        desk(world, 5, |_, _| {});
        let card = Card { action: Action::OwnForecast(cards::OwnForecast { amount: crate::sim::units::Fen::yuan(240_000) }), write_up: false };
        let planned = |view: &View| view.plan.iter().find(|card| matches!(card.card.action, Action::Forecast(_))).map(|card| card.id);
        let changes = planned(&world.resource::<Shown>().view);
        world.resource_mut::<Desk>().draft = Some(Draft { role: Role::AccountManager, card, changes });
    }),
    shot("desk-firm", |world| {
        let lang = world.resource::<Settings>().lang;
        let name = sample(world, 7).and_then(|(shown, ..)| shown.view.customers.first().map(|c| crate::prose::Prose::new(&shown.view, lang).text(&c.name)));
        page(world, CustomersPage::Files);
        let firm = Firm { name: name.unwrap_or_default(), ..Firm::default() };
        world.resource_mut::<Desk>().dialog = Some(Dialog::Firm(FirmForm { id: None, firm }));
    }),
    shot("desk-task", |world| {
        page(world, CustomersPage::Work);
        let start = sample(world, 7).and_then(|(shown, ..)| {
            let customer = world.resource::<Desk>().selected?;
            Some(task::start(&crate::prose::Prose::new(&shown.view, world.resource::<Settings>().lang), customer))
        });
        world.resource_mut::<Desk>().dialog = start.map(Dialog::Task);
    }),
    shot("desk-value", |world| {
        desk(world, 10, |desk, named| {
            desk.selected = named;
            desk.sheet = SheetTab::Value;
            desk.tab = Tab::Value;
        });
    }),
    shot("desk-leader", |world| {
        desk(world, 8, |desk, named| {
            desk.selected = named;
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Leader;
        });
    }),
    shot("desk-stages", |world| {
        desk(world, 9, |desk, _| {
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Stages;
        });
    }),
    shot("desk-forecast", |world| {
        desk(world, 9, |desk, _| {
            desk.tab = Tab::Funnel;
            desk.funnel = FunnelPage::Forecast;
        });
    }),
    shot("desk-rfm", |world| {
        desk(world, 11, |desk, named| {
            desk.selected = named;
            desk.tab = Tab::Value;
            desk.value.page = ValuePage::Rfm;
        });
    }),
    shot("desk-lifetime", |world| {
        desk(world, 11, |desk, named| {
            desk.selected = named;
            desk.sheet = SheetTab::Value;
            desk.tab = Tab::Value;
            desk.value.page = ValuePage::Lifetime;
        });
    }),
    shot("desk-10c", |world| {
        desk(world, 10, |desk, named| {
            desk.selected = named;
            desk.tab = Tab::Value;
            desk.value.page = ValuePage::TenC;
        });
    }),
    shot("desk-record", |world| {
        desk(world, 10, |desk, _| {
            desk.tab = Tab::Service;
            desk.service = ServicePage::Record;
        });
    }),
    shot("desk-service", |world| {
        desk(world, 9, |desk, named| {
            desk.selected = named;
            desk.sheet = SheetTab::Service;
            desk.tab = Tab::Service;
        });
    }),
    shot("desk-team", |world| desk(world, 9, |desk, _| desk.tab = Tab::Team)),
    shot("desk-team-hired", |world| desk(world, 8, |desk, _| desk.tab = Tab::Team)),
    shot("desk-team-of-five", |world| elsewhere(world, Case::FiveRoles, 9, |desk| desk.tab = Tab::Team)),
    shot("desk-five-roles", |world| elsewhere(world, Case::FiveRoles, 5, |_| {})),
    shot("desk-nurture", |world| {
        elsewhere(world, Case::FiveRoles, 5, |desk| desk.tab = Tab::Customers);
        offered_card(world, |a| matches!(a, Action::Nurture(_)));
    }),
    shot("desk-figures", |world| {
        desk(world, 10, |desk, _| {
            desk.tab = Tab::Finance;
            desk.finance = FinancePage::Figures;
        });
    }),
    shot("desk-finance", |world| desk(world, 10, |desk, _| desk.tab = Tab::Finance)),
    shot("desk-cash-flow", |world| desk(world, 10, |desk, _| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Flow))),
    shot("desk-marketing", |world| desk(world, 10, |desk, _| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Marketing))),
    shot("desk-goods", |world| desk(world, 10, |desk, _| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Goods))),
    shot("desk-stock", |world| elsewhere(world, Case::Stocked, 6, |desk| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Goods))),
    shot("desk-stock-cash", |world| elsewhere(world, Case::Stocked, 6, |desk| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Flow))),
    shot("desk-purchase", |world| {
        elsewhere(world, Case::Stocked, 6, |desk| (desk.tab, desk.finance) = (Tab::Finance, FinancePage::Goods));
        offered_card(world, |a| matches!(a, Action::Purchase(_)));
    }),
    shot("desk-terms", |world| {
        elsewhere(world, Case::Stocked, 6, |desk| desk.tab = Tab::Funnel);
        quoted(world);
    }),
    // a customer whose account manager has just gone to a rival
    shot("desk-profile", |world| {
        desk(world, 9, |_, _| {});
        open(world, SheetTab::Profile, |view, c| view.customer(c).is_some_and(|c| c.poached > 0));
    }),
    shot("desk-deal-waiting", |world| {
        elsewhere(world, Case::Stocked, 6, |_| {});
        open(world, SheetTab::Deals, |view, c| view.deals.iter().any(|d| d.id.customer == c && d.order.is_some_and(|o| o.delivered.is_none())));
    }),
    shot("desk-quote", |world| edit(world, |a| matches!(a, Action::Pursue(_) | Action::Quote(_)))),
    shot("desk-visit", |world| edit(world, |a| matches!(a, Action::Call(_)))),
    shot("desk-gift", |world| edit(world, |a| matches!(a, Action::Gift(_)))),
    shot("desk-showroom", |world| elsewhere(world, Case::Own("showroom"), 3, |_| {})),
    shot("desk-showroom-service", |world| {
        elsewhere(world, Case::Own("showroom"), 6, |desk| (desk.tab, desk.service) = (Tab::Service, ServicePage::Record));
    }),
    shot("desk-reception", |world| {
        elsewhere(world, Case::Own("showroom"), 3, |_| {});
        offered_card(world, |a| matches!(a, Action::Reception(_)));
    }),
    shot("desk-bank", |world| elsewhere(world, Case::Own("bank"), 3, |_| {})),
    shot("desk-bank-many", |world| {
        elsewhere(world, Case::Own("bank"), 4, |desk| desk.tab = Tab::Funnel);
        offered_card(world, |a| matches!(a, Action::PursueMany(_)));
    }),
    shot("desk-check", |world| elsewhere(world, Case::Stocked, 6, |desk| desk.dialog = Some(Dialog::Check))),
    shot("desk-bank-value", |world| elsewhere(world, Case::Own("bank"), 6, |desk| desk.tab = Tab::Value)),
    shot("desk-logistics", |world| elsewhere(world, Case::Own("logistics"), 4, |desk| desk.tab = Tab::Funnel)),
    shot("desk-contract", |world| {
        elsewhere(world, Case::Own("logistics"), 5, |_| {});
        open(world, SheetTab::Deals, |view, c| view.contracts.iter().any(|contract| contract.customer == c));
    }),
    shot("desk-perseus", |world| elsewhere(world, Case::Own("perseus"), 4, |desk| desk.tab = Tab::Customers)),
    shot("desk-build-crm", |world| {
        elsewhere(world, Case::Own("perseus"), 4, |_| {});
        offered_card(world, |a| matches!(a, Action::BuildCrm(_)));
    }),
    shot("desk-bundle", |world| {
        elsewhere(world, Case::Own("perseus"), 4, |_| {});
        let plan = world.resource::<Shown>().view.plan.clone();
        let found = plan.into_iter().find(|c| matches!(c.card.action, Action::PursueMany(_)));
        world.resource_mut::<Desk>().draft = found.map(|c| Draft { role: c.role, card: c.card, changes: Some(c.id) });
    }),
    shot("desk-consulting", |world| elsewhere(world, Case::Own("consulting"), 5, |_| {})),
    shot("desk-consulting-team", |world| elsewhere(world, Case::Own("consulting"), 7, |desk| desk.tab = Tab::Team)),
    shot("desk-strategy", |world| {
        let start = sample(world, 0).map(|(shown, ..)| advice::strategy::start(&shown.view));
        desk(world, 0, |desk, _| desk.dialog = start.map(Dialog::Strategy));
    }),
    shot("desk-goal", |world| desk(world, 0, |desk, _| desk.dialog = Some(Dialog::Goal))),
    shot("desk-standing", |world| desk(world, 6, |_, _| {})),
    shot("desk-summary-cash", |world| {
        elsewhere(world, Case::Stocked, 6, |desk| (desk.dialog, desk.summary.open) = (Some(Dialog::Summary), Some(Figure::Cash)));
    }),
    shot("desk-help", |world| desk(world, 2, |desk, _| desk.dialog = Some(Dialog::Help))),
    shot("desk-summary", |world| desk(world, 6, |desk, _| desk.dialog = Some(Dialog::Summary))),
    shot("desk-evaluate", |world| {
        desk(world, 6, |desk, named| desk.selected = named);
        let view = world.resource::<Shown>().view.clone();
        let mut desk = world.resource_mut::<Desk>();
        desk.dialog = desk.selected.take().map(|customer| Dialog::Evaluate(Evaluation::of(&view, customer)));
    }),
    shot("resolution", |world| resolution(world, false, None)),
    shot("resolution-end", |world| resolution(world, true, None)),
    shot("resolution-bridge", |world| resolution(world, true, Some(Figure::Contribution))),
    shot("results-score", |world| results(world, ResultsTab::Score)),
    shot("results-stories", |world| results(world, ResultsTab::Stories)),
    shot("results-lessons", |world| results(world, ResultsTab::Lessons)),
    shot("curtain", |world| {
        desk(world, 3, |_, _| {});
        let lang = world.resource::<Settings>().lang;
        let team = crate::words::tr(lang, "sample-team-2").into_owned();
        let played = sample(world, 3).map(|(shown, standings, _)| ClassMonth {
            month: crate::words::month(lang, 2012, 3),
            places: standing::places(&Prose::new(&shown.view, lang), &standings),
            is_scored: standings.is_scored,
        });
        world.insert_resource(Curtain { behind: Behind::Turn { team, place: 1 }, month: crate::words::month(lang, 2012, 4), before: None, played });
    }),
    shot("curtain-month", |world| {
        desk(world, 3, |_, _| {});
        let lang = world.resource::<Settings>().lang;
        let team = crate::words::tr(lang, "sample-team-2").into_owned();
        world.insert_resource(Curtain { behind: Behind::Month, month: crate::words::month(lang, 2012, 4), before: Some(team), played: None });
    }),
];

fn sample(world: &World, months: u16) -> Option<Sample> {
    samples::after(months, world.resource::<Settings>().lang)
}

fn show(world: &mut World, months: u16, screen: Screen) -> Option<CustomerId> {
    world.remove_resource::<Curtain>();
    let (shown, standings, told) = sample(world, months)?;
    let named = shown.view.customers.iter().find(|c| c.named && c.orders > 0).or_else(|| shown.view.customers.iter().find(|c| c.named)).map(|c| c.id);
    world.insert_resource(shown);
    world.insert_resource(standings);
    world.insert_resource(told);
    *world.resource_mut::<Desk>() = Desk { asked: vec![TeamId(0)], ..Desk::default() };
    world.resource_mut::<NextState<Menu>>().set(Menu::None);
    world.resource_mut::<NextState<Screen>>().set(screen);
    named
}

/// The board shows a lane alone.
fn alone(world: &mut World, phase: Phase) {
    let view = world.resource::<Shown>().view.clone();
    let members = view.customers.iter().filter(|c| c.phase == phase).map(|c| c.id).collect();
    world.resource_mut::<Desk>().board.zoom = Some(Zoom { place: Place::Lane(phase), group: None, members, team: view.seat.team });
}

/// The desk in another case.
fn elsewhere(world: &mut World, case: Case, months: u16, change: impl FnOnce(&mut Desk)) {
    show(world, 1, Screen::Desk);
    let Some((shown, standings, told)) = samples::after_in(case, months, world.resource::<Settings>().lang) else {
        return;
    };
    world.insert_resource(shown);
    world.insert_resource(standings);
    world.insert_resource(told);
    change(&mut world.resource_mut::<Desk>());
}

/// Opens the sheet of the first customer that fits.
fn open(world: &mut World, tab: SheetTab, fits: impl Fn(&View, CustomerId) -> bool) {
    let view = world.resource::<Shown>().view.clone();
    let mut all: Vec<_> = view.customers.iter().map(|c| (!c.named, c.id)).collect();
    all.sort_unstable();
    if let Some((_, customer)) = all.into_iter().find(|(_, id)| fits(&view, *id)) {
        world.resource_mut::<Desk>().open(customer, Some(tab));
    }
}

/// A quote with a date later than need be and sixty days to pay.
fn quoted(world: &mut World) {
    let view = world.resource::<Shown>().view.clone();
    let Some(deal) = view.deals.iter().filter(|d| d.open() && !d.suggested.is_empty()).max_by_key(|d| d.value) else {
        return;
    };
    let terms = QuoteTerms { discount: 0.05, delivery: Some(2), payment: Payment::Days60, ..QuoteTerms::default() };
    let card = Card { action: Action::Quote(cards::Quote { deal: deal.id, terms }), write_up: true };
    world.resource_mut::<Desk>().draft = Some(Draft { role: Role::AccountManager, card, changes: None });
}

fn desk(world: &mut World, months: u16, change: impl FnOnce(&mut Desk, Option<CustomerId>)) {
    let named = show(world, months, Screen::Desk);
    change(&mut world.resource_mut::<Desk>(), named);
}

/// A page of the Customers tab.
fn page(world: &mut World, page: CustomersPage) {
    desk(world, 7, |desk, named| {
        desk.selected = named;
        desk.tab = Tab::Customers;
        desk.customers.page = page;
        desk.customers.files.to = Some("/home/student/rapport-customers.xlsx".to_owned());
    });
}

/// The first card of a kind that is offered anywhere, opened in the editor.
fn edit(world: &mut World, wanted: fn(&Action) -> bool) {
    show(world, 4, Screen::Desk);
    let Some((shown, ..)) = sample(world, 4) else {
        return;
    };
    let mut customers: Vec<_> = shown.view.customers.iter().collect();
    customers.sort_by_key(|c| (!c.named, c.id));
    let offers = customers.into_iter().flat_map(|c| crate::advice::offer::offers(&shown.view, c.id));
    let found = offers.into_iter().find(|o| wanted(&o.card.action) && o.role == Role::AccountManager);
    world.resource_mut::<Desk>().draft = found.map(|o| Draft { role: o.role, card: o.card, changes: None });
}

/// The first card of a kind that the office offers, opened in the editor over whatever is on show.
fn offered_card(world: &mut World, wanted: fn(&Action) -> bool) {
    let view = world.resource::<Shown>().view.clone();
    let found = crate::advice::offer::desk_offers(&view).into_iter().find(|o| wanted(&o.card.action));
    world.resource_mut::<Desk>().draft = found.map(|o| Draft { role: o.role, card: o.card, changes: None });
}

fn resolution(world: &mut World, is_over: bool, open: Option<Figure>) {
    show(world, 5, Screen::Resolution);
    world.insert_resource(PlaybackWanted { is_over, open });
}

fn results(world: &mut World, tab: ResultsTab) {
    show(world, 99, Screen::Results);
    let ended = samples::ended(world.resource::<Settings>().lang);
    world.insert_resource(ended.unwrap_or_default());
    world.insert_resource(ResultsWanted(tab));
}
