import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Page } from './components/page/page.tsx'
import { islandsIn } from './page-islands.ts'

test('a page has the scripts of what every page has, and no others', () => {
  const markup = renderToStaticMarkup(
    <Page site={null} place={{ page: 'home' }}>
      words
    </Page>,
  )
  expect(islandsIn(markup)).toEqual(['theme.js', 'search.js'])
})

test.each([
  ['<figure data-code="true"><button data-copy="true" hidden>Copy</button></figure>', 'copy.js'],
  ['<a data-lightbox="true" href="/media/a.png">', 'lightbox.js'],
  ['<section data-terminal="true">', 'launch.js'],
  ['<aside data-live-preview="https://cms.example">', 'preview.js'],
])('%s brings its script', (markup, island) => {
  expect(islandsIn(markup)).toEqual([island])
})
