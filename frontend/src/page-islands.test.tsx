import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Page } from './components/page/page.tsx'
import { islandsIn, stylesIn } from './page-islands.ts'

test('a page has the scripts of what every page has, and no others', () => {
  const markup = renderToStaticMarkup(
    <Page site={null} place={{ page: 'home' }}>
      words
    </Page>,
  )
  expect(islandsIn(markup)).toEqual(['seen.js', 'theme.js', 'search.js'])
})

test.each([
  ['<figure data-code="true"><button data-copy="true" hidden>Copy</button></figure>', 'copy.js'],
  ['<a data-lightbox="true" href="/media/a.png">', 'lightbox.js'],
  ['<section data-terminal="true">', 'launch.js'],
  ['<button data-replay-open="true" hidden>', 'replay.js'],
  ['<aside data-live-preview="https://cms.example">', 'preview.js'],
])('%s brings its script', (markup, island) => {
  expect(islandsIn(markup)).toEqual([island])
})

test('the colours of terminals come with a recording, and only then', () => {
  expect(stylesIn('<pre class="terminal-poster terminal-poster-recorded">')).toEqual(['player.css'])
  expect(stylesIn('<pre class="terminal-poster">')).toEqual([])
})
