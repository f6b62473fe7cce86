// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { handOver, takeOver } from './intake-handover.ts'

beforeEach(() => sessionStorage.clear())

test('what was chosen can be taken over, once per identity and again after a reload', () => {
  handOver('me', ['a', 'b', 'a'])
  expect(takeOver('me')).toEqual(['a', 'b'])
  expect(takeOver('me')).toEqual(['a', 'b'])
})

test('nobody else in this tab gets it, and nothing is nothing', () => {
  handOver('me', ['a'])
  expect(takeOver('you')).toEqual([])
  handOver('me', [])
  expect(takeOver('me')).toEqual([])
})
