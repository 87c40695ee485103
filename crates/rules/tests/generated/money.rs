//! Sums of money in every form that penalty decisions write, made without the code under test.

use proptest::prelude::*;

/// A whole number in Chinese numerals: digits, then 十百千, then 万亿.
fn chinese(number: u64, digits: [char; 10], places: [&str; 4]) -> String {
    let mut out = String::new();
    let groups = [(number / 10_000, "万"), (number % 10_000, "")];
    let mut gap = false;
    for (group, unit) in groups {
        if group == 0 {
            continue;
        }
        for (place, power) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
            let digit = (group / power % 10) as usize;
            if digit == 0 {
                gap = gap || !out.is_empty();
            } else {
                if gap {
                    out.push(digits[0]);
                }
                gap = false;
                out.push(digits[digit]);
                out.push_str(places[place]);
            }
        }
        out.push_str(unit);
        gap = false;
        // 一万零五百: a group that lacks its thousands is told by a zero.
        if unit == "万" && number % 10_000 < 1000 {
            gap = true;
        }
    }
    out
}

pub(crate) fn capitals(yuan: u64) -> String {
    let digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
    chinese(yuan, digits, ["", "拾", "佰", "仟"])
}

pub(crate) fn plain(yuan: u64) -> String {
    let digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    chinese(yuan, digits, ["", "十", "百", "千"])
}

fn grouped(yuan: u64) -> String {
    if yuan < 1000 { yuan.to_string() } else { format!("{},{:03}", yuan / 1000, yuan % 1000) }
}

/// 万元 as a decimal number without trailing zeros.
pub(crate) fn wan(yuan: u64) -> String {
    let text = format!("{}.{:04}", yuan / 10_000, yuan % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Some written form of a sum below 100 万.
pub(crate) fn written(yuan: u64) -> impl Strategy<Value = String> {
    (0..14u8).prop_map(move |form| match form {
        0 => format!("{yuan}元"),
        1 => format!("{}元", grouped(yuan)),
        2 => format!("{}.00元", grouped(yuan)),
        3 => format!("{}万元", wan(yuan)),
        4 => format!("{}元整", capitals(yuan)),
        5 => format!("人民币{}元整", capitals(yuan)),
        6 => format!("人民币{yuan}元整"),
        7 => format!("{}元", plain(yuan)),
        8 => format!("{}元整（{yuan}元）", capitals(yuan)),
        9 => format!("{yuan}元（人民币{}元整）", capitals(yuan)),
        10 => format!("人民币（大写）{}圆整", capitals(yuan)),
        11 => format!("￥{yuan}元"),
        12 => format!("{yuan} 元"),
        _ => format!("{}元整（¥{}.00）", capitals(yuan), grouped(yuan)),
    })
}

#[test]
fn numerals() {
    for (yuan, expected) in [
        (5000, "伍仟"),
        (6500, "陆仟伍佰"),
        (210_000, "贰拾壹万"),
        (10_500, "壹万零伍佰"),
        (20_050, "贰万零伍拾"),
        (300_000, "叁拾万"),
        (15_000, "壹万伍仟"),
        (1005, "壹仟零伍"),
    ] {
        assert_eq!(capitals(yuan), expected);
    }
    assert_eq!((wan(5000).as_str(), wan(30_000).as_str(), wan(1250).as_str()), ("0.5", "3", "0.125"));
}
