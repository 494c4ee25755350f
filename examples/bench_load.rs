//! Times loads of a scan: `bench_load FILE [N]` loads it N times (200 unless told) and prints the median, the fastest and
//! the number of metadata entries.

use std::time::Instant;
use stoner::context::Context;
use stoner::io::nxstxm::{Options, load};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(path) = arguments.first() else {
        eprintln!("usage: bench_load FILE [N]");
        std::process::exit(2);
    };
    let n: usize = arguments.get(1).and_then(|n| n.parse().ok()).unwrap_or(200).max(1);
    let ctx = Context::new();
    let mut times = Vec::new();
    let mut entries = 0;
    for _ in 0..n {
        let start = Instant::now();
        match load(&ctx, path.as_ref(), &Options::default()) {
            Ok(image) => entries = image.metadata().len(),
            Err(error) => {
                eprintln!("{error}");
                std::process::exit(1);
            }
        }
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    println!("load: median {:.2} ms, fastest {:.2} ms, {entries} entries", times[n / 2], times[0]);
}
