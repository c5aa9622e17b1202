//! Pictures on the pages.

use serde::Serialize;

use super::{RichText, lithuanian};
use crate::images::{Images, rows};
use crate::report::{Image, ImagePath};

/// A picture on the page.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// The name of its file among the report's [`Images`].
    pub file: String,
    /// Its width, where its height is one.
    pub ratio: f64,
    /// What it shows.
    pub alt: String,
    /// Text below it.
    pub caption: Option<RichText>,
    /// Whose work it is.
    pub credit: Option<String>,
}

impl ImageView {
    /// A picture without a text of its own. `None` where it was not read, which [`Images::read`] has then said.
    pub(super) fn new(path: &ImagePath, alt: String, images: &Images) -> Option<Self> {
        let ratio = images.get(path)?.ratio();
        Some(Self { file: images.file_name(path)?, ratio, alt, caption: None, credit: None })
    }

    /// A picture with its text, likewise.
    pub(super) fn with_text(image: &Image, images: &Images) -> Option<Self> {
        Some(Self {
            caption: image.caption.as_ref().map(RichText::from),
            credit: image.credit.as_ref().map(lithuanian::line),
            ..Self::new(&image.file, lithuanian::line(&image.alt), images)?
        })
    }
}

/// The pictures of an item in the rows in which they stand.
pub(super) fn in_rows<'a>(pictures: impl Iterator<Item = &'a Image>, images: &Images) -> Vec<Vec<ImageView>> {
    let views: Vec<ImageView> = pictures.filter_map(|image| ImageView::with_text(image, images)).collect();
    let mut views = views.into_iter();
    rows(views.len()).into_iter().map(|count| views.by_ref().take(count).collect()).collect()
}
