//! Crop marks.
//!
//! They are outside the bleed, and the media box grows to contain them. The page content is not translated, because
//! patterns are positioned in page space. The marks have the registration colour, which prints on every plate
//! (ISO 32000-1, 8.6.6.4).

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

use super::boxes::PageBox;
use crate::press::FinishError;

const POINTS_IN_A_MILLIMETRE: f32 = 72.0 / 25.4;
/// The distance from the bleed box to a mark.
const GAP: f32 = POINTS_IN_A_MILLIMETRE;
const LENGTH: f32 = 5.0 * POINTS_IN_A_MILLIMETRE;
/// The distance from a mark to the edge of the media box.
const MARGIN: f32 = POINTS_IN_A_MILLIMETRE;
/// The line width, in points.
const WIDTH: f32 = 0.25;
/// The resource name of the registration colour space.
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
    let tint_transform = dictionary! {
        "FunctionType" => 2,
        "Domain" => vec![Object::from(0), 1.into()],
        "C0" => vec![Object::from(0); 4],
        "C1" => vec![Object::from(1); 4],
        "N" => 1,
    };
    let tint_transform = document.add_object(tint_transform);
    document.add_object(vec!["Separation".into(), "All".into(), "DeviceCMYK".into(), tint_transform.into()])
}

/// Saves the graphics state, which the marks restore, and clips the content to a box.
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
