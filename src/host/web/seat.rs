//! A seat: the page of one student, from the view of the role that is played there.

mod acting;
mod form;
mod page;
mod parts;
mod setting;
mod strategy;

use super::answer::{self, go, kept, lang, message, nothing_here, refused, say};
use super::cookies;
use crate::host::app::{Host, Sitting, now};
use crate::host::class::fact::{StudentId, TokenHash};
use crate::host::secret;
use crate::room::Room;
use crate::sim::units::{CustomerId, Role, Seat, TeamId};
use crate::sim::view::View;
use crate::words::Lang;
use acting::Undone;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use form::Sent;
use page::{Notice, Page};
use parts::Part;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt::Debug;
use std::sync::Arc;

/// What of the page is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    /// Which part.
    #[serde(default)]
    part: Part,
    /// Whose sheet.
    customer: Option<u16>,
    /// Which card is being set, by its mark.
    set: Option<String>,
}

impl Asked {
    /// As a form carries it, to come back to.
    fn back(&self) -> String {
        let customer = self.customer.map_or_else(|| "-".to_owned(), |customer| customer.to_string());
        format!("{} {customer}", self.part.name())
    }

    /// What a form carried; whatever is none of it leads to the first part.
    fn of_back(sent: &str) -> Asked {
        let mut words = sent.split(' ');
        let part = words.next().and_then(Part::by_name).unwrap_or_default();
        Asked { part, customer: words.next().and_then(|word| word.parse().ok()), set: None }
    }

    /// The query of its address, made anew: nothing that was sent is sent back.
    fn query(&self) -> String {
        match self.customer {
            Some(customer) => format!("?part={}&customer={customer}", self.part.name()),
            None => format!("?part={}", self.part.name()),
        }
    }

    fn customer(&self) -> Option<CustomerId> {
        self.customer.map(CustomerId)
    }
}

/// By which a form names something that it was shown: whoever answers finds it again by what it is, not by where it stood.
fn mark(thing: &impl Debug) -> String {
    base16ct::lower::encode_string(&Sha256::digest(format!("{thing:?}").as_bytes())[..8])
}

/// Whoever sits at the seat with this browser; None for all others.
pub(super) fn sitting(host: &Host, headers: &HeaderMap, code: &str, seat: u16) -> Option<Sitting> {
    let class = host.class(code)?;
    let token = cookies::get(headers, &cookies::of_seat(code, seat))?.to_owned();
    let hash: TokenHash = secret::hash(&token);
    let student = StudentId(seat);
    let sits = class.lock().class().sits(student, &hash);
    sits.then(|| Sitting { class, code: code.to_owned(), student, token })
}

/// The view of a seat: of the first role played there, or of the leader's if that is one of them.
fn view(room: &Room, team: TeamId, roles: &[Role]) -> Option<View> {
    let view = room.view(Seat { team, role: *roles.first()? })?;
    let leader = view.notes.leader();
    if leader == view.seat.role || !roles.contains(&leader) { Some(view) } else { room.view(Seat { team, role: leader }) }
}

/// Shows the page.
pub async fn show(State(host): State<Arc<Host>>, Path((code, seat)): Path<(String, u16)>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let Some(sitting) = sitting(&host, &headers, &code, seat) else { return nothing_here(headers).await };
    shown(&sitting, &headers, StatusCode::OK, &asked, Notice::default())
}

fn shown(sitting: &Sitting, headers: &HeaderMap, status: StatusCode, asked: &Asked, notice: Notice) -> Response {
    let kept = sitting.class.lock();
    let lang = lang(headers, Some(kept.class().settings.lang));
    let Ok(request) = secret::token() else { return message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), "/") };
    let mut page = Page::of(sitting, &kept, lang, asked, notice);
    drop(kept);
    page.request = request;
    answer::page(status, &page)
}

/// Does what a form asks for, and leads back to the page.
pub async fn act(
    State(host): State<Arc<Host>>,
    Path((code, seat)): Path<(String, u16)>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let Some(sitting) = sitting(&host, &headers, &code, seat) else { return nothing_here(headers).await };
    let lang = lang(&headers, Some(sitting.class.lock().class().settings.lang));
    let path = format!("/c/{code}/s/{seat}");
    let sent = match form {
        Ok(Form(pairs)) => Sent::read(pairs),
        Err(rejection) => return message(rejection.status(), lang, say(lang, "host-bad-form"), &path),
    };
    let Some(sent) = sent else { return message(StatusCode::BAD_REQUEST, lang, say(lang, "host-bad-form"), &path) };
    if sent.key != secret::form_key(&sitting.token) || sent.seat != seat {
        return message(StatusCode::FORBIDDEN, lang, say(lang, "host-bad-form"), &path);
    }
    let asked = Asked::of_back(&sent.back);
    match sent.act.as_str() {
        "leave" => leave(&sitting, lang).await,
        "check" => checked(&sitting, &headers, &asked, &sent),
        _ => {
            let (doing, wanted) = (sitting.clone(), sent.clone());
            match kept(move || doing.class.change(|kept| acting::carry_out(kept, doing.student, &wanted, lang))).await {
                Ok(()) => go(&format!("{path}{}", asked.query()), []),
                Err(undone) => not_done(&sitting, &headers, lang, &asked, undone),
            }
        }
    }
}

/// The browser gives its seat back.
async fn leave(sitting: &Sitting, lang: Lang) -> Response {
    let leaving = sitting.clone();
    match kept(move || leaving.class.change(|kept| kept.free(leaving.student, now()))).await {
        Ok(()) => go(&format!("/?c={}", sitting.code), [cookies::clear(&cookies::of_seat(&sitting.code, sitting.student.0), "/")]),
        Err(error) => {
            let (status, why) = refused(lang, &error);
            message(status, lang, why, "/")
        }
    }
}

/// The page with a card as it is being set, which nothing has been done with yet.
fn checked(sitting: &Sitting, headers: &HeaderMap, asked: &Asked, sent: &Sent) -> Response {
    let asked = Asked { set: Some(sent.what.clone()), ..asked.clone() };
    shown(sitting, headers, StatusCode::OK, &asked, Notice { values: sent.fields.clone(), ..Notice::default() })
}

/// The page with why something was not done. What was wanted on a plan that has changed since is shown beside the plan as it lies now.
fn not_done(sitting: &Sitting, headers: &HeaderMap, lang: Lang, asked: &Asked, undone: Undone) -> Response {
    let (status, problem) = refused(lang, &undone.error);
    let asked = if undone.conflict.is_some() { Asked { part: Part::Plan, ..Asked::default() } } else { asked.clone() };
    shown(sitting, headers, status, &asked, Notice { problem: undone.refusal.unwrap_or(problem), conflict: undone.conflict, values: Vec::new() })
}
