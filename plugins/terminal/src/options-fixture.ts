// Options that are right, for tests.
import type { TerminalPluginOptions } from './options.ts'

export const OPTIONS: TerminalPluginOptions = {
  collections: { demos: 'demos', archives: 'archives', projects: 'projects' },
  internalUrl: 'http://127.0.0.1:3002',
  publicUrl: 'ws://127.0.0.1:3001/terminal/ws',
  cmsUrl: 'http://127.0.0.1:3001',
  origins: ['https://example.com'],
  grantKey: 'k'.repeat(40),
  openArchive: () => new Blob([]).stream() as ReadableStream<Uint8Array>,
}
