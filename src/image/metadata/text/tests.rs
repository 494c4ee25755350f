//! The expected texts were printed by Python 3.11 and numpy 1.26, the type names by the Python package.

use super::*;
use crate::array::{MaskedArray, alloc};
use crate::image::{Entry, Metadata};
use num_complex::Complex;

fn array<T: crate::array::Element>(shape: &[usize], values: &[T]) -> Value {
    MaskedArray::from(alloc::from_vec(shape, values.to_vec()).unwrap()).into()
}

fn cluster(entries: &[(&str, Value)]) -> Value {
    Value::Cluster(entries.iter().map(|(k, v)| (*k, Entry::from(v.clone()))).collect::<Metadata>())
}

/// What goes out as this text comes back as the same value.
fn check(value: Value, expected: &str) {
    let line = export("k", &value).unwrap();
    assert_eq!(line, format!("k{expected}"));
    assert_eq!(parse_line(&line).unwrap(), ("k".to_owned(), value), "{expected}");
}

#[test]
fn scalars() {
    check(Value::Int(5), "{I32}=5");
    check(Value::Int(i64::MIN), "{I32}=-9223372036854775808");
    for (x, text) in [
        (1.5, "1.5"),
        (1e-5, "1e-05"),
        (1e16, "1e+16"),
        (1e15, "1000000000000000.0"),
        (0.0001, "0.0001"),
        (f64::NAN, "nan"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (-0.0, "-0.0"),
        (123_456_789_012_345_680.0, "1.2345678901234568e+17"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e+308"),
    ] {
        check(Value::Float(x), &format!("{{Double Float}}={text}"));
    }
    check(Value::from("hello"), "{String}=hello");
    check(Value::from("it's \"q\"\n a=b{c}"), "{String}=it's \"q\"\n a=b{c}");
    check(Value::from(""), "{String}=");
    check(Value::Bool(true), "{Boolean}=True");
    check(Value::Bool(false), "{Boolean}=False");
    check(Value::None, "{Void}=None");
    check(Value::Complex(Complex::new(1.0, 2.0)), "{Invalid Type}=(1+2j)");
    check(Value::Complex(Complex::new(f64::NAN, f64::INFINITY)), "{Invalid Type}=(nan+infj)");
    check(Value::Complex(Complex::new(-0.0, -0.5)), "{Invalid Type}=(-0-0.5j)");
    check(Value::Complex(Complex::new(0.0, 1e-7)), "{Invalid Type}=1e-07j");
}

#[test]
fn bytes_come_back_as_the_text_that_they_are_written_as() {
    let line = export("k", &Value::from(b"a'\x00\xff\n".to_vec())).unwrap();
    assert_eq!(line, "k{String}=b\"a'\\x00\\xff\\n\"");
    assert_eq!(import_value("Invalid Type", "b'a\\x00'"), Value::from(b"a\0".to_vec()));
}

#[test]
fn lists_and_clusters() {
    let list = vec![Value::Int(1), Value::from("a"), Value::None, Value::Float(2.5), Value::Bool(true)];
    check(Value::List(list), "{List}=[1, 'a', None, 2.5, True]");
    check(Value::List(vec![]), "{List}=[]");
    check(Value::Tuple(vec![Value::Int(1), Value::Float(2.5)]), "{Cluster (I32,Double Float)}=(1, 2.5)");
    check(Value::Tuple(vec![Value::Int(1)]), "{Cluster (I32)}=(1,)");
    check(Value::Tuple(vec![]), "{Cluster ()}=()");
    check(cluster(&[]), "{Cluster ()}={}");
    check(
        cluster(&[("a", Value::Int(1)), ("b", Value::from("it's \u{3bc}\t")), ("c", Value::from(b"x".to_vec()))]),
        "{Cluster (I32,String,String)}={'a': 1, 'b': \"it's \u{3bc}\\t\", 'c': b'x'}",
    );
    check(
        cluster(&[("a", cluster(&[("b", Value::List(vec![array(&[1], &[1.0])]))]))]),
        "{Cluster (Cluster (List))}={'a': {'b': [array([1.])]}}",
    );
}

#[test]
fn timestamps() {
    let at = |iso: &str| Value::Timestamp(iso.to_owned());
    check(at("2020-01-02T03:04:05.000678"), "{Timestamp}=datetime.datetime(2020, 1, 2, 3, 4, 5, 678)");
    check(at("2020-01-02T00:00:00"), "{Timestamp}=datetime.datetime(2020, 1, 2, 0, 0)");
    let utc = "{Timestamp}=datetime.datetime(2020, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)";
    check(at("2020-01-02T03:04:05+00:00"), utc);
    let zone = "tzinfo=datetime.timezone(datetime.timedelta(seconds=9000))";
    check(at("2020-01-02T03:04:05+02:30"), &format!("{{Timestamp}}=datetime.datetime(2020, 1, 2, 3, 4, 5, {zone})"));
    let west = "tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400))";
    check(at("2020-01-02T03:04:00-05:00"), &format!("{{Timestamp}}=datetime.datetime(2020, 1, 2, 3, 4, {west})"));
    // ISO text is read too, and stays as it is spelled.
    assert_eq!(import_value("Timestamp", "2020-01-02 03:04:05.5"), at("2020-01-02 03:04:05.5"));
    assert_eq!(import_value("Timestamp", "2020-02-30"), Value::from("2020-02-30"));
    assert_eq!(
        import_value("Timestamp", "datetime.datetime(2020, 13, 1)"),
        Value::from("datetime.datetime(2020, 13, 1)")
    );
}

#[test]
fn arrays() {
    check(array(&[3], &[1.0, 2.0, 3.0]), "{1D Array (Double Float)}=array([1., 2., 3.])");
    check(array(&[2], &[1.0, 2.5]), "{1D Array (Double Float)}=array([1. , 2.5])");
    check(array(&[3], &[f64::NAN, 1.0, f64::INFINITY]), "{1D Array (Double Float)}=array([nan,  1., inf])");
    check(array(&[2], &[1e-5, 1.0]), "{1D Array (Double Float)}=array([1.e-05, 1.e+00])");
    check(array(&[2], &[1e20, 1.5]), "{1D Array (Double Float)}=array([1.0e+20, 1.5e+00])");
    check(array(&[3], &[-1.0, 0.0, f64::NEG_INFINITY]), "{1D Array (Double Float)}=array([ -1.,   0., -inf])");
    check(array(&[2], &[-0.0, 1e300]), "{1D Array (Double Float)}=array([-0.e+000,  1.e+300])");
    check(
        array(&[2, 3], &[0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
        "{2D Array (Double Float)}=array([[0., 1., 2.],\n       [3., 4., 5.]])",
    );
    check(
        array(&[2, 2, 2], &[0., 1., 2., 3., 4., 5., 6., 12.]),
        "{3D Array (Double Float)}=array([[[ 0.,  1.],\n        [ 2.,  3.]],\n\n       [[ 4.,  5.],\n        [ 6., 12.]]])",
    );
    check(array(&[3], &[1i64, 20, 300]), "{1D Array (Invalid Type)}=array([  1,  20, 300])");
    check(array(&[2], &[true, false]), "{1D Array (Invalid Type)}=array([ True, False])");
    check(
        array(&[2], &[Complex::new(1.0, 2.0), Complex::new(3.5, 0.0)]),
        "{1D Array (Invalid Type)}=array([1. +2.j, 3.5+0.j])",
    );
    check(array(&[2], &[1.0f32, 0.1]), "{1D Array (Invalid Type)}=array([1. , 0.1], dtype=float32)");
    check(array(&[2], &[1i16, -2]), "{1D Array (Invalid Type)}=array([ 1, -2], dtype=int16)");
    check(array::<f64>(&[0], &[]), "{1D Array (Double Float)}=array([], dtype=float64)");
    check(array::<f64>(&[0, 3], &[]), "{2D Array (Double Float)}=array([], shape=(0, 3), dtype=float64)");
    check(array(&[], &[5.0]), "{0D Array (Double Float)}=array(5.)");
    check(
        array(&[6], &[0.0, 0.001001, 0.00500501, 0.01001001, 0.02, 0.03]),
        "{1D Array (Double Float)}=array([0.        , 0.001001  , 0.00500501, 0.01001001, 0.02      ,\n       0.03      ])",
    );
}

#[test]
fn masked_arrays_keep_their_mask() {
    let mut masked = MaskedArray::from(alloc::from_vec(&[3], vec![1.0, 9.0, 3.0]).unwrap());
    masked.set_mask(Some(alloc::from_vec(&[3], vec![false, true, false]).unwrap().into_shared())).unwrap();
    let value = Value::from(masked);
    assert_eq!(parse_line(&export("k", &value).unwrap()).unwrap().1, value);
}

#[test]
fn what_was_shortened_is_none() {
    let text = "array([   0.,    1.,    2., ...,  998.,  999., 1000.])";
    assert_eq!(import_value("1D Array (Double Float)", text), Value::None);
    assert_eq!(parse_line(&format!("k{{1D Array (Double Float)}}={text}")).unwrap().1, Value::None);
}

#[test]
fn foreign_types_and_misfits_keep_their_text() {
    assert_eq!(import_value("U16", "5"), Value::Int(5));
    assert_eq!(import_value("I32", "1180591620717411303424"), Value::Float(2f64.powi(70)));
    assert_eq!(import_value("I32", "x"), Value::from("x"));
    assert_eq!(import_value("Double Float", "7"), Value::Float(7.0));
    assert_eq!(import_value("Double Float", "x"), Value::from("x"));
    assert_eq!(import_value("Boolean", "maybe"), Value::from("maybe"));
    assert_eq!(import_value("Enum", "abc"), Value::from("abc"));
    assert_eq!(import_value("Invalid Type", "1.1"), Value::Float(1.1));
    assert_eq!(import_value("Invalid Type", "datetime.date(2020, 1, 2)"), Value::from("datetime.date(2020, 1, 2)"));
    assert_eq!(import_value("List", "[1, np.float64(2.5)]"), Value::List(vec![Value::Int(1), Value::Float(2.5)]));
    assert_eq!(import_value("1D Array (I32)", "[1, 2]"), array(&[2], &[1i64, 2]));
    assert_eq!(import_value("2D Array (Double Float)", "array([[1.], [1., 2.]])").type_name(), "list");
    assert_eq!(parse_line("plain=7").unwrap(), ("plain".to_owned(), Value::Int(7)));
    assert_eq!(parse_line("a=b{String}=x").unwrap(), ("a=b".to_owned(), Value::from("x")));
    assert_eq!(parse_line("nothing").unwrap_err().status(), Status::Format);
}

#[test]
fn nesting_has_a_limit() {
    for bomb in ["[", "(", "{1:", "array(", "-", "[("] {
        let text = bomb.repeat(100_000);
        assert_eq!(import_value("List", &text), Value::String(text.clone()));
    }
    let nested = |n| (0..n).fold(Value::Int(1), |v, _| Value::List(vec![v]));
    check(nested(40), &format!("{{List}}={}1{}", "[".repeat(40), "]".repeat(40)));
    assert_eq!(to_text(&nested(100)).unwrap_err().status(), Status::Unsupported);
    assert!(type_name(&(0..200).fold(Value::Int(1), |v, _| Value::Tuple(vec![v]))).starts_with("Cluster (Cluster"));
}

/// A small generator, so that failures can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

#[test]
fn random_text_never_panics() {
    let pieces = [
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        ",",
        ":",
        "=",
        "'",
        "\"",
        "\\",
        "\\x4",
        "\\u12",
        "b'",
        "array(",
        "nan",
        "inf",
        "-",
        "+",
        "1",
        "2.5",
        "e",
        "e5",
        "j",
        "_",
        "None",
        "True",
        "...",
        "--",
        "dtype=",
        "float32",
        "shape=(0,)",
        "mask=",
        "masked_array(data=",
        "datetime.datetime(",
        "2020",
        "-01-02",
        "T03:04",
        "\u{e9}",
        "\u{1F600}",
        "\n",
        " ",
        "\0",
        "99999999999999999999",
        "Z",
        "+02:00",
        "datetime.timezone(datetime.timedelta(seconds=",
    ];
    let kinds = [
        "I32",
        "Double Float",
        "String",
        "Boolean",
        "Void",
        "Timestamp",
        "List",
        "Cluster (I32)",
        "x",
        "1D Array (Double Float)",
        "Invalid Type",
    ];
    let mut random = Random(1);
    for _ in 0..60_000 {
        let text: String = (0..random.below(14)).map(|_| pieces[random.below(pieces.len())]).collect();
        let kind = kinds[random.below(kinds.len())];
        let value = import_value(kind, &text);
        // What was understood can be written again, and that is understood as the same.
        let line = export("k", &value).unwrap();
        let again = parse_line(&line).unwrap().1;
        if !matches!(value, Value::Bytes(_) | Value::Timestamp(_)) {
            assert_eq!(again, value, "{text:?} as {kind}: {line:?}");
        }
        parse_line(&text).ok();
    }
}
