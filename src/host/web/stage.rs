//! The stage: what the class sees on the wall.

use super::answer::{self, lang, nothing_here, say};
use super::clock::Countdown;
use super::teams::{self, Line};
use crate::host::app::Host;
use crate::host::class::Stage;
use crate::room::Room;
use crate::words::{Lang, tr_with};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use qrcode::QrCode;
use qrcode::render::svg;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "host/stage.html")]
struct Page {
    lang: Lang,
    title: String,
    code: String,
    address: String,
    qr: String,
    lobby: bool,
    names: Vec<String>,
    about: String,
    ends: Option<u64>,
    clock: String,
    heading: String,
    teams: Vec<Line>,
}

impl Page {
    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

/// An address as a picture that a phone reads; empty where it is too long for one.
pub(super) fn qr(address: &str) -> String {
    let Ok(code) = QrCode::new(address) else { return String::new() };
    let picture = code.render::<svg::Color<'_>>().min_dimensions(180, 180).dark_color(svg::Color("#14202b")).light_color(svg::Color("#ffffff")).build();
    // the declaration in front of the picture has no place inside a page
    picture.find("<svg").map_or_else(String::new, |start| picture[start..].to_owned())
}

/// Shows the stage of a class.
pub async fn show(State(host): State<Arc<Host>>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    let Some(open) = host.class(&code) else { return nothing_here(headers).await };
    let kept = open.lock();
    let class = kept.class();
    let lang = lang(&headers, Some(class.settings.lang));
    let address = host.addresses().first().cloned().unwrap_or_default();
    let clock = Countdown::of(class.clock, lang);
    let mut teams = teams::lines(&kept, lang);
    teams.sort_by_key(|team| team.rank);
    let page = Page {
        lang,
        title: class.settings.title.clone(),
        qr: qr(&format!("{address}/?c={code}")),
        address: address.trim_start_matches("http://").to_owned(),
        code,
        lobby: class.stage == Stage::Lobby,
        names: class.everybody().filter(|(_, student)| student.token.is_some()).map(|(_, student)| student.name.clone()).collect(),
        about: kept.room().map_or_else(String::new, |room| about(lang, room)),
        ends: clock.ends,
        clock: clock.text,
        heading: say(lang, teams::heading(&kept)),
        teams,
    };
    drop(kept);
    answer::page(StatusCode::OK, &page)
}

fn about(lang: Lang, room: &Room) -> String {
    if room.over() {
        return say(lang, "host-over");
    }
    tr_with(lang, "host-stage-month", &[("round", room.round().0.into()), ("rounds", room.rounds().into())]).into_owned()
}
