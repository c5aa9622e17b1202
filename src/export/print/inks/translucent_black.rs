//! Black that lets something show is laid over it.
//!
//! On the screen it darkens what is below it and leaves its hue. Mixed in, as inks blend (ISO 32000-1, 11.3.4), it would
//! take away the inks below it as well, and what is left is lighter and greyer. Multiplied, it is added to them, which
//! is nearer to the screen. That takes room for all of the black ink over what is separated, which most presses have
//! ([`Separation::leaves_room`](crate::press::ink::Separation::leaves_room)), and over the inks that the pages name.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, dictionary};

/// A share of black ink, in thousandths, that multiplies with the inks below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LaidOver(u16);

impl LaidOver {
    /// Of a share from 0 to 1.
    pub(super) fn of(share: f32) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 1000 after clamping"
        )]
        let thousandths = (share.clamp(0.0, 1.0) * 1000.0).round() as u16;
        Self(thousandths)
    }

    /// Operators that paint a path, in black that is laid over what is below it, and leave the state as it was.
    pub(super) fn painted(self, path: &[Operation], painter: &str) -> Vec<Operation> {
        let black = if painter.starts_with(['S', 's']) { "K" } else { "k" };
        let mut operations = vec![
            Operation::new("q", Vec::new()),
            Operation::new("gs", vec![Object::Name(self.name().into_bytes())]),
            Operation::new(black, [0.0, 0.0, 0.0, 1.0].map(Object::Real).to_vec()),
        ];
        operations.extend(path.iter().cloned());
        operations.extend([Operation::new(painter, Vec::new()), Operation::new("Q", Vec::new())]);
        operations
    }

    /// Operators that paint a form of nothing but black, laid over what is below it.
    pub(super) fn placed(self, form: Operation) -> [Operation; 4] {
        let state = Operation::new("gs", vec![Object::Name(self.name().into_bytes())]);
        [Operation::new("q", Vec::new()), state, form, Operation::new("Q", Vec::new())]
    }

    /// Adds the graphics state in which it multiplies to those of the resources.
    pub(super) fn add_state(self, states: &mut Dictionary) {
        let share = f32::from(self.0) / 1000.0;
        let state = dictionary! { "Type" => "ExtGState", "BM" => "Multiply", "ca" => share, "CA" => share };
        states.set(self.name(), state);
    }

    fn name(self) -> String {
        format!("Black{}", self.0)
    }
}

/// Whether all of the black ink may be laid over every colour that the pages name in inks.
pub(super) fn has_room(document: &Document) -> bool {
    let is_translucent = |object: &Object| {
        let opacity = |key| object.as_dict().and_then(|dict| dict.get(key)).and_then(Object::as_float);
        [&b"ca"[..], b"CA"].into_iter().any(|key| opacity(key).is_ok_and(|opacity| opacity < 1.0))
    };
    // Without any, it does not matter.
    if !document.objects.values().any(is_translucent) {
        return true;
    }
    document.page_iter().all(|page| {
        Content::decode_strict(&document.get_page_content(page))
            .is_ok_and(|content| content.operations.iter().all(leaves_room))
    })
}

fn leaves_room(operation: &Operation) -> bool {
    let inks: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
    match (operation.operator.as_str(), inks.as_slice()) {
        ("k" | "K" | "sc" | "SC" | "scn" | "SCN", [cyan, magenta, yellow, _]) => {
            cyan + magenta + yellow <= 2.0
        }
        _ => true,
    }
}
