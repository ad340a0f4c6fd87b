"""Templates: starting landscapes of roles to be replaced by names, one file each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from landscape.model.boundary import Boundary
from landscape.model.constituency import Constituency
from landscape.model.errors import NotFoundError
from landscape.model.ids import draw_id, pair_id
from landscape.model.landscape import Landscape
from landscape.model.principal import Principal
from landscape.model.scales import BoundaryKind, Level, Role
from landscape.model.stakeholder import Stakeholder
from landscape.services.placing import with_places
from landscape.services.rows import frame_of
from landscape.store.base import Edit, Store

FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A starting landscape, with what to ask when it is made and once it is on the map."""

    id: str
    title: str
    sentence: str
    challenge_prompt: str
    difference_prompt: str
    first_questions: tuple[str, ...]
    constituencies: tuple[Constituency, ...]
    stakeholders: tuple[Stakeholder, ...]
    boundaries: tuple[Boundary, ...]


def templates(folder: Path = FOLDER) -> dict[str, Template]:
    """Every template by its id, in the order of the ids."""
    read = (_read(path) for path in sorted(folder.glob("*.toml")))
    return {template.id: template for template in read}


def create_from_template(
    principal: Principal,
    store: Store,
    template_id: str,
    name: str,
    *,
    challenge: str | None = None,
    difference_sought: str | None = None,
    folder: Path = FOLDER,
) -> Landscape:
    """Begin a landscape with the groups, roles and boundaries of a template, in one batch."""
    known = templates(folder)
    if template_id not in known:
        raise NotFoundError(
            f"There is no template {template_id!r}.", fix=f"Choose one of {sorted(known)!r}."
        )
    template = known[template_id]
    landscape = store.create_landscape(
        principal,
        Landscape(
            id=draw_id("l"),
            name=name.strip(),
            challenge=challenge,
            difference_sought=difference_sought,
            settings={"template": template.id},
        ),
    )
    edit = Edit(
        label=f"Began from the template {template.title}",
        put={
            "constituency": frame_of(template.constituencies),
            "stakeholder": frame_of(template.stakeholders),
            "boundary": frame_of(template.boundaries),
            "boundary_side": _sides(template.boundaries),
        },
    )
    store.apply(principal, landscape.id, with_places(principal, store, landscape.id, edit))
    return store.landscape(principal, landscape.id)


def _read(path: Path) -> Template:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return Template(
        id=told["id"],
        title=told["title"],
        sentence=told["sentence"],
        challenge_prompt=told["challenge_prompt"],
        difference_prompt=told["difference_prompt"],
        first_questions=tuple(told["first_questions"]),
        constituencies=tuple(
            Constituency(
                id=group["id"],
                name=group["name"],
                kind=group["kind"],
                level=Level(group["level"]),
                roles=_roles(group),
                ordinal=ordinal,
            )
            for ordinal, group in enumerate(told["constituencies"])
        ),
        stakeholders=tuple(
            Stakeholder(
                id=somebody["id"],
                name=somebody["name"],
                kind=somebody["kind"],
                constituency_id=somebody["constituency"],
                level=Level(somebody["level"]),
                roles=_roles(somebody),
                ordinal=ordinal,
            )
            for ordinal, somebody in enumerate(told["stakeholders"])
        ),
        boundaries=tuple(
            Boundary(
                id=boundary["id"],
                name=boundary["name"],
                kinds=tuple(BoundaryKind(kind) for kind in boundary["kinds"]),
                sides=boundary["sides"],
                ordinal=ordinal,
            )
            for ordinal, boundary in enumerate(told.get("boundaries", ()))
        ),
    )


def _roles(told: Mapping[str, Any]) -> tuple[Role, ...] | None:
    """The roles told; an empty list is "not recorded", because a template knows nobody yet."""
    return tuple(Role(role) for role in told["roles"]) or None


def _sides(boundaries: tuple[Boundary, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (pair_id(boundary.id, constituency_id), boundary.id, constituency_id, side)
            for boundary in boundaries
            for constituency_id, side in boundary.sides.items()
        ],
        columns=["id", "boundary_id", "constituency_id", "side"],
    )
