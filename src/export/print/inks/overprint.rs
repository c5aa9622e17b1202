//! Black text overprints its background instead of knocking it out. Otherwise, with plates out of register by a tenth of
//! a millimetre, white paper would show around every letter.
//!
//! In overprint mode 1 (ISO 32000-1, 11.7.4.3), components that are 0 in a `DeviceCMYK` colour leave the background
//! unchanged.

use lopdf::content::Operation;
use lopdf::{Dictionary, dictionary};

/// Tints of black overprint only below this size, in points; in larger text, mixing with the background would be visible.
const TINT_MAX_SIZE: f64 = 12.0;
/// The tolerance for comparing inks with 0 and 1.
const TOLERANCE: f32 = 0.002;

/// The resource names of the graphics states.
const ON: &str = "OverprintOn";
const OFF: &str = "OverprintOff";

/// Whether a text overprints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overprint {
    /// The text overprints its background.
    On,
    /// The text knocks out its background.
    Off,
}

impl Overprint {
    /// Decides for text in a CMYK colour and a size in points.
    pub(super) fn of_text([cyan, magenta, yellow, black]: [f32; 4], size: f64) -> Self {
        let is_black_only = [cyan, magenta, yellow].iter().all(|ink| *ink < TOLERANCE) && black > TOLERANCE;
        if is_black_only && (black > 1.0 - TOLERANCE || size < TINT_MAX_SIZE) { Self::On } else { Self::Off }
    }
}

/// The operator that turns overprinting on or off.
pub(super) fn operation(overprints: bool) -> Operation {
    Operation::new("gs", vec![if overprints { ON } else { OFF }.into()])
}

/// Adds both graphics states to the resources.
pub(super) fn add_states(states: &mut Dictionary) {
    states.set(ON, dictionary! { "Type" => "ExtGState", "OP" => false, "op" => true, "OPM" => 1 });
    states.set(OFF, dictionary! { "Type" => "ExtGState", "OP" => false, "op" => false });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_and_small_tints_of_black_overprint() {
        use Overprint::{Off, On};
        for (inks, size, expected) in [
            ([0.0, 0.0, 0.0, 1.0], 84.0, On),
            ([0.0, 0.0, 0.0, 0.72], 8.5, On),
            ([0.0, 0.0, 0.0, 0.72], 24.0, Off),
            ([0.0; 4], 8.5, Off),
            ([0.9, 0.45, 0.45, 0.25], 8.5, Off),
            ([0.0, 0.1, 0.0, 1.0], 8.5, Off),
        ] {
            assert_eq!(Overprint::of_text(inks, size), expected, "{inks:?} at {size}");
        }
    }
}
