//! What a file keeps when its contents are replaced.

use std::fs::File;
use std::io::Result;

/// Gives a new file the permissions, owner, group, access list and extended attributes of the old one, as far as the process may.
/// Where the group or the access list cannot be set, the group gets no more rights than everyone has: its permissions were meant
/// for another group.
#[cfg(unix)]
pub fn attributes(old: &File, new: &File) -> Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let (was, is) = (old.metadata()?, new.metadata()?);
    let (owner, group) = (was.uid() != is.uid(), was.gid() != is.gid());
    let mut kept = (!owner, !group);
    if owner && fchown(new, Some(was.uid()), Some(was.gid())).is_ok() {
        kept = (true, true);
    } else if group && fchown(new, None, Some(was.gid())).is_ok() {
        kept.1 = true;
    }
    let access_list = extended(old, new);
    let mut mode = was.mode() & 0o7777;
    if !(kept.1 && access_list) {
        mode &= !0o070 | (mode & 0o007) << 3;
    }
    if !(kept.0 && kept.1) {
        // Set-user-ID and set-group-ID speak of another owner or group.
        mode &= 0o1777;
    }
    new.set_permissions(Permissions::from_mode(mode))
}

#[cfg(not(unix))]
pub fn attributes(old: &File, new: &File) -> Result<()> {
    new.set_permissions(old.metadata()?.permissions())
}

/// Copies the extended attributes. False when there is an access list and it could not be copied.
#[cfg(unix)]
fn extended(old: &File, new: &File) -> bool {
    use xattr::FileExt;
    const ACCESS_LIST: &str = "system.posix_acl_access";
    // A file system without them has none to keep.
    let names = old.list_xattr().into_iter().flatten();
    let (mut listed, mut copied) = (false, false);
    for name in names {
        let set = matches!(old.get_xattr(&name), Ok(Some(value)) if new.set_xattr(&name, &value).is_ok());
        if name == ACCESS_LIST {
            (listed, copied) = (true, set);
        }
    }
    if !listed {
        // The folder may give one to new files.
        new.remove_xattr(ACCESS_LIST).ok();
    }
    copied || !listed
}
