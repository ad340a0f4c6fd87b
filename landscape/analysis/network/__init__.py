"""One measure of the network a file, each defining METRIC; :data:`METRICS` finds them by name."""

import importlib
import pkgutil
from typing import Final

from landscape.analysis.brokerage_roles import ROLES
from landscape.analysis.network_metric import NetworkMetric

# The order in which people read them: what is easily said first.
_ORDER: Final = (
    *("degree", "betweenness", "closeness", "core", "communities", "constraint", "brokerage"),
    *ROLES,
)


def _discovered() -> dict[str, NetworkMetric]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = [importlib.import_module(f"{__name__}.{name}").METRIC for name in names]
    place = {name: at for at, name in enumerate(_ORDER)}
    found.sort(key=lambda metric: (place.get(metric.name, len(place)), metric.name))
    return {metric.name: metric for metric in found}


METRICS: Final = _discovered()
