import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { SAMPLES } from './samples.tsx'

test.each(SAMPLES.map(({ name, states }) => [name, states] as const))(
  '%s is drawn in each of its states, whatever is missing',
  (_name, states) => {
    const names = states.map(([state]) => state)
    expect(names).not.toEqual([])
    expect(new Set(names).size).toBe(names.length)
    for (const [, shown] of states) {
      const html = renderToStaticMarkup(shown)
      expect(html).not.toBe('')
      expect(html).not.toMatch(/>\s*(?:undefined|null|NaN)\s*</)
      expect(html).not.toMatch(/\sstyle=/)
    }
  },
)

/** Why a component has no sample. */
const WITHOUT: Record<string, string> = {
  'demo-frame': 'It is the frame of a whole document.',
  page: 'It is the frame of a whole document.',
  said: 'It is never seen.',
}

const SOURCES = join(import.meta.dirname, '..')
const COMPONENTS = join(SOURCES, 'components')

/** Every module that the samples are made of. */
const reached = new Set<string>()
const reach = (file: string) => {
  if (reached.has(file)) return
  reached.add(file)
  const source = readFileSync(file, 'utf8')
  for (const [, path = ''] of source.matchAll(
    /^(?:import|\} from) (?!type\b).*?'(\.[^']+\.tsx?)'$/gm,
  )) {
    const next = join(dirname(file), path)
    if (next.startsWith(SOURCES)) reach(next)
  }
}
reach(join(import.meta.dirname, 'samples.tsx'))

const html = SAMPLES.flatMap(({ states }) =>
  states.map(([, shown]) => renderToStaticMarkup(shown)),
).join()
const classes = new Set(
  Array.from(html.matchAll(/\sclass="([^"]*)"/g), ([, names = '']) => names.split(' ')).flat(),
)

/** A folder with a style sheet is drawn where something has one of its classes. */
const isDrawn = (folder: string): boolean => {
  const files = readdirSync(join(COMPONENTS, folder)).map((file) => join(COMPONENTS, folder, file))
  const modules = files.filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
  const css = files
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(file, 'utf8'))
  const styled = Array.from(css.join().matchAll(/\.([a-z][\w-]*)/g), ([, name = '']) => name)
  return (
    (modules.length === 0 || modules.some((file) => reached.has(file))) &&
    (styled.length === 0 || styled.some((name) => classes.has(name)))
  )
}

test('every component has a sample, or a reason for having none', () => {
  const folders = readdirSync(COMPONENTS)
  expect(folders.length).toBeGreaterThan(50)
  expect(folders.filter((folder) => !isDrawn(folder)).sort()).toEqual(Object.keys(WITHOUT).sort())
})
