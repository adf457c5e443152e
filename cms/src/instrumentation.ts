// Next calls this once when the server boots.

export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { bootPayload } = await import('./instrumentation.node.ts')
  await bootPayload()
}
