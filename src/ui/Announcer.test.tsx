// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { Announcer, useAnnounce } from './Announcer.tsx'

afterEach(cleanup)

function Speaker() {
  const announce = useAnnounce()
  return (
    <button
      type="button"
      onClick={() => {
        announce('Approved.')
        announce('Taken back.')
      }}
    >
      Speak
    </button>
  )
}

test('two sentences at once are both in the one live region', async () => {
  render(
    <Announcer>
      <Speaker />
    </Announcer>,
  )
  expect(screen.getAllByRole('status')).toHaveLength(1)
  await userEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('status').textContent).toBe('Approved. Taken back. ')
  await userEvent.click(screen.getByRole('button'))
  expect(screen.getByRole('status').textContent).toBe('Taken back. Approved. Taken back. ')
})
