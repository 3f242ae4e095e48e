//! Questions to whoever makes a file, and their answers, a line each. An empty line leaves the place to
//! be filled in later; so does the end of the answers.

use std::fmt::Display;
use std::io::{self, BufRead, Write};
use std::str::FromStr as _;

use madoguchi_schema::dataset::Vocabulary;
use madoguchi_schema::nearest::nearest;
use madoguchi_schema::scalar::{PageDate, Scalar, Text, WebAddress};
use madoguchi_validator::{ApplicantDraft, Draft, Lang};

use crate::failure::visible;
use crate::words::Words;

/// More names than this are not listed.
const MOST_LISTED: usize = 12;

/// Asks.
pub(crate) struct Asker<'a, R, W> {
    input: R,
    output: W,
    words: &'a Words,
    vocabulary: &'a Vocabulary,
}

/// An entry of a vocabulary, by whatever it is called.
struct Known<T> {
    id: T,
    label: String,
    names: Vec<String>,
}

impl<'a, R: BufRead, W: Write> Asker<'a, R, W> {
    pub(crate) fn new(input: R, output: W, words: &'a Words, vocabulary: &'a Vocabulary) -> Self {
        Self { input, output, words, vocabulary }
    }

    /// Asks for what a draft does not say.
    pub(crate) fn fill(&mut self, draft: &mut Draft<'_>) -> io::Result<()> {
        let question = |asker: &Self, id: &str| asker.words.say(id, &[]);
        draft.url = self.parsed(&question(self, "new-ask-url"), |text| WebAddress::parse(text).ok())?;
        draft.title =
            self.parsed(&question(self, "new-ask-title"), |text| Text::parse(text).ok().map(|text| text.to_string()))?;
        draft.page_date = self.parsed(&question(self, "new-ask-page-date"), |text| PageDate::parse(text).ok())?;
        draft.whole = self.parsed(&question(self, "new-ask-read"), |text| match text {
            "whole" => Some(true),
            "part" => Some(false),
            _ => None,
        })?;
        let applicants = self.applicants();
        let documents = self.documents();
        while let Some(at) = self.chosen(&question(self, "new-ask-applicant"), &applicants)? {
            let (id, who) = (applicants[at].id.clone(), applicants[at].label.clone());
            if draft.applicants.iter().any(|known| known.id == id) {
                continue;
            }
            let about = |id: &str| self.words.say(id, &[("who", &who)]);
            let (visits, paper) = (about("new-ask-visits"), about("new-ask-document"));
            let visits = self.parsed(&visits, |text| u8::from_str(text).ok().filter(|visits| *visits > 0))?;
            let mut brought = Vec::new();
            while let Some(at) = self.chosen(&paper, &documents)? {
                if !brought.contains(&documents[at].id) {
                    brought.push(documents[at].id.clone());
                }
            }
            draft.applicants.push(ApplicantDraft { id, visits, documents: brought });
        }
        Ok(())
    }

    /// The answer to a question; nothing where it is empty, or where there are no more.
    fn answer(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.output, "{question}: ")?;
        self.output.flush()?;
        let mut line = String::new();
        self.input.read_line(&mut line)?;
        let line = line.trim();
        Ok((!line.is_empty()).then(|| line.to_owned()))
    }

    /// Asks until the answer is understood.
    fn parsed<T>(&mut self, question: &str, parse: impl Fn(&str) -> Option<T>) -> io::Result<Option<T>> {
        while let Some(answer) = self.answer(question)? {
            match parse(&answer) {
                Some(found) => return Ok(Some(found)),
                None => self.say("new-ask-not-understood", &[("text", &visible(&answer))])?,
            }
        }
        Ok(None)
    }

    /// Asks until one of some entries is meant.
    fn chosen<T>(&mut self, question: &str, known: &[Known<T>]) -> io::Result<Option<usize>> {
        while let Some(answer) = self.answer(question)? {
            let shown = visible(&answer);
            match meant(&answer, known).as_slice() {
                [one] => {
                    self.say("new-ask-taken", &[("text", &known[*one].label)])?;
                    return Ok(Some(*one));
                }
                [] => match nearest(&answer, known.iter().flat_map(|known| known.names.iter().map(String::as_str))) {
                    Some(near) => self.say("new-ask-near", &[("text", &shown), ("nearest", near)])?,
                    None => self.say("new-ask-not-known", &[("text", &shown)])?,
                },
                several => {
                    let labels: Vec<&str> =
                        several.iter().take(MOST_LISTED).map(|at| known[*at].label.as_str()).collect();
                    self.say("new-ask-several", &[("all", &labels.join(", "))])?;
                }
            }
        }
        Ok(None)
    }

    fn say(&mut self, id: &str, arguments: &[(&'static str, &str)]) -> io::Result<()> {
        writeln!(self.output, "{}", self.words.say(id, arguments))
    }

    fn applicants(&self) -> Vec<Known<madoguchi_schema::scalar::ApplicantId>> {
        let entries = self.vocabulary.applicants.iter();
        entries.map(|(id, entry)| self.known(id, [&entry.ja, &entry.en], &entry.kana, &[])).collect()
    }

    fn documents(&self) -> Vec<Known<madoguchi_schema::scalar::DocumentId>> {
        let entries = self.vocabulary.documents.iter();
        entries.map(|(id, entry)| self.known(id, [&entry.ja, &entry.en], &entry.kana, &entry.also)).collect()
    }

    fn known<T: Clone + Display>(&self, id: &T, [ja, en]: [&Text; 2], kana: &impl Display, also: &[Text]) -> Known<T> {
        let label = if self.words.lang == Lang::En { en } else { ja };
        let mut names = vec![id.to_string(), ja.to_string(), en.to_string(), kana.to_string()];
        names.extend(also.iter().map(ToString::to_string));
        Known { id: id.clone(), label: label.to_string(), names }
    }
}

/// The entries that a text names; where it is no whole name, those of which a name begins so.
fn meant<T>(text: &str, known: &[Known<T>]) -> Vec<usize> {
    let of = |is: &dyn Fn(&String) -> bool| -> Vec<usize> {
        known.iter().enumerate().filter(|(_, known)| known.names.iter().any(is)).map(|(at, _)| at).collect()
    };
    let exact = of(&|name| name == text);
    if exact.is_empty() { of(&|name| name.starts_with(text)) } else { exact }
}

#[cfg(test)]
mod tests {
    use madoguchi_schema::load::{self, Content, RawFile};
    use madoguchi_schema::national_list::NationalList;
    use madoguchi_schema::scalar::Day;
    use madoguchi_schema::shape::Shapes;

    use super::*;

    fn vocabulary() -> Vocabulary {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets/vocabulary");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            RawFile { path: format!("vocabulary/{name}"), content: Content::Bytes(std::fs::read(&path).unwrap()) }
        });
        load::load(files.collect(), &Shapes::new().unwrap()).vocabulary()
    }

    #[test]
    fn answers_are_asked_for_until_they_are_understood() {
        let (words, vocabulary) = (Words::new(Lang::Ja).unwrap(), vocabulary());
        let list =
            NationalList::parse("code,prefecture,name,kana,kind\n172014,石川県,金沢市,かなざわし,city\n").unwrap();
        let mut draft = Draft::new(&list.all()[0], Day::parse("2026-11-21").unwrap());
        let answers = "nowhere\nhttps://www.city.kanazawa.lg.jp/x\n暗証番号: \"再設定\"\nunknown\npart\n\
                       任意代理人\n0\n3\n運転経\nぱすぽ\npasspotr\npassport\n\n\n";
        let mut output = Vec::new();
        Asker::new(answers.as_bytes(), &mut output, &words, &vocabulary).fill(&mut draft).unwrap();
        let output = String::from_utf8(output).unwrap();
        assert!(output.contains("読み取れません: nowhere") && output.contains("読み取れません: 0"), "{output}");
        assert!(output.contains("「passport」ではありませんか"), "{output}");
        let text = draft.text().unwrap();
        for line in [
            "    title: \"暗証番号: \\\"再設定\\\"\"",
            "        visits_stated: 3",
            "bring: [driving-record-certificate, passport]",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let mut nothing = Draft::new(&list.all()[0], Day::parse("2026-11-21").unwrap());
        Asker::new(&b""[..], &mut Vec::new(), &words, &vocabulary).fill(&mut nothing).unwrap();
        assert!(nothing.url.is_none() && nothing.applicants.is_empty());
    }
}
