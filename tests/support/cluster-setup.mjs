// Makes one Postgres cluster that holds a database of the current schema, packed. Test files unpack it: they neither make a
// cluster nor migrate. It is kept until a migration or a package changes.
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun } from '../../scripts/lib/commands.mjs'
import { ROOT } from '../../scripts/lib/paths.mjs'
import { freePort } from '../../scripts/lib/ports.mjs'
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres.mjs'
import { CLUSTER_PARTS, FORGETFUL, MIGRATED } from './cluster.mjs'

const OUT = join(ROOT, 'tests/.out')
const MIGRATIONS = join(ROOT, 'cms/src/migrations')
const PREFIX = 'cluster-'

const hashOfSources = () => {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  for (const name of readdirSync(MIGRATIONS).sort()) {
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

const fill = async (folder, password) => {
  const server = await startPostgres({
    folder: join(folder, CLUSTER_PARTS.cluster),
    port: await freePort(),
    password,
    logFile: join(folder, 'postgres.log'),
    settings: FORGETFUL,
  })
  try {
    await ensureDatabase(server.urlOf('postgres'), MIGRATED)
    const program = join(import.meta.dirname, 'migrate.ts')
    await mustRun(
      'Migrating the database of the tests',
      process.execPath,
      ['--conditions=production', '--no-deprecation', '--import', 'tsx', program],
      {
        env: {
          NODE_OPTIONS: '',
          PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
          DATABASE_URL: server.urlOf(MIGRATED),
        },
      },
    )
  } finally {
    await server.stop()
  }
}

export default async function makeCluster() {
  const name = `${PREFIX}${hashOfSources()}.tar`
  const file = join(OUT, name)
  process.env.TEST_CLUSTER = file
  if (existsSync(file)) return
  mkdirSync(OUT, { recursive: true })
  for (const old of readdirSync(OUT)) if (old.startsWith(PREFIX)) rmSync(join(OUT, old))
  // As root, Postgres runs as another user, who must be able to enter.
  const folder = mkdtempSync(join(tmpdir(), 'shellfolio-cluster-'))
  chmodSync(folder, 0o755)
  try {
    const password = randomBytes(16).toString('hex')
    await fill(folder, password)
    writeFileSync(join(folder, CLUSTER_PARTS.password), password)
    const draft = join(folder, name)
    const parts = Object.values(CLUSTER_PARTS)
    await mustRun('Packing the database of the tests', 'tar', [
      '-cf',
      draft,
      '-C',
      folder,
      ...parts,
    ])
    // Whole or not at all, also when two runs make it at the same time.
    const beside = `${file}.${process.pid}`
    await mustRun('Keeping the database of the tests', 'cp', [draft, beside])
    renameSync(beside, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
