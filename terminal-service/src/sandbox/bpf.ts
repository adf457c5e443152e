// Compiles a table of rules for system calls into classic BPF, the language of seccomp filters.

/** What the filter answers the kernel; the low 16 bits of an error are its errno. */
export const ALLOW = 0x7fff0000
export const KILL_PROCESS = 0x80000000
export const refuseWith = (errno: number): number => (0x00050000 | errno) >>> 0

/** `AUDIT_ARCH_*`: calls made through any other ABI end the process. */
export const ARCHITECTURES = { x64: 0xc000003e, arm64: 0xc00000b7 } as const
export type Architecture = keyof typeof ARCHITECTURES

/** An answer, or a further look at the call. */
export type Outcome = number | Action

/** One answer for a system call, or one of two outcomes after comparing the low 32 bits of an argument. */
export type Action =
  | { kind: 'answer'; value: number }
  | {
      kind: 'compare'
      argument: 0 | 1 | 2 | 3 | 4 | 5
      mask?: number
      equals: readonly number[]
      ifEqual: Outcome
      otherwise: Outcome
    }

export type FilterRules = {
  architecture: Architecture
  rules: ReadonlyMap<number, Action>
  /** For every number without a rule. */
  fallback: Action
}

export type Instruction = { code: number; jumpTrue: number; jumpFalse: number; value: number }

/** The opcodes used; comparisons are of the accumulator with `value`, jumps are relative. */
export const OP = {
  loadWord: 0x20,
  and: 0x54,
  jump: 0x05,
  jumpIfEqual: 0x15,
  jumpIfAtLeast: 0x35,
  answer: 0x06,
} as const

/** Offsets in `struct seccomp_data`; arguments are 64 bits wide and little-endian. */
const NUMBER_OFFSET = 0
const ARCHITECTURE_OFFSET = 4
const argumentOffset = (index: number): number => 16 + 8 * index

/** Conditional jumps carry one byte. */
const MAX_SHORT_JUMP = 255
/** The kernel's `BPF_MAXINSNS`. */
const MAX_INSTRUCTIONS = 4096

const instruction = (code: number, value: number, jumpTrue = 0, jumpFalse = 0): Instruction => ({
  code,
  jumpTrue,
  jumpFalse,
  value: value >>> 0,
})

type Segment = { start: number; action: Action }

const isSameAction = (a: Action, b: Action): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The whole range of numbers as runs that share one action. */
const segmentsOf = ({ rules, fallback }: FilterRules): Segment[] => {
  const segments: Segment[] = []
  const add = (start: number, action: Action) => {
    const last = segments.at(-1)
    if (!last || !isSameAction(last.action, action)) segments.push({ start, action })
  }
  let next = 0
  for (const [number, action] of [...rules].sort(([a], [b]) => a - b)) {
    if (number > next) add(next, fallback)
    add(number, action)
    next = number + 1
  }
  add(next, fallback)
  return segments
}

const leaf = (outcome: Outcome): Instruction[] => {
  if (typeof outcome === 'number') return [instruction(OP.answer, outcome)]
  if (outcome.kind === 'answer') return leaf(outcome.value)
  const { argument, mask, equals } = outcome
  const otherwise = leaf(outcome.otherwise)
  /** From the comparison at `index` over those after it and over `otherwise`. */
  const distance = (index: number) => equals.length - 1 - index + otherwise.length
  if (distance(0) > MAX_SHORT_JUMP)
    throw new RangeError('A rule of the seccomp filter is too long.')
  return [
    instruction(OP.loadWord, argumentOffset(argument)),
    ...(mask === undefined ? [] : [instruction(OP.and, mask)]),
    ...equals.map((value, index) => instruction(OP.jumpIfEqual, value, distance(index), 0)),
    ...otherwise,
    ...leaf(outcome.ifEqual),
  ]
}

/** A balanced search over the segments' starts. */
const searchTree = (segments: readonly Segment[]): Instruction[] => {
  const [only] = segments
  if (only && segments.length === 1) return leaf(only.action)
  const middle = segments.length >> 1
  const lower = searchTree(segments.slice(0, middle))
  const upper = searchTree(segments.slice(middle))
  const start = segments[middle]?.start ?? 0
  return lower.length <= MAX_SHORT_JUMP
    ? [instruction(OP.jumpIfAtLeast, start, lower.length, 0), ...lower, ...upper]
    : [
        instruction(OP.jumpIfAtLeast, start, 0, 1),
        instruction(OP.jump, lower.length),
        ...lower,
        ...upper,
      ]
}

/** @throws {RangeError} when the program would be longer than the kernel takes */
export const compileFilter = (filter: FilterRules): Instruction[] => {
  const program = [
    instruction(OP.loadWord, ARCHITECTURE_OFFSET),
    instruction(OP.jumpIfEqual, ARCHITECTURES[filter.architecture], 1, 0),
    instruction(OP.answer, KILL_PROCESS),
    instruction(OP.loadWord, NUMBER_OFFSET),
    ...searchTree(segmentsOf(filter)),
  ]
  if (program.length > MAX_INSTRUCTIONS) throw new RangeError('The seccomp filter is too long.')
  return program
}

/** An array of `struct sock_filter`, as bubblewrap's `--seccomp` reads it. */
export const encodeFilter = (program: readonly Instruction[]): Buffer => {
  const bytes = Buffer.alloc(program.length * 8)
  for (const [index, { code, jumpTrue, jumpFalse, value }] of program.entries()) {
    bytes.writeUInt16LE(code, index * 8)
    bytes.writeUInt8(jumpTrue, index * 8 + 2)
    bytes.writeUInt8(jumpFalse, index * 8 + 3)
    bytes.writeUInt32LE(value, index * 8 + 4)
  }
  return bytes
}
