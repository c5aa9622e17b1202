//! From the colours of a source to amounts of ink.

use lcms2::{PixelFormat, Profile, Transform};

use super::transform::to_inks;
use super::{Grays, PressProfile, limited, limited_under_black};

/// A conversion of red, green and blue to cyan, magenta, yellow and black, each 0 to 255, within the total ink limit.
pub struct Separation {
    inks: Transform<[u8; 3], [u8; 4]>,
    grays: Grays,
    leaves_room: bool,
}

impl Separation {
    /// From sRGB (IEC 61966-2-1).
    ///
    /// # Errors
    /// If the profile cannot be used.
    pub fn of_srgb(press: &PressProfile) -> Result<Self, lcms2::Error> {
        Self::between(&Profile::new_srgb(), press)
    }

    /// From the RGB space of an ICC profile.
    ///
    /// # Errors
    /// If either profile cannot be used.
    pub fn of_profile(icc: &[u8], press: &PressProfile) -> Result<Self, lcms2::Error> {
        Self::between(&Profile::new_icc(icc)?, press)
    }

    fn between(source: &Profile, press: &PressProfile) -> Result<Self, lcms2::Error> {
        let inks = to_inks(source, PixelFormat::RGB_8, press.icc())?;
        let leaves_room = leaves_room(&inks);
        Ok(Self { inks, grays: Grays::of_neutrals(source, press)?, leaves_room })
    }

    /// Whether all of the black ink may be laid over any colour. Most profiles replace so much of the coloured inks in
    /// dark colours that hardly any colour has more than two of them in full; of one of these, that little is left out.
    pub fn leaves_room(&self) -> bool {
        self.leaves_room
    }

    fn limited(&self, inks: [u8; 4]) -> [u8; 4] {
        if self.leaves_room { limited_under_black(inks) } else { limited(inks) }
    }

    /// The conversion of colours whose red, green and blue are equal.
    pub fn grays(&self) -> &Grays {
        &self.grays
    }

    /// Converts one colour.
    pub fn color(&self, color: [u8; 3]) -> [u8; 4] {
        let mut inks = [[0; 4]];
        self.inks.transform_pixels(&[color], &mut inks);
        let [inks] = inks;
        self.limited(inks)
    }

    /// Converts interleaved samples; an incomplete last pixel is dropped.
    pub fn pixels(&self, samples: &[u8]) -> Vec<u8> {
        let (pixels, _) = samples.as_chunks();
        let mut inks = vec![[0; 4]; pixels.len()];
        self.inks.transform_pixels(pixels, &mut inks);
        inks.into_iter().flat_map(|inks| self.limited(inks)).collect()
    }
}

/// Whether no colour has much more than two of the coloured inks in full.
fn leaves_room(inks: &Transform<[u8; 3], [u8; 4]>) -> bool {
    /// What a colour may lose without anybody noticing.
    const LITTLE: u16 = 25;
    let steps = || (0..=u8::MAX).step_by(17);
    let colors: Vec<[u8; 3]> = steps()
        .flat_map(|red| steps().flat_map(move |green| steps().map(move |blue| [red, green, blue])))
        .collect();
    let mut separated = vec![[0; 4]; colors.len()];
    inks.transform_pixels(&colors, &mut separated);
    separated.into_iter().all(|[cyan, magenta, yellow, _]| {
        u16::from(cyan) + u16::from(magenta) + u16::from(yellow) <= 2 * u16::from(u8::MAX) + LITTLE
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::ink::MAX_TOTAL_INK;

    fn srgb() -> Separation {
        Separation::of_srgb(&PressProfile::coated_fogra39()).unwrap()
    }

    #[test]
    fn white_is_paper_and_black_has_the_greatest_total() {
        assert_eq!(srgb().color([255; 3]), [0; 4]);
        let black = srgb().color([0; 3]);
        assert!(black[3] > 240 && black.map(u16::from).iter().sum::<u16>() > 700, "{black:?}");
    }

    #[test]
    fn colours_get_the_inks_that_a_printer_would_expect() {
        let is = |color: [u8; 3], wanted: [u8; 4]| {
            let inks = srgb().color(color);
            let near = inks.iter().zip(wanted).all(|(ink, wanted)| ink.abs_diff(wanted) < 30);
            assert!(near, "{color:?} became {inks:?}, not about {wanted:?}");
        };
        is([255, 255, 0], [10, 0, 245, 0]);
        is([255, 0, 0], [0, 245, 245, 0]);
        is([0, 160, 230], [200, 40, 0, 0]);
    }

    #[test]
    fn no_colour_exceeds_the_total_ink_limit() {
        let separation = srgb();
        let steps = || (0..=255).step_by(17);
        for red in steps() {
            for green in steps() {
                for blue in steps() {
                    let inks = separation.color([red, green, blue]);
                    let sum: u16 = inks.map(u16::from).iter().sum();
                    assert!(sum <= MAX_TOTAL_INK / 100 * 255, "{:?} is {inks:?}", [red, green, blue]);
                }
            }
        }
    }

    #[test]
    fn black_may_be_laid_over_every_colour() {
        let separation = srgb();
        assert!(separation.leaves_room());
        for color in [[160, 35, 25], [155, 40, 25], [160, 30, 20], [0; 3], [20, 0, 60], [60, 20, 0]] {
            let [cyan, magenta, yellow, _] = separation.color(color).map(u16::from);
            assert!(cyan + magenta + yellow <= 510, "{color:?}");
        }
    }

    #[test]
    fn pixels_are_converted_as_single_colours_are() {
        let separation = srgb();
        let samples: Vec<u8> = (0..=255).collect();
        let inks = separation.pixels(&samples);
        assert_eq!(inks.len(), 85 * 4);
        assert_eq!(inks[40..44], separation.color([30, 31, 32]));
    }
}
