//! Files that are read as tables: CSV, or TDI where they begin so.
#![no_main]

use stoner::io::table;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let ctx = stoner_fuzz::context();
    let result = table::load(&ctx, &stoner_fuzz::file(bytes), None);
    stoner_fuzz::judge(&result);
});
