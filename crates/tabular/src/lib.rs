//! Bytes to tables and back: xlsx, xls, ods, Excel 2003 XML, HTML tables, text; bounds and header recognition.
