// docker-compose.yml: what is reachable, what depends on what, and how the terminal service is locked up.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { TERMINAL_NODE_FLAGS } from '../../scripts/lib/node-flags.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

const TERMINALS = ['terminal', 'terminal-2']

type Service = {
  build?: { context: string; dockerfile: string }
  ports?: string[]
  networks?: string[]
  volumes?: string[]
  profiles?: string[]
  security_opt?: string[]
  cap_drop?: string[]
  user?: string
  healthcheck?: unknown
  depends_on?: Record<string, { condition: string }>
  environment?: Record<string, string>
}
type Compose = {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean } | null>
}

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), {
  merge: true,
}) as Compose
const { services, networks } = compose

/** System calls that a container may make. */
const allowed = (container: 'cms' | 'terminal'): string[] => {
  const text = readFileSync(join(ROOT, `deploy/${container}/seccomp.json`), 'utf8')
  const { syscalls } = JSON.parse(text) as { syscalls: { names: string[] }[] }
  return syscalls.flatMap(({ names }) => names)
}
const ONE_SHOT = ['migrate', 'bucket']

describe('docker-compose.yml', () => {
  test('publishes the site and the CMS only', () => {
    const published = Object.keys(services).filter((name) => services[name]?.ports?.length)
    expect(published.sort()).toEqual(['cms', 'site'])
  })

  test('keeps everything else on networks without a way out', () => {
    for (const [name, service] of Object.entries(services)) {
      if (['cms', 'site'].includes(name)) continue
      for (const network of service.networks ?? []) expect(networks[network]?.internal).toBe(true)
    }
  })

  test.each(TERMINALS)(
    'lets the service %s reach the CMS and its like, and nothing else',
    (one) => {
      const reachable = Object.keys(services).filter((name) =>
        services[name]?.networks?.some((network) => services[one]?.networks?.includes(network)),
      )
      expect(reachable.sort()).toEqual(['cms', ...TERMINALS])
    },
  )

  test.each(TERMINALS)('runs %s without root, without capabilities, under both profiles', (one) => {
    const terminal = services[one]
    expect(terminal).toMatchObject({ user: '1000:1000', cap_drop: ['ALL'] })
    expect(terminal?.security_opt).toEqual(
      expect.arrayContaining([
        'seccomp=./deploy/terminal/seccomp.json',
        'systempaths=unconfined',
        'no-new-privileges:true',
      ]),
    )
    expect(existsSync(join(ROOT, 'deploy/terminal/seccomp.json'))).toBe(true)
    expect(existsSync(join(ROOT, 'deploy/terminal/apparmor.profile'))).toBe(true)
  })

  test('lets the CMS make namespaces for the sandbox of its Chromium, and mount nothing', () => {
    expect(services.cms?.security_opt).toEqual(
      expect.arrayContaining(['seccomp=./deploy/cms/seccomp.json', 'no-new-privileges:true']),
    )
    const [cms, terminal] = [allowed('cms'), allowed('terminal')]
    expect(cms).toEqual(expect.arrayContaining(['clone', 'unshare', 'seccomp']))
    expect(terminal.filter((name) => !cms.includes(name)).sort()).toEqual([
      'mount',
      'pivot_root',
      'sethostname',
      'setns',
      'umount2',
    ])
    // Its way to see no files.
    expect(cms.filter((name) => !terminal.includes(name))).toEqual(['chroot'])
    expect(readFileSync(join(ROOT, 'cms/Dockerfile'), 'utf8')).toMatch(/install .*chromium/)
  })

  test.each(TERMINALS)('gives %s no secret besides the key of its grants', (one) => {
    const names = Object.keys(services[one]?.environment ?? {})
    expect(names.filter((name) => /KEY|SECRET|PASSWORD|DATABASE|REDIS/.test(name))).toEqual([
      'TERMINAL_GRANT_KEY',
    ])
  })

  test('gives each terminal service a folder and an address of its own, at which the CMS expects it', () => {
    const volumes = TERMINALS.flatMap((name) => services[name]?.volumes ?? [])
    expect(new Set(volumes).size).toBe(TERMINALS.length)
    const expected = services.cms?.environment?.TERMINAL_SERVICES ?? ''
    for (const name of TERMINALS) {
      const url = `http://${name}:3002`
      expect(services[name]?.environment?.TERMINAL_ADVERTISED_URL).toBe(url)
      expect(expected).toContain(url)
    }
  })

  test('starts one terminal service unless another is asked for', () => {
    expect(services.terminal?.profiles).toBeUndefined()
    expect(services['terminal-2']?.profiles).toEqual(['two-terminals'])
  })

  test('checks the health of every lasting service, and waits for migrations', () => {
    for (const [name, service] of Object.entries(services)) {
      if (!ONE_SHOT.includes(name))
        expect([name, service.healthcheck]).toEqual([name, expect.anything()])
    }
    expect(services.cms?.depends_on?.migrate?.condition).toBe('service_completed_successfully')
  })

  test('builds each process from a Dockerfile that is there', () => {
    for (const { build } of Object.values(services)) {
      if (build) expect(existsSync(join(ROOT, build.context, build.dockerfile))).toBe(true)
    }
  })

  test('gives the terminal service a first process that buries what sandboxes leave', () => {
    const dockerfile = readFileSync(join(ROOT, 'terminal-service/Dockerfile'), 'utf8')
    expect(dockerfile).toContain('ENTRYPOINT ["tini", "-s", "--"]')
    expect(dockerfile).toMatch(/apt-get install .*\btini\b/)
  })

  test('starts the terminal service with the flags that npm start gives it', () => {
    const read = (name: string) => readFileSync(join(ROOT, 'terminal-service', name), 'utf8')
    const command = ['node', ...TERMINAL_NODE_FLAGS, 'dist/main.mjs']
    expect(read('Dockerfile')).toContain(`CMD [${command.map((word) => `"${word}"`).join(', ')}]`)
    expect(JSON.parse(read('package.json')).scripts.start).toBe(command.join(' '))
  })
})
