//! Faults of images.

use super::Severity;
use crate::files::Unreadable;

/// The minimum resolution of a printed image, in dots per inch; below twice this resolution there is a warning.
pub(crate) const MIN_DPI: u32 = 150;

/// Why an image cannot be used, or should not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageFault {
    /// There is no such file.
    Missing {
        /// The existing image with the most similar name.
        alternative: Option<String>,
    },
    /// The file is outside the folder of the report.
    Outside,
    /// The file cannot be read.
    Unreadable(Unreadable),
    /// The file is damaged, or its format is not supported.
    Unknown,
    /// The image exceeds a limit.
    TooLarge(ImageLimit),
    /// The image is in CMYK.
    Ink,
    /// The colour profile is damaged, or does not describe the colours of the image.
    Profile,
    /// The image has too few pixels for the size at which it is printed.
    Resolution {
        /// Its size in pixels, after the rotation in its metadata.
        pixels: (u32, u32),
        /// Its resolution in print, in dots per inch.
        dpi: u32,
        /// The required size in pixels.
        needed: (u32, u32),
        /// Whether a print edition is requested.
        for_print: bool,
    },
    /// An SVG cannot be printed.
    Svg(SvgFault),
}

/// A limit on the time and memory for reading images.
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
    /// The elements and filters of all SVG images together.
    TotalDrawings,
    /// The work of decoding a JPEG, which grows with its scans (ITU-T T.81, 4.9).
    Scans,
}

/// Why an SVG cannot be printed, or not well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SvgFault {
    /// Its width, height or `viewBox` is missing, zero or out of range.
    Size,
    /// It links to an external image with this address.
    LinkedImage(String),
    /// An embedded image is damaged, or its format is not supported.
    EmbeddedImage,
    /// An embedded image is in CMYK.
    EmbeddedInk,
    /// An embedded image has too few pixels for the size at which it is printed.
    EmbeddedResolution {
        /// Its resolution in print, in dots per inch.
        dpi: u32,
    },
    /// A line in it is too thin for print.
    ThinLine {
        /// Its width in print, in hundredths of a point.
        width: u32,
    },
    /// Text in it is too small to be printed in several inks.
    TextInks {
        /// Its height in print, in hundredths of a point.
        height: u32,
    },
    /// Its text has a character that no font has.
    MissingGlyph(char),
    /// Its text asks for this typeface, which is not among the fonts.
    Typeface(String),
    /// It contains a `foreignObject` without a fallback.
    ForeignObject,
    /// It has text in a frame, as only Inkscape draws it.
    FlowedText,
    /// It has a gradient over a mesh, as only Inkscape draws it.
    MeshGradient,
    /// It has a colour that cannot be read, and would be black.
    Color(String),
    /// It draws nothing.
    Empty,
    /// It refers to itself.
    Recursive,
    /// It exceeds a limit.
    TooComplex(SvgLimit),
    /// It cannot be converted to PDF.
    NotPrintable,
}

/// A limit on the time and memory for converting an SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SvgLimit {
    /// Its decompressed size, in mebibytes.
    Size(u64),
    /// Its elements, each counted as often as it is drawn.
    Elements(u64),
    /// The nesting depth of elements.
    Nesting(u64),
    /// The nesting depth of references.
    References(u64),
    /// The attributes of one element.
    Attributes(u64),
    /// Style rules, relative to the number of elements.
    Styles,
    /// The characters of one piece of text.
    Text(u64),
    /// The area of all images within it, in megapixels.
    Pixels(u64),
    /// The total area of filter regions, in megapixels.
    Filters(u64),
}

impl ImageFault {
    /// The code of the fault.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "image-missing",
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

    /// The severity of the fault.
    pub(crate) fn severity(&self) -> Severity {
        match self {
            Self::Resolution { for_print: false, .. } => Severity::Note,
            Self::Resolution { dpi, .. } | Self::Svg(SvgFault::EmbeddedResolution { dpi })
                if *dpi >= MIN_DPI =>
            {
                Severity::Warning
            }
            Self::Svg(
                SvgFault::ThinLine { .. }
                | SvgFault::TextInks { .. }
                | SvgFault::Typeface(_)
                | SvgFault::Color(_)
                | SvgFault::Empty,
            ) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl From<SvgFault> for ImageFault {
    fn from(fault: SvgFault) -> Self {
        Self::Svg(fault)
    }
}
