// What to do next: the first as a button, the rest as links.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { useLanguage } from '../../i18n/context.tsx'

type Action = LayoutBlockOf<'callToAction'>['actions'][number]

export type ActionListProps = {
  actions: readonly Action[]
  /** All as links, where a button would shout. */
  isQuiet?: boolean
}

export const ActionList = ({ actions, isQuiet = false }: ActionListProps) => {
  const { local } = useLanguage()
  if (actions.length === 0) return null
  return (
    <ul className="actions">
      {actions.map(({ label, href }, index) => (
        <li key={`${label}${href}`}>
          <a className={index === 0 && !isQuiet ? 'button' : undefined} href={local(href)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
