//! A month of a class, by plain forms alone.

use crate::browser::{Browser, Form, Page, School};
use axum::http::StatusCode;

/// The page of a part of the seat.
async fn part(browser: &mut Browser, seat: &str, part: &str) -> Page {
    let page = browser.get(&format!("{seat}?part={part}")).await;
    assert_eq!(page.status, StatusCode::OK);
    page
}

#[tokio::test]
async fn three_students_play_a_whole_month_through_forms() {
    let school = School::new();
    let (mut teacher, code, mut students) = school.lesson(&["Ann", "Bo", "Chen"], 1).await;
    let mut titles = Vec::new();
    for (browser, seat) in &mut students {
        let page = part(browser, seat, "today").await;
        titles.push(page.text.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned());
        assert!(page.text.contains("1/") && page.text.contains("<meter"), "{}", page.text);
        if let Some(form) = page.acts("offer").pop() {
            browser.submit(&form).await.location();
        }
        for name in ["customers", "plan", "results"] {
            part(browser, seat, name).await;
        }
    }
    assert!(titles.windows(2).all(|pair| pair[0] == pair[1]), "one team: {titles:?}");
    for (place, (browser, seat)) in students.iter_mut().enumerate() {
        let page = part(browser, seat, "today").await;
        browser.submit(&page.act("submit")).await.location();
        let page = part(browser, seat, "today").await;
        assert!(page.text.contains("Your plan is handed in") && page.acts("offer").is_empty());
        let console = teacher.get(&format!("/teacher/c/{code}")).await.text;
        assert!(console.contains(&format!("{} / 3", place + 1)), "{console}");
    }
    // one takes it back and hands it in again
    let (browser, seat) = &mut students[1];
    let page = part(browser, seat, "today").await;
    browser.submit(&page.act("withdraw")).await.location();
    let page = part(browser, seat, "today").await;
    browser.submit(&page.act("submit")).await.location();
    school.host.tick();
    for (browser, seat) in &mut students {
        let page = part(browser, seat, "results").await;
        assert!(page.text.contains("2/") && page.text.contains("Revenue") && page.text.contains("Cash"), "{}", page.text);
    }
    // and another month that the teacher ends and takes back
    teacher.console(&code, "resolve", &[]).await.location();
    assert!(part(&mut students[0].0.clone(), &students[0].1, "plan").await.text.contains("3/"));
    teacher.console(&code, "undo", &[]).await.location();
    assert!(part(&mut students[0].0.clone(), &students[0].1, "plan").await.text.contains("2/"));
    teacher.console(&code, "pause", &[]).await.location();
    let page = part(&mut students[0].0.clone(), &students[0].1, "plan").await;
    assert!(page.text.contains("paused") && page.acts("remove").is_empty());
    teacher.console(&code, "pause", &[]).await.location();
    teacher.console(&code, "end", &[]).await.location();
    assert!(part(&mut students[0].0.clone(), &students[0].1, "today").await.text.contains("The game is over"));
    teacher.console(&code, "delete", &[]).await.location();
    assert_eq!(students[0].0.clone().get(&students[0].1).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn case_07_the_same_request_twice_at_once_is_one_record_and_two_successes() {
    let school = School::new();
    let (_, code, mut students) = school.lesson(&["Ann"], 1).await;
    let (ann, seat) = &mut students[0];
    let class = school.host.class(&code).unwrap();
    let records = || class.lock().room().unwrap().log().to_open_bytes().len();
    // also where the page would offer something else, or nothing, once it is done
    for act in ["agenda", "answer", "offer", "submit"] {
        let wanted = part(ann, seat, "today").await.act(act);
        let (mut one, mut other) = (ann.clone(), ann.clone());
        let first = records();
        let (once, twice) = tokio::join!(one.submit(&wanted), other.submit(&wanted));
        assert_eq!([once.status, twice.status], [StatusCode::SEE_OTHER; 2], "{act}");
        let after = records();
        assert!(after > first, "{act}");
        // and again much later
        assert_eq!(ann.submit(&wanted).await.status, StatusCode::SEE_OTHER, "{act}");
        assert_eq!(records(), after, "{act}");
    }
}

#[tokio::test]
async fn case_08_an_old_tab_is_shown_what_was_wanted_and_the_plan_as_it_lies_now() {
    let school = School::new();
    let (_, _, mut students) = school.lesson(&["Ann", "Bo", "Chen"], 1).await;
    let (ann, seat) = &mut students[0];
    for _ in 0..2 {
        let add = part(ann, seat, "today").await.act("offer");
        ann.submit(&add).await.location();
    }
    let removes = part(ann, seat, "plan").await.acts("remove");
    assert!(removes.len() > 1);
    ann.submit(&removes[0]).await.location();
    let conflict = ann.submit(&removes[1]).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    assert!(conflict.text.contains("The plan has changed since") && conflict.text.contains("You wanted to take back"), "{}", conflict.text);
    assert_eq!(conflict.acts("remove").len(), removes.len() - 1 + 1, "the plan as it lies, and the button to do it all the same");
    let anyway = conflict.forms().into_iter().find(|form| form.text.contains("all the same")).unwrap();
    ann.submit(&anyway).await.location();
    assert_eq!(part(ann, seat, "plan").await.acts("remove").len(), removes.len() - 2);
    // what is not there any more is not offered again
    let gone = ann.submit(&removes[0].clone().with("request", "another")).await;
    assert!(gone.status == StatusCode::CONFLICT && !gone.text.contains("all the same"), "{}", gone.text);
}

#[tokio::test]
async fn an_answer_to_a_question_of_the_month_is_given_shown_and_taken_back() {
    let school = School::new();
    let (mut teacher, code, mut students) = school.lesson(&["Ann"], 1).await;
    let (ann, seat) = &mut students[0];
    let mut answers = Vec::new();
    for _ in 0..6 {
        answers = part(ann, seat, "today").await.acts("answer");
        if !answers.is_empty() {
            break;
        }
        teacher.console(&code, "resolve", &[]).await.location();
    }
    let answer = answers.first().expect("a month with a question").clone();
    assert!(answer.text.contains("class=\"name\"") && answer.text.contains(" h"), "{}", answer.text);
    let pressed = |page: &Page| page.text.matches("aria-pressed=\"true\"").count();
    let before = part(ann, seat, "today").await;
    let planned = part(ann, seat, "plan").await.acts("remove").len();
    assert_eq!(pressed(&before), 0);
    ann.submit(&answer).await.location();
    let given = part(ann, seat, "today").await;
    assert_eq!(pressed(&given), 1);
    assert!(part(ann, seat, "plan").await.acts("remove").len() > planned);
    let chosen = given.text.split("aria-pressed=\"true\"").next().unwrap().rsplit("name=\"what\" value=\"").next().unwrap().split('"').next().unwrap();
    let back = given.acts("answer").into_iter().find(|form| form.value("what") == chosen).unwrap();
    ann.submit(&back).await.location();
    assert_eq!(pressed(&part(ann, seat, "today").await), 0);
    assert_eq!(part(ann, seat, "plan").await.acts("remove").len(), planned);
}

#[tokio::test]
async fn a_card_is_set_within_the_bounds_of_the_rules_and_its_form_says_what_it_comes_to() {
    const FIELDS: [&str; 6] = ["f-hours", "f-contact", "f-style", "f-intent", "f-discount", "f-promise"];
    let school = School::new();
    let (mut teacher, code, mut students) = school.lesson(&["Ann"], 1).await;
    let (ann, seat) = &mut students[0];
    let mut seen: Vec<String> = Vec::new();
    let mut hours: Option<(String, Form)> = None;
    // which cards can be played depends on the month
    for _ in 0..6 {
        hours = None;
        let mut links: Vec<String> = part(ann, seat, "today").await.links("?part=today&set=");
        for sheet in part(ann, seat, "customers").await.links("?part=customers&customer=") {
            links.extend(ann.get(&format!("{seat}{sheet}")).await.links("?part=customers").into_iter().filter(|link| link.contains("set=")));
        }
        for link in links {
            let page = ann.get(&format!("{seat}{link}")).await;
            let form = page.act("set");
            assert!(page.text.contains("class=\"told\""));
            seen.extend(form.fields.iter().map(|(name, _)| name.clone()));
            if form.fields.iter().any(|(name, _)| name == "f-hours") {
                hours = hours.or_else(|| Some((link.clone(), form)));
            }
        }
        if FIELDS.iter().all(|field| seen.iter().any(|name| name == field)) {
            break;
        }
        teacher.console(&code, "resolve", &[]).await.location();
    }
    for field in FIELDS {
        assert!(seen.iter().any(|name| name == field), "no card with {field}");
    }
    let (link, form) = hours.unwrap();
    // a look at other hours changes nothing
    let check = Form { action: form.action.clone(), ..form.clone() }.with("act", "check");
    let less = ann.submit(&check.clone().with("f-hours", "1.5")).await;
    assert!(less.status == StatusCode::OK && less.act("set").value("f-hours") == "1.5", "{}", less.text);
    let told = |page: &Page| page.text.split("class=\"told\"").nth(1).unwrap().split("</div>").next().unwrap().to_owned();
    assert_ne!(told(&less), told(&ann.submit(&check.with("f-hours", "8")).await));
    for wrong in ["0", "-2", "10000", "NaN", "1e999", "two", ""] {
        let refused = ann.submit(&form.clone().with("f-hours", wrong)).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{wrong}");
    }
    ann.submit(&form.clone().with("f-hours", "1.5")).await.location();
    let plan = part(ann, seat, "plan").await;
    assert!(plan.text.contains("1.5 h") || plan.text.contains("2 h"), "{link}: {}", plan.text);
    assert!(!plan.links("?part=plan&set=").is_empty(), "what is planned can be changed");
}

#[tokio::test]
async fn the_leader_files_the_strategy_of_the_first_month_and_nobody_else() {
    let school = School::new();
    let (_, _, mut students) = school.lesson(&["Ann", "Bo", "Chen"], 1).await;
    let mut leaders = Vec::new();
    for (place, (browser, seat)) in students.iter_mut().enumerate() {
        if !part(browser, seat, "today").await.acts("strategy").is_empty() {
            leaders.push(place);
        }
    }
    assert_eq!(leaders.len(), 1);
    let (leader, seat) = &mut students[leaders[0]];
    let form = part(leader, seat, "today").await.act("strategy");
    let nothing = leader.submit(&form).await;
    assert_eq!(nothing.status, StatusCode::CONFLICT, "no segment is chosen");
    let mut form = form.with("f-segment", "0");
    form.fields.push(("f-segment".to_owned(), "1".to_owned()));
    leader.submit(&form).await.location();
    assert!(part(leader, seat, "today").await.acts("strategy").is_empty());
}

#[tokio::test]
async fn a_teacher_creates_a_class_and_is_told_what_cannot_be() {
    let school = School::new();
    let mut teacher = school.teacher().await;
    let form = teacher.get("/teacher").await.form("/teacher/new");
    let refused = teacher.submit(&form.clone().with("title", "Marketing 2").with("rounds", "99")).await;
    assert!(refused.status == StatusCode::CONFLICT && refused.text.contains("12 months"), "{}", refused.text);
    assert_eq!(teacher.submit(&form.clone().with("title", " ")).await.status, StatusCode::CONFLICT);
    let console = teacher.submit(&form.with("title", "Marketing 2").with("rounds", "6").with("minutes", "10")).await.location();
    let page = teacher.get(&console).await;
    assert!(page.text.contains("Marketing 2") && page.text.contains("<svg") && page.text.contains("192.168.1.20:8080"), "{}", page.text);
    assert_eq!(teacher.console(console.rsplit('/').next().unwrap(), "group", &[("teams", "2")]).await.status, StatusCode::CONFLICT, "nobody is there");
    assert!(teacher.get("/teacher").await.text.contains(&console));
}
