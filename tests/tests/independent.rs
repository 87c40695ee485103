//! Identifiers and working days against programs that are not ours.

use std::io::Write as _;
use std::process::{Command, Stdio};

use precheck_rules::privacy::is_resident_id;
use precheck_schema::calendar::Calendar;
use precheck_schema::date::{Date, Days};
use precheck_schema::{registration_no, uscc};

/// Runs a Python script over lines and gives its lines.
fn python(script: &str, input: &str) -> Vec<String> {
    let mut child = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs; `cargo xtask test` provides one with python-stdnum and chinesecalendar");
    let mut stdin = child.stdin.take().expect("it has an input");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends").expect("all was written");
    assert!(output.status.success(), "python3 ended with {}", output.status);
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

/// Numbers that only look random: the same in every run.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn of(&mut self, set: &[u8]) -> u8 {
        set[self.below(set.len())]
    }
}

const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Valid codes of every department, codes with one wrong character, and noise.
fn codes() -> Vec<String> {
    let mut random = Sequence(20_230_630);
    let departments = b"123456789ANY0";
    let mut codes = Vec::new();
    while codes.len() < 100_000 {
        let mut code = vec![random.of(departments), random.of(b"1234569")];
        for _ in 0..6 {
            code.push(random.of(b"0123456789"));
        }
        for _ in 0..8 {
            code.push(random.of(ALPHABET));
        }
        code.push(uscc::organisation_check(&[&code[..], b"00"].concat()).unwrap_or(b'0'));
        code.push(uscc::check_character(&[&code[..], b"0"].concat()).unwrap_or(b'0'));
        match random.below(4) {
            0 => {
                let at = random.below(18);
                code[at] = random.of(ALPHABET);
            }
            1 => {
                let at = random.below(17);
                code.swap(at, at + 1);
            }
            2 if random.below(8) == 0 => {
                let at = random.below(18);
                code[at] = random.of(b"IOSVZ");
            }
            _ => {}
        }
        codes.push(String::from_utf8(code).expect("ASCII"));
    }
    codes
}

#[test]
fn credit_codes_agree_with_python_stdnum() {
    let codes = codes();
    let script = "import sys\nfrom stdnum.cn import uscc\nfor line in sys.stdin:\n    print(int(uscc.is_valid(line.strip())))";
    let theirs = python(script, &codes.join("\n"));
    assert_eq!(theirs.len(), codes.len());
    let (mut valid, mut with_zero, mut known) = (0, 0, 0);
    for (code, theirs) in codes.iter().zip(&theirs) {
        // It knows neither the departments nor the organisation code, and wants digits in the first two places.
        let starts_with_digits = code[..2].bytes().all(|b| b.is_ascii_digit());
        let digits = code[2..8].bytes().all(|b| b.is_ascii_digit());
        let characters = code.bytes().all(|b| uscc::value(b).is_some());
        let ours = characters && digits && uscc::check_holds(code);
        if starts_with_digits {
            assert_eq!(ours, theirs == "1", "{code}");
        } else {
            assert_eq!(theirs, "0", "{code}: python-stdnum refuses letters there");
        }
        valid += usize::from(ours);
        with_zero += usize::from(ours && code.ends_with('0'));
        known += usize::from(ours && uscc::department(code).is_some());
    }
    assert!(valid > 40_000 && valid < 90_000, "{valid} valid codes");
    assert!(with_zero > 1_000, "{with_zero} valid codes with the check character 0");
    assert!(known < valid, "some valid codes belong to no department");
}

/// Registration numbers of 15 digits: valid ones, and valid ones with one digit changed or two neighbours swapped.
fn registration_numbers() -> Vec<String> {
    let mut random = Sequence(20_070_702);
    let number = |random: &mut Sequence| {
        let mut digits: Vec<u8> = (0..14).map(|_| random.of(b"0123456789")).collect();
        digits.push(registration_no::check_digit(&digits).expect("fourteen digits"));
        match random.below(4) {
            0 => {
                let at = random.below(15);
                digits[at] = random.of(b"0123456789");
            }
            1 => {
                let at = random.below(14);
                digits.swap(at, at + 1);
            }
            _ => {}
        }
        String::from_utf8(digits).expect("ASCII")
    };
    (0..100_000).map(|_| number(&mut random)).collect()
}

#[test]
fn registration_numbers_agree_with_python_stdnum() {
    let numbers = registration_numbers();
    let script = "import sys\nfrom stdnum.iso7064 import mod_11_10\nfor line in sys.stdin:\n    print(int(mod_11_10.is_valid(line.strip())))";
    let theirs = python(script, &numbers.join("\n"));
    assert_eq!(theirs.len(), numbers.len());
    let mut valid = 0;
    for (number, theirs) in numbers.iter().zip(&theirs) {
        let ours = registration_no::check_holds(number);
        assert_eq!(ours, theirs == "1", "{number}");
        valid += usize::from(ours);
    }
    assert!(valid > 50_000 && valid < 90_000, "{valid} valid numbers");
}

/// Resident ids whose 18th character is computed here, half of them then spoilt, with dates that may not exist.
fn resident_ids() -> Vec<String> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let mut random = Sequence(19_991_001);
    let counties = ["110105", "150525", "152326", "310104", "440113", "540123", "650102", "360426"];
    let id = |random: &mut Sequence| {
        let county = counties[random.below(counties.len())];
        let (year, month, day) = (1900 + random.below(120), random.below(14), random.below(33));
        let mut id = format!("{county}{year}{month:02}{day:02}{:03}", random.below(1000)).into_bytes();
        let sum: u32 = id.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        id.push(b"10X98765432"[sum as usize % 11]);
        match random.below(4) {
            0 => id[17] = random.of(b"0123456789X"),
            1 => {
                let at = 14 + random.below(3);
                id[at] = random.of(b"0123456789");
            }
            _ => {}
        }
        String::from_utf8(id).expect("ASCII")
    };
    (0..100_000).map(|_| id(&mut random)).collect()
}

#[test]
fn resident_ids_agree_with_python_stdnum() {
    let ids = resident_ids();
    // Its list of counties is that of some year; place, date and check character are asked one by one.
    let script = "import sys\nfrom stdnum.cn import ric\ndef ok(f, n):\n    try:\n        return int(bool(f(n)))\n    except Exception:\n        return 0\nfor line in sys.stdin:\n    n = line.strip()\n    print(ok(ric.get_birth_date, n), int(ric.calc_check_digit(n) == n[17]), ok(ric.is_valid, n))";
    let theirs = python(script, &ids.join("\n"));
    assert_eq!(theirs.len(), ids.len());
    let (mut found, mut asked) = (0, 0);
    for (id, theirs) in ids.iter().zip(&theirs) {
        let (date, check) = (theirs.starts_with('1'), theirs[2..].starts_with('1'));
        let ours = is_resident_id(id);
        if uscc::department(id).is_none() {
            // 15, 36, 44, 54 and 65 register nothing: the date alone makes an id of them, slip or not.
            assert_eq!(ours, date, "{id}: {theirs}");
        } else if uscc::check_holds(id) && uscc::organisation_holds(id) {
            assert!(!ours, "{id} is a valid credit code");
        } else {
            assert_eq!(ours, date && check, "{id}: {theirs}");
            asked += usize::from(date);
        }
        assert!(!theirs.ends_with('1') || date && check, "{id}: {theirs}");
        found += usize::from(ours);
    }
    assert!(found > 30_000 && found < 90_000, "{found} ids");
    assert!(asked > 10_000, "{asked} of them by their check character");
}

#[test]
fn working_days_agree_with_chinesecalendar() {
    let script = "import datetime, chinese_calendar\nday = datetime.date(2019, 1, 1)\nwhile day.year < 2027:\n    print(day.isoformat(), int(chinese_calendar.is_workday(day)))\n    day += datetime.timedelta(1)";
    let theirs = python(script, "");
    let calendar = Calendar::built_in();
    let mut day = Date::from_ymd_opt(2019, 1, 1).expect("a date");
    for line in &theirs {
        let (date, working) = line.split_once(' ').expect("date and answer");
        assert_eq!(date, day.to_string());
        assert_eq!(calendar.is_working_day(day), working == "1", "{date}");
        day = day + Days::new(1);
    }
    assert_eq!(theirs.len(), 2922, "every day of 2019 to 2026");
}
