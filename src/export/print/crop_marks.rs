//! Marks that show where to cut, for those who ask for them.
//!
//! They stand outside the bleed, and the page grows to hold them. Its content stays where it is,
//! since patterns are placed in the space of the page; the edges move instead. The colour is that of
//! registration, in which every plate prints in full (ISO 32000-1, 8.6.6.4).

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::boxes::PageBox;
use crate::press::FinishError;

const POINTS_IN_A_MILLIMETRE: f32 = 72.0 / 25.4;
/// From the bleed to a mark.
const GAP: f32 = POINTS_IN_A_MILLIMETRE;
const LENGTH: f32 = 5.0 * POINTS_IN_A_MILLIMETRE;
/// From a mark to the edge of the page.
const MARGIN: f32 = POINTS_IN_A_MILLIMETRE;
/// Half a hairline on either side of the cut.
const WIDTH: f32 = 0.25;
/// The name of the colour among the resources of a page.
const REGISTRATION: &str = "Registration";

pub(super) fn add(document: &mut Document) -> Result<(), FinishError> {
    let registration = registration(document);
    let pages: Vec<_> = document.page_iter().collect();
    for page in pages {
        let trim = PageBox::read(document, page, b"TrimBox")?;
        let bleed = PageBox::read(document, page, b"BleedBox")?;
        let mut resources =
            document.get_dictionary(page)?.get_deref(b"Resources", document)?.as_dict()?.clone();
        resources.set("ColorSpace", dictionary! { REGISTRATION => registration });
        // Content beyond the bleed would show between the marks.
        let clip = stream(document, clip(bleed))?;
        let marks = stream(document, marks(trim, bleed))?;
        let page = document.get_dictionary_mut(page)?;
        let content = page.get(b"Contents")?.clone();
        page.set("Contents", vec![clip, content, marks]);
        page.set("Resources", resources);
        page.set("MediaBox", bleed.grown(GAP + LENGTH + MARGIN));
    }
    Ok(())
}

fn registration(document: &mut Document) -> ObjectId {
    let in_full = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![Object::from(0), 1.into()],
        "C0" => vec![Object::from(0); 4],
        "C1" => vec![Object::from(1); 4],
        "N" => 1,
    };
    let in_full = document.add_object(in_full);
    document.add_object(vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), in_full.into()])
}

/// Saves the state, to which the marks return, and lets nothing show beyond a box.
fn clip(PageBox([left, bottom, right, top]): PageBox) -> Vec<Operation> {
    vec![
        operation("q", &[]),
        operation("re", &[left, bottom, right - left, top - bottom]),
        operation("W", &[]),
        operation("n", &[]),
    ]
}

fn marks(PageBox([left, bottom, right, top]): PageBox, bleed: PageBox) -> Vec<Operation> {
    let PageBox([near_left, near_bottom, near_right, near_top]) = bleed.grown(GAP);
    let PageBox([far_left, far_bottom, far_right, far_top]) = bleed.grown(GAP + LENGTH);
    let mut operations = vec![
        operation("Q", &[]),
        operation("q", &[]),
        Operation::new("CS", vec![REGISTRATION.into()]),
        operation("SCN", &[1.0]),
        operation("w", &[WIDTH]),
    ];
    let mut line = |from: [f32; 2], to: [f32; 2]| {
        operations.extend([operation("m", &from), operation("l", &to), operation("S", &[])]);
    };
    for y in [bottom, top] {
        line([far_left, y], [near_left, y]);
        line([near_right, y], [far_right, y]);
    }
    for x in [left, right] {
        line([x, far_bottom], [x, near_bottom]);
        line([x, near_top], [x, far_top]);
    }
    operations.push(operation("Q", &[]));
    operations
}

fn operation(operator: &str, operands: &[f32]) -> Operation {
    Operation::new(operator, operands.iter().map(|operand| Object::Real(*operand)).collect())
}

fn stream(document: &mut Document, operations: Vec<Operation>) -> Result<Object, FinishError> {
    let content = Content { operations }.encode()?;
    Ok(document.add_object(Stream::new(dictionary! {}, content)).into())
}
