//! The teacher's pages: the list of classes, and one class with its pace.

use super::answer::{self, go, kept, lang, message, nothing_here, refused, say};
use super::clock::Countdown;
use super::cookies;
use super::stage::qr;
use super::teams::{self, Line, Person};
use crate::host::app::{Host, Open, now};
use crate::host::class::fact::{Clock, Missing, Settings, StudentId};
use crate::host::class::kept::{Kept, NotDone};
use crate::host::class::{No, Stage, tidy};
use crate::host::secret;
use crate::prose::writing;
use crate::room::{Case, MAX_TEAMS};
use crate::scenario;
use crate::sim::units::Round;
use crate::words::{Lang, tr_with};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Minutes a month that are offered; 0: no deadline.
const MINUTES: [u16; 6] = [5, 8, 10, 15, 20, 0];
/// People of a usual team.
const OF_A_TEAM: usize = 3;
/// Minutes that the teacher gives at a click.
const MORE: u16 = 2;

/// The teacher's token, where the browser is the teacher's.
pub(super) fn teacher(host: &Host, headers: &HeaderMap) -> Option<String> {
    cookies::get(headers, cookies::TEACHER).filter(|token| host.is_teacher(token)).map(str::to_owned)
}

#[derive(Template)]
#[template(path = "host/sign_in.html")]
struct SignIn {
    lang: Lang,
    problem: String,
}

impl SignIn {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

struct Listed {
    code: String,
    title: String,
    about: String,
}

#[derive(Template)]
#[template(path = "host/classes.html")]
struct Classes {
    lang: Lang,
    key: String,
    classes: Vec<Listed>,
    cases: Vec<(String, String)>,
    minutes: Vec<(u16, String)>,
    problem: String,
}

impl Classes {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

/// The list of classes; to whoever is not signed in, the way in.
pub async fn classes(State(host): State<Arc<Host>>, headers: HeaderMap) -> Response {
    listed(&host, &headers, StatusCode::OK, String::new())
}

fn listed(host: &Host, headers: &HeaderMap, status: StatusCode, problem: String) -> Response {
    let lang = lang(headers, None);
    let Some(token) = teacher(host, headers) else { return answer::page(status, &SignIn { lang, problem }) };
    let one = |open: Arc<Open>| {
        let kept = open.lock();
        let class = kept.class();
        let about = tr_with(lang, "host-class-about", &[("count", class.students.len().into()), ("stage", stage_name(lang, &kept).into())]).into_owned();
        Listed { code: class.settings.code.clone(), title: class.settings.title.clone(), about }
    };
    let minutes = |minutes: u16| {
        (minutes, if minutes == 0 { say(lang, "host-no-deadline") } else { tr_with(lang, "host-minutes", &[("count", minutes.into())]).into_owned() })
    };
    let page = Classes {
        lang,
        key: secret::form_key(&token),
        classes: host.classes().into_iter().map(one).collect(),
        cases: cases(lang),
        minutes: MINUTES.into_iter().map(minutes).collect(),
        problem,
    };
    answer::page(status, &page)
}

/// The cases by id and title.
fn cases(lang: Lang) -> Vec<(String, String)> {
    let title = |text: &str, id: &str| match Case::read(text) {
        Ok(case) => writing::text(lang, &case.scenario(false).guide.title).to_owned(),
        Err(_) => id.to_owned(),
    };
    scenario::embedded().iter().filter_map(|(file, text)| Some((file.strip_suffix(".ron")?.to_owned(), title(text, file)))).collect()
}

fn stage_name(lang: Lang, kept: &Kept) -> String {
    match (kept.class().stage, kept.room()) {
        (Stage::Lobby, _) => say(lang, "host-stage-lobby"),
        (Stage::Playing(_), Some(room)) if !room.over() => {
            tr_with(lang, "host-stage-month", &[("round", room.round().0.into()), ("rounds", room.rounds().into())]).into_owned()
        }
        (Stage::Playing(_), _) => say(lang, "host-over"),
        (Stage::Ended(_), _) => say(lang, "host-stage-ended"),
    }
}

/// A password.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Password {
    password: String,
}

/// Signs the teacher in.
pub async fn sign_in(State(host): State<Arc<Host>>, headers: HeaderMap, form: Result<Form<Password>, FormRejection>) -> Response {
    let lang = lang(&headers, None);
    let Ok(Form(Password { password })) = form else { return message(StatusCode::BAD_REQUEST, lang, say(lang, "host-bad-form"), "/teacher") };
    let asked = host.clone();
    // checking a password is slow on purpose
    let signed = tokio::task::spawn_blocking(move || asked.sign_in(&secret::typed(&password))).await;
    match signed {
        Ok(Ok(Some(token))) => go("/teacher", [cookies::set(cookies::TEACHER, &token, "/teacher")]),
        Ok(Ok(None)) if host.wrong_try() => answer::page(StatusCode::FORBIDDEN, &SignIn { lang, problem: say(lang, "host-wrong-password") }),
        Ok(Ok(None)) => answer::page(StatusCode::TOO_MANY_REQUESTS, &SignIn { lang, problem: say(lang, "host-too-many") }),
        Ok(Err(_)) | Err(_) => message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), "/teacher"),
    }
}

/// Only the key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keyed {
    key: String,
}

/// Signs the teacher out.
pub async fn sign_out(State(host): State<Arc<Host>>, headers: HeaderMap, form: Result<Form<Keyed>, FormRejection>) -> Response {
    if let (Some(token), Ok(Form(sent))) = (teacher(&host, &headers), form)
        && sent.key == secret::form_key(&token)
    {
        host.sign_out(&token);
    }
    go("/teacher", [cookies::clear(cookies::TEACHER, "/teacher")])
}

/// A new class.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct New {
    key: String,
    title: String,
    case: String,
    minutes: u16,
    #[serde(default)]
    rounds: String,
}

/// Creates a class.
pub async fn create(State(host): State<Arc<Host>>, headers: HeaderMap, form: Result<Form<New>, FormRejection>) -> Response {
    let lang = lang(&headers, None);
    let Some(token) = teacher(&host, &headers) else { return nothing_here(headers).await };
    let Ok(Form(new)) = form else { return message(StatusCode::BAD_REQUEST, lang, say(lang, "host-bad-form"), "/teacher") };
    if new.key != secret::form_key(&token) {
        return message(StatusCode::FORBIDDEN, lang, say(lang, "host-bad-form"), "/teacher");
    }
    let Some(title) = tidy(&new.title) else { return listed(&host, &headers, StatusCode::CONFLICT, answer::why(lang, No::Name)) };
    let Some(case) = host.case(&new.case) else { return message(StatusCode::BAD_REQUEST, lang, say(lang, "host-bad-form"), "/teacher") };
    let guide = &case.scenario(false).guide;
    let rounds = match new.rounds.trim() {
        "" => None,
        typed => match typed.parse::<u16>() {
            Ok(rounds) if (guide.least_rounds..=guide.rounds).contains(&rounds) => Some(rounds),
            _ => {
                let args = [("least", guide.least_rounds.into()), ("most", guide.rounds.into())];
                return listed(&host, &headers, StatusCode::CONFLICT, tr_with(lang, "host-no-rounds", &args).into_owned());
            }
        },
    };
    let Ok(seed) = secret::number(50_000) else { return message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), "/teacher") };
    let minutes = (new.minutes > 0).then_some(new.minutes.min(240));
    let settings = Settings { title, code: String::new(), case: new.case, seed, rounds, minutes, missing: Missing::LastDraft, lang };
    let creating = host.clone();
    match tokio::task::spawn_blocking(move || creating.create(settings)).await {
        Ok(Ok(open)) => go(&format!("/teacher/c/{}", open.lock().class().settings.code), []),
        Ok(Err(error)) => {
            message(StatusCode::SERVICE_UNAVAILABLE, lang, tr_with(lang, "host-not-saved", &[("error", error.to_string().into())]).into_owned(), "/teacher")
        }
        Err(_) => message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), "/teacher"),
    }
}

/// A button; what cannot be undone is asked about once more, by the words `sure`.
struct Button {
    act: &'static str,
    name: String,
    main: bool,
    sure: Option<String>,
}

#[derive(Template)]
#[template(path = "host/console.html")]
struct Page {
    lang: Lang,
    code: String,
    key: String,
    title: String,
    about: String,
    ends: Option<u64>,
    clock: String,
    address: String,
    qr: String,
    buttons: Vec<Button>,
    heading: String,
    teams: Vec<Line>,
    waiting: Vec<Person>,
    lobby: bool,
    /// How many teams are offered to be formed: about three people each, as a case has roles.
    wanted: usize,
    problem: Option<String>,
}

impl Page {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

/// Shows a class.
pub async fn show(State(host): State<Arc<Host>>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    let found = teacher(&host, &headers).and_then(|token| Some((token, host.class(&code)?)));
    let Some((token, open)) = found else { return nothing_here(headers).await };
    shown(&host, &open, &token, &headers, StatusCode::OK, None)
}

fn shown(host: &Host, open: &Open, token: &str, headers: &HeaderMap, status: StatusCode, problem: Option<String>) -> Response {
    let lang = lang(headers, None);
    let kept = open.lock();
    let class = kept.class();
    let address = host.addresses().first().cloned().unwrap_or_default();
    let clock = Countdown::of(class.clock, lang);
    let page = Page {
        lang,
        code: class.settings.code.clone(),
        key: secret::form_key(token),
        title: class.settings.title.clone(),
        about: stage_name(lang, &kept),
        ends: clock.ends,
        clock: clock.text,
        qr: qr(&format!("{address}/?c={}", class.settings.code)),
        address,
        buttons: buttons(lang, &kept),
        heading: say(lang, teams::heading(&kept)),
        teams: teams::lines(&kept, lang),
        waiting: class.everybody().filter(|(id, _)| class.place(*id).is_none()).map(|(id, student)| Person::of(id, student)).collect(),
        lobby: class.stage == Stage::Lobby,
        wanted: if class.teams.is_empty() { class.students.len().div_ceil(OF_A_TEAM).clamp(1, MAX_TEAMS) } else { class.teams.len() },
        problem,
    };
    drop(kept);
    answer::page(status, &page)
}

fn buttons(lang: Lang, kept: &Kept) -> Vec<Button> {
    let button = |act, name, main| Button { act, name: say(lang, name), main, sure: None };
    let asked = |act, name, sure| Button { sure: Some(say(lang, sure)), ..button(act, name, false) };
    let end = || asked("end", "host-end", "host-end-sure");
    match kept.class().stage {
        Stage::Lobby if kept.class().teams.is_empty() => Vec::new(),
        Stage::Lobby => vec![button("start", "host-start", true)],
        Stage::Playing(_) => {
            let room = kept.room();
            let mut list = Vec::new();
            if room.is_some_and(|room| !room.over()) {
                let paused = matches!(kept.class().clock, Clock::Paused(_));
                list.push(button("pause", if paused { "host-go-on" } else { "host-pause" }, paused));
                if matches!(kept.class().clock, Clock::Ends(_) | Clock::Paused(Some(_))) {
                    let name = tr_with(lang, "host-extend", &[("minutes", MORE.into())]).into_owned();
                    list.push(Button { act: "extend", name, main: false, sure: None });
                }
                list.push(button("resolve", "host-resolve", !paused));
            }
            if room.is_some_and(|room| room.round() > Round(1)) {
                list.push(button("undo", "host-undo", false));
            }
            list.push(end());
            list
        }
        Stage::Ended(_) => vec![asked("delete", "host-delete", "host-delete-sure")],
    }
}

/// What the teacher does to a class.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    key: String,
    act: String,
    #[serde(default)]
    teams: u8,
    /// Whose seat is freed.
    student: Option<u16>,
}

/// Does it.
pub async fn act(State(host): State<Arc<Host>>, Path(code): Path<String>, headers: HeaderMap, form: Result<Form<Act>, FormRejection>) -> Response {
    let lang = lang(&headers, None);
    let found = teacher(&host, &headers).and_then(|token| Some((token, host.class(&code)?)));
    let Some((token, open)) = found else { return nothing_here(headers).await };
    let to = format!("/teacher/c/{code}");
    let Ok(Form(sent)) = form else { return message(StatusCode::BAD_REQUEST, lang, say(lang, "host-bad-form"), &to) };
    if sent.key != secret::form_key(&token) {
        return message(StatusCode::FORBIDDEN, lang, say(lang, "host-bad-form"), &to);
    }
    if sent.act == "delete" {
        let deleting = host.clone();
        return match tokio::task::spawn_blocking(move || deleting.delete(&code)).await {
            Ok(Ok(())) => go("/teacher", []),
            Ok(Err(error)) => {
                message(StatusCode::SERVICE_UNAVAILABLE, lang, tr_with(lang, "host-not-saved", &[("error", error.to_string().into())]).into_owned(), &to)
            }
            Err(_) => message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), &to),
        };
    }
    let (doing, with) = (open.clone(), host.clone());
    match kept(move || doing.change(|kept| carry_out(&with, kept, &sent, lang))).await {
        Ok(()) => go(&to, []),
        Err(error) => {
            let (status, why) = refused(lang, &error);
            shown(&host, &open, &token, &headers, status, Some(why))
        }
    }
}

fn carry_out(host: &Host, kept: &mut Kept, sent: &Act, lang: Lang) -> Result<(), NotDone> {
    let at = now();
    match sent.act.as_str() {
        "group" => {
            let case = host.case(&kept.class().settings.case).ok_or(No::NotNow)?;
            let names: Vec<String> = (1..=MAX_TEAMS).map(|number| tr_with(lang, "host-team", &[("number", number.into())]).into_owned()).collect();
            kept.group(usize::from(sent.teams), &names, case.scenario(false).guide.roles(), at)
        }
        "start" => {
            let case = host.case(&kept.class().settings.case).ok_or(No::NotNow)?;
            kept.start(&case, at)
        }
        "free" => {
            let student = sent.student.map(StudentId).filter(|id| kept.class().student(*id).is_some()).ok_or(No::NotNow)?;
            kept.free(student, at)
        }
        "pause" => kept.pause(at),
        "extend" => kept.extend(u64::from(MORE) * 60, at),
        "resolve" => kept.end_month(at),
        "undo" => kept.undo(at),
        "end" => kept.end(at),
        _ => Err(No::NotNow.into()),
    }
}
