//! A disk that becomes full while a file is saved: the old file is unchanged, and no temporary file remains.

#![cfg(unix)]

use std::path::Path;
use std::process::Command;
use stoner::array::alloc;
use stoner::context::{Context, Status};
use stoner::image::Image;
use stoner::io;

const CHILD: &str = "STONER_TEST_DISK_FULL";

fn image(side: usize, value: f64) -> Image {
    Image::new(alloc::full(&[side, side], value).unwrap())
}

/// In the child no file may grow beyond 64 KiB; without the signal a write then fails as on a full disk.
fn limited(folder: &Path) {
    let limit = libc::rlimit { rlim_cur: 64 << 10, rlim_max: 64 << 10 };
    // SAFETY: plain system calls on this process, which does nothing but this test.
    let set = unsafe {
        libc::signal(libc::SIGXFSZ, libc::SIG_IGN);
        libc::setrlimit(libc::RLIMIT_FSIZE, &limit)
    };
    assert_eq!(set, 0);
    let ctx = Context::new();
    for name in ["a.tif", "a.npy", "new.tif"] {
        let error = io::save(&ctx, &image(300, 2.0), &folder.join(name), &[], true).unwrap_err();
        assert_eq!(error.status(), Status::Io, "{error}");
    }
}

#[test]
fn the_old_file_stays_whole() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return limited(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let ctx = Context::new();
    let old = image(20, 1.0);
    for name in ["a.tif", "a.npy"] {
        io::save(&ctx, &old, &folder.path().join(name), &[], true).unwrap();
    }
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["the_old_file_stays_whole", "--exact", "--test-threads=1"])
        .env(CHILD, folder.path())
        .output()
        .unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["a.npy", "a.tif"]);
    for name in names {
        assert!(io::load(&ctx, &folder.path().join(name), None).unwrap().array().equals(old.array()));
    }
}
