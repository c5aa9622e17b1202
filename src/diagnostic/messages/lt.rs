//! Lietuvių.

mod files;
mod image;
pub(super) mod preflight;
pub(super) mod review;
pub(super) mod template;
mod typst;
mod usage;

use super::{Tally, Words, figures};
use crate::diagnostic::finding::Role;
use crate::diagnostic::problem::{
    Alphabet, Content, Kind, Law, Problem, Requirement, Syntax, TextPart, Usage,
};
use crate::files::Unreadable;
use crate::lithuanian::agreement::{grouped, lithuanian};
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
                    words.hint("nurodykite ataskaitos YAML failo kelią, pavyzdžiui, data/2023.yaml")
                }
                Unreadable::Folder => words.hint(format!(
                    "nurodykite jame esantį ataskaitos YAML failą, pavyzdžiui, {name}/2023.yaml"
                )),
                Unreadable::NotRegular => words.hint("standartinę įvestį žymi -"),
                Unreadable::TooLarge { .. } => {
                    words.hint("ar tai tikrai tas failas? Paveikslai laikomi atskiruose failuose")
                }
                Unreadable::Forbidden | Unreadable::Failed(_) => words,
            }
        }
        Problem::FileNotText { name, content } => match content {
            Content::Binary => Words::new(format!("{name} nėra tekstinis failas"))
                .hint("nurodykite ataskaitos YAML failą, o ne „Word“ dokumentą, PDF ar paveikslą"),
            Content::Utf16 => Words::new(format!("failo {name} koduotė – ne UTF-8, o UTF-16"))
                .hint("įrašykite failą UTF-8 koduote"),
            Content::OtherEncoding { line } => {
                Words::new(format!("failo {name} koduotė – ne UTF-8: {line} eilutėje yra netinkamų baitų"))
                    .hint("įrašykite failą UTF-8 koduote")
            }
        },
        Problem::NoRevision { file, revision, why } => files::no_revision(file, revision, why),
        Problem::Draft(fault) => review::draft(fault),
        Problem::FileEmpty => Words::new("failas tuščias")
            .hint("pradėkite raktais organization, year, about, mission, vision …"),
        Problem::NotReport => Words::new("tai ne ataskaita: faile nėra nė vieno rakto, tokio kaip organization: ar year:")
            .hint("kiekvieną ataskaitos dalį rašykite po jos rakto; lengviausia pradėti nuo praėjusių metų ataskaitos kopijos"),
        Problem::YamlSyntax(syntax) | Problem::Misread(syntax) => self::syntax(syntax),
        Problem::YamlDocuments => {
            Words::new("čia prasideda antras YAML dokumentas, o faile turi būti viena ataskaita")
                .hint("ištrinkite eilutę --- arba ...; antrą ataskaitą perkelkite į atskirą failą")
        }
        Problem::YamlDepth { limit } => Words::new(format!(
            "čia viena į kitą įdėta daugiau kaip {}",
            lithuanian(*limit as u64, ["dalis", "dalys", "dalių"])
        )),
        Problem::YamlSize { limit } => Words::new(format!(
            "faile yra daugiau kaip {}",
            lithuanian(*limit as u64, ["reikšmę", "reikšmes", "reikšmių"])
        ))
        .hint("ar tai tikrai tas failas? Patikrinkite ir reikšmes, kurias kartoja ženklas *"),
        Problem::MissingKey { key, parent } if parent.is_empty() => {
            Words::new(format!("trūksta rakto {key}"))
                .hint(format!("pridėkite eilutę, kuri prasideda {key}:"))
        }
        Problem::MissingKey { key, parent } if !parent.contains(['.', '[']) => {
            Words::new(format!("dalyje {parent} trūksta rakto {key}"))
                .hint(format!("pridėkite {key}: ir jo reikšmę"))
        }
        Problem::MissingKey { key, parent } => {
            Words::new(format!("trūksta rakto {key}; jo vieta: {}", location(parent)))
                .hint(format!("pridėkite {key}: ir jo reikšmę"))
        }
        // A decimal comma: `{ amount: 28344,50 }`.
        Problem::UnknownKey { key, .. }
            if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            Words::new(format!("po kablelio turi būti kitas raktas, o {key} nėra raktas"))
                .hint("centus atskirkite tašku, pavyzdžiui, 28344.50")
        }
        Problem::MisplacedKey { key, place } => {
            let place = place.replace('.', " → ");
            Words::new(format!("raktas {key} čia netinka; jo vieta: {place}"))
        }
        Problem::NameAsKey { name } => Words::new(format!("„{name}“ čia laikoma raktu, o yra pavadinimas"))
            .hint("pavadinimą ir tai, kas su juo susiję, rašykite po atskirų raktų"),
        Problem::UnknownKey { key, nearest, known } => {
            let words = Words::new(format!("nežinomas raktas {key}"));
            match nearest {
                Some(nearest) => words.hint(format!("gal turėjote omenyje {nearest}?")),
                None => words.hint(format!("galimi raktai: {}", known.join(", "))),
            }
        }
        Problem::LithuanianKey { key, path, is_here: true } => {
            Words::new(format!("raktai rašomi angliškai: vietoj „{key}“ rašykite {path}"))
        }
        Problem::LithuanianKey { key, path, .. } => {
            let path = path.replace('.', " → ");
            Words::new(format!("raktai rašomi angliškai: „{key}“ atitinka {path}, o šio rakto vieta ne čia"))
        }
        Problem::OwnKey { key, place, known } => {
            let words = Words::new(format!("nežinomas raktas {key}"));
            let words = match place.as_str() {
                "sections" => words.hint("savo skyriui skirta dalis sections"),
                "from" => return words.hint("laikotarpio pradžią rašykite po from, o pabaigą – po to"),
                "text" | "body" => words.hint(format!("šiuos žodžius rašykite po rakto {place}, kartu su kitu tekstu")),
                "label" | "name" | "title" => words.hint(format!("šiuos žodžius rašykite po rakto {place}, skliaustuose")),
                "motto" => words.hint("šiuos žodžius galima rašyti po rakto motto: jie bus po antrašte"),
                _ => words.hint("kitiems kontaktams ir duomenims skirta contact → other"),
            };
            words.hint(format!("galimi raktai: {}", known.join(", ")))
        }
        Problem::ExtraLevel { key } => Words::new(format!("raktas {key} čia nereikalingas"))
            .hint("jį ištrinkite, o tai, kas po jo, perkelkite vienu lygmeniu aukščiau"),
        Problem::ComputedTotal { key } => Words::new(format!("rakto {key} čia nereikia: bendra suma apskaičiuojama"))
            .hint("ištrinkite šią eilutę"),
        Problem::GroupAsKey { title } => {
            Words::new(format!("„{title}“ čia laikoma raktu, o yra grupės pavadinimas"))
                .hint("grupės pavadinimą rašykite po title, o sąrašą – po items")
        }
        Problem::DuplicateKey { key, kinds: [first, second], can_be_joined } => {
            let kinds = if first == second {
                String::new()
            } else {
                format!(": vienoje vietoje – {}, kitoje – {}", kind(*first), kind(*second))
            };
            let words = Words::new(format!("raktas {key} parašytas du kartus{kinds}"));
            match (can_be_joined, [first, second].map(|kind| *kind == Kind::Null)) {
                (true, _) => words.hint("po vienu raktu surašykite abiejų turinį, o kitą raktą ištrinkite"),
                (_, [true, _] | [_, true]) => words.hint("ištrinkite tą, po kurio nieko neįrašyta"),
                _ => words.hint("palikite vieną iš jų, o kitą ištrinkite su visu tekstu, kuris po jo"),
            }
        }
        Problem::WrongType { expected, found, written } => wrong_type(*expected, *found, written.as_deref()),
        Problem::EmptyValue { expected } => {
            Words::new(format!("čia turi būti {}, o nieko neįrašyta", kind(*expected)))
                .hint("įrašykite reikšmę arba, jei raktas neprivalomas, jį ištrinkite")
        }
        Problem::EmptyItem => Words::new("sąrašo punktas tuščias")
            .hint("įrašykite jo tekstą arba ištrinkite ir brūkšnelį"),
        Problem::TextWithColon { text } => {
            Words::new("dėl dvitaškio YAML šį tekstą laiko raktu ir jo reikšme")
                .hint(format!("visą tekstą rašykite kabutėse: \"{}\"", text.replace('"', "\\\"")))
        }
        Problem::CommentInText { is_hashtag: true, text } => {
            Words::new(format!("ženklu # po tarpo prasideda komentaras: „{text}“ nebūtų išspausdinta"))
                .hint("jei tai teksto dalis, visą tekstą rašykite kabutėse; jei komentaras, po # palikite tarpą")
        }
        Problem::CommentInText { text, .. } => {
            Words::new(format!("tai komentaras, jis nebus išspausdintas: „{text}“"))
                .hint("jei tai teksto dalis, visą tekstą rašykite kabutėse")
        }
        Problem::CommaInBraces { .. } => {
            Words::new("riestiniuose skliaustuose kablelis užbaigia tekstą: jo pabaiga dingtų")
                .hint("visą tekstą rašykite kabutėse")
        }
        Problem::BulletList => Words::new("sąrašo punktai pradedami brūkšneliu ir tarpu")
            .hint("kiekvieną punktą rašykite naujoje eilutėje, o ženklą jo pradžioje pakeiskite brūkšneliu ir tarpu"),
        Problem::YearText { text } => Words::new(format!("„{text}“ nėra metai"))
            .hint("rašykite vienerius metus skaitmenimis; jei ataskaita apima ne kalendorinius metus, pridėkite period:"),
        Problem::EmptyList => Words::new("sąrašas tuščias").hint("įrašykite bent vieną punktą"),
        Problem::ListLength { expected, found } => Words::new(format!(
            "sąraše yra {}, o turi būti {expected}",
            lithuanian(*found as u64, ["punktas", "punktai", "punktų"])
        )),
        Problem::UnknownChoice { word, nearest, known } => {
            let words = Words::new(format!("reikšmė „{word}“ čia netinka"));
            let words = match nearest {
                Some(nearest) => words.hint(format!("gal turėjote omenyje {nearest}?")),
                None => words,
            };
            words.hint(format!("galimos reikšmės: {}", known.join(", ")))
        }
        Problem::Value(error) => value_error(error),
        Problem::MembersTotal { sum, total } => {
            Words::new(format!("narių grupėse iš viso {}, o bendras skaičius – {}", grouped(*sum), grouped((*total).into())))
                .hint("pataisykite bendrą skaičių arba grupes")
        }
        Problem::MembersPrevious { sum, total } => Words::new(format!(
            "ankstesnių metų narių grupėse iš viso {}, o bendras skaičius – {}",
            grouped(*sum),
            grouped((*total).into())
        ))
        .hint("pataisykite bendrą skaičių arba grupes"),
        Problem::MembersList { listed, total, may_be_shorter } => {
            let words = Words::new(format!(
                "sąraše – {}, o bendras skaičius – {}",
                lithuanian(u64::from(*listed), ["narys", "nariai", "narių"]),
                grouped((*total).into())
            ));
            if listed < total && *may_be_shorter {
                words.hint("ar įrašyti visi? Fizinių asmenų įrašyti nereikia")
            } else {
                words.hint("pataisykite sąrašą arba bendrą skaičių")
            }
        }
        Problem::HoldersUnstated => {
            Words::new("viešosios įstaigos nariai ataskaitoje vadinami dalininkais, nes kitaip nenurodyta")
                .hint("jei jie ne dalininkai, prie members pridėkite holders: false; jei dalininkai – holders: true")
        }
        Problem::ContactEmpty => Words::new("dalyje contact nenurodyta, kaip susisiekti")
            .hint("pridėkite email:, website:, phone:, address: arba other:"),
        Problem::PeriodImplausible { year } => Words::new(format!(
            "laikotarpis nedera su ataskaitiniais {} metais: jis turi baigtis ne anksčiau, nei prasideda, ir apimti bent dalį tų metų",
            year.get()
        ))
        .hint("pataisykite period: arba year:; kalendorinių metų laikotarpio rašyti nereikia")
        .hint(format!("rašykite, pavyzdžiui: period: {{ from: {0}-09-01, to: {0}-12-31 }}", year.get())),
        Problem::Result { income, expenses, currency } => Words::new(format!(
            "pajamos – {} {currency}, sąnaudos – {} {currency}, metų rezultatas – {} {currency}",
            number(*income),
            number(*expenses),
            number(*income - *expenses)
        )),
        Problem::Deficit { income, expenses, currency } => Words::new(format!(
            "neigiamas metų rezultatas: sąnaudos viršija pajamas {} {currency}",
            number(*expenses - *income)
        ))
        .note(format!(
            "pajamos – {} {currency}, sąnaudos – {} {currency}",
            number(*income),
            number(*expenses)
        ))
        .hint("peržiūrėkite sumas; jei jos teisingos, nieko daryti nereikia"),
        Problem::TotalIncomplete { year, planned } => Words::new(format!(
            "{} m. {}bendra suma nebus spausdinama, nes suma yra ne kiekvienoje eilutėje",
            year.get(),
            if *planned { "planuota " } else { "" }
        ))
        .hint("įrašykite sumą kiekvienoje eilutėje; jei ji buvo nulis, rašykite 0"),
        Problem::EarlierYear { year, year_of_report } if year >= year_of_report => Words::new(format!(
            "{} metai – ne ankstesni už ataskaitinius {} metus",
            year.get(),
            year_of_report.get()
        ))
        .hint("perkelkite skaičių prie jo rakto arba pataisykite metus"),
        Problem::EarlierYear { year, .. } => Words::new(format!(
            "{} m. skaičius nurodytas du kartus: prie previous ir prie earlier",
            year.get()
        ))
        .hint("palikite vieną iš jų"),
        Problem::MissingForm(number) => Words::new(format!(
            "nėra pavadinimo formos, tinkamos po trupmenos {}",
            number.decimal().to_string().replace('.', ",")
        ))
        .hint("pridėkite many:, formą po trupmenos (3,5 medžio), arba rašykite vieną pavadinimą visiems skaičiams"),
        Problem::PublishedEarly { published, year } => Words::new(format!(
            "ataskaita skelbiama {}, dar nepasibaigus {} metams",
            date(*published),
            year.get()
        ))
        .hint("pataisykite datą arba metus"),
        Problem::PublishedLate { published, year } => {
            Words::new(format!("{} metų ataskaita skelbiama tik {}", year.get(), date(*published)))
                .hint("jei data ar metai klaidingi, pataisykite")
        }
        Problem::DateOutsideYear { date, year } => {
            Words::new(format!("{} nepatenka į ataskaitinius {} metus", self::date(*date), year.get()))
                .hint("jei data klaidinga, pataisykite")
        }
        Problem::ActivitiesMissing => Words::new("dalyje activities nėra nei items, nei groups")
            .hint("nuveiktus darbus surašykite prie items: arba, jei jie suskirstyti į grupes, prie groups:"),
        Problem::ActivitiesTwice => Words::new("dalyje activities yra ir items, ir groups")
            .hint("palikite vieną iš jų: perkelkite darbus į grupę arba grupių darbus – prie items:"),
        Problem::ProjectReversed => Words::new("projektas baigiasi anksčiau, negu prasideda")
            .hint("pataisykite from: arba to:"),
        Problem::YearImplausible(year) => Words::new(format!("neįprastai seni ataskaitiniai metai: {}", year.get()))
            .hint("jei metai klaidingi, pataisykite"),
        Problem::DuplicateItem => Words::new("šis punktas sąraše kartojasi").hint("palikite vieną iš jų"),
        Problem::AccentContrast { color, tenths } => Words::new(format!(
            "spalva {color} per šviesi: baltame fone jos kontrastas – tik {},{} : 1",
            tenths / 10,
            tenths % 10
        ))
        .hint("pasirinkite tamsesnę: kontrastas turi būti bent 4,5 : 1"),
        Problem::InkContrast { color, tenths } => Words::new(format!(
            "spaudos spalva {color} per šviesi: popieriuje jos kontrastas – tik {},{} : 1",
            tenths / 10,
            tenths % 10
        ))
        .hint(
            "naudokite daugiau dažų: kontrastas turi būti bent 4,5 : 1; arba rakto print nenurodykite: spaudos spalva bus \
             perskaičiuota iš ekrano spalvos",
        ),
        Problem::AccentDifference { screen, tenths, nearest } => {
            const CONVERTED: &str = "rakto print nenurodykite: spaudos spalva bus perskaičiuota iš ekrano spalvos";
            Words::new(format!(
                "spaudos spalva skiriasi nuo ekrano spalvos {screen}: ΔE₀₀ – {},{}, o turėtų būti ne daugiau kaip 5",
                tenths / 10,
                tenths % 10
            ))
            .hint(nearest.map_or_else(
                || CONVERTED.to_owned(),
                |nearest| format!("naudokite, pavyzdžiui, dažus {nearest} arba {CONVERTED}"),
            ))
        }
        Problem::TotalInk { total } => Words::new(format!(
            "spalvoje yra {total} % dažų, o popierius sugeria ne daugiau kaip {MAX_TOTAL_INK} %"
        ))
        .hint("sumažinkite žydros, purpurinės ir geltonos procentus, o juodos padidinkite"),
        Problem::Image { path, fault } => image::fault(path, fault),
        Problem::LookalikeLetter { word, letter, latin, alphabet } => Words::new(format!(
            "žodyje „{word}“ yra {} raidė „{letter}“, kuri tik atrodo kaip „{latin}“",
            match alphabet {
                Alphabet::Cyrillic => "kirilicos",
                Alphabet::Greek => "graikiška",
            }
        ))
        .note(code_point(*letter))
        .hint(format!("ištrinkite ją ir surinkite „{latin}“ iš naujo, kitaip paieška žodžio neras")),
        Problem::Gap { mark } => Words::new(format!("tekstas dar neparašytas: čia tebėra {mark}"))
            .hint("parašykite jį arba, jei rašyti nėra ko, raktą ištrinkite; juodraštį galima parengti ir taip: ataskaita draft"),
        Problem::ReplacementCharacter => Words::new("vietoj prarasto ženklo liko �")
            .note(code_point('\u{fffd}'))
            .hint("įrašykite ženklą, kuris čia turėjo būti"),
        Problem::ControlCharacter(c) => Words::new("tekste yra nematomas valdymo ženklas")
            .note(code_point(*c))
            .hint("ištrinkite jį; jis dažnai patenka kopijuojant tekstą iš PDF"),
        Problem::BidiControl(c) => Words::new("tekste yra nematomas ženklas, keičiantis rašymo kryptį")
            .note(code_point(*c))
            .hint("ištrinkite jį; jis dažnai patenka kopijuojant telefono numerį ar žinutę"),
        Problem::TextTooLong { part, length, limit } => text_too_long(*part, *length, *limit),
        Problem::UnsupportedCharacter(c) => Words::new(format!("ženklo „{c}“ nėra nė viename šrifte"))
            .note(code_point(*c))
            .hint("parašykite kitaip: archyviniame PDF turi matytis kiekvienas ženklas"),
        Problem::Markdown(markdown) => self::markdown(*markdown),
        Problem::Typography { printed } => Words::new(format!("bus išspausdinta: {}", printed.join("; "))),
        Problem::Statute { law, missing } => statute(*law, missing),
        Problem::Spelling { word, suggestions } => {
            let words = Words::new(format!("žodyne nėra žodžio „{word}“"));
            let words = if suggestions.is_empty() {
                words
            } else {
                words.hint(format!("gal turėjote omenyje {}?", suggestions.join(", ")))
            };
            words.hint("jei žodis parašytas teisingai, įrašykite jį į sąrašą spelling:")
        }
        Problem::MoreSpelling { count, listed } => {
            let count = lithuanian(*count as u64, ["žodžio", "žodžių", "žodžių"]);
            Words::new(format!("žodyne nėra dar {count}; išvardyti pirmieji {}", grouped(*listed as u64)))
                .hint("jei tekstas parašytas kita kalba, nurodykite ją: [žodžiai](lang:en)")
        }
        Problem::UsageAdvice(advice) => usage::advice(advice),
        Problem::TemplateMissing { folder } => Words::new(format!("aplanke {folder} nėra šablono"))
            .hint("nurodykite aplanką, kuriame yra report.typ"),
        Problem::FontsMissing { folder } => Words::new(format!("aplanke {folder} nėra šriftų"))
            .hint("nurodykite aplanką su TrueType arba OpenType failais"),
        Problem::FileUnwritable { name, why } => files::unwritable(name, *why),
        Problem::OutputUnwritable(why) => files::output_unwritable(*why),
        Problem::Usage(usage) => match usage {
            Usage::SeveralToStandardOutput => {
                Words::new("kelių ataskaitų negalima rašyti į standartinę išvestį")
                    .hint("su -o nurodykite aplanką")
            }
            Usage::EditionsToStandardOutput => {
                Words::new("kelių PDF negalima rašyti į standartinę išvestį")
                    .hint("pasirinkite vieną: --edition screen, --edition print, --booklet arba --spreads")
            }
            Usage::EditionsToStream(name) => {
                Words::new(format!("kelių PDF negalima rašyti į kanalą ar įrenginį {name}"))
                    .hint("pasirinkite vieną: --edition screen, --edition print, --booklet arba --spreads")
            }
            Usage::NotPdfName(path) => {
                let words = Words::new(format!("failo {} vardas nesibaigia .pdf", path.display()))
                    .hint(format!("rašykite -o {}", path.with_extension("pdf").display()));
                match path.extension() {
                    None => words.hint(format!("jei tai aplankas, rašykite -o {}/", path.display())),
                    Some(_) => words,
                }
            }
            Usage::SeveralToOneFile(name) => {
                Words::new(format!("kelių ataskaitų negalima rašyti į vieną failą {name}"))
                    .hint(format!("jei tai aplankas, rašykite -o {name}/"))
            }
            Usage::SameFile(name) => {
                Words::new(format!("dvi ataskaitos būtų įrašytos į tą patį failą {name}"))
                    .hint("parenkite jas po vieną ir su -o nurodykite skirtingus failus")
            }
        },
        Problem::SourceDateEpoch(value) => {
            Words::new(format!("SOURCE_DATE_EPOCH reikšmė „{value}“ nėra sekundžių skaičius"))
                .hint("rašykite, kiek sekundžių praėjo nuo 1970 m. sausio 1 d.")
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
    let words = Words::new("darbas nutrūko: tai programos, o ne jūsų klaida")
        .hint("praneškite apie ją programos kūrėjams ir pridėkite failus, su kuriais dirbote");
    match place {
        Some(place) => words.note(format!("vieta programoje: {place}")),
        None => words,
    }
}

fn press_profile(name: &str, why: &ProfileError) -> Words {
    let words = match why {
        ProfileError::Unreadable(why) => files::unreadable(Some(name), why),
        ProfileError::NotAProfile => Words::new(format!("{name} nėra ICC profilis")),
        ProfileError::Space(space) => {
            Words::new(format!("profilis {name} skirtas ne CMYK, o {space} spalvoms"))
        }
        ProfileError::Class(class) => {
            Words::new(format!("profilis {name} skirtas ne spaudos mašinai: jo klasė yra {class}"))
                .note("spaudos profilio klasė yra prtr")
        }
        ProfileError::Unusable => Words::new(format!(
            "pagal profilį {name} spalvų spaudai parengti neįmanoma: jis sugadintas arba ne visas"
        )),
    };
    words.hint("paprašykite spaustuvės jos spaudos mašinos ir popieriaus ICC profilio")
}

fn text_too_long(part: TextPart, length: usize, limit: usize) -> Words {
    let [length, limit] = [length, limit].map(|number| grouped(number as u64));
    match part {
        TextPart::Line => {
            Words::new(format!("per ilgas tekstas: ženklų – {length}, o čia jų gali būti ne daugiau kaip {limit}"))
                .hint("sutrumpinkite jį")
        }
        TextPart::Paragraph => {
            Words::new(format!("per ilga pastraipa: ženklų – {length}, o gali būti ne daugiau kaip {limit}"))
                .hint("padalykite ją: naują pastraipą pradeda tuščia eilutė")
        }
        TextPart::Word => Words::new(format!("per ilgas žodis: ženklų – {length}, o gali būti ne daugiau kaip {limit}"))
            .hint("patikrinkite, ar netrūksta tarpų; ilgą adresą paslėpkite po žodžiais: [žodžiai](adresas)"),
        TextPart::Marks => Words::new(format!(
            "prie vienos raidės per daug diakritinių ženklų: jų – {length}, o gali būti ne daugiau kaip {limit}"
        ))
        .hint("surinkite raidę iš naujo"),
        TextPart::Breaks => Words::new(format!(
            "tekste per daug ilgų žodžių ir adresų: vietų jiems laužti – {length}, o gali būti ne daugiau kaip {limit}"
        ))
        .hint("padalykite tekstą pastraipomis arba ilgus adresus paslėpkite po žodžiais: [žodžiai](adresas)"),
        TextPart::Address => {
            Words::new(format!("per ilgas adresas: ženklų – {length}, o gali būti ne daugiau kaip {limit}"))
                .hint("nurodykite trumpesnį to paties puslapio adresą")
        }
    }
}

fn syntax(syntax: &Syntax) -> Words {
    match syntax {
        Syntax::Tab => Words::new("čia yra tabuliatorius, o YAML leidžia tik tarpus")
            .hint("pakeiskite jį tarpais: po du kiekvienam lygmeniui"),
        Syntax::Colon => Words::new("neaišku, ką čia skiria dvitaškis")
            .hint("tekstą su dvitaškiu rašykite kabutėse, o raktą pradėkite naujoje eilutėje"),
        Syntax::Quote => Words::new("čia atidarytos kabutės niekur neuždarytos")
            .hint("teksto gale parašykite tokias pačias kabutes"),
        Syntax::Bracket => Words::new("čia atidarytas skliaustas neuždarytas arba trūksta kablelio")
            .hint("patikrinkite, ar yra visi ] ir }"),
        Syntax::Indentation => Words::new("eilutės įtrauka nedera su ankstesnėmis eilutėmis").hint(
            "to paties lygmens eilutes pradėkite tame pačiame stulpelyje, o po rakto rašykite dvitaškį",
        ),
        Syntax::Character(c) => {
            Words::new(format!("YAML tekstas negali prasidėti ženklu {c}")).hint("rašykite tekstą kabutėse")
        }
        Syntax::Alias => Words::new("ženklas * nurodo vardą, kuris anksčiau ženklu & nesuteiktas")
            .hint("tekstą, kuris prasideda ženklu *, rašykite kabutėse"),
        Syntax::Continuation => {
            Words::new("tekstas kabutėse arba skliaustuose tęsiasi neatitrauktoje eilutėje")
                .hint("atitraukite šią eilutę labiau už tą, kurioje tekstas prasideda")
        }
        Syntax::Comment => Words::new("prieš komentarą trūksta tarpo")
            .hint("prieš # įterpkite tarpą, o jei # yra teksto dalis, visą tekstą rašykite kabutėse"),
        Syntax::AfterQuote => {
            Words::new("po uždarytų kabučių dar yra teksto").hint("visą tekstą rašykite kitokiose kabutėse")
        }
        Syntax::NoColon => {
            Words::new("po rakto trūksta dvitaškio").hint("po rakto rašykite dvitaškį ir tarpą")
        }
        Syntax::Key => Words::new("raktas rašomas be jokių ženklų, o po jo – dvitaškis")
            .hint("rašykite tik raktą, dvitaškį ir tarpą"),
        Syntax::NoKey => Words::new("šioje eilutėje nėra nei rakto, nei sąrašo punkto")
            .hint("jei tai pastaba sau, pradėkite ją ženklu # ir tarpu, o jei ataskaitos tekstas – rašykite jį po rakto"),
        Syntax::NoFirstKey => Words::new("po brūkšnelio trūksta rakto")
            .hint("jei punkte yra raktų, raktu pradėkite ir pirmą jo eilutę"),
        Syntax::NoHyphen => Words::new("sąrašo punkto pradžioje trūksta brūkšnelio")
            .hint("kiekvieną punktą pradėkite brūkšneliu ir tarpu"),
        Syntax::Hyphen => Words::new("brūkšnelis čia nereikalingas: tai ne sąrašo punktas")
            .hint("ištrinkite brūkšnelį ir tarpą po jo"),
        Syntax::Dash => Words::new("brūkšnys nėra reikšmė")
            .hint("jei rašyti nėra ko, raktą ištrinkite arba vietoj brūkšnio rašykite null"),
        Syntax::Braces => Words::new("raktai su reikšmėmis vienoje eilutėje rašomi riestiniuose skliaustuose"),
        Syntax::NoSpace(sign) => Words::new(format!("po ženklo {sign} trūksta tarpo")),
        Syntax::Escape => Words::new("ženklai po šio pasvirojo brūkšnio kabutėse nieko nereiškia")
            .hint("pasvirąjį brūkšnį rašykite du kartus: \\\\"),
        Syntax::AfterBracket => Words::new("po uždaromojo skliausto yra nereikalingų ženklų")
            .hint("ištrinkite viską, kas parašyta po skliausto"),
        Syntax::SeveralInBraces => Words::new("čia keli punktai, bet jie neapskliausti kaip sąrašas")
            .hint("visus punktus rašykite laužtiniuose skliaustuose arba kiekvieną – naujoje eilutėje po brūkšnelio"),
        Syntax::CommaAfterQuote => Words::new("po uždaromųjų kabučių yra nereikalingas skyrybos ženklas")
            .hint("ištrinkite jį"),
        Syntax::ItemBesideKey => Words::new("sąrašo punktas negali būti toje pačioje eilutėje kaip raktas")
            .hint("punktą rašykite naujoje eilutėje ir atitraukite labiau už raktą"),
        Syntax::SeveralKeys => Words::new("vienoje eilutėje be riestinių skliaustų gali būti tik vienas raktas")
            .hint("kiekvieną raktą rašykite naujoje eilutėje, tame pačiame stulpelyje"),
        Syntax::Other => Words::new("šios failo vietos perskaityti nepavyksta")
            .hint("patikrinkite šios ir ankstesnės eilutės kabutes, dvitaškius ir įtrauką"),
    }
}

fn wrong_type(expected: Kind, found: Kind, written: Option<&str>) -> Words {
    let words = Words::new(format!("čia turi būti {}, o yra {}", kind(expected), kind(found)));
    match (expected, found, written) {
        (
            Kind::Text | Kind::TextOrList | Kind::TextOrMapping | Kind::TextOrNumber,
            Kind::Number | Kind::Integer | Kind::Bool,
            Some(written),
        ) => words.hint(format!("rašykite kabutėse: \"{written}\"")),
        (Kind::Integer | Kind::Number, Kind::Text, Some(_)) => {
            words.hint("rašykite vien skaitmenis, be kabučių")
        }
        (Kind::List, Kind::Text | Kind::Number | Kind::Integer, Some(written)) => {
            words.hint(format!("kiekvieną punktą pradėkite brūkšneliu naujoje eilutėje: - {written}"))
        }
        (Kind::List, _, _) => words.hint("kiekvieną punktą pradėkite brūkšneliu naujoje eilutėje"),
        _ => words,
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "tekstas",
        Kind::TextOrNumber => "tekstas arba skaičius",
        Kind::TextOrMapping => "tekstas arba raktai su reikšmėmis",
        Kind::TextOrList => "tekstas arba sąrašas",
        Kind::Number => "skaičius",
        Kind::Integer => "sveikasis skaičius",
        Kind::Bool => "true arba false",
        Kind::List => "sąrašas",
        Kind::Mapping => "raktai su reikšmėmis",
        Kind::Null => "tuščia reikšmė",
    }
}

pub(super) fn value_error(error: &ValueError) -> Words {
    match error {
        ValueError::Amount(error) => amount_error(&error.0),
        ValueError::Cmyk(error) => Words::new(format!("{} nėra dažų kiekis", error.0))
            .hint("rašykite sveikuosius procentus nuo 0 iki 100, pavyzdžiui, [90, 45, 45, 25]"),
        ValueError::Code(error) => Words::new(format!("„{}“ nėra juridinio asmens kodas", error.0))
            .hint("kodą sudaro devyni skaitmenys, pavyzdžiui, \"302296711\""),
        ValueError::Count(error) => Words::new(format!("„{}“ nėra tinkamas narių skaičius", error.0))
            .hint("rašykite sveikąjį skaičių nuo 0 iki 1 000 000"),
        ValueError::Currency(error) => Words::new(format!("„{}“ nėra valiutos kodas", error.0))
            .hint("rašykite tris didžiąsias raides, pavyzdžiui, EUR"),
        ValueError::Date(error) => Words::new(format!("„{}“ nėra data", error.0))
            .hint("rašykite metus-mėnesį-dieną, pavyzdžiui, 2024-03-29"),
        ValueError::DateSpan(DateSpanError::Malformed(text)) => Words::new(format!("„{text}“ nėra data"))
            .hint("rašykite dieną (2023-05-12), mėnesį (2023-05) arba intervalą (2023-05-12/2023-05-14)"),
        ValueError::DateSpan(DateSpanError::Reversed(text)) => {
            Words::new(format!("intervalo „{text}“ pabaiga nėra vėlesnė už pradžią"))
                .hint("pirma rašykite ankstesnę datą; jei diena ar mėnuo vienas, rašykite tik jį")
        }
        ValueError::Email(error) => Words::new(format!("„{}“ nėra el. pašto adresas", error.0))
            .hint("rašykite, pavyzdžiui, info@example.lt"),
        ValueError::ImagePath(ImagePathError::Empty) => {
            Words::new("paveikslo kelias tuščias").hint("rašykite, pavyzdžiui, images/a.jpg")
        }
        ValueError::ImagePath(ImagePathError::Address(path)) => Words::new(format!(
            "paveikslas turi būti ataskaitos aplanke, o „{path}“ yra adresas"
        ))
        .hint("atsisiųskite jį į ataskaitos aplanką ir rašykite kelią nuo jo, pavyzdžiui, images/a.jpg"),
        ValueError::ImagePath(ImagePathError::Absolute(path)) => Words::new(format!(
            "paveikslo „{path}“ kelias prasideda nuo disko šaknies"
        ))
        .hint("įdėkite paveikslą į ataskaitos aplanką ir rašykite kelią nuo jo, pavyzdžiui, images/a.jpg"),
        ValueError::ImagePath(ImagePathError::Backslash(path)) => {
            Words::new(format!("paveikslo „{path}“ kelyje yra kairinių pasvirųjų brūkšnių"))
                .hint("aplankus skirkite ženklu /")
        }
        ValueError::ImagePath(ImagePathError::Outside(path)) => {
            Words::new(format!("paveikslas „{path}“ yra už ataskaitos aplanko ribų"))
                .hint("įdėkite jį į tą aplanką ir rašykite kelią nuo jo, pavyzdžiui, images/a.jpg")
        }
        ValueError::Line(LineError::Empty) | ValueError::Prose(ProseError::Empty) => {
            Words::new("tekstas tuščias")
                .hint("parašykite jį arba, jei raktas neprivalomas, raktą ištrinkite")
        }
        ValueError::Number(error) => number_error(error),
        ValueError::Phone(error) => Words::new(format!("„{}“ nėra telefono numeris", error.0))
            .hint("rašykite, pavyzdžiui, +370 600 00000"),
        ValueError::Prose(ProseError::Link(error)) => {
            Words::new(format!("nuorodos adresas „{}“ netinka", error.0)).hint(
                "rašykite visą adresą, pavyzdžiui, https://www.example.org, mailto:info@example.org arba \
                 tel:+37060000000",
            )
        }
        ValueError::Prose(ProseError::Language(error)) => {
            Words::new(format!("„{}“ nėra kalbos kodas", error.0)).hint(
                "rašykite kalbos, o ne šalies kodą: en – anglų, fr – prancūzų, de – vokiečių, pl – lenkų, \
                     uk – ukrainiečių",
            )
        }
        ValueError::Prose(ProseError::BareLink(target)) => {
            Words::new(format!("nuoroda į {target} neturi teksto")).hint("rašykite [tekstas](adresas)")
        }
        ValueError::Prose(ProseError::TooDeep) => {
            Words::new("vienas į kitą įdėti daugiau kaip aštuoni pabrėžimai ir nuorodos")
                .hint("rašykite mažiau ženklų")
        }
        ValueError::Prose(ProseError::BlocksTooDeep) => {
            Words::new("sąrašai ir citatos vieni į kitus įdėti daugiau kaip keturis kartus")
                .hint("palikite mažiau lygmenų")
        }
        ValueError::Prose(ProseError::TableRow(row)) => Words::new(format!(
            "lentelės eilutėje {row} langelių daugiau negu stulpelių"
        ))
        .hint(
            "pirmoje lentelės eilutėje parašykite tiek pat langelių, o ženklą | langelio tekste rašykite \\|",
        ),
        ValueError::Rgb(error) => Words::new(format!("„{}“ nėra spalva", error.0))
            .hint("rašykite kabutėse # ir šešis šešioliktainius skaitmenis, pavyzdžiui, \"#0b5563\""),
        ValueError::Website(error) => Words::new(format!("„{}“ nėra svetainės adresas", error.0))
            .hint("rašykite, pavyzdžiui, www.example.lt"),
        ValueError::Year(error) => Words::new(format!("{} negali būti ataskaitiniai metai", error.0))
            .hint("rašykite metus nuo 1900 iki 2100"),
        ValueError::YearMonth(error) => {
            Words::new(format!("„{}“ nėra mėnuo", error.0)).hint("rašykite metus-mėnesį, pavyzdžiui, 2022-03")
        }
    }
}

fn amount_error(error: &NumberError) -> Words {
    match error {
        NumberError::NotANumber(text) => Words::new(format!("„{text}“ nėra pinigų suma")).hint(
            "rašykite skaitmenimis, prieš centus – tašką, pavyzdžiui, 28344 arba 1250.50; jei sumos nėra, \
             rašykite null",
        ),
        NumberError::Dash(text) => Words::new(format!("brūkšnys „{text}“ nėra pinigų suma"))
            .hint("jei sumos nėra, rašykite null: ataskaitoje bus brūkšnys"),
        NumberError::TooLarge(text) => {
            Words::new(format!("suma „{text}“ per didelė: suma turi būti mažesnė už 1 000 000 000 000"))
        }
        _ => number_error(error),
    }
}

fn number_error(error: &NumberError) -> Words {
    match error {
        NumberError::NotANumber(text) => Words::new(format!("„{text}“ nėra skaičius"))
            .hint("rašykite skaitmenimis, trupmeną atskirkite tašku, pavyzdžiui, 1204 arba 3.5"),
        NumberError::Dash(text) => Words::new(format!("brūkšnys „{text}“ nėra skaičius"))
            .hint("įrašykite skaičių arba ištrinkite metų, kurių skaičiaus nėra, raktą"),
        NumberError::Ambiguous { text, grouped, rounded } => Words::new(format!(
            "„{text}“ galima perskaityti dvejopai: {grouped} arba {}",
            text.trim().replace('.', ",")
        ))
        .hint(format!(
            "jei tai tūkstančiai, rašykite {grouped}; jei skaitmenys po kablelio, suapvalinkite: {rounded}"
        )),
        NumberError::TooFine { text, rounded } => {
            Words::new(format!("po kablelio – daugiau kaip du skaitmenys: „{text}“"))
                .hint(format!("suapvalinkite: {rounded}"))
        }
        NumberError::TooLarge(text) => {
            Words::new(format!("skaičius „{text}“ per didelis: jis turi būti mažesnis už 1 000 000 000 000"))
        }
    }
}

fn markdown(markdown: Markdown) -> Words {
    Words::new(match markdown {
        Markdown::Heading => "„Markdown“ antraštės ženklas # bus išspausdintas taip, kaip parašytas",
        Markdown::List => "„Markdown“ sąrašo ženklas bus išspausdintas taip, kaip parašytas",
        Markdown::Quote => "„Markdown“ citatos ženklas > bus išspausdintas taip, kaip parašytas",
        Markdown::Code => "„Markdown“ kodo ženklai ` bus išspausdinti taip, kaip parašyti",
        Markdown::Table => "„Markdown“ lentelė bus išspausdinta taip, kaip parašyta",
        Markdown::Image => "„Markdown“ paveikslas bus išspausdintas taip, kaip parašytas",
        Markdown::Html => "HTML bus išspausdintas taip, kaip parašytas",
        Markdown::Rule => "„Markdown“ linija bus išspausdinta taip, kaip parašyta",
        Markdown::Footnote => "„Markdown“ išnaša bus išspausdinta taip, kaip parašyta",
        Markdown::Extension => "šie „Markdown“ ženklai bus išspausdinti taip, kaip parašyti",
        Markdown::Inline => "pavadinimuose ir antraštėse „Markdown“ ženklai spausdinami taip, kaip parašyti",
        Markdown::Language => "pavadinimuose ir antraštėse žodžių kalbos pažymėti negalima: ženklai bus išspausdinti taip, kaip parašyti",
    })
    .hint(match markdown {
        Markdown::Heading => {
            "skyriaus antraštę rašykite prie rakto title: arba kurkite skyrių dalyje sections"
        }
        Markdown::List => "kiekvieną punktą rašykite atskirai",
        Markdown::Image => "paveikslą nurodykite raktu image",
        Markdown::Table => {
            "lentelė prasideda stulpelių antraščių eilute ir brūkšnelių eilute |---|---|, kurioje stulpelių tiek pat; \
             lenteles galima dėti į about, skyrių body ir finance.notes"
        }
        Markdown::Footnote => "pastabą rašykite skliaustuose arba atskiru sakiniu",
        Markdown::Rule | Markdown::Html => "ištrinkite arba rašykite paprastu tekstu",
        Markdown::Extension | Markdown::Inline => "ištrinkite šiuos ženklus",
        Markdown::Language => {
            "rašykite vien žodžius; grupių, eilučių, žmonių ir projektų pavadinimuose skliaustuose esančių žodžių kalba \
             atpažįstama iš santrumpos: medelynas (angl. tree nursery)"
        }
        _ => "tekste galima *pabrėžti*, **paryškinti** ir dėti [nuorodą](https://www.example.org)",
    })
}

fn statute(law: Law, missing: &[Requirement]) -> Words {
    let law = match law {
        Law::Associations => {
            "Asociacijų įstatymas (Nr. IX-1969), kaip jį apibendrina Nacionalinė NVO koalicija"
        }
        Law::PublicInstitutions => {
            "Viešųjų įstaigų įstatymo (Nr. I-1428) 12 straipsnio 2 dalis, redakcija nuo 2011-11-01"
        }
        Law::PublicInstitutionsReworded => {
            "Viešųjų įstaigų įstatymo (Nr. I-1428) 12 straipsnio 2 dalis, redakcija nuo 2011-11-01; sutikrinkite su nauja \
             įstatymo redakcija, galiojančia nuo 2024-05-01 (Nr. XIV-2242)"
        }
    };
    let required: Vec<&str> =
        missing.iter().map(|requirement| requirement_and_hint(*requirement).0).collect();
    let words = Words::new(format!("įstatymas dar reikalauja: {}", required.join("; ")))
        .note(format!("{law}; ataskaitą galima parengti ir be šių dalių"));
    missing.iter().fold(words, |words, requirement| words.hint(requirement_and_hint(*requirement).1))
}

/// What is required, in the genitive, and what to do.
fn requirement_and_hint(requirement: Requirement) -> (&'static str, &'static str) {
    match requirement {
        Requirement::Goals => ("organizacijos tikslų", "pridėkite goals: su items:"),
        Requirement::PlannedGoals => ("ateinančių metų tikslų", "pridėkite plans: su goals:"),
        Requirement::PlannedWorks => ("ateinančiais metais planuojamų darbų", "pridėkite plans: su works:"),
        Requirement::Members => ("narių skaičiaus metų pabaigoje", "pridėkite members:"),
        Requirement::MembersBefore => {
            ("narių skaičiaus ankstesnių metų pabaigoje", "prie members pridėkite previous:")
        }
        Requirement::MemberList => {
            ("narių juridinių asmenų pavadinimų, teisinių formų ir kodų", "prie members pridėkite list:")
        }
        Requirement::MemberLegalForms => (
            "kiekvieno sąrašo juridinio asmens teisinės formos",
            "prie members.list punktų pridėkite legal_form:",
        ),
        Requirement::MemberCodes => {
            ("kiekvieno sąrašo juridinio asmens kodo", "prie members.list punktų pridėkite code:")
        }
        Requirement::Contributions => (
            "dalininkų ir jų įnašų vertės metų pradžioje ir pabaigoje",
            "įnašus aprašykite papildomame skyriuje (sections)",
        ),
        Requirement::Assets => (
            "įsigyto ir perleisto ilgalaikio turto",
            "jį, net jei jo nebuvo, aprašykite finance.notes arba papildomame skyriuje (sections)",
        ),
    }
}

pub(super) fn role(role: &Role) -> String {
    match role {
        Role::Here | Role::Addend => String::new(),
        Role::First => "pirmą kartą – čia".to_owned(),
        Role::Total => "nurodyta iš viso".to_owned(),
        Role::Year => "ataskaitiniai metai".to_owned(),
        Role::Step(step) => template::step(step),
        Role::Start => "prasideda čia".to_owned(),
        Role::Label(words) => template::hint(words).unwrap_or_else(|| "su tuo susiję".to_owned()),
        Role::Sum(words) | Role::Printed(words) => words.clone(),
    }
}

pub(super) fn made(files: &[String]) -> String {
    format!("parengta: {}", files.join(", "))
}

pub(super) fn not_made(tally: Tally) -> String {
    let errors = lithuanian(tally.errors.into(), ["klaida", "klaidos", "klaidų"]);
    match tally.reports {
        1 => format!("PDF neparengtas: {errors}"),
        reports => {
            let reports = lithuanian(reports.into(), ["ataskaitos", "ataskaitų", "ataskaitų"]);
            format!("{reports} PDF neparengti: {errors}")
        }
    }
}

pub(super) fn summary(tally: Tally) -> String {
    let errors = lithuanian(tally.errors.into(), ["klaida", "klaidos", "klaidų"]);
    let warnings = lithuanian(tally.warnings.into(), ["įspėjimas", "įspėjimai", "įspėjimų"]);
    let summary = match (tally.errors, tally.warnings) {
        (0, 0) if tally.reports == 1 => "ataskaita tvarkinga".to_owned(),
        (0, 0) => {
            let reports = lithuanian(tally.reports.into(), ["ataskaita", "ataskaitos", "ataskaitų"]);
            format!("{reports}, visos tvarkingos")
        }
        (0, _) => format!("klaidų nėra, {warnings}"),
        (_, 0) => errors,
        _ => format!("{errors}, {warnings}"),
    };
    if tally.notes == 0 {
        return summary;
    }
    format!("{summary}, {}", lithuanian(tally.notes.into(), ["pastaba", "pastabos", "pastabų"]))
}

/// An amount in groups of three digits, with the decimal comma.
fn number(amount: crate::report::Amount) -> String {
    figures::money(amount).replace('.', ",")
}

/// A path such as `activities.items[2].image`, from the section down: „activities → items → 3-ias punktas → image“.
fn location(path: &str) -> String {
    let steps = path.split(['.', '[']).map(|step| match step.strip_suffix(']') {
        Some(item) => {
            let item = item.parse().map_or(0, |item: usize| item + 1);
            // Trečias, dvidešimt trečias, but tryliktas.
            let ending = if item % 10 == 3 && item % 100 != 13 { "ias" } else { "as" };
            format!("{item}-{ending} punktas")
        }
        None => step.to_owned(),
    });
    steps.collect::<Vec<_>>().join(" → ")
}

fn date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn code_point(c: char) -> String {
    format!("ženklas U+{:04X}", u32::from(c))
}
