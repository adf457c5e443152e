// xterm with its addons, as the element uses it. The only module that imports xterm; loaded on launch.

import { MAX_COLS, MAX_ROWS, MIN_COLS, MIN_ROWS } from '@shellfolio/protocol'
import { FitAddon } from '@xterm/addon-fit'
import { WebLinksAddon } from '@xterm/addon-web-links'
import { Terminal } from '@xterm/xterm'
import { openWithSafeStyles } from './csp-styles.ts'
import { createKeyJudge } from './keys.ts'
import { RESIZE_QUIET_MS, SCROLLBACK_LINES, WEBGL_AFTER_BYTES } from './limits.ts'
import { cleanPaste } from './paste.ts'
import { boundRepeats } from './repeats.ts'
import type { Size } from './session.ts'
import { fontFrom, themeFrom } from './theme.ts'
import { unicodeWidths } from './unicode.ts'
import { drawByWebgl, worthIt } from './webgl.ts'

export type Emulator = {
  size: () => Size
  write: (data: Uint8Array, done: () => void) => void
  /** Empties it, in order with what is written. */
  reset: () => void
  /** From now on it only shows, at that size; what does not fit is scrolled to. */
  watch: (size: Size) => void
  focus: () => void
  /** Inserts text as a paste, bracketed when the program asked for it. */
  paste: (text: string) => void
  /** Screen and scrollback as text. */
  text: () => string
  isReadOnly: () => boolean
  setReadOnly: (is: boolean) => void
  setScreenReader: (isOn: boolean) => void
  dispose: () => void
}

/** `auto`: by WebGL once a program has printed a lot and the browser has it in hardware. */
export type Renderer = 'auto' | 'dom' | 'webgl'

export type EmulatorOptions = {
  /** `text`: as xterm gave it, one event at a time. */
  onInput: (text: string, data: Uint8Array) => void
  onResize: (size: Size, pixels: { width: number; height: number }) => void
  isScreenReader: boolean
  renderer: Renderer
}

/** Leaves whatever sequence it is in, then RIS. Written like output, it stays behind what came before it. */
const RESET = '\x18\x1bc'

const openLink = (event: MouseEvent, address: string) => {
  event.preventDefault()
  if (/^https?:\/\//i.test(address)) window.open(address, '_blank', 'noopener,noreferrer')
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

/** Fonts change the size of a cell: measuring before they are there gives a wrong grid. */
const fontsReady = async ({ fontFamily, fontSize }: { fontFamily: string; fontSize: number }) => {
  await document.fonts.load(`${fontSize}px ${fontFamily}`).catch(() => undefined)
}

const createTerminal = (style: CSSStyleDeclaration, isScreenReader: boolean) => {
  const read = (name: string) => style.getPropertyValue(name)
  const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)').matches
  return new Terminal({
    ...fontFrom(read),
    theme: themeFrom(read),
    allowProposedApi: true,
    cursorBlink: !reducesMotion,
    linkHandler: { activate: openLink },
    // It would write to the page's console whenever a program's output is no sequence, or an interrupt cut one short.
    logLevel: 'off',
    minimumContrastRatio: 4.5,
    screenReaderMode: isScreenReader,
    scrollback: SCROLLBACK_LINES,
    smoothScrollDuration: 0,
  })
}

const bufferText = ({ buffer: { active } }: Terminal): string => {
  const lines: string[] = []
  for (let row = 0; row < active.length; row += 1) {
    const line = active.getLine(row)
    const text = line?.translateToString(true) ?? ''
    if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`)
    else lines.push(text)
  }
  return lines.join('\n').trimEnd()
}

/** Opens an emulator in `host`, which must be visible. */
export const openEmulator = async (
  host: HTMLElement,
  { onInput, onResize, isScreenReader, renderer }: EmulatorOptions,
): Promise<Emulator> => {
  const style = getComputedStyle(host)
  await fontsReady(fontFrom((name) => style.getPropertyValue(name)))
  const terminal = createTerminal(style, isScreenReader)
  const fit = new FitAddon()
  const encoder = new TextEncoder()
  const ours = new AbortController()
  const { signal } = ours

  boundRepeats(terminal.parser)
  terminal.loadAddon(fit)
  terminal.loadAddon(new WebLinksAddon(openLink))
  terminal.unicode.register(unicodeWidths)
  terminal.unicode.activeVersion = unicodeWidths.version
  const releaseStyles = openWithSafeStyles(document, () => terminal.open(host))

  const size = (): Size => ({
    cols: clamp(terminal.cols, MIN_COLS, MAX_COLS),
    rows: clamp(terminal.rows, MIN_ROWS, MAX_ROWS),
  })
  let isWatching = false
  let quiet: ReturnType<typeof setTimeout> | undefined
  const refit = () => {
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      if (host.clientWidth === 0 || isWatching) return
      fit.fit()
      onResize(size(), { width: host.clientWidth, height: host.clientHeight })
    }, RESIZE_QUIET_MS)
  }
  const observer = new ResizeObserver(refit)
  fit.fit()
  observer.observe(host)

  const recolour = () => {
    terminal.options.theme = themeFrom((name) => style.getPropertyValue(name))
  }
  // The theme may follow the system or an attribute that the page's own switch sets.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour, { signal })
  const themes = new MutationObserver(recolour)
  themes.observe(document.documentElement, { attributeFilter: ['class', 'data-theme', 'style'] })

  terminal.onData((text) => onInput(text, encoder.encode(text)))
  terminal.onBinary((text) =>
    onInput(
      text,
      Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff),
    ),
  )

  const isReadOnly = () => terminal.options.disableStdin === true
  const judge = createKeyJudge()
  terminal.attachCustomKeyEventHandler((event) => {
    const verdict = judge(event, {
      hasSelection: terminal.hasSelection(),
      isReadOnly: isReadOnly(),
    })
    if (verdict === 'copy') {
      event.preventDefault()
      navigator.clipboard?.writeText(terminal.getSelection()).catch(() => undefined)
      if (!event.shiftKey) terminal.clearSelection()
    }
    return verdict === 'shell'
  })
  const paste = (text: string) => terminal.paste(cleanPaste(text))
  // xterm pastes what it gets, the end of a bracketed paste included: clean it before it sees it.
  host.addEventListener(
    'paste',
    (event) => {
      event.preventDefault()
      event.stopPropagation()
      paste(event.clipboardData?.getData('text/plain') ?? '')
    },
    { capture: true, signal },
  )

  const setReadOnly = (is: boolean) => {
    terminal.options.disableStdin = is
    terminal.options.cursorBlink = false
  }
  let parsedBytes = 0
  let mayUseWebgl = renderer !== 'dom'
  const considerWebgl = () => {
    const isWanted = renderer === 'webgl' || parsedBytes >= WEBGL_AFTER_BYTES
    if (!mayUseWebgl || !isWanted) return
    mayUseWebgl = false
    if (renderer === 'webgl' || worthIt()) {
      drawByWebgl(terminal, signal).catch(() => undefined)
    }
  }
  considerWebgl()

  return {
    size,
    write: (data, done) =>
      terminal.write(data, () => {
        parsedBytes += data.byteLength
        done()
        considerWebgl()
      }),
    reset: () => terminal.write(RESET),
    watch: ({ cols, rows }) => {
      isWatching = true
      host.dataset.watching = ''
      setReadOnly(true)
      terminal.resize(cols, rows)
    },
    focus: () => terminal.focus(),
    paste,
    isReadOnly,
    text: () => bufferText(terminal),
    setReadOnly,
    setScreenReader: (isOn) => {
      terminal.options.screenReaderMode = isOn
    },
    dispose: () => {
      ours.abort()
      clearTimeout(quiet)
      observer.disconnect()
      themes.disconnect()
      delete host.dataset.watching
      terminal.dispose()
      releaseStyles()
    },
  }
}
