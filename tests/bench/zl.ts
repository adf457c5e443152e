import lighthouse from 'lighthouse'
import * as Lantern from 'lighthouse/core/lib/lantern/lantern.js'
import { freePort } from '../../scripts/lib/ports.mjs'
import { openBrowser } from '../support/e2e.ts'
const url = process.argv[2]!
const n = Number(process.argv[3] ?? 3)
const port = await freePort()
const browser = await openBrowser([`--remote-debugging-port=${port}`])
for (const cpu of [4, 0.01]) {
  for (let i = 0; i < n; i++) {
    const r = await lighthouse(url, { port, onlyCategories: ['performance'], logLevel: 'error', ignoreStatusCode: true, throttling: { cpuSlowdownMultiplier: cpu } as never })
    const a = r!.lhr.audits
    const m = (a.metrics!.details as any).items[0]
    console.log('cpu', cpu, 'FCP', Math.round(m.firstContentfulPaint), 'LCP', Math.round(m.largestContentfulPaint), 'obs FCP', m.observedFirstContentfulPaint, 'obs LCP', m.observedLargestContentfulPaint, 'load', m.observedLoad)
    if (i === n-1) { const all = (Lantern as any).Simulation.Simulator.allNodeTimings as Map<string, Map<any, any>>
      for (const [label, t] of all) { if (!/FirstContentfulPaint|LargestContentfulPaint/.test(label)) continue; console.log(label)
        for (const [node, x] of [...t].sort((a, b) => a[1].startTime - b[1].startTime)) console.log('   ', Math.round(x.startTime), Math.round(x.endTime), node.type, node.type === 'network' ? node.request.url.slice(-50) : (node.event?.dur ?? node.duration)/1000)
      } }
  }
}
await browser.close()
