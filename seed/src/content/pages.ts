// Pages of the sample portfolio that are no projects: how its terminals work, told with the blocks that there are.
import type { SeedPage } from './types.ts'

const howItRuns: SeedPage = {
  title: 'How it runs',
  slug: 'how-it-runs',
  seo: {
    title: 'How the programs on this site run',
    description:
      'What happens between pressing Launch and the prompt: a ticket, a sandbox of your own, and a project that was built before you came.',
  },
  layout: [
    {
      blockType: 'hero',
      title: 'How it runs',
      text: 'Press Launch on a project and you have a shell, on a real machine, in a sandbox that nobody else can see. Here is what happens in between.',
      actions: [{ label: 'Try one', href: '/projects/philosophers#terminal' }],
    },
    {
      blockType: 'statBar',
      stats: [
        { value: '1', label: 'click from the page to the prompt' },
        { value: '0', label: 'accounts, and no cookie' },
        { value: '60 s', label: 'to come back after a lost connection' },
      ],
    },
    {
      blockType: 'prose',
      body: [
        { type: 'heading', level: 2, text: 'From the button to the prompt' },
        {
          type: 'list',
          ordered: true,
          items: [
            'The page asks for a ticket. It is good for one use and for thirty seconds.',
            'The CMS checks how many terminals run, and for whom, and lets the socket through.',
            'A service that is reachable from nowhere else builds the sandbox around a shell.',
            'The project lies in it already built: its sources were compiled when they were uploaded.',
          ],
        },
        { type: 'heading', level: 2, text: 'What you may do in it' },
        {
          type: 'paragraph',
          text: [
            'Whatever you like. The sandbox has ',
            { text: 'no network', format: 'bold' },
            ', its own processes, a small disk in memory and a limit for everything. When you leave, it is thrown away with all that you did.',
          ],
        },
      ],
    },
    {
      blockType: 'table',
      caption: 'What a sandbox is given',
      hasHeaderRow: true,
      hasHeaderColumn: true,
      rows: [
        ['What', 'How much', 'What happens beyond it'],
        ['Time', '30 minutes, once more on request', 'You are warned a minute before'],
        ['Doing nothing', '5 minutes', 'It ends, and says why'],
        ['Network', 'None', 'There is nothing to reach'],
        ['Other visitors', 'None', 'Each has a sandbox of their own'],
      ],
    },
    {
      blockType: 'tabs',
      title: 'Questions that come up',
      tabs: [
        {
          label: 'Is it safe?',
          sections: [
            {
              title: 'For the machine',
              text: 'The shell has no rights, sees no files but its own and can call few parts of the kernel. If the sandbox cannot be built, there is no terminal.',
            },
          ],
        },
        {
          label: 'Is it real?',
          sections: [
            {
              title: 'As real as at home',
              text: 'A compiler, a debugger’s view of your own processes, pipes and signals. Kill the program, break the build, fill the disk: the next visitor starts from the same clean copy.',
              links: [{ label: 'Break a shell', href: '/projects/tiny-shell#terminal' }],
            },
          ],
        },
      ],
    },
    {
      blockType: 'technologyGroups',
      title: 'What the programs are made with',
      groups: [
        { title: 'Languages', technologies: ['c', 'python', 'bash'] },
        { title: 'Underneath', technologies: ['posix-threads', 'processes-and-signals'] },
      ],
    },
    {
      blockType: 'projectList',
      title: 'Those that run',
      choice: 'hand',
      projects: ['philosophers', 'stack-sort', 'tiny-shell'],
    },
    {
      blockType: 'callToAction',
      title: 'Something does not run?',
      text: 'Tell me what you typed and what came of it.',
      actions: [{ label: 'Write to me', href: '/contact' }],
    },
  ],
}

export const pages: SeedPage[] = [howItRuns]
