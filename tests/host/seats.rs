//! Coming in, and who sits where.

use crate::browser::{Browser, School};
use axum::http::StatusCode;

#[tokio::test]
async fn a_name_and_the_right_code_give_a_seat_and_a_wrong_code_says_so() {
    let school = School::new();
    let mut teacher = school.teacher().await;
    let code = school.class();
    let mut ann = school.browser();
    let wrong = ann.join("AAAAAA", "Ann", "").await;
    assert!(wrong.status == StatusCode::NOT_FOUND && wrong.text.contains("There is no class with this code"), "{}", wrong.text);
    assert!(wrong.text.contains("value=\"Ann\""), "what was typed is still there");
    // however it is typed
    let seat = ann.join(&format!(" {}-{}", code[..3].to_lowercase(), &code[3..]), "Ann", "").await.location();
    assert_eq!(seat, format!("/c/{code}/s/0"));
    let page = ann.get(&seat).await;
    assert!(page.status == StatusCode::OK && page.text.contains("Ann") && page.text.contains("The teacher will form the teams"), "{}", page.text);
    assert!(teacher.get(&format!("/teacher/c/{code}")).await.text.contains("Ann"));
}

#[tokio::test]
async fn case_01_reloading_five_times_keeps_the_seat_the_draft_and_the_month() {
    let school = School::new();
    let (_, _, mut students) = school.lesson(&["Ann", "Bo", "Chen"], 1).await;
    let (ann, seat) = &mut students[0];
    let page = ann.get(seat).await;
    let add = page.act("offer");
    ann.submit(&add).await.location();
    let plan = format!("{seat}?part=plan");
    let before = ann.get(&plan).await.acts("remove").len();
    for time in 0..5 {
        // twice in the middle of a post, whose answer never arrives
        if time % 2 == 1 {
            let again = ann.clone().submit(&add).await;
            assert_eq!(again.status, StatusCode::SEE_OTHER);
        }
        let page = ann.get(&plan).await;
        assert!(page.status == StatusCode::OK && page.text.contains("Ann") && page.text.contains("1/"), "{}", page.text);
        assert_eq!(page.acts("remove").len(), before);
    }
}

#[tokio::test]
async fn case_03_two_seats_in_one_browser_never_cross() {
    let school = School::new();
    let mut teacher = school.teacher().await;
    let code = school.class();
    let mut shared = school.browser();
    let ann = shared.join(&code, "Ann", "").await.location();
    let bo = shared.join(&code, "Bo", "").await.location();
    assert_ne!(ann, bo);
    teacher.console(&code, "group", &[("teams", "2")]).await;
    teacher.console(&code, "start", &[]).await;
    let (of_ann, of_bo) = (shared.get(&ann).await, shared.get(&bo).await);
    assert!(of_ann.text.contains("Ann") && !of_ann.text.contains(">Bo"), "each sees its own");
    let planned = async |browser: &mut Browser, seat: &str| browser.get(&format!("{seat}?part=plan")).await.acts("remove").len();
    let before = [planned(&mut shared, &ann).await, planned(&mut shared, &bo).await];
    // the page of Bo was opened last, and Ann's form is sent first
    shared.submit(&of_ann.act("offer")).await.location();
    assert_eq!([planned(&mut shared, &ann).await, planned(&mut shared, &bo).await], [before[0] + 1, before[1]]);
    shared.submit(&of_bo.act("offer")).await.location();
    assert_eq!([planned(&mut shared, &ann).await, planned(&mut shared, &bo).await], [before[0] + 1, before[1] + 1]);
    // a form of the one that is sent to the other's address is nobody's
    let mut crossed = of_bo.acts("offer").pop().unwrap();
    crossed.action = ann.clone();
    assert_eq!(shared.submit(&crossed).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn case_04_whoever_comes_next_to_a_shared_computer_leaves_the_last_ones_seat() {
    let school = School::new();
    let code = school.class();
    let mut shared = school.browser();
    let seat = shared.join(&code, "Ann", "").await.location();
    let page = shared.get(&seat).await;
    assert!(page.text.contains("Not you?"));
    assert_eq!(shared.submit(&page.act("leave")).await.location(), format!("/?c={code}"));
    assert!(shared.cookies.is_empty());
    assert_eq!(shared.get(&seat).await.status, StatusCode::NOT_FOUND);
    assert_ne!(shared.join(&code, "Bo", "").await.location(), seat);
    let other = school.class();
    assert!(!shared.get(&format!("/?c={other}")).await.text.contains("Bo"), "another class opens no old seat");
}

#[tokio::test]
async fn case_05_a_name_that_is_taken_makes_no_second_seat() {
    let school = School::new();
    let code = school.class();
    let mut camera = school.browser();
    let seat = camera.join(&code, "Ann", "").await.location();
    let mut browser = school.browser();
    let again = browser.join(&code, " Ann ", "").await;
    assert!(again.status == StatusCode::CONFLICT && again.text.contains("ask your teacher"), "{}", again.text);
    assert!(browser.cookies.is_empty() && !again.text.contains(&seat));
    // the browser that has the seat is led back to it
    let mine = camera.get(&format!("/?c={code}")).await;
    assert!(mine.text.contains(&format!("href=\"{seat}\"")), "{}", mine.text);
}

#[tokio::test]
async fn case_02_and_05_a_seat_that_the_teacher_frees_is_taken_on_another_device_with_its_draft() {
    let school = School::new();
    let (mut teacher, code, mut students) = school.lesson(&["Ann", "Bo"], 1).await;
    let (old, seat) = &mut students[0];
    let add = old.get(seat).await.act("offer");
    old.submit(&add).await.location();
    let planned = old.get(&format!("{seat}?part=plan")).await.acts("remove").len();
    let mut phone = school.browser();
    assert_eq!(phone.join(&code, "Ann", "").await.status, StatusCode::CONFLICT);
    assert_eq!(teacher.console(&code, "free", &[("student", "77")]).await.status, StatusCode::CONFLICT, "nobody");
    teacher.console(&code, "free", &[("student", "0")]).await.location();
    assert_eq!(phone.join(&code, "Ann", "").await.location(), *seat);
    assert_eq!(phone.get(&format!("{seat}?part=plan")).await.acts("remove").len(), planned);
    assert_eq!(old.get(seat).await.status, StatusCode::NOT_FOUND, "the other device has it now");
    // and back in the first one, which still has its old cookie
    teacher.console(&code, "free", &[("student", "0")]).await.location();
    assert_eq!(old.join(&code, "Ann", "").await.location(), *seat);
    assert_eq!(old.get(seat).await.status, StatusCode::OK);
}

#[tokio::test]
async fn case_30_a_cookie_over_plain_http_is_not_kept_for_https() {
    let school = School::new();
    let code = school.class();
    let joined = school.browser().join(&code, "Ann", "").await;
    let signed = school.browser().post("/teacher", &[("password", crate::browser::PASSWORD)]).await;
    for page in [joined, signed] {
        let cookie = page.header("set-cookie");
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"), "{cookie}");
    }
}

#[tokio::test]
async fn case_34_two_of_one_name_and_names_of_all_kinds_are_kept_as_they_are() {
    let school = School::new();
    let mut teacher = school.teacher().await;
    let code = school.class();
    let mut seats = Vec::new();
    for (name, number) in [("王伟", ""), ("王伟", "007"), ("O'Bryan", ""), ("🙂 Li", "")] {
        seats.push(school.browser().join(&code, name, number).await.location());
    }
    seats.sort();
    seats.dedup();
    assert_eq!(seats.len(), 4);
    let students = school.host.class(&code).unwrap().lock().class().students.clone();
    let students: Vec<(&str, Option<&str>)> = students.iter().map(|student| (student.name.as_str(), student.number.as_deref())).collect();
    assert_eq!(students, [("王伟", None), ("王伟", Some("007")), ("O'Bryan", None), ("🙂 Li", None)]);
    let console = teacher.get(&format!("/teacher/c/{code}")).await.text;
    assert!(console.contains("O&#39;Bryan") && console.contains("🙂 Li") && console.matches("王伟").count() == 2, "{console}");
}
