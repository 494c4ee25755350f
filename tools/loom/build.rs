//! Builds the registry with loom's locks. Set here and not in RUSTFLAGS, the switch concerns this crate alone.

fn main() {
    println!("cargo::rustc-cfg=loom");
    println!("cargo::rerun-if-changed=build.rs");
}
