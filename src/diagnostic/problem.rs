//! Everything that can be wrong, each with its code.
//!
//! A code never changes its meaning; scripts and editors may rely on it.
//!
//! | code | severity | an example |
//! |------|----------|------------|
//! | `file-unreadable` | error | a path that leads nowhere, or to a folder |
//! | `file-too-large` | error | a file of more than 1 MiB |
//! | `file-not-text` | error | a Word document, or a text that is not UTF-8 |
//! | `revision` | error | `git:HEAD~9` where there are three versions, or where there is no git |
//! | `file-empty` | error | a file with nothing but comments |
//! | `yaml-syntax` | error | `mission: "Sumani visuomenė` without the closing quotation mark |
//! | `yaml-documents` | error | a second `---` |
//! | `yaml-depth` | error | `[[[[[[[[[[[[[[[[[[[[[…` |
//! | `yaml-size` | error | aliases of aliases that stand for a million values |
//! | `missing-key` | error | no `mission` |
//! | `unknown-key` | error | `mision: …` |
//! | `duplicate-key` | error | `mission` twice |
//! | `wrong-type` | error | `members: 25` |
//! | `empty-value` | error | `mission:` with nothing after it |
//! | `bullet-list` | error | a list whose items begin with `•`, or with `-` and no space |
//! | `comma-in-braces` | error | `{ label: 1,2 proc. GPM, amount: 5 }`, where the comma ends the label |
//! | `comment-in-text` | error or warning | `Dalyvavome akcijoje #DaromLietuva`, of which YAML drops the end |
//! | `text-with-colon` | error | `- Renginys: dirbtuvės`, which YAML takes for a key and a value |
//! | `empty-list` | error | `items: []` |
//! | `list-length` | error | `print: [90, 45]` |
//! | `unknown-choice` | error | `after: membres` |
//! | `invalid-amount` | error | `amount: 7.217`, which is 7217 or 7,217 |
//! | `invalid-ink` | error | `print: [90, 45, 45, 125]` |
//! | `invalid-code` | error | `code: "1234"` |
//! | `invalid-count` | error | `total: -1` |
//! | `invalid-currency` | error | `currency: Eur` |
//! | `invalid-date` | error | `published: 2023-02-29` |
//! | `invalid-date-span` | error | `date: 2023-05-14/2023-05-12` |
//! | `invalid-month` | error | `from: 2023-13` |
//! | `invalid-email` | error | `email: info.lsik.lt` |
//! | `invalid-image-path` | error | `file: ../a.jpg` |
//! | `empty-text` | error | `alt: ""` |
//! | `invalid-number` | error | `value: daug` |
//! | `invalid-phone` | error | `phone: 12` |
//! | `invalid-text` | error | `mission: "[čia](lsik)"`: a link that leads nowhere, words of a language that is none, a table that would lose cells |
//! | `invalid-color` | error | `screen: red` |
//! | `invalid-website` | error | `website: lsik` |
//! | `invalid-year` | error | `year: 23`, or `year: 2013-2014` |
//! | `members-total` | error | 8 + 9 + 6 + 1 members in groups, and `total: 25` |
//! | `members-previous` | error | the same for the year before |
//! | `members-list` | error or warning | 26 members listed of 25, or 24 |
//! | `contact-empty` | error | a section `contact` with a motto alone |
//! | `period-implausible` | error | `period: { from: 2023-09-01, to: 2023-01-31 }` |
//! | `result` | note | said by `check` alone: income of 28 344, expenses of 28 344 |
//! | `total-incomplete` | note | said by `check` alone: of three rows, two have an amount for 2022 |
//! | `deficit` | warning | expenses of 30 000, income of 28 344 |
//! | `earlier-year` | error | `earlier: { 2024: 5100 }` in the report on 2023 |
//! | `missing-form` | error | `value: 3.5` and no form `many` of its label |
//! | `published-early` | error | `published: 2023-12-01` in the report on 2023 |
//! | `published-late` | warning | `published: 2033-03-29` in the report on 2023 |
//! | `date-outside-year` | warning | an activity of `2022-05-12` in the report on 2023 |
//! | `activities-missing` | error | `activities` with neither `items` nor `groups` |
//! | `activities-twice` | error | `activities` with both |
//! | `project-reversed` | error | a project from `2024-02` to `2022-03` |
//! | `year-implausible` | warning | `year: 1932` |
//! | `duplicate-item` | error | the same activity twice |
//! | `accent-contrast` | error | `screen: "#ffff00"`, or `print: [0, 0, 100, 0]`: white text on it cannot be read |
//! | `accent-difference` | warning | `screen: "#0b5563"` beside `print: [0, 90, 90, 30]` |
//! | `total-ink` | error | `print: [90, 90, 90, 90]`: no paper takes 360 % |
//! | `image-missing` | error | `file: images/x.jpg`, where there is none |
//! | `image-outside` | error | a symbolic link that leads out of the report's folder |
//! | `image-unreadable` | error | a picture that may not be read |
//! | `image-unknown` | error | `file: notes.docx` |
//! | `image-too-large` | error | a file of more than 64 MiB, or an image of more than 100 megapixels |
//! | `image-profile` | error | a photograph with a damaged colour profile, or one for Lab |
//! | `image-svg` | error or warning | an SVG that refers to another file, or has a sign that none of the typefaces has; a line of 0.1 pt in it |
//! | `image-too-complex` | error | an SVG of millions of elements |
//! | `image-ink` | error | a photograph that was saved in CMYK |
//! | `image-resolution` | error or warning | a picture 600 pixels wide, over the whole width of the text; a note where only the screen's edition is made |
//! | `lookalike-letter` | error | `klasteris` with a Cyrillic `а` |
//! | `replacement-character` | error | `Susisiek�te` |
//! | `control-character` | error | `"a\u0007b"` |
//! | `bidi-control` | error | U+202E, after which letters read from right to left |
//! | `gap` | error | `TODO` or `…` in place of a text; a draft may have it |
//! | `text-too-long` | error | a paragraph of more than 16 000 characters, or a word of more than 500 |
//! | `unsupported-character` | error | `日`, which none of the typefaces has |
//! | `markdown` | warning | `# Heading` in running text |
//! | `typography` | note | said by `check` alone: `"Ramintoja" 9-12`, printed „Ramintoja“ 9–12 |
//! | `statute` | note | said by `check` alone: an association without plans for the next year |
//! | `spelling` | warning | `Susisiekiye` |
//! | `usage-advice` | note | from `check --spelling` alone: `pilnai`, for which VLKK advises `visiškai` |
//! | `template-missing` | error | `--template DIR` with a folder that holds no `report.typ` |
//! | `fonts-missing` | error | `--fonts DIR` with a folder that holds no font |
//! | `file-unwritable` | error | `-o report.pdf` where `report.pdf` is a Word document, or the disk is full |
//! | `usage` | error | `-o -` for several reports |
//! | `source-date-epoch` | error | a `SOURCE_DATE_EPOCH` that is no number of seconds |
//! | `press-profile` | error | `--profile sRGB.icc` |
//! | `ink-conversion` | error | a gradient in a drawing whose colours cannot be converted to ink |
//! | `template` | error or warning | what Typst says of a designer's own template |
//! | `internal` | error or warning | what Typst says of the built-in template, or a panic: a bug in the program |
//!
//! What can be wrong with a draft that comes back has codes that begin with `draft-`; they are listed in
//! [`super::draft_fault`].
//!
//! What can be wrong with a PDF for print has codes that begin with `pdf-`; they are listed in
//! [`crate::press::preflight`].

use std::path::PathBuf;

use super::draft_fault::DraftFault;
use super::image_fault::ImageFault;
use super::severity::Severity;
use crate::files::{NoRevision, Unreadable, Unwritable};
use crate::lithuanian::usage::Advice;
use crate::press::FinishError;
use crate::press::ink::ProfileError;
use crate::press::preflight::Fault;
use crate::report::{
    Amount, Cmyk, Date, ImagePath, LegalForm, LineError, Markdown, Number, ProseError, Rgb, ValueError, Year,
};

/// Something that is wrong with a report or a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// The file cannot be read at all.
    FileUnreadable {
        /// Its name.
        name: String,
        /// Why.
        why: Unreadable,
    },
    /// The file is not UTF-8 text.
    FileNotText {
        /// Its name.
        name: String,
        /// What it is instead.
        content: Content,
    },
    /// There is no such version of the file.
    NoRevision {
        /// Its name.
        file: String,
        /// The revision, as the user wrote it.
        revision: String,
        /// Why.
        why: NoRevision,
    },
    /// Comments of a PDF cannot be placed.
    Draft(DraftFault),
    /// The file says nothing.
    FileEmpty,
    /// It is not YAML.
    YamlSyntax(Syntax),
    /// It holds more than one document.
    YamlDocuments,
    /// It is nested deeper than any report.
    YamlDepth {
        /// How deep a report may be nested.
        limit: usize,
    },
    /// It has more values than any report.
    YamlSize {
        /// How many values a report may have once its aliases are written out.
        limit: usize,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: String,
        /// Where it belongs; empty at the top.
        parent: String,
    },
    /// A key that means nothing.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that it is most like.
        nearest: Option<String>,
        /// All known keys.
        known: Vec<String>,
    },
    /// A key in Lithuanian.
    LithuanianKey {
        /// The word.
        key: String,
        /// The key that it stands for, with those above it if it belongs elsewhere.
        path: String,
        /// Whether that key belongs where the word is.
        is_here: bool,
    },
    /// A key that was there already.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A value of another kind than is asked for.
    WrongType {
        /// What is asked for.
        expected: Kind,
        /// What is there.
        found: Kind,
        /// What is there, as it is written, where it is short.
        written: Option<String>,
    },
    /// Nothing where a value is asked for.
    EmptyValue {
        /// What is asked for.
        expected: Kind,
    },
    /// A text with a colon in it, which YAML took for a key with a value.
    TextWithColon {
        /// The text.
        text: String,
    },
    /// A text of which YAML takes the end for a comment.
    CommentInText {
        /// Whether it begins as a hashtag does, with no space after the sign.
        is_hashtag: bool,
        /// The comment.
        text: String,
    },
    /// A text between braces that a comma ends.
    CommaInBraces {
        /// The whole text.
        text: String,
    },
    /// Lines that begin with bullets where YAML has hyphens.
    BulletList,
    /// Words where a year should be.
    YearText {
        /// The words.
        text: String,
    },
    /// A list without an item.
    EmptyList,
    /// A list of another length than is asked for.
    ListLength {
        /// The length that is asked for.
        expected: usize,
        /// The length that it has.
        found: usize,
    },
    /// A word that is none of those that are asked for.
    UnknownChoice {
        /// The word.
        word: String,
        /// The known word that it is most like.
        nearest: Option<String>,
        /// All known words.
        known: Vec<String>,
    },
    /// A value that is not well formed.
    Value(ValueError),
    /// The members of the groups do not add up to the total.
    MembersTotal {
        /// What they add up to.
        sum: u64,
        /// The total that is given.
        total: u32,
    },
    /// The same for the year before.
    MembersPrevious {
        /// What they add up to.
        sum: u64,
        /// The total that is given.
        total: u32,
    },
    /// The list of members has not as many as there are.
    MembersList {
        /// How many are listed.
        listed: u32,
        /// How many there are.
        total: u32,
    },
    /// The contact section names no way to reach the organisation.
    ContactEmpty,
    /// The period of the report ends before it begins, or is not in its year.
    PeriodImplausible {
        /// The year of the report.
        year: Year,
    },
    /// What came in and went out, for somebody to compare with the accounts.
    Result {
        /// What came in.
        income: Amount,
        /// What went out; no more than that.
        expenses: Amount,
        /// The currency's code.
        currency: String,
    },
    /// More went out than came in.
    Deficit {
        /// What came in.
        income: Amount,
        /// What went out.
        expenses: Amount,
        /// The currency's code.
        currency: String,
    },
    /// The total of a group is left out, as not every row has an amount.
    TotalIncomplete {
        /// The year of the amounts.
        year: Year,
        /// Whether they are what was planned for the year.
        planned: bool,
    },
    /// A year under `earlier` that is not before the report's, or whose value `previous` has.
    EarlierYear {
        /// The year.
        year: Year,
        /// The year of the report.
        year_of_report: Year,
    },
    /// A fraction whose label has no form after fractions.
    MissingForm(Number),
    /// The report is published before its year is over.
    PublishedEarly {
        /// When it is published.
        published: Date,
        /// The year.
        year: Year,
    },
    /// The report is published many years after its year.
    PublishedLate {
        /// When it is published.
        published: Date,
        /// The year.
        year: Year,
    },
    /// Something was done in another year than the report's.
    DateOutsideYear {
        /// When it was done.
        date: Date,
        /// The year of the report.
        year: Year,
    },
    /// The works are neither in a list nor in groups.
    ActivitiesMissing,
    /// The works are in a list and in groups.
    ActivitiesTwice,
    /// A project ends before it begins.
    ProjectReversed,
    /// A year from before there could be such a report.
    YearImplausible(Year),
    /// An item of a list that was there already.
    DuplicateItem,
    /// The accent colour is too light for white text on it.
    AccentContrast {
        /// The colour.
        color: Rgb,
        /// Its contrast with white in tenths, rounded down.
        tenths: u32,
    },
    /// The accent colour is too light in print for white text on it.
    InkContrast {
        /// The colour.
        color: Cmyk,
        /// Its contrast with the paper in tenths, rounded down.
        tenths: u32,
    },
    /// The accent colour in print is another than on the screen.
    AccentDifference {
        /// The colour on the screen.
        screen: Rgb,
        /// The difference as ΔE₀₀ in tenths, rounded down.
        tenths: u32,
        /// The inks that are nearest to it, if text on them can be read.
        nearest: Option<Cmyk>,
    },
    /// The accent colour has more ink than paper takes.
    TotalInk {
        /// The sum of the four inks in per cent.
        total: u16,
    },
    /// An image cannot be used, or should not be.
    Image {
        /// The image.
        path: ImagePath,
        /// Why.
        fault: ImageFault,
    },
    /// A letter of another alphabet among Latin ones.
    LookalikeLetter {
        /// The word.
        word: String,
        /// The letter.
        letter: char,
        /// The Latin letter that it looks like.
        latin: char,
        /// The alphabet that it is from.
        alphabet: Alphabet,
    },
    /// What a program puts where it could not read a character (U+FFFD).
    ReplacementCharacter,
    /// A text is still to be written.
    Gap {
        /// What replaces it.
        mark: &'static str,
    },
    /// A character that steers a machine and shows nothing.
    ControlCharacter(char),
    /// A character that makes the letters after it read in another direction.
    BidiControl(char),
    /// A character that none of the typefaces has.
    UnsupportedCharacter(char),
    /// A part of a text is longer than can be set.
    TextTooLong {
        /// The part.
        part: TextPart,
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// Markdown that means nothing here.
    Markdown(Markdown),
    /// Words that will be printed otherwise than they were typed, in more than their spaces.
    Typography {
        /// What will be printed in place of each.
        printed: Vec<String>,
    },
    /// The law requires parts that the report does not have yet.
    Statute {
        /// The legal form of the organisation, which decides which law applies.
        form: LegalForm,
        /// What is missing.
        missing: Vec<Requirement>,
    },
    /// A word that the dictionary does not know.
    Spelling {
        /// The word.
        word: String,
        /// Words that may have been meant.
        suggestions: Vec<String>,
    },
    /// More unknown words than are listed.
    MoreSpelling {
        /// How many are not listed.
        count: usize,
        /// How many are.
        listed: usize,
    },
    /// Words that VLKK advises against.
    UsageAdvice(Advice),
    /// The folder that is named holds no template.
    TemplateMissing {
        /// The folder.
        folder: String,
    },
    /// The folder that is named holds no font.
    FontsMissing {
        /// The folder.
        folder: String,
    },
    /// A file cannot be written.
    FileUnwritable {
        /// Its name.
        name: String,
        /// Why.
        why: Unwritable,
    },
    /// Standard output cannot be written to.
    OutputUnwritable(Unwritable),
    /// The program is not called rightly.
    Usage(Usage),
    /// `SOURCE_DATE_EPOCH` is not a number of seconds since 1970, but this.
    SourceDateEpoch(String),
    /// A file is not a profile with which colours can be converted for a press.
    PressProfile {
        /// Its name.
        name: String,
        /// Why.
        why: ProfileError,
    },
    /// An edition cannot be finished.
    Finish(FinishError),
    /// A PDF is not fit for print.
    Pdf(Fault),
    /// Typst has something to say of a designer's own template or typefaces.
    Template {
        /// Whether the work can go on.
        severity: Severity,
        /// What it says, in its own words, or what the template requests that does not exist.
        cause: TemplateCause,
    },
    /// The built-in template cannot be set as it should.
    Internal {
        /// Whether the work can go on.
        severity: Severity,
        /// Where in the template, such as `report.typ:12:3`.
        place: Option<String>,
    },
    /// The program panicked: a bug in it.
    Crash {
        /// Where in its source, such as `src/build.rs:12:3`.
        place: Option<String>,
    },
    /// What somebody else says of the machine, in their words.
    Said {
        /// Whether the work can go on.
        severity: Severity,
        /// What is said.
        message: String,
    },
}

/// What is wrong with a designer's own template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateCause {
    /// It asks for a package; there is neither a network nor a folder of packages.
    Package,
    /// It reads a file outside its folder.
    Outside,
    /// It reads a device, a pipe or the like.
    NotAFile,
    /// It reads a file larger than this, in mebibytes.
    TooLarge(u64),
    /// What Typst says.
    Said(String),
}

/// What cannot be asked of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Usage {
    /// Several reports to standard output.
    SeveralToStandardOutput,
    /// Several editions to standard output.
    EditionsToStandardOutput,
    /// Several editions to the pipe or device of this name.
    EditionsToStream(String),
    /// A PDF to a file whose name does not end in `.pdf`.
    NotPdfName(PathBuf),
    /// Several reports to the file of this name.
    SeveralToOneFile(String),
    /// Two reports that would both become the file of this name.
    SameFile(String),
}

/// What a file holds that is not UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// No text at all.
    Binary,
    /// Text in UTF-16.
    Utf16,
    /// Text in an older encoding, from this line on.
    OtherEncoding {
        /// The line, counted from one.
        line: usize,
    },
}

/// What is wrong with the form of the YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// A line is indented with a tab.
    Tab,
    /// A colon in a text without quotation marks.
    Colon,
    /// A quotation mark that is not closed.
    Quote,
    /// A bracket that is not closed.
    Bracket,
    /// A line that is indented otherwise than its neighbours.
    Indentation,
    /// A text that begins with a character that means something in YAML.
    Character(char),
    /// An alias without its anchor.
    Alias,
    /// A text in quotation marks, or what is in brackets, goes on in a line that is not indented.
    Continuation,
    /// A comment that follows a value without a space.
    Comment,
    /// Text after a value in quotation marks.
    AfterQuote,
    /// A key without its colon.
    NoColon,
    /// A colon or a hyphen without a space after it.
    NoSpace(char),
    /// A backslash in quotation marks, with characters after it that mean nothing.
    Escape,
    /// Anything else.
    Other,
}

/// A part of a report that has a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPart {
    /// A name, heading, label or description of an image, in characters.
    Line,
    /// A paragraph of running text, in characters.
    Paragraph,
    /// A word: characters with no white space between them.
    Word,
    /// The marks on one letter.
    Marks,
    /// The address of a link, in characters.
    Address,
}

/// A kind of value, as the author of a report would call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A text or a number.
    TextOrNumber,
    /// A text, or keys with their values.
    TextOrMapping,
    /// A text or a list of texts.
    TextOrList,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    YesOrNo,
    /// A list.
    List,
    /// Keys with their values.
    Mapping,
    /// `null`, or nothing.
    Nothing,
}

/// An alphabet with letters that look like Latin ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Кирилица.
    Cyrillic,
    /// Ελληνικά.
    Greek,
}

/// What the law requires of a yearly report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// The standing goals.
    Goals,
    /// The goals of the coming year.
    PlannedGoals,
    /// The works planned for the coming year.
    PlannedWorks,
    /// The number of members at the end of the year.
    Members,
    /// The number of members at the end of the year before.
    MembersBefore,
    /// The legal persons among the members.
    MemberList,
    /// The legal form of each of them.
    MemberLegalForms,
    /// The code of each of them.
    MemberCodes,
    /// The contributions of the holders (dalininkai) at both ends of the year.
    Contributions,
    /// The fixed assets bought and disposed of.
    Assets,
}

impl Problem {
    /// The name of the problem for scripts and editors.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileUnreadable { why: Unreadable::TooLarge { .. }, .. } => "file-too-large",
            Self::FileUnreadable { .. } => "file-unreadable",
            Self::FileNotText { .. } => "file-not-text",
            Self::NoRevision { .. } => "revision",
            Self::Draft(fault) => fault.code(),
            Self::FileEmpty => "file-empty",
            Self::YamlSyntax(_) => "yaml-syntax",
            Self::YamlDocuments => "yaml-documents",
            Self::YamlDepth { .. } => "yaml-depth",
            Self::YamlSize { .. } => "yaml-size",
            Self::MissingKey { .. } => "missing-key",
            Self::UnknownKey { .. } | Self::LithuanianKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::WrongType { .. } => "wrong-type",
            Self::EmptyValue { .. } => "empty-value",
            Self::TextWithColon { .. } => "text-with-colon",
            Self::CommentInText { .. } => "comment-in-text",
            Self::CommaInBraces { .. } => "comma-in-braces",
            Self::BulletList => "bullet-list",
            Self::YearText { .. } => "invalid-year",
            Self::EmptyList => "empty-list",
            Self::ListLength { .. } => "list-length",
            Self::UnknownChoice { .. } => "unknown-choice",
            Self::Value(error) => match error {
                ValueError::Amount(_) => "invalid-amount",
                ValueError::Cmyk(_) => "invalid-ink",
                ValueError::Code(_) => "invalid-code",
                ValueError::Count(_) => "invalid-count",
                ValueError::Currency(_) => "invalid-currency",
                ValueError::Date(_) => "invalid-date",
                ValueError::DateSpan(_) => "invalid-date-span",
                ValueError::Email(_) => "invalid-email",
                ValueError::ImagePath(_) => "invalid-image-path",
                ValueError::Line(LineError::Empty) | ValueError::Prose(ProseError::Empty) => "empty-text",
                ValueError::Number(_) => "invalid-number",
                ValueError::Phone(_) => "invalid-phone",
                ValueError::Prose(_) => "invalid-text",
                ValueError::Rgb(_) => "invalid-color",
                ValueError::Website(_) => "invalid-website",
                ValueError::Year(_) => "invalid-year",
                ValueError::YearMonth(_) => "invalid-month",
            },
            Self::MembersTotal { .. } => "members-total",
            Self::MembersPrevious { .. } => "members-previous",
            Self::MembersList { .. } => "members-list",
            Self::ContactEmpty => "contact-empty",
            Self::PeriodImplausible { .. } => "period-implausible",
            Self::Result { .. } => "result",
            Self::Deficit { .. } => "deficit",
            Self::TotalIncomplete { .. } => "total-incomplete",
            Self::EarlierYear { .. } => "earlier-year",
            Self::MissingForm(_) => "missing-form",
            Self::PublishedEarly { .. } => "published-early",
            Self::PublishedLate { .. } => "published-late",
            Self::DateOutsideYear { .. } => "date-outside-year",
            Self::ActivitiesMissing => "activities-missing",
            Self::ActivitiesTwice => "activities-twice",
            Self::ProjectReversed => "project-reversed",
            Self::YearImplausible(_) => "year-implausible",
            Self::DuplicateItem => "duplicate-item",
            Self::AccentContrast { .. } | Self::InkContrast { .. } => "accent-contrast",
            Self::AccentDifference { .. } => "accent-difference",
            Self::TotalInk { .. } => "total-ink",
            Self::Image { fault, .. } => fault.code(),
            Self::LookalikeLetter { .. } => "lookalike-letter",
            Self::ReplacementCharacter => "replacement-character",
            Self::Gap { .. } => "gap",
            Self::ControlCharacter(_) => "control-character",
            Self::BidiControl(_) => "bidi-control",
            Self::TextTooLong { .. } => "text-too-long",
            Self::UnsupportedCharacter(_) => "unsupported-character",
            Self::Markdown(_) => "markdown",
            Self::Typography { .. } => "typography",
            Self::Statute { .. } => "statute",
            Self::Spelling { .. } | Self::MoreSpelling { .. } => "spelling",
            Self::UsageAdvice(_) => "usage-advice",
            Self::TemplateMissing { .. } => "template-missing",
            Self::FontsMissing { .. } => "fonts-missing",
            Self::FileUnwritable { .. } | Self::OutputUnwritable(_) => "file-unwritable",
            Self::Usage(_) => "usage",
            Self::SourceDateEpoch(_) => "source-date-epoch",
            Self::PressProfile { .. } => "press-profile",
            Self::Finish(FinishError::Image | FinishError::Color(_)) => "ink-conversion",
            Self::Pdf(fault) => fault.code(),
            Self::Template { .. }
            | Self::Said { .. }
            | Self::Finish(FinishError::NoBleed | FinishError::NoTitle | FinishError::NoDate) => "template",
            Self::Internal { .. } | Self::Crash { .. } | Self::Finish(FinishError::Broken) => "internal",
        }
    }

    /// Whether the work can go on.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Pdf(fault) if !fault.is_error() => Severity::Warning,
            Self::Draft(fault) => fault.severity(),
            Self::Template { severity, .. }
            | Self::Internal { severity, .. }
            | Self::Said { severity, .. } => *severity,
            Self::MembersList { listed, total } if listed < total => Severity::Warning,
            Self::Image { fault, .. } => fault.severity(),
            Self::Result { .. }
            | Self::Statute { .. }
            | Self::TotalIncomplete { .. }
            | Self::Typography { .. }
            | Self::UsageAdvice(_) => Severity::Note,
            Self::AccentDifference { .. }
            | Self::CommentInText { is_hashtag: false, .. }
            | Self::Deficit { .. }
            | Self::PublishedLate { .. }
            | Self::DateOutsideYear { .. }
            | Self::YearImplausible(_)
            | Self::Markdown(_)
            | Self::Spelling { .. }
            | Self::MoreSpelling { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
