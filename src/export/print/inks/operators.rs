//! Converts colour operators (ISO 32000-1, 8.6.8), and tracks the painting operators that use them.

use std::collections::BTreeSet;

use kurbo::Affine;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object};

use super::overprint::{self, Overprint};
use super::spaces::{OutputColor, Space};
use super::translucent_black::LaidOver;
use super::{ColorTarget, Conversion};
use crate::press::{FinishError, Unconvertible};

/// A converted content stream, and the requirements on its resources.
#[derive(Debug, Default)]
pub(super) struct Converted {
    /// The operators.
    pub(super) content: Vec<u8>,
    /// The names of forms, patterns and shadings that are painted translucently.
    pub(super) translucent: BTreeSet<Vec<u8>>,
    /// The names of forms of black that is laid over what is below it.
    forms_laid_over: BTreeSet<Vec<u8>>,
    /// Whether the graphics states for overprinting are needed.
    pub(super) overprints: bool,
    /// The graphics states that are needed in which black is laid over what is below it.
    pub(super) laid_over: BTreeSet<LaidOver>,
}

/// The part of the graphics state (ISO 32000-1, 8.4) that colours depend on.
#[derive(Clone)]
struct State {
    fill: Paint,
    stroke: Paint,
    /// Whether a soft mask applies.
    is_masked: bool,
    /// Whether colours replace what is below them, rather than blend in another mode.
    is_normal: bool,
    /// The current transformation matrix, relative to the start of the content stream.
    matrix: Affine,
    font_size: f64,
    /// The text rendering mode; glyphs are filled in mode 0.
    text_mode: i64,
    /// Whether overprinting is on in the output.
    overprints: bool,
}

/// The paint of fills or strokes.
#[derive(Clone)]
struct Paint {
    space: Space,
    /// The original colour.
    values: Vec<f32>,
    /// The converted colour; `None` for a pattern, and before a colour has been set.
    output: Option<OutputColor>,
    /// The resource name of a pattern.
    pattern: Option<Vec<u8>>,
    opacity: f32,
}

impl Conversion<'_> {
    /// Converts the colours of a page, on which black may be laid over what is below it.
    pub(super) fn page_operators(
        &self,
        content: &[u8],
        resources: &Dictionary,
    ) -> Result<Converted, FinishError> {
        self.convert_operators(content, resources, ColorTarget::Ink, self.has_room_for_black)
    }

    /// Converts the colours of any other content stream. In a group nothing may be below it.
    pub(super) fn operators(
        &self,
        content: &[u8],
        resources: &Dictionary,
        target: ColorTarget,
    ) -> Result<Converted, FinishError> {
        self.convert_operators(content, resources, target, false)
    }

    /// Converts the colours of a content stream, and lets black text overprint.
    fn convert_operators(
        &self,
        content: &[u8],
        resources: &Dictionary,
        target: ColorTarget,
        lays_over: bool,
    ) -> Result<Converted, FinishError> {
        let paint = Paint {
            space: self.spaces.device_gray(),
            values: vec![0.0],
            output: None,
            pattern: None,
            opacity: 1.0,
        };
        let mut state = State {
            fill: paint.clone(),
            stroke: paint,
            is_masked: false,
            is_normal: true,
            matrix: Affine::IDENTITY,
            font_size: 0.0,
            text_mode: 0,
            overprints: false,
        };
        let mut saved = Vec::new();
        let mut text_matrix = Affine::IDENTITY;
        let mut converted = Converted::default();
        let mut operations = Vec::new();
        // Between its construction and its painting, a path lets no other operators be (8.2).
        let mut path = Vec::new();
        for operation in Content::decode_strict(content)?.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "q" => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.matrix *= affine(operands),
                "BT" => text_matrix = Affine::IDENTITY,
                "Tm" => text_matrix = affine(operands),
                "Tf" => state.font_size = numbers(operands).last().copied().unwrap_or(0.0).into(),
                "Tr" => state.text_mode = operands.first().and_then(|mode| mode.as_i64().ok()).unwrap_or(0),
                "BI" => return Err(FinishError::Color(Unconvertible::Space)),
                "gs" => {
                    self.graphics_state(operands, resources, &mut state);
                    operations.push(operation);
                    for painting in [Painting::Fill, Painting::Stroke] {
                        operations.extend(state.repaint(painting, target)?);
                    }
                    continue;
                }
                operator => {
                    if let Some((space, painting)) = self.space_of(operator, operands, resources)? {
                        let values = match operator {
                            "cs" | "CS" => space.initial().to_vec(),
                            _ => numbers(operands),
                        };
                        let paint = painting.of(&mut state);
                        (paint.space, paint.values, paint.pattern) = (space, values, None);
                        operations.push(state.paint(painting, target)?.unwrap_or(operation));
                        continue;
                    }
                    if let Some(painting) = Painting::of_color(operator) {
                        let paint = painting.of(&mut state);
                        paint.values = numbers(operands);
                        paint.pattern =
                            operands.last().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec);
                        operations.push(state.paint(painting, target)?.unwrap_or(operation));
                        continue;
                    }
                    if is_path(operator) {
                        path.push(operation);
                        continue;
                    }
                    if lays_over
                        && let Some(placed) = self.form_over(&operation, &state, resources, &mut converted)
                    {
                        operations.extend(placed);
                        continue;
                    }
                    if is_painting(operator) {
                        state.note_translucent(operator, operands, target, &mut converted.translucent);
                        let overprints =
                            shows_text(operator) && state.overprint(text_matrix, target) == Overprint::On;
                        if overprints != state.overprints {
                            state.overprints = overprints;
                            converted.overprints = true;
                            operations.push(overprint::operation(overprints));
                        }
                    }
                    if lays_over {
                        let over = |painting| self.laid_over(&state, painting);
                        let painted = painted_over(operator, &mut path, over, &mut converted.laid_over);
                        if let Some(painted) = painted {
                            operations.extend(painted);
                            path.clear();
                            continue;
                        }
                    }
                    operations.append(&mut path);
                }
            }
            operations.push(operation);
        }
        if !converted.forms_laid_over.is_disjoint(&converted.translucent) {
            // The same form cannot be in black ink only and in all inks.
            return self.convert_operators(content, resources, target, false);
        }
        operations.append(&mut path);
        converted.content = Content { operations }.encode()?;
        Ok(converted)
    }

    /// Applies a graphics state dictionary.
    fn graphics_state(&self, operands: &[Object], resources: &Dictionary, state: &mut State) {
        let dict = operands.first().and_then(|name| {
            let states = resources.get_deref(b"ExtGState", self.source).ok()?.as_dict().ok()?;
            states.get_deref(name.as_name().ok()?, self.source).ok()?.as_dict().ok()
        });
        let Some(dict) = dict else { return };
        for (key, painting) in [(&b"ca"[..], Painting::Fill), (b"CA", Painting::Stroke)] {
            if let Ok(opacity) = dict.get(key).and_then(Object::as_float) {
                painting.of(state).opacity = opacity;
            }
        }
        if let Ok(mode) = dict.get(b"BM") {
            state.is_normal = mode.as_name().is_ok_and(|mode| mode == b"Normal");
        }
        if let Ok(mask) = dict.get_deref(b"SMask", self.source) {
            state.is_masked = mask.as_dict().is_ok();
        }
    }

    /// The black ink that is laid over what is below, if a fill or a stroke is of black that lets something show.
    fn laid_over(&self, state: &State, painting: Painting) -> Option<LaidOver> {
        let paint = match painting {
            Painting::Fill => &state.fill,
            Painting::Stroke => &state.stroke,
        };
        let is_translucent = paint.opacity < 1.0 && !state.is_masked && state.is_normal;
        let is_black = paint.pattern.is_none() && paint.space.is_black(&paint.values);
        let share = (is_translucent && is_black).then(|| self.spaces.black_over(paint.opacity)).flatten();
        share.map(LaidOver::of)
    }

    /// The operators that paint a form that contains nothing but black, if it lets something show.
    fn form_over(
        &self,
        operation: &Operation,
        state: &State,
        resources: &Dictionary,
        converted: &mut Converted,
    ) -> Option<[Operation; 4]> {
        let opacity = state.fill.opacity;
        let is_translucent = opacity < 1.0 && !state.is_masked && state.is_normal;
        if operation.operator != "Do" || !is_translucent {
            return None;
        }
        let name = operation.operands.first()?.as_name().ok()?;
        let share = self.spaces.black_over(opacity).filter(|_| self.is_black_form(name, resources))?;
        let black = LaidOver::of(share);
        converted.laid_over.insert(black);
        converted.forms_laid_over.insert(name.to_vec());
        Some(black.placed(operation.clone()))
    }

    /// The colour space that an operator selects, and whether it is for fills or strokes.
    pub(super) fn space_of(
        &self,
        operator: &str,
        operands: &[Object],
        resources: &Dictionary,
    ) -> Result<Option<(Space, Painting)>, FinishError> {
        let device = |name: &[u8]| self.spaces.named(name, &Dictionary::new());
        Ok(Some(match operator {
            "g" => (self.spaces.device_gray(), Painting::Fill),
            "G" => (self.spaces.device_gray(), Painting::Stroke),
            "rg" => (device(b"DeviceRGB")?, Painting::Fill),
            "RG" => (device(b"DeviceRGB")?, Painting::Stroke),
            "k" => (Space::Ink, Painting::Fill),
            "K" => (Space::Ink, Painting::Stroke),
            "cs" | "CS" => {
                let [name] = operands else {
                    return Err(FinishError::Color(Unconvertible::Space));
                };
                let painting = if operator == "cs" { Painting::Fill } else { Painting::Stroke };
                (self.spaces.named(name.as_name()?, resources)?, painting)
            }
            _ => return Ok(None),
        }))
    }
}

impl State {
    /// The conversion target of a fill or stroke in this state.
    fn target(&self, painting: Painting, target: ColorTarget) -> ColorTarget {
        let paint = match painting {
            Painting::Fill => &self.fill,
            Painting::Stroke => &self.stroke,
        };
        let is_translucent = self.is_masked || paint.opacity < 1.0;
        if target == ColorTarget::Ink && is_translucent { ColorTarget::TranslucentInk } else { target }
    }

    /// Converts the current colour, and returns the operator that sets it, unless it is a pattern.
    fn paint(&mut self, painting: Painting, target: ColorTarget) -> Result<Option<Operation>, FinishError> {
        let target = self.target(painting, target);
        let paint = painting.of(self);
        paint.output = match paint.space {
            Space::Pattern => None,
            _ => Some(paint.space.convert(&paint.values, target)?),
        };
        Ok(paint.output.map(|color| painting.set_color(color)))
    }

    /// Converts the current colour again, and returns the operator that sets it if the result has changed.
    fn repaint(&mut self, painting: Painting, target: ColorTarget) -> Result<Option<Operation>, FinishError> {
        let before = painting.of(self).output;
        if before.is_none() {
            return Ok(None);
        }
        let operation = self.paint(painting, target)?;
        Ok(operation.filter(|_| painting.of(self).output != before))
    }

    /// Whether text shown in this state overprints.
    fn overprint(&self, text_matrix: Affine, target: ColorTarget) -> Overprint {
        let is_opaque = self.target(Painting::Fill, target) == ColorTarget::Ink;
        match self.fill.output {
            Some(OutputColor::Ink(inks)) if is_opaque && self.text_mode == 0 => {
                let scale = (self.matrix * text_matrix).determinant().abs().sqrt();
                Overprint::of_text(inks, self.font_size * scale)
            }
            _ => Overprint::Off,
        }
    }

    /// Collects the names of resources that an operator paints translucently.
    fn note_translucent(
        &self,
        operator: &str,
        operands: &[Object],
        target: ColorTarget,
        names: &mut BTreeSet<Vec<u8>>,
    ) {
        if target == ColorTarget::Lightness {
            return;
        }
        for (painting, paint) in [(Painting::Fill, &self.fill), (Painting::Stroke, &self.stroke)] {
            if self.target(painting, target) == ColorTarget::TranslucentInk {
                names.extend(paint.pattern.clone());
            }
        }
        if matches!(operator, "Do" | "sh")
            && self.target(Painting::Fill, target) == ColorTarget::TranslucentInk
            && let Some(Object::Name(name)) = operands.first()
        {
            names.insert(name.clone());
        }
    }
}

pub(super) fn shows_text(operator: &str) -> bool {
    matches!(operator, "Tj" | "TJ" | "'" | "\"")
}

/// Whether an operator constructs a path or clips by it.
fn is_path(operator: &str) -> bool {
    matches!(operator, "m" | "l" | "c" | "v" | "y" | "h" | "re" | "W" | "W*")
}

/// The operators that paint a path where any of its paints is laid over what is below it; `None` if none is.
fn painted_over(
    operator: &str,
    path: &mut Vec<Operation>,
    over: impl Fn(Painting) -> Option<LaidOver>,
    states: &mut BTreeSet<LaidOver>,
) -> Option<Vec<Operation>> {
    let (fill, stroke) = match operator {
        "f" | "F" => (Some("f"), None),
        "f*" => (Some("f*"), None),
        "S" | "s" => (None, Some("S")),
        "B" | "b" => (Some("f"), Some("S")),
        "B*" | "b*" => (Some("f*"), Some("S")),
        _ => return None,
    };
    let parts = [(fill, Painting::Fill), (stroke, Painting::Stroke)];
    let parts = parts.map(|(painter, painting)| painter.map(|painter| (painter, over(painting))));
    // A clip would end with the state that is restored.
    let clips = path.iter().any(|operation| matches!(operation.operator.as_str(), "W" | "W*"));
    if clips || !parts.iter().flatten().any(|(_, over)| over.is_some()) {
        return None;
    }
    if matches!(operator, "s" | "b" | "b*") {
        path.push(Operation::new("h", Vec::new()));
    }
    let mut operations = Vec::new();
    for (painter, over) in parts.into_iter().flatten() {
        if let Some(black) = over {
            states.insert(black);
            operations.extend(black.painted(path, painter));
        } else {
            operations.extend(path.iter().cloned());
            operations.push(Operation::new(painter, Vec::new()));
        }
    }
    Some(operations)
}

fn is_painting(operator: &str) -> bool {
    shows_text(operator)
        || matches!(operator, "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s" | "sh" | "Do")
}

/// Whether a colour is for fills or strokes.
#[derive(Debug, Clone, Copy)]
pub(super) enum Painting {
    Fill,
    Stroke,
}

impl Painting {
    /// Whether an operator sets the fill or the stroke colour in the current space.
    pub(super) fn of_color(operator: &str) -> Option<Self> {
        match operator {
            "sc" | "scn" => Some(Self::Fill),
            "SC" | "SCN" => Some(Self::Stroke),
            _ => None,
        }
    }

    fn of(self, state: &mut State) -> &mut Paint {
        match self {
            Self::Fill => &mut state.fill,
            Self::Stroke => &mut state.stroke,
        }
    }

    fn set_color(self, color: OutputColor) -> Operation {
        let operator = match (color, self) {
            (OutputColor::Gray(_), Self::Fill) => "g",
            (OutputColor::Gray(_), Self::Stroke) => "G",
            (OutputColor::Ink(_), Self::Fill) => "k",
            (OutputColor::Ink(_), Self::Stroke) => "K",
        };
        Operation::new(operator, color.values().iter().map(|value| Object::Real(*value)).collect())
    }
}

pub(super) fn numbers(operands: &[Object]) -> Vec<f32> {
    operands.iter().filter_map(|operand| operand.as_float().ok()).collect()
}

/// A transformation matrix; the identity if there are not six numbers.
fn affine(operands: &[Object]) -> Affine {
    let numbers: Vec<f64> = numbers(operands).into_iter().map(f64::from).collect();
    numbers.try_into().map_or(Affine::IDENTITY, Affine::new)
}
