//! Drawings as programs export them, and malicious ones.

use std::fmt::Write as _;

use ataskaita::export::Press;
use ataskaita::typeset::Edition;

use crate::one_image::{assert_unusable, assert_usable, judge};
use crate::pdf::File;

const AREA: &str = "<rect width='300' height='200' fill='#2a6'/>";

fn svg_with(attributes: &str, body: &str) -> Vec<u8> {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' {attributes}>\
         {body}</svg>"
    )
    .into_bytes()
}

fn svg(body: &str) -> Vec<u8> {
    svg_with("width='300' height='200'", body)
}

/// An image in a drawing, as wide as the drawing.
fn embedded(kind: &str, bytes: &[u8]) -> Vec<u8> {
    svg(&format!("<image href='data:{kind};base64,{}' width='300' height='30'/>", base64(bytes)))
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let sextet = bits >> (18 - 6 * at) & 63;
            text.push(if at <= chunk.len() { char::from(ALPHABET[sextet as usize]) } else { '=' });
        }
    }
    text
}

#[test]
fn drawings_of_every_kind_are_built() {
    let defs = "<defs><circle id='c' cx='100' cy='100' r='80'/></defs>";
    let groups = |count: usize, attributes: &str| {
        svg(&format!("{}{AREA}{}", format!("<g {attributes}>").repeat(count), "</g>".repeat(count)))
    };
    for (name, drawing) in [
        (
            "css.svg",
            svg("<style>.a{fill:#c33;stroke:url(#g)} rect.a:first-child{opacity:.5}</style><linearGradient \
                 id='g'><stop offset='0' stop-color='red'/></linearGradient><rect class='a' width='9' \
                 height='9'/>"),
        ),
        (
            "mask.svg",
            svg(&format!(
                "{defs}<mask id='m'><use href='#c' fill='white'/></mask><g mask='url(#m)'>{AREA}</g>"
            )),
        ),
        (
            "clip.svg",
            svg(&format!("<clipPath id='m'><circle r='80'/></clipPath><g clip-path='url(#m)'>{AREA}</g>")),
        ),
        (
            "pattern.svg",
            svg("<pattern id='p' width='10' height='10' patternUnits='userSpaceOnUse'><circle r='3'/>\
                 </pattern><rect width='300' height='200' fill='url(#p)'/>"),
        ),
        (
            "blur.svg",
            svg(&format!(
                "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><g filter='url(#f)'>{AREA}</g>"
            )),
        ),
        (
            "one-stop.svg",
            svg(
                "<radialGradient id='g'><stop offset='0' stop-color='red'/></radialGradient><rect width='300' \
                 height='200' fill='url(#g)'/>",
            ),
        ),
        (
            "text.svg",
            svg("<text x='10' y='50' font-family='Arial, Literata' font-size='30'>Ąžuolas ėū</text>"),
        ),
        ("switch.svg", svg(&format!("<switch><g systemLanguage='xx'/><g>{AREA}</g></switch>"))),
        (
            "html-with-fallback.svg",
            svg("<!-- <foreignObject> --><switch><foreignObject width='9' height='9'><p \
                 xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject><text x='5' y='20'>a</text></switch>"),
        ),
        (
            "symbol.svg",
            svg("<symbol id='s' viewBox='0 0 10 10'><circle r='5'/></symbol><use href='#s' width='50' \
                 height='50'/><use xlink:href='#s' x='60' width='50' height='50'/>"),
        ),
        (
            "nested.svg",
            svg("<svg x='10' y='10' width='100' height='100' viewBox='0 0 10 10'><circle r='5'/></svg>"),
        ),
        ("per-cent.svg", svg_with("width='100%' height='100%' viewBox='0 0 300 200'", AREA)),
        ("no-size.svg", svg_with("", AREA)),
        ("view-box-alone.svg", svg_with("viewBox='0 0 300 200'", AREA)),
        (
            "large-view-box.svg",
            svg_with("viewBox='0 0 1000000 1000000'", "<circle cx='50000' cy='50000' r='40000'/>"),
        ),
        (
            "small-view-box.svg",
            svg_with("viewBox='0 0 0.01 0.01'", "<circle cx='0.005' cy='0.005' r='0.004'/>"),
        ),
        (
            "script.svg",
            svg("<script>alert(1)</script><a href='https://x.lt'><text x='5' y='20'>a</text></a>"),
        ),
        ("five-groups.svg", groups(5, "opacity='0.9'")),
        ("thirty-groups.svg", groups(30, "")),
        ("jpeg.svg", embedded("image/jpeg", include_bytes!("../images/baseline.jpg"))),
        ("png.svg", embedded("image/png", include_bytes!("../images/alpha.png"))),
        ("png-of-16-bits.svg", embedded("image/png", include_bytes!("../images/16-bit.png"))),
        ("webp.svg", embedded("image/webp", include_bytes!("../images/lossy.webp"))),
        ("gif.svg", embedded("image/gif", include_bytes!("../images/still.gif"))),
        ("svg.svg", embedded("image/svg+xml", &svg(AREA))),
    ] {
        assert_usable(name, &drawing);
    }
}

/// A long document type declaration, as written by Adobe Illustrator, with an entity for the namespace.
#[test]
fn a_long_document_type_is_read() {
    let drawing = format!(
        "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'><!-- {} -->]>\
         <svg xmlns='&ns;' width='300' height='200'>{AREA}</svg>",
        "x".repeat(3000)
    );
    assert_usable("illustrator.svg", drawing.as_bytes());
}

/// An export of diagrams.net: colours for light and for dark screens, the text as HTML with an alternative, and a text
/// for programs that know no HTML.
#[test]
fn a_drawing_of_diagrams_net_has_its_colours_and_no_text_about_itself() {
    const FEATURE: &str = "requiredFeatures='http://www.w3.org/TR/SVG11/feature#Extensibility'";
    let drawing = svg_with(
        "style='background: transparent; color-scheme: light dark;' width='120px' height='60px' \
         viewBox='-0.5 -0.5 121 61'",
        &format!(
            "<rect width='120' height='60' fill='#ff0000' style='fill: light-dark(rgb(255, 0, 0), rgb(29, 41, 59));'/>\
             <switch><foreignObject width='100%' height='100%' {FEATURE}><div \
             xmlns='http://www.w3.org/1999/xhtml'>Valdyba</div></foreignObject><text x='60' y='34' \
             fill='light-dark(#000000, #ffffff)' font-family='&quot;Helvetica&quot;'>Valdyba</text></switch>\
             <switch><g {FEATURE}/><a xlink:href='https://www.drawio.com'><text x='50%' y='100%'>Text is not SVG - \
             cannot display</text></a></switch>"
        ),
    );
    let verdict = judge("drawio.svg", &drawing);
    assert_eq!(verdict.warnings, ["image-svg"], "Helvetica is missing: {}", verdict.shown);
    let file = File::read(&verdict.pdf.unwrap());
    let text: String = file.pages.iter().map(|page| page.text(|_| true)).collect();
    assert!(text.contains("Valdyba") && !text.contains("cannot display"), "{text}");
    let is_red = |pixel: &image::Rgb<u8>| pixel.0 == [255, 0, 0];
    let red: usize = (0..file.pages.len())
        .map(|page| file.render(page, 36.0).pixels().filter(|it| is_red(it)).count())
        .sum();
    assert!(red > 1000, "{red} pixels are red");
}

/// The least bleed that may be chosen is less than the usual one.
#[test]
fn drawings_are_built_with_the_bleed_of_the_edition() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.svg"), svg(AREA)).unwrap();
    let image = "\n    - { text: Darbas., image: { file: a.svg, alt: Plotas } }\n";
    let yaml = crate::full_report::MINIMAL.replace("\n    - Susitikome.\n", image);
    let edition = Edition::Print { bleed: "2".parse().unwrap() };
    let built = crate::press::build(&yaml, folder.path(), edition, &Press::default());
    assert!(built.is_ok(), "{}", crate::press::shown(&built.unwrap_err()));
}

#[test]
fn drawings_that_may_disappoint_are_built_with_a_warning() {
    for (name, drawing, said) in [
        ("colour.svg", svg("<rect width='99' height='99' fill='oklch(0.6 0.2 29)'/>"), "oklch(0.6 0.2 29)"),
        ("typeface.svg", svg("<text y='50' style='font: 30px Georgia, serif'>A</text>"), "Georgia"),
        ("empty.svg", svg(""), "empty"),
        ("hidden.svg", svg(&format!("<g display='none'>{AREA}</g>")), "empty"),
    ] {
        let verdict = judge(name, &drawing);
        assert!(verdict.pdf.is_some() && verdict.warnings == ["image-svg"], "{name}: {}", verdict.shown);
        assert!(verdict.shown.contains(said), "{name}: {}", verdict.shown);
    }
}

#[test]
fn faulty_drawings_are_reported() {
    for (name, drawing, code, said) in [
        ("linked.svg", svg("<image href='photo.jpg' width='9' height='9'/>"), "image-svg", "photo.jpg"),
        ("device.svg", svg("<image href='/dev/zero' width='9' height='9'/>"), "image-svg", "/dev/zero"),
        (
            "web.svg",
            svg("<image xlink:href='https://a.lt/b.png' width='9' height='9'/>"),
            "image-svg",
            "https://a.lt/b.png",
        ),
        (
            "html.svg",
            svg(&format!("{AREA}<foreignObject width='9' height='9'/>")),
            "image-svg",
            "foreignObject",
        ),
        ("elsewhere.svg", svg("<use href='kitas.svg#a'/>"), "image-svg", "kitas.svg#a"),
        ("frame.svg", svg("<flowRoot><flowPara>a</flowPara></flowRoot>"), "image-svg", "Convert to Text"),
        ("mesh.svg", svg(&format!("<meshgradient id='a'/>{AREA}")), "image-svg", "mesh"),
        ("ink.svg", embedded("image/jpeg", include_bytes!("../images/cmyk.jpg")), "image-ink", "CMYK"),
        (
            "damaged.svg",
            embedded("image/png", &include_bytes!("../images/16-bit.png")[..800]),
            "image-svg",
            "damaged",
        ),
        ("other.svg", embedded("image/jpeg", include_bytes!("../images/alpha.png")), "image-svg", "format"),
        ("bmp.svg", embedded("image/bmp", b"BM"), "image-svg", "format"),
        ("glyph.svg", svg("<text x='9' y='50'>日本</text>"), "image-svg", "日"),
        ("zero.svg", svg_with("width='0' height='10'", AREA), "image-svg", "dimensions"),
        ("huge.svg", svg_with("viewBox='0 0 1000000000 1000000000'", AREA), "image-svg", "dimensions"),
        ("tiny.svg", svg_with("viewBox='0 0 0.000000001 0.000000001'", AREA), "image-svg", "dimensions"),
        ("far.svg", svg("<rect x='1e20' width='1e38' height='3'/>"), "image-svg", "cannot be converted"),
        (
            "groups.svg",
            svg(&format!("{}{AREA}{}", "<g opacity='0.9'>".repeat(20), "</g>".repeat(20))),
            "image-svg",
            "cannot be converted",
        ),
        ("recursive.svg", svg("<g id='a'><use href='#a'/></g>"), "image-svg", "refers to itself"),
    ] {
        let shown = assert_unusable(name, &drawing, code);
        assert!(shown.contains(said), "{name}: {shown}");
    }
}

/// Each of these would take minutes or run out of memory.
#[test]
fn unbounded_drawings_are_rejected() {
    let levels = |level: &dyn Fn(usize) -> String| {
        (1..9).fold(String::new(), |mut all, number| {
            let _ = write!(all, "{}", level(number));
            all
        })
    };
    let uses = levels(&|n| format!("<g id='g{n}'>{}</g>", format!("<use href='#g{}'/>", n - 1).repeat(10)));
    let patterns = levels(&|n| {
        let fill = format!("<rect width='1' height='1' fill='url(#p{})'/>", n - 1);
        format!("<pattern id='p{n}' width='1' height='1'>{}</pattern>", fill.repeat(10))
    });
    let filter = |primitives: &str| {
        svg(&format!(
            "<filter id='f' x='-50' y='-50' width='100' height='100'>{primitives}</filter>\
                      <rect width='99' height='99' filter='url(#f)'/>"
        ))
    };
    for (name, drawing) in [
        ("uses.svg", svg(&format!("<g id='g0'>{AREA}</g>{uses}"))),
        ("patterns.svg", svg(&format!("{patterns}<rect width='9' height='9' fill='url(#p8)'/>"))),
        ("blurs.svg", filter(&"<feGaussianBlur stdDeviation='50'/>".repeat(100))),
        ("morphology.svg", filter("<feMorphology radius='200'/>")),
        ("turbulence.svg", filter("<feTurbulence baseFrequency='0.05' numOctaves='100000000'/>")),
        ("deep.svg", svg(&format!("{}{}", "<g>".repeat(50_000), "</g>".repeat(50_000)))),
        (
            "attributes.svg",
            svg(&format!(
                "<g{}/>",
                (0..100_000).fold(String::new(), |mut all, n| {
                    let _ = write!(all, " a{n}=''");
                    all
                })
            )),
        ),
        (
            "styles.svg",
            svg(&format!(
                "<style>{}</style>{}",
                "g g.a>rect{fill:red}".repeat(20_000),
                "<g/>".repeat(20_000)
            )),
        ),
        ("text.svg", svg(&format!("<text>{}</text>", "日本語".repeat(30_000)))),
        (
            "path.svg",
            svg(&format!(
                "<path stroke='red' stroke-dasharray='0.0001' d='M0 0{}'/>",
                "h1v1".repeat(500_000)
            )),
        ),
        ("entities.svg", [&b"<!DOCTYPE svg [<!ENTITY a '<g/>'>]>"[..], &svg("&a;")].concat()),
    ] {
        assert_unusable(name, &drawing, "image-too-complex");
    }
}
