//! Loading HDF5 without its C library: the bundled scan, real ones, damaged ones, beside other threads, after a fork.
//!
//! `STONER_TEST_DATA` names the folder with real scans; the folder `cases` may be beside it.

use std::path::{Path, PathBuf};
use stoner::context::{Context, Status};
use stoner::image::Value;
use stoner::io;
use stoner::io::hdf5::{self, Object};

fn bundled() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo/domain_plus.hdf5")
}

fn data() -> Option<PathBuf> {
    std::env::var_os("STONER_TEST_DATA").map(PathBuf::from)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn the_bundled_scan_loads() {
    let ctx = Context::new();
    let image = io::load(&ctx, &bundled(), None).unwrap();
    assert_eq!(image.shape(), [128, 128]);
    assert_eq!(ctx.warning_counts(), (0, 0));
    assert!(image.metadata().len() > 10);
}

#[test]
fn real_scans_load_without_warnings() {
    let Some(data) = data() else { return };
    let scans = files(&data.join("pollux"));
    assert!(!scans.is_empty());
    for scan in scans {
        let ctx = Context::new();
        let image = io::load(&ctx, &scan, None).unwrap();
        assert!(image.metadata().len() > 50, "{}", scan.display());
    }
}

#[test]
fn each_case_gives_an_image_or_a_clear_error() {
    let Some(cases) = data().and_then(|data| Some(data.parent()?.join("cases"))) else { return };
    let suffix = |path: &Path, wanted: &[&str]| wanted.iter().any(|w| path.extension().is_some_and(|s| s == *w));
    for path in files(&cases).iter().filter(|path| suffix(path, &["hdf5", "nxs", "stxm"])) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let loaded = io::load(&Context::new(), path, None);
        let status = loaded.as_ref().err().map(|error| error.status());
        match name.as_str() {
            "f_lzf.hdf5" | "vds.hdf5" => assert_eq!(status, None, "{name}: {loaded:?}"),
            "crash_fletcher_size0.hdf5" => assert_eq!(status, Some(Status::Corrupt), "{name}: {loaded:?}"),
            _ => assert!(
                matches!(
                    status,
                    None | Some(Status::Corrupt | Status::Format | Status::BeingWritten | Status::Unsupported)
                ),
                "{name}: {loaded:?}"
            ),
        }
    }
}

#[test]
fn a_cancel_ends_the_reading_of_values() {
    let ctx = Context::new();
    let result = hdf5::read(&ctx, &bundled(), |file| {
        let root = file.root()?;
        ctx.cancel();
        let link = root.links()?.remove(0);
        root.open(&link).map(|_| ())
    });
    assert_eq!(result.unwrap_err().status(), Status::Cancelled);
    assert_eq!(io::load(&ctx, &bundled(), None).unwrap_err().status(), Status::Cancelled);
    ctx.reset_cancel();
    assert!(io::load(&ctx, &bundled(), None).is_ok());
}

#[test]
fn threads_load_side_by_side() {
    let whole = io::load(&Context::new(), &bundled(), None).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..3 {
                    let image = io::load(&Context::new(), &bundled(), None).unwrap();
                    assert_eq!(image.metadata().len(), whole.metadata().len());
                }
            });
        }
    });
}

/// A child that is forked while another thread loads can load too: it inherits no lock that is held.
#[cfg(target_os = "linux")]
#[test]
fn a_child_forked_beside_a_load_can_load() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                io::load(&Context::new(), &bundled(), None).unwrap();
            }
        });
        for _ in 0..10 {
            // SAFETY: the child loads and leaves without running anything else; glibc keeps its allocator usable in it.
            let child = unsafe { libc::fork() };
            assert!(child >= 0);
            if child == 0 {
                let loaded = std::panic::catch_unwind(|| io::load(&Context::new(), &bundled(), None).is_ok());
                // SAFETY: the child ends here.
                unsafe { libc::_exit(if loaded.unwrap_or(false) { 0 } else { 1 }) };
            }
            let mut status = 0;
            // SAFETY: the child is ours and the status ours to write.
            assert_eq!(unsafe { libc::waitpid(child, &raw mut status, 0) }, child);
            assert_eq!(status, 0);
        }
        done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn values_are_those_of_the_loaded_scan() {
    let ctx = Context::new();
    let title = hdf5::read(&ctx, &bundled(), |file| {
        let root = file.root()?;
        let mut texts = Vec::new();
        for link in root.links()? {
            let Object::Group(group) = root.open(&link)? else { continue };
            let Some(link) = group.link("title")? else { continue };
            if let Object::Dataset(dataset) = group.open(&link)? {
                texts.extend(dataset.content(1 << 20)?.as_text().map(str::to_owned));
            }
        }
        Ok(texts)
    });
    let image = io::load(&ctx, &bundled(), None).unwrap();
    let title = title.unwrap();
    assert_eq!(image.metadata().value("title").and_then(Value::as_str), title.first().map(String::as_str));
}
