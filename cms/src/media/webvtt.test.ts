import { expect, test } from '@jest/globals'
import { checkWebVtt } from './webvtt.ts'

const CUE = '00:01.000 --> 00:04.500\nA fork is taken.\n'

test.each([
  ['short times', `WEBVTT\n\n${CUE}`],
  [
    'hours, a name, settings and tags',
    'WEBVTT A dinner\n\n1\n00:59:59.000 --> 01:00:00.000 line:0\n<v Ada>Hi</v>\n',
  ],
  [
    'a note, a mark of byte order and Windows lines',
    `\ufeffWEBVTT\r\n\r\nNOTE by hand\r\n\r\n${CUE}`,
  ],
])('%s are captions', (_, text) => {
  expect(checkWebVtt(text)).toBe(true)
})

test.each([
  ['nothing', '', /first line is WEBVTT/],
  ['SubRip', '1\n00:00:01,000 --> 00:00:04,500\nHi\n', /first line is WEBVTT/],
  ['another word', `WEBVTTX\n\n${CUE}`, /first line is WEBVTT/],
  ['a page', '<!doctype html>', /first line is WEBVTT/],
  ['no cue', 'WEBVTT\n\nNOTE nothing yet\n', /no cue/],
  ['commas in times', 'WEBVTT\n\n00:01,000 --> 00:04,500\nHi\n', /^Line 3 is no timing/],
  ['a minute of 60 seconds', 'WEBVTT\n\n00:60.000 --> 01:00.000\nHi\n', /^Line 3 is no timing/],
  ['a cue that goes back', 'WEBVTT\n\n00:04.500 --> 00:01.000\nHi\n', /^Line 3 ends before/],
  ['an hour that goes back', 'WEBVTT\n\n01:00:00.000 --> 59:59.000\nHi\n', /^Line 3 ends before/],
  ['bytes', `WEBVTT\n\n${CUE}\u0000`, /^Line 5 holds a character/],
  ['a style', `WEBVTT\n\nSTYLE\n::cue { color: red }\n\n${CUE}`, /^Line 3 begins a style/],
])('%s is told what is wrong', (_, text, why) => {
  expect(checkWebVtt(text)).toMatch(why)
})

test('a long line of what begins like a time costs no time', () => {
  expect(checkWebVtt(`WEBVTT\n\n${'0'.repeat(200_000)} -->`)).toMatch(/^Line 3/)
  expect(checkWebVtt(`WEBVTT\n\n00:01.000${' '.repeat(200_000)}-->`)).toMatch(/^Line 3/)
})
