//! Fonts, and whether they are in the file (ISO 32000-1, 9.5 to 9.9).

use super::object::{Dictionary, Object, Stream};

use super::{Pdf, true_type};

/// A font.
#[derive(Debug, Clone, PartialEq)]
pub struct Font {
    /// Its name, with the letters before a plus sign that mark a subset.
    pub name: String,
    /// Its `Subtype`; for a composite font, that of its descendant.
    pub kind: String,
    /// Whether its font program is embedded. The glyphs of a Type 3 font always are.
    pub is_embedded: bool,
    /// The characters of its codes.
    pub(super) to_unicode: Option<Stream>,
    /// The height of its em in units of text space: 1, except for Type 3 fonts.
    pub(super) em: f64,
    missing: MissingGlyphs,
}

/// The codes without a glyph: they show the glyph `.notdef`, usually an empty box.
#[derive(Debug, Clone, PartialEq)]
enum MissingGlyphs {
    /// None are known.
    Unknown,
    /// Single bytes that the encoding of the font names `.notdef` (9.6.6), or that its program has no glyph for.
    Bytes(Box<[bool; 256]>),
    /// Pairs of bytes, which are CIDs: those that a map maps to glyph 0 (9.7.4.2), or without a map CID 0.
    Cids(Option<Vec<u8>>),
}

/// The longest map of CIDs to glyphs: two bytes for each CID.
const CID_MAP_LIMIT: usize = 2 << 16;

/// The largest font program that is read, in bytes.
const PROGRAM_LIMIT: usize = 16 << 20;

/// Glyphs of Type 3 fonts are assumed to have as many units per em as other fonts.
const UNITS_IN_AN_EM: f64 = 1000.0;

/// The longest name, in bytes (annex C).
const NAME_LIMIT: usize = 127;

impl Font {
    /// Whether its codes are single bytes, of which 32 is a space.
    pub(super) fn is_simple(&self) -> bool {
        !self.kind.starts_with("CIDFont")
    }

    /// Whether the font has no glyph for one of the codes of a string.
    pub(super) fn misses_glyph_of(&self, codes: &[u8]) -> bool {
        match &self.missing {
            MissingGlyphs::Unknown => false,
            MissingGlyphs::Bytes(missing) => {
                codes.iter().any(|code| missing.get(usize::from(*code)) == Some(&true))
            }
            MissingGlyphs::Cids(map) => codes.as_chunks().0.iter().any(|&code: &[u8; 2]| {
                let cid = usize::from(u16::from_be_bytes(code));
                match map {
                    // Codes beyond the end of the map are glyph 0, too.
                    Some(map) => map.get(2 * cid..2 * cid + 2).is_none_or(|glyph| glyph == [0, 0]),
                    None => cid == 0,
                }
            }),
        }
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
        let to_unicode = self.stream(dict, "ToUnicode").cloned();
        match kind.as_str() {
            "Type0" => {
                let descendants = self.array(dict, "DescendantFonts").unwrap_or_default();
                let descendant = descendants.first().and_then(|font| self.resolve(font).as_dict());
                Font {
                    name,
                    kind: descendant.map_or(kind, subtype),
                    is_embedded: descendant.is_some_and(|font| self.has_program(font)),
                    to_unicode,
                    em: 1.0,
                    missing: descendant.map_or(MissingGlyphs::Unknown, |font| self.missing_cids(dict, font)),
                }
            }
            "Type3" => {
                let matrix = self.numbers(dict, "FontMatrix").unwrap_or_default();
                let scale = matrix.get(3).copied().unwrap_or(1.0 / UNITS_IN_AN_EM);
                Font {
                    name,
                    kind,
                    is_embedded: true,
                    to_unicode,
                    em: (scale * UNITS_IN_AN_EM).abs(),
                    missing: MissingGlyphs::Unknown,
                }
            }
            _ => {
                let (is_embedded, missing) = (self.has_program(dict), self.missing_bytes(dict, &kind));
                Font { name, kind, is_embedded, to_unicode, em: 1.0, missing }
            }
        }
    }

    /// The codes of a composite font without a glyph. Known only where codes are CIDs.
    fn missing_cids(&self, font: &Dictionary, descendant: &Dictionary) -> MissingGlyphs {
        if !matches!(self.name(font, "Encoding"), Some(b"Identity-H" | b"Identity-V")) {
            return MissingGlyphs::Unknown;
        }
        let map = self.stream(descendant, "CIDToGIDMap");
        MissingGlyphs::Cids(map.and_then(|map| Some(self.data(map, CID_MAP_LIMIT)?.bytes)))
    }

    /// The codes of a simple font that its encoding maps to the glyph `.notdef`, or for which its program has none.
    fn missing_bytes(&self, font: &Dictionary, kind: &str) -> MissingGlyphs {
        let encoding = self.dict(font, "Encoding");
        let differences = encoding.and_then(|encoding| self.array(encoding, "Differences"));
        let mut names: Box<[Option<&[u8]>; 256]> = Box::new([None; 256]);
        let mut code = 0;
        // A code, followed by the names of the glyphs from that code on.
        for item in differences.unwrap_or_default().iter().take(512).map(|item| self.resolve(item)) {
            if let Some(number) = item.as_integer() {
                code = usize::try_from(number).unwrap_or(usize::MAX);
            } else if let Some(name) = item.as_name() {
                if let Some(named) = names.get_mut(code) {
                    *named = Some(name);
                }
                code = code.saturating_add(1);
            }
        }
        let base = match encoding {
            Some(encoding) => self.name(encoding, "BaseEncoding"),
            None => self.name(font, "Encoding"),
        };
        let encoded = |code: u8| match names.get(usize::from(code)).copied().flatten() {
            Some(name) => true_type::of_name(name),
            None if base == Some(b"WinAnsiEncoding") => true_type::of_windows(code),
            None => true_type::of_ascii(code),
        };
        let program = (kind == "TrueType").then(|| self.program(font)).flatten();
        let mut missing = program
            .and_then(|program| true_type::missing(&program, encoded))
            .unwrap_or_else(|| Box::new([false; 256]));
        for (missing, name) in missing.iter_mut().zip(*names) {
            *missing |= name == Some(b".notdef");
        }
        MissingGlyphs::Bytes(missing)
    }

    /// The program of a TrueType font.
    fn program(&self, font: &Dictionary) -> Option<Vec<u8>> {
        let program = self.stream(self.dict(font, "FontDescriptor")?, "FontFile2")?;
        Some(self.data(program, PROGRAM_LIMIT)?.bytes)
    }

    fn has_program(&self, font: &Dictionary) -> bool {
        self.dict(font, "FontDescriptor").is_some_and(|descriptor| {
            ["FontFile", "FontFile2", "FontFile3"].iter().any(
                |key| matches!(self.get(descriptor, key), Some(Object::Stream(stream)) if !stream.is_empty()),
            )
        })
    }
}
