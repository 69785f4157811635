//! Replacing files so that, whatever happens, either the old or the new one is there, whole.
//!
//! What is written lies beside its place first, under a name of its own ([`PART`]), and is held by a lock: what a process that
//! was killed has left there is held by nobody, and goes with the next write into the folder.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the names of files begin and end that are not in their place yet.
const PART: [&str; 2] = [".rapport-", ".part"];
/// More links than this lead in a circle.
const MOST_LINKS: usize = 40;

/// Writes beside the file, flushes to the disk, renames over it, flushes the folder. A link stays one: the file that it leads
/// to is replaced.
///
/// # Errors
/// Those of the file system; then the old file, if there was one, is untouched.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_flushing(path, bytes, flush_folder)
}

/// The same with a file that is written piece by piece.
///
/// # Errors
/// As [`write`], and those of `fill`.
pub fn fill(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    Part::filled(path, fill)?.put(flush_folder)
}

/// Which of several files could not be written.
#[derive(Debug, thiserror::Error)]
#[error("{}", path.display())]
pub struct NotWritten {
    /// The file.
    pub path: PathBuf,
    /// Why.
    #[source]
    pub error: io::Error,
}

/// Files that belong together, by name and content: all of them are on the disk before the first takes its place. The last one
/// says that the set is whole: the old one goes first, the new one comes last.
///
/// # Errors
/// Those of the file system. While a file cannot be written, no old one is touched.
pub fn write_set(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), NotWritten> {
    let of_file = |path: &Path, error: io::Error| NotWritten { path: path.to_owned(), error };
    let part = |(name, bytes): &(&str, &[u8])| {
        let path = folder.join(name);
        Part::new(&path, bytes).map_err(|error| of_file(&path, error))
    };
    let parts = files.iter().map(part).collect::<Result<Vec<Part>, NotWritten>>()?;
    let seals = parts.last().is_some_and(|part| part.path.exists());
    if parts.len() > 1 && seals {
        let old = parts.last().map_or(folder, |part| &part.path);
        fs::remove_file(old).map_err(|error| of_file(old, error))?;
        flushed(folder, flush_folder);
    }
    for part in parts {
        let path = part.path.clone();
        part.put(flush_folder).map_err(|error| of_file(&path, error))?;
    }
    Ok(())
}

/// Puts a new file into its place, whole.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if there is a file already; else those of the file system. Either way nothing has changed.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let Part { file, path } = Part::new(path, bytes)?;
    if let Err(error) = file.persist_noclobber(&path) {
        if error.error.kind() == io::ErrorKind::AlreadyExists || path.exists() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        // some file systems know no way to say "only if nothing is there"
        error.file.persist(&path).map_err(|error| error.error)?;
    }
    flushed(folder_of(&path), flush_folder);
    Ok(())
}

fn write_flushing(path: &Path, bytes: &[u8], flush: fn(&Path) -> io::Result<()>) -> io::Result<()> {
    Part::new(path, bytes)?.put(flush)
}

/// A file that is whole and on the disk, beside its place.
struct Part {
    file: NamedTempFile,
    path: PathBuf,
}

impl Part {
    fn new(path: &Path, bytes: &[u8]) -> io::Result<Part> {
        Part::filled(path, |file| file.write_all(bytes))
    }

    fn filled(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<Part> {
        let path = followed(path);
        let folder = folder_of(&path);
        sweep(folder);
        let file = held(folder)?;
        let mut buffered = io::BufWriter::new(file);
        fill(&mut buffered)?;
        let file = buffered.into_inner().map_err(io::IntoInnerError::into_error)?;
        if let Ok(old) = fs::metadata(&path) {
            same_rights(file.as_file(), &old.permissions())?;
        }
        file.as_file().sync_all()?;
        Ok(Part { file, path })
    }

    fn put(self, flush: fn(&Path) -> io::Result<()>) -> io::Result<()> {
        self.file.persist(&self.path).map_err(|error| error.error)?;
        flushed(folder_of(&self.path), flush);
        Ok(())
    }
}

/// Where a file lies in the end; where links lead in a circle, the first of them.
fn followed(path: &Path) -> PathBuf {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&at) {
            Ok(target) => at = folder_of(&at).join(target),
            Err(_) => return at,
        }
    }
    path.to_owned()
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Who may read the old file may read the new one, and nobody else. A file system that keeps no rights has none to lose.
fn same_rights(file: &File, old: &fs::Permissions) -> io::Result<()> {
    if file.metadata()?.permissions() == *old {
        return Ok(());
    }
    match file.set_permissions(old.clone()) {
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::Unsupported) => {
            tracing::warn!("the rights of the old file could not be given to the new one: {error}");
            Ok(())
        }
        other => other,
    }
}

/// A file beside its place that no other process sweeps away. Between its creation and its lock one may have done so: then another
/// one is made.
fn held(folder: &Path) -> io::Result<NamedTempFile> {
    /// More often than this nobody comes between.
    const TRIES: usize = 100;
    for _ in 0..TRIES {
        let file = temporary(folder)?;
        match file.as_file().try_lock() {
            Err(TryLockError::WouldBlock) => {}
            // where a file system has no locks, nothing is swept either
            Ok(()) | Err(TryLockError::Error(_)) if file.path().exists() => return Ok(file),
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
    }
    temporary(folder)
}

/// As readable for others as any new file, which temporary files usually are not.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PART[0]).suffix(PART[1]);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Removes what writers that are no more have left. What cannot be removed stands in nobody's way.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_part = PART[0].len() + PART[1].len() < name.len() && name.starts_with(PART[0]) && name.ends_with(PART[1]);
        if is_part
            && entry.file_type().is_ok_and(|kind| kind.is_file())
            && let Ok(part) = OpenOptions::new().write(true).open(entry.path())
            && part.try_lock().is_ok()
        {
            // held until it is gone: whoever has just made it sees that, or sees that it is not his any more
            let _ = fs::remove_file(entry.path());
            drop(part);
        }
    }
}

/// Makes the rename itself last. What was renamed is there, and whole: a folder that cannot be flushed (some file systems know
/// no such thing) makes nobody's file unsaved.
fn flushed(folder: &Path, flush: fn(&Path) -> io::Result<()>) {
    if let Err(error) = flush(folder) {
        tracing::warn!("{}: the folder could not be flushed to the disk: {error}", folder.display());
    }
}

/// Windows keeps folders by itself and cannot open them.
fn flush_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[cfg(unix)]
    #[test]
    fn the_rights_of_a_file_stay_and_many_writers_hinder_nobody() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("game.ron");
        write(&path, b"first").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        // each of them sweeps the folder while the others write
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let path = &path;
                scope.spawn(move || (0..50).for_each(|count| write(path, format!("{writer} {count}").as_bytes()).unwrap()));
            }
        });
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(names(folder.path()), ["game.ron"]);
    }

    #[test]
    fn the_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("game.ron");
        for text in ["first", "second, longer", "3"] {
            write(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names(folder.path()), ["game.ron"]);
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
        assert_eq!(names(folder.path()), ["game.ron"], "no temporary file stays behind");
    }

    #[test]
    fn what_is_in_its_place_is_saved_even_if_the_folder_cannot_be_flushed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("game.ron");
        write_flushing(&path, b"kept", |_| Err(io::ErrorKind::InvalidInput.into())).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"kept");
    }

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("list.csv");
        write_new(&path, b"first").unwrap();
        assert_eq!(write_new(&path, b"second").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!((fs::read(&path).unwrap(), names(folder.path())), (b"first".to_vec(), vec!["list.csv".to_owned()]));
    }

    #[test]
    fn what_a_killed_writer_has_left_goes_and_what_another_is_writing_stays() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(".rapport-gone.part"), "half").unwrap();
        fs::write(folder.path().join("mine.part"), "no part of ours").unwrap();
        let busy = File::create(folder.path().join(".rapport-busy.part")).unwrap();
        busy.lock().unwrap();
        write(&folder.path().join("game.ron"), b"new").unwrap();
        assert_eq!(names(folder.path()), [".rapport-busy.part", "game.ron", "mine.part"]);
    }

    #[test]
    fn a_set_is_replaced_as_a_whole_and_its_seal_comes_last() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        write_set(folder.path(), &[("log", b"1"), ("table", b"1"), ("result", b"1")]).unwrap();
        write_set(folder.path(), &[("log", b"2"), ("table", b"2"), ("result", b"2")]).unwrap();
        assert_eq!(["log", "table", "result"].map(|name| fs::read(path(name)).unwrap()), [b"2", b"2", b"2"]);
        // the second file of the next set has no room: nothing old is touched
        assert!(write_set(folder.path(), &[("log", b"3"), ("no/such/table", b"3"), ("result", b"3")]).is_err());
        assert_eq!(["log", "table", "result"].map(|name| fs::read(path(name)).unwrap()), [b"2", b"2", b"2"]);
        // it cannot be put where a folder stands: the set is not whole, and says so
        fs::remove_file(path("table")).unwrap();
        fs::create_dir(path("table")).unwrap();
        assert!(write_set(folder.path(), &[("log", b"4"), ("table", b"4"), ("result", b"4")]).is_err());
        assert_eq!(names(folder.path()), ["log", "table"], "no result without the rest, and nothing left beside them");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_the_files_rights_stay_as_they_were() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("disk")).unwrap();
        fs::write(path("disk/real"), "old").unwrap();
        fs::set_permissions(path("disk/real"), fs::Permissions::from_mode(0o600)).unwrap();
        symlink("disk/real", path("link")).unwrap();
        symlink(path("link"), path("further")).unwrap();
        write(&path("further"), b"new").unwrap();
        assert_eq!(fs::read(path("disk/real")).unwrap(), b"new");
        assert_eq!(fs::metadata(path("disk/real")).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(path("link").is_symlink() && path("further").is_symlink());
        // one that leads nowhere yet: there the file begins
        symlink("disk/later", path("early")).unwrap();
        write(&path("early"), b"first").unwrap();
        assert_eq!(fs::read(path("disk/later")).unwrap(), b"first");
        // links that lead in a circle end
        symlink("b", path("a")).unwrap();
        symlink("a", path("b")).unwrap();
        write(&path("a"), b"out of it").unwrap();
        assert_eq!(fs::read(path("a")).unwrap(), b"out of it");
    }
}
