//! Black text is printed over what is below it, which is not left white there: a plate that is out by a tenth of a
//! millimetre would show the paper around every letter.
//!
//! In overprint mode 1 (ISO 32000-1, 11.7.4.3) the inks that a colour of `DeviceCMYK` has none of stay as they are.

use lopdf::content::Operation;
use lopdf::{Dictionary, dictionary};

/// Tints of black overprint below this size, in points; a large one would be seen to mix with what is below it.
const SMALL: f64 = 12.0;
/// Less than this share of an ink is none, and this much below all of it is all.
const NEARLY: f32 = 0.002;

/// The names of the graphics states among the resources.
const ON: &str = "OverprintOn";
const OFF: &str = "OverprintOff";

/// Whether a text overprints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Overprint {
    /// It is printed over what is below it.
    On,
    /// What is below it is left out.
    Off,
}

impl Overprint {
    /// For a text in inks, of a size in points.
    pub(super) fn of_text([cyan, magenta, yellow, black]: [f32; 4], size: f64) -> Self {
        let is_black_alone = [cyan, magenta, yellow].iter().all(|ink| *ink < NEARLY) && black > NEARLY;
        if is_black_alone && (black > 1.0 - NEARLY || size < SMALL) { Self::On } else { Self::Off }
    }
}

/// The operator that turns overprinting on or off.
pub(super) fn operation(overprints: bool) -> Operation {
    Operation::new("gs", vec![if overprints { ON } else { OFF }.into()])
}

/// Adds both graphics states to those of the resources.
pub(super) fn add_states(states: &mut Dictionary) {
    states.set(ON, dictionary! { "Type" => "ExtGState", "OP" => false, "op" => true, "OPM" => 1 });
    states.set(OFF, dictionary! { "Type" => "ExtGState", "OP" => false, "op" => false });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_overprints_and_its_tints_do_so_where_they_are_small() {
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
