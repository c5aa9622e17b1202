//! Imposition: places pages of the screen edition side by side on sheets.
//!
//! Each page becomes a form `XObject` (ISO 32000-1, 8.10) that is drawn on a sheet. The sheets are for office printers and
//! for browsing: they have no tags, bookmarks or links, and claim no standard.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::compact;
use super::print::PageBox;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::problem::Problem;
use crate::press::FinishError;

/// An arrangement of pages on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imposition {
    /// For double-sided office printing, flipped on the short edge: A4 landscape sheets, folded
    /// in the middle. Blank pages before the last one make the page count a multiple of four.
    Booklet,
    /// Like an open brochure: the cover on its own, then facing pages, at full size.
    Spreads,
}

/// Width and height of a sheet of A4 landscape, in points.
const A4_LANDSCAPE: (f32, f32) = (841.89, 595.276);
/// The number of pages on a folded sheet.
const PAGES_PER_SHEET: usize = 4;

/// A page as a form `XObject`.
struct PageForm {
    id: ObjectId,
    bounds: PageBox,
}

impl PageForm {
    fn size(&self) -> (f32, f32) {
        let PageBox([left, bottom, right, top]) = self.bounds;
        (right - left, top - bottom)
    }
}

/// The page indices on one side of a sheet, from left to right; `None` is a blank page.
type Side = Vec<Option<usize>>;

/// Imposes the pages of a screen edition on sheets.
///
/// # Errors
/// If the PDF was not written by this program.
pub fn impose(screen: &[u8], imposition: Imposition) -> Result<Vec<u8>, Vec<Diagnostic>> {
    imposed(screen, imposition).map_err(|error| vec![Diagnostic::new(Problem::Finish(error))])
}

fn imposed(screen: &[u8], imposition: Imposition) -> Result<Vec<u8>, FinishError> {
    let mut document = Document::load_mem(screen)?;
    let pages: Vec<_> = document.page_iter().collect();
    let forms = pages.into_iter().map(|page| form(&mut document, page)).collect::<Result<Vec<_>, _>>()?;
    let sides = match imposition {
        Imposition::Booklet => booklet(forms.len()),
        Imposition::Spreads => spreads(forms.len()),
    };
    let tree = document.new_object_id();
    let mut kids = Vec::new();
    for side in sides {
        let side: Vec<_> = side.into_iter().map(|page| forms.get(page?)).collect();
        let mut sheet = match imposition {
            Imposition::Booklet => folded_side(&mut document, &side),
            Imposition::Spreads => spread(&mut document, &side),
        };
        sheet.set("Parent", tree);
        kids.push(Object::Reference(document.add_object(sheet)));
    }
    let count = i64::try_from(kids.len()).unwrap_or_default();
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let info = document.trailer.get(b"Info").cloned();
    let lang = document.catalog()?.get(b"Lang").cloned();
    let mut catalog = dictionary! {
        "Type" => "Catalog", "Pages" => tree, "ViewerPreferences" => preferences(imposition),
    };
    if let Ok(lang) = lang {
        catalog.set("Lang", lang);
    }
    let catalog = document.add_object(catalog);
    document.trailer = dictionary! { "Root" => catalog };
    if let Ok(info) = info {
        document.trailer.set("Info", info);
    }
    // Removes the structure tree, bookmarks and links, which are no longer referenced.
    document.prune_objects();
    Ok(compact::write(document)?)
}

/// The viewer preferences (12.2).
fn preferences(imposition: Imposition) -> Dictionary {
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if imposition == Imposition::Booklet {
        preferences.set("Duplex", "DuplexFlipShortEdge");
    }
    preferences
}

fn form(document: &mut Document, page: ObjectId) -> Result<PageForm, FinishError> {
    let bounds = PageBox::read(document, page, b"MediaBox")?;
    let content = document.get_page_content(page);
    let page = document.get_dictionary(page)?;
    let mut dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds };
    for key in [&b"Resources"[..], b"Group"] {
        if let Ok(value) = page.get(key) {
            dict.set(key, value.clone());
        }
    }
    let mut form = Stream::new(dict, content);
    form.compress()?;
    Ok(PageForm { id: document.add_object(form), bounds })
}

/// The sides of nested folded sheets, from the outermost.
fn booklet(pages: usize) -> Vec<Side> {
    let places = pages.next_multiple_of(PAGES_PER_SHEET);
    // The last page stays the back cover.
    let page = |place: usize| match place {
        place if place + 1 == places && pages > 1 => Some(pages - 1),
        place => Some(place).filter(|place| place + 1 < pages || pages == 1 && *place == 0),
    };
    let side = |number: usize| {
        let (low, high) = (page(number), page(places - 1 - number));
        if number.is_multiple_of(2) { vec![high, low] } else { vec![low, high] }
    };
    (0..places / 2).map(side).collect()
}

/// The cover, followed by pairs of facing pages.
fn spreads(pages: usize) -> Vec<Side> {
    let inner: Vec<_> = (1..pages).map(Some).collect();
    let cover = (pages > 0).then(|| vec![Some(0)]);
    cover.into_iter().chain(inner.chunks(2).map(<[_]>::to_vec)).collect()
}

/// One side of a folded sheet; each page is scaled to half of it.
fn folded_side(document: &mut Document, side: &[Option<&PageForm>]) -> Dictionary {
    let (width, height) = A4_LANDSCAPE;
    let half = width / 2.0;
    let mut placed = Vec::new();
    let mut left = 0.0;
    for form in side {
        if let Some(form) = form {
            let (own_width, own_height) = form.size();
            let scale = (half / own_width).min(height / own_height);
            let margins = (half - scale * own_width, height - scale * own_height);
            placed.push((*form, scale, left + margins.0 / 2.0, margins.1 / 2.0));
        }
        left += half;
    }
    sheet(document, (width, height), &placed)
}

/// Pages side by side at full size.
fn spread(document: &mut Document, side: &[Option<&PageForm>]) -> Dictionary {
    let mut placed = Vec::new();
    let (mut width, mut height) = (0.0, 0.0_f32);
    for form in side.iter().flatten() {
        placed.push((*form, 1.0, width, 0.0));
        width += form.size().0;
        height = height.max(form.size().1);
    }
    sheet(document, (width, height), &placed)
}

/// A page with forms, each with its scale and the position of its bottom left corner.
fn sheet(document: &mut Document, size: (f32, f32), placed: &[(&PageForm, f32, f32, f32)]) -> Dictionary {
    let mut names = Dictionary::new();
    let mut content = String::new();
    for (index, (form, scale, left, bottom)) in placed.iter().enumerate() {
        let PageBox([x, y, ..]) = form.bounds;
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            content,
            "q {scale} 0 0 {scale} {} {} cm /P{index} Do Q",
            left - scale * x,
            bottom - scale * y
        );
        names.set(format!("P{index}"), form.id);
    }
    let content = document.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
    dictionary! {
        "Type" => "Page", "MediaBox" => PageBox([0.0, 0.0, size.0, size.1]), "Contents" => content,
        "Resources" => dictionary! { "XObject" => names },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page numbers on each side, from 1; 0 is a blank page.
    fn numbers(sides: Vec<Side>) -> Vec<Vec<usize>> {
        let number = |page: Option<usize>| page.map_or(0, |page| page + 1);
        sides.into_iter().map(|side| side.into_iter().map(number).collect()).collect()
    }

    #[test]
    fn folded_sheets_have_their_pages_in_order() {
        assert_eq!(numbers(booklet(4)), [[4, 1], [2, 3]]);
        assert_eq!(numbers(booklet(8)), [[8, 1], [2, 7], [6, 3], [4, 5]]);
    }

    #[test]
    fn blank_pages_precede_the_back_cover() {
        assert_eq!(numbers(booklet(10)), [[10, 1], [2, 0], [0, 3], [4, 9], [8, 5], [6, 7]]);
        assert_eq!(numbers(booklet(1)), [[0, 1], [0, 0]]);
        assert_eq!(numbers(booklet(2)), [[2, 1], [0, 0]]);
        assert!(booklet(0).is_empty());
    }

    #[test]
    fn folded_sheets_read_in_page_order() {
        for pages in 1..50 {
            let sides = booklet(pages);
            let right_hand = sides.iter().step_by(2).map(|side| side[1]);
            let left_hand = sides.iter().skip(1).step_by(2).map(|side| side[0]);
            let first_half: Vec<_> =
                right_hand.zip(left_hand).flat_map(|(right, left)| [right, left]).collect();
            let right_hand = sides.iter().skip(1).step_by(2).map(|side| side[1]);
            let left_hand = sides.iter().step_by(2).map(|side| side[0]);
            let second_half = right_hand.zip(left_hand).flat_map(|(right, left)| [left, right]);
            let read: Vec<_> =
                first_half.into_iter().chain(second_half.collect::<Vec<_>>().into_iter().rev()).collect();
            assert_eq!(read.len() % 4, 0);
            assert_eq!(read.into_iter().flatten().collect::<Vec<_>>(), (0..pages).collect::<Vec<_>>());
        }
    }

    #[test]
    fn spreads_begin_with_a_single_cover() {
        assert_eq!(numbers(spreads(1)), [vec![1]]);
        assert_eq!(numbers(spreads(4)), [vec![1], vec![2, 3], vec![4]]);
        assert_eq!(numbers(spreads(5)), [vec![1], vec![2, 3], vec![4, 5]]);
    }
}
