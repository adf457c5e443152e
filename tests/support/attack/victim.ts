// Starts the process under attack and asks it what it holds.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Held = {
  /** Bytes. */
  rss: number
  /** Bytes on its heap and outside it, after a collection. */
  heap: number
  /** Sockets of browsers that are open in it. */
  sockets: number
  /** Sessions in its relay. */
  sessions: number
  places: number
  /** Errors that it logged. */
  logged: string[]
}

export type Victim = {
  port: number
  relayPid: number
  held: () => Promise<Held>
  /** What it and its relay printed. */
  printed: () => string
  stop: () => Promise<void>
}

export const startVictim = async (serviceUrl: string): Promise<Victim> => {
  const program = fileURLToPath(new URL('./host-process.ts', import.meta.url))
  const child = fork(program, [serviceUrl], {
    execArgv: ['--expose-gc', '--conditions=production', '--import', 'tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      printed += chunk
    })
  }
  const answer = async <T>(): Promise<T> => {
    const heard = once(child, 'message').then(([message]) => message as T)
    const ended = once(child, 'exit').then(() => {
      throw new Error(`The process ended: ${printed}`)
    })
    return Promise.race([heard, ended])
  }
  const { port, relayPid } = await answer<{ port: number; relayPid: number }>()
  return {
    port,
    relayPid,
    printed: () => printed,
    held: () => {
      const held = answer<Held>()
      child.send({})
      return held
    },
    stop: async () => {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** Descriptors that this process may have open, and so may those it starts. */
export const maxOpenFiles = (): number => {
  const line = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))
  return line ? Number(line[1]) : 1024
}
