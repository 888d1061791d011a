"""Tables: rows in tables, cells in rows, as many cells in each row, and headers that each cell can be told by."""

from collections import Counter
from collections.abc import Iterator

from tests.tagged.tree import Element, Tree

ROWS = {"THead", "TBody", "TFoot"}
HOLDS = {"Table": {*ROWS, "TR", "Caption"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"}}
LIES_IN = {**{group: {"Table"} for group in ROWS}, "TR": {"Table", *ROWS}, "TH": {"TR"}, "TD": {"TR"}}


def faults(tree: Tree) -> Iterator[str]:
    """Faults of nesting, of shape, of headers."""
    for each in tree.of(*HOLDS):
        yield from (f"{each.kind} holds {kind}" for kind in dict.fromkeys(each.kinds) if kind not in HOLDS[each.kind])
    for each in tree.of(*LIES_IN):
        if each.parent is None or each.parent.kind not in LIES_IN[each.kind]:
            yield f"{each.kind} lies in {each.parent.kind if each.parent else 'nothing'}"
    tables = tree.of("Table")
    for table in tables:
        yield from _parts(table)
        yield from _shape(table)
    yield from _headers(tree, tables)


def _parts(table: Element) -> Iterator[str]:
    for kind in ("THead", "TFoot", "Caption"):
        if table.kinds.count(kind) > 1:
            yield f"a table has more than one {kind}"
    if "Caption" in table.kinds[1:-1]:
        yield "a caption stands in the middle of its table"


def _shape(table: Element) -> Iterator[str]:
    """Each row as wide as the first, with the cells that reach down from above."""
    reaching: Counter[int] = Counter()
    widths = []
    for row in _rows(table):
        width, reaching_now = sum(1 for rows in reaching.values() if rows > 0), Counter[int]()
        reaching_now = Counter({column: rows - 1 for column, rows in reaching.items() if rows > 1})
        column = 0
        for cell in (kid for kid in row.kids if kid.kind in ("TH", "TD")):
            across, down = int(cell.attribute("/ColSpan") or 1), int(cell.attribute("/RowSpan") or 1)
            while reaching.get(column, 0) > 0:
                column += 1
            if down > 1:
                reaching_now.update(dict.fromkeys(range(column, column + across), down - 1))
            column, width = column + across, width + across
        reaching = reaching_now
        widths.append(width)
    if not widths:
        yield "a table has no rows"
    elif len(set(widths)) > 1:
        yield f"a table has rows of {min(widths)} and of {max(widths)} cells"


def _rows(table: Element) -> list[Element]:
    return [row for row in table.walk() if row.kind == "TR"]


def _headers(tree: Tree, tables: list[Element]) -> Iterator[str]:
    names = Counter(each.said("/ID") for each in tree.walk() if "/ID" in each.node)
    yield from (f"two elements share the name {name}" for name, times in names.items() if times > 1)
    if names and "/IDTree" not in tree.root:
        yield "elements have names, and no list of them"
    for table in tables:
        heads = [cell for cell in table.walk() if cell.kind == "TH"]
        if _rows(table) and not heads:
            yield "a table has no header"
        unscoped = [cell for cell in heads if str(cell.attribute("/Scope")) not in ("/Row", "/Column", "/Both")]
        for cell in (each for each in table.walk() if each.kind == "TD"):
            told = [str(name) for name in cell.attribute("/Headers") or []]
            if unscoped and not told:
                yield "a cell has no header to be told by"
            yield from (f"a cell names a header {name} that is not there" for name in told if name not in names)
