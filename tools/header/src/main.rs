//! Assembles `include/stoner.h`: the preface, then one section for each file of `src/ffi`, made by cbindgen.
//!
//! `cargo run -p stoner-header` writes the header; with `-- --check` it compares and fails where they differ.

mod comments;
mod constants;

use cbindgen::{Builder, Config, DocumentationStyle, Language, Style};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The files of `src/ffi` in the order that a newcomer needs them. A section's title is the first line of its file's
/// comment.
const SECTIONS: &[&str] = &[
    "types",
    "library",
    "context",
    "image",
    "data",
    "files",
    "loaders",
    "metadata",
    "metadata_get",
    "metadata_set",
    "planes",
    "array_shape",
    "array_mask",
    "array_elements",
    "array_reduce",
    "array_extremes",
    "array_scan",
    "array_order",
    "array_bytes",
    "geometry",
    "resample",
    "register",
    "regrid",
    "draw",
    "intensity",
    "levels",
    "filter",
    "profile",
    "radial",
    "histogram",
    "table",
    "xray",
    "render",
    "hooks",
];

/// Files of `src/ffi` that export nothing.
const INTERNAL: &[&str] = &["mod", "args", "guard", "registry", "sync"];

/// What test builds export beside the library's functions.
const TEST_ONLY: &[&str] = &["stoner_planted_panic"];

const RULE: &str = "/* ----------------------------------------------------------------------------------------------------------------- */";

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let check = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [argument] if argument == "--check" => true,
        _ => return fail("usage: stoner-header [--check]"),
    };
    let header = match assemble(&root) {
        Ok(header) => header,
        Err(message) => return fail(&message),
    };
    let path = root.join("include/stoner.h");
    if check {
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        return match first_difference(&committed, &header) {
            None => ExitCode::SUCCESS,
            Some(difference) => {
                fail(&format!("include/stoner.h is not what src/ffi makes; run `make header`\n{difference}"))
            }
        };
    }
    let written = std::fs::create_dir_all(root.join("include")).and_then(|()| std::fs::write(&path, header));
    written.map_or_else(|error| fail(&format!("include/stoner.h: {error}")), |()| ExitCode::SUCCESS)
}

fn fail(message: &str) -> ExitCode {
    eprintln!("stoner-header: {message}");
    ExitCode::FAILURE
}

fn assemble(root: &Path) -> Result<String, String> {
    let ffi = root.join("src/ffi");
    every_file_is_listed(&ffi)?;
    let mut header = preface(root)?;
    for section in SECTIONS.iter().filter(|section| file(&ffi, section).exists()) {
        let path = file(&ffi, section);
        let source = read(&path)?;
        let title = title(&source).ok_or_else(|| format!("{} does not begin with `//! Title`", path.display()))?;
        let declarations = constants::align(&comments::tidy(&declarations(&path, &source)?), &source);
        comments::check(&declarations).map_err(|message| format!("{}: {message}", path.display()))?;
        header += &format!("\n{RULE}\n/* {title:113} */\n{RULE}\n\n{}\n", declarations.trim());
    }
    header += "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* STONER_H */\n";
    no_name_comes_twice(&header)?;
    Ok(header)
}

/// Sections are compiled apart, so that two of them may give one name to two constants.
fn no_name_comes_twice(header: &str) -> Result<(), String> {
    let mut seen = std::collections::HashSet::new();
    let name = |line: &'_ str| line.strip_prefix("#define ")?.split([' ', '(']).next().map(str::to_owned);
    match header.lines().filter_map(name).find(|name| !seen.insert(name.clone())) {
        Some(name) => Err(format!("{name} is defined twice")),
        None => Ok(()),
    }
}

fn file(ffi: &Path, section: &str) -> PathBuf {
    ffi.join(section).with_extension("rs")
}

/// A file that is forgotten here would be exported, but not declared.
fn every_file_is_listed(ffi: &Path) -> Result<(), String> {
    for entry in std::fs::read_dir(ffi).map_err(|error| format!("{}: {error}", ffi.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if !SECTIONS.contains(&stem) && !INTERNAL.contains(&stem) {
            return Err(format!("{} is in neither list of tools/header/src/main.rs", path.display()));
        }
    }
    Ok(())
}

/// `preface.h` with the numbers of the crate's version.
fn preface(root: &Path) -> Result<String, String> {
    let manifest = read(&root.join("Cargo.toml"))?;
    let version = manifest
        .split("[package]")
        .nth(1)
        .and_then(|package| package.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"')))
        .ok_or("Cargo.toml names no version")?;
    let [major, minor, patch] = version.split('.').collect::<Vec<_>>()[..] else {
        return Err(format!("version {version} is not of the form major.minor.patch"));
    };
    Ok(read(&root.join("tools/header/preface.h"))?
        .replace("@MAJOR@", major)
        .replace("@MINOR@", minor)
        .replace("@PATCH@", patch))
}

fn title(source: &str) -> Option<&str> {
    source.lines().next()?.strip_prefix("//! ").map(|title| title.trim_end_matches('.'))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What cbindgen makes from one file.
fn declarations(path: &Path, source: &str) -> Result<String, String> {
    let mut config = Config {
        language: Language::C,
        style: Style::Type,
        cpp_compat: false,
        no_includes: true,
        documentation_style: DocumentationStyle::Doxy,
        line_length: 118,
        tab_width: 4,
        ..Config::default()
    };
    config.export.include = opaque_types(source);
    config.export.exclude = TEST_ONLY.iter().map(ToString::to_string).collect();
    let bindings = Builder::new().with_config(config).with_src(path).generate();
    let mut text = Vec::new();
    bindings.map_err(|error| format!("{}: {error}", path.display()))?.write(&mut text);
    String::from_utf8(text).map_err(|error| error.to_string())
}

/// The handle types that a file defines: no function of the same file need use them.
fn opaque_types(source: &str) -> Vec<String> {
    source
        .lines()
        .filter_map(|line| line.strip_prefix("pub struct ")?.strip_suffix(" {"))
        .filter(|name| name.starts_with("stoner_"))
        .map(str::to_owned)
        .collect()
}

/// The first lines that differ, as a diff shows them.
fn first_difference(committed: &str, made: &str) -> Option<String> {
    if committed == made {
        return None;
    }
    let (old, new): (Vec<_>, Vec<_>) = (committed.lines().collect(), made.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let mut text = format!("@@ line {} @@\n", same + 1);
    for line in &old[same.saturating_sub(2)..same] {
        text += &format!(" {line}\n");
    }
    for (sign, lines) in [('-', &old), ('+', &new)] {
        for line in lines.iter().skip(same).take(5) {
            text += &format!("{sign}{line}\n");
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_its_place() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\nc\n", "a\nx\nc\n").unwrap(), "@@ line 2 @@\n a\n-b\n-c\n+x\n+c\n");
        assert_eq!(first_difference("a\n", "a\nb\n").unwrap(), "@@ line 2 @@\n a\n+b\n");
        assert!(first_difference("", "a\n").is_some());
    }

    #[test]
    fn a_section_is_declarations_with_their_comments() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let path = folder.join("sample.rs");
        let source = read(&path).unwrap();
        let made = constants::align(&comments::tidy(&declarations(&path, &source).unwrap()), &source);
        assert_eq!(made.trim(), read(&folder.join("sample.h")).unwrap().trim());
        assert_eq!(title(&source), Some("A sample section"));
        comments::check(&made).unwrap();
    }
}
