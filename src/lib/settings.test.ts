import { expect, test } from 'vitest'
import { defaultSettings, parseSettings, parseThemeChoice, resolveTheme } from './settings.ts'

test.each([null, '', 'not json', '[]', '{"holdMs":"5"}', '{"holdMs":1234,"afterDecision":"dance"}'])(
  '%s leaves the defaults',
  (text) => {
    expect(parseSettings(text)).toEqual(defaultSettings)
  },
)

test('stored choices come back', () => {
  expect(parseSettings('{"holdMs":0,"afterDecision":"stay","notify":true}')).toEqual({
    holdMs: 0,
    afterDecision: 'stay',
    notify: true,
  })
  expect(parseSettings('{"afterDecision":"back"}').afterDecision).toBe('back')
})

test('a look is chosen, or follows the device', () => {
  expect(parseThemeChoice('dark')).toBe('dark')
  expect(parseThemeChoice('sepia')).toBe('system')
  expect([
    resolveTheme('light', true),
    resolveTheme('dark', false),
    resolveTheme('system', true),
    resolveTheme('system', false),
  ]).toEqual(['light', 'dark', 'dark', 'light'])
})
