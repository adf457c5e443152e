// Pages in the theme that their visitor chose. It is in the document itself, so that no script has to run before the first paint.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CHOICE_COOKIE, cookieIn, isTheme, type Theme } from '../theme.ts'
import { collect } from './collect.ts'
import { keptOf, sendKept } from './kept.ts'

/** What a page depends on besides its address. */
export const VARY = 'accept-encoding, cookie'

/** `undefined` for the system's. */
export const chosenTheme = ({ headers }: IncomingMessage): Theme | undefined => {
  const choice = cookieIn(headers.cookie, CHOICE_COOKIE)
  return isTheme(choice) ? choice : undefined
}

/** As `applyChoice` does it in the browser. A document that has a theme keeps it. */
export const inTheme = (page: Buffer, theme: Theme): Buffer => {
  const html = page.toString()
  const end = html.indexOf('</head>')
  const head = html.slice(0, end)
  if (end < 0 || /<html[^>]* data-theme=/.test(head)) return page
  const themed = head
    .replace('<html', `<html data-theme="${theme}"`)
    .replaceAll(
      /media="\(prefers-color-scheme:(\w+)\)"(?= data-scheme=)/g,
      (_, scheme) => `media="${scheme === theme ? 'all' : 'not all'}"`,
    )
  return Buffer.from(themed + html.slice(end))
}

/** Sends what is not kept: a document in a theme, anything else as it is. */
export const sendInTheme = (
  request: IncomingMessage,
  response: ServerResponse,
  { body, theme }: { body: Buffer; theme: Theme },
): void => {
  const type = String(response.getHeader('content-type') ?? '')
  if (!/^text\/html(?:;|$)/.test(type)) return void response.end(body)
  const { statusCode: status } = response
  keptOf({ status, type, body: inTheme(body, theme), vary: VARY }).then(
    (kept) => sendKept(request, response, kept),
    () => response.end(body),
  )
}

/** Lets what Next is about to write come in a theme, if it is a document. */
export const answerInTheme = (
  request: IncomingMessage,
  response: ServerResponse,
  theme: Theme,
): void => {
  const accepted = request.headers['accept-encoding']
  delete request.headers['accept-encoding']
  collect(response, (body) => {
    if (accepted) request.headers['accept-encoding'] = accepted
    if (response.headersSent) response.end(body)
    else sendInTheme(request, response, { body, theme })
  })
}
