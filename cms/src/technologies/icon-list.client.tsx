'use client'
// Marks to choose from, drawn, below the line that somebody types into.
import { useEffect, useRef } from 'react'
import type { DrawnIcon, IconList } from './use-icons.ts'

export const Mark = ({ path }: Pick<DrawnIcon, 'path'>) => (
  <svg aria-hidden="true" className="icon-field__mark" viewBox="0 0 24 24">
    <path d={path} />
  </svg>
)

export const optionId = (listId: string, index: number) => `${listId}-${index}`

type Props = {
  id: string
  list: IconList
  /** Number of the option that the keys are at. */
  active: number
  onChoose: (slug: string) => void
  onMore: () => void
}

export const IconOptions = ({ id, list, active, onChoose, onMore }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const { icons, total, problem } = list
  return (
    // Otherwise the line loses the focus, and the list closes before the click.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing happens here.
    <div className="icon-field__drop" onMouseDown={(event) => event.preventDefault()}>
      <div aria-label="Marks" className="icon-field__options" id={id} ref={box} role="listbox">
        {icons.map(({ slug, title, path }, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the line that is typed into.
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are heard there.
          <div
            aria-selected={index === active}
            className="icon-field__option"
            id={optionId(id, index)}
            key={slug}
            onClick={() => onChoose(slug)}
            role="option"
          >
            <Mark path={path} />
            <span>{title}</span>
            {title.toLowerCase() !== slug && <code>{slug}</code>}
          </div>
        ))}
      </div>
      <p aria-live="polite" className="icon-field__count">
        {problem ?? (total === 0 ? 'No mark has this name.' : `${icons.length} of ${total} marks.`)}{' '}
        {icons.length < total && (
          <button className="icon-field__more" onClick={onMore} tabIndex={-1} type="button">
            Show more
          </button>
        )}
      </p>
    </div>
  )
}
