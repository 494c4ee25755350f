//! Files: loading and saving
//!
//! @since 0.1.0

use super::core::args::{boolean, named, optional_text, out, text};
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::context::{Error, Status};
use crate::io;
use std::ffi::c_char;
use std::path::Path;

/// Loads an image file of any supported kind: NXstxm (HDF5), SDF, TIFF, PNG, npy. The kind is determined from
/// its content, then from its name.
/// @param filetype [text; optional] "nxstxm", "sdf", "tiff", "png" or "npy" uses that loader only; NULL: determined
/// @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT when no loader knows the file (the message has what each of
///         them said); STONER_ERR_CORRUPT; STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_MEMORY
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_load(
    ctx: *mut stoner_context,
    path: *const c_char,
    filetype: *const c_char,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let path = Path::new(text(path, "path")?);
        place.set_image(io::load(context, path, optional_text(filetype, "filetype")?)?)
    })
}

/// Loads a scan of a scanning transmission X-ray microscope: NXstxm HDF5 as the PolLux beamline writes it. Row 0 is the
/// top of the picture, the highest sample_y. An image becomes an array of (rows, columns), an energy stack one of
/// (energies, rows, columns). The measured positions come as planes "actual_x" and "actual_y", the ring current as
/// plane "beam current", the nominal grid as the map; all else below the entry as metadata, in the order of the file,
/// under its path with dots ("collection.energy.value"). A unit that the file does not give is none, and a warning tells.
///
/// Of several scans and detectors in a file the one is loaded to which NeXus' attributes `default` and `signal` lead; without
/// them the first entry by name, and in it the image of the sample before spectra of its pixels. A warning names the others.
///
/// A file that a program has open for writing, in the old format or in SWMR mode, can be read.
/// @param regrid [bool; default false] 0: the pixels as they were measured; 1: interpolated linearly from the measured
///        positions onto the nominal grid, as stoner_image_gridimage does without options: grid points without data or in
///        a hole of the data are masked
/// @param bcn [bool; default false] 1: divided by the ring current, which is regridded first when the image is; pixels
///        whose current is not a number above 0 are masked before that, and a warning counts them
/// @return STONER_ERR_FILE_NOT_FOUND; STONER_ERR_FORMAT (the message says what was looked for); STONER_ERR_CORRUPT;
///         STONER_ERR_BEING_WRITTEN; STONER_ERR_IO; STONER_ERR_NO_RESULT (regrid without measured positions or a grid in x
///         and y, bcn without a ring current above 0); STONER_ERR_NO_MEMORY
#[cfg(feature = "hdf5")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_load_stxm(
    ctx: *mut stoner_context,
    path: *const c_char,
    regrid: i32,
    bcn: i32,
    out: *mut *mut stoner_image,
) -> i32 {
    guard!(ctx, |context| {
        let place = self::out(out, "out")?;
        let path = Path::new(text(path, "path")?);
        let options = io::nxstxm::Options { regrid: boolean(regrid, "regrid")?, bcn: boolean(bcn, "bcn")? };
        place.set_image(io::nxstxm::load(context, path, &options)?)
    })
}

/// Saves an image to a temporary file, which is then renamed, so that a crash or a full disk leaves an old file complete.
///
/// All functions that save do so. The new file keeps the old one's permissions, owner, group and extended attributes, as far as
/// the process may set them. A symbolic link stays, and its target is replaced. Other names of the old file (hard links)
/// keep the old contents. What killed saves left in the folder (".stoner-*.tmp") is removed. A file-size limit of the process
/// (RLIMIT_FSIZE) is STONER_ERR_IO; its signal does not reach the program.
/// @param path [path; optional] UTF-8; NULL: the image's file name, with the extension of the format
///
/// NeXus HDF5 ("nxs") holds everything: pixels of any rank and dtype, mask, fill value, planes, map, metadata, title, axis of frames, what
/// stoner_image_apply_all did, and the SHA-256 of the file that the image was loaded from, if that is unchanged and has up to 256 MiB. It is
/// an NXstxm scan where the image has all that this asks for, else an NXdata. Row 0 is written first. Two saves under one name are the same
/// bytes. stoner_scan_open opens it too where it has the axes of a scan. Another program's HDF5 file is not replaced: the file name of an image that
/// was loaded from a scan is the scan's.
/// @param formats [text; optional] "tif", "png", "npy", "nxs" (also "hdf5", "h5", "hdf"), or several with commas between: each file then gets
///        the extension of its format (.tiff for "tif"), in place of an image's; any other ("scan_708.1") is part of the name. NULL:
///        one file in the format of the name's extension.
/// @param forcetype [bool; default false] for TIFF; see stoner_image_save_tiff
/// @return STONER_ERR_INVALID_ARGUMENT for an unknown format (the message lists them), before anything is written, and for the name of another
///         program's HDF5 file;
///         STONER_ERR_FILE_NOT_FOUND (no such folder); STONER_ERR_IO; and what saving to each format gives
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_save(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
    formats: *const c_char,
    forcetype: i32,
) -> i32 {
    guard!(ctx, |context| {
        let image = images::get(image, "image")?;
        let path = match optional_text(path, "path")? {
            Some(path) => path,
            None => image.filename().ok_or_else(|| {
                Error::new(
                    Status::InvalidArgument,
                    "`path` is NULL and the image has no file name; one of them is needed",
                )
            })?,
        };
        let formats: Vec<&str> = match optional_text(formats, "formats")? {
            Some(list) => list.split(',').map(str::trim).collect(),
            None => Vec::new(),
        };
        io::save(context, &image, Path::new(path), &formats, boolean(forcetype, "forcetype")?)
    })
}

/// Saves a TIFF with the metadata in its ImageDescription; planes, map and mask travel in a private tag. A stack becomes
/// a file of several pages. Python's Stoner package reads it. The map's pixel size is the file's resolution; labels of frames
/// (the entry "Labels", else a stack's energies) stand where ImageJ looks for them.
/// @param forcetype [bool; default false] 0: u8, u16, u32 and i32 as they are, bool as u8, i8 and i16 as i32, all else as
///        32-bit float (a warning where that loses); 1: every dtype exactly (complex has no TIFF type:
///        STONER_ERR_UNSUPPORTED)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_save_tiff(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
    forcetype: i32,
) -> i32 {
    guard!(ctx, |context| {
        let forcetype = boolean(forcetype, "forcetype")?;
        let image = images::get(image, "image")?;
        io::tiff::save(context, &image, named(path, &["tif", "tiff"])?, forcetype)
    })
}

/// Saves an 8-bit grey PNG, round(255 (v - min) / (max - min)), with the metadata in its text chunks. For pictures: the
/// pixels' values are lost.
/// @return STONER_ERR_SHAPE when the image has not rank 2
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_save_png(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
) -> i32 {
    guard!(ctx, |context| io::png::save(context, &*images::get(image, "image")?, named(path, &["png"])?))
}

/// Saves the array alone, of any rank and dtype, as numpy's npy. Mask and metadata are not in it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_save_npy(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    path: *const c_char,
) -> i32 {
    guard!(ctx, |context| io::npy::save(context, &*images::get(image, "image")?, named(path, &["npy"])?))
}
