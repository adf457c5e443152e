// Keeps one short sequence from costing minutes or gigabytes: xterm repeats as often as a program says, up to 2³¹ times.
import { MAX_REPEATS, REPEATING } from '@shellfolio/protocol'

/** The part of xterm's parser, or of its headless one's, that this needs. */
type Parser = {
  registerCsiHandler: (
    id: { final: string },
    handle: (params: (number | number[])[]) => boolean,
  ) => unknown
}

/** From now on sequences with a larger count do nothing. */
export const boundRepeats = (parser: Parser): void => {
  for (const final of REPEATING) {
    parser.registerCsiHandler({ final }, ([count]) => Number(count) > MAX_REPEATS)
  }
}
