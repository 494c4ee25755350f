//! What this library is, for a report of a fault and for whoever passes it on.

use crate::context::{Error, InstructionSet, Result, Status, instruction_set, processors};
use std::fmt::Write;

/// The licences: the project's own, the table of what is linked in, and its texts.
const LICENCES: &[&str] = &[
    include_str!("../../LICENSE-MIT"),
    include_str!("../../LICENSES/README.md"),
    include_str!("../../LICENSES/tiff.txt"),
    include_str!("../../LICENSES/zlib-rs.txt"),
    include_str!("../../LICENSES/simd-adler32.txt"),
    include_str!("../../LICENSES/realfft.txt"),
    include_str!("../../LICENSES/zmij.txt"),
    include_str!("../../LICENSES/lru.txt"),
    include_str!("../../LICENSES/lz4_flex.txt"),
    include_str!("../../LICENSES/ruzstd.txt"),
    include_str!("../../LICENSES/twox-hash.txt"),
    include_str!("../../LICENSES/foldhash.txt"),
    include_str!("../../LICENSES/DejaVuSans.txt"),
    include_str!("../../LICENSES/colour-maps.txt"),
    include_str!("../../LICENSE-APACHE"),
];

/// Versions, features, the processor and the reader of HDF5, a line each; then the licences.
///
/// # Errors
/// [`Status::NoMemory`].
pub(super) fn version_report() -> Result<String> {
    let mut report = String::new();
    let room = 1024 + LICENCES.iter().map(|text| text.len() + 2).sum::<usize>();
    report
        .try_reserve(room)
        .map_err(|_| Error::new(Status::NoMemory, format!("{room} bytes could not be allocated")))?;
    let features: Vec<&str> = [("hdf5", cfg!(feature = "hdf5")), ("reserve", cfg!(feature = "reserve"))]
        .iter()
        .filter_map(|(name, on)| on.then_some(*name))
        .collect();
    let reader = if cfg!(feature = "hdf5") {
        concat!("hdf5-reader ", env!("STONER_HDF5_READER"), ", in Rust; no C library")
    } else {
        "none"
    };
    let threads = processors();
    let lines = [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("features", if features.is_empty() { "none".to_owned() } else { features.join(", ") }),
        ("target", env!("STONER_TARGET").to_owned()),
        ("compiler", env!("STONER_RUSTC").to_owned()),
        ("optimised", if cfg!(debug_assertions) { "no" } else { "yes" }.to_owned()),
        ("processor", format!("{}, {threads} threads", std::env::consts::ARCH)),
        (
            "instruction set",
            format!("{} in use, {} is the best", instruction_set().word(), InstructionSet::best().word()),
        ),
        ("HDF5 reader", reader.to_owned()),
        ("licence", "MIT OR Apache-2.0".to_owned()),
    ];
    for (name, value) in lines {
        // A String takes all that is written.
        let _ = writeln!(report, "{name}: {value}");
    }
    for text in LICENCES {
        report.push('\n');
        report.push_str(text.trim_end());
        report.push('\n');
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_of_a_licence_is_in_the_report() {
        let report = version_report().unwrap();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/LICENSES");
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            assert!(report.contains(text.trim_end()));
        }
        assert!(report.starts_with(concat!("version: ", env!("CARGO_PKG_VERSION"), "\n")));
        assert!(report.contains("Apache License") && !report.contains(": \n"));
    }
}
