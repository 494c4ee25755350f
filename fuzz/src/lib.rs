//! What the fuzz targets share: a file that exists only in memory.
//!
//! Every target runs the library as a host does, through a path or through the C functions. A panic that the library catches itself is a
//! finding too: it is recognised by its status and ends the process.

use std::fs::{File, FileTimes};
use std::os::fd::AsRawFd;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};
use stoner::context::{Context, Result, Status};

/// The path of a file with these bytes, which the next call overwrites.
pub fn file(bytes: &[u8]) -> PathBuf {
    static FILE: OnceLock<File> = OnceLock::new();
    let file = FILE.get_or_init(|| {
        let folder = if std::path::Path::new("/dev/shm").is_dir() { "/dev/shm".into() } else { std::env::temp_dir() };
        let path = folder.join(format!("stoner-fuzz-{}", std::process::id()));
        let file = File::options().create(true).truncate(true).read(true).write(true).open(&path).expect("a file in memory");
        // It lives as long as the process.
        std::fs::remove_file(path).expect("a file in memory");
        file
    });
    file.set_len(0).and_then(|()| file.write_all_at(bytes, 0)).expect("a file in memory");
    // A file that changed a moment ago is read again when it is damaged, since it may be being written.
    let long_ago = SystemTime::now() - Duration::from_secs(3600);
    file.set_times(FileTimes::new().set_modified(long_ago)).expect("a file in memory");
    format!("/proc/self/fd/{}", file.as_raw_fd()).into()
}

/// Fails where a result tells of a defect of the library.
pub fn judge<T>(result: &Result<T>) {
    if let Err(error) = result {
        assert!(error.status() != Status::Internal, "{error}");
    }
}

/// A context with one thread, so that a finding is the same each time.
pub fn context() -> Context {
    let ctx = Context::new();
    ctx.set_threads(1);
    ctx
}
