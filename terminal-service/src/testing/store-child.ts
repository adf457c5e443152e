// A process that opens a store and makes projects in it, for tests that end it in the middle: node --import tsx store-child.ts <json>
import { z } from 'zod'
import { openWorkspaces } from '../workspace/store.ts'
import { FakeSandbox } from './fake-sandbox.ts'

const schema = z.object({
  stateDir: z.string(),
  origin: z.string(),
  orders: z.array(z.any()),
  maxWorkspaces: z.number(),
  /** Ends itself there, as `kill -9` would. */
  dieAt: z.string(),
})
const { stateDir, origin, orders, maxWorkspaces, dieAt } = schema.parse(
  JSON.parse(process.argv[2] ?? ''),
)

const die = () => process.kill(process.pid, 'SIGKILL')
const host = new FakeSandbox()
const copy = host.run.bind(host)
host.run = (spec) => {
  if (dieAt === 'in-build') die()
  return copy(spec)
}
const store = await openWorkspaces({
  stateDir,
  host,
  archiveOrigins: [origin],
  maxWorkspaces,
  atStep: (step) => step === dieAt && die(),
})
process.stdout.write('open\n')
for (const order of orders) (await store.acquire(order, () => undefined)).release()
await store.dispose()
