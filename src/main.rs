//! Starts the game. Stands in until the command line is there.

#[cfg(feature = "game")]
fn main() -> Result<(), rapport::game::GameError> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--screenshots") {
        let folder = arguments.next().unwrap_or_else(|| "pictures".to_owned());
        let pictures = rapport::game::screenshots(std::path::Path::new(&folder))?;
        println!("{} pictures in {folder}", pictures.len());
        return Ok(());
    }
    if let Err(missing) = rapport::game::can_open_window() {
        println!("{}", missing.sentence(rapport::words::Lang::En));
        return Ok(());
    }
    rapport::game::run(rapport::game::Options::default())
}

#[cfg(not(feature = "game"))]
fn main() {}
