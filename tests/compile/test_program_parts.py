"""What is kept from build to build was made by the program as it is: any of its files may decide what is made."""

from pathlib import Path

from showcase.compile import identity


def test_every_file_of_the_package_is_part_of_the_program() -> None:
    package = Path(identity.__file__).parents[1]
    files = (path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {path.suffix for path in files} == identity._PARTS
