// Technologies are shared: a name that is known in any spelling is that technology, others are added to the vocabulary.
import type { PayloadRequest } from 'payload'
import { slugify } from '../fields/slugify.ts'
import { findIcon, iconKey } from '../technologies/icons.ts'
import type { Notes } from './notes.ts'

type Category = 'language' | 'framework' | 'library' | 'tool' | 'platform' | 'concept'

const CATEGORIES: Record<Category, string> = {
  language:
    'c cplusplus csharp rust go python javascript typescript java kotlin swift ruby php bash shell sql html css html5 css3 lua',
  framework:
    'react nextdotjs vuedotjs angular svelte django fastapi flask express nestjs spring rails laravel tailwindcss',
  library:
    'pthread pthreads minilibx readline numpy pandas zod pydantic sqlalchemy threedotjs chartdotjs',
  tool: 'git make cmake docker dockercompose webpack vite jest pytest valgrind gdb prometheus grafana nginx postman',
  platform:
    'linux postgresql redis mysql mongodb aws azure gcp kubernetes vercel heroku x11 nodedotjs pgvector',
  concept: 'rest graphql websockets oauth jwt semaphores mutexes signals sockets epoll matrices',
}
const CATEGORY_OF = new Map(
  (Object.keys(CATEGORIES) as Category[]).flatMap((category) =>
    CATEGORIES[category].split(' ').map((name) => [name, category] as const),
  ),
)

/** Names that occur once, whatever their spelling. */
const distinct = (names: readonly string[]): Map<string, string> => {
  const byKey = new Map<string, string>()
  for (const name of names) {
    const key = iconKey(name)
    if (key !== '' && !byKey.has(key)) byKey.set(key, name)
  }
  return byKey
}

const known = async (req: PayloadRequest): Promise<Map<string, string>> => {
  const { docs } = await req.payload.find({
    collection: 'technologies',
    depth: 0,
    pagination: false,
    select: { name: true },
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ id, name }) => [iconKey(name), id]))
}

/** What has to be added for these names. */
export const missingTechnologies = async (req: PayloadRequest, names: readonly string[]) => {
  const ids = await known(req)
  return [...distinct(names)].filter(([key]) => !ids.has(key)).map(([, name]) => name)
}

/** Ids in the order of `names`; what is not there is made, in the request's transaction. */
export const ensureTechnologies = async (
  req: PayloadRequest,
  names: readonly string[],
  notes: Notes,
): Promise<string[]> => {
  const ids = await known(req)
  const result: string[] = []
  for (const [key, name] of distinct(names)) {
    const category = CATEGORY_OF.get(key)
    let id = ids.get(key)
    if (id === undefined) {
      const icon = await findIcon(name)
      const made = await req.payload.create({
        collection: 'technologies',
        // An address made of “C++” would be that of “C”.
        data: { name, slug: slugify(key), category: category ?? 'tool', ...(icon ? { icon } : {}) },
        overrideAccess: true,
        req,
      })
      id = made.id
      notes.add('technologies', category ? 'new' : 'new, its category is a guess', name)
    }
    result.push(id)
  }
  return result
}
