//! Improves the tagging of a PDF for assistive technology.
//!
//! Typst tags its PDFs according to PDF/UA-1. These steps make improvements that the standard does not require and
//! validators do not check:
//!
//! | step            | change                                                          |
//! |-----------------|-----------------------------------------------------------------|
//! | [`languages`]   | foreign words get an element with their language                |
//! | [`whole_words`] | a word is no longer split between marked-content sequences      |
//! | [`lists`]       | empty labels are removed, and nested lists moved into items     |
//! | [`links`]       | links get Lithuanian descriptions                               |

mod languages;
mod links;
mod lists;
mod sequences;
mod structure;
mod whole_words;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Operation;
use lopdf::{Document, ObjectId, Result};

use super::page_contents;
use sequences::{Part, sequences};
use structure::{Sequence, Structure};

/// The tagging of a document. It is improved in its pages one by one, and then in its structure tree.
pub(super) struct Tagging {
    structure: Structure,
    /// The element of each sequence, and the index of the sequence among its kids.
    places: BTreeMap<Sequence, (ObjectId, usize)>,
    /// The sequences in a different language than their surroundings.
    foreign: BTreeSet<Sequence>,
    /// The sequences that have been joined to others.
    joined: BTreeSet<Sequence>,
}

impl Tagging {
    /// Reads the structure of a document, and gives it elements for foreign words.
    ///
    /// # Errors
    /// If the document was not tagged by Typst.
    pub(super) fn of(document: &mut Document) -> Result<Self> {
        let mut structure = Structure::read(document)?;
        let mut languages = BTreeMap::new();
        for page in document.page_iter() {
            let mut parts = sequences::parts(page_contents::read(document, page)?);
            let sequences = sequences(page, &mut parts);
            languages.extend(sequences.filter_map(|(sequence, marked)| Some((sequence, marked.lang()?))));
        }
        let foreign = languages::mark(document, &mut structure, languages)?;
        let places = structure.places();
        Ok(Self { structure, places, foreign, joined: BTreeSet::new() })
    }

    /// Changes the content of a page to match the structure, and joins its sequences.
    pub(super) fn complete_page(&mut self, page: ObjectId, operations: Vec<Operation>) -> Vec<Operation> {
        let mut parts: Vec<Part> = sequences::parts(operations);
        for (sequence, marked) in sequences(page, &mut parts) {
            if !self.foreign.contains(&sequence) {
                marked.remove_lang();
            }
        }
        let (parts, joined) = whole_words::join_sequences(page, parts, &self.places);
        self.joined.extend(joined);
        sequences::operations(parts)
    }

    /// Completes the structure after the pages, and writes it to the document that it was read from.
    ///
    /// # Errors
    /// If it is a different document.
    pub(super) fn write(mut self, document: &mut Document) -> Result<()> {
        self.structure.remove_sequences(&self.joined);
        lists::complete(document, &mut self.structure)?;
        self.structure.remove_empty_groups();
        links::describe(document)?;
        self.structure.write(document)
    }
}
