//! Instants: ISO 8601 on our side, `datetime.datetime(...)` in the files.

/// A date and time of the proleptic Gregorian calendar, with an offset from UTC where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Instant {
    /// Year, month, day, hour, minute, second, microsecond.
    fields: [i64; 7],
    /// Seconds east of UTC.
    offset: Option<i64>,
}

impl Instant {
    /// Checks that all parts are in their ranges.
    pub fn new(fields: [i64; 7], offset: Option<i64>) -> Option<Instant> {
        let [year, month, day, hour, minute, second, micro] = fields;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let fits = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days).contains(&day)
            && (0..24).contains(&hour)
            && (0..60).contains(&minute)
            && (0..60).contains(&second)
            && (0..1_000_000).contains(&micro)
            && offset.is_none_or(|o| (-86_399..=86_399).contains(&o));
        fits.then_some(Instant { fields, offset })
    }

    /// Reads `2020-01-02`, `2020-01-02T03:04`, with seconds, a fraction of them, and `Z` or an offset; a blank may stand
    /// for the `T`. Digits beyond microseconds are cut off.
    pub fn from_iso(text: &str) -> Option<Instant> {
        let (date, rest) = match text.find(['T', 't', ' ']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?),
            None => (text, ""),
        };
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        if rest.is_empty() && date.len() < text.len() {
            return None;
        }
        let (clock, offset) = match rest.find(['Z', 'z', '+', '-']) {
            Some(at) => (rest.get(..at)?, Some(offset(rest.get(at..)?)?)),
            None => (rest, None),
        };
        let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, ""));
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let micro = format!("{:0<6.6}", fraction).parse().ok()?;
        let [hour, minute, second] = match clock.len() {
            0 => [0; 3],
            5 => {
                let [hour, minute] = numbers(clock, ':', [2, 2])?;
                [hour, minute, 0]
            }
            _ => numbers(clock, ':', [2, 2, 2])?,
        };
        Instant::new([year, month, day, hour, minute, second, micro], offset)
    }

    /// ISO 8601 as Python's `isoformat`.
    pub fn to_iso(self) -> String {
        let [year, month, day, hour, minute, second, micro] = self.fields;
        let mut out = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
        if micro > 0 {
            out += &format!(".{micro:06}");
        }
        if let Some(offset) = self.offset {
            let (sign, a) = (if offset < 0 { '-' } else { '+' }, offset.abs());
            out += &format!("{sign}{:02}:{:02}", a / 3600, a / 60 % 60);
            if a % 60 > 0 {
                out += &format!(":{:02}", a % 60);
            }
        }
        out
    }

    /// As Python's `repr` of a `datetime`.
    pub fn to_python(self) -> String {
        let [.., second, micro] = self.fields;
        let count = if micro > 0 { 7 } else { 5 + usize::from(second > 0) };
        let fields: Vec<String> = self.fields[..count].iter().map(i64::to_string).collect();
        let zone = match self.offset {
            None => String::new(),
            Some(0) => ", tzinfo=datetime.timezone.utc".to_owned(),
            Some(s) => {
                let days = s.div_euclid(86_400);
                let days = if days == 0 { String::new() } else { format!("days={days}, ") };
                let seconds = s.rem_euclid(86_400);
                format!(", tzinfo=datetime.timezone(datetime.timedelta({days}seconds={seconds}))")
            }
        };
        format!("datetime.datetime({}{zone})", fields.join(", "))
    }
}

/// Numbers of fixed widths with a separator between them.
fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[i64; N]> {
    let mut out = [0; N];
    let mut parts = text.split(separator);
    for (out, width) in out.iter_mut().zip(widths) {
        let part = parts.next()?;
        if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        *out = part.parse().ok()?;
    }
    parts.next().is_none().then_some(out)
}

/// `Z`, `+hh`, `+hhmm`, `+hh:mm`, `+hh:mm:ss`, in seconds.
fn offset(text: &str) -> Option<i64> {
    if text.eq_ignore_ascii_case("Z") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let body = text.get(1..)?;
    let [h, m, s] = match body.len() {
        2 => numbers(body, ':', [2]).map(|[h]| [h, 0, 0])?,
        4 if body.is_ascii() => {
            let [h] = numbers(&body[..2], ':', [2])?;
            let [m] = numbers(&body[2..], ':', [2])?;
            [h, m, 0]
        }
        5 => numbers(body, ':', [2, 2]).map(|[h, m]| [h, m, 0])?,
        _ => numbers(body, ':', [2, 2, 2])?,
    };
    Some(sign * (h * 3600 + m * 60 + s))
}
