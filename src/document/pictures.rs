//! Pictures on the pages.

use serde::Serialize;

use super::{PictureOrigin, RichText, Text, lithuanian};
use crate::images::Images;
use crate::report::{Image, ImagePath, KeyPath};

/// A picture on the page.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    /// The name of its file among the report's [`Images`].
    pub file: String,
    /// Where it comes from.
    pub origin: PictureOrigin,
    /// Its width, where its height is one.
    pub ratio: f64,
    /// What it shows.
    pub alt: String,
    /// Text below it.
    pub caption: Option<RichText>,
    /// Whose work it is.
    pub credit: Option<Text>,
}

impl ImageView {
    /// A picture without a text of its own. `None` where it was not read, which [`Images::read`] has then said.
    /// `origin` is the key under which the path stands, or that of the picture to which it belongs.
    pub(super) fn new(path: &ImagePath, origin: &KeyPath, alt: String, images: &Images) -> Option<Self> {
        let ratio = images.get(path)?.ratio();
        let file = images.file_name(path)?;
        Some(Self { file, origin: origin.into(), ratio, alt, caption: None, credit: None })
    }

    /// A picture with its text. `None` as for a picture without one.
    pub(super) fn with_text(image: &Image, origin: &KeyPath, images: &Images) -> Option<Self> {
        Some(Self {
            caption: image.caption.as_ref().map(|caption| RichText::new(caption, &origin.key("caption"))),
            credit: Text::optional(image.credit.as_ref(), origin, "credit"),
            ..Self::new(&image.file, origin, lithuanian::line(&image.alt), images)?
        })
    }
}

/// The pictures of an item in the rows in which they stand.
pub(super) fn in_rows<'a>(
    pictures: impl Iterator<Item = (KeyPath, &'a Image)>,
    images: &Images,
) -> Vec<Vec<ImageView>> {
    let views: Vec<ImageView> =
        pictures.filter_map(|(path, image)| ImageView::with_text(image, &path, images)).collect();
    let mut views = views.into_iter();
    rows(views.len()).into_iter().map(|count| views.by_ref().take(count).collect()).collect()
}

/// How many pictures stand in each row of several: three at most, and none alone below others.
fn rows(count: usize) -> Vec<usize> {
    const MOST: usize = 3;
    let rows = count.div_ceil(MOST);
    (0..rows).map(|row| (count + rows - 1 - row) / rows).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_as_even_as_they_can_be() {
        let rows: Vec<Vec<usize>> = (0..8).map(super::rows).collect();
        let expected: [&[usize]; 8] = [&[], &[1], &[2], &[3], &[2, 2], &[3, 2], &[3, 3], &[3, 2, 2]];
        assert_eq!(rows, expected);
    }
}
