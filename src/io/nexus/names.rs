//! Names of links for keys of any text, and the names that NeXus allows.

use std::ffi::CStr;

/// A longer key has no dataset.
const LONGEST: usize = 1 << 10;

/// The groups and datasets of a saved image.
pub const ENTRY: &str = "entry";
pub const DATA: &str = "data";
pub const MASK: &str = "mask";
pub const METADATA: &str = "metadata";
pub const PLANES: &str = "planes";
/// The group with the block.
pub const OWN: &str = "libstoner";
pub const BLOCK: &str = "block";
/// The attribute with the value that stands for masked elements, and the one of a mask that only grows.
pub const FILL_VALUE: &CStr = c"fill_value";
pub const HARD: &CStr = c"hard";

/// The name of a key's link: what would be a path, or nothing, is written with percent signs. `None` for a key that is too long.
pub fn of_key(key: &str) -> Option<String> {
    let mut name = String::new();
    for c in key.chars() {
        match c {
            '/' | '%' | '\0' => name.push_str(&format!("%{:02X}", u32::from(c))),
            c => name.push(c),
        }
    }
    match name.as_str() {
        "" => name.push('%'),
        "." => name = "%2E".to_owned(),
        _ => {}
    }
    (name.len() <= LONGEST).then_some(name)
}

/// The key that a link is named after.
pub fn to_key(name: &str) -> String {
    if name == "%" {
        return String::new();
    }
    let mut key = String::new();
    let mut rest = name;
    while let Some(at) = rest.find('%') {
        key.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code.filter(u8::is_ascii) {
            Some(code) => {
                key.push(char::from(code));
                rest = &rest[at + 3..];
            }
            None => {
                key.push('%');
                rest = &rest[at + 1..];
            }
        }
    }
    key + rest
}

/// Whether NeXus allows the name (its manual, "Naming conventions").
pub fn is_nexus(name: &str) -> bool {
    let inner = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.');
    let bytes = name.as_bytes();
    bytes.len() <= 63
        && bytes.iter().all(|&b| inner(b))
        && bytes.first().is_some_and(|&b| b != b'.')
        && bytes.last().is_some_and(|&b| b != b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_comes_back_from_its_link() {
        for key in
            ["a.b", "", ".", "..", "%", "a/b", "/", "%2F", "\u{3bc}m \u{1F600}", "a\0b", "50 %", "%zz", "%\u{e9}"]
        {
            let name = of_key(key).unwrap();
            assert!(!name.is_empty() && name != "." && !name.contains(['/', '\0']), "{name}");
            assert_eq!(to_key(&name), key);
        }
        assert_eq!(of_key("a b").unwrap(), "a b");
        assert!(of_key(&"k".repeat(1025)).is_none());
    }

    #[test]
    fn names_of_other_programs_are_taken_as_they_are() {
        assert_eq!([to_key("%zz"), to_key("5%"), to_key("%FF")], ["%zz", "5%", "%FF"]);
    }

    #[test]
    fn nexus_allows_letters_digits_lines_and_inner_dots() {
        assert!(["sample_x", "a.b", "1", "_x"].into_iter().all(is_nexus));
        assert!(!["", "a b", ".a", "a.", "\u{3bc}", "a/b"].into_iter().any(is_nexus));
    }
}
