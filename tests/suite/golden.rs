//! Compares pages with reference images that have been reviewed.
//!
//! `UPDATE_GOLDEN=1 cargo test golden` updates `tests/golden/`. Review the changes before committing them.

use std::fs;
use std::path::{Path, PathBuf};

use image::RgbImage;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

use crate::pdf::{File, squeeze};

const DOTS_PER_INCH: f32 = 60.0;
/// The mean difference, out of 255, that rounding on another processor may cause.
const MEAN: f64 = 0.4;
/// From this difference on, out of 255, pixels differ clearly.
const CLEAR: u8 = 64;
/// How many in 10 000 pixels may differ clearly: fewer than those of a word.
const SHARE: usize = 3;

#[test]
fn golden_pages_of_the_real_report() {
    let file = File::read(crate::real_report::pdf());
    let pages = (0..file.pages.len()).map(|page| (format!("2023-{:02}", page + 1), page));
    compare(&file, "2023-", &pages.collect::<Vec<_>>());
}

/// The pages with content that the real report does not have.
#[test]
fn golden_pages_of_the_report_with_everything() {
    let file = File::read(crate::full_report::full_pdf());
    let page =
        |title: &str| file.bookmarks.iter().find(|bookmark| squeeze(&bookmark.title) == title).unwrap().page;
    let pages = [
        ("full-cover".to_owned(), 0),
        ("full-contents".to_owned(), page("Turinys")),
        ("full-free-section".to_owned(), page("Pirmininkės žodis")),
        ("full-members".to_owned(), page("Sąjungos nariai")),
        ("full-numbers".to_owned(), page("Metai lapais ir skaičiais")),
        ("full-activities".to_owned(), page("Ką nuveikėme") + 1),
        ("full-finance".to_owned(), page("Pinigai")),
        ("full-finance-tables".to_owned(), page("Pinigai") + 1),
        ("full-plans".to_owned(), page("Ką darysime 2023 metais")),
    ];
    compare(&file, "full-", &pages);
}

/// Checks that the comparison can fail.
#[test]
fn golden_comparison_detects_a_changed_word() {
    let render = |yaml: &str| {
        File::read(&crate::press::print_cleanly(yaml, Path::new(crate::press::ROOT))).render(2, DOTS_PER_INCH)
    };
    let page = render(crate::full_report::MINIMAL);
    assert_eq!(difference(&page, &page), None);
    let other = render(&crate::full_report::MINIMAL.replace("Esame maži.", "Esame dideli."));
    assert!(difference(&page, &other).is_some());
}

fn compare(file: &File, prefix: &str, pages: &[(String, usize)]) {
    let folder = Path::new(crate::press::ROOT).join("tests/golden");
    let known = known(&folder, prefix);
    let mut wanted: Vec<String> = pages.iter().map(|(name, _)| format!("{name}.png")).collect();
    wanted.sort();

    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for stale in known.iter().filter(|name| !wanted.contains(name)) {
            fs::remove_file(folder.join(stale)).unwrap();
        }
        for (name, page) in pages {
            save(&file.render(*page, DOTS_PER_INCH), &folder.join(format!("{name}.png")));
        }
        return;
    }

    let renew = "if this is as it should be, renew them with UPDATE_GOLDEN=1 cargo test golden";
    assert_eq!(known, wanted, "the reference pages in tests/golden/; {renew}");
    let actual: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    let mut findings = Vec::new();
    for (name, page) in pages {
        let page = file.render(*page, DOTS_PER_INCH);
        let golden = image::open(folder.join(format!("{name}.png"))).unwrap().into_rgb8();
        if let Some(difference) = difference(&golden, &page) {
            fs::create_dir_all(&actual).unwrap();
            let path = actual.join(format!("{name}.png"));
            save(&page, &path);
            findings
                .push(format!("tests/golden/{name}.png: {difference}; the page is now {}", path.display()));
        }
    }
    assert!(findings.is_empty(), "pages look otherwise than before:\n{}\n{renew}", findings.join("\n"));
}

fn save(page: &RgbImage, path: &Path) {
    let encoder = PngEncoder::new_with_quality(
        fs::File::create(path).unwrap(),
        CompressionType::Best,
        FilterType::Adaptive,
    );
    page.write_with_encoder(encoder).unwrap();
}

/// The sorted names of the existing reference pages.
fn known(folder: &Path, prefix: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(prefix)).collect();
    names.sort();
    names
}

/// How a page differs from its reference, if it does clearly.
fn difference(before: &RgbImage, after: &RgbImage) -> Option<String> {
    if before.dimensions() != after.dimensions() {
        return Some(format!("{:?} pixels became {:?}", before.dimensions(), after.dimensions()));
    }
    let differences: Vec<[u8; 3]> = before
        .pixels()
        .zip(after.pixels())
        .map(|(before, after)| std::array::from_fn(|channel| before.0[channel].abs_diff(after.0[channel])))
        .collect();
    let sum: u64 = differences.iter().flatten().map(|difference| u64::from(*difference)).sum();
    let clear =
        differences.iter().filter(|pixel| pixel.iter().any(|difference| *difference >= CLEAR)).count();
    #[expect(clippy::cast_precision_loss, reason = "a page has not that many pixels")]
    let mean = sum as f64 / (differences.len() * 3) as f64;
    (mean > MEAN || clear * 10_000 > SHARE * differences.len())
        .then(|| format!("{clear} pixels differ clearly, and all by {mean:.2} of 255 on average"))
}
