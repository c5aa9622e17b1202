//! How many errors, warnings and notes there are.

use crate::diagnostic::{Diagnostic, Severity};

/// What the work on one or more reports came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many reports were looked at.
    pub reports: u32,
    /// How many errors they have.
    pub errors: u32,
    /// How many warnings.
    pub warnings: u32,
    /// How many notes.
    pub notes: u32,
}

impl Tally {
    /// Counts what was found in a number of reports.
    pub fn of<'a>(reports: usize, found: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut tally = Self { reports: u32::try_from(reports).unwrap_or(u32::MAX), ..Self::default() };
        for diagnostic in found {
            match diagnostic.severity() {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
        }
        tally
    }

    /// Adds what other reports came to.
    pub fn add(&mut self, other: &Self) {
        self.reports += other.reports;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}
