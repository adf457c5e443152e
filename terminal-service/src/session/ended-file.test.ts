import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeStateFolder } from '../testing/state-folder.ts'
import { openEndedSessions } from './ended-file.ts'
import type { EndedSessions } from './ended-sessions.ts'
import { Ledger } from './ledger.ts'

let stateDir: string
let file: string
let reports: unknown[]

beforeEach(async () => {
  stateDir = await makeStateFolder('ended')
  file = join(stateDir, 'ended.jsonl')
  reports = []
})
afterEach(() => rm(stateDir, { recursive: true, force: true }))

/** As a service does when it starts. */
const start = (max?: number) =>
  openEndedSessions({
    stateDir,
    report: (error) => reports.push(error),
    ...(max === undefined ? {} : { max }),
  })
const past = (sid: string) => {
  const ledger = new Ledger()
  ledger.prompted(12)
  ledger.ran('Five \u{1f37d} eat')
  return ledger.close('shutdown', { sid, demoId: 'd', bytesIn: 1, bytesOut: 2 })
}
const end = (ended: EndedSessions, ...sids: string[]) => {
  for (const sid of sids) ended.add(past(sid))
}
const sids = (ended: EndedSessions, after = 0) => ended.after(after).sessions.map(({ sid }) => sid)
const linesOf = async () => (await readFile(file, 'utf8')).trim().split('\n')

describe('sessions that ended before a restart', () => {
  test('are told as they were, in the same list, those that end later behind them', () => {
    const before = start()
    end(before, 'a', 'b')
    const after = start()
    expect(after.after(0)).toEqual(before.after(0))
    end(after, 'c')
    end(start(), 'd')
    expect(sids(start(), before.after(0).sessions.at(-1)?.seq)).toEqual(['c', 'd'])
    expect([start().after(0).epoch, reports]).toEqual([before.after(0).epoch, []])
  })

  test('that were told and could not be written leave their numbers to no other', async () => {
    const before = start()
    end(before, 'a', 'b')
    const [first] = await linesOf()
    await writeFile(file, `${first}\n`)
    const after = start()
    end(after, 'c')
    expect(sids(after, before.after(0).sessions.at(-1)?.seq)).toEqual(['c'])
  })

  test('lose only the lines that are damaged, and what is left is written whole', async () => {
    end(start(), 'a', 'b', 'c')
    const [a, b, c] = await linesOf()
    const wrong = b?.replace('"bytesIn":1', '"bytesIn":-1')
    await writeFile(file, `${a}\n${wrong}\n\0\xff{]\n${c}\n${a?.slice(0, 40)}`)
    const after = start()
    expect([sids(after), reports.length]).toEqual([['a', 'c'], 1])
    end(after, 'd')
    expect([sids(start()), reports.length]).toEqual([['a', 'c', 'd'], 1])
  })

  test('begin a new list when nothing is left of it', async () => {
    const before = start()
    end(before, 'a')
    await writeFile(file, 'nonsense')
    const after = start()
    expect(after.after(0).sessions).toEqual([])
    expect(after.after(0).epoch).not.toBe(before.after(0).epoch)
  })

  test('are so many at most, in memory and in the file, which only we may read', async () => {
    const ended = start(3)
    for (let index = 0; index < 20; index += 1) {
      end(ended, `s${index}`)
      expect((await linesOf()).length).toBeLessThanOrEqual(6)
    }
    expect(sids(start(3))).toEqual(['s17', 's18', 's19'])
    expect((await linesOf()).length).toBe(3)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(stateDir)).toEqual(['ended.jsonl'])
  })

  test('are told all the same when their folder is gone, which is reported once', async () => {
    const ended = start()
    end(ended, 'a')
    await rm(stateDir, { recursive: true })
    end(ended, 'b', 'c')
    expect([sids(ended), reports.length]).toEqual([['a', 'b', 'c'], 1])
  })

  test('are all written once the disk takes them again', async () => {
    const ended = start()
    end(ended, 'a')
    const line = await readFile(file, 'utf8')
    await rm(file)
    // Nobody, root neither, can append to a folder.
    await mkdir(file)
    end(ended, 'b')
    await rm(file, { recursive: true })
    await appendFile(file, line)
    end(ended, 'c')
    expect([sids(start()), reports.length]).toEqual([['a', 'b', 'c'], 1])
  })
})
