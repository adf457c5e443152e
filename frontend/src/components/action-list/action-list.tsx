// What to do next: the first as a button, the rest as links. One button of a page is filled.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { useLanguage } from '../../i18n/context.tsx'

type Action = LayoutBlockOf<'callToAction'>['actions'][number]

type ActionListProps = {
  actions: readonly Action[]
  /** How the first looks; as a link where a button would shout. */
  first?: 'filled' | 'quiet' | 'link'
}

const CLASSES = { filled: 'button', quiet: 'button button-quiet', link: undefined }

export const ActionList = ({ actions, first = 'filled' }: ActionListProps) => {
  const { local } = useLanguage()
  if (actions.length === 0) return null
  return (
    <ul className="actions">
      {actions.map(({ label, href }, index) => (
        <li key={`${label}${href}`}>
          <a className={index === 0 ? CLASSES[first] : undefined} href={local(href)}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
