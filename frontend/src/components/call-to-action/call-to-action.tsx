// Asks for one thing, between hairlines.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { ActionList } from '../action-list/action-list.tsx'

export type CallToActionProps = { id: string; call: LayoutBlockOf<'callToAction'> }

export const CallToAction = ({ id, call: { title, text, actions } }: CallToActionProps) => (
  <section className="call" aria-labelledby={id}>
    <h2 className="call-title" id={id}>
      {title}
    </h2>
    {text && <p className="call-text lines">{text}</p>}
    <ActionList actions={actions} />
  </section>
)
