// The view of a page, whichever it is.
import type { PageData } from '../page-data.ts'
import { Demo } from './demo.tsx'
import { Experience } from './experience.tsx'
import { Experiences } from './experiences.tsx'
import { Home } from './home.tsx'
import { LaidOutPage } from './laid-out-page.tsx'
import { Project } from './project.tsx'
import { Projects } from './projects.tsx'
import { Resume } from './resume.tsx'

export const View = ({ data }: { data: PageData }) => {
  switch (data.page) {
    case 'home':
      return <Home site={data.site} content={data} />
    case 'projects':
      return <Projects content={data} />
    case 'project':
      return <Project project={data.project} notice={data.site.terminalNotice} />
    case 'demo':
      return <Demo project={data.project} demo={data.demo} notice={data.site.terminalNotice} />
    case 'experiences':
      return <Experiences experiences={data.experiences} />
    case 'experience':
      return <Experience experience={data.experience} />
    case 'page':
      return <LaidOutPage content={data.content} />
    case 'resume':
      return <Resume site={data.site} resume={data.resume} />
  }
}
