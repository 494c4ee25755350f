//! Gives the shared library its name: libstoner.so.<major>. What it exports rustc sees to: the `#[no_mangle]` functions
//! of this crate, and nothing of the static libraries in it. And it says what built the library, for `stoner_version_report`.

use std::process::Command;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        let major = env::var("CARGO_PKG_VERSION_MAJOR").unwrap_or_default();
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libstoner.so.{major}");
    }
    let compiler = Command::new(env::var("RUSTC").unwrap_or_else(|_| "rustc".into())).arg("--version").output();
    let compiler = compiler.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    println!("cargo::rustc-env=STONER_RUSTC={}", if compiler.is_empty() { "rustc" } else { &compiler });
    println!("cargo::rustc-env=STONER_TARGET={}", env::var("TARGET").unwrap_or_default());
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!(
        "cargo::rustc-env=STONER_HDF5_READER={}",
        locked("hdf5-reader").unwrap_or_else(|| "of an unknown version".into())
    );
}

/// The version of a crate in Cargo.lock, which a program that depends on this crate has elsewhere.
fn locked(name: &str) -> Option<String> {
    let lock = fs::read_to_string("Cargo.lock").ok()?;
    let (_, after) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
    after.split('"').next().map(str::to_owned)
}
