//! A PDF file that somebody made, read for what it holds and paints (ISO 32000-1).
//!
//! Parsing is lopdf's. What is added here is the care that a file of unknown origin asks for, and
//! the meaning of what lopdf reads: [`Pdf`] has the objects and [`Page`]s, a [`Walk`]
//! plays the operators of a page's content and tells of every [`Event`] that leaves a mark on
//! paper. Nothing is rendered: what lies under what is not known.
//!
//! Lengths are in points of 1/72 inch, in the page's default user space.

mod color;
mod event;
mod file;
mod font;
mod icc;
mod image;
mod load;
mod page;
mod player;
mod shading;
mod space;
mod state;
mod walk;
mod xmp;

pub use color::ColorSpace;
pub use event::{Event, Paint, Painter, Text, Unread};
pub use file::{Data, Pdf, PdfError};
pub use font::Font;
pub use icc::{IccProfile, IccSpace};
pub use image::{Picture, Placement};
pub use page::Page;
pub use walk::{Walk, placements};
pub use xmp::Xmp;

/// How many points a millimetre has.
pub const POINTS_IN_A_MILLIMETRE: f64 = 72.0 / 25.4;
