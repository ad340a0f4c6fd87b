"""Ways in which a good file goes bad; each is told what to do by a seeded draw."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence

Mutation = Callable[[bytes, random.Random], bytes]


def cut_off(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(1, len(data))]


def beginning_lost(data: bytes, draw: random.Random) -> bytes:
    return data[draw.randrange(1, len(data)) :]


def bits_flipped(data: bytes, draw: random.Random) -> bytes:
    bad = bytearray(data)
    for _ in range(draw.randint(1, 12)):
        bad[draw.randrange(len(bad))] ^= 1 << draw.randrange(8)
    return bytes(bad)


def bytes_swapped(data: bytes, draw: random.Random) -> bytes:
    bad = bytearray(data)
    for _ in range(draw.randint(1, 6)):
        one, other = draw.randrange(len(bad)), draw.randrange(len(bad))
        bad[one], bad[other] = bad[other], bad[one]
    return bytes(bad)


def block_doubled(data: bytes, draw: random.Random) -> bytes:
    start, end = sorted((draw.randrange(len(data)), draw.randrange(len(data))))
    return data[:end] + data[start:end] * draw.choice((1, 2, 50)) + data[end:]


def block_lost(data: bytes, draw: random.Random) -> bytes:
    start, end = sorted((draw.randrange(len(data)), draw.randrange(len(data))))
    return data[:start] + data[end:]


def nothing_inserted(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes(draw.choice((1, 2, 3, 40, 4_000))) + data[at:]


def noise_inserted(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.randbytes(draw.choice((1, 4, 60, 2_000))) + data[at:]


def other_encoding(data: bytes, draw: random.Random) -> bytes:
    text = data.decode("latin-1")
    return text.encode(draw.choice(("utf-8", "utf-16", "utf-16-be", "utf-32-le", "utf-7")))


def huge_number(data: bytes, draw: random.Random) -> bytes:
    numbers = list(re.finditer(rb"\d+", data))
    huge = draw.choice((b"9" * 5_000, b"-1", b"4294967296", b"1e999", b"0x7fffffff", b"NaN"))
    if not numbers:
        return data + huge
    chosen = draw.choice(numbers)
    return data[: chosen.start()] + huge + data[chosen.end() :]


def sizes_lie(data: bytes, draw: random.Random) -> bytes:
    bad = bytearray(data)
    marks = [found.start() for found in re.finditer(rb"PK[\x01\x03\x05]", data)] or [0]
    for _ in range(draw.randint(1, 3)):
        at = draw.choice(marks) + draw.randrange(4, 46)
        lie = draw.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x01\x00\x00\x80"))
        bad[at : at + 4] = lie
    return bytes(bad)


def deep_nesting(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    opening = draw.choice((b"[", b'{"a":', b"<a>", b"(", b"<table><tr><td>", b'"', b"<g><n>"))
    return data[:at] + opening * draw.choice((100, 5_000, 100_000)) + data[at:]


def signs_replaced(data: bytes, draw: random.Random) -> bytes:
    one, other = draw.choice(data), draw.choice(data)
    return data.replace(bytes([one]), bytes([other]))


def odd_text_inserted(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    odd = draw.choice(
        (b"\xed\xa0\x80", b"\\ud800", b"\xff\xfe", b"\xe2\x80\xae", b"\xf4\x90\x80\x80", b"\x1a")
    )
    return data[:at] + odd * draw.choice((1, 300)) + data[at:]


def lines_ended_otherwise(data: bytes, draw: random.Random) -> bytes:
    ending = draw.choice((b"\r", b"\n\n\n", b"\r\r\n", b"\x0b", b""))
    return re.sub(rb"\r?\n", ending, data)


def in_itself(data: bytes, draw: random.Random) -> bytes:
    return data * draw.choice((2, 3, 20))


def part_mutated(data: bytes, draw: random.Random) -> bytes:
    """One part of an archive goes bad, and is packed as if it were good."""
    with zipfile.ZipFile(io.BytesIO(data)) as good:
        parts = {name: good.read(name) for name in good.namelist()}
    chosen = draw.choice([name for name, content in parts.items() if content])
    parts[chosen] = draw.choice(PLAIN)(parts[chosen], draw)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bad:
        for name, content in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            bad.writestr(name, content, compress_type=stored)
    return packed.getvalue()


PLAIN: Sequence[Mutation] = (
    cut_off,
    beginning_lost,
    bits_flipped,
    bytes_swapped,
    block_doubled,
    block_lost,
    nothing_inserted,
    noise_inserted,
    other_encoding,
    huge_number,
    deep_nesting,
    signs_replaced,
    odd_text_inserted,
    lines_ended_otherwise,
    in_itself,
)
# Of an archive mostly a part goes bad: what is wrong with the archive itself is seen at the door.
OF_ARCHIVES: Sequence[Mutation] = (*([part_mutated] * 12), sizes_lie, sizes_lie, *PLAIN[:8])


def mutated(data: bytes, draw: random.Random) -> tuple[str, bytes]:
    """What went wrong, and the file as it is then."""
    ways = OF_ARCHIVES if data.startswith(b"PK\x03\x04") else PLAIN
    way = draw.choice(ways)
    return way.__name__, way(data, draw)
