//! The tile map: a tile of one size for every prefecture, about where it lies.

use madoguchi_schema::national_list::NationalList;
use madoguchi_schema::scalar::PREFECTURES;
use madoguchi_schema::scalar::Prefecture;
use serde::Serialize;

use super::words::Words;

/// Row by row from the north, the numbers of the prefectures (JIS X 0401); 0 is sea.
#[rustfmt::skip]
const GRID: [[u8; 13]; 11] = [
    [ 0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  1,  0],
    [ 0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  2,  0],
    [ 0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  5,  3,  0],
    [ 0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  6,  4,  0],
    [ 0,  0,  0,  0,  0,  0,  0,  0, 17, 16, 15,  7,  0],
    [ 0,  0,  0,  0,  0,  0,  0, 18, 21, 20, 10,  9,  8],
    [ 0,  0,  0, 32, 31, 28, 26, 25, 23, 19, 11, 13, 12],
    [ 0, 40, 35, 34, 33,  0, 27, 29, 24, 22,  0, 14,  0],
    [41, 44,  0,  0, 38, 37,  0, 30,  0,  0,  0,  0,  0],
    [42, 43, 45,  0, 39, 36,  0,  0,  0,  0,  0,  0,  0],
    [47,  0, 46,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0],
];

/// The map with a number for every prefecture.
#[derive(Debug, Serialize)]
pub(crate) struct TileMap {
    tiles: Vec<Tile>,
}

/// A prefecture.
#[derive(Debug, Serialize)]
struct Tile {
    column: usize,
    row: usize,
    name: String,
    /// How many of its municipalities have what the map is about.
    count: usize,
    /// Of how many.
    of: usize,
    /// Where it leads, where there is anything.
    href: Option<String>,
}

impl TileMap {
    /// A map on which `count` municipalities of a prefecture are counted, and tiles with any lead
    /// where `href` says. The tiles stand in the order of the prefectures' numbers.
    pub(crate) fn new(
        words: Words<'_>,
        list: &NationalList,
        count: impl Fn(Prefecture) -> usize,
        href: impl Fn(Prefecture) -> String,
    ) -> Self {
        let tiles = PREFECTURES.into_iter().filter_map(|prefecture| {
            let (row, column) = place(prefecture.number)?;
            let count = count(prefecture);
            Some(Tile {
                column,
                row,
                name: words.prefecture(prefecture),
                count,
                of: list.by_prefecture(prefecture.number).len(),
                href: (count > 0).then(|| href(prefecture)),
            })
        });
        Self { tiles: tiles.collect() }
    }
}

/// The row and the column of a prefecture, from 1.
fn place(number: u8) -> Option<(usize, usize)> {
    let find = |(row, line): (usize, &[u8; 13])| {
        line.iter().position(|known| *known == number).map(|column| (row + 1, column + 1))
    };
    GRID.iter().enumerate().find_map(find)
}

#[cfg(test)]
mod tests {
    use super::{GRID, place};
    use madoguchi_schema::scalar::PREFECTURES;

    #[test]
    fn every_prefecture_has_one_tile() {
        let mut numbers: Vec<u8> = GRID.into_iter().flatten().filter(|number| *number > 0).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=47).collect::<Vec<u8>>());
        assert!(PREFECTURES.iter().all(|prefecture| place(prefecture.number).is_some()));
    }

    #[test]
    fn neighbours_lie_beside_each_other() {
        // Aomori above Iwate, Fukuoka west of Yamaguchi, Kyoto between Hyogo and Shiga, Tokyo above Kanagawa.
        let (aomori, iwate) = (place(2).unwrap(), place(3).unwrap());
        assert_eq!((aomori.0 + 1, aomori.1), iwate);
        let (fukuoka, yamaguchi) = (place(40).unwrap(), place(35).unwrap());
        assert_eq!((fukuoka.0, fukuoka.1 + 1), yamaguchi);
        let (hyogo, kyoto, shiga) = (place(28).unwrap(), place(26).unwrap(), place(25).unwrap());
        assert_eq!([(hyogo.0, hyogo.1 + 1), (shiga.0, shiga.1 - 1)], [kyoto, kyoto]);
        let (tokyo, kanagawa) = (place(13).unwrap(), place(14).unwrap());
        assert_eq!((tokyo.0 + 1, tokyo.1), kanagawa);
    }
}
