//! Where the objects of a file are: cross-reference tables and streams (ISO 32000-1, 7.5.4 and 7.5.8).

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::filter;
use super::lexer::{LexError, Lexer, is_space};
use super::object::{Dictionary, Object, ObjectId, Stream, StreamData};

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Location {
    /// Nowhere: it was deleted.
    Free,
    /// At a place in the file.
    File(usize),
    /// In the object stream with this number.
    ObjectStream(u32),
}

/// The location of all objects, and the trailer.
#[derive(Debug, Default)]
pub(super) struct XRef {
    pub(super) locations: BTreeMap<u32, Location>,
    pub(super) trailer: Dictionary,
}

/// The memory that an entry takes, in bytes.
const ENTRY_SIZE: usize = 96;
/// The most updates of a file.
const SECTIONS_LIMIT: usize = 4096;
/// The size of a decoded cross-reference stream, in bytes.
const STREAM_LIMIT: usize = 32 << 20;
/// The number of bytes at the end in which `startxref` is searched for; the same as for `%%EOF` in annex H, note 18.
const END_AREA: usize = 1024;
/// The maximum distance of the table from its stated offset, in bytes.
const TABLE_AREA: usize = 64;

/// Reads the tables of a file; if there are none, searches for the objects themselves.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<XRef, LexError> {
    let from_tables = from_tables(bytes, budget);
    budget.exceeded()?;
    match from_tables {
        Ok(xref) if has_root(bytes, &xref, budget) => Ok(xref),
        _ => recover(bytes, budget),
    }
}

fn from_tables(bytes: &[u8], budget: &Budget) -> Result<XRef, LexError> {
    let end = bytes.len().saturating_sub(END_AREA);
    let mark = find_last(bytes.get(end..).unwrap_or_default(), b"startxref").ok_or(LexError::Syntax)?;
    let mut lexer = Lexer::new(bytes, end + mark, budget);
    lexer.keyword(b"startxref");
    let mut xref = XRef::default();
    let mut visited = BTreeSet::new();
    let mut ahead = vec![lexer.unsigned().ok_or(LexError::Syntax)?];
    while let Some(at) = ahead.pop() {
        let at = usize::try_from(at).map_err(|_| LexError::Syntax)?;
        if !visited.insert(at) {
            continue;
        }
        if visited.len() > SECTIONS_LIMIT {
            return Err(LexError::Syntax);
        }
        let trailer = section(bytes, at, &mut xref.locations, budget)?;
        let place = |key: &[u8]| u64::try_from(trailer.get(key)?.as_integer()?).ok();
        // The stream of a hybrid file is newer than the table before it (7.5.8.4).
        ahead.extend(place(b"Prev"));
        ahead.extend(place(b"XRefStm"));
        if visited.len() == 1 {
            xref.trailer = trailer;
        }
    }
    Ok(xref)
}

/// Reads one table or stream, and returns its trailer.
fn section(
    bytes: &[u8],
    at: usize,
    locations: &mut BTreeMap<u32, Location>,
    budget: &Budget,
) -> Result<Dictionary, LexError> {
    if let Some(trailer) = table(bytes, at, locations, budget)? {
        return Ok(trailer);
    }
    if let Ok(trailer) = stream(bytes, at, locations, budget) {
        return Ok(trailer);
    }
    budget.exceeded()?;
    // Some programs are a few bytes off.
    let from = at.saturating_sub(TABLE_AREA);
    let area = bytes.get(from..bytes.len().min(at + TABLE_AREA)).unwrap_or_default();
    let near = (0..area.len())
        .filter(|near| area.get(*near..).is_some_and(|area| area.starts_with(b"xref")))
        .filter(|near| !area.get(..*near).is_some_and(|area| area.ends_with(b"start")))
        .min_by_key(|near| (from + near).abs_diff(at));
    table(bytes, from + near.ok_or(LexError::Syntax)?, locations, budget)?.ok_or(LexError::Syntax)
}

fn insert(
    locations: &mut BTreeMap<u32, Location>,
    number: u64,
    location: Location,
    budget: &Budget,
) -> Result<(), LexError> {
    budget.reserve(ENTRY_SIZE)?;
    if let Ok(number) = u32::try_from(number) {
        // Sections are read from the newest to the oldest.
        locations.entry(number).or_insert(location);
    }
    Ok(())
}

/// Reads a table; `None` if there is none.
fn table(
    bytes: &[u8],
    at: usize,
    locations: &mut BTreeMap<u32, Location>,
    budget: &Budget,
) -> Result<Option<Dictionary>, LexError> {
    let mut lexer = Lexer::new(bytes, at, budget);
    if !lexer.keyword(b"xref") {
        return Ok(None);
    }
    let trailer = entries(&mut lexer, locations, budget);
    budget.spend(lexer.position() - at)?;
    trailer.map(Some)
}

/// Reads the entries of a table and its trailer.
fn entries(
    lexer: &mut Lexer<'_>,
    locations: &mut BTreeMap<u32, Location>,
    budget: &Budget,
) -> Result<Dictionary, LexError> {
    while !lexer.keyword(b"trailer") {
        let first = lexer.unsigned().ok_or(LexError::Syntax)?;
        let count = lexer.unsigned().ok_or(LexError::Syntax)?;
        for number in (first..).take(usize::try_from(count).unwrap_or(usize::MAX)) {
            let offset = lexer.unsigned().ok_or(LexError::Syntax)?;
            lexer.unsigned().ok_or(LexError::Syntax)?;
            if lexer.keyword(b"n") {
                insert(
                    locations,
                    number,
                    Location::File(usize::try_from(offset).unwrap_or(usize::MAX)),
                    budget,
                )?;
            } else if lexer.keyword(b"f") {
                insert(locations, number, Location::Free, budget)?;
            } else {
                return Err(LexError::Syntax);
            }
        }
    }
    match lexer.object()? {
        Object::Dictionary(trailer) => Ok(trailer),
        _ => Err(LexError::Syntax),
    }
}

/// Reads a cross-reference stream.
fn stream(
    bytes: &[u8],
    at: usize,
    locations: &mut BTreeMap<u32, Location>,
    budget: &Budget,
) -> Result<Dictionary, LexError> {
    let (_, object) = indirect_object(bytes, at, budget, |_| None)?;
    let Object::Stream(stream) = object else { return Err(LexError::Syntax) };
    let dict = stream.dict.clone();
    if dict.get(b"Type").and_then(Object::as_name) != Some(b"XRef") {
        return Err(LexError::Syntax);
    }
    let data = filter::decode_direct(&stream, bytes, STREAM_LIMIT, budget).ok_or(LexError::Syntax)?;
    let size = |object: &Object| usize::try_from(object.as_integer()?).ok();
    let sizes = |key: &[u8]| dict.get(key)?.as_array()?.iter().map(size).collect::<Option<Vec<_>>>();
    let Some(&[kind, second, third]) = sizes(b"W").as_deref() else { return Err(LexError::Syntax) };
    let length = kind.saturating_add(second).saturating_add(third);
    if length == 0 || kind > 8 || second > 8 || third > 8 {
        return Err(LexError::Syntax);
    }
    let index = sizes(b"Index").unwrap_or_else(|| vec![0, dict.get(b"Size").and_then(size).unwrap_or(0)]);
    let numbers = index.as_chunks().0.iter().flat_map(|&[first, count]| (first..).take(count));
    budget.spend(data.len())?;
    for (number, entry) in numbers.zip(data.chunks_exact(length)) {
        let field = |from: usize, length: usize| {
            let bytes = entry.get(from..from + length).unwrap_or_default();
            bytes.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte))
        };
        let location = match if kind == 0 { 1 } else { field(0, kind) } {
            1 => Location::File(usize::try_from(field(kind, second)).unwrap_or(usize::MAX)),
            2 => Location::ObjectStream(u32::try_from(field(kind, second)).unwrap_or(u32::MAX)),
            // A free object; other types are references to null (table 18).
            _ => Location::Free,
        };
        insert(locations, number as u64, location, budget)?;
    }
    Ok(dict)
}

/// Reads the object at an offset of a file. `length` gives the length of a stream where that is an indirect object.
pub(super) fn indirect_object(
    bytes: &[u8],
    at: usize,
    budget: &Budget,
    length: impl Fn(u32) -> Option<u64>,
) -> Result<(ObjectId, Object), LexError> {
    let mut lexer = Lexer::new(bytes, at, budget);
    let result = numbered(bytes, &mut lexer, budget, length);
    // The work counts whether or not there is an object.
    budget.spend(lexer.position().saturating_sub(at) + 1)?;
    result
}

fn numbered(
    bytes: &[u8],
    lexer: &mut Lexer<'_>,
    budget: &Budget,
    length: impl Fn(u32) -> Option<u64>,
) -> Result<(ObjectId, Object), LexError> {
    let number = lexer.unsigned().and_then(|number| u32::try_from(number).ok()).ok_or(LexError::Syntax)?;
    let generation =
        lexer.unsigned().and_then(|number| u16::try_from(number).ok()).ok_or(LexError::Syntax)?;
    let id = (number, generation);
    if !lexer.keyword(b"obj") {
        return Err(LexError::Syntax);
    }
    let object = lexer.object()?;
    let Object::Dictionary(dict) = object else { return Ok((id, object)) };
    if !lexer.keyword(b"stream") {
        return Ok((id, Object::Dictionary(dict)));
    }
    lexer.end_of_line();
    let start = lexer.position();
    let stated = match dict.get(b"Length") {
        Some(Object::Integer(length)) => u64::try_from(*length).ok(),
        Some(Object::Reference((number, _))) => length(*number),
        _ => None,
    };
    let stated = stated.and_then(|length| start.checked_add(usize::try_from(length).ok()?));
    let is_end = |end: &usize| {
        let after = bytes.get(*end..).unwrap_or_default();
        let space = after.iter().take(2).take_while(|byte| is_space(**byte)).count();
        after.get(space..).is_some_and(|after| after.starts_with(b"endstream"))
    };
    let end = if let Some(end) = stated.filter(is_end) {
        end
    } else {
        // A wrong length, as some programs write it.
        let rest = bytes.get(start..).unwrap_or_default();
        let end = find(rest, b"endstream");
        budget.spend(end.unwrap_or(rest.len()))?;
        let data = rest.get(..end.ok_or(LexError::Syntax)?).unwrap_or_default();
        let data = data.strip_suffix(b"\n").unwrap_or(data);
        start + data.strip_suffix(b"\r").unwrap_or(data).len()
    };
    let stream = Stream { dict, id: Some(id), data: StreamData::File(start..end) };
    Ok((id, Object::Stream(Box::new(stream))))
}

/// Whether the document catalogue can be found.
fn has_root(bytes: &[u8], xref: &XRef, budget: &Budget) -> bool {
    let Some((number, _)) = xref.trailer.get(b"Root").and_then(Object::as_reference) else { return false };
    match xref.locations.get(&number) {
        Some(Location::File(at)) => {
            let memory = budget.memory_left();
            let root = indirect_object(bytes, *at, budget, |_| None);
            budget.release(memory);
            matches!(root, Ok(((found, _), _)) if found == number)
        }
        Some(Location::ObjectStream(_)) => true,
        _ => false,
    }
}

/// Searches for the objects of a file whose tables are broken or missing.
fn recover(bytes: &[u8], budget: &Budget) -> Result<XRef, LexError> {
    budget.spend(bytes.len())?;
    let mut xref = XRef::default();
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| find(rest, b"obj")) {
        let keyword = at + found;
        at = keyword + 3;
        if let Some((number, start)) = number_before(bytes, keyword) {
            budget.reserve(ENTRY_SIZE)?;
            // The later of two objects is the newer.
            xref.locations.insert(number, Location::File(start));
        }
    }
    let trailer = find_last(bytes, b"trailer").ok_or(LexError::Syntax)?;
    let mut lexer = Lexer::new(bytes, trailer, budget);
    lexer.keyword(b"trailer");
    let Object::Dictionary(trailer) = lexer.object()? else { return Err(LexError::Syntax) };
    xref.trailer = trailer;
    if has_root(bytes, &xref, budget) { Ok(xref) } else { Err(LexError::Syntax) }
}

/// The number of the object whose `obj` keyword is at an offset, and where the object begins.
fn number_before(bytes: &[u8], keyword: usize) -> Option<(u32, usize)> {
    let from = keyword.saturating_sub(24);
    let before = bytes.get(from..keyword)?;
    let trimmed = |bytes: &[u8]| bytes.iter().rposition(|byte| !is_space(*byte)).map_or(0, |last| last + 1);
    let digits =
        |bytes: &[u8]| bytes.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |last| last + 1);
    let generation_end = trimmed(before);
    let generation = digits(before.get(..generation_end)?);
    let number_end = trimmed(before.get(..generation)?);
    let number = digits(before.get(..number_end)?);
    if generation == generation_end || number_end == generation {
        return None;
    }
    let written = std::str::from_utf8(before.get(number..number_end)?).ok()?;
    Some((written.parse().ok()?, from + number))
}

pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).rposition(|window| window == what)
}
