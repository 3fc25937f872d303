//! What a reader downloads stays small: each chart.

use crate::{repository, tree};

const CHART_BYTES_MAX: usize = 12_000;

#[test]
fn a_chart_stays_within_twelve_kilobytes() {
    let site = tree::read(&repository().join("site"));
    let charts = site.iter().filter(|(name, _)| name.ends_with(".svg"));
    let heavy: Vec<String> = charts
        .filter(|(_, bytes)| bytes.len() > CHART_BYTES_MAX)
        .map(|(name, bytes)| format!("{name}: {} bytes", bytes.len()))
        .collect();
    assert!(heavy.is_empty(), "{}", heavy.join("\n"));
}
