//! Puts small faults (mutants) into a copy of the sources, each behind a switch that is asked when the program runs.
//!
//! ```text
//! stoner-mutants ROOT EVERY EXCLUDED FOLDER...
//! ```
//!
//! Of all mutants of the files in ROOT's folders every EVERY-th is written into its file, but for the EXCLUDED numbers (`3,7`), which do not
//! compile. `src/mutants.rs` and its line in `src/lib.rs` are the switch. The mutants are printed, one JSON object a line. So one
//! build holds them all, and the tests in any language judge them; a tool that builds each for itself takes hours, and knows Rust's tests only.
//!
//! The faults are those of cargo-mutants: another operator, a missing sign or negation, a guard that always or never holds, a function that returns
//! at once. What macros get is not read, nor are constants.

mod find;
mod switch;

use find::Mutant;
use std::path::{Path, PathBuf};

/// The Rust files of a folder and those below it, or a file itself, in order.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.into()];
    }
    let mut inside: Vec<_> =
        std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    inside.sort();
    let rust = |path: &PathBuf| {
        path.is_dir() || path.extension().is_some_and(|suffix| suffix == "rs") && !path.ends_with("tests.rs")
    };
    inside.iter().filter(|path| rust(path)).flat_map(|path| files(path)).collect()
}

/// The chosen mutants of a file that do not lie in each other, first the one that begins first.
fn apart(mut mutants: Vec<Mutant>) -> Vec<Mutant> {
    mutants.sort_by_key(|mutant| (mutant.range.start, mutant.range.end));
    let mut end = 0;
    mutants.retain(|mutant| {
        let apart = mutant.range.start >= end;
        end = if apart { mutant.range.end } else { end };
        apart
    });
    mutants
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [root, every, excluded, folders @ ..] = &arguments[..] else {
        panic!("usage: stoner-mutants ROOT EVERY EXCLUDED FOLDER...")
    };
    let root = Path::new(root);
    let every: usize = every.parse().expect("every how manieth mutant is taken");
    let excluded: Vec<usize> =
        excluded.split(',').filter(|word| !word.is_empty()).map(|word| word.parse().expect("a number")).collect();
    let mut number = 0;
    let mut most = 0;
    for path in folders.iter().flat_map(|folder| files(&root.join(folder))) {
        let source = std::fs::read_to_string(&path).expect("a source");
        let mut found = find::mutants(&source);
        for mutant in &mut found {
            mutant.number = number;
            number += 1;
        }
        found.retain(|mutant| mutant.number % every == 0 && !excluded.contains(&mutant.number));
        let mut changed = source.clone();
        for mutant in apart(found).iter().rev() {
            changed.replace_range(mutant.range.clone(), &mutant.switched(&source));
            most = most.max(mutant.number);
            let file = path.strip_prefix(root).expect("a path below the root");
            println!(
                "{}",
                serde_json::json!({"number": mutant.number, "file": file, "line": mutant.line, "function": mutant.function, "what": mutant.what})
            );
        }
        std::fs::write(&path, changed).expect("a file that can be written");
    }
    switch::write(root, most + 1);
    eprintln!("{number} mutants in all");
}
