//! Files of any bytes: an error or a workbook, and from a workbook a table for every kind. A panic of a reader becomes
//! an error for the user; here it counts as one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use precheck_tabular::{ReadError, ReadOptions, read, recognise};

fuzz_target!(|bytes: &[u8]| match read(bytes, &ReadOptions::default()) {
    Ok(workbook) => {
        for grid in &workbook.grids {
            let _ = recognise(grid, None);
        }
    }
    Err(ReadError::ReaderPanicked(said)) => panic!("{said}"),
    Err(_) => {}
});
