"""The questions of a round on paper: to read, to tick and to write on, with the items' own ids."""

from collections.abc import Iterable, Iterator
from typing import Final

from landscape.model.assessment import Round
from landscape.model.instrument import PARTNERS, Dimension, Instrument, Item
from landscape.model.scales import OffScale
from landscape.services.print_html import page, tag, text

_BOX: Final = (
    '<svg viewBox="0 0 14 14" width="14" height="14" role="img" aria-label="box to tick">'
    '<rect x="1" y="1" width="12" height="12" fill="none" stroke="#23302e"/></svg>'
)
_LINE: Final = '<div class="lines"></div>'
# The letters that are typed in for these answers.
_LETTERS: Final = {
    OffScale.CANT_SAY: "X",
    OffScale.NOT_APPLICABLE: "N",
    OffScale.NO_ANSWER: "P",
}


def paper_form(instrument: Instrument, form: str, round_: Round | None = None) -> str:
    """A page to print, A4; `round_` says what it is for, and whether a name may stand on it."""
    items = instrument.form(form)
    return page(
        f"{instrument.title} On paper",
        [
            *_head(instrument, form, round_),
            *_how_to(instrument),
            *_words(instrument, items),
            tag("p", _colophon(instrument, items), kind="quiet"),
            *(
                piece
                for dimension in instrument.dimensions
                for piece in _dimension(instrument, dimension, items)
            ),
            tag("h2", instrument.closing_question),
            _LINE * 2,
        ],
        language=instrument.language,
    )


def _head(instrument: Instrument, form: str, round_: Round | None) -> Iterator[str]:
    yield tag("h1", instrument.title)
    if form == PARTNERS:
        yield tag("p", "You do not belong to the team. Answer about the team, as you see it.")
    yield tag("p", instrument.honest, kind="honest")
    yield "<dl>"
    if round_ is not None:
        yield tag("dt", "Round") + tag("dd", round_.name)
    ready_for = round_.readiness_for if round_ is not None else None
    yield tag("dt", "Ready for") + (tag("dd", ready_for) if ready_for else f"<dd>{_LINE}</dd>")
    if round_ is None or not round_.anonymous:
        yield tag("dt", "Your name") + f"<dd>{_LINE}</dd>"
    yield tag("dt", "Where you stand") + f"<dd>{_LINE}</dd>"
    yield "</dl>"
    if round_ is not None and round_.anonymous:
        yield tag("p", "Nobody should be able to tell who you are: do not write your name.")


def _how_to(instrument: Instrument) -> Iterator[str]:
    yield tag("h2", "How to answer")
    yield "<ul>"
    yield tag("li", "Think and write first, where you like. Then read all sentences and tick one.")
    for code, letter in _LETTERS.items():
        words = instrument.off_scale_answer(code)
        yield tag("li", f"{letter}, {words.name}: {_lowered(words.meaning)}")
    left = instrument.off_scale_answer(OffScale.UNANSWERED)
    yield tag("li", f"{left.name}: leave every box empty.")
    yield "</ul>"


def _words(instrument: Instrument, items: Iterable[Item]) -> Iterator[str]:
    """What uncommon words mean, of those that stand on this form."""
    asked = {item.dimension_id for item in items}
    titles = [one.title for one in instrument.dimensions if one.id in asked]
    texts = [words for item in items for words in (item.statement, *_anchors(item))]
    found = instrument.words_in(*titles, *texts)
    if found:
        yield tag("h3", "Words that mean something here")
        yield "<ul>"
        yield from (tag("li", f"{word}: {_lowered(tip)}") for word, tip in found.items())
        yield "</ul>"


def _anchors(item: Item) -> Iterator[str]:
    return (anchor.text for anchor in item.anchors)


def _dimension(
    instrument: Instrument, dimension: Dimension, items: Iterable[Item]
) -> Iterator[str]:
    own = [item for item in items if item.dimension_id == dimension.id]
    if not own:
        return
    # What is written before rating stands on the page of what is rated first.
    yield '<section class="one">'
    yield tag("h2", dimension.title)
    yield tag("p", " ".join(dimension.prompts))
    yield _LINE * 2
    yield _item(instrument, own[0])
    yield "</section>"
    for item in own[1:]:
        yield _item(instrument, item)


def _item(instrument: Instrument, item: Item) -> str:
    rows = "".join(
        f"<tr>{_ticked(str(anchor.level))}{tag('td', anchor.text)}</tr>" for anchor in item.anchors
    )
    others = "".join(
        _ticked(letter) + tag("td", _said(instrument, code)) for code, letter in _LETTERS.items()
    )
    return (
        '<section class="one">'
        f'<h3>{text(item.statement)} <span class="quiet">{text(item.id)}</span></h3>'
        f"<table><tbody>{rows}</tbody></table>"
        f"<table><tbody><tr>{others}</tr></tbody></table>"
        f"{tag('p', 'What makes you say so?', kind='quiet')}{_LINE}</section>"
    )


def _ticked(sign: str) -> str:
    """Two narrow cells: a box to tick, and the sign that is typed in for it."""
    return f'<td width="34">{_BOX}</td><td width="16">{sign}</td>'


def _said(instrument: Instrument, code: OffScale) -> str:
    words = instrument.off_scale_answer(code)
    return f"{words.name}, because:" if words.needs_reason else words.name


def _colophon(instrument: Instrument, items: tuple[Item, ...]) -> str:
    return (
        f"{instrument.name}. {instrument.id}, version {instrument.version}, "
        f"{len(items)} of {len(instrument.items)} items, {instrument.digest[:12]}."
    )


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
