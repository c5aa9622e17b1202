//! Checks that the accent colour is legible and printable, and looks the same in both editions.

use crate::diagnostic::finding::{Finding, Role};
use crate::diagnostic::problem::Problem;
use crate::press::ink::{Colorimetry, MAX_TOTAL_INK, PressProfile, Separation};
use crate::report::{Cmyk, Report, Rgb};

/// The minimum contrast of text (WCAG 2.2, success criterion 1.4.3), required between the accent colour and white, both
/// on screen and on paper.
const MIN_CONTRAST: f64 = 4.5;
/// The maximum difference between the screen colour and the print colour, as ΔE₀₀ (CIEDE2000): the usual tolerance for
/// brand colours in print (ISO 12647-2 allows 5 for solid inks).
const MAX_DIFFERENCE: f64 = 5.0;

const SCREEN: &str = "theme.primary.screen";
const PRINT: &str = "theme.primary.print";

/// Checks the accent colour for a press.
pub fn accent(report: &Report, press: &PressProfile) -> Vec<Finding> {
    let Some(theme) = &report.theme else { return Vec::new() };
    let (screen, print) = (theme.primary.screen, theme.primary.print);
    let mut findings = Vec::new();
    let contrast = screen.contrast_with_white();
    if contrast < MIN_CONTRAST {
        let problem = Problem::AccentContrast { color: screen, tenths: tenths(contrast) };
        findings.push(Finding::new(problem).at(SCREEN, Role::Here));
    }
    if let Some(print) = print {
        // Tints have less ink; the shade has more black, and the export limits its total.
        let total = print.percent().map(u16::from).iter().sum();
        if total > MAX_TOTAL_INK {
            findings.push(Finding::new(Problem::TotalInk { total }).at(PRINT, Role::Here));
        }
        // If one of the two colours has to change anyway, do not compare them.
        let compares = findings.is_empty();
        let problem = in_print(screen, print, press, compares);
        findings.extend(problem.map(|problem| Finding::new(problem).at(PRINT, Role::Here)));
    }
    findings
}

/// A problem with the print colour, or with the difference between the two colours.
fn in_print(screen: Rgb, print: Cmyk, press: &PressProfile, compares: bool) -> Option<Problem> {
    // The profile was checked when it was read.
    let on_paper = Colorimetry::of_press(press).ok()?;
    let printed = on_paper.color(print.samples());
    let contrast = printed.contrast_with_white();
    if contrast < MIN_CONTRAST {
        return Some(Problem::InkContrast { color: print, tenths: tenths(contrast) });
    }
    if !compares {
        return None;
    }
    let nearest = Separation::of_srgb(press).ok()?.color(screen.samples());
    let shown = Colorimetry::of_srgb().ok()?.color(screen.samples());
    // If the screen colour is not printable, a print colour close to the nearest printable one is accepted.
    let difference = [shown, on_paper.color(nearest)]
        .map(|color| printed.difference(color))
        .into_iter()
        .fold(f64::INFINITY, f64::min);
    (difference > MAX_DIFFERENCE).then(|| Problem::AccentDifference {
        screen,
        tenths: tenths(difference),
        nearest: Some(Cmyk::from_samples(nearest))
            .filter(|nearest| on_paper.color(nearest.samples()).contrast_with_white() >= MIN_CONTRAST),
    })
}

/// A number from 0 to 100 in tenths, rounded down.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
fn tenths(number: f64) -> u32 {
    (number * 10.0).clamp(0.0, 1000.0) as u32
}
