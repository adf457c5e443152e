// The checklist beside the form, or above it: what is missing, and the way to each field.
'use client'
import { useLivePreviewContext, useWindowInfo } from '@payloadcms/ui'
import type { RefusedPlan } from '../schedule/refused.ts'
import type { Item, Level } from './facts.ts'
import { goToField } from './go-to-field.ts'
import { inOneLine } from './in-one-line.ts'
import { type Checklist, useChecklist } from './use-checklist.ts'
import './panel.css'

const HEADINGS = {
  blocks: 'Needed before publishing',
  advice: 'Worth a look',
} satisfies Record<Level, string>

const Items = ({ level, items }: { level: Level; items: Item[] }) =>
  items.length > 0 && (
    <>
      <h4 className={`checklist__heading checklist__heading--${level}`}>{HEADINGS[level]}</h4>
      <ul className="checklist__items">
        {items.map(({ id, message, where }) => (
          <li key={id}>
            {message}{' '}
            <button className="checklist__link" type="button" onClick={() => goToField(where)}>
              Show {where.label}
            </button>
          </li>
        ))}
      </ul>
    </>
  )

const DONE = { publish: 'published', unpublish: 'taken down' } as const

const Refused = ({ plan: { type, plannedFor, reasons } }: { plan: RefusedPlan }) => (
  <div className="checklist__refused">
    <p>
      This was to be {DONE[type]} on{' '}
      <time dateTime={plannedFor}>
        {new Date(plannedFor).toLocaleString(undefined, {
          dateStyle: 'medium',
          timeStyle: 'short',
        })}
      </time>
      , and was refused:
    </p>
    <ul className="checklist__items">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  </div>
)

const TITLE = 'Before publishing'

const Told = ({ checklist }: { checklist: Checklist }) => {
  switch (checklist.state) {
    case 'asking':
      return <p>Looking …</p>
    case 'unsaved':
      return <p>Shown once there is a draft.</p>
    case 'unknown':
      return <p>The server does not say just now. It is asked again after the next save.</p>
    case 'known':
      return (
        <>
          {checklist.refused && <Refused plan={checklist.refused} />}
          {checklist.items.length === 0 && <p>All is right.</p>}
          {(['blocks', 'advice'] as const).map((level) => (
            <Items
              key={level}
              level={level}
              items={checklist.items.filter((item) => item.level === level)}
            />
          ))}
        </>
      )
  }
}

const Beside = () => {
  const checklist = useChecklist()
  return (
    <section className="field-type checklist" aria-label={TITLE}>
      <h3 className="checklist__title">{TITLE}</h3>
      <div aria-live="polite">
        <Told checklist={checklist} />
      </div>
    </section>
  )
}

const Above = () => {
  const checklist = useChecklist()
  return (
    <details className="field-type checklist">
      <summary className="checklist__summary">
        <h3 className="checklist__title">{TITLE}:</h3>{' '}
        <span aria-live="polite">{inOneLine(checklist)}</span>
      </summary>
      <Told checklist={checklist} />
    </details>
  )
}

/** Payload puts what is beside the form below it, out of sight, in a narrow window and while the preview takes half of a wide one. */
const useIsBesideBelow = (): boolean => {
  const { breakpoints } = useWindowInfo()
  const { isLivePreviewing } = useLivePreviewContext()
  return isLivePreviewing || breakpoints?.m === true
}

export const ChecklistBeside = () => (useIsBesideBelow() ? null : <Beside />)
export const ChecklistAbove = () => (useIsBesideBelow() ? <Above /> : null)
