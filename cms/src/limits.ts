// Tunables of the CMS process: all of its bounds, each in one place.
export * from './limits/accounts.ts'
export * from './limits/content.ts'
export * from './limits/files.ts'
export * from './limits/reading.ts'
export * from './limits/visitors.ts'
export * from './limits/work.ts'
