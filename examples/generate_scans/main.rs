//! Writes scans of a made-up magnetic sample, as the PolLux beamline lays them out (NXstxm 1.3): a pair of images with
//! opposite polarization, `domain_plus.hdf5` and `domain_minus.hdf5`, or one scan of another kind; `cobalt` is the demo's stack.
//!
//! `generate_scans OUTDIR [pair | tiled | meander | y-fast | tiled-meander | stack | focus | nan | v1.1 | aborted | cobalt]...`

mod scan;

use scan::{Kind, Spec};
use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, kinds)) = arguments.split_first() else {
        eprintln!("usage: generate_scans OUTDIR [KIND]...; kinds: pair, {}", names().join(", "));
        std::process::exit(2);
    };
    let kinds: Vec<&str> = if kinds.is_empty() { vec!["pair"] } else { kinds.iter().map(String::as_str).collect() };
    if let Err(error) = kinds.iter().try_for_each(|kind| write(Path::new(folder), kind)) {
        eprintln!("generate_scans: {error}");
        std::process::exit(1);
    }
}

fn write(folder: &Path, kind: &str) -> Result<(), String> {
    let specs = match kind {
        "pair" => vec![
            ("domain_plus".to_owned(), Spec { polarization: 0.2, ..Spec::default() }),
            ("domain_minus".to_owned(), Spec { polarization: -0.2, noise_seed: 2, ..Spec::default() }),
        ],
        other => vec![(other.replace('.', "_"), variant(other).ok_or_else(|| format!("there is no kind '{other}'"))?)],
    };
    for (name, spec) in specs {
        let path = folder.join(name + ".hdf5");
        let truth = scan::write(&path, &spec).map_err(|error| format!("'{}': {error}", path.display()))?;
        println!("{}: shape {:?}", path.display(), truth.shape);
    }
    Ok(())
}

fn names() -> Vec<&'static str> {
    vec!["tiled", "meander", "y-fast", "tiled-meander", "stack", "focus", "nan", "v1.1", "aborted", "cobalt"]
}

fn variant(name: &str) -> Option<Spec> {
    let plain = Spec { rows: 50, columns: 40, ..Spec::default() };
    Some(match name {
        "tiled" => Spec { tiles: [4, 2], ..plain },
        "meander" => Spec { meander: true, ..plain },
        "y-fast" => Spec { y_fast: true, ..plain },
        "tiled-meander" => Spec { tiles: [3, 2], meander: true, ..plain },
        "stack" => Spec { kind: Kind::Stack, ..plain },
        "focus" => Spec { kind: Kind::Focus, ..plain },
        "nan" => Spec { nan: true, ..plain },
        "v1.1" => Spec { version: "1.1", ..plain },
        "aborted" => Spec { measured: Some(777), ..plain },
        "cobalt" => Spec::cobalt(),
        _ => return None,
    })
}
