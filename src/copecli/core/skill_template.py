"""The commented file that `cope skills new` begins with.

Invariant: it is a whole skill without a fault, so that whoever writes starts from something that runs.
"""

from __future__ import annotations

SCHEMA_NAME, GUIDE_NAME = "skill.schema.json", "skills.md"
"""What is put beside it, for an editor and for the person who writes."""

_TEMPLATE = """\
#:schema ./{schema}
# An exercise for copecli. Lines that begin with # are notes to you.
# Change what you like, then: cope skills check {id}
# To play it: cope do {id}

format = 1
title = "{title}"
# grounding breathing distress-tolerance emotion-regulation mindfulness
# thinking doing connection self-soothing safety
family = "grounding"
summary = "Notice three things that are near you."
opening = "Now, what is near you."

# Shortest and longest, in minutes.
minutes = [0.5, 2]
# overwhelmed panicky angry numb sad lonely ashamed urge restless sleepless
# after (when it has happened), any
states = ["any"]
# How strong it may be, 0 to 10.
intensity = [0, 10]
# nothing object space paper device person
needs = ["nothing"]
# Can others tell? yes (they cannot), partly, no
discreet = "yes"
# low medium high
energy = "low"
# sight sound touch smell taste movement breath thought imagery writing social
channels = ["sight", "touch"]

# For somebody who cannot move, see or hear: "yes" as it is, "variant" with
# the words under "instead", or an honest "no".
adapt = {{ no-movement = "yes", no-sight = "variant", no-hearing = "yes" }}

# Said before it starts. Who should rather not goes into not_for, too.
cautions = []
# heart breathing pregnancy epilepsy eating-disorder injury trauma
# cold-allergy psychosis fainting circulation pain
not_for = []
# cold exertion tensing breath-pacing eyes-closed body-touch body-scan taste
# scent sound imagery moving-about
involves = []

# Grade E: custom and experience. A to D need a source.
evidence = {{ grade = "E", says = "Some find it steadying. It has not been tested.", sources = [] }}
review = {{ status = "draft" }}

# The steps, in order. One idea each, two short lines at the most.
[[steps]]
kind = "say"
text = "Let your eyes rest on one thing."
channel = "sight"
instead = "Let your hand rest on one thing."

[[steps]]
kind = "notice"
text = "Three things about it. Any will do."
count = 3

[[steps]]
kind = "say"
text = "That was three.\\nYou can stay with it a while."

# Other kinds of step: pace wait pick ask rate compose choose reach.
# {guide}, beside this file, shows each of them.
"""


def template(skill_id: str) -> str:
    """Return the file for an exercise of that id."""
    title = skill_id.replace("-", " ").strip().capitalize() or skill_id
    return _TEMPLATE.format(id=skill_id, title=title, schema=SCHEMA_NAME, guide=GUIDE_NAME)
