//! Any bytes as a game log, as they are and with checksums that fit: it opens to a game, or says where it is damaged.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::room::{Cases, Hash, Log, LogError, Room, to_the_end};
use sha2::{Digest, Sha256};

fuzz_target!(|bytes: &[u8]| {
    open(bytes);
    // checksums keep the fuzzer out of everything behind them: here they are always right
    open(&sealed(bytes));
});

fn open(bytes: &[u8]) {
    match Room::open(bytes) {
        Ok(room) => {
            // closed or not, with or without its last end of line
            let written = [room.log().to_bytes(), room.log().to_open_bytes()];
            let is_one = written.iter().any(|written| bytes == written || written.strip_suffix(b"\n") == Some(bytes));
            assert!(is_one, "a log is written in one way only");
        }
        Err(LogError::Torn(torn)) => {
            // without its scenario being read, so it may still be refused for what it says
            let (log, left_out) = Log::recover(bytes).expect("what is cut off is whole before it");
            assert_eq!(left_out, Some(torn));
            let whole = log.to_open_bytes();
            assert!(whole.len() + torn.bytes == bytes.len() && bytes.starts_with(&whole));
            let _ = Room::recover(bytes, &mut Cases::default(), &mut to_the_end);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// The bytes with every checksum in them made anew.
fn sealed(bytes: &[u8]) -> Vec<u8> {
    let mut sealed = Vec::with_capacity(bytes.len());
    let mut digest = Sha256::new();
    let mut add = |part: &[u8]| {
        digest.update(part);
        sealed.extend_from_slice(part);
        Hash(digest.clone().finalize().into()).to_string()
    };
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        let end = &line[text.len()..];
        let mark = text.len().saturating_sub(20);
        if text[mark..].starts_with(b" // ") {
            let sum = add(&text[..mark]);
            add(format!(" // {}", &sum[..16]).as_bytes());
        } else if let Some(start) = [&b"// header sha256 "[..], b"// sha256 "].into_iter().find(|start| text.starts_with(start)) {
            let sum = add(b"");
            add(start);
            add(sum.as_bytes());
        } else {
            add(text);
        }
        add(end);
    }
    sealed
}
