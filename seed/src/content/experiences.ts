// Positions of the sample portfolio: one that goes on, one that is over. Both houses are invented.
import type { SeedExperience } from './types.ts'

const instruments: SeedExperience = {
  company: 'Kvitsund Instruments',
  role: 'Systems programmer',
  slug: 'kvitsund-instruments',
  subtitle: 'A maker of buoys that measure waves and send home what they saw.',
  period: { start: '2025-09-01' },
  location: 'Bergen, Norway',
  overview:
    'I write the program that runs on the buoy: it samples, filters, keeps what a storm must not lose, and sends it when there is a line. Everything has to fit into 256 KB and a winter of batteries.',
  technologies: ['c', 'posix-threads', 'make'],
  impact: [
    {
      label: 'No reading lost to a reset',
      description: 'Samples are appended to a ring on flash before they are acknowledged.',
    },
  ],
  architecture: {
    description:
      'One task samples into a ring, one filters, one sends. The ring lies on flash, and its head is the only thing that all of them share.',
  },
  order: 1,
}

const harbourOffice: SeedExperience = {
  company: 'Sund harbour office',
  role: 'Intern',
  slug: 'sund-harbour-office',
  subtitle: 'An office that tells forty harbours how high the water will stand.',
  period: { start: '2024-06-01', end: '2024-08-31' },
  location: 'Sund, Norway',
  overview:
    'Three months, one question: can the office compute the tables that it buys? It could. I wrote the fit and the comparison with what came, and handed both over with a page on how to run them.',
  technologies: ['python', 'postgresql'],
  stats: [
    { value: '40', label: 'harbours' },
    { value: '12', label: 'weeks' },
  ],
  impact: [
    {
      value: '1',
      label: 'table a year that is computed, not bought',
      description: 'The office runs the program each November.',
    },
  ],
  codeSamples: [
    {
      title: 'A tide is a sum of cosines',
      description: 'Heights of one harbour, from the amplitudes that were fitted.',
      language: 'python',
      highlight: '3-4',
      code: `def heights(hours, constituents, mean=0.0):
    return mean + sum(
        amplitude * np.cos(np.radians(speed * hours - phase))
        for speed, amplitude, phase in constituents
    )
`,
      explanation: 'Astronomy fixes the speeds, so only amplitudes and phases are left to fit.',
    },
  ],
  documents: [
    {
      title: 'Fourteen days at one harbour',
      category: 'Results',
      description: 'Spring and neap tide as the program predicts them.',
      file: 'tide-tables.webp',
    },
  ],
  order: 2,
}

export const experiences: SeedExperience[] = [instruments, harbourOffice]
