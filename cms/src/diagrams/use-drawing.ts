// Draws a source while somebody writes it: a moment after the last key, in both themes, mermaid loaded with the first one.
import { useEffect, useState } from 'react'
import { DIAGRAM } from '../limits.ts'
import { type DrawFault, type Drawn, type DrawOrder, draw } from './draw.ts'
import { mermaidSettings, type Theme } from './mermaid-settings.ts'

export type Drawing =
  | { state: 'none' | 'drawing' | 'unavailable' }
  | ({ state: 'drawn' } & Record<Theme, string>)
  | ({ state: 'faulty' } & DrawFault)

/** Mermaid measures words, so its workplace is laid out; nobody sees it. */
const workplace = (): HTMLElement => {
  const place = document.createElement('div')
  place.style.cssText =
    'position:absolute;inset-block-start:0;visibility:hidden;pointer-events:none'
  place.setAttribute('aria-hidden', 'true')
  document.body.append(place)
  return place
}

const drawHidden = async (order: DrawOrder): Promise<Drawn> => {
  const { default: mermaid } = await import('mermaid')
  const place = workplace()
  try {
    return await draw(order, {
      initialize: mermaid.initialize,
      render: (id, text) => mermaid.render(id, text, place),
    })
  } finally {
    place.remove()
  }
}

const drawBoth = async (source: string): Promise<Drawing> => {
  const inTheme = (theme: Theme) =>
    drawHidden({ source, settings: mermaidSettings(theme), id: `drawing-${theme}` })
  const light = await inTheme('light')
  if (!('svg' in light)) return { state: 'faulty', ...light }
  const dark = await inTheme('dark')
  if (!('svg' in dark)) return { state: 'faulty', ...dark }
  return { state: 'drawn', light: light.svg, dark: dark.svg }
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time: mermaid has one set of settings. */
const inTurn = (source: string): Promise<Drawing> => {
  const turn = last.then(() => drawBoth(source))
  last = turn.catch(() => undefined)
  return turn.catch(() => ({ state: 'unavailable' }))
}

/** `source`: `undefined` for what is drawn already. `onDrawn` gets what is to be stored. */
export const useDrawing = (
  source: string | undefined,
  onDrawn: (source: string, drawing: Drawing) => void,
): Drawing => {
  const [drawing, setDrawing] = useState<Drawing>({ state: 'none' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function for the same source draws nothing anew.
  useEffect(() => {
    if (!source?.trim()) return setDrawing({ state: 'none' })
    let isStale = false
    setDrawing((before) => (before.state === 'none' ? { state: 'drawing' } : before))
    const timer = setTimeout(async () => {
      const made = await inTurn(source)
      if (isStale) return
      setDrawing(made)
      onDrawn(source, made)
    }, DIAGRAM.previewPauseMs)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [source])
  return drawing
}
