//! English.

mod files;
mod image;
pub(super) mod preflight;
pub(super) mod review;
mod template;
mod usage;

use super::{Tally, Words, figures};
use crate::diagnostic::finding::Role;
use crate::diagnostic::problem::{
    Alphabet, Content, Kind, Law, Problem, Requirement, Syntax, TextPart, Usage,
};
use crate::files::Unreadable;
use crate::lithuanian::agreement::{english, grouped};
use crate::press::ink::{MAX_TOTAL_INK, ProfileError};
use crate::report::{
    Date, DateSpanError, ImagePathError, LineError, Markdown, NumberError, ProseError, ValueError,
};

#[expect(clippy::too_many_lines, reason = "one arm for each problem, as in a dictionary")]
pub(super) fn problem(problem: &Problem) -> Words {
    match problem {
        Problem::FileUnreadable { name, why } => {
            let words = files::unreadable(Some(name), why);
            match why {
                Unreadable::Missing => {
                    words.hint("give the path of the report's YAML file, such as data/2023.yaml")
                }
                Unreadable::Folder => {
                    words.hint(format!("name the report's YAML file in it, such as {name}/2023.yaml"))
                }
                Unreadable::NotRegular => words.hint("for standard input, write -"),
                Unreadable::TooLarge { .. } => {
                    words.hint("check that this is the right file; images belong in separate files")
                }
                Unreadable::Forbidden | Unreadable::Failed(_) => words,
            }
        }
        Problem::FileNotText { name, content } => match content {
            Content::Binary => Words::new(format!("{name} is not a text file"))
                .hint("give the report's YAML file, not a Word document, a PDF or an image"),
            Content::Utf16 => Words::new(format!("{name} is encoded in UTF-16, not in UTF-8"))
                .hint("save the file in the UTF-8 encoding"),
            Content::OtherEncoding { line } => {
                Words::new(format!("{name} is not in UTF-8: line {line} has invalid bytes"))
                    .hint("save the file in the UTF-8 encoding")
            }
        },
        Problem::NoRevision { file, revision, why } => files::no_revision(file, revision, why),
        Problem::Draft(fault) => review::draft(fault),
        Problem::FileEmpty => Words::new("the file is empty")
            .hint("begin with the keys organization, year, about, mission, vision …"),
        Problem::NotReport => {
            Words::new("this is not a report: the file has no key such as organization: or year:")
                .hint("write each part of the report after its key; a copy of last year's report is a good start")
        }
        Problem::YamlSyntax(syntax) | Problem::Misread(syntax) => self::syntax(syntax),
        Problem::YamlDocuments => {
            Words::new("a second YAML document starts here, but a file can contain only one report")
                .hint("delete the line --- or ...; move a second report to a separate file")
        }
        Problem::YamlDepth { limit } => Words::new(format!("this is nested more than {limit} levels deep")),
        Problem::YamlSize { limit } => Words::new(format!("the file has more than {} values", grouped(*limit as u64)))
            .hint("check that this is the right file, and that * does not repeat large values"),
        Problem::MissingKey { key, parent } if parent.is_empty() => {
            Words::new(format!("the key {key} is missing"))
                .hint(format!("add a line that begins with {key}:"))
        }
        Problem::MissingKey { key, parent } => {
            Words::new(format!("the key {key} is missing in {}", location(parent)))
                .hint(format!("add {key}: with its value"))
        }
        // A decimal comma: `{ amount: 28344,50 }`.
        Problem::UnknownKey { key, .. }
            if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Words::new(format!("after the comma, YAML expects another key, and {key} is not one"))
                .hint("write a decimal point before the cents: 28344.50")
        }
        Problem::MisplacedKey { key, place } => {
            let place = place.replace('.', " → ");
            Words::new(format!("the key {key} does not belong here: write {place}"))
        }
        Problem::NameAsKey { name } => Words::new(format!("“{name}” is taken for a key, but is a name"))
            .hint("write the name and what belongs to it after separate keys"),
        Problem::UnknownKey { key, nearest, known } => {
            let words = Words::new(format!("unknown key {key}"));
            match nearest {
                Some(nearest) => words.hint(format!("did you mean {nearest}?")),
                None => words.hint(format!("known keys: {}", known.join(", "))),
            }
        }
        Problem::LithuanianKey { key, path, is_here: true } => {
            Words::new(format!("keys are in English: write {path} instead of “{key}”"))
        }
        Problem::LithuanianKey { key, path, .. } => {
            Words::new(format!("keys are in English: “{key}” means {}, which does not belong here", location(path)))
        }
        Problem::OwnKey { key, place, known } => {
            let words = Words::new(format!("unknown key {key}"));
            let words = match place.as_str() {
                "sections" => words.hint("a section of your own belongs in sections"),
                "from" => return words.hint("write the beginning of the period after from and its end after to"),
                "text" | "body" => words.hint(format!("write these words after {place}, with the other text")),
                "label" | "name" | "title" => words.hint(format!("write these words after {place}, in brackets")),
                "motto" => words.hint("these words can be written after motto; they will be below the heading"),
                _ => words.hint("other contacts and details belong in contact → other"),
            };
            words.hint(format!("known keys: {}", known.join(", ")))
        }
        Problem::ExtraLevel { key } => Words::new(format!("the key {key} does not belong here"))
            .hint("delete it, and move what follows it one level up"),
        Problem::ComputedTotal { key } => Words::new(format!("{key} is not needed here: the total is computed"))
            .hint("delete this line"),
        Problem::GroupAsKey { title } => {
            Words::new(format!("“{title}” is taken for a key, but is the name of a group"))
                .hint("write the name of the group after title and the list after items")
        }
        Problem::DuplicateKey { key, kinds: [first, second], can_be_joined } => {
            let kinds = if first == second {
                String::new()
            } else {
                format!(": once with {}, once with {}", kind(*first), kind(*second))
            };
            let words = Words::new(format!("the key {key} appears twice{kinds}"));
            match (can_be_joined, [first, second].map(|kind| *kind == Kind::Null)) {
                (true, _) => words.hint("put the contents of both under one of the two and delete the other"),
                (_, [true, _] | [_, true]) => words.hint("delete the one without a value"),
                _ => words.hint("keep one of the two and delete the other with all that belongs to it"),
            }
        }
        Problem::WrongType { expected, found, written } => wrong_type(*expected, *found, written.as_deref()),
        Problem::EmptyValue { expected } => {
            Words::new(format!("expected {}, found nothing", kind(*expected)))
                .hint("write it, or leave the key out if it is optional")
        }
        Problem::EmptyItem => Words::new("this list item is empty")
            .hint("write its text, or delete its hyphen as well"),
        Problem::TextWithColon { text } => {
            Words::new("because of the colon, YAML reads this text as a key and its value")
                .hint(format!("put the whole text in quotation marks: \"{}\"", text.replace('"', "\\\"")))
        }
        Problem::CommentInText { is_hashtag: true, text } => {
            Words::new(format!("after a space, # begins a comment: “{text}” would not be printed"))
                .hint("if it is text, put the whole text in quotation marks; if it is a comment, put a space after #")
        }
        Problem::CommentInText { text, .. } => {
            Words::new(format!("this is a comment and will not be printed: “{text}”"))
                .hint("if it is text, put the whole text in quotation marks")
        }
        Problem::CommaInBraces { .. } => {
            Words::new("between braces a comma ends the text; the rest of this text would be lost")
                .hint("put the whole text in quotation marks")
        }
        Problem::BulletList => Words::new("the items of a list begin with a hyphen and a space")
            .hint("replace each bullet with a hyphen and a space, and start each item on its own line"),
        Problem::YearText { text } => Words::new(format!("“{text}” is not a year"))
            .hint("write one year in digits; for part of a year, or parts of two, also add period:"),
        Problem::EmptyList => Words::new("the list is empty").hint("write at least one item"),
        Problem::ListLength { expected, found } => {
            Words::new(format!("expected {expected} items, found {found}"))
        }
        Problem::UnknownChoice { word, nearest, known } => {
            let words = Words::new(format!("“{word}” is not one of the possible values"));
            let words = match nearest {
                Some(nearest) => words.hint(format!("did you mean {nearest}?")),
                None => words,
            };
            words.hint(format!("possible values: {}", known.join(", ")))
        }
        Problem::Value(error) => value_error(error),
        Problem::MembersTotal { sum, total } => {
            Words::new(format!("the member groups add up to {}, not to the total of {}", grouped(*sum), grouped((*total).into())))
                .hint("correct the total or the groups")
        }
        Problem::MembersPrevious { sum, total } => Words::new(format!(
            "the member groups of the previous year add up to {}, not to the total of {}",
            grouped(*sum),
            grouped((*total).into())
        ))
        .hint("correct the total or the groups"),
        Problem::MembersList { listed, total, may_be_shorter } => {
            let words = Words::new(format!(
                "the list names {}, but the total is {}",
                english(u64::from(*listed), ["member", "members"]),
                grouped((*total).into())
            ));
            if listed < total && *may_be_shorter {
                words.hint("is anyone missing? Members who are not legal persons may be left out")
            } else {
                words.hint("correct the list or the total")
            }
        }
        Problem::HoldersUnstated => Words::new(
            "the members of a public institution are called its holders (dalininkai) unless the report says otherwise",
        )
        .hint("if they are not, add holders: false to members; holders: true confirms that they are"),
        Problem::ContactEmpty => Words::new("the section contact names no way to reach the organisation")
            .hint("add email:, website:, phone:, address: or other:"),
        Problem::PeriodImplausible { year } => Words::new(format!(
            "the period does not fit the reporting year {}: it must end after it starts, and include a day of the year",
            year.get()
        ))
        .hint("correct period: or year:; a report on a calendar year needs no period:")
        .hint(format!("write, for example: period: {{ from: {0}-09-01, to: {0}-12-31 }}", year.get())),
        Problem::Result { income, expenses, currency } => Words::new(format!(
            "income {} {currency}, expenses {} {currency}, result of the year {} {currency}",
            figures::money(*income),
            figures::money(*expenses),
            figures::money(*income - *expenses)
        )),
        Problem::Deficit { income, expenses, currency } => Words::new(format!(
            "the year ends with a deficit of {} {currency}",
            figures::money(*expenses - *income)
        ))
        .note(format!(
            "income {} {currency}, expenses {} {currency}",
            figures::money(*income),
            figures::money(*expenses)
        ))
        .hint("check the amounts; if they are correct, there is nothing to do"),
        Problem::TotalIncomplete { year, planned } => Words::new(format!(
            "no total is printed for {}{}: some rows have no amount",
            year.get(),
            if *planned { " as planned" } else { "" }
        ))
        .hint("give every row an amount; write 0 if it was zero"),
        Problem::EarlierYear { year, year_of_report } if year >= year_of_report => {
            Words::new(format!("{} is not before the reporting year {}", year.get(), year_of_report.get()))
                .hint("move the number to its own key, or correct the year")
        }
        Problem::EarlierYear { year, .. } => {
            Words::new(format!("the number of {} is given twice, under previous: and under earlier:", year.get()))
                .hint("keep one of them")
        }
        Problem::MissingForm(number) => {
            Words::new(format!("the label has no form for the fraction {}", number.decimal()))
                .hint("add many:, the form after fractions (3,5 medžio), or give one fixed text as the label")
        }
        Problem::PublishedEarly { published, year } => Words::new(format!(
            "the report is published on {}, before the end of {}",
            date(*published),
            year.get()
        ))
        .hint("correct the date or the year"),
        Problem::PublishedLate { published, year } => {
            Words::new(format!("the report is published on {}, years after {}", date(*published), year.get()))
                .hint("correct the date or the year, if one of them is wrong")
        }
        Problem::DateOutsideYear { date, year } => {
            Words::new(format!("{} is not in the reporting year {}", self::date(*date), year.get()))
                .hint("correct the date, if it is wrong")
        }
        Problem::ActivitiesMissing => Words::new("activities has neither items nor groups")
            .hint("list what was done under items:, or in groups with titles under groups:"),
        Problem::ActivitiesTwice => Words::new("activities has both items and groups")
            .hint("keep one of the two: move the items into a group, or the groups' items into items:"),
        Problem::ProjectReversed => Words::new("the project ends before it begins")
            .hint("correct from: or to:"),
        Problem::YearImplausible(year) => {
            Words::new(format!("{} is an unlikely year for a report", year.get()))
                .hint("correct the year, if it is wrong")
        }
        Problem::DuplicateItem => Words::new("this item is in the list twice").hint("keep one of the two"),
        Problem::AccentContrast { color, tenths } => Words::new(format!(
            "the contrast of the colour {color} with white is too low: {}.{} : 1",
            tenths / 10,
            tenths % 10
        ))
        .hint("choose a darker colour, with a contrast of at least 4.5 : 1"),
        Problem::InkContrast { color, tenths } => Words::new(format!(
            "the contrast of the colour {color} with paper is too low: {}.{} : 1",
            tenths / 10,
            tenths % 10
        ))
        .hint("use more ink, for a contrast of at least 4.5 : 1, or leave out print:, so that the screen colour is converted"),
        Problem::AccentDifference { screen, tenths, nearest } => {
            const CONVERTED: &str = "leave out print:, so that the screen colour is converted";
            Words::new(format!(
                "this colour looks different from the screen colour {screen}: ΔE₀₀ {}.{}, more than 5",
                tenths / 10,
                tenths % 10
            ))
            .hint(nearest.map_or_else(
                || CONVERTED.to_owned(),
                |nearest| format!("use inks such as {nearest}, or {CONVERTED}"),
            ))
        }
        Problem::TotalInk { total } => Words::new(format!(
            "the total ink of the colour is {total} %, but paper takes at most {MAX_TOTAL_INK} %"
        ))
        .hint("use less cyan, magenta and yellow, and more black instead"),
        Problem::Image { path, fault } => image::fault(path, fault),
        Problem::LookalikeLetter { word, letter, latin, alphabet } => Words::new(format!(
            "“{word}” has the {} letter “{letter}”, which only looks like “{latin}”",
            match alphabet {
                Alphabet::Cyrillic => "Cyrillic",
                Alphabet::Greek => "Greek",
            }
        ))
        .note(code_point(*letter))
        .hint(format!("retype “{latin}”; otherwise searching will not find the word")),
        Problem::Gap { mark } => Words::new(format!("a text has not been written yet: {mark} marks the gap"))
            .hint("write the text, or delete the key if there is nothing to write; a draft can be made as it is: ataskaita draft"),
        Problem::ReplacementCharacter => Words::new("the character � stands for a character that was lost")
            .note(code_point('\u{fffd}'))
            .hint("type the original character"),
        Problem::ControlCharacter(c) => Words::new("the text contains an invisible control character")
            .note(code_point(*c))
            .hint("delete it; such characters often come with text copied from a PDF"),
        Problem::BidiControl(c) => {
            Words::new("the text contains an invisible character that changes the direction of writing")
                .note(code_point(*c))
                .hint("delete it; it is often copied along with a phone number or a message")
        }
        Problem::TextTooLong { part, length, limit } => text_too_long(*part, *length, *limit),
        Problem::UnsupportedCharacter(c) => Words::new(format!("no font has the character “{c}”"))
            .note(code_point(*c))
            .hint("write it another way: an archival PDF must show every character"),
        Problem::Markdown(markdown) => self::markdown(*markdown),
        Problem::Typography { printed } => {
            Words::new(format!("this will be printed as: {}", printed.join("; ")))
        }
        Problem::Statute { law, missing } => statute(*law, missing),
        Problem::Spelling { word, suggestions } => {
            let words = Words::new(format!("“{word}” is not in the dictionary"));
            let words = if suggestions.is_empty() {
                words
            } else {
                words.hint(format!("did you mean {}?", suggestions.join(", ")))
            };
            words.hint("if it is correct, add it to the list under spelling:")
        }
        Problem::MoreSpelling { count, listed } => {
            let count = english(*count as u64, ["more word is", "more words are"]);
            Words::new(format!("{count} not in the dictionary; the first {listed} are listed"))
                .hint("if the text is in another language, mark it: [words](lang:en)")
        }
        Problem::UsageAdvice(advice) => usage::advice(advice),
        Problem::TemplateMissing { folder } => Words::new(format!("{folder} contains no template"))
            .hint("give a folder that contains report.typ"),
        Problem::FontsMissing { folder } => Words::new(format!("{folder} contains no fonts"))
            .hint("give a folder with TrueType or OpenType files"),
        Problem::FileUnwritable { name, why } => files::unwritable(name, *why),
        Problem::OutputUnwritable(why) => files::output_unwritable(*why),
        Problem::Usage(usage) => match usage {
            Usage::SeveralToStandardOutput => {
                Words::new("several reports cannot be written to standard output")
                    .hint("give a folder with -o")
            }
            Usage::EditionsToStandardOutput => {
                Words::new("several PDFs cannot be written to standard output")
                    .hint("choose one: --edition screen, --edition print, --booklet or --spreads")
            }
            Usage::EditionsToStream(name) => {
                Words::new(format!("several PDFs cannot be written to the pipe or device {name}"))
                    .hint("choose one: --edition screen, --edition print, --booklet or --spreads")
            }
            Usage::NotPdfName(path) => {
                let words = Words::new(format!("the name {} does not end in .pdf", path.display()))
                    .hint(format!("write -o {}", path.with_extension("pdf").display()));
                match path.extension() {
                    None => words.hint(format!("if it is a folder, write -o {}/", path.display())),
                    Some(_) => words,
                }
            }
            Usage::SeveralToOneFile(name) => {
                Words::new(format!("several reports cannot be written to one file, {name}"))
                    .hint(format!("if it is a folder, write -o {name}/"))
            }
            Usage::SameFile(name) => Words::new(format!("two of the reports would be written to {name}"))
                .hint("build them one at a time, each with its own -o"),
        },
        Problem::SourceDateEpoch(value) => {
            Words::new(format!("SOURCE_DATE_EPOCH is “{value}”, which is not a number of seconds"))
                .hint("write the seconds since 1 January 1970")
        }
        Problem::PressProfile { name, why } => press_profile(name, why),
        Problem::Finish(error) => preflight::finish_error(*error),
        Problem::Pdf(fault) => preflight::fault(fault),
        Problem::Template { severity, cause } => template::fault(*severity, cause),
        Problem::Internal { place, .. } => template::internal(place.as_deref()),
        Problem::Crash { place } => crash(place.as_deref()),
        Problem::External { message, .. } => Words::new(message),
    }
}

fn crash(place: Option<&str>) -> Words {
    let words = Words::new("the program crashed because of a bug")
        .hint("please report it to the developers of ataskaita, with the files that you used");
    match place {
        Some(place) => words.note(format!("place in the program: {place}")),
        None => words,
    }
}

fn press_profile(name: &str, why: &ProfileError) -> Words {
    let words = match why {
        ProfileError::Unreadable(why) => files::unreadable(Some(name), why),
        ProfileError::NotAProfile => Words::new(format!("{name} is not an ICC profile")),
        ProfileError::Space(space) => Words::new(format!("the profile {name} is for {space}, not for CMYK")),
        ProfileError::Class(class) => {
            Words::new(format!("the profile {name} is not for a press: its class is {class}"))
                .note("a profile for a press has the class prtr")
        }
        ProfileError::Unusable => Words::new(format!(
            "the profile {name} cannot convert colours for a press: it is damaged or incomplete"
        )),
    };
    words.hint("ask the printing house for the ICC profile of its press and paper")
}

fn text_too_long(part: TextPart, length: usize, limit: usize) -> Words {
    let [length, limit] = [length, limit].map(|number| grouped(number as u64));
    match part {
        TextPart::Line => {
            Words::new(format!("the text has {length} characters, and at most {limit} are allowed here"))
                .hint("shorten it")
        }
        TextPart::Paragraph => {
            Words::new(format!("the paragraph has {length} characters, and at most {limit} are allowed"))
                .hint("divide it: an empty line begins a new paragraph")
        }
        TextPart::Word => {
            Words::new(format!("a word has {length} characters, and at most {limit} are allowed"))
                .hint("check for missing spaces; put a long address behind words: [words](address)")
        }
        TextPart::Marks => {
            Words::new(format!("one letter has {length} combining marks, and at most {limit} are allowed"))
                .hint("type the letter again")
        }
        TextPart::Breaks => Words::new(format!(
            "the text has too many long words and addresses: {length} places to break them, and at most {limit} are allowed"
        ))
        .hint("divide the text into paragraphs, or put long addresses behind words: [words](address)"),
        TextPart::Address => {
            Words::new(format!("the address has {length} characters, and at most {limit} are allowed"))
                .hint("use a shorter address for the same page")
        }
    }
}

fn syntax(syntax: &Syntax) -> Words {
    match syntax {
        Syntax::Tab => Words::new("a tab is not allowed here; YAML allows only spaces")
            .hint("replace it with spaces: two for each level"),
        Syntax::Colon => Words::new("this colon is ambiguous in YAML")
            .hint("put text that contains a colon in quotation marks, or start the key on a new line"),
        Syntax::Quote => Words::new("a quotation mark is opened here but never closed")
            .hint("close the text with the same mark"),
        Syntax::Bracket => Words::new("a bracket is opened here but not closed, or a comma is missing")
            .hint("look for [ without ] and { without }"),
        Syntax::Indentation => Words::new("the indentation of this line does not match the lines above")
            .hint("start lines of the same level in the same column, and put a colon after every key"),
        Syntax::Character(c) => {
            Words::new(format!("text cannot start with {c} in YAML")).hint("put the text in quotation marks")
        }
        Syntax::Alias => Words::new("* refers to a name that is not defined with & above")
            .hint("put text that starts with * in quotation marks"),
        Syntax::Continuation => {
            Words::new("text in quotation marks or brackets continues on a line that is not indented")
                .hint("indent this line more than the line on which the text begins")
        }
        Syntax::Comment => Words::new("there is no space before the comment")
            .hint("put a space before #, or put the whole text in quotation marks if # belongs to it"),
        Syntax::AfterQuote => Words::new("text continues after the closing quotation mark")
            .hint("put the whole text in quotation marks of another kind"),
        Syntax::NoColon => {
            Words::new("a colon is missing after the key").hint("put a colon and a space after the key")
        }
        Syntax::Key => Words::new("a key has no marks around it, and a colon after it")
            .hint("write only the key, a colon and a space"),
        Syntax::NoKey => Words::new("this line is neither a key nor an item of a list")
            .hint("start a note to yourself with # and a space; write text of the report after a key"),
        Syntax::NoFirstKey => Words::new("there is no key after the hyphen")
            .hint("if an item has keys, its first line must begin with one too"),
        Syntax::NoHyphen => Words::new("the hyphen of this list item is missing")
            .hint("start each item with a hyphen and a space"),
        Syntax::Hyphen => Words::new("this hyphen does not belong here: the line is not a list item")
            .hint("delete the hyphen and the space after it"),
        Syntax::Dash => Words::new("a dash is not a value")
            .hint("if there is nothing to write, delete the key or write null in place of the dash"),
        Syntax::Braces => Words::new("keys with values on one line are written in braces"),
        Syntax::NoSpace(sign) => Words::new(format!("a space is missing after {sign}")),
        Syntax::Escape => {
            Words::new("the characters after this backslash have no meaning in quotation marks")
                .hint("write the backslash twice: \\\\")
        }
        Syntax::AfterBracket => Words::new("there are stray characters after the closing bracket")
            .hint("delete everything after the bracket"),
        Syntax::SeveralInBraces => Words::new("these are several items, but they are not enclosed as a list")
            .hint("put all items in square brackets, or each on a new line after a hyphen"),
        Syntax::CommaAfterQuote => {
            Words::new("there is a stray punctuation mark after the closing quotation mark").hint("delete it")
        }
        Syntax::ItemBesideKey => Words::new("a list item cannot be on the same line as its key")
            .hint("start the item on a new line, indented more than the key"),
        Syntax::SeveralKeys => Words::new("a line without braces can hold only one key")
            .hint("start each key on a new line, in the same column"),
        Syntax::Other => Words::new("this part of the file cannot be read")
            .hint("check the quotation marks, colons and indentation of this line and the line above"),
    }
}

fn wrong_type(expected: Kind, found: Kind, written: Option<&str>) -> Words {
    let words = Words::new(format!("expected {}, found {}", kind(expected), kind(found)));
    match (expected, found, written) {
        (
            Kind::Text | Kind::TextOrList | Kind::TextOrMapping | Kind::TextOrNumber,
            Kind::Number | Kind::Integer | Kind::Bool,
            Some(written),
        ) => words.hint(format!("put it in quotation marks: \"{written}\"")),
        (Kind::Integer | Kind::Number, Kind::Text, Some(_)) => {
            words.hint("write only digits, without quotation marks")
        }
        (Kind::List, Kind::Text | Kind::Number | Kind::Integer, Some(written)) => {
            words.hint(format!("start each item with a hyphen on a new line: - {written}"))
        }
        (Kind::List, _, _) => words.hint("start each item with a hyphen on a new line"),
        _ => words,
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::TextOrNumber => "text or a number",
        Kind::TextOrMapping => "text, or keys with values",
        Kind::TextOrList => "text or a list",
        Kind::Number => "a number",
        Kind::Integer => "a whole number",
        Kind::Bool => "true or false",
        Kind::List => "a list",
        Kind::Mapping => "keys with values",
        Kind::Null => "nothing",
    }
}

pub(super) fn value_error(error: &ValueError) -> Words {
    match error {
        ValueError::Amount(error) => amount_error(&error.0),
        ValueError::Cmyk(error) => Words::new(format!("{} is not a percentage of ink", error.0))
            .hint("write whole percentages from 0 to 100, such as [90, 45, 45, 25]"),
        ValueError::Code(error) => Words::new(format!("“{}” is not the code of a legal person", error.0))
            .hint("it has nine digits, such as \"302296711\""),
        ValueError::Count(error) => Words::new(format!("“{}” cannot be a number of members", error.0))
            .hint("write a whole number from 0 to 1000000"),
        ValueError::Currency(error) => Words::new(format!("“{}” is not a currency", error.0))
            .hint("write its code of three capital letters, such as EUR"),
        ValueError::Date(error) => Words::new(format!("“{}” is not a date", error.0))
            .hint("write year-month-day, such as 2024-03-29"),
        ValueError::DateSpan(DateSpanError::Malformed(text)) => Words::new(format!("“{text}” is not a date"))
            .hint("write a day, 2023-05-12, a month, 2023-05, or a range, 2023-05-12/2023-05-14"),
        ValueError::DateSpan(DateSpanError::Reversed(text)) => {
            Words::new(format!("the range “{text}” does not end after it begins"))
                .hint("write the earlier date first; for a single day or month, write only one")
        }
        ValueError::Email(error) => Words::new(format!("“{}” is not an e-mail address", error.0))
            .hint("write an address such as info@example.lt"),
        ValueError::ImagePath(ImagePathError::Empty) => {
            Words::new("the path of the image is empty").hint("write a path such as images/a.jpg")
        }
        ValueError::ImagePath(ImagePathError::Address(path)) => {
            Words::new(format!("an image has to be in the folder of the report, but “{path}” is an address"))
                .hint("download it into that folder and write the path from there, such as images/a.jpg")
        }
        ValueError::ImagePath(ImagePathError::Absolute(path)) => Words::new(format!(
            "the path of the image “{path}” is absolute"
        ))
        .hint("put it in the report's folder and write its path relative to that, such as images/a.jpg"),
        ValueError::ImagePath(ImagePathError::Backslash(path)) => {
            Words::new(format!("the path of the image “{path}” has backslashes"))
                .hint("write / between folders, as on the web")
        }
        ValueError::ImagePath(ImagePathError::Outside(path)) => {
            Words::new(format!("the image “{path}” is outside the report's folder"))
                .hint("put it in that folder and write its path relative to that, such as images/a.jpg")
        }
        ValueError::Line(LineError::Empty) | ValueError::Prose(ProseError::Empty) => {
            Words::new("this text is empty").hint("write it, or leave the key out if it is optional")
        }
        ValueError::Number(error) => number_error(error),
        ValueError::Phone(error) => Words::new(format!("“{}” is not a telephone number", error.0))
            .hint("write a number such as +370 600 00000"),
        ValueError::Prose(ProseError::Link(error)) => {
            Words::new(format!("the address of the link, “{}”, is not valid", error.0)).hint(
                "write a full address, such as https://www.example.org, mailto:info@example.org or \
                 tel:+37060000000",
            )
        }
        ValueError::Prose(ProseError::Language(error)) => {
            Words::new(format!("“{}” is not a language code", error.0)).hint(
                "write the code of the language, not of the country: en for English, fr for French, de for \
                     German, pl for Polish, uk for Ukrainian",
            )
        }
        ValueError::Prose(ProseError::BareLink(target)) => {
            Words::new(format!("the link to {target} has no text")).hint("write [text](address)")
        }
        ValueError::Prose(ProseError::TooDeep) => {
            Words::new("emphasis and links are nested more than eight deep").hint("use fewer levels")
        }
        ValueError::Prose(ProseError::BlocksTooDeep) => {
            Words::new("lists and quotations are nested more than four deep").hint("use fewer levels")
        }
        ValueError::Prose(ProseError::TableRow(row)) => {
            Words::new(format!("the row {row} has more cells than the table has columns"))
                .hint("give the first row as many cells, or write \\| for a | inside a cell")
        }
        ValueError::Rgb(error) => Words::new(format!("“{}” is not a colour", error.0))
            .hint("write # and six hexadecimal digits in quotation marks, such as \"#0b5563\""),
        ValueError::Website(error) => Words::new(format!("“{}” is not a web address", error.0))
            .hint("write an address such as www.example.lt"),
        ValueError::Year(error) => Words::new(format!("{} is not a valid year for a report", error.0))
            .hint("write a year from 1900 to 2100"),
        ValueError::YearMonth(error) => {
            Words::new(format!("“{}” is not a month", error.0)).hint("write year-month, such as 2022-03")
        }
    }
}

fn amount_error(error: &NumberError) -> Words {
    match error {
        NumberError::NotANumber(text) => Words::new(format!("“{text}” is not an amount")).hint(
            "write digits, with a decimal point before the cents, such as 28344 or 1250.50; for none, write null",
        ),
        NumberError::Dash(text) => Words::new(format!("a dash is not an amount: “{text}”"))
            .hint("for none, write null; a dash will be printed"),
        NumberError::TooLarge(text) => {
            Words::new(format!("“{text}” is too large: amounts must be below 1 000 000 000 000"))
        }
        _ => number_error(error),
    }
}

fn number_error(error: &NumberError) -> Words {
    match error {
        NumberError::NotANumber(text) => Words::new(format!("“{text}” is not a number"))
            .hint("write digits, with a decimal point before the decimals, such as 1204 or 3.5"),
        NumberError::Dash(text) => Words::new(format!("a dash is not a number: “{text}”"))
            .hint("write the number, or leave out the key of a year that has none"),
        NumberError::Ambiguous { text, grouped, rounded } => Words::new(format!(
            "“{text}” can be read in two ways: {grouped}, or {}",
            text.trim().replace(',', ".")
        ))
        .hint(format!(
            "write {grouped} if these are thousands; if these are decimals, round them: {rounded}"
        )),
        NumberError::TooFine { text, rounded } => {
            Words::new(format!("“{text}” has more than two decimals")).hint(format!("round it: {rounded}"))
        }
        NumberError::TooLarge(text) => {
            Words::new(format!("“{text}” is too large: numbers must be below 1 000 000 000 000"))
        }
    }
}

fn markdown(markdown: Markdown) -> Words {
    Words::new(match markdown {
        Markdown::Heading => "the # of a Markdown heading will be printed as typed",
        Markdown::List => "the marker of a Markdown list will be printed as typed",
        Markdown::Quote => "the > of a Markdown quotation will be printed as typed",
        Markdown::Code => "the ` of Markdown code will be printed as typed",
        Markdown::Table => "a Markdown table will be printed as typed",
        Markdown::Image => "a Markdown image will be printed as typed",
        Markdown::Html => "HTML will be printed as typed",
        Markdown::Rule => "a Markdown rule will be printed as typed",
        Markdown::Footnote => "a Markdown footnote will be printed as typed",
        Markdown::Extension => "these marks of Markdown will be printed as typed",
        Markdown::Inline => "Markdown in names, headings and labels will be printed as typed",
        Markdown::Language => "the language of words in names, headings and labels cannot be marked; the marks will be printed as typed",
    })
    .hint(match markdown {
        Markdown::Heading => "give the section a title: key, or write a section under sections",
        Markdown::List => "write each point as a separate item",
        Markdown::Image => "add the image under the key image",
        Markdown::Table => {
            "a table starts with a header row and a line of dashes, |---|---|, with the same number of columns; tables are allowed in \
             about, in the body of sections and in finance.notes"
        }
        Markdown::Footnote => "write it in brackets, or as a separate sentence",
        Markdown::Rule | Markdown::Html => "remove it",
        Markdown::Extension | Markdown::Inline => "remove the marks",
        Markdown::Language => {
            "write only the words; in the names of groups, rows, people and projects, the language of words in brackets is \
             recognised by its abbreviation: medelynas (angl. tree nursery)"
        }
        _ => "running text supports *emphasis*, **strong** and [links](https://www.example.org)",
    })
}

fn statute(law: Law, missing: &[Requirement]) -> Words {
    let law = match law {
        Law::Associations => {
            "the Law on Associations (Asociacijų įstatymas, No. IX-1969), as summarised by the National NGO Coalition"
        }
        Law::PublicInstitutions => {
            "the Law on Public Institutions (Viešųjų įstaigų įstatymas, No. I-1428), Article 12(2), as worded from \
             2011-11-01"
        }
        Law::PublicInstitutionsReworded => {
            "the Law on Public Institutions (Viešųjų įstaigų įstatymas, No. I-1428), Article 12(2), as worded from \
             2011-11-01; compare the law as reworded from 2024-05-01 (No. XIV-2242)"
        }
    };
    let required: Vec<&str> =
        missing.iter().map(|requirement| requirement_and_hint(*requirement).0).collect();
    let words = Words::new(format!("the law also requires: {}", required.join("; ")))
        .note(format!("this is {law}; a report without these parts can be made"));
    missing.iter().fold(words, |words, requirement| words.hint(requirement_and_hint(*requirement).1))
}

fn requirement_and_hint(requirement: Requirement) -> (&'static str, &'static str) {
    match requirement {
        Requirement::Goals => ("the goals of the organisation", "add goals: with items:"),
        Requirement::PlannedGoals => ("the goals of the coming year", "add plans: with goals:"),
        Requirement::PlannedWorks => ("the works planned for the coming year", "add plans: with works:"),
        Requirement::Members => ("the number of members at the end of the year", "add members:"),
        Requirement::MembersBefore => {
            ("the number of members at the end of the previous year", "add previous: to members")
        }
        Requirement::MemberList => {
            ("the names, legal forms and codes of members that are legal persons", "add list: to members")
        }
        Requirement::MemberLegalForms => {
            ("the legal form of every listed legal person", "add legal_form: to the items of members.list")
        }
        Requirement::MemberCodes => {
            ("the code of every listed legal person", "add code: to the items of members.list")
        }
        Requirement::Contributions => (
            "the holders and their contributions at the beginning and the end of the year",
            "describe the contributions in a section under sections",
        ),
        Requirement::Assets => (
            "the fixed assets bought and disposed of",
            "describe them in finance.notes or in a section under sections, even if there are none",
        ),
    }
}

pub(super) fn role(role: &Role) -> String {
    match role {
        Role::Here | Role::Addend => String::new(),
        Role::First => "first occurrence".to_owned(),
        Role::Total => "the stated total".to_owned(),
        Role::Year => "the reporting year".to_owned(),
        Role::Step(step) => template::step(step),
        Role::Start => "it starts here".to_owned(),
        Role::Sum(words) | Role::Printed(words) | Role::Label(words) => words.clone(),
    }
}

pub(super) fn made(files: &[String]) -> String {
    format!("wrote {}", files.join(", "))
}

pub(super) fn not_made(tally: Tally) -> String {
    let errors = english(tally.errors.into(), ["error", "errors"]);
    match tally.reports {
        1 => format!("no PDF was made: {errors}"),
        reports => format!("no PDF was made from {reports} reports: {errors}"),
    }
}

pub(super) fn summary(tally: Tally) -> String {
    let errors = english(tally.errors.into(), ["error", "errors"]);
    let warnings = english(tally.warnings.into(), ["warning", "warnings"]);
    let summary = match (tally.errors, tally.warnings) {
        (0, 0) if tally.reports == 1 => "the report has no problems".to_owned(),
        (0, 0) => format!("{}, no problems", english(tally.reports.into(), ["report", "reports"])),
        (0, _) => format!("no errors, {warnings}"),
        (_, 0) => errors,
        _ => format!("{errors}, {warnings}"),
    };
    if tally.notes == 0 {
        return summary;
    }
    format!("{summary}, {}", english(tally.notes.into(), ["note", "notes"]))
}

/// A path such as `activities.items[2].image`, with items counted from one.
fn location(path: &str) -> String {
    let segments = path.split_terminator(']').map(|segment| match segment.split_once('[') {
        Some((keys, item)) => {
            let item = item.parse().map_or(0, |item: usize| item + 1);
            format!("item {item} of {}", keys.trim_start_matches('.'))
        }
        None => segment.trim_start_matches('.').to_owned(),
    });
    segments.rev().collect::<Vec<_>>().join(" of ")
}

fn date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn code_point(c: char) -> String {
    format!("the character is U+{:04X}", u32::from(c))
}
