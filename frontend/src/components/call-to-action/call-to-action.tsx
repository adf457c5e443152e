// Asks for one thing, between hairlines.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { ActionList } from '../action-list/action-list.tsx'

type CallToActionProps = {
  id: string
  call: LayoutBlockOf<'callToAction'>
  isFilled: boolean
}

export const CallToAction = ({
  id,
  call: { title, text, actions },
  isFilled,
}: CallToActionProps) => (
  <section className="call" aria-labelledby={id}>
    <h2 className="call-title" id={id}>
      {title}
    </h2>
    {text && <p className="call-text lines">{text}</p>}
    <ActionList actions={actions} first={isFilled ? 'filled' : 'quiet'} />
  </section>
)
