// `/projects`: everything, in the owner's order.
import type { ProjectSummary } from '../cms/shapes.ts'
import { Notice } from '../components/notice/notice.tsx'
import { PageHead } from '../components/page-head/page-head.tsx'
import { ProjectList } from '../components/project-list/project-list.tsx'
import { STRINGS } from '../strings.ts'

const leadOf = (projects: readonly ProjectSummary[]) =>
  projects.some(({ demo }) => demo !== null)
    ? `Those marked “${STRINGS.runsHere}” can be tried in a real shell on their page.`
    : null

export const Projects = ({ projects }: { projects: ProjectSummary[] }) => (
  <>
    <PageHead title={STRINGS.projects} lead={leadOf(projects)} />
    {projects.length > 0 ? (
      <ProjectList projects={projects} />
    ) : (
      <Notice>
        <p>The first project is being written up. Come back soon.</p>
      </Notice>
    )}
  </>
)
