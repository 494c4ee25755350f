//! What was done with the image, and the file that it came from.

use super::names::is_nexus;
use super::tree::Tree;
use crate::context::{Context, Result, Status, Warning};
use crate::image::{Image, Value};
use crate::io::hdf5_writer::{Attributes, File, Value as Written};
use crate::io::sha256;
use serde_json::Value as Json;

/// The entry that `stoner_image_apply_all` writes.
const PROVENANCE: &str = "provenance";
/// More steps than this are among the metadata alone.
const MOST: usize = 1000;
/// A longer file is not read again for its sum.
const LONGEST: u64 = 256 << 20;

/// The file that an image was loaded from.
pub struct Input {
    path: String,
    sum: Option<String>,
}

impl Input {
    /// The file of an image, with its sum where it is still the one that was loaded. Asked before anything is written: it may be the
    /// file that is replaced.
    ///
    /// # Errors
    /// [`Status::Cancelled`].
    pub fn of(ctx: &Context, image: &Image) -> Result<Option<Input>> {
        let Some(origin) = image.origin() else { return Ok(None) };
        let path = origin.path.to_string_lossy().into_owned();
        let unchanged = |file: &std::fs::File| file.metadata().is_ok_and(|about| origin.is_unchanged(&about));
        // A pipe of that name would wait for its writer.
        let regular = std::fs::metadata(&origin.path).is_ok_and(|about| about.is_file());
        let file = std::fs::File::open(&origin.path).ok().filter(|file| regular && unchanged(file));
        let Some(file) = file.filter(|_| origin.length() <= LONGEST) else {
            return Ok(Some(Input { path, sum: None }));
        };
        let sum = match sha256::of(ctx, &file) {
            Ok(sum) if unchanged(&file) => Some(sum),
            Err(error) if error.status() == Status::Cancelled => return Err(error),
            _ => None,
        };
        Ok(Some(Input { path, sum }))
    }
}

/// Adds the groups to the entry.
pub fn write(ctx: &Context, file: &mut File<'_>, entry: &mut Tree, image: &Image, input: Option<&Input>) -> Result<()> {
    let mut put = |tree: &mut Tree, name: &str, value: Written| -> Result<()> {
        let at = file.dataset(&ctx.whole().piece(), &value, &Attributes::default())?;
        tree.link(name, at);
        Ok(())
    };
    if let Some(input) = input {
        let mut note = Tree::of_class("NXnote");
        put(&mut note, "file_name", input.path.as_str().into())?;
        put(&mut note, "description", "the file that the image was loaded from".into())?;
        if let Some(sum) = &input.sum {
            put(&mut note, "algorithm", "sha256".into())?;
            put(&mut note, "checksum", sum.as_str().into())?;
        }
        entry.group("input", note);
    }
    let steps = steps(ctx, image);
    for (i, step) in steps.iter().enumerate() {
        let mut process = Tree::of_class("NXprocess");
        put(&mut process, "program", "libstoner".into())?;
        if let Some(version) = step.get("version").and_then(Json::as_str) {
            put(&mut process, "version", version.into())?;
        }
        put(&mut process, "sequence_index", Written::whole(i as i64 + 1)?)?;
        let mut parameters = Tree::of_class("NXparameters");
        if let Some(operation) = step.get("operation").and_then(Json::as_str) {
            put(&mut parameters, "operation", operation.into())?;
        }
        for (name, value) in step.get("options").and_then(Json::as_object).into_iter().flatten() {
            if is_nexus(name) && name != "operation" {
                put(&mut parameters, name, parameter(value)?)?;
            }
        }
        process.group("parameters", parameters);
        entry.group(&format!("process_{}", i + 1), process);
    }
    let mut process = Tree::of_class("NXprocess");
    put(&mut process, "program", "libstoner".into())?;
    put(&mut process, "version", env!("CARGO_PKG_VERSION").into())?;
    put(&mut process, "sequence_index", Written::whole(steps.len() as i64 + 1)?)?;
    entry.group("process", process);
    Ok(())
}

fn steps(ctx: &Context, image: &Image) -> Vec<Json> {
    let text = image.own_metadata().value(PROVENANCE).and_then(Value::as_str);
    let mut steps = match text.map(serde_json::from_str) {
        Some(Ok(Json::Array(steps))) => steps,
        _ => return Vec::new(),
    };
    if steps.len() > MOST {
        ctx.warn_of(
            Warning::FileReduced,
            format!(
                "the first {MOST} of {} steps of '{PROVENANCE}' get a group of their own in the file; all are in its metadata",
                steps.len()
            ),
        );
        steps.truncate(MOST);
    }
    steps
}

/// A number or a text; what is neither is written as JSON.
fn parameter(value: &Json) -> Result<Written> {
    use super::stored::of_number;
    Ok(match value {
        Json::String(text) if !text.contains('\0') => text.as_str().into(),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Written::whole(whole)?,
            (None, Some(real)) => of_number(real)?,
            (None, None) => Written::Text(value.to_string()),
        },
        other => Written::Text(other.to_string()),
    })
}
