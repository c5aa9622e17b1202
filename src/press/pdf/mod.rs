//! A PDF file that somebody made, read for what it holds and paints (ISO 32000-1).
//!
//! Parsing is lopdf's. What is added here is the care that a file of unknown origin asks for, and
//! the meaning of what lopdf reads: [`Pdf`] has the objects and [`Page`]s, a [`ContentWalk`]
//! plays the operators of a page's content and tells of every [`Event`] that leaves a mark on
//! paper. Nothing is rendered: what lies under what is not known.
//!
//! Lengths are in points of 1/72 inch, in the page's default user space.

mod budget;
mod cache;
mod color;
mod context;
mod decryption;
mod event;
mod file;
mod filter;
mod font;
mod image;
mod interpreter;
mod lexer;
mod object;
mod page;
mod shading;
mod space;
mod state;
mod walk;
mod xmp;
mod xref;

pub use budget::{Limit, MEMORY, WORK};
pub use color::ColorSpace;
pub use event::{Event, Paint, Painter, ShownText, Unread};
pub use file::{Pdf, PdfError};
pub use filter::DecodedData;
pub use font::Font;
pub use object::{Dictionary, Object, ObjectId, Stream};

pub use image::{PlacedImage, RasterImage};
pub use page::Page;
pub use walk::{ContentWalk, placed_images};
pub use xmp::Xmp;

/// How many points a millimetre has.
pub const POINTS_IN_A_MILLIMETRE: f64 = 72.0 / 25.4;
