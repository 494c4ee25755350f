//! Gives the shared library its name: libstoner.so.<major>. What it exports rustc sees to: the `#[no_mangle]` functions
//! of this crate, and nothing of the static libraries in it.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        let major = env::var("CARGO_PKG_VERSION_MAJOR").unwrap_or_default();
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libstoner.so.{major}");
    }
}
