//! The guard around every export: the context, `catch_unwind`, error recording.

use super::handles::contexts;
use crate::context::{Context, Error, Result, Status, memory};
use crate::ffi::types::stoner_context;
use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::ffi::{CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Runs the body of an exported function with its context. The status of the body is what the function returns; an
/// error is recorded in the context, and a panic becomes `STONER_ERR_INTERNAL`.
macro_rules! guard {
    ($ctx:expr, |$context:ident| $body:expr) => {
        $crate::ffi::core::guard::run($ctx, |$context: &$crate::context::Context| -> $crate::context::Result<()> {
            $body
        })
    };
}

/// What a thread has for itself.
struct Own {
    /// Its context for calls that give none.
    context: OnceCell<Arc<Context>>,
    panic_place: RefCell<Option<String>>,
    /// What stoner_last_error has lent.
    error_text: RefCell<CString>,
}

thread_local! {
    // One variable for all: to register the destructor of one needs memory, and the C library ends the process without it.
    static OWN: Own = Own { context: OnceCell::new(), panic_place: RefCell::default(), error_text: RefCell::default() };
}

/// The context of a call: the calling thread's own for NULL.
pub(in crate::ffi) fn context(ctx: *const stoner_context) -> Result<Arc<Context>> {
    if ctx.is_null() { Ok(default_context()) } else { contexts::get(ctx, "ctx") }
}

/// The calling thread's own context. While the thread ends there is none any more; what is recorded then is lost.
pub(in crate::ffi) fn default_context() -> Arc<Context> {
    OWN.try_with(|own| Arc::clone(own.context.get_or_init(|| Arc::new(Context::new())))).unwrap_or_default()
}

/// Lends a text to the caller, until the thread lends another one.
pub(in crate::ffi) fn lend(text: CString) -> *const c_char {
    OWN.try_with(|own| {
        *own.error_text.borrow_mut() = text;
        own.error_text.borrow().as_ptr()
    })
    .unwrap_or(c"".as_ptr())
}

/// See [`guard!`].
pub(in crate::ffi) fn run(ctx: *const stoner_context, body: impl FnOnce(&Context) -> Result<()>) -> i32 {
    let mut body = Some(body);
    guarded(ctx, &mut |context| body.take().map_or(Ok(()), |body| body(context)))
}

/// What is done around every body, compiled once. It calls the body at most once.
fn guarded(ctx: *const stoner_context, body: &mut dyn FnMut(&Context) -> Result<()>) -> i32 {
    // No thread waits for the one that comes first: the child of a `fork` could wait for ever.
    static PREPARED: AtomicBool = AtomicBool::new(false);
    if !PREPARED.load(Ordering::Relaxed) && !PREPARED.swap(true, Ordering::Relaxed) {
        std::panic::set_hook(Box::new(|info| remember_place(info.location())));
        #[cfg(unix)]
        super::fork::prepare();
    }
    let _call = memory::Call::begin();
    // If memory for the thread's own is ever lacking, then in its first call.
    let _ = OWN.try_with(|_| ());
    let (context, body_result) = match context(ctx) {
        Ok(context) => {
            let result =
                catch_unwind(AssertUnwindSafe(|| body(&context))).unwrap_or_else(|panic| Err(internal(&*panic)));
            (context, result)
        }
        Err(error) => (default_context(), Err(error)),
    };
    let status = match memory::outcome(body_result) {
        Ok(()) => crate::ffi::types::STONER_OK,
        Err(error) => {
            let code = error.status().code();
            context.record_error(error);
            code
        }
    };
    #[cfg(feature = "reserve")]
    memory::borrowed::return_what_is_free();
    status
}

/// The hook prints nothing: it keeps the place, which the payload lacks.
fn remember_place(place: Option<&std::panic::Location<'_>>) {
    let place = place.map(ToString::to_string);
    // While the thread ends the variable is gone and the place is lost.
    let _ = OWN.try_with(|own| own.panic_place.replace(place));
}

fn internal(panic: &(dyn Any + Send)) -> Error {
    let message = panic
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a message".to_owned());
    let place = OWN.try_with(|own| own.panic_place.take()).ok().flatten();
    Error::new(
        Status::Internal,
        format!(
            "a defect of the library at {}: {message}; please report it",
            place.as_deref().unwrap_or("an unknown place")
        ),
    )
}
