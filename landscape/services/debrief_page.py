"""A script for talking a round through as a page to print, with room to write on it."""

from landscape.model.assessment import Round
from landscape.services import debriefing
from landscape.services.debrief_material import Ground, Material, material
from landscape.services.debrief_scripts import Part, Script, debrief
from landscape.services.print_html import listed, page, tag

_ROOM_TO_WRITE = ("now", "mean")


def as_html(script: Script, round_: Round, ground: Ground) -> str:
    """The script with the round's own answers put in; no name stands beside an answer."""
    told = debrief()
    title = f"{told.title}: {script.title}"
    ready = f"Ready for: {round_.readiness_for or 'this landscape'}. {round_.name}."
    body = [tag("h1", title), tag("p", ready), tag("p", script.fits, kind="quiet")]
    body += [tag("p", ground.instrument.honest, kind="honest")]
    body += [tag("p", caution, kind="aside") for caution in _cautions(ground)]
    body += [tag("h2", "Before you begin"), listed(told.beginning)]
    begins = 0
    for part in script.parts:
        body += _part(part, begins, ground)
        begins += part.minutes
    derived = f"Derived from: {ground.instrument.name}, version {ground.instrument.version}."
    body += [tag("p", derived, kind="quiet"), tag("p", told.source, kind="quiet")]
    return page(title, body, language=ground.instrument.language)


def _cautions(ground: Ground) -> tuple[str, ...]:
    return debriefing.cautions(ground.instrument, ground.results)


def _part(part: Part, begins: int, ground: Ground) -> list[str]:
    pieces = [
        tag("h2", part.title),
        tag("p", f"Minutes {begins} to {begins + part.minutes}", kind="quiet"),
        tag("p", part.does),
    ]
    if part.asks:
        pieces.append(listed(part.asks))
    for found in material(part, ground).values():
        pieces += _material(found)
    if part.stage in _ROOM_TO_WRITE:
        pieces += ['<div class="lines"></div>'] * 3
    return pieces


def _material(found: Material) -> list[str]:
    if not found.matters:
        return [tag("h3", found.heading), tag("p", found.none)]
    return [
        tag("h3", found.heading),
        *(
            '<section class="one aside"><strong>'
            + tag("span", matter.title)
            + "</strong>"
            + "".join(tag("p", line) for line in matter.lines)
            + "</section>"
            for matter in found.matters
        ),
    ]
