import { expect, test } from '@jest/globals'
import { fr } from './fr.ts'

const textsOf = (said: unknown): string[] => {
  if (typeof said === 'string') return [said]
  if (typeof said === 'function') return textsOf(said(...Array(said.length).fill('x')))
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsOf) : []
}

test('the French catalogue is set as French is', () => {
  const texts = textsOf(fr)
  expect(texts.length).toBeGreaterThan(200)
  // A narrow no-break space before these and inside quotation marks; curly apostrophes; one sign for three dots.
  const wrong = /(?<!\u202f)(?:[;:!?%»](?!\w)|(?<=«)(?!\u202f))|[\u00a0"'`]|\.{3}|\u2019\u2019/
  expect(texts.filter((text) => wrong.test(text))).toEqual([])
})
