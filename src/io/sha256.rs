//! SHA-256 (FIPS 180-4): the sum by which a file is recognised.

use crate::context::{Context, Error, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::Read;

/// So much is read at a time.
const READ: usize = 1 << 16;

/// The sum of what is read, in hexadecimal digits.
///
/// # Errors
/// [`Status::Io`](crate::context::Status::Io), [`Status::Cancelled`](crate::context::Status::Cancelled).
pub(super) fn of(ctx: &Context, mut from: impl Read) -> Result<String> {
    let mut sum = Sha256::new();
    // Not on the stack: some hosts' threads have 64 KiB of that.
    let mut buffer = vec![0u8; READ];
    loop {
        ctx.check_cancelled()?;
        match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(n) => sum.update(&buffer[..n]),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::io("reading a file for its sum", &error)),
        }
    }
    let mut digits = String::with_capacity(64);
    for byte in sum.finalize() {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    Ok(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives few bytes at a time, as a slow disk does.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
            let n = to.len().min(self.0.len()).min(13);
            to[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    /// The examples of FIPS 180-4, and a million times "a".
    #[test]
    fn known_texts_have_their_sums() {
        let ctx = Context::new();
        let million = vec![b'a'; 1_000_000];
        for (text, sum) in [
            (&b""[..], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
            (&million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ] {
            assert_eq!(of(&ctx, text).unwrap(), sum);
            assert_eq!(of(&ctx, Slow(text)).unwrap(), sum);
        }
    }
}
