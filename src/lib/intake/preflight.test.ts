import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFilter } from '#contract/filter-builder.ts'
import type { Identity } from '#contract/identity.ts'
import { KnownPeople } from './known-people.ts'
import { peopleOfIds, personRows, readPeople } from './people-list.ts'
import { lookUp } from './preflight.ts'
import type { Progress } from './preflight.ts'
import { person, tenantOf } from './testing/people.ts'
import { judge, noChoices, readyPeople } from './verdicts.ts'
import type { Choices, Errand } from './verdicts.ts'

const never = new AbortController().signal

async function flown(text: string, people: readonly Identity[], errand: Errand = 'invite', choices: Choices = noChoices) {
  const rows = personRows(readPeople(text))
  const known = new KnownPeople()
  const tenant = tenantOf(people)
  const requests = await lookUp({ rows, purpose: errand, known, ask: tenant.ask, onProgress: () => undefined, signal: never })
  return { judged: judge(rows, known, errand, choices), requests, asked: tenant.asked }
}

const kinds = async (...given: Parameters<typeof flown>) => (await flown(...given)).judged.map(({ verdict }) => verdict.kind)

const ada = person({ id: 'a'.repeat(32), name: 'Ada Doe', alias: 'ada', email: 'ada@x.example' })
const bea = person({ id: 'b'.repeat(32), name: 'Bea Roe', alias: 'bea', email: 'desk@x.example' })
const cy = person({ id: 'c'.repeat(32), name: 'Cy Poe', alias: 'cy', email: 'desk@x.example' })
const dan = person({ id: 'd'.repeat(32), name: 'Dan Low', alias: 'dan', email: null })
const eve = person({ id: 'e'.repeat(32), name: 'Eve Moe', alias: 'eve', status: 'REGISTERED' })
const fay = person({ id: 'f'.repeat(32), name: 'Fay Woe', alias: 'fay', status: 'TERMINATED' })
const all = [ada, bea, cy, dan, eve, fay]

describe('each kind of trouble', () => {
  test('found by any of the four, in any case', async () => {
    expect(await kinds('id\n' + ada.id.toUpperCase(), all)).toEqual(['ready'])
    expect(await kinds('alias\nADA\n', all)).toEqual(['ready'])
    expect(await kinds('ADA@X.example\n', all)).toEqual(['ready'])
    expect(await kinds('name\nada doe\n', all)).toEqual(['ready'])
  })

  test('nobody found, nobody named', async () => {
    expect(await kinds('alias,site\nnobody,Lund\n,Kiel\n', all)).toEqual(['not-found', 'blank'])
  })

  test('two with one address have to be chosen between, unless the row tells them apart', async () => {
    expect(await kinds('desk@x.example\n', all)).toEqual(['several'])
    expect(await kinds('email,name\ndesk@x.example,cy poe\n', all)).toEqual(['ready'])
    const { judged } = await flown('desk@x.example\n', all, 'invite', { people: new Map([[1, cy.id]]), skipped: new Set() })
    expect(readyPeople(judged)).toEqual([cy])
    expect(judged[0]?.verdict).toMatchObject({ kind: 'ready', sharers: [bea] })
  })

  test('what a row says against the person it was found by is not overlooked', async () => {
    expect((await flown('alias,email\nada,other@x.example\n', all)).judged[0]?.verdict).toMatchObject({
      kind: 'differs',
      key: 'email',
    })
    expect((await flown(`id,email\n${'9'.repeat(32)},ada@x.example\n`, all)).judged[0]?.verdict).toMatchObject({
      kind: 'differs',
      key: 'id',
    })
    expect(await kinds('alias,name\nada,Doe; A.\n', all)).toEqual(['ready'])
    const chosen = { people: new Map([[2, ada.id]]), skipped: new Set<number>() }
    expect(await kinds('alias,email\nada,other@x.example\n', all, 'invite', chosen)).toEqual(['ready'])
  })

  test('already registered, gone, and without an address get no invitation, but can be processed', async () => {
    const text = 'alias\neve\nfay\ndan\n'
    expect(await kinds(text, all)).toEqual(['registered', 'inactive', 'no-email'])
    expect(await kinds(text, all, 'process')).toEqual(['ready', 'ready', 'ready'])
  })

  test('of those who share an address the first is sent, also when the rows say it by name', async () => {
    const { judged } = await flown('alias\nbea\ncy\n', all)
    expect(judged.map(({ verdict }) => verdict)).toMatchObject([
      { kind: 'ready', person: bea, sharers: [cy] },
      { kind: 'shared', person: cy, first: bea, ofLine: 2 },
    ])
    expect(await kinds('alias\nbea\ncy\n', all, 'process')).toEqual(['ready', 'ready'])
  })

  test('whoever leaves out the first sends the second', async () => {
    const choices = { people: new Map<number, string>(), skipped: new Set([2]) }
    expect(await kinds('alias\nbea\ncy\n', all, 'invite', choices)).toEqual(['skipped', 'ready'])
  })

  test('somebody twice is sent once, and the first row is named, however the rows say it', async () => {
    const { judged } = await flown('alias,email\nada,\n,ada@x.example\nnobody,\nNobody,\n', all)
    expect(judged.map(({ verdict }) => verdict)).toMatchObject([
      { kind: 'ready' },
      { kind: 'duplicate', ofLine: 2, person: ada },
      { kind: 'not-found' },
      { kind: 'duplicate', ofLine: 4, person: null },
    ])
  })

  test('a status nobody knows is left to the tenant', async () => {
    expect(await kinds('alias\nx\n', [person({ id: 'x', alias: 'x', status: 'HIBERNATING' })])).toEqual(['ready'])
  })
})

describe('the requests', () => {
  const crowd = Array.from({ length: 5000 }, (_, index) => {
    const id = index.toString(16).padStart(32, '0')
    return person({ id, alias: `first.lastname${index}`, email: `first.lastname${index}@company.example` })
  })

  test('5,000 addresses take as many as their length asks for, and every filter fits an address of 8 kB', async () => {
    const { judged, requests, asked } = await flown(crowd.map(({ email }) => email).join('\n'), crowd)
    expect(judged.every(({ verdict }) => verdict.kind === 'ready')).toBe(true)
    expect(requests).toBeLessThanOrEqual(50)
    for (const filter of asked) expect(encodeURIComponent(formatFilter(filter)).length).toBeLessThan(7_500)
  })

  test('5,000 ids take half of one window, and their addresses are then looked at for sharers', async () => {
    const rows = personRows(peopleOfIds(crowd.map(({ id }) => id)))
    const tenant = tenantOf(crowd)
    const told: Progress[] = []
    const known = new KnownPeople()
    const options = { rows, known, ask: tenant.ask, signal: never, onProgress: (progress: Progress) => told.push(progress) }
    expect(await lookUp({ ...options, purpose: 'process' })).toBeLessThanOrEqual(35)
    expect(await lookUp({ ...options, purpose: 'invite' })).toBeLessThanOrEqual(50)
    expect(told.at(-1)).toMatchObject({ about: 'sharers', done: 5000, of: 5000 })
  })

  test('an answer of several pages is read to its end', async () => {
    const mailbox = Array.from({ length: 600 }, (_, index) => person({ id: `m${index}`, email: 'all@x.example' }))
    const { judged, requests } = await flown('all@x.example\nada@x.example\n', [...mailbox, ada])
    expect(requests).toBe(3)
    expect(judged.map(({ verdict }) => (verdict.kind === 'several' ? verdict.people.length : verdict.kind))).toEqual([
      600,
      'ready',
    ])
  })

  test('what is not invited has nobody asked about its address', async () => {
    expect((await flown('alias\neve\nfay\n', all)).requests).toBe(1)
  })

  test('whoever stops it keeps what is known, and goes on from there', async () => {
    const rows = personRows(peopleOfIds(crowd.map(({ id }) => id)))
    const known = new KnownPeople()
    const tenant = tenantOf(crowd)
    const stop = new AbortController()
    const first = lookUp({
      rows,
      purpose: 'process',
      known,
      ask: tenant.ask,
      signal: stop.signal,
      onProgress: ({ done }) => done > 2000 && stop.abort(new Error('stopped')),
    })
    await expect(first).rejects.toThrow('stopped')
    const before = tenant.asked.length
    await lookUp({ rows, purpose: 'process', known, ask: tenant.ask, signal: never, onProgress: () => undefined })
    expect(tenant.asked.length - before).toBeLessThan(25)
    expect(judge(rows, known, 'process', noChoices).every(({ verdict }) => verdict.kind === 'ready')).toBe(true)
  })

  test('any text can be asked for: quotes, backslashes, other scripts', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((each) => /^\S+$/u.test(each) && !/[\p{Cc}\p{Cs}\uFEFF,;"']/u.test(each))
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(text, { minLength: 1, maxLength: 30, selector: (each) => each.normalize('NFC').toLowerCase() }),
        async (aliases) => {
          const people = aliases.map((alias, index) => person({ id: `i${index}`, alias }))
          const { judged, asked } = await flown(`alias\n${aliases.join('\n')}\n`, people)
          expect(readyPeople(judged)).toHaveLength(aliases.length)
          for (const filter of asked) expect(() => encodeURIComponent(formatFilter(filter))).not.toThrow()
        },
      ),
    )
  })
})
