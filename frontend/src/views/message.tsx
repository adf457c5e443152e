// Pages that say one thing: nothing is here, or something broke.
import { PageHead } from '../components/page-head/page-head.tsx'
import { STRINGS } from '../strings.ts'

export const Message = ({ title, lead }: { title: string; lead: string }) => (
  <PageHead title={title} lead={lead}>
    <ul className="actions">
      <li>
        <a className="button" href="/projects">
          {STRINGS.allProjects}
        </a>
      </li>
      <li>
        <a href="/">{STRINGS.home}</a>
      </li>
    </ul>
  </PageHead>
)
