use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F006",
    name: "syntax",
    level: Level::Error,
    ja: Text {
        message: "ここが YAML として読めません。",
        help: "ほかの自治体のファイルの同じところと見比べてください。",
        cases: &[
            ("tab", "字下げにタブは使えません。半角の空白にしてください。"),
            ("indentation", "字下げが前後の行とそろっていません。1段につき半角の空白2つです。"),
            ("unclosed", "この前の括弧「{ \"[\" }」「{ \"{\" }」が閉じていないか、閉じる括弧が多すぎます。"),
            ("quote", "引用符が閉じていないか、引用符のなかに引用符があります。"),
            ("sign", "この記号で始まる文字は、引用符で囲んでください。"),
            (
                "colon",
                "キーのあとは、半角のコロンと半角の空白です。前の行のコロンと、字下げの深さも見てください。文のなかに「: 」があるときは、文を引用符で囲みます。",
            ),
            ("directive", "% の行を消してください。"),
            ("other", "ほかの自治体のファイルの同じところと見比べてください。"),
        ],
        about: "ファイルは YAML という書き方でできています。1か所でも決まりから外れると、その先を読めません。いちばん多いのは、文のなかの「: 」(コロンと空白)と、閉じていない括弧や引用符です。",
    },
    en: Text {
        message: "This cannot be read as YAML.",
        help: "Compare the line with those of another municipality's file.",
        cases: &[
            ("tab", "Indent with spaces; a tab cannot be used."),
            ("indentation", "The line is indented unlike those around it. Use two spaces for each level."),
            ("unclosed", "A bracket { \"[\" } or { \"{\" } before this is not closed, or one too many is."),
            ("quote", "A quotation mark is not closed, or stands inside a quoted text."),
            ("sign", "A text that begins with this sign must be in quotation marks."),
            (
                "colon",
                "A key is followed by a colon and a space. Look at the colon and the indentation of the line before, too. A text with a colon and a space in it must be in quotation marks.",
            ),
            ("directive", "Take the line with % out."),
            ("other", "Compare the line with those of another municipality's file."),
        ],
        about: "Files are written in YAML, and one slip makes the rest unreadable. The most common ones are a colon and a space inside a text, and a bracket or quotation mark that is not closed.",
    },
    wrong: Example::Blocks(
        "sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: マイナンバーカード: 暗証番号について
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
",
    ),
    right: Example::Blocks(
        r#"sources:
  pin:
    url: https://www.city.mihon.example/mynumber/pin.html
    title: "マイナンバーカード: 暗証番号について"
    page_date: 2026-04-01
    read_on: 2026-11-21
    read: whole
"#,
    ),
    check: None,
};
