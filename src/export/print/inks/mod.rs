//! Every colour in a PDF becomes ink or grey.
//!
//! The objects are followed from the pages on: resources, and in them forms, patterns, shadings,
//! pictures, soft masks and fonts made of drawings. What each says of colours is said anew:
//!
//! - pictures and colours of an RGB space, by the profile of that space;
//! - pure greys of lines and fills (r = g = b) and grey pictures, as black ink alone that looks as dark, as the trade
//!   has it: four inks would not meet exactly in a thin line. Pictures in colour keep all four, which show more of
//!   their shadows;
//! - greys through which something shows, as all four inks: black alone, mixed in, would thin the inks below it;
//! - inks, as they are, within the total that paper takes;
//! - in masks of luminosity, as their lightness, since a mask is not printed.

mod functions;
mod images;
mod operators;
mod overprint;
mod shadings;
mod spaces;

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::press::ink::PressProfile;
use crate::press::pdf::Pdf;
use crate::press::{FinishError, Unconvertible};
use operators::Converted;
use spaces::Spaces;

/// What colours become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ColorTarget {
    /// Shares of ink, for what is printed.
    Ink,
    /// The same, for what lets something show that is below it.
    TranslucentInk,
    /// Lightness, for the masks of what is printed.
    Lightness,
}

/// What an object is, by where it stands.
#[derive(Debug, Clone, Copy)]
enum ResourceKind {
    XObject,
    Pattern,
    Shading,
    GraphicsState,
    SoftMask,
    Font,
}

/// The named resources in which there are colours, and what they are.
const RESOURCES: [(&[u8], ResourceKind); 5] = [
    (b"XObject", ResourceKind::XObject),
    (b"Pattern", ResourceKind::Pattern),
    (b"Shading", ResourceKind::Shading),
    (b"ExtGState", ResourceKind::GraphicsState),
    (b"Font", ResourceKind::Font),
];

/// Converts every colour of a document that was read from the bytes of a PDF.
pub(super) fn convert(document: &mut Document, pdf: &[u8], press: &PressProfile) -> Result<(), FinishError> {
    let source = document.clone();
    let functions = hayro_syntax::Pdf::new(pdf.to_vec()).map_err(|_| FinishError::Broken)?;
    let pdf = Pdf::read(pdf).map_err(|_| FinishError::Broken)?;
    let mut conversion = Conversion {
        functions: &functions,
        spaces: Spaces::new(&source, &pdf, press)?,
        source: &source,
        converted: document,
        done: BTreeMap::new(),
    };
    source.page_iter().try_for_each(|page| conversion.page(page))
}

struct Conversion<'a> {
    /// The document as it was.
    source: &'a Document,
    /// The same for the reader that knows functions.
    functions: &'a hayro_syntax::Pdf,
    spaces: Spaces<'a>,
    /// The document as it will be.
    converted: &'a mut Document,
    /// Where each object stands once it is converted.
    done: BTreeMap<(ObjectId, ColorTarget), ObjectId>,
}

impl Conversion<'_> {
    fn page(&mut self, id: ObjectId) -> Result<(), FinishError> {
        let source = self.source;
        let page = source.get_dictionary(id)?;
        let resources = page.get_deref(b"Resources", source)?.as_dict()?;
        let converted = self.operators(&source.get_page_content(id), resources, ColorTarget::Ink)?;
        let resources = self.resources(resources, ColorTarget::Ink, &converted)?;
        self.converted.change_page_content(id, converted.content)?;
        self.converted.get_dictionary_mut(id)?.set("Resources", resources);
        Ok(())
    }

    /// Converts an object, or the one that it refers to. What is translucent or for a mask stands beside the
    /// original: the same object may be printed in another way too.
    fn part(
        &mut self,
        object: &Object,
        part: ResourceKind,
        target: ColorTarget,
    ) -> Result<Object, FinishError> {
        let Object::Reference(id) = *object else { return self.value(object, part, target) };
        if let Some(done) = self.done.get(&(id, target)) {
            return Ok(Object::Reference(*done));
        }
        let source = self.source;
        let value = match part {
            // Their functions are read by the number of the object.
            ResourceKind::Shading => self.shading(id, target)?.into(),
            _ => self.value(source.get_object(id)?, part, target)?,
        };
        let place = match target {
            ColorTarget::Ink => id,
            ColorTarget::TranslucentInk | ColorTarget::Lightness => self.converted.new_object_id(),
        };
        self.converted.objects.insert(place, value);
        self.done.insert((id, target), place);
        Ok(Object::Reference(place))
    }

    fn value(
        &mut self,
        object: &Object,
        part: ResourceKind,
        target: ColorTarget,
    ) -> Result<Object, FinishError> {
        Ok(match part {
            ResourceKind::XObject => self.x_object(object.as_stream()?, target)?.into(),
            ResourceKind::Pattern => self.pattern(object, target)?,
            ResourceKind::Shading => {
                return Err(FinishError::Color(Unconvertible::Gradient));
            }
            ResourceKind::GraphicsState => {
                self.within(object.as_dict()?, b"SMask", ResourceKind::SoftMask, target)?.into()
            }
            ResourceKind::SoftMask => self.soft_mask(object, target)?,
            ResourceKind::Font => self.font(object.as_dict()?, target)?.into(),
        })
    }

    /// Converts the resources of operators that have been converted.
    fn resources(
        &mut self,
        resources: &Dictionary,
        target: ColorTarget,
        operators: &Converted,
    ) -> Result<Dictionary, FinishError> {
        let source = self.source;
        let mut converted = resources.clone();
        // No operator names a space any more.
        converted.remove(b"ColorSpace");
        for (key, part) in RESOURCES {
            let Ok(named) = resources.get_deref(key, source) else { continue };
            let mut parts = Dictionary::new();
            for (name, object) in named.as_dict()? {
                let is_translucent = target == ColorTarget::Ink && operators.translucent.contains(name);
                let target = if is_translucent { ColorTarget::TranslucentInk } else { target };
                parts.set(name.clone(), self.part(object, part, target)?);
            }
            converted.set(key, parts);
        }
        if operators.overprints {
            let states = converted.get(b"ExtGState").and_then(Object::as_dict).ok();
            let mut states = states.cloned().unwrap_or_default();
            overprint::add_states(&mut states);
            converted.set("ExtGState", states);
        }
        Ok(converted)
    }

    /// Converts the value of a key, if it is there.
    fn within(
        &mut self,
        dict: &Dictionary,
        key: &[u8],
        part: ResourceKind,
        target: ColorTarget,
    ) -> Result<Dictionary, FinishError> {
        let mut converted = dict.clone();
        if let Ok(object) = dict.get(key) {
            converted.set(key, self.part(object, part, target)?);
        }
        Ok(converted)
    }

    fn x_object(&mut self, stream: &Stream, target: ColorTarget) -> Result<Stream, FinishError> {
        match stream.dict.get(b"Subtype")?.as_name()? {
            b"Image" => self.image(stream, target),
            _ => self.drawing(stream, target),
        }
    }

    /// Converts a form, or a cell of a pattern: content streams with their own resources.
    fn drawing(&mut self, stream: &Stream, target: ColorTarget) -> Result<Stream, FinishError> {
        let source = self.source;
        let none = Dictionary::new();
        let resources =
            stream.dict.get_deref(b"Resources", source).and_then(Object::as_dict).unwrap_or(&none);
        let converted = self.operators(&stream.get_plain_content()?, resources, target)?;
        let mut dict = stream.dict.clone();
        dict.set("Resources", self.resources(resources, target, &converted)?);
        if let Ok(group) = stream.dict.get_deref(b"Group", source) {
            let mut group = group.as_dict()?.clone();
            group.set("CS", target.space());
            dict.set("Group", group);
        }
        let mut drawing = Stream::new(dict, Vec::new());
        drawing.set_plain_content(converted.content);
        drawing.compress()?;
        Ok(drawing)
    }

    fn pattern(&mut self, pattern: &Object, target: ColorTarget) -> Result<Object, FinishError> {
        Ok(match pattern {
            Object::Stream(cell) => self.drawing(cell, target)?.into(),
            other => self.within(other.as_dict()?, b"Shading", ResourceKind::Shading, target)?.into(),
        })
    }

    fn soft_mask(&mut self, mask: &Object, target: ColorTarget) -> Result<Object, FinishError> {
        // `None` takes a mask away.
        let Object::Dictionary(mask) = mask else { return Ok(mask.clone()) };
        let target =
            if mask.get(b"S")?.as_name()? == b"Luminosity" { ColorTarget::Lightness } else { target };
        Ok(self.within(mask, b"G", ResourceKind::XObject, target)?.into())
    }

    /// Converts a font whose glyphs are drawings (ISO 32000-1, 9.6.5).
    fn font(&mut self, font: &Dictionary, target: ColorTarget) -> Result<Dictionary, FinishError> {
        let source = self.source;
        let Ok(glyphs) = font.get_deref(b"CharProcs", source) else { return Ok(font.clone()) };
        let resources = font.get_deref(b"Resources", source)?.as_dict()?;
        let mut drawings = Dictionary::new();
        let mut operators = Converted::default();
        for (name, glyph) in glyphs.as_dict()? {
            let glyph = source.dereference(glyph)?.1.as_stream()?;
            let converted = self.operators(&glyph.get_plain_content()?, resources, target)?;
            operators.translucent.extend(converted.translucent);
            operators.overprints |= converted.overprints;
            let mut stream = glyph.clone();
            stream.set_plain_content(converted.content);
            stream.compress()?;
            drawings.set(name.clone(), self.converted.add_object(stream));
        }
        let mut converted = font.clone();
        converted.set("Resources", self.resources(resources, target, &operators)?);
        converted.set("CharProcs", drawings);
        Ok(converted)
    }
}

impl ColorTarget {
    /// The colour space of what has been converted.
    fn space(self) -> Object {
        match self {
            Self::Ink | Self::TranslucentInk => "DeviceCMYK".into(),
            Self::Lightness => "DeviceGray".into(),
        }
    }
}
