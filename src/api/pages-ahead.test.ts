import { expect, test } from 'vitest'
import { createPagesAhead } from './pages-ahead.ts'

interface Page {
  readonly offset: number
  readonly received: number
}

/** A server that answers when it is told to; `asked` are the offsets it was asked for, in their order. */
function patientServer() {
  const asked: number[] = []
  const open = new Map<number, { begin: () => void; end: (page: Page) => void; fail: (error: Error) => void }>()
  const read = (offset: number, onAnswer: () => void) =>
    new Promise<Page>((resolve, reject) => {
      asked.push(offset)
      open.set(offset, { begin: onAnswer, end: resolve, fail: reject })
    })
  const settled = () => new Promise((resolve) => void setTimeout(resolve))
  return {
    asked,
    read,
    begin: (offset: number) => open.get(offset)?.begin(),
    answer: async (offset: number, received = 10) => {
      open.get(offset)?.begin()
      open.get(offset)?.end({ offset, received })
      await settled()
    },
    fail: async (offset: number) => {
      open.get(offset)?.fail(new Error('down'))
      await settled()
    },
  }
}

const tens = { from: 10, upTo: 60, step: 10, atOnce: 2 }

test('pages come in their order, however they arrive', async () => {
  const server = patientServer()
  const { take, isHere } = createPagesAhead(server.read, tens)
  await server.answer(20)
  expect([isHere(10), isHere(20)]).toEqual([false, true])
  const first = take(10)
  await server.answer(10)
  expect(await first).toMatchObject({ offset: 10 })
  expect(await take(20)).toMatchObject({ offset: 20 })
  expect(isHere(20)).toBe(false)
})

test('only so many wait for the server, and the next is asked for when an answer begins, not when it is taken', async () => {
  const server = patientServer()
  createPagesAhead(server.read, tens)
  expect(server.asked).toEqual([10, 20])
  server.begin(20)
  expect(server.asked).toEqual([10, 20, 30])
  await server.answer(30)
  expect(server.asked).toEqual([10, 20, 30, 40])
})

test('nothing is asked for beyond the last page unless it is wanted', async () => {
  const server = patientServer()
  const { take } = createPagesAhead(server.read, { ...tens, upTo: 20 })
  await server.answer(10)
  await server.answer(20)
  expect(server.asked).toEqual([10, 20])
  const beyond = take(30)
  await server.answer(30, 0)
  expect(await beyond).toMatchObject({ received: 0 })
  expect(server.asked).toEqual([10, 20, 30])
})

test('a page that is not full ends the asking', async () => {
  const server = patientServer()
  createPagesAhead(server.read, { ...tens, atOnce: 1 })
  server.begin(10)
  await server.answer(20, 3)
  await server.answer(30, 0)
  expect(server.asked).toEqual([10, 20, 30])
})

test('a failure ends the asking and is met when its turn comes', async () => {
  const server = patientServer()
  const { take } = createPagesAhead(server.read, tens)
  await server.fail(20)
  await server.answer(10)
  expect(server.asked).toEqual([10, 20])
  expect(await take(10)).toMatchObject({ offset: 10 })
  await expect(take(20)).rejects.toThrow('down')
})
