//! What a reader gets is what a build writes.

use super::server::{Server, files, sample, variorum};

#[test]
fn every_file_of_the_edition_is_served_as_a_build_writes_it() {
    for base in [None, Some("https://example.org/some/project")] {
        let (folder, project) = sample();
        let site = project.parent().unwrap().join("site");
        let base_url: Vec<&str> = base.iter().flat_map(|url| ["--base-url", *url]).collect();
        let built = variorum()
            .args(["--project", project.as_str(), "build", "--output", site.as_str()])
            .args(&base_url)
            .output()
            .unwrap();
        assert!(built.status.success());
        let server = Server::of((folder, project), &base_url);
        let roots = if base.is_some() { vec!["/", "/some/project/"] } else { vec!["/"] };
        let written = files(&site);
        assert!(written.len() > 40, "{}", written.len());
        for (path, bytes) in written.iter().filter(|(path, _)| !path.starts_with(".variorum")) {
            for root in &roots {
                let answer = server.get(&format!("{root}{path}"));
                assert_eq!(answer.status, 200, "{root}{path}");
                if !path.ends_with(".html") {
                    assert_eq!(answer.body, *bytes, "{path}");
                    continue;
                }
                let (expected, page) = (String::from_utf8(bytes.clone()).unwrap(), answer.text());
                let start = expected.find("<meta http-equiv=\"Content-Security-Policy\"").expect("a policy");
                let end = start + expected[start..].find('>').unwrap() + 1;
                let (_, policy) = expected[start..end].split_once("content=\"").unwrap();
                for directive in policy.trim_end_matches("\">").split(';').map(str::trim) {
                    assert!(answer.head.contains(&directive.to_lowercase()), "{path}: {directive}");
                }
                let (before, rest) =
                    page.split_once("<script src=\"/.variorum/page.js\"").expect("the script");
                let page = format!("{before}{}", rest.split_once("</script>").unwrap().1);
                assert_eq!(page, format!("{}{}", &expected[..start], &expected[end..]), "{path}");
            }
        }
    }
}

#[test]
fn a_page_that_is_not_there_is_the_editions_own() {
    let server = Server::of_sample(&[]);
    let answer = server.get("/events/nowhere.html");
    assert_eq!(answer.status, 404);
    assert!(answer.head.contains("text/html"), "{}", answer.head);
    assert_eq!(server.get("/about").status, 200);
    let folder = server.get("/events");
    assert_eq!(folder.status, 302);
    assert!(folder.head.contains("location: /events/"), "{}", folder.head);
    let head = server.ask("HEAD", "/", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
}
