//! An address in a style sheet, where the file that it leads to has another name; entry point [`renamed`].

/// The address of the same file under its published name, which is in the same folder.
pub(super) fn renamed(link: &str, published: &str) -> Option<String> {
    let (address, rest) = link.split_at(link.find(['?', '#']).unwrap_or(link.len()));
    let folder = address.rfind('/').map_or("", |end| &address[..=end]);
    let name = published.rsplit('/').next()?;
    Some(format!("{folder}{name}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn only_the_name_of_the_file_is_another() {
        let other = |link| renamed(link, "assets/c-1.svg").unwrap();
        assert_eq!(other("../c.svg?v#x"), "../c-1.svg?v#x");
        assert_eq!(other("c.svg"), "c-1.svg");
    }
}
