// What a guided demo lets visitors run: each rule is a program and a pattern for each of its arguments.
import type { Rule } from '@shellfolio/protocol'
import { RE2JS } from 're2js'
import safeRegex from 'safe-regex2'
import {
  MAX_GUIDED_ARGUMENTS,
  MAX_GUIDED_LINE_BYTES,
  MAX_PATTERN_CHARS,
  MAX_PATTERN_STEPS,
  MAX_PROGRAM_CHARS,
} from '../limits.ts'
import { tokenize } from './tokenize.ts'

export type Verdict = { ok: true } | { ok: false; problem: string }
export type RuleVerdict = { ok: true; warnings: string[] } | { ok: false; problem: string }

export type Matcher = {
  /** Names of programs, each once, in the order of the rules. */
  readonly programs: readonly string[]
  check: (argv: readonly string[]) => Verdict
}

/** What is to be done with a line: run a program, nothing, or say why not. */
export type GuidedLine = { argv: readonly [string, ...string[]] } | { refusal: string } | undefined

/** They run what they are given, so that a rule for one of them is a rule for everything. */
const RUNS_ANYTHING = new Set(
  'sh bash dash ash zsh ksh fish busybox env xargs find awk gawk mawk sed perl ruby lua python python3 node npx gdb strace vi vim view nano ed less more man script timeout nohup nice setsid'.split(
    ' ',
  ),
)
const OUTSIDE = ['/etc/passwd', '../../etc/passwd']

const SEGMENT = /^[A-Za-z0-9_.+@%][A-Za-z0-9_.+@%-]*$/

const no = (problem: string): { ok: false; problem: string } => ({ ok: false, problem })

const programProblem = (program: string): string | undefined => {
  if (program === '') return 'it names no program.'
  if (program.length > MAX_PROGRAM_CHARS) {
    return `its program has more than ${MAX_PROGRAM_CHARS} characters.`
  }
  if (program.startsWith('/')) return 'its program must be a name or a path inside the project.'
  const segments = program.split('/')
  if (segments.includes('..')) return 'its program must not lead out of the project by “..”.'
  if (segments.at(-1) === '.') return 'its program is a folder.'
  if (segments.some((segment) => !SEGMENT.test(segment))) {
    return 'its program must be a name such as “make” or a path such as “./dinner”, without spaces.'
  }
  return undefined
}

type Accepts = (argument: string) => boolean
type Compiled = { ok: true; accepts: Accepts } | { ok: false; problem: string }

const compilePattern = (pattern: string): Compiled => {
  // Without a pattern not even an empty word: the program takes no arguments.
  if (pattern === '') return { ok: true, accepts: () => false }
  if (pattern.length > MAX_PATTERN_CHARS) {
    return no(`its pattern has more than ${MAX_PATTERN_CHARS} characters; make two rules of it.`)
  }
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(pattern)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return no(`its pattern is no regular expression (RE2): ${detail}`)
  }
  // RE2 is linear; other engines that may read these rules one day are not, and neither are people.
  if (!safeRegex(pattern)) {
    return no(
      'its pattern could take very long: it repeats a repetition, repeats too often, or is written for one engine only.',
    )
  }
  if (compiled.programSize() > MAX_PATTERN_STEPS) {
    return no('its pattern is too large: its counted repetitions add up to too much.')
  }
  return { ok: true, accepts: (argument) => compiled.testExact(argument) }
}

const warningsOf = (program: string, accepts: Accepts): string[] => {
  const warnings: string[] = []
  const name = program.split('/').at(-1) ?? program
  if (RUNS_ANYTHING.has(name)) {
    warnings.push(`“${program}” runs what it is given: this rule may allow any program.`)
  }
  if (OUTSIDE.some(accepts)) {
    warnings.push('The pattern accepts paths that lead out of the project.')
  }
  return warnings
}

const compileRule = ({ program, argument }: Rule): Compiled => {
  const problem = programProblem(program)
  return problem === undefined ? compilePattern(argument) : no(problem)
}

/** Warnings are for whoever writes the rule; it works all the same. */
export const checkRule = (rule: Rule): RuleVerdict => {
  const compiled = compileRule(rule)
  if (!compiled.ok) return compiled
  return { ok: true, warnings: warningsOf(rule.program, compiled.accepts) }
}

const problemOf = ({ program }: Rule, problem: string) =>
  `The rule for “${program}” cannot be used: ${problem}`

/** All arguments of a command must match one same rule of its program. @throws {TypeError} for a rule that is none */
export const compileRules = (rules: readonly Rule[]): Matcher => {
  const byProgram = new Map<string, Accepts[]>()
  for (const rule of rules) {
    const compiled = compileRule(rule)
    if (!compiled.ok) throw new TypeError(problemOf(rule, compiled.problem))
    byProgram.set(rule.program, [...(byProgram.get(rule.program) ?? []), compiled.accepts])
  }
  const check = (argv: readonly string[]): Verdict => {
    const [program, ...words] = argv
    if (program === undefined) return no('There is no command in this line.')
    const alternatives = byProgram.get(program)
    if (!alternatives) return no(`“${program}” is not among the programs that can be run here.`)
    if (words.length > MAX_GUIDED_ARGUMENTS) {
      return no(`More than ${MAX_GUIDED_ARGUMENTS} arguments are too many.`)
    }
    if (alternatives.some((accepts) => words.every(accepts))) return { ok: true }
    const stranger = words.find((word) => !alternatives.some((accepts) => accepts(word)))
    return no(
      stranger === undefined
        ? `“${program}” does not take these arguments together.`
        : `“${program}” does not take the argument “${stranger}” here.`,
    )
  }
  return { programs: [...byProgram.keys()], check }
}

/** The one decision about a typed line. */
export const parseLine = (matcher: Matcher, line: string): GuidedLine => {
  if (Buffer.byteLength(line) > MAX_GUIDED_LINE_BYTES) {
    return { refusal: `A line has at most ${MAX_GUIDED_LINE_BYTES} bytes.` }
  }
  const tokens = tokenize(line)
  if (!tokens.ok) return { refusal: tokens.problem }
  const [program, ...words] = tokens.argv
  if (program === undefined) return undefined
  const verdict = matcher.check(tokens.argv)
  return verdict.ok ? { argv: [program, ...words] } : { refusal: verdict.problem }
}

/** What the rules say to each line; a rule that is none is the problem of every line. Never throws. */
export const testRules = (rules: readonly Rule[], lines: readonly string[]): Verdict[] => {
  let matcher: Matcher
  try {
    matcher = compileRules(rules)
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return lines.map(() => no(problem))
  }
  return lines.map((line) => {
    const parsed = parseLine(matcher, line)
    if (parsed === undefined) return no('There is no command in this line.')
    return 'argv' in parsed ? { ok: true } : no(parsed.refusal)
  })
}
