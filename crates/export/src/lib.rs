//! The thin step from clean records to a platform's import file, laid out by templates that are data.
