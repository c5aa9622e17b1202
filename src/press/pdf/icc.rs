//! What an ICC profile says of itself in its header (ICC.1:2022, 7.2).

/// The head of a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IccProfile {
    /// The kind of device that it describes, as four letters: `prtr` for a printer.
    pub class: [u8; 4],
    /// The colours of that device.
    pub space: IccSpace,
}

/// The colours that a profile is about.
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
    /// Any other, with so many components.
    Other(u8),
}

impl IccProfile {
    /// Reads a header of 128 bytes; none where it is no profile's.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let letters = |at: usize| <[u8; 4]>::try_from(bytes.get(at..at + 4)?).ok();
        if bytes.len() < 128 || &letters(36)? != b"acsp" {
            return None;
        }
        let space = match &letters(16)? {
            b"GRAY" => IccSpace::Gray,
            b"RGB " => IccSpace::Rgb,
            b"CMYK" => IccSpace::Cmyk,
            b"Lab " => IccSpace::Lab,
            [b'1'..=b'9', b'C', b'L', b'R'] => IccSpace::Other(bytes.get(16)? - b'0'),
            _ => IccSpace::Other(3),
        };
        Some(Self { class: letters(12)?, space })
    }
}

impl IccSpace {
    /// The usual space of so many components.
    pub(super) fn of_components(components: i64) -> Self {
        match components {
            1 => Self::Gray,
            3 => Self::Rgb,
            4 => Self::Cmyk,
            other => Self::Other(u8::try_from(other).unwrap_or(0)),
        }
    }
}
