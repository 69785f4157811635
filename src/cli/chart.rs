//! The line chart of the report: contribution so far, by month, in whole pixels.
//!
//! Not by a chart library: `plotters`, `charts-rs` and `kuva` write colours and font sizes into every line, so that the page's
//! light and dark colours do not reach them, and name the teams in a legend or not at all: steps, dashes and names at the ends of
//! the lines that make way for one another would stay ours. `charming` needs a script.

use rapport::room::Room;
use rapport::words;

pub struct Chart {
    pub width: i64,
    pub height: i64,
    pub left: i64,
    pub right: i64,
    pub lines: Vec<Line>,
    pub months: Vec<Month>,
    pub curves: Vec<Curve>,
}

/// A horizontal line of the scale.
pub struct Line {
    pub y: i64,
    pub label: String,
}

pub struct Month {
    pub x: i64,
    pub label: String,
}

pub struct Curve {
    pub name: String,
    pub points: String,
    pub dashes: &'static str,
    pub label_y: i64,
}

const TOP: i64 = 16;
const BOTTOM: i64 = 300;
const LABEL_HEIGHT: i64 = 18;
/// Teams are told apart by dashes as well as by the name at the end of the line.
const DASHES: [&str; 6] = ["none", "8 5", "2 4", "12 4 2 4", "5 2", "1 6"];

impl Chart {
    /// `order`: teams, best first.
    pub fn new(room: &Room, order: &[usize]) -> Chart {
        let (left, right) = (90, 800);
        let teams = &room.truth().teams;
        let worth = |place: usize| teams[place].books.months.iter().map(|month| month.contribution_so_far.0 / 100);
        let all = || order.iter().flat_map(|&place| worth(place)).chain([0]);
        let step = step(all().max().unwrap_or(0) - all().min().unwrap_or(0));
        let low = all().min().unwrap_or(0).div_euclid(step);
        let high = (all().max().unwrap_or(0) + step - 1).div_euclid(step).max(low + 1);
        let y = |yuan: i64| BOTTOM - (BOTTOM - TOP) * (yuan - low * step) / ((high - low) * step);
        let rounds = i64::from(room.rounds()).max(2);
        let x = |round: i64| left + (right - left) * (round - 1) / (rounds - 1);
        let mut curves: Vec<Curve> = order
            .iter()
            .enumerate()
            .map(|(rank, &place)| Curve {
                name: teams[place].name.clone(),
                points: worth(place).enumerate().map(|(i, yuan)| format!("{},{}", x(i as i64 + 1), y(yuan))).collect::<Vec<_>>().join(" "),
                dashes: DASHES[rank % DASHES.len()],
                label_y: worth(place).next_back().map_or(BOTTOM, y) + 4,
            })
            .collect();
        keep_apart(&mut curves);
        Chart {
            width: right + 200,
            height: BOTTOM + 30,
            left,
            right,
            lines: (low..=high).map(|n| Line { y: y(n * step), label: words::count(n * step) }).collect(),
            months: (1..=rounds).map(|round| Month { x: x(round), label: round.to_string() }).collect(),
            curves,
        }
    }
}

/// A round step that gives four to ten lines.
fn step(range: i64) -> i64 {
    let mut step = 1;
    loop {
        for factor in [1, 2, 5] {
            if range / (step * factor) < 8 {
                return step * factor;
            }
        }
        step *= 10;
    }
}

/// Moves labels down until none covers another.
fn keep_apart(curves: &mut [Curve]) {
    let mut order: Vec<usize> = (0..curves.len()).collect();
    order.sort_by_key(|&place| (curves[place].label_y, place));
    let mut free = i64::MIN;
    for place in order {
        let y = curves[place].label_y.max(free);
        curves[place].label_y = y;
        free = y + LABEL_HEIGHT;
    }
}
