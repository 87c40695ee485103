//! Words with numbers.

use precheck_session::api::Lang;
use precheck_web::components::drop_zone::is_no_table;
use precheck_web::components::progress::percent;
use precheck_web::text_pages::{bytes, export, load};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn sizes_are_rounded_up() {
    assert_eq!([0, 1023, 1024, 188_000, 5_242_880].map(bytes), ["0 B", "1023 B", "1 KB", "184 KB", "5.0 MB"]);
}

#[wasm_bindgen_test]
fn percent_never_passes_its_bounds() {
    assert_eq!([percent(0, 0), percent(1, 3), percent(7, 7), percent(9, 7)], [0, 33, 100, 100]);
    assert_eq!(percent(u64::MAX - 1, u64::MAX), 99);
}

#[wasm_bindgen_test]
fn only_certain_types_are_refused() {
    for refused in ["image/png", "application/pdf", "application/msword", "video/mp4"] {
        assert!(is_no_table(refused), "{refused}");
    }
    for taken in ["", "text/csv", "application/vnd.ms-excel", "application/octet-stream", "text/plain"] {
        assert!(!is_no_table(taken), "{taken}");
    }
}

#[wasm_bindgen_test]
fn the_summary_says_first_what_went_wrong() {
    let zh = |loaded, failed, open, rows| load::summary(Lang::Zh, loaded, failed, open, rows);
    assert_eq!(zh(3, 0, 0, 116), "3 张表已全部载入（116 条）");
    assert_eq!(zh(3, 1, 0, 116), "4 张表中有 1 张未能读取，其余 3 张已载入（116 条）");
    assert_eq!(zh(1, 0, 1, 5), "2 张表中有 1 张要先确认对应关系，其余 1 张已载入（5 条）");
    assert_eq!(zh(0, 1, 0, 0), "1 张表中有 1 张未能读取，没有载入任何记录");
    assert_eq!(load::summary(Lang::En, 1, 1, 0, 1), "2 tables: 1 not read, 1 loaded (1 record)");
}

#[wasm_bindgen_test]
fn what_stays_is_named_only_where_something_stays() {
    assert_eq!(export::staying(Lang::Zh, 9, 6, 0), "9 条有错误，6 条警告未确认");
    assert_eq!(export::staying(Lang::Zh, 0, 0, 2), "2 条缺模板必填项");
    assert_eq!(export::staying(Lang::Zh, 0, 0, 0), "");
    assert_eq!(export::leaving(Lang::Zh, 23, 15), "导出 23 条，排除 15 条");
}
