//! The accent colour can be read.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::report::Report;

/// The least contrast of text with its background (WCAG 2.2, success criterion 1.4.3), which the
/// accent colour must reach on white and white on it.
const LEAST_CONTRAST: f64 = 4.5;

pub(super) fn check(report: &Report) -> Vec<Finding> {
    let Some(theme) = &report.theme else { return Vec::new() };
    let color = theme.primary.screen;
    let contrast = color.contrast_with_white();
    if contrast >= LEAST_CONTRAST {
        return Vec::new();
    }
    let tenths = (0..=210).rev().find(|tenths| f64::from(*tenths) / 10.0 <= contrast).unwrap_or(0);
    vec![Finding::new(Problem::AccentContrast { color, tenths }).at("theme.primary.screen", Role::Here)]
}
