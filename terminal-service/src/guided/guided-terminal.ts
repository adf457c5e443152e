// A terminal without a shell: a prompt in the service, and programs that the demo's rules allow on a runner.
import type { Suggestion } from '@shellfolio/protocol'
import type { SandboxExit, SandboxRunner, SandboxTerminal } from '../sandbox/types.ts'
import { completer } from './completion.ts'
import type { Size } from './layout.ts'
import { LineEditor } from './line-editor.ts'
import { wrap } from './prose.ts'
import { type Matcher, parseLine } from './rules.ts'

export type GuidedOptions = {
  matcher: Matcher
  commands: readonly Pick<Suggestion, 'label' | 'command'>[]
  size: Size
  /** Told of each program that was run: the label of the suggested command that was typed literally, or the program's name. */
  onRun?: (name: string) => void
}

const PROMPT = { text: '\u001b[1mdemo\u001b[0m $ ', cells: 7 }
const INTRODUCTION = 'Type help to see what can be run here.'
const BUILTINS = ['help', 'clear', 'history', 'exit'] as const
type Builtin = (typeof BUILTINS)[number]

const CLEAR = '\u001b[H\u001b[2J\u001b[3J'
/** Pastes come marked as such while a line is edited. */
const EDITING = '\u001b[?2004h'
const NOT_EDITING = '\u001b[?2004l'
/** What a program that was killed may have left: colours, no cursor, the other screen, mouse reports. */
const TIDY = '\u001b[0m\u001b[?25h\u001b[?47l\u001b[?1000;1002;1003;1006l'
/** The last of a program's output that is looked at, in bytes. */
const TAIL_BYTES = 64

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what they look for.
const TRAILING_SEQUENCES = /(?:\u001b\[[0-?]*[ -/]*[@-~])+$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: see above.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g

const plain = (text: string) => text.replace(CONTROL, ' ')
const isBuiltin = (word: string): word is Builtin => BUILTINS.some((name) => name === word)

class GuidedTerminal implements SandboxTerminal {
  readonly #runner: SandboxRunner
  readonly #matcher: Matcher
  readonly #commands: GuidedOptions['commands']
  readonly #editor: LineEditor
  readonly #onRun: (name: string) => void
  #size: Size
  readonly #dataListeners = new Set<(data: Uint8Array) => void>()
  readonly #exitListeners = new Set<(exit: SandboxExit) => void>()
  /** Until somebody listens. */
  #early: Uint8Array[] = []
  #state: 'editing' | 'running' | 'leaving' | 'ended' = 'editing'
  #exit: SandboxExit | undefined
  #tail = Buffer.alloc(0)

  constructor(runner: SandboxRunner, { matcher, commands, size, onRun }: GuidedOptions) {
    this.#runner = runner
    this.#matcher = matcher
    this.#commands = commands
    this.#size = size
    this.#onRun = onRun ?? (() => undefined)
    this.#editor = new LineEditor({
      prompt: PROMPT,
      size,
      complete: completer(matcher.programs, commands, BUILTINS),
    })
    runner.onData((data) => this.#onOutput(data))
    runner.onCommandEnd((code) => this.#onCommandEnd(code))
    runner.onExit((exit) => {
      // Whoever asked to leave gets 0, however the sandbox came down.
      if (this.#state !== 'leaving') this.#end(exit)
    })
    this.#tell(INTRODUCTION)
    this.#prompt()
  }

  onData(listener: (data: Uint8Array) => void) {
    this.#dataListeners.add(listener)
    const early = this.#early
    this.#early = []
    for (const data of early) listener(data)
  }

  onExit(listener: (exit: SandboxExit) => void) {
    if (this.#exit) listener(this.#exit)
    else this.#exitListeners.add(listener)
  }

  write(data: Uint8Array): boolean {
    let rest = data
    while (rest.byteLength > 0 && this.#state === 'editing') {
      const fed = this.#editor.feed(rest)
      rest = fed.rest
      this.#say(fed.echo)
      if (fed.event?.on === 'line') this.#enter(fed.event.line)
      else if (fed.event?.on === 'interrupt') this.#prompt()
      else if (fed.event?.on === 'eof') this.#leave('exit\r\n')
    }
    if (this.#state === 'editing') return true
    if (this.#state !== 'running') return false
    // Typed ahead of a program is typed for it, as at any terminal; what does not fit then is lost with the line's rest.
    const isTaken = rest.byteLength === 0 || this.#runner.write(rest)
    return isTaken || rest.byteLength < data.byteLength
  }

  resize(cols: number, rows: number) {
    this.#size = { cols, rows }
    const echo = this.#editor.resize(this.#size)
    if (this.#state === 'editing') this.#say(echo)
    this.#runner.resize(cols, rows)
  }

  pause() {
    this.#runner.pause()
  }

  resume() {
    this.#runner.resume()
  }

  usage() {
    return this.#runner.usage()
  }

  kill() {
    return this.#runner.kill()
  }

  #enter(line: string) {
    const word = line.trim()
    // A rule may give a program one of these names; then that is what visitors mean.
    if (isBuiltin(word) && !this.#matcher.programs.includes(word)) return this.#builtin(word)
    const parsed = parseLine(this.#matcher, line)
    if (parsed === undefined) return this.#prompt()
    if ('refusal' in parsed) return this.#refuse(parsed.refusal)
    this.#tail = Buffer.alloc(0)
    this.#say(NOT_EDITING)
    this.#state = 'running'
    try {
      this.#runner.run(parsed.argv)
    } catch (error) {
      this.#state = 'editing'
      return this.#refuse(error instanceof Error ? error.message : String(error))
    }
    this.#onRun(this.#nameOf(word, parsed.argv[0]))
  }

  /** Never what visitors wrote: arguments may be anything. */
  #nameOf(line: string, program: string): string {
    const suggested = this.#commands.find(({ command }) => command.trim() === line)
    return suggested?.label || program
  }

  #refuse(reason: string) {
    this.#tell(plain(reason))
    this.#prompt()
  }

  #builtin(name: Builtin) {
    if (name === 'exit') return this.#leave()
    if (name === 'clear') this.#say(CLEAR)
    else if (name === 'help') this.#tell(...this.#help())
    else {
      const lines = this.#editor.history.map((line, index) => `${index + 1}  ${line}\r\n`)
      this.#say(lines.join(''))
    }
    this.#prompt()
  }

  #help(): string[] {
    const suggested = this.#commands.map(({ command, label }) =>
      label === '' ? `  ${plain(command)}` : `  ${plain(command)}  (${plain(label)})`,
    )
    return [
      'Programs that can be run here:',
      ...this.#matcher.programs.map((program) => `  ${program}`),
      ...(suggested.length > 0 ? ['Try:', ...suggested] : []),
      `And: ${BUILTINS.join(', ')}. There is no shell: a line is one program and its arguments.`,
    ]
  }

  #onOutput(data: Uint8Array) {
    const last = Buffer.from(data.subarray(-TAIL_BYTES))
    this.#tail =
      last.length < TAIL_BYTES ? Buffer.concat([this.#tail, last]).subarray(-TAIL_BYTES) : last
    this.#emit(data)
  }

  #onCommandEnd(code: number) {
    if (this.#state !== 'running') return
    this.#state = 'editing'
    const tail = this.#tail.toString('latin1').replace(TRAILING_SEQUENCES, '')
    const isAtBorder = tail === '' || tail.endsWith('\n')
    this.#say(`${TIDY}${isAtBorder ? '' : '\r\n'}`)
    if (code !== 0) this.#say(`\u001b[2m[exit ${code}]\u001b[0m\r\n`)
    this.#prompt()
  }

  #prompt() {
    this.#say(EDITING + this.#editor.show())
  }

  #leave(words = '') {
    this.#state = 'leaving'
    this.#say(words + NOT_EDITING)
    const end = () => this.#end({ code: 0, signal: null })
    void this.#runner.kill().then(end, end)
  }

  #end(exit: SandboxExit) {
    if (this.#state === 'ended') return
    this.#state = 'ended'
    this.#exit = exit
    for (const listener of this.#exitListeners) listener(exit)
    this.#exitListeners.clear()
  }

  #tell(...lines: string[]) {
    this.#say(lines.map((line) => wrap(line, this.#size.cols)).join(''))
  }

  #say(text: string) {
    if (text !== '') this.#emit(Buffer.from(text))
  }

  #emit(data: Uint8Array) {
    if (this.#dataListeners.size === 0) this.#early.push(Buffer.from(data))
    for (const listener of this.#dataListeners) listener(data)
  }
}

/** Takes `runner` over: its end is this terminal's. */
export const openGuided = (runner: SandboxRunner, options: GuidedOptions): SandboxTerminal =>
  new GuidedTerminal(runner, options)
