//! The operators that name colours (ISO 32000-1, 8.6.8).

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Object};

use super::spaces::{Printed, Space};
use super::{ColorTarget, Conversion};
use crate::press::{FinishError, Unconvertible};

/// The spaces of the colours that fills and lines have.
#[derive(Clone)]
struct Current {
    fill: Space,
    stroke: Space,
}

impl Conversion<'_> {
    /// Converts the colours of a content stream.
    pub(super) fn operators(
        &self,
        content: &[u8],
        resources: &Dictionary,
        target: ColorTarget,
    ) -> Result<Vec<u8>, FinishError> {
        let mut current = Current { fill: Space::Gray, stroke: Space::Gray };
        let mut saved = Vec::new();
        let mut operations = Content::decode_strict(content)?.operations;
        for operation in &mut operations {
            match operation.operator.as_str() {
                "q" => saved.push(current.clone()),
                "Q" => current = saved.pop().unwrap_or(current),
                "BI" => return Err(FinishError::Color(Unconvertible::Space)),
                operator => {
                    if let Some((space, painting)) = self.space_of(operator, operation, resources)? {
                        let values = match operator {
                            "cs" | "CS" => space.initial().to_vec(),
                            _ => numbers(&operation.operands),
                        };
                        if !matches!(space, Space::Pattern) {
                            *operation = painting.in_color(space.convert(&values, target)?);
                        }
                        *painting.of(&mut current) = space;
                    } else if let Some(painting) = Painting::of_color(operator) {
                        let space = painting.of(&mut current);
                        if !matches!(space, Space::Pattern) {
                            let color = space.convert(&numbers(&operation.operands), target)?;
                            *operation = painting.in_color(color);
                        }
                    }
                }
            }
        }
        Ok(Content { operations }.encode()?)
    }

    /// The space that an operator chooses, and for what.
    fn space_of(
        &self,
        operator: &str,
        operation: &Operation,
        resources: &Dictionary,
    ) -> Result<Option<(Space, Painting)>, FinishError> {
        let device = |name: &[u8]| self.spaces.named(name, &Dictionary::new());
        Ok(Some(match operator {
            "g" => (Space::Gray, Painting::Fill),
            "G" => (Space::Gray, Painting::Stroke),
            "rg" => (device(b"DeviceRGB")?, Painting::Fill),
            "RG" => (device(b"DeviceRGB")?, Painting::Stroke),
            "k" => (Space::Ink, Painting::Fill),
            "K" => (Space::Ink, Painting::Stroke),
            "cs" | "CS" => {
                let [name] = operation.operands.as_slice() else {
                    return Err(FinishError::Color(Unconvertible::Space));
                };
                let painting = if operator == "cs" { Painting::Fill } else { Painting::Stroke };
                (self.spaces.named(name.as_name()?, resources)?, painting)
            }
            _ => return Ok(None),
        }))
    }
}

/// What a colour is for.
#[derive(Debug, Clone, Copy)]
enum Painting {
    Fill,
    Stroke,
}

impl Painting {
    /// What an operator gives a colour of the current space to.
    fn of_color(operator: &str) -> Option<Self> {
        match operator {
            "sc" | "scn" => Some(Self::Fill),
            "SC" | "SCN" => Some(Self::Stroke),
            _ => None,
        }
    }

    fn of(self, current: &mut Current) -> &mut Space {
        match self {
            Self::Fill => &mut current.fill,
            Self::Stroke => &mut current.stroke,
        }
    }

    fn in_color(self, color: Printed) -> Operation {
        let operator = match (color, self) {
            (Printed::Gray(_), Self::Fill) => "g",
            (Printed::Gray(_), Self::Stroke) => "G",
            (Printed::Ink(_), Self::Fill) => "k",
            (Printed::Ink(_), Self::Stroke) => "K",
        };
        Operation::new(operator, color.values().iter().map(|value| Object::Real(*value)).collect())
    }
}

fn numbers(operands: &[Object]) -> Vec<f32> {
    operands.iter().filter_map(|operand| operand.as_float().ok()).collect()
}
