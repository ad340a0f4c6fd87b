"""The graph worker: places stakeholders in a child process with a deadline.

Every call that draws igraph's random numbers happens in there, as they are global: two visitors
at once would get each other's, and the call would stop everybody else's page.
"""

import io
import json
import time
from typing import Any, Final

import numpy as np
import pyarrow as pa

from landscape import child
from landscape.analysis.layout import PlaceRequest, Placing, asks_to_draw, place
from landscape.analysis.layout_drawing import Until, out_of_time

DEADLINE_S: Final = 10.0
_DRAWING_S: Final = 7.0  # the rest is for starting, seating and answering
_LIMITS: Final = child.Limits(memory_mb=2_000, cpu_s=20, wall_s=DEADLINE_S, answer_mb=64)


def place_in_worker(
    request: PlaceRequest, *, drawing_s: float = _DRAWING_S, limits: child.Limits = _LIMITS
) -> Placing:
    """Place everybody as :func:`landscape.analysis.layout.place` does, within the deadline.

    A region that is not drawn by then is filled by a spiral and named in `spiralled`; so are all
    when the child ends early. Without anything to draw no child is started.
    """
    if not asks_to_draw(request):
        return place(request, out_of_time)
    try:
        answer = child.run(
            "landscape.analysis.worker:work",
            packed(request),
            arguments={"drawing_s": drawing_s},
            limits=limits,
        )
    except child.ChildFailedError:
        return place(request, out_of_time)
    return _read_placing(answer)


def work(payload: bytes, *, drawing_s: float) -> bytes:
    """The child's side of :func:`place_in_worker`."""
    draw = Until(time.monotonic() + drawing_s)
    placing = place(_read_request(payload), draw)
    return _streams(
        pa.table({"x": placing.x, "y": placing.y}),
        {"regions": dict(placing.regions), "spiralled": list(placing.spiralled)},
    )


def packed(request: PlaceRequest) -> bytes:
    """The request as it travels to :func:`work`."""
    people = pa.table(
        {
            "id": pa.array(request.stakeholder_ids, pa.string()),
            "group": pa.array(request.group, pa.string()),
            "x": np.asarray(request.x, dtype=np.float64),
            "y": np.asarray(request.y, dtype=np.float64),
            "pinned": np.asarray(request.pinned, dtype=bool),
        }
    )
    pairs = pa.table(
        {
            "source": np.asarray(request.source, dtype=np.int64),
            "target": np.asarray(request.target, dtype=np.int64),
        }
    )
    rest: dict[str, object] = {
        "seed": request.seed,
        "regions": dict(request.regions),
        "loose": sorted(request.loose),
    }
    return _streams(people, pairs, rest)


def _read_request(payload: bytes) -> PlaceRequest:
    source = pa.BufferReader(payload)
    people = pa.ipc.open_stream(source).read_all()
    pairs = pa.ipc.open_stream(source).read_all()
    rest = _read_json(source)
    return PlaceRequest(
        stakeholder_ids=tuple(people["id"].to_pylist()),
        group=tuple(people["group"].to_pylist()),
        source=pairs["source"].to_numpy(),
        target=pairs["target"].to_numpy(),
        seed=rest["seed"],
        x=people["x"].to_numpy(),
        y=people["y"].to_numpy(),
        pinned=people["pinned"].to_numpy(),
        regions={name: tuple(disc) for name, disc in rest["regions"].items()},
        loose=frozenset(rest["loose"]),
    )


def _read_placing(answer: bytes) -> Placing:
    source = pa.BufferReader(answer)
    places = pa.ipc.open_stream(source).read_all()
    rest = _read_json(source)
    return Placing(
        x=places["x"].to_numpy(),
        y=places["y"].to_numpy(),
        regions={name: tuple(disc) for name, disc in rest["regions"].items()},
        spiralled=tuple(rest["spiralled"]),
    )


def _streams(*parts: "pa.Table | dict[str, object]") -> bytes:
    """Arrow IPC streams one after the other; what is no table is a JSON text in one of them."""
    out = io.BytesIO()
    for part in parts:
        table = pa.table({"json": [json.dumps(part)]}) if isinstance(part, dict) else part
        with pa.ipc.new_stream(out, table.schema) as stream:
            stream.write_table(table)
    return out.getvalue()


def _read_json(source: "pa.BufferReader") -> dict[str, Any]:
    return dict(json.loads(pa.ipc.open_stream(source).read_all()["json"][0].as_py()))
