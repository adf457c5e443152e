// What a session's events tell the visitor, in one sentence each; some are for programs only. Pure.
import type { TermEvent } from '@shellfolio/protocol'
import { stagePhase } from './phase.ts'
import type { LaunchStage } from './terminal-state.ts'

/**
 * Goes beside what is shown: the state stays, and so does whatever is absent. `others`: who is at the session beside this
 * browser.
 */
export type News = {
  message?: string
  canExtend?: boolean
  others?: number
  stage?: LaunchStage
}

const inWords = (seconds: number): string =>
  seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`

/** `isWelcome`: the prompt was there; a stage is then of a sandbox that is made anew. */
export const newsOf = (event: TermEvent, isWelcome: boolean): News | undefined => {
  switch (event.t) {
    case 'stage': {
      const { message, stage } = stagePhase(event.stage)
      return { message, ...(isWelcome || !stage ? {} : { stage }) }
    }
    case 'notice':
      return { message: event.msg }
    case 'expires':
      return event.why === 'idle'
        ? {
            message: `Nothing was typed for a while: the session ends in ${inWords(event.inS)}.`,
          }
        : {
            message: `The session reaches its time limit in ${inWords(event.inS)}.`,
            canExtend: event.canExtend === true,
          }
    case 'extended':
      return {
        message: `The session was extended: it may go on for ${inWords(event.inS)}.`,
        canExtend: false,
      }
    case 'restarted':
      return { message: 'Starting anew …' }
    case 'dropped':
      return { message: 'Some output was left out.' }
    case 'viewers':
      return { others: Math.max(0, event.n - 1) }
    case 'recording-full':
    case 'control':
      return undefined
  }
}
