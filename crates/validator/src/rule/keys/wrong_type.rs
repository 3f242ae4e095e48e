use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "K004",
    name: "wrong-type",
    level: Level::Error,
    ja: Text {
        message: "ここに書くのは「{ $expected }」ですが、「{ $found }」が書かれています。",
        help: "ほかの自治体のファイルと見比べてください。値の代わりに unclear: \"理由\" と書くこともできます。",
        cases: &[
            ("quote", "引用符で囲んでください。コードや時刻は、数ではなく文字です。"),
            ("number", "数は、半角の数字で、引用符なしで書きます: { $instead }"),
            ("truth", "はい・いいえの値は true か false で、引用符なしで書きます: { $instead }"),
            ("key", "「キー: 値」の形で書いてください。コロンが半角か、そのあとに半角の空白があるかも見てください。"),
            ("list", "リストは、1つずつ「- 」(ハイフンと半角の空白)で始めるか、[ ] で囲みます。"),
            (
                "other",
                "ほかの自治体のファイルと見比べてください。値の代わりに unclear: \"理由\" と書くこともできます。",
            ),
        ],
        about: "値の種類(文字、数、リストなど)はキーごとに決まっています。とくにコードは、引用符がないと数として読まれ、先頭の 0 の扱いがソフトによって変わります。",
    },
    en: Text {
        message: "Here belongs { $expected }, and there is { $found }.",
        help: "Compare with another municipality's file. In place of a value, `unclear: \"why\"` can stand.",
        cases: &[
            ("quote", "Put it in quotation marks: codes and times are texts, no numbers."),
            ("number", "A number is written in half-width digits, without quotation marks: { $instead }"),
            ("truth", "Yes and no are written true and false, without quotation marks: { $instead }"),
            ("key", "Write `key: value`. Look whether the colon is half-width, and followed by a space."),
            ("list", "Begin each entry of a list with a dash and a space, or put them in brackets [ ]."),
            ("other", "Compare with another municipality's file. In place of a value, `unclear: \"why\"` can stand."),
        ],
        about: "Every key has a type of value: a text, a number, a list. A code without quotation marks is read as a number, and programs differ in what becomes of a leading zero.",
    },
    wrong: Example::Blocks(
        "municipality: 991007
",
    ),
    right: Example::Blocks(
        r#"municipality: "991007"
"#,
    ),
    check: None,
};
