//! What stands on a seat's page: four parts, each a list of lines with what can be done about them.

use super::mark;
use crate::advice::offer::{self, Offer};
use crate::crm::fields::{Cell, SheetField};
use crate::crm;
use crate::advice::todo::{self, Step};
use crate::host::app::{Sitting, now};
use crate::host::class::Stage;
use crate::host::class::fact::Clock;
use crate::host::class::kept::Kept;
use crate::host::secret;
use crate::host::web::answer::say;
use crate::prose::{Prose, Tone, agenda, cards, checks, deeds, highlights};
use crate::room::{MemberId, Room};
use crate::sim::units::{CustomerId, Role, Seat, TeamId};
use crate::sim::view::View;
use crate::words::{Lang, decimal, tr_with};
use askama::Template;
use serde::Deserialize;

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The agenda.
    #[default]
    Today,
    /// Whom the team knows, and the sheet of one.
    Customers,
    /// The team's plan.
    Plan,
    /// The last month.
    Results,
}

impl Part {
    const ALL: [Part; 4] = [Part::Today, Part::Customers, Part::Plan, Part::Results];

    /// As an address has it.
    pub const fn name(self) -> &'static str {
        match self {
            Part::Today => "today",
            Part::Customers => "customers",
            Part::Plan => "plan",
            Part::Results => "results",
        }
    }

    /// By its name.
    pub fn by_name(name: &str) -> Option<Part> {
        Part::ALL.into_iter().find(|part| part.name() == name)
    }

    const fn key(self) -> &'static str {
        match self {
            Part::Today => "host-part-today",
            Part::Customers => "host-part-customers",
            Part::Plan => "host-part-plan",
            Part::Results => "host-part-results",
        }
    }
}

/// Something that a form of the page does.
pub struct Does {
    /// What kind of thing.
    pub act: &'static str,
    /// Which one.
    pub what: String,
    /// In which role; may be empty.
    pub role: String,
    /// What the button says.
    pub name: String,
}

/// A line of a list.
#[derive(Default)]
pub struct Row {
    /// The class of its colour.
    pub tone: &'static str,
    /// What it is about.
    pub title: String,
    /// More about it, a line each.
    pub subs: Vec<String>,
    /// A number or a word that stands out; may be empty.
    pub chip: String,
    /// Where a click leads; may be empty.
    pub link: String,
    /// What can be done.
    pub does: Option<Does>,
}

/// A heading with its lines.
pub struct Group {
    /// The heading.
    pub title: String,
    /// What is said where there are no lines.
    pub empty: String,
    /// The lines.
    pub rows: Vec<Row>,
}

/// A role's hours.
pub struct Hours {
    /// Which role.
    pub role: String,
    /// Used of all, in words.
    pub text: String,
    /// The same, 0-100.
    pub percent: u32,
}

/// The page.
#[derive(Template)]
#[template(path = "host/seat.html")]
pub struct Page {
    pub lang: Lang,
    pub other: &'static str,
    pub path: String,
    pub key: String,
    pub seat: u16,
    pub round: u16,
    pub revision: u32,
    pub request: String,
    pub back: String,
    pub who: String,
    pub team: String,
    pub month: String,
    pub ends: Option<u64>,
    pub clock: String,
    pub hours: Vec<Hours>,
    pub parts: Vec<(String, String, bool)>,
    pub problem: Option<String>,
    pub lead: String,
    pub groups: Vec<Group>,
    pub submit: Option<Does>,
    pub submitted: bool,
}

impl Page {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }

    /// The page as the class stands.
    pub fn of(sitting: &Sitting, kept: &Kept, lang: Lang, part: Part, customer: Option<CustomerId>, request: String, problem: Option<String>) -> Page {
        let class = kept.class();
        let place = class.place(sitting.student).map(|(team, place, roles)| (team, place, roles.to_vec()));
        let playing = place.and_then(|(team, place, roles)| {
            let room = kept.room()?;
            let view = super::view(room, team, &roles)?;
            Some(Playing { room, view, team, member: MemberId(place as u8), roles })
        });
        let who = class.student(sitting.student).map(|student| student.name.clone()).unwrap_or_default();
        let mut page = Page {
            lang,
            other: lang.other().tag(),
            path: format!("/c/{}/s/{}", sitting.code, sitting.student.0),
            key: secret::form_key(&sitting.token),
            seat: sitting.student.0,
            round: 0,
            revision: 0,
            request,
            back: customer.map_or_else(|| part.name().to_owned(), |customer| format!("{} {}", part.name(), customer.0)),
            who,
            team: class.place(sitting.student).map(|(team, ..)| class.teams[team.index()].name.clone()).unwrap_or_default(),
            month: String::new(),
            ends: None,
            clock: String::new(),
            hours: Vec::new(),
            parts: Vec::new(),
            problem,
            lead: String::new(),
            groups: Vec::new(),
            submit: None,
            submitted: false,
        };
        match &playing {
            Some(playing) => playing.fill(&mut page, kept, part, customer),
            None => page.lead = page.say(if matches!(class.stage, Stage::Lobby) { "host-lobby-wait" } else { "host-no-role" }),
        }
        page
    }
}

struct Playing<'a> {
    room: &'a Room,
    view: View,
    team: TeamId,
    member: MemberId,
    roles: Vec<Role>,
}

impl Playing<'_> {
    fn fill(&self, page: &mut Page, kept: &Kept, part: Part, customer: Option<CustomerId>) {
        let (view, lang) = (&self.view, page.lang);
        let prose = Prose::new(view, lang);
        let role = view.seat.role;
        page.round = view.round.0;
        page.revision = self.room.revision(Seat { team: self.team, role }).0;
        let names: Vec<String> = self.roles.iter().map(|&role| prose.role(role)).collect();
        page.who = format!("{} · {}", page.who, prose.list(&names));
        let rounds = self.room.rounds();
        page.month = if view.over {
            page.say("host-over")
        } else {
            format!("{} · {}/{rounds}", prose.month(view.round), view.round.0)
        };
        page.hours = self.roles.iter().map(|&role| hours(&prose, role)).collect();
        let part_link = |of: Part| (format!("{}?part={}", page.path, of.name()), say(lang, of.key()), of == part);
        page.parts = Part::ALL.into_iter().map(part_link).collect();
        let stands = match kept.class().clock {
            Clock::Paused(_) => Some("host-paused"),
            _ if matches!(kept.class().stage, Stage::Ended(_)) || view.over => Some("host-game-over"),
            _ => None,
        };
        if let Clock::Ends(end) = kept.class().clock {
            let left = now().seconds_until(end);
            (page.ends, page.clock) = (Some(left), format!("{}:{:02}", left / 60, left % 60));
        }
        page.submitted = self.room.handed_in(self.team, Some(self.member));
        let plans = stands.is_none() && !page.submitted;
        page.lead = match stands {
            Some(key) => page.say(key),
            None if page.submitted => page.say("host-submitted"),
            None => String::new(),
        };
        if stands.is_none() {
            let (act, key) = if page.submitted { ("withdraw", "host-withdraw") } else { ("submit", "host-submit") };
            page.submit = Some(Does { act, what: String::new(), role: String::new(), name: page.say(key) });
        }
        page.groups = match (part, customer.filter(|id| view.customer(*id).is_some())) {
            (Part::Today, _) => self.today(&prose, plans),
            (Part::Customers, Some(customer)) => self.sheet(&prose, customer, plans),
            (Part::Customers, None) => vec![self.customers(&prose, &page.path)],
            (Part::Plan, _) => self.plan(&prose, plans),
            (Part::Results, _) => results(&prose),
        };
    }

    /// What wants attention, and what the office can do beside.
    fn today(&self, prose: &Prose, plans: bool) -> Vec<Group> {
        let row = |entry: &agenda::Entry| {
            let step = todo::step(&self.view, entry.item, &self.roles);
            let name = match step {
                Step::Add(_) | Step::Set(..) | Step::Join(..) => Some("host-add"),
                Step::TakeBack(..) => Some("host-take-back"),
                Step::Tasks(_) => Some("host-set-tasks"),
                Step::Blocked(..) | Step::Look => None,
            };
            let does = name.filter(|_| plans).map(|name| Does { act: "agenda", what: mark(&entry.item), role: String::new(), name: prose.say(name) });
            let link = todo::item_customer(&self.view, entry.item).map_or_else(String::new, |id| format!("?part=customers&customer={}", id.0));
            Row { tone: tone(entry.tone), title: entry.title.clone(), subs: vec![entry.sub.clone()], link, does, ..Row::default() }
        };
        let rows = agenda::entries(prose, true).iter().flat_map(|entry| std::iter::once(row(entry)).chain(entry.rest.iter().map(row)).collect::<Vec<_>>()).collect();
        let office = offer::desk_offers(&self.view).into_iter().filter(|offer| self.roles.contains(&offer.role));
        vec![
            Group { title: prose.say("agenda-title"), empty: prose.say("host-agenda-empty"), rows },
            Group { title: prose.say("host-office"), empty: String::new(), rows: office.map(|offer| self.offer(prose, &offer, plans)).collect() },
        ]
    }

    fn customers(&self, prose: &Prose, path: &str) -> Group {
        let row = |customer: &crate::sim::knowledge::CustomerView| {
            let deals = self.view.open_deals(customer.id).count();
            let satisfaction = customer.satisfaction.map(|(points, _)| tr_with(prose.lang, "host-satisfaction", &[("points", points.round().into())]).into_owned());
            let subs = [prose.phase(customer.phase)].into_iter().chain(satisfaction).collect::<Vec<_>>().join(" · ");
            Row {
                title: prose.text(&customer.name),
                subs: vec![subs],
                chip: if deals == 0 { String::new() } else { tr_with(prose.lang, "host-open-deals", &[("count", deals.into())]).into_owned() },
                link: format!("{path}?part=customers&customer={}", customer.id.0),
                ..Row::default()
            }
        };
        Group { title: prose.say("tab-customers"), empty: prose.say("host-no-customers"), rows: self.view.customers.iter().map(row).collect() }
    }

    /// What is known of a customer, and what my roles can do for it.
    fn sheet(&self, prose: &Prose, id: CustomerId, plans: bool) -> Vec<Group> {
        let index = crm::query::Index::new(&self.view);
        let fact = |field: SheetField| {
            let customer = self.view.customer(id)?;
            let chip = match field.of(&self.view, &index, customer, prose) {
                Cell::Blank => return None,
                Cell::Text(text) => text,
                Cell::Number(number) => decimal(number, 0),
            };
            Some(Row { title: prose.say(field.key()), chip, ..Row::default() })
        };
        let facts = SheetField::ALL.into_iter().filter_map(fact).collect();
        let offers = offer::offers(&self.view, id).into_iter().filter(|offer| self.roles.contains(&offer.role));
        vec![
            Group { title: prose.customer(id), empty: prose.say("host-no-offers"), rows: offers.map(|offer| self.offer(prose, &offer, plans)).collect() },
            Group { title: prose.say("host-known"), empty: String::new(), rows: facts },
        ]
    }

    fn offer(&self, prose: &Prose, offer: &Offer, plans: bool) -> Row {
        let planned = self.view.plan.iter().find(|card| card.role == offer.role && card.card.action.repeats(&offer.card.action));
        let tends = cards::tends(prose, offer);
        let subs = [cards::takes(prose, offer), tends].into_iter().filter(|text| !text.is_empty()).collect();
        let fits = offer.missing.is_empty() && offer.minutes <= self.view.free(offer.role);
        let does = (plans && fits && planned.is_none()).then(|| Does { act: "offer", what: mark(&(offer.role, &offer.card)), role: String::new(), name: prose.say("host-add") });
        let chip = match (planned, offer.missing.first()) {
            (Some(_), _) => prose.say("host-planned"),
            (None, Some(missing)) => prose.lack(*missing),
            (None, None) if !fits => prose.say("host-no-hours"),
            (None, None) => String::new(),
        };
        Row { title: cards::name(prose, &offer.card.action), subs, chip, does, ..Row::default() }
    }

    /// All cards of the team, by role; the own ones can be taken back.
    fn plan(&self, prose: &Prose, plans: bool) -> Vec<Group> {
        let of_role = |&role: &Role| {
            let mine = self.roles.contains(&role);
            let row = |card: &crate::sim::view::PlanCardView| {
                let does = (mine && plans).then(|| Does { act: "remove", what: card.id.0.to_string(), role: mark(&role), name: prose.say("host-take-back") });
                let subs = [cards::planned(prose, &card.card)].into_iter().chain(checks::of_planned(prose, card)).collect();
                Row { title: cards::name(prose, &card.card.action), subs, chip: prose.hours(card.minutes), does, ..Row::default() }
            };
            let rows = self.view.plan.iter().filter(|card| card.role == role).map(row).collect();
            Group { title: format!("{} · {}", prose.role(role), hours(prose, role).text), empty: prose.say("host-plan-empty"), rows }
        };
        self.view.guide.roles().iter().map(of_role).collect()
    }
}

/// What the last month brought.
fn results(prose: &Prose) -> Vec<Group> {
    let view = prose.view;
    let Some(last) = view.past.months.last() else {
        return vec![Group { title: prose.say("host-part-results"), empty: prose.say("host-no-results"), rows: Vec::new() }];
    };
    let round = last.round;
    let told = highlights::highlights(prose, round);
    let row = |highlight: &highlights::Highlight| {
        let more = [Some(&highlight.cause), highlight.voice.as_ref(), highlight.next_time.as_ref()];
        let subs = more.into_iter().flatten().filter(|text| !text.is_empty()).cloned().collect();
        Row { tone: tone(highlight.tone), title: highlight.title.clone(), subs, chip: highlight.chip.clone(), ..Row::default() }
    };
    let done = deeds::of_round(prose, round, &told);
    let figures = [("host-revenue", last.revenue), ("host-profit", last.contribution), ("host-cash", last.cash)];
    let figure = |(key, amount)| Row { title: prose.say(key), chip: prose.money_short(amount), ..Row::default() };
    vec![
        Group { title: prose.month(round), empty: String::new(), rows: figures.into_iter().map(figure).collect() },
        Group { title: prose.say("host-told"), empty: prose.say("host-nothing-told"), rows: told.iter().rev().map(row).collect() },
        Group {
            title: prose.say("host-done"),
            empty: prose.say("host-nothing-done"),
            rows: done.into_iter().map(|deed| Row { tone: tone(deed.tone), title: deed.title, subs: vec![deed.outcome], ..Row::default() }).collect(),
        },
    ]
}

fn hours(prose: &Prose, role: Role) -> Hours {
    let staff = prose.view.staff(role);
    let (used, total) = (staff.planned.to_hours(), staff.hours.to_hours());
    let text = prose.say_with("plan-hours", &[("used", crate::words::decimal(used, 0).into()), ("total", crate::words::decimal(total, 0).into())]);
    Hours { role: prose.role(role), text, percent: if total > 0.0 { (used / total * 100.0).clamp(0.0, 100.0) as u32 } else { 0 } }
}

const fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Late => "late",
        Tone::Due => "due",
        Tone::Good => "good",
        Tone::Plain | Tone::Deal => "plain",
    }
}
