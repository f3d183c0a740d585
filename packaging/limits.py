"""Hold every module to 350 lines and every function to 40."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

LONGEST_MODULE = 350
LONGEST_FUNCTION = 40


def breaches(name: str, source: str) -> Iterator[str]:
    """Name what is too long in one module, from the `def` to the last line of a function."""
    lines = source.count("\n")
    if lines > LONGEST_MODULE:
        yield f"{name}: {lines} lines in a module, {LONGEST_MODULE} at most"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                place = f"{name}:{node.lineno}: {node.name}"
                yield f"{place}: {length} lines in a function, {LONGEST_FUNCTION} at most"


def main(folders: list[str]) -> int:
    """Print every breach in the modules of the folders and give back the exit status."""
    files = sorted(file for folder in folders for file in Path(folder).rglob("*.py"))
    found = [line for file in files for line in breaches(str(file), file.read_text("utf-8"))]
    for line in found:
        print(line)
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
