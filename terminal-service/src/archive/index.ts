// Public face: what an archive may hold, and how to read one. Free of terminals, so that the CMS can check uploads with it.

export type { ArchiveSource, Content, Entry } from './entry.ts'
export { type ArchiveSummary, inspectArchive } from './inspect.ts'
export { type ArchiveLimits, UPLOAD_LIMITS } from './limits.ts'
export { detectFormat, readArchive } from './read.ts'
export { ArchiveRefusal, REFUSALS, type RefusalCode } from './refusal.ts'
