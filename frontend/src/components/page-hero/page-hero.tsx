// The top of a laid out page: its title, a sentence, a picture, and what to do next. Further down it is a part of the page.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { ActionList } from '../action-list/action-list.tsx'
import { PageHead } from '../page-head/page-head.tsx'
import { Picture } from '../picture/picture.tsx'

const SIZES = '(min-width: 1176px) 1080px, calc(100vw - 40px)'

export type PageHeroProps = { hero: LayoutBlockOf<'hero'>; title: string }

export const PageHero = ({ hero: { text, picture, actions }, title }: PageHeroProps) => (
  <>
    <PageHead title={title} lead={text}>
      <ActionList actions={actions} />
    </PageHead>
    {picture && (
      <figure className="page-hero-picture">
        <div className="framed">
          <Picture image={picture} sizes={SIZES} isFirst />
        </div>
        {picture.caption && <figcaption>{picture.caption}</figcaption>}
      </figure>
    )}
  </>
)

export const InnerHero = ({
  hero: { title, text, picture, actions },
}: Omit<PageHeroProps, 'title'>) => (
  <div className="inner-hero">
    {title && <h2 className="inner-hero-title">{title}</h2>}
    {text && <p className="page-lead">{text}</p>}
    <ActionList actions={actions} />
    {picture && (
      <figure>
        <div className="framed">
          <Picture image={picture} sizes={SIZES} />
        </div>
        {picture.caption && <figcaption>{picture.caption}</figcaption>}
      </figure>
    )}
  </div>
)
