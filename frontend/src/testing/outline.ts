// What must hold on every page: one title, no level skipped, every id once, every reference to an id kept.
import { expect } from '@jest/globals'

/** Levels of all headings, in order. */
const levels = (html: string) =>
  Array.from(html.matchAll(/<h([1-6])[ >]/g), ([, level]) => Number(level))

export const expectOutline = (html: string): void => {
  const all = levels(html)
  expect(all.filter((level) => level === 1)).toHaveLength(1)
  all.forEach((level, index) => {
    expect(level).toBeLessThanOrEqual((all[index - 1] ?? 0) + 1)
  })
}

export const expectSoundIds = (html: string): void => {
  const ids = Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const references = html.matchAll(/ (?:aria-labelledby|aria-describedby|for)="([^"]+)"/g)
  for (const [, list = ''] of references) {
    for (const id of list.split(' ')) expect(ids).toContain(id)
  }
}
