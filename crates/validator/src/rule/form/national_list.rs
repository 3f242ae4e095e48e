use crate::rule::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "F034",
    name: "national-list",
    level: Level::Error,
    ja: Text {
        message: "全国の自治体の一覧の { $line } 行目が、正しくありません。",
        help: "一覧は手で直さず、scripts/municipalities(なくなった自治体は scripts/former-municipalities)で書き出してください。",
        cases: &[
            ("header", "注(# の行)の次の行は code,prefecture,name,kana,kind です。"),
            ("columns", "1行は、カンマで区切った5つの項目です。"),
            ("code", "1つ目は、実在する自治体のコード(6桁、検査数字つき)です。"),
            ("prefecture", "2つ目は、コードの最初の2桁の都道府県です。"),
            ("name", "3つ目は自治体の名前です。空白や引用符は入りません。"),
            ("kana", "4つ目は読みがなです。全部をひらがなで書きます。"),
            ("kind", "5つ目は city、ward、town、village のうち、名前の最後の字(市区町村)に合うものです。"),
            ("twice", "同じコードの行がもう1つあります。どちらかを消してください。"),
            ("order", "行はコードの順に並べます。"),
            ("former-header", "注(# の行)の次の行は code,prefecture,name,kana,kind,ended_on,change,successors です。"),
            ("former-columns", "1行は、カンマで区切った8つの項目です。"),
            ("day", "6つ目は、コードがない最初の日(2005-03-22 の形)です。"),
            ("change", "7つ目は merged、absorbed、became-city、designated、district-changed のどれかです。"),
            ("successors", "8つ目は、区域を受け持つ自治体のコードです(2つ以上は空白で区切る)。"),
            ("nothing", "自治体が1つもありません。scripts/municipalities で書き出してください。"),
        ],
        about: "自治体のファイルは、すべてこの一覧(`datasets/national/municipalities.csv`)と見比べます。一覧に読めない行があると、どのファイルも確かめられません。",
    },
    en: Text {
        message: "Line { $line } of the national list of municipalities is not right.",
        help: "Do not edit the list by hand: scripts/municipalities writes it (scripts/former-municipalities that of former ones).",
        cases: &[
            ("header", "After the notes (lines with #) comes code,prefecture,name,kana,kind"),
            ("columns", "A line is five cells with commas between them."),
            ("code", "The first cell is the six-digit code of a real municipality, check digit included."),
            ("prefecture", "The second cell is the prefecture of the code's first two digits."),
            ("name", "The third cell is the municipality's name, without spaces or quotation marks."),
            ("kana", "The fourth cell is the reading, the whole of it in hiragana."),
            ("kind", "The fifth cell is city, ward, town or village, as the name's last character (市区町村) says."),
            ("twice", "Another line has the same code. Take one of them out."),
            ("order", "The lines stand in the order of their codes."),
            (
                "former-header",
                "After the notes (lines with #) comes code,prefecture,name,kana,kind,ended_on,change,successors",
            ),
            ("former-columns", "A line is eight cells with commas between them."),
            ("day", "The sixth cell is the first day without the code, as in 2005-03-22."),
            ("change", "The seventh cell is merged, absorbed, became-city, designated or district-changed."),
            ("successors", "The eighth cell is the codes of those that have the area, with a space between two."),
            ("nothing", "There is no municipality in it. Write it with scripts/municipalities."),
        ],
        about: "Every municipality's file is held against this list (`datasets/national/municipalities.csv`). While a line of it cannot be read, no file can be.",
    },
    wrong: Example::Files(&[(
        "national/municipalities.csv",
        "code,prefecture,name,kana,kind
013315,北海道,松前町,まつまえちょう,town
384011,愛媛県,松前町,マサキチョウ,town
",
    )]),
    right: Example::Files(&[(
        "national/municipalities.csv",
        "code,prefecture,name,kana,kind
013315,北海道,松前町,まつまえちょう,town
384011,愛媛県,松前町,まさきちょう,town
",
    )]),
    check: None,
};
