"""Calls that cannot be understood: told in the reader's language, with what is right and where to read more."""

import signal

import click
import pytest
from click.testing import CliRunner, Result

from showcase.cli.exits import INTERRUPTED
from showcase.cli.main import main, showcase

CASES = {
    "bild": ("没有 bild 这个命令；是不是 build？", "there is no command bild; did you mean build?", ""),
    "xyz": ("没有 xyz 这个命令", "there is no command xyz", ""),
    "chek --strict": ("没有 chek 这个命令；是不是 check？", "there is no command chek; did you mean check?", ""),
    "--forse": (
        "没有 --forse 这个选项；是不是 --force？",
        "there is no option --forse; did you mean --force?",
        " build",
    ),
    "check --colour": ("没有 --colour 这个选项", "there is no option --colour", " check"),
    "build --jobs x": ("--jobs：写 1 到 256 的整数", "--jobs: a whole number from 1 to 256", " build"),
    "build --jobs 999": ("--jobs：写 1 到 256 的整数", "--jobs: a whole number from 1 to 256", " build"),
    "serve --port -1": ("--port：写 0 到 65535 的整数", "--port: a whole number from 0 to 65535", " serve"),
    "check --format xml": (
        "--format：其中之一：text, json, github, gitlab, sarif",
        "--format: one of: text, json, github, gitlab, sarif",
        " check",
    ),
    "build --site": ("--site 后面要写一个值", "--site needs a value after it", " build"),
    "build --strict=1": ("--strict 后面不写值，请去掉", "--strict takes no value; leave it out", " build"),
    "build brands more": ("多写了：brands more", "more is written than the command takes: brands more", " build"),
}


def call(*args: str, lang: str = "zh_CN.UTF-8") -> Result:
    result = CliRunner().invoke(showcase, args, prog_name="build.py", env={"LANG": lang, "LC_ALL": ""})
    assert isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("words", CASES)
def test_a_wrong_call(words: str) -> None:
    chinese, english, command = CASES[words]
    result = call(*words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"错误：{chinese}\n全部用法：python build.py{command} --help\n"
    result = call(*words.split(), lang="en_US.UTF-8")
    assert result.stderr == f"error: {english}\nSee: python build.py{command} --help\n"


@pytest.mark.parametrize(
    "args",
    [
        ("--lang", "en", "check", "--no"),
        ("--lang=en", "check", "--no"),
        ("check", "--lang", "en", "--no"),
        ("check", "--no", "--lang=en"),
        ("--lang", "en", "bild"),
        ("--no", "--lang", "en"),
    ],
)
def test_the_language_that_was_asked_for(args: tuple[str, ...]) -> None:
    assert call(*args).stderr.startswith("error: there is no ")


def test_a_language_that_there_is_not() -> None:
    assert call("--lang", "fr").stderr.startswith("错误：--lang：其中之一：zh, en\n")
    assert call("check", "--lang", "fr").stderr.startswith("错误：--lang：其中之一：zh, en\n")


@pytest.mark.parametrize("args", [("--help",), ("check", "--help"), ("--version",)])
def test_what_is_no_mistake_is_not_told_as_one(args: tuple[str, ...]) -> None:
    result = CliRunner().invoke(showcase, args)
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("cause", [KeyboardInterrupt(), ValueError()])
def test_ctrl_c_while_a_class_is_made(cause: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.11 tells of it by another error."""

    def fail(*_: object) -> None:
        raise RuntimeError("Error calling __set_name__") from cause

    monkeypatch.setattr(click.Group, "invoke", fail)
    result = CliRunner().invoke(showcase, ["check"])
    is_ours = isinstance(cause, KeyboardInterrupt)
    assert isinstance(result.exception, SystemExit if is_ours else RuntimeError)
    assert (result.exit_code == INTERRUPTED) == is_ours


@pytest.mark.skipif(not hasattr(signal, "SIGCHLD"), reason="there is no such signal")
def test_how_processes_end_is_told_though_who_began_it_did_not_care(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "__all__")
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with pytest.raises(SystemExit):
            main(["--version"])
        assert signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGCHLD, before)
