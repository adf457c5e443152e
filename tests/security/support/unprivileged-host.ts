// A sandbox host in a process of its own, which need not be root: runs what it reads from its input, one JSON line each.
import { createInterface } from 'node:readline'
import { openSandboxHost } from '../../../terminal-service/src/sandbox/host.ts'
import type { RunBounds } from '../../../terminal-service/src/sandbox/run.ts'
import type { SandboxSpec } from '../../../terminal-service/src/sandbox/types.ts'

const answer = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

const [stateDir = ''] = process.argv.slice(2)
const host = await openSandboxHost({ stateDir })
answer({ status: host.status, uid: process.getuid?.(), groups: process.getgroups?.() })

for await (const line of createInterface({ input: process.stdin })) {
  const { spec, bounds } = JSON.parse(line) as { spec: SandboxSpec; bounds: RunBounds }
  const { exit, stdout, log } = await host.run(spec, bounds)
  answer({ exit, stdout: stdout.toString('base64'), log })
}
await host.dispose()
