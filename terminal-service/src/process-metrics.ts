// What this process itself uses: descriptors, memory, CPU, and how late its event loop is. Everything it starts, it stops.
import { readdirSync, readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, type Registry } from 'prom-client'

const LAG_RESOLUTION_MS = 10
const NS_PER_S = 1e9

const descriptors = (): number => {
  try {
    // The listing itself is one of them.
    return readdirSync('/proc/self/fd').length - 1
  } catch {
    return Number.NaN
  }
}

const maxDescriptors = (): number => {
  try {
    return Number(/^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1])
  } catch {
    return Number.NaN
  }
}

/** Not `collectDefaultMetrics`: what that observes cannot be stopped again. Returns what stops it. */
export const watchProcess = (registry: Registry): (() => void) => {
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS })
  lag.enable()
  const registers = [registry]
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  gauge('terminal_descriptors', 'Open file descriptors of the service.', descriptors)
  gauge('terminal_descriptors_max', 'File descriptors the service may open.', maxDescriptors)
  gauge('process_resident_memory_bytes', 'Resident memory.', () => process.memoryUsage.rss())
  gauge('nodejs_heap_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed)
  gauge('nodejs_external_memory_bytes', 'Buffers.', () => process.memoryUsage().external)
  gauge('process_start_time_seconds', 'When the process was started, since 1970.', () =>
    Math.round(Date.now() / 1000 - process.uptime()),
  )
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time, user and system.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1e6)
    },
  })
  new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'Delay of the event loop since the last scrape, by quantile.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [0.5, 0.99, 1]) {
        const ns = lag.count > 0 ? lag.percentile(quantile * 100) : 0
        this.set({ quantile: String(quantile) }, ns / NS_PER_S)
      }
      lag.reset()
    },
  })
  return () => lag.disable()
}
