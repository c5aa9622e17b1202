//! Imposition: booklets and spreads.

use ataskaita::export::{Imposition, impose};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, hayro_syntax};
use image::{GrayImage, imageops};
use lopdf::{Document, Object, Stream, dictionary};

use crate::print_edition::likeness;
use crate::real_report;

const DOTS_PER_INCH: f32 = 40.0;

/// Ten A4 pages, each with a bar at a different height.
fn ten_pages() -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut kids = Vec::new();
    for number in 1..=10 {
        let bar = format!("0 g 60 {} 400 60 re f 60 30 {} 20 re f", 70 * number, 40 * number);
        let content = document.add_object(Stream::new(dictionary! {}, bar.into_bytes()));
        let page = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content, "Resources" => dictionary! {},
            "MediaBox" => vec![0.into(), 0.into(), Object::Real(595.276), Object::Real(841.89)],
        };
        kids.push(Object::Reference(document.add_object(page)));
    }
    document.set_object(tree, dictionary! { "Type" => "Pages", "Count" => 10, "Kids" => kids });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Asserts that each side shows the given pages next to each other, numbered from 1; 0 is blank.
fn assert_shown(imposed: &[u8], sides: &[&[usize]]) {
    let pages = rendered(&ten_pages());
    let sheets = rendered(imposed);
    assert_eq!(sheets.len(), sides.len());
    for (index, (side, sheet)) in sides.iter().zip(&sheets).enumerate() {
        let parts = u32::try_from(side.len()).unwrap();
        let (width, height) = (sheet.width() / parts, sheet.height());
        for (part, number) in (0..).zip(*side) {
            let shown = imageops::crop_imm(sheet, part * width, 0, width, height).to_image();
            let Some(page) = number.checked_sub(1) else {
                assert!(shown.iter().all(|gray| *gray == 255), "side {index}: not blank");
                continue;
            };
            let resized = |page: &GrayImage| imageops::resize(page, width, height, imageops::Triangle);
            let likeness_of = |page: &GrayImage| likeness(&resized(page), &shown);
            let own = likeness_of(&pages[page]);
            assert!(own > 0.9, "page {number} on side {index}: {own:.3}");
            let other = &pages[(page + 1) % pages.len()];
            assert!(likeness_of(other) < own, "page {number} on side {index}");
        }
    }
}

/// The pages as rendered by hayro.
fn rendered(pdf: &[u8]) -> Vec<GrayImage> {
    let pdf = hayro_syntax::Pdf::new(pdf.to_vec()).unwrap();
    let scale = DOTS_PER_INCH / 72.0;
    let settings =
        RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    let render = |page| {
        let pixmap = hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
        let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        GrayImage::from_raw(width, height, pixmap.data().iter().map(|pixel| pixel.g).collect()).unwrap()
    };
    pdf.pages().iter().map(render).collect()
}

fn sizes(document: &Document) -> Vec<(f32, f32)> {
    let size = |page| {
        let media = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
        (media[2].as_float().unwrap().round(), media[3].as_float().unwrap().round())
    };
    document.page_iter().map(size).collect()
}

#[test]
fn booklets_have_pages_in_folding_order() {
    let booklet = impose(&ten_pages(), Imposition::Booklet).unwrap();
    assert_shown(&booklet, &[&[10, 1], &[2, 0], &[0, 3], &[4, 9], &[8, 5], &[6, 7]]);
    let document = Document::load_mem(&booklet).unwrap();
    assert_eq!(sizes(&document), [(842.0, 595.0); 6]);
    let preferences = document.catalog().unwrap().get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert_eq!(preferences.get(b"Duplex").unwrap().as_name().unwrap(), b"DuplexFlipShortEdge");
}

#[test]
fn spreads_have_the_cover_and_facing_pages() {
    let spreads = impose(&ten_pages(), Imposition::Spreads).unwrap();
    assert_shown(&spreads, &[&[1], &[2, 3], &[4, 5], &[6, 7], &[8, 9], &[10]]);
    let (page, pair) = ((595.0, 842.0), (1191.0, 842.0));
    assert_eq!(sizes(&Document::load_mem(&spreads).unwrap()), [page, pair, pair, pair, pair, page]);
}

/// Metadata that no longer applies is removed.
#[test]
fn sheets_claim_no_standard() {
    for imposition in [Imposition::Booklet, Imposition::Spreads] {
        let sheets = impose(real_report::pdf(), imposition).unwrap();
        assert_eq!(sheets, impose(real_report::pdf(), imposition).unwrap());
        let document = Document::load_mem(&sheets).unwrap();
        let mut keys: Vec<&[u8]> =
            document.catalog().unwrap().iter().map(|(key, _)| key.as_slice()).collect();
        keys.sort();
        assert_eq!(keys, [&b"Lang"[..], b"Pages", b"Type", b"ViewerPreferences"]);
        let info = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
        assert!(info.has(b"Title"));
    }
}
