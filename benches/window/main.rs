//! One window, until it is closed: `window-bench bare|menu|tokens [CUSTOMERS]`. `benches/window/run` starts them and reads the clock.

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let started = Instant::now();
    let result = match std::env::args().nth(1).as_deref() {
        Some("bare") => {
            rapport::game::window_cost::bare(started);
            Ok(())
        }
        Some("menu") => rapport::game::window_cost::menu(started),
        Some("tokens") => {
            let customers = std::env::args().nth(2).map_or(Ok(40), |text| text.parse());
            let Ok(customers) = customers else {
                eprintln!("usage: window-bench tokens [CUSTOMERS]; a number of customers");
                return ExitCode::from(2);
            };
            rapport::game::window_cost::tokens(started, customers)
        }
        _ => {
            eprintln!("usage: window-bench bare|menu|tokens [CUSTOMERS]");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
