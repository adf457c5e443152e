// The benches by name: npm run bench -- api [--quick] [--strict] [--projects=N] | launch | keystroke [--strict] | site [part…] [--quick] [--strict] | terminal [scenario…] [--quick] [--strict] [--rounds=N]
const [name = 'launch', ...rest] = process.argv.slice(2)

const BENCHES: Record<string, { what: string; run: () => Promise<void> }> = {
  api: {
    what: 'the public read API and the admin of a full CMS: lists, projects, memory',
    run: async () => (await import('./api.ts')).benchApi(rest),
  },
  launch: {
    what: 'click to prompt, in a real browser against a whole system',
    run: async () => (await import('./launch.ts')).benchLaunch(),
  },
  keystroke: {
    what: 'keystroke to echo through the whole chain, while the CMS stalls and while it does not',
    run: async () => (await import('./keystroke.ts')).benchKeystroke(rest),
  },
  site: {
    what: 'the built site: requests, a change until it is visible, bytes, ten thousand projects, Lighthouse',
    run: async () => (await import('./site/main.ts')).benchSite(rest),
  },
  terminal: {
    what: 'the terminal service alone: start, echo, bulk, interrupt, stall, memory',
    run: async () => (await import('./terminal/run.ts')).benchTerminal(rest),
  },
}

const list = () =>
  Object.entries(BENCHES)
    .map(([key, { what }]) => `  npm run bench -- ${key.padEnd(9)} ${what}`)
    .join('\n')

const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (bench) {
  if (process.argv.length < 3) console.log(`${list()}\n\nNone was named: this is ${name}.`)
  await bench.run()
} else {
  console.error(`There is no bench called ${name}. There are:\n${list()}`)
  process.exitCode = 1
}
