//! The colours of gradients (ISO 32000-1, 8.7.4.5).

use std::rc::Rc;

use lopdf::{Dictionary, Object};

use super::file::as_dict;
use super::walk::Cache;
use super::{ColorSpace, Pdf};

/// Stitched functions within stitched functions go no deeper in any honest file.
const DEPTH_LIMIT: u8 = 4;
/// Nor has any so many stops.
const STOPS_LIMIT: usize = 4096;

impl Pdf {
    /// The space of a gradient and the colours between which it runs; no colours where they come
    /// from samples, a program or a mesh.
    pub(super) fn shading(
        &self,
        shading: &Dictionary,
        resources: Option<&Dictionary>,
        cache: &mut Cache,
    ) -> (Rc<ColorSpace>, Vec<Vec<f64>>) {
        let space = match shading.get(b"ColorSpace") {
            Ok(object) => self.color_space(object, resources, cache),
            Err(_) => Rc::new(ColorSpace::Unknown),
        };
        let colors = match self.get(shading, "Function") {
            Some(Object::Array(functions)) => self.of_components(functions),
            Some(function) => self.ends(function, DEPTH_LIMIT),
            None => None,
        };
        let components = space.components();
        let colors = colors.filter(|colors| colors.iter().all(|color| color.len() == components));
        (space, colors.unwrap_or_default())
    }

    /// The values of a function of one number at its ends and at the joins of its parts.
    fn ends(&self, function: &Object, depth: u8) -> Option<Vec<Vec<f64>>> {
        let depth = depth.checked_sub(1)?;
        let dict = as_dict(function)?;
        match self.integer(dict, "FunctionType")? {
            // From C0 to C1, each component on its own way but never back.
            2 => Some(vec![
                self.numbers(dict, "C0").unwrap_or_else(|| vec![0.0]),
                self.numbers(dict, "C1").unwrap_or_else(|| vec![1.0]),
            ]),
            3 => {
                let mut ends = Vec::new();
                for part in self.array(dict, "Functions")? {
                    ends.extend(self.ends(self.resolve(part), depth)?);
                    if ends.len() > STOPS_LIMIT {
                        return None;
                    }
                }
                Some(ends)
            }
            _ => None,
        }
    }

    /// The same of a function for each component, where they have the same stops.
    fn of_components(&self, functions: &[Object]) -> Option<Vec<Vec<f64>>> {
        let mut colors: Vec<Vec<f64>> = Vec::new();
        for (index, function) in functions.iter().enumerate() {
            let ends = self.ends(self.resolve(function), DEPTH_LIMIT)?;
            if index == 0 {
                colors = vec![Vec::new(); ends.len()];
            }
            if ends.len() != colors.len() {
                return None;
            }
            for (color, end) in colors.iter_mut().zip(ends) {
                color.extend(end);
            }
        }
        Some(colors)
    }
}
