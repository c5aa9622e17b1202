//! Proofs: images laid out separately, to test whether they can be printed.

use serde::Serialize;

use super::edition::{Edition, EditionData};
use super::world::{ENTRY, ReportFiles};
use super::{Layout, Typesetter};
use crate::diagnostic::Diagnostic;
use crate::images::Images;
use crate::report::ImagePath;

const PAGE: &str = include_str!("proof.typ");

/// The data passed to the proof template.
#[derive(Serialize)]
struct Data<'a> {
    edition: EditionData,
    /// The default font.
    fonts: Vec<&'a str>,
    images: Vec<ProofImage>,
}

#[derive(Serialize)]
struct ProofImage {
    file: String,
    /// In millimetres.
    height: f64,
}

impl Typesetter {
    /// Lays out images on separate pages, each at a height in millimetres.
    ///
    /// # Errors
    /// What Typst cannot lay out.
    pub fn proof(
        &self,
        images: &Images,
        placed: &[(&ImagePath, f64)],
        edition: Edition,
    ) -> Result<Layout<'_>, Vec<Diagnostic>> {
        let fonts = self.fonts.book().families().map(|(family, _)| family).take(1).collect();
        let placed = placed
            .iter()
            .filter_map(|(path, height)| Some(ProofImage { file: images.file_name(path)?, height: *height }));
        let data = Data { edition: edition.into(), fonts, images: placed.collect() };
        self.compile(ENTRY, ReportFiles { page: Some(PAGE), ..self.files(&data, super::named(images))? })
    }
}
