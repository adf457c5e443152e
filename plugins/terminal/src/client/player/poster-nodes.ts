// A poster as nodes of a page: spans with known classes and text, whatever the text says. Nothing is parsed as HTML.

const TOKEN = /<span class="([a-z0-9 ]*)">|<\/span>|&(amp|lt|gt|quot|#39);|[^<&]+|[<&]/g
const CLASS = /^(?:[fb]\d{1,3}|bold|dim|italic|underline|strike|inverse)$/
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

export type PosterRun = { classes: string[]; text: string }

/** What the poster's HTML says: runs of text, each with its classes. What is no span of ours is text. Pure. */
export const posterRuns = (html: string): PosterRun[] => {
  const runs: PosterRun[] = []
  let classes: string[] = []
  let isNew = true
  const add = (text: string) => {
    const last = runs.at(-1)
    if (last && !isNew) last.text += text
    else runs.push({ classes, text })
    isNew = false
  }
  for (const [token, names, entity] of html.matchAll(TOKEN)) {
    if (names !== undefined || token === '</span>') {
      classes = (names ?? '').split(' ').filter((name) => CLASS.test(name))
      isNew = true
    } else add(entity === undefined ? token : (ENTITIES[entity] ?? ''))
  }
  return runs
}

/** Fills `host`, which has the class `terminal-poster` for poster.css. */
export const showPoster = (host: HTMLElement, html: string): void => {
  host.replaceChildren(
    ...posterRuns(html).map(({ classes, text }) => {
      if (classes.length === 0) return document.createTextNode(text)
      const span = document.createElement('span')
      span.className = classes.join(' ')
      span.textContent = text
      return span
    }),
  )
}
