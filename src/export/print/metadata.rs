//! Metadata, in the document information dictionary and in XMP (ISO 16684-1).

use std::fmt::Write;

use lopdf::{Document, Object, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};
use typst::ecow::EcoString;
use typst::foundations::{Datetime, Smart};
use typst::model::DocumentInfo;
use xmp_writer::{DateTime, Namespace, RenditionClass, Timezone, XmpWriter};

use crate::document::FileMetadata;
use crate::export::{CREATOR, file_metadata};
use crate::press::FinishError;
use crate::press::pdf_x4;

/// Writes the metadata: the standards, title, author and dates, and an identifier derived from the content.
pub(super) fn complete(
    document: &mut Document,
    info: &DocumentInfo,
    metadata: Option<&FileMetadata>,
) -> Result<(), FinishError> {
    let dict = document.trailer.get(b"Info")?.as_reference()?;
    let dict = document.get_dictionary_mut(dict)?;
    dict.set("GTS_PDFXVersion", Object::string_literal(pdf_x4::NAME));
    dict.set("Trapped", "False");
    if let Some(metadata) = metadata {
        file_metadata::into_dictionary(document, metadata)?;
    }

    document.trailer.remove(b"ID");
    document.catalog_mut()?.remove(b"Metadata");
    let identity = identity(document)?;
    let xmp = xmp(info, metadata, &identity)?;
    let packet = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp.into_bytes());
    let packet = document.add_object(packet.with_compression(false));
    document.catalog_mut()?.set("Metadata", packet);
    let identity = Object::String(identity.to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![identity.clone(), identity]);
    Ok(())
}

/// An identifier for the file: the first half of the SHA-256 of its content so far.
fn identity(document: &mut Document) -> Result<[u8; 16], FinishError> {
    let mut content = Vec::new();
    document.save_to(&mut content)?;
    let [first, _] = *Sha256::digest(&content).as_chunks().0 else { return Ok([0; 16]) };
    Ok(first)
}

fn xmp(info: &DocumentInfo, metadata: Option<&FileMetadata>, identity: &[u8]) -> Result<String, FinishError> {
    let title = info.title.as_deref().ok_or(FinishError::NoTitle)?;
    let date = match info.date {
        Smart::Custom(Some(date)) => midnight(date).ok_or(FinishError::NoDate)?,
        _ => return Err(FinishError::NoDate),
    };
    let mut xmp = XmpWriter::new();
    xmp.title([(None, title)])
        .creator(info.author.iter().map(EcoString::as_str))
        .format("application/pdf")
        .creator_tool(CREATOR)
        .create_date(date)
        .modify_date(date)
        .metadata_date(date)
        .document_id(&uuid(identity))
        .version_id("1")
        .rendition_class(RenditionClass::Default)
        .trapped(false)
        .pdfx_version(pdf_x4::NAME)
        .pdfa_part(2)
        .pdfa_conformance("B");
    if let Some(metadata) = metadata {
        file_metadata::into_xmp(&mut xmp, metadata);
    }
    describe_extensions(&mut xmp);
    Ok(xmp.finish(None))
}

/// Describes the properties that PDF/A does not predefine (ISO 19005-2, 6.6.2.3).
fn describe_extensions(xmp: &mut XmpWriter<'_>) {
    let mut schemas = xmp.extension_schemas();
    schemas.pdf().properties().describe_trapped();
    let mut schema = schemas.add_schema();
    schema.namespace(Namespace::PdfXId);
    schema
        .properties()
        .add_property()
        .category(true)
        .description("The version of the PDF/X standard to which the document conforms")
        .name("GTS_PDFXVersion")
        .value_type("Text");
}

/// Midnight UTC, as in the information dictionary written by Typst.
fn midnight(date: Datetime) -> Option<DateTime> {
    Some(DateTime {
        year: date.year()?.try_into().ok()?,
        month: date.month(),
        day: date.day(),
        hour: Some(0),
        minute: Some(0),
        second: Some(0),
        timezone: Some(Timezone::Utc),
    })
}

fn uuid(identity: &[u8]) -> String {
    let mut uuid = String::from("uuid:");
    for (index, byte) in identity.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            uuid.push('-');
        }
        // Writing to a `String` cannot fail.
        let _ = write!(uuid, "{byte:02x}");
    }
    uuid
}
