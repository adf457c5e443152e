// One piece of work told in three steps, with its figures and the project it became.
import type { LayoutBlockOf } from '../../cms/shapes/page.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { Impact } from '../impact/impact.tsx'
import { PictureFigure } from '../picture/picture-figure.tsx'
import { Text } from '../prose/text.tsx'

const SIZES = '(min-width: 1024px) 860px, calc(100vw - 40px)'

export const CaseStudy = ({ study }: { study: LayoutBlockOf<'caseStudy'> }) => {
  const { t, pathTo } = useLanguage()
  const { problem, approach, result, figures, picture, project } = study
  const steps = [
    { name: t.blocks.problem, text: problem },
    { name: t.blocks.approach, text: approach },
    { name: t.blocks.result, text: result },
  ].filter(({ text }) => text.trim() !== '')
  return (
    <div className="case">
      {steps.map(({ name, text }) => (
        <div key={name}>
          <h3 className="case-step">{name}</h3>
          <Text text={text} />
        </div>
      ))}
      <Impact figures={figures} />
      {picture && <PictureFigure image={picture} sizes={SIZES} />}
      {project && (
        <p>
          {t.blocks.theProject}{' '}
          <a href={pathTo({ page: 'project', slug: project.slug })}>{project.title}</a>
        </p>
      )}
    </div>
  )
}
