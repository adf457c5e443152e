// The keys that open the palette: Ctrl or Cmd with K, and a slash, which can be switched off (WCAG 2.1.4).

const KEY = 'search-slash'

export const isSlashOn = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export const setSlash = (isOn: boolean): void => {
  try {
    if (isOn) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, 'off')
  } catch {
    // It holds nowhere, and the box shows that when the palette is opened again.
  }
}

/** A terminal gets every key; a field gets what is written into it. */
export const opensSearch = (event: KeyboardEvent): boolean => {
  const { target, key } = event
  const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null
  if (event.defaultPrevented || event.altKey || isIn('live-terminal')) return false
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'k' && !event.shiftKey
  return key === '/' && isSlashOn() && !isIn('input, textarea, select, [contenteditable]')
}
