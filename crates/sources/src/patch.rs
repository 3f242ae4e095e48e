use similar::TextDiff;

use crate::Finding;
use madoguchi_schema::scalar::Day;

/// A file with the text that it would have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its path from the root folder.
    pub path: String,
    /// Its text; nothing where there is no such file yet.
    pub before: Option<String>,
    /// The text that it would have.
    pub after: String,
}

/// The text of a file with the day of the visit as that of reading, for each page that is shown to say what it
/// said when it was read; nothing where there is none. Comments and layout stay, and so does every rule.
#[must_use]
pub fn read_again<'f>(text: &str, findings: impl IntoIterator<Item = &'f Finding>, on: Day) -> Option<String> {
    let mut days: Vec<_> = findings
        .into_iter()
        .filter(|finding| finding.is_as_read && finding.source.read_on < on)
        .map(|finding| finding.source.read_on_at)
        .collect();
    days.sort();
    let mut after = text.to_owned();
    for at in days.iter().rev() {
        // From the end, so that the places before stay where they are.
        text.get(at.start..at.end)?;
        after.replace_range(at.start..at.end, &on.to_string());
    }
    (after != text).then_some(after)
}

/// The changes as a patch for `git apply`. A path that such a patch cannot name plainly is left out.
#[must_use]
pub fn patch(changes: &[Change]) -> String {
    let is_plain = |path: &str| path.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.'));
    changes
        .iter()
        .filter(|change| is_plain(&change.path) && change.before.as_ref() != Some(&change.after))
        .map(|change| {
            let (new, old) = (format!("b/{}", change.path), format!("a/{}", change.path));
            let (old, mode) = match change.before {
                Some(_) => (old, ""),
                None => ("/dev/null".to_owned(), "new file mode 100644\n"),
            };
            let before = change.before.as_deref().unwrap_or_default();
            let diff = TextDiff::from_lines(before, &change.after);
            let hunks = diff.unified_diff().header(&old, &new).to_string();
            format!("diff --git a/{0} {new}\n{mode}{hunks}", change.path)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_names_both_sides_and_new_files() {
        let change = |before: Option<&str>| Change {
            path: "fingerprints/a.json".to_owned(),
            before: before.map(str::to_owned),
            after: "x\n".to_owned(),
        };
        assert_eq!(
            patch(&[change(None)]),
            "diff --git a/fingerprints/a.json b/fingerprints/a.json\nnew file mode 100644\n--- /dev/null\n+++ b/fingerprints/a.json\n@@ -0,0 +1 @@\n+x\n"
        );
        assert_eq!(
            patch(&[change(Some("y\n"))]),
            "diff --git a/fingerprints/a.json b/fingerprints/a.json\n--- a/fingerprints/a.json\n+++ b/fingerprints/a.json\n@@ -1 +1 @@\n-y\n+x\n"
        );
        assert_eq!(patch(&[change(Some("x\n"))]), "");
        let hostile = Change { path: "a\nb".to_owned(), ..change(None) };
        assert_eq!(patch(&[hostile]), "");
    }
}
