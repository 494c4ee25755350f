//! Prints a scan as JSON lines, for comparison with other readers: first the image, then map, planes and metadata, then
//! the warnings. Numbers are written so that they read back exactly; NaN and infinities as strings.
//!
//! `dump_scan FILE [--bcn]`

use serde_json::{Map as JsonMap, Value as Json, json};
use stoner::array::{MaskedArray, Real};
use stoner::context::Context;
use stoner::dispatch;
use stoner::image::{Image, Value};
use stoner::io::nxstxm::{Options, load};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("usage: dump_scan FILE [--bcn]");
        std::process::exit(2);
    };
    let options = Options { bcn: arguments.any(|argument| argument == "--bcn"), ..Options::default() };
    let ctx = Context::new();
    match load(&ctx, path.as_ref(), &options) {
        Ok(image) => print(&ctx, &image),
        Err(error) => {
            println!("{}", json!({"error": error.status().constant(), "message": error.to_string()}));
            std::process::exit(1);
        }
    }
}

fn print(ctx: &Context, image: &Image) {
    println!("{}", json!({"image": array(image.array()), "filename": image.filename(), "title": image.title()}));
    if let Some(map) = image.map() {
        println!(
            "{}",
            json!({"map": {"origin": map.origin, "step": map.step, "names": map.names, "units": map.units}})
        );
    }
    for (name, plane) in image.planes().iter() {
        println!("{}", json!({"plane": name, "unit": plane.unit, "array": array(&plane.array)}));
    }
    for (key, entry) in image.own_metadata().iter() {
        println!(
            "{}",
            json!({"key": key, "unit": entry.unit, "type": entry.value.type_name(), "value": value(&entry.value)})
        );
    }
    for i in 0.. {
        let Some(warning) = ctx.warning(i) else { break };
        println!("{}", json!({"warning": warning}));
    }
}

fn number(x: f64) -> Json {
    if x.is_finite() { json!(x) } else { json!(x.to_string()) }
}

fn array(array: &MaskedArray) -> Json {
    let values: Vec<Json> = dispatch!(real array.data(), |a| a.iter().map(|&x| number(Real::to_f64(x))).collect(),
        complex => Vec::new());
    let mut json = JsonMap::new();
    json.insert("dtype".into(), json!(array.dtype().name()));
    json.insert("shape".into(), json!(array.shape()));
    json.insert("values".into(), Json::Array(values));
    if let Some(mask) = array.mask() {
        json.insert("mask".into(), json!(mask.iter().collect::<Vec<_>>()));
    }
    Json::Object(json)
}

fn value(value: &Value) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Bool(b) => json!(b),
        Value::Int(i) => json!(i),
        Value::Float(x) => number(*x),
        Value::String(text) | Value::Timestamp(text) => json!(text),
        Value::Array(a) => a.to_array().map_or(Json::Null, |a| array(&a)),
        Value::List(list) | Value::Tuple(list) => list.iter().map(self::value).collect(),
        Value::Complex(z) => json!([z.re, z.im]),
        Value::Bytes(bytes) => json!(bytes),
        Value::Cluster(entries) => entries
            .iter()
            .map(|(key, entry)| (key.to_owned(), self::value(&entry.value)))
            .collect::<JsonMap<_, _>>()
            .into(),
    }
}
