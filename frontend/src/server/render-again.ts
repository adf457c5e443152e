// Renders pages again, a few at a time, so that what is kept afterwards was begun after the call.
import { LIMITS } from '../limits.ts'
import { pageChanges } from './page-changes.ts'

/** @throws when the page cannot be rendered */
export type Render = (path: string) => Promise<void>

/**
 * Next lets a render join one of the same page that is under way, maybe from before the change, whose page is dropped. After a
 * few tries the page is left to its next visit: it counts as old.
 */
export const renderAnew = async (path: string, render: Render): Promise<void> => {
  const changes = pageChanges()
  for (let tries = 0; tries < LIMITS.maxJoinedRenders; tries += 1) {
    const { dropped } = changes
    await render(path)
    if (dropped === changes.dropped) return
  }
}

/** Returns those that could not be rendered. A removed page is a success. */
export const renderAgain = async (paths: readonly string[], render: Render): Promise<string[]> => {
  const waiting = [...paths]
  const failed: string[] = []
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const now = path
      await renderAnew(now, render).catch(() => failed.push(now))
    }
  }
  await Promise.all(Array.from({ length: LIMITS.revalidationsAtOnce }, work))
  return failed
}
