//! The images embedded in the text of an SVG.
//!
//! Typst parses the text of a drawing again, so an embedded image whose colours it would lose is replaced in the text.

use std::collections::HashMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use data_url::DataUrl;

use super::{NESTED_IMAGES, unpack, xml};
use crate::images::raster::Raster;

/// Files that replace others, by the bytes of those.
pub(super) type Replacements = HashMap<Vec<u8>, Vec<u8>>;

/// The text with some of the images in it replaced, and those in the drawings in it; `None` if there are none.
pub(super) fn replaced(text: &str, replacements: &Replacements) -> Option<String> {
    replaced_in(text, replacements, NESTED_IMAGES)
}

fn replaced_in(text: &str, replacements: &Replacements, depth: usize) -> Option<String> {
    if replacements.is_empty() {
        return None;
    }
    let document = xml(text).ok()?;
    let attributes = document.descendants().flat_map(|node| node.attributes());
    let mut edits: Vec<_> = attributes
        .filter(|attribute| attribute.name() == "href")
        .filter_map(|attribute| {
            Some((attribute.range_value(), replacement(attribute.value(), replacements, depth)?))
        })
        .collect();
    // An element that an entity repeats has one place in the text.
    edits.sort_by_key(|(range, _)| range.start);
    edits.dedup_by_key(|(range, _)| range.start);
    let mut edited = String::with_capacity(text.len());
    let mut end = 0;
    for (range, address) in &edits {
        edited.push_str(text.get(end..range.start)?);
        edited.push_str(address);
        end = range.end;
    }
    edited.push_str(text.get(end..)?);
    (!edits.is_empty()).then_some(edited)
}

/// The address of an image that replaces the one of an address.
fn replacement(address: &str, replacements: &Replacements, depth: usize) -> Option<String> {
    let (data, _) = DataUrl::process(address).ok()?.decode_to_vec().ok()?;
    if let Some(other) = replacements.get(&data) {
        return Some(data_address(Raster::format(other)?.to_mime_type(), other));
    }
    if Raster::format(&data).is_some() {
        return None;
    }
    let unpacked = unpack(&data).ok()?;
    let text = replaced_in(std::str::from_utf8(&unpacked).ok()?, replacements, depth.checked_sub(1)?)?;
    Some(data_address("image/svg+xml", text.as_bytes()))
}

fn data_address(kind: &str, data: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(data))
}
