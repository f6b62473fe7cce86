import { expect, test } from 'vitest'
import { noDrawings, turnTo } from './drawings.ts'

const at = (id: string, version = 1) => ({ id, version })

test('the foreseen work item becomes the opened one as it stands; another is drawn anew', () => {
  const foreseen = turnTo(noDrawings, null, at('a'))
  expect(foreseen).toMatchObject({ opened: null, next: { id: 'a' } })
  const opened = turnTo(foreseen, at('a'), at('b'))
  expect(opened.opened).toBe(foreseen.next)
  expect(opened.next).toMatchObject({ id: 'b' })
  const other = turnTo(opened, at('c'), at('b'))
  expect(other.opened?.key).not.toBe(opened.opened?.key)
  expect(other.next).toBe(opened.next)
})

test('one that was open is drawn from the beginning when it is foreseen again, also at once', () => {
  const opened = turnTo(turnTo(noDrawings, null, at('a')), at('a'), at('b'))
  const closed = turnTo(opened, null, at('a'))
  expect(closed.next).toMatchObject({ id: 'a' })
  expect(closed.next?.key).not.toBe(opened.opened?.key)
  const swapped = turnTo(opened, at('b'), at('a'))
  expect(swapped.opened).toBe(opened.next)
  expect(swapped.next?.key).not.toBe(opened.opened?.key)
})

test('what the lists know better by now is drawn anew, but not under the eyes of whoever has it open', () => {
  const opened = turnTo(turnTo(noDrawings, null, at('a')), at('a'), at('b', 1))
  const newer = turnTo(opened, at('a', 2), at('b', 2))
  expect(newer.next?.key).not.toBe(opened.next?.key)
  expect(newer.opened).toBe(opened.opened)
  expect(turnTo(newer, at('a', 2), at('b', 2))).toBe(newer)
  expect(turnTo(newer, at('b', 3), null).opened?.key).not.toBe(newer.next?.key)
})

test('what is opened is not foreseen as well; nothing foreseen draws nothing', () => {
  expect(turnTo(noDrawings, at('a'), at('a'))).toMatchObject({ opened: { id: 'a' }, next: null })
  expect(turnTo(noDrawings, null, null)).toBe(noDrawings)
})
