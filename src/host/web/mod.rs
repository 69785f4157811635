//! The pages: which address is answered by whom, and what every answer has in common.

mod answer;
mod clock;
mod console;
mod cookies;
mod join;
mod live;
mod seat;
mod stage;
mod teams;

use super::app::Host;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS};
use axum::routing::{get, post};
use std::sync::Arc;
use std::time::Duration;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// Bytes of a form; the longest has a few hundred.
const MAX_BODY: usize = 64 * 1024;
/// A body that trickles in more slowly than this is not waited for.
const BODY_TIME: Duration = Duration::from_secs(10);

/// Nothing is loaded from anywhere else, and nothing that is written into a page runs or shapes it.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// All addresses of the host.
pub fn router(host: Arc<Host>) -> Router {
    let pages = Router::new()
        .route("/", get(join::show).post(join::join))
        .route("/c/{code}/s/{seat}", get(seat::show).post(seat::act))
        .route("/c/{code}/s/{seat}/live", get(live::seat))
        .route("/teacher", get(console::classes).post(console::sign_in))
        .route("/teacher/new", post(console::create))
        .route("/teacher/out", post(console::sign_out))
        .route("/teacher/c/{code}", get(console::show).post(console::act))
        .route("/teacher/c/{code}/live", get(live::console))
        .route("/c/{code}/stage", get(stage::show))
        .route("/c/{code}/live", get(live::stage))
        .fallback(answer::nothing_here)
        // what a browser keeps of a page would be shown again by its Back button when it is long out of date
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-store")));
    let still = Router::new()
        .route("/rapport.css", get(|| async { ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../../../assets/web/rapport.css")) }))
        .route("/live.js", get(|| async { ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("../../../assets/web/live.js")) }))
        .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("max-age=3600")));
    let header = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    pages
        .merge(still)
        .layer(RequestBodyLimitLayer::new(MAX_BODY))
        .layer(RequestBodyTimeoutLayer::new(BODY_TIME))
        .layer(header(CONTENT_SECURITY_POLICY, POLICY))
        .layer(header(X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(X_FRAME_OPTIONS, "DENY"))
        .layer(header(REFERRER_POLICY, "no-referrer"))
        .with_state(host)
}
