'use client'
// A text area with letters that are equally wide, for code; and for JSON, which people only look at.
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { CodeFieldClientComponent } from 'payload'
import './plain-input.css'

const ROWS = { min: 6, max: 30 } as const

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2)
}

export const PlainInput: CodeFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<unknown>({ path })
  const text = textOf(value)
  const lines = text.split('\n').length
  const { label, required, admin } = field
  return (
    <div className={`field-type textarea plain-input${showError ? ' error' : ''}`}>
      <FieldLabel label={label} path={path} {...(required ? { required } : {})} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <textarea
          aria-invalid={showError}
          id={`field-${path.replace(/\./g, '__')}`}
          name={path}
          onChange={(event) => setValue(event.target.value)}
          readOnly={readOnly || disabled || (typeof value === 'object' && value !== null)}
          rows={Math.min(ROWS.max, Math.max(ROWS.min, lines + 1))}
          spellCheck={false}
          value={text}
          wrap="off"
        />
      </div>
      {admin?.description && <FieldDescription description={admin.description} path={path} />}
    </div>
  )
}
