// Which fields get an input of our own.
import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { PLAIN_INPUT, withPlainInputs } from './plain-inputs.ts'

const inputs = (fields: Field[]): unknown[] =>
  JSON.stringify(fields).match(new RegExp(PLAIN_INPUT, 'g')) ?? []

test('fields for code and JSON are typed in a plain text area, however deep they lie', () => {
  const json: Field = { name: 'found', type: 'json' }
  const fields: Field[] = [
    json,
    { type: 'tabs', tabs: [{ label: 'Source', fields: [{ name: 'source', type: 'code' }] }] },
    { name: 'runs', type: 'array', fields: [{ type: 'row', fields: [json] }] },
    { name: 'title', type: 'text' },
  ]
  expect(inputs(withPlainInputs(fields))).toHaveLength(3)
  expect(inputs(fields)).toEqual([])
})

test('a component that a field has already stays', () => {
  const own: Field = { name: 'own', type: 'json', admin: { components: { Field: '/own#Own' } } }
  expect(withPlainInputs([own])).toEqual([own])
})
