'use client'
// Chooses the mark of a technology: the one that is stored, and a line to look for another by name, all by keys if liked.
import { Button, FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { type KeyboardEvent, useId, useState } from 'react'
import { ICONS } from '../limits.ts'
import { IconOptions, Mark, optionId } from './icon-list.client.tsx'
import { useIcon, useIcons } from './use-icons.ts'
import './icon-field.css'

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

const Chosen = ({ slug, onRemove }: { slug: string; onRemove: (() => void) | undefined }) => {
  const icon = useIcon(slug)
  return (
    <div className="icon-field__chosen">
      {icon && <Mark path={icon.path} />}
      <span>{icon?.title ?? slug}</span>
      {onRemove && (
        <Button buttonStyle="secondary" margin={false} onClick={onRemove} size="small">
          Remove
        </Button>
      )}
    </div>
  )
}

export const IconField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<string>({ path })
  const [query, setQuery] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const listId = useId()
  const { list, more } = useIcons(isOpen ? query : undefined)
  const isFixed = Boolean(readOnly || disabled)
  const slug = typeof value === 'string' ? value : ''

  const close = () => {
    setIsOpen(false)
    setQuery('')
    setActive(0)
  }
  const choose = (chosen: string | undefined) => {
    if (chosen === undefined) return
    setValue(chosen)
    close()
  }
  const move = (step: number) => {
    const last = list.icons.length - 1
    if (step > 0 && active >= last) more()
    setActive(Math.min(Math.max(active + step, 0), Math.max(last, 0)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const isHeard =
      step !== undefined || event.key === 'Enter' || (isOpen && event.key === 'Escape')
    if (!isHeard) return
    event.preventDefault()
    if (event.key === 'Escape') close()
    else if (!isOpen) setIsOpen(true)
    else if (step !== undefined) move(step)
    else choose(list.icons[active]?.slug)
  }

  return (
    <div className={`field-type text icon-field${showError ? ' error' : ''}`}>
      <FieldLabel label={field.label} path={path} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {slug && <Chosen onRemove={isFixed ? undefined : () => setValue('')} slug={slug} />}
        {!isFixed && (
          <input
            aria-activedescendant={
              isOpen && list.icons[active] ? optionId(listId, active) : undefined
            }
            aria-autocomplete="list"
            aria-controls={listId}
            aria-expanded={isOpen}
            aria-invalid={showError}
            autoComplete="off"
            id={`field-${path.replace(/\./g, '__')}`}
            maxLength={ICONS.maxQueryCharacters}
            onBlur={close}
            onChange={({ target }) => {
              setQuery(target.value)
              setActive(0)
              setIsOpen(true)
            }}
            onClick={() => setIsOpen(true)}
            onKeyDown={onKeyDown}
            placeholder={slug ? 'Look for another one' : 'Look for one by name'}
            role="combobox"
            spellCheck={false}
            type="text"
            value={query}
          />
        )}
        {isOpen && (
          <IconOptions active={active} id={listId} list={list} onChoose={choose} onMore={more} />
        )}
      </div>
      {field.admin?.description && (
        <FieldDescription description={field.admin.description} path={path} />
      )}
    </div>
  )
}
