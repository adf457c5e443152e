// Which demos visitors may run now: the owner's switch is on, the demo is enabled, and a published project shows it.
import type { CollectionSlug, Payload, Where } from 'payload'
import { z } from 'zod'
import { createDocuments, type Documents } from '../documents.ts'
import { idText, isPossibleId, relationText } from '../ids.ts'
import type { TerminalSettings } from '../options.ts'

const demo = z.object({ id: idText, enabled: z.boolean().nullish(), _status: z.string().nullish() })
const project = z.object({
  demo: relationText.nullish(),
  _status: z.string().nullish(),
})

/** Methods reject when the database does not answer: not to know is not to forbid. */
export type Permissions = {
  /** Those of `demoIds` that are enabled and that a published project shows. */
  shown: (demoIds: readonly string[]) => Promise<Set<string>>
  /** The owner's switch. */
  areOn: () => Promise<boolean>
  /** The same as `shown`, and none while terminals are switched off. */
  runnable: (demoIds: readonly string[]) => Promise<Set<string>>
}

type Parts = {
  payload: Payload
  settings: Pick<TerminalSettings, 'collections' | 'global'>
  documents?: Pick<Documents, 'terminal'>
}

export const createPermissions = ({
  payload,
  settings,
  documents = createDocuments(payload, settings),
}: Parts): Permissions => {
  const { collections } = settings

  const findAll = async <T>(
    schema: z.ZodType<T>,
    { slug, where, overrideAccess }: { slug: string; where: Where; overrideAccess: boolean },
  ): Promise<T[]> => {
    const { docs } = await payload.find({
      collection: slug as CollectionSlug,
      where,
      depth: 0,
      pagination: false,
      overrideAccess,
    })
    return docs.flatMap((document) => schema.safeParse(document).data ?? [])
  }

  const shown: Permissions['shown'] = async (demoIds) => {
    const ids = [...new Set(demoIds)].filter((one) => isPossibleId(payload, collections.demos, one))
    if (ids.length === 0) return new Set()
    const [demos, projects] = await Promise.all([
      findAll(demo, { slug: collections.demos, where: { id: { in: ids } }, overrideAccess: true }),
      // As a visitor: a project that the host hides from them shows nothing.
      findAll(project, {
        slug: collections.projects,
        where: { demo: { in: ids } },
        overrideAccess: false,
      }),
    ])
    const inProject = new Set(
      projects.filter(({ _status }) => _status !== 'draft').map((found) => found.demo),
    )
    const runs = demos.filter(({ enabled, _status }) => enabled === true && _status !== 'draft')
    return new Set(runs.map((found) => found.id).filter((found) => inProject.has(found)))
  }

  const areOn = async () => (await documents.terminal()).enabled

  return {
    shown,
    areOn,
    runnable: async (demoIds) => ((await areOn()) ? shown(demoIds) : new Set()),
  }
}
