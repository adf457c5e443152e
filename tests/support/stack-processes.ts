// The processes of the running system: its servers, what is below them, and the relay.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { runningStack } from './e2e.ts'

type Server = 'terminal' | 'cms' | 'site'

/** @throws {Error} when it does not run */
export const pidOf = (server: Server): number => {
  const { folder } = runningStack()
  const list = JSON.parse(readFileSync(`${folder}/running.json`, 'utf8')) as {
    name: string
    pid: number
  }[]
  const pid = list.find(({ name }) => name === server)?.pid
  if (pid === undefined) throw new Error(`The ${server} does not run.`)
  return pid
}

/** Process ids below `pid`, itself excluded. */
export const descendants = (pid: number): number[] => {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    rows.flatMap(([child = 0, of]) => (of === parent ? [child, ...below(child)] : []))
  return below(pid)
}

/** The relay is the only child of the CMS that holds visitors' sockets. @throws {Error} when it does not run */
export const relayPid = (): number => {
  const pid = descendants(pidOf('cms')).find((candidate) =>
    readFileSync(`/proc/${candidate}/cmdline`, 'utf8').includes('relay.mjs'),
  )
  if (pid === undefined) throw new Error('The relay does not run.')
  return pid
}
