use crate::rule::prelude::*;

use super::SMALL;

pub(crate) static RULE: Rule = Rule {
    code: "F002",
    name: "not-utf8",
    level: Level::Error,
    ja: Text {
        message: "このファイルには、UTF-8 の文字として読めないところがあります。",
        help: "Shift_JIS などで保存されているかもしれません。エディターの「名前を付けて保存」で、文字コードを UTF-8 にして保存し直してください。",
        cases: &[],
        about: "文字コードがまちまちだと、同じ漢字が別の文字に化けます。データはすべて UTF-8 です。",
    },
    en: Text {
        message: "Some bytes of this file are no UTF-8 text.",
        help: "It may have been saved as Shift_JIS. Save it again in your editor with the encoding UTF-8.",
        cases: &[],
        about: "With mixed encodings the same character turns into others. All data is UTF-8.",
    },
    wrong: Example::Bytes(shift_jis),
    right: Example::File(SMALL),
    check: None,
};

/// The city's name, in Shift_JIS.
fn shift_jis() -> Vec<u8> {
    SMALL.split("見本市").map(str::as_bytes).collect::<Vec<_>>().join(&b"\x8c\xa9\x96\x7b\x8e\x73"[..])
}
