//! A seat: the page of one student, from the view of the role that is played there.

mod parts;

use super::answer::{self, go, kept, lang, message, nothing_here, refused, say};
use super::cookies;
use crate::advice::offer;
use crate::advice::todo::{self, Step};
use crate::host::app::{Host, Sitting};
use crate::host::class::Stage;
use crate::host::class::fact::{StudentId, TokenHash};
use crate::host::class::kept::Wish;
use crate::host::secret;
use crate::prose::{Prose, agenda};
use crate::room::{Act, RequestId, Revision, Room};
use crate::sim::cards::CardId;
use crate::sim::planning::command::Command;
use crate::sim::units::{CustomerId, Role, Round, Seat};
use crate::sim::view::View;
use crate::words::Lang;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use parts::{Page, Part};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt::Debug;
use std::sync::Arc;

/// Which part of the page is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    part: Part,
    customer: Option<u16>,
}

/// What a form of the page sends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// That the form is one of ours.
    key: String,
    /// The seat once more, so that a form never acts for another one.
    seat: u16,
    round: u16,
    /// Of the role that acts.
    revision: u32,
    /// Sent twice, done once.
    request: String,
    /// What is wanted: an item of the agenda, an offer, a card, all of a plan.
    act: String,
    /// Which one.
    #[serde(default)]
    what: String,
    /// In which role.
    #[serde(default)]
    role: String,
    /// Where the page was.
    #[serde(default)]
    back: String,
}

/// By which a form names something that it was shown: whoever answers finds it again by what it is, not by where it stood.
pub(super) fn mark(thing: &impl Debug) -> String {
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
fn view(room: &Room, team: crate::sim::units::TeamId, roles: &[Role]) -> Option<View> {
    room.view(Seat { team, role: *roles.first()? })
}

/// Shows the page.
pub async fn show(State(host): State<Arc<Host>>, Path((code, seat)): Path<(String, u16)>, Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let Some(sitting) = sitting(&host, &headers, &code, seat) else { return nothing_here(headers).await };
    shown(&sitting, &asked, &headers, StatusCode::OK, None)
}

fn shown(sitting: &Sitting, asked: &Asked, headers: &HeaderMap, status: StatusCode, problem: Option<String>) -> Response {
    let kept = sitting.class.lock();
    let lang = lang(headers, Some(kept.class().settings.lang));
    let Ok(request) = secret::token() else { return message(StatusCode::INTERNAL_SERVER_ERROR, lang, say(lang, "host-no-chance"), "/") };
    let page = Page::of(sitting, &kept, lang, asked.part, asked.customer.map(CustomerId), request, problem);
    drop(kept);
    answer::page(status, &page)
}

/// Does what a form asks for, and leads back to the page.
pub async fn act(
    State(host): State<Arc<Host>>,
    Path((code, seat)): Path<(String, u16)>,
    headers: HeaderMap,
    form: Result<Form<Sent>, FormRejection>,
) -> Response {
    let Some(sitting) = sitting(&host, &headers, &code, seat) else { return nothing_here(headers).await };
    let lang = lang(&headers, Some(sitting.class.lock().class().settings.lang));
    let Ok(Form(sent)) = form else { return message(StatusCode::BAD_REQUEST, lang, say(lang, "host-bad-form"), &format!("/c/{code}/s/{seat}")) };
    if sent.key != secret::form_key(&sitting.token) || sent.seat != seat {
        return message(StatusCode::FORBIDDEN, lang, say(lang, "host-bad-form"), &format!("/c/{code}/s/{seat}"));
    }
    let to = format!("/c/{code}/s/{seat}{}", back(&sent.back));
    if sent.act == "leave" {
        let leaving = sitting.clone();
        let left = kept(move || leaving.class.change(|kept| kept.free(leaving.student, crate::host::app::now()))).await;
        return match left {
            Ok(()) => go(&format!("/?c={code}"), [cookies::clear(&cookies::of_seat(&code, seat), "/")]),
            Err(error) => failed(lang, &error, &to),
        };
    }
    let (doing, wanted) = (sitting.clone(), sent.clone());
    match kept(move || doing.class.change(|kept| carry_out(kept, &doing, &wanted, lang))).await {
        Ok(()) => go(&to, []),
        Err(error) => {
            let (status, why) = refused(lang, &error);
            let asked = asked_of(&sent.back);
            shown(&sitting, &asked, &headers, status, Some(why))
        }
    }
}

fn failed(lang: Lang, error: &crate::host::class::kept::NotDone, to: &str) -> Response {
    let (status, why) = refused(lang, error);
    message(status, lang, why, to)
}

/// The query of the page that a form was on, made anew from what is known of it: nothing that was sent is sent back.
fn back(sent: &str) -> String {
    let Asked { part, customer } = asked_of(sent);
    match customer {
        Some(customer) => format!("?part={}&customer={customer}", part.name()),
        None => format!("?part={}", part.name()),
    }
}

fn asked_of(sent: &str) -> Asked {
    let mut words = sent.split(' ');
    let part = words.next().and_then(Part::by_name).unwrap_or_default();
    Asked { part, customer: words.next().and_then(|word| word.parse().ok()) }
}

/// Turns what a form asks for into decisions.
fn carry_out(kept: &mut crate::host::class::kept::Kept, sitting: &Sitting, sent: &Sent, lang: Lang) -> Result<(), crate::host::class::kept::NotDone> {
    use crate::host::class::No;
    let class = kept.class();
    if !matches!(class.stage, Stage::Playing(_)) {
        return Err(No::NotNow.into());
    }
    let (team, _, roles) = class.place(sitting.student).ok_or(No::NotYours)?;
    let roles = roles.to_vec();
    let round = Round(sent.round);
    let room = kept.room().ok_or(No::NotNow)?;
    if let Some(act) = [("submit", Act::Submit), ("withdraw", Act::Withdraw)].into_iter().find(|(name, _)| *name == sent.act) {
        return kept.hand_in(sitting.student, round, &act.1);
    }
    let view = view(room, team, &roles).ok_or(No::NotYours)?;
    // what was asked of another month is told so by the room
    let steps: Vec<(Role, Command)> = match sent.act.as_str() {
        "agenda" => {
            let prose = Prose::new(&view, lang);
            let found = agenda::entries(&prose, true).into_iter().flat_map(|entry| [vec![entry.item], entry.rest.iter().map(|rest| rest.item).collect()].concat());
            let item = found.into_iter().find(|item| mark(item) == sent.what).ok_or(No::NotNow)?;
            match todo::step(&view, item, &roles) {
                Step::Add(offer) | Step::Set(offer, None) => vec![(offer.role, Command::Add(offer.card))],
                Step::Set(offer, Some(card)) | Step::Join(offer, card) => vec![(offer.role, Command::Change(card, offer.card))],
                Step::TakeBack(role, card, Some(left)) => vec![(role, Command::Change(card, left))],
                Step::TakeBack(role, card, None) => vec![(role, Command::Remove(card))],
                Step::Tasks(tasks) => tasks.into_iter().map(|task| (view.seat.role, task.command())).collect(),
                Step::Blocked(..) | Step::Look => return Err(No::NotNow.into()),
            }
        }
        "offer" => {
            let customers = view.customers.iter().flat_map(|customer| offer::offers(&view, customer.id));
            let offer = customers.chain(offer::desk_offers(&view)).find(|offer| mark(&(offer.role, &offer.card)) == sent.what).ok_or(No::NotNow)?;
            vec![(offer.role, Command::Add(offer.card))]
        }
        "remove" => {
            let card = sent.what.parse().map(CardId).map_err(|_no_number| No::NotNow)?;
            let role = roles.iter().copied().find(|role| mark(role) == sent.role).ok_or(No::NotYours)?;
            vec![(role, Command::Remove(card))]
        }
        "repeat" => roles.iter().map(|&role| (role, Command::Repeat)).collect(),
        _ => return Err(No::NotNow.into()),
    };
    for (place, (role, command)) in steps.into_iter().enumerate() {
        let now = kept.room().map_or(Revision::default(), |room| room.revision(Seat { team, role }));
        // the plan of the role that the page was of is the one that was looked at; what follows in the same breath stands on it
        let revision = if place == 0 && role == view.seat.role { Revision(sent.revision) } else { now };
        let request = request(&sent.request, place);
        kept.decide(sitting.student, Wish { role, round, revision, request: Some(request), act: command.into() })?;
    }
    Ok(())
}

/// The number of a request, from the one that its page was given.
fn request(of_page: &str, place: usize) -> RequestId {
    let digest = Sha256::digest(format!("{of_page} {place}").as_bytes());
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest[..8]);
    RequestId(u64::from_le_bytes(bytes))
}
