// What Tab offers in a guided demo: programs and builtins for the first word, words of the suggested commands for the others.
import type { Suggestion } from '@shellfolio/protocol'

export type Completion = {
  /** The word before the cursor, as far as it is typed. */
  typed: string
  /** Whole words that begin with it, each once, in order. */
  candidates: string[]
}
export type Complete = (before: string) => Completion

const wordsOf = (line: string) => line.split(/\s+/).filter((word) => word !== '')

export const completer = (
  programs: readonly string[],
  commands: readonly Pick<Suggestion, 'command'>[],
  builtins: readonly string[],
): Complete => {
  const lines = commands.map(({ command }) => wordsOf(command))
  return (before) => {
    const typed = /\S*$/.exec(before)?.[0] ?? ''
    const [program] = wordsOf(before.slice(0, before.length - typed.length))
    const words =
      program === undefined
        ? [...programs, ...builtins]
        : lines.filter(([first]) => first === program).flatMap(([, ...rest]) => rest)
    const candidates = words.filter((word) => word.startsWith(typed) && word !== '')
    return { typed, candidates: [...new Set(candidates)].sort() }
  }
}

/** What all of them begin with. */
export const commonPrefix = ([first = '', ...others]: readonly string[]): string => {
  let length = first.length
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length -= 1
  }
  return first.slice(0, length)
}
