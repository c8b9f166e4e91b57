//! The `extract` example as a program.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The example of the same profile. `cargo test --test extract_cli` alone does not build it, so that this
/// asks cargo, once; it has nothing to do where all targets were built.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let test = std::env::current_exe().expect("a test has a path");
        let profile = test.parent().and_then(Path::parent).expect("target/…/deps/test");
        let mut cargo = Command::new(env!("CARGO"));
        // The features are those that the crate has anyhow in its own repository.
        cargo.args(["build", "--quiet", "--all-features", "--example", "extract"]);
        cargo.current_dir(env!("CARGO_MANIFEST_DIR"));
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().expect("cargo starts").success(), "the example does not build");
        profile.join("examples").join(format!("extract{}", std::env::consts::EXE_SUFFIX))
    })
}

/// A file of one test alone, removed at its end.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("zhfact-{}-{name}", std::process::id()));
        std::fs::write(&path, content).expect("the directory for temporary files can be written");
        Scratch(path)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().expect("a path of ours is UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
