"""The house is in order: what the README and the drawing say is so."""

import ast
import datetime
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import quick
from press.library import fields_page, json_schema
from projects import ROOT

MODULES = sorted((ROOT / "press").rglob("*.py"))


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    ("library", "module"), [("mkdocs", "press/publishing/mkdocs_plugin.py"), ("weasyprint", "press/handouts/typeset/pdf.py")]
)
def test_only_one_module_knows(library: str, module: str) -> None:
    assert [path.relative_to(ROOT).as_posix() for path in MODULES if library in imports(path)] == [module]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_opens_with_a_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert re.match(r"[A-Z`][^\n]*(\n[^\n]+)?[.;:]", docstring)


def test_the_fields_page_is_what_the_model_says() -> None:
    assert (ROOT / fields_page.PATH).read_text(encoding="utf-8") == fields_page.page(), "run: make fields"


def test_the_schema_and_the_snippet_are_what_the_model_says() -> None:
    assert (ROOT / json_schema.PATH).read_text(encoding="utf-8") == json_schema.text(), "run: make fields"
    assert (ROOT / json_schema.SNIPPET_PATH).read_text(encoding="utf-8") == json_schema.snippet(), "run: make fields"


def test_every_make_target_in_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"make ([a-z]+)(?=[` ])", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert {"site", "test"} <= named <= targets | {"in"}


def hooks() -> dict[str, dict[str, Any]]:
    """What looks at a commit, by name: all of it the project's own."""
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repository["repo"] == "local" and all(hook["language"] == "system" for hook in repository["hooks"])
    return {hook["id"]: hook for hook in repository["hooks"]}


def test_the_hook_before_a_commit_checks_manuscripts_with_a_target_that_exists() -> None:
    hook = hooks()["manuscripts"]
    assert hook["pass_filenames"] is False
    assert re.search(rf"^{hook['entry'].split()[-1]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert re.search(hook["files"], "stories/a-story.md") and not re.search(hook["files"], "press/library/model.py")


@pytest.mark.parametrize("name", ["lint", "form"])
def test_the_hooks_for_code_refuse_what_lint_refuses_and_let_the_rest_be(name: str, tmp_path: Path) -> None:
    hook = hooks()[name]
    assert hook["types_or"] == ["python", "pyi"]
    program, *arguments = hook["entry"].split()
    command = [str(Path(sys.prefix) / "bin" / Path(program).name), *arguments]
    (tmp_path / "odd.py").write_text("import os\nx = [1,2]\n", encoding="utf-8")
    for path, status in (("press/__main__.py", 0), (str(tmp_path / "odd.py"), 1)):
        assert subprocess.run([*command, path], cwd=ROOT, capture_output=True, check=False).returncode == status


SCRIPTS = "press/theme/assets/press"


def test_the_hook_for_scripts_refuses_what_lint_refuses_and_lets_the_rest_be(tmp_path: Path) -> None:
    hook = hooks()["scripts"]
    assert re.search(hook["files"], f"{SCRIPTS}/write/rules.js") and not re.search(hook["files"], "tools/js/biome.json")
    program, *arguments = hook["entry"].split()
    for name in ("tools/js/biome.json", f"{SCRIPTS}/menu.js", f"{SCRIPTS}/odd.js", f"{SCRIPTS}/wide.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text = "var x = [1,2]\n" if name.endswith("odd.js") else (ROOT / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, status in (("menu.js", 0), ("odd.js", 1), ("wide.js", 0)):
        command = [str(ROOT / program), *arguments, f"{SCRIPTS}/{name}"]
        assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == status


def test_scripts_have_lines_as_long_as_python_and_every_one_is_looked_at() -> None:
    form = json.loads((ROOT / "tools/js/biome.json").read_text(encoding="utf-8"))
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]
    assert form["formatter"]["lineWidth"] == ruff["line-length"]
    scripts = [path.relative_to(ROOT) for folder in ("press", "tests", "tools") for path in (ROOT / folder).rglob("*.js")]
    own = [path for path in scripts if "node_modules" not in path.parts]
    assert own and all(path.is_relative_to(SCRIPTS) or path.is_relative_to("tests/js") for path in own)


def test_the_newest_entry_of_the_changelog_is_the_programs_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    newest = re.search(r"^## (\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest and newest[1] == version
    assert datetime.date.fromisoformat(newest[2])


def test_the_files_of_tests_that_begin_first_exist() -> None:
    assert [name for name in quick.LONGEST if not (ROOT / "tests" / name).is_file()] == []


def test_make_alone_lists_the_targets() -> None:
    done = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(r"^site +check everything", done.stdout, re.M)


def test_every_link_in_the_readme_leads_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        for goal in re.findall(r"\]\((?!http)([^)#]+)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / goal).exists(), goal


def test_locks_pin_every_package_with_a_hash_and_name_no_host() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9][^ \n]*==[^ \n]+.*\\$", text, re.M)
        assert len(packages) > 30
        assert text.count("--hash=sha256:") >= len(packages)
        assert "://" not in text


def test_the_lock_of_what_looks_over_scripts_pins_every_package_and_names_no_host() -> None:
    wanted = json.loads((ROOT / "tools/js/package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    text = (ROOT / "tools/js/package-lock.json").read_text(encoding="utf-8")
    packages = {name: about for name, about in json.loads(text)["packages"].items() if name}
    assert len(packages) > 30
    assert all(about["integrity"].startswith("sha512-") and "resolved" not in about for about in packages.values())


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.name)
def test_workflows_are_pinned_and_ask_for_no_more_than_they_need(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", use) for use in re.findall(r"uses: (\S+)", text))
    assert all(re.fullmatch(r"\w+@sha256:[0-9a-f]{64}|\$\{\{", image) for image in re.findall(r"\bimage: (\S+)", text))
    assert "pull_request_target" not in text
    assert "secrets." not in text
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "github.event" not in step.get("run", "")
            if "actions/checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_the_commands_explain_themselves() -> None:
    for command in (["-m", "press", "--help"], ["-m", "press", "check", "--help"], ["build_pdfs.py", "--help"]):
        done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=True)
        assert "usage:" in done.stdout


def test_a_checkout_by_git_for_windows_or_in_wsl_has_the_same_bytes(tmp_path: Path) -> None:
    def git(*arguments: str) -> str:
        command = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments)
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    own = tmp_path / "own"
    kept = {path.relative_to(ROOT) for name in ("docs", "press", "toolkits", "tools") for path in (ROOT / name).rglob("*.*")}
    kept = {path for path in kept if "node_modules" not in path.parts and "__pycache__" not in path.parts}
    for path in (*kept, Path("Makefile"), Path("mkdocs.yml"), Path(".gitattributes")):
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_bytes((ROOT / path).read_bytes())
    git("init", "-q", "own")
    git("-C", "own", "add", ".")
    git("-C", "own", "commit", "-qm", "all")
    git("clone", "-q", "-c", "core.autocrlf=true", "own", "windows")
    listed = git("-C", "own", "ls-files", "-z").rstrip("\0").split("\0")
    assert len(listed) > 300
    assert [name for name in listed if (tmp_path / "windows" / name).read_bytes() != (own / name).read_bytes()] == []
