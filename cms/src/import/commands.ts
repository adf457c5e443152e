// `demo_commands` has meant two things: what a button is called → the command, and a command → what it would print.
import { LINE, ROWS, SENTENCE } from '../fields/text-lengths.ts'
import type { Notes } from './notes.ts'
import { createReader, cut, type Reader, titled } from './reader.ts'
import { isRecord } from './rows.ts'

export type DemoCommand = { label: string; command: string; explanation?: string }

const PROGRAM =
  /^(?:\.{0,2}\/|(?:make|gcc|g\+\+|cc|clang|ls|cat|cd|pwd|echo|python3?|node|npm|npx|bash|sh|nc|git|grep|head|tail|wc|valgrind|touch|mkdir|rm|cp|mv|seq|for|while|printf)(?:\s|$))/

/** Of one line, and begins like something that a shell runs. */
const isCommand = (text: string): boolean => !text.includes('\n') && PROGRAM.test(text.trim())

/** Commands lie in the names, and what they would print in the values. */
const isCanned = (pairs: [string, string][]): boolean => {
  const count = (place: 0 | 1) => pairs.filter((pair) => isCommand(pair[place])).length
  return count(0) > count(1) || (count(0) > 0 && pairs.some(([, value]) => value.includes('\n')))
}

/** Labels with commands, whichever way round they were stored. Output that was made up is left out. */
export const demoCommands = (reader: Reader, notes: Notes): DemoCommand[] => {
  const pairs: [string, string][] = []
  const rows = reader.list(['demo_commands'], ROWS, (entry, where): DemoCommand | undefined => {
    const { name, value } = entry
    if (typeof value === 'string' && name !== undefined) {
      pairs.push([name, value])
      return undefined
    }
    const inner = createReader(isRecord(value) ? value : { command: value }, notes, where)
    const command = inner.text(SENTENCE, 'command', 'cmd')
    const label = inner.text(LINE, 'label', 'name', 'title') ?? (name ? titled(name) : command)
    const explanation = inner.text(SENTENCE, 'explanation', 'description')
    inner.finish(['output'])
    if (!command || !label) return undefined
    return { label: label.slice(0, LINE), command, ...(explanation ? { explanation } : {}) }
  })
  const isOutput = isCanned(pairs)
  for (const [name, value] of pairs) {
    const where = `demo_commands[${name}]`
    const command = cut(isOutput ? name : value, SENTENCE, where, notes)
    const label = cut(isOutput ? name : titled(name), LINE, where, notes)
    if (isOutput)
      notes.add(where, 'read as a command; what it was said to print is left out', value)
    if (command && label && rows.length < ROWS) rows.push({ label, command })
    else notes.add(where, 'left out', value)
  }
  return rows
}
