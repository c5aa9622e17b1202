//! The character codes of a font.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Result, Stream, dictionary};

/// A `TrueType` font whose character codes are glyph indices, and the codes to add to it.
pub(super) struct CidFont {
    descendant: ObjectId,
    to_unicode: ObjectId,
    /// The widths of the glyphs.
    widths: BTreeMap<u16, Object>,
    /// The added codes by glyph and Unicode text.
    added: BTreeMap<(u16, String), u16>,
}

impl CidFont {
    /// Reads a font; `None` for any other kind of font.
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

    /// The code of a glyph with a Unicode text; `None` if there is no such glyph.
    pub(super) fn code(&mut self, glyph: u16, unicode: &str) -> Option<u16> {
        // Only `ActualText` can represent an empty text.
        if unicode.is_empty() || !self.widths.contains_key(&glyph) {
            return None;
        }
        let (last, _) = self.widths.last_key_value()?;
        let next = last.checked_add(1 + u16::try_from(self.added.len()).ok()?)?;
        Some(*self.added.entry((glyph, unicode.to_owned())).or_insert(next))
    }

    /// Writes the added codes.
    pub(super) fn write(self, document: &mut Document) -> Result<()> {
        let Some(last) = self.added.values().max() else { return Ok(()) };
        let mut glyphs: Vec<u16> = (0..=*last).collect();
        let mut widths = Vec::new();
        let mut mappings = format!("{} beginbfchar\n", self.added.len());
        for ((glyph, unicode), code) in &self.added {
            if let Some(entry) = glyphs.get_mut(usize::from(*code)) {
                *entry = *glyph;
            }
            let width = self.widths.get(glyph).cloned().unwrap_or(Object::Integer(0));
            widths.extend([Object::Integer((*code).into()), Object::Array(vec![width])]);
            // Writing to a `String` cannot fail.
            let _ = write!(mappings, "<{code:04X}> <");
            for unit in unicode.encode_utf16() {
                let _ = write!(mappings, "{unit:04X}");
            }
            mappings.push_str(">\n");
        }
        mappings.push_str("endbfchar\n");

        let mut map =
            Stream::new(dictionary! {}, glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect());
        map.compress()?;
        let map = document.add_object(map);
        let cid_font = document.get_dictionary_mut(self.descendant)?;
        cid_font.set("CIDToGIDMap", map);
        cid_font.get_mut(b"W")?.as_array_mut()?.extend(widths);
        // A `CIDSet` would have to include the new codes; it is optional (ISO 19005-2, 6.2.11.4.2).
        let descriptor = cid_font.get(b"FontDescriptor")?.as_reference()?;
        document.get_dictionary_mut(descriptor)?.remove(b"CIDSet");

        let stream = document.get_object_mut(self.to_unicode)?.as_stream_mut()?;
        let cmap = String::from_utf8_lossy(&stream.get_plain_content()?).replacen(
            "endcmap",
            &(mappings + "endcmap"),
            1,
        );
        stream.set_plain_content(cmap.into_bytes());
        stream.compress()
    }
}

/// The widths of a font by CID (ISO 32000-1, 9.7.4.3).
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
