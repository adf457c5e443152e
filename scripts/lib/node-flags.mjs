// Flags of the Node processes that need some; Dockerfiles and start scripts repeat them, a test compares.

/**
 * MiB of V8's young generation. Terminal output is short-lived memory outside V8's heap, which a larger young generation
 * keeps until full collections have to free it: 2 to 7 ms each, several a second beside a flood, felt by every typist.
 */
export const TERMINAL_NODE_FLAGS = ['--max-semi-space-size=2']
