//! How large images are printed by the template that the program has.

use super::Images;
use crate::report::{Image, ImagePath, KeyPath, Report, keyed};

/// Where an image stands on the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placement {
    /// On the cover.
    Logo,
    /// Beside the name or the words of a person.
    Portrait,
    /// Beside the name of a supporter.
    SupporterLogo,
    /// Beside the text, in a row of pictures of this height, in micrometres.
    Row(u32),
    /// Over the whole width of a page, before the heading of a section.
    Opening,
    /// Over most of the first page.
    Cover,
}

/// The width of the text, over which a row of images is set, in millimetres (`text-width` in the
/// template's `theme.typ`).
pub(crate) const TEXT_WIDTH: f64 = 123.5;
/// What is between two images of a row, in millimetres (`gutter` in `theme.typ`).
pub(crate) const GUTTER: f64 = 4.0;
/// The height beyond which a row is made narrower, in millimetres (`picture-sizes` in the
/// template's `theme.typ`).
pub(crate) const GREATEST_HEIGHT: f64 = 100.0;
/// The width and height of the box that a logo fills, in millimetres (`picture-sizes` in the template's
/// `theme.typ`).
pub(crate) const LOGO_BOX: (f64, f64) = (70.0, 18.0);
/// The side of the square that a portrait covers, in millimetres (`picture-sizes` in the template's `theme.typ`).
pub(crate) const PORTRAIT_SIZE: f64 = 28.0;
/// The width and height of the box that an opening photograph covers, with the bleed around it, in
/// millimetres (`picture-sizes` in the template's `theme.typ`).
pub(crate) const OPENING_BOX: (f64, f64) = (216.0, 113.0);
/// The width and height of the box that the photograph of the cover covers, likewise, at most.
const COVER_BOX: (f64, f64) = (216.0, 203.0);

/// The width and height of the box that a supporter's logo fills, in millimetres (`picture-sizes` in
/// the template's `theme.typ`).
pub(crate) const SUPPORTER_LOGO_BOX: (f64, f64) = (34.0, 14.0);

impl Placement {
    /// The height in millimetres at which an image is printed, given its size in any unit.
    pub fn printed_height(self, (width, height): (f64, f64)) -> f64 {
        let whole = |(box_width, box_height): (f64, f64)| (box_width * height / width).min(box_height);
        let cut = |(box_width, box_height): (f64, f64)| (box_width * height / width).max(box_height);
        match self {
            Self::Logo => whole(LOGO_BOX),
            Self::Portrait => cut((PORTRAIT_SIZE, PORTRAIT_SIZE)),
            Self::SupporterLogo => whole(SUPPORTER_LOGO_BOX),
            Self::Row(micrometres) => f64::from(micrometres) / 1000.0,
            Self::Opening => cut(OPENING_BOX),
            Self::Cover => cut(COVER_BOX),
        }
    }

    /// The place of images in a row, given the ratio of the width to the height of each.
    pub(crate) fn in_row(ratios: impl Iterator<Item = f64>) -> Self {
        let (count, sum) = ratios.fold((0.0, 0.0), |(count, sum), ratio| (count + 1.0, sum + ratio));
        let height = ((TEXT_WIDTH - GUTTER * (count - 1.0)) / sum).clamp(0.001, GREATEST_HEIGHT);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 100 000")]
        let micrometres = (height * 1000.0).round() as u32;
        Self::Row(micrometres)
    }
}

/// How many images stand in each row of several: three at most, and none alone below others.
pub fn rows(count: usize) -> Vec<usize> {
    const MOST: usize = 3;
    let rows = count.div_ceil(MOST);
    (0..rows).map(|row| (count + rows - 1 - row) / rows).collect()
}

/// Every image that a report names, with the key that names it and its place on the pages.
pub fn placements<'a>(report: &'a Report, images: &Images) -> Vec<(KeyPath, &'a ImagePath, Placement)> {
    let mut placements = Vec::new();
    let logo = report.organization.logo.iter();
    placements.extend(logo.map(|logo| (KeyPath::from("organization.logo"), logo, Placement::Logo)));
    let cover = report.cover.iter().map(|cover| &cover.image.file);
    placements.extend(cover.map(|file| (KeyPath::from("cover.image.file"), file, Placement::Cover)));
    placements.extend(report.portraits().map(|(key, path)| (key, path, Placement::Portrait)));
    placements.extend(report.supporter_logos().map(|(key, path)| (key, path, Placement::SupporterLogo)));
    for (path, work) in report.activities.works() {
        in_rows(keyed(&path, work.image.as_ref(), &work.images), images, &mut placements);
    }
    let projects = report.projects.iter().flat_map(|projects| &projects.items).enumerate();
    for (index, project) in projects {
        let path = KeyPath::from("projects.items").item(index);
        in_rows(keyed(&path, project.image.as_ref(), &project.images), images, &mut placements);
    }
    for (index, section) in report.sections.iter().enumerate() {
        let path = KeyPath::from("sections").item(index);
        let mut image = section.image.as_ref();
        if images.opening(section).is_some()
            && let Some(image) = image.take()
        {
            placements.push((path.key("image").key("file"), &image.file, Placement::Opening));
        }
        in_rows(keyed(&path, image, &section.images), images, &mut placements);
        if let Some(portrait) = section.quote.as_ref().and_then(|quote| quote.portrait.as_ref()) {
            placements.push((path.key("quote").key("portrait"), portrait, Placement::Portrait));
        }
    }
    placements
}

fn in_rows<'a>(
    pictures: impl Iterator<Item = (KeyPath, &'a Image)>,
    images: &Images,
    placements: &mut Vec<(KeyPath, &'a ImagePath, Placement)>,
) {
    // An image that could not be read is in no row.
    let read: Vec<_> = pictures
        .filter_map(|(key, image)| Some((key.key("file"), &image.file, images.get(&image.file)?.ratio())))
        .collect();
    let mut rest = read.as_slice();
    for count in rows(read.len()) {
        let Some((row, below)) = rest.split_at_checked(count) else { return };
        let placement = Placement::in_row(row.iter().map(|(_, _, ratio)| *ratio));
        placements.extend(row.iter().map(|(key, path, _)| (key.clone(), *path, placement)));
        rest = below;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(height: f64, expected: f64) -> bool {
        (height - expected).abs() < 1e-9
    }

    #[test]
    fn an_image_fills_its_box_in_one_direction() {
        assert!(near(Placement::Logo.printed_height((100.0, 100.0)), 18.0));
        assert!(near(Placement::Logo.printed_height((700.0, 70.0)), 7.0));
        assert!(near(Placement::Opening.printed_height((400.0, 300.0)), 162.0));
        assert!(near(Placement::Opening.printed_height((1000.0, 100.0)), 113.0));
    }

    /// 123.5 mm less a gutter of 4 mm, shared by ratios of 1.5 and 0.75, are 53.1 mm high.
    #[test]
    fn images_in_a_row_are_of_one_height() {
        assert_eq!(Placement::in_row([2.47].into_iter()), Placement::Row(50_000));
        assert_eq!(Placement::in_row([0.5].into_iter()), Placement::Row(100_000));
        assert_eq!(Placement::in_row([1.5, 0.75].into_iter()), Placement::Row(53_111));
    }

    #[test]
    fn rows_are_as_even_as_they_can_be() {
        let rows: Vec<Vec<usize>> = (0..8).map(super::rows).collect();
        let expected: [&[usize]; 8] = [&[], &[1], &[2], &[3], &[2, 2], &[3, 2], &[3, 3], &[3, 2, 2]];
        assert_eq!(rows, expected);
    }
}
