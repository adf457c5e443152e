// What a session has asked of the world since the last event, and which timers run.
import type { Effect, Timer } from './transitions.ts'

/** These measure from the latest event; all others run once and are not set anew while they run. */
const RENEWED: readonly Timer[] = ['drain', 'grace', 'start']

export class Agenda {
  #effects: Effect[] = []
  readonly #armed = new Set<Timer>()

  add(effect: Effect): void {
    this.#effects.push(effect)
  }

  arm(timer: Timer, ms: number): void {
    if (this.#armed.has(timer) && !RENEWED.includes(timer)) return
    this.#armed.add(timer)
    this.add({ do: 'timer', timer, ms })
  }

  isArmed(timer: Timer): boolean {
    return this.#armed.has(timer)
  }

  /** The timer has gone off. */
  disarm(timer: Timer): void {
    this.#armed.delete(timer)
  }

  take(): Effect[] {
    const effects = this.#effects
    this.#effects = []
    return effects
  }
}
