//! Typed positions in the corpus's lists, so that no text key is looked up twice.

use std::ops::Index;

use super::{Article, Claim, Corpus, Entity, Fact, Ruling, Sheet};

macro_rules! positions {
    ($($(#[$doc:meta])* $ix:ident => $list:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $ix(pub u32);

        impl $ix {
            /// The position as a list index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl Index<$ix> for Corpus {
            type Output = $item;
            fn index(&self, ix: $ix) -> &$item {
                &self.$list[ix.index()]
            }
        }
    )*};
}

positions! {
    /// Position of an article in [`Corpus::articles`].
    ArticleIx => articles: Article;
    /// Position of an entity in [`Corpus::entities`].
    EntityIx => entities: Entity;
    /// Position of a fact sheet in [`Corpus::sheets`].
    SheetIx => sheets: Sheet;
    /// Position of a fact in [`Corpus::facts`].
    FactIx => facts: Fact;
    /// Position of a claim in [`Corpus::claims`].
    ClaimIx => claims: Claim;
    /// Position of a ruling in [`Corpus::rulings`].
    RulingIx => rulings: Ruling;
}
