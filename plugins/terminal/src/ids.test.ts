import { expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { isPossibleId, ownId } from './ids.ts'

const payload = (db: object, customIDType?: string) =>
  ({ db, collections: { demos: { customIDType } } }) as unknown as Payload

const SERIAL = payload({ defaultIDType: 'number', idType: 'serial' })
const UUIDS = payload({ defaultIDType: 'text', idType: 'uuid' })
const OBJECT_IDS = payload({ defaultIDType: 'text' })
const OWN_NAMES = payload({ defaultIDType: 'number', idType: 'serial' }, 'text')
const UUID = '0190163d-8694-739b-aea5-966c26f8ad91'

test.each([
  ['numbers', SERIAL, ['1', '2147483647'], ['', 'x', '-1', '1.5', '1e3', '2147483648', UUID]],
  ['UUIDs', UUIDS, [UUID, UUID.toUpperCase()], ['', '1', 'nowhere', `${UUID}0`]],
  ['text', OBJECT_IDS, ['65f1a0', 'nowhere'], []],
  ['names of the collection’s own', OWN_NAMES, ['nowhere', '1'], []],
])('%s are told from what could be no id', (_, host, possible, impossible) => {
  expect(possible.filter((id) => !isPossibleId(host, 'demos', id))).toEqual([])
  expect(impossible.filter((id) => isPossibleId(host, 'demos', id))).toEqual([])
})

test('an id is a number where documents have numbers', () => {
  const ids = [SERIAL, UUIDS, OBJECT_IDS, OWN_NAMES].map((host) => ownId(host, 'demos', '7'))
  expect(ids).toEqual([7, '7', '7', '7'])
})
