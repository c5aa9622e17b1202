//! Maps the codes of a font to characters (ISO 32000-1, 9.10.3).

use std::collections::HashMap;

use super::lexer::{Lexer, Token};
use super::object::{Object, Stream};
use super::{Font, Pdf};

/// The characters of a font's codes.
#[derive(Debug, Default)]
pub struct ToUnicode {
    characters: HashMap<u32, String>,
    /// The number of bytes of a code.
    width: usize,
}

/// The most data of a map, in bytes, and its most codes.
const SIZE_LIMIT: usize = 4 << 20;
const CODES_LIMIT: usize = 200_000;

impl ToUnicode {
    /// The map of a font. For a font without one, codes are taken as Latin-1.
    pub fn of(pdf: &Pdf<'_>, font: &Font) -> Self {
        let width = if font.is_simple() { 1 } else { 2 };
        let mut map = Self { characters: HashMap::new(), width };
        if let Some(data) = font.to_unicode.as_ref().and_then(|stream: &Stream| pdf.data(stream, SIZE_LIMIT))
        {
            map.read(pdf, &data.bytes);
        }
        map
    }

    /// The text of codes; unmapped codes are left out.
    pub fn decode(&self, codes: &[u8]) -> String {
        let mut text = String::new();
        for code in codes.chunks(self.width.max(1)) {
            let code = number(code);
            match self.characters.get(&code) {
                Some(characters) => text.push_str(characters),
                None if self.width == 1 && self.characters.is_empty() => {
                    text.extend(char::from_u32(code));
                }
                None => {}
            }
        }
        text
    }

    fn read(&mut self, pdf: &Pdf<'_>, data: &[u8]) {
        let memory = pdf.budget().memory_left();
        let mut lexer = Lexer::new(data, 0, pdf.budget());
        let mut operands: Vec<Object> = Vec::new();
        loop {
            let start = lexer.position();
            match lexer.token() {
                Ok(Token::Object(object)) => operands.push(object),
                Ok(Token::Keyword(keyword)) => {
                    match keyword {
                        b"endbfchar" => self.characters(&operands),
                        b"endbfrange" => self.ranges(&operands),
                        b"endcodespacerange" => {
                            if let Some(code) = operands.first().and_then(Object::as_string) {
                                self.width = code.len().clamp(1, 4);
                            }
                        }
                        _ => {}
                    }
                    operands.clear();
                    pdf.budget().release(memory);
                }
                Ok(Token::End) => return,
                Ok(_) | Err(_) => operands.clear(),
            }
            // The lexer does not advance past a byte that it cannot read.
            if lexer.position() == start || !pdf.spend(lexer.position() - start) {
                return;
            }
        }
    }

    fn characters(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let [code, characters] = pair
                && let (Some(code), Some(characters)) = (code.as_string(), characters.as_string())
            {
                self.insert(number(code), utf_16(characters));
            }
        }
    }

    fn ranges(&mut self, operands: &[Object]) {
        for range in operands.chunks_exact(3) {
            let [first, last, characters] = range else { continue };
            let (Some(first), Some(last)) = (first.as_string(), last.as_string()) else { continue };
            let codes = number(first)..=number(last);
            match characters {
                Object::String(first) => {
                    for (code, step) in codes.zip(0_u32..) {
                        if !self.insert(code, following(&utf_16(first), step)) {
                            return;
                        }
                    }
                }
                Object::Array(items) => {
                    for (code, item) in codes.zip(items.iter().filter_map(Object::as_string)) {
                        self.insert(code, utf_16(item));
                    }
                }
                _ => {}
            }
        }
    }

    fn insert(&mut self, code: u32, characters: String) -> bool {
        let fits = self.characters.len() < CODES_LIMIT;
        if fits {
            self.characters.insert(code, characters);
        }
        fits
    }
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn utf_16(bytes: &[u8]) -> String {
    let units = bytes.as_chunks().0.iter().map(|pair| u16::from_be_bytes(*pair));
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The text with its last character advanced by `step` code points.
fn following(text: &str, step: u32) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    if let Some(last) = characters.last_mut() {
        *last = char::from_u32(u32::from(*last).saturating_add(step)).unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    characters.into_iter().collect()
}
