// What every store of announcements must do; its tests are run for each one.
import { expect, test } from '@jest/globals'
import { HOST_MEMORY_MS, HOST_TTL_MS, MAX_HOSTS } from '../limits.ts'
import { type Announcements, type Host, isAlive } from './host.ts'

export const announced = (more: Partial<Host> = {}): Host => ({
  id: 'start-1',
  url: 'http://10.0.0.5:3002',
  atMs: 1_700_000_000_000,
  capacity: 8,
  running: 0,
  draining: false,
  leaving: false,
  sandbox: 'cgroup-v2',
  workspaces: [],
  unplaced: 0,
  ...more,
})

export type AnnouncementsUnderTest = {
  /** Empty for each test. */
  store: () => Announcements
  /** Lets milliseconds pass as the store sees it. */
  pass: (ms: number) => Promise<void>
}

export const announcementsTests = ({ store, pass }: AnnouncementsUnderTest): void => {
  const alive = async () => (await store().list()).filter(isAlive).map(({ id }) => id)

  test('give back what a service said of itself, an empty list included', async () => {
    const said = announced({ workspaces: [], unplaced: 2 })
    expect(await store().put(said)).toBe(true)
    const [known] = await store().list()
    expect(known).toEqual({ ...said, silentMs: expect.any(Number) })
    expect(known?.silentMs).toBeLessThan(1000)
  })

  test('know a service for 15 seconds, and remember that it was there for longer', async () => {
    await store().put(announced())
    await pass(HOST_TTL_MS - 1000)
    expect(await alive()).toEqual(['start-1'])
    await pass(2000)
    expect(await alive()).toEqual([])
    const [known] = await store().list()
    expect(known?.silentMs).toBeGreaterThanOrEqual(HOST_TTL_MS)
    await pass(HOST_MEMORY_MS)
    expect(await store().list()).toEqual([])
  })

  test('believe nothing that is late or said again', async () => {
    const said = announced({ atMs: 1000 })
    await store().put(said)
    expect(await store().put(said)).toBe(false)
    expect(await store().put(announced({ atMs: 999, draining: true }))).toBe(false)
    expect((await store().list())[0]?.draining).toBe(false)
    expect(await store().put(announced({ atMs: 1001, leaving: true }))).toBe(true)
    expect(await alive()).toEqual([])
    expect(await store().put(announced({ atMs: 1000 }))).toBe(false)
    expect(await alive()).toEqual([])
  })

  test('take the service that was started again for the one at its address', async () => {
    await store().put(announced({ id: 'before', atMs: 1000 }))
    await store().put(announced({ id: 'after', atMs: 2000 }))
    expect(await alive()).toEqual(['after'])
  })

  test('are bounded: what is known is heard on, one more address is not', async () => {
    for (let index = 0; index < MAX_HOSTS; index += 1) {
      await store().put(announced({ url: `http://10.0.0.${index}:1`, atMs: 1 }))
    }
    expect(await store().put(announced({ url: 'http://10.0.1.1:1' }))).toBe(false)
    expect(await store().put(announced({ url: 'http://10.0.0.1:1', atMs: 2 }))).toBe(true)
    expect(await store().list()).toHaveLength(MAX_HOSTS)
  })

  test('keep the later of many that come at once', async () => {
    const times = Array.from({ length: 50 }, (_, index) => ((index * 37) % 50) + 1)
    await Promise.all(times.map((atMs) => store().put(announced({ atMs, running: atMs }))))
    expect((await store().list())[0]).toMatchObject({ atMs: 50, running: 50 })
  })
}
