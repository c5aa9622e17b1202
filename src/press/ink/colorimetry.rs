//! Colours as they are perceived, independent of the device (CIE 15:2018).

use lcms2::{CIELabExt, CIEXYZ, CIEXYZExt, PixelFormat, Pod, Profile, Transform};

use super::PressProfile;
use super::transform::to_xyz;

/// A colour as it is perceived on its medium under illuminant D50, relative to the white of the paper or of the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeenColor(CIEXYZ);

/// The perceived colours of a space whose components are 0 to 255.
pub struct Colorimetry<C>(Transform<C, [f64; 3]>);

impl Colorimetry<[u8; 3]> {
    /// Of sRGB (IEC 61966-2-1).
    ///
    /// # Errors
    /// None that input could cause.
    pub fn of_srgb() -> Result<Self, lcms2::Error> {
        Self::of(&Profile::new_srgb(), PixelFormat::RGB_8)
    }
}

impl Colorimetry<[u8; 4]> {
    /// Of cyan, magenta, yellow and black, as a press prints them.
    ///
    /// # Errors
    /// If the profile has no table from inks to colours.
    pub fn of_press(press: &PressProfile) -> Result<Self, lcms2::Error> {
        Self::of(&Profile::new_icc(press.icc())?, PixelFormat::CMYK_8)
    }
}

impl<C: Copy + Pod> Colorimetry<C> {
    pub(super) fn of(source: &Profile, format: PixelFormat) -> Result<Self, lcms2::Error> {
        to_xyz(source, format).map(Self)
    }

    /// The perceived colour.
    pub fn color(&self, color: C) -> SeenColor {
        let mut seen = [[0.0; 3]];
        self.0.transform_pixels(&[color], &mut seen);
        let [[x, y, z]] = seen;
        SeenColor(CIEXYZ { X: x, Y: y, Z: z })
    }
}

impl SeenColor {
    /// Its luminance, from 0 to 1 for the white of its medium: CIE Y.
    pub fn luminance(self) -> f64 {
        self.0.Y.clamp(0.0, 1.0)
    }

    /// The contrast with the white of its medium, 1 to 21 (WCAG 2.2, “contrast ratio”).
    pub fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// The difference from another colour by CIEDE2000 (ISO/CIE 11664-6); most people just notice a difference of 1.
    pub fn difference(self, other: Self) -> f64 {
        let [one, other] = [self, other].map(|color| color.0.to_lab(CIEXYZ::d50()));
        one.cie2000_delta_e(&other, 1.0, 1.0, 1.0)
    }

    /// CIE L\*: how light it looks, from 0 to 100.
    pub fn lightness(self) -> f64 {
        self.0.to_lab(CIEXYZ::d50()).L
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(value: f64, expected: f64) -> bool {
        (value - expected).abs() < 0.3
    }

    /// Of sRGB by its formula; of ink by Fogra's measurements of FOGRA39, relative to the paper.
    #[test]
    fn lightness_is_that_of_the_standards() {
        let srgb = Colorimetry::of_srgb().unwrap();
        for (grey, lightness) in [(0, 0.0), (128, 53.6), (255, 100.0)] {
            let seen = srgb.color([grey; 3]).lightness();
            assert!(near(seen, lightness), "{seen}");
        }
        let press = Colorimetry::of_press(&PressProfile::coated_fogra39()).unwrap();
        for (black, lightness) in [(0, 100.0), (255, 17.0), (128, 65.1)] {
            let seen = press.color([0, 0, 0, black]).lightness();
            assert!((seen - lightness).abs() < 1.0, "{seen}");
        }
    }

    #[test]
    fn differences_of_colours_match_their_appearance() {
        let srgb = Colorimetry::of_srgb().unwrap();
        let difference = |one, other| srgb.color(one).difference(srgb.color(other));
        assert!(near(difference([0; 3], [255; 3]), 100.0));
        assert!(difference([90, 120, 40], [90, 120, 40]) < 1e-9);
        assert!(difference([90, 120, 40], [91, 121, 40]) < 1.0);
    }
}
