"""How a printed plan looks, in typst's language; what it says comes in as JSON and is never read as markup.

Invariant: a number is never broken, and each list, heading and link is marked as what it is, for those who
listen to the page.
"""

from __future__ import annotations

_SHARED = """
#let plan = json(bytes(sys.inputs.plan))
#let size = float(sys.inputs.size) * 1pt
#set document(title: plan.title, date: none)
#set text(font: plan.fonts, fallback: false, lang: plan.language, size: size, hyphenate: false)
#let own(it) = {
  let lines = it.text.split("\\n").join(linebreak())
  if it.rtl { align(right, text(dir: rtl, lines)) } else { lines }
}
#let number(parts) = parts.map(it => {
  let shown = if it.whole { box(it.text) } else { it.text }
  if it.to == "" { shown } else { link(it.to, shown) }
}).join()
"""

PAGES = (
    _SHARED
    + """
#set page(paper: sys.inputs.paper, margin: (x: 16mm, y: 14mm), footer: context {
  let last = counter(page).final().first()
  if last > 1 { align(right, text(0.85em, counter(page).display() + " / " + str(last))) }
})
#set par(leading: 0.5em, spacing: 0.55em)
#set list(spacing: 0.6em, indent: 0.2em, marker: [•])
#show heading.where(level: 1): set text(1.5em)
#show heading.where(level: 2): set text(1.05em)
#show heading.where(level: 2): set block(above: 1em, below: 0.5em)
#show heading: set text(weight: "bold")

#heading(level: 1, plan.title)
#block(stroke: 0.1em, inset: 0.5em, width: 100%, strong(plan.danger))
#let detail(it) = {
  let label = if it.label == "" [] else { it.label + ": " }
  if it.parts.len() > 0 { label + strong(number(it.parts)) }
  else if it.rtl and it.label == "" { own(it) }
  else if it.rtl { label + text(dir: rtl, it.text.split("\\n").join(linebreak())) }
  else { label + own(it) }
}
#for part in plan.parts {
  heading(level: 2, part.title)
  list(
    ..part.entries.map(it => block(breakable: it.long, width: 100%, {
      own(it)
      if it.phone.len() > 0 { if it.rtl { parbreak() } else { h(1em, weak: true) }; strong(number(it.phone)) }
      for line in it.lines { parbreak(); line.map(detail).join([ · ]) }
    })),
    ..part.details.map(detail),
  )
}
#if plan.missing != "" { block(above: 1em, plan.missing) }
#block(above: 1.2em, text(0.85em, plan.closing.join(" ")))
#context [#metadata((pages: counter(page).final().first())) <told>]
"""
)

CARD = (
    _SHARED
    + """
#let wide = 85.6mm
#let high = 54mm
#set page(paper: sys.inputs.paper, margin: 20mm)
#set par(leading: 0.35em, spacing: 0.4em)
#show heading: set text(1em, weight: "bold")
#show heading: set block(above: 0.5em, below: 0.3em)
#let row(it) = {
  own(it)
  for each in it.numbers { h(0.6em, weak: true); strong(number(each)) }
}
#let part(it) = {
  heading(level: 2, it.title)
  list(tight: true, spacing: 0.4em, marker: [•], body-indent: 0.3em, ..it.rows.map(row))
}
#let face(it) = {
  set block(above: 0.5em)
  if it.head != "" { heading(level: 1, it.head) }
  if it.danger != "" { strong(it.danger) }
  it.parts.map(part).join()
}
#let side(it) = block(width: wide, height: high, inset: 3mm, clip: false, face(it))
#set text(size: 11pt)
#text(10pt, plan.edge)
#v(4mm)
#block(stroke: (paint: luma(40%), thickness: 0.4pt, dash: "dashed"), width: wide, height: 2 * high, {
  set text(size: size)
  set block(above: 0pt, below: 0pt)
  let fold = (paint: luma(40%), thickness: 0.3pt, dash: "dotted")
  place(top + left, dy: high, line(length: wide, stroke: fold))
  side(plan.front)
  side(plan.back)
})
#v(4mm)
#text(10pt, plan.rest)
#context {
  let high-of(it) = measure(width: wide - 6mm, { set text(size: size); face(it) }).height
  let fits = (plan.front, plan.back).all(it => high-of(it) <= high - 6mm)
  [#metadata((fits: fits)) <told>]
}
"""
)
