// Progress on the terminal: one line for each step, with the time it took and the time since the start.

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
const isLive = process.stdout.isTTY === true
const TICK_MS = 1000

/**
 * A reporter whose `step(title, work)` shows what goes on while `work` runs and how long it took.
 * @param {() => number} [now] a clock in milliseconds
 * @param {(text: string) => unknown} [write]
 */
export const createSteps = (
  now = () => performance.now(),
  write = (text) => process.stdout.write(text),
) => {
  const started = now()
  const elapsed = () => seconds(now() - started).padStart(8)

  const step = async (title, work) => {
    const begun = now()
    const show = () => write(`\r\x1b[2K${elapsed()}  ${title} … ${seconds(now() - begun)}`)
    const timer = isLive ? setInterval(show, TICK_MS) : undefined
    if (isLive) show()
    else write(`${elapsed()}  ${title} …\n`)
    const clear = () => {
      clearInterval(timer)
      if (isLive) write('\r\x1b[2K')
    }
    try {
      const result = await work()
      clear()
      const note = typeof result === 'string' ? `: ${result}` : ''
      write(`${elapsed()}  ${title}${note} (${seconds(now() - begun)})\n`)
      return result
    } catch (error) {
      clear()
      write(`${elapsed()}  ${title}: failed after ${seconds(now() - begun)}\n`)
      throw error
    }
  }
  return { step, elapsed: () => now() - started, say: (text) => write(`${elapsed()}  ${text}\n`) }
}
