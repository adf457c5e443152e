import { expect, test } from '@jest/globals'
import { checkVideoAddress, hostedVideo } from './video-address.ts'

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4', 'youtube', 'dQw4w9WgXcQ'],
  ['https://youtu.be/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
  ['https://vimeo.com/76979871', 'vimeo', '76979871'],
  ['https://player.vimeo.com/video/76979871', 'vimeo', '76979871'],
])('%s is a video', (address, host, id) => {
  expect(hostedVideo(address)).toEqual({ host, id })
  expect(checkVideoAddress(address)).toBe(true)
})

test.each([
  'http://youtu.be/dQw4w9WgXcQ',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ',
  'https://youtube.com:8443/watch?v=dQw4w9WgXcQ',
  'https://user@youtube.com/watch?v=dQw4w9WgXcQ',
  'https://youtube.com/watch?v=<script>',
  'https://youtube.com/playlist?list=x',
  'https://vimeo.com/about',
  'javascript:alert(1)',
  'https://constructor/x',
  'no address',
])('%s is none', (address) => {
  expect(hostedVideo(address)).toBeUndefined()
  expect(checkVideoAddress(address)).toMatch(/^Give the https address/)
})
