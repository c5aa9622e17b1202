//! Metadata in addition to Typst's: the producer, the keywords and the copyright notice.

use lopdf::{Document, Result, text_string};
use xmp_writer::XmpWriter;

use super::CREATOR;
use crate::document::FileMetadata;

/// The value of `Producer`.
fn producer() -> String {
    format!("{CREATOR} (Typst {})", typst::utils::version().raw())
}

/// Writes metadata to the information dictionary.
pub(super) fn into_dictionary(document: &mut Document, metadata: &FileMetadata) -> Result<()> {
    let info = document.trailer.get(b"Info")?.as_reference()?;
    let info = document.get_dictionary_mut(info)?;
    info.set("Producer", text_string(&producer()));
    info.set("Keywords", text_string(&metadata.keywords()));
    Ok(())
}

/// Writes metadata to an XMP packet.
pub(super) fn into_xmp<'a>(xmp: &mut XmpWriter<'a>, metadata: &'a FileMetadata) {
    xmp.producer(&producer()).pdf_keywords(&metadata.keywords()).rights([(None, metadata.rights.as_str())]);
}

/// Adds metadata to the information dictionary and to the XMP packet written by Typst.
///
/// # Errors
/// If either is missing.
pub(super) fn add(document: &mut Document, metadata: &FileMetadata) -> Result<()> {
    const BEGIN: &str = "<rdf:Description";
    const END: &str = "</rdf:Description>";
    into_dictionary(document, metadata)?;
    let mut xmp = XmpWriter::new();
    into_xmp(&mut xmp, metadata);
    let packet = xmp.finish(None);
    // A packet may contain several descriptions of the same resource (ISO 16684-1, 7.4).
    let description = packet
        .find(BEGIN)
        .zip(packet.find(END))
        .and_then(|(begin, end)| packet.get(begin..end + END.len()))
        .ok_or_else(|| missing(BEGIN))?;
    let id = document.catalog()?.get(b"Metadata")?.as_reference()?;
    let stream = document.get_object_mut(id)?.as_stream_mut()?;
    let written = String::from_utf8(stream.get_plain_content()?).map_err(|_| missing("Metadata"))?;
    let (before, after) = written.rsplit_once(END).ok_or_else(|| missing(END))?;
    stream.set_plain_content(format!("{before}{END}{description}{after}").into_bytes());
    Ok(())
}

fn missing(what: &str) -> lopdf::Error {
    lopdf::Error::DictKey(what.to_owned())
}
