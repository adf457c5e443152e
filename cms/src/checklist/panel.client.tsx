// The checklist beside the form: what is missing, and the way to each field.
'use client'
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
      if (checklist.items.length === 0) return <p>All is right.</p>
      return (['blocks', 'advice'] as const).map((level) => (
        <Items
          key={level}
          level={level}
          items={checklist.items.filter((item) => item.level === level)}
        />
      ))
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
