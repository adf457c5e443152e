// Small sections side by side or below each other: a title, a text, a picture, links.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { keyed } from '../../keyed.ts'
import { ActionList } from '../action-list/action-list.tsx'
import { Picture } from '../picture/picture.tsx'
import { Text } from '../prose/text.tsx'

export type Section = LayoutBlockOf<'featureCards'>['cards'][number]

const SIZES = '(min-width: 768px) 420px, calc(100vw - 40px)'

type SectionsProps = {
  sections: readonly Section[]
  level: 2 | 3 | 4
}

export const Sections = ({ sections, level }: SectionsProps) => {
  const Heading = `h${level}` as const
  return (
    <ul className="feature-cards">
      {keyed(sections).map(({ key, item: { title, text, picture, links } }) => (
        <li key={key} className="feature-card">
          {picture && (
            <div className="framed">
              <Picture image={picture} sizes={SIZES} />
            </div>
          )}
          {title && <Heading className="feature-card-title">{title}</Heading>}
          {text && <Text text={text} />}
          <ActionList actions={links} first="link" />
        </li>
      ))}
    </ul>
  )
}
