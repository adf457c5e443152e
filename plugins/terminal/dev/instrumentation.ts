// Next calls this once when the server boots: Payload comes up then, not at the first request.

export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { bootPayload } = await import('./instrumentation.node.ts')
  await bootPayload()
}
