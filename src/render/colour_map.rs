//! Colour maps by matplotlib's names: tables of 256 colours, the same bytes that matplotlib paints with.
//!
//! The tables are made by `tools/pictures/assets.py` from matplotlib's published data.

use super::colour::Rgba;
use crate::context::{Error, Result};

/// The maps, in the order of the tables. Each has a reverse of the same name with `_r`.
pub const NAMES: [&str; 24] = [
    "gray",
    "viridis",
    "plasma",
    "inferno",
    "magma",
    "cividis",
    "turbo",
    "hot",
    "afmhot",
    "jet",
    "bone",
    "copper",
    "Greys",
    "Blues",
    "coolwarm",
    "RdBu",
    "seismic",
    "bwr",
    "PuOr",
    "PiYG",
    "RdGy",
    "Spectral",
    "cubehelix",
    "hsv",
];

/// The number of colours of a map.
pub const SIZE: usize = 256;

const BYTES: usize = 3 * SIZE;

/// Each map and its reverse.
static TABLES: &[u8; 2 * NAMES.len() * BYTES] = include_bytes!("../../assets/colour_maps.bin");

/// The number of maps, their reverses included.
pub const COUNT: usize = 2 * NAMES.len();

/// The name of a map, 0 to [`COUNT`] - 1; the reverses follow the others.
pub fn name(index: usize) -> Option<String> {
    let plain = NAMES.get(index % NAMES.len())?;
    match index / NAMES.len() {
        0 => Some((*plain).to_owned()),
        1 => Some(format!("{plain}_r")),
        _ => None,
    }
}

/// The colours of a map.
///
/// # Errors
/// [`Status::InvalidArgument`](crate::context::Status::InvalidArgument) with the names that there are.
pub fn table(name: &str) -> Result<[Rgba; SIZE]> {
    let (plain, reversed) = name.strip_suffix("_r").map_or((name, false), |plain| (plain, true));
    let place = NAMES.iter().position(|known| *known == plain).ok_or_else(|| {
        Error::argument("cmap", format!("'{name}'"), format!("{}, and each with _r for its reverse", NAMES.join(", ")))
    })?;
    let start = (2 * place + usize::from(reversed)) * BYTES;
    let mut colours = [[255; 4]; SIZE];
    for (colour, bytes) in colours.iter_mut().zip(TABLES[start..start + BYTES].chunks_exact(3)) {
        colour[..3].copy_from_slice(bytes);
    }
    Ok(colours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_map_is_found_under_its_name_and_goes_the_other_way_with_r() {
        for index in 0..COUNT {
            let name = name(index).unwrap();
            let forth = table(&name).unwrap();
            let back = table(&name.strip_suffix("_r").map_or(format!("{name}_r"), str::to_owned)).unwrap();
            for (a, b) in forth.iter().zip(back.iter().rev()) {
                assert!(a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 1), "{name}");
            }
        }
        assert_eq!(name(COUNT), None);
        let message = table("grey").unwrap_err().message().to_owned();
        assert!(NAMES.iter().all(|name| message.contains(name)), "{message}");
        assert!(table("gray_r_r").is_err() && table("_r").is_err() && table("").is_err());
    }
}
