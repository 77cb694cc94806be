"""What each part of matching brings: the same register measured with one part left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import Any

from tikissa.matching.clustering.clusters import Group
from tikissa.matching.weighing.scoring import Model, Scored, first_model, rescore

_NEVER = -60.0


def _not_learnt(model: Model, scored: Scored, *_: object) -> tuple[Model, Scored]:
    return model, rescore(model, scored)


def _chained(group: Group, *_: object, **__: object) -> list[Group]:
    """Call one customer whatever hangs together by likely pairs, as plain transitive closure does."""
    return [group]


def _strangers_alone(names: Sequence[str], size: int) -> Model:
    """Return a model in which two customers are never of one household, company, contact or guardian."""
    model = first_model(names, size)
    return replace(model, kind_priors={kind: 0.0 if kind == "random" else _NEVER for kind in model.kind_priors})


def _all_explained(*arguments: Any, **_: object) -> list[tuple[str, ...]]:
    return [() for _ in arguments[2]]


PARTS: Mapping[str, tuple[str, str, Callable[..., object]]] = {
    "weights learnt from the register": ("tikissa.matching.match", "learnt", _not_learnt),
    "groups weighed as a whole": ("tikissa.matching.clustering.clustering", "gather", _chained),
    "households, companies, contacts": ("tikissa.matching.weighing.scored_pairs", "first_model", _strangers_alone),
    "columns without a meaning": ("tikissa.matching.preparing.packed_columns", "plain_fields", lambda *_: {}),
    "differences explained": ("tikissa.matching.match", "unexplained", _all_explained),
}
"""Part: the module that calls it, under what name, and what stands in its place."""


@contextmanager
def without(part: str) -> Iterator[None]:
    """Leave a part of matching out within the context; KeyError for one that is not in `PARTS`."""
    module, name, stand_in = PARTS[part]
    place = import_module(module)
    original = getattr(place, name)
    setattr(place, name, stand_in)
    try:
        yield
    finally:
        setattr(place, name, original)
