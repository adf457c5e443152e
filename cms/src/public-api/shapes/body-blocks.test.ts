import { expect, test } from '@jest/globals'
import { bodyBlocks } from '../../editor/body-blocks.ts'
import { bodyBlockOf } from './body-blocks.ts'

const picture = { id: 'media-id', alt: 'A', url: '/p', width: 2, height: 1, sha256: 'hash' }
const clip = { id: 'media-id', url: '/v', mimeType: 'video/mp4', filesize: 9 }
const image = {
  url: '/p?v=hash',
  width: 2,
  height: 1,
  alt: 'A',
  caption: null,
  sizes: [],
  sources: [],
  blur: null,
  focalPoint: null,
}
const demo = { id: 'demo-id', title: 'Try', enabled: true }

const step = { blockType: 'terminalStep', label: 'Run', command: './a', expected: '  ok\n' }
const video = { blockType: 'video', title: 'V', source: 'host', address: 'https://vimeo.com/1' }

test.each([
  [
    { blockType: 'code', language: 'c', code: '\tint a;\n', caption: ' ' },
    { type: 'code', language: 'c', code: '\tint a;\n', caption: null },
  ],
  [
    {
      blockType: 'codeWalkthrough',
      steps: [{ id: 'row', title: 'T', language: 'c', code: 'x', highlight: '1' }],
    },
    {
      type: 'walkthrough',
      title: null,
      steps: [
        {
          title: 'T',
          description: null,
          language: 'c',
          highlight: '1',
          code: 'x',
          explanation: null,
        },
      ],
    },
  ],
  [
    {
      blockType: 'diagram',
      kind: 'mermaid',
      source: 'graph',
      textAlternative: 'A to B',
      lightSvg: '<svg/>',
      darkSvg: '<svg/>',
      drawnFrom: 'mark',
      drawError: 'secret',
    },
    {
      type: 'diagram',
      diagram: {
        kind: 'mermaid',
        title: null,
        description: null,
        textAlternative: 'A to B',
        source: 'graph',
        lightSvg: '<svg/>',
        darkSvg: '<svg/>',
        image: null,
      },
    },
  ],
  [
    { blockType: 'callout', tone: 'tip', text: 'T' },
    { type: 'callout', tone: 'tip', text: 'T' },
  ],
  [
    { blockType: 'gallery', name: 'G', images: [{ media: picture }, { media: 'gone-id' }] },
    { type: 'gallery', name: 'G', description: null, images: [{ image, caption: null }] },
  ],
  [
    { blockType: 'metrics', metrics: [{ value: '1', label: 'L' }] },
    { type: 'metrics', title: null, metrics: [{ value: '1', label: 'L', description: null }] },
  ],
  [
    { blockType: 'timeline', title: 'T', events: [{ when: 'May', title: 'E' }] },
    { type: 'timeline', title: 'T', events: [{ when: 'May', title: 'E', text: null }] },
  ],
  [
    { ...video, poster: picture },
    {
      type: 'video',
      title: 'V',
      hosted: { host: 'vimeo', id: '1' },
      file: null,
      captions: [],
      poster: image,
      caption: null,
    },
  ],
  [
    {
      ...video,
      source: 'upload',
      file: { ...clip, captions: [{ language: 'fr', text: 'WEBVTT' }] },
    },
    {
      type: 'video',
      title: 'V',
      hosted: null,
      file: { url: '/v', type: 'video/mp4', bytes: 9 },
      captions: [{ language: 'fr', url: '/api/media/media-id/captions/fr?v=06527510e01d' }],
      poster: null,
      caption: null,
    },
  ],
  [
    { blockType: 'fileTree', tree: 'src/\n  main.c  the start' },
    {
      type: 'fileTree',
      title: null,
      lines: [
        { depth: 0, name: 'src/', isFolder: true, remark: null },
        { depth: 1, name: 'main.c', isFolder: false, remark: 'the start' },
      ],
      caption: null,
    },
  ],
  [
    step,
    {
      type: 'terminalStep',
      label: 'Run',
      command: './a',
      explanation: null,
      expected: '  ok\n',
      isForOwnDemo: true,
      demo: null,
    },
  ],
  [
    { blockType: 'quote', text: 'Q', author: 'A' },
    { type: 'quotation', text: 'Q', author: 'A', role: null, source: null },
  ],
])('%j is told as it is', (stored, told) => {
  expect(bodyBlockOf({ id: 'block-id', blockName: 'note to self', ...stored })).toEqual(told)
})

test('every block that the editor offers has a shape', () => {
  for (const { slug } of bodyBlocks) {
    const whole = {
      blockType: slug,
      ...{ tone: 'tip', text: 'T', code: 'x', language: 'c', tree: 'a', address: video.address },
      ...{ kind: 'svg', textAlternative: 'T', title: 'T', label: 'L', command: 'x' },
    }
    expect([slug, bodyBlockOf(whole)]).toEqual([slug, expect.anything()])
  }
})

test('a step is for the demo that it names, as long as that may be started, and for no other', () => {
  const of = (relation: unknown) => bodyBlockOf({ ...step, demo: relation })
  expect(of(demo)).toMatchObject({ isForOwnDemo: false, demo: { id: 'demo-id', title: 'Try' } })
  for (const hidden of ['demo-id', { ...demo, enabled: false }]) {
    expect(of(hidden)).toMatchObject({ isForOwnDemo: false, demo: null })
  }
})

test('what cannot be shown is left out', () => {
  for (const stored of [
    null,
    'code',
    {},
    { blockType: 'code' },
    { blockType: 'fileTree', tree: '    too deep' },
    { ...video, address: 'https://evil.example/1' },
    { ...video, source: 'upload', file: 'gone-id' },
  ]) {
    expect([stored, bodyBlockOf(stored)]).toEqual([stored, undefined])
  }
})
