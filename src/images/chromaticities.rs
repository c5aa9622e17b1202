//! An RGB space by the colours of its primaries and of its white.

use lcms2::{CIExyY, CIExyYTRIPLE, Profile, ToneCurve};

/// The latest version of ICC profiles that PDF 1.7 knows (ISO 32000-1, table 67).
const VERSION: f64 = 4.2;

/// The primaries and the white of an RGB space, each as its CIE 1931 x and y.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chromaticities {
    pub(super) white: (f64, f64),
    /// Red, green and blue.
    pub(super) primaries: [(f64, f64); 3],
}

impl Chromaticities {
    /// The white of daylight, as most screens have it.
    pub(super) const D65: (f64, f64) = (0.3127, 0.329);
    /// Those of sRGB and ITU-R BT.709.
    pub(super) const SRGB: Self =
        Self { white: Self::D65, primaries: [(0.64, 0.33), (0.3, 0.6), (0.15, 0.06)] };

    /// The profile of a space with these and a curve from samples to light, or of its greys; `None` if they describe
    /// no colours.
    pub(super) fn profile(self, curve: &ToneCurve, has_color: bool) -> Option<Vec<u8>> {
        let chromaticity = |(x, y)| CIExyY { x, y, Y: 1.0 };
        let white = chromaticity(self.white);
        let mut profile = if has_color {
            let [red, green, blue] = self.primaries.map(chromaticity);
            let primaries = CIExyYTRIPLE { Red: red, Green: green, Blue: blue };
            Profile::new_rgb(&white, &primaries, &[curve, curve, curve]).ok()?
        } else {
            Profile::new_gray(&white, curve).ok()?
        };
        profile.set_version(VERSION);
        profile.icc().ok()
    }

    /// Whether each is so near to that of another space that nobody could tell them apart.
    pub(super) fn is_near(self, other: Self) -> bool {
        const NEAR: f64 = 0.003;
        let is_near = |(x, y): (f64, f64), (other_x, other_y): (f64, f64)| {
            (x - other_x).abs() < NEAR && (y - other_y).abs() < NEAR
        };
        is_near(self.white, other.white)
            && self.primaries.into_iter().zip(other.primaries).all(|(one, other)| is_near(one, other))
    }
}
