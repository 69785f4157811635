//! `rapport`: the window, and everything that goes without one.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
