//! How large a text can be printed so that one sheet of A4 holds it. A style cannot know that; the
//! browser gate prints every sheet and counts.

use serde::Serialize;

/// The sheet without its margins, in points.
const WIDTH: f64 = 530.0;
const HEIGHT: f64 = 760.0;
/// Between lines, in ems.
const LEADING: f64 = 1.45;
/// What frames, boxes and breaks of lines take besides.
const SPARE: f64 = 1.22;

/// The size of the print: a class of the style, with its points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Size(&'static str);

const SIZES: [(Size, f64); 5] = [
    (Size("size-1"), 11.0),
    (Size("size-2"), 10.0),
    (Size("size-3"), 9.0),
    (Size("size-4"), 8.0),
    (Size("size-5"), 7.0),
];

impl Default for Size {
    fn default() -> Self {
        SIZES[0].0
    }
}

/// The lines of a sheet, not yet broken.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    /// The size of each beside the text's, and its width in ems.
    lines: Vec<(f64, f64)>,
    gaps: usize,
}

impl Sheet {
    /// A line of text; none where there is no text.
    pub(crate) fn line(&mut self, size: f64, text: &str) {
        if !text.is_empty() {
            self.lines.push((size, width(text)));
        }
    }

    /// Half a line of nothing.
    pub(crate) fn gap(&mut self) {
        self.gaps += 1;
    }

    /// The largest size in which all of it fits; the smallest where none does.
    pub(crate) fn size(&self) -> Size {
        let fits = SIZES.into_iter().find(|(_, points)| self.height(*points) * SPARE <= HEIGHT);
        fits.unwrap_or(SIZES[SIZES.len() - 1]).0
    }

    fn height(&self, points: f64) -> f64 {
        let lines = self.lines.iter().map(|(size, width)| {
            let broken = (width * size * points / WIDTH).ceil().max(1.0);
            broken * size * points * LEADING
        });
        lines.sum::<f64>() + f64::from(u32::try_from(self.gaps).unwrap_or(u32::MAX)) * points * 0.9
    }
}

/// In ems: Latin letters take about half of one.
fn width(text: &str) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::{SIZES, Sheet, Size};

    #[test]
    fn more_text_is_printed_smaller() {
        let size = |lines: usize| {
            let mut sheet = Sheet::default();
            (0..lines).for_each(|_| sheet.line(1.0, "本人確認書類を1点"));
            sheet.size()
        };
        assert_eq!(size(10), Size("size-1"));
        assert_eq!(size(52), Size("size-4"));
        assert_eq!(size(500), SIZES[4].0);
    }
}
