// The whole catalogue once more where the service is not root, as in a container: the same verdicts.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CATALOGUE } from './catalogue/index.ts'
import { joined, specFor, textOf } from './support/sandboxes.ts'
import { openUnprivileged, type Unprivileged } from './support/unprivileged.ts'

let unprivileged: Unprivileged
beforeAll(async () => {
  unprivileged = await openUnprivileged()
})
afterAll(() => unprivileged.close())

describe('In a sandbox of a service that is not root, a visitor is refused', () => {
  test('nothing that is harmless, and the service is nobody’s', async () => {
    expect(unprivileged.status.available).toBe(true)
    expect(unprivileged.uid).not.toBe(0)
    expect(unprivileged.groups).not.toContain(0)
    const run = await unprivileged.run(specFor(unprivileged.template, 'echo hi'))
    expect(textOf(run)).toBe('hi')
  })

  test.each(CATALOGUE)('$title', async ({ script, verdict, flags }) => {
    const spec = specFor(unprivileged.template, joined(script), {}, flags)
    expect(textOf(await unprivileged.run(spec))).toMatch(verdict)
  })
})
