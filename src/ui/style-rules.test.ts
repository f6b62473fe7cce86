import { expect, test } from 'vitest'
import { rulesOf } from './style-rules.ts'

test('a number is px where a length is meant, and every property has its own name', () => {
  expect(
    rulesOf('.a', { minHeight: 44, margin: 0, lineHeight: 1.5, zIndex: 2, WebkitLineClamp: 3, '--gap': '2px', '--share': 3 }),
  ).toEqual(['.a{min-height:44px;margin:0;line-height:1.5;z-index:2;-webkit-line-clamp:3;--gap:2px;--share:3;}'])
  expect(rulesOf('.a', { userSelect: 'none', color: undefined })).toEqual(['.a{-webkit-user-select:none;user-select:none;}'])
})

test('what is nested stands for itself, after what it is nested in, at any depth', () => {
  expect(
    rulesOf('.a', {
      '@media (pointer: coarse)': { minHeight: 44, '& > svg': { width: 20 } },
      '[data-on] &, & + &': { color: 'red', '&:hover': { color: 'blue' } },
      display: 'grid',
    }),
  ).toEqual([
    '.a{display:grid;}',
    '@media (pointer: coarse){.a{min-height:44px;}.a > svg{width:20px;}}',
    '[data-on] .a, .a + .a{color:red;}',
    ':is([data-on] .a, .a + .a):hover{color:blue;}',
  ])
})

test('later styles outweigh earlier ones of their kind, but no declaration outweighs what is nested', () => {
  expect(rulesOf('.a', { minHeight: 30, '@media print': { minHeight: 1 } }, { minHeight: 24 })).toEqual([
    '.a{min-height:30px;min-height:24px;}',
    '@media print{.a{min-height:1px;}}',
  ])
})
