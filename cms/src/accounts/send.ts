// Asks the endpoints of accounts from the admin's pages.

/** `problem`: a sentence for whoever looks at the page. */
export type Answer<Body> = { body: Body } | { problem: string }

const NO_ANSWER = 'The CMS does not answer. Try again in a moment.'

/** With `body` it is a POST. */
export const ask = async <Body>(url: string, body?: unknown): Promise<Answer<Body>> => {
  try {
    const response = await fetch(url, {
      credentials: 'include',
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }),
    })
    const text = await response.text()
    const answer: unknown = text === '' ? {} : JSON.parse(text)
    if (response.ok) return { body: answer as Body }
    const { detail, title } = answer as { detail?: string; title?: string }
    return { problem: detail ?? title ?? NO_ANSWER }
  } catch {
    return { problem: NO_ANSWER }
  }
}
