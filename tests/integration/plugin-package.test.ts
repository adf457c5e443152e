// The plugin as a stranger gets it: `npm pack` makes a package that stands alone, without this repository around it.
import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'

const ROOT = resolve(import.meta.dirname, '../..')
const NAME = '@shellfolio/payload-terminal'

type Target = string | { types: string; default: string }
type Manifest = {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  exports: Record<string, Target>
} & Record<string, unknown>

let folder: string
let app: string
let unpacked: string
let manifest: Manifest

const run = (program: string, args: string[], cwd: string) =>
  promisify(execFile)(program, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', HOME: folder },
  })

/** `npm pack` changes the manifest while it runs, so it runs in a copy of what it needs. */
const copyRepository = () => {
  const copy = join(folder, 'repository')
  const own = (path: string) => !/\/(dist|dev|node_modules)(\/|$)/.test(relative(ROOT, path))
  for (const path of ['plugins/terminal', 'terminal-service/protocol', 'tsconfig.base.json']) {
    cpSync(join(ROOT, path), join(copy, path), { recursive: true, filter: own })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const root = { name: 'copy', private: true, workspaces: ['plugins/terminal'] }
  writeFileSync(join(copy, 'package.json'), JSON.stringify(root))
  return copy
}

/** An empty project. */
const makeApp = (name: string) => {
  const made = join(folder, name)
  mkdirSync(join(made, 'node_modules', NAME), { recursive: true })
  writeFileSync(join(made, 'package.json'), JSON.stringify({ type: 'module' }))
  return made
}

const install = (project: string, names: string[]) => {
  for (const name of names) {
    const link = join(project, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), link)
  }
}

const installed = () => [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.peerDependencies),
]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-package-'))
  const copy = copyRepository()
  const before = readFileSync(join(copy, 'plugins/terminal/package.json'), 'utf8')
  const args = ['pack', '-w', 'plugins/terminal', '--pack-destination', folder, '--offline']
  await run('npm', args, copy)
  expect(readFileSync(join(copy, 'plugins/terminal/package.json'), 'utf8')).toBe(before)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'no tarball'
  app = makeApp('app')
  unpacked = join(app, 'node_modules', NAME)
  await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1'], folder)
  manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'))
  install(app, [...installed(), '@types/node', '@types/react'])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = (pattern: RegExp) =>
  readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((path) => pattern.test(path))

const SPECIFIER = /(?:\bfrom ?|\bimport\(|\bimport ?)(['"])([^'"\s]+)\1/g

const specifiers = (path: string) =>
  [...readFileSync(join(unpacked, path), 'utf8').matchAll(SPECIFIER)].map(([, , name = '']) => name)

describe('the package', () => {
  test('has every file that its exports name', () => {
    const named = Object.values(manifest.exports)
      .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
      .map((path) => path.replace('./', ''))
    expect(named.length).toBeGreaterThan(10)
    const contained = files(/./)
    expect(named.filter((path) => !contained.includes(path))).toEqual([])
  })

  test('has a manifest without anything that only the repository has', () => {
    expect(Object.keys(manifest)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(private|scripts|devDependencies)$/)]),
    )
    expect(installed().filter((name) => name.startsWith('@shellfolio/'))).toEqual([])
  })

  test('imports what it declares and what it contains, and nothing else', () => {
    const known = new Set([...installed(), ...builtinModules.map((name) => `node:${name}`)])
    const contained = new Set(files(/^dist\//))
    const all = [...contained].filter((path) => /\.(js|mjs|d\.ts)$/.test(path))
    const isKnown = (from: string, name: string) => {
      if (!name.startsWith('.')) return known.has(name.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? '')
      const path = join(dirname(from), name)
      const wanted = from.endsWith('.d.ts') ? path.replace(/\.js$/, '.d.ts') : path
      return contained.has(wanted)
    }
    const strange = all.flatMap((from) =>
      specifiers(from)
        .filter((name) => !isKnown(from, name))
        .map((name) => `${from}: ${name}`),
    )
    expect(all.length).toBeGreaterThan(100)
    expect(strange).toEqual([])
  })

  test('carries no tests, and the licence and the README', () => {
    expect(files(/\.test\.|-fixture|-contract|fake-|^dev/)).toEqual([])
    expect(files(/^(LICENSE|README\.md)$/).sort()).toEqual(['LICENSE', 'README.md'])
  })

  test('has what its README links to, besides what only the repository has', () => {
    const readme = readFileSync(join(unpacked, 'README.md'), 'utf8')
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path)
    const own = links.filter((path) => !path.startsWith('../') && path !== 'dev')
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter((path) => !existsSync(join(unpacked, path)))).toEqual([])
  })

  test('draws the border between server and browser where the sources do', () => {
    const isOfBrowser = (path: string) =>
      /^['"]use client['"]/.test(readFileSync(join(unpacked, path), 'utf8'))
    const built = files(/^dist\/.*\.js$/)
    const asBuilt = (path: string) => path.replace(/^src/, 'dist').replace(/\.tsx?$/, '.js')
    const sources = files(/^src\/.*\.tsx?$/).filter(isOfBrowser)
    // A component that no export reaches yet is not built.
    const wanted = sources.map(asBuilt).filter((path) => built.includes(path))
    expect(wanted.length).toBeGreaterThan(3)
    expect(built.filter(isOfBrowser).sort()).toEqual(wanted.sort())
  })
})

/** The files of the README's quick start: blocks that begin with their name. */
const quickStart = () => {
  const blocks = readFileSync(join(unpacked, 'README.md'), 'utf8').matchAll(
    /^( *)```\w+\n\1\/\/ ([\w.]+)\n(.*?)^\1```/gms,
  )
  return [...blocks].map(([, indent = '', name = '', text = '']) => ({
    name,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }))
}

const COMPILER_OPTIONS = {
  module: 'esnext',
  moduleResolution: 'bundler',
  target: 'es2022',
  jsx: 'react-jsx',
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
}

/** What tsc says of these files of the project. */
const check = async (...names: string[]) => {
  const config = { compilerOptions: COMPILER_OPTIONS, files: names }
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  return run(process.execPath, [tsc, '-p', app], app).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  )
}

describe('a stranger’s project', () => {
  test('can be made from the quick start', async () => {
    const steps = quickStart()
    for (const { name, text } of steps) writeFileSync(join(app, name), text)
    expect(steps.map(({ name }) => name)).toEqual([
      'terminals.ts',
      'instrumentation.ts',
      'server.mjs',
      'terminal.tsx',
    ])
    const config = `import { buildConfig } from 'payload'
      import { archives, demos, projects, terminal, terminals } from './terminals'
      export default buildConfig({ secret: '', db: {} as never, globals: [terminal],
        collections: [archives, demos, projects], plugins: [terminals] })`
    writeFileSync(join(app, 'payload.config.ts'), config)
    writeFileSync(join(app, 'css.d.ts'), `declare module '*.css'`)
    const sources = ['payload.config.ts', 'instrumentation.ts', 'terminal.tsx', 'css.d.ts']
    expect(await check(...sources)).toBe('')
    const { stderr } = await run(process.execPath, ['--check', 'server.mjs'], app)
    expect(stderr).toBe('')
  })

  test('loads the plugin in plain Node without the admin’s packages, and its relay starts', async () => {
    const program = `
      import { terminalPlugin } from '${NAME}'
      import { answering } from '${NAME}/endpoint'
      import { terminalRegistry } from '${NAME}/registry'
      import { startRelay } from '${NAME}/relay'
      const named = (slug) => ({ slug, fields: [] })
      const config = await terminalPlugin({
        collections: { demos: 'a', archives: 'b', projects: 'c' },
        internalUrl: 'http://127.0.0.1:1', cmsUrl: 'http://127.0.0.1:1',
        publicUrl: 'ws://127.0.0.1:1/terminal/ws', origins: ['http://127.0.0.1:1'],
        grantKey: 'k'.repeat(32), admin: false, openArchive: () => new ReadableStream(),
      })({ collections: ['a', 'b', 'c'].map(named), globals: [named('terminal')] })
      const relay = startRelay()
      await relay.ready
      await relay.stop()
      console.log(config.endpoints.length > 5, typeof terminalRegistry().handle, typeof answering)`
    const bare = makeApp('bare')
    cpSync(unpacked, join(bare, 'node_modules', NAME), { recursive: true })
    install(bare, [...Object.keys(manifest.dependencies), 'payload'])
    writeFileSync(join(bare, 'main.mjs'), program)
    const { stdout } = await run(process.execPath, ['--conditions=production', 'main.mjs'], bare)
    expect(stdout).toBe('true function function\n')
  })

  test('bundles the element and its style sheet for a page', async () => {
    const page = `import { defineLiveTerminal } from '${NAME}/element'; defineLiveTerminal()`
    writeFileSync(join(app, 'page.js'), page)
    writeFileSync(join(app, 'page.css'), `@import "${NAME}/element.css";`)
    const { outputFiles } = await build({
      entryPoints: [join(app, 'page.js'), join(app, 'page.css')],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: app,
      write: false,
    })
    const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text
    expect(text('page.js')).toContain('customElements.define')
    expect(text('page.css')).toContain('.live-terminal')
  })

  test('type-checks its config against the declarations', async () => {
    const config = (options: string) => `
      import { terminalPlugin } from '${NAME}'
      import { startRelay } from '${NAME}/relay'
      import type { TerminalRegistry, TerminalStatus } from '${NAME}/types'
      export type { TerminalRegistry, TerminalStatus }
      import '${NAME}/element'
      export const relay = () => startRelay()
      export const start = () => document.querySelector('live-terminal')?.launch()
      export const plugin = terminalPlugin({
        collections: { demos: 'a', archives: 'b', projects: 'c' },
        internalUrl: '', cmsUrl: '', publicUrl: '', origins: [], grantKey: '',
        openArchive: () => new ReadableStream(), ${options}
      })`
    writeFileSync(join(app, 'c.ts'), config(''))
    expect(await check('c.ts')).toBe('')
    writeFileSync(join(app, 'c.ts'), config('smokeCron: 3'))
    expect(await check('c.ts')).toMatch(/^c\.ts.*'number' is not assignable/)
  })
})
