import { expect, test } from '@jest/globals'
import { countryOf } from './options.ts'

const saying = (said: string | undefined) =>
  countryOf({ country: (headers) => headers.get('x-country') ?? said }, new Headers())

test('a country is two letters, and anything else is none', () => {
  expect(['FR', 'fr', 'FRA', 'T1', '', 'F\n', undefined].map(saying)).toEqual([
    'FR',
    'FR',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('nobody’s country is known unless the host says it', () => {
  expect(countryOf({}, new Headers({ 'cf-ipcountry': 'FR' }))).toBeUndefined()
})
