// Types for hosts.
export type { TerminalStatus } from '../endpoints/status.ts'
export type { OnTerminalFact, TerminalFact } from '../facts.ts'
export type { Rate } from '../limiter/limiter.ts'
export type { ArchiveBody, TerminalPluginOptions } from '../options.ts'
export type { PlayedRecording } from '../recordings/find.ts'
export type { RelayJob, TerminalRegistry } from '../registry.ts'
export type { LastSmoke } from '../smoke/endpoint.ts'
