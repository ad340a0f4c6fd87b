"""A header for each attribute that no other column of a table has."""

from collections.abc import Iterable, Mapping


def free_headers(
    attributes: Iterable[Mapping[str, object]], taken: Iterable[str]
) -> dict[str, str]:
    """A header for each name among the attributes, unlike those taken in any spelling of case."""
    used = {header.casefold() for header in taken}
    headers: dict[str, str] = {}
    for name in dict.fromkeys(name for one in attributes for name in one):
        plain = name.strip() or "Value"
        header, number = plain, 2
        while header.casefold() in used:
            header = f"{plain} ({number})"
            number += 1
        used.add(header.casefold())
        headers[name] = header
    return headers
