// Holds back what is written to a response until all of it is there.
import type { ServerResponse } from 'node:http'

/** Replaces the response's writers by ones that collect; `finish` gets the whole body and the real `end` back. */
export const collect = (response: ServerResponse, finish: (body: Buffer) => void): void => {
  const { write, end, writeHead } = response
  const chunks: Buffer[] = []
  const add = (chunk: unknown, encoding: unknown) => {
    const text = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, text))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const callbackOf = (values: unknown[]) => values.find((value) => typeof value === 'function')
  // Next's compression writes the head before it ends the body: the head has to wait as well.
  response.writeHead = ((status: number, ...values: unknown[]) => {
    response.statusCode = status
    const headers = values.find((value) => typeof value === 'object' && value !== null)
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value)
    return response
  }) as ServerResponse['writeHead']
  response.write = ((...values: unknown[]) => {
    add(values[0], values[1])
    const done = callbackOf(values)
    if (done) process.nextTick(done as () => void)
    return true
  }) as ServerResponse['write']
  response.end = ((...values: unknown[]) => {
    add(values[0], values[1])
    Object.assign(response, { write, end, writeHead })
    const done = callbackOf(values)
    if (done) response.once('finish', done as () => void)
    finish(Buffer.concat(chunks))
    return response
  }) as ServerResponse['end']
}
