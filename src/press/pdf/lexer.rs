//! The syntax of objects and operators (ISO 32000-1, 7.2, 7.3 and 7.8.2).

use super::budget::{Budget, Limit};
use super::object::{Dictionary, Object, Stream, StreamData};

/// A lexer for the bytes of a file, an object stream or a content stream.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'b> {
    bytes: &'b [u8],
    at: usize,
    budget: &'b Budget,
}

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'b> {
    /// An object. References are not recognised where tokens are read one by one.
    Object(Object),
    /// A word that is not an object, such as `obj` or an operator.
    Keyword(&'b [u8]),
    /// `]`.
    ArrayEnd,
    /// `>>`.
    DictionaryEnd,
    /// The end of the bytes.
    End,
}

/// Why bytes cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LexError {
    /// They are not PDF syntax, or nested too deeply.
    Syntax,
    /// They exceed a limit on work or memory.
    Limit(Limit),
}

/// The deepest nesting of arrays and dictionaries.
const DEPTH_LIMIT: u8 = 64;
/// The cost of an object in addition to its bytes, as work.
const OBJECT_WORK: usize = 20;
/// The number of bytes after its number in which the `R` of a reference is searched for.
const REFERENCE_AREA: usize = 32;

impl From<Limit> for LexError {
    fn from(limit: Limit) -> Self {
        Self::Limit(limit)
    }
}

impl<'b> Lexer<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize, budget: &'b Budget) -> Self {
        Self { bytes, at: at.min(bytes.len()), budget }
    }

    /// The current position.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Consumes a byte if it is the next one.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Consumes bytes while they satisfy a predicate.
    fn take_while(&mut self, is: impl Fn(u8) -> bool) -> &'b [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|byte| !is(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        loop {
            self.take_while(is_space);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|byte| byte != b'\n' && byte != b'\r');
        }
    }

    /// The next token.
    pub(super) fn token(&mut self) -> Result<Token<'b>, LexError> {
        self.nested(DEPTH_LIMIT)
    }

    fn nested(&mut self, depth: u8) -> Result<Token<'b>, LexError> {
        self.skip_space();
        let Some(byte) = self.peek() else { return Ok(Token::End) };
        let object = match byte {
            b'/' => Object::Name(self.name()?),
            b'(' => Object::String(self.literal_string()?),
            b'<' => {
                self.at += 1;
                if self.take(b'<') {
                    Object::Dictionary(self.dictionary(depth)?)
                } else {
                    Object::String(self.hexadecimal_string()?)
                }
            }
            b'>' => {
                self.at += 1;
                return if self.take(b'>') { Ok(Token::DictionaryEnd) } else { Err(LexError::Syntax) };
            }
            b'[' => {
                self.at += 1;
                let items = self.items(depth, &Token::ArrayEnd)?;
                Object::Array(items.into_boxed_slice())
            }
            b']' => {
                self.at += 1;
                return Ok(Token::ArrayEnd);
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number().ok_or(LexError::Syntax)?,
            b')' | b'{' | b'}' => return Err(LexError::Syntax),
            _ => match self.take_while(is_regular) {
                b"true" => Object::Boolean(true),
                b"false" => Object::Boolean(false),
                b"null" => Object::Null,
                keyword => return Ok(Token::Keyword(keyword)),
            },
        };
        self.budget.reserve(size_of::<Object>())?;
        self.budget.spend(OBJECT_WORK)?;
        Ok(Token::Object(object))
    }

    /// The objects up to an end token; `1 0 R` is one object.
    fn items(&mut self, depth: u8, end: &Token<'_>) -> Result<Vec<Object>, LexError> {
        let depth = depth.checked_sub(1).ok_or(LexError::Syntax)?;
        let mut items = Vec::new();
        loop {
            match self.nested(depth)? {
                Token::Object(object) => items.push(object),
                Token::Keyword(b"R") => {
                    let (generation, number) = (items.pop(), items.pop());
                    items.push(reference(number, generation).ok_or(LexError::Syntax)?);
                }
                token if token == *end => return Ok(items),
                _ => return Err(LexError::Syntax),
            }
        }
    }

    fn dictionary(&mut self, depth: u8) -> Result<Dictionary, LexError> {
        let mut items = self.items(depth, &Token::DictionaryEnd)?.into_iter();
        let mut entries = Vec::with_capacity(items.len() / 2);
        while let Some(key) = items.next() {
            let (Object::Name(key), Some(value)) = (key, items.next()) else { return Err(LexError::Syntax) };
            entries.push((key, value));
        }
        Ok(Dictionary::new(entries))
    }

    /// An object, which may be a reference.
    pub(super) fn object(&mut self) -> Result<Object, LexError> {
        let Token::Object(object) = self.token()? else { return Err(LexError::Syntax) };
        if object.as_integer().is_none() {
            return Ok(object);
        }
        // A reference is short, so a failed look-ahead is cheap.
        let ahead = self.rest();
        let mut ahead = Lexer::new(ahead.get(..REFERENCE_AREA).unwrap_or(ahead), 0, self.budget);
        if let Some(generation) = ahead.unsigned()
            && ahead.keyword(b"R")
            && let Ok(generation) = i64::try_from(generation)
            && let Some(reference) = reference(Some(object.clone()), Some(Object::Integer(generation)))
        {
            self.at += ahead.at;
            return Ok(reference);
        }
        Ok(object)
    }

    /// A whole number without a sign.
    pub(super) fn unsigned(&mut self) -> Option<u64> {
        self.skip_space();
        std::str::from_utf8(self.take_while(|byte| byte.is_ascii_digit())).ok()?.parse().ok()
    }

    /// Consumes a keyword if it is next.
    pub(super) fn keyword(&mut self, keyword: &[u8]) -> bool {
        self.skip_space();
        let after = self.rest().strip_prefix(keyword);
        let is_next = after.is_some_and(|after| after.first().is_none_or(|byte| !is_regular(*byte)));
        if is_next {
            self.at += keyword.len();
        }
        is_next
    }

    /// Consumes the end of the line after `stream` (7.3.8.1).
    pub(super) fn end_of_line(&mut self) {
        self.take(b'\r');
        self.take(b'\n');
    }

    fn name(&mut self) -> Result<Box<[u8]>, LexError> {
        self.at += 1;
        let written = self.take_while(is_regular);
        self.budget.reserve(written.len())?;
        if !written.contains(&b'#') {
            return Ok(Box::from(written));
        }
        let mut name = Vec::with_capacity(written.len());
        let mut rest = written.iter().copied();
        while let Some(byte) = rest.next() {
            let mut ahead = rest.clone();
            let code = (byte == b'#').then(|| Some(16 * digit(ahead.next()?)? + digit(ahead.next()?)?));
            if let Some(Some(code)) = code {
                name.push(code);
                rest = ahead;
            } else {
                name.push(byte);
            }
        }
        Ok(name.into_boxed_slice())
    }

    fn literal_string(&mut self) -> Result<Box<[u8]>, LexError> {
        let start = self.at;
        self.at += 1;
        let mut string = Vec::new();
        let mut open = 1_usize;
        loop {
            string.extend_from_slice(self.take_while(|byte| !b"()\\\r".contains(&byte)));
            let byte = self.peek().ok_or(LexError::Syntax)?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\r' => {
                    self.take(b'\n');
                    string.push(b'\n');
                    continue;
                }
                b'\\' => {
                    string.extend(self.escape());
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            string.push(byte);
        }
        self.budget.reserve(self.at - start)?;
        Ok(string.into_boxed_slice())
    }

    /// The byte for an escape sequence (table 3).
    fn escape(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'\r' => {
                self.take(b'\n');
                return None;
            }
            b'\n' => return None,
            b'0'..=b'7' => {
                let mut code = byte - b'0';
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    code = code.wrapping_mul(8).wrapping_add(next - b'0');
                }
                code
            }
            other => other,
        })
    }

    fn hexadecimal_string(&mut self) -> Result<Box<[u8]>, LexError> {
        let written = self.take_while(|byte| byte != b'>');
        if !self.take(b'>') {
            return Err(LexError::Syntax);
        }
        self.budget.reserve(written.len() / 2)?;
        let digits: Option<Vec<u8>> =
            written.iter().filter(|byte| !is_space(**byte)).map(|byte| digit(*byte)).collect();
        let digits = digits.ok_or(LexError::Syntax)?;
        let byte = |pair: &[u8]| pair.iter().chain(&[0]).take(2).fold(0, |byte, digit| 16 * byte + digit);
        Ok(digits.chunks(2).map(byte).collect())
    }

    fn number(&mut self) -> Option<Object> {
        let is_negative = match self.peek()? {
            sign @ (b'+' | b'-') => {
                self.at += 1;
                sign == b'-'
            }
            _ => false,
        };
        let whole = self.take_while(|byte| byte.is_ascii_digit());
        let sign = if is_negative { -1.0 } else { 1.0 };
        if !self.take(b'.') {
            let digits = std::str::from_utf8(whole).ok()?;
            let number: Option<i64> = digits.parse().ok();
            return match number {
                Some(number) => Some(Object::Integer(if is_negative { -number } else { number })),
                // An integer that does not fit becomes a real number.
                None => Some(Object::Real(sign * digits.parse::<f64>().ok()?)),
            };
        }
        let fraction = self.take_while(|byte| byte.is_ascii_digit());
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let value =
            |digits: &[u8]| digits.iter().fold(0.0, |value, byte| value * 10.0 + f64::from(byte - b'0'));
        let places = i32::try_from(fraction.len()).ok().filter(|places| *places < 300)?;
        Some(Object::Real(sign * (value(whole) + value(fraction) / 10_f64.powi(places))))
    }

    /// An inline image after its `BI` (8.9.7), with its keys expanded.
    pub(super) fn inline_image(&mut self) -> Result<Stream, LexError> {
        let mut entries = Vec::new();
        let dict = loop {
            match self.token()? {
                Token::Object(Object::Name(key)) => {
                    let Token::Object(value) = self.token()? else { return Err(LexError::Syntax) };
                    entries.push((Box::from(long_key(&key)), value));
                }
                Token::Keyword(b"ID") => break Dictionary::new(entries),
                _ => return Err(LexError::Syntax),
            }
        };
        self.at += 1;
        let rest = self.rest();
        // The length of data without a filter is known, and it may contain `EI`.
        let known =
            raw_length(&dict).filter(|length| is_end_of_image(rest, *length)).map(|length| (length, 0));
        let ends = || rest.iter().enumerate().filter(|(_, byte)| is_space(**byte)).map(|(at, _)| at);
        let (length, gap) = known
            .or_else(|| ends().find(|at| is_end_of_image(rest, at + 1)).map(|at| (at, 1)))
            .ok_or(LexError::Syntax)?;
        let data = rest.get(..length).unwrap_or_default();
        self.budget.reserve(length)?;
        self.at += length + gap;
        self.skip_space();
        self.at += 2;
        Ok(Stream { dict, id: None, data: StreamData::Inline(Box::from(data)) })
    }
}

fn reference(number: Option<Object>, generation: Option<Object>) -> Option<Object> {
    let number = u32::try_from(number?.as_integer()?).ok()?;
    let generation = u16::try_from(generation?.as_integer()?).ok()?;
    Some(Object::Reference((number, generation)))
}

/// The full name of an abbreviated key of an inline image (table 93).
fn long_key(key: &[u8]) -> &[u8] {
    match key {
        b"BPC" => b"BitsPerComponent",
        b"CS" => b"ColorSpace",
        b"D" => b"Decode",
        b"DP" => b"DecodeParms",
        b"F" => b"Filter",
        b"H" => b"Height",
        b"IM" => b"ImageMask",
        b"W" => b"Width",
        long => long,
    }
}

/// The length of the data of an inline image without a filter in a device colour space.
fn raw_length(dict: &Dictionary) -> Option<usize> {
    if dict.has(b"Filter") {
        return None;
    }
    let size = |key: &[u8]| usize::try_from(dict.get(key)?.as_integer()?).ok();
    let is_stencil = dict.get(b"ImageMask").and_then(Object::as_boolean).unwrap_or(false);
    let components = match dict.get(b"ColorSpace").and_then(Object::as_name) {
        _ if is_stencil => 1,
        Some(b"G" | b"DeviceGray") => 1,
        Some(b"RGB" | b"DeviceRGB") => 3,
        Some(b"CMYK" | b"DeviceCMYK") => 4,
        _ => return None,
    };
    let bits = if is_stencil { 1 } else { size(b"BitsPerComponent")? };
    let row = size(b"Width")?.checked_mul(components)?.checked_mul(bits)?.div_ceil(8);
    row.checked_mul(size(b"Height")?)
}

/// Whether an image ends here: at `EI`, followed by operators again.
fn is_end_of_image(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let blank = rest.iter().take(4).take_while(|byte| is_space(**byte)).count();
    let Some(after) = rest.get(blank..).and_then(|rest| rest.strip_prefix(b"EI")) else { return false };
    let is_text = |byte: &u8| is_space(*byte) || byte.is_ascii_graphic();
    after.first().is_none_or(|byte| is_space(*byte)) && after.iter().take(8).all(is_text)
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0 | 12)
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(written: &str) -> Result<Object, LexError> {
        Lexer::new(written.as_bytes(), 0, &Budget::new()).object()
    }

    fn string(written: &str) -> Vec<u8> {
        object(written).unwrap().as_string().unwrap().to_vec()
    }

    #[test]
    fn numbers_are_whole_or_real() {
        assert_eq!(object("-12"), Ok(Object::Integer(-12)));
        assert_eq!(object("+.5"), Ok(Object::Real(0.5)));
        assert_eq!(object("4."), Ok(Object::Real(4.0)));
        assert_eq!(object("-0.002"), Ok(Object::Real(-0.002)));
        assert_eq!(object("99999999999999999999"), Ok(Object::Real(1e20)));
        assert_eq!(object("."), Err(LexError::Syntax));
    }

    #[test]
    fn strings_are_unescaped() {
        assert_eq!(string(r"(a\(b\)c)"), b"a(b)c");
        assert_eq!(string("(a(b)c)"), b"a(b)c");
        assert_eq!(string("(\\101\\53\\0a\\\n\\n\r\nb)"), b"A+\0a\n\nb");
        assert_eq!(string("<48 65 6>"), b"He`");
        assert_eq!(object("(a"), Err(LexError::Syntax));
        assert_eq!(object("<4x>"), Err(LexError::Syntax));
    }

    #[test]
    fn names_may_have_codes() {
        assert_eq!(object("/A#20B#zz").unwrap().as_name(), Some(&b"A B#zz"[..]));
        assert_eq!(object("/").unwrap().as_name(), Some(&b""[..]));
    }

    #[test]
    fn references_are_distinguished_from_numbers() {
        assert_eq!(object("12 0 R"), Ok(Object::Reference((12, 0))));
        assert_eq!(object("12 0 obj"), Ok(Object::Integer(12)));
        let dict = object("<< /A 1 0 R /B [1 2 3 0 R] % comment\n /C true >>").unwrap();
        let dict = dict.as_dict().unwrap();
        assert_eq!(dict.get(b"A"), Some(&Object::Reference((1, 0))));
        assert_eq!(dict.get(b"B").unwrap().as_array().unwrap().len(), 3);
        assert_eq!(dict.get(b"C"), Some(&Object::Boolean(true)));
    }

    #[test]
    fn nesting_is_limited() {
        assert_eq!(object(&"[".repeat(100_000)), Err(LexError::Syntax));
        assert_eq!(object(&"<</A".repeat(100_000)), Err(LexError::Syntax));
        assert_eq!(string(&format!("{}{}", "(".repeat(9_999), ")".repeat(9_999))).len(), 19_996);
    }

    #[test]
    fn an_inline_image_ends_where_operators_go_on() {
        let image = |written: &[u8]| {
            let budget = Budget::new();
            let mut lexer = Lexer::new(written, 0, &budget);
            let StreamData::Inline(data) = lexer.inline_image().ok()?.data else { return None };
            let Ok(Token::Keyword(after)) = lexer.token() else { return None };
            Some((data.to_vec(), after.to_vec()))
        };
        let after = b"Q".to_vec();
        let raw = b"/W 2 /H 1 /BPC 8 /CS /RGB ID a EI b\nEI Q";
        assert_eq!(image(raw), Some((b"a EI b".to_vec(), after.clone())));
        let packed = b"/W 2 /H 1 /BPC 8 /CS /RGB /F /Fl ID a EI \x80 b\nEI\nQ";
        assert_eq!(image(packed), Some((b"a EI \x80 b".to_vec(), after)));
        assert_eq!(image(b"/W 2 ID abc"), None);
    }
}
