// A launch as the queue sees it: may it be wanted, is there room, take it, give it back.
import { checkWanted, type MintContext, mintFor } from './mint.ts'
import type { Launch } from './queue/launch-or-wait.ts'
import type { Turn } from './queue/turn.ts'
import { roomOf } from './room.ts'

export const turnOf = (context: MintContext): Turn => {
  const { documents, health, state } = context
  return {
    mint: ({ wanted, ...visitor }) => mintFor(context, visitor, wanted),
    hasRoom: async () => {
      const { capacity } = await documents.terminal()
      if ((await state.sessions.count()) >= capacity) return false
      return (await health.check()) === undefined
    },
    release: ({ session }) => state.sessions.release(session),
  }
}

export const launchOf = (context: MintContext): Launch => ({
  queue: context.state.queue,
  room: roomOf(context.state.sessions),
  check: ({ wanted }) => checkWanted(context, wanted),
  mint: turnOf(context).mint,
})
