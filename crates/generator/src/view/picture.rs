//! A flow as a picture: a box a step from top to bottom, an arrow from each to the next.
//!
//! Lengths are in units of which the text is fourteen high; the picture is as wide as a narrow
//! telephone shows without scaling it down.

use serde::Serialize;

use super::flow::StepView;
use super::wrap::{EM, width, wrap};

const WIDTH: u32 = 288;
/// The height of the text.
const TEXT: u32 = 14;
const LINE: u32 = 20;
/// From the box's left edge to its text; the number stands before it.
const INDENT: u32 = 40;
const PADDING: u32 = 12;
const MARGIN: u32 = 2;
const GAP: u32 = 26;
/// Bold letters are wider than the widths that lines are counted with.
const SPARE: u32 = 16;
/// Units of the picture in an em of the page, by which it grows with the reader's text.
const UNITS_IN_EM: u32 = 16;

/// A flow's picture.
#[derive(Debug, Default, Serialize)]
pub(crate) struct PictureView {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// The same in ems of the page.
    pub(crate) ems: [String; 2],
    pub(crate) title: String,
    pub(crate) boxes: Vec<BoxView>,
    /// The path of all arrows.
    pub(crate) arrows: String,
}

/// A step's box.
#[derive(Debug, Serialize)]
pub(crate) struct BoxView {
    /// The step's kind.
    pub(crate) kind: &'static str,
    /// The step's title, whole.
    pub(crate) title: String,
    /// Its edge.
    pub(crate) outline: String,
    /// Where the first line of its text stands.
    pub(crate) at: u32,
    pub(crate) lines: Vec<PictureLine>,
}

/// A line of text in a box.
#[derive(Debug, Serialize)]
pub(crate) struct PictureLine {
    pub(crate) at: u32,
    pub(crate) text: String,
    /// By when, not what.
    pub(crate) small: bool,
}

impl PictureView {
    pub(crate) fn of(title: String, steps: &[StepView]) -> Self {
        let mut top = MARGIN;
        let mut boxes = Vec::new();
        let mut arrows = Vec::new();
        for step in steps {
            if !boxes.is_empty() {
                arrows.push(arrow(top - GAP, top));
            }
            let (view, height) = box_of(step, top);
            boxes.push(view);
            top += height + GAP;
        }
        let height = (top - GAP.min(top)).max(MARGIN) + MARGIN;
        let ems = [WIDTH, height].map(|units| decimal(units * 100 / UNITS_IN_EM));
        Self { width: WIDTH, height, ems, title, boxes, arrows: arrows.concat() }
    }
}

/// The width that a line of a box may have, in hundredths of the text's height.
fn room() -> u32 {
    (WIDTH - 2 * MARGIN - INDENT - PADDING - SPARE) * EM / TEXT
}

fn box_of(step: &StepView, top: u32) -> (BoxView, u32) {
    let title = wrap(&step.title, room()).into_iter().map(|text| (text, false));
    let deadline = step.deadline.iter().flat_map(|text| wrap(text, room())).map(|text| (text, true));
    let first = top + PADDING + TEXT;
    let lines: Vec<PictureLine> = (first..)
        .step_by(LINE as usize)
        .zip(title.chain(deadline))
        .map(|(at, (text, small))| PictureLine { at, text, small })
        .collect();
    debug_assert!(lines.iter().all(|line| width(&line.text) <= room()));
    let last = lines.last().map_or(first, |line| line.at);
    let height = last + PADDING - top;
    let outline = outline(step.kind, top, height);
    (BoxView { kind: step.kind, title: step.title.clone(), outline, at: first, lines }, height)
}

/// Each kind has a shape of its own, so that it is known without its colour and its line: a form
/// has its corner folded, a wait has round ends, a request has two edges.
fn outline(kind: &str, top: u32, height: u32) -> String {
    let (left, across) = (MARGIN, WIDTH - 2 * MARGIN);
    let square = |by: u32| {
        let (left, top, across, height) = (left + by, top + by, across - 2 * by, height - 2 * by);
        format!("M{left} {top}h{across}v{height}h-{across}z")
    };
    match kind {
        "fill-in" => {
            let (straight, down) = (across - 14, height - 14);
            format!("M{left} {top}h{straight}l14 14v{down}h-{across}zm{straight} 0v14h14")
        }
        "wait" => {
            let round = height / 2;
            let (start, straight) = (left + round, across - 2 * round);
            let bottom = 2 * round;
            format!(
                "M{start} {top}h{straight}a{round} {round} 0 0 1 0 {bottom}h-{straight}a{round} {round} 0 0 1 0-{bottom}z"
            )
        }
        "remote" => format!("{}{}", square(0), square(4)),
        _ => square(0),
    }
}

/// From the lower edge of a box to the upper edge of the next.
fn arrow(from: u32, to: u32) -> String {
    let (middle, length) = (WIDTH / 2, to - from - 2);
    format!("M{middle} {from}v{length}m-6-7 6 7 6-7")
}

/// A number of hundredths.
fn decimal(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{PictureView, decimal, room};
    use crate::view::flow::StepView;
    use crate::view::wrap::width;

    fn step(kind: &'static str, title: &str) -> StepView {
        StepView { kind, title: title.into(), ..StepView::default() }
    }

    #[test]
    fn boxes_follow_each_other_without_touching_and_fit_the_picture() {
        let long = "本人が「とても長い名前の照会書兼回答書であって、何行にもなるもの」に記入する";
        let steps = ["visit", "letter", "fill-in", "wait", "remote", "visit"].map(|kind| step(kind, long));
        let picture = PictureView::of("流れ".into(), &steps);
        assert_eq!(picture.boxes.len(), 6);
        assert_eq!(picture.arrows.matches('M').count(), 5);
        for pair in picture.boxes.windows(2) {
            assert!(pair[0].lines.last().unwrap().at < pair[1].lines[0].at);
        }
        let lines = || picture.boxes.iter().flat_map(|one| &one.lines);
        assert!(lines().all(|line| width(&line.text) <= room() && line.at < picture.height));
        let shapes: std::collections::BTreeSet<usize> = picture.boxes[..5]
            .iter()
            .map(|one| one.outline.matches(|c: char| c.is_ascii_alphabetic()).count())
            .collect();
        assert_eq!(shapes.len(), 4, "a visit and a letter differ by their line alone");
    }

    #[test]
    fn a_flow_without_steps_has_an_empty_picture() {
        let picture = PictureView::of(String::new(), &[]);
        assert!(picture.boxes.is_empty() && picture.arrows.is_empty() && picture.height > 0);
    }

    #[test]
    fn sizes_are_written_short() {
        assert_eq!([1800, 1850, 1805].map(decimal), ["18", "18.5", "18.05"]);
    }
}
