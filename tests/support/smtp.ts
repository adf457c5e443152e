// A real mail server that keeps what it is given, for as long as a test wants it to listen.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type TestSmtp = {
  port: number
  received: { mail: ParsedMail; from: string; to: string[] }[]
  stop: () => Promise<void>
}

/** `accepts`: whether the next mail is taken; otherwise it is answered 451, as a server with trouble does. */
export const startSmtp = async ({
  port = 0,
  accepts = () => true,
}: {
  port?: number
  accepts?: () => boolean
} = {}): Promise<TestSmtp> => {
  const received: TestSmtp['received'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      simpleParser(stream).then((mail) => {
        if (!accepts()) return done(Object.assign(new Error('Try later'), { responseCode: 451 }))
        const { mailFrom, rcptTo } = envelope
        received.push({
          mail,
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
        })
        return done()
      }, done)
    },
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
