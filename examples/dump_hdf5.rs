//! Prints everything that an HDF5 file holds as JSON lines: how the tests compare the reader with others.
//!
//! `dump_hdf5 FILE...` or, without files, the names on the lines of standard input. Each file begins with
//! `{"file": name}` and ends with `{"end": milliseconds, "peak": KiB}`, the most memory that the process has had.

use serde_json::{Value, json};
use std::collections::HashSet;
use std::io::{BufRead, Write};
use std::path::Path;
use std::time::Instant;
use stoner::array::{Data, Element};
use stoner::context::{Context, Error};
use stoner::dispatch;
use stoner::io::hdf5::{self, Content, Group, LinkKind, Object};

/// The most that one dataset may take.
const MOST: u64 = 1 << 30;

fn main() {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let files: Box<dyn Iterator<Item = String>> = match named.is_empty() {
        true => Box::new(std::io::stdin().lock().lines().map_while(Result::ok)),
        false => Box::new(named.into_iter()),
    };
    for file in files {
        let begun = Instant::now();
        put(&json!({ "file": file }));
        let ctx = Context::new();
        let result = hdf5::read(&ctx, Path::new(&file), |file| {
            let mut seen = HashSet::new();
            group(&file.root()?, "", &mut seen)
        });
        if let Err(error) = result {
            put(&failure("file", &file, &error));
        }
        put(&json!({ "end": begun.elapsed().as_secs_f64() * 1e3, "peak": peak() }));
    }
}

fn put(line: &Value) {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    if written.is_err() {
        std::process::exit(1);
    }
}

fn failure(what: &str, name: &str, error: &Error) -> Value {
    json!({ what: name, "error": error.status().constant(), "message": error.to_string() })
}

/// `VmHWM` of this process; 0 where the system has none.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

fn group(at: &Group<'_>, path: &str, seen: &mut HashSet<String>) -> Result<(), Error> {
    let fresh = seen.insert(format!("{:?}", at.token()));
    put(&json!({ "group": path, "again": !fresh }));
    if !fresh {
        return Ok(());
    }
    attributes(path, at.attributes());
    match at.links() {
        Err(error) => put(&failure("links", path, &error)),
        Ok(links) => {
            for link in links {
                let name = format!("{path}/{}", link.name());
                match at.open(&link) {
                    Err(error) => {
                        let kind = if link.kind() == LinkKind::Outside { "outside" } else { "link" };
                        put(&failure(kind, &name, &error));
                    }
                    Ok(Object::Group(found)) => group(&found, &name, seen)?,
                    Ok(Object::Other) => put(&json!({ "other": name })),
                    Ok(Object::Dataset(dataset)) => {
                        put(&content("dataset", &name, dataset.content(MOST)));
                        attributes(&name, dataset.attributes());
                    }
                }
            }
        }
    }
    Ok(())
}

fn attributes(path: &str, attributes: Result<Vec<(String, hdf5::Attribute<'_>)>, Error>) {
    match attributes {
        Err(error) => put(&failure("attributes", path, &error)),
        Ok(attributes) => {
            for (name, attribute) in attributes {
                put(&content("attribute", &format!("{path}@{name}"), attribute.content()));
            }
        }
    }
}

fn content(what: &str, name: &str, content: Result<Content, Error>) -> Value {
    match content {
        Err(error) => failure(what, name, &error),
        Ok(Content::Null) => json!({ what: name, "null": true }),
        Ok(Content::Unread(kind)) => json!({ what: name, "unread": kind }),
        Ok(Content::Text(shape, text)) => json!({ what: name, "shape": shape, "text": text }),
        Ok(Content::Numbers(data)) => {
            json!({ what: name, "shape": data.shape(), "dtype": data.dtype().to_string(), "crc": checksum(&data) })
        }
    }
}

/// The CRC-32 of the elements' bytes in C order, as memory holds them.
fn checksum(data: &Data) -> u32 {
    let mut crc = crc32fast::Hasher::new();
    fn bytes<T: Element + native::Bytes>(x: T) -> Vec<u8> {
        x.bytes()
    }
    dispatch!(all data, |array| array.iter().for_each(|&x| crc.update(&bytes(x))));
    crc.finalize()
}

mod native {
    use num_complex::Complex;

    pub trait Bytes {
        fn bytes(self) -> Vec<u8>;
    }
    macro_rules! bytes {
        ($($type:ty)+) => { $(impl Bytes for $type {
            fn bytes(self) -> Vec<u8> {
                self.to_ne_bytes().to_vec()
            }
        })+ };
    }
    bytes!(u8 i8 u16 i16 u32 i32 u64 i64 f32 f64);
    impl Bytes for bool {
        fn bytes(self) -> Vec<u8> {
            vec![u8::from(self)]
        }
    }
    impl<F: Bytes> Bytes for Complex<F> {
        fn bytes(self) -> Vec<u8> {
            [self.re.bytes(), self.im.bytes()].concat()
        }
    }
}
