//! Files that are read as scans in HDF5: loaded as a whole, and opened and read frame by frame.
#![no_main]

use stoner::io::nxstxm::{self, Options};

/// More frames than a small file needs.
const FRAMES: usize = 4;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (ctx, path) = (stoner_fuzz::context(), stoner_fuzz::file(bytes));
    stoner_fuzz::judge(&nxstxm::load(&ctx, &path, &Options::default()));
    let scan = nxstxm::open(&ctx, &path);
    stoner_fuzz::judge(&scan);
    let Ok(scan) = scan else { return };
    for entry in &scan.about().entries {
        for detector in entry.detectors.iter().chain(&entry.monitors) {
            let (entry, name) = (Some(entry.name.as_str()), Some(detector.name.as_str()));
            for frame in 0..detector.frames().min(FRAMES) {
                stoner_fuzz::judge(&scan.frame(&ctx, entry, name, frame));
                stoner_fuzz::judge(&scan.points(&ctx, entry, name, frame));
            }
            stoner_fuzz::judge(&scan.completeness(&ctx, entry, name));
        }
    }
});
