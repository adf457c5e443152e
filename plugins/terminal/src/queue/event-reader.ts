// Reads text/event-stream in tests as a browser does (WHATWG HTML §9.2.6), comments included.

export type ReadEvent = { event: string; data: string }

export const parseEvents = (text: string): { events: ReadEvent[]; comments: number } => {
  const events: ReadEvent[] = []
  let comments = 0
  let event = ''
  let data: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') {
      if (data.length > 0) events.push({ event: event || 'message', data: data.join('\n') })
      event = ''
      data = []
    } else if (line.startsWith(':')) comments += 1
    else {
      const [, name = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
      if (name === 'event') event = value
      if (name === 'data') data.push(value)
    }
  }
  return { events, comments }
}

export type EventReader = {
  events: () => { event: string; data: unknown }[]
  comments: () => number
  isEnded: () => boolean
  /** Stops reading, as a browser that leaves. */
  leave: () => Promise<void>
}

/** Reads a stream from now on. */
export const readEvents = (stream: ReadableStream<Uint8Array>): EventReader => {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let isEnded = false
  const pump = async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
    isEnded = true
  }
  void pump()
  return {
    events: () =>
      parseEvents(text).events.map(({ event, data }) => ({ event, data: JSON.parse(data) })),
    comments: () => parseEvents(text).comments,
    isEnded: () => isEnded,
    leave: () => reader.cancel(),
  }
}
