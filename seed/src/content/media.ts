// Images of the sample portfolio; tools/images.ts makes them from the projects themselves.
import type { SeedMedia } from './types.ts'

export const media: SeedMedia[] = [
  {
    file: 'philosophers.webp',
    alt: 'Terminal output of a dinner of five philosophers: a log of meals, then a chart in which two of them always eat at the same time.',
    caption: 'Five seats, three meals each, 1.6 seconds.',
  },
  {
    file: 'philosophers-deadlock.webp',
    alt: 'Terminal output of a deadlock: all five philosophers have taken one fork, and the circle of who waits for whom is listed.',
    caption: 'The naive order, and the circle it ends in.',
  },
  {
    file: 'stack-sort.webp',
    alt: 'Two columns of coloured bars in a terminal: the left stack still mixed, the right one nearly in falling order.',
    caption: 'Step 35 of sorting 24 numbers.',
  },
  {
    file: 'tiny-shell.webp',
    alt: 'A session in tiny-shell: a pipe, a failing command with its exit code, a redirection, and a red prompt after an unknown command.',
  },
  {
    file: 'halfblock-rings.webp',
    alt: 'A rendering of an orange ring with a teal ring through it, floating above a grey chequered floor with soft shadow.',
    caption: 'rings, at 2.2 seconds.',
  },
  {
    file: 'halfblock-drops.webp',
    alt: 'A rendering of round drops in ivory and copper that melt into one another above a chequered floor.',
    caption: 'drops, at 3.6 seconds.',
  },
  {
    file: 'halfblock-sponge.webp',
    alt: 'A rendering of a cube riddled with square holes of three sizes, ivory at its top and teal at its bottom.',
    caption: 'sponge, at 1.1 seconds.',
  },
  {
    file: 'tide-tables.webp',
    alt: 'A line chart of the predicted height of tide over fourteen days, between plus and minus 2.5 metres at spring tide and half of that at neap tide.',
  },
]
