// Makes this process one that has seen no drawing yet. What it keeps of them is on globalThis, see `drawings.ts`.

const KEY = Symbol.for('shellfolio.drawings')

export const forgetDrawings = (): void => {
  delete (globalThis as { [KEY]?: unknown })[KEY]
}
