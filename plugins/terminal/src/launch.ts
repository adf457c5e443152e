// A launch as the queue sees it: may it be wanted, is there room, take it, give it back.
import { checkWanted, type MintContext, mintFor } from './mint.ts'
import type { Launch } from './queue/launch-or-wait.ts'
import type { Turn } from './queue/turn.ts'
import { roomOf } from './room.ts'

/** `country`: where who follows the place is. */
export const turnOf = (context: MintContext, country?: string): Turn => {
  const { documents, state } = context
  return {
    mint: ({ wanted, ...visitor }) => mintFor(context, { ...visitor, country }, wanted),
    hasRoom: async () => {
      const { capacity } = await documents.terminal()
      if ((await state.sessions.count()) >= capacity) return false
      return (await state.fleet.check()) === undefined
    },
    release: ({ session }) => state.sessions.release(session),
  }
}

export const launchOf = (context: MintContext, country?: string): Launch => ({
  queue: context.state.queue,
  room: roomOf(context.state.sessions),
  check: ({ wanted }) => checkWanted(context, wanted),
  mint: turnOf(context, country).mint,
})
