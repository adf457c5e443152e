// Several views of one thing, one open at a time. The browser's own disclosure: no script, and nothing is lost on paper.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { Sections } from '../feature-cards/sections.tsx'

export type TabsProps = { id: string; tabs: LayoutBlockOf<'tabs'>['tabs'] }

type Tab = TabsProps['tabs'][number]

/** Content never moves, so its position is its identity. */
const keyed = (tab: Tab, index: number) => ({ key: `${index}`, isFirst: index === 0, tab })

export const Tabs = ({ id, tabs }: TabsProps) => (
  <div className="tabs">
    {tabs.map(keyed).map(({ key, isFirst, tab: { label, sections } }) => (
      <details key={key} name={id} open={isFirst}>
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
