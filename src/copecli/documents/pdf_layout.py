"""How a printed plan or report looks, in typst's language; what it says comes in as JSON, never as markup.

Invariant: a number is never broken, and each list, heading and link is marked as what it is, for those who
listen to the page.
"""

from __future__ import annotations

_SHARED = """
#let plan = json(bytes(sys.inputs.plan))
#let size = float(sys.inputs.size) * 1pt
#set document(title: plan.title, date: none)
#set text(font: plan.fonts, fallback: false, lang: plan.language, size: size, hyphenate: false)
#let lines(it) = it.text.split("\\n").join(linebreak())
#let own(it) = text(dir: if it.rtl { rtl } else { ltr }, lines(it))
#let number(parts, loud) = text(dir: ltr, parts.map(it => {
  let shown = if it.whole { box(loud(it.text)) } else { it.text }
  if it.to == "" { shown } else { link(it.to, shown) }
}).join())
#let in-a-box(rtl, parts, it) = {
  // one number after the other, as they were written, though the line goes the other way
  let length = parts.map(part => part.text.clusters().len()).sum(default: 0)
  if rtl and length <= 28 { box(it) } else { it }
}
"""

PROBE = _SHARED + "#plan.text #strong(plan.text)"
"""Shows whether the fonts have some characters."""

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
#let loud(it) = strong(text(1.1em, it))
#let detail(it) = {
  if it.label != "" { it.label + ": " }
  if it.parts.len() == 0 { own(it) } else { number(it.parts, if it.strong { loud } else { it => it }) }
}
#let entry(it) = block(breakable: it.long, width: 100%, {
  own(it)
  if it.phone.len() > 0 { h(1em, weak: true); in-a-box(it.rtl, it.phone, number(it.phone, loud)) }
  set text(dir: ltr)
  set align(if it.rtl { right } else { left })
  for line in it.lines { parbreak(); line.map(detail).join([ · ]) }
})
#let one-way(run) = {
  set text(dir: if run.rtl { rtl } else { ltr })
  list(..run.rows.map(entry))
}
#for part in plan.parts {
  heading(level: 2, part.title)
  part.runs.map(one-way).join()
  if part.details.len() > 0 { list(..part.details.map(detail)) }
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
#let edge = 3mm
#set page(paper: sys.inputs.paper, margin: 20mm)
#let row(it) = {
  own(it)
  for each in it.numbers { h(0.6em, weak: true); in-a-box(it.rtl, each, number(each, strong)) }
}
#let part(it) = {
  heading(level: 2, it.title)
  for run in it.runs {
    set text(dir: if run.rtl { rtl } else { ltr })
    list(tight: true, spacing: 0.45em, marker: [•], body-indent: 0.3em, ..run.rows.map(row))
  }
}
#let face(it) = {
  set text(size: size)
  set par(leading: 0.4em, spacing: 0.45em)
  set block(above: 0.45em, below: 0.45em)
  show heading.where(level: 1): set text(0.86em)
  show heading.where(level: 2): set text(0.86em)
  show heading: set block(above: 0.85em, below: 0.4em)
  if it.head != "" { heading(level: 1, it.head) }
  if it.danger != "" { block(strong(it.danger)) }
  it.parts.map(part).join()
}
#let side(it) = block(width: wide, height: high, inset: edge, above: 0pt, below: 0pt, face(it))
#set text(size: 11pt)
#text(10pt, plan.edge)
#v(4mm)
#block(stroke: (paint: luma(40%), thickness: 0.4pt, dash: "dashed"), width: wide, height: 2 * high, {
  let fold = (paint: luma(40%), thickness: 0.3pt, dash: "dotted")
  place(top + left, dy: high, line(length: wide, stroke: fold))
  side(plan.front)
  side(plan.back)
})
#v(4mm)
#text(10pt, plan.rest)
#context {
  let high-of(it) = measure(width: wide - 2 * edge, face(it)).height
  let fits = (plan.front, plan.back).all(it => high-of(it) <= high - 2 * edge)
  [#metadata((fits: fits)) <told>]
}
"""
)

REPORT = (
    _SHARED
    + """
#set page(paper: sys.inputs.paper, margin: (x: 18mm, y: 16mm), footer: context {
  let last = counter(page).final().first()
  if last > 1 { align(right, text(0.85em, counter(page).display() + " / " + str(last))) }
})
#set par(leading: 0.55em, spacing: 0.6em)
#set list(spacing: 0.6em, indent: 0.2em, marker: [•])
#show heading.where(level: 1): set text(1.5em)
#show heading.where(level: 2): set text(1.1em)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.6em)
#show heading: set text(weight: "bold")

#heading(level: 1, plan.title)
#for it in plan.opening { par(it) }
#for it in plan.letter { block(above: 1.1em, below: 1.1em, text(1.15em, own(it))) }
#let stop(it) = {
  it.title
  if it.texts.len() > 0 { list(marker: [–], ..it.texts.map(own)) }
}
#let entry(it) = block(breakable: it.long, width: 100%, {
  if it.head != "" { strong(it.head); h(0.7em, weak: true) }
  own(it)
  for each in it.below { parbreak(); own(each) }
  if it.stops.len() > 0 {
    block(inset: (left: 0.7em, y: 0.2em), stroke: (left: 0.08em), list(..it.stops.map(stop)))
  }
})
#for it in plan.chapters {
  heading(level: 2, it.title)
  if it.lead != "" { par(it.lead) }
  for run in it.runs {
    set text(dir: if run.rtl { rtl } else { ltr })
    list(..run.rows.map(entry))
  }
  if it.picture != "" {
    // not read aloud: the words below say the same
    pdf.artifact(block(breakable: false, above: 0.9em, below: 0.9em, {
      set text(font: plan.mono, size: 0.9em)
      set par(leading: 0.15em)
      it.picture.split("\\n").map(line => line.replace(" ", "\\u{a0}")).join(linebreak())
    }))
  }
  if it.beside != "" { par(it.beside) }
}
#block(above: 1.6em, text(0.85em, plan.closing))
"""
)
