//! Faults of reading as diagnostics; entry point [`of_loading`].

use super::{Code, Diagnostic, Level};
use crate::source::{LoadFault, LoadFaultKind};

/// Words what could not be read.
pub fn of_loading(faults: &[LoadFault]) -> Vec<Diagnostic> {
    faults.iter().map(of_fault).collect()
}

fn of_fault(fault: &LoadFault) -> Diagnostic {
    let (code, level) = match fault.kind {
        LoadFaultKind::Missing => (Code::FileMissing, Level::Error),
        LoadFaultKind::Unreadable => (Code::FileUnreadable, Level::Error),
        LoadFaultKind::Misnamed => (Code::FileIgnored, Level::Error),
        LoadFaultKind::Stray => (Code::FileIgnored, Level::Warning),
    };
    Diagnostic { span: fault.span, ..Diagnostic::without_place(code, level, fault.message.clone()) }
        .help(fault.help.clone())
}
