//! The enumerations as the library's messages need them: `src/ffi/core/enumerations.rs`.

use crate::model::{Enumeration, Interface};
use std::fmt::Write;

/// The source of the table: the enumerations that a caller gives values of.
pub fn table(interface: &Interface) -> String {
    let mut text = String::from(
        "//! The enumerations of which callers give values. Made from the constants of `src/ffi` by tools/header: do not edit.\n\n\
         use super::enumeration::Enumeration;\n\n",
    );
    let given = |enumeration: &&Enumeration| {
        let mut parameters = interface.functions.iter().flat_map(|function| &function.parameters);
        parameters.any(|p| p.enumeration.as_ref() == Some(&enumeration.name) && matches!(p.role, "number" | "numbers"))
    };
    for enumeration in interface.enumerations.iter().filter(given) {
        let words: Vec<String> =
            enumeration.values.iter().map(|value| format!("(\"{}\", {})", value.word, value.value)).collect();
        let _ = writeln!(
            text,
            "pub(in crate::ffi) const {}: Enumeration = Enumeration {{ prefix: \"{}\", words: &[{}] }};",
            name(enumeration),
            prefix(enumeration),
            words.join(", ")
        );
    }
    text
}

/// BYTE_ORDER of ByteOrder.
pub fn name(enumeration: &Enumeration) -> String {
    let mut name = String::new();
    for character in enumeration.name.chars() {
        if character.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(character.to_ascii_uppercase());
    }
    name
}

/// What the names of an enumeration's constants begin with. That of a default may be longer.
fn prefix(enumeration: &Enumeration) -> &str {
    let last = enumeration.values.last();
    last.map_or("", |value| &value.constant[..value.constant.len() - value.word.len()])
}
