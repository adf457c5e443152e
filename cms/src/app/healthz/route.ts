// Whether this process can do its job: Payload is up and its database answers.
import { cmsProcess } from '../../process.ts'

export const dynamic = 'force-dynamic'

/** A database that needs longer than this is as good as gone, in milliseconds. */
const DEADLINE_MS = 2000

const answer = (status: number, word: string) =>
  Response.json({ status: word }, { status, headers: { 'cache-control': 'no-store' } })

export const GET = async (): Promise<Response> => {
  const { payload } = cmsProcess()
  if (!payload) return answer(503, 'starting')
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database does not answer.')), DEADLINE_MS)
  })
  try {
    await Promise.race([payload.db.pool.query('select 1'), deadline])
    return answer(200, 'ok')
  } catch {
    return answer(503, 'database-unavailable')
  } finally {
    clearTimeout(timer)
  }
}
