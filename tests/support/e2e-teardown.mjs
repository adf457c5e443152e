// Stops the system that e2e-setup.mjs started and removes its data.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/lib/paths.mjs'

export default async function stopStack() {
  const { stack, folder } = globalThis.shellfolioStack ?? {}
  if (!stack) return
  await stack.stop()
  cpSync(join(folder, 'logs'), join(ROOT, 'tests/.out/e2e-logs'), { recursive: true })
  rmSync(folder, { recursive: true, force: true })
}
