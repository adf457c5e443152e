// What happened when, in the order in which it is told.
import type { BodyBlockOf } from '../../cms/shapes/body-blocks.ts'
import { keyed } from '../../keyed.ts'
import { Titled } from './titled.tsx'

export const Events = ({ block: { title, events } }: { block: BodyBlockOf<'timeline'> }) => (
  <Titled title={title}>
    <ol className="events">
      {keyed(events).map(({ key, item }) => (
        <li key={key}>
          <p className="event-when">{item.when}</p>
          <div>
            <p className="event-title">{item.title}</p>
            {item.text && <p className="lines">{item.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  </Titled>
)
