//! The page of a seat: its head, its parts, and what can be sent from it.

use super::acting::Conflict;
use super::form::{self, Does, Input, Sheet};
use super::parts::{Desk, Group, Part};
use super::{Asked, setting, strategy, view};
use crate::host::app::Sitting;
use crate::host::class::Stage;
use crate::host::class::fact::Clock;
use crate::host::class::kept::Kept;
use crate::host::secret;
use crate::host::web::answer::say;
use crate::host::web::clock::Countdown;
use crate::prose::Prose;
use crate::room::{MemberId, Room};
use crate::sim::units::{Role, Seat, TeamId};
use crate::sim::view::View;
use crate::words::Lang;
use askama::Template;

/// A role's hours.
pub struct Hours {
    /// Which role.
    pub role: String,
    /// Used of all, in words.
    pub text: String,
    /// The same, 0-100.
    pub percent: u32,
}

/// What the page answers to what was sent.
#[derive(Default)]
pub struct Notice {
    /// Why it was not done; empty where it was.
    pub problem: String,
    /// What was wanted of a plan that has changed since.
    pub conflict: Option<Box<Conflict>>,
    /// The values that a card is being set with.
    pub values: Vec<(String, String)>,
}

/// The page.
#[derive(Template)]
#[template(path = "host/seat.html")]
pub struct Page {
    lang: Lang,
    other: &'static str,
    path: String,
    key: String,
    seat: u16,
    round: u16,
    revisions: String,
    /// The number of what is sent from it.
    pub request: String,
    back: String,
    title: String,
    about: String,
    month: String,
    ends: Option<u64>,
    clock: String,
    hours: Vec<Hours>,
    parts: Vec<(String, String, bool)>,
    /// What came of what was sent.
    pub notice: Notice,
    lead: String,
    sheets: Vec<Sheet>,
    groups: Vec<Group>,
    submit: Option<Does>,
    submitted: bool,
}

/// Whoever sits here plays in a game.
struct Playing<'a> {
    room: &'a Room,
    view: View,
    team: TeamId,
    member: MemberId,
    roles: Vec<Role>,
}

impl Page {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn field(&self) -> &'static str {
        form::FIELD
    }

    /// The page as the class stands.
    pub fn of(sitting: &Sitting, kept: &Kept, lang: Lang, asked: &Asked, notice: Notice) -> Page {
        let class = kept.class();
        let place = class.place(sitting.student);
        let name = class.student(sitting.student).map(|student| student.name.clone()).unwrap_or_default();
        let clock = Countdown::of(class.clock, lang);
        let mut page = Page {
            lang,
            other: lang.other().tag(),
            path: format!("/c/{}/s/{}", sitting.code, sitting.student.0),
            key: secret::form_key(&sitting.token),
            seat: sitting.student.0,
            round: 0,
            revisions: String::new(),
            request: String::new(),
            back: asked.back(),
            title: place.map_or_else(|| say(lang, "host-title"), |(team, ..)| class.teams[team.index()].name.clone()),
            about: name,
            month: String::new(),
            ends: clock.ends,
            clock: clock.text,
            hours: Vec::new(),
            parts: Vec::new(),
            notice,
            lead: String::new(),
            sheets: Vec::new(),
            groups: Vec::new(),
            submit: None,
            submitted: false,
        };
        let playing = place.and_then(|(team, place, roles)| {
            let room = kept.room()?;
            Some(Playing { room, view: view(room, team, roles)?, team, member: MemberId(place as u8), roles: roles.to_vec() })
        });
        match &playing {
            Some(playing) => playing.fill(&mut page, kept, asked),
            None => page.lead = page.say(if matches!(class.stage, Stage::Lobby) { "host-lobby-wait" } else { "host-no-role" }),
        }
        page
    }
}

impl Playing<'_> {
    fn fill(&self, page: &mut Page, kept: &Kept, asked: &Asked) {
        let (view, room, class) = (&self.view, self.room, kept.class());
        let prose = Prose::new(view, page.lang);
        let names: Vec<String> = self.roles.iter().map(|&role| prose.role(role)).collect();
        page.about = format!("{} · {}", page.about, prose.list(&names));
        page.round = view.round.0;
        let seat = |&role: &Role| Seat { team: self.team, role };
        page.revisions = form::revisions(&self.roles.iter().map(|role| room.revision(seat(role)).0).collect::<Vec<_>>());
        page.month = if view.over { page.say("host-over") } else { format!("{} · {}/{}", prose.month(view.round), view.round.0, room.rounds()) };
        page.parts = Part::ALL.into_iter().map(|part| (format!("?part={}", part.name()), page.say(part.key()), part == asked.part)).collect();
        page.submitted = room.handed_in(self.team, Some(self.member));
        let stands = match class.clock {
            Clock::Paused(_) => Some("host-paused-lead"),
            _ if matches!(class.stage, Stage::Ended(_)) || view.over => Some("host-game-over"),
            _ => None,
        };
        page.lead = match stands {
            Some(key) => page.say(key),
            None if page.submitted => page.say("host-submitted"),
            None => String::new(),
        };
        if stands.is_none() {
            let (act, key) = if page.submitted { ("withdraw", "host-withdraw") } else { ("submit", "host-submit") };
            page.submit = Some(Does { act, what: String::new(), name: page.say(key) });
        }
        let desk = Desk { prose: &prose, roles: &self.roles, plans: stands.is_none() && !page.submitted };
        let hours = |&role: &Role| {
            let (text, percent) = desk.hours(role);
            Hours { role: prose.role(role), text, percent }
        };
        page.hours = if view.over { Vec::new() } else { self.roles.iter().map(hours).collect() };
        if let Some(mut setting) = asked.set.as_ref().filter(|_| desk.plans).and_then(|mark| setting::find(&desk, mark)) {
            // a value that is none of those offered leaves the card as it was
            if setting.take(view, &page.notice.values).is_none() {
                page.notice.problem = page.say("host-no-value");
            }
            page.sheets.push(setting.sheet(&desk, asked.query()));
        } else if asked.part == Part::Today {
            page.sheets.extend(strategy::sheet(&desk));
        }
        page.groups = desk.groups(asked.part, asked.customer());
    }
}
