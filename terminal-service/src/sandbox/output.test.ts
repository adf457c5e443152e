import { describe, expect, test } from '@jest/globals'
import { createOutput } from './output.ts'

describe('A terminal’s output', () => {
  test('before anyone listens is kept as it was, although its buffer is used again', () => {
    const { emit, onData } = createOutput()
    const buffer = Buffer.from('one')
    emit(buffer)
    buffer.set(Buffer.from('two'))
    emit(buffer)
    const heard: string[] = []
    onData((data) => heard.push(Buffer.from(data).toString()))
    emit(Buffer.from('three'))
    expect(heard).toEqual(['one', 'two', 'three'])
  })
})
