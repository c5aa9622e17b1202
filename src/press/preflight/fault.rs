//! What can be wrong with a file for print, each with its code.
//!
//! A code never changes its meaning. The rules are those of [PDF/X-4](crate::press::pdf_x4) and,
//! where that leaves it to the parties, of the trade.
//!
//! | code | severity | an example |
//! |------|----------|------------|
//! | `pdf-unreadable` | error | no such file, no PDF, or one that is broken or locked |
//! | `pdf-encrypted` | error | a PDF that may not be changed |
//! | `pdf-pages` | error | no page, or nine where the file says that it has ten |
//! | `pdf-content` | error | a page whose content is broken, so that not all of it can be checked |
//! | `pdf-limit` | error | a file that exceeds the limit on work or memory |
//! | `pdf-standard` | error | no `pdfxid:GTS_PDFXVersion` in the XMP, or another than `PDF/X-4` |
//! | `pdf-version` | warning | PDF 1.7, while PDF/X-4 is based on PDF 1.6 |
//! | `pdf-boxes` | error | no TrimBox, or one that is larger than the BleedBox or the CropBox |
//! | `pdf-trim` | error | A4 where A5 was ordered; pages of different sizes |
//! | `pdf-bleed` | error | a BleedBox 2 mm beyond the TrimBox |
//! | `pdf-artwork-bleed` | error | a photograph that stops at the trim, with bare paper beyond it |
//! | `pdf-output-intent` | error | none, two, or one with a profile of RGB |
//! | `pdf-metadata` | error | no `xmp:CreateDate` |
//! | `pdf-metadata-differs` | error | another title in the Info dictionary than in the XMP |
//! | `pdf-trapped` | error | `Trapped` is `Unknown` |
//! | `pdf-font` | error | Helvetica, which is not in the file |
//! | `pdf-missing-glyph` | error | a code for which a font has no glyph but `.notdef` |
//! | `pdf-script` | error | JavaScript |
//! | `pdf-action` | error | something that happens when the file is opened, or a bookmark that opens a web page |
//! | `pdf-form` | error | a field to fill in |
//! | `pdf-media` | error | a video |
//! | `pdf-annotation` | error | a link on the page |
//! | `pdf-proxy` | error | an OPI comment, an alternate image, a page of another file |
//! | `pdf-postscript` | error | a fragment of PostScript |
//! | `pdf-transfer` | error | a transfer curve |
//! | `pdf-halftone` | error | a halftone by name |
//! | `pdf-color` | error | RGB or Lab colours; device RGB in a soft mask |
//! | `pdf-spot-alternate` | error | a spot colour that is RGB where there is no such ink |
//! | `pdf-color-profile` | error | colours that bring the profile of the output intent themselves |
//! | `pdf-white-overprint` | error | white that overprints, and so is not seen |
//! | `pdf-overprint-mode` | error | CMYK of a profile that overprints in mode 1 |
//! | `pdf-blending` | error | transparency that is blended in RGB |
//! | `pdf-resolution` | error or warning | a picture of 120 dpi, or of 250 |
//! | `pdf-ink` | error | 320 % of ink, in one colour or in several that multiply |
//! | `pdf-text-size` | error | type of 5 pt |
//! | `pdf-text-inks` | warning | type of 9 pt in four inks |
//! | `pdf-thin-line` | warning | a line of 0.1 pt |

use crate::files::Unreadable;
use crate::press::icc::IccSpace;
use crate::press::pdf::{Limit, PdfError, Proxy, Unread};

/// A reason for which a printing house would reject a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// There is nothing to inspect.
    Unreadable(NoPdf),
    /// It is encrypted, though no password is asked for.
    Encrypted,
    /// There are no pages, or a different number than the file declares.
    Pages {
        /// The number found.
        found: usize,
        /// The number declared in the file.
        stated: Option<usize>,
    },
    /// A page's content could not be read, or not all of it.
    Content(Unread),
    /// The file exceeds a limit, so that not all of it is checked.
    Limit(Limit),
    /// The file does not claim to be PDF/X-4, but possibly other standards.
    Standard(Option<String>),
    /// The version of PDF is later than that of PDF/X-4.
    Version(String),
    /// The boxes of a page are inconsistent.
    Boxes(BoxFault),
    /// Pages have the wrong size, in millimetres.
    Trim {
        /// Their widths and heights, each once.
        found: Vec<(f64, f64)>,
        /// The required width and height.
        expected: (f64, f64),
    },
    /// The boxes of pages leave too little room for the bleed.
    Bleed {
        /// The smallest room, in millimetres.
        found: f64,
        /// The required room, in millimetres.
        expected: f64,
    },
    /// Artwork stops at the trim, or within the bleed.
    ArtworkBleed {
        /// The distance that it must extend beyond the trim, in millimetres.
        expected: f64,
    },
    /// The output intent is wrong.
    OutputIntent(IntentFault),
    /// There is no readable XMP.
    NoXmp,
    /// Required metadata is missing: the names.
    Metadata(Vec<&'static str>),
    /// The Info dictionary and the XMP disagree.
    MetadataDiffers {
        /// The key of the Info dictionary.
        key: &'static str,
        /// The value in the Info dictionary.
        info: String,
        /// The value in the XMP.
        xmp: String,
    },
    /// The file does not state whether it is trapped.
    Trapped,
    /// Fonts are not embedded: their names.
    Fonts(Vec<String>),
    /// Fonts, by their names, lack glyphs that are used.
    MissingGlyphs(Vec<String>),
    /// There is JavaScript.
    Script,
    /// An action runs automatically.
    Action,
    /// A bookmark does something other than go to a page.
    BookmarkAction,
    /// There are fields to fill in.
    Form,
    /// There is sound, video or 3D content.
    Media,
    /// There is an annotation on a page.
    Annotation {
        /// Its kind.
        kind: String,
    },
    /// There is a proxy for external content.
    Proxy(Proxy),
    /// There is PostScript.
    PostScript,
    /// A transfer function changes the tones.
    Transfer,
    /// There is a halftone that only some devices support.
    Halftone,
    /// Colours that are not inks.
    Color {
        /// Their space.
        space: String,
        /// The number of uses.
        uses: usize,
        /// Whether they are in soft masks.
        in_mask: bool,
    },
    /// Spot colours, by their names, have RGB as their alternate space.
    SpotAlternate(Vec<String>),
    /// The profile of the output intent is also used in a colour space, so colours are converted that need no
    /// conversion.
    OutputProfileInColor,
    /// Something white overprints.
    WhiteOverprint,
    /// An object in an ICC-based CMYK colour space overprints in mode 1, which is for `DeviceCMYK`.
    OverprintMode,
    /// The blending space of transparency differs from that of the output intent.
    Blending {
        /// That space.
        space: String,
    },
    /// Images have too few pixels for their printed size.
    Resolution {
        /// The number of images.
        images: usize,
        /// The width and height in pixels of the image with the lowest resolution.
        pixels: (u32, u32),
        /// Its printed resolution, in dots per inch.
        dpi: u32,
        /// The width and height in pixels that it needs.
        needed: (u32, u32),
        /// The resolution that this would give.
        wanted: u32,
        /// Whether it is an error.
        is_error: bool,
    },
    /// There is more ink than the paper can take.
    Ink {
        /// The highest total ink, in per cent.
        percent: f64,
        /// The limit, in per cent.
        limit: f64,
        /// What has that much ink.
        place: InkPlace,
    },
    /// Type is too small to be printed well.
    TextSize {
        /// The smallest height, in points.
        points: f64,
        /// The minimum, in points.
        least: f64,
    },
    /// Type is too small to be printed in four inks.
    TextInks {
        /// The smallest height, in points.
        points: f64,
        /// The smallest that should be.
        least: f64,
    },
    /// A line is too thin to be printed well.
    ThinLine {
        /// The smallest width, in points.
        points: f64,
        /// The smallest that should be.
        least: f64,
    },
}

/// Why there is no PDF to inspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPdf {
    /// The file cannot be read.
    File(Unreadable),
    /// It cannot be read as a PDF.
    Pdf(PdfError),
}

/// What may have too much ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InkPlace {
    /// A colour of lines, fills or text.
    Color,
    /// A pixel of an image.
    Image,
    /// Overlapping colours.
    Overlap,
}

/// How the boxes of a page may be inconsistent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxFault {
    /// There is no media box, or it has no area.
    NoMedia,
    /// There is neither a trim box nor an art box.
    NoTrim,
    /// There are both.
    TrimAndArt,
    /// The bleed box is not within the media box.
    BleedOutside,
    /// The trim box is not within the bleed box.
    TrimOutside,
    /// The trim box is not within the crop box.
    TrimCropped,
}

/// What may be wrong with an output intent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntentFault {
    /// There is none for PDF/X.
    Missing,
    /// There are so many.
    Several(usize),
    /// It does not name its condition.
    NoIdentifier,
    /// It has no profile.
    NoProfile,
    /// Its profile is not an ICC profile.
    NotIcc,
    /// Its profile is not that of an output device.
    NotOutput,
    /// Its profile is of other colours than CMYK.
    NotCmyk(IccSpace),
}

impl Fault {
    /// The name of the fault for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Limit(_) | Self::Unreadable(NoPdf::Pdf(PdfError::Limit(_))) => "pdf-limit",
            Self::Unreadable(NoPdf::Pdf(PdfError::Bug)) => "internal",
            Self::Unreadable(_) => "pdf-unreadable",
            Self::Encrypted => "pdf-encrypted",
            Self::Pages { .. } => "pdf-pages",
            Self::Content(_) => "pdf-content",
            Self::Standard(_) => "pdf-standard",
            Self::Version(_) => "pdf-version",
            Self::Boxes(_) => "pdf-boxes",
            Self::Trim { .. } => "pdf-trim",
            Self::Bleed { .. } => "pdf-bleed",
            Self::ArtworkBleed { .. } => "pdf-artwork-bleed",
            Self::OutputIntent(_) => "pdf-output-intent",
            Self::NoXmp | Self::Metadata(_) => "pdf-metadata",
            Self::MetadataDiffers { .. } => "pdf-metadata-differs",
            Self::Trapped => "pdf-trapped",
            Self::Fonts(_) => "pdf-font",
            Self::MissingGlyphs(_) => "pdf-missing-glyph",
            Self::Script => "pdf-script",
            Self::Action | Self::BookmarkAction => "pdf-action",
            Self::Form => "pdf-form",
            Self::Media => "pdf-media",
            Self::Annotation { .. } => "pdf-annotation",
            Self::Proxy(_) => "pdf-proxy",
            Self::PostScript => "pdf-postscript",
            Self::Transfer => "pdf-transfer",
            Self::Halftone => "pdf-halftone",
            Self::Color { .. } => "pdf-color",
            Self::SpotAlternate(_) => "pdf-spot-alternate",
            Self::OutputProfileInColor => "pdf-color-profile",
            Self::WhiteOverprint => "pdf-white-overprint",
            Self::OverprintMode => "pdf-overprint-mode",
            Self::Blending { .. } => "pdf-blending",
            Self::Resolution { .. } => "pdf-resolution",
            Self::Ink { .. } => "pdf-ink",
            Self::TextSize { .. } => "pdf-text-size",
            Self::TextInks { .. } => "pdf-text-inks",
            Self::ThinLine { .. } => "pdf-thin-line",
        }
    }

    /// Whether a printing house would refuse the file, rather than only advise against it.
    pub fn is_error(&self) -> bool {
        !matches!(
            self,
            Self::Version(_)
                | Self::Resolution { is_error: false, .. }
                | Self::TextInks { .. }
                | Self::ThinLine { .. }
        )
    }
}
