import { expect, test } from '@jest/globals'
import { fakePayload } from '../../../../tests/support/plugin/fake-payload.ts'
import { type Stored, storeRecording } from './store.ts'

const STORED: Stored = {
  session: 'one',
  demo: 'demo-1',
  kind: 'demo',
  title: 'Dinner',
  cast: { cols: 80, rows: 24, events: [] },
}

/** As Payload says it, by shape. */
const taken = (path: string) =>
  Object.assign(new Error('The following field is invalid'), { data: { errors: [{ path }] } })

/** A database that has a document of the session by the time that ours is written. */
const racing = (error: Error) => {
  const cms = fakePayload()
  cms.payload.create = (async () => {
    cms.documents['terminal-recordings'] = [{ id: 'first', session: 'one' }]
    throw error
  }) as never
  return cms.payload
}

test('who saves a session at the same time as somebody else is answered the document there is', async () => {
  const payload = racing(taken('session'))
  expect(await storeRecording(payload, 'demos', STORED)).toBe('first')
})

test('any other refusal of the database is told', async () => {
  const refusal = taken('title')
  await expect(storeRecording(racing(refusal), 'demos', STORED)).rejects.toBe(refusal)
})
