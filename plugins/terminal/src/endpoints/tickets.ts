// POST /terminal/tickets: a ticket for a new session of a project's demo, a place in the queue, or the way back into a session.
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { TerminalContext } from '../context.ts'
import { Refusal } from '../errors.ts'
import { launchOf } from '../launch.ts'
import { countryOf } from '../options.ts'
import { launchOrWait } from '../queue/launch-or-wait.ts'
import { resumeFor } from '../resume.ts'
import { admitPage, spend } from './admit.ts'
import { answering, json } from './answer.ts'
import { readJson } from './body.ts'
import { name } from './name.ts'

/** The shape of secrets in the launch contract. */
const secret = z.string().regex(/^[\w-]{16,128}$/)
const body = z.union([
  z.strictObject({ project: name }),
  // A database that counts its documents has numbers for ids.
  z.strictObject({ demo: z.union([name, z.int().nonnegative().transform(String)]) }),
  z.strictObject({ session: secret, key: secret }),
])

export const ticketsEndpoint = (context: TerminalContext): Endpoint => ({
  path: '/terminal/tickets',
  method: 'post',
  handler: answering(async (request) => {
    const { headers, payload } = request
    const { launchRate, allLaunchesRate } = context.settings
    const visitor = await admitPage(context, headers, { what: 'launch', rate: launchRate })
    const asked = body.safeParse(await readJson(request))
    if (!asked.success) {
      throw new Refusal('bad-request', { detail: 'Ask for a project, a demo, or a session.' })
    }
    const mintContext = context.mintContext(payload)
    if ('session' in asked.data) {
      return json(await resumeFor(mintContext, visitor, asked.data), 201)
    }
    await spend(context, 'launch', allLaunchesRate)
    const launched = await launchOrWait(
      launchOf(mintContext, countryOf(context.settings, headers)),
      {
        ...visitor,
        wanted: asked.data,
      },
    )
    return json(launched, 'ticket' in launched ? 201 : 202)
  }),
})
