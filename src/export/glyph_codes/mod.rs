//! Gives each Unicode text of a glyph a separate character code.
//!
//! The hyphen of *eko-inovacijos* and the soft hyphen at the end of a line share one glyph. A PDF font maps each character
//! code to one Unicode text (`ToUnicode`; ISO 32000-1, 9.10.3), which Typst takes from the first use of the glyph.
//! Wherever the text differs, Typst adds `ActualText` (14.9.4). Readers that ignore `ActualText`, such as `MuPDF` 1.21,
//! then copy *ekoinovacijos* with a soft hyphen in it. Separate codes for the same glyph, the alternative in 14.8.2.4.2,
//! work in every reader.
//!
//! Readers differ in how they treat a soft hyphen (U+00AD) at the end of a line, which 14.8.2.2.3 requires: some join
//! the word, others keep the soft hyphen.

mod cid_font;

use std::collections::BTreeMap;

use lopdf::content::Operation;
use lopdf::{Document, Object, ObjectId, Result, decode_text_string};

use cid_font::CidFont;

/// The codes of the glyphs of a document's fonts.
#[derive(Default)]
pub(super) struct GlyphCodes {
    /// The fonts met so far; `None` for those without such codes.
    fonts: BTreeMap<ObjectId, Option<CidFont>>,
}

impl GlyphCodes {
    /// Gives each Unicode text of a glyph its own code, in the content of a page.
    pub(super) fn split(
        &mut self,
        document: &Document,
        page: ObjectId,
        operations: Vec<Operation>,
    ) -> Vec<Operation> {
        let names = fonts_of(document, page);
        for id in names.values() {
            self.fonts.entry(*id).or_insert_with(|| CidFont::read(document, *id));
        }
        recoded(operations, &mut |name, glyph, unicode| {
            self.fonts.get_mut(names.get(name)?)?.as_mut()?.code(glyph, unicode)
        })
    }

    /// Adds the new codes to the fonts.
    ///
    /// # Errors
    /// If a font was not written by Typst.
    pub(super) fn write(self, document: &mut Document) -> Result<()> {
        self.fonts.into_values().flatten().try_for_each(|font| font.write(document))
    }
}

/// The fonts of a page by resource name.
fn fonts_of(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, ObjectId> {
    let Ok((own, shared)) = document.get_page_resources(page) else { return BTreeMap::new() };
    let shared = shared.into_iter().filter_map(|id| document.get_dictionary(id).ok());
    own.into_iter()
        .chain(shared)
        .filter_map(|resources| document.get_dict_in_dict(resources, b"Font").ok())
        .flat_map(|fonts| fonts.iter())
        .filter_map(|(name, font)| Some((name.clone(), font.as_reference().ok()?)))
        .collect()
}

/// Replaces `ActualText` of single glyphs by a separate code. `code` returns the code for a font name, a glyph and a
/// Unicode text.
fn recoded(
    operations: Vec<Operation>,
    code: &mut impl FnMut(&[u8], u16, &str) -> Option<u16>,
) -> Vec<Operation> {
    let mut done = Vec::with_capacity(operations.len());
    let mut operations = operations.into_iter();
    while let Some(operation) = operations.next() {
        let Some(unicode) = actual_text(&operation) else {
            done.push(operation);
            continue;
        };
        // The content up to the end of the sequence; sequences with nested ones are left alone.
        let mut marked: Vec<Operation> = Vec::new();
        let mut end = None;
        for next in operations.by_ref() {
            if matches!(next.operator.as_str(), "BDC" | "BMC" | "EMC") {
                end = Some(next);
                break;
            }
            marked.push(next);
        }
        let is_whole = end.as_ref().is_some_and(|end| end.operator == "EMC");
        let recoded = is_whole && recode(&mut marked, &unicode, code).is_some();
        let (begin, end) = if recoded { (None, None) } else { (Some(operation), end) };
        done.extend(begin.into_iter().chain(marked).chain(end));
    }
    done
}

/// The `ActualText` of a marked-content sequence that has no other properties.
fn actual_text(operation: &Operation) -> Option<String> {
    let [Object::Name(tag), Object::Dictionary(properties)] = operation.operands.as_slice() else {
        return None;
    };
    if operation.operator != "BDC" || tag != b"Span" || properties.len() != 1 {
        return None;
    }
    decode_text_string(properties.get(b"ActualText").ok()?).ok()
}

/// Replaces the code of the only glyph shown; `None` if there is not exactly one.
fn recode(
    operations: &mut [Operation],
    unicode: &str,
    code: &mut impl FnMut(&[u8], u16, &str) -> Option<u16>,
) -> Option<()> {
    let font = operations.iter().find(|operation| operation.operator == "Tf")?.operands.first()?;
    let font = font.as_name().ok()?.to_vec();
    let mut shown =
        operations.iter_mut().filter(|operation| matches!(operation.operator.as_str(), "Tj" | "TJ"));
    let (Some(only), None) = (shown.next(), shown.next()) else { return None };
    let text = match only.operands.first_mut()? {
        Object::Array(parts) => match parts.as_mut_slice() {
            [part] => part,
            _ => return None,
        },
        text => text,
    };
    let bytes = text.as_str_mut().ok()?;
    let glyph = u16::from_be_bytes(bytes.as_slice().try_into().ok()?);
    *bytes = code(&font, glyph, unicode)?.to_be_bytes().to_vec();
    Some(())
}

#[cfg(test)]
mod tests {
    use lopdf::{StringFormat, dictionary, text_string};

    use super::*;

    fn show(glyphs: &[u8]) -> Operation {
        Operation::new("Tj", vec![Object::String(glyphs.to_vec(), StringFormat::Literal)])
    }

    fn page(unicode: &str, glyphs: &[u8]) -> Vec<Operation> {
        let properties = Object::Dictionary(dictionary! { "ActualText" => text_string(unicode) });
        vec![
            Operation::new("BDC", vec!["Span".into(), properties]),
            Operation::new("Tf", vec!["f0".into(), 10.into()]),
            show(glyphs),
            Operation::new("EMC", vec![]),
            show(&[0, 1]),
        ]
    }

    fn operators(operations: &[Operation]) -> Vec<&str> {
        operations.iter().map(|operation| operation.operator.as_str()).collect()
    }

    #[test]
    fn a_single_glyph_with_actual_text_gets_a_separate_code() {
        let mut requested = Vec::new();
        let done = recoded(page("\u{ad}", &[0, 7]), &mut |font, glyph, unicode| {
            requested.push((font.to_vec(), glyph, unicode.to_owned()));
            Some(0x0123)
        });
        assert_eq!(requested, [(b"f0".to_vec(), 7, "\u{ad}".to_owned())]);
        assert_eq!(operators(&done), ["Tf", "Tj", "Tj"]);
        assert_eq!(done[1].operands[0].as_str().unwrap(), [0x01, 0x23]);
        assert_eq!(done[2].operands[0].as_str().unwrap(), [0, 1]);
    }

    #[test]
    fn words_and_unknown_fonts_are_unchanged() {
        let done = recoded(page("taip", &[0, 7, 0, 8]), &mut |_, _, _| Some(1));
        assert_eq!(operators(&done), ["BDC", "Tf", "Tj", "EMC", "Tj"]);
        let done = recoded(page("-", &[0, 7]), &mut |_, _, _| None);
        assert_eq!(operators(&done), ["BDC", "Tf", "Tj", "EMC", "Tj"]);
    }
}
