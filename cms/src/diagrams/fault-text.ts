// What mermaid found wrong, as people read it.
import { SENTENCE } from '../fields/text-lengths.ts'
import type { DrawFault } from './draw.ts'

/** Of what the older grammars say, the place; what they would have expected instead is no help to people. */
const NEAR = /^(?:Parse|Lexical) error on line \d+[^\n]*\n([^\n]*)\n-*\^/

/** With the line of the source: mermaid's own first words count lines otherwise. */
export const faultText = ({ message, line }: DrawFault): string => {
  const [, near] = NEAR.exec(message) ?? []
  const told = near === undefined ? message : `mermaid does not understand “${near.trim()}”.`
  return (line === undefined ? told : `Line ${line}: ${told}`).slice(0, SENTENCE)
}
