//! Standard output, where it is what the user asked for.

use std::io::{self, Write};

use super::Unwritable;

/// Writes to standard output, all of it.
///
/// # Errors
/// If standard output was closed when the process began, or cannot be written to.
pub fn write_standard_output(bytes: &[u8]) -> Result<(), Unwritable> {
    if was_closed() {
        return Err(Unwritable::Closed);
    }
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    Ok(output.flush()?)
}

/// Whether standard output was closed when the process began, as by `>&-` in a shell.
///
/// Rust's runtime opens the null device for reading and writing in place of a standard stream that is
/// closed. A shell's `>/dev/null` opens it for writing alone.
#[cfg(unix)]
fn was_closed() -> bool {
    use rustix::fs::{OFlags, fcntl_getfl, fstat, stat};
    let output = io::stdout();
    let is_null =
        fstat(&output).is_ok_and(|output| stat("/dev/null").is_ok_and(|null| null.st_rdev == output.st_rdev));
    is_null && fcntl_getfl(&output).is_ok_and(|flags| flags & OFlags::RWMODE == OFlags::RDWR)
}

#[cfg(not(unix))]
fn was_closed() -> bool {
    false
}
