// Several views of one thing, one open at a time. The browser's own disclosure: no script, and nothing is lost on paper.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { keyed } from '../../keyed.ts'
import { Sections } from '../feature-cards/sections.tsx'

type TabsProps = { id: string; tabs: LayoutBlockOf<'tabs'>['tabs'] }

export const Tabs = ({ id, tabs }: TabsProps) => (
  <div className="tabs">
    {keyed(tabs).map(({ key, index, item: { label, sections } }) => (
      <details key={key} name={id} open={index === 0}>
        <summary>
          <h3 className="tab-label">{label}</h3>
        </summary>
        <div className="tab-content">
          <Sections sections={sections} level={4} />
        </div>
      </details>
    ))}
  </div>
)
