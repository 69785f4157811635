//! A browser without script: keeps cookies, reads forms, follows answers.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use rapport::host::app::Host;
use rapport::host::class::fact::{Missing, Settings};
use rapport::host::web::router;
use rapport::store::sqlite::Database;
use rapport::words::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;
use tempfile::TempDir;
use tower::ServiceExt;

/// The teacher's password in tests.
pub const PASSWORD: &str = "SECRETSECRET";

/// A host on a disk of its own.
pub struct School {
    pub host: Arc<Host>,
    _folder: TempDir,
}

impl School {
    pub fn new() -> School {
        let folder = tempfile::tempdir().unwrap();
        let host = School::host(&folder);
        School { host, _folder: folder }
    }

    fn host(folder: &TempDir) -> Arc<Host> {
        let database = Database::open(folder.path().join("class.db")).unwrap();
        Arc::new(Host::open(database, PASSWORD, vec!["http://192.168.1.20:8080".to_owned()]).unwrap())
    }

    pub fn browser(&self) -> Browser {
        Browser { router: router(self.host.clone()), cookies: BTreeMap::new() }
    }

    /// The teacher, signed in.
    pub async fn teacher(&self) -> Browser {
        let mut teacher = self.browser();
        assert_eq!(teacher.post("/teacher", &[("password", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
        teacher
    }

    /// A class without a deadline, always on the same board, and its code.
    pub fn class(&self) -> String {
        let settings = Settings {
            title: "Marketing 1".to_owned(),
            code: String::new(),
            case: "new_era".to_owned(),
            seed: 7,
            rounds: None,
            minutes: None,
            missing: Missing::LastDraft,
            lang: Lang::En,
        };
        let made = self.host.create(settings).unwrap();
        made.lock().class().settings.code.clone()
    }

    /// The names come in, are grouped into so many teams, and the game begins. The browsers with the addresses of their seats.
    pub async fn lesson(&self, names: &[&str], teams: usize) -> (Browser, String, Vec<(Browser, String)>) {
        let mut teacher = self.teacher().await;
        let code = self.class();
        let mut students = Vec::new();
        for name in names {
            let mut browser = self.browser();
            let seat = browser.join(&code, name, "").await.location();
            students.push((browser, seat));
        }
        teacher.console(&code, "group", &[("teams", &teams.to_string())]).await;
        teacher.console(&code, "start", &[]).await;
        (teacher, code, students)
    }
}

/// A browser of its own.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
}

/// What came back.
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Browser {
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, None, "").await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&");
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), &body).await
    }

    /// Sends anything.
    pub async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: &str) -> Page {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
        let mut request = Request::builder().method(method).uri(path).header(COOKIE, cookies);
        if let Some(kind) = kind {
            request = request.header(CONTENT_TYPE, kind);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for cookie in headers.get_all(SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            match rest.contains("Max-Age=0") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned()),
            };
        }
        let text = String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
        Page { status, headers, text }
    }

    pub async fn join(&mut self, code: &str, name: &str, number: &str) -> Page {
        self.post("/", &[("code", code), ("name", name), ("number", number)]).await
    }

    /// Presses a button of the teacher's.
    pub async fn console(&mut self, code: &str, act: &str, more: &[(&str, &str)]) -> Page {
        let path = format!("/teacher/c/{code}");
        let page = self.get(&path).await;
        let key = page.text.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        self.post(&path, &[&[("key", key.as_str()), ("act", act)], more].concat()).await
    }

    /// Sends a form as it stands.
    pub async fn submit(&mut self, form: &Form) -> Page {
        let fields: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.post(&form.action, &fields).await
    }
}

/// A form with one of its buttons.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// What stands in it.
    pub text: String,
}

impl Form {
    pub fn value(&self, name: &str) -> String {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_else(|| panic!("no {name} in {:?}", self.fields))
    }

    pub fn with(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl Page {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub fn location(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.header(LOCATION.as_str()).to_owned()
    }

    /// All forms, each once for each of its buttons, as a browser would send them.
    pub fn forms(&self) -> Vec<Form> {
        let mut forms = Vec::new();
        for part in self.text.split("<form ").skip(1) {
            let (head, rest) = part.split_once('>').unwrap();
            let body = rest.split("</form>").next().unwrap();
            let action = attribute(head, "action").unwrap_or_default();
            let mut fields = Vec::new();
            for input in body.split("<input ").skip(1) {
                let tag = input.split('>').next().unwrap();
                let is_off = attribute(tag, "type").as_deref() == Some("checkbox") && !tag.ends_with(" checked");
                if !is_off {
                    fields.push((attribute(tag, "name").unwrap(), attribute(tag, "value").unwrap_or_default()));
                }
            }
            for select in body.split("<select ").skip(1) {
                let chosen = select.split("</select>").next().unwrap().split("<option ").skip(1);
                let all: Vec<&str> = chosen.collect();
                let on = all.iter().find(|option| option.split('>').next().unwrap().ends_with(" selected")).or(all.first()).unwrap();
                fields.push((attribute(select, "name").unwrap(), attribute(on, "value").unwrap()));
            }
            for button in body.split("<button").skip(1) {
                let (tag, text) = button.split_once('>').unwrap();
                if tag.ends_with(" disabled") {
                    continue;
                }
                let mut fields = fields.clone();
                fields.extend(attribute(tag, "name").map(|name| (name, attribute(tag, "value").unwrap_or_default())));
                forms.push(Form { action: action.clone(), fields, text: text.split("</button>").next().unwrap().to_owned() });
            }
        }
        forms
    }

    pub fn form(&self, action: &str) -> Form {
        self.forms().into_iter().find(|form| form.action == action).unwrap_or_else(|| panic!("no form to {action} in {}", self.text))
    }

    /// The forms that do such a thing.
    pub fn acts(&self, act: &str) -> Vec<Form> {
        self.forms().into_iter().filter(|form| form.fields.iter().any(|(name, value)| name == "act" && value == act)).collect()
    }

    pub fn act(&self, act: &str) -> Form {
        self.acts(act).into_iter().next().unwrap_or_else(|| panic!("nothing to {act} in {}", self.text))
    }

    /// Where links of such a beginning lead.
    pub fn links(&self, start: &str) -> Vec<String> {
        let found = self.text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        found.map(decoded).filter(|link| link.starts_with(start)).collect()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = format!(" {}", tag.split('>').next().unwrap());
    let rest = tag.split_once(&format!(" {name}=\""))?.1;
    Some(decoded(rest.split('"').next()?))
}

fn decoded(text: &str) -> String {
    text.replace("&#38;", "&").replace("&amp;", "&").replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">")
}

/// As a form sends it.
pub fn encoded(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
