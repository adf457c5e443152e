// The résumé as the CMS gives it: to the site, and in the open format.
import { EXPERIENCES } from './experience-content.ts'
import { technology } from './pieces.ts'

export const RESUME = {
  headline: 'Systems programmer, ten years of C',
  summary: 'I make small programs that stay up.',
  contact: {
    email: 'noor@example.com',
    phone: '+31 10 555 0123',
    website: 'https://example.com',
    city: 'Rotterdam',
    region: null,
    countryCode: 'NL',
  },
  experiences: EXPERIENCES,
  projects: [{ slug: 'philosophers', title: 'Dining philosophers', summary: 'Nobody starves.' }],
  education: [
    {
      institution: 'Delft',
      area: 'Computer science',
      studyType: 'BSc',
      score: '8 of 10',
      period: { start: '2018-09-01', end: '2021-07-01' },
      website: 'https://example.com/delft',
      courses: ['Operating systems', 'Compilers'],
    },
  ],
  certificates: [{ name: 'Lifeguard', issuer: 'KNBRD', date: '2019-05-01', website: null }],
  skills: [
    {
      name: 'Systems',
      level: 'Daily',
      technologies: [technology('C', 'language'), technology('POSIX threads', 'concept')],
    },
  ],
  languages: [{ language: 'Dutch', fluency: 'Native' }],
  interests: [{ name: 'Sailing', keywords: ['tides', 'charts'] }],
}

export const JSON_RESUME = {
  $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
  basics: {
    name: 'Noor Halden',
    label: RESUME.headline,
    email: RESUME.contact.email,
    url: 'https://example.com',
    summary: RESUME.summary,
    location: { city: 'Rotterdam', countryCode: 'NL' },
    profiles: [
      { network: 'GitHub', url: 'https://example.com/github' },
      { network: 'Broken', url: 'javascript:alert(1)' },
    ],
  },
  work: [
    {
      name: 'Harbour Office',
      position: 'Systems programmer',
      startDate: '2023-02-01',
      highlights: ['3 ms largest difference: It was 4 s.'],
    },
  ],
  skills: [{ name: 'Systems', level: 'Daily', keywords: ['C'] }],
  invented: { by: 'somebody' },
  meta: { version: 'v1.0.0', lastModified: '2026-10-01T10:00:00.000Z' },
}
