"""What uncommon words in a question mean, said where the question stands."""

from landscape.model.instrument import Dimension, Instrument, Item
from landscape.ui.text import escape


def tips(instrument: Instrument, dimension: Dimension, item: Item) -> str | None:
    """Markdown of every uncommon word in a question with its meaning; None where there is none."""
    texts = (dimension.title, item.statement, *(anchor.text for anchor in item.anchors))
    found = instrument.words_in(*texts)
    if not found:
        return None
    return "\n".join(f"- **{escape(word)}**: {escape(tip)}" for word, tip in found.items())
