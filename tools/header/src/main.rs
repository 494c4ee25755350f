//! Reads the description of the interface from `src/ffi` and makes three files of it: `interface/interface.json`, the interface as
//! data; `include/stoner.h`: the preface, then one section for each file of `src/ffi`, declared by cbindgen; and
//! `src/ffi/operations_table.rs`, by which the library calls operations by name, and `src/ffi/core/enumerations.rs`, from which its messages say what
//! an enumeration has.
//!
//! `cargo run -p stoner-header` writes them; with `-- --check` it compares and fails where they differ.

mod comments;
mod constants;
mod enumerations;
mod marks;
mod model;
mod operations;
mod source;
mod standard;
mod tags;

use cbindgen::{Builder, Config, DocumentationStyle, Language, Style};
use model::{Constant, Function, Handle, Interface, Section};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The files of `src/ffi`, in tiers: what every program needs first, then more as it is needed. A section's title is the first line of
/// its file's comment.
const TIERS: &[(&str, &[&str])] = &[
    (
        "First steps: files, images, errors",
        &["types", "library", "files", "image", "scan", "scan_read", "live", "context"],
    ),
    (
        "Processing",
        &[
            "geometry",
            "resample",
            "register",
            "regrid",
            "draw",
            "arithmetic",
            "intensity",
            "levels",
            "filter",
            "profile",
            "radial",
            "histogram",
            "xray",
            "table",
            "render",
        ],
    ),
    (
        "What belongs to an image: pixels, metadata, planes",
        &["data", "metadata", "metadata_get", "metadata_set", "planes", "frames"],
    ),
    (
        "Arrays: the methods of numpy.ma",
        &[
            "array_shape",
            "array_mask",
            "array_elements",
            "array_reduce",
            "array_extremes",
            "array_scan",
            "array_order",
            "array_bytes",
        ],
    ),
    ("For whole programs: formats, operations by name, dialogs", &["loaders", "operations", "hooks"]),
];

/// Each section with its tier.
fn in_tiers() -> impl Iterator<Item = (&'static str, &'static str)> {
    TIERS.iter().flat_map(|(tier, sections)| sections.iter().map(move |section| (*tier, *section)))
}

/// What exports nothing in `src/ffi`: files and a folder.
const INTERNAL: &[&str] = &["mod", "core", "dispatch", "operations_table", "option_text", "report"];

/// What test builds export beside the library's functions.
const TEST_ONLY: &[&str] = &["stoner_planted_panic"];

/// Stands before each function; the preface defines it.
const API: &str = "STONER_API";

const RULE: &str = "/* ----------------------------------------------------------------------------------------------------------------- */";

const BAR: &str = "/* ================================================================================================================= */";

fn main() -> ExitCode {
    // That of the tree in which cargo runs it: the program may have been built in another one.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let root = Path::new(&package).join("../..");
    let check = match std::env::args().skip(1).collect::<Vec<_>>().as_slice() {
        [] => false,
        [argument] if argument == "--check" => true,
        _ => return fail("usage: stoner-header [--check]"),
    };
    let made = describe(&root).and_then(|interface| {
        let json = serde_json::to_string_pretty(&interface).map_err(|error| error.to_string())? + "\n";
        Ok([
            ("interface/interface.json", json),
            ("include/stoner.h", assemble(&root, &interface)?),
            ("src/ffi/core/enumerations.rs", enumerations::table(&interface)),
            ("src/ffi/operations_table.rs", operations::table(&interface)),
        ])
    });
    let result = made.and_then(|files| {
        files
            .iter()
            .try_for_each(|(name, text)| if check { compare(&root, name, text) } else { write(&root, name, text) })
    });
    result.map_or_else(|message| fail(&message), |()| ExitCode::SUCCESS)
}

fn compare(root: &Path, name: &str, text: &str) -> Result<(), String> {
    let committed = std::fs::read_to_string(root.join(name)).unwrap_or_default();
    match first_difference(&committed, text) {
        None => Ok(()),
        Some(difference) => Err(format!("{name} is not what src/ffi makes; run `make header`\n{difference}")),
    }
}

fn write(root: &Path, name: &str, text: &str) -> Result<(), String> {
    let path = root.join(name);
    let folder = path.parent().unwrap_or(root);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&path, text))
        .map_err(|error| format!("{name}: {error}"))
}

fn fail(message: &str) -> ExitCode {
    eprintln!("stoner-header: {message}");
    ExitCode::FAILURE
}

/// The description of the interface, from all files of `src/ffi`.
fn describe(root: &Path) -> Result<Interface, String> {
    let ffi = root.join("src/ffi");
    every_file_is_listed(&ffi)?;
    let mut constants = version_constants(&version(root)?);
    let (mut sections, mut raw, mut handles) = (Vec::new(), Vec::new(), Vec::new());
    for (tier, section) in in_tiers().filter(|(_, section)| file(&ffi, section).exists()) {
        let path = file(&ffi, section);
        let source = read(&path)?;
        let fault = |message: &str| format!("{}: {message}", path.display());
        let (title, text) = heading(&source).ok_or_else(|| fault("it does not begin with `//! Title`"))?;
        sections.push(Section { name: section.to_owned(), tier: tier.to_owned(), title, text });
        let described = source::read(section, &source, TEST_ONLY).map_err(|message| fault(&message))?;
        constants.extend(described.constants);
        handles.extend(described.handles);
        raw.extend(described.functions);
    }
    let enumerations = source::enumerations(&constants);
    let mut functions = source::resolve(&raw, &enumerations)?;
    new_functions_say_since_when(root, &functions)?;
    operations::name_all(&mut functions);
    no_text_points_nowhere(&sections, &functions)?;
    let handles = handles
        .into_iter()
        .map(|(name, doc)| Handle {
            free: Some(format!("{name}_free")).filter(|free| functions.iter().any(|function| function.name == *free)),
            name,
            doc,
        })
        .collect();
    Ok(Interface { schema: 1, version: version(root)?, handles, enumerations, constants, sections, functions })
}

/// A function takes the version from which on it exists from its file, unless it says one itself. What the description does not have yet is of
/// this version.
fn new_functions_say_since_when(root: &Path, functions: &[Function]) -> Result<(), String> {
    let known = std::fs::read_to_string(root.join("interface/interface.json")).unwrap_or_default();
    let version = version(root)?;
    let new = |function: &&Function| !known.contains(&format!("\"name\": \"{}\"", function.name));
    let wrong = functions.iter().filter(new).filter(|function| function.since != version);
    let faults: Vec<String> = wrong.map(|f| format!("{} is new: `@since {version}`", f.name)).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// Comments and section texts stand in each language's help, where nothing is above or below.
fn no_text_points_nowhere(sections: &[Section], functions: &[Function]) -> Result<(), String> {
    let titles: Vec<&str> = sections.iter().map(|section| section.title.as_str()).collect();
    let mut faults = source::dangling_functions(functions);
    let mut look = |name: &str, text: &str| {
        faults.extend(source::points_nowhere(text, &titles).map(|fault| format!("{name}: {fault}")));
    };
    for section in sections {
        look(&section.title, &section.text);
    }
    for function in functions {
        for text in [&function.doc, &function.result.doc, &function.errors.text] {
            look(&function.name, text);
        }
        for parameter in &function.parameters {
            look(&format!("{}, {}", function.name, parameter.name), &parameter.doc);
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

fn assemble(root: &Path, interface: &Interface) -> Result<String, String> {
    let preface = preface(root, &interface.handles)?;
    let mut header = preface.clone();
    let mut tier = "";
    for section in &interface.sections {
        let path = file(&root.join("src/ffi"), &section.name);
        let source = read(&path)?;
        let declarations = comments::of_functions(&declarations(&path, &source)?, &interface.functions);
        let declarations = constants::align(&comments::without_tags(&declarations), &source);
        comments::check(&declarations).map_err(|message| format!("{}: {message}", path.display()))?;
        if section.tier != tier {
            tier = &section.tier;
            header += &format!("\n{BAR}\n/* {:113} */\n{BAR}\n", tier.to_uppercase());
        }
        header += &format!("\n{RULE}\n/* {:113} */\n{RULE}\n\n", section.title);
        if !section.text.is_empty() {
            header += &comments::block("/*", &section.text);
            header += "\n\n";
        }
        header += declarations.trim();
        header += "\n";
    }
    header += "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* STONER_H */\n";
    no_name_comes_twice(&preface, &header[preface.len()..])?;
    Ok(header)
}

/// Sections are compiled apart, so that two of them may give one name to two constants. The preface defines a name once for each
/// platform.
fn no_name_comes_twice(preface: &str, sections: &str) -> Result<(), String> {
    let name = |line: &'_ str| line.strip_prefix("#define ")?.split([' ', '(']).next().map(str::to_owned);
    let mut seen: std::collections::HashSet<String> = preface.lines().filter_map(name).collect();
    match sections.lines().filter_map(name).find(|name| !seen.insert(name.clone())) {
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
        if !in_tiers().any(|(_, section)| section == stem) && !INTERNAL.contains(&stem) {
            return Err(format!("{} is in no list of tools/header/src/main.rs", path.display()));
        }
    }
    Ok(())
}

/// `preface.h` with the types of handles and the numbers of the crate's version.
fn preface(root: &Path, handles: &[Handle]) -> Result<String, String> {
    let version = version(root)?;
    let [major, minor, patch] = version.split('.').collect::<Vec<_>>()[..] else {
        return Err(format!("version {version} is not of the form major.minor.patch"));
    };
    Ok(read(&root.join("tools/header/preface.h"))?
        .replace("@TIERS@", &TIERS.iter().enumerate().map(tier_line).collect::<Vec<_>>().join("\n"))
        .replace("@HANDLES@", &handles.iter().map(handle_line).collect::<Vec<_>>().join("\n"))
        .replace("@MAJOR@", major)
        .replace("@MINOR@", minor)
        .replace("@PATCH@", patch))
}

/// A tier, as the preface names it.
fn tier_line((number, (tier, _)): (usize, &(&str, &[&str]))) -> String {
    format!(" *     {}. {tier}", number + 1)
}

/// A type of handles, as the preface names it.
fn handle_line(handle: &Handle) -> String {
    let freed = handle.free.as_ref().map(|free| format!(" Freed with {free}.")).unwrap_or_default();
    let text = comments::wrapped(&format!("{} *: {}{freed}", handle.name, handle.doc));
    format!(" *     {}", text.replace("\n       ", "\n *         "))
}

fn version(root: &Path) -> Result<String, String> {
    let manifest = read(&root.join("Cargo.toml"))?;
    let package = manifest.split("[package]").nth(1).unwrap_or_default();
    let version = package.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| "Cargo.toml names no version".to_owned())
}

/// The macros of the preface that hold the version.
fn version_constants(version: &str) -> Vec<Constant> {
    ["MAJOR", "MINOR", "PATCH"]
        .iter()
        .zip(version.split('.'))
        .map(|(part, number)| Constant {
            name: format!("STONER_VERSION_{part}"),
            value: number.parse().unwrap_or_default(),
            doc: String::new(),
            section: TIERS[0].1[0].to_owned(),
            enumeration: None,
        })
        .collect()
}

/// The title and the text of a section: the comment at the top of its file.
fn heading(source: &str) -> Option<(String, String)> {
    let mut lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let title = lines.next()?.strip_prefix(' ')?.trim_end_matches('.').to_owned();
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let text: Vec<&str> = lines.filter(|line| !source::is_tag(line)).collect();
    Some((title, text.join("\n").trim().to_owned()))
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
    config.function.prefix = Some(API.to_owned());
    config.export.include = opaque_types(source);
    config.export.exclude = TEST_ONLY.iter().map(ToString::to_string).collect();
    let bindings = Builder::new().with_config(config).with_src(path).generate();
    let mut text = Vec::new();
    bindings.map_err(|error| format!("{}: {error}", path.display()))?.write(&mut text);
    let text = String::from_utf8(text).map_err(|error| error.to_string())?;
    Ok(comments::beside_declarations(&text, API))
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

    /// What `docs/adding-an-operation.md` shows is Rust, and its declaration becomes an operation.
    #[test]
    fn the_example_of_the_documents_is_an_operation() {
        let page = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/adding-an-operation.md")).unwrap();
        let blocks: Vec<&str> = page.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        let [code, declaration] = blocks[..] else { panic!("{} examples", blocks.len()) };
        syn::parse_file(code).unwrap();
        let described = source::read("levels", declaration, TEST_ONLY).unwrap();
        let functions = source::resolve(&described.functions, &[]).unwrap();
        assert_eq!(operations::name(&functions[0]).as_deref(), Some("compress_values"));
    }

    #[test]
    fn a_section_is_declarations_with_their_comments() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        let path = folder.join("sample.rs");
        let source = read(&path).unwrap();
        let described = source::read("sample", &source, TEST_ONLY).unwrap();
        let enumerations = source::enumerations(&described.constants);
        let functions = source::resolve(&described.functions, &enumerations).unwrap();
        let declared = comments::of_functions(&declarations(&path, &source).unwrap(), &functions);
        let made = constants::align(&comments::without_tags(&declared), &source);
        assert_eq!(made.trim(), read(&folder.join("sample.h")).unwrap().trim());
        let json = serde_json::to_string_pretty(&functions).unwrap();
        assert_eq!(json.trim(), read(&folder.join("sample.json")).unwrap().trim());
        assert_eq!(heading(&source).unwrap().0, "A sample section");
        comments::check(&made).unwrap();
    }
}
