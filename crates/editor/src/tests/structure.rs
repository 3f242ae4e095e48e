use madoguchi_validator::Lang;

use super::{MIHON, edit, project};
use crate::structure::Symbol;

fn lines(symbols: &[Symbol], indent: usize, most: usize, out: &mut Vec<String>) {
    for symbol in symbols.iter().filter(|_| indent < most) {
        let detail = if symbol.detail.is_empty() { String::new() } else { format!(" = {}", symbol.detail) };
        out.push(format!("{}{}{detail}", "  ".repeat(indent), symbol.name));
        lines(&symbol.children, indent + 1, most, out);
    }
}

#[test]
fn the_blocks_of_a_file_are_its_symbols_even_where_it_is_no_yaml() {
    let mut project = project();
    edit(&mut project, "same_pin_again: true", "same_pin_again: [¦");
    let symbols = project.symbols(MIHON, Lang::En);
    let mut found = Vec::new();
    lines(&symbols, 0, 2, &mut found);
    for line in ["municipality", "counters", "  city-hall = 市役所1階3番窓口", "procedures", "  pin-reset = PIN reset"]
    {
        assert!(found.iter().any(|found| found == line), "{line}: {found:#?}");
    }
    let text = project.text(MIHON);
    let procedures = symbols.iter().find(|symbol| symbol.name == "procedures").unwrap();
    assert!(procedures.span.slice(&text).unwrap().ends_with("same_pin_again"), "the block ends before the next one");
    assert!(procedures.children[0].children.iter().any(|child| child.name == "applicants"));
}

#[test]
fn a_line_is_folded_with_the_deeper_lines_under_it() {
    let mut project = project();
    let text = "a:\n  b:\n    - c\n    - d\n\ne: f\ng:\n  h: i\n";
    super::write(&mut project, MIHON, &format!("{text}¦"));
    let folds: Vec<(usize, usize)> = project.folds(MIHON).iter().map(|fold| (fold.first, fold.last)).collect();
    assert_eq!(folds, [(0, 3), (1, 3), (6, 7)]);
}
