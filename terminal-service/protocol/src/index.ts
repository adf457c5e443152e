// The public face of term.v1.

export * from './announcement.ts'
export * from './cells.ts'
export * from './close-codes.ts'
export * from './codec.ts'
export * from './frames.ts'
export * from './grant.ts'
export * from './launch.ts'
export * from './limits.ts'
export * from './messages.ts'
export * from './notice.ts'
export * from './offsets.ts'
export * from './problem.ts'
