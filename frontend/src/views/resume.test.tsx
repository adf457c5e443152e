import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { resumeSchema } from '../cms/shapes/resume.ts'
import { siteSchema } from '../cms/shapes/site.ts'
import { Speaks } from '../i18n/context.tsx'
import { CONTENT } from '../testing/content.ts'
import { expectOutline, expectSoundIds } from '../testing/outline.ts'
import { Resume } from './resume.tsx'

const site = siteSchema.parse(CONTENT.site)
const resume = resumeSchema.parse(CONTENT.resume)

test('the résumé is one document under one name, with the same as files', () => {
  const html = renderToStaticMarkup(<Resume site={site} resume={resume} />)
  expectOutline(html)
  expectSoundIds(html)
  expect(html).toContain('<h1>Noor Halden</h1>')
  expect(html).toContain('3 ms largest difference: It was 4 s.')
  for (const file of ['/resume.pdf', '/resume.json', '/resume.vcf']) {
    expect(html).toContain(`href="${file}"`)
  }
})

test('in French it leads to French pages and files', () => {
  const html = renderToStaticMarkup(
    <Speaks language="fr">
      <Resume site={site} resume={resume} />
    </Speaks>,
  )
  expect(html).toContain('href="/fr/resume.pdf"')
  expect(html).toContain('href="/fr/projects/philosophers"')
  expect(html).toContain('Compétences')
})

test('an empty résumé says that it is being written', () => {
  const empty = resumeSchema.parse({ contact: {} })
  const html = renderToStaticMarkup(<Resume site={siteSchema.parse({})} resume={empty} />)
  expectOutline(html)
  expect(html).toContain('Come back soon.')
  expect(html).not.toMatch(/undefined|null|<ul class="resume-contact"/)
})
