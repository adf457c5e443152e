// A browser that starts and then answers nothing.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { drawInBrowser } from './browser.ts'
import type { DrawOrder } from './draw.ts'

/** Speaks as much of the protocol as it takes to be taken for a Chromium. */
const FROZEN = String.raw`#!${process.execPath}
const { createReadStream, writeSync } = require('node:fs')
const VERSION = { product: 'Chrome/140.0.0.0', protocolVersion: '1.3', userAgent: '', revision: '', jsVersion: '' }
let text = ''
createReadStream('', { fd: 3 }).on('data', (chunk) => {
  text += chunk
  for (let end = text.indexOf('\0'); end >= 0; end = text.indexOf('\0')) {
    const { id, method } = JSON.parse(text.slice(0, end))
    text = text.slice(end + 1)
    if (method === 'Browser.close') process.exit(0)
    if (method === 'Target.createBrowserContext') continue
    writeSync(4, JSON.stringify({ id, result: method === 'Browser.getVersion' ? VERSION : {} }) + '\0')
  }
})
setInterval(() => undefined, 1000)
`

let folder: string
let chromiumPath: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shellfolio-chromium-'))
  chromiumPath = join(folder, 'chromium')
  await writeFile(chromiumPath, FROZEN)
  await chmod(chromiumPath, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('it is given up, and the next drawing gets its turn', async () => {
  const orders = [{}] as DrawOrder[]
  const draw = () => drawInBrowser(orders, { chromiumPath, answerMs: 200 })
  const both = await Promise.allSettled([draw(), draw()])
  for (const outcome of both) {
    expect(outcome).toMatchObject({ reason: { name: 'NoBrowser' } })
    expect(`${(outcome as PromiseRejectedResult).reason.message}`).toContain('does not answer')
  }
}, 20_000)
