// Runs a seccomp filter the way the kernel does, so that tests can ask it about calls nobody can make here.
import { type Instruction, OP } from './bpf.ts'

export type SyscallAttempt = { architecture: number; number: number; args?: readonly bigint[] }

/** The filter's answer. @throws {Error} where the kernel's verifier would have refused the program */
export const runFilter = (
  program: readonly Instruction[],
  { architecture, number, args = [] }: SyscallAttempt,
): number => {
  const data = Buffer.alloc(64)
  data.writeUInt32LE(number >>> 0, 0)
  data.writeUInt32LE(architecture >>> 0, 4)
  for (const [index, argument] of args.entries()) {
    data.writeBigUInt64LE(BigInt.asUintN(64, argument), 16 + 8 * index)
  }
  let accumulator = 0
  let position = 0
  for (;;) {
    const current = program[position]
    if (!current) throw new Error(`The filter runs past its end at ${position}.`)
    const { code, value, jumpTrue, jumpFalse } = current
    position += 1
    switch (code) {
      case OP.loadWord:
        accumulator = data.readUInt32LE(value)
        break
      case OP.and:
        accumulator = (accumulator & value) >>> 0
        break
      case OP.jump:
        position += value
        break
      case OP.jumpIfEqual:
        position += accumulator === value ? jumpTrue : jumpFalse
        break
      case OP.jumpIfAtLeast:
        position += accumulator >= value ? jumpTrue : jumpFalse
        break
      case OP.answer:
        return value
      default:
        throw new Error(`The filter uses the unknown opcode ${code}.`)
    }
  }
}
