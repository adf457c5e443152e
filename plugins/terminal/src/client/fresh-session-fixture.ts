// A new session before each test, with the world around it at hand by name.
import { beforeEach } from '@jest/globals'
import { type SessionFixture, startSession } from './session-fixture.ts'

export let clock: SessionFixture['clock']
export let session: SessionFixture['session']
export let sent: SessionFixture['sent']
export let events: SessionFixture['events']
export let news: SessionFixture['news']
export let sizes: SessionFixture['sizes']
export let screen: SessionFixture['screen']
export let receive: SessionFixture['receive']
export let greet: SessionFixture['greet']
export let welcome: SessionFixture['welcome']
export let output: SessionFixture['output']
export let type: SessionFixture['type']
export let run: SessionFixture['run']
export let parseAll: SessionFixture['parseAll']
export let ops: SessionFixture['ops']
export let inputs: SessionFixture['inputs']

beforeEach(() => {
  ;({
    clock,
    session,
    sent,
    events,
    news,
    sizes,
    screen,
    receive,
    greet,
    welcome,
    output,
    type,
    run,
    parseAll,
    ops,
    inputs,
  } = startSession())
})
