// What mermaid found wrong, as people read it.
import { SENTENCE } from '../fields/text-lengths.ts'
import type { DrawFault } from './draw.ts'

/** With the line of the source. Mermaid's own first words count lines otherwise. */
export const faultText = ({ message, line }: DrawFault): string => {
  const told = message.replace(/^(?:Parse error|Lexical error) on line \d+[:.]?\s*/i, '')
  return (line === undefined ? told : `Line ${line}: ${told}`).slice(0, SENTENCE)
}
