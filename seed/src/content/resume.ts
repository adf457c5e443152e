// The résumé of the sample portfolio; schools and dates are as invented as its owner.
import type { SeedResume } from './types.ts'

export const resume: SeedResume = {
  headline: 'Systems programmer',
  summary:
    'I write small programs in C that do one thing, and measure whether they do it: schedulers, shells, renderers, and the firmware of a buoy.',
  contact: {
    email: 'noor@example.com',
    website: 'https://noor.example.com/',
    city: 'Bergen',
    countryCode: 'NO',
  },
  experiences: ['kvitsund-instruments', 'sund-harbour-office'],
  projects: ['philosophers', 'stack-sort', 'halfblock-renderer'],
  education: [
    {
      institution: 'Fjord School of Programming',
      area: 'Systems programming',
      studyType: 'Diploma',
      period: { start: '2023-09-01', end: '2025-08-15' },
      courses: ['Concurrency', 'Operating systems', 'Computer graphics'],
    },
  ],
  skills: [
    { name: 'Languages', technologies: ['c', 'python', 'bash'] },
    { name: 'Systems', technologies: ['posix-threads', 'processes-and-signals', 'make'] },
    { name: 'Ideas', technologies: ['algorithms', 'ray-marching'] },
  ],
  languages: [
    { language: 'Norwegian', fluency: 'native' },
    { language: 'English', fluency: 'C1' },
  ],
  interests: [{ name: 'The sea', keywords: ['tides', 'charts', 'small boats'] }],
}
