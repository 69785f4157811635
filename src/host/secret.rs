//! Tokens, codes and passwords: what nobody can guess, and how it is kept.

use super::class::fact::TokenHash;
use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use sha2::{Digest, Sha256};

/// The signs of codes and passwords: none that is taken for another one.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Signs of a class's code.
pub const CODE: usize = 6;
/// Signs of a password that the host makes up.
pub const PASSWORD: usize = 10;
/// What is longer is neither.
const MOST_TYPED: usize = 64;

/// The system gives no random numbers: nothing can be kept secret then.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoChance;

fn random<const N: usize>() -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_unavailable| NoChance)?;
    Ok(bytes)
}

/// 128 bits that a browser keeps to itself, in hex.
///
/// # Errors
/// If the system has no random numbers.
pub fn token() -> Result<String, NoChance> {
    Ok(base16ct::lower::encode_string(&random::<16>()?))
}

/// A number for a class or a board.
///
/// # Errors
/// If the system has no random numbers.
pub fn number(below: u64) -> Result<u64, NoChance> {
    Ok(u64::from_le_bytes(random::<8>()?) % below.max(1))
}

/// A code that is read aloud and typed.
///
/// # Errors
/// If the system has no random numbers.
pub fn code(length: usize) -> Result<String, NoChance> {
    let mut code = String::with_capacity(length);
    while code.len() < length {
        code.push(char::from(SIGNS[usize::from(random::<1>()?[0] % 32)]));
    }
    Ok(code)
}

/// A code or a made-up password as somebody may have typed it: small letters, blanks and dashes do not matter.
#[must_use]
pub fn typed(code: &str) -> String {
    code.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').map(|sign| sign.to_ascii_uppercase()).take(MOST_TYPED).collect()
}

/// What is kept of a token.
#[must_use]
pub fn hash(token: &str) -> TokenHash {
    TokenHash(base16ct::lower::encode_string(&Sha256::digest(token.as_bytes())))
}

/// What a form must bring along that a page of ours has been given: it follows from the browser's token, which no other page can read.
#[must_use]
pub fn form_key(token: &str) -> String {
    let mut digest = Sha256::new_with_prefix(b"form ");
    digest.update(token.as_bytes());
    base16ct::lower::encode_string(&digest.finalize()[..16])
}

/// What is kept of a password.
///
/// # Errors
/// If the system has no random numbers.
pub fn password(password: &str) -> Result<String, NoChance> {
    let salt = SaltString::encode_b64(&random::<16>()?).map_err(|_too_long| NoChance)?;
    Argon2::default().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(|_never| NoChance)
}

/// Whether a password is the one of which this is kept; takes a tenth of a second, and must.
#[must_use]
pub fn is_password(password: &str, kept: &str) -> bool {
    PasswordHash::new(kept).is_ok_and(|kept| Argon2::default().verify_password(password.as_bytes(), &kept).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_secret_is_told_apart_and_never_kept_as_it_is() {
        let (one, other) = (token().expect("random"), token().expect("random"));
        assert!(one != other && one.len() == 32);
        assert!(hash(&one).0 != one && hash(&one) != hash(&other) && form_key(&one) != form_key(&other));
        let kept = password("K7M4QXAB").expect("random");
        assert!(!kept.contains("K7M4QXAB") && is_password("K7M4QXAB", &kept) && !is_password("K7M4QXAC", &kept) && !is_password("x", "nonsense"));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let made = code(CODE).expect("random");
        assert!(made.len() == CODE && made.bytes().all(|sign| SIGNS.contains(&sign)));
        assert_eq!(typed(&format!(" {}-{} ", made[..3].to_lowercase(), &made[3..])), made);
    }
}
