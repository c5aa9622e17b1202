//! The events in a page's content that matter for print.

use std::rc::Rc;

use kurbo::Point;

use super::object::Dictionary;

use super::{Area, Blend, ColorSpace, Edge, Font, Outline, Overprint, PlacedImage};

/// Something that the content of a page does.
#[derive(Debug, Clone)]
pub enum Event<'a> {
    /// A colour is painted.
    Paint(Paint),
    /// Text is shown.
    Text(ShownText),
    /// An image is placed. For a stencil, a paint event comes before it.
    Image(PlacedImage<'a>),
    /// A dictionary of the graphics state is applied (ISO 32000-1, table 58).
    State(&'a Dictionary),
    /// A transparency group begins (11.6.6). Its content follows, up to [`Self::GroupEnd`].
    Group {
        /// Its blending space, if it names one.
        space: Option<Rc<ColorSpace>>,
        /// Whether it is isolated.
        is_isolated: bool,
        /// How it is painted as a whole.
        blend: Blend,
    },
    /// A transparency group ends.
    GroupEnd,
    /// Something happens in a soft mask (11.6.5.3), which changes how much of other objects is painted, and is not
    /// painted itself. The inner event is never a mask event.
    InMask(Box<Event<'a>>),
    /// A proxy for external content.
    Proxy(Proxy),
    /// A PostScript external object is used (8.8.2).
    PostScript,
    /// Something could not be read.
    Unread(Unread),
}

/// The receiver of events.
pub(super) type EventSink<'s, 'a> = dyn FnMut(Event<'a>) + 's;

/// An area that is painted in a colour.
#[derive(Debug, Clone)]
pub struct Paint {
    /// What is painted with it.
    pub painter: Painter,
    /// The space of the colour.
    pub space: Rc<ColorSpace>,
    /// The colour; for a gradient its ends and stops; `None` if they are unknown.
    pub colors: Vec<Vec<f64>>,
    /// Whether it leaves the inks beneath it.
    pub overprint: Overprint,
    /// How it is mixed with what is beneath it.
    pub blend: Blend,
    /// Where it is painted.
    pub area: Area,
    /// The straight edges along the axes of a path that is filled, or the lines along them of one that is stroked, as far
    /// as they are known.
    pub edges: Vec<Edge>,
    /// The outline of a path, of which the part inside `area` is painted; `None` if it is not that of a path, or not
    /// kept.
    pub outline: Option<Rc<Outline>>,
}

/// What a colour is painted on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Painter {
    /// The inside of a path.
    Fill,
    /// A line along a path.
    Stroke {
        /// The width of the line, in points.
        width: f64,
        /// Whether it is a line in its own right, not the edge of a fill of the same colour.
        is_alone: bool,
    },
    /// Glyphs.
    Text {
        /// The height of the type, in points.
        height: f64,
    },
    /// The opaque parts of a stencil mask.
    Stencil,
    /// A gradient.
    Shading {
        /// Whether it covers all of its area.
        is_full: bool,
    },
}

/// References to content outside the file, so that what is printed differs from what was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proxy {
    /// A low-resolution image that the printing house replaces (Open Prepress Interface, ISO 32000-1, 14.11.7).
    Opi,
    /// An image with alternates (8.9.5.4).
    Alternates,
    /// A form that is a proxy for a page of another file (8.10.4).
    Reference,
}

/// Text that is shown.
#[derive(Debug, Clone)]
pub struct ShownText {
    /// Its font; `None` if the content names none that exists.
    pub font: Option<Rc<Font>>,
    /// The height of the type in points.
    pub height: f64,
    /// Where it begins.
    pub area: Area,
    /// The same as a point, whether it is clipped or not.
    pub origin: Point,
    /// Its character codes, whose meaning depends on the font ([`ToUnicode`](super::ToUnicode)).
    pub codes: Vec<u8>,
    /// Whether it is painted, rather than invisible text for searching.
    pub is_visible: bool,
    /// Whether the font has no glyph for one of its codes.
    pub misses_glyph: bool,
}

/// Why a content stream, or a part of it, could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Its data is broken, or larger than any page's.
    Data,
    /// It contains something that is not an operator.
    Syntax,
    /// An inline image that cannot be read.
    InlineImage,
    /// It names a resource that is not in the file.
    Missing,
    /// It is nested more deeply than any page.
    Depth,
}
