//! PDF files of any origin: what they contain and what they paint (ISO 32000-1).
//!
//! [`Pdf`] has the objects and [`Page`]s; a [`ContentWalk`] interprets the operators of a page and
//! passes on an [`Event`] for everything that leaves a mark on paper. Nothing is rendered: what lies
//! under what is not known. All work is counted, and ends at a [`Limit`].
//!
//! Lengths are in points of 1/72 inch, in the page's default user space.

mod area;
mod budget;
mod cache;
mod color;
mod compositing;
mod context;
mod decryption;
mod event;
mod file;
mod filter;
mod font;
mod image;
mod image_ink;
mod interpreter;
mod lexer;
mod lopdf_object;
mod object;
mod outline;
mod page;
mod shading;
mod space;
mod state;
mod text_string;
mod tile;
mod to_unicode;
mod true_type;
mod walk;
mod xmp;
mod xref;

pub use area::{Area, Edge};
pub(in crate::press) use budget::Budget;
pub use budget::{Limit, MEMORY, WORK};
pub use color::ColorSpace;
pub use compositing::{Blend, BlendMode, Overprint};
pub use event::{Event, Paint, Painter, Proxy, ShownText, Unread};
pub use file::{Pdf, PdfError};
pub use filter::DecodedData;
pub use font::Font;
pub use object::{Dictionary, Object, ObjectId, Stream};

pub use image::{PlacedImage, RasterImage};
pub use image_ink::{ImageInk, PixelGrid};
pub use outline::{Outline, Strip};
pub use page::Page;
pub use to_unicode::ToUnicode;
pub use walk::{ContentWalk, placed_images};
pub use xmp::Xmp;

/// The number of points in a millimetre.
pub const POINTS_IN_A_MILLIMETRE: f64 = 72.0 / 25.4;
