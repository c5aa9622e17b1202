//! Drafts for reviewers.

use super::{check_images, read_images, sort_by_place};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Severity;
use crate::diagnostic::draft_fault::DraftFault;
use crate::diagnostic::messages::Language;
use crate::diagnostic::problem::Problem;
use crate::document::{Document, DraftItem, DraftList, DraftView};
use crate::export::{self, Press};
use crate::images::Images;
use crate::press::annotations;
use crate::proof::PrintEdition;
use crate::report::{Date, KeyPath, Origin, Report, Step, gap};
use crate::review::changes::{self, Successors};
use crate::review::{self, Attachment, Reference, Since, comments};
use crate::rules;
use crate::source::{Provisional, Source};
use crate::typeset::{Bleed, Edition, Map, Typesetter};

/// Options of [`draft`].
#[derive(Debug, Clone, Default)]
pub struct DraftOptions {
    /// The date of the PDF of a report without `published`, as for [`build`](super::build).
    pub date: Option<Date>,
    /// The day on which the data was last changed, for the page footer.
    pub data_date: Option<Date>,
    /// An earlier report; changes since then are marked. Deleted words take up space, so line and page breaks may
    /// differ from the final editions.
    pub since: Option<Source>,
}

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The position of each value on its pages.
    pub map: Map,
    /// The [fingerprint](review::fingerprint) of the report.
    pub fingerprint: String,
    /// Everything still missing or wrong, in the order of the file.
    pub findings: Vec<Diagnostic>,
}

/// Makes a draft: the final pages with references in the margins, and a list of everything still missing. Gaps and
/// ordinary errors do not prevent a draft.
///
/// # Errors
/// The errors in the file if there is nothing to lay out; Typst's errors.
pub fn draft(
    source: &Source,
    typesetter: &Typesetter,
    options: &DraftOptions,
) -> Result<Draft, Vec<Diagnostic>> {
    let Provisional { report, filled, gaps } = source.provisional()?;
    let press = Press::default();
    let (images, mut found) = read_images(&report, source, typesetter, &press);
    let mut document = Document::new(&report, &images, options.date);
    document.gaps = filled.iter().cloned().chain(filled.iter().filter_map(compared)).collect();
    let old = options.since.as_ref().map(Source::provisional).transpose()?;
    let old_document = old.as_ref().map(|old| Document::new(&old.report, &Images::default(), None));
    let data = match &options.since {
        Some(old) => Some((old.data()?, source.data()?)),
        None => None,
    };
    let since = match (&data, &old, &old_document) {
        (Some((old_data, new_data)), Some(old), Some(old_document)) => {
            let is_gap =
                |gaps: &[KeyPath], origin: &Origin| gaps.iter().any(|gap| origin.is_within(&gap.into()));
            let mut old_words = old_document.printed_words();
            old_words.retain(|origin, _| !is_gap(&old.filled, origin));
            let mut new_words = document.printed_words();
            for (_, forms) in new_words.iter_mut().filter(|(origin, _)| is_gap(&filled, origin)) {
                *forms = vec![gap::ELLIPSIS.to_owned()];
            }
            let successors = Successors::new(old_data, new_data);
            let changes = changes::between(old_data, new_data);
            Some(Since { changes, old: &old.report, old_words, new_words, successors }.with_gaps(&filled))
        }
        _ => None,
    };
    if let (Some(since), Some(old)) = (&since, &old_document) {
        document.edits = since.edits();
        document.restored = since.restored(old);
    }
    let mut composition = typesetter.compose(document, &images);
    let print = PrintEdition { press: &press, bleed: Bleed::default() };
    let (plain, mut map) = composition.lay_out_with_map(Edition::Screen)?;
    found.extend(check_images(&report, &images, &plain.image_sizes(&images), typesetter, Some(print)));
    drop(plain);
    found.extend(rules::statute(&report, true));
    // Findings about placeholders that the program inserted are dropped.
    found.retain(|finding| {
        !finding.spots.iter().any(|spot| filled.iter().any(|gap| spot.path.steps().starts_with(gap.steps())))
    });
    let mut findings = source.locate(found);
    findings.extend(gaps);
    sort_by_place(&mut findings);

    let missing: Vec<Origin> = review::gaps(&report, &filled);
    let mut pages = review::notes(&map, &report, &missing);
    if let (Some(since), Some(old)) = (&since, &old_document) {
        since.mark(&mut pages, &map, &report);
        since.attach_deleted(&mut map, old);
    }
    let attachment = Attachment::new(source.values()?, map);
    let mut view = DraftView { pages, ..DraftView::new(&attachment.fingerprint, options.data_date) };
    if let Some(since) = &since {
        let items = since.items(&report);
        if !items.is_empty() {
            view.lists.push(DraftList::changed(items));
        }
    }
    view.lists.extend(to_do(&findings, &report));
    let json = serde_json::to_string(&attachment).unwrap_or_default();
    let (layout, _) = composition.lay_out_draft(&view, json)?;
    findings.extend(layout.warnings.iter().cloned());
    let pdf = export::draft(layout)?;
    if typesetter.is_customized() {
        refuse_unmarked(&pdf, &attachment)?;
    }
    Ok(Draft { pdf, map: attachment.map, fingerprint: attachment.fingerprint, findings })
}

/// The value with which a missing key number is compared in words.
fn compared(gap: &KeyPath) -> Option<KeyPath> {
    let (item, last) = gap.parent()?;
    let is_number = matches!(item.steps(), [Step::Key(section), ..] if section == "numbers");
    (is_number && matches!(last, Step::Key(key) if key == "value")).then(|| item.key("previous"))
}

/// Refuses a draft whose comments could not be placed, since a designer's template has left out what belongs in it.
fn refuse_unmarked(pdf: &[u8], attachment: &Attachment) -> Result<(), Vec<Diagnostic>> {
    let is_draft = annotations::read(pdf, review::FILE_NAME)
        .is_ok_and(|marked| comments::is_draft(&marked, &attachment.fingerprint));
    if is_draft && !attachment.map.items.is_empty() {
        return Ok(());
    }
    Err(vec![Diagnostic::new(Problem::Draft(DraftFault::Template))])
}

/// The list of everything still missing or wrong; `None` if there is nothing.
fn to_do(findings: &[Diagnostic], report: &Report) -> Option<DraftList> {
    let language = Language::Lithuanian;
    let items: Vec<DraftItem> = findings
        .iter()
        .map(|finding| {
            let words = finding.words(language);
            let path = finding.pointer.as_deref().and_then(KeyPath::from_pointer);
            // What is missing is named, rather than what it is missing in.
            let path = path.map(|path| match &*finding.problem {
                Problem::MissingKey { key, .. } => path.key(key),
                _ => path,
            });
            let reference = path.and_then(|path| Reference::of(&Origin::from(path), report));
            let message = words.message;
            let text = match finding.severity() {
                Severity::Error => message,
                severity => format!("{}: {message}", language.severity(severity)),
            };
            let line = finding.places.first().and_then(|place| {
                let range = place.text_range()?;
                let (line, _) = place.file.position(range.start);
                Some(language.line(&place.file.name, line))
            });
            let hints = words.hints.into_iter().map(|hint| language.hint(&hint));
            DraftItem {
                reference: reference.map(|reference| reference.to_string()),
                text,
                details: words.notes.into_iter().chain(hints).chain(line).collect(),
            }
        })
        .collect();
    (!items.is_empty()).then(|| DraftList::missing(items))
}
