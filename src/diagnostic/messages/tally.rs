//! Counts of errors, warnings and notes.

use crate::diagnostic::{Diagnostic, Severity};

/// Counts for one or more reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of reports.
    pub reports: u32,
    /// The number of errors.
    pub errors: u32,
    /// The number of warnings.
    pub warnings: u32,
    /// The number of notes.
    pub notes: u32,
}

impl Tally {
    /// Counts the diagnostics of a number of reports.
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

    /// Adds the counts of other reports.
    pub fn add(&mut self, other: &Self) {
        self.reports += other.reports;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}
