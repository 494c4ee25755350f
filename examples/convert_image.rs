//! Loads an image of any format and prints it or saves it in another.
//!
//! ```text
//! convert_image INPUT [--filetype NAME] [--json] [--pixels] [--output PATH] [--formats a,b] [--forcetype] [--time]
//! ```
//! `--json` prints dtype, shape, map, metadata in their text form, planes, and the warnings; with `--pixels` also the
//! pixels.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;
use stoner::array::{DType, Data};
use stoner::context::{Context, Error, Result};
use stoner::image::Image;
use stoner::image::metadata::text;

#[derive(Default)]
struct Options {
    input: PathBuf,
    output: Option<PathBuf>,
    filetype: Option<String>,
    formats: Vec<String>,
    forcetype: bool,
    json: bool,
    pixels: bool,
    time: bool,
}

fn options() -> std::result::Result<Options, String> {
    let mut options = Options::default();
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        let mut next = || arguments.next().ok_or("an option lacks its value".to_owned());
        match argument.to_str() {
            Some("--filetype") => options.filetype = Some(next()?.to_string_lossy().into_owned()),
            Some("--output") => options.output = Some(next()?.into()),
            Some("--formats") => {
                options.formats = next()?.to_string_lossy().split(',').map(str::to_owned).collect();
            }
            Some("--forcetype") => options.forcetype = true,
            Some("--json") => options.json = true,
            Some("--pixels") => options.pixels = true,
            Some("--time") => options.time = true,
            Some(other) if other.starts_with("--") => return Err(format!("unknown option {other}")),
            _ => options.input = argument.into(),
        }
    }
    if options.input.as_os_str().is_empty() { Err("no input".to_owned()) } else { Ok(options) }
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", error.status().constant());
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<()> {
    let ctx = Context::new();
    let start = Instant::now();
    let image = stoner::io::load(&ctx, &options.input, options.filetype.as_deref())?;
    let loading = start.elapsed();
    if options.json {
        println!("{}", describe(&ctx, &image, options.pixels)?);
    }
    let start = Instant::now();
    if let Some(output) = &options.output {
        let formats: Vec<&str> = options.formats.iter().map(String::as_str).collect();
        stoner::io::save(&ctx, &image, output, &formats, options.forcetype)?;
    }
    if options.time {
        println!("load {:.4} s, save {:.4} s", loading.as_secs_f64(), start.elapsed().as_secs_f64());
    }
    Ok(())
}

fn describe(ctx: &Context, image: &Image, pixels: bool) -> Result<serde_json::Value> {
    let mut metadata = Vec::new();
    for (key, entry) in image.own_metadata().iter() {
        metadata.push((key, text::type_name(&entry.value), text::to_text(&entry.value)?));
    }
    let mut planes = serde_json::Map::new();
    for (name, plane) in image.planes().iter() {
        planes.insert(name.to_owned(), list(plane.array.data())?);
    }
    let map = image.map().map(|m| serde_json::json!([m.origin, m.step, m.names, m.units]));
    let mask = image.array().mask().map(|mask| mask.iter().map(|&m| u8::from(m)).collect::<Vec<_>>());
    let warnings: Vec<String> = (0..ctx.warning_counts().0).filter_map(|i| ctx.warning(i)).collect();
    Ok(serde_json::json!({
        "dtype": image.dtype().name(),
        "shape": image.shape(),
        "filename": image.filename(),
        "metadata": metadata,
        "planes": planes,
        "map": map,
        "mask": mask,
        "warnings": warnings,
        "pixels": if pixels { list(image.data())? } else { serde_json::Value::Null },
    }))
}

/// The elements in C order: integers as such, floats as text, which alone holds NaN and infinity.
fn list(data: &Data) -> Result<serde_json::Value> {
    if data.dtype().is_integer() || data.dtype() == DType::Bool {
        if let Data::U64(a) = data {
            return Ok(a.iter().copied().collect::<Vec<u64>>().into());
        }
        let Data::I64(a) = data.cast(DType::I64)? else {
            return Err(Error::new(stoner::context::Status::Internal, "a cast gave another dtype"));
        };
        return Ok(a.iter().copied().collect::<Vec<i64>>().into());
    }
    if data.dtype().is_complex() {
        let Data::C128(a) = data.cast(DType::C128)? else {
            return Err(Error::new(stoner::context::Status::Internal, "a cast gave another dtype"));
        };
        return Ok(a.iter().map(|z| vec![format!("{:e}", z.re), format!("{:e}", z.im)]).collect::<Vec<_>>().into());
    }
    Ok(data.to_f64()?.iter().map(|x| format!("{x:e}")).collect::<Vec<_>>().into())
}
