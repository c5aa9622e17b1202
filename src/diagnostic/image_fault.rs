//! What can be wrong with an image.

use super::Severity;
use crate::files::Unreadable;

/// The lowest resolution at which an image is printed, in dots per inch; below twice as many it
/// draws a warning.
pub(crate) const LEAST_DPI: u32 = 150;

/// Why an image cannot be used, or should not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageFault {
    /// There is no such file.
    Missing,
    /// The file is outside the folder of the report.
    Outside,
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// The file is damaged, or not in a format that can be used.
    Unknown,
    /// The image exceeds a limit.
    TooLarge(ImageLimit),
    /// The image is in four inks, which no screen shows and only one press prints.
    Ink,
    /// The colour profile is damaged, or does not describe the colours of the image.
    Profile,
    /// The image has too few pixels for the size at which it is printed.
    Resolution {
        /// Its size in pixels, as it is seen: after the rotation that its metadata asks for.
        pixels: (u32, u32),
        /// Its resolution in print, in dots per inch.
        dpi: u32,
        /// The size in pixels that would be enough.
        needed: (u32, u32),
        /// Whether it is to be printed, and not just shown on a screen.
        for_print: bool,
    },
    /// An SVG cannot be printed as it is drawn.
    Svg(SvgFault),
}

/// A limit that keeps reading an image within bounds of time and memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageLimit {
    /// The size of one file, in mebibytes.
    FileSize(u64),
    /// The size of all files together, in mebibytes.
    TotalSize(u64),
    /// The area of one image, in megapixels.
    Pixels(u64),
    /// The area of all images together, in megapixels.
    TotalPixels(u64),
    /// The elements and filters of all drawings together.
    TotalDrawings,
    /// The work of decoding a JPEG, which grows with its scans (ITU-T T.81, 4.9).
    Scans,
}

/// Why an SVG cannot be printed as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SvgFault {
    /// Its width, height or `viewBox` is missing, zero or out of range.
    Size,
    /// It refers to an image outside of itself, by this address.
    LinkedImage(String),
    /// An image within it is damaged, or in a format that cannot be used.
    EmbeddedImage,
    /// An image within it is in four inks.
    EmbeddedInk,
    /// An image within it has too few pixels for the size at which it is printed.
    EmbeddedResolution {
        /// Its resolution in print, in dots per inch.
        dpi: u32,
    },
    /// A line in it is too thin for print.
    ThinLine {
        /// Its width in print, in hundredths of a point.
        width: u32,
    },
    /// Text in it is too small for the four inks in which it is printed.
    TextInks {
        /// Its height in print, in hundredths of a point.
        height: u32,
    },
    /// It has text with a character that none of the typefaces has.
    MissingGlyph(char),
    /// It holds a `foreignObject` without anything to show in its place.
    ForeignObject,
    /// It refers to itself.
    Recursive,
    /// It exceeds a limit.
    TooComplex(SvgLimit),
    /// It draws something that a PDF cannot hold.
    NotPrintable,
}

/// A limit that keeps drawing an SVG within bounds of time and memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SvgLimit {
    /// Its text once it is unpacked, in mebibytes.
    Size(u64),
    /// Its elements, each counted as often as it is drawn.
    Elements(u64),
    /// How deep elements stand within each other.
    Nesting(u64),
    /// How deep references lead on to others.
    References(u64),
    /// The attributes of one element.
    Attributes(u64),
    /// Rules of style, in relation to the elements that they apply to.
    Styles,
    /// The characters of one piece of text.
    Text(u64),
    /// The area of all images within it, in megapixels.
    Pixels(u64),
    /// The area that filters compute, in megapixels.
    Filters(u64),
}

impl ImageFault {
    /// The name of the problem for scripts and editors.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Missing => "image-missing",
            Self::Outside => "image-outside",
            Self::Unreadable(_) => "image-unreadable",
            Self::Unknown => "image-unknown",
            Self::TooLarge(_) => "image-too-large",
            Self::Ink | Self::Svg(SvgFault::EmbeddedInk) => "image-ink",
            Self::Profile => "image-profile",
            Self::Resolution { .. } | Self::Svg(SvgFault::EmbeddedResolution { .. }) => "image-resolution",
            Self::Svg(SvgFault::TooComplex(_)) => "image-too-complex",
            Self::Svg(_) => "image-svg",
        }
    }

    /// Whether the work can go on.
    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::Resolution { for_print: false, .. } => Severity::Note,
            Self::Resolution { dpi, .. } | Self::Svg(SvgFault::EmbeddedResolution { dpi })
                if *dpi >= LEAST_DPI =>
            {
                Severity::Warning
            }
            Self::Svg(SvgFault::ThinLine { .. } | SvgFault::TextInks { .. }) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl From<SvgFault> for ImageFault {
    fn from(fault: SvgFault) -> Self {
        Self::Svg(fault)
    }
}
