//! Files that are read as npy.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let result = stoner::io::npy::load(&stoner_fuzz::context(), &stoner_fuzz::file(bytes));
    stoner_fuzz::judge(&result);
});
