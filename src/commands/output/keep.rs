//! What is kept of a file that is written over: its owner, group, rights and extended attributes.

use std::fs::{File, Metadata};
use std::path::Path;

use crate::catalogue::{Text, commands as words, list_and};
use crate::diagnostic::{Diagnostic, Place};

/// Gives the new file what the old one at this place has; answers with what it cannot have.
pub(super) fn keep(new: &File, path: &Path, old: &Metadata) -> Vec<Diagnostic> {
    let shown = path.display().to_string();
    let mut told = Vec::new();
    let lost = kept(new, path, old);
    if !lost.is_empty() {
        told.push(Diagnostic::note("not-kept", words::not_kept(list_and(&lost))).at(Place::file(&shown)));
    }
    if has_other_names(old) {
        told.push(Diagnostic::note("other-names", words::other_names()).at(Place::file(&shown)));
    }
    told
}

#[cfg(unix)]
fn has_other_names(old: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(old) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

#[cfg(not(unix))]
fn kept(new: &File, _: &Path, old: &Metadata) -> Vec<Text> {
    if new.set_permissions(old.permissions()).is_ok() { Vec::new() } else { vec![words::mode()] }
}

#[cfg(unix)]
fn kept(new: &File, path: &Path, old: &Metadata) -> Vec<Text> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt, fchown};
    let mut lost = Vec::new();
    let Ok(now) = new.metadata() else { return vec![words::owner(), words::group(), words::mode()] };
    let owned = now.uid() == old.uid() || fchown(new, Some(old.uid()), None).is_ok();
    let grouped = now.gid() == old.gid() || fchown(new, None, Some(old.gid())).is_ok();
    lost.extend((!owned).then(words::owner));
    lost.extend((!grouped).then(words::group));
    let mode = rights(old.mode(), owned, grouped);
    if new.set_permissions(PermissionsExt::from_mode(mode)).is_err() || mode != old.mode() & 0o7777 {
        lost.push(words::mode());
    }
    lost.extend((!attributes::copy(new, path, grouped)).then(words::attributes));
    lost
}

/// The rights of the old file, for an owner and a group that may be others: another group has no more than everybody,
/// and nothing runs as somebody else.
#[cfg(unix)]
pub(super) const fn rights(mode: u32, owned: bool, grouped: bool) -> u32 {
    let mode = if owned && grouped { mode & 0o7777 } else { mode & 0o1777 };
    if grouped { mode } else { mode & !0o070 | (mode & 0o007) << 3 }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
mod attributes {
    use std::collections::BTreeMap;
    use std::ffi::CString;
    use std::fs::File;
    use std::path::Path;

    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fremovexattr, fsetxattr, lgetxattr, llistxattr};

    /// No list of names and no value is longer.
    const LONGEST: usize = 64 << 10;

    /// What says something of the content, which is another now.
    const OF_CONTENT: [&[u8]; 3] = [b"security.capability", b"security.evm", b"security.ima"];

    /// Who may read the file beyond its owner, its group and everybody.
    const RIGHTS: &[u8] = b"system.posix_acl_access";

    type Attributes = BTreeMap<CString, Option<Vec<u8>>>;

    /// Gives the new file the attributes of the old one and no others; answers whether it has them.
    pub(super) fn copy(new: &File, old: &Path, grouped: bool) -> bool {
        let mut buffer = vec![0; LONGEST];
        let Ok(length) = llistxattr(old, &mut *buffer) else { return true };
        let wanted = attributes(&buffer[..length], |name, value| lgetxattr(old, name, value));
        let Ok(length) = flistxattr(new, &mut *buffer) else { return wanted.is_empty() };
        let there = attributes(&buffer[..length], |name, value| fgetxattr(new, name, value));
        let mut kept = true;
        for name in there.keys().filter(|name| !wanted.contains_key(*name)) {
            kept &= fremovexattr(new, name).is_ok();
        }
        for (name, value) in wanted.iter().filter(|(name, value)| there.get(*name) != Some(value)) {
            // What another group may do is not what this one may.
            let fits = grouped || name.as_bytes() != RIGHTS;
            let set = |value: &Vec<u8>| fsetxattr(new, name, value, XattrFlags::empty()).is_ok();
            kept &= fits && value.as_ref().is_some_and(set);
        }
        kept
    }

    /// The attributes of these names, each ended by a zero; no value where it cannot be read.
    fn attributes(names: &[u8], get: impl Fn(&CString, &mut [u8]) -> rustix::io::Result<usize>) -> Attributes {
        let mut buffer = vec![0; LONGEST];
        let names = names.split(|byte| *byte == 0).filter(|name| !name.is_empty() && !OF_CONTENT.contains(name));
        let each = |name: &[u8]| {
            let name = CString::new(name).ok()?;
            let value = get(&name, &mut buffer).ok().map(|length| buffer[..length].to_vec());
            Some((name, value))
        };
        names.filter_map(each).collect()
    }
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android", target_vendor = "apple"))))]
mod attributes {
    pub fn copy(_: &std::fs::File, _: &std::path::Path, _: bool) -> bool {
        true
    }
}
