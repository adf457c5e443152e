// Every address of the public API, below `/api/public/v1/`.
import type { Route } from './route.ts'
import { activityRoutes } from './routes/activity.ts'
import { experienceRoutes } from './routes/experiences.ts'
import { pageRoutes } from './routes/pages.ts'
import { projectRoutes } from './routes/projects.ts'
import { redirectRoutes } from './routes/redirects.ts'
import { resumeRoutes } from './routes/resume.ts'
import { searchRoutes } from './routes/search.ts'
import { siteRoutes } from './routes/site.ts'
import { slugRoutes } from './routes/slugs.ts'
import { sourceRoutes } from './routes/source.ts'
import { technologyRoutes } from './routes/technologies.ts'

export const ROUTES: readonly Route[] = [
  ...projectRoutes,
  ...sourceRoutes,
  ...experienceRoutes,
  ...pageRoutes,
  ...technologyRoutes,
  ...siteRoutes,
  ...resumeRoutes,
  ...redirectRoutes,
  ...searchRoutes,
  ...slugRoutes,
  ...activityRoutes,
]
