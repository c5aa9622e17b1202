//! Text strings (ISO 32000-2, 7.9.2.2), including common encodings that the standard does not allow.

/// The characters of `PDFDocEncoding` from 0x18 on that differ from Latin-1 (annex D.2).
const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
/// The same from 0x80 on.
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ',
    'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
];
/// What encloses the code of a language within a text.
const ESCAPE: char = '\u{1b}';

/// Decodes a text string: UTF-16 of either byte order or UTF-8 after a byte order mark, else `PDFDocEncoding`. Invalid
/// sequences become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // Text that is valid as UTF-8 is hardly ever meant as `PDFDocEncoding`, even without a byte order mark.
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if !text.is_ascii() => text.to_owned(),
            _ => bytes.iter().map(|byte| character(*byte)).collect(),
        },
    };
    without_languages(&text)
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn character(byte: u8) -> char {
    let place = |table: &[char], from: u8| table.get(usize::from(byte.wrapping_sub(from))).copied();
    match byte {
        0x18..=0x1f => place(&LOW, 0x18),
        0x80..=0xa0 => place(&HIGH, 0x80),
        _ => Some(char::from(byte)),
    }
    .unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Removes language codes (7.9.2.2.2).
fn without_languages(text: &str) -> String {
    let mut parts = text.split(ESCAPE);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    while let Some(code) = parts.next() {
        match parts.next() {
            Some(rest) if code.len() <= 8 => plain.push_str(rest),
            Some(rest) => {
                plain.push_str(code);
                plain.push_str(rest);
            }
            None => plain.push_str(code),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_is_read() {
        let big: Vec<u8> =
            [0xfe, 0xff].into_iter().chain("Žąsis 🦢".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let little: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("Žąsis 🦢".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decode(&big), "Žąsis 🦢");
        assert_eq!(decode(&little), "Žąsis 🦢");
        assert_eq!(decode("\u{feff}Žąsis".as_bytes()), "Žąsis");
        assert_eq!(decode("Žąsis".as_bytes()), "Žąsis");
        assert_eq!(decode(b"\x99ydi \x85 \x8cna\x8d, \xa0 5, \xe9t\xe9"), "Žydi – „na“, € 5, été");
        assert_eq!(decode(b"\xfe\xff\0a\0"), "a");
        assert_eq!(decode("\u{feff}\u{1b}lt\u{1b}Sveiki".as_bytes()), "Sveiki");
        assert_eq!(decode(b""), "");
    }
}
