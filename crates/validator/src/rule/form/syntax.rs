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
            (
                "wide-colon",
                "キーのあとに全角のコロン「\u{ff1a}」(U+FF1A)があります。半角のコロンと半角の空白にしてください。",
            ),
            ("wide-space", "コロンのあとに全角の空白(U+3000)があります。半角の空白にしてください。"),
            (
                "no-break-space",
                "コロンのあとの空白は、ふつうの空白に見えて別の文字(U+00A0)です。半角の空白にしてください。",
            ),
            ("dash", "リストの「-」のあとに、半角の空白を1つ入れてください。"),
            ("fence", "「```」は YAML ではありません。この行を消してください。"),
            (
                "conflict",
                "2つの版を合わせたときの衝突が、解決されずに残っています。残す方を選び、<<<<<<<、=======、>>>>>>> の行を消してください。",
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
                "A key is followed by a half-width colon and a half-width space. Look at the colon and the indentation of the line before, too. A text with a colon and a space in it must be in quotation marks.",
            ),
            (
                "wide-colon",
                "A full-width colon `\u{ff1a}` (U+FF1A) stands behind the key. Write a half-width colon and a half-width space.",
            ),
            ("wide-space", "A full-width space (U+3000) stands behind the colon. Write a half-width space."),
            (
                "no-break-space",
                "The space behind the colon looks like any other and is a no-break space (U+00A0). Write a half-width space.",
            ),
            ("dash", "Put a space behind the dash of an entry of a list."),
            ("fence", "The line with ``` is no YAML. Delete it."),
            (
                "conflict",
                "A conflict of two versions was left when they were merged. Choose what stays, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
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
