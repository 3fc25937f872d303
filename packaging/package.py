#!/usr/bin/env python3
"""Makes what releases are had by, out of one built program: an archive, a Python wheel and an npm package.

    packaging/package.py TARGET PROGRAM DIR     the three for a target, into DIR
    packaging/package.py --npm DIR              the npm package that chooses among those of the targets
    packaging/package.py --sums DIR             SHA256SUMS of all that lies in DIR

Nothing but the standard library is needed. The same program gives the same bytes, whenever and wherever it is packed.
"""

import base64
import gzip
import hashlib
import io
import json
import pathlib
import re
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
MANIFEST = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
# The moment that archives have to name for each file; zip knows none before 1980.
EPOCH = (1980, 1, 1, 0, 0, 0)

# Of each target: the tag of its wheel, and the name of its npm package with what npm calls its system.
# The programs for Linux are linked statically, so that they run under any C library.
TARGETS = {
    "x86_64-unknown-linux-musl": (
        "manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64", "linux-x64", "linux", "x64"),
    "aarch64-unknown-linux-musl": (
        "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64", "linux-arm64", "linux", "arm64"),
    "x86_64-apple-darwin": ("macosx_10_12_x86_64", "darwin-x64", "darwin", "x64"),
    "aarch64-apple-darwin": ("macosx_11_0_arm64", "darwin-arm64", "darwin", "arm64"),
    "x86_64-pc-windows-msvc": ("win_amd64", "win32-x64", "win32", "x64"),
}
# Those that are had as an archive only.
ARCHIVES = ["x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"]


def field(name):
    """A field of the package in Cargo.toml."""
    package = MANIFEST.split("[package]\n", 1)[1].split("\n[", 1)[0]
    found = re.search(rf'^{name} = "([^"]*)"$', package, re.MULTILINE)
    return found.group(1) if found else None


VERSION = field("version")
DESCRIPTION = field("description")
LICENCE = "MIT OR Apache-2.0"
TEXTS = ["README.md", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"]


def tar_gz(path, files):
    """Writes files, each a name, its bytes and whether it can be run, as a gzipped tar."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data, runs in files:
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(data), 0o755 if runs else 0o644
            tar.addfile(info, io.BytesIO(data))
    with open(path, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(plain.getvalue())
    print(path)


def texts(prefix):
    return [(f"{prefix}/{name}", (ROOT / name).read_bytes(), False) for name in TEXTS]


def archive(target, program, data, folder):
    stem = f"variorum-{VERSION}-{target}"
    tar_gz(folder / f"{stem}.tar.gz", [(f"{stem}/{program}", data, True), *texts(stem)])


def wheel(tag, program, data, folder):
    info = f"variorum-{VERSION}.dist-info"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    metadata = (
        f"Metadata-Version: 2.4\nName: variorum\nVersion: {VERSION}\nSummary: {DESCRIPTION}\n"
        f"License-Expression: {LICENCE}\nRequires-Python: >=3.8\nDescription-Content-Type: text/markdown\n\n{readme}"
    )
    tags = "".join(f"Tag: py3-none-{one}\n" for one in tag.split("."))
    files = [
        (f"variorum-{VERSION}.data/scripts/{program}", data, 0o755),
        (f"{info}/METADATA", metadata.encode(), 0o644),
        (f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: variorum\nRoot-Is-Purelib: false\n{tags}".encode(), 0o644),
        *((f"{info}/licenses/{name}", (ROOT / name).read_bytes(), 0o644) for name in TEXTS if name.startswith("LIC")),
    ]
    digest = lambda one: base64.urlsafe_b64encode(hashlib.sha256(one).digest()).decode().rstrip("=")
    record = "".join(f"{name},sha256={digest(data)},{len(data)}\n" for name, data, _ in files)
    files.append((f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode(), 0o644))
    path = folder / f"variorum-{VERSION}-py3-none-{tag}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, data, mode in files:
            entry = zipfile.ZipInfo(name, EPOCH)
            # The type of a regular file and its mode, by which pip makes a program of it.
            entry.external_attr, entry.compress_type = (0o100000 | mode) << 16, zipfile.ZIP_DEFLATED
            entry.create_system = 3
            out.writestr(entry, data)
    print(path)


def npm(name, fields, files, folder):
    package = {"name": name, "version": VERSION, "description": DESCRIPTION, "license": LICENCE, **fields}
    manifest = ("package/package.json", (json.dumps(package, indent=2) + "\n").encode(), False)
    tar_gz(folder / f"npm-{name}-{VERSION}.tgz", [manifest, *files, *texts("package")])


def for_target(target, program_path, folder):
    if target in ARCHIVES:
        archive(target, "variorum", pathlib.Path(program_path).read_bytes(), folder)
        return
    tag, name, system, cpu = TARGETS[target]
    program = "variorum.exe" if system == "win32" else "variorum"
    data = pathlib.Path(program_path).read_bytes()
    archive(target, program, data, folder)
    wheel(tag, program, data, folder)
    files = [(f"package/{program}", data, True)]
    npm(f"variorum-{name}", {"os": [system], "cpu": [cpu], "files": [program]}, files, folder)


def chooser(folder):
    launcher = (ROOT / "packaging/launcher.js").read_bytes()
    fields = {
        "bin": {"variorum": "bin/variorum.js"},
        "engines": {"node": ">=18"},
        "optionalDependencies": {f"variorum-{name}": VERSION for _, name, _, _ in TARGETS.values()},
    }
    npm("variorum", fields, [("package/bin/variorum.js", launcher, True)], folder)


def sums(folder):
    names = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_bytes("".join(lines).encode())
    print(folder / "SHA256SUMS")


def main(words):
    *what, folder = words if len(words) in (2, 3) else sys.exit(__doc__)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if what == ["--npm"]:
        chooser(folder)
    elif what == ["--sums"]:
        sums(folder)
    elif len(what) == 2 and what[0] in [*TARGETS, *ARCHIVES]:
        for_target(*what, folder)
    else:
        sys.exit(f"no target `{what[0]}`; there are {', '.join([*TARGETS, *ARCHIVES])}")


main(sys.argv[1:])
