//! The codes of a simple TrueType font without a glyph (ISO 32000-1, 9.6.6.4).
//!
//! Readers differ in how they find the glyph of a code, and fonts in the tables they have. A glyph counts as missing only
//! if none of the usual methods finds one and the meaning of the code is known.

use ttf_parser::{PlatformId, RawFace, Tag, cmap};

/// The meaning of a code in the encoding of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoded {
    /// A character.
    Character(char),
    /// An unknown meaning.
    Unknown,
}

/// The offsets at which a symbolic font may have its characters, besides their codes.
const SYMBOLS: [u32; 3] = [0xf000, 0xf100, 0xf200];
/// The first code that may be a visible character.
const FIRST: u8 = 33;

/// The codes without a glyph in a font program; `None` if it has no character map.
///
/// `encoded` returns the meaning of a code.
pub(super) fn missing(program: &[u8], encoded: impl Fn(u8) -> Encoded) -> Option<Box<[bool; 256]>> {
    let table = cmap::Table::parse(RawFace::parse(program, 0).ok()?.table(Tag::from_bytes(b"cmap"))?)?;
    let subtables: Vec<_> = table.subtables.into_iter().collect();
    let has_unicode = subtables.iter().any(cmap::Subtable::is_unicode);
    if subtables.is_empty() {
        return None;
    }
    let has = |subtable: &cmap::Subtable<'_>, code: u32| {
        subtable.glyph_index(code).is_some_and(|glyph| glyph.0 != 0)
    };
    let is_missing = |code: u8| {
        let Encoded::Character(character) = encoded(code) else { return false };
        // In a table of the Macintosh, other characters than those of ASCII have other codes.
        let is_known = has_unicode || character.is_ascii();
        is_known
            && !subtables.iter().any(|subtable| {
                let is_symbol = subtable.platform_id == PlatformId::Windows && subtable.encoding_id == 0;
                let code = u32::from(code);
                has(subtable, character.into())
                    || !subtable.is_unicode() && has(subtable, code)
                    || is_symbol && SYMBOLS.iter().any(|start| has(subtable, start + code))
            })
    };
    Some(Box::new(std::array::from_fn(|code| {
        u8::try_from(code).is_ok_and(|code| code >= FIRST && is_missing(code))
    })))
}

/// The character of a code in `WinAnsiEncoding` (annex D).
pub(super) fn of_windows(code: u8) -> Encoded {
    /// Those of codes 128 to 159, where Latin 1 has none.
    const OTHERS: [char; 32] = [
        '€', '•', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '•', 'Ž', '•', '•', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '•', 'ž', 'Ÿ',
    ];
    match code {
        // A no-break space and a soft hyphen, which may be drawn as others are.
        127 | 160 | 173 => Encoded::Unknown,
        128..=159 => {
            OTHERS.get(usize::from(code - 128)).map_or(Encoded::Unknown, |other| Encoded::Character(*other))
        }
        _ => Encoded::Character(char::from(code)),
    }
}

/// The character of a code in the other encodings, which agree on ASCII letters and digits.
pub(super) fn of_ascii(code: u8) -> Encoded {
    if code.is_ascii_alphanumeric() { Encoded::Character(char::from(code)) } else { Encoded::Unknown }
}

/// The character with a glyph name (Adobe Glyph List), if the name is a letter or has the form `uniXXXX`.
pub(super) fn of_name(name: &[u8]) -> Encoded {
    let character = match name {
        [letter] if letter.is_ascii_alphabetic() => Some(char::from(*letter)),
        [b'u', b'n', b'i', digits @ ..] if digits.len() == 4 => {
            let digits = std::str::from_utf8(digits).ok();
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32)
        }
        _ => None,
    };
    character.map_or(Encoded::Unknown, Encoded::Character)
}
