//! Fonts, and whether they are in the file (ISO 32000-1, 9.5 to 9.9).

use super::object::{Dictionary, Object};

use super::Pdf;

/// A font that a text is set in.
#[derive(Debug, Clone, PartialEq)]
pub struct Font {
    /// Its name, with the letters before a plus sign that mark a subset.
    pub name: String,
    /// Its kind, as `Subtype` of the font or, for a composite one, of its descendant names it.
    pub kind: String,
    /// Whether its program is in the file. The glyphs of a Type 3 font always are.
    pub is_embedded: bool,
    /// The height of its em in units of text space: 1, but for Type 3 fonts.
    pub(super) em: f64,
}

/// Glyphs of Type 3 fonts are drawn on an em of as many units as other fonts have.
const UNITS_IN_AN_EM: f64 = 1000.0;

/// The longest name, in bytes (annex C).
const NAME_LIMIT: usize = 127;

impl Font {
    /// Whether its codes are single bytes, of which 32 is a space.
    pub(super) fn is_simple(&self) -> bool {
        !self.kind.starts_with("CIDFont")
    }
}

impl Pdf<'_> {
    pub(super) fn font(&self, dict: &Dictionary) -> Font {
        let lossy =
            |name: &[u8]| String::from_utf8_lossy(name.get(..NAME_LIMIT).unwrap_or(name)).into_owned();
        let subtype = |dict| self.name(dict, "Subtype").map(lossy).unwrap_or_default();
        let name =
            self.name(dict, "BaseFont").or_else(|| self.name(dict, "Name")).map(lossy).unwrap_or_default();
        let kind = subtype(dict);
        match kind.as_str() {
            "Type0" => {
                let descendants = self.array(dict, "DescendantFonts").unwrap_or_default();
                let descendant = descendants.first().and_then(|font| self.resolve(font).as_dict());
                Font {
                    name,
                    kind: descendant.map_or(kind, subtype),
                    is_embedded: descendant.is_some_and(|font| self.has_program(font)),
                    em: 1.0,
                }
            }
            "Type3" => {
                let matrix = self.numbers(dict, "FontMatrix").unwrap_or_default();
                let scale = matrix.get(3).copied().unwrap_or(1.0 / UNITS_IN_AN_EM);
                Font { name, kind, is_embedded: true, em: (scale * UNITS_IN_AN_EM).abs() }
            }
            _ => Font { name, kind, is_embedded: self.has_program(dict), em: 1.0 },
        }
    }

    fn has_program(&self, font: &Dictionary) -> bool {
        self.dict(font, "FontDescriptor").is_some_and(|descriptor| {
            ["FontFile", "FontFile2", "FontFile3"].iter().any(
                |key| matches!(self.get(descriptor, key), Some(Object::Stream(stream)) if !stream.is_empty()),
            )
        })
    }
}
