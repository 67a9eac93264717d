"""The drafts' part of the desk: what is being written, kept until it is done.

Invariant: a draft gets in nobody's way; nothing here raises.
"""

from __future__ import annotations

from copecli.core.errors import CopeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copecli.core.plan_asking import Unfinished
    from copecli.system.paths import Paths


class DraftDesk:
    """What both faces do with unfinished words."""

    paths: Paths
    problems: list[CopeError]

    if TYPE_CHECKING:

        @property
        def saving(self) -> bool:
            """Whether anything may be written."""

    def keep_draft(self, name: str, text: str) -> bool:
        """Keep unfinished words.

        Return whether that worked, and never raise: a draft must not get in the way.
        """
        from copecli.system import drafts

        if not self.saving:
            return False
        try:
            drafts.save(self.paths, name, text) if text.strip() else drafts.drop(self.paths, name)
        except CopeError as trouble:
            self.problems.append(trouble)
            return False
        return True

    def draft_names(self) -> tuple[str, ...]:
        """Return the names of what was being written."""
        from copecli.system import drafts

        try:
            return tuple(drafts.names(self.paths))
        except CopeError:
            return ()

    def draft(self, name: str) -> str:
        """Return the unfinished words of that name, or nothing."""
        from copecli.system import drafts

        try:
            return drafts.load(self.paths, name) or ""
        except CopeError:
            return ""

    def keep_answer(self, answer: Unfinished | None) -> None:
        """Keep an answer about the plan that is being typed, or forget it; never raise."""
        from copecli.core.plan_asking import DRAFT

        self.keep_draft(DRAFT, answer.to_draft() if answer else "")

    def unfinished_answer(self) -> Unfinished | None:
        """Return the answer about the plan that was being typed, if any."""
        from copecli.core.plan_asking import DRAFT, unfinished

        return unfinished(self.draft(DRAFT))
