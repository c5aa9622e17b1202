//! Writes results to standard output.

use std::io::{self, Write};

use super::Unwritable;

/// Writes a requested result to standard output.
///
/// # Errors
/// If standard output was closed when the process started, or cannot be written to.
pub fn write_result(bytes: &[u8]) -> Result<(), Unwritable> {
    if was_closed() { Err(Unwritable::Closed) } else { write_standard_output(bytes) }
}

/// Writes to standard output, without an error if it was closed when the process started.
///
/// # Errors
/// If standard output cannot be written to.
pub fn write_standard_output(bytes: &[u8]) -> Result<(), Unwritable> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    Ok(output.flush()?)
}

/// Whether standard output was closed when the process started, as by `>&-` in a shell.
///
/// Rust's runtime opens the null device for reading and writing in place of a closed standard stream. A shell's
/// `>/dev/null` opens it for writing only, but some programs open it for both, so this check is used only for results
/// that nobody would discard.
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
