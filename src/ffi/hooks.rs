//! Asking the user
//!
//! A library without a screen cannot show a dialog: the host program sets hooks on a context, and these functions call them.
//! Without a hook they return STONER_ERR_NOT_INTERACTIVE; no other function needs one. Hooks are called on the thread
//! that asks, with no lock held; they may call the library, and must return, not leave by longjmp or an exception.
//!
//! @since 0.1.0

use super::core::args::{count, optional_text, out, put_text, slice_mut};
use super::core::enumerations;
use super::core::handles::images;
use super::types::{stoner_context, stoner_image};
use crate::context::{Dialog, Error, FileHook, LineHook, Question, Result, Status};
use crate::image::Image;
use crate::io::formats::FORMATS;
use std::ffi::{CStr, CString, c_char, c_void};
use std::sync::Arc;

/// [Dialog] An existing file.
pub const STONER_DIALOG_FILE: i32 = 0;
/// [Dialog] A folder.
pub const STONER_DIALOG_DIRECTORY: i32 = 1;
/// [Dialog] A file to be written.
pub const STONER_DIALOG_SAVE: i32 = 2;
/// [Dialog] Several existing files.
pub const STONER_DIALOG_FILES: i32 = 3;

/// How many bytes a hook has for its answer.
const ROOM: usize = 1 << 16;

/// What a callback gets back as it is.
#[derive(Clone, Copy)]
struct User(*mut c_void);
// SAFETY: the pointer is only handed back to the caller's own function; what it may do there is the caller's.
unsafe impl Send for User {}
// SAFETY: as above.
unsafe impl Sync for User {}

impl User {
    fn get(&self) -> *mut c_void {
        self.0
    }
}

/// Sets the function that shows a dialog for files.
///
/// The callback is told what to ask for (STONER_DIALOG_FILE, ...), a title (may be ""), the patterns of interest ("*.tif *.tiff";
/// may be "") and writes what was chosen, UTF-8 with its NUL, into its buffer of `capacity` bytes (65536); several
/// names on separate lines. It returns STONER_OK, or STONER_ERR_CANCELLED when nothing was chosen; another STONER_ERR_*
/// becomes the status of the call that asked the user.
/// @param callback NULL: none
/// @param user_data passed to the callback unchanged
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_set_file_hook(
    ctx: *mut stoner_context,
    callback: Option<
        extern "C" fn(
            what: i32,
            title: *const c_char,
            patterns: *const c_char,
            buffer: *mut c_char,
            capacity: i64,
            user_data: *mut c_void,
        ) -> i32,
    >,
    user_data: *mut c_void,
) -> i32 {
    guard!(ctx, |context| {
        let user = User(user_data);
        context.set_file_hook(callback.map(|callback| -> FileHook {
            Arc::new(move |question| {
                let text = |text: &str| CString::new(text.replace('\0', " ")).unwrap_or_default();
                let (title, patterns) = (text(&question.title), text(&question.patterns));
                // One more than the callback is told: whatever it does inside, the text ends.
                let mut buffer = vec![0u8; ROOM + 1];
                let what = match question.dialog {
                    Dialog::File => STONER_DIALOG_FILE,
                    Dialog::Directory => STONER_DIALOG_DIRECTORY,
                    Dialog::Save => STONER_DIALOG_SAVE,
                    Dialog::Files => STONER_DIALOG_FILES,
                };
                let start = buffer.as_mut_ptr().cast();
                hook_status(callback(what, title.as_ptr(), patterns.as_ptr(), start, ROOM as i64, user.get()))?;
                let answer = CStr::from_bytes_until_nul(&buffer).unwrap_or_default();
                answer
                    .to_str()
                    .map(str::to_owned)
                    .map_err(|_| Error::new(Status::InvalidUtf8, "the file hook's answer is not UTF-8"))
            })
        }));
        Ok(())
    })
}

/// Sets the function that shows an image and lets the user draw a line on it.
///
/// The callback gets a handle of the image, which is valid until it returns and must not be freed by it, and room for (x, y, x, y),
/// the two ends in pixels. It returns STONER_OK, or STONER_ERR_CANCELLED when no line was drawn; another STONER_ERR_*
/// becomes the status of the call that asked the user.
/// @param callback NULL: none
/// @param user_data passed to the callback unchanged
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_context_set_line_hook(
    ctx: *mut stoner_context,
    callback: Option<extern "C" fn(image: *const stoner_image, ends: *mut f64, user_data: *mut c_void) -> i32>,
    user_data: *mut c_void,
) -> i32 {
    guard!(ctx, |context| {
        let user = User(user_data);
        context.set_line_hook(callback.map(|callback| -> LineHook {
            Arc::new(move |image| {
                let image = image.downcast_ref::<Image>().ok_or_else(|| {
                    Error::new(Status::Internal, "a line was asked for on something that is no image")
                })?;
                let handle = images::insert(image.clone())?;
                let mut ends = [f64::NAN; 4];
                let status = callback(handle, ends.as_mut_ptr(), user.get());
                // Where the callback freed it against the rules it is gone, which is as well.
                images::free(handle, "image").ok();
                hook_status(status).map(|()| ends)
            })
        }));
        Ok(())
    })
}

/// Asks the user for files or a folder through the hook of stoner_context_set_file_hook.
///
/// The user is asked once: an answer that was not read yet (capacity 0, or too small) is kept in the context for the next
/// call with the same arguments.
/// @param what [enum Dialog; default STONER_DIALOG_FILE] STONER_DIALOG_FILE, STONER_DIALOG_DIRECTORY,
///        STONER_DIALOG_SAVE or STONER_DIALOG_FILES
/// @param title [text; optional] for the dialog; NULL: none
/// @param patterns [text; optional] the names of interest, with spaces between: "*.tif *.tiff"; NULL: those of the
///        files that can be loaded
/// @param buffer [text] {C:room for `capacity` bytes; receives }the path{C: with its NUL}; several on separate lines
/// @return STONER_ERR_NOT_INTERACTIVE; STONER_ERR_CANCELLED when nothing was chosen
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_get_filedialog(
    ctx: *mut stoner_context,
    what: i32,
    title: *const c_char,
    patterns: *const c_char,
    buffer: *mut c_char,
    capacity: i64,
    length: *mut i64,
) -> i32 {
    guard!(ctx, |context| {
        // Nobody is asked for what cannot be handed over.
        match count(capacity, "capacity")? {
            0 => {
                out(length, "length")?;
            }
            n => {
                slice_mut(buffer.cast::<u8>(), n, "buffer")?;
            }
        }
        let question = Question {
            dialog: dialog(what)?,
            title: optional_text(title, "title")?.unwrap_or_default().to_owned(),
            patterns: optional_text(patterns, "patterns")?.map_or_else(all_patterns, str::to_owned),
        };
        put_text(&context.ask_for_files(&question)?, buffer, capacity, length)?;
        if capacity != 0 {
            context.answer_taken();
        }
        Ok(())
    })
}

/// Asks the user for a new file name of an image through the hook of stoner_context_set_file_hook, and sets it; it is then
/// read with stoner_image_filename.
/// @param what [enum Dialog; default STONER_DIALOG_FILE] STONER_DIALOG_FILE (to load from), STONER_DIALOG_SAVE (to save
///        to) or STONER_DIALOG_DIRECTORY
/// @return STONER_ERR_NOT_INTERACTIVE; STONER_ERR_CANCELLED when nothing was chosen; the name then stays
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_get_filename(
    ctx: *mut stoner_context,
    image: *mut stoner_image,
    what: i32,
) -> i32 {
    guard!(ctx, |context| {
        let title = images::get(image, "image")?.title().to_owned();
        let question = Question { dialog: dialog(what)?, title, patterns: all_patterns() };
        if question.dialog == Dialog::Files {
            return Err(Error::argument("what", what, "a dialog for a single file: an image has one name"));
        }
        let answer = context.ask_for_files(&question)?;
        context.answer_taken();
        images::update(image, "image", |image| {
            image.set_filename(Some(answer));
            Ok(())
        })
    })
}

/// Lets the user draw a line on an image through the hook of stoner_context_set_line_hook.
/// @param ends [real; size 4] {C:room for 4 numbers: }(x, y) of the first and of the second end, in pixels
/// @return STONER_ERR_NOT_INTERACTIVE; STONER_ERR_CANCELLED when no line was drawn
#[unsafe(no_mangle)]
pub unsafe extern "C" fn stoner_image_line_select(
    ctx: *mut stoner_context,
    image: *const stoner_image,
    ends: *mut f64,
) -> i32 {
    guard!(ctx, |context| {
        let place = out(ends.cast::<[f64; 4]>(), "ends")?;
        let image = images::get(image, "image")?;
        place.give(context.ask_for_line(&*image)?)
    })
}

fn dialog(what: i32) -> Result<Dialog> {
    match what {
        STONER_DIALOG_FILE => Ok(Dialog::File),
        STONER_DIALOG_DIRECTORY => Ok(Dialog::Directory),
        STONER_DIALOG_SAVE => Ok(Dialog::Save),
        STONER_DIALOG_FILES => Ok(Dialog::Files),
        _ => Err(enumerations::DIALOG.refuse("what", what)),
    }
}

fn all_patterns() -> String {
    FORMATS.iter().flat_map(|loader| loader.patterns).copied().collect::<Vec<_>>().join(" ")
}

fn hook_status(status: i32) -> Result<()> {
    if status == super::types::STONER_OK {
        return Ok(());
    }
    let known = Status::from_code(status).unwrap_or(Status::Cancelled);
    Err(Error::new(known, format!("the hook gave status {status}: {}", known.text().to_string_lossy())))
}
