// Types for hosts.
export type { TerminalStatus } from '../endpoints/status.ts'
export type { Rate } from '../limiter/limiter.ts'
export type { ArchiveBody, TerminalPluginOptions } from '../options.ts'
export type { RelayJob, TerminalRegistry } from '../registry.ts'
