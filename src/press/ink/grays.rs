//! How greys are printed: in black ink only, or in all four inks.

use lcms2::{PixelFormat, Pod, Profile};

use super::PressProfile;
use super::colorimetry::Colorimetry;
use super::transform::to_inks;

/// The conversion of the greys of a colour space for a press.
///
/// Black ink alone is not as dark as all four are, and a tint of it is darker than its share says: dot gain makes half
/// of the dots cover more than half of the paper. So the share for a grey is the one that looks as dark, by the profile
/// of the press. The darkest grey is full black, and the shadows before it are lightened with it, so that no two greys
/// become one; black point compensation (ISO 18619) would lighten the others unnecessarily, too.
#[derive(Debug, Clone)]
pub struct Grays(Box<[Gray; 256]>);

/// The result for one grey.
#[derive(Debug, Clone, Copy)]
struct Gray {
    /// The share of black ink, from 0 to 1.
    black: f32,
    /// All four inks, 0 to 255 each.
    inks: [u8; 4],
}

impl Grays {
    /// Of sRGB, also used for device-dependent greys.
    ///
    /// # Errors
    /// If the profile of the press cannot be used.
    pub fn of_srgb(press: &PressProfile) -> Result<Self, lcms2::Error> {
        Self::of_neutrals(&Profile::new_srgb(), press)
    }

    /// Of the grey space of an ICC profile.
    ///
    /// # Errors
    /// If either profile cannot be used.
    pub fn of_profile(icc: &[u8], press: &PressProfile) -> Result<Self, lcms2::Error> {
        Self::of(&Profile::new_icc(icc)?, PixelFormat::GRAY_8, |gray| [gray], press)
    }

    /// Of an RGB space, for colours whose three components are equal.
    pub(super) fn of_neutrals(source: &Profile, press: &PressProfile) -> Result<Self, lcms2::Error> {
        Self::of(source, PixelFormat::RGB_8, |gray| [gray; 3], press)
    }

    fn of<C: Copy + Pod>(
        source: &Profile,
        format: PixelFormat,
        color: impl Fn(u8) -> C,
        press: &PressProfile,
    ) -> Result<Self, lcms2::Error> {
        let black = BlackInk::of(press)?;
        let seen = Colorimetry::of(source, format)?;
        let transform = to_inks(source, format, press.icc())?;
        let mut inks = [[0; 4]];
        Ok(Self(Box::new(std::array::from_fn(|gray| {
            let color = color(u8::try_from(gray).unwrap_or(u8::MAX));
            transform.transform_pixels(&[color], &mut inks);
            let [inks] = inks;
            Gray { black: black.share(seen.color(color).luminance()), inks: super::limited(inks) }
        }))))
    }

    /// The share of black ink, from 0 to 1, that looks like a grey, from 0 for black to 1 for white.
    pub fn black(&self, gray: f32) -> f32 {
        let place = gray.clamp(0.0, 1.0) * 255.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
        let at = |place: f32| self.gray(place as u8).black;
        let (darker, lighter) = (at(place.floor()), at(place.ceil()));
        darker + (lighter - darker) * place.fract()
    }

    /// The same for a sample of 0 to 255, with the share as 0 to 255.
    pub fn black_of_sample(&self, gray: u8) -> u8 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
        let black = (self.gray(gray).black * 255.0).round() as u8;
        black
    }

    /// Cyan, magenta, yellow and black of a sample, within the total ink limit.
    pub fn inks_of_sample(&self, gray: u8) -> [u8; 4] {
        self.gray(gray).inks
    }

    fn gray(&self, gray: u8) -> Gray {
        self.0.get(usize::from(gray)).copied().unwrap_or(Gray { black: 0.0, inks: [0; 4] })
    }
}

/// How light each share of black ink leaves the paper, from none to all of it.
struct BlackInk(Vec<f64>);

impl BlackInk {
    fn of(press: &PressProfile) -> Result<Self, lcms2::Error> {
        let seen = Colorimetry::of_press(press)?;
        let mut darkest = 1.0_f64;
        Ok(Self(
            (0..=u8::MAX)
                .map(|black| {
                    // The curve is made monotonic: more ink is never lighter, even if a profile says so.
                    darkest = darkest.min(seen.color([0, 0, 0, black]).luminance());
                    darkest
                })
                .collect(),
        ))
    }

    /// The share with this luminance, from 0 to 1, with the shadows lightened.
    fn share(&self, luminance: f64) -> f32 {
        /// What is left of the difference between the darkest greys. The more of it goes, the sooner the lightening
        /// fades from black on; in black point compensation, it fades evenly up to white.
        const KEPT: f64 = 0.3;
        let full = self.0.last().copied().unwrap_or_default();
        let fading = ((1.0 - KEPT) / full.max(f64::EPSILON)).max(1.0);
        let wanted = luminance + full * (1.0 - luminance).powf(fading);
        let lighter = self.0.iter().take_while(|light| **light > wanted).count();
        let (Some(above), Some(below)) =
            (lighter.checked_sub(1).and_then(|above| self.0.get(above)), self.0.get(lighter))
        else {
            return if lighter == 0 { 0.0 } else { 1.0 };
        };
        let lighter = u8::try_from(lighter).unwrap_or(u8::MAX);
        let beyond = (wanted - below) / (above - below);
        #[expect(clippy::cast_possible_truncation, reason = "a share needs no more places")]
        let share = ((f64::from(lighter) - beyond) / 255.0) as f32;
        share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn srgb() -> Grays {
        Grays::of_srgb(&PressProfile::coated_fogra39()).unwrap()
    }

    #[test]
    fn black_is_full_ink_and_white_is_none() {
        let grays = srgb();
        assert!(grays.black(0.0) > 0.999 && grays.black(1.0) < 0.001);
        assert_eq!((grays.black_of_sample(0), grays.black_of_sample(255)), (255, 0));
        assert_eq!(grays.inks_of_sample(255), [0; 4]);
    }

    /// A tint of half of the ink would have an L* of 65, where the grey has one of 54.
    #[test]
    fn a_grey_looks_as_dark_as_on_the_screen() {
        let grays = srgb();
        let press = Colorimetry::of_press(&PressProfile::coated_fogra39()).unwrap();
        let screen = Colorimetry::of_srgb().unwrap();
        for (gray, tolerance) in [(230, 0.5), (192, 0.5), (160, 0.5), (128, 0.5), (96, 0.7), (64, 1.8)] {
            let printed = press.color([0, 0, 0, grays.black_of_sample(gray)]).lightness();
            let shown = screen.color([gray; 3]).lightness();
            assert!((printed - shown).abs() < tolerance, "{gray}: {printed:.1} for {shown:.1}");
        }
        for gray in [230, 192, 160, 128, 96, 64] {
            let printed = press.color(grays.inks_of_sample(gray)).lightness();
            let shown = screen.color([gray; 3]).lightness();
            assert!((printed - shown).abs() < 3.5, "{gray} in four inks: {printed:.1} for {shown:.1}");
        }
        let half = grays.black(128.0 / 255.0);
        assert!((0.625..0.645).contains(&half), "{half}");
    }

    #[test]
    fn different_greys_stay_different() {
        let grays = srgb();
        let shares: Vec<f32> = (0..=255).map(|gray: u8| grays.black(f32::from(gray) / 255.0)).collect();
        assert!(shares.is_sorted_by(|darker, lighter| darker > lighter), "{shares:?}");
    }

    /// The same samples mean other greys in a space with another gamma.
    #[test]
    fn the_profile_of_a_grey_space_is_used() {
        let linear = lcms2::Profile::new_gray(lcms2::CIExyY::d50(), &lcms2::ToneCurve::new(1.0)).unwrap();
        let linear = Grays::of_profile(&linear.icc().unwrap(), &PressProfile::coated_fogra39()).unwrap();
        // 21.6 % of the light is #808080 in sRGB.
        let (of_linear, of_srgb) = (linear.black(0.216), srgb().black(128.0 / 255.0));
        assert!((of_linear - of_srgb).abs() < 0.005, "{of_linear} {of_srgb}");
    }
}
