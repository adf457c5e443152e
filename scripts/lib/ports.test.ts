import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { freePort, requirePorts } from './ports.mjs'

let server: Server | undefined
afterEach(() => {
  server?.close()
})

const listening = async () => {
  const port = (await freePort()) as number
  server = createServer()
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
  return port
}

test('a taken port is named with its purpose and the variable that moves it', async () => {
  const port = await listening()
  const wanted = [{ what: 'the site', port, host: '127.0.0.1', variable: 'SITE_PORT' }]
  await expect(requirePorts(wanted)).rejects.toThrow(
    new RegExp(`Port ${port} \\(the site\\) is taken.*SITE_PORT=`, 's'),
  )
})

test('a free port passes', async () => {
  const port = await freePort()
  const wanted = [{ what: 'the site', port, host: '127.0.0.1', variable: 'SITE_PORT' }]
  await expect(requirePorts(wanted)).resolves.toBeUndefined()
})
