// The top of a laid out page: its title, a sentence, a picture, and what to do next. Further down it is a part of the page.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { ActionList } from '../action-list/action-list.tsx'
import { PageHead } from '../page-head/page-head.tsx'
import { PictureFigure } from '../picture/picture-figure.tsx'

const SIZES = '(min-width: 1176px) 1080px, calc(100vw - 40px)'

type PageHeroProps = { hero: LayoutBlockOf<'hero'>; title: string }

export const PageHero = ({ hero: { text, picture, actions }, title }: PageHeroProps) => (
  <>
    <PageHead title={title} lead={text}>
      <ActionList actions={actions} />
    </PageHead>
    {picture && (
      <PictureFigure className="page-hero-picture" image={picture} sizes={SIZES} isFirst />
    )}
  </>
)

type InnerHeroProps = Pick<PageHeroProps, 'hero'> & { isFilled: boolean }

export const InnerHero = ({
  hero: { title, text, picture, actions },
  isFilled,
}: InnerHeroProps) => (
  <div className="inner-hero">
    {title && <h2 className="inner-hero-title">{title}</h2>}
    {text && <p className="page-lead">{text}</p>}
    <ActionList actions={actions} first={isFilled ? 'filled' : 'quiet'} />
    {picture && <PictureFigure image={picture} sizes={SIZES} />}
  </div>
)
