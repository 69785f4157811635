//! Any bytes as a game log, as they are and with a checksum that fits: it opens to a game, or says where it is damaged.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::room::{Hash, Room};
use sha2::{Digest, Sha256};

fuzz_target!(|bytes: &[u8]| {
    open(bytes);
    // the checksum keeps the fuzzer out of everything behind it: here it is always right
    let body = match bytes.windows(2).rposition(|pair| pair == b"\n/") {
        Some(end) => &bytes[..=end],
        None => bytes,
    };
    let sum = Hash(Sha256::digest(body).into()).to_string();
    open(&[body, b"// sha256 ", sum.as_bytes(), b"\n"].concat());
});

fn open(bytes: &[u8]) {
    match Room::open(bytes) {
        Ok(room) => assert_eq!(room.log().to_bytes(), bytes, "a log is written in one way only"),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
