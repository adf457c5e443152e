// The sample projects: four that run, one without a demo, one with nothing but its title.
import type { SeedProject } from './types.ts'
import { philosophersWalkthrough, stackSortWalkthrough } from './walkthroughs.ts'

const philosophers: SeedProject = {
  title: 'Philosophers',
  slug: 'philosophers',
  kind: 'school',
  summary:
    'Up to 200 threads share forks, and of two hungry neighbours the one who waited longer eats first.',
  cover: 'philosophers.webp',
  problem:
    'Philosophers sit around a table with one fork between each two. To eat, one needs both neighbours’ forks. Each is a thread; who waits too long starves.',
  body: [
    { type: 'heading', level: 2, text: 'Both forks or none' },
    {
      type: 'paragraph',
      text: [
        'The classic solution orders the forks. It prevents the deadlock and still lets a philosopher starve, because nothing says who is next. Here a philosopher takes ',
        { text: 'both forks at once or none', format: 'bold' },
        ', and of two hungry neighbours the one who has waited longer goes first.',
      ],
    },
    {
      type: 'code',
      language: 'c',
      code: 'if (table->seats[other].state == STATE_HUNGRY && has_waited_longer(table, other, seat))\n    return false;',
    },
    { type: 'heading', level: 2, text: 'A log that can be believed' },
    {
      type: 'paragraph',
      text: 'Threads that print themselves print out of order. Events are recorded under the lock that made them true, and one thread prints them.',
    },
    {
      type: 'callout',
      tone: 'note',
      text: 'With --naive everyone takes the left fork first. The program finds the circle and names it, within milliseconds.',
    },
  ],
  challenges: 'Waking exactly the neighbours that a freed fork concerns, and nobody else.',
  lessons: 'A fair rule is shorter than a clever order.',
  technologies: ['c', 'posix-threads', 'make'],
  features: [
    { text: 'Up to 200 seats', completion: 100 },
    { text: 'Starvation noticed within 10 ms', completion: 100 },
    { text: 'Deadlock found and explained', completion: 100 },
  ],
  stats: [
    { value: '200', label: 'threads' },
    { value: '1', label: 'thread that prints' },
  ],
  badges: [
    { text: 'Runs here', tone: 'accent' },
    { text: 'Deadlock included', tone: 'warning' },
  ],
  walkthrough: philosophersWalkthrough,
  diagrams: [
    {
      kind: 'mermaid',
      title: 'A philosopher’s day',
      source: [
        'stateDiagram-v2',
        '  [*] --> Thinking',
        '  Thinking --> Hungry: time to eat',
        '  Hungry --> Eating: both forks free, nobody waited longer',
        '  Eating --> Sleeping: forks put back',
        '  Sleeping --> Thinking',
        '  Hungry --> Starved: waited too long',
        '  Starved --> [*]',
      ].join('\n'),
      textAlternative:
        'A philosopher thinks, gets hungry, eats once both forks are free and no neighbour has waited longer, puts the forks back, sleeps and thinks again. One who is hungry for too long starves, which ends the dinner.',
    },
  ],
  readme: 'philosophers',
  documents: [
    {
      title: 'A deadlock, found',
      category: 'Evidence',
      description: 'What the naive order prints in the moment in which nobody can go on.',
      file: 'philosophers-deadlock.webp',
    },
  ],
  galleries: [
    {
      name: 'Two dinners',
      images: [{ media: 'philosophers.webp' }, { media: 'philosophers-deadlock.webp' }],
    },
  ],
  installSteps: [
    { title: 'Build', command: 'make' },
    {
      title: 'Dine',
      command: './dinner 5 800 200 200 7',
      text: 'Seats, then milliseconds, then meals.',
    },
  ],
  role: 'Author',
  period: { start: '2025-02-01', end: '2025-04-15' },
  score: 125,
  featured: true,
  order: 1,
  demo: 'philosophers',
  related: ['tiny-shell', 'stack-sort'],
}

const stackSort: SeedProject = {
  title: 'Stack sort',
  slug: 'stack-sort',
  kind: 'school',
  summary:
    '500 numbers sorted with two stacks in 5 100 operations on average, measured over 100 lists.',
  cover: 'stack-sort.webp',
  problem:
    'Two stacks, eleven operations: swap, push, rotate. Sort a list in as few of them as possible.',
  body: [
    { type: 'heading', level: 2, text: 'The cheapest first' },
    {
      type: 'paragraph',
      text: 'The second stack is kept as a ring in falling order. Before each move the program counts what it would cost to bring every number to its place, where rotations that both stacks share count once, and moves the cheapest.',
    },
    {
      type: 'list',
      items: [
        'Three numbers stay on the first stack.',
        'Everything else moves over, the cheapest first.',
        'Then it all comes back, each number on top of the next larger one.',
      ],
    },
    { type: 'heading', level: 2, text: 'A checker that trusts nothing' },
    {
      type: 'paragraph',
      text: [
        'It reads operations from a pipe, carries them out on its own stacks and says ',
        { text: 'OK', format: 'code' },
        ' or ',
        { text: 'KO', format: 'code' },
        '. The sorter is tested by it alone.',
      ],
    },
  ],
  technologies: ['c', 'algorithms', 'make'],
  features: [{ text: 'Checker for any solution' }, { text: 'Drawn step by step' }],
  stats: [
    { value: '5 100', label: 'operations on average for 500 numbers' },
    { value: '5 453', label: 'at most, over 100 lists' },
    { value: '620', label: 'at most for 100 numbers' },
  ],
  badges: [{ text: 'Runs here', tone: 'accent' }],
  walkthrough: stackSortWalkthrough,
  diagrams: [
    {
      kind: 'mermaid',
      title: 'From a list to a verdict',
      source: [
        'flowchart LR',
        '  list([500 numbers]) --> sorter[stack-sort]',
        '  sorter -->|operations| checker[checker]',
        '  list --> checker',
        '  checker --> verdict{sorted?}',
        '  verdict -->|yes| OK',
        '  verdict -->|no| KO',
      ].join('\n'),
      textAlternative:
        'The list goes to the sorter and to the checker. The sorter’s operations go to the checker, which carries them out and answers OK if the list is sorted, KO if not.',
    },
  ],
  readme: 'stack-sort',
  installSteps: [{ title: 'Build', command: 'make' }],
  period: { start: '2024-10-01', end: '2024-11-20' },
  score: 118,
  featured: true,
  order: 2,
  demo: 'stack-sort',
  related: ['philosophers'],
}

const tinyShell: SeedProject = {
  title: 'Tiny shell',
  slug: 'tiny-shell',
  kind: 'school',
  summary: 'A shell of 800 lines that handles pipes, heredocs and Ctrl-C as you expect.',
  cover: 'tiny-shell.webp',
  problem: 'A shell looks simple until it has to be interrupted.',
  body: [
    { type: 'heading', level: 2, text: 'From a line to processes' },
    {
      type: 'paragraph',
      text: 'A lexer keeps quotes inside the words, a parser makes pipelines of them, and variables are filled in at the last moment. Then one process for each command, a pipe between each two.',
    },
    {
      type: 'quote',
      text: 'What looks like one argument is one argument. A variable’s value is never split.',
    },
    {
      type: 'code',
      language: 'bash',
      code: 'tiny> export NAME="a b"\ntiny> printf "<%s>\\n" $NAME\n<a b>',
    },
  ],
  challenges:
    'Ctrl-C at the prompt must begin a new line, in a heredoc must leave it, and in a program must reach the program only.',
  technologies: ['c', 'processes-and-signals', 'bash'],
  features: [
    { text: 'Pipes, redirections, heredocs', completion: 100 },
    { text: 'Conditions: && and ||', completion: 100 },
    { text: 'Job control', completion: 0 },
  ],
  readme: 'tiny-shell',
  period: { start: '2025-05-10', end: '2025-08-01' },
  score: 101,
  order: 3,
  demo: 'tiny-shell',
  related: ['philosophers'],
}

const halfblock: SeedProject = {
  title: 'Half-block renderer',
  slug: 'halfblock-renderer',
  kind: 'personal',
  summary: 'A ray marcher that draws 24 pictures a second into an ordinary terminal.',
  cover: 'halfblock-rings.webp',
  problem: 'How much of a picture fits into text? Two pixels in each character, it turns out.',
  body: [
    { type: 'heading', level: 2, text: 'Walking along a ray' },
    {
      type: 'paragraph',
      text: 'A scene is a function that tells the distance to its nearest surface. Walking along a ray by that distance can never step through anything; where it becomes tiny, the ray has arrived. Normals, soft shadows and one reflection come from the same function.',
    },
    {
      type: 'callout',
      tone: 'tip',
      text: 'Make the terminal larger while it runs: the picture follows.',
    },
  ],
  technologies: ['c', 'ray-marching', 'posix-threads'],
  galleries: [
    {
      name: 'Scenes',
      description: 'Rendered by the same program with --ppm.',
      images: [
        { media: 'halfblock-rings.webp' },
        { media: 'halfblock-drops.webp' },
        { media: 'halfblock-sponge.webp' },
      ],
    },
  ],
  stats: [{ value: '2', label: 'pixels in each character' }],
  readme: 'halfblock-renderer',
  period: { start: '2026-01-10' },
  featured: true,
  order: 4,
  demo: 'halfblock-renderer',
  related: ['stack-sort'],
}

const tideTables: SeedProject = {
  title: 'Tide tables',
  slug: 'tide-tables',
  kind: 'internship',
  summary: 'Tide predictions for forty harbours, computed once a year instead of bought.',
  cover: 'tide-tables.webp',
  problem: 'The harbour office paid for tables that it could have computed.',
  body: [
    {
      type: 'paragraph',
      text: 'The height of tide is a sum of cosines, each with a speed that astronomy fixes and an amplitude that a harbour’s measurements give. The program fits the amplitudes, predicts a year and compares the prediction with what came.',
    },
  ],
  technologies: ['python', 'postgresql'],
  experience: 'sund-harbour-office',
  badges: [{ text: 'In use', tone: 'success' }],
  impact: [
    {
      value: '40',
      label: 'harbours with tables of their own',
      description: 'The office computes in November what it used to buy.',
    },
  ],
  role: 'Intern',
  roleDescription: 'Wrote the fit and the comparison; the office runs both.',
  period: { start: '2024-06-01', end: '2024-08-31' },
  order: 5,
}

const untitledSketch: SeedProject = {
  title: 'Untitled sketch',
  slug: 'untitled-sketch',
  kind: 'personal',
  summary: 'A name, and an idea that is still being turned over.',
  order: 6,
}

export const projects: SeedProject[] = [
  philosophers,
  stackSort,
  tinyShell,
  halfblock,
  tideTables,
  untitledSketch,
]
