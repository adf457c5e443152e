// Server-sent events from text that arrives in any pieces, after WHATWG HTML §9.2.6. Pure; no `id`, no `retry`.

export type StreamEvent = { event: string; data: string }

export class OversizedEvent extends Error {
  override readonly name = 'OversizedEvent'
}

/**
 * Answers the events that each piece of text completes; an event that the stream ends in is dropped.
 * The function throws {@link OversizedEvent} as soon as more than `maxChars` would have to be kept.
 */
export const createEventParser = (maxChars: number): ((text: string) => StreamEvent[]) => {
  let rest = ''
  let event = ''
  let data: string[] = []
  let size = 0
  let isFirst = true
  let wasReturn = false

  const take = (line: string, events: StreamEvent[]) => {
    if (line === '') {
      if (data.length > 0) events.push({ event: event || 'message', data: data.join('\n') })
      event = ''
      data = []
      size = 0
      return
    }
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    size += line.length
    if (field === 'event') event = value
    else if (field === 'data') data.push(value)
  }

  return (piece) => {
    const events: StreamEvent[] = []
    let text = piece
    if (isFirst && text) {
      isFirst = false
      text = text.replace(/^\ufeff/, '')
    }
    // The second half of a CRLF that was cut in two ends no line of its own.
    if (wasReturn && text.startsWith('\n')) text = text.slice(1)
    if (piece) wasReturn = piece.endsWith('\r')
    const lines = (rest + text).split(/\r\n|\r|\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      take(line, events)
      if (size > maxChars) throw new OversizedEvent()
    }
    if (size + rest.length > maxChars) throw new OversizedEvent()
    return events
  }
}
