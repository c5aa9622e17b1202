//! The colours of a PNG as code points of ITU-T H.273 (PNG, third edition, 11.3.2.6).

use lcms2::ToneCurve;

use super::chromaticities::Chromaticities;
use super::png_chunks;

/// The contents of the `cICP` chunk of a PNG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CodePoints {
    primaries: u8,
    transfer: u8,
    matrix: u8,
    full_range: u8,
}

/// Reads the code points of a PNG, if it has any.
pub(super) fn of_png(bytes: &[u8]) -> Option<CodePoints> {
    let [primaries, transfer, matrix, full_range] = *png_chunks::find(bytes, *b"cICP")?.first_chunk()?;
    Some(CodePoints { primaries, transfer, matrix, full_range })
}

impl CodePoints {
    /// Whether they mean sRGB, or are unspecified.
    pub(super) fn is_srgb(self) -> bool {
        matches!((self.primaries, self.transfer), (1, 13) | (2, _) | (_, 2))
            && self.matrix == 0
            && self.full_range == 1
    }

    /// An equivalent profile; `None` if there is none: for light that is brighter than white (HDR), and for code points
    /// that a PNG cannot have.
    pub(super) fn profile(self, has_color: bool) -> Option<Vec<u8>> {
        if self.matrix != 0 || self.full_range != 1 {
            return None;
        }
        self.chromaticities()?.profile(&self.curve()?, has_color)
    }

    /// The white point and the primaries (H.273, table 2).
    fn chromaticities(self) -> Option<Chromaticities> {
        const D65: (f64, f64) = Chromaticities::D65;
        let (white, primaries) = match self.primaries {
            1 => return Some(Chromaticities::SRGB),
            // ITU-R BT.601 of 625 lines, and of 525.
            5 => (D65, [(0.64, 0.33), (0.29, 0.6), (0.15, 0.06)]),
            6 | 7 => (D65, [(0.63, 0.34), (0.31, 0.595), (0.155, 0.07)]),
            // ITU-R BT.2020.
            9 => (D65, [(0.708, 0.292), (0.17, 0.797), (0.131, 0.046)]),
            // SMPTE RP 431-2 (DCI P3) and EG 432-1 (Display P3).
            11 => ((0.314, 0.351), [(0.68, 0.32), (0.265, 0.69), (0.15, 0.06)]),
            12 => (D65, [(0.68, 0.32), (0.265, 0.69), (0.15, 0.06)]),
            _ => return None,
        };
        Some(Chromaticities { white, primaries })
    }

    /// From samples to light (H.273, table 3).
    fn curve(self) -> Option<ToneCurve> {
        // Type 4 is linear below a threshold and a power above it (ICC.1:2022, table 68): gamma, a, b, c, d.
        let line_and_power = |parameters: [f64; 5]| ToneCurve::new_parametric(4, &parameters).ok();
        match self.transfer {
            1 | 6 | 14 | 15 => line_and_power([1.0 / 0.45, 1.0 / 1.099, 0.099 / 1.099, 1.0 / 4.5, 0.081]),
            4 => Some(ToneCurve::new(2.2)),
            5 => Some(ToneCurve::new(2.8)),
            8 => Some(ToneCurve::new(1.0)),
            13 => line_and_power([2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045]),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
        let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
        for (kind, data) in chunks {
            png.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            png.extend([&kind[..], data, &[0; 4]].concat());
        }
        png
    }

    #[test]
    fn code_points_precede_the_pixel_data() {
        let display_p3 = CodePoints { primaries: 12, transfer: 13, matrix: 0, full_range: 1 };
        assert_eq!(of_png(&png(&[(b"IHDR", &[0; 13]), (b"cICP", &[12, 13, 0, 1])])), Some(display_p3));
        assert_eq!(of_png(&png(&[(b"IHDR", &[0; 13]), (b"IDAT", &[]), (b"cICP", &[12, 13, 0, 1])])), None);
        for broken in [&b""[..], b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffabcd", &png(&[(b"cICP", &[12])])[..17]] {
            assert_eq!(of_png(broken), None);
        }
    }

    #[test]
    fn code_points_without_an_equivalent_profile_have_none() {
        let profile = |primaries, transfer, matrix, full_range| {
            CodePoints { primaries, transfer, matrix, full_range }.profile(true)
        };
        assert!(profile(12, 13, 0, 1).is_some_and(|icc| icc.get(8..10) == Some(&[4, 0x20])));
        // Brightness of HDR, another matrix, and a range that leaves room.
        for [primaries, transfer, matrix, full_range] in
            [[9, 16, 0, 1], [9, 18, 0, 1], [9, 14, 9, 1], [9, 14, 0, 0], [99, 13, 0, 1]]
        {
            assert_eq!(profile(primaries, transfer, matrix, full_range), None);
        }
    }
}
