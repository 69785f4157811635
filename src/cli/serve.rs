//! `rapport serve`: a class at its browsers, without a window.

use super::{Verdict, language};
use anyhow::Result;
use rapport::host::app::Host;
use rapport::host::{addresses, listen, secret, serve as serve_classes};
use rapport::store::sqlite::Database;
use std::io::{self, Write};

/// Host classes that students join from any browser in the same network
#[derive(clap::Args)]
pub struct Arguments {
    /// The port; the first free one of 8080, 8081, 8090 and 8888 if left out
    #[arg(long)]
    port: Option<u16>,
    /// Where the classes are kept: sqlite:FILE
    #[arg(long, value_name = "STORE", default_value = "sqlite:rapport-classes.db")]
    store: String,
    /// The teacher's password; one is made up and shown if left out
    #[arg(long)]
    password: Option<String>,
}

pub fn serve(arguments: &Arguments) -> Result<Verdict> {
    let Some(file) = arguments.store.strip_prefix("sqlite:").filter(|file| !file.is_empty()) else {
        anyhow::bail!(language::say_with("cli-serve-store", &[("store", arguments.store.as_str().into())]));
    };
    let database = Database::open(file)?;
    let password = match &arguments.password {
        Some(password) => secret::typed(password),
        None => secret::code(secret::PASSWORD)?,
    };
    let listener = listen(arguments.port)?;
    let port = listener.local_addr()?.port();
    let reached: Vec<String> = addresses::found().iter().map(|address| format!("http://{address}:{port}")).collect();
    let addresses = if reached.is_empty() { vec![format!("http://127.0.0.1:{port}")] } else { reached };
    let mut out = io::stdout().lock();
    for address in &addresses {
        writeln!(out, "{}", language::say_with("cli-serve-students", &[("address", address.as_str().into())]))?;
    }
    writeln!(out, "{}", language::say_with("cli-serve-teacher", &[("address", format!("{}/teacher", addresses[0]).into())]))?;
    if arguments.password.is_none() {
        writeln!(out, "{}", language::say_with("cli-serve-password", &[("password", password.as_str().into())]))?;
    }
    out.flush()?;
    drop(out);
    serve_classes(Host::open(database, &password, addresses)?, listener)?;
    Ok(Verdict::Yes)
}
