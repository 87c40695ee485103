//! The catalogue of rules and the engine that runs it: tables in, findings out.
