// Sandboxes on a system tree of their own, as production has them: the script leaves nothing in it, and nobody gets out of it.
import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CATALOGUE } from './catalogue/index.ts'
import type { Row } from './catalogue/row.ts'
import { joined, openPlayground, type Playground, textOf } from './support/sandboxes.ts'
import { buildSystemTree } from './support/system-tree.ts'

let playground: Playground
let root: string
beforeAll(async () => {
  playground = await openPlayground(buildSystemTree)
  root = join(playground.folder, 'root')
})
afterAll(() => playground.close())

const see = async (script: string) => textOf(await playground.run(joined(script)))

describe('The script that builds the tree', () => {
  const everything = () =>
    readdirSync(root, { recursive: true }).map((name) => {
      const stats = lstatSync(join(root, String(name)))
      return { name: String(name), stats, isLink: stats.isSymbolicLink() }
    })

  test('leaves no program that changes its user, no device, no pipe, nothing that others may write', () => {
    const found = everything()
    expect(found.length).toBeGreaterThan(50)
    const suspicious = found.filter(
      ({ stats, isLink }) =>
        !isLink && ((stats.mode & 0o7022) !== 0 || !(stats.isFile() || stats.isDirectory())),
    )
    expect(suspicious.map(({ name }) => name)).toEqual([])
  })

  test('leaves no account, no key and nothing of how it was made', () => {
    for (const name of ['etc/shadow', 'root', 'boot', 'opt', 'home/builder']) {
      expect(existsSync(join(root, name))).toBe(false)
    }
    for (const name of ['var', 'usr/local', 'usr/src', 'dev', 'tmp', 'home/visitor']) {
      expect(readdirSync(join(root, name))).toEqual([])
    }
  })

  test('leaves a tree that is there alone, and no half of one that failed', () => {
    expect(() => buildSystemTree(root)).toThrow(/exists already/)
    expect(existsSync(join(root, 'usr/bin/bash'))).toBe(true)
    const other = join(playground.folder, 'failed')
    expect(() => buildSystemTree(other, { FAIL: 'yes' })).toThrow()
    expect([existsSync(other), existsSync(`${other}.partial`)]).toEqual([false, false])
  })
})

describe('In a sandbox on that tree', () => {
  test('the service’s own test passes', () => {
    expect(playground.host.status).toMatchObject({ available: true })
  })

  test('the tree is seen and the host is not', async () => {
    expect(
      await see('cat /usr/share/of-the-tree; cat /etc/hostname; ls /usr/local; type perl'),
    ).toBe('x\nsandbox\n/bin/bash: line 2: type: perl: not found')
    expect(await see('echo /*')).toBe(
      '/bin /dev /etc /home /lib /lib64 /proc /run /sbin /srv /sys /tmp /usr /var',
    )
  })

  test('every attempt of the catalogue is refused', async () => {
    const rest = [...CATALOGUE]
    const succeeded: { title: string; text: string }[] = []
    const attempt = async ({ title, script, verdict, flags }: Row) => {
      const text = textOf(await playground.run(joined(script), {}, flags))
      if (!verdict.test(text)) succeeded.push({ title, text })
    }
    const work = async () => {
      for (let row = rest.shift(); row; row = rest.shift()) await attempt(row)
    }
    await Promise.all([work(), work(), work(), work()])
    expect(succeeded).toEqual([])
  })
})
