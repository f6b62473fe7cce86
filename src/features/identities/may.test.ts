import { expect, test } from 'vitest'
import { mayOf } from './may.ts'

test.each([
  [['ORG_ADMIN'], { help: true, administer: true, perhaps: [] }],
  [['HELPDESK'], { help: true, administer: false, perhaps: [] }],
  [['CERT_ADMIN'], { help: false, administer: false, perhaps: [] }],
  [[], { help: false, administer: false, perhaps: [] }],
  [['IDENTITY_VIEWER'], { help: false, administer: false, perhaps: ['IDENTITY_VIEWER'] }],
])('%j', (authorities, may) => {
  expect(mayOf(authorities)).toEqual(may)
})
