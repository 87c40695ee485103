//! Fixtures and helpers of the tests over the whole workspace.
