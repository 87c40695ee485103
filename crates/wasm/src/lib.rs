//! The JavaScript face of the session.
