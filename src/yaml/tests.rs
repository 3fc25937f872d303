//! What authors write, and what they are told.

use super::*;
use crate::diag::Code;
use crate::model::Id;

record! {
    /// A record for the tests.
    Sample ("a sample") {
        /// Words.
        required title: Text,
        /// A value as typed.
        optional value: Words,
        /// Ids.
        optional via: Vec<Located<Id>>,
    }
}

fn faults(text: &str) -> Vec<(Code, u32)> {
    let mut faults = Vec::new();
    match parse(text, Origin { file: FileId(0), offset: 0 }) {
        Ok(node) => {
            Sample::decode(&node, &mut faults);
        }
        Err(found) => faults = found,
    }
    faults.iter().map(|fault| (fault.code, fault.span.map_or(0, |span| span.start))).collect()
}

#[test]
fn all_faults_of_a_record_are_reported_at_their_places() {
    assert_eq!(
        faults("titel: x\nvalue:\nvia: [Hun Manet, ok]\n"),
        [(Code::FieldUnknown, 0), (Code::ValueEmpty, 9), (Code::IdInvalid, 22)]
    );
}

#[test]
fn words_that_other_tools_read_as_truth_values_or_numbers_are_refused_as_titles() {
    assert_eq!(faults("title: no\n"), [(Code::TypeMismatch, 7)]);
    assert_eq!(faults("title: 2025\n"), [(Code::TypeMismatch, 7)]);
    assert_eq!(faults("title: \"no\"\n"), []);
    assert_eq!(faults("title: a\nvalue: 2025\n"), []);
}

#[test]
fn places_are_in_bytes_after_khmer_and_emoji() {
    assert_eq!(faults("title: ភ្នំពេញ 💥\nfoo: 1\n"), [(Code::FieldUnknown, 34)]);
}

#[test]
fn every_duplicate_key_is_reported() {
    assert_eq!(faults("title: a\ntitle: b\ntitle: c\n"), [(Code::KeyDuplicate, 9), (Code::KeyDuplicate, 18)]);
}

#[test]
fn a_syntax_error_is_reported_alone() {
    assert_eq!(faults("title: [a\n").len(), 1);
    assert_eq!(faults("title: a\n\tvalue: b\n").len(), 1);
    assert_eq!(faults("title: \"a\nvalue: b\n").len(), 1);
}

#[test]
fn nesting_and_aliases_are_bounded() {
    assert_eq!(faults(&"[".repeat(100_000))[0].0, Code::YamlSyntax);
    let mut bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for i in 1..10 {
        let alias = format!("*a{}", i - 1);
        bomb.push_str(&format!("a{i}: &a{i} [{}]\n", vec![alias; 10].join(",")));
    }
    assert_eq!(faults(&bomb)[0].0, Code::YamlSyntax);
}

#[test]
fn tags_second_documents_and_complex_keys_are_refused() {
    assert_eq!(faults("title: !!str a\n")[0].0, Code::YamlSyntax);
    assert_eq!(faults("title: a\n---\ntitle: b\n")[0].0, Code::YamlSyntax);
    assert_eq!(faults("? [a]\n: b\n")[0].0, Code::YamlSyntax);
}

#[test]
fn an_empty_text_is_a_mapping_without_entries() {
    assert_eq!(faults(""), [(Code::FieldMissing, 0)]);
    assert_eq!(faults("# only a remark\n"), [(Code::FieldMissing, 0)]);
}

#[test]
fn a_number_with_a_comma_in_a_flow_mapping_is_explained() {
    let node = parse("{title: a, value: over 1,000}", Origin { file: FileId(0), offset: 0 }).unwrap();
    let mut faults = Vec::new();
    Sample::decode(&node, &mut faults);
    assert_eq!(faults.len(), 1);
    assert!(faults[0].help.as_deref().unwrap().contains("quotes"));
}

#[test]
fn what_stands_around_a_fault_is_read_all_the_same() {
    let node = parse("title: no\nvalue: 15\nvia: [a, B]\n", Origin { file: FileId(0), offset: 0 }).unwrap();
    let sample = Sample::decode(&node, &mut Vec::new()).unwrap();
    assert_eq!((sample.title.as_str(), sample.value), ("", Some(Words("15".to_owned()))));
    assert_eq!((sample.via.unwrap().len(), sample.span.start), (1, 0));
}
