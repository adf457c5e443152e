// The contact form: nothing a person writes is lost, and nothing a program writes costs more than a row.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { forgetMessages } from '../../cms/src/contact/forget-task.ts'
import { formTokens } from '../../cms/src/contact/form-token.ts'
import { mailWaiting } from '../../cms/src/contact/mail-task.ts'
import { CONTACT } from '../../cms/src/limits.ts'
import type { Message } from '../../cms/src/payload-types.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { startSmtp, type TestSmtp } from '../support/smtp.ts'

const TO = { to: 'owner@example.com', cmsUrl: 'http://cms.example' }
const SECRET = 'p'.repeat(32)
const ADA = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  message: 'Hello, I would like to talk about your shell.\nDo you have time on Monday?',
}

let smtp: TestSmtp
let isTaken = true
let cms: TestCms
let payload: Payload
let addresses = 0

beforeAll(async () => {
  smtp = await startSmtp({ accepts: () => isTaken })
  cms = await startTestCms({
    env: {
      PAYLOAD_SECRET: SECRET,
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: 'site@example.com',
      CONTACT_TO: TO.to,
    },
  })
  payload = cms.payload
})
afterAll(async () => {
  await cms?.stop()
  await smtp?.stop()
})
beforeEach(async () => {
  isTaken = true
  smtp.received.length = 0
  await payload.delete({ collection: 'messages', where: {}, overrideAccess: true })
})

/** A form that was opened `ageMs` ago. */
const openedForm = (ageMs: number = CONTACT.minFormAgeMs + 1000) =>
  formTokens(SECRET, () => Date.now() - ageMs).issue()

const newAddress = () => {
  addresses += 1
  return `203.0.113.${addresses}`
}

const post = (body: unknown, address = newAddress()) =>
  cms.rest('/contact', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const write = (more: Record<string, unknown> = {}, address?: string) =>
  post({ ...ADA, token: openedForm(), ...more }, address)

const inbox = async (): Promise<Message[]> => {
  const { docs } = await payload.find({
    collection: 'messages',
    overrideAccess: true,
    sort: 'createdAt',
  })
  return docs
}
/** As if the time of the next try had come. */
const makeDue = () =>
  payload.update({
    collection: 'messages',
    where: {},
    data: { mail: { state: 'waiting', nextTryAt: new Date(0).toISOString() } },
    overrideAccess: true,
  })

describe('a message', () => {
  test('is kept, and mailed to the owner so that an answer goes to the visitor', async () => {
    expect(await write()).toEqual({ status: 202, body: { state: 'received' } })
    expect(await inbox()).toMatchObject([{ ...ADA, state: 'new', mail: { state: 'waiting' } }])
    await mailWaiting(payload, TO)
    expect(smtp.received).toHaveLength(1)
    const [{ mail, from, to }] = smtp.received as [TestSmtp['received'][number]]
    expect({ from, to }).toEqual({ from: 'site@example.com', to: [TO.to] })
    expect(mail.replyTo?.value).toEqual([{ name: ADA.name, address: ADA.email }])
    expect(mail.subject).toBe('Message from Ada Lovelace')
    expect(mail.text).toContain(ADA.message)
    expect(mail.html).toBe(false)
    expect(await inbox()).toMatchObject([{ mail: { state: 'sent', tries: 1 } }])
  })

  test('is mailed once, however often the job runs', async () => {
    await write()
    await mailWaiting(payload, TO)
    await mailWaiting(payload, TO)
    expect(smtp.received).toHaveLength(1)
  })

  test('is one message when its form is sent twice, also at the same moment', async () => {
    const token = openedForm()
    const answers = await Promise.all([write({ token }), write({ token }), write({ token })])
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(await inbox()).toHaveLength(1)
  })

  test('waits while the mail server refuses it, and is sent when it does not any more', async () => {
    isTaken = false
    await write()
    await mailWaiting(payload, TO)
    const [waiting] = await inbox()
    expect(waiting?.mail).toMatchObject({ state: 'waiting', tries: 1 })
    expect(waiting?.mail?.trouble).toContain('451')
    expect(Date.parse(waiting?.mail?.nextTryAt ?? '')).toBeGreaterThan(Date.now())
    // Not before its time.
    isTaken = true
    await mailWaiting(payload, TO)
    expect(smtp.received).toHaveLength(0)
    await makeDue()
    await mailWaiting(payload, TO)
    expect(smtp.received).toHaveLength(1)
    expect(await inbox()).toMatchObject([{ mail: { state: 'sent', trouble: null } }])
  })

  test('is still there when the mail server is gone, and says that it was given up at last', async () => {
    const { port } = smtp
    await smtp.stop()
    try {
      expect((await write()).status).toBe(202)
      for (let tries = 0; tries < CONTACT.maxTries; tries += 1) {
        await makeDue()
        await mailWaiting(payload, TO)
      }
      const [message] = await inbox()
      expect(message).toMatchObject({ ...ADA, mail: { state: 'failed', tries: CONTACT.maxTries } })
      expect(message?.mail?.trouble).toMatch(/ECONNREFUSED|ESOCKET|ECONNECTION/)
    } finally {
      smtp = await startSmtp({ port, accepts: () => isTaken })
    }
  })

  test('is forgotten when its day has come, and not before', async () => {
    await write()
    await forgetMessages(payload)
    expect(await inbox()).toHaveLength(1)
    await payload.update({
      collection: 'messages',
      where: {},
      data: { deleteAfter: new Date(Date.now() - 1000).toISOString() },
      overrideAccess: true,
    })
    await forgetMessages(payload)
    expect(await inbox()).toHaveLength(0)
  })
})

describe('whoever is no person', () => {
  test('gets the same answer for a field that people do not see, and its message is kept apart', async () => {
    expect(await write({ website: 'https://spam.example' })).toEqual({
      status: 202,
      body: { state: 'received' },
    })
    expect(await inbox()).toMatchObject([{ state: 'spam', mail: { state: 'none' } }])
    await mailWaiting(payload, TO)
    expect(smtp.received).toHaveLength(0)
  })

  test.each([
    ['without a form', () => '', 'form-unknown'],
    ['with one that it signed itself', () => formTokens('x'.repeat(32)).issue(), 'form-unknown'],
    ['with one just opened', () => openedForm(0), 'form-too-fast'],
    ['with one of another day', () => openedForm(CONTACT.maxFormAgeMs + 1), 'form-expired'],
  ])('is refused %s', async (_, token, code) => {
    expect(await write({ token: token() })).toMatchObject({ status: 422, body: { code } })
    expect(await inbox()).toHaveLength(0)
  })

  test('can send a few messages from one address, and is told when to come back', async () => {
    const address = newAddress()
    for (let sent = 0; sent < CONTACT.rate.burst; sent += 1) {
      expect((await write({}, address)).status).toBe(202)
    }
    expect(await write({}, address)).toMatchObject({ status: 429, body: { code: 'rate-limited' } })
    expect(await inbox()).toHaveLength(CONTACT.rate.burst)
    expect((await write()).status).toBe(202)
  })
})

describe('hostile input', () => {
  const refused = async (more: Record<string, unknown>) => {
    const answer = await write(more)
    expect(answer).toMatchObject({ status: 422, body: { code: 'form-incomplete' } })
    return (answer.body as { detail: string }).detail
  }

  test.each([
    { name: 'Ada\r\nBcc: victims@example.com' },
    { name: 'Ada\u2028Bcc: x' },
    { name: 'Ada\u0000' },
    { email: 'ada@example.com\r\nBcc: victims@example.com' },
    { email: 'ada@example.com, victims@example.com' },
    { email: '"Ada" <ada@example.com>' },
  ])('cannot add a field to the head of a mail: %j', async (more) => {
    await refused(more)
    expect(await inbox()).toHaveLength(0)
  })

  test.each([
    ['a name that is too long', { name: 'x'.repeat(201) }],
    ['a message that is too long', { message: 'x'.repeat(4001) }],
    ['a message of one word', { message: 'short' }],
    ['a sequence that steers a terminal', { message: 'A text with \u001b[2J in it.' }],
    ['an object for a text', { message: { a: 1 } }],
    ['a list for a text', { name: ['Ada'] }],
    ['a field of the inbox', { state: 'replied' }],
    ['a field that there is not', { constructor: 1 }],
  ])('is refused with a sentence: %s', async (_, more) => {
    expect((await refused(more)).length).toBeGreaterThan(5)
  })

  test('of the wrong shape or size is refused before it is read further', async () => {
    expect(await post('nonsense')).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    expect(await post('[]')).toMatchObject({ status: 422 })
    expect(await post('{"__proto__":{"state":"replied"}}')).toMatchObject({ status: 422 })
    expect(await post(JSON.stringify({ a: 'x'.repeat(CONTACT.maxBodyBytes) }))).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    })
  })

  test('in a text that is stored anyway does no harm in the mail', async () => {
    await write({ message: '<script>alert(1)</script> in a text.\n.\r\nQUIT\r\nMAIL FROM:<x@y.z>' })
    await mailWaiting(payload, TO)
    expect(smtp.received).toHaveLength(1)
    expect(smtp.received[0]?.to).toEqual([TO.to])
    expect(smtp.received[0]?.mail.html).toBe(false)
  })
})

describe('the inbox', () => {
  test('is for owners and editors; nobody adds to it or changes what was sent', async () => {
    await write()
    const [message] = await inbox()
    const id = message?.id ?? ''
    expect((await cms.rest('/messages')).status).toBe(403)
    const viewer = await cms.account('viewer')
    const editor = await cms.account('editor')
    const find = (user: typeof viewer) =>
      payload.find({ collection: 'messages', overrideAccess: false, user })
    await expect(find(viewer)).rejects.toThrow()
    expect((await find(editor)).docs).toHaveLength(1)
    const changed = await payload.update({
      collection: 'messages',
      id,
      data: { state: 'read', message: 'Something else.', email: 'x@example.com' },
      overrideAccess: false,
      user: editor,
    })
    expect(changed).toMatchObject({ ...ADA, state: 'read' })
    await expect(
      payload.create({
        collection: 'messages',
        data: {
          ...ADA,
          state: 'new',
          deleteAfter: new Date().toISOString(),
          form: 'x',
          mail: { state: 'none' },
        },
        overrideAccess: false,
        user: editor,
      }),
    ).rejects.toThrow()
  })
})

test('a form can be asked for, and is not kept by any cache', async () => {
  const { status, body } = await cms.rest('/contact')
  expect(status).toBe(200)
  expect(body).toEqual({ token: expect.any(String), fillInS: CONTACT.minFormAgeMs / 1000 })
})
