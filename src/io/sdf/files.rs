//! Where the data of a region, a channel and a frame lie: beside the header, or in a folder of its name.
//!
//! The name is the header's, `_`, a letter for the channel, three digits for the frame of a stack, and a digit for the region where there are
//! several.

use std::path::{Path, PathBuf};

/// Whether the first bytes of a file are those of a header.
pub fn sniff(head: &[u8]) -> bool {
    const NAME: &[u8] = b"ScanDefinition";
    let text = head.iter().all(|&b| b >= b' ' || matches!(b, b'\t' | b'\r' | b'\n'));
    text && head.windows(NAME.len()).any(|part| part == NAME)
}

/// Whether a file's name is that of data, whose header has another one.
pub fn is_data(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xim") || ending.eq_ignore_ascii_case("xsp"))
}

/// What tells one image from the others of a scan.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub channel: usize,
    /// `None` where the scan is no stack.
    pub frame: Option<usize>,
    pub region: usize,
    /// Of so many.
    pub regions: usize,
    pub is_spectrum: bool,
}

/// The header that belongs to a file: itself, or, of a data file, the one whose name its own begins with, beside it or one folder up.
pub fn header_of(path: &Path) -> Option<PathBuf> {
    if !is_data(path) {
        return Some(path.to_owned());
    }
    let stem = path.file_stem()?.to_str()?;
    let base = stem.rsplit_once('_').map_or(stem, |(base, _)| base);
    let folder = path.parent()?;
    let folders = [
        Some(folder.to_owned()),
        Some(folder.join(base)),
        folder.canonicalize().ok().and_then(|f| f.parent().map(Path::to_owned)),
    ];
    let endings = ["hdr", "HDR", "Hdr"];
    let names = [base, stem];
    folders.iter().flatten().find_map(|folder| {
        names.iter().find_map(|name| {
            endings.iter().map(|ending| folder.join(format!("{name}.{ending}"))).find(|header| header.is_file())
        })
    })
}

/// The file of an image or a spectrum, if it is there.
pub fn find(header: &Path, place: Place) -> Option<PathBuf> {
    let (folder, stem) = (header.parent()?, header.file_stem()?.to_str()?);
    let folders = [folder.to_owned(), folder.join(stem)];
    names(stem, place).iter().find_map(|name| {
        folders.iter().find_map(|folder| {
            let path = folder.join(name);
            if path.is_file() {
                return Some(path);
            }
            let upper = path.with_extension(path.extension()?.to_ascii_uppercase());
            upper.is_file().then_some(upper)
        })
    })
}

/// The names that the file may have, the usual one first.
pub fn names(stem: &str, place: Place) -> Vec<String> {
    let Place { channel, frame, region, regions, is_spectrum } = place;
    let letter = letters(channel);
    if is_spectrum {
        let mut names = vec![format!("{stem}_{region}.xsp")];
        if regions == 1 {
            names.extend([format!("{stem}_a.xsp"), format!("{stem}.xsp")]);
        }
        names.push(format!("{stem}_a{region}.xsp"));
        return names;
    }
    match (frame, regions) {
        (Some(frame), 1) => vec![format!("{stem}_{letter}{frame:03}.xim"), format!("{stem}_{letter}{frame:03}0.xim")],
        (Some(frame), _) => vec![format!("{stem}_{letter}{frame:03}{region}.xim")],
        (None, 1) => {
            vec![format!("{stem}_{letter}.xim"), format!("{stem}_{letter}0.xim"), format!("{stem}_{letter}000.xim")]
        }
        (None, _) => vec![format!("{stem}_{letter}{region}.xim"), format!("{stem}_{letter}000{region}.xim")],
    }
}

/// a, b, ..., z, aa, ab, ...
fn letters(mut n: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'a' + (n % 26) as u8);
        if n < 26 {
            break;
        }
        n = n / 26 - 1;
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_channel_frame_and_region() {
        let first = |channel, frame, region, regions, is_spectrum| {
            names("s", Place { channel, frame, region, regions, is_spectrum }).swap_remove(0)
        };
        assert_eq!(first(0, None, 0, 1, false), "s_a.xim");
        assert_eq!(first(1, Some(12), 0, 1, false), "s_b012.xim");
        assert_eq!(first(0, None, 1, 2, false), "s_a1.xim");
        assert_eq!(first(2, Some(1234), 1, 2, false), "s_c12341.xim");
        assert_eq!(first(3, None, 2, 3, true), "s_2.xsp");
        assert_eq!([letters(25), letters(26), letters(27)], ["z", "aa", "ab"]);
    }
}
