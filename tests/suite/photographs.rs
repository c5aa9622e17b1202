//! Photographs are on the column grid, next to their captions, and extend to the edges of a page where they open a
//! section.

use std::fmt::Write as _;
use std::sync::LazyLock;

use ataskaita::export::Press;
use hayro::vello_cpu::kurbo::Rect;
use image::{Rgb, RgbImage};
use tempfile::TempDir;

use crate::community::boxes;
use crate::drawing::{MM, places};
use crate::full_report::MINIMAL;
use crate::pdf::{File, squeeze};
use crate::press::{print_cleanly, print_for};

/// The left edge of the text, the width of a column, and the space between columns and between images.
const TEXT_LEFT: f64 = 64.5 * MM;
const COLUMN: f64 = (166.0 - 44.0) / 12.0 * MM;
const GUTTER: f64 = 4.0 * MM;
const TEXT_COLUMNS: f64 = 9.0;
/// The maximum height of an image.
const MOST: f64 = 100.0 * MM;

/// The images: their names, pixels and colours.
const IMAGES: [(&str, (u32, u32), [u8; 3]); 6] = [
    ("gulscias", (1500, 1000), [40, 90, 160]),
    ("siauras", (1500, 1125), [200, 120, 40]),
    ("stacias", (1000, 1500), [40, 140, 70]),
    ("kvadratas", (1200, 1200), [120, 120, 120]),
    ("panorama", (2000, 500), [170, 40, 60]),
    ("atvartas", (2600, 1400), [20, 100, 90]),
];

/// The images of each item, and the number of images in each of their rows.
const ITEMS: [(&[&str], &[usize]); 9] = [
    (&["gulscias"], &[1]),
    (&["gulscias", "stacias"], &[2]),
    (&["stacias", "stacias", "siauras"], &[3]),
    (&["gulscias", "siauras", "kvadratas", "gulscias"], &[2, 2]),
    (&["gulscias", "stacias", "kvadratas", "panorama", "stacias", "siauras", "gulscias"], &[3, 1, 3]),
    (&["kvadratas"], &[1]),
    (&["stacias"], &[1]),
    (&["panorama"], &[1]),
    (&["stacias", "stacias"], &[2]),
];

/// The folder with the images, the report, and its screen edition.
static PHOTOGRAPHS: LazyLock<(TempDir, String, Vec<u8>)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    for (name, (width, height), color) in IMAGES {
        RgbImage::from_pixel(width, height, Rgb(color))
            .save(folder.path().join(format!("{name}.png")))
            .unwrap();
    }
    let mut items = String::from("  image: { file: atvartas.png, alt: Atvartas }\n  items:\n");
    for (item, (images, _)) in ITEMS.iter().enumerate() {
        writeln!(items, "    - text: Darbas {item} buvo ilgas.\n      images:").unwrap();
        for (index, image) in images.iter().enumerate() {
            writeln!(
                items,
                "        - {{ file: {image}.png, alt: Vaizdas {item}-{index}, caption: Čia {item}-{index}., \
                 credit: Kūrė {item}-{index} }}"
            )
            .unwrap();
        }
    }
    let yaml = MINIMAL.replace("  items:\n    - Susitikome.\n", &items);
    let pdf = print_cleanly(&yaml, folder.path());
    (folder, yaml, pdf)
});

fn file() -> File {
    File::read(&PHOTOGRAPHS.2)
}

/// The page and the box of each image, by item and row.
fn rows(file: &File) -> Vec<Vec<Vec<(usize, Rect, String)>>> {
    let of_item = |(item, (images, counts)): (usize, &(&[&str], &[usize]))| {
        let names: Vec<String> = (0..images.len()).map(|index| format!("Vaizdas {item}-{index}")).collect();
        let found = boxes(file, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut found = found.into_iter().enumerate().map(|(index, (page, [left, top, right, bottom]))| {
            (page, Rect::new(left, top, right, bottom), format!("{item}-{index}"))
        });
        counts.iter().map(|count| found.by_ref().take(*count).collect()).collect()
    };
    ITEMS.iter().enumerate().map(of_item).collect()
}

#[test]
fn rows_of_photographs_are_on_the_column_grid() {
    let file = file();
    for (item, (rows, (images, _))) in rows(&file).into_iter().zip(ITEMS).enumerate() {
        let mut images = images.iter();
        let mut above: Option<(usize, Rect)> = None;
        for row in rows {
            let (page, first, _) = row[0];
            assert!((first.x0 - TEXT_LEFT).abs() < 0.5, "{item}: {first:?}");
            assert!(first.height() < MOST + 0.5, "{item}: {first:?}");
            for ((other_page, place, name), image) in row.iter().zip(images.by_ref()) {
                assert_eq!(*other_page, page, "{name}");
                assert!((place.y0 - first.y0).abs() < 0.5 && (place.y1 - first.y1).abs() < 0.5, "{name}");
                let (_, (width, height), _) = IMAGES.iter().find(|(name, ..)| name == image).unwrap();
                let ratio = f64::from(*width) / f64::from(*height);
                assert!(
                    (place.width() / place.height() / ratio - 1.0).abs() < 0.01,
                    "{name} is not cropped: {place:?}"
                );
            }
            for pair in row.windows(2) {
                assert!((pair[1].1.x0 - pair[0].1.x1 - GUTTER).abs() < 0.5, "{item}: {row:?}");
            }
            // The row ends where a column ends: several images where the text does.
            let columns = (row.last().unwrap().1.x1 - TEXT_LEFT + GUTTER) / (COLUMN + GUTTER);
            assert!((columns - columns.round()).abs() < 0.03, "{item}: {columns} columns");
            assert!(row.len() == 1 || (columns - TEXT_COLUMNS).abs() < 0.03, "{item}: {columns} columns");
            if let Some((page_above, above)) = above.replace((page, first)) {
                assert!(page > page_above || first.y0 > above.y1, "{item}: rows are in order");
            }
        }
    }
}

#[test]
fn captions_and_credits_are_aligned_with_their_photographs() {
    let file = file();
    for row in rows(&file).into_iter().flatten() {
        let mut tops = Vec::new();
        for (page, image, name) in row {
            let page = &file.pages[page];
            let place = |words: String| {
                let found = places(page, &words);
                assert_eq!(found.len(), 1, "{words}: {found:?}");
                found[0]
            };
            let (caption, credit) = (place(format!("Čia {name}.")), place(format!("Kūrė {name}")));
            for (words, place) in [("caption", caption), ("credit", credit)] {
                assert!((place.x0 - image.x0).abs() < 1.5, "the {words} of {name}: {place:?} {image:?}");
            }
            let gap = caption.y0 - image.y1;
            assert!((3.0..8.0).contains(&gap), "{name} has its caption {gap} pt below");
            assert!(credit.y0 > caption.y1 && credit.y0 < caption.y1 + 8.0, "{name}: {caption:?} {credit:?}");
            tops.push(caption.y0);
        }
        assert!(tops.iter().all(|top| (top - tops[0]).abs() < 0.5), "{tops:?}");
    }
}

/// Each image is painted in its whole box, and nowhere else.
#[test]
fn photographs_are_painted_in_their_boxes() {
    const SCALE: f64 = 60.0 / 72.0;
    let file = file();
    let rows = rows(&file);
    let page = rows[1][0][0].0;
    let pixels = file.render(page, 60.0);
    let painted = |x: f64, y: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside the page")]
        let (x, y) = ((x * SCALE) as u32, (y * SCALE) as u32);
        pixels.get_pixel(x, y).0
    };
    let mut checked = 0;
    for (item, (images, _)) in ITEMS.iter().enumerate() {
        let places = rows[item].iter().flatten().filter(|(of, ..)| *of == page);
        for ((_, place, name), image) in places.zip(*images) {
            let (.., color) = IMAGES.iter().find(|(name, ..)| name == image).unwrap();
            let near = |pixel: [u8; 3]| pixel.iter().zip(color).all(|(a, b)| a.abs_diff(*b) < 4);
            let inner = place.inset(-2.0);
            for (x, y) in
                [(inner.x0, inner.y0), (inner.x1, inner.y0), (inner.x0, inner.y1), (inner.x1, inner.y1)]
            {
                assert!(near(painted(x, y)), "{name} at {x}, {y}: {:?}", painted(x, y));
            }
            assert!(!near(painted(place.x0 - 3.0, place.y0 - 3.0)), "{name}");
            checked += 1;
        }
    }
    assert!(checked >= 2, "{checked} images on page {}", page + 1);
}

/// In print, it covers the bleed at the top and on both sides.
#[test]
fn a_photograph_that_opens_a_section_bleeds() {
    let (folder, yaml, pdf) = &*PHOTOGRAPHS;
    let screen = File::read(pdf);
    // The box of an image includes what is cropped.
    let [(page, [left, top, right, _])] = boxes(&screen, &["Atvartas"])[..] else { panic!("one image") };
    let trimmed = &screen.pages[page];
    assert!(left < 0.5 && top < 0.5 && right > trimmed.width - 0.5, "{left} {top} {right}");

    let print = File::read(&print_for(&Press::default(), yaml, folder.path()));
    let bleed = 3.0 * MM;
    assert!((print.pages[page].width - trimmed.width - 2.0 * bleed).abs() < 0.1);
    let pixels = print.render(page, 72.0);
    let (width, height) = pixels.dimensions();
    let color = *pixels.get_pixel(width / 2, 20);
    assert!(color.0.iter().any(|channel| *channel < 150), "there is a photograph: {color:?}");
    let near = |x: u32, y: u32| {
        let pixel = pixels.get_pixel(x, y).0;
        pixel.iter().zip(color.0).all(|(a, b)| a.abs_diff(b) < 6)
    };
    let foot = (0..height).find(|y| !near(width / 2, *y)).unwrap();
    assert!(f64::from(foot) > 60.0 * MM, "it is {foot} pt high");
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few points")]
    let trim = bleed.round() as u32;
    for y in [0, trim, foot / 2, foot - 2] {
        for x in [0, trim, width / 3, width - trim, width - 1] {
            assert!(near(x, y), "at {x}, {y} of {width} × {height}: {:?}", pixels.get_pixel(x, y));
        }
    }
    assert!(!near(0, foot + 1) && !near(width - 1, foot + 1), "it ends at {foot}");
}

/// The texts that follow come before a photograph that does not fit, so that no page ends early.
#[test]
fn text_continues_before_a_photograph_that_does_not_fit() {
    let (folder, ..) = &*PHOTOGRAPHS;
    let mut items = String::new();
    for number in 0..30 {
        let text = format!(
            "Darbas numeris {number} truko ilgai. Jį dirbome kartu su kaimynais, kurie padėjo ir patarė."
        );
        match number % 5 {
            3 => writeln!(
                items,
                "    - {{ text: \"{text}\", image: {{ file: stacias.png, alt: Vaizdas {number} }} }}"
            ),
            _ => writeln!(items, "    - \"{text}\""),
        }
        .unwrap();
    }
    let yaml = MINIMAL.replace("    - Susitikome.\n", &items);
    let file = File::read(&print_cleanly(&yaml, folder.path()));
    let page_of = |number: usize| {
        let words = format!("Darbas numeris {number} truko");
        (0..file.pages.len()).find(|page| !places(&file.pages[*page], &words).is_empty()).unwrap()
    };
    let mut deferred = 0;
    for number in (3..30).step_by(5) {
        let (page, _) = boxes(&file, &[&format!("Vaizdas {number}")])[0];
        assert!(page >= page_of(number), "the photograph {number} follows its text");
        if page > page_of(number) {
            deferred += 1;
            assert_eq!(
                page_of(number + 1),
                page_of(number),
                "the next text continues on the page of {number}"
            );
        }
    }
    assert!(deferred > 0, "a photograph does not fit");
    // The pages of the section but the last are full.
    let headings = file.structure.all("H1");
    let start =
        |title: &str| headings.iter().find(|heading| squeeze(&heading.text()) == title).unwrap().pages()[0];
    for number in start("Nuveikti darbai")..page_of(29) {
        let page = &file.pages[number];
        let foot = page.height - 20.0 * MM;
        let words = page.glyphs.iter().filter(|glyph| !glyph.artifact && glyph.ink.y1 < foot);
        let last = words.map(|glyph| glyph.ink.y1).fold(0.0, f64::max);
        assert!(last > 0.8 * page.height, "page {} ends at {last} of {}", number + 1, page.height);
    }
}
