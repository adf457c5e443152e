// The static page: HTML, one style sheet and the modules that esbuild makes of page.ts, under the strictest policy.
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'"

const bundle = (folder: string) =>
  build({
    entryPoints: [join(folder, 'page.ts'), join(folder, 'page.css')],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    outdir: '/',
    write: false,
  })

/** Answers whether it took the request. `folder`: where this module's files are. */
export const createPage = async (
  folder: string,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> => {
  const [html, { outputFiles }] = await Promise.all([
    readFile(join(folder, 'index.html')),
    bundle(folder),
  ])
  const files = new Map<string, { type: string; body: Uint8Array }>([
    ['/', { type: 'text/html; charset=utf-8', body: html }],
    ...outputFiles.map(({ path, contents }): [string, { type: string; body: Uint8Array }] => [
      path,
      { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', body: contents },
    ]),
  ])
  return ({ url = '' }, response) => {
    const file = files.get(url)
    if (!file) return false
    response.writeHead(200, {
      'content-type': file.type,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    })
    response.end(file.body)
    return true
  }
}
