//! Cookies: a token for a seat, one for the teacher, and the language.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The teacher's token.
pub const TEACHER: &str = "teacher";
/// The language somebody chose.
pub const LANG: &str = "lang";
/// Seconds for which a browser keeps a cookie: a term.
const TERM: u32 = 180 * 24 * 3_600;

/// The cookie of a seat. Two seats of one browser have two.
#[must_use]
pub fn of_seat(code: &str, seat: u16) -> String {
    format!("seat-{code}-{seat}")
}

/// What a browser sent under this name.
#[must_use]
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| {
        let (key, value) = pair.trim().split_once('=')?;
        (key == name).then_some(value)
    })
}

/// Lets the browser keep a value, for addresses under `path`. No script reads it, and no other site's page sends it along. A host on a
/// school's own network has no certificate, so that the cookie cannot ask for one.
#[must_use]
pub fn set(name: &str, value: &str, path: &str) -> Option<(HeaderName, HeaderValue)> {
    let cookie = format!("{name}={value}; Path={path}; Max-Age={TERM}; HttpOnly; SameSite=Lax");
    HeaderValue::from_str(&cookie).ok().map(|value| (SET_COOKIE, value))
}

/// Lets the browser forget it.
#[must_use]
pub fn clear(name: &str, path: &str) -> Option<(HeaderName, HeaderValue)> {
    HeaderValue::from_str(&format!("{name}=; Path={path}; Max-Age=0; HttpOnly; SameSite=Lax")).ok().map(|value| (SET_COOKIE, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others_and_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(COOKIE, HeaderValue::from_static("seat-K7M4QX-1=one; lang=zh"));
        headers.append(COOKIE, HeaderValue::from_static("seat-K7M4QX-11=eleven"));
        assert_eq!(get(&headers, &of_seat("K7M4QX", 1)), Some("one"));
        assert_eq!(get(&headers, &of_seat("K7M4QX", 11)), Some("eleven"));
        assert_eq!(get(&headers, "seat-K7M4QX"), None);
    }
}
