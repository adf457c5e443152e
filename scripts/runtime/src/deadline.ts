// Bounds in time what takes a signal. Node 20 may collect an AbortSignal.timeout() that only AbortSignal.any() was given, its
// timer included: whoever waits for that one waits for ever.

/** `outer` ends it earlier. @throws what `ask` throws; its signal's reason is a `TimeoutError` after `ms` */
export const withDeadline = async <Value>(
  ms: number,
  ask: (signal: AbortSignal) => Promise<Value>,
  outer?: AbortSignal,
): Promise<Value> => {
  const ending = new AbortController()
  const end = () => ending.abort(outer?.reason)
  const timer = setTimeout(() => {
    ending.abort(new DOMException('It took too long.', 'TimeoutError'))
  }, ms)
  if (outer?.aborted) end()
  outer?.addEventListener('abort', end, { once: true })
  try {
    return await ask(ending.signal)
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', end)
  }
}
