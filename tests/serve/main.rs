//! `variorum serve`: what readers get while an author edits, and what nobody gets.

mod server;
mod editing;
mod faults;
mod pages;
mod refused;
mod watching;
