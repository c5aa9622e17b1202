//! Images on the pages.

use serde::Serialize;

use super::{ImageOrigin, RichText, Text, lithuanian};
use crate::images::Images;
use crate::report::{Image, ImagePath, KeyPath};

/// An image on the page.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// The name of its file in the report's [`Images`].
    pub file: String,
    /// Its origin in the report.
    pub origin: ImageOrigin,
    /// The aspect ratio: width divided by height.
    pub ratio: f64,
    /// The alternative text.
    pub alt: String,
    /// The caption.
    pub caption: Option<RichText>,
    /// The credit line.
    pub credit: Option<Text>,
}

impl ImageView {
    /// An image without a caption. Returns `None` if the image could not be read, which [`Images::read`] reports.
    /// `origin` is the path of the value with the file path, or of the image that contains it.
    pub(super) fn new(path: &ImagePath, origin: &KeyPath, alt: String, images: &Images) -> Option<Self> {
        let ratio = images.get(path)?.ratio();
        let file = images.file_name(path)?;
        Some(Self { file, origin: origin.into(), ratio, alt, caption: None, credit: None })
    }

    /// An image with its alternative text, caption and credit. Returns `None` if the image could not be read.
    pub(super) fn with_text(image: &Image, origin: &KeyPath, images: &Images) -> Option<Self> {
        Some(Self {
            caption: image.caption.as_ref().map(|caption| RichText::new(caption, &origin.key("caption"))),
            credit: Text::optional(image.credit.as_ref(), origin, "credit"),
            ..Self::new(&image.file, origin, lithuanian::line(&image.alt), images)?
        })
    }
}

/// From this ratio on, an image is a panorama, next to which others would be tiny.
const PANORAMA: f64 = 3.0;

/// The images of an item, arranged in rows. A panorama has a row of its own.
pub(super) fn in_rows<'a>(
    pictures: impl Iterator<Item = (KeyPath, &'a Image)>,
    images: &Images,
) -> Vec<Vec<ImageView>> {
    let views: Vec<ImageView> =
        pictures.filter_map(|(path, image)| ImageView::with_text(image, &path, images)).collect();
    let ratios: Vec<f64> = views.iter().map(|view| view.ratio).collect();
    let mut views = views.into_iter();
    rows_of(&ratios).into_iter().map(|count| views.by_ref().take(count).collect()).collect()
}

/// The number of images in each row, from their ratios.
fn rows_of(ratios: &[f64]) -> Vec<usize> {
    let runs = ratios.chunk_by(|before, after| *before < PANORAMA && *after < PANORAMA);
    runs.flat_map(|run| rows(run.len())).collect()
}

/// The number of images in each row: at most three, and never a single one below other rows.
fn rows(count: usize) -> Vec<usize> {
    const MAX: usize = 3;
    let rows = count.div_ceil(MAX);
    (0..rows).map(|row| (count + rows - 1 - row) / rows).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panorama_has_its_own_row() {
        assert_eq!(
            super::rows_of(&[1.5, 0.7, 4.0, 1.0, 1.3, 1.5, 0.8, 3.0, 5.0, 2.9, 0.7]),
            [2, 1, 2, 2, 1, 1, 2]
        );
        assert!(super::rows_of(&[]).is_empty());
    }

    #[test]
    fn rows_are_as_even_as_possible() {
        let rows: Vec<Vec<usize>> = (0..8).map(super::rows).collect();
        let expected: [&[usize]; 8] = [&[], &[1], &[2], &[3], &[2, 2], &[3, 2], &[3, 3], &[3, 2, 2]];
        assert_eq!(rows, expected);
    }
}
