"""`python docs/execute.py` runs docs/notebook.ipynb on the graph of `make demo`, and keeps what its cells print.

It also draws that graph's network anew (docs/network.svg). With `--check` it only compares the notebook. The cells are
the source, their outputs are made here: times, counters and versions of the machine are left out, so the same graph
gives the same file. It needs `pip install 'infact[notebooks]'`.
"""

from __future__ import annotations

import difflib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from infact.ingest.build import build
from infact.ingest.derive import derive
from infact.ingest.store import Store
from infact.queries.exports import export

HERE = Path(__file__).resolve().parent
NOTEBOOK = HERE / "notebook.ipynb"
PICTURE = HERE / "network.svg"
CORPUS = HERE.parent / "tests" / "corpus"


def executed(folder: Path) -> str:
    """The notebook with the outputs of a run in this folder, which gets `demo/` and `docs/` as the repository has.

    The picture of the network is in the folder then, too.
    """
    (folder / "docs").mkdir()
    (folder / "demo").mkdir()
    with Store.open(folder / "demo" / "infact.db", create=True) as store:
        build([CORPUS / "dev", CORPUS / "facts" / "powers.jsonl"], store)
        derive(store)
        export(store.oxigraph, "svg", folder / PICTURE.name)
    notebook: Any = nbformat.read(NOTEBOOK, as_version=4)
    client = nbclient.NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(folder / "docs")}},
    )
    client.execute()
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = None
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return str(nbformat.writes(notebook)) + "\n"


def main(arguments: list[str]) -> int:
    """Write or compare; 1 where the file differs."""
    folder = Path(tempfile.mkdtemp())
    try:
        made = executed(folder)
        if arguments != ["--check"]:
            PICTURE.write_bytes((folder / PICTURE.name).read_bytes())
    finally:
        shutil.rmtree(folder)
    if arguments != ["--check"]:
        NOTEBOOK.write_text(made, "utf-8")
        return 0
    kept = NOTEBOOK.read_text("utf-8")
    lines = (text.splitlines(keepends=True) for text in (kept, made))
    sys.stderr.writelines(difflib.unified_diff(*lines, "docs/notebook.ipynb", "as it runs now", n=1))
    return int(kept != made)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
