//! What the text of an image file has no room or no form for: planes, map, mask, and metadata with its exact values and
//! units. It travels as one block of bytes in a private TIFF tag or PNG chunk; `docs/formats.md` has its layout.
//!
//! Each section has a checksum of its own: what is damaged is left out with a warning, the rest is used.

mod entry;
mod order;
mod reader;
mod writer;

use crate::array::Mask;
use crate::context::{Context, Result, Warning};
use crate::image::{Map, Plane};
use crate::io::limits::{Budget, ENTRY};
pub(super) use entry::Carried;
use entry::{TIMES, UNPACKED};
use reader::Reader;
use std::collections::HashSet;
use writer::Writer;

const MAGIC: &[u8; 8] = b"STNRCARR";
/// Since version 2 arrays and masks may be packed; since version 3 small entries stand together and an array may be a plane in
/// another order. The older ones are read too.
const VERSION: u32 = 3;
/// What planes and mask may become besides, for each pixel: eight of them in double precision.
const OF_PIXEL: usize = 64;
/// Shorter entries are packed together.
const SMALL: usize = 4096;
/// In blocks of about this length.
const BLOCK: usize = 1 << 16;

/// What a sidecar holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Contents {
    /// The shape of the image that planes, map and mask belong to.
    pub shape: Vec<usize>,
    pub planes: Vec<(String, Plane)>,
    pub map: Option<Map>,
    pub mask: Option<Mask>,
    pub title: Option<String>,
    /// The metadata entry with the values of the axis of frames.
    pub frame_key: Option<String>,
    pub entries: Vec<Carried>,
    /// Planes, mask or map were there and belong to another shape than the image has.
    pub foreign: bool,
}

/// How many bytes a sidecar may still unpack.
struct Left {
    entries: usize,
    planes: usize,
    /// Of the planes that were read.
    names: HashSet<String>,
}

impl Contents {
    pub fn is_empty(&self) -> bool {
        // Pages do not tell a stack of one frame from an image: the shape does.
        !matches!(self.shape.as_slice(), [1, _, _])
            && self.planes.is_empty()
            && self.map.is_none()
            && self.mask.is_none()
            && self.title.is_none()
            && self.frame_key.is_none()
            && self.entries.is_empty()
    }

    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory); [`Status::Unsupported`](crate::context::Status::Unsupported) for values
    /// that are nested too deeply.
    pub fn encode(&self) -> Result<Vec<u8>> {
        let mut w = Writer::new();
        w.bytes(MAGIC)?;
        w.bytes(&VERSION.to_le_bytes())?;
        w.section(b"SHAP", |w| w.shape(&self.shape))?;
        if let Some(title) = &self.title {
            w.section(b"TITL", |w| w.text(title))?;
        }
        if let Some(key) = &self.frame_key {
            w.section(b"FRAM", |w| w.text(key))?;
        }
        if let Some(mask) = &self.mask {
            w.section(b"MASK", |w| w.bits(mask))?;
        }
        if let Some(map) = &self.map {
            w.section(b"MAP ", |w| w.map(map))?;
        }
        for (name, plane) in &self.planes {
            w.section(b"PLAN", |w| {
                w.text(name)?;
                w.optional(plane.unit.as_deref())?;
                w.array(&plane.array)
            })?;
        }
        w.begin_entries(&self.planes);
        let mut small = Vec::new();
        for carried in &self.entries {
            let entry = w.apart(|w| w.carried(carried))?;
            if entry.len() <= SMALL {
                writer::extend(&mut small, &(entry.len() as u64).to_le_bytes())?;
                writer::extend(&mut small, &entry)?;
                if small.len() >= BLOCK {
                    w.block(&small)?;
                    small.clear();
                }
            } else {
                w.section(b"META", |w| w.bytes(&entry))?;
            }
        }
        if !small.is_empty() {
            w.block(&small)?;
        }
        w.section(b"END ", |_| Ok(()))?;
        Ok(w.into_bytes())
    }

    /// Reads what is whole. Damage is a warning. Planes, mask and map are taken where they belong to an image of this shape (or to
    /// a stack of one such frame).
    ///
    /// # Errors
    /// [`Status::NoMemory`](crate::context::Status::NoMemory) when it becomes more than the context allows.
    pub fn decode(ctx: &Context, bytes: &[u8], shape: &[usize], budget: &Budget) -> Result<Contents> {
        let mut contents = Contents::default();
        // A context that allows more allows more of this too.
        let packed = UNPACKED.max(budget.limit() / 4).saturating_add(bytes.len().saturating_mul(TIMES));
        let pixels = shape.iter().fold(1usize, |n, &m| n.saturating_mul(m));
        let mut left = Left {
            entries: packed,
            planes: UNPACKED.max(budget.limit() / 4).saturating_add(pixels.saturating_mul(OF_PIXEL)),
            names: HashSet::new(),
        };
        let Some(rest) = bytes.strip_prefix(MAGIC) else {
            ctx.warn_of(
                Warning::FileDamaged,
                "the block with planes, mask and map is damaged at its beginning: it is not used",
            );
            return Ok(contents);
        };
        let mut reader = Reader::new(rest, VERSION, budget);
        let version = match reader.u32() {
            Some(version @ 1..=VERSION) => version,
            Some(version) => {
                ctx.warn_of(
                    Warning::FileReduced,
                    format!(
                        "the block with planes, mask and map has version {version}, known are 1 to {VERSION}: it is not used"
                    ),
                );
                return Ok(contents);
            }
            None => {
                ctx.warn_of(Warning::FileDamaged, "the block with planes, mask and map ends early: it is not used");
                return Ok(contents);
            }
        };
        loop {
            let Some((kind, payload)) = reader.section() else {
                ctx.warn_of(
                    Warning::FileDamaged,
                    "the block with planes, mask and map ends early: what follows is lost",
                );
                return Ok(contents);
            };
            if kind == *b"END " {
                return Ok(contents);
            }
            let whole = payload.and_then(|payload| contents.take(&kind, payload, version, shape, (budget, &mut left)));
            budget.check("the metadata")?;
            if whole.is_none() {
                let what = match &kind {
                    b"MASK" => "the mask",
                    b"MAP " => "the map",
                    b"PLAN" => "a plane",
                    b"META" => "a metadata entry",
                    b"METS" => "a block of metadata entries",
                    _ => "a part",
                };
                ctx.warn_of(Warning::FileDamaged, format!("{what} in the file is damaged and left out"));
            }
        }
    }

    fn take(
        &mut self,
        kind: &[u8; 4],
        payload: &[u8],
        version: u32,
        shape: &[usize],
        (budget, left): (&Budget, &mut Left),
    ) -> Option<()> {
        let belongs = self.shape == shape || matches!(self.shape.split_first(), Some((1, frame)) if frame == shape);
        if matches!(kind, b"MASK" | b"MAP " | b"PLAN") && !belongs {
            self.foreign = true;
            return Some(());
        }
        let frame = &shape[shape.len().saturating_sub(2)..];
        let fits = |found: &[usize]| found == self.shape || found == frame;
        let reader = || Reader::new(payload, version, budget);
        match kind {
            b"SHAP" => {
                let mut r = reader();
                self.shape = r.shape()?;
                r.end()
            }
            b"TITL" => {
                let mut r = reader();
                self.title = Some(r.text()?);
                r.end()
            }
            b"FRAM" => {
                let mut r = reader();
                self.frame_key = Some(r.text()?);
                r.end()
            }
            b"MASK" => {
                let mut r = reader().unpacking(left.planes, &[]);
                self.mask = Some(r.bits(&fits)?);
                left.planes = r.left();
                r.end()
            }
            b"MAP " => {
                let mut r = reader();
                self.map = Some(r.map()?);
                r.end()
            }
            b"PLAN" => {
                let mut r = reader().unpacking(left.planes, &[]);
                let name = r.text()?;
                // No writer gives a name twice, and the memory of both would be taken for one.
                if !left.names.insert(name.clone()) {
                    return None;
                }
                budget.take(ENTRY, "the planes").ok()?;
                let unit = r.optional()?;
                let array = r.array(&fits)?;
                left.planes = r.left();
                self.planes.push((name, Plane { array, unit }));
                r.end()
            }
            b"META" => {
                let mut r = reader().unpacking(left.entries, &self.planes);
                let entry = r.carried()?;
                left.entries = r.left();
                self.entries.push(entry);
                r.end()
            }
            b"METS" => {
                let mut block = reader().unpacking(left.entries, &[]);
                let length = block.length()?;
                let entries = block.numbers(length, 1)?;
                left.entries = block.left();
                block.end()?;
                let mut rest = Reader::new(&entries, version, budget);
                while rest.end().is_none() {
                    let mut r = Reader::new(rest.blob()?, version, budget).unpacking(left.entries, &self.planes);
                    let entry = r.carried()?;
                    left.entries = r.left();
                    r.end()?;
                    self.entries.push(entry);
                }
                Some(())
            }
            // A later version may add parts; they can be passed over.
            _ => Some(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::array::{DType, Data, MaskedArray, alloc};
    use crate::image::{Entry, Metadata, Value};

    fn decode(ctx: &Context, bytes: &[u8], shape: &[usize]) -> Contents {
        Contents::decode(ctx, bytes, shape, &Budget::new(ctx, bytes.len() as u64)).unwrap()
    }

    fn ramp(shape: &[usize]) -> MaskedArray {
        let n: usize = shape.iter().product();
        let values = (0..n).map(|i| (i as f64 * 0.37).sin() + i as f64).collect();
        MaskedArray::from(alloc::from_vec(shape, values).unwrap())
    }

    fn carried(key: &str, value: Value) -> Carried {
        Carried { index: 3, in_text: false, key: key.to_owned(), entry: Entry { value, unit: Some("eV".into()) } }
    }

    fn contents() -> Contents {
        let plane = ramp(&[30, 41]);
        let values = plane.data().to_f64().unwrap();
        let mut up: Vec<f64> = Vec::new();
        for row in (0..30).rev() {
            let part = (0..41).map(|c| values[[row, c]]);
            if row % 2 == 0 { up.extend(part.rev()) } else { up.extend(part) }
        }
        let up = MaskedArray::from(alloc::from_vec(&[1230], up).unwrap());
        let mut entries: Vec<Carried> = (0..3000).map(|i| carried(&format!("key {i}"), Value::Int(i))).collect();
        entries.push(carried("chronological", Value::from(up)));
        Contents {
            shape: vec![30, 41],
            planes: vec![("y".into(), Plane { array: plane, unit: None })],
            entries,
            ..Contents::default()
        }
    }

    #[test]
    fn a_plane_in_another_order_and_many_small_entries_take_little_room() {
        let contents = contents();
        let bytes = contents.encode().unwrap();
        let plain = 1230 * 8;
        assert!(bytes.len() < plain + 3000 * 8, "{}", bytes.len());
        let ctx = Context::new();
        let back = decode(&ctx, &bytes, &[30, 41]);
        assert_eq!(ctx.warning_counts().0, 0);
        let sorted = |c: &Contents| {
            let mut entries = c.entries.clone();
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            entries
        };
        assert!(sorted(&back) == sorted(&contents));
        assert!(back.planes == contents.planes);
        // Without its plane the array is lost, and the rest is not.
        let other = decode(&ctx, &bytes, &[30, 40]);
        assert!(other.foreign && other.planes.is_empty() && other.entries.len() == 3000);
        assert_eq!(ctx.warning_counts().0, 1);
    }

    #[test]
    fn every_cut_and_every_wrong_byte_is_found() {
        let mut contents = contents();
        contents.entries.truncate(20);
        let bytes = contents.encode().unwrap();
        let ctx = Context::new();
        for cut in (0..bytes.len()).step_by(61) {
            decode(&ctx, &bytes[..cut], &[30, 41]);
        }
        for at in (20..bytes.len()).step_by(97) {
            let mut wrong = bytes.clone();
            wrong[at] ^= 0x55;
            let found = decode(&ctx, &wrong, &[30, 41]);
            assert!(found.planes.len() + found.entries.len() <= 21);
        }
    }

    /// 1 MB that would become 1 GB, in arrays of the metadata, in blocks and in planes of another shape.
    #[test]
    fn little_cannot_become_much() {
        let zeros = |key: usize| {
            let array = MaskedArray::from(Data::zeros(DType::F64, &[512 << 10]).unwrap());
            carried(&key.to_string(), Value::from(array))
        };
        let contents = Contents { shape: vec![2, 2], entries: (0..19).map(zeros).collect(), ..Contents::default() };
        let bytes = contents.encode().unwrap();
        let ctx = Context::new();
        // What the writer writes comes back, packed only as far as the reader unpacks.
        assert!((4 << 20..20 << 20).contains(&bytes.len()), "{}", bytes.len());
        assert_eq!((decode(&ctx, &bytes, &[2, 2]).entries.len(), ctx.warning_counts().0), (19, 0));

        // A program that knows no limit.
        let mut w = Writer::new();
        w.section(b"META", |w| w.carried(&zeros(0))).unwrap();
        let section = w.into_bytes();
        let mut bytes = [MAGIC, &VERSION.to_le_bytes()[..]].concat();
        (0..60).for_each(|_| bytes.extend(&section));
        let found = decode(&ctx, &bytes, &[2, 2]).entries.len();
        assert!(found * (4 << 20) <= UNPACKED + TIMES * bytes.len(), "{found}");
        assert!(found < 60, "{found} of {} bytes", bytes.len());
        assert_ne!(ctx.warning_counts().0, 0);
    }

    #[test]
    fn values_nested_too_deeply_are_refused_on_both_sides() {
        let nested = |depth: usize| (0..depth).fold(Value::Int(1), |v, _| Value::List(vec![v]));
        let of = |value: Value| Contents { entries: vec![carried("k", value)], ..Contents::default() };
        let ctx = Context::new();
        let bytes = of(nested(64)).encode().unwrap();
        assert_eq!(decode(&ctx, &bytes, &[]).entries.len(), 1);
        assert!(of(nested(65)).encode().is_err());
        // A file that is nested more deeply, of each kind of container.
        for kind in [9u8, 10, 11] {
            let mut w = Writer::new();
            w.bytes(MAGIC).unwrap();
            w.bytes(&VERSION.to_le_bytes()).unwrap();
            w.section(b"META", |w| {
                w.bytes(&[0; 5])?;
                w.text("k")?;
                w.optional(None)?;
                for _ in 0..100_000 {
                    w.bytes(&[kind])?;
                    w.bytes(&1u64.to_le_bytes())?;
                    if kind == 11 {
                        w.text("k")?;
                        w.optional(None)?;
                    }
                }
                w.bytes(&[0])
            })
            .unwrap();
            let found = decode(&ctx, &w.into_bytes(), &[]);
            assert!(found.entries.is_empty());
        }
        let cluster: Metadata = [("a", Entry::from(nested(63)))].into_iter().collect();
        assert_eq!(decode(&ctx, &of(Value::Cluster(cluster)).encode().unwrap(), &[]).entries.len(), 1);
    }

    /// What a block of one section is read as, and the warnings.
    fn of_section(kind: &[u8; 4], payload: &[u8]) -> (Contents, Vec<String>) {
        let mut w = Writer::new();
        w.section(b"SHAP", |w| w.shape(&[2, 3])).unwrap();
        w.section(kind, |w| w.bytes(payload)).unwrap();
        w.section(b"END ", |_| Ok(())).unwrap();
        let ctx = Context::new();
        let contents = decode(&ctx, &[MAGIC, &VERSION.to_le_bytes()[..], &w.into_bytes()].concat(), &[2, 3]);
        let warnings = (0..ctx.warning_counts().0).map(|i| ctx.warning(i).unwrap()).collect();
        (contents, warnings)
    }

    fn entry(value: &[u8]) -> Vec<u8> {
        // Its index, that it is in no text, a key of one letter, no unit.
        [&[0; 5][..], &1u64.to_le_bytes(), b"k\0", value].concat()
    }

    #[test]
    fn a_block_that_is_not_whole_says_so() {
        let warnings = |bytes: &[u8]| {
            let ctx = Context::new();
            assert!(decode(&ctx, bytes, &[]).is_empty());
            (0..ctx.warning_counts().0).map(|i| ctx.warning(i).unwrap()).collect::<Vec<_>>()
        };
        let begins = |rest: &[u8]| [MAGIC, rest].concat();
        let block = "the block with planes, mask and map";
        assert_eq!(warnings(b"STNRCARS"), [format!("{block} is damaged at its beginning: it is not used")]);
        assert_eq!(warnings(&begins(&[3, 0])), [format!("{block} ends early: it is not used")]);
        for version in [0, 4] {
            let known = format!("{block} has version {version}, known are 1 to 3: it is not used");
            assert_eq!(warnings(&begins(&[version, 0, 0, 0])), [known]);
        }
        assert_eq!(warnings(&begins(&[3, 0, 0, 0])), [format!("{block} ends early: what follows is lost")]);
    }

    #[test]
    fn what_a_section_cannot_hold_is_left_out_by_name() {
        let unit = |value: &[u8]| [&[0; 5][..], &1u64.to_le_bytes(), b"k", value].concat();
        let u64s = |n: u64| n.to_le_bytes();
        // An array of f64 without a mask in the shape of the image, and how its elements stand.
        let array = |dtype: u8, masked: u8, rank: u8, packing: &[u8]| {
            let shape = [u64s(2), u64s(3)].concat();
            let plane = [&u64s(1)[..], b"p\0", &[dtype, masked, rank], &shape, packing].concat();
            (b"PLAN", plane, "a plane")
        };
        let elements = [&[0][..], &[0; 48]].concat();
        let cases = [
            (b"SHAP", vec![9], "a part"),
            (b"SHAP", vec![0, 0], "a part"),
            (b"TITL", [&u64s(1)[..], &[0xFF]].concat(), "a part"),
            (b"FRAM", [&u64s(2)[..], b"k"].concat(), "a part"),
            (b"MAP ", vec![0; 47], "the map"),
            // A name of the map that has no end; a unit that is neither there nor not.
            (b"MAP ", vec![0; 63], "the map"),
            (b"MAP ", [&[0; 64][..], &[2, 0]].concat(), "the map"),
            (b"MASK", [&[2][..], &u64s(2), &u64s(4), &[0; 9]].concat(), "the mask"),
            (b"MASK", [&[2][..], &u64s(2), &u64s(3), &[9, 0]].concat(), "the mask"),
            (b"MASK", [&[2][..], &u64s(2), &u64s(3), &[0]].concat(), "the mask"),
            array(99, 0, 2, &elements),
            array(11, 2, 2, &elements),
            array(11, 1, 2, &elements),
            array(11, 0, 1, &elements),
            array(11, 0, 2, &[3]),
            array(11, 0, 2, &[1, 0]),
            array(11, 0, 2, &[&[1][..], &u64s(2), &[3, 0]].concat()),
            (b"META", entry(&[12]), "a metadata entry"),
            (b"META", entry(&[1]), "a metadata entry"),
            (b"META", entry(&[2, 0, 0]), "a metadata entry"),
            (b"META", entry(&[0, 0]), "a metadata entry"),
            (b"META", entry(&[&[5][..], &u64s(u64::MAX)].concat()), "a metadata entry"),
            (b"META", entry(&[&[9][..], &u64s(2), &[0]].concat()), "a metadata entry"),
            (b"META", entry(&[&[11][..], &u64s(1)].concat()), "a metadata entry"),
            (b"META", unit(&[2]), "a metadata entry"),
            // An array that is a plane, of which there is none.
            (b"META", entry(&[&[8, 11, 0, 1][..], &u64s(6), &[2, 0, 0, 0, 0, 0]].concat()), "a metadata entry"),
            (b"METS", [&u64s(3)[..], &[0, 1, 2, 3]].concat(), "a block of metadata entries"),
            (b"METS", [&u64s(8)[..], &[0], &u64s(1)].concat(), "a block of metadata entries"),
            (b"METS", [&u64s(8)[..], &[0], &u64s(0), &[1]].concat(), "a block of metadata entries"),
        ];
        for (kind, payload, what) in cases {
            let (_, warnings) = of_section(kind, &payload);
            assert_eq!(warnings, [format!("{what} in the file is damaged and left out")], "{payload:?}");
        }
        let (contents, warnings) = of_section(b"PLAN", &array(11, 0, 2, &elements).1);
        assert!(warnings.is_empty() && contents.planes[0].0 == "p" && contents.planes[0].1.unit.is_none());
        // What a later version adds is passed over.
        assert_eq!(of_section(b"NEWS", b"anything").1, Vec::<String>::new());
    }

    #[test]
    fn values_of_every_type_come_back() {
        let array = Value::from(ramp(&[2, 2]));
        let nested: Metadata = [("a", Entry { value: Value::Int(1), unit: Some("eV".into()) })].into_iter().collect();
        for value in [
            Value::None,
            Value::Bool(true),
            Value::Int(-5),
            Value::Float(-0.5),
            Value::Complex(num_complex::Complex::new(1.0, -2.0)),
            Value::from("\u{3bc}m"),
            Value::Bytes(vec![0, 255]),
            Value::Timestamp("2020-01-02".into()),
            array.clone(),
            Value::List(vec![Value::None, array]),
            Value::Tuple(vec![Value::Int(1), Value::from("")]),
            Value::Cluster(nested),
        ] {
            let entries = vec![carried("k", value)];
            let bytes = Contents { entries: entries.clone(), ..Contents::default() }.encode().unwrap();
            assert!(decode(&Context::new(), &bytes, &[]).entries == entries);
        }
    }
}
