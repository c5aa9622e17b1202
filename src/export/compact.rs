//! Writing a compact PDF: all objects but streams go into compressed object streams (ISO 32000-1, 7.5.7),
//! and so does the table of all objects (7.5.8). PDF/A-2 allows both (ISO 19005-2, 6.1.4).
//!
//! A tagged PDF is mostly small objects: of a report without photographs, this saves a third.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, Result, Stream, dictionary};

use super::stream_ends;

/// How many objects a stream holds: more take less space, fewer are read sooner.
const OBJECTS_IN_STREAM: usize = 200;

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    /// Nowhere: there is no object with its number.
    Free,
    /// At an offset in the file.
    At(usize),
    /// In a stream of objects, by its number there.
    In { stream: usize, index: usize },
}

/// Writes a document, of which no object has been replaced by another of its number.
pub(super) fn write(document: Document) -> Result<Vec<u8>> {
    let mut file = format!("%PDF-{}\n", document.version).into_bytes();
    // Bytes beyond ASCII, for programs that would take the file for text (ISO 19005-2, 6.1.2).
    file.extend(b"%\xE2\xE3\xCF\xD3\n");
    let last = usize::try_from(document.max_id)?;
    let mut places = vec![Place::Free; last + 1];
    let mut small = Vec::new();
    for ((number, _), object) in document.objects {
        let number = usize::try_from(number)?;
        match object {
            Object::Stream(stream) => add(&mut file, &mut places, number, stream)?,
            object => small.push((number, serialized(object)?)),
        }
    }
    for objects in small.chunks(OBJECTS_IN_STREAM) {
        let stream = places.len();
        for (index, (number, _)) in objects.iter().enumerate() {
            set(&mut places, *number, Place::In { stream, index });
        }
        add(&mut file, &mut places, stream, object_stream(objects)?)?;
    }
    let start = file.len();
    let table = places.len();
    set(&mut places, table, Place::At(start));
    let mut stream = table_stream(&document.trailer, &places)?;
    // Before its predictor, not every reader undoes a second filter here, which a carriage return at the end would
    // need: another free entry gives the data another checksum, and so another last byte.
    while stream.content.ends_with(b"\r") {
        places.push(Place::Free);
        stream = table_stream(&document.trailer, &places)?;
    }
    add(&mut file, &mut places, table, stream)?;
    file.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    Ok(file)
}

fn set(places: &mut Vec<Place>, number: usize, place: Place) {
    if places.len() <= number {
        places.resize(number + 1, Place::Free);
    }
    if let Some(of_number) = places.get_mut(number) {
        *of_number = place;
    }
}

/// Adds a stream to the file.
fn add(file: &mut Vec<u8>, places: &mut Vec<Place>, number: usize, stream: Stream) -> Result<()> {
    set(places, number, Place::At(file.len()));
    file.extend(format!("{number} 0 obj\n").into_bytes());
    file.extend(serialized(Object::Stream(stream_ends::without_trailing_cr(stream)?))?);
    file.extend(b"\nendobj\n");
    Ok(())
}

/// An object as written in a file.
fn serialized(object: Object) -> Result<Vec<u8>> {
    // Operands are written as objects are, and an operator of no letters after them.
    Content { operations: vec![Operation::new("", vec![object])] }.encode()
}

/// A stream of objects with their numbers.
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

/// The table of all objects, which is the trailer too.
fn table_stream(trailer: &Dictionary, places: &[Place]) -> Result<Stream> {
    // A byte for the kind of entry, four for an offset or the number of a stream, two for an index in it.
    const WIDTHS: [i64; 3] = [1, 4, 2];
    const ROW: usize = 7;
    let mut rows = Vec::new();
    let mut above = [0; ROW];
    for place in places {
        let (kind, first, second) = match *place {
            Place::Free => (0, 0, 0),
            Place::At(offset) => (1, offset, 0),
            Place::In { stream, index } => (2, stream, index),
        };
        let mut row = [0; ROW];
        let bytes = [kind].into_iter().chain(u32::try_from(first)?.to_be_bytes());
        let bytes = bytes.chain(u16::try_from(second)?.to_be_bytes());
        for (to, byte) in row.iter_mut().zip(bytes) {
            *to = byte;
        }
        // Each byte less that above it (PNG's filter 2): rows that are alike become zeros.
        rows.push(2);
        rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = row;
    }
    let mut dict = dictionary! {
        "Type" => "XRef",
        "Size" => i64::try_from(places.len())?,
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

    /// A file of a stream of some length, the catalog and the stream that has it.
    fn file_of(length: usize) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        document.add_object(Stream::new(Dictionary::new(), vec![b' '; length]));
        let root = document.add_object(dictionary! { "Type" => "Catalog" });
        document.trailer.set("Root", root);
        write(document).unwrap()
    }

    /// The last byte of a table is that of its checksum, a carriage return for one in 256.
    #[test]
    fn a_table_that_would_end_in_a_carriage_return_gets_another_entry_but_no_second_filter() {
        /// The free entry 0, the three objects, and the table itself.
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
    fn what_is_written_reads_the_same() {
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
