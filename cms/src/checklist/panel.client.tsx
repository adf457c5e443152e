// The checklist beside the form: what is missing, and the way to each field.
'use client'
import type { RefusedPlan } from '../schedule/refused.ts'
import type { Item, Level } from './facts.ts'
import { goToField } from './go-to-field.ts'
import { useChecklist } from './use-checklist.ts'
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

const Told = () => {
  const checklist = useChecklist()
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

export const ChecklistPanel = () => (
  <section className="field-type checklist" aria-label="Before publishing">
    <h3 className="checklist__title">Before publishing</h3>
    <div aria-live="polite">
      <Told />
    </div>
  </section>
)
