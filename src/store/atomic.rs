//! Replacing a file so that, whatever happens, either the old or the new one is there, whole.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Writes beside the file, flushes to the disk, renames over it, flushes the folder.
///
/// # Errors
/// Those of the file system; then the old file, if there was one, is untouched (or already replaced by the whole new
/// one, if only flushing the folder failed).
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fill(path, |file| file.write_all(bytes))
}

/// The same with a file that is written piece by piece.
///
/// # Errors
/// As [`write`], and those of `fill`.
pub fn fill(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let file = temporary(folder)?;
    let mut buffered = io::BufWriter::new(file);
    fill(&mut buffered)?;
    let file = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    flush_folder(folder)
}

/// As readable for others as any new file, which temporary files usually are not.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rapport-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Makes the rename itself last. Windows keeps folders by itself and cannot open them.
fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("game.ron");
        for text in ["first", "second, longer", "3"] {
            write(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_half_written_is_not_put_in_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("customers.csv");
        fill(&path, |file| file.write_all(b"old").and_then(|()| file.write_all(b" and whole"))).unwrap();
        let full = |file: &mut dyn Write| file.write_all(b"new").and(Err(io::Error::other("the disk is full")));
        assert!(fill(&path, full).is_err_and(|error| error.to_string() == "the disk is full"));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old and whole");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays behind");
    }

    #[test]
    fn a_failed_write_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("game.ron");
        fs::create_dir(&path).unwrap();
        assert!(write(&path, b"new").is_err());
        assert!(write(&folder.path().join("missing/game.ron"), b"new").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays behind");
    }
}
