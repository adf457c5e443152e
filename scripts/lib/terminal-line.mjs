// What a start says of the terminal service: whether it has a sandbox, and else why not and what helps.

export const terminalLine = async (port) => {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`)
  const { sandbox } = await response.json()
  return sandbox.available
    ? `sandbox ready (${sandbox.mode})`
    : `switched off: ${sandbox.reason} ${sandbox.remedy}`
}
