"""What an idea may need that is not always there: money, daylight, a network. A guess from single words.

Invariant: it only ever leads to a question. The words are English; an idea in another language needs nothing
as far as this knows, and nothing is said about it.
"""

from __future__ import annotations

NEEDS = {
    "money": (
        "bar", "buy", "cafe", "café", "cinema", "gym", "pub", "restaurant", "shop", "shopping", "shops",
        "store", "taxi", "ticket", "tickets",
    ),
    "daylight": (
        "beach", "daylight", "daytime", "library", "museum", "park", "playground", "sun", "sunlight", "sunny",
        "sunrise", "sunset", "sunshine",
    ),
    "network": (
        "discord", "facebook", "instagram", "internet", "netflix", "online", "podcast", "podcasts", "reddit",
        "spotify", "stream", "streaming", "tiktok", "twitch", "website", "whatsapp", "wi-fi", "wifi",
        "youtube",
    ),
}  # fmt: skip
"""Words that hint at a need, in lower case."""


def needs_of(text: str) -> frozenset[str]:
    """Return which of NEEDS the words of `text` hint at."""
    words = {word.strip(".,;:!?()[]“”‘’\"'") for word in text.casefold().replace("/", " ").split()}
    return frozenset(need for need, signs in NEEDS.items() if words.intersection(signs))
