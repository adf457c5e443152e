import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { CLOSE, closeMessage, EXIT_REASONS, PROBLEMS } from '@shellfolio/protocol'
import { say } from './french.ts'
import { newsOf } from './news.ts'
import { exitPhase, queuedPhase, stagePhase } from './phase.ts'
import { toWatcher } from './watcher-words.ts'

/** A part of sentences that are tried whole. */
const PARTS = new Set(['You are next'])

const isLeft = (english: string) => say(english) === english

test('everything that the server and a session can tell has French', () => {
  const exits = EXIT_REASONS.flatMap((reason) =>
    [0, 2].map((code) => exitPhase({ reason, code, signal: null, ms: 1 })),
  )
  const queued = [1, 3].flatMap((position) =>
    [undefined, 20, 60, 600].map((estimateS) =>
      queuedPhase({ position, ...(estimateS === undefined ? {} : { estimateS }) }),
    ),
  )
  const news = [30, 300].flatMap((inS) => [
    newsOf({ t: 'expires', why: 'idle', inS }, true),
    newsOf({ t: 'expires', why: 'hard', inS }, true),
    newsOf({ t: 'extended', inS }, true),
    newsOf({ t: 'restarted' } as never, true),
    newsOf({ t: 'dropped' } as never, true),
  ])
  const told = [
    ...Object.values(PROBLEMS).map(({ title }) => title),
    ...Object.values(CLOSE).map(closeMessage),
    closeMessage(1006),
    ...[...exits, ...exits.map(toWatcher), ...queued].map(({ message }) => message),
    ...(['archive', 'build', 'sandbox'] as const).map((stage) => stagePhase(stage).message),
    ...news.map((each) => each?.message ?? ''),
  ]
  expect(told).not.toContain('')
  expect(told.filter(isLeft)).toEqual([])
})

test('every sentence that the element holds has French', () => {
  const folder = new URL('./', import.meta.url)
  const sources = readdirSync(folder).filter((name) => /^[a-z-]+(?<!\.test)\.ts$/.test(name))
  const sentences = sources
    .filter((name) => name !== 'french.ts' && !name.includes('fixture'))
    .flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'([A-Z][^'\n]+ [^'\n]+)'/g)].map(
        ([, sentence = '']) => sentence,
      ),
    )
  expect(sentences.length).toBeGreaterThan(40)
  expect(sentences.filter((sentence) => isLeft(sentence) && !PARTS.has(sentence))).toEqual([])
})

test('times within a sentence are French as well, and signs have their spaces', () => {
  expect(say('Every terminal is in use. You are number 3 in line, in about a minute.')).toBe(
    'Tous les terminaux sont occupés. Vous êtes numéro 3 dans la file, ce sera à vous dans environ une minute.',
  )
  expect(say('Nothing was typed for a while: the session ends in 30 seconds.')).toBe(
    'Rien n’a été tapé depuis un moment\u202f: la session se termine dans 30 secondes.',
  )
  expect(say('Connecting …')).toBe('Connexion…')
})

test('words of people are given back as they are', () => {
  for (const words of ['We close at noon.', 'constructor', '']) expect(say(words)).toBe(words)
})
