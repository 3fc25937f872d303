//! What variorum.yaml says, checked.
