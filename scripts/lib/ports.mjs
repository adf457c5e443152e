// Whether an address can be listened on, asked before anything is started.
import { createServer } from 'node:net'
import { Failure } from './failure.mjs'

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })

/** @throws {Failure} that names the first taken port, what it is for and the variable that moves it */
export const requirePorts = async (wanted, command = 'npm start') => {
  for (const { what, port, host, variable } of wanted) {
    if (!(await isFree(port, host))) {
      throw new Failure(
        `Port ${port} (${what}) is taken by another program.`,
        `Stop that program, or choose another port: ${variable}=${port + 100} ${command}`,
      )
    }
  }
}

/** A port that nothing listens on at this moment. */
export const freePort = (host = '127.0.0.1') =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
