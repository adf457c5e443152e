// Editors who save as fast as they can, one change after the other each, and remember what they were told.
import { setTimeout as delay } from 'node:timers/promises'
import { png } from '../files.ts'
import { contentOf } from './content.ts'

/** Pause after a request that nobody answered, in milliseconds. */
const RETRY_MS = 25

export type Answer = { status: number; body: { code?: string; doc?: { id: string } } }
export type Call = (path: string, init?: RequestInit) => Promise<Answer>

export type Writer = {
  name: string
  /** Numbers that were tried, and those of which the answer said that they are stored. */
  tried: number
  acknowledged: number[]
  /** Changes of one project before the next is begun; fewer than versions are kept. */
  perProject: number
  /** The project that is being changed. */
  project?: string | undefined
}

export type Load = {
  writers: Writer[]
  /** Media whose upload was acknowledged. */
  uploads: string[]
  /** Answers that were no acknowledgement. */
  refused: Answer[]
  acknowledged: () => number
  /** Lets everybody finish their last request. */
  stop: () => Promise<void>
}

const json = (method: string, data: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(data),
})

const writer = (name: string, perProject: number): Writer => ({
  name,
  perProject,
  tried: 0,
  acknowledged: [],
})

/** Numbers go on from those of `before`. `related`: id of a project that is not written. */
export const startLoad = async (
  call: Call,
  { related, before }: { related: string; before?: Load },
): Promise<Load> => {
  const picture = await png('load.png', 20, 20)
  const refused: Answer[] = []
  const uploads = before?.uploads ?? []
  const writers = before?.writers ?? [
    writer('First editor', 40),
    writer('Second editor', 40),
    writer('Third editor', 40),
    writer('Author', 1),
  ]
  let isOver = false

  /** `undefined`: nobody answered, or not with an acknowledgement. */
  const ask = async (path: string, init: RequestInit) => {
    const answer = await call(path, init).catch(() => undefined)
    if (answer && answer.status < 300) return answer.body.doc
    if (answer) refused.push(answer)
    await delay(RETRY_MS)
    return undefined
  }

  const write = async (writer: Writer) => {
    const isFirst = writer.tried % writer.perProject === 0
    writer.tried += 1
    const number = writer.tried
    if (isFirst) writer.project = undefined
    const known = writer.project
    const data = contentOf(writer.name, number, related)
    const doc = known
      ? await ask(`/projects/${known}`, json('PATCH', data))
      : await ask('/projects', json('POST', data))
    if (!doc) return
    writer.acknowledged.push(number)
    writer.project = doc.id
  }

  const upload = async () => {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(picture.data)], { type: 'image/png' }), 'load.png')
    body.set('_payload', JSON.stringify({ alt: 'A picture' }))
    const doc = await ask('/media', { method: 'POST', body })
    if (doc) uploads.push(doc.id)
  }

  const untilOver = async (work: () => Promise<void>) => {
    while (!isOver) await work()
  }
  const working = Promise.all([
    ...writers.map((writer) => untilOver(() => write(writer))),
    untilOver(upload),
  ])
  return {
    writers,
    uploads,
    refused,
    acknowledged: () => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0),
    stop: async () => {
      isOver = true
      await working
    },
  }
}
