//! The pages of a file, operator by operator.

use super::object::Object;
use kurbo::Affine;

use super::context::Context;
use super::event::{Event, EventSink};
use super::image::PlacedImage;
use super::interpreter::{Interpreter, Scope};
use super::state::State;
use super::{Page, Pdf};

/// A walk through the content streams of pages. Forms, tiling patterns and the glyphs of Type 3 fonts are
/// interpreted where they are used.
#[derive(Debug)]
pub struct ContentWalk<'a> {
    context: Context<'a>,
}

/// Every image on every page, with its printed size. Images that cannot be read are left out.
pub fn placed_images<'a>(pdf: &'a Pdf<'a>) -> Vec<PlacedImage<'a>> {
    let mut images = Vec::new();
    let mut walk = ContentWalk::new(pdf);
    for page in pdf.pages() {
        walk.page(&page, &mut |event| {
            if let Event::Image(placed) = event {
                images.push(placed);
            }
        });
    }
    images
}

impl<'a> ContentWalk<'a> {
    /// A walk that has not begun.
    pub fn new(pdf: &'a Pdf<'a>) -> Self {
        Self { context: Context::new(pdf) }
    }

    /// Interprets a page, and passes its events to `sink` in the order of its operators.
    pub fn page(&mut self, page: &Page<'a>, sink: &mut EventSink<'_, 'a>) {
        let context = &mut self.context;
        context.begin_page(page.number);
        let contents: Vec<&Object> = match context.pdf.get(page.dict, "Contents") {
            Some(Object::Array(parts)) => parts.iter().map(|part| context.pdf.resolve(part)).collect(),
            Some(only) => vec![only],
            None => return,
        };
        // An operator and its operands may be in different streams.
        let mut operators = Vec::new();
        for part in contents.into_iter().filter_map(Object::as_stream) {
            match context.open(part) {
                Ok(bytes) => {
                    operators.extend(bytes);
                    operators.push(b'\n');
                }
                Err(why) => sink(Event::Unread(why)),
            }
        }
        let base = Affine::scale(page.user_unit);
        let scope = Scope { resources: page.resources, base, is_uncolored: false, tile: None };
        Interpreter::new(context, scope, State::new(base), sink).run(&operators);
    }
}
