use std::collections::BTreeMap;

use super::data::assets;

/// The tokens of the style: light, and dark on top of light.
fn tokens() -> [BTreeMap<String, [f64; 3]>; 2] {
    let tokens = assets().0.remove("styles/site/1-tokens.css").unwrap();
    let (light, dark) = tokens.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let light = colours(light);
    let mut both = light.clone();
    both.extend(colours(dark));
    [light, both]
}

fn colours(css: &str) -> BTreeMap<String, [f64; 3]> {
    let declarations = css.split([';', '{']).filter_map(|part| part.trim().strip_prefix("--")?.split_once(':'));
    declarations.filter_map(|(name, value)| Some((name.to_owned(), colour(value.trim())?))).collect()
}

fn colour(text: &str) -> Option<[f64; 3]> {
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok().map(f64::from);
    Some([part(0)?, part(2)?, part(4)?])
}

/// Relative luminance and contrast as WCAG 2 defines them.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let luminance = |colour: [f64; 3]| {
        let [r, g, b] = colour.map(|part| {
            let part = part / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn the_text_of_a_state_stands_out_from_its_ground() {
    for (scheme, tokens) in ["light", "dark"].into_iter().zip(tokens()) {
        for state in ["silent", "unclear", "unread", "letter"] {
            let ratio = contrast(tokens[&format!("{state}-text")], tokens[&format!("{state}-ground")]);
            assert!(ratio >= 7.0, "{scheme} {state}: {ratio:.2}");
        }
    }
}

#[test]
fn text_and_links_stand_out_from_every_ground() {
    let grounds = ["page", "panel", "silent-ground", "unclear-ground"];
    for (scheme, tokens) in ["light", "dark"].into_iter().zip(tokens()) {
        for ground in grounds {
            for (text, least) in [("text", 7.0), ("quiet", 7.0), ("stated-text", 7.0), ("link", 4.5), ("visited", 4.5)]
            {
                let ratio = contrast(tokens[text], tokens[ground]);
                assert!(ratio >= least, "{scheme} {text} on {ground}: {ratio:.2}");
            }
        }
        for (text, ground) in [("page", "accent"), ("unclear-text", "panel")] {
            let ratio = contrast(tokens[text], tokens[ground]);
            assert!(ratio >= 7.0, "{scheme} {text} on {ground}: {ratio:.2}");
        }
        let ratio = contrast(tokens["line"], tokens["page"]);
        assert!(ratio >= 3.0, "{scheme} lines that carry meaning: {ratio:.2}");
    }
}

#[test]
fn every_custom_property_that_is_used_is_declared() {
    let assets = assets();
    let styles: Vec<&String> =
        assets.0.iter().filter(|(path, _)| path.starts_with("styles/")).map(|(_, css)| css).collect();
    let mut used = 0;
    for css in &styles {
        for name in css.split("var(").skip(1).filter_map(|rest| rest.split([')', ',']).next()) {
            assert!(styles.iter().any(|css| css.contains(&format!("{name}:"))), "{name}");
            used += 1;
        }
    }
    assert!(used > 50);
}

#[test]
fn a_contrast_that_is_known_is_computed_right() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([118.0; 3], [255.0; 3]) - 4.54).abs() < 0.01);
}
