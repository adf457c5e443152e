// Makes the package that strangers install: JavaScript and declarations in dist/, our wire protocol inside, and a manifest
// that points there. `npm pack` runs this before (`--manifest` puts that manifest in place) and `--restore` after.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'

const HERE = import.meta.dirname
const ROOT = resolve(HERE, '../..')
const SRC = join(HERE, 'src')
const PROTOCOL = join(ROOT, 'terminal-service/protocol/src')
const OUT = join(HERE, 'dist')
const MANIFEST = join(HERE, 'package.json')
/** The manifest of the repository, while the other one is in its place. */
const KEPT = join(HERE, 'package.source.json')
const RELAY = 'src/relay/main.ts'

const restore = () => {
  if (existsSync(KEPT)) renameSync(KEPT, MANIFEST)
}
restore()
if (process.argv.includes('--restore')) process.exit(0)

const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))
const entries = [...new Set(Object.values(manifest.exports))]
const isScript = (path) => /\.tsx?$/.test(path)
const asScript = (path) => path.replace(/\.tsx?$/, '.js')

/** Where a source lies in dist/, without its extension changed. */
const placeOf = (path) =>
  path.startsWith(PROTOCOL)
    ? join(OUT, 'protocol', relative(PROTOCOL, path))
    : join(OUT, relative(SRC, path))

const PROTOCOL_INDEX = join(PROTOCOL, 'index.ts')

/** Each name under which sources import the protocol, and the file that it is. */
const PROTOCOL_FILES = {
  '@shellfolio/protocol': PROTOCOL_INDEX,
  '@shellfolio/protocol/workspace-key': join(PROTOCOL, 'workspace-key.ts'),
}

/** A specifier of `importer` as it has to be in dist/. */
const rewritten = (specifier, importer) => {
  const file = PROTOCOL_FILES[specifier]
  if (file) {
    const path = relative(dirname(placeOf(importer)), placeOf(file))
    return asScript(path.startsWith('.') ? path : `./${path}`)
  }
  if (specifier.startsWith('@shellfolio/')) {
    throw new Error(`${relative(HERE, importer)} imports ${specifier}, which no stranger has.`)
  }
  return specifier.startsWith('.') ? asScript(specifier) : specifier
}

/** Files that the exports reach. */
const reached = async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...entries, RELAY].map((path) => join(HERE, path)),
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: OUT,
    write: false,
    metafile: true,
    platform: 'node',
    jsx: 'automatic',
    plugins: [
      {
        name: 'own-files-only',
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
            if (kind === 'entry-point') return undefined
            const file = PROTOCOL_FILES[path]
            return file ? { path: file } : { path, external: true }
          })
        },
      },
    ],
    logLevel: 'error',
  })
  return Object.keys(metafile.inputs).map((path) => join(ROOT, path))
}

/** File by file, so that the border between server and browser stays where `use client` draws it. */
const transpile = (files) =>
  build({
    entryPoints: files.map((path) => ({ in: path, out: placeOf(path).replace(/\.tsx?$/, '') })),
    outdir: OUT,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    plugins: [
      {
        name: 'imports-stay',
        setup({ onResolve }) {
          onResolve({ filter: /.*/ }, ({ path, importer, kind }) =>
            kind === 'entry-point'
              ? undefined
              : { path: rewritten(path, importer), external: true },
          )
        },
      },
    ],
    logLevel: 'error',
  })

/** The relay is a program of its own: one file, which `startRelay` finds beside its module. */
const bundleRelay = () =>
  build({
    entryPoints: [join(HERE, RELAY)],
    outfile: join(OUT, 'relay/relay.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: PROTOCOL_FILES,
    logLevel: 'error',
  })

const SPECIFIER = /(\bfrom |\bimport\(|\bimport )(['"])([^'"]+)\2/g

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

const declare = (files) => {
  const folder = join(OUT, '.types')
  const config = join(OUT, 'tsconfig.json')
  const compilerOptions = {
    jsx: 'react-jsx',
    types: ['node'],
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: ROOT,
    outDir: folder,
    paths: Object.fromEntries(
      Object.entries(PROTOCOL_FILES).map(([specifier, file]) => [specifier, [file]]),
    ),
  }
  const extend = join(ROOT, 'tsconfig.base.json')
  writeFileSync(config, JSON.stringify({ extends: extend, compilerOptions, files }))
  const tsc = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  )
  const { status } = spawnSync(process.execPath, [tsc, '-p', config], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The declarations could not be made.')
  for (const path of filesIn(folder)) {
    const source = join(ROOT, relative(folder, path))
    const text = readFileSync(path, 'utf8').replace(
      SPECIFIER,
      (_, before, quote, specifier) => `${before}${quote}${rewritten(specifier, source)}${quote}`,
    )
    mkdirSync(dirname(placeOf(source)), { recursive: true })
    writeFileSync(placeOf(source), text)
  }
  rmSync(folder, { recursive: true })
  rmSync(config)
}

const inDist = (path) => `./${relative(HERE, placeOf(join(HERE, path)))}`

/** The manifest of the package: everything in dist/, nothing that only the repository has. */
const published = ({ private: _, scripts: __, devDependencies: ___, exports, ...rest }) => ({
  ...rest,
  exports: Object.fromEntries(
    Object.entries(exports).map(([name, path]) => {
      if (!isScript(path)) return [name, inDist(path)]
      const script = asScript(inDist(path))
      return [name, { types: script.replace(/\.js$/, '.d.ts'), default: script }]
    }),
  ),
})

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT)
const files = await reached()
const scripts = files.filter(isScript)
await Promise.all([transpile(scripts), bundleRelay()])
for (const path of files.filter((file) => !isScript(file))) cpSync(path, placeOf(path))
declare(scripts)
if (process.argv.includes('--manifest')) {
  const text = `${JSON.stringify(published(manifest), null, 2)}\n`
  renameSync(MANIFEST, KEPT)
  writeFileSync(MANIFEST, text)
}
