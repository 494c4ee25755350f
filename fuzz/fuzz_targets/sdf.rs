//! Headers of SDF, opened as scans, with whatever data they lead to.
#![no_main]

use stoner::io::sdf;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let ctx = stoner_fuzz::context();
    let path = stoner_fuzz::file(bytes);
    let result = sdf::open(&ctx, &path);
    stoner_fuzz::judge(&result);
    if let Ok(scan) = result {
        stoner_fuzz::judge(&scan.image(&ctx, None, None));
    }
});
