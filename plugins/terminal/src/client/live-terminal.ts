// <live-terminal>: a poster with a launch button that becomes a terminal. Light DOM, so that the page styles it.
import type { Connection } from './connection.ts'
import { MAX_TYPED_CHARS } from './limits.ts'
import { createTeller, watchForSight } from './moments.ts'
import { createPanel, type Panel } from './panel.ts'
import { cleanCommand } from './paste.ts'
import { inEnglish, loadSay } from './say.ts'
import { ASKING, failed, IDLE, type Phase, type TerminalState } from './terminal-state.ts'

export type LiveTerminalElement = HTMLElement & {
  /** Starts a session; one that runs is ended first. Resolves once the connection is being made or has failed. */
  launch: () => Promise<void>
  /** Ends the session, leaves the queue, or cancels the launch. */
  end: () => void
  /** Moves the session's time limit, where the service allows it; `false` when nothing could be asked. */
  extend: () => boolean
  /** Throws the sandbox away and starts it anew in the same session; `false` when nothing could be asked. */
  restart: () => boolean
  /** Inserts a command at the prompt of a running session, without running it; `false` when there is none. */
  type: (text: string) => boolean
  /** A guided step of the page was done: counted once for each page view, where `moments-url` says where. */
  markStep: () => void
  /** Screen and scrollback as text. */
  text: () => string
  readonly state: TerminalState
}

const LAUNCH = '[data-terminal-launch]'
const LOAD_FAILED = 'The terminal could not be loaded. Check your connection and try again.'

/** Everything heavy, xterm included. Fetched once, on the first sign that a visitor wants it. */
const load = () => import('./connection.ts')

/** The element's class; made on demand, because `HTMLElement` exists in browsers only. */
export const createLiveTerminal = (): CustomElementConstructor =>
  class extends HTMLElement {
    #panel: Panel | undefined
    #connection: Connection | undefined
    #state: TerminalState = 'idle'
    #isScreenReader = false
    #say = inEnglish
    #listening: AbortController | undefined
    readonly #tell = createTeller(this)

    connectedCallback() {
      this.#listening = new AbortController()
      const { signal } = this.#listening
      this.dataset.state = this.#state
      if (!this.querySelector(LAUNCH)) this.append(this.#launchButton())
      this.addEventListener(
        'click',
        ({ target }) => {
          if (target instanceof Element && target.closest(LAUNCH)) void this.launch()
        },
        { signal },
      )
      const onIntent = ({ target }: Event) => {
        if (!(target instanceof Element && target.closest(LAUNCH))) return
        load().catch(() => undefined)
        void loadSay(this)
      }
      this.addEventListener('pointerover', onIntent, { signal })
      this.addEventListener('focusin', onIntent, { signal })
      watchForSight(this, signal, () => this.#tell('seen'))
    }

    disconnectedCallback() {
      this.#listening?.abort()
      this.#connection?.dispose()
      this.#connection = undefined
      this.#panel?.root.remove()
      this.#panel = undefined
      this.#show(IDLE)
    }

    get state() {
      return this.#state
    }

    async launch() {
      const saying = loadSay(this)
      if (saying) {
        this.#say = await saying
        if (!this.isConnected) return
      }
      this.#connection?.dispose()
      this.#panel?.root.remove()
      const watch = this.getAttribute('watch') ?? undefined
      const panel = createPanel(
        {
          label: this.getAttribute('label') ?? this.#say('Live terminal'),
          isWatcher: watch !== undefined,
          say: this.#say,
        },
        {
          launch: () => void this.launch(),
          end: () => this.end(),
          extend: () => void this.extend(),
          setScreenReader: (isOn) => {
            this.#isScreenReader = isOn
            this.#connection?.setScreenReader(isOn)
          },
        },
      )
      this.#panel = panel
      this.append(panel.root)
      this.#connection = undefined
      this.#show(ASKING)
      const module = await load().catch(() => undefined)
      if (this.#panel !== panel) return
      if (!module) {
        this.#show(failed(LOAD_FAILED))
        return
      }
      const demo = this.getAttribute('demo')
      const queueUrl = this.getAttribute('queue-url')
      const renderer = this.getAttribute('renderer')
      const connection = module.connect({
        ticketsUrl: this.getAttribute('tickets-url') ?? '/api/terminal/tickets',
        ...(queueUrl ? { queueUrl } : {}),
        watch,
        isLoggedIn: this.hasAttribute('with-login'),
        launch: demo ? { demo } : { project: this.getAttribute('project') ?? '' },
        renderer: renderer === 'dom' || renderer === 'webgl' ? renderer : 'auto',
        screen: panel.screen,
        isScreenReader: this.#isScreenReader,
        onPhase: (phase) => {
          if (this.#panel === panel) this.#show(phase)
        },
      })
      this.#connection = connection
      await connection.started
    }

    end() {
      if (this.#connection) this.#connection.end()
      else if (this.#state === 'connecting') this.#cancel()
    }

    extend() {
      return this.#connection?.ask('extend') ?? false
    }

    restart() {
      return this.#connection?.ask('restart') ?? false
    }

    type(text: string) {
      const emulator = this.#connection?.emulator()
      if (!emulator || emulator.isReadOnly() || this.#state !== 'running') return false
      emulator.paste(cleanCommand(text, MAX_TYPED_CHARS))
      emulator.focus()
      return true
    }

    markStep() {
      this.#tell('step')
    }

    text() {
      return this.#connection?.emulator()?.text() ?? ''
    }

    /** The visitor has changed their mind while the terminal was being fetched. */
    #cancel() {
      this.#panel?.root.remove()
      this.#panel = undefined
      this.#show(IDLE)
    }

    #launchButton() {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'live-terminal__launch'
      button.dataset.terminalLaunch = ''
      button.textContent = this.getAttribute('launch-label') ?? 'Launch the terminal'
      return button
    }

    #show(shown: Phase) {
      const phase = { ...shown, message: this.#say(shown.message) }
      const hasBegun = phase.state === 'running' && this.#state === 'connecting'
      this.#state = phase.state
      this.dataset.state = phase.state
      this.#panel?.show(phase)
      // The visitor asked for this terminal; but not one who has gone on reading elsewhere.
      if (hasBegun && this.#isExpectingFocus()) this.#connection?.emulator()?.focus()
      this.dispatchEvent(new CustomEvent('terminal-state', { detail: phase, bubbles: true }))
    }

    #isExpectingFocus() {
      const { activeElement } = document
      return !activeElement || activeElement === document.body || this.contains(activeElement)
    }
  }
