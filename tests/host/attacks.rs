//! Who is not meant to get in, and what is not meant to be taken.

use crate::browser::{School, encoded};
use axum::http::{Method, StatusCode};

const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

#[tokio::test]
async fn another_seats_token_opens_nothing() {
    let school = School::new();
    let (_, code, mut students) = school.lesson(&["Ann", "Bo"], 2).await;
    let (mut bo, of_bo) = students.pop().unwrap();
    let (ann, of_ann) = &mut students[0];
    let add = ann.get(of_ann).await.act("offer");
    // the address is known, the token is one's own
    assert_eq!(bo.get(of_ann).await.status, StatusCode::NOT_FOUND);
    let own = bo.cookies.values().next().unwrap().clone();
    bo.cookies.insert(format!("seat-{code}-0"), own);
    assert_eq!(bo.get(of_ann).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.submit(&add).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.get(&format!("{of_ann}/live")).await.status, StatusCode::NOT_FOUND);
    // a form of another page, with one's own cookie
    let mut stolen = add.clone();
    stolen.action = of_bo.clone();
    assert_eq!(bo.submit(&stolen).await.status, StatusCode::FORBIDDEN);
    assert_eq!(bo.submit(&stolen.with("seat", "1")).await.status, StatusCode::FORBIDDEN, "the key is the other browser's");
}

#[tokio::test]
async fn a_student_does_not_reach_the_console() {
    let school = School::new();
    let (mut teacher, code, mut students) = school.lesson(&["Ann"], 1).await;
    let ann = &mut students[0].0;
    let console = format!("/teacher/c/{code}");
    let real = teacher.get(&console).await.acts("resolve").pop().unwrap();
    assert_eq!(ann.get(&console).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ann.get(&format!("{console}/live")).await.status, StatusCode::NOT_FOUND);
    for act in ["resolve", "end", "delete", "undo"] {
        assert_eq!(ann.post(&console, &[("key", &real.value("key")), ("act", act)]).await.status, StatusCode::NOT_FOUND, "{act}");
    }
    assert!(ann.get("/teacher").await.text.contains("type=\"password\""));
    assert_eq!(teacher.post(&console, &[("key", "0000"), ("act", "end")]).await.status, StatusCode::FORBIDDEN, "a forged form");
    assert!(teacher.get(&console).await.text.contains("month 1 of"), "nothing of it was done");
    let wrong = ann.post("/teacher", &[("password", "SECRETSECREU")]).await;
    assert!(wrong.status == StatusCode::FORBIDDEN && wrong.header("set-cookie").is_empty());
}

#[tokio::test]
async fn forged_oversized_and_malformed_forms_change_nothing() {
    let school = School::new();
    let (_, _, mut students) = school.lesson(&["Ann"], 1).await;
    let (ann, seat) = &mut students[0];
    let page = ann.get(seat).await;
    let add = page.act("offer");
    let planned = ann.get(&format!("{seat}?part=plan")).await.acts("remove").len();
    assert_eq!(ann.submit(&add.clone().with("key", "00000000000000000000000000000000")).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ann.submit(&add.clone().with("what", "../../etc/passwd")).await.status, StatusCode::CONFLICT);
    assert_eq!(ann.submit(&add.clone().with("act", "drop")).await.status, StatusCode::CONFLICT);
    assert_eq!(ann.submit(&add.clone().with("revisions", "x")).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(ann.submit(&add.clone().with("another", "1")).await.status, StatusCode::BAD_REQUEST);
    let long = format!("key={}", "a".repeat(70_000));
    assert_eq!(ann.send(Method::POST, seat, FORM, &long).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(ann.send(Method::POST, seat, FORM, "%ff%fe=1&&&=").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(ann.send(Method::POST, seat, Some("application/json"), "{}").await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for path in ["/c/../../etc/passwd", "/c/%2e%2e/s/0", "/c/AAAAAA/s/70000", "/c/AAAAAA/s/0", "/nothing"] {
        let status = ann.get(path).await.status;
        assert!(status.is_client_error(), "{path}: {status}");
    }
    assert_eq!(ann.get(&format!("{seat}?part=plan")).await.acts("remove").len(), planned);
}

#[tokio::test]
async fn case_10_and_35_no_page_is_kept_or_loads_anything_and_what_is_refused_is_a_page_too() {
    let school = School::new();
    let (mut teacher, code, mut students) = school.lesson(&["Ann"], 1).await;
    let (ann, seat) = &mut students[0];
    let refused = ann.submit(&ann.clone().get(seat).await.act("offer").with("what", "gone")).await;
    let pages = [
        ann.get("/").await,
        ann.get(seat).await,
        ann.get(&format!("{seat}?part=results")).await,
        refused,
        ann.get("/nothing").await,
        ann.get(&format!("/c/{code}/stage")).await,
        teacher.get("/teacher").await,
        teacher.get(&format!("/teacher/c/{code}")).await,
        school.browser().get("/teacher").await,
    ];
    for page in pages {
        assert_eq!(page.header("cache-control"), "no-store");
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        for inline in [" style=\"", "<style", " onclick", "javascript:", "https://", "<script>"] {
            assert!(!page.text.contains(inline), "{inline} in {}", page.text);
        }
        assert!(page.text.starts_with("<!doctype html>") && page.text.contains("</html>"));
    }
}

#[tokio::test]
async fn case_25_ten_thousand_wrong_codes_do_not_lock_out_who_has_the_right_one() {
    let school = School::new();
    let code = school.class();
    let mut guesser = school.browser();
    let mut slowed = 0;
    for guess in 0..10_000 {
        let page = guesser.join(&format!("{guess:06}"), "Eve", "").await;
        assert!(page.header("set-cookie").is_empty());
        slowed += usize::from(page.status == StatusCode::TOO_MANY_REQUESTS);
        if guess % 200 == 0 {
            let name = format!("student {guess}");
            assert_eq!(school.browser().join(&code, &name, "").await.status, StatusCode::SEE_OTHER, "{name}");
        }
    }
    assert!(slowed > 9_000, "{slowed}");
    assert_eq!(school.host.class(&code).unwrap().lock().class().students.len(), 50);
    // who has the password gets in, too
    school.teacher().await;
}

#[tokio::test]
async fn a_name_with_html_in_it_is_text_on_every_page() {
    let school = School::new();
    let evil = "<img src=x onerror=a>";
    let (mut teacher, code, mut students) = school.lesson(&[evil, "Bo"], 1).await;
    let (ann, seat) = &mut students[0];
    let mut pages = Vec::new();
    for part in ["today", "customers", "plan", "results"] {
        pages.push(ann.get(&format!("{seat}?part={part}")).await.text);
    }
    pages.push(teacher.get(&format!("/teacher/c/{code}")).await.text);
    pages.push(ann.get(&format!("/?c={code}")).await.text);
    pages.push(school.browser().join(&code, evil, "").await.text);
    pages.push(school.browser().get(&format!("/?c={}", encoded("\"><script>"))).await.text);
    for page in &pages {
        assert!(!page.contains("<img") && !page.contains("\"><script"), "{page}");
    }
    assert!(pages.iter().filter(|page| page.contains("&#60;img")).count() >= 6);
    // the language's way back leads to our own pages alone
    for to in ["https://evil.example", "//evil.example", "/c//evil", "/c/x\r\nset-cookie: a=b"] {
        let went = school.browser().get(&format!("/?lang=en&to={}", encoded(to))).await.location();
        assert_eq!(went, "/", "{to}");
    }
    assert_eq!(school.browser().get(&format!("/?lang=zh-CN&to={}", encoded(seat))).await.location(), *seat);
}
