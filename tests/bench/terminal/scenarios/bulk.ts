// Large outputs through the whole service: how fast, at what cost, and whether every byte arrived.
import type { Link } from '../link.ts'
import {
  ansi,
  type BulkOutput,
  type Digest,
  Digester,
  expectedOf,
  numbers,
  plainText,
} from '../outputs.ts'
import { cpuMs } from '../proc.ts'
import { compare, type ScenarioRun, withShell } from '../scenario.ts'
import { MARK, MARK_BYTE } from '../shell.ts'
import type { System } from '../systems.ts'

const TIMEOUT_MS = 120_000
/** A service that has run for a while has compiled what it runs: this much goes before the first measured byte. */
const WARM_UP = numbers(1_000_000)
const BYTES_PER_MB = 1e6

type Received = Digest & { ms: number; cpuMs: number }

/** Digests what comes between two marks. */
const receive = async (link: Link, system: System, line: string): Promise<Received> => {
  const digester = new Digester()
  const mark = MARK_BYTE.charCodeAt(0)
  let begun: { ms: number; cpuMs: number } | undefined
  const look = (data: Buffer, atMs: number): Received | undefined => {
    let rest = data
    if (!begun) {
      const start = rest.indexOf(mark)
      if (start < 0) return undefined
      begun = { ms: atMs, cpuMs: cpuMs(system.pid) }
      rest = rest.subarray(start + 1)
    }
    const end = rest.indexOf(mark)
    digester.update(end < 0 ? rest : rest.subarray(0, end))
    if (end < 0) return undefined
    return { ...digester.digest(), ms: atMs - begun.ms, cpuMs: cpuMs(system.pid) - begun.cpuMs }
  }
  const received = link.until('the end of a large output', look, TIMEOUT_MS)
  link.type(`${MARK}; ${line}; ${MARK}\r`)
  return received
}

const measure = async (system: System, link: Link, output: BulkOutput, expected: Digest) => {
  if (output.prepare)
    await link.run(`f=$(mktemp); ${output.prepare}; ${MARK}`, MARK_BYTE, TIMEOUT_MS)
  const got = await receive(link, system, output.print)
  if (output.prepare) await link.run(`rm $f; ${MARK}`, MARK_BYTE)
  const megabytes = got.bytes / BYTES_PER_MB
  return {
    [output.what]: megabytes / (got.ms / 1000),
    [`${output.what}, CPU`]: got.cpuMs / megabytes,
    [`${output.what}, bytes missing`]: expected.bytes - got.bytes,
    [`${output.what}, SHA-256 differs`]: Number(got.sha256 !== expected.sha256),
  }
}

export const bulkScenario: ScenarioRun = async (bench) => {
  const { bulkBytes, numbers: count, ansiBytes } = bench.sizes
  const outputs = [plainText(bulkBytes), numbers(count), ansi(ansiBytes)]
  const expected = outputs.map(expectedOf)
  const wanted = outputs.flatMap(({ what }) => [
    [what, { unit: 'MB/s', budget: { at: 'least-ttyds' } }] as const,
    [`${what}, CPU`, { unit: 'ms/MB' }] as const,
    [`${what}, bytes missing`, { unit: '', budget: { at: 'most', value: 0 } }] as const,
    [`${what}, SHA-256 differs`, { unit: '', budget: { at: 'most', value: 0 } }] as const,
  ])
  return compare(
    bench,
    (system) =>
      withShell(system, async (link) => {
        await receive(link, system, WARM_UP.print)
        const all: Record<string, number> = {}
        for (const [index, output] of outputs.entries()) {
          const wantedDigest = expected[index] ?? { bytes: 0, sha256: '' }
          Object.assign(all, await measure(system, link, output, wantedDigest))
        }
        return all
      }),
    Object.fromEntries(wanted),
  )
}
