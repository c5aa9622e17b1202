//! All problems, with their codes.
//!
//! The meaning of a code never changes; scripts and editors may rely on it.
//!
//! | code | severity | example |
//! |------|----------|---------|
//! | `file-unreadable` | error | a path that does not exist, or of a folder |
//! | `file-too-large` | error | a file of more than 1 MiB |
//! | `file-not-text` | error | a Word document, or a text that is not UTF-8 |
//! | `revision` | error | `git:HEAD~9` if there are only three versions, or if git is not installed |
//! | `file-empty` | error | a file with nothing but comments |
//! | `file-not-report` | error | running text, a table or a web page without any key |
//! | `yaml-syntax` | error | `mission: "Sumani visuomenė` without the closing quotation mark |
//! | `yaml-documents` | error | a second `---` |
//! | `yaml-depth` | error | `[[[[[[[[[[[[[[[[[[[[[…` |
//! | `yaml-size` | error | nested aliases that expand to a million values |
//! | `missing-key` | error | no `mission` |
//! | `unknown-key` | error | `mision: …` |
//! | `duplicate-key` | error | `mission` twice |
//! | `wrong-type` | error | `members: 25` |
//! | `empty-value` | error | `mission:` with nothing after it |
//! | `bullet-list` | error | a list whose items begin with `•`, or with `-` and no space |
//! | `comma-in-braces` | error | `{ label: 1,2 proc. GPM, amount: 5 }`, where the comma ends the label |
//! | `comment-in-text` | error or warning | `Dalyvavome akcijoje #DaromLietuva`, where YAML reads a comment |
//! | `text-with-colon` | error | `- Renginys: dirbtuvės`, which YAML reads as a key and a value |
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
//! | `invalid-text` | error | `mission: "[čia](lsik)"`: an invalid link target or language code, or a table that would lose cells |
//! | `invalid-color` | error | `screen: red` |
//! | `invalid-website` | error | `website: lsik` |
//! | `invalid-year` | error | `year: 23`, or `year: 2013-2014` |
//! | `members-total` | error | 8 + 9 + 6 + 1 members in groups, and `total: 25` |
//! | `members-previous` | error | the same for the previous year |
//! | `holders-unstated` | warning | the `members` of a public institution, which may be its holders |
//! | `members-list` | error, warning or note | 26 members listed of 25, or 24; a note of `check` if some may be natural persons |
//! | `contact-empty` | error | a section `contact` with a motto only |
//! | `period-implausible` | error | `period: { from: 2023-09-01, to: 2023-01-31 }` |
//! | `result` | note | only from `check`: income of 28 344, expenses of 28 344 |
//! | `total-incomplete` | note | only from `check`: two of three rows have an amount for 2022 |
//! | `deficit` | note | only from `check`: expenses of 30 000, income of 28 344 |
//! | `earlier-year` | error | `earlier: { 2024: 5100 }` in the report on 2023 |
//! | `missing-form` | error | `value: 3.5` with a label without the form `many` |
//! | `published-early` | error | `published: 2023-12-01` in the report on 2023 |
//! | `published-late` | warning | `published: 2033-03-29` in the report on 2023 |
//! | `date-outside-year` | warning | an activity of `2022-05-12` in the report on 2023 |
//! | `activities-missing` | error | `activities` with neither `items` nor `groups` |
//! | `activities-twice` | error | `activities` with both |
//! | `project-reversed` | error | a project from `2024-02` to `2022-03` |
//! | `year-implausible` | warning | `year: 1932` |
//! | `duplicate-item` | error | the same activity twice |
//! | `accent-contrast` | error | `screen: "#ffff00"`, or `print: [0, 0, 100, 0]`: white text on it is not legible |
//! | `accent-difference` | warning | `screen: "#0b5563"` with `print: [0, 90, 90, 30]` |
//! | `total-ink` | error | `print: [90, 90, 90, 90]`: paper cannot take 360 % |
//! | `image-missing` | error | `file: images/x.jpg`, which does not exist |
//! | `image-outside` | error | a symbolic link to a file outside the report's folder |
//! | `image-unreadable` | error | an image without read permission |
//! | `image-unknown` | error | `file: notes.docx` |
//! | `image-too-large` | error | a file of more than 64 MiB, or an image of more than 100 megapixels |
//! | `image-profile` | error | a photograph with a damaged colour profile, or one for Lab |
//! | `image-svg` | error or warning | an SVG that links to another file, or has a character that no font has; a line of 0.1 pt or a missing typeface in it |
//! | `image-too-complex` | error | an SVG of millions of elements |
//! | `image-ink` | error | a photograph that was saved in CMYK |
//! | `image-resolution` | error or warning | an image 600 pixels wide at full text width; a note if no print edition is requested |
//! | `lookalike-letter` | error | `klasteris` with a Cyrillic `а` |
//! | `replacement-character` | error | `Susisiek�te` |
//! | `control-character` | error | `"a\u0007b"` |
//! | `bidi-control` | error | U+202E, which makes the text after it read from right to left |
//! | `gap` | error | `TODO` or `…` instead of a text; allowed in a draft |
//! | `text-too-long` | error | a paragraph of more than 16 000 characters, or a word of more than 500 |
//! | `unsupported-character` | error | `日`, which no font has |
//! | `markdown` | warning | `# Heading` in running text |
//! | `typography` | note | only from `check`: `"Ramintoja" 9-12`, printed „Ramintoja“ 9–12 |
//! | `statute` | note | only from `check`: an association without plans for the next year |
//! | `spelling` | warning | `Susisiekiye` |
//! | `usage-advice` | note | only from `check --spelling`: `pilnai`, for which VLKK recommends `visiškai` |
//! | `template-missing` | error | `--template DIR` with a folder without `report.typ` |
//! | `fonts-missing` | error | `--fonts DIR` with a folder without fonts |
//! | `file-unwritable` | error | `-o report.pdf` where `report.pdf` is a Word document, or the disk is full |
//! | `usage` | error | `-o -` for several reports |
//! | `source-date-epoch` | error | a `SOURCE_DATE_EPOCH` that is not a number of seconds |
//! | `press-profile` | error | `--profile sRGB.icc` |
//! | `ink-conversion` | error | a gradient in an SVG whose colours cannot be converted to CMYK |
//! | `template` | error or warning | Typst's messages about a custom template |
//! | `internal` | error or warning | Typst's messages about the embedded template, or a panic: a bug in the program |
//!
//! Codes that begin with `draft-` are about returned drafts, and are listed in [`super::draft_fault`]. Codes that begin
//! with `pdf-` are about print PDFs, and are listed in [`crate::press::preflight`].

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
    Amount, Cmyk, Date, ImagePath, LineError, Markdown, Number, ProseError, Rgb, ValueError, Year,
};

/// A problem with a report or a file.
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
        /// Its actual content.
        content: Content,
    },
    /// The requested version of the file does not exist.
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
    /// The file is empty.
    FileEmpty,
    /// The file has no key of a report.
    NotReport,
    /// The file is not valid YAML.
    YamlSyntax(Syntax),
    /// Valid YAML that reads differently from what its author meant.
    Misread(Syntax),
    /// The file contains more than one YAML document.
    YamlDocuments,
    /// The file is nested too deeply.
    YamlDepth {
        /// The maximum nesting depth.
        limit: usize,
    },
    /// The file has too many values.
    YamlSize {
        /// The maximum number of values, with aliases expanded.
        limit: usize,
    },
    /// A required key is missing.
    MissingKey {
        /// The key.
        key: String,
        /// The path of the mapping; empty for the root.
        parent: String,
    },
    /// An unknown key.
    UnknownKey {
        /// The key.
        key: String,
        /// The most similar known key.
        nearest: Option<String>,
        /// All known keys.
        known: Vec<String>,
    },
    /// A key that belongs elsewhere.
    MisplacedKey {
        /// The key.
        key: String,
        /// The only place where it is known, with the keys above it.
        place: String,
    },
    /// A name with its number where keys are expected, such as `Sąnaudos: 28344`.
    NameAsKey {
        /// The name.
        name: String,
    },
    /// A key in Lithuanian.
    LithuanianKey {
        /// The word.
        key: String,
        /// The corresponding key; its full path if it belongs elsewhere.
        path: String,
        /// Whether the corresponding key belongs here.
        is_here: bool,
    },
    /// A key of the author's own that has a place under another name.
    OwnKey {
        /// The key.
        key: String,
        /// The key for such content, with the keys above it.
        place: String,
        /// All known keys.
        known: Vec<String>,
    },
    /// A key whose value belongs one level higher, such as the second in `image: { image: { file: … } }`.
    ExtraLevel {
        /// The key.
        key: String,
    },
    /// A sum that the program computes.
    ComputedTotal {
        /// The key.
        key: String,
    },
    /// The name of a group in place of a key, such as `Valdyba:` with a list of people.
    GroupAsKey {
        /// The name.
        title: String,
    },
    /// A duplicate key.
    DuplicateKey {
        /// The key.
        key: String,
        /// The types of the two values.
        kinds: [Kind; 2],
        /// Whether one value can hold the contents of both.
        can_be_joined: bool,
    },
    /// A value of the wrong type.
    WrongType {
        /// The expected type.
        expected: Kind,
        /// The actual type.
        found: Kind,
        /// The value as written, if it is short.
        written: Option<String>,
    },
    /// A missing value.
    EmptyValue {
        /// The expected type.
        expected: Kind,
    },
    /// An item of a list with nothing in it.
    EmptyItem,
    /// A text with a colon, which YAML reads as a key and a value.
    TextWithColon {
        /// The text.
        text: String,
    },
    /// A text whose end YAML reads as a comment.
    CommentInText {
        /// Whether the comment looks like a hashtag, without a space after `#`.
        is_hashtag: bool,
        /// The comment.
        text: String,
    },
    /// A text in a flow mapping that ends at a comma.
    CommaInBraces {
        /// The whole text.
        text: String,
    },
    /// List items that begin with bullets instead of hyphens.
    BulletList,
    /// A text instead of a year.
    YearText {
        /// The text.
        text: String,
    },
    /// An empty list.
    EmptyList,
    /// A list with the wrong length.
    ListLength {
        /// The expected length.
        expected: usize,
        /// The actual length.
        found: usize,
    },
    /// A word that is not one of the possible values.
    UnknownChoice {
        /// The word.
        word: String,
        /// The most similar possible value.
        nearest: Option<String>,
        /// All possible values.
        known: Vec<String>,
    },
    /// A malformed value.
    Value(ValueError),
    /// The members of the groups do not add up to the total.
    MembersTotal {
        /// The sum of the groups.
        sum: u64,
        /// The stated total.
        total: u32,
    },
    /// The members of the groups do not add up to the total of the previous year.
    MembersPrevious {
        /// The sum of the groups.
        sum: u64,
        /// The stated total.
        total: u32,
    },
    /// The number of listed members differs from the total.
    MembersList {
        /// The number of listed members.
        listed: u32,
        /// The stated total.
        total: u32,
        /// Whether some members may be natural persons, who need not be listed.
        may_be_shorter: bool,
    },
    /// A public institution does not say whether its members are its holders.
    HoldersUnstated,
    /// The contact section contains no contacts.
    ContactEmpty,
    /// The reporting period ends before it starts, or does not include a day of the year.
    PeriodImplausible {
        /// The year of the report.
        year: Year,
    },
    /// Income and expenses, for comparison with the accounts.
    Result {
        /// The income.
        income: Amount,
        /// The expenses, which do not exceed the income.
        expenses: Amount,
        /// The currency code.
        currency: String,
    },
    /// The expenses exceed the income.
    Deficit {
        /// The income.
        income: Amount,
        /// The expenses.
        expenses: Amount,
        /// The currency code.
        currency: String,
    },
    /// The total of a group is not printed, because some rows have no amount.
    TotalIncomplete {
        /// The year of the amounts.
        year: Year,
        /// Whether they are planned amounts.
        planned: bool,
    },
    /// A year under `earlier` that is not before the report's year, or that is also given by `previous`.
    EarlierYear {
        /// The year.
        year: Year,
        /// The year of the report.
        year_of_report: Year,
    },
    /// A fraction with a label that has no form for fractions.
    MissingForm(Number),
    /// The report is published before the end of its year.
    PublishedEarly {
        /// The publication date.
        published: Date,
        /// The year.
        year: Year,
    },
    /// The report is published years after its year.
    PublishedLate {
        /// The publication date.
        published: Date,
        /// The year.
        year: Year,
    },
    /// A date is not in the report's year.
    DateOutsideYear {
        /// The date.
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
    /// The total ink of the accent colour exceeds the limit.
    TotalInk {
        /// The sum of the four inks, in per cent.
        total: u16,
    },
    /// An image cannot be used, or should not be.
    Image {
        /// The image.
        path: ImagePath,
        /// Why.
        fault: ImageFault,
    },
    /// A letter of another alphabet in a word with Latin letters.
    LookalikeLetter {
        /// The word.
        word: String,
        /// The letter.
        letter: char,
        /// The Latin letter that it looks like.
        latin: char,
        /// The alphabet of the letter.
        alphabet: Alphabet,
    },
    /// A replacement character (U+FFFD).
    ReplacementCharacter,
    /// A text has not been written yet.
    Gap {
        /// The marker of the gap.
        mark: &'static str,
    },
    /// A control character.
    ControlCharacter(char),
    /// A bidirectional control.
    BidiControl(char),
    /// A character that no font has.
    UnsupportedCharacter(char),
    /// Part of a text is too long.
    TextTooLong {
        /// The part.
        part: TextPart,
        /// Its length.
        length: usize,
        /// The maximum length.
        limit: usize,
    },
    /// Unsupported Markdown.
    Markdown(Markdown),
    /// Words that are printed with different characters than typed.
    Typography {
        /// The printed form of each.
        printed: Vec<String>,
    },
    /// The report lacks parts required by law.
    Statute {
        /// The law.
        law: Law,
        /// The missing parts.
        missing: Vec<Requirement>,
    },
    /// A word that is not in the dictionary.
    Spelling {
        /// The word.
        word: String,
        /// Suggested words.
        suggestions: Vec<String>,
    },
    /// There are more misspelled words than are listed.
    MoreSpelling {
        /// The number of words that are not listed.
        count: usize,
        /// The number of listed words.
        listed: usize,
    },
    /// Words that VLKK advises against.
    UsageAdvice(Advice),
    /// A folder without a template.
    TemplateMissing {
        /// The folder.
        folder: String,
    },
    /// A folder without fonts.
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
    /// Invalid arguments.
    Usage(Usage),
    /// `SOURCE_DATE_EPOCH` is not a number of seconds since 1970, but this text.
    SourceDateEpoch(String),
    /// A file is not a usable press profile.
    PressProfile {
        /// Its name.
        name: String,
        /// Why.
        why: ProfileError,
    },
    /// An edition cannot be exported.
    Finish(FinishError),
    /// A preflight fault of a PDF.
    Pdf(Fault),
    /// A message of Typst about a custom template or custom fonts.
    Template {
        /// The severity.
        severity: Severity,
        /// The cause.
        cause: TemplateCause,
    },
    /// A message of Typst about the embedded template, which is a bug in it.
    Internal {
        /// The severity.
        severity: Severity,
        /// The location in the template, such as `report.typ:12:3`.
        place: Option<String>,
    },
    /// A panic, which is a bug in the program.
    Crash {
        /// The location in the source code, such as `src/build.rs:12:3`.
        place: Option<String>,
    },
    /// A message from the operating system or another program.
    External {
        /// The severity.
        severity: Severity,
        /// The message.
        message: String,
    },
}

/// A problem with a custom template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateCause {
    /// It imports a package, but packages are not available.
    Package,
    /// It reads a file outside its folder.
    Outside,
    /// It reads a device, a pipe or the like.
    NotAFile,
    /// It reads a file larger than this, in mebibytes.
    TooLarge(u64),
    /// Another message of Typst.
    Typst(String),
}

/// Invalid arguments.
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
    /// Two reports whose output would be the same file of this name.
    SameFile(String),
}

/// The content of a file that is not UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Binary data.
    Binary,
    /// Text in UTF-16.
    Utf16,
    /// Text in another encoding.
    OtherEncoding {
        /// The first line with invalid bytes, from 1.
        line: usize,
    },
}

/// A YAML syntax error.
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
    /// Inconsistent indentation.
    Indentation,
    /// A text that begins with a YAML indicator character.
    Character(char),
    /// An alias without an anchor.
    Alias,
    /// A quoted text or flow collection that continues on a line without indentation.
    Continuation,
    /// A comment without a space before it.
    Comment,
    /// Text after a quoted value.
    AfterQuote,
    /// A key without a colon.
    NoColon,
    /// A key with signs around it, or with another sign than a colon after it.
    Key,
    /// A line that is neither a key with its value nor an item of a list.
    NoKey,
    /// A text in place of the first key of an item.
    NoFirstKey,
    /// An item of a list without its hyphen.
    NoHyphen,
    /// A hyphen before a key that begins no item.
    Hyphen,
    /// A dash in place of a value.
    Dash,
    /// Keys and values between brackets of another kind than braces.
    Braces,
    /// A colon or a hyphen without a space after it.
    NoSpace(char),
    /// An unknown escape sequence in quotation marks.
    Escape,
    /// Marks after a closing bracket.
    AfterBracket,
    /// Several values in braces where a list is written in brackets.
    SeveralInBraces,
    /// A comma or a semicolon after a closing quotation mark.
    CommaAfterQuote,
    /// The first item of a list on the line of its key.
    ItemBesideKey,
    /// Several keys on one line, without braces.
    SeveralKeys,
    /// Anything else.
    Other,
}

/// A part of a text whose length is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextPart {
    /// A name, heading, label or alternative text, in characters.
    Line,
    /// A paragraph of running text, in characters.
    Paragraph,
    /// A word, in characters.
    Word,
    /// The combining marks on one letter.
    Marks,
    /// A link target, in characters.
    Address,
    /// The places in a paragraph where a long word or an address may be broken.
    Breaks,
}

/// A type of value, in terms familiar to authors of reports.
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
    Integer,
    /// `true` or `false`.
    Bool,
    /// A list.
    List,
    /// Keys with their values.
    Mapping,
    /// `null`, or nothing.
    Null,
}

/// An alphabet with letters that look like Latin ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Кирилица.
    Cyrillic,
    /// Ελληνικά.
    Greek,
}

/// A law that lists the contents of a yearly report, as in the source that [`crate::rules::statute`] names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Law {
    /// Asociacijų įstatymas.
    Associations,
    /// Viešųjų įstaigų įstatymas, for a year that ended before it was reworded from 2024-05-01.
    PublicInstitutions,
    /// The same for a later year: the contents in the new wording have not been compared.
    PublicInstitutionsReworded,
}

/// A legal requirement for a yearly report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Requirement {
    /// The long-term goals.
    Goals,
    /// The goals of the coming year.
    PlannedGoals,
    /// The works planned for the coming year.
    PlannedWorks,
    /// The number of members at the end of the year.
    Members,
    /// The number of members at the end of the previous year.
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
    /// The code of the problem.
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileUnreadable { why: Unreadable::TooLarge { .. }, .. } => "file-too-large",
            Self::FileUnreadable { .. } => "file-unreadable",
            Self::FileNotText { .. } => "file-not-text",
            Self::NoRevision { .. } => "revision",
            Self::Draft(fault) => fault.code(),
            Self::FileEmpty => "file-empty",
            Self::NotReport => "file-not-report",
            Self::YamlSyntax(_) => "yaml-syntax",
            Self::YamlDocuments => "yaml-documents",
            Self::YamlDepth { .. } => "yaml-depth",
            Self::YamlSize { .. } => "yaml-size",
            Self::MissingKey { .. } => "missing-key",
            Self::UnknownKey { .. }
            | Self::MisplacedKey { .. }
            | Self::NameAsKey { .. }
            | Self::OwnKey { .. }
            | Self::ExtraLevel { .. }
            | Self::ComputedTotal { .. }
            | Self::GroupAsKey { .. }
            | Self::LithuanianKey { .. } => "unknown-key",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::WrongType { .. } | Self::Misread(_) => "wrong-type",
            Self::EmptyValue { .. } | Self::EmptyItem => "empty-value",
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
            Self::HoldersUnstated => "holders-unstated",
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
            | Self::External { .. }
            | Self::Finish(FinishError::NoBleed | FinishError::NoTitle | FinishError::NoDate) => "template",
            Self::Internal { .. } | Self::Crash { .. } | Self::Finish(FinishError::Broken) => "internal",
        }
    }

    /// The severity of the problem.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Pdf(fault) if !fault.is_error() => Severity::Warning,
            Self::Draft(fault) => fault.severity(),
            Self::Template { severity, .. }
            | Self::Internal { severity, .. }
            | Self::External { severity, .. } => *severity,
            Self::MembersList { listed, total, may_be_shorter } if listed < total => {
                if *may_be_shorter {
                    Severity::Note
                } else {
                    Severity::Warning
                }
            }
            Self::Image { fault, .. } => fault.severity(),
            Self::Result { .. }
            | Self::Deficit { .. }
            | Self::Statute { .. }
            | Self::TotalIncomplete { .. }
            | Self::Typography { .. }
            | Self::HoldersUnstated
            | Self::UsageAdvice(_) => Severity::Note,
            Self::AccentDifference { .. }
            | Self::CommentInText { is_hashtag: false, .. }
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
