//! What a page's content does that a printing house may ask about.

use std::rc::Rc;

use super::object::Dictionary;
use kurbo::{Point, Rect};

use super::{ColorSpace, Font, PlacedImage};

/// Something that the content of a page does.
#[derive(Debug, Clone)]
pub enum Event<'a> {
    /// A colour is painted.
    Paint(Paint),
    /// A text is shown.
    Text(ShownText),
    /// An image is placed. A stencil is painted in a colour besides.
    Image(PlacedImage<'a>),
    /// A dictionary of the graphics state is applied (ISO 32000-1, table 58).
    State(&'a Dictionary),
    /// A transparency group is painted (11.6.6).
    Group {
        /// The space in which it is blended, if it has one of its own.
        space: Option<Rc<ColorSpace>>,
        /// Whether it is blended on its own before it is painted.
        is_isolated: bool,
    },
    /// A fragment of PostScript is called for (8.8.2).
    PostScript,
    /// Something could not be read.
    Unread(Unread),
}

/// Where events go.
pub(super) type EventSink<'s, 'a> = dyn FnMut(Event<'a>) + 's;

/// A colour that is painted.
#[derive(Debug, Clone)]
pub struct Paint {
    /// What is painted with it.
    pub painter: Painter,
    /// The space of the colour.
    pub space: Rc<ColorSpace>,
    /// The colour; of a gradient its ends and stops; none where they cannot be told.
    pub colors: Vec<Vec<f64>>,
    /// Whether it leaves the inks beneath it.
    pub overprints: bool,
    /// The box of what is painted, in points; none where it may be anywhere.
    pub area: Option<Rect>,
}

/// What a colour is painted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Painter {
    /// The inside of a path.
    Fill,
    /// A line along a path.
    Stroke,
    /// Glyphs.
    Text,
    /// The holes of a stencil.
    Stencil,
    /// A gradient.
    Shading,
}

/// A text that is shown.
#[derive(Debug, Clone)]
pub struct ShownText {
    /// Its font; none where the content names none that there is.
    pub font: Option<Rc<Font>>,
    /// The height of the type in points.
    pub height: f64,
    /// Where it begins.
    pub origin: Point,
    /// Whether it is painted at all, or only there to be searched.
    pub is_visible: bool,
}

/// Why a content, or a part of it, could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Its data is broken, or larger than any page's.
    Data,
    /// There is something in it that is no operator.
    Syntax,
    /// An inline image that cannot be read.
    InlineImage,
    /// It names a resource that is not in the file.
    Missing,
    /// It is nested more deeply than any page.
    Depth,
}
