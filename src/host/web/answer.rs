//! What all answers have in common: the language, the frame, refusals in words.

use super::cookies;
use crate::host::class::kept::NotDone;
use crate::host::class::{MAX_NAME, No};
use crate::prose::names;
use crate::room::Refusal;
use crate::words::{Lang, tr, tr_with};
use askama::Template;
use axum::http::header::{ACCEPT_LANGUAGE, LOCATION};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

/// The language of whoever asks: chosen on a page, else the class's, else the browser's.
#[must_use]
pub fn lang(headers: &HeaderMap, of_class: Option<Lang>) -> Lang {
    let chosen = cookies::get(headers, cookies::LANG).map(Lang::from_locale);
    let wanted = || headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).map_or(Lang::En, Lang::from_locale);
    chosen.or(of_class).unwrap_or_else(wanted)
}

/// A text of the host's pages.
#[must_use]
pub fn say(lang: Lang, key: &str) -> String {
    tr(lang, key).into_owned()
}

/// A page.
pub fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!("a page could not be drawn: {error}");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// To another page, by reading it; with cookies to be kept.
pub fn go(to: &str, cookies: impl IntoIterator<Item = Option<(HeaderName, HeaderValue)>>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    for (name, value) in cookies.into_iter().flatten() {
        response.headers_mut().append(name, value);
    }
    response
}

/// A page with one thing to say.
#[derive(Template)]
#[template(path = "host/message.html")]
struct Message {
    lang: Lang,
    title: String,
    text: String,
    back: String,
    back_name: String,
}

/// A page that says why there is nothing else.
pub fn message(status: StatusCode, lang: Lang, text: String, back: &str) -> Response {
    page(status, &Message { lang, title: say(lang, "host-title"), text, back: back.to_owned(), back_name: say(lang, "host-back") })
}

/// No such address, or no such class or seat for this browser: nobody learns which.
pub async fn nothing_here(headers: HeaderMap) -> Response {
    let lang = lang(&headers, None);
    message(StatusCode::NOT_FOUND, lang, say(lang, "host-nothing-here"), "/")
}

/// The words for what a class refuses.
#[must_use]
pub fn why(lang: Lang, no: No) -> String {
    tr_with(lang, no.key(), &[("most", MAX_NAME.into())]).into_owned()
}

/// The status and the words for what was not done.
#[must_use]
pub fn refused(lang: Lang, error: &NotDone) -> (StatusCode, String) {
    match error {
        NotDone::Refused(no @ No::NotYours) => (StatusCode::FORBIDDEN, why(lang, *no)),
        NotDone::Refused(no) => (StatusCode::CONFLICT, why(lang, *no)),
        NotDone::Game(Refusal::Rules(reject)) => (StatusCode::CONFLICT, say(lang, names::reject(*reject))),
        NotDone::Game(refusal) => (StatusCode::CONFLICT, say(lang, names::of_room(refusal.code()))),
        NotDone::NotSaved(error) => (StatusCode::SERVICE_UNAVAILABLE, tr_with(lang, "host-not-saved", &[("error", error.to_string().into())]).into_owned()),
    }
}

/// Does what waits for the disk where it keeps no other answer waiting. It is done to its end even if whoever asked is gone.
pub async fn kept<T: Send + 'static, E: From<No> + Send + 'static>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => {
            tracing::error!("something that was asked for ended early: {error}");
            Err(No::NotNow.into())
        }
    }
}
