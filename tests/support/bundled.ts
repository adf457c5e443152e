// A program of the CMS as one file of JavaScript. Node starts that in a third of the time that it needs for its sources.
import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

const ROOT = resolve(import.meta.dirname, '../..')
/** Packages are found from here as from the sources of the CMS. */
const OUT = join(ROOT, 'cms/dist/tests')

/** As in the builds: packages are left where they are, our own workspaces go in. */
const packagesStayOutside: Plugin = {
  name: 'packages-stay-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith('/')) return undefined
      return path.startsWith('@shellfolio/') ? undefined : { path, external: true }
    })
  },
}

/** `script`: a path inside the repository. Answers the path of its bundle, which is made anew when a source has changed. */
export const bundleOf = async (script: string): Promise<string> => {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [resolve(ROOT, script)],
    outdir: OUT,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['production'],
    plugins: [packagesStayOutside],
    logLevel: 'warning',
  })
  const contents = outputFiles[0]?.contents ?? ''
  const prefix = `${createHash('sha256').update(script).digest('hex').slice(0, 8)}-`
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16)
  const name = `${prefix}${basename(script, '.ts')}-${hash}.mjs`
  await mkdir(OUT, { recursive: true })
  const there = await readdir(OUT)
  if (!there.includes(name)) {
    const old = there.filter((other) => other.startsWith(prefix))
    await Promise.all(old.map((other) => rm(join(OUT, other), { force: true })))
    // Whole or not at all, also when two workers make it at the same time.
    const draft = join(OUT, `${name}.${process.pid}`)
    await writeFile(draft, contents)
    await rename(draft, join(OUT, name))
  }
  return join(OUT, name)
}
