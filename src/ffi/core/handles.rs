//! Handles: a registry for each type, and the functions that turn a handle into its value.

use super::kind::Kind;
use super::registry::Registry;
use crate::context::{Context, Error, Result, Status, memory};
use crate::ffi::types::{stoner_context, stoner_image, stoner_live, stoner_metadata, stoner_scan, stoner_table};
use crate::image::{Image, Metadata, Table};
use crate::live::Live;
use crate::scan::Scan;
use std::sync::Arc;

/// For each handle type a module with its registry and the functions that turn C pointers into values and back.
macro_rules! handle_types {
    ($($(#[doc = $doc:literal])+ $module:ident: $c_type:ident = $kind:ident, $value:ty;)+) => { $(
        $(#[doc = $doc])+
        pub(in crate::ffi) mod $module {
            use super::*;

            pub(in crate::ffi) static REGISTRY: Registry<$value> = Registry::new(Kind::$kind);

            fn invalid(name: &str, handle: *const $c_type, why: impl std::fmt::Display) -> Error {
                Error::new(
                    Status::InvalidHandle,
                    format!("`{name}` is {:#018x}, which is no live {} handle: {why}", handle as usize, stringify!($c_type)),
                )
            }

            fn not_null(name: &str, handle: *const $c_type) -> Result<u64> {
                if handle.is_null() {
                    return Err(Error::new(
                        Status::NullPointer,
                        format!("`{name}` is NULL; a {} handle is needed", stringify!($c_type)),
                    ));
                }
                Ok(handle as u64)
            }

            /// A snapshot of the value behind a handle.
            #[allow(dead_code, reason = "not every handle type needs every function")]
            pub(in crate::ffi) fn get(handle: *const $c_type, name: &str) -> Result<Arc<$value>> {
                REGISTRY.get(not_null(name, handle)?).map_err(|why| invalid(name, handle, why))
            }

            /// Gives the value behind a handle away; NULL is fine.
            pub(in crate::ffi) fn free(handle: *const $c_type, name: &str) -> Result<()> {
                if handle.is_null() {
                    return Ok(());
                }
                REGISTRY.remove(handle as u64).map(drop).map_err(|why| invalid(name, handle, why))?;
                if memory::keeps() && live_values() == 0 {
                    memory::release_kept();
                }
                memory::is_done();
                Ok(())
            }

            /// A new handle for a value.
            pub(in crate::ffi) fn insert(value: $value) -> Result<*mut $c_type> {
                REGISTRY.insert(value).map(|handle| handle as usize as *mut $c_type)
            }

            handle_types!(@update $kind, $c_type, $value);
        }
    )+ };
    (@update Scan, $c_type:ident, $value:ty) => {};
    (@update Live, $c_type:ident, $value:ty) => {};
    (@update Context, $c_type:ident, $value:ty) => {};
    (@update $kind:ident, $c_type:ident, $value:ty) => {
        /// Changes the value behind a handle. Other handles keep theirs. A change that was made is not undone because memory
        /// became short meanwhile.
        pub(in crate::ffi) fn update<R>(
            handle: *mut $c_type,
            name: &str,
            change: impl FnOnce(&mut $value) -> Result<R>,
        ) -> Result<R> {
            memory::check()?;
            let changed = REGISTRY.update(not_null(name, handle)?, change).map_err(|why| invalid(name, handle, why))?;
            if changed.is_ok() {
                memory::is_done();
            }
            changed
        }
    };
}

handle_types! {
    /// The contexts.
    contexts: stoner_context = Context, Context;
    /// The images.
    images: stoner_image = Image, Image;
    /// The metadata.
    metadata: stoner_metadata = Metadata, Metadata;
    /// The tables.
    tables: stoner_table = Table, Table;
    /// The scans.
    scans: stoner_scan = Scan, Scan;
    /// The live images.
    lives: stoner_live = Live, Live;
}

/// The number of handles of all types that were given out and not freed.
pub(in crate::ffi) fn live_handles() -> usize {
    contexts::REGISTRY.live() + live_values()
}

/// As [`live_handles`] without the contexts, which hold no pixels.
fn live_values() -> usize {
    images::REGISTRY.live()
        + metadata::REGISTRY.live()
        + tables::REGISTRY.live()
        + scans::REGISTRY.live()
        + lives::REGISTRY.live()
}
