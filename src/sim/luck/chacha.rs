//! One block of `ChaCha8`: the words that a draw is made of.
//!
//! `rand_chacha` always makes four blocks at a time, and a draw reads at most one; a game takes some two thousand draws.
//! The words are the same: the first block of `ChaCha8Rng::from_seed(key)` with its stream set (counter 0), which a test
//! compares.

/// "expand 32-byte k", the constant of the cipher.
const CONSTANT: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];
/// Double rounds of `ChaCha8`.
const DOUBLE_ROUNDS: usize = 4;

/// A row of the cipher's state; the four columns (or diagonals) are worked on at once.
type Row = [u32; 4];

/// The words of a 32-byte key.
pub(crate) fn key(bytes: &[u8; 32]) -> [u32; 8] {
    let (words, _) = bytes.as_chunks::<4>();
    std::array::from_fn(|i| u32::from_le_bytes(words[i]))
}

/// The first block of a stream.
pub(crate) fn first_block(key: &[u32; 8], stream: u64) -> [u32; 16] {
    let start: [Row; 4] = [CONSTANT, [key[0], key[1], key[2], key[3]], [key[4], key[5], key[6], key[7]], [0, 0, stream as u32, (stream >> 32) as u32]];
    let [mut a, mut b, mut c, mut d] = start;
    for _ in 0..DOUBLE_ROUNDS {
        quarter_rounds(&mut a, &mut b, &mut c, &mut d);
        (b, c, d) = (left(b, 1), left(c, 2), left(d, 3));
        quarter_rounds(&mut a, &mut b, &mut c, &mut d);
        (b, c, d) = (left(b, 3), left(c, 2), left(d, 1));
    }
    let rows = [add(a, start[0]), add(b, start[1]), add(c, start[2]), add(d, start[3])];
    std::array::from_fn(|i| rows[i / 4][i % 4])
}

fn quarter_rounds(a: &mut Row, b: &mut Row, c: &mut Row, d: &mut Row) {
    *a = add(*a, *b);
    *d = mix(*d, *a, 16);
    *c = add(*c, *d);
    *b = mix(*b, *c, 12);
    *a = add(*a, *b);
    *d = mix(*d, *a, 8);
    *c = add(*c, *d);
    *b = mix(*b, *c, 7);
}

fn add(x: Row, y: Row) -> Row {
    std::array::from_fn(|i| x[i].wrapping_add(y[i]))
}

fn mix(x: Row, y: Row, bits: u32) -> Row {
    std::array::from_fn(|i| (x[i] ^ y[i]).rotate_left(bits))
}

/// The row turned left by `places`.
fn left(x: Row, places: usize) -> Row {
    std::array::from_fn(|i| x[(i + places) % 4])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_core::{Rng, SeedableRng};

    #[test]
    fn a_block_is_the_one_of_rand_chacha() {
        for seed in 0..64u8 {
            let bytes: [u8; 32] = std::array::from_fn(|i| seed.wrapping_mul(37).wrapping_add((i as u8).wrapping_mul(11)));
            for stream in [0, 1, u64::from(seed) << 32 | 7, u64::MAX - u64::from(seed), 0x0b0a_0102_0304_0506] {
                let mut rng = ChaCha8Rng::from_seed(bytes);
                rng.set_stream(stream);
                let words: [u32; 16] = std::array::from_fn(|_| rng.next_u32());
                assert_eq!(first_block(&key(&bytes), stream), words, "seed {seed}, stream {stream:#x}");
            }
        }
    }
}
