//! Paths as people paste them: in quotes, from their own folder, as the address of a file.

use percent_encoding::percent_decode_str;
use std::path::PathBuf;

/// The path that is meant: without the quotes of "Copy as path", `~/` as the home folder, `file://` as the file it names.
/// Empty where nothing is named.
#[must_use]
pub fn pasted_path(text: &str) -> PathBuf {
    let text = unquoted(text.trim());
    if let Some(address) = ["file://localhost/", "file:///"].into_iter().find_map(|start| strip_start(text, start)) {
        let path = percent_decode_str(address).decode_utf8_lossy().into_owned();
        // `file:///C:/list.csv` names a drive, any other a path from the root
        let is_drive = path.as_bytes().get(1) == Some(&b':');
        return PathBuf::from(if is_drive { path } else { format!("/{path}") });
    }
    let home = || directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    match text.strip_prefix("~/").or_else(|| text.strip_prefix("~\\")) {
        Some(rest) => home().map_or_else(|| PathBuf::from(text), |home| home.join(rest)),
        None => PathBuf::from(text),
    }
}

fn unquoted(text: &str) -> &str {
    let quotes = [('"', '"'), ('\'', '\''), ('“', '”'), ('‘', '’'), ('「', '」')];
    let inner = quotes.into_iter().find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.map_or(text, str::trim)
}

fn strip_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let head = text.get(..start.len())?;
    head.eq_ignore_ascii_case(start).then(|| &text[start.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_path_is_the_one_that_was_meant() {
        let paths = [
            ("  /a/客户 1.csv ", "/a/客户 1.csv"),
            ("\"C:\\Users\\li\\list.csv\"", "C:\\Users\\li\\list.csv"),
            ("“/a/b.csv”", "/a/b.csv"),
            ("file:///a/%E5%AE%A2%E6%88%B7%201.csv", "/a/客户 1.csv"),
            ("FILE://localhost/a/b.csv", "/a/b.csv"),
            ("file:///C:/a/b.csv", "C:/a/b.csv"),
            ("\"", "\""),
            ("", ""),
            ("~list.csv", "~list.csv"),
        ];
        for (pasted, meant) in paths {
            assert_eq!(pasted_path(pasted), PathBuf::from(meant), "{pasted}");
        }
        if let Some(folders) = directories::UserDirs::new() {
            assert_eq!(pasted_path("'~/list.csv'"), folders.home_dir().join("list.csv"));
        }
    }
}
