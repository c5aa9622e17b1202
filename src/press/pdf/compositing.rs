//! How an object affects the content beneath it: overprint and blending.

/// What happens to the inks beneath an object (ISO 32000-1, 8.6.7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Overprint {
    /// They are removed.
    #[default]
    Off,
    /// Inks that the colour space does not have are kept (overprint mode 0).
    OtherInks,
    /// In `DeviceCMYK`, inks whose component is zero are kept, too (overprint mode 1).
    UnusedInks,
}

/// How something is mixed with what is beneath it (ISO 32000-1, 11.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Blend {
    /// The blend mode.
    pub mode: BlendMode,
    /// How opaque it is, from 0 to 1.
    pub alpha: f64,
    /// Whether a soft mask makes parts of it transparent.
    pub is_masked: bool,
}

/// A blend mode, as far as it matters to the amount of ink (ISO 32000-1, 11.3.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BlendMode {
    /// The colour replaces the one beneath it.
    #[default]
    Normal,
    /// The colours are multiplied.
    Multiply,
    /// Of each ink, the greater amount is kept.
    Darken,
    /// Any other.
    Other,
}

impl Default for Blend {
    fn default() -> Self {
        Self { mode: BlendMode::Normal, alpha: 1.0, is_masked: false }
    }
}

impl BlendMode {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"Normal" | b"Compatible" => Self::Normal,
            b"Multiply" => Self::Multiply,
            b"Darken" => Self::Darken,
            _ => Self::Other,
        }
    }
}
