"""The safety plan as JSON: plan.toml's own names and values.

Invariant: what is written is read back as an equal plan, but for dates of a later version, which are text.
It is ASCII, so no value can steer a terminal and none is changed.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan import Plan


def plan_as_json(plan: Plan, *, for_helper: bool = False) -> str:
    """Return the whole plan, ending with one newline."""
    import json

    from copecli.core.plan_format import plan_to_document

    shown = without_unknown(plan.for_helper()) if for_helper else plan
    return json.dumps(plan_to_document(shown), indent=2, default=str) + "\n"


def without_unknown(plan: Plan) -> Plan:
    """Return the plan without what a later version wrote: nobody knows whether it is private."""
    from dataclasses import replace

    items = {step: tuple(replace(item, extra={}) for item in items) for step, items in plan.items.items()}
    return replace(plan, items=items, extra={}, about_me=replace(plan.about_me, extra={}))
