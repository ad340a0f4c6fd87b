"""One measure a file, each defining METRIC; :data:`METRICS` finds them all by their codes."""

import importlib
import pkgutil
from typing import Final

from landscape.analysis.evidence import Metric
from landscape.analysis.unrecorded import NOT_YET, Missing

__all__ = ["METRICS", "NOT_YET", "Missing"]


def _discovered() -> dict[str, Metric]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = [importlib.import_module(f"{__name__}.{name}").METRIC for name in names]
    return {metric.code: metric for metric in sorted(found, key=lambda metric: metric.code)}


METRICS: Final = _discovered()
