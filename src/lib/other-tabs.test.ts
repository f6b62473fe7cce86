import { afterEach, expect, test, vi } from 'vitest'

/** A page of its own: the module anew. */
async function openTab() {
  vi.resetModules()
  return import('./other-tabs.ts')
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

test('what a tab tells is heard in the others, not in itself', async () => {
  const [one, other] = [await openTab(), await openTab()]
  const heard: string[] = []
  stops.push(one.onOtherTabs(({ kind }) => heard.push(`one: ${kind}`)))
  stops.push(other.onOtherTabs(({ kind }) => heard.push(`other: ${kind}`)))
  one.tellHandedOver('run')
  one.tellSignedOut()
  await expect.poll(() => heard).toEqual(['other: handed-over', 'other: signed-out'])
})
