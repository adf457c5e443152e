// Every address of the public API, below `/api/public/v1/`.
import type { Route } from './route.ts'
import { projectRoutes } from './routes/projects.ts'
import { siteRoutes } from './routes/site.ts'
import { technologyRoutes } from './routes/technologies.ts'

export const ROUTES: readonly Route[] = [...projectRoutes, ...technologyRoutes, ...siteRoutes]
