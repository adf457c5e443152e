import { expect, test } from '@jest/globals'
import { JSON_RESUME } from '../../testing/resume-content.ts'
import { jsonResumeSchema } from './json-resume.ts'

test('what the CMS gives passes, without what the format does not know', () => {
  const resume = jsonResumeSchema.parse(JSON_RESUME)
  expect(resume.work).toEqual(JSON_RESUME.work)
  expect(resume).not.toHaveProperty('invented')
  expect(JSON.stringify(resume)).not.toContain('javascript:')
})

test.each([
  { work: [{ name: 'A', startDate: 'last spring' }] },
  { work: [{ name: 'A', startDate: '2024-13-01' }] },
  { skills: [{ name: 'A', keywords: 'C' }] },
  { basics: { name: null } },
  { $schema: 'nowhere' },
])('%j is refused', (wrong) => {
  expect(jsonResumeSchema.safeParse({ ...JSON_RESUME, ...wrong }).success).toBe(false)
})
