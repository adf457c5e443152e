// Says in the log what is the matter, and each kind of it only once in a while: what fails every other time must not fill it.
import { LIMITS } from './limits.ts'

export type SeldomOptions = { now?: () => number; log?: (line: string) => void }

export const sayingSeldom = <Kind extends string>({
  now = Date.now,
  log = (line) => console.error(line),
}: SeldomOptions) => {
  const said = new Map<Kind, number>()
  return (kind: Kind, line: string): void => {
    if (now() - (said.get(kind) ?? -Infinity) < LIMITS.troubleLogMs) return
    said.set(kind, now())
    log(line)
  }
}
