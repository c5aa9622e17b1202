//! The codes of a font.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Result, Stream, dictionary};

/// A font of `TrueType` outlines whose codes are the numbers of its shapes, and the codes that it is to have
/// besides.
pub(super) struct CidFont {
    descendant: ObjectId,
    to_unicode: ObjectId,
    /// The width of each shape that has one.
    widths: BTreeMap<u16, Object>,
    /// By shape and meaning.
    added: BTreeMap<(u16, String), u16>,
}

impl CidFont {
    /// Reads a font; `None` if it is of any other kind.
    pub(super) fn read(document: &Document, id: ObjectId) -> Option<Self> {
        let font = document.get_dictionary(id).ok()?;
        if font.get(b"Encoding").ok()?.as_name().ok()? != b"Identity-H" {
            return None;
        }
        let to_unicode = font.get(b"ToUnicode").ok()?.as_reference().ok()?;
        let descendant = font.get(b"DescendantFonts").ok()?.as_array().ok()?.first()?.as_reference().ok()?;
        let cid_font = document.get_dictionary(descendant).ok()?;
        if cid_font.get(b"CIDToGIDMap").ok()?.as_name().ok()? != b"Identity" {
            return None;
        }
        let widths = widths(cid_font)?;
        Some(Self { descendant, to_unicode, widths, added: BTreeMap::new() })
    }

    /// The code of a shape with a meaning; `None` if there is no such shape.
    pub(super) fn code(&mut self, shape: u16, meaning: &str) -> Option<u16> {
        // To mean nothing at all takes `ActualText`.
        if meaning.is_empty() || !self.widths.contains_key(&shape) {
            return None;
        }
        let (last, _) = self.widths.last_key_value()?;
        let next = last.checked_add(1 + u16::try_from(self.added.len()).ok()?)?;
        Some(*self.added.entry((shape, meaning.to_owned())).or_insert(next))
    }

    /// Writes the codes that were added.
    pub(super) fn write(self, document: &mut Document) -> Result<()> {
        let Some(most) = self.added.values().max() else { return Ok(()) };
        let mut shapes: Vec<u16> = (0..=*most).collect();
        let mut widths = Vec::new();
        let mut meanings = format!("{} beginbfchar\n", self.added.len());
        for ((shape, meaning), code) in &self.added {
            if let Some(place) = shapes.get_mut(usize::from(*code)) {
                *place = *shape;
            }
            let width = self.widths.get(shape).cloned().unwrap_or(Object::Integer(0));
            widths.extend([Object::Integer((*code).into()), Object::Array(vec![width])]);
            // Writing to a string cannot fail.
            let _ = write!(meanings, "<{code:04X}> <");
            for unit in meaning.encode_utf16() {
                let _ = write!(meanings, "{unit:04X}");
            }
            meanings.push_str(">\n");
        }
        meanings.push_str("endbfchar\n");

        let mut map =
            Stream::new(dictionary! {}, shapes.iter().flat_map(|shape| shape.to_be_bytes()).collect());
        map.compress()?;
        let map = document.add_object(map);
        let cid_font = document.get_dictionary_mut(self.descendant)?;
        cid_font.set("CIDToGIDMap", map);
        cid_font.get_mut(b"W")?.as_array_mut()?.extend(widths);
        // The set of codes would have to name the new ones; it may be left out (ISO 19005-2, 6.2.11.4.2).
        let descriptor = cid_font.get(b"FontDescriptor")?.as_reference()?;
        document.get_dictionary_mut(descriptor)?.remove(b"CIDSet");

        let stream = document.get_object_mut(self.to_unicode)?.as_stream_mut()?;
        let cmap = String::from_utf8_lossy(&stream.get_plain_content()?).replacen(
            "endcmap",
            &(meanings + "endcmap"),
            1,
        );
        stream.set_plain_content(cmap.into_bytes());
        stream.compress()
    }
}

/// The widths of a font by its codes (ISO 32000-1, 9.7.4.3).
fn widths(cid_font: &Dictionary) -> Option<BTreeMap<u16, Object>> {
    let code = |object: &Object| u16::try_from(object.as_i64().ok()?).ok();
    let mut widths = BTreeMap::new();
    let mut entries = cid_font.get(b"W").ok()?.as_array().ok()?.iter();
    while let Some(first) = entries.next() {
        let first = code(first)?;
        match entries.next()? {
            Object::Array(each) => widths.extend((first..).zip(each.iter().cloned())),
            last => {
                let width = entries.next()?;
                widths.extend((first..=code(last)?).map(|code| (code, width.clone())));
            }
        }
    }
    Some(widths)
}
