// What surrounds the screen: status, buttons, hints. Built with the DOM, styled by live-terminal.css.
import { elementsOf } from './elements.ts'
import { KEYS_HINT } from './keys.ts'
import type { Say } from './say.ts'
import { isOver, type Phase } from './terminal-state.ts'

export type PanelActions = {
  launch: () => void
  end: () => void
  extend: () => void
  setScreenReader: (isOn: boolean) => void
}

export type Panel = {
  root: HTMLElement
  /** Where the emulator opens. */
  screen: HTMLElement
  show: (phase: Phase) => void
}

const BLOCK = 'live-terminal'
const RECORDED = 'This session is recorded for the owner of this site.'
let panels = 0

const make = elementsOf(BLOCK)

const button = (part: string, text: string, onClick: () => void) => {
  const element = make('button', part, { type: 'button', textContent: text })
  element.addEventListener('click', onClick)
  return element
}

const OWN_WORDS = { again: 'Launch again', end: 'End session', hint: KEYS_HINT }
const WATCHER_WORDS = {
  again: 'Watch again',
  end: 'Stop watching',
  hint: 'You look on: nothing that you type goes to this session.',
}

const othersText = (count: number) =>
  count === 1 ? '1 other person is watching' : `${count} other people are watching`

/** `isWatcher`: the session is somebody else's. `say`: its words in the page's language; a phase has them already. */
export type PanelOptions = { label: string; isWatcher: boolean; say: Say }

export const createPanel = (
  { label, isWatcher, say }: PanelOptions,
  actions: PanelActions,
): Panel => {
  const words = isWatcher ? WATCHER_WORDS : OWN_WORDS
  panels += 1
  const hintId = `${BLOCK}-hint-${panels}`
  const root = make('div', 'panel')
  const head = make('div', 'head')
  const bar = make('div', 'bar')
  const told = make('div', 'told')
  const status = make('p', 'status')
  // A polite region that exists before it is filled is the only kind every screen reader announces.
  status.setAttribute('role', 'status')
  const others = make('p', 'others')
  others.setAttribute('aria-live', 'polite')
  const recorded = make('p', 'recorded')
  recorded.setAttribute('aria-live', 'polite')
  told.append(status, others, recorded)
  const again = button('again', say(words.again), actions.launch)
  const end = button('end', say(words.end), actions.end)
  const extend = button('extend', say('Extend'), actions.extend)
  const screen = make('div', 'screen')
  screen.setAttribute('role', 'group')
  screen.setAttribute('aria-label', isWatcher ? say(`${label}, being watched, read-only`) : label)
  screen.setAttribute('aria-describedby', hintId)
  const detail = make('pre', 'detail', { tabIndex: 0 })
  const hint = make('p', 'hint', { id: hintId, textContent: say(words.hint) })

  const reader = make('button', 'reader', {
    type: 'button',
    textContent: say('Screen reader'),
  })
  reader.setAttribute('aria-pressed', 'false')
  reader.addEventListener('click', () => {
    const isOn = reader.getAttribute('aria-pressed') !== 'true'
    reader.setAttribute('aria-pressed', String(isOn))
    actions.setScreenReader(isOn)
  })

  bar.append(again, extend, end, reader)
  head.append(told, bar)
  root.append(head, screen, detail, hint)

  return {
    root,
    screen,
    show: (phase) => {
      const { state, message, detail: text } = phase
      const isDone = isOver(phase)
      const isLive = state === 'running' || state === 'reconnecting'
      const { activeElement } = document
      const hadFocus = root.contains(activeElement)
      if (status.textContent !== message) status.textContent = message
      const watching = phase.others ? say(othersText(phase.others)) : ''
      if (others.textContent !== watching) others.textContent = watching
      const note = phase.isRecorded ? say(RECORDED) : ''
      if (recorded.textContent !== note) recorded.textContent = note
      detail.textContent = text ?? ''
      detail.hidden = !text
      again.hidden = !isDone
      again.textContent = say(state === 'ended' ? words.again : 'Try again')
      extend.hidden = state !== 'running' || !phase.canExtend
      end.hidden = isDone || state === 'idle'
      end.textContent = say(isLive ? words.end : state === 'queued' ? 'Leave the queue' : 'Cancel')
      hint.hidden = !isLive
      // The focused button or screen may just have gone; the next sensible place is the way back, or on.
      if (isDone && hadFocus) again.focus()
      else if (extend.hidden && activeElement === extend) end.focus()
    },
  }
}
