//! What a language file may say, as its author wrote it; entry point [`RawLanguage`].

use std::collections::BTreeMap;

use super::message::Message;
use super::plural::Form;
use crate::diag::Diagnostic;
use crate::yaml::{Decode, Located, Names, Node, NodeKind, Shape, Text, record};

record! {
    /// The words of one language, or those that a theme or a project changes.
    RawLanguage ("a language file") {
        /// The twelve months.
        optional months: Located<Vec<Text>> = "[Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec]",
        /// What stands between thousands; `space` for a narrow space.
        optional group: Text = "\",\"",
        /// What stands before a fraction.
        optional decimal: Text = "\".\"",
        /// The ten digits, from nought.
        optional digits: Located<Text> = "\"0123456789\"",
        /// Names of languages by their tags.
        optional languages: Names<Text> = "{km: Khmer, zh-Hans: Chinese}",
        /// The strings by their names.
        optional strings: Names<Located<Message>> = "{events: Incidents, n-sources: {one: '{n} witness', other: '{n} witnesses'}}",
    }
}

record! {
    /// A string in its plural forms.
    RawForms ("a string with plural forms") {
        /// For none, where the language has a form of its own.
        optional zero: Text = "'no sources'",
        /// For one.
        optional one: Text = "'{n} source'",
        /// For two.
        optional two: Text = "'two sources'",
        /// For a few.
        optional few: Text = "'{n} sources'",
        /// For many.
        optional many: Text = "'{n} sources'",
        /// For all other numbers.
        required other: Text = "'{n} sources'",
    }
}

impl Decode for Message {
    fn shape() -> Shape {
        Shape::Either(vec![Text::shape(), RawForms::shape()])
    }

    fn decode(node: &Node, faults: &mut Vec<Diagnostic>) -> Option<Self> {
        match &node.kind {
            NodeKind::Map(_) => RawForms::decode(node, faults).map(RawForms::message),
            NodeKind::Scalar(_) | NodeKind::List(_) => {
                Text::decode(node, faults).map(|text| Self::new(BTreeMap::from([(Form::Other, text)])))
            }
        }
    }
}

impl RawForms {
    fn message(self) -> Message {
        let forms = [
            (Form::Zero, self.zero),
            (Form::One, self.one),
            (Form::Two, self.two),
            (Form::Few, self.few),
            (Form::Many, self.many),
            (Form::Other, Some(self.other)),
        ];
        Message::new(forms.into_iter().filter_map(|(form, text)| Some((form, text?))).collect())
    }
}
