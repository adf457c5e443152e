// The source of a diagram, with what it draws beside it. Drawings go into the form, and the server cleans and stores them.
'use client'
import { FieldError, FieldLabel, useField, useTheme } from '@payloadcms/ui'
import type { TextareaFieldClientComponent } from 'payload'
import { useId } from 'react'
import { markOf, textOf } from './diagram.ts'
import { faultText } from './fault-text.ts'
import { Preview } from './preview.tsx'
import { type Drawing, useDrawing } from './use-drawing.ts'
import './source-field.css'

const MIN_ROWS = 10

export const DiagramSource: TextareaFieldClientComponent = ({ path, readOnly }) => {
  const { theme } = useTheme()
  const statusId = useId()
  const beside = (name: string) => path.replace(/source$/, name)
  const { value, setValue, showError } = useField<string>({ path })
  const kind = useField<string>({ path: beside('kind') })
  const light = useField<string | null>({ path: beside('lightSvg') })
  const dark = useField<string | null>({ path: beside('darkSvg') })
  const from = useField<string | null>({ path: beside('drawnFrom') })
  const error = useField<string | null>({ path: beside('drawError') })

  const source = textOf(value)
  const isMermaid = kind.value === 'mermaid'
  const isStored =
    from.value === markOf({ kind: kind.value, source }) && Boolean(light.value && dark.value)

  // The source has been marked as changed; these only follow it.
  const keep = (drawn: string, drawing: Drawing) => {
    if (drawing.state !== 'drawn' && drawing.state !== 'faulty') return
    const isDrawn = drawing.state === 'drawn'
    light.setValue(isDrawn ? drawing.light : null, true)
    dark.setValue(isDrawn ? drawing.dark : null, true)
    error.setValue(isDrawn ? null : faultText(drawing), true)
    from.setValue(markOf({ kind: 'mermaid', source: drawn }), true)
  }
  const made = useDrawing(isMermaid && !isStored ? source : undefined, keep)
  const drawing: Drawing = isStored
    ? { state: 'drawn', light: textOf(light.value), dark: textOf(dark.value) }
    : made

  const lines = source.split('\n')
  const faultyLine = isMermaid && drawing.state === 'faulty' ? drawing.line : undefined
  return (
    <div className={`field-type textarea diagram-source${showError ? ' error' : ''}`}>
      <FieldLabel label="Source" path={path} required />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <div className="diagram-source__halves">
          <div className="diagram-source__editor">
            <div aria-hidden="true" className="diagram-source__lines">
              {lines.map((_, index) => (
                <span
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
                  key={index}
                  data-faulty={faultyLine === index + 1 || undefined}
                >
                  {index + 1}
                </span>
              ))}
            </div>
            <textarea
              aria-describedby={statusId}
              aria-invalid={faultyLine !== undefined || showError}
              id={`field-${path.replace(/\./g, '__')}`}
              name={path}
              onChange={(event) => setValue(event.target.value)}
              readOnly={readOnly}
              rows={Math.max(MIN_ROWS, lines.length + 1)}
              spellCheck={false}
              value={source}
              wrap="off"
            />
          </div>
          <Preview
            drawing={drawing}
            id={statusId}
            kind={kind.value}
            source={source}
            theme={theme === 'dark' ? 'dark' : 'light'}
            trouble={textOf(error.value)}
          />
        </div>
      </div>
    </div>
  )
}
