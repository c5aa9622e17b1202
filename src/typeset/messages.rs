//! Converts Typst's messages to diagnostics.

use std::sync::Arc;

use typst::diag::{SourceDiagnostic, Tracepoint};
use typst::syntax::{DiagSpan, FileId};
use typst::{World, WorldExt};

use super::world::{ReportWorld, cause};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::finding::{Role, Step};
use crate::diagnostic::problem::{Problem, TemplateCause};
use crate::diagnostic::{Severity, SourceFile};

impl ReportWorld<'_> {
    /// Converts Typst's messages. For a custom template they keep Typst's wording and positions; for the embedded
    /// template they are internal errors.
    pub(super) fn diagnostics(&self, diagnostics: &[SourceDiagnostic]) -> Vec<Diagnostic> {
        let is_customized = self.typesetter.is_customized;
        let convert = |diagnostic| {
            if is_customized { self.customized(diagnostic) } else { self.internal(diagnostic) }
        };
        diagnostics.iter().map(convert).collect()
    }

    fn customized(&self, diagnostic: &SourceDiagnostic) -> Diagnostic {
        let cause = cause(&diagnostic.message);
        // Typst's hints are for its own messages; one names an option that this program does not have.
        let hints = if matches!(cause, TemplateCause::Typst(_)) { diagnostic.hints.as_slice() } else { &[] };
        let problem = Problem::Template { severity: severity(diagnostic), cause };
        let mut converted = self.add_place(Diagnostic::new(problem), diagnostic.span, Role::Here);
        for point in &diagnostic.trace {
            converted = self.add_place(converted, point.span.into(), Role::Step(step(&point.v)));
        }
        hints.iter().fold(converted, |converted, hint| {
            let placed = self.add_place(converted.clone(), hint.span, Role::Label(hint.v.to_string()));
            if placed.places.len() > converted.places.len() {
                placed
            } else {
                converted.hint(hint.v.as_str())
            }
        })
    }

    fn internal(&self, diagnostic: &SourceDiagnostic) -> Diagnostic {
        let place = self.place(diagnostic.span).map(|(file, range)| {
            let (line, column) = file.position(range.start);
            format!("{}:{line}:{column}", file.name)
        });
        Diagnostic::new(Problem::Internal { severity: severity(diagnostic), place })
    }

    fn add_place(&self, diagnostic: Diagnostic, span: DiagSpan, role: Role) -> Diagnostic {
        match self.place(span) {
            Some((file, range)) => diagnostic.place(&file, range, role),
            None => diagnostic,
        }
    }

    fn place(&self, span: DiagSpan) -> Option<(Arc<SourceFile>, std::ops::Range<usize>)> {
        let id: FileId = span.id()?;
        let range = self.range(span)?;
        let text = self.source(id).ok()?.text().to_owned();
        let name = self.typesetter.templates.name(id.vpath());
        Some((Arc::new(SourceFile::new(name, text)), range))
    }
}

fn severity(diagnostic: &SourceDiagnostic) -> Severity {
    match diagnostic.severity {
        typst::diag::Severity::Error => Severity::Error,
        typst::diag::Severity::Warning => Severity::Warning,
    }
}

fn step(point: &Tracepoint) -> Step {
    match point {
        Tracepoint::Call(name) => Step::Call(name.as_ref().map(ToString::to_string)),
        Tracepoint::Show(name) => Step::Show(name.to_string()),
        Tracepoint::Import(name) => Step::Import(name.to_string()),
        Tracepoint::Include(name) => Step::Include(name.to_string()),
    }
}
