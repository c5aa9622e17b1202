//! The colours of a PNG by its `gAMA` and `cHRM` chunks (PNG, third edition, 11.3.2.1 and 11.3.2.2).
//!
//! They are the oldest way to say what the samples of a PNG mean, and the last to be asked.

use lcms2::ToneCurve;

use super::chromaticities::Chromaticities;
use super::png_chunks;

/// Both chunks have 100 000 for 1.
const UNITS: f64 = 100_000.0;
/// The gamma that encoders of sRGB write, in place of a curve that is none.
const OF_SRGB: f64 = 0.45455;
/// Within this, a gamma is that of sRGB.
const NEAR: f64 = 0.01;
/// Beyond these, a gamma is a mistake.
const PLAUSIBLE: std::ops::RangeInclusive<f64> = 0.1..=2.0;

/// The profile of a PNG that has a gamma, and perhaps primaries, other than those of sRGB.
///
/// Primaries without a gamma are ignored, as by browsers.
pub(super) fn profile_of_png(bytes: &[u8], has_color: bool) -> Option<Vec<u8>> {
    if png_chunks::find(bytes, *b"sRGB").is_some() {
        return None;
    }
    let [gamma] = numbers(bytes, *b"gAMA")?;
    let chromaticities = chromaticities(bytes).unwrap_or(Chromaticities::SRGB);
    let is_srgb =
        (gamma - OF_SRGB).abs() < NEAR && (!has_color || chromaticities.is_near(Chromaticities::SRGB));
    if is_srgb || !PLAUSIBLE.contains(&gamma) {
        return None;
    }
    chromaticities.profile(&ToneCurve::new(1.0 / gamma), has_color)
}

fn chromaticities(bytes: &[u8]) -> Option<Chromaticities> {
    let [x, y, red_x, red_y, green_x, green_y, blue_x, blue_y] = numbers(bytes, *b"cHRM")?;
    let primaries = [(red_x, red_y), (green_x, green_y), (blue_x, blue_y)];
    Some(Chromaticities { white: (x, y), primaries }).filter(|Chromaticities { white, primaries }| {
        white.1 > 0.0 && primaries.iter().all(|(_, y)| *y > 0.0)
    })
}

/// The numbers in a chunk.
fn numbers<const N: usize>(bytes: &[u8], kind: [u8; 4]) -> Option<[f64; N]> {
    let (words, _) = png_chunks::find(bytes, kind)?.as_chunks::<4>();
    Some(words.first_chunk::<N>()?.map(|word| f64::from(u32::from_be_bytes(word)) / UNITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(chunks: &[(&[u8; 4], &[u32])]) -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, numbers) in chunks {
            let data: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
            png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            png.extend([&kind[..], &data, &[0; 4]].concat());
        }
        png
    }

    const SRGB: [u32; 8] = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];
    const ADOBE: [u32; 8] = [31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000];

    #[test]
    fn colours_other_than_srgb_get_a_profile() {
        let has_profile = |chunks: &[(&[u8; 4], &[u32])]| profile_of_png(&png(chunks), true).is_some();
        assert!(has_profile(&[(b"gAMA", &[100_000])]));
        assert!(has_profile(&[(b"gAMA", &[45455]), (b"cHRM", &ADOBE)]));
        assert!(has_profile(&[(b"cHRM", &ADOBE), (b"gAMA", &[45455])]));
        assert!(profile_of_png(&png(&[(b"gAMA", &[100_000])]), false).is_some());
        let srgb: [&[(&[u8; 4], &[u32])]; 10] = [
            &[],
            &[(b"gAMA", &[45455])],
            &[(b"gAMA", &[45455]), (b"cHRM", &SRGB)],
            &[(b"gAMA", &[45000]), (b"cHRM", &SRGB)],
            &[(b"cHRM", &ADOBE)],
            &[(b"gAMA", &[100_000]), (b"sRGB", &[0])],
            // Mistakes.
            &[(b"gAMA", &[0])],
            &[(b"gAMA", &[])],
            &[(b"gAMA", &[u32::MAX])],
            &[(b"gAMA", &[45455]), (b"cHRM", &[0; 8])],
        ];
        for srgb in srgb {
            assert!(!has_profile(srgb), "{srgb:?}");
        }
        // Greys have no primaries.
        assert_eq!(profile_of_png(&png(&[(b"gAMA", &[45455]), (b"cHRM", &ADOBE)]), false), None);
    }

    /// Whatever the numbers, there is no panic, and no profile that Little CMS could not read.
    #[test]
    fn invalid_primaries_are_harmless() {
        for numbers in [[1; 8], [u32::MAX; 8], [31270, 32900, 1, 1, 1, 1, 1, 1], [33333; 8]] {
            let profile = profile_of_png(&png(&[(b"gAMA", &[100_000]), (b"cHRM", &numbers)]), true);
            assert!(profile.is_none_or(|icc| lcms2::Profile::new_icc(&icc).is_ok()), "{numbers:?}");
        }
    }
}
