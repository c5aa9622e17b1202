//! Forms that contain nothing but black, as Typst makes one of every part of a drawing that is translucent as a whole.

use lopdf::content::Content;
use lopdf::{Dictionary, Object};

use super::Conversion;
use super::operators::{Painting, numbers, shows_text};
use super::spaces::Space;

/// The deepest nesting of such forms.
const DEPTH_LIMIT: u8 = 8;

/// A colour: its space and components; `None` for a pattern.
type Color = (Space, Option<Vec<f32>>);

impl Conversion<'_> {
    /// Whether a form paints only opaque black: paths and text, in forms within it too.
    pub(super) fn is_black_form(&self, name: &[u8], resources: &Dictionary) -> bool {
        self.paints_black(name, resources, DEPTH_LIMIT).unwrap_or(false)
    }

    /// The same; `None` if it contains something else.
    fn paints_black(&self, name: &[u8], resources: &Dictionary, depth: u8) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        let form = self.resource(b"XObject", name, resources)?.as_stream().ok()?;
        let is_form = form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        let none = Dictionary::new();
        let own = form.dict.get_deref(b"Resources", self.source).and_then(Object::as_dict).unwrap_or(&none);
        let content = is_form.then(|| form.get_plain_content().ok())??;
        let black = || (self.spaces.device_gray(), Some(vec![0.0]));
        let mut state: (Color, Color) = (black(), black());
        let mut saved = Vec::new();
        let mut paints = false;
        for operation in Content::decode_strict(&content).ok()?.operations {
            let operands = &operation.operands;
            let operand = operands.first().and_then(|name| name.as_name().ok());
            let operator = operation.operator.as_str();
            if let Some((space, painting)) = self.space_of(operator, operands, own).ok()? {
                let values = if matches!(operator, "cs" | "CS") {
                    space.initial().to_vec()
                } else {
                    numbers(operands)
                };
                *of(&mut state, painting) = (space, Some(values));
                continue;
            }
            if let Some(painting) = Painting::of_color(operator) {
                let is_pattern = operands.last().is_some_and(|last| last.as_name().is_ok());
                of(&mut state, painting).1 = (!is_pattern).then(|| numbers(operands));
                continue;
            }
            let is_black =
                |(space, values): &Color| values.as_ref().is_some_and(|values| space.is_black(values));
            let is_seen = match operator {
                "q" => {
                    saved.push(state.clone());
                    continue;
                }
                "Q" => {
                    state = saved.pop()?;
                    continue;
                }
                "Do" => self.paints_black(operand?, own, depth)?,
                "f" | "F" | "f*" => is_black(&state.0).then_some(true)?,
                "S" | "s" => is_black(&state.1).then_some(true)?,
                "B" | "B*" | "b" | "b*" => (is_black(&state.0) && is_black(&state.1)).then_some(true)?,
                "gs" if self.is_plain(self.resource(b"ExtGState", operand?, own)?.as_dict().ok()?) => false,
                "Tf" => {
                    let font = self.resource(b"Font", operand?, own)?.as_dict().ok()?;
                    // Glyphs of Type 3 may have colours of their own.
                    let kind = font.get(b"Subtype").and_then(Object::as_name).ok()?;
                    (kind != b"Type3").then_some(false)?
                }
                "Tr" => (operands.first()?.as_i64().ok()? == 0).then_some(false)?,
                "gs" | "sh" | "BI" => return None,
                operator if shows_text(operator) => is_black(&state.0).then_some(true)?,
                _ => false,
            };
            paints |= is_seen;
        }
        Some(paints)
    }

    fn resource<'s>(&'s self, kind: &[u8], name: &[u8], resources: &'s Dictionary) -> Option<&'s Object> {
        let named = resources.get_deref(kind, self.source).ok()?.as_dict().ok()?;
        named.get_deref(name, self.source).ok()
    }

    /// Whether a graphics state lets nothing show and blends nothing.
    fn is_plain(&self, state: &Dictionary) -> bool {
        let is_opaque = |key: &[u8]| {
            state.get(key).map_or(true, |alpha| alpha.as_float().is_ok_and(|alpha| alpha >= 1.0))
        };
        let is_normal =
            state.get(b"BM").map_or(true, |mode| mode.as_name().is_ok_and(|mode| mode == b"Normal"));
        let is_unmasked = state.get_deref(b"SMask", self.source).map_or(true, |mask| mask.as_name().is_ok());
        is_opaque(b"ca") && is_opaque(b"CA") && is_normal && is_unmasked
    }
}

fn of(state: &mut (Color, Color), painting: Painting) -> &mut Color {
    match painting {
        Painting::Fill => &mut state.0,
        Painting::Stroke => &mut state.1,
    }
}
