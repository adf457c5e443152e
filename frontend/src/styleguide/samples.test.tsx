import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { SAMPLES } from './samples.tsx'

test.each(SAMPLES.map(({ name, states }) => [name, states] as const))(
  '%s is drawn in each of its states, whatever is missing',
  (_name, states) => {
    const names = states.map(([state]) => state)
    expect(new Set(names).size).toBe(names.length)
    for (const [, shown] of states) {
      const html = renderToStaticMarkup(shown)
      expect(html).not.toBe('')
      expect(html).not.toMatch(/>\s*(?:undefined|null|NaN)\s*</)
      expect(html).not.toMatch(/\sstyle=/)
    }
  },
)
