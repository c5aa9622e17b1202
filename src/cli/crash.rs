//! Reports panics, which are bugs in the program, in the user's language.

use std::panic::{self, AssertUnwindSafe};
use std::sync::{Mutex, PoisonError};

use ataskaita::Diagnostic;
use ataskaita::diagnostic::problem::Problem;

/// The location of the last panic.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Suppresses Rust's English panic message.
///
/// Some decoders panic on broken data; the library catches these panics and continues.
pub(super) fn silence_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
}

/// Runs a function that may panic.
///
/// # Errors
/// The error of the function, or a diagnostic if it panics.
pub(super) fn catch<T>(work: impl FnOnce() -> Result<T, Diagnostic>) -> Result<T, Diagnostic> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        Err(Diagnostic::new(Problem::Crash { place }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_diagnostic() {
        assert_eq!(catch(|| Ok(1)), Ok(1));
        let crash = catch::<()>(|| panic!("a bug")).unwrap_err();
        assert_eq!(crash.code(), "internal");
    }
}
