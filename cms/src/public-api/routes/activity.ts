// GET activity
import { z } from 'zod'
import { activityShape, readActivity } from '../../activity/store.ts'
import { route } from '../route.ts'

export const activityRoutes = [
  route({
    path: 'activity',
    summary:
      'The last year on GitHub, as GitHub told it; not there without an account or for a week',
    query: z.strictObject({}),
    shape: activityShape,
    load: ({ payload }) => readActivity(payload),
  }),
]
