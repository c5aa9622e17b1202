//! Standard output, where it is what the user asked for.

use std::io::{self, Write};

use super::Unwritable;

/// Writes what the user asked for to standard output, all of it.
///
/// # Errors
/// If standard output was closed when the process began, or cannot be written to.
pub fn write_result(bytes: &[u8]) -> Result<(), Unwritable> {
    if was_closed() { Err(Unwritable::Closed) } else { write_standard_output(bytes) }
}

/// Writes to standard output, all of it. That it was closed from the beginning is not noticed.
///
/// # Errors
/// If standard output cannot be written to.
pub fn write_standard_output(bytes: &[u8]) -> Result<(), Unwritable> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    Ok(output.flush()?)
}

/// Whether standard output was closed when the process began, as by `>&-` in a shell.
///
/// Rust's runtime opens the null device for reading and writing in place of a standard stream that is
/// closed. A shell's `>/dev/null` opens it for writing alone; some programs that start others open it
/// for both, so this is asked only where nobody would throw the result away.
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
