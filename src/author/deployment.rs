//! Files that publish a project from where its repository is kept; entry point [`deployment`].
//!
//! Each of them runs the release of the program that wrote it, by a pinned version whose checksum is compared.

use super::NewFile;

/// Where a project is published from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// GitHub Pages, by a workflow.
    Github,
    /// GitLab Pages.
    Gitlab,
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    Cloudflare,
    /// A static host or an S3-compatible store, from a desk.
    Static,
}

/// The repository whose releases hold this program; builds of its release workflow know it.
pub const RELEASED_FROM: Option<&str> = option_env!("VARIORUM_REPOSITORY");

/// Runs the pinned release of the program.
const WRAPPER: (&str, &str) = ("tools/variorum.sh", include_str!("deployment/variorum.sh"));

impl Host {
    fn files(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Github => &[
                (".github/workflows/pages.yml", include_str!("deployment/pages.yml")),
                (".github/dependabot.yml", include_str!("deployment/dependabot.yml")),
            ],
            Self::Gitlab => &[(".gitlab-ci.yml", include_str!("deployment/gitlab-ci.yml")), WRAPPER],
            Self::Netlify => &[("netlify.toml", include_str!("deployment/netlify.toml")), WRAPPER],
            Self::Cloudflare => &[("tools/cloudflare.sh", include_str!("deployment/cloudflare.sh")), WRAPPER],
            Self::Static => &[("tools/publish.sh", include_str!("deployment/publish.sh")), WRAPPER],
        }
    }

    /// What is left to do by hand.
    pub fn next(self) -> &'static str {
        match self {
            Self::Github => {
                "push it to GitHub after Settings → Pages → Build and deployment → Source is `GitHub Actions`"
            }
            Self::Gitlab => "push it to GitLab; the address stands under Deploy → Pages",
            Self::Netlify => {
                "push it, and import the repository at Netlify; the settings are in netlify.toml"
            }
            Self::Cloudflare => {
                "push it, and connect the repository to a Pages project: build command `sh tools/cloudflare.sh`, output directory `public`"
            }
            Self::Static => "publish it with `sh tools/publish.sh ADDRESS DESTINATION`",
        }
    }
}

/// The files for a host, which fetch the program from the releases of a repository.
pub fn deployment(host: Host, repository: &str) -> Vec<NewFile> {
    let filled = |text: &str| {
        text.replace("{{repository}}", repository).replace("{{version}}", env!("CARGO_PKG_VERSION"))
    };
    let files = host.files().iter();
    files.map(|(path, text)| NewFile { path: (*path).into(), text: filled(text) }).collect()
}
