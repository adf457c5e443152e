// The plugin's development app with a real service behind it, and how a browser gets from a ticket to a terminal and out again.
import { freePort } from '../../../scripts/lib/ports.mjs'
import {
  startTestService,
  TestClient,
  type TestService,
} from '../../../terminal-service/src/testing/index.ts'
import { eventually } from '../eventually.ts'
import { type DevApp, startDevApp } from './dev-app.ts'

export type Ticket = {
  ticket: string
  url: string
  session: string
  key: string
  recorded?: boolean
}

export type DevTerminal = {
  app: DevApp
  service: TestService
  /** A client that has said HELLO. */
  connect: (ticket: Ticket) => Promise<TestClient>
  /** Ends the session, and waits until its place is free again. */
  leave: (client: TestClient) => Promise<void>
  stop: () => Promise<void>
}

export const startDevTerminal = async (): Promise<DevTerminal> => {
  const port = (await freePort()) as number
  const service = await startTestService({
    sandbox: 'real',
    archiveOrigin: `http://127.0.0.1:${port}`,
  })
  const { url: terminalUrl, grantKey } = service
  const app = await startDevApp({ port, terminalUrl, grantKey }).catch(async (error) => {
    await service.close()
    throw error
  })
  return {
    app,
    service,
    connect: async ({ ticket, url: path }) => {
      const client = await TestClient.connect({
        url: app.origin,
        path,
        protocols: ['term.v1', `ticket.${ticket}`],
        origin: app.origin,
      })
      client.hello()
      return client
    },
    leave: async (client) => {
      client.send({ op: 'close' })
      await client.untilExit()
      await eventually('the place is free', async () => (await app.places()) === 0, 20_000)
    },
    stop: async () => {
      await app.stop()
      await service.close()
    },
  }
}
