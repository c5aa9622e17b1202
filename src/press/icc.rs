//! The header of an ICC profile (ICC.1:2022, 7.2).

use std::fmt;

/// The fields of the header of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IccHeader {
    /// The device class (7.2.5): `prtr` for an output device.
    pub class: Signature,
    /// The colour space of the device (7.2.6).
    pub space: Signature,
}

/// A signature of four letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 4]);

/// The colours that a profile describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum IccSpace {
    /// Shades of grey.
    Gray,
    /// Red, green and blue light.
    Rgb,
    /// The four inks of print.
    Cmyk,
    /// CIE L\*a\*b\*.
    Lab,
    /// Any other, with this number of components.
    Other(u8),
}

impl IccHeader {
    /// The size of a header in bytes.
    pub const SIZE: usize = 128;

    /// Reads a header; `None` if the bytes are not a profile.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let signature = |at: usize| Some(Signature(bytes.get(at..at + 4)?.try_into().ok()?));
        if bytes.len() < Self::SIZE || signature(36)? != Signature(*b"acsp") {
            return None;
        }
        Some(Self { class: signature(12)?, space: signature(16)? })
    }

    /// A profile of a version that PDF 1.7 does not know (ISO 32000-1, table 67), as one of version 4.2 or 2.2.
    ///
    /// Later versions only added tags, which readers ignore (ICC.1:2022, 7.3.1).
    /// `None` for a profile that already has such a version, and for version 5, which is read differently.
    pub fn in_earlier_version(profile: &[u8]) -> Option<Vec<u8>> {
        /// The version: a byte for the major number, half a byte each for the minor and the fix (7.2.4).
        const MINOR_VERSION: usize = 9;
        /// A digest of the file; zero if it has not been computed (7.2.18).
        const PROFILE_ID: std::ops::Range<usize> = 84..100;
        let [major, minor] = *profile.get(MINOR_VERSION - 1..)?.first_chunk()?;
        if major > 4 || minor >> 4 <= 2 {
            return None;
        }
        let mut earlier = profile.to_vec();
        *earlier.get_mut(MINOR_VERSION)? = 0x20;
        earlier.get_mut(PROFILE_ID)?.fill(0);
        Some(earlier)
    }

    /// Its colours.
    pub fn icc_space(self) -> IccSpace {
        match &self.space.0 {
            b"GRAY" => IccSpace::Gray,
            b"RGB " => IccSpace::Rgb,
            b"CMYK" => IccSpace::Cmyk,
            b"Lab " => IccSpace::Lab,
            [digit @ b'1'..=b'9', b'C', b'L', b'R'] => IccSpace::Other(digit - b'0'),
            [digit @ b'A'..=b'F', b'C', b'L', b'R'] => IccSpace::Other(digit - b'A' + 10),
            _ => IccSpace::Other(3),
        }
    }
}

impl IccSpace {
    /// The usual space with a number of components.
    pub fn of_components(components: i64) -> Self {
        match components {
            1 => Self::Gray,
            3 => Self::Rgb,
            4 => Self::Cmyk,
            other => Self::Other(u8::try_from(other).unwrap_or(0)),
        }
    }
}

/// Without what cannot be shown, and without spaces.
impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = self.0.iter().filter(|byte| byte.is_ascii_graphic());
        f.write_str(&letters.map(|byte| char::from(*byte)).collect::<String>())
    }
}
