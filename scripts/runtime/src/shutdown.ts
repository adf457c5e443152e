// Ends a process in order: the first SIGTERM or SIGINT disposes of what it owns, a deadline or a second signal ends it at once.

/** How long an orderly end may take, in milliseconds, before the process leaves anyway. */
const DEADLINE_MS = 10_000

/** Runs `dispose` once on the first signal and then exits: 0 when it went well, 1 when it failed or took too long. */
export const onShutdown = (dispose: () => Promise<void>): void => {
  let isEnding = false
  const end = () => {
    if (isEnding) process.exit(1)
    isEnding = true
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
    dispose().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
