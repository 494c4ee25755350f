//! Files that are read as scans in HDF5.
#![no_main]

use stoner::io::nxstxm::{self, Options};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let result = nxstxm::load(&stoner_fuzz::context(), &stoner_fuzz::file(bytes), &Options::default());
    stoner_fuzz::judge(&result);
});
