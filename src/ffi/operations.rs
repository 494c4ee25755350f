//! Operations by name
//!
//! Every function that makes an image from an image can be called by its name, with options by keyword: the members `operation` of the interface's
//! description (stoner_interface) are the names, without `stoner_image_`. A missing option has the default of its
//! description; an unknown option is an error that lists the allowed ones, and so is a value of another type. Options
//! have the names of C's parameters or the Python package's. Enumerations are given by name ("nearest") or by number, boxes
//! and several numbers as a list or an array, in which none means the image's end, or the default of one number;
//! NaN and infinity may also be the texts "NaN", "Infinity", "-Infinity". An operation that changes its subject changes a copy.
//!
//! @since 0.1.0

use super::core::args::{optional_text, out, text};
use super::core::handles::{images, metadata};
use super::core::json::value_of;
use super::core::operation::Call;
use super::dispatch::{Prepared, image_option, prepare};
use super::option_text;
use super::types::{STONER_OK, stoner_context, stoner_image, stoner_metadata};
use crate::context::{Error, Result, Status};
use crate::image::{Image, Metadata, Value};
use serde_json::{Map, Value as Json, json};
use std::ffi::c_char;

/// Where `stoner_image_apply_all` writes down what was done.
const PROVENANCE: &str = "provenance";

/// Calls an operation by its name: "rotate" with an option "angle" does what stoner_image_rotate does.
/// @param operation [name] the name of a function that makes an image from an image, without `stoner_image_`
/// @param options [options; optional] values by name; an image is an array (stoner_metadata_set_array), several are a list;
///        NULL: none
/// @return STONER_ERR_INVALID_ARGUMENT (an operation or option that there is not, a value of another type, an option that is
///         missing); what the operation itself gives
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_apply(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    operation: *const c_char,
    options: *const stoner_metadata,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, || {
        let options = if options.is_null() { None } else { Some(metadata::get(options, "options")?) };
        let empty = Metadata::new();
        prepare(text(operation, "operation")?, options.as_deref().unwrap_or(&empty))
    })
}

/// Calls an operation by its name, with its options in one text: for LabVIEW and other programs in which metadata takes many steps.
/// As stoner_image_apply.
/// @param operation [as stoner_image_apply]
/// @param options [text; optional] "scale=4; method=scharr; box=[1, 9, null, null]": options by name with semicolons between them, in any order.
///        A value is a word, a number, true, false, null, or JSON (a text in quotes, a list); NULL or an empty text: none
/// @param other [image; optional] the option that is an image, such as the reference of "align": text can name none
/// @return STONER_ERR_INVALID_ARGUMENT (also: a text that is no options; `other` for an operation without an image); as stoner_image_apply
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_apply_text(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    operation: *const c_char,
    options: *const c_char,
    other: *const stoner_image,
    out: *mut *mut stoner_image,
) -> i32 {
    apply(ctx, image, out, || {
        let name = text(operation, "operation")?;
        let mut options = option_text::read(optional_text(options, "options")?.unwrap_or_default())?;
        let other = if other.is_null() { None } else { Some((image_option(name)?, images::get(other, "other")?)) };
        if let Some((key, other)) = &other
            && options.insert(*key, Value::from(other.array().clone())).is_some()
        {
            let message = format!("{name}: `{key}` is in `options`, and `other` is given; allowed: one of them");
            return Err(Error::new(Status::InvalidArgument, message));
        }
        let mut prepared = prepare(name, &options)?;
        if let Some((key, other)) = other {
            // An array among options has no metadata, which polarizations stand in.
            prepared.replace(key, Image::clone(&other))?;
        }
        Ok(prepared)
    })
}

/// Calls several operations, each on the result of the one before. The list can be kept in a file. What was done is
/// written to the metadata entry `provenance` of the result, as such a list with the values of all options and the library's
/// version, after the entries that are there already: the same list gives the same bits again. All steps are checked before the
/// first is done.
/// @param steps [text] a list in JSON: [{"operation": "rotate", "options": {"angle": 0.1}}, {"operation": "cw"}]; "options"
///        may be missing, "version" is ignored
/// @return STONER_ERR_INVALID_ARGUMENT (no such JSON; as stoner_image_apply); what the operations themselves give
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_apply_all(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    steps: *const c_char,
    out: *mut *mut stoner_image,
) -> i32 {
    let mut ready = None;
    let status = guard!(ctx, |_context| {
        self::out(out, "out")?;
        images::get(image, "image")?;
        ready = Some(steps_of(text(steps, "steps")?)?);
        Ok(())
    });
    let Some(steps) = ready else { return status };
    let mut current: *mut stoner_image = std::ptr::null_mut();
    for step in &steps {
        let mut next = std::ptr::null_mut();
        let subject = if current.is_null() { image } else { current.cast_const() };
        let status = call(ctx, subject, step, &raw mut next);
        release(current);
        if status != STONER_OK {
            return status;
        }
        current = next;
    }
    let status = guard!(ctx, |_context| {
        let place = self::out(out, "out")?;
        let subject = if current.is_null() { image } else { current.cast_const() };
        let mut result = (*images::get(subject, "image")?).clone();
        write_provenance(&mut result, &steps)?;
        place.set_image(result)
    });
    release(current);
    status
}

/// Frees a handle of this file's own.
fn release(handle: *mut stoner_image) {
    // NULL is fine, and a handle of our own is live.
    let _ = images::free(handle, "image");
}

/// Calls what `prepare` makes ready, once places and image are known to be good.
fn apply(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    out: *mut *mut stoner_image,
    prepare: impl FnOnce() -> Result<Prepared>,
) -> i32 {
    let mut ready = None;
    let status = guard!(ctx, |_context| {
        self::out(out, "out")?;
        images::get(image, "image")?;
        ready = Some(prepare()?);
        Ok(())
    });
    ready.map_or(status, |prepared| call(ctx, image, &prepared, out))
}

/// Calls what is prepared. The function called records its own error.
fn call(ctx: *mut stoner_context, image: *const stoner_image, step: &Prepared, out: *mut *mut stoner_image) -> i32 {
    let call = |image, out| (step.operation.call)(&Call { ctx, image, out }, &step.arguments);
    if !step.operation.changes {
        return call(image.cast_mut(), out);
    }
    let mut copy = std::ptr::null_mut();
    let status = guard!(ctx, |_context| {
        copy = images::insert((*images::get(image, "image")?).clone())?;
        Ok(())
    });
    if status != STONER_OK {
        return status;
    }
    let status = call(copy, std::ptr::null_mut());
    if status != STONER_OK {
        release(copy);
        return status;
    }
    guard!(ctx, |_context| self::out(out, "out")?.give(copy))
}

/// Reads a list of steps.
fn steps_of(text: &str) -> Result<Vec<Prepared>> {
    let wrong = |message: String| Error::new(Status::InvalidArgument, format!("`steps`: {message}"));
    let form = "a list of {\"operation\": name, \"options\": {name: value}}";
    let list: Json = serde_json::from_str(text).map_err(|error| wrong(format!("{error}; allowed: {form}, in JSON")))?;
    let Json::Array(list) = list else { return Err(wrong(format!("no list; allowed: {form}"))) };
    list.iter()
        .enumerate()
        .map(|(at, step)| {
            step_of(step).map_err(|error| error.during(format!("`steps`: step {} of {}", at + 1, list.len())))
        })
        .collect()
}

fn step_of(step: &Json) -> Result<Prepared> {
    let wrong = |message: &str| Error::new(Status::InvalidArgument, message.to_owned());
    let step = step
        .as_object()
        .ok_or_else(|| wrong("no object; allowed: {\"operation\": name, \"options\": {name: value}}"))?;
    if let Some(key) = step.keys().find(|key| !["operation", "options", "version"].contains(&key.as_str())) {
        return Err(wrong(&format!("there is no member \"{key}\"; allowed: operation, options, version")));
    }
    let name =
        step.get("operation").and_then(Json::as_str).ok_or_else(|| wrong("\"operation\" is missing or no text"))?;
    let options = match step.get("options").map(value_of) {
        None | Some(Value::None) => Metadata::new(),
        Some(Value::Cluster(options)) => options,
        Some(_) => return Err(wrong("\"options\" is no object; allowed: {name: value}")),
    };
    prepare(name, &options)
}

/// Adds what was done to what the image says already.
fn write_provenance(image: &mut Image, steps: &[Prepared]) -> Result<()> {
    let before = image.own_metadata().value(PROVENANCE).and_then(Value::as_str).map(serde_json::from_str);
    let mut list = match before {
        Some(Ok(Json::Array(list))) => list,
        _ => Vec::new(),
    };
    for step in steps {
        let mut entry = Map::new();
        entry.insert("operation".into(), json!(step.operation.name));
        entry.insert("options".into(), Json::Object(step.options.clone()));
        entry.insert("version".into(), json!(env!("CARGO_PKG_VERSION")));
        list.push(Json::Object(entry));
    }
    image.set_metadata_entry(PROVENANCE, Value::String(Json::Array(list).to_string()).into())
}
