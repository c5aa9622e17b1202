//! Why the PDF of Typst cannot be finished.

use std::io;

/// What prevents a PDF from being finished for print. The cause is the template or an image, and for [`Self::Broken`]
/// the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinishError {
    /// The PDF is not as the exporter expects it: a bug in the program.
    Broken,
    /// The samples of an image cannot be read.
    Image,
    /// Something is in colours that cannot be converted to ink.
    Color(Unconvertible),
    /// A page has no bleed.
    NoBleed,
    /// The document has no title, which PDF/X-4 requires.
    NoTitle,
    /// The document has no date, which PDF/X-4 requires.
    NoDate,
}

/// What cannot be converted to ink.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unconvertible {
    /// An image in inks.
    InkImage,
    /// An image with fewer than 8 bits for each sample, or whose samples mean something else.
    IndexedImage,
    /// A gradient that is a mesh, or has a background or an unknown kind of function.
    Gradient,
    /// A colour space that Typst does not write.
    Space,
}

impl From<lopdf::Error> for FinishError {
    fn from(_: lopdf::Error) -> Self {
        Self::Broken
    }
}

impl From<io::Error> for FinishError {
    fn from(_: io::Error) -> Self {
        Self::Broken
    }
}
