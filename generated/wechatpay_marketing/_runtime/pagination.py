# Copied from templates/runtime/_runtime/pagination.py by `make generate`; do not edit.
"""Lists that come in pages: fetch page by page, hand out item by item.

Only the walking is here; how one page is fetched is the caller's. A server that sends the same
page again, or nothing but empty ones, is refused, since following it would never end.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import TypeVar

from .errors import MissingMemberError, PaginationError

MAX_EMPTY_PAGES = 100
"""So many pages in a row may be empty: a server may filter after it has cut the pages."""

Page = TypeVar("Page")
Item = TypeVar("Item")


def by_token(
    fetch: Callable[[str | None], Page],
    items: Callable[[Page], Sequence[Item] | None],
    next_token: Callable[[Page], str | None],
    start: str | None = None,
) -> Iterator[Item]:
    """The items of all pages, each page named by the token in the one before.

    Raises:
        PaginationError: the server repeats a token, or sends page after page without an item.
    """
    seen, empty = {start}, 0
    token = start
    while True:
        page = fetch(token)
        found = items(page) or ()
        yield from found
        empty = 0 if found else empty + 1
        token = _next_token(next_token(page), seen, empty)
        if token is None:
            return


async def by_token_async(
    fetch: Callable[[str | None], Awaitable[Page]],
    items: Callable[[Page], Sequence[Item] | None],
    next_token: Callable[[Page], str | None],
    start: str | None = None,
) -> AsyncIterator[Item]:
    """`by_token` for coroutines."""
    seen, empty = {start}, 0
    token = start
    while True:
        page = await fetch(token)
        found = items(page) or ()
        for item in found:
            yield item
        empty = 0 if found else empty + 1
        token = _next_token(next_token(page), seen, empty)
        if token is None:
            return


def by_offset(
    fetch: Callable[[int], Page],
    items: Callable[[Page], Sequence[Item] | None],
    total: Callable[[Page], int],
    start: int | None = None,
    *,
    counts_items: bool = False,
) -> Iterator[Item]:
    """The items of all pages from the offset `start` (0) on; ends at the total or at an empty page.

    The offset is the number of the page, or with `counts_items` that of its first item.

    Raises:
        PaginationError: the server repeats a page.
    """
    count, before, offset = 0, None, start or 0
    while found := _fresh(items(page := fetch(offset)), before, offset):
        yield from found
        count, before, offset = (
            count + len(found),
            found,
            offset + (len(found) if counts_items else 1),
        )
        if not start and _complete(count, total, page):
            return


async def by_offset_async(
    fetch: Callable[[int], Awaitable[Page]],
    items: Callable[[Page], Sequence[Item] | None],
    total: Callable[[Page], int],
    start: int | None = None,
    *,
    counts_items: bool = False,
) -> AsyncIterator[Item]:
    """`by_offset` for coroutines."""
    count, before, offset = 0, None, start or 0
    while found := _fresh(items(page := await fetch(offset)), before, offset):
        for item in found:
            yield item
        count, before, offset = (
            count + len(found),
            found,
            offset + (len(found) if counts_items else 1),
        )
        if not start and _complete(count, total, page):
            return


def _complete(count: int, total: Callable[[Page], int], page: Page) -> bool:
    """Whether all items were seen, where the page says how many there are; otherwise an empty page
    ends the list."""
    try:
        return count >= total(page)
    except MissingMemberError:
        return False


def _next_token(token: str | None, seen: set[str | None], empty: int) -> str | None:
    if not token:
        return None
    if empty >= MAX_EMPTY_PAGES:
        raise PaginationError(
            f"{empty} pages in a row had no item, and yet another was to follow; the list was not "
            f"read to its end"
        )
    if token in seen:
        raise PaginationError(
            "the server sent a page token again; the list was not read to its end"
        )
    seen.add(token)
    return token


def _fresh(
    found: Sequence[Item] | None, before: Sequence[Item] | None, offset: int
) -> Sequence[Item]:
    # the whole page: it may well begin with items of the one before, which new ones pushed on
    if found and found == before:
        raise PaginationError(
            f"the page at offset {offset} repeats the one before; the list was not read to its end"
        )
    return found or ()
