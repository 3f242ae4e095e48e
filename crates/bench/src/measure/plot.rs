//! The growth of time with the number of municipalities, as a picture.

use std::time::Duration;

use plotters::prelude::*;

use super::Size;
use crate::Failure;

const SIZE: (u32, u32) = (860, 520);
/// Colours that are told apart with every colour vision (Okabe and Ito).
const COLOURS: [RGBColor; 6] = [
    RGBColor(0, 114, 178),
    RGBColor(213, 94, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(90, 90, 90),
    RGBColor(180, 140, 0),
];

/// A line of the plot: its name, and the seconds at each size.
type Line = (&'static str, Vec<(f64, f64)>);

/// The plot as SVG, both axes logarithmic.
pub(super) fn plot(sizes: &[Size]) -> Result<String, Failure> {
    let lines = lines(sizes);
    let all = || lines.iter().flat_map(|(_, points)| points);
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let (least, most) = all().map(of).fold((f64::MAX, f64::MIN), |(a, b), value| (a.min(value), b.max(value)));
        (least / 1.5)..(most * 1.5).max(least)
    };
    let (counts, mut seconds) = (bounds(|point| point.0), bounds(|point| point.1));
    // Room for the names of the lines.
    seconds.end *= 20.0;
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .margin(16)
            .x_label_area_size(48)
            .y_label_area_size(72)
            .build_cartesian_2d(counts.log_scale(), seconds.log_scale())?;
        chart
            .configure_mesh()
            .x_desc("Municipalities")
            .y_desc("Seconds")
            .x_label_formatter(&|count| format!("{count:.0}"))
            .y_label_formatter(&|seconds| format!("{seconds}"))
            .draw()?;
        for ((name, points), colour) in lines.iter().zip(COLOURS) {
            let style = colour.stroke_width(2);
            let line = chart.draw_series(LineSeries::new(points.iter().copied(), style).point_size(4))?;
            line.label(*name).legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], style));
        }
        chart.configure_series_labels().position(SeriesLabelPosition::UpperLeft).background_style(WHITE).draw()?;
        area.present()?;
    }
    Ok(svg + "\n")
}

fn lines(sizes: &[Size]) -> Vec<Line> {
    let line = |name, of: &dyn Fn(&Size) -> Option<Duration>| {
        let point = |size: &Size| {
            let seconds = of(size)?.as_secs_f64();
            (seconds > 0.0).then_some((size.municipalities as f64, seconds))
        };
        (name, sizes.iter().filter_map(point).collect())
    };
    let events = |size: &Size| size.stages.iter().find(|stage| stage.name == "events").map(|stage| stage.cpu);
    let checkers = |size: &Size| {
        let both = size.checkers.len() == super::CHECKERS.len();
        both.then(|| size.checkers.iter().map(|run| run.used.cpu).sum())
    };
    vec![
        line("check: CPU", &|size| Some(size.check.cpu)),
        line("build, clean: CPU", &|size| Some(size.clean.cpu)),
        line("build, nothing changed: time", &|size| Some(size.unchanged.wall)),
        line("build, one changed: time", &|size| Some(size.changed.wall)),
        line("bare YAML events: CPU", &events),
        line("yamllint and check-jsonschema: CPU", &checkers),
    ]
}
