use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F004",
    name: "forbidden-character",
    level: Level::Error,
    ja: Text {
        message: "{ $character } は、見えない文字か、表示の順を変える文字です。",
        help: "消してください。ページから写したところなら、前後を手で打ち直すと確かです。",
        cases: &[
            ("line-ends", "改行を LF にして保存し直してください。"),
            ("line-ends-message", "行の終わりが別の種類の改行(CR、U+000D)です。"),
        ],
        about: "幅のない空白などは、ページからコピーするとまぎれ込みます。同じに見える2つの語が別の語になり、文字の向きを変える記号は、ちがう内容に見せかけることにも使えます。漢字の異体字を選ぶ記号(葛󠄀城市)は使えます。",
    },
    en: Text {
        message: "The character { $character } cannot be seen, or changes the order in which text is shown.",
        help: "Delete it. Where the text was copied from the page, it is safest to type it anew.",
        cases: &[
            ("line-ends", "Save the file with LF."),
            ("line-ends-message", "Lines end here with line ends of another kind (CR, U+000D)."),
        ],
        about: "Zero-width spaces and their like slip in when a page is copied. They make two words that look the same differ, and marks of direction can make a text look like another one. Selectors of character variants (葛󠄀城市) are allowed.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの\u{200b}暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカードの暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    check: None,
};
