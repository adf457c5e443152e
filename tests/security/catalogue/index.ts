// The whole catalogue of hostile attempts, as data.
import { FILES } from './files.ts'
import { DEBUG_ROWS, LOOPBACK_ROWS } from './flags.ts'
import { KERNEL } from './kernel.ts'
import { NAMESPACES } from './namespaces.ts'
import { NETWORK, TERMINAL } from './network.ts'
import { PROCESSES } from './processes.ts'
import { QUOTAS } from './quotas.ts'
import type { Row } from './row.ts'

const everything: Record<string, Row[]> = {
  files: FILES,
  quotas: QUOTAS,
  processes: PROCESSES,
  namespaces: NAMESPACES,
  kernel: KERNEL,
  network: NETWORK,
  terminal: TERMINAL,
  loopback: LOOPBACK_ROWS,
  debug: DEBUG_ROWS,
}

/** Titles and attempts that make sense on this processor. */
export const CATALOGUE: readonly Row[] = Object.values(everything)
  .flat()
  .filter(({ only }) => only === undefined || only === process.arch)
