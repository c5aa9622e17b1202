//! A PDF file that somebody made, read for what it holds and paints (ISO 32000-1).
//!
//! Parsing is lopdf's. What is added here is the care that a file of unknown origin asks for, and
//! the meaning of what lopdf reads: [`Pdf`] has the objects and [`Page`]s, a [`ContentWalk`]
//! plays the operators of a page's content and tells of every [`Event`] that leaves a mark on
//! paper. Nothing is rendered: what lies under what is not known.
//!
//! Lengths are in points of 1/72 inch, in the page's default user space.

mod cache;
mod color;
mod context;
mod event;
mod file;
mod font;
mod icc;
mod image;
mod interpreter;
mod load;
mod page;
mod shading;
mod space;
mod state;
mod walk;
mod xmp;

pub use color::ColorSpace;
pub use event::{Event, Paint, Painter, ShownText, Unread};
pub use file::{DecodedData, Pdf, PdfError};
pub use font::Font;
pub use icc::{IccProfile, IccSpace};
pub use image::{PlacedImage, RasterImage};
pub use page::Page;
pub use walk::{ContentWalk, placed_images};
pub use xmp::Xmp;

/// How many points a millimetre has.
pub const POINTS_IN_A_MILLIMETRE: f64 = 72.0 / 25.4;
