"""The safety plan as one web page that needs nothing else: for a phone, a screen reader, any printer.

Invariant: no script, no outside resource, and nothing that a person wrote is ever markup. Each colour keeps a
contrast of 7 to 1 with what it stands on, in light and in dark.
"""

from __future__ import annotations

from copecli.core.cells import right_to_left
from copecli.documents.dialled import dialled
from copecli.documents.outline import CALL, NOTE, PHONE, SKILL, SMS, outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copecli.core.plan import Plan
    from copecli.documents.outline import Detail, Entry, Part

LANGUAGE = "en"

LIGHT = {"paper": "#ffffff", "ink": "#1a1a1a", "quiet": "#474747", "link": "#0b4480"}
DARK = {"paper": "#16181c", "ink": "#ececec", "quiet": "#c6cad1", "link": "#a6cdff"}
"""Colours by what they are for; the first is what the others stand on."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root{color-scheme:light dark;%(light)s}
@media (prefers-color-scheme:dark){:root{%(dark)s}}
*{box-sizing:border-box}
html{font:%(size)s/1.5 system-ui,sans-serif;-webkit-text-size-adjust:100%%;text-size-adjust:100%%}
body{margin:0 auto;max-width:44em;padding:1em;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
h1{font-size:1.6em;line-height:1.2;margin:0 0 .5em}
h2{font-size:1.15em;line-height:1.3;margin:1.4em 0 .3em;break-after:avoid}
p{margin:.3em 0}
ul{margin:0;padding-inline-start:1.3em}
li{margin:.4em 0;break-inside:avoid}
li[dir=rtl]{margin-inline-start:1.3em}
li[dir=rtl] p{text-align:right}
.danger{border:.15em solid var(--ink);padding:.5em .7em;font-weight:bold}
.own{white-space:pre-line}
.detail{color:var(--quiet)}
.number{font-size:1.15em}
.number bdi{font-weight:bold}
.number a{display:inline-block;padding:.35em 0}
a{color:var(--link)}
a:focus-visible{outline:.2em solid var(--link);outline-offset:.1em}
footer{margin-top:2em;color:var(--quiet);font-size:.9em}
@page{%(page)smargin:14mm}
@media print{:root{%(light)s}html{font-size:%(printed)s;line-height:1.3}
body{max-width:none;padding:0}p{margin:.1em 0}
h2{margin-top:.8em}li{margin:.2em 0}.number a{padding:0}a{color:inherit;text-decoration:none}
footer{margin-top:1em;break-before:avoid}}
"""


def plan_as_html(
    plan: Plan, *, paper: str = "", large: bool = False, for_helper: bool = False, danger: str = ""
) -> str:
    """Return the whole plan as a page; `paper` is a4, letter or what the printer has."""
    sheet = outline(plan, for_helper=for_helper, danger=danger)
    missing = [f'<p class="detail">{escaped(sheet.missing)}</p>'] if sheet.missing else []
    return whole_page(
        sheet.title,
        [f'<p class="danger">{escaped(sheet.danger)}</p>'],
        [*map(_part, sheet.parts), *missing],
        sheet.closing,
        paper=paper,
        large=large,
    )


def whole_page(
    title: str,
    opening: Iterable[str],
    main: Iterable[str],
    closing: Iterable[str],
    *,
    paper: str = "",
    large: bool = False,
    more_style: str = "",
) -> str:
    """Return a page; `opening` and `main` are markup, `title` and `closing` are words."""
    style = _STYLE % {
        "light": _colours(LIGHT),
        "dark": _colours(DARK),
        "size": "150%" if large else "112.5%",
        "printed": "18pt" if large else "11pt",
        "page": f"size:{paper};" if paper else "",
    }
    shown = escaped(title)
    rows = [
        "<!doctype html>",
        f'<html lang="{LANGUAGE}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        '<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">',
        f"<title>{shown}</title><style>{style}{more_style}</style></head>",
        f"<body><header><h1>{shown}</h1>{''.join(opening)}</header>",
        "<main>",
        *main,
        "</main><footer>",
        *(f"<p>{escaped(sentence)}</p>" for sentence in closing),
        "</footer></body></html>",
    ]
    return "\n".join(rows) + "\n"


def _colours(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def _part(part: Part) -> str:
    rows = [*map(_entry, part.entries), *(f"<li>{_detail(detail)}</li>" for detail in part.details)]
    return f"<section><h2>{escaped(part.title)}</h2>\n<ul>\n" + "\n".join(rows) + "\n</ul></section>"


def _entry(entry: Entry) -> str:
    text = f'<p class="own" dir="auto">{escaped(entry.text)}</p>' if entry.text else ""
    dials = not entry.not_safe  # nobody is called by a slip of the thumb
    details = "".join(_detail(detail, dials=dials) for detail in entry.details)
    way = ' dir="rtl"' if right_to_left(entry.text) else ""
    return f"<li{way}>{text}{details}</li>"


def _detail(detail: Detail, *, dials: bool = True) -> str:
    label = f"{escaped(detail.label)}: " if detail.label else ""
    if detail.kind in (PHONE, CALL, SMS):
        number = _linked(detail.value, "sms" if detail.kind == SMS else "tel", dials)
        look = "number" if dials or detail.kind != PHONE else "detail"
        return f'<p class="{look}" dir="ltr">{label}<bdi class="own">{number}</bdi></p>'
    if detail.kind == SKILL:
        return f'<p class="detail" dir="ltr">{label}<code>{escaped(detail.value)}</code></p>'
    if detail.kind == NOTE:
        return f'<p class="detail" dir="ltr">{escaped(detail.value)}</p>'
    value = f'<span class="own" dir="auto">{escaped(detail.value)}</span>'
    return f'<p class="detail" dir="ltr">{label}{value}</p>'


def _linked(written: str, scheme: str, dials: bool) -> str:
    """Return a number with a link for each that a phone can dial."""
    return "".join(
        f'<a href="{scheme}:{digits}">{escaped(part)}</a>' if digits and dials else escaped(part)
        for part, digits in dialled(written)
    )


def escaped(text: str) -> str:
    """Return words in which nothing is markup."""
    for found, instead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(found, instead)
    return text
