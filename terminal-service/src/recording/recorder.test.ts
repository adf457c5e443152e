// Recordings on a real disk, on a full one, after a crash, and within their bounds.
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../testing/client.ts'
import { openRecorder, type RecorderOptions, type RecordingFile } from './recorder.ts'
import { openRecordings } from './store.ts'

const eventsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line))

let stateDir = ''
let folder = ''
let faults: unknown[] = []
const report = (error: unknown) => faults.push(error)

beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'recordings-'))
  folder = join(stateDir, 'recordings')
  await mkdir(folder)
  faults = []
})
afterEach(() => rm(stateDir, { recursive: true, force: true }))

const record = (options: Partial<RecorderOptions> = {}) =>
  openRecorder({
    folder,
    sid: 'one',
    size: { cols: 80, rows: 24 },
    maxBytes: 100_000,
    maxMs: 60_000,
    startMs: 0,
    onFull: () => undefined,
    report,
    ...options,
  })

describe('a recorder', () => {
  test('writes a part and names it a cast at the end', async () => {
    const recorder = await record()
    recorder.output(Buffer.from('hello '), 10)
    recorder.resized(100, 30, 20)
    recorder.output(Buffer.from([0xe2, 0x82]), 30)
    await eventually('the first lines', async () =>
      (await readFile(join(folder, 'one.part'), 'utf8')).includes('hello'),
    )
    recorder.output(Buffer.from([0xac]), 40)
    const end = await recorder.close(50)
    const text = await readFile(join(folder, 'one.cast'), 'utf8')
    expect(end).toEqual({
      path: join(folder, 'one.cast'),
      bytes: Buffer.byteLength(text),
      isWhole: true,
    })
    expect(eventsOf(text)).toEqual([
      [0.01, 'o', 'hello '],
      [0.02, 'r', '100x30'],
      [0.04, 'o', '€'],
    ])
    expect(await readdir(folder)).toEqual(['one.cast'])
    recorder.output(Buffer.from('late'), 60)
    expect(await recorder.close()).toEqual(end)
  })

  test('stops at its size, says so in the cast and calls once', async () => {
    let calls = 0
    const recorder = await record({ maxBytes: 4000, onFull: () => (calls += 1) })
    for (let ms = 1; ms < 100; ms += 1) recorder.output(Buffer.alloc(100, 'x'), ms)
    expect([calls, recorder.isRecording]).toEqual([1, false])
    const { bytes, isWhole } = await recorder.close(200)
    expect(isWhole).toBe(false)
    expect(bytes).toBeLessThanOrEqual(4000)
    const events = eventsOf(await readFile(join(folder, 'one.cast'), 'utf8'))
    expect(events.at(-1).slice(1)).toEqual(['m', 'recording stopped: size limit'])
  })

  test('stops when the disk takes nothing for long, before it fills the memory', async () => {
    let calls = 0
    let go: () => void = () => undefined
    const stuck = new Promise<void>((resolve) => {
      go = resolve
    })
    const file = {
      appendFile: () => stuck,
      truncate: async () => undefined,
      close: async () => undefined,
    } as unknown as RecordingFile
    await writeFile(join(folder, 'one.part'), '')
    const recorder = await record({
      maxBytes: 1e9,
      onFull: () => (calls += 1),
      openFile: async () => file,
    })
    for (let ms = 0; ms < 200; ms += 1) recorder.output(Buffer.alloc(65_536, 'x'), ms)
    expect([calls, recorder.isRecording]).toEqual([1, false])
    go()
    expect((await recorder.close()).bytes).toBeLessThan(5_000_000)
  })

  test('keeps whole lines when the disk is full, reports it, and disturbs nobody', async () => {
    let calls = 0
    const written: string[] = []
    let cutAt = -1
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    const file = {
      appendFile: async (block: Buffer) => {
        if (written.length === 1) throw full
        written.push(block.toString())
      },
      truncate: async (bytes: number) => {
        cutAt = bytes
      },
      close: async () => undefined,
    } as unknown as RecordingFile
    await writeFile(join(folder, 'one.part'), '')
    const recorder = await record({ onFull: () => (calls += 1), openFile: async () => file })
    recorder.output(Buffer.alloc(70_000, 'x'), 1)
    await eventually('the first block', () => written.length === 1)
    recorder.output(Buffer.alloc(20_000, 'y'), 2)
    const { bytes, isWhole } = await recorder.close(3)
    expect([isWhole, calls, faults]).toEqual([false, 1, [full]])
    expect(cutAt).toBe(bytes)
    expect(bytes).toBe(Buffer.byteLength(written.join('')))
  })

  test('is refused where there is no folder', async () => {
    await expect(record({ folder: join(folder, 'absent') })).rejects.toThrow('ENOENT')
  })
})

describe('the folder of recordings', () => {
  const HEADER = '{"version": 2, "width": 80, "height": 24}\n'

  test('finishes what a crash left, and removes what is nothing', async () => {
    await writeFile(join(folder, 'cut.part'), `${HEADER}[1.5, "o", "a"]\n[1.6, "o", "unfini`)
    await writeFile(join(folder, 'bare.part'), HEADER)
    await writeFile(join(folder, 'empty.part'), '{"versi')
    await writeFile(join(folder, 'rubbish.txt'), 'x')
    const store = await openRecordings({ stateDir, report })
    expect((await readdir(folder)).sort()).toEqual(['bare.cast', 'cut.cast'])
    const interrupted = 'recording stopped: the service was interrupted'
    expect(eventsOf(await readFile(join(folder, 'cut.cast'), 'utf8'))).toEqual([
      [1.5, 'o', 'a'],
      [1.5, 'm', interrupted],
    ])
    expect(eventsOf(await readFile(join(folder, 'bare.cast'), 'utf8'))).toEqual([
      [0, 'm', interrupted],
    ])
    expect(faults).toEqual([])
    await store.dispose()
  })

  test('drops the oldest beyond its size and those beyond its age', async () => {
    const at = async (name: string, ageS: number) => {
      await writeFile(join(folder, name), 'x'.repeat(100))
      const when = Date.now() / 1000 - ageS
      await utimes(join(folder, name), when, when)
    }
    for (const [index, age] of [10, 20, 30, 40].entries()) await at(`s${index}.cast`, age)
    await at('ancient.cast', 9999)
    await openRecordings({ stateDir, report, maxBytes: 250, maxAgeMs: 1_000_000 })
    expect((await readdir(folder)).sort()).toEqual(['s0.cast', 's1.cast'])
  })

  test('hands out and removes finished casts only, by ids only', async () => {
    const store = await openRecordings({ stateDir, report })
    const size = { cols: 80, rows: 24 }
    const recorder = await store.start({ sid: 'a', size, onFull: () => undefined })
    expect(await store.find('a')).toBeUndefined()
    expect(await store.remove('a')).toBe(false)
    recorder.output(Buffer.from('x'), performance.now())
    await store.dispose()
    const found = await store.find('a')
    expect((await found?.file.readFile('utf8'))?.split('\n').length).toBe(3)
    await found?.file.close()
    expect(await store.find('../recordings/a')).toBeUndefined()
    expect(await store.remove('a')).toBe(true)
    expect(await store.find('a')).toBeUndefined()
    await expect(store.start({ sid: '../x', size, onFull: () => undefined })).rejects.toThrow()
  })
})
