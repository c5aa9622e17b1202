//! The objects of a file, however malformed it is.
//!
//! Objects are read on demand, and kept. lopdf, with which the exporter writes, loads
//! all of a file at once and can be bounded in neither time nor memory; so reading is done here,
//! within a [`Budget`], and only filters and ciphers are lopdf's.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::io::Read;
use std::rc::Rc;

use super::budget::{Budget, Limit};
use super::decryption::Decryption;
use super::filter::{self, DecodedData};
use super::lexer::{LexError, Lexer};
use super::object::{Dictionary, Object, Stream, StreamData};
use super::text_string;
use super::xref::{self, Location};

/// A PDF file in memory.
#[derive(Debug)]
pub struct Pdf<'f> {
    bytes: &'f [u8],
    /// The version of the header.
    version: String,
    trailer: Dictionary,
    entries: BTreeMap<u32, Entry>,
    object_streams: RefCell<BTreeMap<u32, Option<Rc<ObjectStream>>>>,
    decryption: Option<Decryption>,
    budget: Budget,
}

/// Why a file cannot be read as a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfError {
    /// It is not a PDF.
    NotPdf,
    /// It needs a password.
    Locked,
    /// It is a PDF, but its objects cannot be found.
    Damaged,
    /// It takes more work than any genuine file.
    Limit(Limit),
    /// The program panicked, which is a bug in the program.
    Bug,
}

#[derive(Debug)]
struct Entry {
    location: Location,
    object: OnceCell<Object>,
}

/// An object stream (ISO 32000-1, 7.5.7).
#[derive(Debug)]
struct ObjectStream {
    data: Vec<u8>,
    /// The offset of each of its objects in the data, in the order of their numbers.
    places: Vec<(u32, usize)>,
}

/// Where the header is looked for, in bytes (ISO 32000-1, annex H, note 13).
const HEADER_AREA: usize = 1024;
/// The most bytes of an object stream, decoded, and of those that are kept.
const OBJECT_STREAM_LIMIT: usize = 32 << 20;
/// The most objects of an object stream; programs write a few hundred.
const OBJECTS_LIMIT: usize = 100_000;
/// The longest chain of references.
const REFERENCE_LIMIT: usize = 32;

static NULL: Object = Object::Null;

impl<'f> Pdf<'f> {
    /// Finds the objects of a file.
    ///
    /// # Errors
    /// If the bytes are not a PDF, or not one that can be read.
    pub fn read(bytes: &'f [u8]) -> Result<Self, PdfError> {
        Self::read_within(bytes, Budget::new())
    }

    /// Finds the objects of a file, within the given limits.
    pub(in crate::press) fn read_within(bytes: &'f [u8], budget: Budget) -> Result<Self, PdfError> {
        let area = bytes.get(..HEADER_AREA).unwrap_or(bytes);
        let header = xref::find(area, b"%PDF-").ok_or(PdfError::NotPdf)?;
        // Offsets are counted from the header.
        let bytes = bytes.get(header..).unwrap_or_default();
        let version = bytes.iter().skip(5).take_while(|byte| byte.is_ascii_digit() || **byte == b'.').take(8);
        let version = version.map(|byte| char::from(*byte)).collect();
        let xref = xref::read(bytes, &budget).map_err(|error| match error {
            LexError::Limit(limit) => PdfError::Limit(limit),
            LexError::Syntax => PdfError::Damaged,
        })?;
        let entry = |(number, location)| (number, Entry { location, object: OnceCell::new() });
        let mut pdf = Self {
            bytes,
            version,
            trailer: xref.trailer,
            entries: xref.locations.into_iter().map(entry).collect(),
            object_streams: RefCell::default(),
            decryption: None,
            budget,
        };
        pdf.decrypt()?;
        let has_catalog = pdf.catalog().is_some();
        pdf.limit().map_or(Ok(()), |limit| Err(PdfError::Limit(limit)))?;
        if has_catalog { Ok(pdf) } else { Err(PdfError::Damaged) }
    }

    /// Finds the key of an encrypted file.
    fn decrypt(&mut self) -> Result<(), PdfError> {
        let Some(encryption) = self.trailer.get(b"Encrypt") else { return Ok(()) };
        let own = encryption.as_reference();
        let dict = self.resolve(encryption).as_dict().ok_or(PdfError::Damaged)?;
        let id = self.get(&self.trailer, "ID");
        let decryption = Decryption::open(own, dict, id).ok_or(PdfError::Locked)?;
        // What has been read so far was not decrypted.
        for entry in self.entries.values_mut() {
            entry.object = OnceCell::new();
        }
        self.object_streams.take();
        self.decryption = Some(decryption);
        Ok(())
    }

    /// The limit that has been exceeded, if any. Every object read after that is [`Object::Null`].
    pub fn limit(&self) -> Option<Limit> {
        self.budget.exceeded().err()
    }

    pub(super) fn budget(&self) -> &Budget {
        &self.budget
    }

    /// The version that the header or the catalogue names, whichever is the later.
    pub fn version(&self) -> String {
        let catalogue = self.catalog().and_then(|catalog| self.name(catalog, "Version"));
        let catalogue = catalogue.map(|version| String::from_utf8_lossy(version).into_owned());
        // Versions are a digit, a full stop and a digit, so they sort as strings.
        catalogue.map_or(self.version.clone(), |catalogue| catalogue.max(self.version.clone()))
    }

    /// Whether the file is encrypted, with an empty password.
    pub fn was_encrypted(&self) -> bool {
        self.decryption.is_some()
    }

    /// Whether the file has an identifier (ISO 32000-1, 14.4).
    pub fn has_id(&self) -> bool {
        self.array(&self.trailer, "ID").is_some_and(|id| id.len() == 2)
    }

    /// The document catalogue.
    pub fn catalog(&self) -> Option<&Dictionary> {
        match self.get(&self.trailer, "Root")? {
            Object::Dictionary(catalog) => Some(catalog),
            _ => None,
        }
    }

    /// The document information dictionary (ISO 32000-1, 14.3.3).
    pub fn info(&self) -> Option<&Dictionary> {
        self.dict(&self.trailer, "Info")
    }

    /// Whether any indirect object satisfies a predicate. The objects are not kept.
    pub fn any_object(&self, is: impl Fn(&Object) -> bool) -> bool {
        let mut places: Vec<_> = self.entries.iter().map(|(number, entry)| (entry, *number)).collect();
        // One object stream after another, so that each is decoded once.
        places.sort_by_key(|(entry, number)| match entry.location {
            Location::ObjectStream(stream) => (stream, *number),
            _ => (0, *number),
        });
        places.into_iter().any(|(entry, number)| {
            if let Some(object) = entry.object.get() {
                return is(object);
            }
            let memory = self.budget.memory_left();
            let object = self.load(number, entry.location);
            self.budget.release(memory);
            is(&object)
        })
    }

    /// The object that a reference points to; other objects are returned as they are. A missing object is
    /// [`Object::Null`].
    pub fn resolve<'a>(&'a self, mut object: &'a Object) -> &'a Object {
        for _ in 0..REFERENCE_LIMIT {
            let Object::Reference((number, _)) = object else { return object };
            let Some(entry) = self.entries.get(number) else { break };
            object = entry.object.get_or_init(|| self.load(*number, entry.location));
        }
        &NULL
    }

    fn load(&self, number: u32, location: Location) -> Object {
        let memory = self.budget.memory_left();
        let object = self.budget.exceeded().ok().and_then(|()| match location {
            Location::Free => None,
            Location::File(at) => {
                let length = |number| self.length(number);
                let (id, object) = xref::indirect_object(self.bytes, at, &self.budget, length).ok()?;
                let object = match &self.decryption {
                    Some(decryption) => decryption.strings(id, object),
                    None => object,
                };
                (id.0 == number).then_some(object)
            }
            Location::ObjectStream(stream) => {
                let stream = self.object_stream(stream)?;
                let at = stream.places.binary_search_by_key(&number, |(number, _)| *number).ok()?;
                let (_, place) = *stream.places.get(at)?;
                let mut lexer = Lexer::new(&stream.data, place, &self.budget);
                let object = lexer.object();
                self.budget.spend(lexer.position() - place + 1).ok()?;
                object.ok()
            }
        });
        object.unwrap_or_else(|| {
            self.budget.release(memory);
            Object::Null
        })
    }

    /// The length of a stream where it is an indirect object, which is not kept.
    fn length(&self, number: u32) -> Option<u64> {
        let location = self.entries.get(&number)?.location;
        if let Location::File(at) = location {
            let mut lexer = Lexer::new(self.bytes, at, &self.budget);
            let is_object = lexer.unsigned().is_some() && lexer.unsigned().is_some() && lexer.keyword(b"obj");
            let length = lexer.unsigned();
            self.budget.spend(lexer.position().saturating_sub(at)).ok()?;
            return length.filter(|_| is_object);
        }
        None
    }

    fn object_stream(&self, number: u32) -> Option<Rc<ObjectStream>> {
        if let Some(known) = self.object_streams.borrow().get(&number) {
            return known.clone();
        }
        let stream = self.load_object_stream(number).map(Rc::new);
        let mut known = self.object_streams.borrow_mut();
        let kept: usize = known.values().flatten().map(|stream| stream.size()).sum();
        if kept + stream.as_ref().map_or(0, |stream| stream.size()) > OBJECT_STREAM_LIMIT {
            known.clear();
        }
        known.insert(number, stream.clone());
        stream
    }

    fn load_object_stream(&self, number: u32) -> Option<ObjectStream> {
        let Location::File(at) = self.entries.get(&number)?.location else { return None };
        let Object::Stream(stream) = self.load(number, Location::File(at)) else { return None };
        // A filter that is an indirect object could be in this very stream.
        let steps = filter::steps(&stream.dict, |object| object)?;
        let data = filter::decode(&self.encoded(&stream)?, steps, OBJECT_STREAM_LIMIT, &self.budget)?;
        let data = data.filter.is_none().then_some(data.bytes)?;
        let first = usize::try_from(stream.dict.get(b"First")?.as_integer()?).ok()?;
        let header = data.get(..first)?;
        let mut lexer = Lexer::new(header, 0, &self.budget);
        let mut places = Vec::new();
        while let (Some(number), Some(place)) = (lexer.unsigned(), lexer.unsigned()) {
            if let (Ok(number), Ok(place)) = (u32::try_from(number), usize::try_from(place)) {
                places.push((number, first.saturating_add(place)));
            }
            if places.len() > OBJECTS_LIMIT {
                return None;
            }
        }
        places.sort_by_key(|(number, _)| *number);
        self.budget.spend(first).ok()?;
        Some(ObjectStream { data, places })
    }

    /// The data of a stream before its filters are undone.
    pub(super) fn encoded<'a>(&'a self, stream: &'a Stream) -> Option<Cow<'a, [u8]>> {
        let range = match &stream.data {
            StreamData::Inline(data) => return Some(Cow::Borrowed(data)),
            StreamData::File(range) => range.clone(),
        };
        let data = self.bytes.get(range)?;
        match (&self.decryption, stream.id) {
            (Some(decryption), Some(id)) => {
                self.budget.spend(data.len()).ok()?;
                decryption.data(id, &stream.dict, data).map(Cow::Owned)
            }
            _ => Some(Cow::Borrowed(data)),
        }
    }

    /// The data of a stream; `None` if it is broken or larger than `limit` bytes.
    pub fn data(&self, stream: &Stream, limit: usize) -> Option<DecodedData> {
        let steps = self.filters(stream)?;
        filter::decode(&self.encoded(stream)?, steps, limit, &self.budget)
    }

    /// The first bytes of the data of a stream.
    pub(super) fn beginning(&self, stream: &Stream, length: usize) -> Option<Vec<u8>> {
        let encoded = self.encoded(stream)?;
        let mut beginning = Vec::with_capacity(length);
        let reader = filter::reader(&encoded, self.filters(stream)?, &self.budget)?;
        reader.take(length as u64).read_to_end(&mut beginning).ok()?;
        Some(beginning)
    }

    /// Counts work on what has been read; `false` if the limit is exceeded.
    pub fn spend(&self, work: usize) -> bool {
        self.budget.spend(work).is_ok()
    }

    /// Whether some work is no more than a small part of what may yet be done.
    pub fn can_afford(&self, work: usize) -> bool {
        self.limit().is_none() && work as u64 <= self.budget.work_left() / 16
    }

    /// The filters of a stream; `None` if they cannot be determined.
    pub(super) fn filters(&self, stream: &Stream) -> Option<Vec<filter::Step>> {
        filter::steps(&stream.dict, |object| self.resolve(object))
    }

    /// The value of a key, unless it is null.
    pub fn get<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
        dict.get(key.as_bytes()).map(|object| self.resolve(object)).filter(|object| **object != Object::Null)
    }

    /// A dictionary, or the dictionary of a stream.
    pub fn dict<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
        self.get(dict, key)?.as_dict()
    }

    /// A stream.
    pub fn stream<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a Stream> {
        self.get(dict, key)?.as_stream()
    }

    /// The items of an array.
    pub fn array<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a [Object]> {
        self.get(dict, key)?.as_array()
    }

    /// A name without its slash.
    pub fn name<'a>(&'a self, dict: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
        self.get(dict, key)?.as_name()
    }

    /// A number.
    pub fn number(&self, dict: &Dictionary, key: &str) -> Option<f64> {
        self.get(dict, key)?.as_number()
    }

    /// A whole number.
    pub fn integer(&self, dict: &Dictionary, key: &str) -> Option<i64> {
        self.get(dict, key)?.as_integer()
    }

    /// `true` or `false`.
    pub fn boolean(&self, dict: &Dictionary, key: &str) -> Option<bool> {
        self.get(dict, key)?.as_boolean()
    }

    /// The numbers of an array; `None` if one of its items is not a number.
    pub fn numbers(&self, dict: &Dictionary, key: &str) -> Option<Vec<f64>> {
        let items = self.array(dict, key)?;
        self.budget.spend(items.len()).ok()?;
        items.iter().map(|object| self.resolve(object).as_number()).collect()
    }

    /// A text string (ISO 32000-1, 7.9.2.2).
    pub fn text(&self, dict: &Dictionary, key: &str) -> Option<String> {
        let bytes = self.get(dict, key)?.as_string()?;
        self.spend(bytes.len()).then(|| text_string::decode(bytes))
    }
}

impl ObjectStream {
    /// What it takes in memory, in bytes.
    fn size(&self) -> usize {
        self.data.len() + self.places.len() * size_of::<(u32, usize)>()
    }
}
