// A reason to stop that the person at the keyboard can understand, and what they can do about it.

export class Failure extends Error {
  /** @param {string} message what is wrong @param {string} [remedy] what helps */
  constructor(message, remedy) {
    super(remedy ? `${message}\n  ${remedy}` : message)
    this.name = 'Failure'
  }
}

/** Ends the process with the message alone for a Failure, with the stack for anything unforeseen. */
export const fail = (error) => {
  console.error(`\n${error instanceof Failure ? error.message : (error?.stack ?? error)}\n`)
  process.exit(1)
}
