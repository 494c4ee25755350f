//! Files that are read as PNG.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let result = stoner::io::png::load(&stoner_fuzz::context(), &stoner_fuzz::file(bytes));
    stoner_fuzz::judge(&result);
});
