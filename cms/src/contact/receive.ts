// Keeps a message before anything else is done with it.
import type { PayloadRequest } from 'payload'
import { CONTACT } from '../limits.ts'
import { MESSAGES } from './collection.ts'
import { spamVerdict } from './spam.ts'
import type { Submission } from './submission.ts'

const isKnown = async ({ payload }: PayloadRequest, form: string): Promise<boolean> => {
  const { totalDocs } = await payload.count({
    collection: MESSAGES,
    where: { form: { equals: form } },
    overrideAccess: true,
  })
  return totalDocs > 0
}

/** `form`: which form it came by. Once this resolves the message is stored, and the same form stores nothing again. */
export const receive = async (
  req: PayloadRequest,
  submission: Submission,
  { form, isMailed }: { form: string; isMailed: boolean },
): Promise<void> => {
  if (await isKnown(req, form)) return
  const { name, email, message } = submission
  const { score, reasons } = spamVerdict(submission)
  const isSpam = score >= CONTACT.spamScore
  const keepMs = isSpam ? CONTACT.keepSpamMs : CONTACT.keepMs
  try {
    await req.payload.create({
      collection: MESSAGES,
      data: {
        name,
        email,
        message,
        state: isSpam ? 'spam' : 'new',
        deleteAfter: new Date(Date.now() + keepMs).toISOString(),
        mail: { state: isMailed && !isSpam ? 'waiting' : 'none', tries: 0 },
        spamScore: score,
        spamReasons: reasons.join(', '),
        form,
      },
      overrideAccess: true,
    })
  } catch (error) {
    // Two at the same moment: the other one was faster.
    if (await isKnown(req, form)) return
    throw error
  }
}
