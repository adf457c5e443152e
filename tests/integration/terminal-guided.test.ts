// A guided demo from a visitor's keys to a real sandbox and back.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startTestService, type TestService } from '@shellfolio/terminal-service/testing'

let service: TestService

beforeAll(async () => {
  service = await startTestService({ sandbox: 'real' })
})
afterAll(() => service.close())

const launch = async () => {
  const client = await service.launch({
    files: {
      'project/greet.c':
        '#include <stdio.h>\nint main(int n, char **a) { for (int i = 1; i < n; i++) printf("<%s>", a[i]); return n; }\n',
      'project/wait.c':
        '#include <unistd.h>\nint main(void) { write(1, "waits\\n", 6); for (;;) pause(); }\n',
    },
    demo: {
      mode: 'guided',
      build: 'cc -o greet greet.c && cc -o wait wait.c',
      rules: [
        { program: './greet', argument: '[a-z $]+' },
        { program: './wait', argument: '' },
        { program: 'touch', argument: '[a-z]+' },
        { program: 'ls', argument: '' },
      ],
      commands: [{ label: 'Hello', command: './greet hello' }],
    },
  })
  await client.untilWelcome()
  await client.untilText('Type help to see what can be run here.')
  return client
}

test('runs programs with their arguments as they were typed, and tells their codes', async () => {
  const client = await launch()
  client.type("./greet hello 'a $b'\r")
  await client.untilText('<hello><a $b>')
  await client.untilText(/exit 3[\s\S]*demo[\s\S]*\$ /)
  client.type('exit\r')
  expect(await client.untilExit()).toMatchObject({ code: 0 })
})

test('keeps what one program made for the next', async () => {
  const client = await launch()
  client.type('touch kept\r')
  // What is typed before the next prompt is input of the program.
  await client.untilText(/touch kept[\s\S]*demo[\s\S]*\$ /)
  client.type('ls\r')
  await client.untilText(/kept\s+wait[\s\S]*demo[\s\S]*\$ /)
  client.type('exit\r')
  expect(await client.untilExit()).toMatchObject({ code: 0 })
})

test('runs nothing that the rules do not name', async () => {
  const client = await launch()
  client.type('cat greet.c\r')
  await client.untilText('“cat” is not among the programs that can be run here.')
  client.type('./greet a; ls\r')
  await client.untilText('Several commands on one line do not work here')
  client.type('exit\r')
  expect(await client.untilExit()).toMatchObject({ code: 0 })
})

test('interrupts a program by Ctrl-C and goes on', async () => {
  const client = await launch()
  client.type('./wait\r')
  await client.untilText('waits\r\n')
  client.type('\u0003')
  await client.untilText('[exit 130]')
  client.type('./greet on\r')
  await client.untilText(/<on>[\s\S]*exit 2[\s\S]*demo[\s\S]*\$ /)
  client.type('\u0004')
  expect(await client.untilExit()).toMatchObject({ code: 0 })
})
