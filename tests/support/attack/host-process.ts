// Run as a process of its own: a host of the plugin under attack, which tells how much it holds when it is asked.
import { startHost } from '../plugin/host.ts'

const [, , serviceUrl = ''] = process.argv
const host = await startHost(serviceUrl, {
  isBehindProxy: true,
  allLaunchesRate: { burst: 10_000, perMinute: 10_000 },
})
host.cms.terminal.capacity = 200
// Short, so that a test of slow bodies need not wait for the minute that real ones may take.
host.server.requestTimeout = 6000

const held = async () => {
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const { sockets, relay, places } = host
  return {
    rss,
    heap: heapUsed + external,
    sockets: sockets(),
    sessions: relay.count(),
    places: await places(),
    logged: host.cms.logged.map((entry) => String((entry as { msg?: string }).msg)),
  }
}

process.on('message', async () => process.send?.(await held()))
process.once('disconnect', async () => {
  await host.stop()
  process.exit(0)
})
process.send?.({ port: host.port, relayPid: host.relay.pid() })
