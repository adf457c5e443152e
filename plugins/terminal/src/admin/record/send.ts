// One JSON request of the admin, with the login's cookie; an error says what the server said.

export const send = async (url: string, method: 'GET' | 'POST' | 'PATCH', body?: object) => {
  const response = await fetch(url, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (response.ok) return answer
  throw new Error(String(answer.detail ?? answer.title ?? response.status))
}

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
