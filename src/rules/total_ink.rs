//! Paper takes the ink of the accent colour.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::press::ink::GREATEST_TOTAL;
use crate::report::Report;

/// Its tints have less; its shade has more black, and is kept within the limit when the PDF is made.
pub(super) fn check(report: &Report) -> Vec<Finding> {
    let Some(color) = report.theme.as_ref().and_then(|theme| theme.primary.print) else { return Vec::new() };
    let total = color.percent().map(u16::from).iter().sum();
    if total <= GREATEST_TOTAL {
        return Vec::new();
    }
    vec![Finding::new(Problem::TotalInk { total }).at("theme.primary.print", Role::Here)]
}
