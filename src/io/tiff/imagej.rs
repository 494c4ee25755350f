//! ImageJ's entries in a TIFF: lines `name=value` in ImageDescription, and labels of frames in two tags of its own.
//!
//! Reference: the classes `ij.io.TiffEncoder` and `ij.io.TiffDecoder` of ImageJ 1.x, as its documentation describes them.

/// The tags with the lengths of the parts, and with the parts.
pub(super) const LENGTHS_TAG: u16 = 50_838;
pub(super) const PARTS_TAG: u16 = 50_839;

const LABEL: &[u8; 4] = b"labl";

/// The contents of a description.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Description {
    /// The number of frames in the file; 0 if it is not given.
    pub images: u64,
    pub channels: u64,
    pub slices: u64,
    pub frames: u64,
    /// The units of the pixel's width and height; none for "pixel" and blanks.
    pub units: [Option<String>; 2],
}

/// The description, if ImageJ or a program like it wrote it.
pub(super) fn describe(text: &str) -> Option<Description> {
    if !text.starts_with("ImageJ=") {
        return None;
    }
    let mut found = Description { channels: 1, slices: 1, frames: 1, ..Description::default() };
    for (name, value) in text.lines().filter_map(|line| line.split_once('=')) {
        let count = value.trim().parse().unwrap_or(0);
        match name.trim() {
            "images" => found.images = count,
            "channels" => found.channels = count.max(1),
            "slices" => found.slices = count.max(1),
            "frames" => found.frames = count.max(1),
            "unit" => found.units[0] = unit(value),
            "yunit" => found.units[1] = unit(value),
            _ => {}
        }
    }
    if found.units[1].is_none() {
        found.units[1] = found.units[0].clone();
    }
    Some(found)
}

fn unit(text: &str) -> Option<String> {
    // Beyond ASCII characters are written as Java does.
    let text = text.trim().replace("\\u00B5", "\u{b5}").replace("\\u00b5", "\u{b5}");
    let none = text.is_empty() || matches!(text.to_ascii_lowercase().as_str(), "pixel" | "pixels" | "null");
    (!none).then_some(text)
}

/// The labels of the frames: the parts of the kind "labl", in UTF-16 of the file's byte order.
pub(super) fn labels(lengths: &[u64], bytes: &[u8], big_endian: bool) -> Vec<String> {
    let word = |b: &[u8]| {
        let b = [b[0], b[1], b[2], b[3]];
        if big_endian { u32::from_be_bytes(b) } else { u32::from_le_bytes(b) }
    };
    let split = || -> Option<Vec<String>> {
        let (&head, mut lengths) = lengths.split_first()?;
        let (head, mut rest) = bytes.split_at_checked(usize::try_from(head).ok()?)?;
        let kinds = head.strip_prefix(if big_endian { b"IJIJ" } else { b"JIJI" })?;
        let mut labels = Vec::new();
        for kind in kinds.chunks_exact(8) {
            let (name, count) = (word(&kind[..4]).to_be_bytes(), word(&kind[4..]) as usize);
            let (of_kind, others) = lengths.split_at_checked(count)?;
            lengths = others;
            for &length in of_kind {
                let (part, others) = rest.split_at_checked(usize::try_from(length).ok()?)?;
                rest = others;
                if name == *LABEL {
                    let units = part.chunks_exact(2).map(|b| {
                        let b = [b[0], b[1]];
                        if big_endian { u16::from_be_bytes(b) } else { u16::from_le_bytes(b) }
                    });
                    let text: String = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect();
                    labels.push(text);
                }
            }
        }
        Some(labels)
    };
    split().unwrap_or_default()
}

/// The values of both tags for labels, in the byte order of this machine, in which files are written.
pub(super) fn encode_labels(labels: &[String]) -> (Vec<u32>, Vec<u8>) {
    let mut lengths = vec![12];
    let mut bytes = Vec::new();
    for word in [*b"IJIJ", *LABEL] {
        bytes.extend(u32::from_be_bytes(word).to_ne_bytes());
    }
    bytes.extend((labels.len() as u32).to_ne_bytes());
    for label in labels {
        let before = bytes.len();
        bytes.extend(label.encode_utf16().flat_map(u16::to_ne_bytes));
        lengths.push((bytes.len() - before) as u32);
    }
    (lengths, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_read() {
        assert_eq!(describe("{\"shape\": [3]}"), None);
        let found =
            describe("ImageJ=1.53t\nimages=24\nchannels=2\nslices=3\nframes=4\nunit=\\u00B5m\nx=y=z\n").unwrap();
        assert_eq!((found.images, found.channels, found.slices, found.frames), (24, 2, 3, 4));
        assert_eq!(found.units, [Some("\u{b5}m".to_owned()), Some("\u{b5}m".to_owned())]);
        assert_eq!(describe("ImageJ=\nunit=pixel\nimages=-3").unwrap().units[0], None);
    }

    #[test]
    fn labels_come_back_and_damage_gives_none() {
        let labels_in = ["a".to_owned(), String::new(), "707.5 eV \u{3bc} \u{1F600}".to_owned()];
        let (lengths, bytes) = encode_labels(&labels_in);
        let lengths: Vec<u64> = lengths.into_iter().map(u64::from).collect();
        let big = cfg!(target_endian = "big");
        assert_eq!(labels(&lengths, &bytes, big), labels_in);
        assert!(labels(&lengths, &bytes, !big).is_empty());
        for cut in 0..bytes.len() {
            assert!(labels(&lengths, &bytes[..cut], big).is_empty());
        }
        assert!(labels(&[12, u64::MAX, 2, 3], &bytes, big).is_empty());
        assert!(labels(&[], &bytes, big).is_empty());
    }
}
