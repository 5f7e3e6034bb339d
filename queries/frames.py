"""Rows as data frames. pandas and polars are optional: without them, an error says what to install."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ..common.errors import QueryError
from .rows import Cell, Row


def to_pandas(columns: Sequence[str], rows: Sequence[Row]) -> Any:
    """A pandas data frame of the rows.

    Raises:
        QueryError: pandas is not installed.
    """
    return _needed("pandas").DataFrame(_plain(rows), columns=list(columns))


def to_polars(columns: Sequence[str], rows: Sequence[Row]) -> Any:
    """A polars data frame of the rows.

    Raises:
        QueryError: polars is not installed.
    """
    return _needed("polars").DataFrame(_plain(rows), schema=list(columns), orient="row", infer_schema_length=None)


def _plain(rows: Sequence[Row]) -> list[list[object]]:
    """IRIs as text and decimals as numbers, as frames like them."""
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(cell: Cell) -> object:
    if isinstance(cell, Decimal):
        return float(cell)
    return str(cell) if isinstance(cell, str) else cell


def _needed(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise QueryError(f"{name} is not installed", remedy=f"pip install {name}, or infact[notebooks]") from error
