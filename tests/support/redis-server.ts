// A real redis-server of a test's own: free port, nothing on disk, gone afterwards.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export type RedisServer = {
  port: number
  url: string
  /** It keeps its connections, and answers nobody until `resume`. */
  pause: () => void
  resume: () => void
  stop: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

/** Resolves once the server accepts connections. @throws when it ends before that, or needs more than 10 s */
export const startRedis = async (wantedPort?: number): Promise<RedisServer> => {
  const port = wantedPort ?? (await freePort())
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', daemonize: 'no' }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('redis-server did not start in 10 s')), 10_000)
    let log = ''
    child.stdout.on('data', (chunk) => {
      log += chunk
      if (!log.includes('Ready to accept connections')) return
      clearTimeout(timer)
      resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`redis-server ended: ${log}`)))
  })
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}
