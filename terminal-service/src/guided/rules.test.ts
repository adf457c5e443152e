import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_GUIDED_ARGUMENTS, MAX_GUIDED_LINE_BYTES, MAX_PATTERN_CHARS } from '../limits.ts'
import { checkRule, compileRules, parseLine, testRules } from './rules.ts'

const rule = (program: string, argument = '') => ({ program, argument })

describe('a rule', () => {
  test.each(['make', './philo', 'src/tool', 'g++', 'python3.12', 'a-b'])(
    'may name %s',
    (program) => {
      expect(checkRule(rule(program)).ok).toBe(true)
    },
  )

  test.each([
    '',
    '/bin/ls',
    '../x',
    './../x',
    'a/..',
    '.',
    './',
    'a b',
    'a//b',
    '-x',
    'a;b',
    'x\n',
    '$X',
  ])('may not name %j', (program) => {
    expect(checkRule(rule(program))).toEqual({
      ok: false,
      problem: expect.stringContaining('program'),
    })
  })

  test.each([
    '',
    '[0-9]+',
    '--still|[a-z]+',
    'a{1,4}',
    '\\d+\\.\\d+',
    '(src|tests)/[a-z]+\\.(c|h)',
  ])('may have the pattern %s', (argument) => {
    expect(checkRule(rule('x', argument))).toEqual({ ok: true, warnings: [] })
  })

  test.each([
    '(',
    '[a',
    '*',
    'a**',
    '(a)\\1',
    '(?=a)b',
    '(?<!a)b',
    '(a+)+$',
    '([a-z]*)*',
    '((a?)b)*',
    'a{2000}',
    'a{900}b{900}c{900}',
    'a'.repeat(MAX_PATTERN_CHARS + 1),
  ])('may not have the pattern %s', (argument) => {
    expect(checkRule(rule('x', argument))).toEqual({
      ok: false,
      problem: expect.stringMatching(/^its pattern/),
    })
  })

  test.each([
    ['bash', '-l'],
    ['./python3', '[a-z]+\\.py'],
    ['cat', '.*'],
    ['cat', '[./a-z]+'],
  ])('for %s with %s works, with a warning', (program, argument) => {
    const verdict = checkRule(rule(program, argument))
    expect(verdict).toEqual({ ok: true, warnings: [expect.stringMatching(/any program|out of/)] })
  })
})

describe('the rules of a demo', () => {
  const matcher = compileRules([
    rule('./dinner', '[0-9]+'),
    rule('./dinner', '--help'),
    rule('make', 'a|ab'),
    rule('./plain'),
  ])

  test.each([
    [['./dinner']],
    [['./dinner', '5', '800']],
    [['./dinner', '--help']],
    [['make', 'ab']],
    [['./plain']],
  ])('allow %j', (argv) => {
    expect(matcher.check(argv)).toEqual({ ok: true })
  })

  test.each([
    ['an unknown program', ['ls'], /“ls” is not among/],
    ['a program by another path', ['dinner'], /is not among/],
    ['an argument of which a part matches', ['./dinner', '5x'], /argument “5x”/],
    ['an argument with a second line', ['./dinner', '5\n'], /argument/],
    ['arguments of two rules', ['./dinner', '5', '--help'], /together/],
    ['an empty argument', ['./dinner', ''], /argument “”/],
    ['an argument for a program that takes none', ['./plain', ''], /argument/],
    ['no program', [], /no command/],
    ['too many', ['./dinner', ...Array(MAX_GUIDED_ARGUMENTS + 1).fill('1')], /too many/],
    ['an object’s own name', ['constructor'], /is not among/],
  ])('refuse %s', (_, argv, problem) => {
    expect(matcher.check(argv)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })

  test('accept as many arguments as they say', () => {
    expect(matcher.check(['./dinner', ...Array(MAX_GUIDED_ARGUMENTS).fill('1')]).ok).toBe(true)
  })

  test('list their programs once', () => {
    expect(matcher.programs).toEqual(['./dinner', 'make', './plain'])
  })

  test('are refused as a whole if one of them is none', () => {
    expect(() => compileRules([rule('x'), rule('y', '(')])).toThrow(/rule for “y”/)
  })

  test('take linear time where a backtracking engine would not', () => {
    const slow = compileRules([rule('x', '(a|a|b)*(a|a|b)*(a|a|b)*c')])
    const began = performance.now()
    expect(slow.check(['x', 'a'.repeat(4000)]).ok).toBe(false)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('only ever allow what a whole argument matches', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'059a-\n ') })), (words) => {
        const isAllowed = words.every((word) => /^[0-9]+$/.test(word) && !word.includes('\n'))
        const isHelp = words.length > 0 && words.every((word) => word === '--help')
        expect(matcher.check(['./dinner', ...words]).ok).toBe(isAllowed || isHelp)
      }),
    )
  })
})

describe('a typed line', () => {
  const matcher = compileRules([rule('./dinner', '[0-9]+'), rule('say', '.*')])

  test('becomes a program with its arguments', () => {
    expect(parseLine(matcher, " ./dinner '5' ")).toEqual({ argv: ['./dinner', '5'] })
  })

  test('of blanks is nothing', () => {
    expect(parseLine(matcher, '  ')).toBeUndefined()
  })

  test.each([
    './dinner 5 | wc',
    './dinner "5',
    'ls',
    `say ${'ä'.repeat(MAX_GUIDED_LINE_BYTES / 2)}`,
  ])('is refused in words: %.40s', (line) => {
    expect(parseLine(matcher, line)).toEqual({ refusal: expect.stringMatching(/\.$/) })
  })
})

describe('a trial of rules', () => {
  test('answers each line', () => {
    expect(testRules([rule('x', 'a')], ['x a', 'x b', '', 'x | y']).map(({ ok }) => ok)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('tells every line of a rule that is none', () => {
    const [first, second] = testRules([rule('x', '(')], ['x', 'y'])
    expect(first).toEqual({ ok: false, problem: expect.stringContaining('rule for “x”') })
    expect(second).toEqual(first)
  })

  test('never throws', () => {
    const rules = fc.array(fc.record({ program: fc.string(), argument: fc.string() }))
    fc.assert(
      fc.property(rules, fc.array(fc.string()), (some, lines) => {
        expect(testRules(some, lines)).toHaveLength(lines.length)
      }),
    )
  })
})
