//! The switch that the changed sources ask.

use std::path::Path;

const SWITCH: &str = r#"//! Which mutant is on, and which were asked for.
#![allow(missing_docs, missing_debug_implementations)]

use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

const NONE: u32 = u32::MAX;
/// Not read from the environment yet.
const UNKNOWN: u32 = u32::MAX - 1;
static SELECTED: AtomicU32 = AtomicU32::new(UNKNOWN);
static ASKED: [AtomicBool; COUNT] = [const { AtomicBool::new(false) }; COUNT];

pub fn on(number: u32) -> bool {
    if !ASKED[number as usize].load(Relaxed) && !ASKED[number as usize].swap(true, Relaxed) {
        note(number);
    }
    let mut selected = SELECTED.load(Relaxed);
    if selected == UNKNOWN {
        selected = std::env::var("STONER_MUTANT").ok().and_then(|text| text.parse().ok()).unwrap_or(NONE);
        SELECTED.store(selected, Relaxed);
    }
    selected == number
}

/// Tells of a number, in the file that the environment names: a test may ask in a process of its own.
fn note(number: u32) {
    let Some(path) = std::env::var_os("STONER_MUTANTS_ASKED") else { return };
    if let Ok(mut file) = std::fs::File::options().append(true).create(true).open(path) {
        _ = file.write_all(format!("{number}\n").as_bytes());
    }
}

/// Switches one on.
#[unsafe(no_mangle)]
pub extern "C" fn stoner_mutants_select(number: u32) {
    SELECTED.store(number, Relaxed);
}

/// From here on each that is asked for is told of anew.
#[unsafe(no_mangle)]
pub extern "C" fn stoner_mutants_forget() {
    ASKED.iter().for_each(|asked| asked.store(false, Relaxed));
}
"#;

/// Adds the switch to the crate in `root`, for `count` mutants.
pub fn write(root: &Path, count: usize) {
    let text = format!("{SWITCH}\nconst COUNT: usize = {count};\n");
    std::fs::write(root.join("src/mutants.rs"), text).expect("a file that can be written");
    let lib = root.join("src/lib.rs");
    let mut source = std::fs::read_to_string(&lib).expect("src/lib.rs");
    if !source.contains("pub mod mutants;") {
        source.push_str("/// The switch of the mutants.\npub mod mutants;\n");
        std::fs::write(lib, source).expect("a file that can be written");
    }
}
