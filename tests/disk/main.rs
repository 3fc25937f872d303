//! The program among other people's files, links, pipes, mounts, owners and signals; SECURITY.md
//! names these tests as what covers its lines.
//!
//! Tests that mount, or act for another user, need root. They fail in CI where that is missing and
//! say on a developer's machine that they were not run.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot set up its folder has nothing to say")]

mod desk;
mod in_place;
mod injected;
mod links;
mod mounts;
mod owners;
mod pipes;
mod power;
mod stopped;
mod unchanged;
