//! Text in files.

use std::borrow::Cow;

/// Text from a file as UTF-8: unchanged if it is valid UTF-8, otherwise decoded as Latin-1. Files declare ASCII and contain
/// either, even for the same unit.
pub fn to_utf8(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().map(|&b| char::from(b)).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_utf8_or_else_latin_1() {
        assert_eq!(to_utf8(b"\xce\xbcm"), "μm");
        assert_eq!(to_utf8(b"\xb5m"), "\u{b5}m");
        assert_eq!(to_utf8(b""), "");
    }
}
