//! News: a stream that says that something has changed, upon which the page looks again.

use super::answer::nothing_here;
use super::{console, seat};
use crate::host::app::{Host, Open};
use crate::host::secret;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

/// So often something is sent even if nothing has happened, so that a dead connection is noticed.
const BEAT: Duration = Duration::from_secs(15);

/// The news of a seat's class.
pub async fn seat(State(host): State<Arc<Host>>, Path((code, seat)): Path<(String, u16)>, headers: HeaderMap) -> Response {
    match seat::sitting(&host, &headers, &code, seat) {
        Some(sitting) => stream(&sitting.class),
        None => nothing_here(headers).await,
    }
}

/// The news of the teacher's class.
pub async fn console(State(host): State<Arc<Host>>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    match host.class(&secret::typed(&code)).filter(|_| console::teacher(&host, &headers).is_some()) {
        Some(class) => stream(&class),
        None => nothing_here(headers).await,
    }
}

/// The news of a stage, which whoever has the code may see.
pub async fn stage(State(host): State<Arc<Host>>, Path(code): Path<String>, headers: HeaderMap) -> Response {
    match host.class(&secret::typed(&code)) {
        Some(class) => stream(&class),
        None => nothing_here(headers).await,
    }
}

fn stream(class: &Arc<Open>) -> Response {
    let mut news = class.news();
    news.mark_changed();
    let events = futures_util::stream::unfold(news, |mut news| async {
        let event = match timeout(BEAT, news.changed()).await {
            Ok(Ok(())) => format!("data: {}\n\n", *news.borrow_and_update()),
            // the class is gone
            Ok(Err(_)) => return None,
            Err(_) => ":\n\n".to_owned(),
        };
        Some((Ok::<_, std::convert::Infallible>(event), news))
    });
    // a proxy that gathers what it passes on would hold the news back
    ([(CONTENT_TYPE, "text/event-stream"), (axum::http::HeaderName::from_static("x-accel-buffering"), "no")], Body::from_stream(events)).into_response()
}
