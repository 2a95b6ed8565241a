"""The project's own form: nothing in it names one machine, and everything it needs is pinned."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Written in parts, so that this file passes its own test.
FORBIDDEN = {
    "a package registry's host": [
        r"pypi\." + "org",
        r"python" + r"hosted\.org",
        r"registry\.npm" + r"js\.org",
        r"npm" + r"js\.com",
        r"maven\.apache" + r"\.org/maven2",
        r"repo1\.maven" + r"\.org",
        r"deb\." + r"debian\.org",
        r"crates\." + "io",
        r"proxy\.golang" + r"\.org",
    ],
    "a path of one machine": [
        r"(?<![\w.])/" + r"root/",
        r"(?<![\w.])/" + r"work/(main|shared|\.)",
        r"(?<![\w.])/" + r"home/\w",
        r"\.\./" + r"shared\b",
        r"\." + r"library/",
    ],
}


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def wheel_of(folder: Path) -> set[str]:
    """The names in the wheel as it would be published, built into `folder`."""
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as content:
        return set(content.namelist())


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.split("==", 1) for line in lines if "==" in line and not line.startswith("#"))


def normalised(name: str) -> str:
    """A distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_tracked_file_names(kind):
    pattern = re.compile("|".join(FORBIDDEN[kind]).encode())
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in tracked_files()
        if path.is_file()
        for match in pattern.finditer(path.read_bytes())
    ]
    assert found == []


def test_every_constraint_is_one_exact_version():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    loose = [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+", line)]
    assert loose == []


def test_every_direct_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(name for extra in project["project"]["optional-dependencies"].values() for name in extra),
    ]
    names = {normalised(re.match(r"[A-Za-z0-9._-]+", requirement).group()) for requirement in wanted}
    assert names - {normalised(name) for name in pinned()} == set()


def test_wheel_holds_every_file_of_the_three_packages(tmp_path):
    packages = ("discovery", "indexer", "web")
    names = [str(path.relative_to(ROOT)) for path in tracked_files()]
    wanted = {name for name in names if name.split("/")[0] in packages}
    assert wanted - wheel_of(tmp_path) == set()


def test_every_tracked_script_of_ci_can_be_run():
    scripts = [path for path in tracked_files() if path.parent.name == ".ci" and path.suffix == ""]
    assert [path.name for path in scripts if not path.stat().st_mode & 0o100] == []
