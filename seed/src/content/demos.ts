// Terminal demos: what a visitor may try in each project's sandbox, and what it prints.
import type { SeedDemo } from './types.ts'

export const demos: SeedDemo[] = [
  {
    key: 'philosophers',
    title: 'Dinner of the philosophers',
    build: 'make',
    toolchain: 'c',
    welcome: 'The program is built: ./dinner. Its source is in src/.',
    commands: [
      {
        label: 'A dinner that works',
        command: './dinner 5 800 200 200 3',
        explanation:
          'Five seats, 800 ms until one starves, 200 ms for a meal and for sleep, three meals each.',
        expect: 'everyone had 3 meals',
      },
      {
        label: 'A dinner that cannot',
        command: './dinner 4 310 200 100',
        explanation: 'Two meals after one another take longer than 310 ms: somebody starves.',
        expect: 'starve',
      },
      {
        label: 'The deadlock',
        command: './dinner --naive 5 800 200 200',
        explanation:
          'Everyone takes the left fork first. The circle of who waits for whom is found.',
        expect: 'Deadlock after',
      },
      {
        label: 'The tests',
        command: 'make test',
        explanation: 'Unit tests of the rules, then whole dinners with time limits.',
        expect: 'dinner: ok',
      },
    ],
  },
  {
    key: 'stack-sort',
    title: 'Sorting with two stacks',
    build: 'make',
    toolchain: 'c',
    welcome: 'Built: ./stack-sort, ./checker and ./numbers.',
    commands: [
      {
        label: 'Sort three numbers',
        command: './stack-sort 2 1 3',
        explanation: 'Prints the operations. This one needs a single swap.',
        expect: 'sa',
      },
      {
        label: 'Sort 500 and check',
        command: 'L=$(./numbers 500 7); ./stack-sort $L | ./checker $L',
        explanation: 'The checker carries the operations out and judges the result.',
        expect: 'OK after',
      },
      {
        label: 'Watch it work',
        command: './stack-sort --show $(./numbers 16)',
        explanation: 'Draws both stacks after each operation.',
        expect: 'sorted 16 numbers in',
      },
      {
        label: 'All operations at once',
        command:
          './stack-sort $(./numbers 500) | tail -n 400 | pr -16 -t -l 25 -w 80; echo that was a lot-$((6*7))',
        explanation: 'The last 400 of about 5 200 lines, in columns: large output, no delay.',
        expect: 'lot-42',
      },
    ],
  },
  {
    key: 'tiny-shell',
    title: 'A shell in the shell',
    build: 'make',
    toolchain: 'c',
    welcome: 'Start it with ./tiny-shell, leave it with exit or Ctrl-D.',
    commands: [
      {
        label: 'One line',
        command: `./tiny-shell -c 'echo pipes | tr a-z A-Z && echo fine'`,
        explanation: 'A pipe and a condition, run by tiny-shell.',
        expect: 'PIPES',
      },
      {
        label: 'Its tests',
        command: 'make test',
        explanation: '24 lines with the output and the exit code that they must have.',
        expect: '24 checks, all good',
      },
      {
        label: 'A line that fails',
        command: './tiny-shell -c "no-such-program"; echo "code $?"',
        explanation: 'The exit code is the one that every shell gives for a missing program.',
        expect: 'code 127',
      },
      {
        label: 'Use it yourself',
        command: './tiny-shell',
        explanation:
          'A shell inside the shell. Try Ctrl-C, a heredoc, or make it fail for a red prompt.',
        expect: 'tiny>',
      },
    ],
  },
  {
    key: 'halfblock-renderer',
    title: 'A renderer made of text',
    build: 'make',
    toolchain: 'c',
    mode: 'guided',
    rules: [
      {
        program: './halfblock',
        argument:
          'rings|drops|sponge|--still|--frames|--at|--ppm|[0-9]{1,4}|[0-9]{1,4}[.x][0-9]{1,4}',
      },
      { program: 'make', argument: 'test|clean' },
      { program: 'ls', argument: '-l|src|tests' },
      { program: 'cat', argument: 'Makefile|README\\.md|(src|tests)/[a-z]+\\.(c|h|sh)' },
    ],
    welcome: 'Built: ./halfblock. Its source is in src/. Make the terminal as large as you like.',
    commands: [
      {
        label: 'One picture',
        command: './halfblock rings --still',
        explanation: 'Two pixels in each character, in true colour.',
        expect: 'one through the other,',
      },
      {
        label: 'A hundred pictures',
        command: './halfblock drops --frames 100',
        explanation: 'About four seconds of film, then how fast it was.',
        expect: '100 pictures of',
      },
      {
        label: 'Its tests',
        command: 'make test',
        explanation: 'Renders each scene small, twice, and compares the bytes.',
        expect: 'render.sh: all good',
      },
      {
        label: 'Until you stop it',
        command: './halfblock sponge',
        explanation: 'n for the next scene, q or Ctrl-C to leave. Resize the window while it runs.',
        expect: 'q leave',
      },
    ],
  },
]
