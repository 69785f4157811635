//! Coming in: a code, a name, and a seat.

use super::answer::{self, go, kept, lang, message, refused, say};
use super::cookies;
use crate::host::app::{Host, now};
use crate::host::class::kept::NotDone;
use crate::host::class::{MAX_NAME, No};
use crate::host::secret;
use crate::words::{Lang, tr_with};
use askama::Template;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use std::sync::Arc;

/// What the address of the join page may hold: the code of the QR, and a language.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    c: String,
    lang: Option<String>,
    /// Where the language was chosen.
    #[serde(default)]
    to: String,
}

/// What somebody types to come in.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Joining {
    code: String,
    name: String,
    #[serde(default)]
    number: String,
}

#[derive(Template)]
#[template(path = "host/join.html")]
struct Page<'a> {
    lang: Lang,
    code: &'a str,
    name: &'a str,
    number: &'a str,
    /// Why the last try did not work; may be empty.
    problem: String,
    /// The seats that this browser has in the class, with whose they are.
    seats: Vec<(String, String)>,
    most: usize,
}

impl Page<'_> {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn say_name(&self, key: &str, name: &str) -> String {
        tr_with(self.lang, key, &[("name", name.into())]).into_owned()
    }
}

/// The seats of a class that this browser sits on.
fn seats(host: &Host, headers: &HeaderMap, code: &str) -> Vec<(String, String)> {
    let Some(open) = host.class(code) else { return Vec::new() };
    let kept = open.lock();
    let token = |seat: u16| cookies::get(headers, &cookies::of_seat(code, seat)).map(secret::hash);
    let mine = kept.class().everybody().filter(|(id, _)| token(id.0).is_some_and(|token| kept.class().sits(*id, &token)));
    mine.map(|(id, student)| (format!("/c/{code}/s/{}", id.0), student.name.clone())).collect()
}

/// Whether this is the address of one of our pages, and nothing that leads elsewhere.
fn is_page(to: &str) -> bool {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '/';
    (to.starts_with("/c/") || to.starts_with("/teacher")) && !to.contains("//") && to.chars().all(is_plain)
}

fn percent_encode(code: &str) -> String {
    utf8_percent_encode(code, NON_ALPHANUMERIC).to_string()
}

/// Shows the page on which one comes in; a language that the address names is kept.
pub async fn show(State(host): State<Arc<Host>>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    if let Some(wanted) = asked.lang {
        let lang = Lang::from_locale(&wanted);
        let to = match () {
            () if is_page(&asked.to) => asked.to,
            () if asked.c.is_empty() => "/".to_owned(),
            () => format!("/?c={}", percent_encode(&secret::typed(&asked.c))),
        };
        return go(&to, [cookies::set(cookies::LANG, lang.tag(), "/")]);
    }
    let code = secret::typed(&asked.c);
    let of_class = host.class(&code).map(|open| open.lock().class().settings.lang);
    let lang = lang(&headers, of_class);
    let seats = seats(&host, &headers, &code);
    answer::page(StatusCode::OK, &Page { lang, code: &code, name: "", number: "", problem: String::new(), seats, most: MAX_NAME })
}

/// Somebody comes in.
pub async fn join(State(host): State<Arc<Host>>, headers: HeaderMap, form: Result<Form<Joining>, FormRejection>) -> Response {
    let joining = match form {
        Ok(Form(joining)) => joining,
        Err(rejection) => {
            let lang = lang(&headers, None);
            return message(rejection.status(), lang, say(lang, "host-bad-form"), "/");
        }
    };
    let code = secret::typed(&joining.code);
    let Some(open) = host.class(&code) else {
        let lang = lang(&headers, None);
        let (status, key) = if host.wrong_try() { (StatusCode::NOT_FOUND, "host-no-class") } else { (StatusCode::TOO_MANY_REQUESTS, "host-too-many") };
        let page = Page { lang, code: &joining.code, name: &joining.name, number: &joining.number, problem: say(lang, key), seats: Vec::new(), most: MAX_NAME };
        return answer::page(status, &page);
    };
    let lang = lang(&headers, Some(open.lock().class().settings.lang));
    let Ok(token) = secret::token() else { return message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), "/") };
    let hash = secret::hash(&token);
    let (name, number) = (joining.name.clone(), joining.number.clone());
    let coming = open.clone();
    let joined = kept(move || coming.change(|kept| kept.join(&name, Some(&number), hash, now()))).await;
    match joined {
        Ok(id) => {
            let path = format!("/c/{code}/s/{}", id.0);
            go(&path, [cookies::set(&cookies::of_seat(&code, id.0), &token, "/")])
        }
        Err(error) => {
            let (status, problem) = refused(lang, &error);
            let seats = if matches!(error, NotDone::Refused(No::Taken)) { seats(&host, &headers, &code) } else { Vec::new() };
            answer::page(status, &Page { lang, code: &code, name: &joining.name, number: &joining.number, problem, seats, most: MAX_NAME })
        }
    }
}
