//! Converts every colour in a PDF to CMYK or grey.
//!
//! Starting from the pages, it visits all resources: forms, patterns, shadings, images, soft masks and Type 3 fonts.
//! Colours are converted as follows:
//!
//! - RGB colours and images are converted through the profile of their colour space;
//! - pure greys of fills and strokes (r = g = b) and grey images become black ink only, of the same lightness. Four inks
//!   would not register exactly in a thin line. Colour images keep all four inks, for detail in the shadows;
//! - translucent black is added to the inks below it; other translucent greys become all four inks: blending pure black
//!   would thin the inks below it;
//! - CMYK colours are kept, within the total ink limit;
//! - colours in luminosity masks become grey, because masks are not printed.

mod black_forms;
mod functions;
mod images;
mod operators;
mod overprint;
mod shadings;
mod spaces;
mod translucent_black;

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::press::ink::PressProfile;
use crate::press::pdf::Pdf;
use crate::press::{FinishError, Unconvertible};
use operators::Converted;
use spaces::Spaces;

/// The target of a colour conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ColorTarget {
    /// CMYK, for opaque objects.
    Ink,
    /// CMYK, for translucent objects.
    TranslucentInk,
    /// Grey, for luminosity masks.
    Lightness,
}

/// The kind of an object, determined by its context.
#[derive(Debug, Clone, Copy)]
enum ResourceKind {
    XObject,
    Pattern,
    Shading,
    GraphicsState,
    SoftMask,
    Font,
}

/// The resource categories that may contain colours.
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
        has_room_for_black: translucent_black::has_room(&source),
        done: BTreeMap::new(),
    };
    source.page_iter().try_for_each(|page| conversion.page(page))
}

struct Conversion<'a> {
    /// The original document.
    source: &'a Document,
    /// The original document, for evaluating functions.
    functions: &'a hayro_syntax::Pdf,
    spaces: Spaces<'a>,
    /// The converted document.
    converted: &'a mut Document,
    /// Whether all of the black ink may be laid over every other colour.
    has_room_for_black: bool,
    /// The converted objects.
    done: BTreeMap<(ObjectId, ColorTarget), ObjectId>,
}

impl Conversion<'_> {
    fn page(&mut self, id: ObjectId) -> Result<(), FinishError> {
        let source = self.source;
        let page = source.get_dictionary(id)?;
        let resources = page.get_deref(b"Resources", source)?.as_dict()?;
        let converted = self.page_operators(&source.get_page_content(id), resources)?;
        let resources = self.resources(resources, ColorTarget::Ink, &converted)?;
        self.converted.change_page_content(id, converted.content)?;
        self.converted.get_dictionary_mut(id)?.set("Resources", resources);
        Ok(())
    }

    /// Converts an object or the target of a reference. Objects for translucent or mask use are added as copies, because
    /// the same object may also be used opaquely.
    fn convert_object(
        &mut self,
        object: &Object,
        kind: ResourceKind,
        target: ColorTarget,
    ) -> Result<Object, FinishError> {
        let Object::Reference(id) = *object else { return self.convert_value(object, kind, target) };
        if let Some(done) = self.done.get(&(id, target)) {
            return Ok(Object::Reference(*done));
        }
        let source = self.source;
        let value = match kind {
            ResourceKind::Shading => self.shading(id, target)?.into(),
            _ => self.convert_value(source.get_object(id)?, kind, target)?,
        };
        let converted_id = match target {
            ColorTarget::Ink => id,
            ColorTarget::TranslucentInk | ColorTarget::Lightness => self.converted.new_object_id(),
        };
        self.converted.objects.insert(converted_id, value);
        self.done.insert((id, target), converted_id);
        Ok(Object::Reference(converted_id))
    }

    fn convert_value(
        &mut self,
        object: &Object,
        kind: ResourceKind,
        target: ColorTarget,
    ) -> Result<Object, FinishError> {
        Ok(match kind {
            ResourceKind::XObject => self.x_object(object.as_stream()?, target)?.into(),
            ResourceKind::Pattern => self.pattern(object, target)?,
            ResourceKind::Shading => {
                return Err(FinishError::Color(Unconvertible::Gradient));
            }
            ResourceKind::GraphicsState => {
                self.convert_entry(object.as_dict()?, b"SMask", ResourceKind::SoftMask, target)?.into()
            }
            ResourceKind::SoftMask => self.soft_mask(object, target)?,
            ResourceKind::Font => self.font(object.as_dict()?, target)?.into(),
        })
    }

    /// Converts the resources of a converted content stream.
    fn resources(
        &mut self,
        resources: &Dictionary,
        target: ColorTarget,
        operators: &Converted,
    ) -> Result<Dictionary, FinishError> {
        let source = self.source;
        let mut converted = resources.clone();
        // Converted operators use device colour spaces only.
        converted.remove(b"ColorSpace");
        for (key, kind) in RESOURCES {
            let Ok(named) = resources.get_deref(key, source) else { continue };
            let mut parts = Dictionary::new();
            for (name, object) in named.as_dict()? {
                let is_translucent = target == ColorTarget::Ink && operators.translucent.contains(name);
                let target = if is_translucent { ColorTarget::TranslucentInk } else { target };
                parts.set(name.clone(), self.convert_object(object, kind, target)?);
            }
            converted.set(key, parts);
        }
        if operators.overprints || !operators.laid_over.is_empty() {
            let states = converted.get(b"ExtGState").and_then(Object::as_dict).ok();
            let mut states = states.cloned().unwrap_or_default();
            if operators.overprints {
                overprint::add_states(&mut states);
            }
            for black in &operators.laid_over {
                black.add_state(&mut states);
            }
            converted.set("ExtGState", states);
        }
        Ok(converted)
    }

    /// Converts an optional entry of a dictionary.
    fn convert_entry(
        &mut self,
        dict: &Dictionary,
        key: &[u8],
        kind: ResourceKind,
        target: ColorTarget,
    ) -> Result<Dictionary, FinishError> {
        let mut converted = dict.clone();
        if let Ok(object) = dict.get(key) {
            converted.set(key, self.convert_object(object, kind, target)?);
        }
        Ok(converted)
    }

    fn x_object(&mut self, stream: &Stream, target: ColorTarget) -> Result<Stream, FinishError> {
        match stream.dict.get(b"Subtype")?.as_name()? {
            b"Image" => self.image(stream, target),
            _ => self.content_stream(stream, target),
        }
    }

    /// Converts a form or a tiling pattern cell: a content stream with its own resources.
    fn content_stream(&mut self, stream: &Stream, target: ColorTarget) -> Result<Stream, FinishError> {
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
        let mut stream = Stream::new(dict, Vec::new());
        stream.set_plain_content(converted.content);
        stream.compress()?;
        Ok(stream)
    }

    fn pattern(&mut self, pattern: &Object, target: ColorTarget) -> Result<Object, FinishError> {
        Ok(match pattern {
            Object::Stream(cell) => self.content_stream(cell, target)?.into(),
            other => self.convert_entry(other.as_dict()?, b"Shading", ResourceKind::Shading, target)?.into(),
        })
    }

    fn soft_mask(&mut self, mask: &Object, target: ColorTarget) -> Result<Object, FinishError> {
        // The name `None` removes a mask.
        let Object::Dictionary(mask) = mask else { return Ok(mask.clone()) };
        let target =
            if mask.get(b"S")?.as_name()? == b"Luminosity" { ColorTarget::Lightness } else { target };
        Ok(self.convert_entry(mask, b"G", ResourceKind::XObject, target)?.into())
    }

    /// Converts a Type 3 font (ISO 32000-1, 9.6.5).
    fn font(&mut self, font: &Dictionary, target: ColorTarget) -> Result<Dictionary, FinishError> {
        let source = self.source;
        let Ok(glyphs) = font.get_deref(b"CharProcs", source) else { return Ok(font.clone()) };
        let resources = font.get_deref(b"Resources", source)?.as_dict()?;
        let mut procedures = Dictionary::new();
        let mut operators = Converted::default();
        for (name, glyph) in glyphs.as_dict()? {
            let glyph = source.dereference(glyph)?.1.as_stream()?;
            let converted = self.operators(&glyph.get_plain_content()?, resources, target)?;
            operators.translucent.extend(converted.translucent);
            operators.overprints |= converted.overprints;
            let mut stream = glyph.clone();
            stream.set_plain_content(converted.content);
            stream.compress()?;
            procedures.set(name.clone(), self.converted.add_object(stream));
        }
        let mut converted = font.clone();
        converted.set("Resources", self.resources(resources, target, &operators)?);
        converted.set("CharProcs", procedures);
        Ok(converted)
    }
}

impl ColorTarget {
    /// The colour space after conversion.
    fn space(self) -> Object {
        match self {
            Self::Ink | Self::TranslucentInk => "DeviceCMYK".into(),
            Self::Lightness => "DeviceGray".into(),
        }
    }
}
