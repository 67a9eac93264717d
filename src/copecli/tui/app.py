"""The app: opens screens, knows the person's desk, and leaves at once when asked.

Invariant: it stays thin. What a screen says and does lives in that screen; what is known lives in core;
what touches the disk goes through the desk.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from copecli.core.catalogue import WITH_ME
from copecli.core.errors import CopeError
from copecli.core.shared_words import UNSAFE
from copecli.core.skill import Game, Skill
from copecli.system.terminal import BASIC, NONE
from copecli.tui import PLAIN
from copecli.tui.ascii import Ascii
from copecli.tui.compat import SteadyApp
from copecli.tui.held import SteadyHands
from copecli.tui.page import Page
from copecli.tui.themes import THEMES, VARIABLES
from copecli.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.filter import LineFilter

    from copecli.desk import Desk
    from copecli.first_words import Painted
    from copecli.system.terminal import Terminal
    from copecli.tui.screens.plan import PlanWay


class CopeApp(SteadyHands, SteadyApp):
    """The companion."""

    CSS_PATH = "cope.tcss"
    TITLE = "cope"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        desk: Desk,
        terminal: Terminal,
        *,
        start: tuple[str, ...] = ("home",),
        painted: Painted | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(painted=painted, log_path=desk.crash_log, plain_cursor=desk.config.cursor == "show")
        self.desk = desk
        self.terminal = terminal
        self.clock = clock
        self._start = start
        self._plan_way: PlanWay | None = None
        for theme in THEMES.values():
            self.register_theme(theme)
        if not self.ansi_color:
            self.begin_with(self._theme_name())

    # looks

    @property
    def still(self) -> bool:
        """Whether nothing should move of itself."""
        asked = self.desk.config.motion
        return self.terminal.reduced_motion if asked == "auto" else asked == "less"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own variables, for themes that do not name them."""
        return VARIABLES

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every drawn line goes through, the last thing before the terminal."""
        filters = super().get_line_filters()
        return filters if self.terminal.unicode else [*filters, Ascii()]

    def use_theme(self) -> None:
        """Take on the theme of the settings; without colours the terminal's own are left alone."""
        if not self.ansi_color:
            self.theme = self._theme_name()
        # A soft ground cannot be told from the screen's own in so few colours.
        self.set_class(self.terminal.colours == BASIC, "few-colours")
        self.set_class(bool(self.ansi_color) or self.terminal.colours == NONE, "no-colours")

    def _theme_name(self) -> str:
        return THEMES.get(self.desk.config.theme, THEMES["dark"]).name

    # coming and going

    def on_mount(self) -> None:
        """Open what was asked for."""
        self.use_theme()
        self.call_after_refresh(self.desk.settle)
        if self._start[0] == "plan":
            self.open_plan(alone=True)
        elif self._start[0] == "map":
            self.open_map(self._start[1:], alone=True)
        elif self._start[0] == "report":
            self.open_report(alone=True)
        elif self._start[0] in ("talk", "people"):
            self.open_talk(self._start[0], alone=True)
        elif self._start[0] in ("check-in", "good"):
            self.open_check_in(self._start[0], alone=True)
        elif self._start[0] == "record-edit":
            from copecli.tui.screens.record import open_record

            open_record(self, self._start[1])
        elif self._start[0] == "after":
            from copecli.tui.screens.after import open_after

            open_after(self, self.leave)
        elif self._start[0] == "wave":
            self.open_wave(int(self._start[1]), alone=True)
        elif self._start[0] in ("walk", "send"):
            self.open_with_plan(self._start[0])
        elif self._start[0] == "learn":
            self.open_learn(self._start[1:], alone=True)

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen: home and an exercise lie on no empty one that would be drawn first."""
        if self._start[0] == "skill":
            skill = self.desk.skill(self._start[1])
            skill = self.desk.chosen(skill) if self._start[2:] else skill
            page: Page = self._player(skill, alone=True)
            page.when_left = lambda where: self._after(skill, where or "", alone=True)
        elif self._start[0] == "home":
            page = self._home()
            page.when_left = lambda _where: self.leave()
        else:
            return super().get_default_screen()
        return page

    def go_plain(self) -> None:
        """Go on in the line face, now and from now on."""
        self.try_saving(lambda: self.desk.set("plain", "yes"))
        self.exit(PLAIN)

    def save_drafts(self) -> None:
        """Keep what is being written, on every screen."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_draft", None)
            if keep is not None:
                keep()

    def try_saving(self, save: Callable[[], object]) -> bool:
        """Do `save`; where that is not possible say so calmly and return False."""
        try:
            save()
        except CopeError as trouble:
            self.tell(trouble.sentence(_))
            return False
        return True

    def tell(self, sentence: str) -> None:
        """Say one sentence that stays for a while and needs no answer."""
        self.notify(sentence, timeout=12, markup=False)

    # screens

    def open_home(self) -> None:
        """Open the doors."""
        self.push_screen(self._home(), lambda _where: self.leave())

    @staticmethod
    def _home() -> Page:
        from copecli.tui.screens.home import Home

        return Home()

    def open_help_now(self) -> None:
        """Open Help now above whatever is there."""
        from copecli.tui.screens.help_now import HelpNowPage

        if not isinstance(self.screen, HelpNowPage):
            self.push_screen(HelpNowPage())

    def open_keys(self, groups: tuple[str, ...]) -> None:
        """Say what each key does here."""
        from copecli.tui.screens.keys import Keys

        if not isinstance(self.screen, Keys):
            self.push_screen(Keys(groups))

    def open_lines(self) -> None:
        """Open the crisis lines, above whatever is there."""
        from copecli.tui.screens.lines import LinesScreen

        self.push_screen(LinesScreen())

    def open_chooser(self) -> None:
        """Choose an exercise, by how it feels."""
        from copecli.tui.screens.chooser import Feelings

        self.push_screen(Feelings())

    def open_plan(self, *, alone: bool = False) -> None:
        """Open the safety plan."""
        from copecli.tui.screens.plan import PlanWay

        self._plan_way = PlanWay(self, alone=alone)
        self._plan_way.open(resume=True)

    def open_plan_anew(self) -> None:
        """Open the plan as it is on the disk now, in the place of what shows it."""
        if self._plan_way is not None:
            # Not on behalf of the screen that asks: it is closed, and what it opened would call back nobody.
            self.call_later(self._plan_way.open_anew)

    def open_map(self, which: tuple[str, ...] = (), *, alone: bool = False) -> None:
        """Begin a trigger map, or open the one of that id."""
        from copecli.tui.screens.maps import open_map

        open_map(self, which, alone=alone)

    def open_check_in(self, kind: str = "check-in", *, alone: bool = False) -> None:
        """Ask how it is, or for a good moment; `alone` means that leaving it leaves the program."""
        from copecli.tui.screens.checkin import open_check_in, open_good

        begin = open_good if kind == "good" else open_check_in
        begin(self, self.leave if alone else lambda: None)

    def open_records(self, kind: str = "") -> None:
        """Open what was written down: its kinds, or the list of one of `written_words.KINDS`."""
        from copecli.tui.screens.records import open_records

        open_records(self, kind)

    def open_report(self, *, alone: bool = False) -> None:
        """Put together what was noted, for an appointment."""
        from copecli.tui.screens.report import open_report

        open_report(self, alone=alone)

    def open_talk(self, kind: str = "talk", *, alone: bool = False) -> None:
        """Find words to talk, or show one's people; `alone` means that leaving it leaves the program."""
        if kind == "people":
            from copecli.tui.screens.people import open_people as begin
        else:
            from copecli.tui.screens.talk import open_talk as begin
        begin(self, alone=alone)

    def open_with_plan(self, kind: str) -> None:
        """Go through the plan, or send it to a phone; leaving that leaves the program."""
        plan = self.desk.read_plan().plan
        if kind == "walk":
            from copecli.tui.screens.walk import open_walk

            open_walk(self, plan, alone=True)
        else:
            from copecli.tui.screens.send import Send

            self.push_screen(Send(plan), lambda _where: self.leave())

    def open_wave(self, minutes: int = 0, *, alone: bool = False) -> None:
        """Ride out an urge; `alone` means that leaving it leaves the program."""
        from copecli.tui.screens.wave import open_wave

        open_wave(self, minutes, alone=alone)

    def open_learn(self, which: tuple[str, ...] = (), *, alone: bool = False) -> None:
        """Open the shelf, the article of that id, or what has the words after an empty id."""
        from copecli.tui.screens.learn import open_learn

        open_learn(self, which, alone=alone)

    def open_more(self) -> None:
        """Open what is one step behind the doors."""
        from copecli.tui.screens.more import More

        self.push_screen(More())

    def play(self, skill: Skill, *, alone: bool = False) -> None:
        """Start an exercise; `alone` means that leaving it leaves the program."""

        def begin() -> None:
            self.push_screen(
                self._player(skill, alone=alone), lambda where: self._after(skill, where or "", alone)
            )

        # Not on behalf of the screen that asks: where it closes now, its end would lead nowhere.
        self.call_later(begin)

    def play_called(self, skill_id: str, *, chosen: bool = False) -> None:
        """Start the exercise of that id; say so calmly where it is not there."""
        try:
            skill = self.desk.skill(skill_id)
            self.play(self.desk.chosen(skill) if chosen else skill)
        except CopeError as trouble:
            self.tell(trouble.sentence(_))

    def _player(self, skill: Skill, *, alone: bool) -> Page:
        from copecli import first_words
        from copecli.tui.screens.player import Player

        made, skill = Player, self.desk.whole(skill)
        if any(isinstance(step, Game) for step in skill.steps):
            from copecli.tui.screens.game_player import GamePlayer

            made = GamePlayer
        return made(self.desk.session(skill), first_words=first_words.ground_lines() if alone else ())

    def _after(self, skill: Skill, where: str, alone: bool) -> None:
        if where == "again":
            self.play(skill, alone=alone)
        elif where == "another":
            self._beneath(alone)
            self.open_chooser()
        elif where in ("person", UNSAFE):
            self._beneath(alone)
            self.open_help_now()
        elif alone:
            self.leave()
        elif where == "rest" and skill.id != WITH_ME:
            self.ask_country_once()

    def _beneath(self, alone: bool) -> None:
        """Lay the doors beneath what comes next, where an exercise was started by itself."""
        if alone:
            self.open_home()

    def ask_country_once(self) -> None:
        """Ask for the country after the first thing that was done, and never again."""
        config = self.desk.config
        asked = config.country or config.country_asked
        if not asked and isinstance(self.screen, Page) and self.screen.asked_above:
            from copecli.tui.screens.country import Country

            self.push_screen(Country(once=True))
