// Who may ask at all: a page of ours, and not too often.
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Rate } from '../limiter/limiter.ts'
import { unavailable, type Visitor } from '../mint.ts'
import { isOwnPage, sourceOf } from '../origin.ts'

/** Counts one request. @throws {Refusal} when there were too many, or nobody can tell */
export const spend = async (
  { state }: Pick<TerminalContext, 'state'>,
  key: string,
  rate: Rate,
): Promise<void> => {
  const verdict = await state().limiter.take(key, rate).catch(unavailable)
  if (!verdict.isAllowed) throw new Refusal('rate-limited', { retryAfterS: verdict.retryAfterS })
}

/** Counts against `rate` of the address, for this `what` alone. @throws {Refusal} */
export const admitPage = async (
  context: TerminalContext,
  headers: Headers,
  { what, rate }: { what: string; rate: Rate },
): Promise<Visitor> => {
  const { settings, hashAddress } = context
  const source = sourceOf(headers)
  if (!isOwnPage(source, settings.origins)) throw new Refusal('origin-refused')
  const addressHash = hashAddress(settings.clientAddress(headers))
  await spend(context, `${what}:${addressHash}`, rate)
  return { origin: source.origin, addressHash }
}
