//! From an earlier format of the data to the one of this program: named steps in their order, each of which rewrites
//! places of a file and leaves every other byte as it is. A step that finds nothing to do changes nothing, so running
//! all of them again is harmless. What each asks of people stands in `docs/migrations.md`.

mod earlier_versions;

use crate::yaml::{self, Tree};

/// The format of this program. Data that names none is of the first.
pub const FORMAT: u32 = 2;

/// One step, to the format after the one before.
#[derive(Debug)]
pub struct Step {
    /// The format that the data has after it.
    pub to: u32,
    /// Its name, as the heading in `docs/migrations.md` has it, in small letters.
    pub name: &'static str,
    /// The places of a file that it rewrites, from its start.
    rewrite: fn(path: &str, tree: &Tree, text: &str) -> Vec<Rewrite>,
}

/// Bytes, and what stands in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rewrite {
    at: std::ops::Range<usize>,
    text: String,
}

/// Every step, in order.
pub static STEPS: &[Step] = &[earlier_versions::STEP];

/// A file after the steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// Its text.
    pub text: String,
    /// The names of the steps that changed it.
    pub steps: Vec<&'static str>,
}

/// A file whose YAML cannot be read, or not any more after a step: it stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotReadable;

/// Brings a file of the data (by its path below `datasets/`) from a format to that of this program.
///
/// # Errors
///
/// The file cannot be read as YAML.
pub fn migrate(path: &str, text: &str, from: u32) -> Result<Migrated, NotReadable> {
    let read = |text: &str| yaml::read(text.as_bytes()).0.ok_or(NotReadable);
    let mut migrated = Migrated { text: text.to_owned(), steps: Vec::new() };
    let mut tree = read(text)?;
    for step in STEPS.iter().filter(|step| step.to > from) {
        let rewrites = (step.rewrite)(path, &tree, &migrated.text);
        if rewrites.is_empty() {
            continue;
        }
        // From the end, so that the places before stay where they are.
        for rewrite in rewrites.iter().rev() {
            migrated.text.replace_range(rewrite.at.clone(), &rewrite.text);
        }
        migrated.steps.push(step.name);
        tree = read(&migrated.text)?;
    }
    Ok(migrated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_lead_one_by_one_to_the_format_of_the_program() {
        let to: Vec<u32> = STEPS.iter().map(|step| step.to).collect();
        assert_eq!(to, (2..=FORMAT).collect::<Vec<u32>>());
        let documented = include_str!("../../../../docs/migrations.md").to_lowercase();
        for step in STEPS {
            assert!(documented.contains(&format!("\n## {}\n", step.name.replace('-', " "))), "{}", step.name);
        }
    }

    #[test]
    fn each_step_makes_of_the_file_before_the_file_after_and_then_rests() {
        for step in STEPS {
            let folder =
                std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/migrations").join(step.name);
            let of = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
            let path = "municipalities/99-fiction/991007-mihon.yaml";
            let migrated = migrate(path, &of("before.yaml"), step.to - 1).unwrap();
            assert_eq!((migrated.text.as_str(), migrated.steps.as_slice()), (&*of("after.yaml"), &[step.name][..]));
            let again = migrate(path, &migrated.text, step.to - 1).unwrap();
            assert_eq!((again.text, again.steps.len()), (migrated.text, 0));
            assert!(migrate(path, &of("before.yaml"), step.to).unwrap().steps.is_empty(), "the step was taken before");
        }
        assert_eq!(migrate("x.yaml", "a: [", 1), Err(NotReadable));
    }
}
