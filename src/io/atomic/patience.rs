//! Another try for what the system refuses for a moment.

use std::io::Result;

/// On Windows a file cannot be replaced while another program looks into it: another save, a virus scanner, the indexing service.
/// They need some milliseconds; a program that keeps the file open is not waited for longer than this.
#[cfg(windows)]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(1);

/// ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, ERROR_USER_MAPPED_FILE.
#[cfg(windows)]
const IN_USE: [i32; 4] = [5, 32, 33, 1224];

/// What `action` gives; repeated for a second where another program has the file in use.
#[cfg(windows)]
pub fn patiently<T>(action: impl Fn() -> Result<T>) -> Result<T> {
    let deadline = std::time::Instant::now() + PATIENCE;
    let mut pause = std::time::Duration::from_millis(1);
    loop {
        match action() {
            Err(error)
                if error.raw_os_error().is_some_and(|code| IN_USE.contains(&code))
                    && std::time::Instant::now() < deadline =>
            {
                std::thread::sleep(pause);
                pause = (2 * pause).min(std::time::Duration::from_millis(50));
            }
            done => return done,
        }
    }
}

/// What `action` gives.
#[cfg(not(windows))]
pub fn patiently<T>(action: impl Fn() -> Result<T>) -> Result<T> {
    action()
}
