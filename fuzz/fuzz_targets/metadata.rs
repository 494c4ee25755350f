//! The text of metadata: a line `key{type}=value`. What is read is written and read again, and then no more changes.
#![no_main]

use stoner::image::metadata::text;

libfuzzer_sys::fuzz_target!(|line: &str| {
    let Ok((key, value)) = text::parse_line(line) else { return };
    let Ok(written) = text::export(&key, &value) else { return };
    let (_, again) = text::parse_line(&written).expect("what the library writes it reads");
    if let Ok(twice) = text::export(&key, &again) {
        let (_, third) = text::parse_line(&twice).expect("what the library writes it reads");
        assert!(third == again, "{written:?} becomes {twice:?}");
    }
});
