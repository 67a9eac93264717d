"""What is one step behind the doors of home: one list for both faces.

Invariant: what a person came for stands before how the program is set up.
"""

from __future__ import annotations

from copecli.core.after import DOOR as AFTER_DOOR
from copecli.core.chain_words import MAP_DOOR
from copecli.core.checkin_words import CHECK_IN_DOOR, GOOD_DOOR
from copecli.core.lines_page import DOOR as LINES_DOOR
from copecli.core.plan_keeping import TAKE_IN
from copecli.core.progress_words import DOOR
from copecli.core.report_words import REPORT_DOOR
from copecli.core.talk_words import DOOR as TALK_DOOR
from copecli.core.talk_words import PEOPLE_DOOR
from copecli.core.wave_frame import DOOR as WAVE_DOOR
from copecli.core.written_words import WRITTEN
from copecli.words import N_

CHECK_IN, GOOD, MAP, PROGRESS, RECORDS = "check-in", "good", "map", "progress", "records"
AFTER, LINES, REPORT, WAVE = "after", "lines", "report", "wave"
LEARN = "learn"
TALK, PEOPLE = "talk", "people"
TAKEN_IN, SETTINGS, KEYS, ABOUT = "take-in", "settings", "keys", "about"

LEARN_DOOR = N_("Learn")

MORE = (
    (WAVE, WAVE_DOOR),
    (AFTER, AFTER_DOOR),
    (LINES, LINES_DOOR),
    (TALK, TALK_DOOR),
    (PEOPLE, PEOPLE_DOOR),
    (CHECK_IN, CHECK_IN_DOOR),
    (GOOD, GOOD_DOOR),
    (MAP, MAP_DOOR),
    (PROGRESS, DOOR),
    (RECORDS, WRITTEN),
    (REPORT, REPORT_DOOR),
    (LEARN, LEARN_DOOR),
    (TAKEN_IN, TAKE_IN),
    (SETTINGS, N_("Settings")),
    (KEYS, N_("Keys")),
    (ABOUT, N_("What this is")),
)
"""(id, words), in their order."""
