// Which keys belong to the page and not to the shell, so that nobody is trapped in the terminal. Pure.

export type Key = Pick<
  KeyboardEvent,
  'type' | 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>

/** `leave`: the browser moves the focus. `copy`: the selection is copied. `shell`: xterm handles it. */
export type KeyVerdict = 'leave' | 'copy' | 'shell'

/** A judge with memory: Esc is the shell's, but the Tab right after it is the page's. A screen that takes no keys has no use for Tab. */
export const createKeyJudge = (): ((
  key: Key,
  screen: { hasSelection: boolean; isReadOnly: boolean },
) => KeyVerdict) => {
  let wasEscape = false
  return ({ type, key, shiftKey, ctrlKey, altKey, metaKey }, { hasSelection, isReadOnly }) => {
    if (type !== 'keydown') return 'shell'
    const isTab = key === 'Tab' && !ctrlKey && !altKey && !metaKey
    const leaves = isTab && (shiftKey || wasEscape || isReadOnly)
    if (key !== 'Shift') wasEscape = key === 'Escape'
    if (leaves) return 'leave'
    const isCopy = ctrlKey && !altKey && (key === 'c' || key === 'C')
    return isCopy && (shiftKey || hasSelection) ? 'copy' : 'shell'
  }
}

export const KEYS_HINT =
  'Shift+Tab leaves the terminal backwards; Esc and then Tab leaves it forwards.'
