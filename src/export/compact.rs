//! Writes compact PDFs, with object streams (ISO 32000-1, 7.5.7) and a cross-reference stream (7.5.8). PDF/A-2 allows
//! both (ISO 19005-2, 6.1.4).
//!
//! A tagged PDF mostly consists of small objects, so a report without photographs is a third smaller.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, Result, Stream, dictionary};

use super::stream_ends;

/// The number of objects in a stream: more compress better, fewer are faster to read.
const OBJECTS_IN_STREAM: usize = 200;

/// A cross-reference entry.
#[derive(Clone, Copy)]
enum Entry {
    /// A free entry.
    Free,
    /// At an offset in the file.
    Offset(usize),
    /// In an object stream, with its index.
    Compressed { stream: usize, index: usize },
}

/// Writes a document, in which each object number must be unique.
pub(super) fn write(document: Document) -> Result<Vec<u8>> {
    let mut file = format!("%PDF-{}\n", document.version).into_bytes();
    // Non-ASCII bytes mark the file as binary (ISO 19005-2, 6.1.2).
    file.extend(b"%\xE2\xE3\xCF\xD3\n");
    let last = usize::try_from(document.max_id)?;
    let mut entries = vec![Entry::Free; last + 1];
    let mut small = Vec::new();
    for ((number, _), object) in document.objects {
        let number = usize::try_from(number)?;
        match object {
            Object::Stream(stream) => add(&mut file, &mut entries, number, stream)?,
            object => small.push((number, serialized(object)?)),
        }
    }
    for objects in small.chunks(OBJECTS_IN_STREAM) {
        let stream = entries.len();
        for (index, (number, _)) in objects.iter().enumerate() {
            set(&mut entries, *number, Entry::Compressed { stream, index });
        }
        add(&mut file, &mut entries, stream, object_stream(objects)?)?;
    }
    let start = file.len();
    let table = entries.len();
    set(&mut entries, table, Entry::Offset(start));
    let mut stream = xref_stream(&document.trailer, &entries)?;
    // Not all readers support a second filter before the predictor here, which is how other streams avoid a carriage
    // return at the end. A further free entry changes the checksum and so the last byte.
    while stream.content.ends_with(b"\r") {
        entries.push(Entry::Free);
        stream = xref_stream(&document.trailer, &entries)?;
    }
    add(&mut file, &mut entries, table, stream)?;
    file.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    Ok(file)
}

fn set(entries: &mut Vec<Entry>, number: usize, entry: Entry) {
    if entries.len() <= number {
        entries.resize(number + 1, Entry::Free);
    }
    if let Some(slot) = entries.get_mut(number) {
        *slot = entry;
    }
}

/// Adds a stream to the file.
fn add(file: &mut Vec<u8>, entries: &mut Vec<Entry>, number: usize, stream: Stream) -> Result<()> {
    set(entries, number, Entry::Offset(file.len()));
    file.extend(format!("{number} 0 obj\n").into_bytes());
    file.extend(serialized(Object::Stream(stream_ends::without_trailing_cr(stream)?))?);
    file.extend(b"\nendobj\n");
    Ok(())
}

/// The bytes of an object.
fn serialized(object: Object) -> Result<Vec<u8>> {
    // Operands are written like objects, followed by an empty operator.
    Content { operations: vec![Operation::new("", vec![object])] }.encode()
}

/// An object stream.
fn object_stream(objects: &[(usize, Vec<u8>)]) -> Result<Stream> {
    let mut numbers = Vec::new();
    let mut content = Vec::new();
    for (number, object) in objects {
        numbers.extend(format!("{number} {} ", content.len()).into_bytes());
        content.extend(object);
    }
    let dict = dictionary! {
        "Type" => "ObjStm",
        "N" => i64::try_from(objects.len())?,
        "First" => i64::try_from(numbers.len())?,
    };
    compressed(dict, &[numbers, content].concat())
}

/// The cross-reference stream, which is also the trailer.
fn xref_stream(trailer: &Dictionary, entries: &[Entry]) -> Result<Stream> {
    // One byte for the type of entry, four for an offset or the number of a stream, two for an index in it.
    const WIDTHS: [i64; 3] = [1, 4, 2];
    const ROW: usize = 7;
    let mut rows = Vec::new();
    let mut above = [0; ROW];
    for entry in entries {
        let (kind, first, second) = match *entry {
            Entry::Free => (0, 0, 0),
            Entry::Offset(offset) => (1, offset, 0),
            Entry::Compressed { stream, index } => (2, stream, index),
        };
        let mut row = [0; ROW];
        let bytes = [kind].into_iter().chain(u32::try_from(first)?.to_be_bytes());
        let bytes = bytes.chain(u16::try_from(second)?.to_be_bytes());
        for (to, byte) in row.iter_mut().zip(bytes) {
            *to = byte;
        }
        // The PNG filter Up turns identical rows into zeros.
        rows.push(2);
        rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    let mut dict = dictionary! {
        "Type" => "XRef",
        "Size" => i64::try_from(entries.len())?,
        "W" => WIDTHS.map(Object::from).to_vec(),
        "DecodeParms" => dictionary! { "Predictor" => 12, "Columns" => i64::try_from(ROW)? },
    };
    for key in [&b"Root"[..], b"Info", b"ID"] {
        if let Ok(value) = trailer.get(key) {
            dict.set(key, value.clone());
        }
    }
    compressed(dict, &rows)
}

fn compressed(mut dict: Dictionary, content: &[u8]) -> Result<Stream> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    dict.set("Filter", "FlateDecode");
    Ok(Stream::new(dict, encoder.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with a stream of some length, the catalog, and its object stream.
    fn file_of(length: usize) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        document.add_object(Stream::new(Dictionary::new(), vec![b' '; length]));
        let root = document.add_object(dictionary! { "Type" => "Catalog" });
        document.trailer.set("Root", root);
        write(document).unwrap()
    }

    /// The last byte belongs to the checksum, and is a carriage return in one of 256 files.
    #[test]
    fn a_table_that_would_end_in_a_carriage_return_gets_another_entry_but_no_second_filter() {
        /// The free entry 0, the three objects, and the cross-reference stream itself.
        const ENTRIES: &[u8] = b"/Size 5/";
        let head = |file: &[u8]| {
            let table = file.windows(5).rposition(|bytes| bytes == b"/XRef").unwrap();
            let stream = file.windows(6).rposition(|bytes| bytes == b"stream").unwrap();
            file[table..stream].to_vec()
        };
        let is_usual = |file: &[u8]| head(file).windows(ENTRIES.len()).any(|bytes| bytes == ENTRIES);
        let lengthened = (0..4000).map(file_of).find(|file| !is_usual(file)).expect("one in 256 tables");
        assert!(Document::load_mem(&lengthened).unwrap().catalog().is_ok());
        assert!(head(&lengthened).windows(19).any(|bytes| bytes == b"/Filter/FlateDecode"));
    }

    #[test]
    fn written_documents_are_read_back_unchanged() {
        let mut document = Document::with_version("1.7");
        let text = document.add_object(Object::string_literal("(žodis)\r"));
        let page = document.add_object(Stream::new(dictionary! { "Of" => text }, b"BT ET\r".to_vec()));
        document.max_id += 3;
        let many: Vec<Object> = (0..450)
            .map(|number| Object::Reference(document.add_object(dictionary! { "N" => number })))
            .collect();
        let root = document.add_object(dictionary! { "Type" => "Catalog", "Many" => many, "Page" => page });
        document.trailer.set("Root", root);

        let file = write(document.clone()).unwrap();
        let read = Document::load_mem(&file).unwrap();
        assert_eq!(read.version, "1.7");
        assert_eq!(read.catalog().unwrap(), document.catalog().unwrap());
        assert_eq!(read.get_object(text).unwrap(), document.get_object(text).unwrap());
        let stream = read.get_object(page).unwrap().as_stream().unwrap();
        assert_eq!(stream.dict.get(b"Of").unwrap(), &Object::Reference(text));
        assert_eq!(stream.dict.get(b"Filter").unwrap(), &Object::Array(vec!["FlateDecode".into()]));
        let many = read.catalog().unwrap().get(b"Many").unwrap().as_array().unwrap();
        for (number, id) in many.iter().enumerate() {
            let object = read.get_dictionary(id.as_reference().unwrap()).unwrap();
            assert_eq!(object.get(b"N").unwrap().as_i64().unwrap(), i64::try_from(number).unwrap());
        }
    }
}
