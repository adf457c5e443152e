// Runs in a thread of its own: feeds output to a terminal without a screen and answers with what it would show.
import { parentPort, workerData } from 'node:worker_threads'
import serializeAddon from '@xterm/addon-serialize'
import headless from '@xterm/headless'

const { scrollback, repeating, maxRepeats } = workerData

const render = ({ cols, rows, data }) =>
  new Promise((resolve) => {
    const terminal = new headless.Terminal({
      cols,
      rows,
      scrollback,
      allowProposedApi: true,
      // It would write to the log whenever what a program printed is no sequence.
      logLevel: 'off',
    })
    // As browsers do it: one short sequence must not cost minutes.
    for (const final of repeating) {
      terminal.parser.registerCsiHandler({ final }, ([count]) => Number(count) > maxRepeats)
    }
    const serializer = new serializeAddon.SerializeAddon()
    terminal.loadAddon(serializer)
    terminal.write(data, () => {
      const text = serializer.serialize({ scrollback })
      terminal.dispose()
      resolve(Buffer.from(text))
    })
  })

parentPort.on('message', async ({ id, ...job }) => {
  try {
    parentPort.postMessage({ id, screen: await render(job) })
  } catch (error) {
    parentPort.postMessage({ id, problem: String(error) })
  }
})
