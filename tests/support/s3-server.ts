// A real S3 server of a test's own: OpenStack Swift with its S3 interface, on free ports, in a folder that is gone afterwards.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { freePort } from '../../scripts/lib/ports.mjs'
import { eventually } from './eventually.ts'

export type S3Server = {
  /** Settings by which a CMS reaches the bucket. */
  env: Record<
    'S3_BUCKET' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY',
    string
  >
  /** Ends its processes and removes its files. */
  stop: () => Promise<void>
}

const START_MS = 60_000
const KEY = 'test:tester'
const SECRET = 'testing-secret-key'
const BUCKET = 'uploads'
const PARTS = ['account', 'container', 'object'] as const

const PIPELINE =
  'catch_errors gatekeeper cache listing_formats s3api tempauth copy slo dlo versioned_writes symlink proxy-server'

/** What `swift-ring-builder` does in nine runs, of which each starts Python: for every name and port one ring of one device. */
const RINGS = `
import sys
from swift.common.ring import RingBuilder
for part, port in zip(sys.argv[1::2], sys.argv[2::2]):
    ring = RingBuilder(4, 1, 1)
    place = {'ip': '127.0.0.1', 'port': int(port)}
    copy = {'replication_ip': '127.0.0.1', 'replication_port': int(port)}
    ring.add_dev({'region': 1, 'zone': 1, 'device': 'd1', 'weight': 1, **place, **copy})
    ring.rebalance()
    ring.get_ring().save(part + '.ring.gz')
`

/** One section for each part of the pipeline. */
const filters = (memcached: number) =>
  PIPELINE.split(' ')
    .slice(0, -1)
    .map((name) => {
      const more: Record<string, string> = {
        cache: `memcache_servers = 127.0.0.1:${memcached}`,
        s3api: 'location = us-east-1\ns3_acl = false',
        tempauth: `user_${KEY.replace(':', '_')} = ${SECRET} .admin`,
        versioned_writes: 'allow_versioned_writes = true',
      }
      const egg = name === 'cache' ? 'memcache' : name
      return `[filter:${name}]\nuse = egg:swift#${egg}\n${more[name] ?? ''}`
    })
    .join('\n')

const header = (folder: string, port: number) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${process.getuid?.() === 0 ? 'root' : process.env.USER}
swift_dir = ${folder}
devices = ${folder}/srv
mount_check = false
disable_fallocate = true
fallocate_reserve = 0
log_level = ERROR
`

const configure = (folder: string, ports: number[], proxy: number, memcached: number) => {
  mkdirSync(join(folder, 'srv/d1'), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write(
    'swift.conf',
    '[swift-hash]\nswift_hash_path_suffix = tests\n[storage-policy:0]\nname = Policy-0\ndefault = yes\n',
  )
  for (const [index, part] of PARTS.entries()) {
    const port = ports[index] as number
    write(
      `${part}.conf`,
      `${header(folder, port)}[pipeline:main]\npipeline = ${part}-server\n[app:${part}-server]\nuse = egg:swift#${part}\n`,
    )
  }
  const parts = PARTS.flatMap((part, index) => [part, String(ports[index])])
  execFileSync('/usr/bin/python3', ['-c', RINGS, ...parts], { cwd: folder })
  // Otherwise a part that is up a little later than the proxy is asked again after a minute only.
  const patience = 'error_suppression_interval = 0'
  write(
    'proxy.conf',
    `${header(folder, proxy)}[pipeline:main]\npipeline = ${PIPELINE}\n[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n${patience}\nallow_account_management = true\n${filters(memcached)}\n`,
  )
}

/** @throws when a program ends, or the server does not answer within a minute */
export const startS3 = async (): Promise<S3Server> => {
  const folder = await mkdtemp(join(tmpdir(), 'shellfolio-s3-'))
  const [proxy = 0, memcached = 0, ...ports] = (await Promise.all(
    Array.from({ length: 5 }, () => freePort()),
  )) as number[]
  configure(folder, ports, proxy, memcached)
  const programs: [string, string[]][] = [
    ['memcached', ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(memcached)]],
    ...PARTS.map((part): [string, string[]] => [`swift-${part}-server`, [`${part}.conf`]]),
    ['swift-proxy-server', ['proxy.conf']],
  ]
  let trouble: string | undefined
  let log = ''
  const children = programs.map(([program, args]): ChildProcess => {
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-4000)
    })
    child.once('error', (error) => {
      trouble = `${program}: ${error.message}`
    })
    child.once('exit', () => {
      trouble ??= `${program} ended: ${log}`
    })
    return child
  })
  const env = {
    S3_BUCKET: BUCKET,
    S3_ENDPOINT: `http://127.0.0.1:${proxy}`,
    S3_REGION: 'us-east-1',
    S3_ACCESS_KEY_ID: KEY,
    S3_SECRET_ACCESS_KEY: SECRET,
  }
  const client = new S3Client({
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    forcePathStyle: true,
    maxAttempts: 1,
    credentials: { accessKeyId: KEY, secretAccessKey: SECRET },
  })
  const stop = async () => {
    client.destroy()
    await Promise.all(
      children.map(async (child) => {
        if (child.pid === undefined || child.exitCode !== null) return
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      }),
    )
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await eventually(
      'the S3 server answers',
      async () => {
        if (trouble) throw new Error(trouble)
        return client.send(new CreateBucketCommand({ Bucket: BUCKET })).then(
          () => true,
          () => false,
        )
      },
      START_MS,
    )
  } catch (error) {
    await stop()
    throw error
  }
  return { env, stop }
}
