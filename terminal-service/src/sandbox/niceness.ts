// Visitors' programs come after the service that carries their keys, whatever they do with the processor.
import { setPriority } from 'node:os'

/** A visitor’s program gets a quarter of the processor while the service, the CMS or the site wants all of it. */
export const NICENESS = 5

/** For what `pid` starts from now on. A process that has ended is as good. */
export const makeNice = (pid: number): void => {
  try {
    setPriority(pid, NICENESS)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error
  }
}
