"""Results for other programs: the model's own field names.

Invariant: only ASCII is printed, everything else is escaped, so no value can steer a terminal and none is
changed.
"""

from __future__ import annotations


def as_json(value: object) -> str:
    """Return `value`, made of dataclasses, containers and plain values, as JSON."""
    import json
    from dataclasses import asdict, is_dataclass

    def plain(found: object) -> object:
        if is_dataclass(found) and not isinstance(found, type):
            return asdict(found)
        return str(found)

    return json.dumps(value, indent=2, default=plain)
